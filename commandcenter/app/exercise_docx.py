"""The after-action report as DOCX: styled headings, tables whose heads come again and whose rows are not torn, marked and numbered pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commandcenter.app.columns import widths_of
from commandcenter.exercise.report import Grid, Heading, Lines, blocks
from commandcenter.exercise.review import Review
from commandcenter.model.marks import MARK
from commandcenter.ui.i18n.language import speaker
from commandcenter.ui.prints.paper_file import Size, usual_size

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

FONT, FONT_ZH = "Calibri", "Microsoft YaHei"
"""What word processors have or replace by something alike; Chinese signs are written with the second."""
MILLIMETRES = {Size.A4: (210.0, 297.0), Size.LETTER: (215.9, 279.4)}
MARGIN_MM, BODY_PT, CELL_PT = 18.0, 10.5, 9.5
HEAD_SHADE = "E2E2E2"
INK = "000000"


def write_docx(review: Review, path: Path, language: str, size: Size | None = None) -> None:
    """Write the report; without a size, for the paper of this computer's country. Raises `OSError` when the file cannot be written."""
    import docx

    chinese = language.startswith("zh")
    paper = docx.Document()
    _style(paper, "zh-CN" if chinese else "en-GB")
    _page(paper, size or usual_size(), chinese=chinese)
    for block in blocks(review, language, speaker(language)):
        match block:
            case Heading(text, level):
                paper.add_heading(text, level - 1)
                if level == 1:
                    paper.core_properties.title = text
            case Lines(texts, bullets):
                for text in texts:
                    paper.add_paragraph(text, style="List Bullet" if bullets else None)
            case Grid(heads, rows):
                _add_grid(paper, heads, rows)
    paper.core_properties.author = "commandcenter"
    paper.core_properties.language = "zh-CN" if chinese else "en-GB"
    paper.core_properties.comments = MARK
    paper.save(str(path))


def _style(paper: Document, language: str) -> None:
    """Write everything in our fonts, black on white; a heading stays with what follows it."""
    from docx.shared import Pt, RGBColor

    for name, points in (("Normal", BODY_PT), ("Title", 20.0), ("Heading 1", 13.0), ("List Bullet", BODY_PT)):
        style: ParagraphStyle = paper.styles[name]
        style.font.size = Pt(points)
        style.font.color.rgb = RGBColor.from_string(INK)
        _write_in(style.element.get_or_add_rPr(), language)
        if name != "Normal":
            style.paragraph_format.keep_with_next = name != "List Bullet"
    paper.styles["Normal"].paragraph_format.space_after = Pt(4)


def _write_in(properties: Any, language: str) -> None:  # noqa: ANN401 - an element of the document's XML
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)
    fonts.set(qn("w:eastAsia"), FONT_ZH)
    spoken = _element("w:lang", {"w:val": language if language != "zh-CN" else "en-GB", "w:eastAsia": "zh-CN"})
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(spoken)


def _page(paper: Document, size: Size, *, chinese: bool) -> None:
    """Set the paper, the mark above and below, and the number of the page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    section = paper.sections[0]
    width, height = MILLIMETRES[size]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    head.add_run(MARK).bold = True
    foot.add_run(f"{MARK}    ").bold = True
    before, between, after = ("第 ", " 页，共 ", " 页") if chinese else ("Page ", " of ", "")
    for words, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        foot.add_run(words)
        if field:
            _add_field(foot, field)


def _add_field(paragraph: Paragraph, code: str) -> None:
    """Add what the word processor works out by itself."""
    asked = _element("w:instrText", {"xml:space": "preserve"})
    asked.text = code
    for part in (_element("w:fldChar", {"w:fldCharType": "begin"}), asked, _element("w:fldChar", {"w:fldCharType": "end"})):
        paragraph.add_run()._r.append(part)


def _add_grid(paper: Document, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Add a table whose heads come again on every page and whose rows stand on one page each."""
    from docx.shared import Emu, Pt

    section = paper.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    widths = [Emu(room * share // 100) for share in widths_of(heads, rows)]
    table = paper.add_table(rows=1 + len(rows), cols=len(heads), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for line, texts in zip(table.rows, (heads, *rows), strict=True):
        properties = line._tr.get_or_add_trPr()
        properties.append(_element("w:cantSplit", {}))
        if texts is heads:
            properties.append(_element("w:tblHeader", {}))
        for cell, text, width in zip(line.cells, texts, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(1)
            paragraph.paragraph_format.keep_with_next = texts is heads
            run = paragraph.add_run(text)
            run.font.size, run.bold = Pt(CELL_PT), texts is heads or None
            if texts is heads:
                cell._tc.get_or_add_tcPr().append(_element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": HEAD_SHADE}))
    paper.add_paragraph()


def _element(name: str, attributes: dict[str, str]) -> Any:  # noqa: ANN401 - an element of the document's XML
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set("{http://www.w3.org/XML/1998/namespace}space" if key == "xml:space" else qn(key), value)
    return made
