"""Closures: which edges a drawn shape shuts, and where along them.

Semantics. A shape shuts an edge between two shares of its length (a point: at one). Nothing passes that stretch, and
nothing starts or ends inside it: a position there goes to the nearest open road and the rest is on foot. What stands
on the open rest of a shut edge still moves to and from the end on its own side. Several shapes on one edge shut
everything between the first and the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.geo.roads.layout import EVERYWHERE, Seeds, Shut
from commandcenter.geo.roads.search import NOTHING_CLOSED, Foothold, share_ms
from commandcenter.geo.roads.snapping import METRES_PER_DEGREE, Snapper
from commandcenter.geo.roads.travel import Travel
from commandcenter.model.ports import Shape
from commandcenter.model.words import LonLat

POINT_REACH_M = 50.0
"""A point closes the nearest road within this; farther off it closes none."""
POINT_TIE_M = 0.5
"""At a crossing a point closes all roads that are equally near."""
LINE_WIDTH_M = 8.0
"""A line drawn along a road closes it if it stays within this of it, for at least the next figure."""
LINE_ALONG_M = 20.0

Stretch = tuple[float, float]


def stretches(snapper: Snapper, shape: Shape) -> dict[int, Stretch]:
    """Return the edges a shape shuts, each with the first and last shut share."""
    points = shape.points
    if len(points) == 1:
        return _at_point(snapper, points[0])
    if len(points) >= 4 and points[0] == points[-1]:
        area = shapely.make_valid(shapely.Polygon(points))
        return _cut(snapper, snapper.tree.query(area, predicate="intersects"), area)
    return _along(snapper, shapely.LineString(points))


def _at_point(snapper: Snapper, at: LonLat) -> dict[int, Stretch]:
    edges, found = snapper.around(at, POINT_REACH_M)
    if not len(edges) or found[:, 0].min() > POINT_REACH_M:
        return {}
    near = found[:, 0] <= found[:, 0].min() + POINT_TIE_M
    return {int(edge): (float(share), float(share)) for edge, share in zip(edges[near], found[near, 1], strict=True)}


def _cut(snapper: Snapper, edges: NDArray[np.int64], area: shapely.Geometry) -> dict[int, Stretch]:
    """Return the edges with the first and last share inside an area or on a line."""
    lines = snapper.lines[edges]
    ends, owner = shapely.get_coordinates(shapely.intersection(lines, area), return_index=True)
    shares = shapely.line_locate_point(lines[owner], shapely.points(ends), normalized=True)
    low, high = np.full(len(edges), np.inf), np.full(len(edges), -np.inf)
    np.minimum.at(low, owner, shares)
    np.maximum.at(high, owner, shares)
    return {int(edge): (float(a), float(b)) for edge, a, b in zip(edges, low, high, strict=True) if a <= b}


def _along(snapper: Snapper, line: shapely.LineString) -> dict[int, Stretch]:
    """Return the edges a line crosses, and those it runs along; roads that only meet its ends stay open."""
    band = shapely.buffer(line, LINE_WIDTH_M / METRES_PER_DEGREE)
    near = snapper.tree.query(band, predicate="intersects")
    lines = snapper.lines[near]
    crossed = shapely.crosses(lines, line)
    covered = shapely.length(shapely.intersection(lines, band))
    along = covered >= np.minimum(LINE_ALONG_M / METRES_PER_DEGREE, 0.9 * shapely.length(lines))
    shut = _cut(snapper, near[along], band)
    shut.update(_cut(snapper, near[crossed & ~along], line))
    return shut


@dataclass(frozen=True)
class Closed:
    """The closures in force for one vehicle."""

    shut: dict[int, Stretch]
    states: Shut
    """The same for the search."""

    def open_at(self, edge: int, share: float) -> bool:
        """Tell whether one may stand there."""
        stretch = self.shut.get(edge)
        return stretch is None or not stretch[0] <= share <= stretch[1]

    def more_than(self, other: Closed) -> list[int] | None:
        """Return the edges of which more is shut here than there; `None` where less of any is."""
        if any((mine := self.shut.get(edge)) is None or mine[0] > low or mine[1] < high for edge, (low, high) in other.shut.items()):
            return None
        return [edge for edge, stretch in self.shut.items() if other.shut.get(edge) != stretch]


NOTHING_SHUT = Closed({}, NOTHING_CLOSED)


def closed_for(travel: Travel, found: Sequence[dict[int, Stretch]]) -> Closed:
    """Return the closures of several shapes as one vehicle meets them."""
    shut: dict[int, Stretch] = {}
    for stretches_ in found:
        for edge, (low, high) in stretches_.items():
            old = shut.get(edge, (low, high))
            shut[edge] = (min(low, old[0]), max(high, old[1]))
    rows = [
        (state, end)
        for edge, (low, high) in shut.items()
        for arc, end in ((2 * edge, high), (2 * edge + 1, 1 - low))
        for state in travel.states_of(arc)
    ]
    return Closed(shut, Shut(np.array([state for state, _ in rows], np.int32), np.array([end for _, end in rows], np.float64)))


def seeds_of(travel: Travel, closed: Closed, foothold: Foothold) -> Seeds:
    """Return the target's states with their times, see `layout.S_STATE`; empty where nothing may drive."""
    stretch = closed.shut.get(foothold.edge)
    rows: list[tuple[int, int, int, int]] = []  # columns from `S_STATE`
    places: list[tuple[float, float, float]] = []
    for direction in (0, 1):
        arc = 2 * foothold.edge + direction
        cost = int(travel.cost_ms[arc])
        share = foothold.share if direction == 0 else 1 - foothold.share
        part = share_ms(cost, share)
        after, is_open = EVERYWHERE, 1
        if stretch is not None:
            low, high = stretch if direction == 0 else (1 - stretch[1], 1 - stretch[0])
            if low <= share:
                after, is_open = high, 0
        for state in travel.states_of(arc):
            rows.append((state, part, cost - part, is_open))
            places.append((float(travel.view.lengths_m[state]) * share, share, after))
    columns = np.array(places, np.float64).reshape(-1, 3).T.copy()
    return Seeds(np.array(rows, np.int32).reshape(-1, 4), *columns)
