"""What the editor of the catalogue needs from outside."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from commandcenter.dispatch.bygone import Bygone
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.sentences import Sentence
from commandcenter.resources.catalogue import Catalogue


class CataloguePort(Protocol):
    """Keeps the draft on this computer, and knows what the desk uses."""

    def read(self) -> Mapping[str, str]:
        """Return the changed files that were kept, by name."""

    def write(self, name: str, text: str | None) -> None:
        """Keep a changed file, or with `None` forget it. Raises `KnownError`."""

    def fault(self) -> Sentence | None:
        """Return why the version in force is not the one in use here."""

    def roads(self, catalogue: Catalogue) -> Roads:
        """Return the roads as a catalogue's vehicles see them, at the times in use now. Safe in any thread; a second where they differ."""

    async def bygones(self, incidents: Collection[Id], tell: Callable[[int, int], None]) -> Sequence[Bygone]:
        """Return incidents as they were known when somebody was first sent, the newest first; `tell` gets entries of the log read, of how many."""


class MemoryCatalogue:
    """Forgets the draft at the end; where the program runs without a home."""

    def __init__(self, roads: Roads) -> None:
        """Start without a draft, over roads that are the same for every vehicle."""
        self.files: dict[str, str] = {}
        self._roads = roads

    def read(self) -> Mapping[str, str]:
        """Return the changed files."""
        return dict(self.files)

    def write(self, name: str, text: str | None) -> None:
        """Keep or forget a changed file until the end."""
        if text is None:
            self.files.pop(name, None)
        else:
            self.files[name] = text

    def fault(self) -> Sentence | None:
        """Return nothing: nobody puts in force what could not be used."""
        return None

    def roads(self, catalogue: Catalogue) -> Roads:
        """Return the roads as they are: vehicles are tried where there is a home."""
        return self._roads

    async def bygones(self, incidents: Collection[Id], tell: Callable[[int, int], None]) -> Sequence[Bygone]:
        """Refuse."""
        raise Refused("Past incidents can be tried only where the log is kept.")
