"""Prints the map as it is shown: one page across, with grid, scale, legend, north and time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter, QPen

from commandcenter.model.marks import MARK
from commandcenter.ui.layers.legend import COLUMN_W, ROW_H, Sign, paint_signs
from commandcenter.ui.map.bridge import Viewport
from commandcenter.ui.prints.fonts import paper_font
from commandcenter.ui.prints.map_grid import MapFrame
from commandcenter.ui.prints.map_marks import DOT, INK, paint_grid, paint_north, paint_scale, write
from commandcenter.ui.prints.paper_file import Size, open_paper
from commandcenter.ui.theme.look import Look

MARGIN_MM = 10.0
HEAD_H, FOOT_H, SIDE_W = 46 * DOT, 52 * DOT, (COLUMN_W + 6) * DOT
SMALLEST = 0.45
"""Of the screen's size: 5 points, the least that can be read."""
NOTE_PT = 8.5


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
    paint_grid(painter, frame)
    painter.setPen(QPen(INK, 1.4 * DOT))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    side = QRectF(box.right() + 12 * DOT, box.top(), page.right() - box.right() - 12 * DOT, room.height())
    side = _notes(painter, side, paper.notes)
    paint_signs(painter, side, look, paper.signs, scale=fitting(side, len(paper.signs)))
    paint_north(painter, box)
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


def _head(painter: QPainter, page: QRectF, paper: MapPaper) -> None:
    top = QRectF(page.left(), page.top(), page.width(), 22 * DOT)
    write(painter, top, paper.title, 14, bold=True)
    write(painter, top.translated(0, 20 * DOT), paper.about, 9.5)
    if paper.exercise:
        mark = QRectF(page.right() - 170 * DOT, page.top(), 170 * DOT, 26 * DOT)
        painter.setPen(QPen(INK, 1.4 * DOT, Qt.PenStyle.DashLine))
        painter.drawRect(mark)
        painter.setFont(paper_font(12, bold=True))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, MARK)


def _foot(painter: QPainter, frame: MapFrame, page: QRectF, paper: MapPaper) -> None:
    left, top = frame.box.left(), frame.box.bottom() + 8 * DOT
    under = QRectF(left, top + 8 * DOT, page.width() - left, 14 * DOT)
    write(painter, under, paint_scale(painter, frame, QPointF(left, top)), 8.5)
    write(painter, under.translated(0, 14 * DOT), paper.attribution, 7.5)
