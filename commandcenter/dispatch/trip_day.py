"""One vehicle's day by the clock: how long it drives, how long it is busy, when its loads arrive, and how they arrive sooner for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from commandcenter.dispatch.trip_anneal import FAR_MS
from commandcenter.dispatch.trip_driving import Hauler
from commandcenter.dispatch.trip_search import Bundle, Run, Times

ROUNDS = 10
"""How often all swaps are tried, at most."""


class Day(NamedTuple):
    """Milliseconds."""

    drive_ms: int
    """Home as well; what cannot drive home does nothing."""
    sums_ms: tuple[int, ...]
    """Of arrivals, by tier."""
    busy_ms: int


def day_of(bundles: Sequence[Bundle], hauler: Hauler, times: Times, pause_ms: int, runs: Sequence[Run], tiers: int) -> Day:
    """Drive through a day."""
    sums, place = [0] * tiers, hauler.place
    drive = clock = 0

    def leg(target: int) -> int:
        return int(times[place, target])

    for run in runs:
        drive, clock, place = drive + leg(run.depot), clock + leg(run.depot) + pause_ms, run.depot
        for k, n in enumerate(run.bundles):
            site = bundles[n].site
            if k == 0 or site != place:
                drive, clock, place = drive + leg(site), clock + leg(site) + pause_ms, site
            sums[bundles[n].tier] += clock - pause_ms
    home = leg(hauler.home) if leg(hauler.home) < FAR_MS else 0
    return Day(drive + home, tuple(sums), clock + home)


def sooner(bundles: Sequence[Bundle], hauler: Hauler, times: Times, pause_ms: int, runs: Sequence[Run], tiers: int, fixed: int = 0) -> list[Run]:
    """Return the same runs in an order and direction in which urgent loads arrive sooner and not a metre more is driven.

    So many of the first stay as they are; the others change places and are turned round as long as that helps, at most so often that it always ends.
    """
    best = list(runs)
    known = day_of(bundles, hauler, times, pause_ms, best, tiers)
    for _ in range(ROUNDS):
        before = known
        for changed in _changes(best, fixed):
            day = day_of(bundles, hauler, times, pause_ms, changed, tiers)
            if times[bundles[changed[-1].bundles[-1]].site, hauler.home] >= FAR_MS:
                continue
            if day.busy_ms <= known.busy_ms and day < known:
                best[:], known = changed, day
        if known == before:
            break
    return best


def _changes(runs: list[Run], fixed: int) -> Iterator[list[Run]]:
    """Yield the runs as they are now with one of them turned round, and with two changed over."""
    for n in range(fixed, len(runs)):
        yield [Run(run.depot, run.bundles[::-1]) if n == k else run for k, run in enumerate(runs)]
    for one, two in combinations(range(fixed, len(runs)), 2):
        changed = list(runs)
        changed[one], changed[two] = changed[two], changed[one]
        yield changed
