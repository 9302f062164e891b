"""Paints the shapes that stand beside colours, so that status and priority read in greyscale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from commandcenter.model.words import UnitStatus
from commandcenter.ui.words import SHAPE

_POLYGONS = {
    "triangle": ((0.5, 0.08), (0.96, 0.9), (0.04, 0.9)),
    "arrow": ((0.1, 0.1), (0.95, 0.5), (0.1, 0.9), (0.3, 0.5)),
    "arrow_back": ((0.9, 0.1), (0.05, 0.5), (0.9, 0.9), (0.7, 0.5)),
    "square": ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),
    "diamond": ((0.5, 0.02), (0.98, 0.5), (0.5, 0.98), (0.02, 0.5)),
    "cross": (
        (0.35, 0.05),
        (0.65, 0.05),
        (0.65, 0.35),
        (0.95, 0.35),
        (0.95, 0.65),
        (0.65, 0.65),
        (0.65, 0.95),
        (0.35, 0.95),
        (0.35, 0.65),
        (0.05, 0.65),
        (0.05, 0.35),
        (0.35, 0.35),
    ),
    "bar": ((0.05, 0.38), (0.95, 0.38), (0.95, 0.62), (0.05, 0.62)),
}


def paint_status(painter: QPainter, box: QRectF, status: UnitStatus | str, colour: QColor) -> None:
    """Paint the shape of a unit status into a square box."""
    shape = SHAPE.get(UnitStatus(status), "bar") if status in SHAPE else "bar"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape == "ring":
        painter.setPen(QPen(colour, max(1.6, box.width() / 6)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = box.width() * 0.16
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _POLYGONS[shape]]
        painter.drawPolygon(QPolygonF(points))
    painter.restore()


def paint_priority(painter: QPainter, box: QRectF, priority: int, colour: QColor, ground: QColor, font: QFont) -> None:
    """Paint a priority badge: filled for 1 and 2, outlined for the rest, always with its number."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    filled = priority <= 2
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    painter.setPen(ground if filled else colour)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(priority))
    painter.restore()


def paint_chip(painter: QPainter, right: float, middle: float, text: str, colour: QColor, font: QFont) -> float:
    """Paint a small outlined word that ends at `right`; return where it starts."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text) + 12.0, metrics.height() + 2.0
    box = QRectF(right - width, middle - height / 2, width, height)
    line = QColor(colour)
    line.setAlpha(110)
    painter.setPen(QPen(line, 1))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box.left()
