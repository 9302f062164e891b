"""Places along every road, close together: where times are taken for maps of reach."""

from __future__ import annotations

import math
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from commandcenter.geo.basemap.batch import ranges
from commandcenter.geo.roads.closures import Closed
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.layout import NEVER
from commandcenter.geo.roads.outward import Departure
from commandcenter.geo.roads.search import share_ms
from commandcenter.geo.roads.snapping import METRES_PER_DEGREE
from commandcenter.geo.roads.travel import Travel
from commandcenter.geo.roads.words import MICRO, RoadClass

SPACING_M = 25.0
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

    def times_ms(self, travel: Travel, closed: Closed, left: Departure) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the samples that can be reached within the search's limit, ascending, and the earliest time at each."""
        entry = left.entry_ms.reshape(-1, 2)
        reached: NDArray[np.bool_] = np.minimum(entry[:, 0], entry[:, 1]) < NEVER
        reached[[arc >> 1 for arc, _, _ in left.setting_out]] = True
        edges = np.flatnonzero(reached)
        rows = ranges(self.ptr[edges], self.ptr[edges + 1] - self.ptr[edges])
        edge, share = self.edge[rows], self.share[rows]
        low, high = self._stretches(closed, edge)
        costs = travel.cost_ms.reshape(-1, 2)
        times = np.full(len(rows), NEVER, np.int64)
        for direction in (0, 1):
            begin = entry[edge, direction]
            along = share if direction == 0 else 1 - share
            clear = (begin < NEVER) & ((share < low) if direction == 0 else (share > high))
            time = begin[clear] + np.rint(costs[edge[clear], direction] * along[clear]).astype(np.int64)
            times[clear] = np.minimum(times[clear], time)
        for setting_out in left.setting_out:
            self._set_out(*setting_out, int(travel.cost_ms[setting_out[0]]), closed, rows, times)
        known = times < NEVER
        return rows[known], times[known]

    def _set_out(self, arc: int, behind: float, delay_ms: int, cost: int, closed: Closed, rows: NDArray[np.int64], times: NDArray[np.int64]) -> None:
        """Lower the times on the arc where one stands."""
        first = int(np.searchsorted(rows, self.ptr[arc >> 1]))
        mine = slice(first, first + int(self.ptr[(arc >> 1) + 1] - self.ptr[arc >> 1]))
        along = self.share[rows[mine]] if arc & 1 == 0 else 1 - self.share[rows[mine]]
        low, high = closed.shut.get(arc >> 1, (2.0, 2.0))
        begin = low if arc & 1 == 0 else 1 - high
        ahead = (along >= behind) & ((along < begin) | (begin < behind))
        time = delay_ms + np.rint(cost * along).astype(np.int64) - share_ms(cost, behind)
        times[mine] = np.where(ahead, np.minimum(times[mine], time), times[mine])

    @staticmethod
    def _stretches(closed: Closed, edge: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return where along each edge the closure begins and ends; beyond both ends where there is none."""
        low, high = np.full(len(edge), 2.0), np.full(len(edge), -1.0)
        for number, (begin, end) in closed.shut.items():
            mine = edge == number
            low[mine], high[mine] = begin, end
        return low, high


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
