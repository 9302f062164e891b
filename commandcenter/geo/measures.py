"""Lengths, bearings, areas and distances around things on the WGS-84 ellipsoid (pyproj's `Geod`; Karney, "Algorithms for geodesics", 2013)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import shapely
from pyproj import Geod, Transformer

from commandcenter.model.words import LonLat

Ring = tuple[LonLat, ...]
Points = np.ndarray[tuple[int, int], np.dtype[np.float64]]
"""Metres on a plane, one row a point."""
CIRCLE_POINTS = 72


@cache
def _geod() -> Geod:
    return Geod(ellps="WGS84")


@dataclass(frozen=True, slots=True)
class Leg:
    """A straight stretch."""

    metres: float
    bearing_deg: float
    """At its begin, clockwise from true north, 0 … 360."""


def legs(points: Sequence[LonLat]) -> tuple[Leg, ...]:
    """Return length and bearing from each point to the next."""
    lons, lats = [p.lon for p in points], [p.lat for p in points]
    forth, _, metres = _geod().inv(lons[:-1], lats[:-1], lons[1:], lats[1:])
    return tuple(Leg(float(m), float(b) % 360) for m, b in zip(metres, forth, strict=True))


def area_m2(ring: Sequence[LonLat]) -> tuple[float, float]:
    """Return the area of a ring in square metres, and its length round in metres."""
    area, length = _geod().polygon_area_perimeter([p.lon for p in ring], [p.lat for p in ring])
    return abs(float(area)), float(length)


def circle(at: LonLat, radius_m: float) -> Ring:
    """Return a closed ring at a distance around a place."""
    return _arc(at, radius_m, np.linspace(0, 360, CIRCLE_POINTS + 1))


def downwind(at: LonLat, radius_m: float, wind_from_deg: float, half_angle_deg: float) -> Ring:
    """Return the sector that lies downwind of a place; `wind_from_deg` is where the wind comes from, as weather reports say it."""
    towards = wind_from_deg + 180
    steps = max(3, round(CIRCLE_POINTS * half_angle_deg / 180) + 1)
    return (at, *_arc(at, radius_m, towards + np.linspace(-half_angle_deg, half_angle_deg, steps)), at)


def plume(shape: Sequence[LonLat], distance_m: float, wind_from_deg: float, half_angle_deg: float) -> tuple[Ring, ...]:
    """Return the closed rings of what lies downwind of a place, a line or an area (first = last), and the area itself.

    Each point of the shape has its sector; together they are the Minkowski sum of shape and sector, put together leg by leg: the hull of
    a leg's two sectors, exact because a sector is convex. On the plane of `around`, whose north is true at the shape's middle.
    """
    plane = _plane(shape)
    points = _on_plane(plane, shape)
    towards = np.radians(wind_from_deg + 180 + np.linspace(-half_angle_deg, half_angle_deg, CIRCLE_POINTS // 4 + 1))
    sector = np.vstack([[0.0, 0.0], distance_m * np.column_stack([np.sin(towards), np.cos(towards)])])
    swept = [shapely.convex_hull(shapely.MultiPoint(np.vstack([a + sector, b + sector]))) for a, b in pairwise(points)]
    return _rings(plane, shapely.union_all([*swept, *([_area(points)] if _closed(shape) else [])]))


def around(shape: Sequence[LonLat], distance_m: float) -> tuple[Ring, ...]:
    """Return the closed rings of everything within a distance of a line, or of an area (first = last) and the area itself.

    Worked out on an azimuthal equidistant plane about the shape's middle: off by less than 0.1 % within 100 km of it.
    """
    plane = _plane(shape)
    points = _on_plane(plane, shape)
    form = _area(points) if _closed(shape) else shapely.LineString(points)
    return _rings(plane, shapely.buffer(form, distance_m, quad_segs=12))


def _closed(shape: Sequence[LonLat]) -> bool:
    return len(shape) > 3 and shape[0] == shape[-1]


def _plane(shape: Sequence[LonLat]) -> Transformer:
    lon, lat = (float(np.mean(part)) for part in zip(*((p.lon, p.lat) for p in shape), strict=True))
    return Transformer.from_crs("EPSG:4326", f"+proj=aeqd +lat_0={lat} +lon_0={lon} +ellps=WGS84", always_xy=True)


def _on_plane(plane: Transformer, shape: Sequence[LonLat]) -> Points:
    x, y = plane.transform(np.array([p.lon for p in shape]), np.array([p.lat for p in shape]))
    return np.column_stack([x, y])


def _area(points: Points) -> shapely.Geometry:
    return shapely.make_valid(shapely.Polygon(points))


def _rings(plane: Transformer, form: shapely.Geometry) -> tuple[Ring, ...]:
    found = []
    for ring in (ring for part in shapely.get_parts(form) for ring in (part.exterior, *part.interiors)):
        points = shapely.get_coordinates(ring)
        lons, lats = plane.transform(points[:, 0], points[:, 1], direction="INVERSE")
        found.append(tuple(LonLat(float(lon), float(lat)) for lon, lat in zip(lons, lats, strict=True)))
    return tuple(found)


def _arc(at: LonLat, radius_m: float, bearings_deg: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Ring:
    count = len(bearings_deg)
    lons, lats, _ = _geod().fwd([at.lon] * count, [at.lat] * count, bearings_deg.tolist(), [radius_m] * count)
    return tuple(LonLat(float(lon), float(lat)) for lon, lat in zip(lons, lats, strict=True))
