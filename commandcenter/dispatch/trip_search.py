"""Good rounds for many loads: each is put where it costs least, then some are taken out and put in again, as long as that helps.

Ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt and Dueck, Journal of Computational Physics 159, 2000), taking out loads that lie
near each other (Christiaens and Vanden Berghe, Transportation Science 54, 2020), for the cumulative problem: what counts is the sum of
arrivals, tier of urgency by tier, none of them ever given up for a later one. As many steps as the size allows, from one seed: the same
question has the same answer, and always an end.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from commandcenter.model.progress import NoProgress, Progress
from commandcenter.model.sentences import say

Times = NDArray[np.int64]

FAR_MS = 1 << 40
"""No way; sums of some thousand of them are still exact."""
TRIPS = say("Which vehicle drives where").template
"""Stage of the work."""
STEPS, MOST_STEPS = 30_000, 400
"""Steps for each tier: so many over the number of loads, and no more than the second."""
TAKEN = 10
"""Loads taken out in a step, at most."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A load: where from, where to (numbers of places), how urgent (0 first), how heavy, how large."""

    depot: int
    site: int
    tier: int
    weight_g: int
    volume_ml: int


@dataclass(frozen=True, slots=True)
class Carter:
    """A vehicle: which table of times is its own, where it stands, what it carries."""

    table: int
    place: int
    load_g: int
    load_ml: int


@dataclass(slots=True)
class Run:
    """One load of a vehicle, from a depot to places in their order."""

    depot: int
    bundles: list[int]


@dataclass(slots=True)
class _Day:
    """What a vehicle does, and the slots where it could do more."""

    runs: list[Run]
    sums_ms: Times
    """Of arrivals, by tier; at last the time it is busy."""
    slots: Times
    """Rows from `_RUN`."""
    behind: Times
    """By slot: how many loads of each tier come after it."""


_RUN, _INDEX, _BEFORE, _AFTER, _LEAVES, _DEPOT, _ROOM_G, _ROOM_ML = range(8)
"""A slot: which run, before which of its loads (-1: a run of its own before this one), the places before and after (-1: none), when the place
before is left, the depot of the run (-1: a run of its own), what there is still room for."""


@dataclass(slots=True)
class _Plan:
    """All days."""

    bundles: Sequence[Bundle]
    carters: Sequence[Carter]
    tables: Sequence[Times]
    pause_ms: int
    tiers: int
    days: list[_Day] = field(default_factory=list)

    def day(self, carter: Carter, runs: list[Run]) -> _Day:
        """Drive through a day by the clock."""
        times, pause = self.tables[carter.table], self.pause_ms
        sums = [0] * (self.tiers + 1)
        slots: list[tuple[int, ...]] = []
        passed: list[int] = []
        order: list[int] = []
        clock, place = 0, carter.place
        for r, run in enumerate(runs):
            slots.append((r, -1, place, run.depot, clock, -1, carter.load_g, carter.load_ml))
            passed.append(len(order))
            room_g = carter.load_g - sum(self.bundles[n].weight_g for n in run.bundles)
            room_ml = carter.load_ml - sum(self.bundles[n].volume_ml for n in run.bundles)
            clock += int(times[place, run.depot]) + pause
            place = run.depot
            for i, n in enumerate(run.bundles):
                bundle = self.bundles[n]
                slots.append((r, i, place, bundle.site, clock, run.depot, room_g, room_ml))
                passed.append(len(order))
                if bundle.site != place:
                    clock += int(times[place, bundle.site]) + pause
                place = bundle.site
                sums[bundle.tier] += clock - pause
                order.append(bundle.tier)
            onward = runs[r + 1].depot if r + 1 < len(runs) else -1
            slots.append((r, len(run.bundles), place, onward, clock, run.depot, room_g, room_ml))
            passed.append(len(order))
        slots.append((len(runs), -1, place, -1, clock, -1, carter.load_g, carter.load_ml))
        passed.append(len(order))
        sums[-1] = clock
        done = np.zeros((len(order) + 1, self.tiers), np.int64)
        done[np.arange(1, len(order) + 1), order] = 1
        done = done.cumsum(axis=0)
        return _Day(runs, np.array(sums), np.array(slots, np.int64), done[-1] - done[passed])

    def sums(self) -> tuple[int, ...]:
        """Return the sums of all days."""
        return tuple(np.sum([day.sums_ms for day in self.days], axis=0).tolist())

    def insert(self, n: int) -> bool:
        """Put a load where it costs least; `False` where nobody can bring it."""
        best: tuple[tuple[int, ...], int, int] | None = None
        for v, day in enumerate(self.days):
            found = self._cheapest(n, self.carters[v], day)
            if found is not None and (best is None or found[0] < best[0]):
                best = found[0], v, found[1]
        if best is None:
            return False
        _, v, slot = best
        r, i = self.days[v].slots[slot, [_RUN, _INDEX]].tolist()
        runs = [Run(run.depot, list(run.bundles)) for run in self.days[v].runs]
        if i < 0:
            runs.insert(r, Run(self.bundles[n].depot, [n]))
        else:
            runs[r].bundles.insert(i, n)
        self.days[v] = self.day(self.carters[v], runs)
        return True

    def _cheapest(self, n: int, carter: Carter, day: _Day) -> tuple[tuple[int, ...], int] | None:
        """Return what a load costs in the best slot of a day, tier by tier and in busy time, and that slot."""
        bundle, times, slots = self.bundles[n], self.tables[carter.table], day.slots
        before, after, own = slots[:, _BEFORE], slots[:, _AFTER], slots[:, _DEPOT] < 0
        fits = (own | (slots[:, _DEPOT] == bundle.depot)) & (slots[:, _ROOM_G] >= bundle.weight_g) & (slots[:, _ROOM_ML] >= bundle.volume_ml)
        out = times[bundle.depot, bundle.site]
        there = np.where(own, times[before, bundle.depot] + self.pause_ms + out, times[before, bundle.site])
        same = ~own & (before == bundle.site)
        onward = np.where(after >= 0, times[bundle.site, after] - times[before, after], 0)
        again = ~own & (after == bundle.site)  # the stop is there already: it moves up, its pause is shared
        delay = np.where(same, 0, there + onward + np.where(again, 0, self.pause_ms))
        arrives = slots[:, _LEAVES] + np.where(same, -self.pause_ms, there)
        fits &= (there < FAR_MS) & (delay < FAR_MS)
        rows = np.flatnonzero(fits)
        if not len(rows):
            return None
        costs = day.behind[rows] * delay[rows, None]
        costs[:, bundle.tier] += arrives[rows]
        keys = (delay[rows], *(costs[:, tier] for tier in reversed(range(self.tiers))))
        first = int(np.lexsort(keys)[0])
        return (*costs[first].tolist(), int(delay[rows[first]])), int(rows[first])

    def remove(self, chosen: set[int]) -> None:
        """Take loads out."""
        for v, day in enumerate(self.days):
            if any(not chosen.isdisjoint(run.bundles) for run in day.runs):
                runs = [Run(run.depot, [n for n in run.bundles if n not in chosen]) for run in day.runs]
                self.days[v] = self.day(self.carters[v], [run for run in runs if run.bundles])


def good_runs(
    bundles: Sequence[Bundle],
    carters: Sequence[Carter],
    tables: Sequence[Times],
    pause_ms: int,
    progress: Progress | None = None,
) -> list[list[Run]]:
    """Return for each vehicle its runs; loads that are in none cannot be brought. What `progress` raises ends the search.

    `tables` are milliseconds from place to place, `FAR_MS` where no way leads; each loading and each stop takes `pause_ms`.
    """
    chance = random.Random(len(bundles))  # noqa: S311 - a search, not a secret
    plan = _Plan(bundles, carters, tables, pause_ms, max((b.tier for b in bundles), default=0) + 1)
    plan.days = [plan.day(carter, []) for carter in carters]
    watch, steps = progress or NoProgress(), min(MOST_STEPS, STEPS // max(1, len(bundles)))
    for tier in range(plan.tiers):
        mine = [n for n, bundle in enumerate(bundles) if bundle.tier == tier]
        brought = []
        for n in sorted(mine, key=lambda n: _soonest_ms(plan, n)):
            watch.report(TRIPS, tier, plan.tiers)
            if plan.insert(n):
                brought.append(n)
        for step in range(steps if len(brought) > 1 else 0):
            watch.report(TRIPS, tier + step / steps, plan.tiers)
            _try_again(plan, brought, chance)
    return [day.runs for day in plan.days]


def _soonest_ms(plan: _Plan, n: int) -> tuple[int, int]:
    bundle = plan.bundles[n]
    ways = (plan.tables[c.table][[c.place, bundle.depot], [bundle.depot, bundle.site]] for c in plan.carters)
    return min((int(way.sum()) for way in ways), default=FAR_MS), n


def _try_again(plan: _Plan, brought: Sequence[int], chance: random.Random) -> None:
    """Take some loads near each other out and put them in again; keep that if it is better."""
    before, kept = plan.sums(), list(plan.days)
    first = plan.bundles[chance.choice(brought)]
    table = plan.tables[plan.carters[0].table]
    blink = {n: chance.random() for n in brought}

    def apart(n: int) -> float:
        other = plan.bundles[n]
        return (int(table[first.site, other.site]) + (0 if other.depot == first.depot else plan.pause_ms)) * (0.5 + blink[n])

    chosen = sorted(brought, key=apart)[: chance.randint(2, TAKEN)]
    plan.remove(set(chosen))
    chance.shuffle(chosen)
    if not all(plan.insert(n) for n in chosen) or plan.sums() >= before:
        plan.days = kept
