"""The solvers against published optima: how many problems are solved to the optimum, proven."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator

from bench.min_cost_flow import FLOWS, flow_problem
from bench.or_library import (
    ASSIGNMENTS,
    FACILITIES,
    PMEDS,
    SLOW_PMEDS,
    assignment_costs,
    facility_problem,
    gap_optima,
    gap_problems,
    p_median,
    pmed_distances,
    pmed_optima,
    solve_gap,
)
from bench.road_graphs import DATA
from bench.row import Row
from bench.vehicle_routing import reached
from commandcenter.dispatch.assignment import assign
from commandcenter.dispatch.solve import minimise

LIMIT_S = 1200.0
"""For one p-median problem."""
QUICK_GAPS = 7


def rows(quick: bool) -> list[Row]:
    """Solve everything that is at hand; the slow ones only without `quick`."""
    folder = DATA / "bench"
    if not folder.is_dir():
        return []
    kinds = {
        "assignment": _assignments(quick),
        "generalised assignment": _gaps(quick),
        "p-median": _pmeds(quick),
        "facilities of limited size": _facilities(),
        "minimum-cost flow": _flows(),
        "vehicle routing": reached(folder / "cvrp"),
    }
    found = []
    for kind, solved in kinds.items():
        said = "optimum reached" if kind == "vehicle routing" else "optimum reached and proven"
        start = time.perf_counter()
        met = list(solved)
        took_s = time.perf_counter() - start
        share = 100 * sum(met) / len(met)
        found.append(Row(f"{kind}: {len(met)} problems, {said}", share, "%", f"all in {took_s:.3g} s", None, "100 %", share == 100))
    return found


def _assignments(quick: bool) -> Iterator[bool]:
    for name, optimum in list(ASSIGNMENTS.items())[: 1 if quick else None]:
        costs = assignment_costs(DATA / "bench" / "assign" / name)
        chosen = assign(costs, [1] * len(costs))
        yield sum(costs[row][column].first for row, column in enumerate(chosen) if column is not None) == optimum and None not in chosen


def _gaps(quick: bool) -> Iterator[bool]:
    folder = DATA / "bench" / "gap"
    for n in range(1, QUICK_GAPS + 1 if quick else 13):
        for problem, optimum in zip(gap_problems(folder / f"gap{n}.txt"), gap_optima(folder, f"gap{n}"), strict=True):
            solved = solve_gap(*problem)
            yield solved.proven and round(-solved.values[0]) == optimum


def _pmeds(quick: bool) -> Iterator[bool]:
    folder = DATA / "bench" / "pmed"
    optima = pmed_optima(folder)
    for n in PMEDS:
        if not (quick and n in SLOW_PMEDS):
            programme, costs = p_median(*pmed_distances(folder / f"pmed{n}.txt"))
            solved = minimise(programme, [costs], limit_s=LIMIT_S)
            yield solved.proven and round(solved.values[0]) == optima[f"pmed{n}"]


def _facilities() -> Iterator[bool]:
    for name, optimum in FACILITIES.items():
        programme, costs = facility_problem(DATA / "bench" / "cap" / name)
        solved = minimise(programme, [costs])
        yield solved.proven and math.isclose(solved.values[0], optimum, abs_tol=0.001)


def _flows() -> Iterator[bool]:
    for name, optimum in FLOWS.items():
        programme, costs = flow_problem(DATA / "bench" / "mcf" / name)
        solved = minimise(programme, [costs])
        yield solved.proven and round(solved.values[0]) == optimum
