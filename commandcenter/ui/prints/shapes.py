"""Paints what panels draw on the map onto paper: points, lines, areas, with their labels. Any thread that has the painter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from commandcenter.ui.map.signs import GRID, SIGNS, sign_path
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.prints.fonts import paper_font
from commandcenter.ui.prints.map_grid import MapFrame
from commandcenter.ui.prints.map_marks import DOT, INK
from commandcenter.ui.theme.look import Look

LABEL_PT, MOST_STEPS = 7.5, 6
"""Points; how often a label gives way to others before it stands on them."""
SIGN, POINT = 18 * DOT, 8 * DOT
PLATE = QColor(255, 255, 255, 225)


def colour_of(look: Look, tone: str) -> QColor:
    """Return the colour of a shape's tone, e.g. `danger`, `priority.1`."""
    table, _, key = tone.rpartition(".")
    tokens = look.tokens
    return QColor({"": tokens.ui, "ui": tokens.ui, "priority": tokens.priority, "status": tokens.status, "grade": tokens.grade}[table][key])


def paint_shape(painter: QPainter, frame: MapFrame, look: Look, shape: OverlayShape) -> None:
    """Paint one shape, without its label."""
    colour = colour_of(look, shape.tone)
    parts = [QPolygonF([frame.point(at) for at in part]) for part in shape.parts]
    style = Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape.kind == "area":
        painter.setPen(QPen(colour, 1.8 * DOT, style))
        painter.setBrush(_brush(colour, shape))
        path = QPainterPath()
        for part in parts:
            path.addPolygon(part)
            path.closeSubpath()
        painter.drawPath(path)
    elif shape.kind == "line":
        painter.setPen(QPen(colour, 3 * DOT, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        for part in parts:
            painter.drawPolyline(part)
    else:
        for part in parts:
            _point(painter, part.first(), colour, shape.symbol)


def label_shape(labels: Labels, frame: MapFrame, shape: OverlayShape) -> None:
    """Write a shape's label below its middle; that of an area only where the area is as wide."""
    if not shape.label:
        return
    room = QPolygonF([frame.point(at) for at in shape.parts[0]]).boundingRect()
    if shape.kind == "area" and room.width() < labels.width(shape.label):
        return
    lower = (SIGN if shape.symbol in SIGNS else POINT) / 2 if shape.kind == "point" else 0.0
    labels.put(room.center() + QPointF(0, lower + 2 * DOT), shape.label)


def _brush(colour: QColor, shape: OverlayShape) -> QBrush:
    if shape.hatched:
        brush = QBrush(colour, Qt.BrushStyle.BDiagPattern)
        brush.setTransform(QTransform.fromScale(DOT, DOT))
        return brush
    light = QColor(colour)
    light.setAlphaF(0.22 if shape.filled else 0.0)
    return QBrush(light)


def _point(painter: QPainter, at: QPointF, colour: QColor, symbol: str) -> None:
    if symbol in SIGNS:
        box = QRectF(at.x() - SIGN / 2, at.y() - SIGN / 2, SIGN, SIGN)
        painter.setPen(QPen(colour, 1.2 * DOT))
        painter.setBrush(PLATE)
        painter.drawRect(box)
        painter.save()
        painter.translate(box.left() + SIGN * 0.1, box.top() + SIGN * 0.1)
        painter.scale(SIGN * 0.8 / GRID, SIGN * 0.8 / GRID)
        painter.fillPath(sign_path(symbol), colour)
        painter.restore()
        return
    painter.setPen(QPen(QColor("#ffffff"), DOT))
    painter.setBrush(colour)
    painter.drawEllipse(at, POINT / 2, POINT / 2)


class Labels:
    """Writes lines on light plates, each where no other stands."""

    def __init__(self, painter: QPainter) -> None:
        """Have written none yet."""
        self._painter = painter
        self._taken: list[QRectF] = []

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return how wide a line's plate is."""
        return QFontMetricsF(paper_font(LABEL_PT, bold=bold), self._painter.device()).horizontalAdvance(text) + 5 * DOT

    def put(self, at: QPointF, text: str, *, bold: bool = False) -> QRectF:
        """Write a line with the middle of its upper edge at a place, or below what stands there; return its plate."""
        painter, font = self._painter, paper_font(LABEL_PT, bold=bold)
        width, height = self.width(text, bold=bold), QFontMetricsF(font, painter.device()).height() + DOT
        box = QRectF(at.x() - width / 2, at.y(), width, height)
        for _ in range(MOST_STEPS):
            below = max((other.bottom() for other in self._taken if other.intersects(box)), default=None)
            if below is None:
                break
            box.moveTop(below)
        self._taken.append(box)
        painter.fillRect(box, PLATE)
        painter.setFont(font)
        painter.setPen(INK)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box
