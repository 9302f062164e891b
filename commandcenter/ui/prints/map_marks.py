"""What every printed map has: the UTM grid with its kilometres, the north arrow, the bar of its scale. Any thread that has the painter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.prints.fonts import paper_font
from commandcenter.ui.prints.map_grid import MapFrame
from commandcenter.ui.prints.paper_file import RESOLUTION

DOT = RESOLUTION / 96
"""Device units of a screen pixel."""
INK, FAINT = QColor("#000000"), QColor(0, 0, 0, 110)


def write(painter: QPainter, box: QRectF, text: str, points: float, *, bold: bool = False, right: bool = False) -> None:
    """Write one line in the middle of a box's height."""
    painter.setFont(paper_font(points, bold=bold))
    painter.setPen(INK)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)


def paint_grid(painter: QPainter, frame: MapFrame) -> None:
    """Draw the lines; at the lower and left edge say their kilometres, the two that the radio uses large."""
    painter.save()
    painter.setClipRect(frame.box)
    for line in frame.grid():
        painter.setPen(QPen(FAINT, 0.8 * DOT))
        painter.drawPolyline(QPolygonF(line.points))
        text = f"{line.metres // 1000 % 100:02d}" + (f".{line.metres % 1000 // 100}" if line.metres % 1000 else "")
        at = _edge(line.points, frame.box, upright=line.upright)
        label = QRectF(at.x() + 2 * DOT, at.y() - 15 * DOT, 34 * DOT, 14 * DOT)
        painter.fillRect(QRectF(label.left(), label.top(), 7 * DOT * len(text), label.height()), QColor(255, 255, 255, 200))
        write(painter, label, text, 8, bold=True)
    painter.restore()


def _edge(points: tuple[QPointF, ...], box: QRectF, *, upright: bool) -> QPointF:
    """Return where a line's label stands: an upright line's at the lower edge, a level one's at the left."""
    if upright:
        lowest = min(points, key=lambda p: abs(p.y() - box.bottom()))
        return QPointF(lowest.x(), box.bottom() - 2 * DOT)
    return QPointF(box.left(), min(points, key=lambda p: abs(p.x() - box.left())).y())


def paint_north(painter: QPainter, box: QRectF) -> None:
    """Draw the arrow into the upper right corner of a map."""
    at = QPointF(box.right() - 22 * DOT, box.top() + 34 * DOT)
    arrow = QPolygonF([at, at + QPointF(8 * DOT, 0), at + QPointF(0, -24 * DOT), at + QPointF(-8 * DOT, 0)])
    painter.setPen(QPen(QColor("#ffffff"), 1.5 * DOT))
    painter.setBrush(INK)
    painter.drawPolygon(arrow)
    painter.setFont(paper_font(10, bold=True))
    painter.setPen(INK)
    painter.drawText(QRectF(at.x() - 12 * DOT, at.y() + 1 * DOT, 24 * DOT, 16 * DOT), Qt.AlignmentFlag.AlignCenter, "N")


def paint_scale(painter: QPainter, frame: MapFrame, at: QPointF) -> str:
    """Draw the bar from a place to the right; return its length, the scale and the name of the grid in words."""
    metres = frame.bar_m()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    length = metres / frame.metres_per_unit
    for n in range(4):
        part = QRectF(at.x() + length * n / 4, at.y(), length / 4, 5 * DOT)
        painter.fillRect(part, INK if n % 2 == 0 else QColor("#ffffff"))
        painter.setPen(QPen(INK, 0.8 * DOT))
        painter.drawRect(part)
    words = tr("{n} km", n=formats.number(metres / 1000, 1 if metres % 1000 else 0)) if metres >= 1000 else tr("{n} m", n=metres)
    ratio = frame.metres_per_unit * RESOLUTION / 0.0254
    scale = f"1 : {formats.number(round(ratio, -2))}"
    return "  ·  ".join(part for part in (words, scale, frame.grid_name(), "WGS 84, Web Mercator") if part)
