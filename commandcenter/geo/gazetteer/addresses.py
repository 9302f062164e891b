"""House numbers of a street: known ones, and those between two known ones."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from commandcenter.geo.gazetteer.folding import fold
from commandcenter.model.words import LonLat

GAP_MAX = 60
"""Between known numbers farther apart than this, and this far from the last one, nothing is guessed."""
SCORE_WITHOUT_LETTER = 0.93
SCORE_BETWEEN = 0.88
SCORE_NEAREST = 0.87

_DIGITS = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class House:
    """One house number."""

    number: str
    at: LonLat
    city: str
    score: float
    """1 for a known number, less where another stands in or it was interpolated."""
    between: tuple[int, int] | None = None
    """The known numbers it was interpolated from."""
    instead_of: str = ""
    """The number that was asked for where this is only the one nearest to it."""


def find_house(database: sqlite3.Connection, street: int, number: str) -> House | None:
    """Return the house of a street, interpolated or the nearest one where it is unknown; `None` where nothing can be said."""
    folded = fold(number).replace(" ", "")
    digits = _DIGITS.search(number)
    if digits is None:
        return None
    value = int(digits[0])
    known = database.execute(
        "select folded, number, lon, lat, city from address where street = ? and value = ? order by length(folded), id", (street, value)
    )
    same_value = known.fetchall()
    for row in same_value:
        if row[0] == folded:
            return House(row[1], LonLat(row[2], row[3]), row[4], 1.0)
    if same_value:
        _, shown, lon, lat, city = same_value[0]
        return House(shown, LonLat(lon, lat), city, SCORE_WITHOUT_LETTER)
    return _between(database, street, value, 2) or _between(database, street, value, 1) or _nearest(database, street, value)


def _nearest(database: sqlite3.Connection, street: int, value: int) -> House | None:
    """Return the house whose number is nearest, on the same side where there is one."""
    row = database.execute(
        "select number, lon, lat, city from address where street = ? and value between max(1, ?) and ?"
        " order by (value + ?) % 2, abs(value - ?), id limit 1",
        (street, value - GAP_MAX, value + GAP_MAX, value, value),
    ).fetchone()
    return House(row[0], LonLat(row[1], row[2]), row[3], SCORE_NEAREST, instead_of=str(value)) if row else None


def _between(database: sqlite3.Connection, street: int, value: int, step: int) -> House | None:
    """Interpolate between the nearest known numbers on the same side (`step` 2) or on any."""
    side = "and value % 2 = ?" if step == 2 else "and ? >= 0"
    sql = "select value, lon, lat, city from address where street = ? and value {} ? and value > 0 {} order by value {} limit 1"
    below = database.execute(sql.format("<", side, "desc"), (street, value, value % 2)).fetchone()
    above = database.execute(sql.format(">", side, "asc"), (street, value, value % 2)).fetchone()
    if below is None or above is None or above[0] - below[0] > GAP_MAX:
        return None
    share = (value - below[0]) / (above[0] - below[0])
    at = LonLat(below[1] + share * (above[1] - below[1]), below[2] + share * (above[2] - below[2]))
    return House(str(value), at, below[3], SCORE_BETWEEN, (below[0], above[0]))
