"""The after-action report as a file: DOCX and PDF say what Markdown says, and carry the mark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from commandcenter.app.exercise_report import check_ending, write_report
from commandcenter.exercise.report import Grid, Heading, blocks
from commandcenter.exercise.review import Bookmark, CorrectiveAction, Notebook, Review, review
from commandcenter.model.errors import KnownError
from commandcenter.ui.i18n.language import Language, said_in
from commandcenter.ui.prints.paper_file import Size
from commandcenter.ui.prints.typesetting import CONTINUED
from tests.unit.exercise.town import MINUTE, START_MS, play

from .test_course import BUSY

NOTES = Notebook([Bookmark(START_MS, "a | b <i>")], [], ["well done"], [CorrectiveAction("train merging", "Ada", "2026-12-01")])


@pytest.fixture(scope="module")
def reviewed() -> Review:
    found: list[Review] = []

    async def work(course: object) -> None:
        await course.advance_to(START_MS + 20 * MINUTE)  # type: ignore[attr-defined]
        found.append(review(course, NOTES))  # type: ignore[arg-type]

    play(work, BUSY, player=True)
    return found[0]


def told(reviewed: Review, language: str) -> list[str]:
    """Return every text that a report must carry."""
    texts = [block.text for block in blocks(reviewed, language) if isinstance(block, Heading)]
    return texts + [cell for block in blocks(reviewed, language) if isinstance(block, Grid) for row in block.rows for cell in row if cell]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_docx_carries_every_heading_and_cell(reviewed: Review, tmp_path: Path, language: str) -> None:
    path = tmp_path / "report.docx"
    write_report(reviewed, path, language)
    paper = Document(str(path))
    said = "\n".join([*(p.text for p in paper.paragraphs), *(cell.text for table in paper.tables for row in table.rows for cell in row.cells)])
    assert [text for text in told(reviewed, language) if text not in said] == []
    assert "EXERCISE / 演练" in paper.sections[0].header.paragraphs[0].text
    assert "a | b <i>" in said


def test_pdf_carries_the_mark_on_every_page(reviewed: Review, tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "deep" / "report.pdf"
    write_report(reviewed, path, "en")
    paper = QPdfDocument()
    assert paper.load(str(path)) == QPdfDocument.Error.None_
    pages = [paper.getAllText(number).text() for number in range(paper.pageCount())]
    paper.close()
    assert pages and all("EXERCISE" in page for page in pages)
    whole = " ".join("".join(pages).split())
    assert "train merging" in whole
    assert "Correctness" in whole


@pytest.mark.parametrize(("size", "points", "width_mm"), [(Size.A4, (595, 842), 210.0), (Size.LETTER, (612, 792), 215.9)])
def test_pdf_and_docx_have_the_size_that_was_chosen(
    reviewed: Review, tmp_path: Path, qapp: QApplication, size: Size, points: tuple[int, int], width_mm: float
) -> None:
    for ending in (".pdf", ".docx"):
        write_report(reviewed, tmp_path / f"report{ending}", "en", size)
    paper = QPdfDocument()
    assert paper.load(str(tmp_path / "report.pdf")) == QPdfDocument.Error.None_
    seen = paper.pagePointSize(0).toTuple()
    paper.close()
    assert tuple(round(side) for side in seen) == points
    width = Document(str(tmp_path / "report.docx")).sections[0].page_width
    assert width is not None and width.mm == pytest.approx(width_mm, abs=0.1)


@pytest.mark.parametrize(("desk", "report", "place", "other"), [("en", "zh", "第 1 页", "Page"), ("zh_CN", "en", "Page 1 of", "页")])
def test_the_words_of_the_pages_follow_the_report_not_the_desk(
    reviewed: Review, tmp_path: Path, qapp: QApplication, desk: str, report: str, place: str, other: str
) -> None:
    many = replace(reviewed, notebook=replace(reviewed.notebook, bookmarks=[Bookmark(START_MS + n * MINUTE, f"#{n}") for n in range(90)]))
    window = Language()
    window.use(desk)
    try:
        write_report(many, tmp_path / "report.pdf", report)
    finally:
        window.use("en")
    whole = text_of(tmp_path / "report.pdf")
    assert place in whole and other not in whole
    assert said_in(report, (CONTINUED,))[CONTINUED].format(title="").strip() in whole


def test_a_chinese_report_has_chinese_units_and_colons(reviewed: Review) -> None:
    cells = [cell for block in blocks(reviewed, "zh") if isinstance(block, Grid) for row in block.rows for cell in row]
    assert [cell for cell in cells if cell.endswith(" 秒")] and not [cell for cell in cells if cell.endswith((" s", " min"))]
    heading = next(block for block in blocks(reviewed, "zh") if isinstance(block, Heading))
    assert heading.text == "演练总结报告：Test"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_name_that_no_head_has_room_for_stands_whole_on_the_first_page(reviewed: Review, tmp_path: Path, qapp: QApplication, language: str) -> None:
    name = " ".join(f"sffd_2020-04-{day:02}_2020-04-{day + 1:02}.csv" for day in range(1, 9))
    write_report(replace(reviewed, name=name), tmp_path / "report.pdf", language)
    whole = "".join(text_of(tmp_path / "report.pdf").split())
    assert whole.count("".join(name.split())) == 1


def text_of(path: Path) -> str:
    """Return the text of a PDF."""
    paper = QPdfDocument()
    assert paper.load(str(path)) == QPdfDocument.Error.None_
    pages = [paper.getAllText(number).text() for number in range(paper.pageCount())]
    paper.close()
    return "\n".join(pages)


def test_another_ending_is_refused_before_anything_runs(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"\.md, \.docx or \.pdf"):
        check_ending(tmp_path / "report.txt")


@pytest.mark.parametrize("ending", [".md", ".docx", ".pdf"])
def test_a_place_that_cannot_be_written_is_said(reviewed: Review, tmp_path: Path, ending: str, qapp: QApplication) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KnownError, match="cannot be written"):
        write_report(reviewed, tmp_path / "file" / f"report{ending}", "en")
