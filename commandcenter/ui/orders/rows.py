"""Orders as rows: one for each unit an order went to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from commandcenter.model.entries import Key as RegisterKey
from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import OrderState
from commandcenter.picture.orders import OrderAnswer, OrderView
from commandcenter.ui.connection.port import Receipts
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.log.receipts import receipt_words, sign_of
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


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order and one of its units."""

    order: OrderView
    unit: Id
    callsign: str
    answer: OrderAnswer

    @property
    def id(self) -> Id:
        """Return what the row is known by."""
        return derived_id("order", self.order.id, self.unit)

    @property
    def state(self) -> OrderState:
        """Return how far the unit is; a withdrawn order is that for all who have not done it."""
        withdrawn = self.order.withdrawn is not None and self.answer.state != OrderState.DONE
        return OrderState.WITHDRAWN if withdrawn else self.answer.state

    @property
    def waiting(self) -> bool:
        """Return whether something is still to come from the unit."""
        return self.state in (OrderState.SENT, OrderState.READ, OrderState.ACCEPTED)


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
            return "\n".join((self.text(row), *receipt_words(order_receipts(self._seat, row.order))))
        return super().data(index, role)

    def show(self, orders: tuple[OrderView, ...]) -> None:
        """Show the rows of exactly these orders."""
        self.become((row.id, row) for order in orders for row in self._rows_of(order))

    def _rows_of(self, order: OrderView) -> list[OrderRow]:
        units = ((unit, self._seat.desk.picture.unit(unit)) for unit in order.answers)
        return [OrderRow(order, ident, unit.callsign, order.answers[ident]) for ident, unit in units if unit is not None]


def order_receipts(seat: Seat, order: OrderView) -> Receipts | None:
    """Return on which devices an order is; `None` for a desk that is alone."""
    heads = seat.desk.picture.heads(RegisterKey(Kind.ORDER, order.id, "body"))
    return seat.receipts(heads[-1]) if heads else None


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
        at = f"{sign_of(order_receipts(self._seat, item.order))} {formats.clock(item.answer.ms)}".strip()
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
