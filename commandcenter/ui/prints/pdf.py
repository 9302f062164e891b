"""Draws a paper into a PDF file: a head and a foot on every page, the mark of an exercise where it is one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPageLayout, QPaintDevice, QPainter, QPen

from commandcenter.model.marks import MARK
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.ui.i18n.language import said_in
from commandcenter.ui.i18n.tr import mark
from commandcenter.ui.prints.flow import Kind, Page, Strip, paginate
from commandcenter.ui.prints.fonts import paper_font
from commandcenter.ui.prints.paper_file import POINTS, Size, open_paper
from commandcenter.ui.prints.sheet import Sheet
from commandcenter.ui.prints.typesetting import ACROSS, LABEL, Typesetter

MARGIN_MM = 15.0
HEAD_PT, FOOT_PT = 42.0, 22.0
MARK_PT = 130.0
INK, FAINT, RULE = QColor("#000000"), QColor("#444444"), QColor("#777777")
DRAWING = mark("Drawing the pages")
"""A stage of a long paper."""
PAGE = mark("Page {n} of {all}")
SHADES = {Kind.HEAD: QColor("#e2e2e2"), Kind.GROUP: QColor("#f1f1f1")}


def write_pdf(sheet: Sheet, path: Path, size: Size | None = None, progress: Progress | None = None) -> int:
    """Write a paper and return its number of pages; without a size, on what this country prints on.

    Any thread that alone has the file. Raises `KnownError` when the file cannot be written, and `Cancelled`; then there is no file.
    """
    progress = progress or NoProgress()
    with open_paper(path, f"{sheet.code} {sheet.title} {sheet.about}", QPageLayout.Orientation.Portrait, MARGIN_MM, size) as (writer, painter):
        room = QRectF(0, 0, writer.width(), writer.height())
        setter, pages = lay_out(sheet, writer, room.size().toTuple(), progress)
        place = said_in(sheet.language, (PAGE,))[PAGE]
        for number, page in enumerate(pages, start=1):
            progress.report(DRAWING, number - 1, len(pages))
            if number > 1:
                writer.newPage()
            _frame(painter, room, sheet, place.format(n=number, all=len(pages)))
            for placed in page:
                _strip(painter, setter, placed.strip, HEAD_PT * POINTS + placed.top)
    return len(pages)


def lay_out(sheet: Sheet, device: QPaintDevice, room: tuple[float, float], progress: Progress | None = None) -> tuple[Typesetter, list[Page]]:
    """Return what measured a paper, and its pages in a room (width, height) with head and foot."""
    setter = Typesetter(device, room[0], sheet.language, progress)
    return setter, paginate(setter.runs(sheet), room[1] - (HEAD_PT + FOOT_PT) * POINTS)


def _strip(painter: QPainter, setter: Typesetter, strip: Strip, top: float) -> None:
    boxed = strip.kind in (Kind.ROW, Kind.HEAD, Kind.GROUP)
    if strip.kind == Kind.CUT:
        painter.setPen(QPen(FAINT, 0.6 * POINTS, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, top), QPointF(painter.device().width(), top))
        return
    if strip.drawing is not None:
        strip.drawing.paint(painter, QRectF(0, top + strip.padding, painter.device().width(), strip.height - 2 * strip.padding))
    for cell in strip.cells:
        if boxed:
            box = QRectF(cell.left, top, cell.width, strip.height)
            if strip.kind in SHADES:
                painter.fillRect(box, SHADES[strip.kind])
            painter.setPen(QPen(RULE, 0.6 * POINTS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        y = top + strip.padding
        for line in cell.lines:
            painter.setPen(FAINT if line.font == LABEL else INK)
            painter.setFont(setter.fonts[line.font])
            painter.drawText(QPointF(cell.left + (ACROSS if boxed else 0), y + line.ascent), line.text)
            y += line.height


def _frame(painter: QPainter, page: QRectF, sheet: Sheet, place: str) -> None:
    """Draw the head and foot of a page; `place` says which it is."""
    words = partial(_words, painter, sheet.language)
    left, right = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    title = f"{sheet.title}   {sheet.code}" if sheet.code != sheet.title else sheet.title
    room = page.width() - (MARK_PT + 8) * POINTS * sheet.exercise
    words(QRectF(page.left(), page.top(), room, 18 * POINTS), title, 13, left, bold=True)
    words(QRectF(page.left(), page.top() + 19 * POINTS, room, 16 * POINTS), sheet.about, 9, left)
    if sheet.exercise:
        box = QRectF(page.right() - MARK_PT * POINTS, page.top(), MARK_PT * POINTS, 22 * POINTS)
        painter.setPen(QPen(INK, 1.2 * POINTS, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        words(box, MARK, 12, Qt.AlignmentFlag.AlignCenter, bold=True)
    painter.setPen(QPen(INK, 0.8 * POINTS))
    line = page.top() + (HEAD_PT - 5) * POINTS
    painter.drawLine(QPointF(page.left(), line), QPointF(page.right(), line))
    foot = QRectF(page.left(), page.bottom() - 14 * POINTS, page.width(), 14 * POINTS)
    words(foot.adjusted(0, 0, -90 * POINTS, 0), sheet.prepared, 8, left)
    words(foot, place, 8, right)


def _words(painter: QPainter, language: str, box: QRectF, text: str, points: float, side: Qt.AlignmentFlag, *, bold: bool = False) -> None:
    """Write one line; what is too long for its box ends in an ellipsis."""
    font = paper_font(points, bold=bold, language=language)
    painter.setFont(font)
    painter.setPen(INK)
    fitting = QFontMetricsF(font, painter.device()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, side, fitting)
