"""Areas that response plans know: districts, risk sites, station grounds; as polygons or as circles around places."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.resources.tables import Item
from commandcenter.resources.terms import Term

METRES_PER_DEGREE = 111_195.0
"""Of latitude, on a sphere of the Earth's mean radius."""
MOST_RISK = 3
MOST_RADIUS_M = 100_000.0


@dataclass(frozen=True, slots=True)
class Area(Term):
    """A named area."""

    risk: int
    """0 usual, 1 raised, 2 high, 3 extreme: of what stands there (school, refinery, old town)."""
    polygon: tuple[LonLat, ...]
    """Corners, the last one joined to the first; empty: none."""
    circles: tuple[tuple[LonLat, float], ...]
    """(place, radius in metres)."""

    def contains(self, at: LonLat) -> bool:
        """Return whether a place lies in it: in the polygon (even–odd rule) or in one of the circles."""
        return self._in_polygon(at) or any(_flat_m(at, centre) <= radius_m for centre, radius_m in self.circles)

    def _in_polygon(self, at: LonLat) -> bool:
        inside = False
        for a, b in zip(self.polygon, (*self.polygon[1:], *self.polygon[:1]), strict=True):
            if (a[1] > at[1]) != (b[1] > at[1]) and at[0] < (b[0] - a[0]) * (at[1] - a[1]) / (b[1] - a[1]) + a[0]:
                inside = not inside
        return inside


def area_of(table: Item) -> Area:
    """Read an `[[area]]`; `KnownError` names file, line and key of a fault."""
    table.only("id", "en", "zh", "risk", "polygon", "circles")
    polygon = tuple(_place(table, "polygon", row, 2) for row in _rows(table, "polygon"))
    circles = tuple((_place(table, "circles", row, 3), float(row[2])) for row in _rows(table, "circles"))
    if not polygon and not circles:
        raise table.fault("polygon", say("an area needs a polygon or circles"))
    if polygon and len(set(polygon)) < 3:
        raise table.fault("polygon", say("a polygon needs three corners"))
    if any(not 0 < radius_m <= MOST_RADIUS_M for _, radius_m in circles):
        raise table.fault("circles", say("a radius must be above 0 and at most {most} m", most=round(MOST_RADIUS_M)))
    return Area(table.text("id"), table.text("en"), table.text("zh"), table.whole("risk", 0, MOST_RISK) or 0, polygon, circles)


def _rows(table: Item, name: str) -> list[Any]:
    rows = table.raw.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise table.fault(name, say("{name} must be a list of places, as in [[8.69, 49.41], …]", name=name))
    return rows


def _place(table: Item, name: str, row: list[Any], size: int) -> LonLat:
    if len(row) != size or not all(type(value) in (int, float) and math.isfinite(value) for value in row):
        raise table.fault(name, say("“{value}” does not have {count} numbers", value=str(row), count=size))
    if not (-180 <= row[0] <= 180 and -90 <= row[1] <= 90):
        raise table.fault(name, say("there is no longitude {lon}, latitude {lat}", lon=row[0], lat=row[1]))
    return LonLat(float(row[0]), float(row[1]))


def _flat_m(a: LonLat, b: LonLat) -> float:
    east = (a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2))
    return math.hypot(east, a[1] - b[1]) * METRES_PER_DEGREE
