"""Says in which town and district a position lies, from the map's place points."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

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

    def details(self, places: NDArray[np.float64], but: Sequence[str]) -> list[str]:
        """Return "district, town" of each place (n×2 lon/lat), what is known of it, without its own name `but`."""
        districts, towns, cities = (source.names(places) for source in (self._districts, self._towns, self._cities))
        rows = zip(districts, towns, cities, but, strict=True)
        return [", ".join(dict.fromkeys(name for name in (district, town or city) if name and name != own)) for district, town, city, own in rows]


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

    def names(self, places: NDArray[np.float64]) -> list[str]:
        """Return for each place (n×2 lon/lat) the name whose reach covers it best, or an empty string."""
        if self._tree is None:
            return [""] * len(places)
        distance_km, found = self._tree.query(places * self._scale, k=np.arange(1, min(_LOOKED_AT, len(self._names)) + 1))
        index = np.asarray(found)
        share = distance_km / self._reach_km[index]
        best = np.argmin(share, axis=1)
        rows = np.arange(len(places))
        return [self._names[name] if near else "" for name, near in zip(index[rows, best].tolist(), share[rows, best] <= 1, strict=True)]
