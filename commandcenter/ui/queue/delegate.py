"""Paints one incident of the queue in two lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from commandcenter.picture.views import IncidentView
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.queue.timing import Timings
from commandcenter.ui.rows import ITEM_ROLE
from commandcenter.ui.seat import Seat
from commandcenter.ui.shapes import paint_chip, paint_priority
from commandcenter.ui.type_names import type_name
from commandcenter.ui.words import state_word

CALL_WARN_SHARE = 0.75
"""The call clock turns amber: a quarter before the limit."""

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, seat: Seat, *, pointed: bool = False) -> None:
    """Paint the ground of a row: plain, hovered (or pointed at on the map), selected; with a frame when it has the keyboard."""
    state, look = option.state, seat.look
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, look.colour("selected"))
    elif pointed or state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, look.colour("hover"))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.save()
        painter.setPen(look.colour("focus"))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()


class IncidentDelegate(QStyledItemDelegate):
    """Priority, number, type, place, units, and what runs there: the call clock, what is overdue, the next timer, else the age."""

    def __init__(self, seat: Seat, timings: Timings | None = None) -> None:
        """Paint with a seat's look and clock; without `timings` nothing is overdue."""
        super().__init__(seat)
        self._seat, self._timings = seat, timings

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one height for all rows."""
        return QSize(200, self._seat.look.size("size_queue_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        incident: IncidentView = index.data(ITEM_ROLE)
        look, box = self._seat.look, option.rect
        painter.save()
        paint_ground(painter, option, self._seat, pointed=self._seat.pointed_at == ("incident", incident.id))
        colour = look.priority(incident.priority) if incident.open else look.colour("text_faint")
        painter.fillRect(QRect(box.left(), box.top() + 4, 3, box.height() - 9), colour)
        badge = QRectF(box.left() + 12, box.top() + 8, 22, 20)
        paint_priority(painter, badge, incident.priority, colour, look.colour("panel"), look.font("body", bold=True))
        inner = box.adjusted(42, 5, -10, -6)
        half = inner.height() // 2
        self._first_line(painter, QRect(inner.left(), inner.top(), inner.width(), half), incident)
        self._second_line(painter, QRect(inner.left(), inner.top() + half, inner.width(), half), incident)
        painter.setPen(look.colour("border"))
        painter.drawLine(box.left() + 12, box.bottom(), box.right(), box.bottom())
        painter.restore()

    def _first_line(self, painter: QPainter, box: QRect, incident: IncidentView) -> None:
        look = self._seat.look
        text, colour, bold = self.call_clock(incident)
        painter.setFont(look.font("body", bold=bold))
        painter.setPen(colour)
        painter.drawText(box, RIGHT, text)
        taken = painter.fontMetrics().horizontalAdvance(text) + 10
        painter.setFont(look.font("body", bold=True))
        painter.setPen(look.colour("text"))
        number = incident.number
        painter.drawText(box, LEFT, number)
        start = max(30, painter.fontMetrics().horizontalAdvance(number) + 8)
        room = box.adjusted(start, 0, -taken, 0)
        name = incident.name or type_name(self._seat.desk.catalogue, incident.type)
        if incident.conflicts:
            name = "⚠ " + name
        painter.drawText(room, LEFT, painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width()))

    def _second_line(self, painter: QPainter, box: QRect, incident: IncidentView) -> None:
        look = self._seat.look
        chip_colour = look.colour("text_muted" if incident.units or not incident.open else "warn")
        start = paint_chip(painter, box.right(), box.center().y() + 1, state_word(incident.state), chip_colour, look.font("small"))
        painter.setFont(look.font("small"))
        if incident.units:
            units = tr("{n} units", n=len(incident.units)) if len(incident.units) != 1 else tr("1 unit")
            painter.setPen(look.colour("text_muted"))
            width = painter.fontMetrics().horizontalAdvance(units)
            painter.drawText(QRect(int(start) - width - 8, box.top(), width, box.height()), RIGHT, units)
            start -= width + 8
        painter.setPen(look.colour("text_muted"))
        room = QRect(box.left(), box.top(), max(0, int(start) - 8 - box.left()), box.height())
        painter.drawText(room, LEFT, painter.fontMetrics().elidedText(incident.address, Qt.TextElideMode.ElideRight, room.width()))

    def call_clock(self, incident: IncidentView) -> tuple[str, QColor, bool]:
        """Return the call clock while nobody has been sent, else what runs there, else the age: words, colour and whether it is bold."""
        look = self._seat.look
        age_s = (self._seat.now_ms() - incident.answered_ms) / 1000
        waiting = incident.open and not incident.units and "dispatched" not in incident.state_ms
        timing = self._timings.of(incident.id, self._seat.now_ms()) if self._timings is not None and incident.open and not waiting else None
        if timing is not None:
            return timing.words, look.colour(timing.tone), True
        if not waiting:
            return formats.age(age_s), look.colour("text_muted"), False
        limit_s = self._seat.desk.catalogue.watch[AlarmKind.CALL_WAITING].after_ms(incident.priority) / 1000
        name = "danger" if age_s >= limit_s else "warn" if age_s >= CALL_WARN_SHARE * limit_s else "text"
        said = formats.eta(age_s) if age_s < 3600 else formats.age(age_s)
        return said + (" !" if age_s >= limit_s else ""), look.colour(name), True
