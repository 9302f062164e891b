"""Web Mercator in whole units: the plane that map tiles are cut from.

The world is 2^31 units wide (1.9 cm at the equator), x grows east and y grows south, as tile numbers do.
Formulas: EPSG:3857, Spherical Mercator (IOGP Guidance Note 7-2, method 1024).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

WORLD_BITS = 31
WORLD = 1 << WORLD_BITS
TILE_PX = 256
"""Logical side of a tile; a HiDPI tile has more real pixels and the same logical side."""
MAX_LAT = 85.0511287798

Bbox = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
Box = tuple[int, int, int, int]
"""Left, top, right, bottom in units."""


def to_units(lons: NDArray[np.float64], lats: NDArray[np.float64]) -> NDArray[np.int32]:
    """Return an n×2 array of units for degrees."""
    sines = np.sin(np.radians(np.clip(lats, -MAX_LAT, MAX_LAT)))
    plane = np.empty((len(lons), 2))
    plane[:, 0] = lons / 360.0 + 0.5
    plane[:, 1] = 0.5 - np.arctanh(sines) / (2.0 * math.pi)
    return np.clip(np.rint(plane * WORLD), 0, WORLD - 1).astype(np.int32)


def to_degrees(x: float, y: float) -> tuple[float, float]:
    """Return (lon, lat) of a place in units."""
    lat = math.degrees(math.atan(math.sinh(math.pi * (1.0 - 2.0 * y / WORLD))))
    return x / WORLD * 360.0 - 180.0, lat


def box_of(bbox: Bbox) -> Box:
    """Return a degree box in units."""
    west, south, east, north = bbox
    (left, bottom), (right, top) = to_units(np.array([west, east]), np.array([south, north])).tolist()
    return left, top, right, bottom


def bbox_of(box: Box) -> Bbox:
    """Return a unit box in degrees."""
    west, north = to_degrees(box[0], box[1])
    east, south = to_degrees(box[2], box[3])
    return west, south, east, north


def units_per_px(zoom: int) -> float:
    """Return how many units one logical pixel covers."""
    return float(2.0 ** (WORLD_BITS - 8 - zoom))


def tile_box(zoom: int, x: int, y: int) -> Box:
    """Return the box of a tile in units."""
    side = 1 << (WORLD_BITS - zoom)
    return x * side, y * side, (x + 1) * side, (y + 1) * side
