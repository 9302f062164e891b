"""Paints the rows of the recommendation panel."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from commandcenter.dispatch.recommendation import RecommendedUnit, Unfilled
from commandcenter.model.sentences import Sentence
from commandcenter.ui.i18n.tr import spoken
from commandcenter.ui.queue.delegate import LEFT, RIGHT, paint_ground
from commandcenter.ui.recommend.labels import Heads, heads_of, place_words
from commandcenter.ui.recommend.rows import RecommendRows, Row, RowKind
from commandcenter.ui.rows import ITEM_ROLE
from commandcenter.ui.seat import Seat
from commandcenter.ui.shapes import paint_status
from commandcenter.ui.words import status_word

Index = QModelIndex | QPersistentModelIndex
WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
INDENT, PAD, FIRST_H, SECOND_H = 34, 7, 20, 17
HEAD_H = 28
MOST_LINES = 3


class RecommendDelegate(QStyledItemDelegate):
    """One row a unit: tick, rank, callsign, capability, ETA, road km; its reason; status, age of position, runner-up."""

    def __init__(self, seat: Seat, rows: RecommendRows, view: QWidget) -> None:
        """Paint rows for a view of this width."""
        super().__init__(view)
        self._seat, self._rows, self._view = seat, rows, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height: the reason takes up to three lines."""
        row: Row = index.data(ITEM_ROLE)
        if row.kind in (RowKind.HEAD, RowKind.FOLD):
            return QSize(100, HEAD_H)
        width = self._view.width() - INDENT - 14
        lines = PAD * 2 + FIRST_H + self._reason_height(row, width)
        return QSize(100, lines + (SECOND_H if row.kind == RowKind.UNIT else 0))

    def _reason_height(self, row: Row, width: int) -> int:
        content = row.content
        if isinstance(content, Sentence):
            return 0
        metrics = QFontMetrics(self._seat.look.font("small"))
        tall = metrics.boundingRect(QRect(0, 0, max(80, width), 1000), WRAP, self._rows.why(content)).height()
        return min(tall, metrics.lineSpacing() * MOST_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: Row = index.data(ITEM_ROLE)
        painter.save()
        box = option.rect
        if isinstance(row.content, Unfilled):
            painter.fillRect(box, self._seat.look.colour("danger_ground"))
        paint_ground(painter, option, self._seat)
        if isinstance(row.content, Sentence):
            self._heading(painter, box, row)
        else:
            self._thing(painter, box, row)
        if row.kind != RowKind.HEAD:
            painter.setPen(self._seat.look.colour("border"))
            painter.drawLine(box.left() + 10, box.bottom(), box.right(), box.bottom())
        painter.restore()

    def _heading(self, painter: QPainter, box: QRect, row: Row) -> None:
        look = self._seat.look
        painter.setFont(look.font("small", bold=True))
        painter.setPen(look.colour("text_muted"))
        mark = "" if row.kind == RowKind.HEAD else "▾  " if self._rows.unfolded else "▸  "
        painter.drawText(box.adjusted(12, 0, -8, 0), LEFT, mark + (spoken(row.content) if isinstance(row.content, Sentence) else ""))

    def _thing(self, painter: QPainter, box: QRect, row: Row) -> None:
        look, content = self._seat.look, row.content
        off = row.kind != RowKind.UNFILLED and not self._rows.ticked(row)
        if row.kind == RowKind.UNFILLED:
            look.icon("alert", "danger").paint(painter, QRect(box.left() + 10, box.top() + PAD + 2, 16, 16))
        else:
            self._tick(painter, QRectF(box.left() + 11, box.top() + PAD + 3, 14, 14), on=not off)
        inner = box.adjusted(INDENT, PAD, -12, -PAD)
        first = QRect(inner.left(), inner.top(), inner.width(), FIRST_H)
        self._first_line(painter, first, row, off)
        reason_h = self._reason_height(row, inner.width())
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("danger" if row.kind == RowKind.UNFILLED else "text_muted"))
        if not isinstance(content, Sentence):
            painter.drawText(QRect(inner.left(), first.bottom() + 1, inner.width(), reason_h), WRAP, self._rows.why(content))
        if isinstance(content, RecommendedUnit):
            self._last_line(painter, QRect(inner.left(), inner.bottom() - SECOND_H + 2, inner.width(), SECOND_H), content)

    def _tick(self, painter: QPainter, box: QRectF, *, on: bool) -> None:
        look = self._seat.look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent_fill" if on else "edge"), 1.2))
        painter.setBrush(look.colour("accent_fill" if on else "field"))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.setPen(QPen(look.colour("on_accent"), 1.8))
            painter.drawPolyline(QPolygonF([box.topLeft() + point for point in _check(box.width())]))
        painter.restore()

    def _first_line(self, painter: QPainter, box: QRect, row: Row, off: bool) -> None:
        look, content = self._seat.look, row.content
        heads = heads_of(self._seat, content) if not isinstance(content, Sentence) else Heads("")
        name, extra, right = heads.name, heads.beside, "   ".join(heads.right)
        painter.setFont(look.font("body", bold=True))
        painter.setPen(look.colour("text"))
        painter.drawText(box, RIGHT, right)
        taken = painter.fontMetrics().horizontalAdvance(right) + 10
        painter.setPen(look.colour("text_faint" if off else "text"))
        room = box.adjusted(0, 0, -taken, 0)
        name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, name)
        room = room.adjusted(painter.fontMetrics().horizontalAdvance(name) + 10, 0, 0, 0)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_muted"))
        painter.drawText(room, LEFT, painter.fontMetrics().elidedText(extra, Qt.TextElideMode.ElideRight, room.width()))

    def _last_line(self, painter: QPainter, box: QRect, unit: RecommendedUnit) -> None:
        look = self._seat.look
        colour = look.status(unit.status) if unit.status in look.tokens.status else QColor(look.colour("text_muted"))
        paint_status(painter, QRectF(box.left(), box.center().y() - 4, 9, 9), unit.status, colour)
        painter.setFont(look.font("small"))
        painter.setPen(colour)
        status = status_word(unit.status)
        painter.drawText(box.adjusted(14, 0, 0, 0), LEFT, status)
        start = 14 + painter.fontMetrics().horizontalAdvance(status) + 8
        place = place_words(unit)
        painter.setPen(look.colour("text_faint"))
        room = box.adjusted(start, 0, 0, 0)
        painter.drawText(room, LEFT, painter.fontMetrics().elidedText("· " + place, Qt.TextElideMode.ElideRight, room.width()))


def _check(width: float) -> list[QPointF]:
    return [QPointF(width * x, width * y) for x, y in ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))]
