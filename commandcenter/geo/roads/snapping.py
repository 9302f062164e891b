"""From a position to its place on the roads: STRtree for candidates, then exact distances in a local plane."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.jit import compiled
from commandcenter.geo.roads.layout import Floats, Ints, Longs
from commandcenter.geo.roads.search import Foothold
from commandcenter.geo.roads.words import MICRO
from commandcenter.model.words import LonLat

METRES_PER_DEGREE = 111_195.08
"""Of latitude on the sphere of mean radius 6,371,008.8 m; off by ≤ 0.6 % on the ellipsoid, for distances to the kerb."""

SNAP_LIMIT_M = 1000.0
"""Nothing farther from a road than this is said to be on the network."""

ISLAND_DETOUR_M = 50.0
"""A place beside a scrap of road cut off from the main network goes to the main network if that is so little farther."""

_RADII_M = (60.0, 250.0, SNAP_LIMIT_M)

Usable = Callable[[int, float], bool]
"""Tells whether a place on an edge (edge, share) may be stood on."""


@dataclass(frozen=True, slots=True)
class Snap:
    """A position put on a road."""

    foothold: Foothold
    distance_m: float
    """From the position to the road, straight."""


@compiled
def _to_edges(shape_ptr: Longs, lons: Ints, lats: Ints, edges: Longs, lon: float, lat: float, scale: float, out: Floats) -> None:
    """Fill rows of `out` with each edge's distance in micro-degrees of latitude and the share along it."""
    for i in range(edges.shape[0]):
        best, at, along = np.inf, 0.0, 0.0
        for p in range(shape_ptr[edges[i]], shape_ptr[edges[i] + 1] - 1):
            ax, ay = (lons[p] - lon) * scale, lats[p] - lat
            dx, dy = (lons[p + 1] - lons[p]) * scale, float(lats[p + 1] - lats[p])
            square = dx * dx + dy * dy
            t = 0.0 if square == 0.0 else min(1.0, max(0.0, -(ax * dx + ay * dy) / square))
            gap = math.hypot(ax + t * dx, ay + t * dy)
            size = math.sqrt(square)
            if gap < best:
                best, at = gap, along + t * size
            along += size
        out[i, 0], out[i, 1] = best, (at / along if along > 0.0 else 0.0)


class Snapper:
    """Finds the nearest place on the roads of a graph. Safe in any thread."""

    def __init__(self, graph: RoadGraph) -> None:
        """Keep the graph; the tree is built at first use or by `tree`."""
        self.graph = graph

    @cached_property
    def lines(self) -> NDArray[np.object_]:
        """The edges as shapely lines in degrees."""
        graph = self.graph
        points = np.stack([graph.shape_lon, graph.shape_lat], axis=1) * MICRO
        owner = np.repeat(np.arange(len(graph.edges)), np.diff(graph.shape_ptr))
        return np.asarray(shapely.linestrings(points, indices=owner))

    @cached_property
    def tree(self) -> shapely.STRtree:
        """The index over `lines`."""
        return shapely.STRtree(self.lines)

    def around(self, at: LonLat, radius_m: float) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the edges near a position and, row by row, distance in metres and share along the edge."""
        scale = max(0.01, math.cos(math.radians(at.lat)))
        reach = radius_m / METRES_PER_DEGREE
        box = shapely.box(at.lon - reach / scale, at.lat - reach, at.lon + reach / scale, at.lat + reach)
        edges = np.sort(self.tree.query(box))
        found = np.empty((len(edges), 2))
        _to_edges(self.graph.shape_ptr, self.graph.shape_lon, self.graph.shape_lat, edges, at.lon / MICRO, at.lat / MICRO, scale, found)
        found[:, 0] *= MICRO * METRES_PER_DEGREE
        return edges, found

    def snap(self, at: LonLat, component: NDArray[np.int32], costs: NDArray[np.int32], usable: Usable | None = None) -> Snap | None:
        """Return the nearest usable place within `SNAP_LIMIT_M`, or `None`; see `ISLAND_DETOUR_M`.

        `component` (by edge) and `costs` (by arc, negative: unusable) are those of the vehicle's view.
        """
        if not (math.isfinite(at.lon) and math.isfinite(at.lat)):
            return None
        for radius in _RADII_M:
            edges, found = self.around(at, radius + ISLAND_DETOUR_M)
            nearest = self._nearest(edges, found, component, costs, usable)
            if nearest is not None and nearest.distance_m <= radius + ISLAND_DETOUR_M:
                return nearest
        return None

    @staticmethod
    def _nearest(
        edges: NDArray[np.int64], found: NDArray[np.float64], component: NDArray[np.int32], costs: NDArray[np.int32], usable: Usable | None
    ) -> Snap | None:
        best: Snap | None = None
        for i in np.argsort(found[:, 0], kind="stable"):
            edge, gap, share = int(edges[i]), float(found[i, 0]), float(found[i, 1])
            if best is not None and gap > best.distance_m + ISLAND_DETOUR_M:
                break
            if (costs[2 * edge] < 0 and costs[2 * edge + 1] < 0) or (usable is not None and not usable(edge, share)):
                continue
            if component[edge] == 0:
                return Snap(Foothold(edge, share), gap)
            if best is None:
                best = Snap(Foothold(edge, share), gap)
        return best
