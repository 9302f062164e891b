"""The board's cards: one for each group, with its name above its tiles; wraps to any width and paints only what is visible."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip, QWidget

from commandcenter.ui.board.model import GROUP_ROLE
from commandcenter.ui.board.shelves import Card, Measures, Shelves
from commandcenter.ui.frame.parts import paint_empty
from commandcenter.ui.theme.look import Look

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
HEAD_H = 22


class TileView(QAbstractItemView):
    """Shows a list model whose rows come sorted by group (`GROUP_ROLE`).

    Signals:
        left(): the pointer left the board.
    """

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make an empty board."""
        super().__init__(parent)
        self._look = look
        self._measures = Measures(look.size("size_tile_w"), look.size("size_tile_h"), HEAD_H)
        self._groups: list[tuple[str, int]] = []
        self.shelves = Shelves(self._measures, 0)
        self._empty = ("", "")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)

    def say_when_empty(self, headline: str, hint: str) -> None:
        """Set what an empty board says."""
        self._empty = (headline, hint)
        self.viewport().update()

    # geometry

    def doItemsLayout(self) -> None:
        """Put every group on its shelf."""
        model = self.model()
        rows = range(model.rowCount()) if model is not None else range(0)
        self._groups = [(group, sum(1 for _ in members)) for group, members in groupby(rows, lambda row: str(model.index(row, 0).data(GROUP_ROLE)))]
        self._arrange()
        super().doItemsLayout()

    def _arrange(self) -> None:
        self.shelves = Shelves.arrange(self._groups, self.viewport().width(), self._measures)

    def _count(self) -> int:
        return self.shelves.cards[-1].end if self.shelves.cards else 0

    def updateGeometries(self) -> None:
        """Set the scroll range."""
        bar = self.verticalScrollBar()
        bar.setSingleStep(self._measures.tile_h + HEAD_H)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self.shelves.height - self.viewport().height()))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._arrange()
        self.updateGeometries()

    # what QAbstractItemView asks for

    def visualRect(self, index: Index) -> QRect:
        """Return where a tile is in the viewport."""
        if not 0 <= index.row() < self._count():
            return QRect()
        x, y, w, h = self.shelves.tile(index.row())
        return QRect(x, y - self.verticalOffset(), w, h)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the tile at a point of the viewport."""
        row = self.shelves.row_at(point.x(), point.y() + self.verticalOffset())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Scroll as little as needed to show a tile with its group's name."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if rect.top() < HEAD_H:
            bar.setValue(bar.value() + rect.top() - HEAD_H - self._measures.gap)
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + 2 * self._measures.gap - self.viewport().height())

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
        """Return the tile an arrow key leads to."""
        count = self._count()
        if not count:
            return QModelIndex()
        row, move = max(self.currentIndex().row(), 0), QAbstractItemView.CursorAction
        if action in (move.MoveHome, move.MoveEnd):
            row = 0 if action == move.MoveHome else count - 1
        elif action in (move.MoveLeft, move.MovePrevious, move.MoveRight, move.MoveNext):
            row += -1 if action in (move.MoveLeft, move.MovePrevious) else 1
        else:
            page = max(1, self.viewport().height() // (self._measures.tile_h + HEAD_H))
            lines = 1 if action in (move.MoveUp, move.MoveDown) else page
            row = self.shelves.step(row, -lines if action in (move.MoveUp, move.MovePageUp) else lines)
        return self.model().index(min(max(row, 0), count - 1), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the tiles that a rectangle touches."""
        chosen = QItemSelection()
        for card in self.shelves.between(rect.top() + self.verticalOffset(), rect.bottom() + self.verticalOffset()):
            for row in range(card.first, card.end):
                index = self.model().index(row, 0)
                if self.visualRect(index).intersects(rect):
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
        """Paint the visible cards."""
        if not self._count():
            paint_empty(self.viewport(), self._look, "fire-truck", *self._empty)
            return
        painter = QPainter(self.viewport())
        offset, area = self.verticalOffset(), event.rect()
        for card in self.shelves.between(area.top() + offset, area.bottom() + offset):
            self._paint_card(painter, card)
            for row in range(card.first, card.end):
                if self.visualRect(self.model().index(row, 0)).intersects(area):
                    self._paint_tile(painter, row)
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
        if self.points_at(index) or option.rect.contains(self.viewport().mapFromGlobal(self.cursor().pos())):
            option.state |= QStyle.StateFlag.State_MouseOver
        self.itemDelegateForIndex(index).paint(painter, option, index)

    def _paint_card(self, painter: QPainter, card: Card) -> None:
        """Paint a group's ground, its name and its count."""
        look = self._look
        box = QRect(card.x, card.y - self.verticalOffset(), card.w, card.h)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("border"), 1))
        painter.setBrush(look.colour("window"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        head = QRect(box.left() + 9, box.top(), box.width() - 18, HEAD_H)
        count = self.head_count(card.first, card.end)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_muted"))
        painter.drawText(head, RIGHT, count)
        room = head.width() - painter.fontMetrics().horizontalAdvance(count) - 8
        painter.setFont(look.font("small", bold=True))
        painter.setPen(look.colour("text"))
        painter.drawText(head, LEFT, painter.fontMetrics().elidedText(card.group, Qt.TextElideMode.ElideRight, room))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that nothing is pointed at."""
        super().leaveEvent(event)
        self.left.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say a group's whole name where the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.indexAt(event.pos()).isValid():
            y = event.pos().y() + self.verticalOffset()
            under = next((card for card in self.shelves.between(y, y) if card.x <= event.pos().x() < card.x + card.w), None)
            QToolTip.showText(event.globalPos(), under.group if under else "", self)
            return True
        return super().viewportEvent(event)

    def points_at(self, index: Index) -> bool:
        """Return whether something else on the screen points at a tile."""
        return False

    def head_count(self, first: int, end: int) -> str:
        """Return what stands beside a group's name, for its rows `first` … `end` − 1."""
        return str(end - first)
