"""How wide the columns of a report's table are."""

from __future__ import annotations

from collections.abc import Sequence

ROOM = 104
"""So many letters of a report's body stand side by side across its page."""
LEAST, MOST = 13, 70
"""Letters that a column has room for at least, so that a head such as `Number` and a date never break, and that count at most."""
WIDE = 0x2E80
"""From this code on a sign is as wide as two Latin letters."""


def widths_of(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the columns' widths in per cent, 100 together; where they do not all have room, the longest give way to the shorter ones."""
    wanted = [max(LEAST, min(MOST, max(map(_length, column)))) for column in zip(heads, *rows, strict=True)]
    most = next((most for most in range(MOST, LEAST, -1) if sum(min(one, most) for one in wanted) <= ROOM), LEAST)
    given = [min(one, most) for one in wanted]
    widths = [100 * one // sum(given) for one in given]
    widths[given.index(max(given))] += 100 - sum(widths)
    return widths


def _length(text: str) -> int:
    return sum(2 if ord(sign) >= WIDE else 1 for sign in text)
