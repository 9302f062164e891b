"""The after-action report on paper: columns that fit, numbered pages, rows that are not torn."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from commandcenter.app.columns import LEAST, ROOM, widths_of
from commandcenter.app.exercise_docx import MARGIN_MM, MILLIMETRES, write_docx
from commandcenter.exercise.review import Review
from commandcenter.ui.prints.paper_file import Size

from .test_report_files import reviewed

__all__ = ["reviewed"]


@pytest.mark.parametrize(
    "columns",
    [
        ["1", "12:00:00", "x" * 90],
        ["1", "12:00:00", "水" * 60, "派" * 30, "done", "30 s"],
        ["x" * 200] * 4,
        ["", ""],
    ],
)
def test_columns_fill_the_width_and_short_ones_do_not_break(columns: list[str]) -> None:
    widths = widths_of(["Number"] * len(columns), [columns])
    assert sum(widths) == 100
    assert min(widths) * ROOM / 100 > LEAST - 1.5
    pairs = list(zip(columns, widths, strict=True))
    assert all(a >= b for one, a in pairs for other, b in pairs if len(one) > len(other) + LEAST)


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize(("language", "page"), [("en", "Page "), ("zh", "第 ")])
def test_the_document_is_styled_marked_and_numbered(reviewed: Review, tmp_path: Path, language: str, page: str, size: Size) -> None:
    path = tmp_path / "report.docx"
    write_docx(reviewed, path, language, size)
    paper = Document(str(path))
    section = paper.sections[0]
    assert (round((section.page_width or 0) / 36000, 1), round((section.page_height or 0) / 36000, 1)) == MILLIMETRES[size]
    foot = section.footer.paragraphs[0]
    asked = [element.text for element in foot._p.iter(qn("w:instrText"))]
    assert asked == ["PAGE", "NUMPAGES"] and page in foot.text and "EXERCISE" in foot.text
    assert paper.core_properties.title in [paragraph.text for paragraph in paper.paragraphs if paragraph.style.name == "Title"]  # type: ignore[union-attr]
    for name in ("Normal", "Heading 1", "Title"):
        fonts = paper.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei" and fonts.get(qn("w:asciiTheme")) is None
    room = ((section.page_width or 0) / 36000) - 2 * MARGIN_MM
    for table in paper.tables:
        assert sum((column.width or 0) / 36000 for column in table.columns) == pytest.approx(room, abs=0.5)
        assert all(row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True] + [False] * (len(table.rows) - 1)
