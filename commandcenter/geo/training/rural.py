"""Country roads: the least laborious way over hill and dale, and the farm tracks that leave them."""

from __future__ import annotations

import numpy as np
import shapely
import shapely.ops
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.curves import bow, lines_of, part_of, resample, smooth
from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.names import Namer
from commandcenter.geo.training.network import Street
from commandcenter.geo.training.plan import Line, Plan
from commandcenter.geo.training.terrain import CELL_M, Terrain

RURAL_TAGS = {"maxspeed": "80", "surface": "asphalt", "lanes": "2"}
STEPS = [(dy, dx) for dy in (-2, -1, 0, 1, 2) for dx in (-2, -1, 0, 1, 2) if np.gcd(dx, dy) == 1]


def make_rural(plan: Plan, terrain: Terrain, roads: list[Street], avoid: BaseGeometry, dice: Dice, namer: Namer) -> list[Street]:
    """Join every village to its nearest neighbours, reusing roads that are there, and add tracks."""
    found: list[Street] = []
    rng = dice.stream("rural")
    pathfinder = Pathfinder(terrain, avoid, rng)
    near: BaseGeometry = shapely.union_all([road.line for road in roads])
    zone: BaseGeometry = near.buffer(75, quad_segs=2)
    for road in roads:
        pathfinder.reuse(road.line)
    for one, two in _pairs(plan):
        for piece in lines_of(LineString(pathfinder.way(one, two)).difference(zone), 260):
            line = _joined(piece, near)
            found.append(Street(line, "tertiary" if line.length > 2200 else "unclassified", namer.name("rural"), RURAL_TAGS, style="rural"))
            near, zone = near.union(line), zone.union(line.buffer(75, quad_segs=2))
            pathfinder.reuse(line)
    found.extend(_tracks(found, near, avoid, rng))
    return found


def _joined(piece: LineString, near: BaseGeometry) -> LineString:
    """Smooth a new road and lead its ends to the roads that are near."""
    tips = (piece.coords[0], piece.coords[-1])
    ends = [shapely.ops.nearest_points(near, Point(tip))[0] for tip in tips]
    meets = [end.distance(Point(tip)) < 190 for end, tip in zip(ends, tips, strict=True)]
    inner = resample(np.asarray(piece.coords), 110)
    course = np.vstack([*([ends[0].coords[0]] if meets[0] else []), inner, *([ends[1].coords[0]] if meets[1] else [])])
    return _past(LineString(smooth(course, step_m=25)), *meets)


def _past(line: LineString, first: bool, last: bool) -> LineString:
    """Run 5 m beyond the roads it meets."""
    points = np.asarray(line.coords)
    parts = [points]
    if first:
        step = points[0] - points[1]
        parts.insert(0, points[:1] + 5 * step / max(np.hypot(*step), 1e-9))
    if last:
        step = points[-1] - points[-2]
        parts.append(points[-1:] + 5 * step / max(np.hypot(*step), 1e-9))
    return LineString(np.vstack(parts))


def _pairs(plan: Plan) -> list[tuple[Line, Line]]:
    """Return village pairs that deserve a road: each with its two nearest, and with the nearest quarter."""
    at = np.array([village.at for village in plan.villages])
    town = np.array([quarter.at for quarter in plan.quarters])
    pairs = {}
    for number, here in enumerate(at):
        order = np.argsort(np.hypot(*(at - here).T))[1:3]
        for other in order.tolist():
            pairs[min(number, other), max(number, other)] = (here, at[other])
        pairs[number, -1] = (here, town[np.argmin(np.hypot(*(town - here).T))])
    return [pairs[key] for key in sorted(pairs)]


class Pathfinder:
    """Least-cost ways on the height grid: steep is dear, water nearly impossible, a road that is there cheap."""

    def __init__(self, terrain: Terrain, avoid: BaseGeometry, rng: np.random.Generator) -> None:
        """Prepare the grid's links; `avoid` is ground to keep off."""
        self._terrain = terrain
        shapely.prepare(avoid)
        slow = shapely.contains_xy(avoid, *np.meshgrid(terrain.xs, terrain.ys))
        self._ground = rng.uniform(0.85, 1.3, terrain.heights.shape) + 30.0 * slow + 60.0 * ~terrain.dry
        rows, columns = terrain.heights.shape
        self._number = np.arange(rows * columns).reshape(rows, columns)
        starts, ends, bases = [], [], []
        for dy, dx in STEPS:
            a = (slice(max(0, -dy), rows - max(0, dy)), slice(max(0, -dx), columns - max(0, dx)))
            b = (slice(max(0, dy), rows - max(0, -dy)), slice(max(0, dx), columns - max(0, -dx)))
            length = np.hypot(dx, dy) * CELL_M
            slope = np.abs(terrain.heights[b] - terrain.heights[a]) / length
            starts.append(self._number[a].ravel())
            ends.append(self._number[b].ravel())
            bases.append((length * (1 + (slope / 0.045) ** 2)).ravel())
        self._starts, self._ends, self._bases = (np.concatenate(parts) for parts in (starts, ends, bases))
        order = np.lexsort((self._ends, self._starts))
        self._starts, self._ends, self._bases = self._starts[order], self._ends[order], self._bases[order]
        self._rows_at = np.searchsorted(self._starts, np.arange(rows * columns + 1))

    def reuse(self, road: LineString) -> None:
        """Make the cells under a road cheap."""
        points = resample(np.asarray(road.coords), CELL_M / 3)
        self._ground[self._rows(points[:, 1]), self._columns(points[:, 0])] = 0.35

    def way(self, one: Line, two: Line) -> Line:
        """Return the cheapest way as points."""
        cost = self._ground.ravel()
        data = self._bases * (cost[self._starts] + cost[self._ends]) / 2
        graph = sparse.csr_array((data, self._ends, self._rows_at), shape=(cost.size, cost.size))
        source, target = (int(self._number[self._rows(p[1:2])[0], self._columns(p[:1])[0]]) for p in (one, two))
        limit, reached = float(np.hypot(*(two - one))), False
        while not reached:  # looking no farther than needed; the way found is the cheapest all the same
            limit *= 2
            cheapest, before = csgraph.dijkstra(graph, indices=[source], return_predecessors=True, limit=limit)
            reached = bool(np.isfinite(cheapest[0, target]))
        cells = [target]
        while cells[-1] != source:
            cells.append(int(before[0, cells[-1]]))
        rows, columns = np.divmod(np.array(cells), self._number.shape[1])
        way = np.column_stack([self._terrain.xs[columns], self._terrain.ys[rows]])
        way[1:-1] = (way[:-2] + 2 * way[1:-1] + way[2:]) / 4
        return way

    def _rows(self, y: Line) -> NDArray[np.int64]:
        return _cell(y, self._terrain.ys)

    def _columns(self, x: Line) -> NDArray[np.int64]:
        return _cell(x, self._terrain.xs)


def _cell(values: NDArray[np.float64], axis: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the nearest grid lines."""
    cells: NDArray[np.int64] = np.clip(np.rint((values - axis[0]) / CELL_M), 0, len(axis) - 1).astype(np.int64)
    return cells


def _tracks(roads: list[Street], near: BaseGeometry, avoid: BaseGeometry, rng: np.random.Generator) -> list[Street]:
    """Return farm lanes and forest tracks that leave the country roads and end somewhere."""
    found: list[Street] = []
    for road in roads:
        for at in np.arange(300, road.line.length - 200, 420):
            here, ahead = (np.asarray(road.line.interpolate(at + step).coords[0]) for step in (0, 5))
            side = (-1) ** int(rng.integers(2)) * np.array([-(ahead - here)[1], (ahead - here)[0]]) / 5
            turn = rng.normal(0, 0.4)
            side = np.array([side[0] * np.cos(turn) - side[1] * np.sin(turn), side[0] * np.sin(turn) + side[1] * np.cos(turn)])
            line = LineString(bow(here - side * 4, here + side * float(rng.uniform(160, 620)), float(rng.normal(0, 0.12)), 12))
            beyond = part_of(line, 25, line.length)
            if (
                rng.random() < 0.75
                and not beyond.intersects(avoid)
                and near.distance(beyond) > 15
                and all(beyond.distance(other.line) > 60 for other in found)
            ):
                farm = rng.random() < 0.5
                tags = {"surface": "gravel", "maxspeed": "30"} if farm else {"surface": "ground", "tracktype": "grade3"}
                found.append(Street(line, "service" if farm else "track", None, tags, kept=True, style="farm" if farm else "track"))
    return found
