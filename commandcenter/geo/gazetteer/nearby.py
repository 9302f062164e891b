"""Names a position: the nearest house or street."""

from __future__ import annotations

import json
import math
import sqlite3

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.gazetteer.store import DEGREES
from commandcenter.model.ports import Place
from commandcenter.model.words import LonLat

HOUSE_WITHIN_M = 40.0
"""A house this near names the position; farther away the street does."""
RADII_M = (60.0, 250.0, 1000.0, 4000.0)

_M_PER_DEG = 111_195.0


class Nearby:
    """Nearest address and street by R-tree. The caller sees to it that one thread asks at a time."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def name_of(self, at: LonLat) -> Place | None:
        """Return the address or street at a position, `None` where nothing lies within 4 km."""
        for radius_m in RADII_M:
            box = _box(at, radius_m)
            house = self._house(at, box)
            street = self._street(at, box)
            if house is not None and house[0] <= radius_m and (house[0] <= HOUSE_WITHIN_M or street is None or house[0] < street[0]):
                return house[1]
            if street is not None and street[0] <= radius_m:
                return street[1]
        return None

    def _house(self, at: LonLat, box: tuple[int, int, int, int]) -> tuple[float, Place] | None:
        rows = self._database.execute(
            "select a.number, a.lon, a.lat, e.name, e.detail, e.names from near_address n join address a on a.id = n.id"
            " join entity e on e.id = a.street where n.east >= ? and n.west <= ? and n.north >= ? and n.south <= ?",
            box,
        ).fetchall()
        if not rows:
            return None
        distance_m, row = min(((_distance_m(at, np.array([row[1:3]])), row) for row in rows), key=lambda pair: pair[0])
        number, lon, lat, street, detail, names = row
        spoken = {language: f"{name}{number}号" if language == "zh" else f"{name} {number}" for language, name in _names(names).items()}
        return distance_m, Place(f"{street} {number}", "address", LonLat(lon, lat), detail, spoken or None, _score(distance_m))

    def _street(self, at: LonLat, box: tuple[int, int, int, int]) -> tuple[float, Place] | None:
        rows = self._database.execute(
            "select s.points, s.street from near_segment n join segment s on s.id = n.id"
            " where n.east >= ? and n.west <= ? and n.north >= ? and n.south <= ?",
            box,
        )
        best: tuple[float, int, LonLat] | None = None
        for points, street in rows:
            distance_m, place = _nearest_on(np.frombuffer(points).reshape(-1, 2), at)
            if best is None or distance_m < best[0]:
                best = distance_m, street, place
        if best is None:
            return None
        name, detail, names = self._database.execute("select name, detail, names from entity where id = ?", (best[1],)).fetchone()
        return best[0], Place(name, "street", best[2], detail, _names(names) or None, _score(best[0]))


def _names(text: str) -> dict[str, str]:
    return dict(json.loads(text)) if text else {}


def _score(distance_m: float) -> float:
    return 1 / (1 + distance_m / 100)


def _box(at: LonLat, radius_m: float) -> tuple[int, int, int, int]:
    """Return (west, east, south, north) in R-tree units."""
    tall = radius_m / _M_PER_DEG
    wide = tall / max(math.cos(math.radians(at.lat)), 0.01)
    west, east, south, north = (round(edge * DEGREES) for edge in (at.lon - wide, at.lon + wide, at.lat - tall, at.lat + tall))
    return west, east, south, north


def _metres(at: LonLat, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points as metres east and north of a position; good for a few kilometres."""
    scale = np.array([math.cos(math.radians(at.lat)), 1.0]) * _M_PER_DEG
    moved: NDArray[np.float64] = (points - np.array(at)) * scale
    return moved


def _distance_m(at: LonLat, points: NDArray[np.float64]) -> float:
    return float(np.hypot(*_metres(at, points).T).min())


def _nearest_on(line: NDArray[np.float64], at: LonLat) -> tuple[float, LonLat]:
    """Return (metres, nearest point) of a line."""
    flat = _metres(at, line)
    start, step = flat[:-1], np.diff(flat, axis=0)
    length2 = np.maximum((step**2).sum(axis=1), 1e-12)
    share = np.clip(-(start * step).sum(axis=1) / length2, 0.0, 1.0)
    foot = start + share[:, None] * step
    distance_m = np.hypot(foot[:, 0], foot[:, 1])
    best = int(np.argmin(distance_m))
    lon, lat = line[best] + share[best] * (line[best + 1] - line[best])
    return float(distance_m[best]), LonLat(float(lon), float(lat))
