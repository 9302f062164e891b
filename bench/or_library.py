"""Problems with known optima, as integer programmes: OR-Library (J. E. Beasley), assignment, generalised assignment, p-median, facilities."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import block_diag, coo_array, csr_array, diags_array, eye_array, hstack, kron, vstack
from scipy.sparse.csgraph import floyd_warshall

from commandcenter.dispatch.assignment import Cost
from commandcenter.dispatch.solve import Programme, Solved, minimise

ASSIGNMENTS = {"assign100.txt": 305, "assign500.txt.gz": 991, "assign600.txt.gz": 1176, "assign700.txt.gz": 1362}
PMEDS = (*range(1, 12), 16, 21, 26)
"""Those of the forty that are at hand."""
SLOW_PMEDS = (6, 7, 11, 16, 21, 26)
"""More than two seconds."""
FACILITIES = {"cap41.txt": 1_040_444.375, "cap72.txt": 977_799.4}
"""Depots of limited size to be opened, with their published optima."""


def numbers(path: Path) -> list[int]:
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text("ascii")
    return [int(word) for word in text.split()]


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


def pmed_distances(path: Path) -> tuple[NDArray[np.float64], int]:
    nodes, _, wanted, *edges = numbers(path)
    table = np.full((nodes, nodes), np.inf)
    for a, b, cost in zip(edges[::3], edges[1::3], edges[2::3], strict=True):
        table[a - 1, b - 1] = table[b - 1, a - 1] = cost  # OR-Library: of a repeated edge the last cost holds
    return floyd_warshall(csr_array(np.where(np.isinf(table), 0, table)), directed=False), wanted


def p_median(distances: NDArray[np.float64], wanted: int) -> tuple[Programme, NDArray[np.float64]]:
    """Return the problem by radii (Cornuéjols, Nemhauser & Wolsey 1980; the sparse rows of Elloumi 2010).

    Variables: site opened; then for each customer and each distance D at which something new is reached, whether all that is
    open lies beyond D. A customer pays each step from one distance to the next that it is not yet served at. No customer is
    served beyond its n − p + 1 nearest sites: one of those is open.
    """
    size = len(distances)
    cells: list[tuple[int, int, float]] = []
    steps: list[float] = []
    low: list[float] = []
    for near in distances:
        radii = np.unique(near[np.argsort(near, kind="stable")[: size - wanted + 1]])
        before: int | None = None
        for n, radius in enumerate(radii.tolist()):
            row = len(low)
            cells += [(row, site, 1.0) for site in np.flatnonzero(near == radius).tolist()]
            low.append(1.0 if before is None else 0.0)
            if before is not None:
                cells.append((row, before, -1.0))
            if n + 1 < len(radii):
                before = size + len(steps)
                steps.append(float(radii[n + 1]) - radius)
                cells.append((row, before, 1.0))
    cells += [(len(low), site, 1.0) for site in range(size)]
    rows, columns, values = zip(*cells, strict=True)
    table = csr_array(coo_array((values, (rows, columns)), shape=(len(low) + 1, size + len(steps))))
    low_all = np.array([*low, wanted], np.float64)
    high = np.append(np.full(len(low), np.inf), wanted)
    whole = np.arange(size + len(steps)) < size
    return Programme(table, low_all, high, np.ones(size + len(steps)), whole), np.concatenate([np.zeros(size), steps])


def facility_problem(path: Path) -> tuple[Programme, NDArray[np.float64]]:
    """Return which depots to open, each with a capacity and a price, and what share of each customer's demand each of them serves.

    Variables: depot opened; then the shares, depot by depot. A customer's share from a depot is no more than the depot is open,
    which makes the relaxation tight (Balinski 1965).
    """
    words = iter(path.read_text("ascii").split())
    depots, customers = int(next(words)), int(next(words))
    capacity, price = np.array([[float(next(words)) for _ in range(2)] for _ in range(depots)]).T
    asked = np.array([[float(next(words)) for _ in range(depots + 1)] for _ in range(customers)])
    demand, cost = asked[:, 0], asked[:, 1:].T
    served = hstack([csr_array((customers, depots)), kron(np.ones((1, depots)), eye_array(customers))])
    held = hstack([-diags_array(capacity), kron(eye_array(depots), demand[None, :])])
    opened = hstack([-kron(eye_array(depots), np.ones((customers, 1))), eye_array(depots * customers)])
    low = np.concatenate([np.ones(customers), np.full(depots + depots * customers, -np.inf)])
    high = np.concatenate([np.ones(customers), np.zeros(depots + depots * customers)])
    count = depots + depots * customers
    programme = Programme(csr_array(vstack([served, held, opened])), low, high, np.ones(count), np.arange(count) < depots)
    return programme, np.concatenate([price, cost.ravel()])


def assignment_costs(path: Path) -> list[list[Cost]]:
    """Return the cost of each row and column."""
    size, *flat = numbers(path)
    return [[Cost(c, 0) for c in flat[row * size : (row + 1) * size]] for row in range(size)]


def gap_optima(folder: Path, name: str) -> list[int]:
    """Return the published optimum of each problem of a file."""
    lines = (folder / "gapopt.txt").read_text("utf-8").splitlines()
    return next([int(word) for word in line.split()[1:]] for line in lines if line.startswith(f"{name} "))


def pmed_optima(folder: Path) -> dict[str, int]:
    """Return the published optima by name."""
    pairs = (line.split()[:2] for line in (folder / "pmedopt.txt").read_text("ascii").splitlines() if line.startswith("pmed"))
    return {name: int(value) for name, value in pairs}
