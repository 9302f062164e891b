"""What windows need of sync, as plain values and one protocol; `app.sync_link` is the real one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Choice:
    """How a person wants this desk to be joined with others."""

    hub: tuple[str, ...] = ()
    """Addresses of the hub's processes; none: no hub."""
    lan: bool = False
    """Meet the desks of this network."""
    typed: tuple[str, ...] = ()
    """HOST:PORT of desks that are not found by themselves."""
    low: bool = False
    """Little may travel at once: text first, attachments wait until they are asked for."""


@dataclass(frozen=True, slots=True)
class WayView:
    """An address at which a desk is looked for."""

    address: str
    typed: bool
    device: Id | None
    why: Sentence | None


@dataclass(frozen=True, slots=True)
class DeviceState:
    """Another device of this operation."""

    id: Id
    name: str
    """Of the device, else of who works at it; empty when unknown."""
    nearby: bool
    """Joined over this network now."""
    lacks: int | None
    """Entries that are here and that it has not acknowledged; `None` when it never acknowledged anything."""
    heard_ms: int | None
    """When it acknowledged last, by its own clock."""
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """How this desk stands to others at a moment."""

    sentence: Sentence
    level: str
    """plain, ok, warn or danger."""
    details: tuple[Sentence, ...] = ()
    listening: tuple[str, ...] = ()
    ways: tuple[WayView, ...] = ()
    devices: tuple[DeviceState, ...] = ()
    low: bool = False
    """Little travels at once, because a person wants it so."""
    slow: int | None = None
    """Bytes per second that the line carries, where it is so slow that little should travel; else `None`."""


@dataclass(frozen=True, slots=True)
class Receipts:
    """Where an entry is, as far as it is known here."""

    at_hub: bool
    on: tuple[tuple[str, int], ...]
    """(name of a device or its operator, by when in ms of its clock)."""
    missing: tuple[str, ...]
    """Names of the devices of this operation that are not known to have it."""
    held: Mapping[Id, int | None] = field(default_factory=dict)
    """Every device that has it, by when in ms of its clock; `None`: this one, and the one that wrote it."""

    @property
    def everywhere(self) -> bool:
        """Return whether every device of the operation has it."""
        return bool(self.on) and not self.missing


class SyncPort(Protocol):
    """How this desk is joined with others. Qt thread."""

    @property
    def choice(self) -> Choice:
        """How the person wants it."""

    def choose(self, choice: Choice) -> None:
        """Do it in another way from now on, and keep that. Raises `Refused` for an address that cannot be."""

    def links(self) -> Links:
        """Return how this desk stands to others."""

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` called after each change; returns what ends that."""

    def receipts(self, entry: EntryId) -> Receipts | None:
        """Return where an entry is; `None` for one that is not among the newest, or when this desk is alone."""

    def code(self) -> str:
        """Return the word that lets another desk join this operation. Raises `KnownError` where its key was not given to this computer."""

    async def join(self, code: str) -> Sentence:
        """Join a hub or another desk's operation by a code, whichever it is; return what follows. Raises `KnownError` or `Refused`."""

    async def write_summary(self, path: Path) -> None:
        """Write what this desk has, for the other side's export. Raises `KnownError`."""

    async def write_bundle(self, path: Path, summary: Path | None, progress: Progress, *, files: bool = False) -> int:
        """Write what the other side lacks (all without its summary); return how many entries. Raises `KnownError` or `Cancelled`.

        `files`: the attachments that are here too, in a file beside it.
        """

    async def read_bundle(self, path: Path, progress: Progress) -> Sentence:
        """Take a bundle in; return what became of it. Raises `KnownError` or `Cancelled`; what came before stays."""
