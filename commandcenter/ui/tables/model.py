"""A table of plain rows: columns say how to put a row into words; what is chosen stays chosen when the rows change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.rows import ITEM_ROLE, NO_INDEX, AnyIndex
from commandcenter.ui.theme.look import Look

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column."""

    words: str
    """Its name, marked for translation."""
    cell: Callable[[Row], str]
    number: bool = False
    """Written from the right."""
    tone: Callable[[Row], str] | None = None
    """A colour of the theme's `ui` table, empty for the usual one; never the only sign of anything."""
    wide: bool = False
    """Takes the room that is left."""


class TableRows(QAbstractTableModel, Generic[Row]):
    """Rows under columns. `key` tells rows apart over changes."""

    def __init__(self, look: Look, columns: Sequence[Column[Row]], key: Callable[[Row], object], parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._look, self.columns, self._key = look, tuple(columns), key
        self.rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show exactly these rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row_of(self, key: object) -> int:
        """Return where a row is, −1 where it is not."""
        return next((n for n, row in enumerate(self.rows) if self._key(row) == key), -1)

    def key_at(self, number: int) -> object:
        """Return what tells a row apart; `None` outside."""
        return self._key(self.rows[number]) if 0 <= number < len(self.rows) else None

    def texts(self) -> list[list[str]]:
        """Return heads and cells in the language in force: for papers and files."""
        return [[tr(c.words) for c in self.columns], *([c.cell(row) for c in self.columns] for row in self.rows)]

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a column's name."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].words)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a cell, its colour, or the row itself (`ITEM_ROLE`)."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == ITEM_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.cell(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None and column.tone(row):
            return self._look.colour(column.tone(row))
        return None
