"""Writes the after-action report as a file: Markdown, DOCX or PDF, by the ending of its name. Every page carries the mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from commandcenter.exercise.report import MARK, Block, Grid, Heading, Lines, blocks, markdown
from commandcenter.exercise.review import Review
from commandcenter.model.errors import KnownError
from commandcenter.ui.prints.sheet import Block as SheetBlock
from commandcenter.ui.prints.sheet import Sheet, Table, Text

if TYPE_CHECKING:
    from docx.document import Document

FONT_ZH = "Noto Sans CJK SC"


def write_report(review: Review, path: Path, language: str) -> None:
    """Write the report. Raises `KnownError` for another ending, or when the file cannot be written."""
    check_ending(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _WRITERS[path.suffix.casefold()](review, path, language)
    except OSError as error:
        raise KnownError("The report cannot be written to {file}: {why}.", file=str(path), why=error.strerror or str(error)) from error


def check_ending(path: Path) -> None:
    """Raise `KnownError` unless a report can be written to a file of this name."""
    if path.suffix.casefold() not in _WRITERS:
        raise KnownError("A report ends in .md, .docx or .pdf, not “{ending}”.", ending=path.suffix)


def _markdown(review: Review, path: Path, language: str) -> None:
    path.write_text(markdown(review, language), encoding="utf-8")


def _docx(review: Review, path: Path, language: str) -> None:
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Mm

    paper = docx.Document()
    paper.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT_ZH)
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.header.paragraphs[0].text = section.footer.paragraphs[0].text = MARK
    for block in blocks(review, language):
        match block:
            case Heading(text, level):
                paper.add_heading(text, level - 1)
            case Lines(texts, bullets):
                for text in texts:
                    paper.add_paragraph(text, style="List Bullet" if bullets else None)
            case Grid(heads, rows):
                _add_grid(paper, heads, rows)
    paper.save(str(path))


def _add_grid(paper: Document, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Add a table whose heads come again on every page."""
    from docx.oxml import OxmlElement
    from docx.shared import Emu

    section = paper.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    table = paper.add_table(rows=1, cols=len(heads), style="Light Grid Accent 1")
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    widths = [Emu(room * share // 100) for share in widths_of(heads, rows)]
    for row in (heads, *rows):
        cells = table.rows[0].cells if row is heads else table.add_row().cells
        for cell, text, width in zip(cells, row, widths, strict=True):
            cell.text, cell.width = text, width


def _pdf(review: Review, path: Path, language: str) -> None:
    from PySide6.QtGui import QGuiApplication

    from commandcenter.ui.i18n.language import Language
    from commandcenter.ui.prints.pdf import write_pdf

    application, spoken = QGuiApplication.instance(), None
    if application is None:
        application, spoken = QGuiApplication(["commandcenter", "-platform", "offscreen"]), Language()
        spoken.use(language)
    title, *rest = blocks(review, language)
    about = title.text if isinstance(title, Heading) else ""
    write_pdf(Sheet("AAR", about, review.region, _sheet_blocks(rest), review.digest[:16], exercise=True), path)
    del spoken, application


def _sheet_blocks(found: list[Block]) -> list[SheetBlock]:
    """Return the blocks of a paper: each heading goes with what stands below it."""
    made: list[SheetBlock] = []
    heading = ""
    for block in found:
        match block:
            case Heading(text):
                if heading:
                    made.append(Text(heading, "–"))
                heading = text
            case Lines(texts):
                made.append(Text(heading, "\n".join(texts)))
                heading = ""
            case Grid(heads, rows):
                made.append(Table(heading, heads, rows, widths_of(heads, rows), "–"))
                heading = ""
    return made


def widths_of(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the columns' widths in per cent, 100 together: wide where much stands, never so narrow that a time would break."""
    longest = [max(_LEAST, min(_MOST, max(map(_length, column)))) for column in zip(heads, *rows, strict=True)]
    widths = [100 * one // sum(longest) for one in longest]
    widths[longest.index(max(longest))] += 100 - sum(widths)
    return widths


def _length(text: str) -> int:
    """Return how wide a text is, in Latin letters; a Chinese sign is as wide as two."""
    return sum(2 if ord(sign) >= _WIDE else 1 for sign in text)


_LEAST, _MOST, _WIDE = 12, 44, 0x2E80
_WRITERS: dict[str, Callable[[Review, Path, str], None]] = {".md": _markdown, ".docx": _docx, ".pdf": _pdf}
