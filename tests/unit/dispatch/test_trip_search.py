"""Good rounds for many loads: right in every respect, hardly worse than the best where that is known, always at an end."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest

from commandcenter.dispatch import trip_search
from commandcenter.dispatch.rounds import Driver, Drop, Fleet, best_rounds
from commandcenter.dispatch.trip_search import FAR_MS, Bundle, Carter, Run, Times, good_runs
from commandcenter.model.errors import Cancelled
from commandcenter.model.progress import CancelAfter

PAUSE_MS = 900
TIERS = 3


def problem(seed: int, loads: int) -> tuple[list[Bundle], list[Carter], Times]:
    """Vehicles, depots and sites on a plane; two loads may go to one site."""
    chance = random.Random(seed)
    cars, depots, sites = chance.randint(1, 3), chance.randint(1, 3), max(1, loads - chance.randint(0, 2))
    at = np.array([(chance.randrange(1000), chance.randrange(1000)) for _ in range(cars + depots + sites)])
    times = np.abs(at[:, None] - at[None]).sum(axis=2).astype(np.int64)
    bundles = [
        Bundle(cars + chance.randrange(depots), cars + depots + chance.randrange(sites), chance.randrange(TIERS), chance.randint(1, 6), 1)
        for _ in range(loads)
    ]
    return bundles, [Carter(0, n, chance.randint(6, 15), 99) for n in range(cars)], times


def sums(bundles: Sequence[Bundle], carters: Sequence[Carter], times: Times, days: Sequence[Sequence[Run]]) -> tuple[int, ...]:
    """Drive by the clock: sum of arrivals by tier; checks what is carried."""
    found = [0] * TIERS
    for carter, runs in zip(carters, days, strict=True):
        clock, place = 0, carter.place
        for run in runs:
            assert run.bundles and {bundles[n].depot for n in run.bundles} == {run.depot}
            assert sum(bundles[n].weight_g for n in run.bundles) <= carter.load_g
            clock, place = clock + int(times[place, run.depot]) + PAUSE_MS, run.depot
            for n in run.bundles:
                if bundles[n].site != place:
                    clock, place = clock + int(times[place, bundles[n].site]) + PAUSE_MS, bundles[n].site
                found[bundles[n].tier] += clock - PAUSE_MS
    return tuple(found)


def best(bundles: Sequence[Bundle], carters: Sequence[Carter], times: Times) -> list[list[Run]]:
    """Return what the exact search finds."""
    depots, places = sorted({b.depot for b in bundles}), [b.site for b in bundles]
    drops = [Drop(depots.index(b.depot), b.tier, b.weight_g, b.volume_ml) for b in bundles]

    def table(origins: Sequence[int], targets: Sequence[int]) -> list[list[int | None]]:
        return [[int(times[a, b]) for b in targets] for a in origins]

    hops: list[list[int | None]] = [[-PAUSE_MS if a == b else int(times[a, b]) for b in places] for a in places]
    fleets = [Fleet(c.load_g, c.load_ml, table(depots, places), hops, table(places, depots)) for c in carters]
    drivers = [Driver(n, 0, table([c.place], depots)[0]) for n, c in enumerate(carters)]
    days: list[list[Run]] = [[] for _ in carters]
    for one in best_rounds(drops, fleets, drivers, PAUSE_MS):
        days[one.driver].append(Run(depots[one.depot], list(one.drops)))
    return days


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of the steps that a small problem has, so that the tests take seconds."""
    monkeypatch.setattr(trip_search, "MOST_STEPS", 40)


def test_hardly_worse_than_the_best() -> None:
    """Never better than what is proven, tier by tier, and nearly as good."""
    found_ms = best_ms = equal = 0
    for seed in range(24):
        bundles, carters, times = problem(seed, 5)
        if max(b.weight_g for b in bundles) > max(c.load_g for c in carters):
            continue
        found = sums(bundles, carters, times, good_runs(bundles, carters, [times], PAUSE_MS))
        proven = sums(bundles, carters, times, best(bundles, carters, times))
        assert found >= proven
        equal += found == proven
        found_ms, best_ms = found_ms + sum(found), best_ms + sum(proven)
    assert equal >= 16 and found_ms <= 1.02 * best_ms


@pytest.mark.parametrize("seed", range(2))
def test_many_loads_go_once_each_the_urgent_first_and_searching_helps(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    bundles, carters, times = problem(seed, 40)
    days = good_runs(bundles, carters, [times], PAUSE_MS)
    assert sorted(n for runs in days for run in runs for n in run.bundles) == list(range(40))
    assert days == good_runs(bundles, carters, [times], PAUSE_MS)
    monkeypatch.setattr(trip_search, "MOST_STEPS", 0)
    assert sums(bundles, carters, times, days) < sums(bundles, carters, times, good_runs(bundles, carters, [times], PAUSE_MS))


def test_what_nobody_can_bring_is_in_no_run() -> None:
    times = np.full((4, 4), FAR_MS, np.int64)
    np.fill_diagonal(times, 0)
    times[0, 1] = times[1, 2] = times[2, 1] = 10
    fits, heavy, cut_off = Bundle(1, 2, 0, 5, 1), Bundle(1, 2, 0, 9, 1), Bundle(1, 3, 0, 1, 1)
    (runs,) = good_runs([heavy, cut_off, fits, fits], [Carter(0, 0, 8, 9)], [times], PAUSE_MS)
    assert sorted(run.bundles for run in runs) == [[2], [3]]
    assert good_runs([fits], [], [], PAUSE_MS) == []


def test_it_stops_when_nobody_waits_for_it() -> None:
    bundles, carters, times = problem(1, 30)
    watch = CancelAfter(40)
    with pytest.raises(Cancelled):
        good_runs(bundles, carters, [times], PAUSE_MS, watch)
    assert watch.left == -1  # not asked again
