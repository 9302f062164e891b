"""Exact assignment of units to slots, objective after objective, never by weights.

Order of objectives: for each tier in turn the number of slots left unfilled, then the sum of costs;
at last the sum of the second costs (distance). Each stage is a linear assignment problem
(`scipy.optimize.linear_sum_assignment`, after Jonker & Volgenant 1987). Its optimal dual marks the cells
that some optimum uses (complementary slackness); the next stage may use only those, so it chooses
among all optima of the stages before and never gives any of them up. All figures are whole numbers
below 2^53, so the arithmetic is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = np.inf
Matrix = NDArray[np.float64]


class Cost(NamedTuple):
    """What it costs to fill a slot with a unit; whole numbers."""

    first: int
    """e.g. milliseconds until arrival."""
    second: int
    """Breaks ties of the whole, e.g. decimetres by road."""


def assign(costs: Sequence[Sequence[Cost | None]], tiers: Sequence[int]) -> list[int | None]:
    """Return for each row (slot) the column (unit) that fills it, or `None`.

    `costs[row][column]` is `None` where the unit cannot fill the slot; `tiers[row]` is 1 for the most
    urgent. Same input, same answer.
    """
    from scipy.optimize import linear_sum_assignment  # a third of a second that the start of the desk does not need

    rows = len(costs)
    columns = len(costs[0]) if rows else 0
    if rows == 0 or columns == 0:
        return [None] * rows
    separate = _each_its_best(costs)
    if separate is not None:
        return separate
    size = rows + columns  # every row may stay empty (own dummy column), every column may stay unused (dummy row)
    allowed = _allowed(costs, rows, columns)
    match = np.arange(size)
    for objective in _objectives(costs, tiers, rows, columns):
        stage = np.where(allowed, objective, FORBIDDEN)
        _, match = linear_sum_assignment(stage)
        allowed &= _tight(stage, match)
    return [int(match[row]) if match[row] < columns else None for row in range(rows)]


def _each_its_best(costs: Sequence[Sequence[Cost | None]]) -> list[int | None] | None:
    """Return each row's own best column where no two rows want the same: then no objective can be lower. Else `None`."""
    best = [min((cell, column) for column, cell in enumerate(row) if cell is not None)[1] if any(row) else None for row in costs]
    wanted = [column for column in best if column is not None]
    return best if len(set(wanted)) == len(wanted) else None


def _allowed(costs: Sequence[Sequence[Cost | None]], rows: int, columns: int) -> NDArray[np.bool_]:
    size = rows + columns
    allowed = np.ones((size, size), dtype=bool)
    allowed[:rows, :columns] = [[cell is not None for cell in row] for row in costs]
    allowed[:rows, columns:] = np.eye(rows, dtype=bool)
    return allowed


def _objectives(costs: Sequence[Sequence[Cost | None]], tiers: Sequence[int], rows: int, columns: int) -> list[Matrix]:
    first = np.array([[0 if cell is None else cell.first for cell in row] for row in costs], dtype=np.float64)
    second = np.array([[0 if cell is None else cell.second for cell in row] for row in costs], dtype=np.float64)
    tier_of = np.asarray(tiers)
    size = rows + columns
    objectives = []
    for tier in sorted(set(tiers)):
        mine = np.flatnonzero(tier_of == tier)
        unfilled, cost = np.zeros((size, size)), np.zeros((size, size))
        unfilled[mine, columns:] = 1.0
        cost[mine, :columns] = first[mine]
        objectives += [unfilled, cost]
    tie = np.zeros((size, size))
    tie[:rows, :columns] = second
    return [*objectives, tie]


def _tight(stage: Matrix, match: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return the cells with reduced cost zero under an optimal dual: the union of all optimal assignments lies in them.

    The dual of the columns is the shortest distance in the graph whose arcs lead from a row's matched
    column to every other column it may use (Bellman–Ford; an optimum has no negative cycle).
    """
    own = stage[np.arange(len(match)), match]
    arcs = stage - own[:, None]  # arcs[r, c]: from column match[r] to column c
    price = np.zeros(len(match))
    while True:
        better = np.minimum(price, (price[match][:, None] + arcs).min(axis=0))
        if np.array_equal(better, price):
            break
        price = better
    reduced = arcs + price[match][:, None] - price[None, :]
    return np.asarray(reduced == 0.0)
