"""The draft of the catalogue on this computer: one file each under the home folder, so that nothing typed is lost."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from commandcenter.app.speeds import factors_now, roads_of
from commandcenter.dispatch.bygone import Bygone, Retelling
from commandcenter.dispatch.desk import Desk
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.sentences import Sentence
from commandcenter.resources.catalogue import FILES, Catalogue
from commandcenter.resources.tables import read_text
from commandcenter.ui.ports import TrailSource

DRAFT_FOLDER = "catalogue-draft"
READ_AT_ONCE = 500
"""Entries of the log: between them others may write to it."""


class CatalogueDrafts:
    """Keeps changed files by operation: what is in force elsewhere is another draft's ground."""

    def __init__(self, desk: Desk, root: Path, shipped: RoadNetwork | None = None, trails: TrailSource | None = None) -> None:
        """Use the folder `catalogue-draft` under the home folder; `shipped`: the region's roads as they come (else any vehicle takes the desk's).

        `trails` knows where units were, as long as that is kept.
        """
        self._desk, self._shipped, self._trails = desk, shipped, trails
        self.folder = root / DRAFT_FOLDER / desk.picture.operation

    def read(self) -> Mapping[str, str]:
        """Return the changed files that were kept. Raises `KnownError`."""
        return {name: read_text(self.folder / name) for name in FILES if (self.folder / name).exists()}

    def write(self, name: str, text: str | None) -> None:
        """Keep a changed file, replaced whole; `None` forgets it. Raises `KnownError`."""
        path = self.folder / name
        try:
            if text is None:
                path.unlink(missing_ok=True)
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            new = path.with_name(f"{name}.new")
            with new.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except (OSError, UnicodeEncodeError) as error:
            raise KnownError("The draft of {file} cannot be kept: {why}.", file=name, why=str(error)) from error

    def fault(self) -> Sentence | None:
        """Return why the version in force is not the one in use here."""
        return self._desk.in_use.fault

    def roads(self, catalogue: Catalogue) -> Roads:
        """Return the roads as a catalogue's vehicles see them, at the times in use now."""
        if self._shipped is None or catalogue.profiles == self._desk.catalogue.profiles:
            return self._desk.roads
        return roads_of(self._shipped, catalogue.profiles, factors_now(self._desk))

    async def bygones(self, incidents: Collection[Id], tell: Callable[[int, int], None]) -> Sequence[Bygone]:
        """Return incidents as they were known when somebody was first sent, the newest first; `tell` gets entries of the log read, of how many."""
        telling = await self._told(Retelling(self._desk.picture.operation, incidents), tell)
        anew = await asyncio.to_thread(telling.again)
        found = (telling if anew is None else await self._told(anew, tell)).found
        return [one.seen(await self._trails.positions_at(one.at_ms)) if self._trails is not None else one for one in found]

    async def _told(self, telling: Retelling, tell: Callable[[int, int], None]) -> Retelling:
        read, every = 0, self._desk.picture.count()
        while rows := await self._desk.entries(read, READ_AT_ONCE):
            await asyncio.to_thread(telling.go_on, rows)
            read = rows[-1][0]
            tell(read, max(read, every))
        return telling
