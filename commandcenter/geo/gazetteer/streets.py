"""Ways of one name that belong together are one street."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from commandcenter.model.words import LonLat

SAME_STREET_DEG = 0.006
"""Pieces of one name nearer than this (about 600 m) are one street: a river or a square may lie between."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One street: its ways and a point on it."""

    members: list[int]
    """Indices into the lines."""
    at: LonLat
    """Half-way along its longest piece."""
    points: NDArray[np.float64]
    """All its points, n×2 lon/lat."""


def clusters(lines: Sequence[NDArray[np.float64]]) -> list[Cluster]:
    """Return the streets that lines of one name make up; a street may also be given as single points only."""
    whole = np.concatenate(lines)
    if len(lines) == 1 or np.hypot(*np.ptp(whole, axis=0)) <= SAME_STREET_DEG:
        return [_cluster(list(range(len(lines))), lines)]
    sizes = [len(line) for line in lines]
    shapes = np.asarray(shapely.linestrings(whole, indices=np.repeat(np.arange(len(lines)), sizes)) if min(sizes) > 1 else shapely.points(whole))
    one, other = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=SAME_STREET_DEG)
    links = coo_array((np.ones(len(one), np.int8), (one, other)), shape=(len(lines), len(lines)))
    count, labels = connected_components(links, directed=False)
    return [_cluster([int(at) for at in np.flatnonzero(labels == label)], lines) for label in range(count)]


def _cluster(members: list[int], lines: Sequence[NDArray[np.float64]]) -> Cluster:
    longest = max((lines[at] for at in members), key=lambda line: float(np.ptp(line[:, 0]) + np.ptp(line[:, 1])))
    points = np.concatenate([lines[at] for at in members])
    if len(longest) == 1:
        lon, lat = points[np.argmin(((points - points.mean(axis=0)) ** 2).sum(axis=1))]
    else:
        middle = shapely.LineString(longest).interpolate(0.5, normalized=True)
        lon, lat = middle.x, middle.y
    return Cluster(members, LonLat(float(lon), float(lat)), points)


def nearest_cluster(found: Sequence[Cluster], at: LonLat) -> int:
    """Return the index of the street that has a point nearest to a position."""
    if len(found) == 1:
        return 0
    scale = np.array([np.cos(np.radians(at.lat)), 1.0])
    return int(np.argmin([float((((cluster.points - at) * scale) ** 2).sum(axis=1).min()) for cluster in found]))
