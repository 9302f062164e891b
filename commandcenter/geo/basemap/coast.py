"""Sea areas out of coastline ways that the extract's edge has cut.

A coastline way has land on its left and sea on its right (OpenStreetMap wiki, Tag:natural=coastline). The coast and
the frame of the region cut the plane into faces; each face is land or sea by what most of its coast says. That
holds also where ways are missing or end short of the frame, where walking along the coast would go astray.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.geo.basemap.mercator import WORLD, Box

Geometries = NDArray[np.object_]


def sea_areas(coast: Sequence[NDArray[np.int32]], frame: Box) -> list[shapely.Polygon]:
    """Return the sea inside the frame (units, y grows south) as polygons with islands cut out.

    A coast of closed rings only is that of islands, whole: then the sea reaches around the world.
    Without any coastline there is no sea: an inland region and an open sea cannot be told apart.
    """
    lines = [np.asarray(way, np.float64) for way in coast if len(way) > 1]
    if not lines:
        return []
    loose = _loose_ends(lines)
    if not len(loose):
        frame = (0, 0, WORLD - 1, WORLD - 1)
    ways = shapely.union_all(np.array([shapely.LineString(line) for line in lines], object))
    edge = shapely.box(*frame).exterior
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all([ways, edge, *_bridges_to_frame(loose, frame)])]))
    inside = faces[shapely.contains_properly(shapely.box(*frame).buffer(1.0), faces)]
    votes = _votes(inside, lines)
    sea = inside[votes > 0]
    merged = shapely.union_all(sea) if len(sea) else shapely.Polygon()
    return [part for part in shapely.get_parts(merged).tolist() if isinstance(part, shapely.Polygon)]


def _loose_ends(lines: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return the points (n×2) where the coast just stops."""
    ends = np.array([point for line in lines for point in (line[0], line[-1])])
    unique, counts = np.unique(ends, axis=0, return_counts=True)
    return np.asarray(unique[counts % 2 == 1], np.float64)


def _bridges_to_frame(loose: NDArray[np.float64], frame: Box) -> list[shapely.LineString]:
    """Return straight pieces from each loose end of the coast to the nearest side of the frame."""
    left, top, right, bottom = frame
    pieces = []
    for x, y in loose:
        if not (left < x < right and top < y < bottom):
            continue
        gaps = {(left, y): x - left, (right, y): right - x, (x, top): y - top, (x, bottom): bottom - y}
        pieces.append(shapely.LineString([(x, y), min(gaps, key=lambda place: gaps[place])]))
    return pieces


def _votes(faces: Geometries, lines: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return for each face the length of coast that calls it sea minus the length that calls it land."""
    starts = np.concatenate([line[:-1] for line in lines])
    steps = np.concatenate([np.diff(line, axis=0) for line in lines])
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    real = lengths > 0
    starts, steps, lengths = starts[real], steps[real], lengths[real]
    middles = starts + steps / 2.0
    # y grows south, so the right-hand side of (dx, dy) is (-dy, dx).
    aside = np.column_stack([-steps[:, 1], steps[:, 0]]) / lengths[:, None] * 0.5
    votes = np.zeros(len(faces))
    tree = shapely.STRtree(faces)
    for sign, points in ((1.0, middles + aside), (-1.0, middles - aside)):
        which, face = tree.query(shapely.points(points), predicate="within")
        np.add.at(votes, face, sign * lengths[which])
    return votes
