"""What several papers say of an incident, prefilled from the picture and the log."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from commandcenter.geo.gazetteer.coordinates import format_all
from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.model.words import UnitStatus
from commandcenter.picture.views import AssignmentView, IncidentView, LogLine
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.log.reading import lines_at
from commandcenter.ui.log.words import line_words
from commandcenter.ui.ports import DeskPort
from commandcenter.ui.prints.incident_map import IncidentMap
from commandcenter.ui.prints.sheet import Drawing
from commandcenter.ui.type_names import type_name, unit_kind_name
from commandcenter.ui.words import role_word

ALL_LINES = 1_000_000
READING, SAYING = mark("Reading the log"), mark("Writing the rows")
"""Stages of a long paper."""
SLICE_ROWS = 200
"""Rows of the log that are read at one go while the window lives: some 15 ms of work."""


@dataclass(frozen=True)
class Paper:
    """Where a paper is prepared: desk, header facts, moment."""

    desk: DeskPort
    region: str
    operation: str
    operator: str
    role: str
    exercise: bool
    now_ms: int
    medical: bool = False
    """Whether whoever prints it may see medical data."""
    map: IncidentMap | None = None
    """Of the incident, where there is a map to draw it from."""
    rows: Sequence[LogLine] | None = None
    """All rows of the log, oldest first, where they were read before."""
    progress: Progress = field(default_factory=NoProgress)
    """Told how much of a long log is read and said."""

    @property
    def prepared(self) -> str:
        """Return who prepared it, and when."""
        moment = f"{formats.moment(self.now_ms)} {formats.zone(self.now_ms)}"
        return tr("Prepared by {name}, {role}, {time}", name=self.operator, role=role_word(self.role), time=moment)

    @property
    def about(self) -> str:
        """Return region and operation."""
        return f"{self.region} · {self.operation}"

    def incident_name(self, incident: IncidentView) -> str:
        """Return number, name or type, and address where there is one."""
        named = f"{incident.number} {incident.name or type_name(self.desk.catalogue, incident.type)}"
        return f"{named}, {incident.address}" if incident.address else named

    def lines(self, incident: Id | None = None, types: Iterable[str] = ()) -> list[LogLine]:
        """Return rows of the log in the order in which things happened; of one incident and some types where given."""
        wanted = frozenset(types)
        rows = [line for line in self._rows if incident in (None, line.incident) and (not wanted or line.type in wanted)]
        return sorted(rows, key=lambda line: line.happened_ms) if any(line.late_ms is not None for line in rows) else rows

    @cached_property
    def _rows(self) -> Sequence[LogLine]:
        """All rows of the log, oldest first: read once for one paper."""
        return tuple(reversed(self.desk.picture.lines(ALL_LINES))) if self.rows is None else self.rows

    @property
    def is_long(self) -> bool:
        """Return whether the log has rows that are in memory no longer."""
        first = self.desk.picture.line_positions(0, 1)
        return bool(first) and self.desk.picture.line_at(first[0]) is None

    async def with_rows(self) -> Paper:
        """Return this paper with all rows of the log as it stands now, read in slices between which the window lives.

        Qt main thread. Raises `Cancelled`, as `diary` does, and `KnownError`.
        """
        rows: list[LogLine] = []
        picture = self.desk.picture
        places = picture.line_positions(0, picture.lines_total())
        for first in range(0, len(places), SLICE_ROWS):
            rows += await lines_at(self.desk, places[first : first + SLICE_ROWS])
            self.progress.report(READING, len(rows), len(places))
            await asyncio.sleep(0)
        return replace(self, rows=rows)

    def diary(self, lines: Sequence[LogLine], tell: Callable[[LogLine], Sequence[str]]) -> list[Sequence[str]]:
        """Return the clock and what `tell` says of each row, under a heading for each day."""
        rows: list[Sequence[str]] = []
        day = ""
        for place, line in enumerate(lines):
            self.progress.report(SAYING, place, len(lines))
            if (this := formats.long_day(line.happened_ms)) != day:
                day = this
                rows.append((day,))
            rows.append((formats.clock(line.happened_ms), *tell(line)))
        return rows

    def words(self, line: LogLine) -> str:
        """Return what happened, in one line."""
        return line_words(line, self.desk.catalogue)

    def drawings(self, title: str) -> tuple[Drawing, ...]:
        """Return the map of the incident under a title, where there is one."""
        return (self.map.drawing(title),) if self.map is not None else ()

    def period(self, lines: Iterable[LogLine]) -> str:
        """Return from when until when rows reach."""
        times = [line.happened_ms for line in lines]
        return f"{formats.moment(min(times))} – {formats.moment(max(times))} {formats.zone(max(times))}" if times else ""

    def resources(self, incident: IncidentView) -> list[tuple[str, str, str, str, str, str]]:
        """Return callsign, kind, ordered, en route, arrived, ended of each unit that was on an incident; a time of another day names it."""
        return [self._resource(one, formats.long_day(incident.reported_ms)) for one in self.desk.picture.assignments(incident=incident.id)]

    def _resource(self, one: AssignmentView, day: str) -> tuple[str, str, str, str, str, str]:
        unit = self.desk.picture.unit(one.unit)
        times = [one.times_ms.get(status) for status in (UnitStatus.DISPATCHED, UnitStatus.ENROUTE, UnitStatus.ON_SCENE)]
        ordered, enroute, arrived, ended = (_clock(ms, day) for ms in (*times, one.ended_ms))
        kind = unit_kind_name(self.desk.catalogue, unit.kind) if unit else ""
        return (unit.callsign if unit else "?", kind, ordered, enroute, arrived, ended)

    def place(self, incident: IncidentView) -> str:
        """Return where an incident is: its address where there is one, and its coordinates in two notations."""
        said = format_all(incident.at)
        coordinates = f"{said['lat_lon']}; {said['mgrs']}"
        return f"{incident.address} ({coordinates})" if incident.address else coordinates


def _clock(ms: int | None, day: str) -> str:
    """Return the clock, and below it the day where it is another; empty where it never was."""
    if ms is None:
        return ""
    return formats.clock(ms) if formats.long_day(ms) == day else f"{formats.clock(ms)}\n{formats.day(ms)}"
