"""Culs-de-sac and crescents inside a suburban block."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon

from commandcenter.geo.training.curves import bow, lines_of, smooth
from commandcenter.geo.training.plan import Line


def inner_roads(block: Polygon, rng: np.random.Generator) -> list[tuple[LineString, str]]:
    """Return up to three short roads that start on the block's edge, each with its kind (`close` or `crescent`)."""
    found: list[tuple[LineString, str]] = []
    core = block.buffer(-26, join_style="bevel")
    tries = 2 + int(block.area / 9000)
    for _ in range(tries):
        if len(found) == 3:
            break
        road, kind = (_crescent(block, rng), "crescent") if rng.random() < 0.25 and not found else (_close(block, rng), "close")
        if road is None:
            continue
        beyond = LineString(road.coords[1:-1] if kind == "crescent" else road.coords[2:])
        if core.contains(beyond) and all(road.distance(other) > 48 for other, _ in found):
            found.append((road, kind))
    return found


def _edge(block: Polygon, at: float) -> tuple[Line, Line]:
    """Return a point on the block's outline and the direction into the block there."""
    ring = block.exterior
    here, ahead = shapely.get_coordinates(shapely.line_interpolate_point(ring, np.array([at, at + 3]) % ring.length))
    step = (ahead - here) / max(np.hypot(*(ahead - here)), 1e-9)
    inward = np.array([-step[1], step[0]]) if ring.is_ccw else np.array([step[1], -step[0]])
    return here, inward


def _close(block: Polygon, rng: np.random.Generator) -> LineString | None:
    here, inward = _edge(block, float(rng.uniform(0, block.exterior.length)))
    rays = lines_of(LineString([here + inward * 2, here + inward * 400]).intersection(block))
    depth = rays[0].length if rays else 0.0
    reach = min(depth - 38, float(rng.uniform(60, 165)))
    if reach < 48:
        return None
    turn = np.radians(rng.normal(0, 9))
    end = here + reach * np.array([inward[0] * np.cos(turn) - inward[1] * np.sin(turn), inward[0] * np.sin(turn) + inward[1] * np.cos(turn)])
    return LineString(bow(here - inward * 5, end, float(rng.normal(0, 0.1))))


def _crescent(block: Polygon, rng: np.random.Generator) -> LineString | None:
    start, gap = float(rng.uniform(0, block.exterior.length)), float(rng.uniform(90, 150))
    (one, in_one), (two, in_two) = _edge(block, start), _edge(block, start + gap)
    if in_one @ in_two < 0.8:
        return None
    depth = float(rng.uniform(48, 80))
    loop = smooth(
        np.vstack([one, one + in_one * depth * 0.8, (one + two) / 2 + (in_one + in_two) / 2 * depth, two + in_two * depth * 0.8, two]), step_m=14
    )
    return LineString(np.vstack([one - in_one * 5, loop, two - in_two * 5]))
