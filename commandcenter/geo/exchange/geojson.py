"""GeoJSON as RFC 7946 has it: WGS 84, longitude first. Shapes of several parts become several features; holes are left out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from commandcenter.geo.exchange.feature import Feature, checked, place_of
from commandcenter.model.errors import KnownError
from commandcenter.model.words import LonLat


def write_geojson(features: Sequence[Feature], mark: str = "") -> str:
    """Return the text of a file; a mark is said of the whole and of each feature."""
    said = {"mark": mark} if mark else {}
    found = [{"type": "Feature", "geometry": _geometry(one), "properties": {**one.properties, **said}} for one in features]
    return json.dumps({"type": "FeatureCollection", **said, "features": found}, ensure_ascii=False, indent=1)


def read_geojson(text: str) -> list[Feature]:
    """Return what a file holds. Raises `KnownError` for one that is broken or not GeoJSON."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise KnownError("This is no GeoJSON: {why}", why=str(error)) from error
    return checked([Feature(shape, properties) for geometry, properties in _parts(whole) for shape in _shapes(geometry)])


def _geometry(feature: Feature) -> dict[str, object]:
    points = [[round(p.lon, 7), round(p.lat, 7)] for p in feature.shape]
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "Polygon", "coordinates": [points]} if feature.is_area else {"type": "LineString", "coordinates": points}


def _parts(whole: Any) -> Iterator[tuple[Any, Mapping[str, str | float]]]:  # noqa: ANN401 - whatever JSON holds
    match whole:
        case {"type": "FeatureCollection", "features": list() as features}:
            for one in features:
                yield from _parts(one)
        case {"type": "Feature", "geometry": dict() as geometry, **rest}:
            said = rest.get("properties")
            kept = said if isinstance(said, dict) else {}
            yield geometry, {str(name): value for name, value in kept.items() if isinstance(value, str | int | float) and not isinstance(value, bool)}
        case {"type": "Feature", "geometry": None}:
            return
        case {"type": "Point" | "LineString" | "Polygon" | "MultiPoint" | "MultiLineString" | "MultiPolygon" | "GeometryCollection"}:
            yield whole, {}
        case _:
            raise KnownError("This is no GeoJSON: {why}", why="type")


def _shapes(geometry: Any) -> Iterator[tuple[LonLat, ...]]:  # noqa: ANN401 - whatever JSON holds
    match geometry:
        case {"type": "Point", "coordinates": list() as one}:
            yield _points([one])
        case {"type": "MultiPoint", "coordinates": list() as many}:
            yield from (_points([one]) for one in many)
        case {"type": "LineString", "coordinates": list() as line}:
            yield _points(line)
        case {"type": "MultiLineString", "coordinates": list() as lines}:
            yield from (_points(line) for line in lines)
        case {"type": "Polygon", "coordinates": [list() as outer, *_]}:
            yield _ring(outer)
        case {"type": "MultiPolygon", "coordinates": list() as polygons}:
            yield from (_ring(rings[0]) for rings in polygons if isinstance(rings, list) and rings)
        case {"type": "GeometryCollection", "geometries": list() as parts}:
            for part in parts:
                yield from _shapes(part)
        case _:
            raise KnownError("This is no GeoJSON: {why}", why="geometry")


def _points(line: object) -> tuple[LonLat, ...]:
    if not isinstance(line, list) or not line:
        raise KnownError("This is no GeoJSON: {why}", why="coordinates")
    return tuple(place_of(*point[:2]) if isinstance(point, list) and len(point) > 1 else place_of(None, None) for point in line)


def _ring(outer: object) -> tuple[LonLat, ...]:
    ring = _points(outer)
    return ring if ring[0] == ring[-1] else (*ring, ring[0])
