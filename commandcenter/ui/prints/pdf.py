"""Draws a paper into a PDF file: A4, a head and a foot on every page, the mark of an exercise where it is one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPainter, QPdfWriter, QPen, QTextDocument

from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.prints.paper_file import RESOLUTION, a4_paper
from commandcenter.ui.prints.sheet import STYLE, Sheet, to_html
from commandcenter.ui.theme.look import FAMILIES

MARGIN_MM = 15.0
HEAD_PT, FOOT_PT = 40.0, 22.0
POINTS = RESOLUTION / 72
PLAIN_DIGITS = ("locl", "calt", "pnum", "lnum", "ccmp")
"""Off: with them, Noto Sans CJK puts glyphs in the place of digits that Qt cannot lead back to text, and nobody could search the paper."""


def write_pdf(sheet: Sheet, path: Path) -> int:
    """Write a paper and return its number of pages. Qt main thread. Raises `KnownError` when the file cannot be written."""
    with a4_paper(path, f"{sheet.code} {sheet.title} {sheet.about}", QPageLayout.Orientation.Portrait, MARGIN_MM) as (writer, painter):
        page = QRectF(0, 0, writer.width(), writer.height())
        body = page.adjusted(0, HEAD_PT * POINTS, 0, -FOOT_PT * POINTS)
        document = _document(sheet, writer, body.size())
        count = document.pageCount()
        for number in range(count):
            if number:
                writer.newPage()
            _frame(painter, page, sheet, number + 1, count)
            painter.save()
            painter.translate(body.left(), body.top() - number * body.height())
            document.drawContents(painter, QRectF(0, number * body.height(), body.width(), body.height()))
            painter.restore()
    return count


def _document(sheet: Sheet, writer: QPdfWriter, size: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(paper_font(9.5))
    document.setDefaultStyleSheet(STYLE)
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setHtml(to_html(sheet))
    document.setPageSize(size)
    return document


def paper_font(points: float, *, bold: bool = False) -> QFont:
    """Return the font of papers: what is written can be searched in the PDF."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(points)
    font.setBold(bold)
    for feature in PLAIN_DIGITS:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _frame(painter: QPainter, page: QRectF, sheet: Sheet, number: int, count: int) -> None:
    """Draw the head and foot of a page."""
    top = QRectF(page.left(), page.top(), page.width(), 18 * POINTS)
    painter.setPen(QColor("#000000"))
    painter.setFont(paper_font(13, bold=True))
    painter.drawText(
        top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{sheet.title}   {sheet.code}" if sheet.code != sheet.title else sheet.title
    )
    painter.setFont(paper_font(9))
    under = top.translated(0, 17 * POINTS)
    painter.drawText(under, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, sheet.about)
    if sheet.exercise:
        painter.setFont(paper_font(12, bold=True))
        box = QRectF(page.right() - 130 * POINTS, page.top(), 130 * POINTS, 22 * POINTS)
        painter.setPen(QPen(QColor("#000000"), 1.2 * POINTS, Qt.PenStyle.DashLine))
        painter.drawRect(box)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "EXERCISE / 演练")
    painter.setPen(QPen(QColor("#000000"), 0.8 * POINTS))
    line = page.top() + (HEAD_PT - 5) * POINTS
    painter.drawLine(page.left(), line, page.right(), line)  # type: ignore[call-overload] # Qt takes floats
    painter.setFont(paper_font(8))
    foot = QRectF(page.left(), page.bottom() - 14 * POINTS, page.width(), 14 * POINTS)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, sheet.prepared)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tr("Page {n} of {all}", n=number, all=count))
