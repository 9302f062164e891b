"""Rings of sectors on the ground: checked, measured in metres, and a grid of them over an area."""

from __future__ import annotations

import math
from collections.abc import Sequence

from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from commandcenter.model.errors import Refused
from commandcenter.model.words import LonLat

M_PER_DEG = 111_195.0
"""Of latitude, on a sphere of 6,371 km."""
LEAST_M2, MOST_M2 = 100.0, 1e10
"""A sector is larger than a room and smaller than a country."""
MOST_CELLS = 500
LEAST_CELL_M = 20.0
SLIVER = 0.1
"""Cells at the edge with less than this share of a whole one are left out."""


def check_ring(name: str, points: Sequence[LonLat]) -> tuple[LonLat, ...]:
    """Return a ring that is closed; `Refused` where it has no area, crosses itself or is too large."""
    ring = list(points)
    if len(ring) > 1 and ring[0] == ring[-1]:
        ring.pop()
    if len(set(ring)) < 3:
        raise Refused("Sector {name} needs at least three corners.", name=name)
    shape = flat(ring, ring[0])
    flat_out = shape.convex_hull.area < LEAST_M2  # all corners on one line: no knot, no area
    if not shape.is_valid and not flat_out:
        raise Refused("Sector {name} crosses itself; draw it without a knot.", name=name)
    if flat_out or not LEAST_M2 <= shape.area <= MOST_M2:
        raise Refused("Sector {name} has {area} m²; it must have {least} to {most}.", name=name, area=round(shape.area), least=LEAST_M2, most=MOST_M2)
    return (*ring, ring[0])


def area_m2(ring: Sequence[LonLat]) -> float:
    """Return the area of a ring in m² (local plane, good to 1 % for sectors of search)."""
    return float(flat(ring, ring[0]).area) if len(ring) > 2 else 0.0


def centre(ring: Sequence[LonLat]) -> LonLat:
    """Return a point inside a ring."""
    inside = flat(ring, ring[0]).representative_point()
    return _back(inside.x, inside.y, ring[0])


def grid(area: Sequence[LonLat], cell_m: float) -> list[tuple[str, tuple[LonLat, ...]]]:
    """Return square sectors over an area, cut at its edge, named A1, A2 … from the north-west. Raises `Refused`."""
    if not math.isfinite(cell_m) or cell_m < LEAST_CELL_M:
        raise Refused("A cell must be at least {least} m wide.", least=LEAST_CELL_M)
    origin = check_ring("", area)[0]
    whole = flat(area, origin)
    west, south, east, north = whole.bounds
    columns, rows = math.ceil((east - west) / cell_m), math.ceil((north - south) / cell_m)
    if columns * rows > MOST_CELLS:
        raise Refused("That makes {n} cells, at most {most} are allowed; choose larger ones.", n=columns * rows, most=MOST_CELLS)
    found = []
    for row in range(rows):
        for column in range(columns):
            cell = box(west + column * cell_m, north - (row + 1) * cell_m, west + (column + 1) * cell_m, north - row * cell_m)
            part = _largest(whole.intersection(cell))
            if part is not None and part.area >= SLIVER * cell_m**2:
                ring = tuple(_back(x, y, origin) for x, y in part.exterior.coords)
                found.append((f"{_letters(row)}{column + 1}", ring))
    return found


def flat(ring: Sequence[LonLat], origin: LonLat) -> Polygon:
    """Return the ring in metres east and north of an origin."""
    wide = M_PER_DEG * math.cos(math.radians(origin.lat))
    return Polygon([((p[0] - origin.lon) * wide, (p[1] - origin.lat) * M_PER_DEG) for p in ring])


def _back(east_m: float, north_m: float, origin: LonLat) -> LonLat:
    wide = M_PER_DEG * math.cos(math.radians(origin.lat))
    return LonLat(origin.lon + east_m / wide, origin.lat + north_m / M_PER_DEG)


def _largest(shape: BaseGeometry) -> Polygon | None:
    if isinstance(shape, Polygon):
        return None if shape.is_empty else shape
    if isinstance(shape, MultiPolygon):
        return max(shape.geoms, key=lambda part: part.area)
    return None


def _letters(row: int) -> str:
    """Return A … Z, AA, AB …"""
    letters = ""
    row += 1
    while row:
        row, rest = divmod(row - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
