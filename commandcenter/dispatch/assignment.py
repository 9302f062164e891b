"""Exact assignment of units to slots, objective after objective, never by weights that could blur them.

Order of objectives: for each tier in turn the number of slots left unfilled, then the sum of costs; where the caller asks for it the
latest of several tiers (`Filling.hasten`, a bottleneck assignment by threshold among the optima so far); at last the sum of the
second costs (distance). Each stage is a linear assignment problem (`scipy.optimize.linear_sum_assignment`, after Jonker &
Volgenant 1987) over the slots of one tier and those before it that are still open to choice. Its optimal dual marks the cells
that some optimum uses (complementary slackness): a slot with a single such cell is settled, the others keep theirs for the
stages that follow, so a later tier chooses among all optima of the earlier ones and never gives any of them up.

Costs are asked for piece by piece, cheapest first. What has not been asked for costs at least as much as the last answer; the
dual says when that is too much to matter, so the optimum is proven without measuring every way (column generation by bounds).
All figures are whole numbers below 2^53, so the arithmetic is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from commandcenter.model.errors import BugError

FORBIDDEN = np.inf
EXACT = 2.0**53
"""Whole numbers below this are exact in double precision."""


class Cost(NamedTuple):
    """What it costs to fill a slot with a unit; whole numbers."""

    first: int
    """e.g. milliseconds until arrival."""
    second: int
    """Breaks ties of the whole, e.g. decimetres by road."""


Priced = tuple[int, Cost]
"""A column with what it costs."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A slot, or several that are alike in everything: those share one row."""

    columns: frozenset[int]
    """Who may fill it."""
    cheapest: Callable[[frozenset[int], int], Sequence[Priced]]
    """Return the so many cheapest of these columns, cheapest first; fewer when no more of them can."""
    start: int = 2
    """How many to ask for at first."""


@dataclass(slots=True)
class _Open:
    """A slot that is not settled."""

    row: Row
    cells: dict[int, Cost] = field(default_factory=dict)
    """What has been asked for; after its own stage: what some optimum uses."""
    may_stay_empty: bool = True
    asked: int = 0
    least: float = np.inf
    """Nobody who is not in `cells` costs less."""

    def like(self, other: _Open) -> None:
        """Learn what another slot of the same row has learnt."""
        self.cells, self.asked, self.least = dict(other.cells), other.asked, other.least

    def cheaper(self, limit: int) -> dict[int, Cost]:
        """Return what costs no more."""
        return {column: cost for column, cost in self.cells.items() if cost.first <= limit}

    def ask(self, free: Collection[int], count: int, most: int) -> None:
        """Learn the `count` cheapest; with `most` of them it knows enough."""
        count = min(count, most)
        pool = self.row.columns.intersection(free)
        found = self.row.cheapest(pool, count) if pool else ()
        self.cells, self.asked = dict(found), count
        self.least = found[-1][1].first if len(found) >= count < most and len(found) < len(pool) else np.inf


class Filling:
    """Slots filled tier by tier. One thread."""

    def __init__(self, columns: Iterable[int], slots: int) -> None:
        """All columns are free. `slots`: how many there are in all tiers.

        No slot needs more than so many of its cheapest columns: all others together cannot use all of them.
        """
        self.free = set(columns)
        self._slots = slots
        self.chosen: dict[int, int | None] = {}
        """By the slot's number; settled ones."""
        self._open: dict[int, _Open] = {}
        self._first: dict[int, int] = {}
        """What settled slots cost."""
        self._needed: set[int] = set()
        """Columns that the open slots use in every optimum so far: no later slot may have them."""

    def tier(self, rows: Iterable[tuple[int, Row]]) -> None:
        """Add the slots of the next tier, each with its number."""
        fresh = {number: _Open(row) for number, row in rows}
        pool = frozenset(self.free - self._needed)
        asked: dict[int, _Open] = {}
        for one in fresh.values():
            if id(one.row) in asked:
                one.like(asked[id(one.row)])
            else:
                one.ask(pool, one.row.start, self._slots)
                asked[id(one.row)] = one
        if self._open or not self._each_its_best(fresh):
            while fresh and not self._solve(fresh, pool):
                continue

    def hasten(self, numbers: Collection[int]) -> None:
        """Make the dearest of these slots, of the tiers so far, as cheap as it can be without giving up anything that was reached."""
        settled = max((self._first[n] for n in numbers if n in self._first), default=-1)
        mine = [one for n, one in self._open.items() if n in numbers]
        limits = sorted({max(settled, cost.first) for one in mine for cost in one.cells.values()})
        if len(limits) < 2:
            return
        low, high = 0, len(limits) - 1  # the last limit shuts nothing out
        while low < high:
            middle = (low + high) // 2
            if self._within(numbers, limits[middle]) is None:
                low = middle + 1
            else:
                high = middle
        stage = self._within(numbers, limits[high]) if high < len(limits) - 1 else None
        if stage is not None:
            self._keep(stage)

    def _within(self, numbers: Collection[int], limit: int) -> _Stage | None:
        """Return an optimum so far in which none of these slots costs more; `None` where there is none."""
        slots = {n: replace(one, cells=one.cheaper(limit)) if n in numbers else one for n, one in self._open.items()}
        if not all(one.cells or one.may_stay_empty for one in slots.values()):
            return None
        stage = _Stage(slots)
        stage.add(lambda column, _: float(column not in self._needed), 1.0)
        try:
            stage.solve()
        except ValueError:  # not every slot can have what it needs
            return None
        return stage if stage.cost == len(slots) - len(self._needed) else None

    def settle(self) -> None:
        """Decide what is still open by the second costs."""
        if self._open:
            stage = _Stage(self._open)
            stage.add(lambda _, cost: cost.second, 0.0)
            if self._needed:
                stage.add(lambda column, _: float(column not in self._needed), 1.0)
            stage.solve()
            for number, column in stage.match.items():
                self._take(number, column, self._open[number])

    def take(self, column: int) -> None:
        """Give a column away beside the slots; call it when nothing is open."""
        self.free.discard(column)

    def _each_its_best(self, fresh: dict[int, _Open]) -> bool:
        """Settle slots of which each has a cheapest column of its own; `False` where they compete or could do with another as well.

        Those of one row share its cheapest ones.
        """
        alike: dict[int, list[int]] = {}
        for number, one in fresh.items():
            alike.setdefault(id(one.row), []).append(number)
        best: dict[int, int | None] = {}
        for numbers in alike.values():
            one, count = fresh[numbers[0]], len(numbers)
            order = sorted((cost.first, column) for column, cost in one.cells.items())
            if len(order) < count and one.least < np.inf:
                return False
            others = order[count][0] if len(order) > count else one.least
            if order and others <= order[:count][-1][0]:
                return False
            columns = [column for _, column in order[:count]]
            best.update(zip(numbers, [*columns, *[None] * (count - len(columns))], strict=True))
        wanted = [column for column in best.values() if column is not None]
        if len(set(wanted)) < len(wanted):
            return False
        for number, column in best.items():
            self._take(number, column, fresh[number])
        return True

    def _solve(self, fresh: dict[int, _Open], pool: frozenset[int]) -> bool:
        """Solve one stage on what is known; `False` when more has to be asked for first."""
        stage = _Stage({**self._open, **fresh})
        stage.add(lambda _, cost: cost.first, 0.0, only=fresh)
        stage.add(lambda *_: 0.0, 1.0, only=fresh)
        if self._needed:
            stage.add(lambda column, _: float(column not in self._needed), 1.0, only=self._open)
        if stage.most >= EXACT and self._open:
            self.settle()
            return self._solve(fresh, pool & self.free)
        stage.solve()
        short = [n for n, one in fresh.items() if not stage.proven(n, one, pool)]
        for n in short:
            fresh[n].ask(pool, fresh[n].asked * 4, self._slots)
        if not short:
            self._keep(stage)
        return not short

    def _keep(self, stage: _Stage) -> None:
        """Settle who has one choice left, again and again; keep the others' choices."""
        self._open = stage.slots
        stage.drop_unused()
        while single := [n for n, one in self._open.items() if len(one.cells) + one.may_stay_empty == 1]:
            for n in single:
                self._take(n, stage.match[n], self._open[n])
        self._needed = stage.needed & self.free if self._open else set()

    def _take(self, number: int, column: int | None, slot: _Open) -> None:
        self.chosen[number] = column
        if column is not None:
            self._first[number] = slot.cells[column].first
        self._open = {n: one for n, one in self._open.items() if n != number}
        if column is not None:
            self.free.discard(column)
            for other in self._open.values():
                other.cells.pop(column, None)


class _Stage:
    """One linear assignment problem: slots × (columns, and for each slot a dummy that leaves it empty)."""

    def __init__(self, slots: dict[int, _Open]) -> None:
        self.slots = slots
        self._columns = sorted({c for one in slots.values() for c in one.cells})
        self._place = {c: j for j, c in enumerate(self._columns)}
        self._row = {n: i for i, n in enumerate(slots)}
        size = (len(slots), len(self._columns) + len(slots))
        self._allowed = np.zeros(size, bool)
        for i, one in enumerate(slots.values()):
            self._allowed[i, [self._place[c] for c in one.cells]] = True
            self._allowed[i, len(self._columns) + i] = one.may_stay_empty
        self._cost = np.zeros(size)
        self.most = 1.0
        """One more than the costs can add up to."""
        self.match: dict[int, int | None] = {}
        self.cost = 0.0
        """Of the optimum."""

    def add(self, cost: Callable[[int, Cost], float], empty: float, only: Mapping[int, _Open] | None = None) -> None:
        """Add an objective that weighs more than all before it can add up to; it counts for these slots, or for all."""
        worth, most = self.most, 0.0
        for n in self.slots if only is None else only:
            i, one = self._row[n], self.slots[n]
            costs = [cost(c, known) for c, known in one.cells.items()]
            self._cost[i, [self._place[c] for c in one.cells]] += np.array(costs) * worth
            self._cost[i, len(self._columns) + i] += empty * worth
            most += max([*costs, empty if one.may_stay_empty else 0.0])
        self.most = worth * (most + 1)

    def solve(self) -> None:
        """Find an optimum and an optimal dual. Raises `ValueError` where not every slot can have what it needs.

        The dual of the columns is the shortest distance in the graph whose arcs lead from a slot's matched
        column to every other column it may use (Bellman–Ford; an optimum has no negative cycle). It is never
        above zero, and zero where some optimum leaves the column free.
        """
        from scipy.optimize import linear_sum_assignment  # a third of a second that the start of the desk does not need

        if self.most >= EXACT:
            raise BugError(f"{len(self.slots)} slots are too many for an exact assignment")
        cost = np.where(self._allowed, self._cost, FORBIDDEN)
        _, match = linear_sum_assignment(cost)
        own = cost[np.arange(len(match)), match]
        arcs = cost - own[:, None]  # arcs[i, j]: from column match[i] to column j
        price = np.zeros(cost.shape[1])
        while True:
            better = np.minimum(price, (price[match][:, None] + arcs).min(axis=0))
            if np.array_equal(better, price):
                break
            price = better
        self._price, self._worth = price, own - price[match]
        self._tight = arcs + price[match][:, None] - price[None, :] == 0.0
        self.match = {n: self._columns[c] if c < len(self._columns) else None for n, c in zip(self.slots, match.tolist(), strict=True)}
        self.cost = float(own.sum())

    @property
    def needed(self) -> set[int]:
        """Return the columns that every optimum uses."""
        return {c for c, price in zip(self._columns, self._price.tolist(), strict=False) if price < 0}

    def proven(self, number: int, one: _Open, pool: frozenset[int]) -> bool:
        """Return whether nobody of the pool who has not been asked for could fill a slot in any optimum."""
        spare = one.least - self._worth[self._row[number]]
        if spare > 0:
            return True
        prices = (float(self._price[self._place[c]]) if c in self._place else 0.0 for c in one.row.columns & pool if c not in one.cells)
        return bool(spare > max(prices, default=-np.inf))

    def drop_unused(self) -> None:
        """Leave each slot only what some optimum uses."""
        for n, one in self.slots.items():
            i = self._row[n]
            one.cells = {c: cost for c, cost in one.cells.items() if self._tight[i, self._place[c]]}
            one.may_stay_empty = bool(self._tight[i, len(self._columns) + i])


def assign(costs: Sequence[Sequence[Cost | None]], tiers: Sequence[int]) -> list[int | None]:
    """Return for each row (slot) the column (unit) that fills it, or `None`.

    `costs[row][column]` is `None` where the unit cannot fill the slot; `tiers[row]` is 1 for the most
    urgent. Same input, same answer.
    """
    rows = [row_of(row) for row in costs]
    return fill(rows, tiers)


def warm_up() -> None:
    """Load the solver, so that no dispatcher waits for it; takes half a second, in any thread."""
    assign([[Cost(1, 0), Cost(2, 0)]] * 2, [1, 1])  # both want the first: who gets it has to be solved


def fill(rows: Sequence[Row], tiers: Sequence[int]) -> list[int | None]:
    """Return for each slot the column that fills it, or `None`: all tiers one after the other."""
    best = [row.cheapest(row.columns, 1) if row.columns else () for row in rows]
    wanted = [one[0][0] for one in best if one]
    if len(set(wanted)) == len(wanted):  # each has its own best: then no objective can be lower
        return [one[0][0] if one else None for one in best]
    filling = Filling({c for row in rows for c in row.columns}, len(rows))
    for tier in sorted(set(tiers)):
        filling.tier((n, row) for n, row in enumerate(rows) if tiers[n] == tier)
    filling.settle()
    return [filling.chosen[n] for n in range(len(rows))]


def row_of(costs: Sequence[Cost | None]) -> Row:
    """Return a slot of which every cost is known, `None` where a column cannot fill it."""
    cells = sorted((cost, c) for c, cost in enumerate(costs) if cost is not None)

    def cheapest(columns: frozenset[int], count: int) -> list[Priced]:
        return [(c, cost) for cost, c in cells if c in columns][:count]

    return Row(frozenset(c for _, c in cells), cheapest, max(1, len(cells)))
