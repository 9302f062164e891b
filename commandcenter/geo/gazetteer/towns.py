"""Says in which town and district a position lies, from the map's place points."""

from __future__ import annotations

import sqlite3

import numpy as np
from scipy.spatial import cKDTree

from commandcenter.model.words import LonLat

REACH_KM = {"city": 10.0, "town": 5.0, "village": 2.5, "hamlet": 1.0}
DISTRICT_REACH_KM = {"borough": 3.0, "suburb": 2.0, "quarter": 1.0, "neighbourhood": 0.7}
"""How far a place's name is used around its point: rough, for telling equals apart, never for deciding."""

CITY_REACH_KM = 2.0
"""Where no place point is near, the `addr:city` of addresses this near tells the town."""

_CITIES = "select city, avg(lon), avg(lat) from address where city <> '' group by city, round(lon * 100), round(lat * 100)"

_KM_PER_DEG = 111.195
_LOOKED_AT = 12


class Towns:
    """Nearest places by their reach. Immutable, safe in any thread."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        """Read the places that the import found."""
        self._towns = _Nearest(_places(raw, REACH_KM))
        self._districts = _Nearest(_places(raw, DISTRICT_REACH_KM))
        self._cities = _Nearest([(city, CITY_REACH_KM, lon, lat) for city, lon, lat in raw.execute(_CITIES)])

    def detail(self, at: LonLat, but: str = "") -> str:
        """Return "district, town", what is known of it, without the name `but`."""
        names = [self._districts.name(at), self._towns.name(at) or self._cities.name(at)]
        return ", ".join(dict.fromkeys(name for name in names if name and name != but))


Row = tuple[str, float, float, float]
"""Name, reach in km, lon, lat."""


def _places(raw: sqlite3.Connection, reach_km: dict[str, float]) -> list[Row]:
    marks = ",".join("?" * len(reach_km))
    rows = raw.execute(f"select name, class, lon, lat from thing where kind = 'place' and class in ({marks})", tuple(reach_km))
    return [(name, reach_km[kind], lon, lat) for name, kind, lon, lat in rows]


class _Nearest:
    def __init__(self, rows: list[Row]) -> None:
        self._names = [row[0] for row in rows]
        self._reach_km = np.array([row[1] for row in rows])
        self._places = np.array([row[2:] for row in rows], np.float64).reshape(-1, 2)
        self._scale = np.array([np.cos(np.radians(self._places[:, 1].mean() if rows else 0.0)), 1.0]) * _KM_PER_DEG
        self._tree = cKDTree(self._places * self._scale) if rows else None

    def name(self, at: LonLat) -> str:
        """Return the place whose reach covers the position best, or an empty string."""
        if self._tree is None:
            return ""
        distance_km, index = self._tree.query(np.array(at) * self._scale, k=min(_LOOKED_AT, len(self._names)))
        distance_km, index = np.atleast_1d(distance_km), np.atleast_1d(index)
        share = distance_km / self._reach_km[index]
        best = int(np.argmin(share))
        return self._names[index[best]] if share[best] <= 1 else ""
