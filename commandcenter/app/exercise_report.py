"""Writes the after-action report as a file: Markdown, DOCX or PDF, by the ending of its name. Every page carries the mark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from commandcenter.exercise.report import MARK, Block, Grid, Heading, Lines, blocks, markdown
from commandcenter.exercise.review import Review
from commandcenter.model.errors import KnownError
from commandcenter.ui.prints.sheet import Block as SheetBlock
from commandcenter.ui.prints.sheet import Sheet, Table, Text

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
    from docx import Document
    from docx.oxml.ns import qn

    paper = Document()
    paper.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT_ZH)
    section = paper.sections[0]
    section.header.paragraphs[0].text = section.footer.paragraphs[0].text = MARK
    for block in blocks(review, language):
        match block:
            case Heading(text, level):
                paper.add_heading(text, level - 1)
            case Lines(texts, bullets):
                for text in texts:
                    paper.add_paragraph(text, style="List Bullet" if bullets else None)
            case Grid(heads, rows):
                table = paper.add_table(rows=1, cols=len(heads), style="Light Grid Accent 1")
                for row in (heads, *rows):
                    cells = table.rows[0].cells if row is heads else table.add_row().cells
                    for cell, text in zip(cells, row, strict=True):
                        cell.text = text
    paper.save(str(path))


def _pdf(review: Review, path: Path, language: str) -> None:
    from PySide6.QtGui import QGuiApplication

    from commandcenter.ui.prints.pdf import write_pdf

    application = QGuiApplication.instance() or QGuiApplication(["commandcenter", "-platform", "offscreen"])
    title, *rest = blocks(review, language)
    about = title.text if isinstance(title, Heading) else ""
    write_pdf(Sheet("AAR", about, review.region, _sheet_blocks(rest), review.digest[:16], exercise=True), path)
    del application


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
                made.append(Table(heading, heads, rows, [100 // len(heads)] * len(heads), "–"))
                heading = ""
    return made


_WRITERS: dict[str, Callable[[Review, Path, str], None]] = {".md": _markdown, ".docx": _docx, ".pdf": _pdf}
