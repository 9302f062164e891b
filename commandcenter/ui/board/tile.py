"""Paints one unit: callsign, status in shape, colour and words, its incident, and for how long."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from commandcenter.model.words import UnitStatus
from commandcenter.picture.views import UnitView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.logistics_words import PARTNER_MARK
from commandcenter.ui.rows import ITEM_ROLE
from commandcenter.ui.seat import Seat
from commandcenter.ui.shapes import paint_status
from commandcenter.ui.theme.contrast import mix
from commandcenter.ui.words import status_word

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
IDLE = {UnitStatus.AVAILABLE, UnitStatus.OUT_OF_SERVICE}
"""How long a unit has been so is of no interest."""


class TileDelegate(QStyledItemDelegate):
    """One tile of the unit board."""

    def __init__(self, seat: Seat) -> None:
        """Paint with a seat's look, clock and picture."""
        super().__init__(seat)
        self._seat = seat

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one size for all tiles."""
        return QSize(self._seat.look.size("size_tile_w"), self._seat.look.size("size_tile_h"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a tile."""
        unit: UnitView = index.data(ITEM_ROLE)
        colour = self._seat.look.status(UnitStatus.OUT_OF_SERVICE if unit.crew_with is not None else unit.status)
        box = option.rect
        painter.save()
        self._ground(painter, option, unit, colour)
        inner = box.adjusted(10, 3, -8, -4)
        half = inner.height() // 2
        top, low = QRect(inner.left(), inner.top(), inner.width(), half), QRect(inner.left(), inner.top() + half, inner.width(), half)
        self._names(painter, top, unit)
        self._status(painter, low, unit, colour)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, unit: UnitView, colour: QColor) -> None:
        look, state = self._seat.look, option.state
        ui = look.tokens.ui
        selected = bool(state & QStyle.StateFlag.State_Selected)
        plain = mix(look.tokens.status[unit.status], ui["raised"], 0.0 if unit.status in IDLE else 0.10)
        ground = ui["selected"] if selected else ui["hover"] if state & QStyle.StateFlag.State_MouseOver else plain
        edge = ui["focus"] if state & QStyle.StateFlag.State_HasFocus else ui["border_strong"] if selected else ui["border"]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 2 if state & QStyle.StateFlag.State_HasFocus else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(option.rect.left() + 2.5, option.rect.top() + 6, 3, option.rect.height() - 12), 1.5, 1.5)

    def _names(self, painter: QPainter, box: QRect, unit: UnitView) -> None:
        look = self._seat.look
        incident = self._seat.desk.picture.incident(unit.incident) if unit.incident else None
        taken = 0
        if incident is not None:
            painter.setFont(look.font("small", bold=True))
            painter.setPen(look.colour("text"))
            number = "→ " + incident.number
            painter.drawText(box, RIGHT, number)
            taken = painter.fontMetrics().horizontalAdvance(number) + 6
        painter.setFont(look.font("body", bold=True))
        painter.setPen(look.colour("text_faint" if unit.status == UnitStatus.OUT_OF_SERVICE else "text"))
        room = box.adjusted(0, 0, -taken, 0)
        callsign = ("⚠ " if unit.conflicts else "") + (f"{PARTNER_MARK} " if unit.partner else "") + unit.callsign
        painter.drawText(room, LEFT, painter.fontMetrics().elidedText(callsign, Qt.TextElideMode.ElideMiddle, room.width()))

    def _status(self, painter: QPainter, box: QRect, unit: UnitView, colour: QColor) -> None:
        """Paint the status in shape, colour and words, and for how long where there is room for both."""
        look = self._seat.look
        painter.setFont(look.font("small"))
        metrics, words, room = painter.fontMetrics(), self._words(unit), box.adjusted(14, 0, 0, 0)
        said = "" if unit.status in IDLE else formats.age((self._seat.now_ms() - unit.status_ms) / 1000)
        if said and metrics.horizontalAdvance(words) + metrics.horizontalAdvance(said) + 5 <= room.width():
            painter.setPen(look.colour("text_muted"))
            painter.drawText(box, RIGHT, said)
        paint_status(painter, QRectF(box.left(), box.center().y() - 4, 9, 9), unit.status, colour)
        painter.setPen(colour)
        painter.drawText(room, LEFT, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()))

    def _words(self, unit: UnitView) -> str:
        """Return the status; of a unit whose shared crew is out, with whom."""
        other = self._seat.desk.picture.unit(unit.crew_with) if unit.crew_with is not None else None
        return status_word(unit.status) if other is None else tr("crew with {callsign}", callsign=other.callsign)
