"""Capacitated vehicle routing in the format of the CVRPLIB (Augerat's set A): the least driving in all, there and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from commandcenter.dispatch.trip_driving import Hauler, least_driving
from commandcenter.dispatch.trip_goal import NO_LIMIT_MS
from commandcenter.dispatch.trip_search import Bundle

DEPOT = 0
SECOND_MS = 1000
"""A unit of length is driven in a second."""


@dataclass(frozen=True, slots=True)
class Routing:
    """A problem: place 0 is the depot; and its published best."""

    capacity: int
    demand: list[int]
    """By place."""
    distances: NDArray[np.int64]
    routes: list[list[int]]
    """Of the published solution, by vehicle."""
    optimum: int

    def driving(self, routes: Sequence[Sequence[int]]) -> int:
        """Return how far is driven in all, from the depot and back to it."""
        return sum(int(self.distances[a, b]) for route in routes for a, b in pairwise([DEPOT, *route, DEPOT]))


def routing_problem(path: Path) -> Routing:
    """Read a problem and the solution beside it. Distances are rounded to whole numbers, as the format has it (`EUC_2D`)."""
    text, solution = path.read_text("ascii"), path.with_suffix(".sol").read_text("ascii")
    first = solution.partition("Solution 2")[0]  # some list several that are equally short
    places = np.array([row[1:] for row in _table(text, "NODE_COORD_SECTION", "DEMAND_SECTION")])
    between = places[:, None] - places[None]
    return Routing(
        capacity=int(_found(r"CAPACITY\s*:\s*(\d+)", text)),
        demand=[int(row[1]) for row in _table(text, "DEMAND_SECTION", "DEPOT_SECTION")],
        distances=np.floor(np.hypot(between[..., 0], between[..., 1]) + 0.5).astype(np.int64),
        routes=[[int(word) for word in line.split()] for line in re.findall(r"Route #\d+:([\d ]+)", first)],
        optimum=int(_found(r"[Cc]ost (\d+)", solution)),
    )


def least_routes(problem: Routing) -> list[list[int]]:
    """Return the routes of our trips: as many vehicles as the published solution has, all at the depot, loading and unloading in no time."""
    places = range(1, len(problem.demand))
    bundles = [Bundle(DEPOT, place, 0, problem.demand[place], 0) for place in places]
    haulers = [Hauler(0, DEPOT, DEPOT, problem.capacity, 0, NO_LIMIT_MS)] * len(problem.routes)
    days = least_driving(bundles, haulers, [problem.distances * SECOND_MS], 0)
    return [[bundles[n].site for n in run.bundles] for runs in days for run in runs]


def reached(folder: Path) -> Iterator[bool]:
    """Return for each problem of a folder whether our trips drive no farther than the optimum."""
    for path in sorted(folder.glob("*.vrp")):
        problem = routing_problem(path)
        yield problem.driving(least_routes(problem)) == problem.optimum


def _table(text: str, after: str, until: str) -> list[list[float]]:
    return [[float(word) for word in line.split()] for line in text.partition(after)[2].partition(until)[0].strip().splitlines()]


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise ValueError(f"nothing like {pattern}")
    return match[1]
