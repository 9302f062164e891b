"""Capacitated vehicle routing in the format of the CVRPLIB (Augerat's set A): how far our trips are from the least driving.

The problems ask for the least driving in all, there and back. Our trips answer another question: the soonest arrivals, summed over all
loads (`dispatch/trip_search.py`). Both cannot be had at once, so the optimum of driving is a yardstick for our trips, not their goal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from commandcenter.dispatch.trip_search import Bundle, Carter, good_runs

DEPOT = 0


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


def soonest_routes(problem: Routing) -> list[list[int]]:
    """Return the routes of our trips: as many vehicles as the published solution has, all at the depot, loading and unloading in no time."""
    places = range(1, len(problem.demand))
    bundles = [Bundle(DEPOT, place, 0, problem.demand[place], 0) for place in places]
    carters = [Carter(0, DEPOT, problem.capacity, 0)] * len(problem.routes)
    return [[bundles[n].site for n in run.bundles] for runs in good_runs(bundles, carters, [problem.distances], 0) for run in runs]


def over_the_least(folder: Path) -> Iterator[float]:
    """Return for each problem of a folder how far our trips drive, as a multiple of the optimum."""
    for path in sorted(folder.glob("*.vrp")):
        problem = routing_problem(path)
        yield problem.driving(soonest_routes(problem)) / problem.optimum


def _table(text: str, after: str, until: str) -> list[list[float]]:
    return [[float(word) for word in line.split()] for line in text.partition(after)[2].partition(until)[0].strip().splitlines()]


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise ValueError(f"nothing like {pattern}")
    return match[1]
