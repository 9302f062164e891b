"""Problems of the OR-Library (J. E. Beasley): our solvers reach every published optimum."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.sparse import block_diag, coo_array, csr_array, eye_array, hstack, kron, vstack
from scipy.sparse.csgraph import floyd_warshall

from commandcenter.dispatch.assignment import Cost, assign
from commandcenter.dispatch.solve import Programme, Solved, minimise

ASSIGNMENTS = {"assign100.txt": 305, "assign500.txt.gz": 991, "assign600.txt.gz": 1176, "assign700.txt.gz": 1362}
PMEDS = {"pmed1": 5819, "pmed2": 4093, "pmed3": 4250, "pmed4": 3034, "pmed5": 1355}


def numbers(path: Path) -> list[int]:
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text("ascii")
    return [int(word) for word in text.split()]


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
    size, *flat = numbers(bench_dir / "assign" / name)
    costs = [[Cost(c, 0) for c in flat[row * size : (row + 1) * size]] for row in range(size)]
    chosen = assign(costs, [1] * size)
    assert sorted(c for c in chosen if c is not None) == list(range(size))
    assert sum(costs[row][column].first for row, column in enumerate(chosen) if column is not None) == optimum


def gap_problems(path: Path) -> list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]:
    """Return (profit, load, capacity) of each problem of a file."""
    count, *rest = numbers(path)
    problems = []
    for _ in range(count):
        (agents, jobs), rest = rest[:2], rest[2:]
        size = agents * jobs
        profit, load, capacity = rest[:size], rest[size : 2 * size], rest[2 * size : 2 * size + agents]
        problems.append((np.array(profit).reshape(agents, jobs), np.array(load).reshape(agents, jobs), np.array(capacity)))
        rest = rest[2 * size + agents :]
    return problems


def solve_gap(profit: NDArray[np.int64], load: NDArray[np.int64], capacity: NDArray[np.int64]) -> Solved:
    agents, jobs = profit.shape
    once = kron(np.ones((1, agents)), eye_array(jobs))
    loads = block_diag([row[None, :] for row in load.astype(np.float64)])
    rows = csr_array(vstack([once, loads]))
    low = np.concatenate([np.ones(jobs), np.zeros(agents)])
    high = np.concatenate([np.ones(jobs), capacity.astype(np.float64)])
    return minimise(Programme(rows, low, high, np.ones(agents * jobs), whole=True), [-profit.ravel().astype(np.float64)])


@pytest.mark.data
@pytest.mark.parametrize("name", [pytest.param(f"gap{n}", marks=pytest.mark.soak if n >= 8 else ()) for n in range(1, 13)])
def test_generalised_assignment(bench_dir: Path, name: str) -> None:
    lines = (bench_dir / "gap" / "gapopt.txt").read_text("utf-8").splitlines()
    optima = next([int(word) for word in line.split()[1:]] for line in lines if line.startswith(f"{name} "))
    solved = [solve_gap(*problem) for problem in gap_problems(bench_dir / "gap" / f"{name}.txt")]
    assert all(one.proven for one in solved)
    assert [round(-one.values[0]) for one in solved] == optima


def pmed_distances(path: Path) -> tuple[NDArray[np.float64], int]:
    nodes, _, wanted, *edges = numbers(path)
    table = np.full((nodes, nodes), np.inf)
    for a, b, cost in zip(edges[::3], edges[1::3], edges[2::3], strict=True):
        table[a - 1, b - 1] = table[b - 1, a - 1] = cost  # OR-Library: of a repeated edge the last cost holds
    return floyd_warshall(csr_array(np.where(np.isinf(table), 0, table)), directed=False), wanted


@pytest.mark.data
@pytest.mark.parametrize(("name", "optimum"), [pytest.param(*pair, marks=pytest.mark.soak if pair[0] == "pmed3" else ()) for pair in PMEDS.items()])
def test_p_median(bench_dir: Path, name: str, optimum: int) -> None:
    """Variables: site opened, then customer × site; a customer counts at open sites only."""
    distances, wanted = pmed_distances(bench_dir / "pmed" / f"{name}.txt")
    size = len(distances)
    opened = hstack([csr_array(np.ones((1, size))), csr_array((1, size * size))])
    served = hstack([csr_array((size, size)), kron(eye_array(size), np.ones((1, size)))])
    only_open = hstack([kron(np.ones((size, 1)), -eye_array(size)), eye_array(size * size)])
    low = np.concatenate([[wanted], np.ones(size), np.full(size * size, -np.inf)])
    high = np.concatenate([[wanted], np.ones(size), np.zeros(size * size)])
    programme = Programme(csr_array(vstack([opened, served, only_open])), low, high, np.ones(size + size * size), whole=True)
    solved = minimise(programme, [np.concatenate([np.zeros(size), distances.ravel()])])
    assert solved.proven and round(solved.values[0]) == optimum


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
