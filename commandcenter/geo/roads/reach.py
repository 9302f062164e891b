"""Maps of reach: where somebody is in time, as areas; which streets nobody reaches; which share of them somebody does.

Times along the roads are exact (`outward`). Off the road everybody walks from the nearest road, as in all other answers. Times
are laid on a grid and outlined (`contour`); nothing smaller than `LEAST_CELLS` grid cells is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from commandcenter.geo.roads.closures import Closed
from commandcenter.geo.roads.contour import outlines
from commandcenter.geo.roads.layout import NEVER, Ints
from commandcenter.geo.roads.outward import Onward, depart
from commandcenter.geo.roads.profiles import WALKING_KPH
from commandcenter.geo.roads.samples import Samples
from commandcenter.geo.roads.snapping import METRES_PER_DEGREE, SNAP_LIMIT_M, Snap
from commandcenter.geo.roads.travel import Travel
from commandcenter.model.errors import Cancelled
from commandcenter.model.ports import Level, Reach, Rings
from commandcenter.model.progress import NO_PROGRESS, Progress
from commandcenter.model.words import LonLat

Floats = NDArray[np.float64]
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

FINEST_M = 30.0
MOST_NODES = 120_000
"""Of a grid; a larger region has a coarser one."""
LEAST_CELLS = 3.0
BESIDE_M = 60.0
"""A gap is drawn this far to both sides of a street that is not reached."""
_WALK_MS_PER_M = 3600.0 / WALKING_KPH


@dataclass(frozen=True)
class Starter:
    """Somebody on the roads, and the roads as this vehicle meets them."""

    travel: Travel
    ways: Onward
    closed: Closed
    snap: Snap
    delay_ms: int
    """Before moving, and to the road."""


@dataclass(frozen=True)
class Grid:
    """Grid points over a part of the region, and the road nearest to each."""

    west: float
    north: float
    step_lon: float
    step_lat: float
    rows: int
    columns: int
    nearest: NDArray[np.int64]
    """By point: the sample."""
    off_m: Floats
    """By point: distance to it."""

    def areas(self, values: Floats, level: float) -> Rings:
        """Return the rings of where the values by point are at most a level, in degrees."""
        found = []
        for ring in outlines(values.reshape(self.rows, self.columns), level):
            shape = shapely.Polygon(ring)
            if shape.area < LEAST_CELLS:
                continue
            line = shapely.get_coordinates(shapely.simplify(shape.exterior, 0.3))
            found.append(tuple(LonLat(self.west + x * self.step_lon, self.north - y * self.step_lat) for x, y in line.tolist()))
        return tuple(found)


class ReachMap:
    """Answers over one graph. Keeps what each vehicle's roads need; safe in any thread."""

    def __init__(self, samples: Samples) -> None:
        """Take the places where times are measured."""
        self.samples = samples
        self._trees: dict[int, tuple[cKDTree, NDArray[np.int64]]] = {}
        self._grids: dict[tuple[int, Box], Grid] = {}

    def reach(
        self, starters: Sequence[Starter], levels: Sequence[Level], *, gaps: bool, stopped: Callable[[], bool], progress: Progress = NO_PROGRESS
    ) -> Reach:
        """Return area, gaps and share of streets for each level; raises `Cancelled` when `stopped`. Reports `areas`, by kind of vehicle."""
        if not starters or not levels or not len(self.samples.edge):
            return Reach(((),) * len(levels), ((),) * len(levels), (0.0,) * len(levels))
        limit_ms = max(round(level.within_s * 1000) for level in levels)
        depth = max(level.depth for level in levels)
        found = self._times(starters, limit_ms, depth, stopped, progress)
        if gaps:
            box = self._box(np.arange(len(self.samples.edge)), limit_ms)
        else:
            found = iter(kept := list(found))
            box = self._box(np.flatnonzero(np.any([times[0] < NEVER for _, times in kept], axis=0)), limit_ms)
        grid = self._grid(starters[0].travel, box, keep=gaps)
        by_sample = np.full((depth, len(self.samples.edge)), NEVER, np.int32)
        by_point = np.full((depth, len(grid.nearest)), np.inf)
        for travel, times in found:
            by_sample = _ranked(by_sample, times)
            mine = self._grid(travel, box, keep=gaps)
            at_road = times[:, mine.nearest]
            by_point = _ranked(by_point, np.where(at_road < NEVER, at_road + mine.off_m * _WALK_MS_PER_M, np.inf))
        counted = self.samples.lived & (starters[0].travel.component == 0)[self.samples.edge]
        return Reach(
            tuple(grid.areas(by_point[level.depth - 1], level.within_s * 1000) for level in levels),
            tuple(self._gaps(grid, by_sample[level.depth - 1], counted, level) if gaps else () for level in levels),
            tuple(self._share(by_sample[level.depth - 1], counted, level) for level in levels),
        )

    def _times(
        self, starters: Sequence[Starter], limit_ms: int, depth: int, stopped: Callable[[], bool], progress: Progress
    ) -> Iterator[tuple[Travel, Ints]]:
        """Yield for each kind of vehicle when its first few are at each sample."""
        alike: dict[int, list[Starter]] = {}
        for one in starters:
            alike.setdefault(id(one.travel), []).append(one)
        for n, mine in enumerate(alike.values()):
            if stopped():
                raise Cancelled
            progress.report("areas", n, len(alike) + 1)
            one = mine[0]
            left = depart(one.travel, one.ways, one.closed, [(each.snap.foothold, each.delay_ms) for each in mine], limit_ms, depth)
            yield one.travel, self.samples.times_ms(one.travel, one.closed, left, stopped)
        progress.report("areas", len(alike), len(alike) + 1)

    def _share(self, times_ms: Ints, counted: NDArray[np.bool_], level: Level) -> float:
        whole = float(self.samples.weight_m[counted].sum())
        return float(self.samples.weight_m[counted & (times_ms <= level.within_s * 1000)].sum()) / whole if whole else 0.0

    def _box(self, rows: NDArray[np.int64], limit_ms: int) -> Box:
        """Return what is looked at: these samples, and the walk from them."""
        margin = min(SNAP_LIMIT_M, limit_ms / _WALK_MS_PER_M) / METRES_PER_DEGREE
        lon, lat = self.samples.lon[rows], self.samples.lat[rows]
        wide = margin / self.samples.stretch
        return float(lon.min() - wide), float(lat.min() - margin), float(lon.max() + wide), float(lat.max() + margin)

    def _grid(self, travel: Travel, box: Box, *, keep: bool) -> Grid:
        """Return a grid over a box with the roads of a vehicle; kept for the next time if wanted."""
        key = (id(travel), box)
        grid = self._grids.get(key)
        if grid is None:
            grid = self._new_grid(travel, box)
            if not keep:
                self._grids.clear()
            self._grids[key] = grid
        return grid

    def _new_grid(self, travel: Travel, box: Box) -> Grid:
        west, south, east, north = box
        stretch = self.samples.stretch
        wide_m, tall_m = (east - west) * stretch * METRES_PER_DEGREE, (north - south) * METRES_PER_DEGREE
        step_m = max(FINEST_M, float(np.sqrt(wide_m * tall_m / MOST_NODES)))
        step_lat = step_m / METRES_PER_DEGREE
        step_lon = step_lat / stretch
        columns, rows = int((east - west) / step_lon) + 2, int((north - south) / step_lat) + 2
        x, y = np.meshgrid((west + np.arange(columns) * step_lon) * stretch, north - np.arange(rows) * step_lat)
        tree, numbers = self._tree(travel)
        points = np.stack([x.ravel(), y.ravel()], axis=1)
        gap, found = (np.atleast_1d(column) for column in tree.query(points, distance_upper_bound=SNAP_LIMIT_M / METRES_PER_DEGREE))
        near = np.isfinite(gap)
        nearest = np.zeros(len(gap), np.int64)
        nearest[near] = numbers[found[near]]
        return Grid(west, north, step_lon, step_lat, rows, columns, nearest, np.where(near, gap, np.inf) * METRES_PER_DEGREE)

    def _tree(self, travel: Travel) -> tuple[cKDTree, NDArray[np.int64]]:
        key = id(travel)
        if key not in self._trees:
            self._trees[key] = self.samples.tree(travel.component == 0)
        return self._trees[key]

    def _gaps(self, grid: Grid, times_ms: Ints, counted: NDArray[np.bool_], level: Level) -> Rings:
        """Return bands along the streets that are not reached."""
        missing = counted & (times_ms > level.within_s * 1000)
        beside = np.where(missing[grid.nearest], grid.off_m, np.inf)
        return grid.areas(beside, max(BESIDE_M, grid.step_lat * METRES_PER_DEGREE))


def _ranked(smallest: NDArray[Any], more: NDArray[Any]) -> NDArray[Any]:
    """Return the smallest values of each column of both, as many as there were, ascending."""
    return np.sort(np.concatenate([smallest, more]), axis=0)[: len(smallest)]
