"""Paints one row of the command log."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from commandcenter.picture.views import LogLine
from commandcenter.ui.i18n import formats
from commandcenter.ui.log.model import MOMENT_ROLE, WORDS_ROLE
from commandcenter.ui.log.readers import read_sign
from commandcenter.ui.log.receipts import EVERYWHERE, sign_of
from commandcenter.ui.log.words import ICONS
from commandcenter.ui.queue.delegate import LEFT, RIGHT, paint_ground
from commandcenter.ui.rows import ITEM_ROLE
from commandcenter.ui.seat import Seat

Index = QModelIndex | QPersistentModelIndex
TIME_W, ACTOR_W, WIDE = 66, 120, 620


class LogDelegate(QStyledItemDelegate):
    """Time, author, icon, words, and how far the entry has come."""

    def __init__(self, seat: Seat) -> None:
        """Paint with a seat's look."""
        super().__init__(seat)
        self._seat = seat
        self._icons: dict[tuple[str, str], QIcon] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one height for all rows."""
        return QSize(200, self._seat.look.size("size_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        line: LogLine | None = index.data(ITEM_ROLE)
        look, box = self._seat.look, option.rect.adjusted(10, 0, -8, 0)
        painter.save()
        paint_ground(painter, option, self._seat)
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text_faint"))
        if line is None:
            painter.drawText(box, LEFT, str(index.data()))
            painter.restore()
            return
        painter.drawText(QRect(box.left(), box.top(), TIME_W, box.height()), LEFT, formats.clock(index.data(MOMENT_ROLE)))
        start = box.left() + TIME_W
        if box.width() > WIDE:
            actor = painter.fontMetrics().elidedText(line.actor_name, Qt.TextElideMode.ElideRight, ACTOR_W - 10)
            painter.drawText(QRect(start, box.top(), ACTOR_W, box.height()), LEFT, actor)
            start += ACTOR_W
        self._icon(line.type).paint(painter, QRect(start, box.top() + (box.height() - 14) // 2, 14, 14))
        sign = " ".join(part for part in (read_sign(self._seat, line), sign_of(self._seat.receipts(line.entry))) if part)
        signed = painter.fontMetrics().horizontalAdvance(max(sign, EVERYWHERE, key=len)) + 8 if sign else 0
        painter.drawText(box, RIGHT, sign)
        room = QRect(start + 22, box.top(), box.right() - start - 22 - signed, box.height())
        painter.setPen(look.colour("text"))
        painter.drawText(room, LEFT, painter.fontMetrics().elidedText(index.data(WORDS_ROLE), Qt.TextElideMode.ElideRight, room.width()))
        painter.restore()

    def _icon(self, entry_type: str) -> QIcon:
        name = next((icon for kind, icon in ICONS.items() if kind == entry_type), "circle-small")
        key = (name, self._seat.look.tokens.name)
        if key not in self._icons:
            self._icons[key] = self._seat.look.icon(name, "text_faint")
        return self._icons[key]
