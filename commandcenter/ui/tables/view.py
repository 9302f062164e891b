"""A table that says something useful while it is empty, keeps its choice, and takes letters as acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from commandcenter.ui.frame.parts import paint_empty
from commandcenter.ui.tables.model import Column, TableRows
from commandcenter.ui.theme.look import Look

Row = TypeVar("Row")
BESIDE_PX, ABOVE_PX, MOST_PX = 20, 10, 10_000
"""Left free beside and above the words of a cell that takes several lines; no row is higher than the last."""
WIDE_LEAST_PX = 120
"""A column of words is never narrower: where there is less room, the table scrolls."""


class Table(QTableView, Generic[Row]):
    """Rows of one kind.

    Signals:
        chosen(): another row is the current one, or none.
    """

    chosen = Signal()

    def __init__(self, look: Look, columns: Sequence[Column[Row]], key: Callable[[Row], object]) -> None:
        """Start empty; `name_it` gives it its words."""
        super().__init__()
        self._look = look
        self.rows: TableRows[Row] = TableRows(look, columns, key, self)
        self._headline = self._hint = self._icon = ""
        self._narrow = False
        self.keys: Mapping[Qt.Key, Callable[[], object]] = {}
        """What single keys do with the current row."""
        self.setModel(self.rows)
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.size("size_row"))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for n, column in enumerate(columns):
            header.setSectionResizeMode(n, QHeaderView.ResizeMode.Stretch if column.wide else QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())

    def wrap_rows(self) -> None:
        """Let a long cell take several lines: for short tables in which every word matters."""
        self.setWordWrap(True)
        self.verticalHeader().setMinimumSectionSize(self._look.size("size_row"))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().sectionResized.connect(self._fit_rows)

    def sizeHintForColumn(self, column: int) -> int:
        """Return how wide the words of a column are; out of sight nothing is measured: Qt asks anew each time the table gets another parent."""
        return super().sizeHintForColumn(column) if self.isVisible() else 0

    def sizeHintForRow(self, row: int) -> int:
        """Return how high the words of a row are where they may take several lines; Qt's own forgets what the theme leaves free beside them."""
        if not self.isVisible():
            return self._look.size("size_row")
        if not self.wordWrap():
            return super().sizeHintForRow(row)
        cells = [(str(self.rows.index(row, n).data() or ""), self.columnWidth(n) - BESIDE_PX) for n in range(self.rows.columnCount())]
        wraps, metrics = Qt.TextFlag.TextWordWrap.value, self.fontMetrics()
        return ABOVE_PX + max((metrics.boundingRect(0, 0, width, MOST_PX, wraps, words).height() for words, width in cells), default=0)

    def _fit_rows(self) -> None:
        """Make rows as high as the words need in columns of the width they have now."""
        if self.isVisible():
            self.resizeRowsToContents()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what came while it was out of sight."""
        super().showEvent(event)
        header = self.horizontalHeader()
        for n, column in enumerate(self.rows.columns):
            if not column.wide:
                header.setSectionResizeMode(n, QHeaderView.ResizeMode.ResizeToContents)
        self._share_room()
        if self.wordWrap():
            self._fit_rows()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these rows; the current one stays current where it is still there."""
        kept = self.rows.key_at(self.currentIndex().row())
        self.rows.show(rows)
        place = self.rows.row_of(kept)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place, 0))
        self._share_room()
        self.chosen.emit()
        self.viewport().update()

    def choose(self, key: object) -> None:
        """Make a row the current one."""
        place = self.rows.row_of(key)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place, 0))

    def current(self) -> Row | None:
        """Return the current row."""
        place = self.currentIndex().row()
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    def name_it(self, name: str, headline: str, hint: str = "", icon: str = "tray") -> None:
        """Say what the table is, and what it says while it is empty; called anew at each change of language."""
        self.setAccessibleName(name)
        self._headline, self._hint, self._icon = headline, hint, icon
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.rows.columnCount() - 1))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the table's own keys."""
        act = self.keys.get(Qt.Key(event.key())) if event.modifiers() == Qt.KeyboardModifier.NoModifier else None
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room among the columns of words."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Stretch the columns of words over what the others leave, as long as that is enough to read them."""
        header = self.horizontalHeader()
        wide = [n for n, column in enumerate(self.rows.columns) if column.wide]
        taken = sum(header.sectionSize(n) for n in range(header.count()) if n not in wide)
        narrow = self.viewport().width() - taken < WIDE_LEAST_PX * len(wide)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for n in wide:
            header.setSectionResizeMode(n, QHeaderView.ResizeMode.Fixed if narrow else QHeaderView.ResizeMode.Stretch)
            header.resizeSection(n, WIDE_LEAST_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the words for none."""
        super().paintEvent(event)
        if self.rows.rowCount() == 0:
            paint_empty(self.viewport(), self._look, self._icon, self._headline, self._hint)
