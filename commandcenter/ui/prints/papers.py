"""Which papers there are, and how one is printed."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from commandcenter.model.entries import Kind as Thing
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.fresh import fresh_file, part_of
from commandcenter.model.ids import Id, is_exercise
from commandcenter.model.marks import mark_of, marked_file
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import IncidentView, LogLine
from commandcenter.ui.header.bar import Standing, words_of
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.map.ports import TileSource
from commandcenter.ui.ports import DeskPort
from commandcenter.ui.prints.cards import blank_cards, dispatch_cards
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.ics import ics_201, ics_209, ics_214, ics_309
from commandcenter.ui.prints.ics_more import ics_204, ics_205, ics_211, ics_213
from commandcenter.ui.prints.incident_map import IncidentMap, incident_map
from commandcenter.ui.prints.paper_file import Size, fresh_paper, usual_size
from commandcenter.ui.prints.pdf import write_pdf
from commandcenter.ui.prints.reports import command_log, incident_report
from commandcenter.ui.prints.sheet import Sheet
from commandcenter.ui.seeing import PATIENT, may_see

_NOT_A_NAME = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Kind:
    """One paper; `of_incident`: it needs a chosen incident; `medical`: the caller's answers stand in it; `mapped`: a map does."""

    words: str
    make: Callable[[Paper, IncidentView], Sheet]
    of_incident: bool = True
    medical: bool = False
    mapped: bool = False


PAPERS: Mapping[str, Kind] = {
    "report": Kind(mark("Incident report"), incident_report, medical=True, mapped=True),
    "201": Kind(mark("ICS 201 Incident briefing"), ics_201, mapped=True),
    "204": Kind(mark("ICS 204 Assignment list"), ics_204),
    "205": Kind(mark("ICS 205 Radio plan"), ics_205),
    "209": Kind(mark("ICS 209 Incident status summary"), ics_209),
    "211": Kind(mark("ICS 211 Check-in list"), ics_211),
    "213": Kind(mark("ICS 213 General message"), ics_213),
    "214": Kind(mark("ICS 214 Activity log"), ics_214),
    "309": Kind(mark("ICS 309 Communications log"), ics_309),
    "cards": Kind(mark("Dispatch cards"), dispatch_cards),
    "blank": Kind(mark("Blank dispatch cards"), lambda paper, _incident: blank_cards(paper), of_incident=False),
}
LOG_WORDS = mark("Command log")
LOG = "log"
MAP_WORDS = mark("The map as it is shown")
MAP = "map"


@dataclass(frozen=True, slots=True)
class Job:
    """A paper whose facts are collected and which is yet to be set and written."""

    make: Callable[[], Sheet]
    """Says its words; any thread, so from values that no longer change."""
    path: Path
    size: Size
    progress: Progress = field(default_factory=NoProgress)

    def write(self) -> tuple[Path, int]:
        """Write it; return the file and its number of pages. Any thread: a long log takes its time. Raises `KnownError` and `Cancelled`.

        A paper of the same name and second stays; this one gets the next free name.
        """
        with fresh_paper(self.path) as path:
            return path, write_pdf(self.make(), path, self.size, self.progress)


class Looked(Protocol):
    """Hears that personal data was put on paper, as a signal of a seat does."""

    def emit(self, kind: str, ident: str, /) -> object:
        """Take the kind and id of the thing."""


class PrintSeat(Protocol):
    """What a printer needs of a seat; a terminal has no more."""

    @property
    def desk(self) -> DeskPort:
        """Return the desk."""

    @property
    def actor(self) -> Id:
        """Return who prints."""

    @property
    def incident(self) -> Id | None:
        """Return the incident that papers are about where none is named."""

    @property
    def looked(self) -> Looked:
        """Return what hears of personal data on a paper."""

    def now_ms(self) -> int:
        """Return the desk's wall time."""


class Printer:
    """Writes papers of one desk into a folder."""

    def __init__(
        self, seat: PrintSeat, standing: Callable[[], Standing], folder: Path, size: Size | None = None, tiles: TileSource | None = None
    ) -> None:
        """Print from a seat's picture; `standing` is what the header says; without a size, on what this country prints on.

        `tiles` draw the ground of the maps in papers; without them there are none.
        """
        self._seat, self._standing, self._folder, self._tiles = seat, standing, folder, tiles
        self.size = size or usual_size()

    def print(self, name: str, incident: Id | None = None) -> tuple[Path, int]:
        """Write a paper of an incident, else of the chosen one (or the log); return the file and its number of pages.

        Raises `Refused` or `KnownError`.
        """
        return self.prepare(name, incident).write()

    def prepare(self, name: str, about: Id | None = None, drawn: IncidentMap | None = None, rows: Sequence[LogLine] | None = None) -> Job:
        """Return a paper of an incident, else of the chosen one (or the log), that is yet to be written. Qt main thread. Raises `Refused`.

        Its rows are those given, else those that are in memory.
        """
        if name == LOG:
            return self._log_job(self._paper())
        if not PAPERS[name].of_incident:
            return self.prepare_sheet(blank_cards)
        incident = self._incident(about)
        if PAPERS[name].medical and incident.answers and may_see(self._seat, PATIENT):
            self._seat.looked.emit(Thing.INCIDENT, incident.id)
        return self.prepare_sheet(lambda paper: PAPERS[name].make(replace(paper, map=drawn, rows=rows), incident), incident)

    def _incident(self, about: Id | None) -> IncidentView:
        """Return the incident with that id, else the chosen one. Raises `Refused`."""
        about = about or self._seat.incident
        incident = self._seat.desk.picture.incident(about) if about else None
        if incident is None:
            raise Refused("No incident is chosen")
        return incident

    def prepare_sheet(self, make: Callable[[Paper], Sheet], incident: IncidentView | None = None) -> Job:
        """Return a paper that somebody else makes, yet to be written; as `prepare`."""
        sheet = make(self._paper())
        number = f"-{incident.number}" if incident is not None else ""
        return Job(lambda: sheet, self._path(f"{sheet.code}{number}", "pdf"), self.size)

    async def prepare_beside(self, name: str, progress: Progress, about: Id | None = None) -> Job:
        """As `prepare`, while the window lives: a long log is read in slices, and `progress` told how far it is. Raises `Cancelled`."""
        paper = replace(self._paper(), progress=progress)
        if name == LOG:
            return self._log_job(await paper.with_rows())
        rows = (await paper.with_rows()).rows if paper.is_long else None
        return replace(self.prepare(name, about, await self._drawn(name, about), rows), progress=progress)

    async def _drawn(self, name: str, about: Id | None) -> IncidentMap | None:
        """Return the map that belongs to a paper; its ground is drawn while the window lives."""
        if self._tiles is None or not PAPERS[name].mapped:
            return None
        return await incident_map(self._seat.desk, self._incident(about), self._tiles, self._seat.now_ms())

    def _log_job(self, paper: Paper) -> Job:
        """Return the log of this moment; its words, seconds of work for a hundred thousand rows, are said where it is written."""
        return Job(partial(command_log, paper, paper.lines()), self._path(tr(LOG_WORDS), "pdf"), self.size, paper.progress)

    def print_with(self, name: str, write: Callable[[Paper, Path], int]) -> tuple[Path, int]:
        """Let somebody else write a whole paper into the folder; return the file and its number of pages."""
        with fresh_paper(self._path(name, "pdf")) as path:
            return path, write(self._paper(), path)

    def write_table(self, name: str, rows: Sequence[Sequence[str]]) -> Path:
        """Write a table as CSV (UTF-8 with a mark, so that spreadsheets read it); return the file. Raises `KnownError`."""
        wanted, mark = self._path(name, "csv"), mark_of(self._seat.desk.picture.operation)
        try:
            with fresh_file(wanted) as path:
                with part_of(path).open("w", encoding="utf-8-sig", newline="") as file:
                    csv.writer(file).writerows([*([[mark]] if mark else []), *rows])
                part_of(path).replace(path)
                return path
        except OSError as error:
            raise KnownError("The table {file} cannot be written: {why}", file=wanted.name, why=error.strerror or str(error)) from error

    def _path(self, name: str, ending: str) -> Path:
        """Return a file for a paper of this moment."""
        moment = formats.local_time(self._seat.now_ms()).strftime("%Y%m%d-%H%M%S")
        return marked_file(self._folder / (_NOT_A_NAME.sub("-", f"{name}-{moment}") + f".{ending}"), self._seat.desk.picture.operation)

    def said(self, path: Path, pages: int) -> Sentence:
        """Return what the strip says of a paper."""
        return say("Printed {pages} pages into {file}", pages=pages, file=str(path))

    def _paper(self) -> Paper:
        """Return what all papers say; one of an exercise's log carries the mark whatever the window's head says."""
        standing, seat = self._standing(), self._seat
        exercise = standing.exercise or is_exercise(seat.desk.picture.operation)
        head = (words_of(standing.region), words_of(standing.operation), standing.operator, standing.role)
        return Paper(seat.desk, *head, exercise, seat.now_ms(), may_see(seat, PATIENT))
