"""Prints and takes back for lines that a script gives: where no window is open, and where one is."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from commandcenter.app.cli.looks import note_looks
from commandcenter.app.lines import LineDone
from commandcenter.app.session import Session
from commandcenter.app.station import standing_of
from commandcenter.app.telling import Telling
from commandcenter.dispatch.desk import Desk
from commandcenter.geo.census import AreaCensus
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.persons import Thing
from commandcenter.ui.command_line.reading import Reading
from commandcenter.ui.compensation import compensation, last_own
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.log.words import line_words

if TYPE_CHECKING:
    from commandcenter.ui.main_window import MainWindow

PRINTS = "prints"
"""The folder of papers in a home."""


@dataclass(frozen=True, slots=True)
class _Looks:
    """Collects whose personal data was put on paper."""

    things: list[Thing] = field(default_factory=list)

    def emit(self, kind: str, ident: str, /) -> None:
        self.things.append((kind, Id(ident)))


@dataclass(frozen=True, slots=True)
class _Sitting:
    """Who sits at a terminal, as a printer sees it: no incident is chosen there."""

    desk: Desk
    actor: Id
    incident: Id | None = None
    looked: _Looks = field(default_factory=_Looks)

    def now_ms(self) -> int:
        return self.desk.clock.wall_ms()


class TerminalHands:
    """Of one session. What it takes back is the last entry of who sits here, whichever day it was written."""

    def __init__(self, session: Session, folder: Path, language: str) -> None:
        """Print into a folder, in a language (`en` or `zh`)."""
        self._session, self._folder, self._language = session, folder, language

    async def write_paper(self, paper: str, incident: Id | None) -> LineDone:
        """Print about an incident, else about the only open one. Raises `Refused` and `KnownError`."""
        from PySide6.QtGui import QGuiApplication

        from commandcenter.ui.i18n.language import Language
        from commandcenter.ui.map.tiles.source import PaintedTiles
        from commandcenter.ui.prints.papers import LOG, PAPERS, Printer

        desk = self._session.desk
        if incident is None and paper != LOG and PAPERS[paper].of_incident:
            incident = _only_open(desk)
        application = QGuiApplication.instance() or QGuiApplication(["commandcenter", "-platform", "offscreen"])
        if self._language:
            Language().use(self._language)
        sitting = _Sitting(desk, desk.actor)
        pack = self._session.pack
        with closing(PaintedTiles(pack.features(), None, attribution=pack.info.attribution)) as tiles:
            printer = Printer(sitting, lambda: standing_of(self._session), self._folder, tiles=tiles)
            job = await printer.prepare_beside(paper, NoProgress(), incident)
            await note_looks(desk, sitting.looked.things)
            path, pages = job.write()
        del application
        return LineDone(printer.said(path, pages), files=(path,))

    async def tell(self, reading: Reading) -> tuple[Sentence, ...]:
        """Answer from the log, the roads and the map of the region. Raises `Refused` and `KnownError`."""
        return await Telling(self._session.desk, AreaCensus(self._session.pack.features())).tell(reading)

    async def take_back(self, *, dry: bool) -> LineDone:
        """Take back the last entry of who sits here that was not taken back yet. Raises `Refused` and `KnownError`."""
        desk = self._session.desk
        entry = last_own(desk.picture, desk.actor)
        if entry is None:
            raise Refused("There is nothing to undo")
        step = compensation(entry, desk.picture, tr("Withdrawn: {text}"))
        what = line_words(desk.picture.line_of(entry), desk.catalogue)
        if step is None or dry:
            return LineDone(say("Undo: {what}", what=what))
        outcome = await desk.submit(step)
        return LineDone(say("Undone; both entries stay in the log: {what}", what=what), tuple(one.id.hex() for one in outcome.entries))


class WindowHands:
    """Of an open desk: what was done in it is what is taken back; nothing is printed behind a locked screen."""

    def __init__(self, window: MainWindow) -> None:
        """Do it as the window does."""
        self._window = window

    async def write_paper(self, paper: str, incident: Id | None) -> LineDone:
        """Print about an incident, else about the chosen one. Raises `Refused` and `KnownError`."""
        if self._window.lock.locked:
            raise Refused("The screen of the open desk is locked; unlock it first.")
        said = await self._window.write_paper(paper, incident)
        return LineDone(said, files=(Path(str(said.params["file"])),) if "file" in said.params else ())

    async def tell(self, reading: Reading) -> tuple[Sentence, ...]:
        """Return nothing: the window shows it."""
        return ()

    async def take_back(self, *, dry: bool) -> LineDone:
        """Take back the last thing that was done in the window. Raises `Refused` and `KnownError`."""
        return LineDone(say("Undo your last action") if dry else await self._window.seat.take_back())


def _only_open(desk: Desk) -> Id:
    """Return the only open incident. Raises `Refused` where there are none or more."""
    there = [one for one in desk.picture.incidents() if one.open]
    if len(there) != 1:
        raise Refused("Which incident? Give its number behind the paper, e.g. print 214 42")
    return there[0].id
