"""Where houses would like to stand: in rows on both sides of every street, all streets at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.geo.training.network import Network, Street
from commandcenter.geo.training.plan import Line, Name, Plan

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


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
    "farm": Lot((14, 32), (9, 16), (14, 30), 9.0, 0.25, ("farm", "barn", "farm_auxiliary")),
}
STYLES = tuple(LOTS)
WINGED = ("grid", "suburb", "village")
HALF_WIDTHS_M = {"motorway": 9.0, "trunk": 8.0, "primary": 8.5, "secondary": 7.5, "tertiary": 6.5, "living_street": 2.8, "service": 2.8, "track": 2.5}


@dataclass(frozen=True, slots=True)
class Runs:
    """Stretches of street without a break, in the direction in which numbers rise."""

    points: Line
    along_m: Floats
    """Of each point, rising over all runs: one run begins a metre behind the last."""
    start_m: Floats
    """Of each run, on the same scale."""
    length_m: Floats
    style: Ints
    """Index into `STYLES`."""
    half_m: Floats
    name: Ints
    """Index into `names`; −1 for none."""
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Plots:
    """Houses that the streets would like, row by row."""

    outlines: list[Line]
    """Corners of each, first not repeated."""
    style: Ints
    kind: Ints
    """Index into the lot's kinds."""
    name: Ints
    number: Ints
    names: tuple[Name, ...]


def make_plots(plan: Plan, network: Network, rng: np.random.Generator) -> Plots:
    """Line every street with houses: odd numbers on the left, even ones on the right, rising along the street."""
    runs = _runs(plan, network)
    run, side = np.repeat(np.arange(len(runs.style)), 2), np.tile([1, -1], len(runs.style))
    width, depth, gap = (np.array([getattr(LOTS[style], key) for style in STYLES]) for key in ("width", "depth", "gap"))
    smallest_m = (width[:, 0] + gap[:, 0])[runs.style[run]]
    room = (runs.length_m[run] / smallest_m).astype(np.int64) + 1
    row = np.repeat(np.arange(len(run)), room)
    style = runs.style[run[row]]
    dice = rng.random((5, len(row)))
    widths, depths, gaps = (size[style, 0] + (size[style, 1] - size[style, 0]) * luck for size, luck in zip((width, depth, gap), dice, strict=False))
    ends = 5.0 + _running(widths + gaps, room)
    setback = np.maximum(np.array([LOTS[name].setback for name in STYLES])[style], runs.half_m[run[row]] + 2.0) + rng.normal(0, 0.4, len(row))
    fits = np.flatnonzero(ends < runs.length_m[run[row]] - 3.0)
    row, style, lucky = row[fits], style[fits], dice[3, fits]
    house = _numbers(runs.name[run[row]], side[row])
    stands = lucky <= np.array([LOTS[name].share for name in STYLES])[style]
    wing = rng.uniform(0.3, 0.6, (len(row), 2))
    wing[~(np.isin(style, [STYLES.index(name) for name in WINGED]) & (lucky < 0.4))] = np.nan
    chosen, fits = np.flatnonzero(stands), fits[stands]
    along = runs.start_m[run[row[chosen]]] + ends[fits]
    fronts = [np.column_stack([np.interp(at, runs.along_m, runs.points[:, axis]) for axis in (0, 1)]) for at in (along - widths[fits], along)]
    outlines = _outlines(fronts[0], fronts[1], side[row[chosen]], setback[fits], depths[fits], wing[chosen])
    kinds = (dice[4, fits] * np.array([len(LOTS[name].kinds) for name in STYLES])[style[chosen]]).astype(np.int64)
    return Plots(outlines, style[chosen], kinds, runs.name[run[row[chosen]]], house[chosen], runs.names)


def _running(steps: Floats, room: Ints) -> Floats:
    """Return the running sum within each row; rows have `room` steps each."""
    total = np.cumsum(steps)
    before = np.concatenate([[0.0], total])[np.cumsum(room) - room]
    return np.asarray(total - np.repeat(before, room))


def _numbers(name: Ints, side: Ints) -> Ints:
    """Return the house numbers: each name counts on both sides, over all its rows in order."""
    key = name * 2 + (side < 0)
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.concatenate([[True], np.diff(key[order]) != 0]))
    count = np.empty(len(key), np.int64)
    count[order] = np.arange(len(key)) - np.repeat(first, np.diff(np.append(first, len(key)))) + 1
    return np.asarray(2 * count - (side > 0))


def _outlines(begin: Line, end: Line, side: Ints, back: Floats, depth: Floats, wing: Line) -> list[Line]:
    """Return the corners of rectangles behind the street, or of an L where `wing` gives its shares of width and depth."""
    across = (end - begin) / np.maximum(np.hypot(*(end - begin).T), 1e-9)[:, None]
    left = np.column_stack([-across[:, 1], across[:, 0]]) * side[:, None]
    one, two = begin + left * back[:, None], end + left * back[:, None]
    deep = left * depth[:, None]
    inner, longer = one + (two - one) * wing[:, :1], deep * wing[:, 1:]
    corners = np.stack([one, two, two + deep, inner + deep, inner + deep + longer, one + deep + longer], axis=1)
    plain = np.stack([one, two, two + deep, one + deep], axis=1)
    return [corners[number] if winged else plain[number] for number, winged in enumerate(~np.isnan(wing[:, 0]))]


def _runs(plan: Plan, network: Network) -> Runs:
    """Join the pieces of each street that houses may face."""
    edges = [edge for edge in network.edges if not {"bridge", "tunnel"} & edge.tags.keys() and _may_have_houses(edge.tags["highway"])]
    edges.sort(key=lambda edge: edge.street)
    pieces = shapely.linestrings(
        np.concatenate([edge.coords for edge in edges]), indices=np.repeat(np.arange(len(edges)), [len(e.coords) for e in edges])
    )
    numbers, group = np.unique([edge.street for edge in edges], return_inverse=True)
    joined = shapely.line_merge(np.asarray(shapely.multilinestrings(np.asarray(pieces), indices=group)))
    lines, owner = shapely.get_parts(joined, return_index=True)
    long = shapely.length(lines) >= 30
    lines, streets = lines[long], [network.streets[number] for number in numbers[owner[long]]]
    courses = np.array([street.line for street in streets], dtype=object)
    tips = [shapely.line_locate_point(courses, shapely.get_point(lines, end)) for end in (0, -1)]
    lines = np.where(tips[0] <= tips[1], lines, shapely.reverse(lines))
    quarters = [*plan.quarters, *plan.villages]
    middles = shapely.get_coordinates(shapely.get_point(lines, shapely.get_num_points(lines) // 2))
    away = np.hypot(*(middles[:, None] - np.array([quarter.at for quarter in quarters])).T).T / np.array([quarter.reach_m for quarter in quarters])
    nearest = np.argmin(away, axis=1)
    style = np.array([STYLES.index(s.style if s.style in LOTS else quarters[near].style) for s, near in zip(streets, nearest, strict=True)])
    kept = np.flatnonzero((away.min(axis=1) <= 1.5) | (style == STYLES.index("farm")))
    return _measured(lines[kept], style[kept], [streets[number] for number in kept])


def _measured(lines: NDArray[np.object_], style: Ints, streets: list[Street]) -> Runs:
    """Lay all lines behind one another on one scale."""
    points, owner = shapely.get_coordinates(lines, return_index=True)
    steps = np.hypot(*np.diff(points, axis=0, prepend=points[:1]).T)
    steps[np.diff(owner, prepend=-1) != 0] = 1.0
    along_m = np.cumsum(steps)
    first = np.searchsorted(owner, np.arange(len(lines)))
    names = tuple(dict.fromkeys(street.name for street in streets if street.name))
    index = {name: number for number, name in enumerate(names)}
    half_m = np.array([HALF_WIDTHS_M.get(street.highway, 5.0) for street in streets])
    name = np.array([index[street.name] if street.name else -1 for street in streets])
    return Runs(points, along_m, along_m[first], shapely.length(lines), style, half_m, name, names)


def _may_have_houses(highway: str) -> bool:
    return not highway.startswith(("motorway", "trunk", "track"))
