"""Problems of the OR-Library (J. E. Beasley) and others: our solvers reach every published optimum. `bench/optima.py` counts them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

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
from bench.vehicle_routing import least_routes, routing_problem
from commandcenter.dispatch.assignment import assign
from commandcenter.dispatch.solve import minimise


@pytest.fixture
def bench_dir(data_dir: Path) -> Path:
    folder = data_dir / "bench"
    if not folder.is_dir():
        pytest.skip(f"the benchmark problems are not at {folder}")
    return folder


@pytest.mark.data
@pytest.mark.parametrize(
    ("name", "optimum"), [pytest.param(*pair, marks=pytest.mark.soak if "00.txt.gz" in pair[0] else ()) for pair in ASSIGNMENTS.items()]
)
def test_assignment(bench_dir: Path, name: str, optimum: int) -> None:
    costs = assignment_costs(bench_dir / "assign" / name)
    chosen = assign(costs, [1] * len(costs))
    assert sorted(c for c in chosen if c is not None) == list(range(len(costs)))
    assert sum(costs[row][column].first for row, column in enumerate(chosen) if column is not None) == optimum


@pytest.mark.data
@pytest.mark.parametrize("name", [pytest.param(f"gap{n}", marks=pytest.mark.soak if n >= 8 else ()) for n in range(1, 13)])
def test_generalised_assignment(bench_dir: Path, name: str) -> None:
    solved = [solve_gap(*problem) for problem in gap_problems(bench_dir / "gap" / f"{name}.txt")]
    assert all(one.proven for one in solved)
    assert [round(-one.values[0]) for one in solved] == gap_optima(bench_dir / "gap", name)


@pytest.mark.data
@pytest.mark.parametrize("name", [pytest.param(f"pmed{n}", marks=pytest.mark.soak if n in SLOW_PMEDS else ()) for n in PMEDS])
def test_p_median(bench_dir: Path, name: str) -> None:
    programme, costs = p_median(*pmed_distances(bench_dir / "pmed" / f"{name}.txt"))
    solved = minimise(programme, [costs], limit_s=1200.0)
    assert solved.proven and round(solved.values[0]) == pmed_optima(bench_dir / "pmed")[name]


@pytest.mark.data
@pytest.mark.parametrize("name", FACILITIES)
def test_facilities_of_limited_size(bench_dir: Path, name: str) -> None:
    programme, costs = facility_problem(bench_dir / "cap" / name)
    solved = minimise(programme, [costs])
    assert solved.proven and solved.values[0] == pytest.approx(FACILITIES[name], abs=0.001)


@pytest.mark.data
@pytest.mark.parametrize("name", FLOWS)
def test_minimum_cost_flow(bench_dir: Path, name: str) -> None:
    programme, costs = flow_problem(bench_dir / "mcf" / name)
    solved = minimise(programme, [costs])
    assert solved.proven and round(solved.values[0]) == FLOWS[name]
    assert np.allclose(solved.x, np.round(solved.x))


@pytest.mark.data
@pytest.mark.parametrize(
    "name", ["A-n32-k5", "A-n33-k6", *(pytest.param(name, marks=pytest.mark.soak) for name in ("A-n37-k5", "A-n45-k7", "A-n55-k9"))]
)
def test_vehicle_routing(bench_dir: Path, name: str) -> None:
    problem = routing_problem(bench_dir / "cvrp" / f"{name}.vrp")
    assert problem.driving(problem.routes) == problem.optimum
    routes = least_routes(problem)
    assert sorted(place for route in routes for place in route) == list(range(1, len(problem.demand)))
    assert all(sum(problem.demand[place] for place in route) <= problem.capacity for route in routes)
    assert problem.driving(routes) == problem.optimum
