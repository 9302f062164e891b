"""What the desk's window prints and writes into files, and what it says of that in the strip."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.notice import Level
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.map_job import print_map
from commandcenter.ui.prints.paper_file import Size
from commandcenter.ui.prints.papers import Job
from commandcenter.ui.prints.sheet import Sheet
from commandcenter.ui.prints.way import way_sheet

if TYPE_CHECKING:
    from commandcenter.ui.main_window import MainWindow


class Printing:
    """Carries out what keys, menus, lines and panels print. Qt thread; files are written beside it."""

    def __init__(self, window: MainWindow) -> None:
        """Print for a window, with the printer it has."""
        self._window = window
        seat = window.seat
        seat.map_paper_wanted.connect(lambda: seat.run(self._map()))
        seat.paper_wanted.connect(lambda make: seat.run(self._sheet(make)))
        seat.table_wanted.connect(lambda name, rows: seat.run(self._table(name, rows)))
        window.incident.way.print_wanted.connect(lambda: seat.run(self._way()))

    def use_paper(self, size: Size) -> None:
        """Print on this paper from now on, on this computer."""
        window = self._window
        window.printer.size = size
        window.settings.put("paper", size)
        window.seat.notice(Level.DONE, say("Papers are written for {size} from now on", size=size.value))

    async def write_paper(self, name: str, incident: Id | None) -> Sentence:
        """Write a paper, say in the strip what came of it, and return that. Raises `Refused` and `KnownError`."""

        async def write(progress: Progress) -> Sentence:
            return await self._written(await self._window.printer.prepare_beside(name, progress, incident))

        return await self._at_work(write)

    async def _at_work(self, work: Callable[[Progress], Awaitable[Sentence]]) -> Sentence:
        """Show in the strip how far work is, and let it be stopped there; return what came of it."""
        window = self._window
        progress, said = window.strip.working.begin(), say("Printing was stopped; no file was written")
        try:
            said = await work(progress)
        except Cancelled:
            window.seat.notice(Level.HINT, said)
        finally:
            window.strip.working.end(progress)
        return said

    async def _written(self, job: Job) -> Sentence:
        return self._say(*await asyncio.to_thread(job.write))

    def _say(self, path: Path, pages: int) -> Sentence:
        said = self._window.printer.said(path, pages)
        self._window.seat.notice(Level.DONE, said, file=path)
        return said

    async def _map(self) -> None:
        async def write(progress: Progress) -> Sentence:
            return self._say(*await print_map(self._window.context, self._window.printer, progress))

        await self._at_work(write)

    async def _sheet(self, make: Callable[[Paper], Sheet]) -> None:
        await self._written(self._window.printer.prepare_sheet(make))

    async def _table(self, name: str, rows: list[list[str]]) -> None:
        file = self._window.printer.write_table(name, rows)
        self._window.seat.notice(Level.DONE, say("Table written into {file}", file=str(file)), file=file)

    async def _way(self) -> None:
        way = self._window.incident.way
        if way.ways and way.incident is not None:
            callsign, where, route, turns = way.unit.currentText(), way.incident.address, way.ways[way.chosen], way.turns
            await self._written(self._window.printer.prepare_sheet(lambda paper: way_sheet(paper, callsign, where, route, turns), way.incident))
