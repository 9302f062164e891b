"""The injects of a run as a table: expected against actual, live; of one that could not happen why, for then nothing is expected."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from commandcenter.exercise.injects import Play, Standing
from commandcenter.exercise.scenario import Inject
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import language

AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
HEADS = (mark("No."), mark("Time"), mark("What happens"), mark("What is expected"), mark("Result"), mark("Took"))
STANDING = {
    Standing.PLANNED: (mark("Planned"), "", "text_faint"),
    Standing.WAITING: (mark("Waiting"), "…", "warn"),
    Standing.FULFILLED: (mark("Fulfilled"), "✓", "ok"),
    Standing.LATE: (mark("Late"), "◔", "warn"),
    Standing.MISSED: (mark("Missed"), "✗", "danger"),
    Standing.FIRED: (mark("Happened"), "•", "text_muted"),
    Standing.SKIPPED: (mark("Skipped"), "–", "text_faint"),
    Standing.FAILED: (mark("Could not happen"), "!", "danger"),
}
RINGS = (mark("Rings"), "☎", "warn")


class InjectRows(QAbstractTableModel):
    """In the order of the sheet; a change of one inject repaints its row only."""

    def __init__(self, port: ExercisePort, look: Look, parent: QObject) -> None:
        """Show a run."""
        super().__init__(parent)
        self._port, self._look = port, look
        self._controller: str | None = None
        self._rows = port.injects()

    def show_only(self, controller: str | None) -> None:
        """Show the injects of one responsible controller; `None`: of all."""
        self._controller = controller
        self.refresh()

    def refresh(self) -> None:
        """Take in what has happened."""
        rows = [pair for pair in self._port.injects() if self._controller in (None, pair[0].controller)]
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [place for place, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        for place in changed:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(HEADS) - 1))

    def number_at(self, row: int) -> str:
        """Return the number of the inject in a row."""
        return self._rows[row][0].number

    def row_of(self, number: str) -> int:
        """Return the row of an inject; -1 where it is not."""
        return next((place for place, (inject, _) in enumerate(self._rows) if inject.number == number), -1)

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many injects there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        """Return the head of a column."""
        return tr(HEADS[section]) if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        """Return a cell's words or colour."""
        if not index.isValid():
            return None
        inject, play = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(inject, play)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.colour(STANDING[play.standing][2] if index.column() == len(HEADS) - 2 else "text")
        return None

    def _words(self, inject: Inject, play: Play) -> tuple[str, ...]:
        words, sign, _ = RINGS if play.rings else STANDING[play.standing]
        planned_ms = self._port.start_ms + inject.offset_ms
        at_ms = play.fired_ms if play.fired_ms is not None else planned_ms if inject.trigger is None else None
        took = formats.eta((play.done_ms - play.fired_ms) / 1000) if play.done_ms is not None and play.fired_ms is not None else ""
        time = formats.clock(at_ms) if at_ms is not None else tr("when triggered")
        missing = f"! {spoken(play.why_not)}" if play.why_not is not None else ""
        expected = missing if play.standing is Standing.FAILED else "  ".join(part for part in (inject.expected.get(language()), missing) if part)
        return (inject.number, time, inject.synopsis.get(language()), expected, f"{sign} {tr(words)}".strip(), took)
