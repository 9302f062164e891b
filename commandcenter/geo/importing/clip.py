"""Keeps only what lies within a boundary."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.model.errors import KnownError


class Clip:
    """A boundary in WGS-84 degrees; `None` keeps everything. Objects that reach in are kept whole."""

    def __init__(self, boundary: shapely.Geometry | None = None) -> None:
        """Prepare the boundary for many questions."""
        self._boundary = boundary
        if boundary is not None:
            shapely.prepare(boundary)

    @property
    def cuts(self) -> bool:
        """Return whether there is a boundary."""
        return self._boundary is not None

    def has_point(self, lon: float, lat: float) -> bool:
        """Return whether a position is inside."""
        return self._boundary is None or bool(shapely.intersects_xy(self._boundary, lon, lat))

    def has_any(self, lons: NDArray[np.float64], lats: NDArray[np.float64]) -> bool:
        """Return whether any of the positions is inside."""
        return self._boundary is None or bool(shapely.intersects_xy(self._boundary, lons, lats).any())

    def has_rings(self, rings: Sequence[tuple[NDArray[np.float64], Sequence[NDArray[np.float64]]]]) -> bool:
        """Return whether an area touches the boundary's inside."""
        if self._boundary is None:
            return True
        return any(shapely.intersects(self._boundary, shapely.box(*outer.min(axis=0), *outer.max(axis=0))) for outer, _ in rings)


def read_boundary(text: str) -> shapely.Geometry:
    """Return the boundary a person gave: `W,S,E,N` in degrees or a GeoJSON file; `KnownError` for anything else."""
    numbers = text.split(",")
    if len(numbers) == 4:
        try:
            west, south, east, north = (float(number) for number in numbers)
        except ValueError as error:
            raise _unusable(text) from error
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise _unusable(text)
        return shapely.box(west, south, east, north)
    try:
        shape = shapely.from_geojson(json.dumps(_geometry(json.loads(Path(text).read_text("utf-8")))))
    except (OSError, ValueError, RecursionError, shapely.GEOSException) as error:
        raise _unusable(text) from error
    polygons = shapely.make_valid(shapely.union_all(shapely.get_parts(shape)))
    if polygons.is_empty or polygons.geom_type not in ("Polygon", "MultiPolygon"):
        raise _unusable(text)
    return polygons


def _geometry(data: object) -> object:
    """Return the geometry of a GeoJSON document, features taken off."""
    if not isinstance(data, dict):
        raise ValueError("not GeoJSON")
    if data.get("type") == "Feature":
        return data.get("geometry")
    if data.get("type") == "FeatureCollection":
        return {
            "type": "GeometryCollection",
            "geometries": [feature["geometry"] for feature in data.get("features", ()) if isinstance(feature, dict)],
        }
    return data


def _unusable(text: str) -> KnownError:
    return KnownError("{boundary} is not a boundary: give west,south,east,north in degrees or a GeoJSON file with a polygon.", boundary=text)
