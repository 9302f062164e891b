"""A grid of tiles with a heading cell before each group; wraps to any width and paints only what is visible."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from commandcenter.ui.board.model import GROUP_ROLE
from commandcenter.ui.frame.parts import paint_empty
from commandcenter.ui.theme.look import Look

GAP = 4
Index = QModelIndex | QPersistentModelIndex


class TileView(QAbstractItemView):
    """Shows a list model whose rows come sorted by group (`GROUP_ROLE`)."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty grid."""
        super().__init__(parent)
        self._look = look
        self._cell_of: list[int] = []
        self._heads: dict[int, tuple[str, int, int]] = {}
        self._row_in: dict[int, int] = {}
        self._empty = ("", "")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def say_when_empty(self, headline: str, hint: str) -> None:
        """Set what an empty board says."""
        self._empty = (headline, hint)
        self.viewport().update()

    # geometry

    def columns(self) -> int:
        """Return how many cells fit side by side."""
        return max(1, (self.viewport().width() - GAP) // self._pitch()[0])

    def _pitch(self) -> tuple[int, int]:
        """Return the cell's step: widened so that the cells fill the line."""
        least = self._look.size("size_tile_w") + GAP
        count = max(1, (self.viewport().width() - GAP) // least)
        return max(least, (self.viewport().width() - GAP) // count), self._look.size("size_tile_h") + GAP

    def _cell_rect(self, cell: int) -> QRect:
        wide, high = self._pitch()
        line, column = divmod(cell, self.columns())
        return QRect(GAP + column * wide, GAP + line * high - self.verticalOffset(), wide - GAP, high - GAP)

    def doItemsLayout(self) -> None:
        """Number the cells: one for each heading, one for each row."""
        self._cell_of, self._heads, self._row_in = [], {}, {}
        model = self.model()
        cell = 0
        rows = range(model.rowCount()) if model is not None else range(0)
        for group, members in groupby(rows, lambda row: str(model.index(row, 0).data(GROUP_ROLE))):
            head, first = cell, len(self._cell_of)
            for row in members:
                cell += 1
                self._row_in[cell] = row
                self._cell_of.append(cell)
            self._heads[head] = (group, first, len(self._cell_of))
            cell += 1
        super().doItemsLayout()

    def updateGeometries(self) -> None:
        """Set the scroll range."""
        cells = len(self._cell_of) + len(self._heads)
        lines = -(-cells // self.columns())
        bar, high = self.verticalScrollBar(), self._pitch()[1]
        bar.setSingleStep(high)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, lines * high + GAP - self.viewport().height()))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.updateGeometries()

    # what QAbstractItemView asks for

    def visualRect(self, index: Index) -> QRect:
        """Return where a tile is in the viewport."""
        row = index.row()
        return self._cell_rect(self._cell_of[row]) if 0 <= row < len(self._cell_of) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the tile at a point of the viewport."""
        wide, high = self._pitch()
        column, line = (point.x() - GAP) // wide, (point.y() + self.verticalOffset() - GAP) // high
        row = self._row_in.get(line * self.columns() + column, -1) if 0 <= column < self.columns() else -1
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Scroll as little as needed to show a tile."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if rect.top() < 0:
            bar.setValue(bar.value() + rect.top() - GAP)
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + GAP - self.viewport().height())

    def horizontalOffset(self) -> int:
        """Return 0: it wraps."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """No tile is hidden."""
        return False

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the tile an arrow key leads to; headings are stepped over."""
        count = len(self._cell_of)
        if not count:
            return QModelIndex()
        row, move = max(self.currentIndex().row(), 0), QAbstractItemView.CursorAction
        lines = max(1, self.viewport().height() // self._pitch()[1])
        if action in (move.MoveHome, move.MoveEnd):
            row = 0 if action == move.MoveHome else count - 1
        elif action in (move.MoveLeft, move.MovePrevious, move.MoveRight, move.MoveNext):
            row += -1 if action in (move.MoveLeft, move.MovePrevious) else 1
        else:
            step = 1 if action in (move.MoveUp, move.MoveDown) else lines
            row = self._row_near(self._cell_of[row] + (-1 if action in (move.MoveUp, move.MovePageUp) else 1) * step * self.columns())
        return self.model().index(min(max(row, 0), count - 1), 0)

    def _row_near(self, cell: int) -> int:
        if cell in self._row_in:
            return self._row_in[cell]
        if cell + 1 in self._row_in:
            return self._row_in[cell + 1]
        return 0 if cell < 0 else len(self._cell_of) - 1

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the tiles that a rectangle touches."""
        chosen = QItemSelection()
        for row, cell in enumerate(self._cell_of):
            if self._cell_rect(cell).intersects(rect):
                index = self.model().index(row, 0)
                chosen.select(index, index)
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return the area to repaint."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible cells."""
        if not self._cell_of:
            paint_empty(self.viewport(), self._look, "fire-truck", *self._empty)
            return
        painter = QPainter(self.viewport())
        high = self._pitch()[1]
        first = max(0, (event.rect().top() + self.verticalOffset() - GAP) // high) * self.columns()
        last = ((event.rect().bottom() + self.verticalOffset()) // high + 1) * self.columns()
        for cell in range(first, min(last, len(self._cell_of) + len(self._heads))):
            if cell in self._heads:
                self._paint_head(painter, self._cell_rect(cell), *self._heads[cell])
            else:
                self._paint_tile(painter, self._row_in[cell])
        painter.end()

    def _paint_tile(self, painter: QPainter, row: int) -> None:
        index = self.model().index(row, 0)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            option.state |= QStyle.StateFlag.State_HasFocus
        if option.rect.contains(self.viewport().mapFromGlobal(self.cursor().pos())):
            option.state |= QStyle.StateFlag.State_MouseOver
        self.itemDelegateForIndex(index).paint(painter, option, index)

    def _paint_head(self, painter: QPainter, box: QRect, group: str, first: int, end: int) -> None:
        """Paint a group's name and its count."""
        inner = box.adjusted(8, 3, -6, -4)
        half = inner.height() // 2
        painter.setFont(self._look.font("small", bold=True))
        painter.setPen(self._look.colour("text"))
        name = painter.fontMetrics().elidedText(group, Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), half), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("text_faint"))
        painter.drawText(QRect(inner.left(), inner.top() + half, inner.width(), half), Qt.AlignmentFlag.AlignVCenter, self.head_count(first, end))

    def head_count(self, first: int, end: int) -> str:
        """Return what stands under a group's name, for its rows `first` … `end` − 1."""
        return str(end - first)
