"""Paints placed labels: plates, halos, words, dots."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from commandcenter.ui.map.tiles.palette import Palette
from commandcenter.ui.map.tiles.placement import Placed

_HALO_PX = 2.8


def halo_pen(colour: QColor) -> QPen:
    """Return the pen of a halo: cut corners, which cost half of round ones and cannot be told from them."""
    return QPen(colour, _HALO_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)


def paint_labels(painter: QPainter, labels: Iterable[Placed], left: float, top: float, colours: Palette) -> None:
    """Paint labels onto a tile whose corner is at (left, top) pixels from the world's corner."""
    for label in labels:
        painter.save()
        painter.translate(label.origin[0] - left, label.origin[1] - top)
        if label.shield is not None:
            _plate(painter, label.shield, colours)
        else:
            painter.strokePath(label.outline, halo_pen(colours[label.halo]))
        painter.fillPath(label.outline, colours[label.colour])
        if label.dot is not None:
            x, y, radius, colour = label.dot
            painter.setPen(QPen(colours["halo"], 1.2))
            painter.setBrush(colours[colour])
            painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.restore()


def _plate(painter: QPainter, box: tuple[float, float, float, float], colours: Palette) -> None:
    left, top, right, bottom = box
    painter.setPen(QPen(colours["shield_line"], 0.9, Qt.PenStyle.SolidLine))
    painter.setBrush(colours["shield"])
    painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), 2.5, 2.5)
