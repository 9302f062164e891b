"""Houses along the streets with their numbers: odd on the left, even on the right, rising along the street."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.network import Network
from commandcenter.geo.training.plan import Line, Name, Plan
from commandcenter.geo.training.plots import HALF_WIDTHS_M, LOTS, STYLES, Plots, make_plots


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
    plots = make_plots(plan, network, dice.stream("buildings"))
    shapes = outlines(plots.outlines)
    free = _clear_of_roads(shapes, network)
    shapely.prepare(blocked)
    free &= ~shapely.intersects(blocked, shapes)
    shapely.prepare(built)
    free &= shapely.contains(built, shapely.centroid(shapes)) | np.isin(plots.style, [STYLES.index(style) for style in ("farm", "industry")])
    return [_building(plots, number) for number in np.flatnonzero(_apart(shapes, free)).tolist()]


def _building(plots: Plots, number: int) -> Building:
    style = STYLES[plots.style[number]]
    name = plots.names[plots.name[number]] if plots.name[number] >= 0 else None
    return Building(plots.outlines[number], LOTS[style].kinds[plots.kind[number]], name, str(plots.number[number]) if name else "", style)


def outlines(corners: list[Line]) -> NDArray[np.object_]:
    """Return the polygons with these corners."""
    owner = np.repeat(np.arange(len(corners)), [len(some) for some in corners])
    return np.asarray(shapely.polygons(np.asarray(shapely.linearrings(np.concatenate(corners), indices=owner))))


def _clear_of_roads(shapes: NDArray[np.object_], network: Network) -> NDArray[np.bool_]:
    """Return which shapes keep off every carriageway."""
    owner = np.repeat(np.arange(len(network.edges)), [len(edge.coords) for edge in network.edges])
    lines = np.asarray(shapely.linestrings(np.concatenate([edge.coords for edge in network.edges]), indices=owner))
    widths = np.array([HALF_WIDTHS_M.get(edge.tags["highway"].removesuffix("_link"), 5.0) for edge in network.edges])
    hit = shapely.STRtree(shapes).query(lines, predicate="dwithin", distance=widths)[1]
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
