"""House numbers of a street: known ones, and those between two known ones."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from commandcenter.geo.gazetteer.folding import fold
from commandcenter.model.words import LonLat

GAP_MAX = 60
"""Between known numbers farther apart than this nothing is guessed."""
SCORE_WITHOUT_LETTER = 0.93
SCORE_BETWEEN = 0.88

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


def find_house(database: sqlite3.Connection, street: int, number: str) -> House | None:
    """Return the house of a street, interpolated where it is unknown; `None` where nothing can be said."""
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
    return _between(database, street, value, 2) or _between(database, street, value, 1)


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
