"""The best rounds against every way there is: who takes what, in which order, with which loads."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence

import pytest

from commandcenter.dispatch.rounds import Driver, Drop, Fleet, Round, best_rounds

PAUSE_MS = 5
TIERS = 2
Trips = list[tuple[int, tuple[int, ...]]]
Cost = tuple[int, ...]


def cost_of(driver: Driver, fleet: Fleet, drops: Sequence[Drop], trips: Trips) -> Cost | None:
    """Drive the trips by the clock: sum of arrivals by tier, then the time that the vehicle is busy; `None` where it cannot."""
    sums, clock, place = [0] * TIERS, driver.ready_ms, None
    for depot, order in trips:
        if sum(drops[n].weight_g for n in order) > fleet.load_g or sum(drops[n].volume_ml for n in order) > fleet.load_ml:
            return None
        legs = [driver.to_depot_ms[depot] if place is None else fleet.back_ms[place][depot], fleet.out_ms[depot][order[0]]]
        legs += [fleet.hop_ms[a][b] for a, b in itertools.pairwise(order)]
        if any(leg is None for leg in legs):
            return None
        clock += (legs[0] or 0) + PAUSE_MS
        for n, leg in zip(order, legs[1:], strict=True):
            clock += leg or 0
            sums[drops[n].tier] += clock
            clock += PAUSE_MS
        place = order[-1]
    return (*sums, clock - driver.ready_ms)


def cuts(order: Sequence[int], drops: Sequence[Drop]) -> Iterator[Trips]:
    """Cut an order of drops into loads in all ways: each from one depot."""
    if not order:
        yield []
    for count in range(1, len(order) + 1):
        if len({drops[n].depot for n in order[:count]}) == 1:
            yield from ([(drops[order[0]].depot, tuple(order[:count])), *rest] for rest in cuts(order[count:], drops))


def best_by_trying(drops: Sequence[Drop], fleets: Sequence[Fleet], drivers: Sequence[Driver]) -> Cost | None:
    """Try everything; `None` where not all drops can be brought."""
    found: list[Cost] = []
    for who in itertools.product(range(len(drivers)), repeat=len(drops)):
        whole: list[Cost] = []
        for v, driver in enumerate(drivers):
            mine = [n for n, taker in enumerate(who) if taker == v]
            ways = (trips for order in itertools.permutations(mine) for trips in cuts(order, drops))
            costs = [cost for trips in ways if (cost := cost_of(driver, fleets[driver.fleet], drops, trips)) is not None]
            whole += [min(costs)] if costs else []
        if len(whole) == len(drivers):
            found.append(tuple(sum(part) for part in zip(*whole, strict=True)))
    return min(found, default=None)


def total(made: Sequence[Round], drops: Sequence[Drop], fleets: Sequence[Fleet], drivers: Sequence[Driver]) -> Cost:
    costs = []
    for v, driver in enumerate(drivers):
        cost = cost_of(driver, fleets[driver.fleet], drops, [(one.depot, one.drops) for one in made if one.driver == v])
        assert cost is not None
        costs.append(cost)
    return tuple(sum(part) for part in zip(*costs, strict=True))


def problem(seed: int) -> tuple[list[Drop], list[Fleet], list[Driver]]:
    """A few drops, sorts of vehicles and vehicles; one way in ten is missing, times keep no triangle inequality."""
    chance = random.Random(seed)
    count, depots, sorts, cars = chance.randint(1, 5), chance.randint(1, 2), chance.randint(1, 2), chance.randint(1, 3)

    def table(rows: int, columns: int) -> list[list[int | None]]:
        return [[chance.randint(0, 50) if chance.random() < 0.9 else None for _ in range(columns)] for _ in range(rows)]

    drops = [Drop(chance.randrange(depots), chance.randrange(TIERS), chance.randint(1, 6), chance.randint(1, 6)) for _ in range(count)]
    fleets = [
        Fleet(chance.randint(5, 14), chance.randint(5, 14), table(depots, count), table(count, count), table(count, depots)) for _ in range(sorts)
    ]
    drivers = [Driver(chance.randrange(sorts), chance.randint(0, 30), table(1, depots)[0]) for _ in range(cars)]
    return drops, fleets, drivers


@pytest.mark.parametrize("block", range(4))
def test_no_other_rounds_are_better(block: int) -> None:
    solved = 0
    for seed in range(60 * block, 60 * block + 60):
        drops, fleets, drivers = problem(seed)
        made = best_rounds(drops, fleets, drivers, PAUSE_MS)
        brought = sorted(n for one in made for n in one.drops)
        best = best_by_trying(drops, fleets, drivers)
        assert (brought == list(range(len(drops)))) == (best is not None)
        if best is not None:
            assert total(made, drops, fleets, drivers) == best
            solved += 1
    assert solved >= 20


def test_who_waits_longest_is_not_traded_for_who_is_urgent() -> None:
    """One urgent drop far off comes before any number of near ones that can wait."""
    drops = [Drop(0, 0, 1, 1), *(Drop(0, 1, 1, 1) for _ in range(5))]
    far = [[0 if a == b else 10**9 if 0 in (a, b) else 1 for b in range(6)] for a in range(6)]
    fleet = Fleet(100, 100, [[10**9, 1, 1, 1, 1, 1]], far, [[10**9], *([[1]] * 5)])
    (first, *_) = best_rounds(drops, [fleet], [Driver(0, 0, [0])], 0)
    assert first.drops[0] == 0


def test_nothing_to_bring_and_nobody_to_bring_it() -> None:
    assert best_rounds([], [], [], 5) == []
    assert best_rounds([Drop(0, 0, 1, 1)], [], [], 5) == []
    heavy = Fleet(1, 1, [[1]], [[0]], [[1]])
    assert best_rounds([Drop(0, 0, 2, 1)], [heavy], [Driver(0, 0, [1])], 5) == []
