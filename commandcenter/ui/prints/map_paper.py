"""Prints the map as it is shown: one page across, with grid, scale, legend, north and time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPainter, QPen, QPolygonF

from commandcenter.model.marks import MARK
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.legend import COLUMN_W, ROW_H, Sign, paint_signs
from commandcenter.ui.map.bridge import Viewport
from commandcenter.ui.prints.fonts import paper_font
from commandcenter.ui.prints.map_grid import MapFrame
from commandcenter.ui.prints.paper_file import RESOLUTION, Size, open_paper
from commandcenter.ui.theme.look import Look

MARGIN_MM = 10.0
DOT = RESOLUTION / 96
"""Device units of a screen pixel."""
HEAD_H, FOOT_H, SIDE_W = 46 * DOT, 52 * DOT, (COLUMN_W + 6) * DOT
SMALLEST = 0.45
"""Of the screen's size: 5 points, the least that can be read."""
NOTE_PT = 8.5
INK, FAINT = QColor("#000000"), QColor(0, 0, 0, 110)


@dataclass(frozen=True, slots=True)
class MapPaper:
    """What the page says."""

    picture: QImage
    view: Viewport
    title: str
    about: str
    signs: tuple[Sign, ...]
    attribution: str
    exercise: bool = False
    notes: tuple[str, ...] = ()
    """Said below the legend."""


def write_map(paper: MapPaper, path: Path, look: Look, size: Size | None = None) -> int:
    """Write the page and return 1, the number of pages. Qt main thread. Raises `KnownError` when the file cannot be written."""
    with open_paper(path, f"{paper.title} {paper.about}", QPageLayout.Orientation.Landscape, MARGIN_MM, size) as (writer, painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_map(painter, QRectF(0, 0, writer.width(), writer.height()), paper, look)
    return 1


def paint_map(painter: QPainter, page: QRectF, paper: MapPaper, look: Look) -> None:
    """Paint head, map with grid, legend and foot into a rectangle of a page."""
    room = page.adjusted(0, HEAD_H, -SIDE_W, -FOOT_H)
    scale = min(room.width() / paper.picture.width(), room.height() / paper.picture.height())
    box = QRectF(room.left(), room.top(), paper.picture.width() * scale, paper.picture.height() * scale)
    frame = MapFrame(paper.view, box)
    _head(painter, page, paper)
    painter.drawImage(box, paper.picture)
    _grid(painter, frame)
    painter.setPen(QPen(INK, 1.4 * DOT))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    side = QRectF(box.right() + 12 * DOT, box.top(), page.right() - box.right() - 12 * DOT, room.height())
    side = _notes(painter, side, paper.notes)
    paint_signs(painter, side, look, paper.signs, scale=fitting(side, len(paper.signs)))
    _north(painter, QPointF(box.right() - 22 * DOT, box.top() + 34 * DOT))
    _foot(painter, frame, page, paper)


def _notes(painter: QPainter, side: QRectF, notes: tuple[str, ...]) -> QRectF:
    """Write the notes at the foot of the side, at most half of it high; return what remains for the legend."""
    if not notes:
        return side
    painter.setFont(paper_font(NOTE_PT))
    painter.setPen(INK)
    half = side.adjusted(0, side.height() / 2, 0, 0)
    how = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    height = min(half.height(), painter.boundingRect(half, how, "\n".join(notes)).height())
    box = QRectF(side.left(), side.bottom() - height, side.width(), height)
    painter.drawText(box, how, "\n".join(notes))
    return side.adjusted(0, 0, 0, -height - 8 * DOT)


def fitting(box: QRectF, count: int) -> float:
    """Return the largest scale, at most that of the screen, at which so many signs have room in a box; never less than `SMALLEST` of it."""
    scale = 1.0
    while scale > SMALLEST:
        rows, columns = int(box.height() // (ROW_H * DOT * scale)), max(1, int(box.width() // (COLUMN_W * DOT * scale)))
        if rows * columns >= count:
            break
        scale -= 0.05
    return DOT * scale


def _text(painter: QPainter, box: QRectF, text: str, points: float, *, bold: bool = False, right: bool = False) -> None:
    painter.setFont(paper_font(points, bold=bold))
    painter.setPen(INK)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)


def _head(painter: QPainter, page: QRectF, paper: MapPaper) -> None:
    top = QRectF(page.left(), page.top(), page.width(), 22 * DOT)
    _text(painter, top, paper.title, 14, bold=True)
    _text(painter, top.translated(0, 20 * DOT), paper.about, 9.5)
    if paper.exercise:
        mark = QRectF(page.right() - 170 * DOT, page.top(), 170 * DOT, 26 * DOT)
        painter.setPen(QPen(INK, 1.4 * DOT, Qt.PenStyle.DashLine))
        painter.drawRect(mark)
        painter.setFont(paper_font(12, bold=True))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, MARK)


def _grid(painter: QPainter, frame: MapFrame) -> None:
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
        _text(painter, label, text, 8, bold=True)
    painter.restore()


def _edge(points: tuple[QPointF, ...], box: QRectF, *, upright: bool) -> QPointF:
    """Return where a line's label stands: an upright line's at the lower edge, a level one's at the left."""
    if upright:
        lowest = min(points, key=lambda p: abs(p.y() - box.bottom()))
        return QPointF(lowest.x(), box.bottom() - 2 * DOT)
    return QPointF(box.left(), min(points, key=lambda p: abs(p.x() - box.left())).y())


def _north(painter: QPainter, at: QPointF) -> None:
    arrow = QPolygonF([at, at + QPointF(8 * DOT, 0), at + QPointF(0, -24 * DOT), at + QPointF(-8 * DOT, 0)])
    painter.setPen(QPen(QColor("#ffffff"), 1.5 * DOT))
    painter.setBrush(INK)
    painter.drawPolygon(arrow)
    painter.setFont(paper_font(10, bold=True))
    painter.setPen(INK)
    painter.drawText(QRectF(at.x() - 12 * DOT, at.y() + 1 * DOT, 24 * DOT, 16 * DOT), Qt.AlignmentFlag.AlignCenter, "N")


def _foot(painter: QPainter, frame: MapFrame, page: QRectF, paper: MapPaper) -> None:
    left, top = frame.box.left(), frame.box.bottom() + 8 * DOT
    metres = frame.bar_m()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    length = metres / frame.metres_per_unit
    for n in range(4):
        part = QRectF(left + length * n / 4, top, length / 4, 5 * DOT)
        painter.fillRect(part, INK if n % 2 == 0 else QColor("#ffffff"))
        painter.setPen(QPen(INK, 0.8 * DOT))
        painter.drawRect(part)
    words = tr("{n} km", n=formats.number(metres / 1000, 1 if metres % 1000 else 0)) if metres >= 1000 else tr("{n} m", n=metres)
    ratio = frame.metres_per_unit * RESOLUTION / 0.0254
    under = QRectF(left, top + 8 * DOT, page.width() - left, 14 * DOT)
    scale = f"1 : {formats.number(round(ratio, -2))}"
    _text(painter, under, "  ·  ".join(part for part in (words, scale, frame.grid_name(), "WGS 84, Web Mercator") if part), 8.5)
    _text(painter, under.translated(0, 14 * DOT), paper.attribution, 7.5)
