"""Rows of the surge window: what nobody has been sent to, in the suggested order, by area or as one list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from commandcenter.dispatch.duplicates import Duplicate
from commandcenter.dispatch.grouping import Group, by_area
from commandcenter.dispatch.recommendation import Recommendation, Unfilled
from commandcenter.dispatch.slots import counted_of
from commandcenter.dispatch.worklist import Waiting, effective_priority
from commandcenter.model.ids import Id
from commandcenter.picture.views import IncidentView, StationView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.recommend.labels import missing_heads
from commandcenter.ui.rows import ITEM_ROLE, NO_INDEX, AnyIndex
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import language, local_name, type_name
from commandcenter.ui.words import priority_word

COLUMNS = (
    mark("Order of work"),
    mark("Priority"),
    mark("Number"),
    mark("Type"),
    mark("Place"),
    mark("Waiting"),
    mark("May be the same as"),
    mark("Proposed"),
)
PLACE, WAITING, SAME, PROPOSED = 4, 5, 6, 7


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of an area."""

    group: Group


@dataclass(frozen=True, slots=True)
class Line:
    """One incident."""

    order: int
    """1: work on this one first."""
    incident: IncidentView


class SurgeRows(QAbstractTableModel):
    """What waits. Qt thread."""

    def __init__(self, seat: Seat) -> None:
        """Read the picture."""
        super().__init__(seat)
        self._seat = seat
        self._lines: list[Head | Line] = []
        self._same: dict[Id, Duplicate] = {}
        self._proposed: dict[Id, Recommendation] = {}
        self.grouped = True
        self.only_same = False
        self.waiting = Waiting((), 0.0)

    def reload(self) -> None:
        """Read what waits anew."""
        self.beginResetModel()
        self.waiting = self._seat.desk.advice.waiting()
        shown = [Line(n, i) for n, i in enumerate(self.waiting.order, start=1) if not self.only_same or i.id in self._same]
        self._lines = list(self._by_area(shown)) if self.grouped else list(shown)
        self.endResetModel()

    def _by_area(self, shown: Sequence[Line]) -> list[Head | Line]:
        desk = self._seat.desk
        line = {one.incident.id: one for one in shown}
        lines: list[Head | Line] = []
        for group in by_area([one.incident for one in shown], desk.catalogue.plan_rules.areas, desk.picture.stations()):
            lines += [Head(group), *(line[incident.id] for incident in group.incidents)]
        return lines

    def show_same(self, pairs: Sequence[Duplicate]) -> None:
        """Show which may be one."""
        self._same = {pair.newer.id: pair for pair in pairs}
        if self.only_same:
            self.reload()
        else:
            self._repaint(SAME)

    def show_proposed(self, plan: Mapping[Id, Recommendation]) -> None:
        """Show who would go where."""
        self._proposed = dict(plan)
        self._repaint(PROPOSED)

    def pair(self, incident: Id) -> Duplicate | None:
        """Return whom an incident may be the same as."""
        return self._same.get(incident)

    def proposed(self, incident: Id) -> Recommendation | None:
        """Return who would go to an incident."""
        return self._proposed.get(incident)

    def about(self, incident: Id) -> str:
        """Return in full what the columns have no room for: whom it is like and why, and who would go."""
        pair = self._same.get(incident)
        like = f"{pair.older.number} · {spoken(pair.why)}" if pair is not None else ""
        return "\n".join(part for part in (like, self._proposal(incident)) if part)

    def plan(self) -> tuple[Recommendation, ...]:
        """Return all proposals that send somebody, in the order of work."""
        return tuple(found for i in self.waiting.order if (found := self._proposed.get(i.id)) is not None and found.units)

    def line(self, row: int) -> Head | Line:
        """Return a row."""
        return self._lines[row]

    def heads(self) -> list[int]:
        """Return the rows of the headings."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, Head)]

    def row_of(self, incident: Id | None) -> int:
        """Return the row of an incident, −1 where it is not shown."""
        return next((row for row, line in enumerate(self._lines) if isinstance(line, Line) and line.incident.id == incident), -1)

    def tick(self) -> None:
        """Show the time that has passed."""
        self._repaint(WAITING)

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a column's name."""
        return tr(COLUMNS[section]) if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a cell."""
        if not index.isValid():
            return None
        line, look = self._lines[index.row()], self._seat.look
        if role == ITEM_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._head(line, index.column()) if isinstance(line, Head) else self._cell(line, index.column(), role)
        if isinstance(line, Head):
            return {
                Qt.ItemDataRole.FontRole: look.font("small", bold=True),
                Qt.ItemDataRole.ForegroundRole: look.colour("text_muted"),
                Qt.ItemDataRole.BackgroundRole: look.colour("raised"),
            }.get(Qt.ItemDataRole(role))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in (1, SAME):
            return look.priority(line.incident.priority) if index.column() == 1 else look.colour("warn")
        return None

    def _head(self, head: Head, column: int) -> str:
        if column:
            return ""
        oldest_s = (self._seat.now_ms() - min(i.answered_ms for i in head.group.incidents)) / 1000
        return tr("{area} · {n} waiting, the oldest for {age}", area=ground_name(head.group), n=len(head.group.incidents), age=formats.age(oldest_s))

    def _cell(self, line: Line, column: int, role: int) -> str:
        incident, now_ms = line.incident, self._seat.now_ms()
        if column == PROPOSED:
            return self._proposal(incident.id)
        if column == SAME:
            pair = self._same.get(incident.id)
            if role != Qt.ItemDataRole.DisplayRole and pair is not None:
                return f"{pair.older.number} · {round(pair.score * 100)} % · {spoken(pair.why)}"
            return f"{pair.older.number} · {round(pair.score * 100)} %" if pair is not None else ""
        risen = effective_priority(incident, self._seat.desk.catalogue.policy.surge, now_ms)
        priority = priority_word(incident.priority) + (f" ↑{risen}" if risen < incident.priority else "")
        kind = incident.name or type_name(self._seat.desk.catalogue, incident.type)
        return (str(line.order), priority, incident.number, kind, incident.address, formats.age((now_ms - incident.answered_ms) / 1000))[column]

    def _proposal(self, incident: Id) -> str:
        found = self._proposed.get(incident)
        if found is None:
            return ""
        sent = ", ".join(f"{u.callsign} {formats.eta(u.eta_s)}" for u in found.units)
        return " · ".join(part for part in (sent, *self._missing(found.unfilled)) if part)

    def _missing(self, unfilled: Sequence[Unfilled]) -> list[str]:
        """Return how many units are missing, and what else, each as it is counted: people, litres …; goods are planned for apart."""
        counted = [u for u in unfilled if counted_of(u.slot) is not None]
        units = sum(u.missing for u in unfilled if counted_of(u.slot) is None and not u.slot.startswith("supply-"))
        catalogue = self._seat.desk.catalogue
        others = [said for u in counted for said in missing_heads(catalogue, u.slot, u.capability, u.missing).right]
        short = tr("1 unit missing") if units == 1 else tr("{n} units missing", n=units)
        return [short, *others] if units else others

    def _repaint(self, column: int) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, column), self.index(len(self._lines) - 1, column))


def ground_name(group: Group) -> str:
    """Return the name of a group's area or station."""
    if group.ground is None:
        return tr("Everywhere")
    if isinstance(group.ground, StationView):
        return tr("Around {station}", station=local_name(group.ground.name, group.ground.names))
    return group.ground.name(language())
