"""Rounds with the least driving: proven where they are few, as good where they are searched for, bounded, never over the hours."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest

from commandcenter.dispatch import trip_driving
from commandcenter.dispatch.trip_anneal import FAR_MS
from commandcenter.dispatch.trip_bound import least_driving_ms
from commandcenter.dispatch.trip_day import day_of, sooner
from commandcenter.dispatch.trip_driving import Hauler, least_driving
from commandcenter.dispatch.trip_few import exact_driving
from commandcenter.dispatch.trip_goal import NO_LIMIT_MS
from commandcenter.dispatch.trip_search import Bundle, Run, Times
from commandcenter.model.errors import Cancelled
from commandcenter.model.progress import CancelAfter

PAUSE_MS = 90
TIERS = 2
Days = Sequence[Sequence[Run]]


def problem(seed: int, loads: int) -> tuple[list[Bundle], list[Hauler], Times]:
    """Vehicles, depots and sites in a town; ways there and back differ, two loads may go to one site."""
    chance = random.Random(seed)
    cars, depots, sites = chance.randint(1, 3), chance.randint(1, 2), max(1, loads - chance.randint(0, 2))
    at = np.array([(chance.randrange(1000), chance.randrange(1000)) for _ in range(cars + depots + sites)])
    apart = at[:, None] - at[None]
    times = (np.abs(apart).sum(axis=2) + np.maximum(0, apart[:, :, 0]) // 2).astype(np.int64)  # uphill takes longer: no way round is shorter
    bundles = [
        Bundle(
            cars + chance.randrange(depots),
            cars + depots + chance.randrange(sites),
            chance.randrange(TIERS),
            chance.randint(1, 6),
            chance.randint(1, 6),
        )
        for _ in range(loads)
    ]
    return bundles, [Hauler(0, n, n, chance.randint(6, 12), chance.randint(6, 12), NO_LIMIT_MS) for n in range(cars)], times


def check(bundles: Sequence[Bundle], haulers: Sequence[Hauler], times: Times, days: Days) -> tuple[tuple[int, ...], int]:
    """Return how many of each tier are left and how long is driven, after a look at every load and clock."""
    driven, left = 0, [0] * TIERS
    for hauler, runs in zip(haulers, days, strict=True):
        place = hauler.place
        clock = 0
        for run in runs:
            assert run.bundles and {bundles[n].depot for n in run.bundles} == {run.depot}
            assert sum(bundles[n].weight_g for n in run.bundles) <= hauler.load_g
            assert sum(bundles[n].volume_ml for n in run.bundles) <= hauler.load_ml
            stops = [run.depot, *(site for site, _ in itertools.groupby(bundles[n].site for n in run.bundles))]
            clock += PAUSE_MS * len(stops)
            for target in stops:
                driven, clock, place = driven + int(times[place, target]), clock + int(times[place, target]), target
        driven, clock = driven + int(times[place, hauler.home]), clock + int(times[place, hauler.home])
        assert not runs or clock <= hauler.most_ms
        assert driven < FAR_MS
    done = [n for runs in days for run in runs for n in run.bundles]
    assert len(done) == len(set(done))
    for n, bundle in enumerate(bundles):
        left[bundle.tier] += n not in done
    return tuple(left), driven


def ways_to_cut(order: Sequence[int], bundles: Sequence[Bundle], hauler: Hauler) -> Iterator[list[Run]]:
    if not order:
        yield []
    for count in range(1, len(order) + 1):
        first = order[:count]
        fits = sum(bundles[n].weight_g for n in first) <= hauler.load_g and sum(bundles[n].volume_ml for n in first) <= hauler.load_ml
        if fits and len({bundles[n].depot for n in first}) == 1:
            yield from ([Run(bundles[first[0]].depot, list(first)), *rest] for rest in ways_to_cut(order[count:], bundles, hauler))


def best_by_trying(bundles: Sequence[Bundle], haulers: Sequence[Hauler], times: Times) -> tuple[tuple[int, ...], int]:
    """Try every way there is; within the hours."""
    alone: list[dict[frozenset[int], int]] = []
    for hauler in haulers:
        costs: dict[frozenset[int], int] = {}
        for count in range(len(bundles) + 1):
            for order in itertools.permutations(range(len(bundles)), count):
                for runs in ways_to_cut(order, bundles, hauler):
                    day = day_of(bundles, hauler, times, PAUSE_MS, runs, TIERS)
                    if day.busy_ms <= hauler.most_ms:
                        costs[frozenset(order)] = min(day.drive_ms, costs.get(frozenset(order), FAR_MS))
        alone.append(costs)
    found = []
    for who in itertools.product(range(-1, len(haulers)), repeat=len(bundles)):
        parts = [frozenset(n for n, taker in enumerate(who) if taker == v) for v in range(len(haulers))]
        if all(part in alone[v] for v, part in enumerate(parts)):
            left = [sum(taker < 0 and bundles[n].tier == tier for n, taker in enumerate(who)) for tier in range(TIERS)]
            found.append((tuple(left), sum(alone[v][part] for v, part in enumerate(parts))))
    return min(found)


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few steps do for small problems."""
    monkeypatch.setattr(trip_driving, "STEPS", 10_000)
    monkeypatch.setattr(trip_driving, "LEAST_STEPS", 10_000)


@pytest.mark.parametrize("seed", range(30))
def test_few_loads_are_driven_with_the_least_driving_there_is_and_the_search_finds_it_too(seed: int) -> None:
    bundles, haulers, times = problem(seed, 4)
    best = best_by_trying(bundles, haulers, times)
    exact = exact_driving(bundles, haulers, [times], PAUSE_MS)
    assert exact is not None and check(bundles, haulers, times, exact) == best
    assert check(bundles, haulers, times, least_driving(bundles, haulers, [times], PAUSE_MS)) == best


@pytest.mark.parametrize("seed", range(30, 60))
def test_nobody_is_out_longer_than_the_hours_and_the_urgent_are_served_first(seed: int) -> None:
    bundles, haulers, times = problem(seed, 4)
    free = check(bundles, haulers, times, least_driving(bundles, haulers, [times], PAUSE_MS))
    haulers = [replace(h, most_ms=(free[1] + 8 * PAUSE_MS) // (2 * len(haulers))) for h in haulers]
    days = exact_driving(bundles, haulers, [times], PAUSE_MS) or least_driving(bundles, haulers, [times], PAUSE_MS)
    left, driven = check(bundles, haulers, times, days)
    best_left, best_ms = best_by_trying(bundles, haulers, times)
    assert left == best_left and best_ms <= driven <= 1.05 * best_ms


@pytest.mark.parametrize("seed", range(12))
def test_no_rounds_are_below_the_bound(seed: int) -> None:
    bundles, haulers, times = problem(seed, 6)
    exact = exact_driving(bundles, haulers, [times], PAUSE_MS)
    assert exact is not None
    left, driven = check(bundles, haulers, times, exact)
    brought = [bundles[n] for runs in exact for run in runs for n in run.bundles]
    bound = least_driving_ms(brought, haulers, [times], driven)
    assert bound <= driven
    assert bound >= driven // 3 or any(left)
    assert least_driving_ms(brought, haulers, [times], 2 * driven) <= driven  # however bad the plan that is known


def test_many_loads_go_once_each_the_same_way_every_time_and_searching_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    bundles, haulers, times = problem(2, 60)
    days = least_driving(bundles, haulers, [times], PAUSE_MS)
    left, driven = check(bundles, haulers, times, days)
    assert not any(left)
    assert days == least_driving(bundles, haulers, [times], PAUSE_MS)
    monkeypatch.setattr(trip_driving, "LEAST_STEPS", 0)
    monkeypatch.setattr(trip_driving, "STEPS", 0)
    assert driven < check(bundles, haulers, times, least_driving(bundles, haulers, [times], PAUSE_MS))[1]


def test_what_nobody_can_bring_is_in_no_run() -> None:
    times = np.full((4, 4), FAR_MS, np.int64)
    np.fill_diagonal(times, 0)
    times[0, 1] = times[1, 2] = times[2, 1] = times[2, 0] = 10
    fits, heavy, cut_off = Bundle(1, 2, 0, 5, 1), Bundle(1, 2, 0, 9, 1), Bundle(1, 3, 0, 1, 1)
    car = Hauler(0, 0, 0, 8, 9, NO_LIMIT_MS)
    for solve in (least_driving, exact_driving):
        days = solve([heavy, cut_off, fits, fits], [car], [times], PAUSE_MS)
        assert days is not None and sorted(run.bundles for run in days[0]) == [[2], [3]]
    assert least_driving([fits], [], [times], PAUSE_MS) == []
    assert least_driving([], [car], [times], PAUSE_MS) == [[]]
    assert least_driving([fits], [replace(car, most_ms=-5)], [times], PAUSE_MS) == [[]]
    times[2, 0] = FAR_MS
    assert least_driving([fits], [car], [times], PAUSE_MS) == [[]]  # it could not come back


def test_it_stops_when_nobody_waits_for_it() -> None:
    bundles, haulers, times = problem(1, 30)
    watches = CancelAfter(2), CancelAfter(2)
    with pytest.raises(Cancelled):
        least_driving(bundles, haulers, [times], PAUSE_MS, watches[0])
    with pytest.raises(Cancelled):
        least_driving_ms(bundles, haulers, [times], 10**9, watches[1])
    assert [watch.left for watch in watches] == [-1, -1]  # not asked again


def test_the_urgent_come_sooner_where_that_costs_no_driving() -> None:
    """There and back on one street: the far place is urgent, and both ways round are equally long."""
    at = [0, 2, 5]
    times = np.array([[abs(a - b) for b in at] for a in at], np.int64)
    bundles, car = [Bundle(0, 1, 1, 1, 1), Bundle(0, 2, 0, 1, 1), Bundle(0, 2, 1, 1, 1)], Hauler(0, 0, 0, 2, 2, NO_LIMIT_MS)
    turned = sooner(bundles, car, times, 1, [Run(0, [2]), Run(0, [0, 1])], 2)
    assert turned == [Run(0, [1, 0]), Run(0, [2])]
    before, after = (day_of(bundles, car, times, 1, runs, 2) for runs in ([Run(0, [2]), Run(0, [0, 1])], turned))
    assert after.drive_ms == before.drive_ms == 20 and after.sums_ms < before.sums_ms


def test_nothing_is_turned_round_so_that_it_cannot_drive_home() -> None:
    times = np.array([[0, 5, 5], [5, 0, 5], [FAR_MS, 5, 0]], np.int64)  # no way leads home from the last place
    bundles, car = [Bundle(0, 1, 0, 1, 1), Bundle(0, 2, 1, 1, 1)], Hauler(0, 0, 0, 2, 2, NO_LIMIT_MS)
    assert sooner(bundles, car, times, 1, [Run(0, [1, 0])], 2) == [Run(0, [1, 0])]
    assert least_driving(bundles, [car], [times], PAUSE_MS) == [[Run(0, [1, 0])]]
