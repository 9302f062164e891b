"""Breaks the blocks of a paper into strips: wraps texts to the columns, with the fonts and the resolution of the paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtGui import QPaintDevice, QTextLayout, QTextOption

from commandcenter.model.progress import NoProgress, Progress
from commandcenter.ui.i18n.language import said_in
from commandcenter.ui.i18n.tr import mark
from commandcenter.ui.prints.flow import Cell, Kind, Line, Run, Strip
from commandcenter.ui.prints.fonts import paper_font
from commandcenter.ui.prints.paper_file import BODY_PT, POINTS
from commandcenter.ui.prints.sheet import Block, Card, Drawing, Facts, Sheet, Table, Text

TEXT, BOLD, LABEL, TITLE = "text", "bold", "label", "title"
SIZES = {TEXT: (BODY_PT, False), BOLD: (BODY_PT, True), LABEL: (8.0, False), TITLE: (10.5, True)}
"""Points, and whether it is bold."""
ACROSS, ABOVE = 3.6 * POINTS, 2.2 * POINTS
"""Between the lines of a box and its text."""
BEFORE_TITLE, BEFORE_FACTS, BEFORE_CARD = 9 * POINTS, 7 * POINTS, 8 * POINTS
PEN_LINE = 17 * POINTS
"""Height of a line to write in by hand."""
BLANK_ROWS = 3
SETTING = mark("Setting the rows into pages")
"""A stage of a long paper."""
CONTINUED = mark("{title} (continued)")


class Typesetter:
    """Measures for one device and one width, in the thread of that device."""

    def __init__(self, device: QPaintDevice, width: float, language: str = "", progress: Progress | None = None) -> None:
        """Set columns into this width, in units of the device; what goes on says so in this language (empty: the window's)."""
        self._device, self._width = device, width
        self._progress = progress or NoProgress()
        self._goes_on = said_in(language, (CONTINUED,))[CONTINUED]
        self.fonts = {name: paper_font(points, bold=bold, language=language) for name, (points, bold) in SIZES.items()}

    def runs(self, sheet: Sheet) -> list[Run]:
        """Return the strips of every block, in order."""
        return [self._run(block) for block in sheet.blocks]

    def wrap(self, text: str, font: str, width: float) -> tuple[Line, ...]:
        """Return a text in lines of at most a width; a word that is longer is broken."""
        return tuple(line for part in text.splitlines() or [""] for line in self._lines(part.replace("\t", " "), font, width))

    def _lines(self, text: str, font: str, width: float) -> Iterable[Line]:
        layout = QTextLayout(text, self.fonts[font], self._device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        units = text.encode("utf-16-le")
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
            yield Line(units[start:end].decode("utf-16-le").rstrip(), font, line.height(), line.ascent())
        layout.endLayout()

    def _run(self, block: Block) -> Run:
        match block:
            case Facts():
                return Run(tuple(self._facts(block)), whole=True)
            case Table():
                return self._table(block)
            case Text():
                return self._text(block)
            case Drawing():
                return Run((*self._titled(block.title), self._drawing(block)), whole=True)
            case Card():
                return self._card(block)

    def _drawing(self, block: Drawing) -> Strip:
        return Strip(Kind.ROW, (Cell(0.0, self._width, ()),), least=self._width * block.share, drawing=block)

    def _card(self, block: Card) -> Run:
        strips = [strip for one in block.blocks for strip in self._run(one).strips]
        first = replace(strips[0], above=BEFORE_CARD)
        cut = Strip(Kind.CUT, (), above=BEFORE_CARD)
        return Run((first, *strips[1:], cut), (strips[0],), whole=True)

    def _facts(self, block: Facts) -> Iterable[Strip]:
        half = self._width / 2
        for place in range(0, len(block.pairs), 2):
            pairs = (*block.pairs[place : place + 2], ("", ""))[:2]
            lone = not any(pairs[1])
            widths = (self._width,) if lone else (half, half)
            cells = [
                self._cell(n * half, width, [(name, LABEL), (value, TEXT)])
                for n, (width, (name, value)) in enumerate(zip(widths, pairs, strict=False))
            ]
            yield Strip(Kind.ROW, tuple(cells), ABOVE, BEFORE_FACTS if place == 0 else 0.0)

    def _text(self, block: Text) -> Run:
        room = 0.0 if block.text.strip() else block.room * PEN_LINE
        box = Strip(Kind.ROW, (self._cell(0.0, self._width, [(block.text.strip(), TEXT)]),), ABOVE, least=room)
        return Run((*self._titled(block.title), box), self._titled(self._continued(block.title)) if block.title else ())

    def _table(self, block: Table) -> Run:
        lefts, widths = self._columns(block.widths)
        head = self._strip(Kind.HEAD, block.heads, lefts, widths)
        rows = []
        for place, row in enumerate(block.rows):
            self._progress.report(SETTING, place, len(block.rows))
            rows.append(self._row(row, lefts, widths))
        rows = rows or self._no_rows(block, lefts, widths)
        again = self._titled(self._continued(block.title)) if block.title else ()
        return Run((*self._titled(block.title), head, *rows), (*again, head))

    def _no_rows(self, block: Table, lefts: Sequence[float], widths: Sequence[float]) -> list[Strip]:
        if block.nothing:
            return [self._strip(Kind.ROW, [block.nothing], (0.0,), (self._width,))]
        blank = [""] * len(block.heads)
        return [replace(self._strip(Kind.ROW, blank, lefts, widths), least=PEN_LINE) for _ in range(BLANK_ROWS)]

    def _row(self, row: Sequence[str], lefts: Sequence[float], widths: Sequence[float]) -> Strip:
        if len(row) == 1 and len(widths) > 1:
            return self._strip(Kind.GROUP, row, (0.0,), (self._width,))
        made = self._strip(Kind.ROW, row, lefts, widths)
        return made if any(row) else replace(made, least=PEN_LINE)

    def _strip(self, kind: Kind, texts: Sequence[str], lefts: Sequence[float], widths: Sequence[float]) -> Strip:
        font = TEXT if kind == Kind.ROW else BOLD
        cells = [self._cell(left, width, [(text, font)]) for text, left, width in zip(texts, lefts, widths, strict=True)]
        return Strip(kind, tuple(cells), ABOVE)

    def _titled(self, text: str) -> tuple[Strip, ...]:
        """Return a title, or nothing where there is none."""
        return (self._title(text),) if text else ()

    def _title(self, text: str) -> Strip:
        return Strip(Kind.TITLE, (Cell(0.0, self._width, self.wrap(text, TITLE, self._width)),), padding=1.2 * POINTS, above=BEFORE_TITLE)

    def _continued(self, title: str) -> str:
        return self._goes_on.format(title=title)

    def _cell(self, left: float, width: float, parts: Iterable[tuple[str, str]]) -> Cell:
        return Cell(left, width, tuple(line for text, font in parts for line in self.wrap(text, font, width - 2 * ACROSS)))

    def _columns(self, shares: Sequence[int]) -> tuple[list[float], list[float]]:
        widths = [self._width * share / sum(shares) for share in shares]
        return [sum(widths[:n]) for n in range(len(widths))], widths
