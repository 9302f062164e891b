"""Places along every road, close together: where times are taken for maps of reach."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from commandcenter.geo.basemap.batch import ranges
from commandcenter.geo.roads.closures import Closed
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.layout import NEVER, Ints
from commandcenter.geo.roads.outward import Departure
from commandcenter.geo.roads.search import share_ms
from commandcenter.geo.roads.snapping import METRES_PER_DEGREE
from commandcenter.geo.roads.travel import Travel
from commandcenter.geo.roads.words import MICRO, RoadClass
from commandcenter.model.errors import Cancelled

SPACING_M = 25.0
_AT_ONCE = 50_000
"""Edges looked at between two looks at whether to stop."""
LIVED_ALONG = (
    RoadClass.PRIMARY,
    RoadClass.SECONDARY,
    RoadClass.TERTIARY,
    RoadClass.UNCLASSIFIED,
    RoadClass.RESIDENTIAL,
    RoadClass.LIVING_STREET,
)
"""The classes counted as streets with an address, for shares and gaps."""


class Samples:
    """Places on the edges of a graph, at most `SPACING_M` apart, ends included. Immutable, safe in any thread."""

    def __init__(self, graph: RoadGraph) -> None:
        """Lay them out; about 0.3 s per 100,000 edges."""
        edges = len(graph.edges)
        lengths = graph.edges["length_m"].astype(np.float64)
        count = np.maximum(2, np.ceil(lengths / SPACING_M).astype(np.int64) + 1)
        self.ptr = np.concatenate([[0], np.cumsum(count)])
        self.edge = np.repeat(np.arange(edges), count)
        self.share = (np.arange(self.ptr[-1]) - self.ptr[:-1][self.edge]) / (count[self.edge] - 1)
        self.weight_m = lengths[self.edge] / count[self.edge]
        """Length of street that a sample stands for."""
        self.lon, self.lat = _places(graph, self.edge, self.share)
        self.lived = np.isin(graph.edges["road_class"], [int(c) for c in LIVED_ALONG])[self.edge]

    @cached_property
    def stretch(self) -> float:
        """Metres of longitude per metre of latitude: the cosine of the middle latitude."""
        return math.cos(math.radians(float(np.median(self.lat)))) if len(self.lat) else 1.0

    def tree(self, usable: NDArray[np.bool_]) -> tuple[cKDTree, NDArray[np.int64]]:
        """Return the index over the samples of usable edges, in degrees of latitude, and their numbers."""
        rows = np.flatnonzero(usable[self.edge])
        return cKDTree(np.stack([self.lon[rows] * self.stretch, self.lat[rows]], axis=1)), rows

    def times_ms(self, travel: Travel, closed: Closed, left: Departure, stopped: Callable[[], bool] = lambda: False) -> Ints:
        """Return by rank and sample the times of the first few that set out; `NEVER` where nobody more is there within the search's limit.

        Raises `Cancelled` when `stopped`.
        """
        depth = left.entry_ms.shape[1]
        times = np.full((depth, len(self.edge)), NEVER, np.int32)
        edges = np.flatnonzero(left.entry_ms[:, 0].reshape(-1, 2).min(axis=1) < NEVER)
        for some in np.array_split(edges, len(edges) // _AT_ONCE + 1):
            if stopped():
                raise Cancelled
            rows, found, who = self._driven(travel, closed, left, some)
            times[:, rows] = _first(found, who, depth)
        standing: dict[int, list[tuple[int, float, int, int]]] = {}
        for one in left.setting_out:
            standing.setdefault(one[0] >> 1, []).append(one)
        for edge, mine in standing.items():
            rows, found, who = self._driven(travel, closed, left, np.array([edge]))
            begun = [self._begun(arc, behind, delay_ms, int(travel.cost_ms[arc]), closed, rows) for arc, behind, delay_ms, _ in mine]
            names = [np.full(len(rows), source, np.int32) for *_, source in mine]
            times[:, rows] = _first(np.concatenate([found, begun]), np.concatenate([who, names]), depth)
        return times

    def _driven(self, travel: Travel, closed: Closed, left: Departure, edges: NDArray[np.int64]) -> tuple[NDArray[np.int64], Ints, Ints]:
        """Return the samples of edges and, by way of getting there and sample, when somebody who entered the edge is there, and who."""
        rows = ranges(self.ptr[edges], self.ptr[edges + 1] - self.ptr[edges])
        edge, share = self.edge[rows], self.share[rows]
        low, high = self._stretches(closed, edge)
        found, names = [], []
        for direction in (0, 1):
            arc = 2 * edge + direction
            clear = (share < low) if direction == 0 else (share > high)
            onward = np.rint(travel.cost_ms[arc] * (share if direction == 0 else 1 - share)).astype(np.int32)
            for rank in range(left.entry_ms.shape[1]):
                begin = left.entry_ms[arc, rank]
                found.append(np.where(clear & (begin < NEVER), np.minimum(begin, NEVER - onward) + onward, NEVER))
                names.append(left.source[arc, rank])
        return rows, np.array(found), np.array(names)

    def _begun(self, arc: int, behind: float, delay_ms: int, cost: int, closed: Closed, rows: NDArray[np.int64]) -> Ints:
        """Return when who stands on an arc is at the samples ahead on it."""
        along = self.share[rows] if arc & 1 == 0 else 1 - self.share[rows]
        low, high = closed.shut.get(arc >> 1, (2.0, 2.0))
        begin = low if arc & 1 == 0 else 1 - high
        ahead = (along >= behind) & ((along < begin) | (begin < behind))
        time = delay_ms + np.rint(cost * along).astype(np.int32) - share_ms(cost, behind)
        return np.where(ahead, time, NEVER).astype(np.int32)

    @staticmethod
    def _stretches(closed: Closed, edge: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return where along each edge the closure begins and ends; beyond both ends where there is none."""
        low, high = np.full(len(edge), 2.0), np.full(len(edge), -1.0)
        for number, (begin, end) in closed.shut.items():
            mine = edge == number
            low[mine], high[mine] = begin, end
        return low, high


def _first(times: Ints, who: Ints, depth: int) -> Ints:
    """Return the smallest times of each column, of `depth` different ones; ascending."""
    if depth > 1:
        for i in range(len(times)):
            for j in range(i + 1, len(times)):
                same = who[i] == who[j]
                times[i] = np.where(same, np.minimum(times[i], times[j]), times[i])
                times[j] = np.where(same, NEVER, times[j])
    return np.sort(times, axis=0)[:depth]


def _places(graph: RoadGraph, edge: NDArray[np.int64], share: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return lon and lat of places given by edge and share of its length."""
    lon, lat = graph.shape_lon * MICRO, graph.shape_lat * MICRO
    if not len(lon):
        return np.empty(0), np.empty(0)
    steps = np.hypot(np.diff(lon) * np.cos(np.radians(lat[:-1])), np.diff(lat)) * METRES_PER_DEGREE
    run = np.concatenate([[0.0], np.cumsum(steps)])
    first, last = run[graph.shape_ptr[:-1]], run[graph.shape_ptr[1:] - 1]
    at = first[edge] + share * (last - first)[edge]
    return np.interp(at, run, lon), np.interp(at, run, lat)
