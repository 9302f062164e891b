"""Writes the after-action report as a file: Markdown, DOCX or PDF, by the ending of its name. Every page carries the mark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from commandcenter.app.columns import widths_of
from commandcenter.exercise.report import Block, Grid, Heading, Lines, blocks, markdown
from commandcenter.exercise.review import Review
from commandcenter.model.errors import KnownError
from commandcenter.ui.prints.sheet import Block as SheetBlock
from commandcenter.ui.prints.sheet import Sheet, Table, Text

if TYPE_CHECKING:
    from commandcenter.ui.prints.paper_file import Size


def write_report(review: Review, path: Path, language: str, size: Size | None = None) -> None:
    """Write the report; without a size, on what this country prints on.

    Raises `KnownError` for another ending, or when the file cannot be written.
    """
    check_ending(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _WRITERS[path.suffix.casefold()](review, path, language, size)
    except OSError as error:
        raise KnownError("The report cannot be written to {file}: {why}.", file=str(path), why=error.strerror or str(error)) from error


def check_ending(path: Path) -> None:
    """Raise `KnownError` unless a report can be written to a file of this name."""
    if path.suffix.casefold() not in _WRITERS:
        raise KnownError("A report ends in .md, .docx or .pdf, not “{ending}”.", ending=path.suffix)


def _markdown(review: Review, path: Path, language: str, _size: Size | None) -> None:
    from commandcenter.ui.i18n.language import speaker

    path.write_text(markdown(review, language, speaker(language)), encoding="utf-8")


def _pdf(review: Review, path: Path, language: str, size: Size | None) -> None:
    from PySide6.QtGui import QGuiApplication

    from commandcenter.ui.i18n.language import speaker
    from commandcenter.ui.prints.pdf import write_pdf

    application = QGuiApplication.instance() or QGuiApplication(["commandcenter", "-platform", "offscreen"])
    title, *rest = blocks(review, language, speaker(language))
    name = title.text if isinstance(title, Heading) else ""
    whole = Text("", name)  # the head of a page has room for one line
    sheet = Sheet(name, name, review.region, [whole, *_sheet_blocks(rest)], review.digest[:16], exercise=True, language=language)
    write_pdf(sheet, path, size)
    del application


def _docx(review: Review, path: Path, language: str, size: Size | None) -> None:
    from commandcenter.app.exercise_docx import write_docx  # it knows paper sizes from Qt

    write_docx(review, path, language, size)


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
            case Lines(texts, bullets):
                made.append(Text(heading, "\n".join(f"• {text}" if bullets else text for text in texts)))
                heading = ""
            case Grid(heads, rows):
                made.append(Table(heading, heads, rows, widths_of(heads, rows), "–"))
                heading = ""
    return made


_WRITERS: dict[str, Callable[[Review, Path, str, Size | None], None]] = {".md": _markdown, ".docx": _docx, ".pdf": _pdf}
