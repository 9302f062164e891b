"""Problems of the OR-Library (J. E. Beasley): our solvers reach every published optimum. `bench/optima.py` counts them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import coo_array, csr_array

from bench.or_library import (
    ASSIGNMENTS,
    PMEDS,
    SLOW_PMEDS,
    assignment_costs,
    gap_optima,
    gap_problems,
    p_median,
    pmed_distances,
    pmed_optima,
    solve_gap,
)
from commandcenter.dispatch.assignment import assign
from commandcenter.dispatch.solve import Programme, minimise


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
def test_minimum_cost_flow(bench_dir: Path) -> None:
    """A NETGEN network (Klingman, Napier & Stutz 1974): the flow is whole by itself."""
    lines = [line.split() for line in (bench_dir / "mcf" / "netgen-2.dimacs").read_text("ascii").splitlines()]
    nodes = next(int(words[2]) for words in lines if words[:1] == ["p"])
    supply = np.zeros(nodes)
    for words in (words for words in lines if words[:1] == ["n"]):
        supply[int(words[1]) - 1] = int(words[2])
    arcs = np.array([[int(word) for word in words[1:6]] for words in lines if words[:1] == ["a"]])
    count = len(arcs)
    assert not arcs[:, 2].any()
    ends = np.concatenate([arcs[:, 0] - 1, arcs[:, 1] - 1])
    network = csr_array(coo_array((np.repeat([1.0, -1.0], count), (ends, np.tile(np.arange(count), 2))), shape=(nodes, count)))
    solved = minimise(Programme(network, supply, supply, arcs[:, 3].astype(np.float64), whole=False), [arcs[:, 4].astype(np.float64)])
    assert solved.proven and round(solved.values[0]) == 6_749_969_302
    assert np.allclose(solved.x, np.round(solved.x))
