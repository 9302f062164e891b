"""Lays strips of a paper onto pages. Pure: heights are whatever unit the caller measured in.

Rules: a heading stays with what follows it; a row stands on one page; one that is taller than a third of a page runs over, never with fewer than
`FEWEST` lines on either side, and what names it (its cells of few lines) stands again where it goes on; where a table goes on, its title and heads
come again, and its last row is not alone below them; what belongs on one page and is taller than that begins a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from commandcenter.ui.prints.sheet import Drawing

FEWEST = 3
"""Lines of a row that stand together at the end or the beginning of a page."""
MOST_AGAIN = 5
"""Lines of a cell that may stand again where its row goes on."""
MAY_SPLIT = 1 / 3
"""Of the page's height; lower rows are never split."""


class Kind(StrEnum):
    """What a strip is, and so how it is painted."""

    TITLE = "title"
    HEAD = "head"
    GROUP = "group"
    """A heading across all columns of a table."""
    ROW = "row"
    CUT = "cut"
    """A line to cut along."""


HEADINGS = (Kind.TITLE, Kind.HEAD, Kind.GROUP)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell: its text, the name of its font, and where its baseline is."""

    text: str
    font: str
    height: float
    ascent: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a strip, from `left`, `width` wide."""

    left: float
    width: float
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        """Return how high its lines are together."""
        return sum(line.height for line in self.lines)

    def split(self, room: float) -> tuple[Cell, Cell]:
        """Return what fits into a height, and the rest."""
        fitting, height = 0, 0.0
        for line in self.lines:
            height += line.height
            if height > room:
                break
            fitting += 1
        return replace(self, lines=self.lines[:fitting]), replace(self, lines=self.lines[fitting:])


@dataclass(frozen=True, slots=True)
class Strip:
    """Cells side by side, as high as the highest of them."""

    kind: Kind
    cells: tuple[Cell, ...]
    padding: float = 0.0
    """Above and below the text."""
    above: float = 0.0
    """Empty above it, unless it begins a page."""
    least: float = 0.0
    """Room for the pen, or for a drawing: the text has at least this height."""
    drawing: Drawing | None = None
    """Painted into the strip."""

    @property
    def height(self) -> float:
        """Return its height, without what is empty above it."""
        return max(self.least, max((cell.height for cell in self.cells), default=0.0)) + 2 * self.padding

    @property
    def lines(self) -> int:
        """Return how many lines its longest cell has."""
        return max((len(cell.lines) for cell in self.cells), default=0)

    @property
    def line_height(self) -> float:
        """Return the height of its highest line."""
        return max((line.height for cell in self.cells for line in cell.lines), default=0.0)

    def split(self, room: float) -> tuple[Strip, Strip]:
        """Return what fits into a height, and the rest."""
        both = [cell.split(room - 2 * self.padding) for cell in self.cells]
        first, rest = (tuple(part) for part in zip(*both, strict=True))
        return replace(self, cells=first, least=0.0), replace(self, cells=rest, above=0.0, least=0.0)

    def named_as(self, first: Strip) -> Strip:
        """Return this rest of a row with the cells of few lines that stand whole in its first part: when, who, which unit."""
        cells = zip(self.cells, first.cells, strict=True)
        return replace(self, cells=tuple(before if not rest.lines and len(before.lines) <= MOST_AGAIN else rest for rest, before in cells))


@dataclass(frozen=True, slots=True)
class Run:
    """Strips that belong together; `again` stands at the top of every further page they need."""

    strips: tuple[Strip, ...]
    again: tuple[Strip, ...] = ()
    whole: bool = False
    """On one page, where one is enough."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on its page."""

    top: float
    strip: Strip


Page = list[Placed]


def paginate(runs: Sequence[Run], height: float) -> list[Page]:
    """Return the pages, at least one; nothing stands below `height` but a single line that is taller than the page."""
    pager = _Pager(height)
    for run in runs:
        pager.put_run(run)
    return pager.pages


class _Pager:
    def __init__(self, height: float) -> None:
        self._height, self._y = height, 0.0
        self.pages: list[Page] = [[]]

    def put_run(self, run: Run) -> None:
        if run.whole and not self._fits(run.strips):
            self._turn(())
        group: tuple[Strip, ...] = ()
        for place, chunk in enumerate(_chunks(run.strips, MAY_SPLIT * self._height)):
            before = (*run.again, *(() if chunk[0].kind == Kind.GROUP else group)) if place else ()
            group = next(((strip,) for strip in reversed(chunk) if strip.kind == Kind.GROUP), group)
            self._put_chunk(chunk, before, (*run.again, *group))

    def _put_chunk(self, chunk: Sequence[Strip], before: tuple[Strip, ...], again: tuple[Strip, ...]) -> None:
        """Put headings and the row below them; turn the page `before`, or run over and go on below `again`, where they do not fit."""
        if not self._fits(chunk) and not self._may_split_here(chunk):
            self._turn(before)
        for strip in chunk[:-1]:
            self._put(strip)
        last = chunk[-1]
        while not self._fits([last]) and (parts := self._parts(last)) is not None:
            self._put(parts[0])
            last = parts[1]
            self._turn(again)
        self._put(last)

    def _parts(self, strip: Strip) -> tuple[Strip, Strip] | None:
        """Return a row's part for the rest of this page and what remains; `None` where not even a line has room."""
        room = self._height - self._y - strip.above
        first, rest = strip.split(room)
        lacking = FEWEST - rest.lines
        if lacking > 0 and first.lines - lacking >= FEWEST:
            first, rest = strip.split(first.height - 0.5 * strip.line_height - (lacking - 1) * strip.line_height)
        return (first, rest.named_as(first)) if first.lines and rest.lines else None

    def _may_split_here(self, chunk: Sequence[Strip]) -> bool:
        last = chunk[-1]
        if last.height < MAY_SPLIT * self._height:
            return False
        room = self._height - self._y - _tall(chunk[:-1]) - last.above
        return last.split(room)[0].lines >= FEWEST and last.lines >= 2 * FEWEST

    def _fits(self, strips: Sequence[Strip]) -> bool:
        return self._y + _tall(strips) <= self._height + 1e-6

    def _turn(self, again: tuple[Strip, ...]) -> None:
        if not self.pages[-1]:
            return
        self.pages.append([])
        self._y = 0.0
        for strip in again:
            self._put(strip)

    def _put(self, strip: Strip) -> None:
        top = self._y + (strip.above if self.pages[-1] else 0.0)
        if strip.kind == Kind.CUT and top + strip.height > self._height:
            return
        self.pages[-1].append(Placed(top, strip))
        self._y = top + strip.height


def _tall(strips: Sequence[Strip]) -> float:
    return sum(strip.above + strip.height for strip in strips)


def _chunks(strips: Sequence[Strip], low: float) -> Iterator[Sequence[Strip]]:
    """Yield each row with the headings above it; the last two rows together where both are lower than `low`."""
    start = 0
    for place, strip in enumerate(strips):
        if strip.kind not in HEADINGS and not _before_last(strips[place:], low):
            yield strips[start : place + 1]
            start = place + 1
    if start < len(strips):
        yield strips[start:]


def _before_last(strips: Sequence[Strip], low: float) -> bool:
    """Return whether two rows are all that is left, and low."""
    return len(strips) == 2 and all(strip.kind == Kind.ROW and strip.height < low for strip in strips)
