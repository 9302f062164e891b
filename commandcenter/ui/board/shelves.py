"""Where the tiles of the unit board stand: each group is a card with its name above its tiles, cards stand on shelves. Pure; no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

LEAST_COLUMNS = 2
"""A card of one unit is this wide, so that its name has room."""
MOST_EMPTY = 0.25
"""A card that would leave more of a line empty stands in two lines, beside others."""
MOST_STRETCH = 1.5
"""A shelf that is not full is drawn out to the edge, but never more than this."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels."""

    tile_w: int
    """Least width of a tile."""
    tile_h: int
    head: int
    """Height of a card's name."""
    gap: int = 4
    pad: int = 4
    """Inside a card, around its tiles."""


@dataclass(frozen=True, slots=True)
class Card:
    """One group: rows `first` … `end` − 1 in `columns` columns; x, y, width and height in pixels of the whole board."""

    group: str
    first: int
    end: int
    columns: int
    x: int
    y: int
    w: int
    h: int

    def lines(self) -> int:
        """Return how many lines of tiles it has."""
        return -(-(self.end - self.first) // self.columns)


@dataclass(slots=True)
class Shelves:
    """All cards of a board of one width."""

    measures: Measures
    width: int
    cards: list[Card] = field(default_factory=list)
    height: int = 0
    _firsts: list[int] = field(default_factory=list)
    _shelves: list[tuple[int, int]] = field(default_factory=list)
    """(y, first card) of each shelf."""

    @classmethod
    def arrange(cls, groups: Sequence[tuple[str, int]], width: int, measures: Measures) -> Shelves:
        """Put groups of (name, number of tiles) on shelves, in their order."""
        made = cls(measures, width)
        columns = max(1, (width - measures.gap) // (measures.tile_w + measures.gap))
        shelf: list[tuple[str, int, int]] = []
        y, used = measures.gap, 0
        for group, count in groups:
            wanted = _columns_for(count, columns)
            if shelf and used + wanted > columns:
                y = made._fill(shelf, y, columns, last=False)
                shelf, used = [], 0
            shelf.append((group, count, wanted))
            used += wanted
        if shelf:
            y = made._fill(shelf, y, columns, last=True)
        made.height = y
        return made

    def _fill(self, shelf: Sequence[tuple[str, int, int]], y: int, columns: int, *, last: bool) -> int:
        """Make the cards of one shelf; return where the next begins."""
        m = self.measures
        used = sum(wanted for _, _, wanted in shelf)
        stretch = 1.0 if last and self._shelves else min(columns / used, MOST_STRETCH)
        step = (self.width - m.gap) / columns * stretch
        lines = max(-(-count // wanted) for _, count, wanted in shelf)
        height = m.head + lines * (m.tile_h + m.gap) - m.gap + m.pad
        self._shelves.append((y, len(self.cards)))
        at = 0
        for group, count, wanted in shelf:
            first = self.cards[-1].end if self.cards else 0
            left, right = m.gap + round(at * step), m.gap + round((at + wanted) * step)
            self._firsts.append(first)
            self.cards.append(Card(group, first, first + count, wanted, left, y, right - left - m.gap, height))
            at += wanted
        return y + height + m.gap

    def card_of(self, row: int) -> Card:
        """Return the card a row stands in."""
        return self.cards[bisect_right(self._firsts, row) - 1]

    def tile(self, row: int) -> tuple[int, int, int, int]:
        """Return x, y, width and height of a row's tile."""
        card, m = self.card_of(row), self.measures
        line, column = divmod(row - card.first, card.columns)
        step = (card.w - 2 * m.pad + m.gap) / card.columns
        left, right = card.x + m.pad + round(column * step), card.x + m.pad + round((column + 1) * step)
        return left, card.y + m.head + line * (m.tile_h + m.gap), right - left - m.gap, m.tile_h

    def row_at(self, x: int, y: int) -> int:
        """Return the row whose tile holds a point, −1 for none."""
        for card in self.between(y, y):
            if card.x <= x < card.x + card.w:
                row = self._nearest(card, (y - card.y - self.measures.head) // (self.measures.tile_h + self.measures.gap), x)
                left, top, wide, high = self.tile(row)
                return row if left <= x < left + wide and top <= y < top + high else -1
        return -1

    def between(self, top: int, bottom: int) -> list[Card]:
        """Return the cards of all shelves that touch a band."""
        starts = [y for y, _ in self._shelves]
        first, last = max(0, bisect_right(starts, top) - 1), bisect_right(starts, bottom)
        if first >= last:
            return []
        end = self._shelves[last][1] if last < len(self._shelves) else len(self.cards)
        return self.cards[self._shelves[first][1] : end]

    def step(self, row: int, lines: int) -> int:
        """Return the row that lies some lines further down (or up, below zero), as near as can be in the same column."""
        for _ in range(abs(lines)):
            row = self._next(row, 1 if lines > 0 else -1)
        return row

    def _next(self, row: int, way: int) -> int:
        card = self.card_of(row)
        x, _, w, _ = self.tile(row)
        line = (row - card.first) // card.columns + way
        if 0 <= line < card.lines():
            return self._nearest(card, line, x + w // 2)
        shelf = bisect_right([y for y, _ in self._shelves], card.y) - 1 + way
        if not 0 <= shelf < len(self._shelves):
            return row
        y = self._shelves[shelf][0]
        best = min(self.between(y, y), key=lambda other: max(other.x - x, x - other.x - other.w, 0))
        return self._nearest(best, 0 if way > 0 else best.lines() - 1, x + w // 2)

    def _nearest(self, card: Card, line: int, x: int) -> int:
        """Return the row of a card's line nearest to x."""
        line = min(max(line, 0), card.lines() - 1)
        column = min(max((x - card.x) * card.columns // max(card.w, 1), 0), card.columns - 1)
        return min(card.first + line * card.columns + column, card.end - 1)


def _columns_for(count: int, columns: int) -> int:
    """Return how many columns a card of so many tiles gets."""
    if 2 * count <= columns:
        return min(max(count, LEAST_COLUMNS), columns)
    return -(-count // 2) if columns - count > MOST_EMPTY * columns else columns
