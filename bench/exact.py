"""The same questions answered by other means: roads by networkx, assignments by integer programmes. A single difference ends the run."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from bench.road_graphs import heidelberg
from bench.row import Row
from commandcenter.dispatch.assignment import Cost, Filling, assign, row_of
from commandcenter.dispatch.solve import Floats, Programme, minimise
from commandcenter.geo.roads.profiles import default_profiles
from tests.unit.geo.roads.test_against_networkx import ORIGINS, TARGETS, compare, some_closures

CASES = 120
VEHICLES = ("ambulance", "heavy_truck", "foot")
Costs = list[list[Cost | None]]


def rows(quick: bool) -> list[Row]:
    """Compare; the roads only where the data are."""
    cases = CASES // 10 if quick else CASES
    return [*_roads(quick), _tiers(cases), _latest(cases)]


def _roads(quick: bool) -> list[Row]:
    """Ask for the way between random places: turn rules and one-ways always, closures every second time."""
    network = heidelberg()
    if network is None:
        return []
    found = []
    for seed, name in enumerate(VEHICLES[: 1 if quick else None]):
        for shut, words in (({}, ""), (some_closures(network.graph, seed), ", 1 % of the roads closed")):
            start = time.perf_counter()
            reachable = compare(network.graph, default_profiles()[name], shut, seed)
            asked = TARGETS * ORIGINS
            said = f"{reachable} with a way; both in {time.perf_counter() - start:.3g} s"
            found.append(Row(f"{asked:,} random queries, Heidelberg, {name}{words}: equal to networkx", 100.0, "%", said, None, "all", True))
    return found


def _tiers(cases: int) -> Row:
    """Fill slots of three tiers from units, and compare every objective in turn with what HiGHS proves."""
    start = time.perf_counter()
    for seed in range(cases):
        costs, tiers = _case(seed)
        ours, theirs = _score(costs, tiers, assign(costs, tiers)), _proven(costs, tiers)
        if ours != theirs:
            raise AssertionError(f"case {seed}: {ours} is not {theirs}")
    said = f"both in {time.perf_counter() - start:.3g} s"
    return Row(f"{cases} assignments in three tiers: every objective equal to the integer programmes'", 100.0, "%", said, None, "all", True)


def _latest(cases: int) -> Row:
    """Fill slots of two tiers, bring the latest of both forward, and compare with the integer programme of every smaller limit."""
    start, sooner = time.perf_counter(), 0
    for seed in range(cases):
        costs, tiers = _case(seed, tiers=2)
        filling = Filling(range(len(costs[0])), len(costs))
        for tier in (1, 2):
            filling.tier((n, row_of(row)) for n, row in enumerate(costs) if tiers[n] == tier)
        filling.hasten(range(len(costs)))
        filling.settle()
        ours = [filling.chosen[n] for n in range(len(costs))]
        latest, first = _latest_of(costs, ours), _latest_of(costs, assign(costs, tiers))
        sooner += latest < first
        wanted = _score(costs, tiers, ours)[:-1]
        limited = [[cell if cell is not None and cell.first < latest else None for cell in row] for row in costs]
        if wanted != _proven(costs, tiers)[:-1] or _proven(limited, tiers)[:-1] == wanted:
            raise AssertionError(f"case {seed}: the latest of {ours} could be sooner")
    said = f"sooner than without in {sooner}; both in {time.perf_counter() - start:.3g} s"
    return Row(f"{cases} assignments, the latest of two tiers: no sooner one by integer programmes", 100.0, "%", said, None, "all", True)


def _latest_of(costs: Costs, chosen: Sequence[int | None]) -> int:
    return max((cell.first for n, unit in enumerate(chosen) if (cell := _cell(costs, n, unit)) is not None), default=0)


def _case(seed: int, tiers: int = 3) -> tuple[Costs, list[int]]:
    """Return costs of slots × units and the slots' tiers; every second case is full of ties."""
    chance = random.Random(seed)
    slots, units, most = chance.randint(4, 12), chance.randint(4, 16), 4 if seed % 2 else 900
    costs = [[Cost(chance.randint(0, most), chance.randint(0, most)) if chance.random() < 0.7 else None for _ in range(units)] for _ in range(slots)]
    return costs, [chance.randint(1, tiers) for _ in range(slots)]


def _score(costs: Costs, tiers: Sequence[int], chosen: Sequence[int | None]) -> list[int]:
    parts = []
    for tier in sorted(set(tiers)):
        mine = [n for n, t in enumerate(tiers) if t == tier]
        parts += [sum(chosen[n] is None for n in mine), sum(cell.first for n in mine if (cell := _cell(costs, n, chosen[n])) is not None)]
    return [*parts, sum(cell.second for n in range(len(tiers)) if (cell := _cell(costs, n, chosen[n])) is not None)]


def _cell(costs: Costs, slot: int, unit: int | None) -> Cost | None:
    return None if unit is None else costs[slot][unit]


def _proven(costs: Costs, tiers: Sequence[int]) -> list[int]:
    """Return the objectives' values, one after the other: x for each cell, and one for each slot that stays empty."""
    slots, units = len(costs), len(costs[0])
    cells = [(n, unit, cell) for n in range(slots) for unit, cell in enumerate(costs[n]) if cell is not None]
    one_each = np.zeros((slots + units, len(cells) + slots))
    for column, (n, unit, _) in enumerate(cells):
        one_each[n, column] = one_each[slots + unit, column] = 1
    one_each[np.arange(slots), len(cells) + np.arange(slots)] = 1
    low, high = np.concatenate([np.ones(slots), np.zeros(units)]), np.ones(slots + units)
    objectives: list[Floats] = []
    for tier in sorted(set(tiers)):
        objectives.append(np.array([0.0] * len(cells) + [float(t == tier) for t in tiers]))
        objectives.append(np.array([float(cell.first) if tiers[n] == tier else 0.0 for n, _, cell in cells] + [0.0] * slots))
    objectives.append(np.array([float(cell.second) for *_, cell in cells] + [0.0] * slots))
    solved = minimise(Programme(csr_array(one_each), low, high, np.ones(len(cells) + slots), whole=True), objectives)
    if not solved.proven:
        raise AssertionError("an integer programme was not solved")
    return [round(value) for value in solved.values]
