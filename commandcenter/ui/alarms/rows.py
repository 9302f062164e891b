"""The alarms as rows of a list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from commandcenter.monitor.alarms import Alarm
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.queue.delegate import LEFT, RIGHT, paint_ground
from commandcenter.ui.rows import ITEM_ROLE, Key, SortedRows
from commandcenter.ui.seat import Seat
from commandcenter.ui.words import role_word

Index = QModelIndex | QPersistentModelIndex
ICONS = {
    AlarmKind.MAYDAY: "alert-octagon",
    AlarmKind.PEOPLE_MISSING: "account-alert",
    AlarmKind.ROLL_CALL_SILENT: "account-question",
    AlarmKind.DOUBLE_BOOKED: "call-merge",
    AlarmKind.CALL_WAITING: "phone-alert",
    AlarmKind.ORDER_REFUSED: "clipboard-remove-outline",
    AlarmKind.ORDER_UNANSWERED: "clipboard-alert-outline",
    AlarmKind.TURNOUT_LATE: "garage-alert",
    AlarmKind.CONTACT_LATE: "radio-handheld",
    AlarmKind.TIMER_DUE: "timer-outline",
    AlarmKind.DISAGREEMENT: "not-equal-variant",
    AlarmKind.STOCK_SHORT: "package-variant",
    AlarmKind.PLACES_SHORT: "bed-outline",
    AlarmKind.NOT_SENT: "send-clock-outline",
    AlarmKind.COVER_FALLEN: "map-marker-radius-outline",
    AlarmKind.RIGHTS_RECOVERED: "lifebuoy",
    AlarmKind.ROLL_CALL_DUE: "account-clock-outline",
    AlarmKind.CALLBACK_DUE: "phone-return-outline",
}


class AlarmRows(SortedRows[Alarm]):
    """Worst first, as the watch sorts them."""

    def __init__(self, seat: Seat) -> None:
        """Start empty."""
        super().__init__(seat)
        self._seat = seat

    def key(self, item: Alarm) -> Key:
        """Sort as `monitor.alarms` does."""
        return (item.urgency, item.answer is not None, item.since_ms)

    def text(self, item: Alarm) -> str:
        """Return the row in words."""
        return f"{spoken(item.text)}. {self.standing(item)}".strip()

    def show(self, found: list[Alarm]) -> None:
        """Show exactly these."""
        self.become((alarm.id, alarm) for alarm in found)

    def standing(self, alarm: Alarm) -> str:
        """Return who has it in hand, or who is called."""
        said = []
        if alarm.escalated_to:
            role = role_word(alarm.escalated_to)
            here = alarm.escalated_to.casefold() in self._seat.roles()
            said.append(tr("you are called as {role}", role=role) if here else tr("escalated to {role}", role=role))
        if alarm.answer is not None:
            name = self._seat.desk.picture.operator_name(alarm.answer.by) or tr("an unknown operator")
            said.append(tr("in hand: {name}", name=name) + (f", {alarm.answer.text}" if alarm.answer.text else ""))
        return " · ".join(said)


class AlarmDelegate(QStyledItemDelegate):
    """Icon, what it is, who has it in hand, since when. Unanswered ones stand out by ground, weight and sign."""

    def __init__(self, seat: Seat, rows: AlarmRows) -> None:
        """Paint with a seat's look and clock."""
        super().__init__(seat)
        self._seat, self._rows = seat, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one height for all rows."""
        return QSize(200, self._seat.look.size("size_row") + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        alarm: Alarm = index.data(ITEM_ROLE)
        look, box = self._seat.look, option.rect
        colour = "danger" if alarm.urgency <= 1 else "warn"
        painter.save()
        paint_ground(painter, option, self._seat)
        if alarm.answer is None or alarm.sounding:
            painter.fillRect(QRect(box.left(), box.top() + 3, 4, box.height() - 6), look.colour(colour))
        icon: QIcon = look.icon(ICONS[alarm.kind], colour if alarm.answer is None else "text_faint")
        icon.paint(painter, QRect(box.left() + 12, box.top() + (box.height() - 18) // 2, 18, 18))
        age = formats.age((self._seat.now_ms() - alarm.since_ms) / 1000)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_muted"))
        painter.drawText(box.adjusted(0, 0, -10, 0), RIGHT, age)
        right = painter.fontMetrics().horizontalAdvance(age) + 20
        standing = self._rows.standing(alarm)
        if standing:
            room = box.width() // 2
            text = painter.fontMetrics().elidedText(standing, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box.adjusted(0, 0, -right, 0), RIGHT, text)
            right += painter.fontMetrics().horizontalAdvance(text) + 12
        painter.setFont(look.font("body", bold=alarm.answer is None))
        painter.setPen(look.colour("text" if alarm.answer is None else "text_muted"))
        room_box = box.adjusted(40, 0, -right, 0)
        painter.drawText(room_box, LEFT, painter.fontMetrics().elidedText(spoken(alarm.text), Qt.TextElideMode.ElideRight, room_box.width()))
        painter.restore()
