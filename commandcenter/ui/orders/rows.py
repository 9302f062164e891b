"""Orders as rows: one for each unit an order went to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from commandcenter.model.words import OrderState
from commandcenter.picture.orders import OrderView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.orders.receipts import row_receipt_words, row_sign
from commandcenter.ui.orders.row import OrderRow
from commandcenter.ui.queue.delegate import LEFT, RIGHT, paint_ground
from commandcenter.ui.rows import ITEM_ROLE, AnyIndex, Key, SortedRows
from commandcenter.ui.seat import Seat
from commandcenter.ui.shapes import paint_chip
from commandcenter.ui.words import order_word

Index = QModelIndex | QPersistentModelIndex
COLOURS = {
    OrderState.SENT: "warn",
    OrderState.READ: "warn",
    OrderState.ACCEPTED: "ok",
    OrderState.REFUSED: "danger",
    OrderState.DONE: "text_faint",
    OrderState.WITHDRAWN: "text_faint",
}
CALLSIGN_W = 64


class OrderRows(SortedRows[OrderRow]):
    """What waits stands first, the newest on top."""

    def __init__(self, seat: Seat) -> None:
        """Start empty."""
        super().__init__(seat)
        self._seat = seat

    def key(self, item: OrderRow) -> Key:
        """Sort: refused, then waiting, then the rest; newest first."""
        rank = 0 if item.state == OrderState.REFUSED else 1 if item.waiting else 2
        return (rank, not item.order.urgent, -item.order.sent_ms, item.callsign)

    def text(self, item: OrderRow) -> str:
        """Return the row in words."""
        reason = f" ({item.answer.reason})" if item.answer.reason else ""
        return f"{item.callsign}: {item.order.text}. {order_word(item.state)}{reason}"

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return what every list gives, and as a tooltip on which devices the order is."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            row: OrderRow = index.data(ITEM_ROLE)
            return "\n".join((self.text(row), *row_receipt_words(self._seat, row)))
        return super().data(index, role)

    def show(self, orders: tuple[OrderView, ...]) -> None:
        """Show the rows of exactly these orders."""
        self.become((row.id, row) for order in orders for row in self._rows_of(order))

    def _rows_of(self, order: OrderView) -> list[OrderRow]:
        units = ((unit, self._seat.desk.picture.unit(unit)) for unit in order.answers)
        return [OrderRow(order, ident, unit.callsign, order.answers[ident]) for ident, unit in units if unit is not None]


class OrderDelegate(QStyledItemDelegate):
    """Callsign, order, how far the unit is with it and since when."""

    def __init__(self, seat: Seat) -> None:
        """Paint with a seat's look."""
        super().__init__(seat)
        self._seat = seat

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one height for all rows."""
        return QSize(200, self._seat.look.size("size_row") + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        item: OrderRow = index.data(ITEM_ROLE)
        look, box = self._seat.look, option.rect.adjusted(12, 0, -10, 0)
        painter.save()
        paint_ground(painter, option, self._seat)
        painter.setFont(look.font("body", bold=True))
        painter.setPen(look.colour("text" if item.waiting else "text_muted"))
        painter.drawText(box, LEFT, item.callsign)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_muted"))
        at = f"{row_sign(self._seat, item)} {formats.clock(item.answer.ms)}".strip()
        painter.drawText(box, RIGHT, at)
        edge = box.right() - painter.fontMetrics().horizontalAdvance(at) - 10
        start = paint_chip(painter, edge, box.center().y() + 1, order_word(item.state), look.colour(COLOURS[item.state]), look.font("small"))
        room = box.adjusted(CALLSIGN_W, 0, 0, 0)
        room.setRight(int(start) - 8)
        text = f"{item.order.text} – {item.answer.reason}" if item.answer.reason else item.order.text
        if item.order.urgent:
            text = f"{tr('URGENT')} · {text}"
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text" if item.waiting else "text_muted"))
        painter.drawText(room, LEFT, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
        painter.restore()
