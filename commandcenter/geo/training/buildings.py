"""Houses along the streets with their numbers: odd on the left, even on the right, rising along the street."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.curves import merged
from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.network import Network
from commandcenter.geo.training.plan import Line, Name, Plan


@dataclass(frozen=True, slots=True)
class Lot:
    """How houses stand in a kind of quarter (metres)."""

    width: tuple[float, float]
    depth: tuple[float, float]
    gap: tuple[float, float]
    setback: float
    share: float
    kinds: tuple[str, ...]


LOTS = {
    "old": Lot((11, 20), (9, 13), (0, 0.6), 4.2, 0.97, ("house", "house", "retail", "yes")),
    "grid": Lot((18, 32), (12, 15), (0, 0.8), 8.0, 0.95, ("apartments", "apartments", "apartments", "retail", "office")),
    "inner": Lot((16, 34), (10, 13), (0, 9), 8.5, 0.92, ("apartments", "terrace", "house")),
    "suburb": Lot((12, 18), (9, 13), (13, 25), 11.0, 0.93, ("house", "detached", "semidetached_house")),
    "campus": Lot((28, 60), (16, 28), (16, 34), 12.0, 0.85, ("university", "dormitory", "university")),
    "industry": Lot((34, 85), (28, 60), (16, 34), 16.0, 0.9, ("industrial", "warehouse", "industrial")),
    "village": Lot((10, 16), (8, 12), (10, 34), 8.0, 0.85, ("house", "house", "farm_auxiliary")),
    "farm": Lot((14, 32), (9, 16), (14, 30), 9.0, 0.0, ("farm", "barn", "farm_auxiliary")),
}
HALF_WIDTHS_M = {"motorway": 9.0, "trunk": 8.0, "primary": 8.5, "secondary": 7.5, "tertiary": 6.5, "living_street": 2.8, "service": 2.8, "track": 2.5}


@dataclass(frozen=True, slots=True)
class Building:
    """A house; `number` is empty for those without an address."""

    outline: Line
    """Corners, n×2, first not repeated."""
    kind: str
    street: Name | None
    number: str
    style: str


def make_buildings(plan: Plan, network: Network, built: BaseGeometry, blocked: BaseGeometry, dice: Dice) -> list[Building]:
    """Put houses on both sides of every street; none touches a road, water, a railway or another house.

    `built` is the ground of the settlements (farms stand elsewhere); on `blocked` no house may stand.
    """
    rng = dice.stream("buildings")
    wishes = _wishes(plan, network, rng)
    shapes = _polygons([wish.outline for wish in wishes])
    free = _clear_of_roads(shapes, network)
    shapely.prepare(blocked)
    free &= ~shapely.intersects(blocked, shapes)
    shapely.prepare(built)
    free &= shapely.contains(built, shapely.centroid(shapes)) | np.array([wish.style in ("farm", "industry") for wish in wishes])
    kept = _apart(shapes, free)
    return [wishes[number] for number in np.flatnonzero(kept)]


def _polygons(outlines: list[Line]) -> NDArray[np.object_]:
    """Return many polygons at once."""
    sizes = np.array([len(outline) for outline in outlines])
    shapes = np.empty(len(outlines), dtype=object)
    for size in np.unique(sizes):
        chosen = np.flatnonzero(sizes == size)
        shapes[chosen] = shapely.polygons(np.stack([outlines[number] for number in chosen]))
    return shapes


def _wishes(plan: Plan, network: Network, rng: np.random.Generator) -> list[Building]:
    """Return all houses that the streets would like, numbered by their place along the street."""
    quarters = [*plan.quarters, *plan.villages]
    centres = np.array([quarter.at for quarter in quarters])
    reaches = np.array([quarter.reach_m for quarter in quarters])
    pieces: dict[int, list[Line]] = defaultdict(list)
    for edge in network.edges:
        if not {"bridge", "tunnel"} & edge.tags.keys():
            pieces[edge.street].append(edge.coords)
    counts: dict[tuple[str, int], int] = defaultdict(int)
    wishes: list[Building] = []
    for number in sorted(pieces):
        street = network.streets[number]
        if street.highway.startswith(("motorway", "trunk", "track")):
            continue
        for line in merged(pieces[number]):
            if line.length < 30:
                continue
            course = np.asarray(line.coords)
            away = np.hypot(*(centres - course[len(course) // 2]).T) / reaches
            nearest = int(np.argmin(away))
            style = street.style if street.style in LOTS else quarters[nearest].style
            if away[nearest] > 1.5 and style != "farm":
                continue
            along = line if street.line.project(line.interpolate(0)) <= street.line.project(line.interpolate(line.length)) else shapely.reverse(line)
            for side in (1, -1):
                wishes.extend(_row(np.asarray(along.coords), side, style, street.name, HALF_WIDTHS_M.get(street.highway, 5.0), counts, rng))
    return wishes


def _row(
    course: Line, side: int, style: str, name: Name | None, half_m: float, counts: dict[tuple[str, int], int], rng: np.random.Generator
) -> list[Building]:
    """Return the houses on one side of a street; `side` 1 is the left."""
    lot = LOTS[style]
    reach = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(course, axis=0).T))])
    room = int(reach[-1] / (lot.width[0] + lot.gap[0])) + 1
    widths, gaps, depths = rng.uniform(*lot.width, room), rng.uniform(*lot.gap, room), rng.uniform(*lot.depth, room)
    starts = 5 + np.cumsum(widths + gaps) - widths
    fits = starts + widths < reach[-1] - 3
    setback = max(lot.setback, half_m + 2.0) + rng.normal(0, 0.4, room)
    begin, end = (np.column_stack([np.interp(at, reach, course[:, axis]) for axis in (0, 1)]) for at in (starts, starts + widths))
    across = (end - begin) / np.maximum(np.hypot(*(end - begin).T), 1e-9)[:, None]
    left = np.column_stack([-across[:, 1], across[:, 0]]) * side
    lucky, shares = rng.random(room), rng.uniform(0.3, 0.6, (room, 2))
    kinds = rng.integers(len(lot.kinds), size=room)
    row = []
    for number in np.flatnonzero(fits):
        if name:
            counts[name.en, side] += 1
        if lucky[number] > (lot.share or 0.25):
            continue
        house = str(2 * counts[name.en, side] - (1 if side == 1 else 0)) if name else ""
        wing = shares[number] if style in ("grid", "suburb", "village") and lucky[number] < 0.4 else None
        front = np.stack([begin[number], end[number]])
        row.append(Building(_footprint(front, left[number], setback[number], depths[number], wing), lot.kinds[kinds[number]], name, house, style))
    return row


def _footprint(front: Line, left: Line, back: float, depth: float, wing: Line | None) -> Line:
    """Return the corners of a rectangle behind the street, or of an L where `wing` gives its shares of width and depth."""
    one, two = front + left * back
    rear_one, rear_two = one + left * depth, two + left * depth
    if wing is None:
        return np.stack([one, two, rear_two, rear_one])
    inner = one + (two - one) * wing[0]
    longer = left * wing[1] * depth
    return np.stack([one, two, rear_two, inner + left * depth, inner + left * depth + longer, rear_one + longer])


def _clear_of_roads(shapes: NDArray[np.object_], network: Network) -> NDArray[np.bool_]:
    """Return which shapes keep off every carriageway."""
    lines = np.array([shapely.linestrings(edge.coords) for edge in network.edges], dtype=object)
    widths = np.array([HALF_WIDTHS_M.get(edge.tags["highway"].removesuffix("_link"), 5.0) for edge in network.edges])
    surfaces = shapely.buffer(lines, widths, cap_style="flat", quad_segs=2)
    hit = np.unique(shapely.STRtree(surfaces).query(shapes, predicate="intersects")[0])
    free = np.ones(len(shapes), dtype=bool)
    free[hit] = False
    return free


def _apart(shapes: NDArray[np.object_], free: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Choose houses so that none overlaps another; the earlier one stays."""
    numbers = np.flatnonzero(free)
    shrunk = shapely.buffer(shapes[numbers], -0.25, join_style="mitre")
    one, two = shapely.STRtree(shrunk).query(shrunk, predicate="intersects")
    clashes: dict[int, list[int]] = defaultdict(list)
    for a, b in zip(one.tolist(), two.tolist(), strict=True):
        if b < a:
            clashes[a].append(b)
    taken = np.ones(len(numbers), dtype=bool)
    for a in sorted(clashes):
        taken[a] = not any(taken[b] for b in clashes[a])
    kept = np.zeros(len(shapes), dtype=bool)
    kept[numbers[taken]] = True
    return kept
