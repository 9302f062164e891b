"""Rounds with the least driving for many loads, for rounds that are not urgent: there and back, as few kilometres as can be found.

As many of the most urgent loads as can be are brought, then of the next tier, and so on; among plans that bring the same, driving
decides. The search (`trip_anneal`) has a fixed number of steps: the same question has the same answer, and always an end.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from commandcenter.dispatch.trip_anneal import CHANCES, FAR_MS, LACK, RUNS, SEED, SHARES, Ints, Problem, Work, anneal, put_in
from commandcenter.dispatch.trip_search import TRIPS, Bundle, Run, Times
from commandcenter.model.progress import NoProgress, Progress

STEPS, LEAST_STEPS, WORK = 300_000, 20_000, 60_000_000
"""Steps: as many as the work allows, which grows with the number of loads, within these bounds."""
PART = 1_000
"""Steps between two reports."""
HALVINGS = 10
"""The heat at the end is that at the beginning, halved so often."""
_TIER = 1 << 12
"""More than there are loads."""
_SEED = 2_463_534_242


@dataclass(frozen=True, slots=True)
class Hauler:
    """A vehicle: which table of times is its own, where it sets out and where it ends, what it carries, how long it may be busy."""

    table: int
    place: int
    home: int
    load_g: int
    load_ml: int
    most_ms: int


def least_driving(
    bundles: Sequence[Bundle],
    haulers: Sequence[Hauler],
    tables: Sequence[Times],
    pause_ms: int,
    progress: Progress | None = None,
    fixed: Sequence[Sequence[Run]] = (),
) -> list[list[Run]]:
    """Return for each vehicle its runs; loads that are in none cannot be brought. What `progress` raises ends the search.

    `fixed` are the runs that each vehicle begins with, of the loads with the last numbers; others may come on board for after them.

    `tables` are milliseconds from place to place, `FAR_MS` where no way leads; each loading and each stop takes `pause_ms`, which counts for
    how long a vehicle is busy, not for the driving.
    """
    firsts = [[what for run in runs for what in (-run.depot - 1, *run.bundles)] for runs in fixed] or [[] for _ in haulers]
    many = len(bundles) - sum(what >= 0 for row in firsts for what in row)
    if not many or not haulers:
        return [_runs(row) for row in firsts]
    watch = progress or NoProgress()
    asked = _problem(bundles, many, haulers, tables, pause_ms)
    work = _work(len(bundles), len(haulers))
    for v, row in enumerate(firsts):
        work.rows[v, : len(row)], work.length[v], work.fixed[v] = row, len(row), len(row)
        work.numbers[RUNS] += sum(what < 0 for what in row)
    work.numbers[LACK] = asked.lack[:many].sum()
    out_ms = asked.times[0, asked.depot, asked.site]
    put_in(asked, work, np.lexsort((-out_ms[:many], -asked.lack[:many])).astype(np.int64))
    done = 0
    steps = max(LEAST_STEPS, min(STEPS, WORK // many)) if many > 1 else 0
    for heats in _cooling(_stake_ms(asked), steps):
        watch.report(TRIPS, done, steps)
        anneal(asked, work, done + 1, heats)
        done += len(heats)
    return [_runs(work.best_rows[v, : work.best_length[v]].tolist()) for v in range(len(haulers))]


def _problem(bundles: Sequence[Bundle], many: int, haulers: Sequence[Hauler], tables: Sequence[Times], pause_ms: int) -> Problem:
    def of_loads(values: list[int]) -> Ints:
        return np.array(values, np.int64)

    times = np.stack(tables).astype(np.int64)
    site, depot = of_loads([b.site for b in bundles]), of_loads([b.depot for b in bundles])
    apart = times[0][np.ix_(site, site)] + np.where(depot[:, None] == depot[None], 0, FAR_MS)
    np.fill_diagonal(apart, -1)
    apart = apart[:many, :many]
    last = max(b.tier for b in bundles)
    twins = [next((w for w in reversed(range(v)) if haulers[w] == hauler), -1) for v, hauler in enumerate(haulers)]
    return Problem(
        times=times,
        pause=pause_ms,
        site=site,
        depot=depot,
        weight=of_loads([b.weight_g for b in bundles]),
        volume=of_loads([b.volume_ml for b in bundles]),
        lack=of_loads([_TIER ** (last - b.tier) for b in bundles]),
        near=np.argsort(apart, axis=1, kind="stable").astype(np.int64),
        table=of_loads([h.table for h in haulers]),
        place=of_loads([h.place for h in haulers]),
        home=of_loads([h.home for h in haulers]),
        room_g=of_loads([h.load_g for h in haulers]),
        room_ml=of_loads([h.load_ml for h in haulers]),
        most_ms=of_loads([h.most_ms for h in haulers]),
        twin=of_loads(twins),
    )


def _work(loads: int, vehicles: int) -> Work:
    def room(*shape: int) -> Ints:
        return np.zeros(shape, np.int64)

    wide = 2 * loads + 2
    chances = [round(-math.log((n + 0.5) / CHANCES) * SHARES) for n in range(CHANCES)]  # whole, so that no machine's last digit matters
    work = Work(
        rows=room(vehicles, wide),
        length=room(vehicles),
        fixed=room(vehicles),
        kept_rows=room(vehicles, wide),
        kept_length=room(vehicles),
        best_rows=room(vehicles, wide),
        best_length=room(vehicles),
        touched=room(vehicles),
        resting=room(vehicles),
        ruined=room(loads),
        vehicle=room(loads) - 1,
        out=room(loads + 1),
        before=room(loads + 1),
        keys=room(loads + 1),
        drive=room(vehicles),
        busy=room(vehicles),
        slot_depot=room(vehicles, wide) - 1,
        slot_g=room(vehicles, wide) - 1,
        slot_ml=room(vehicles, wide) - 1,
        chances=np.array(chances, np.int64),
        numbers=room(RUNS + 1),
    )
    work.numbers[SEED] = _SEED
    return work


def _stake_ms(asked: Problem) -> int:
    """Return twice a middling way from a load to the nearest other one, or from its depot: what a step can win or lose."""
    near = asked.near[:, min(1, asked.near.shape[1] - 1)]
    site, depot = asked.site[: len(near)], asked.depot[: len(near)]
    ways = np.minimum(asked.times[0, site, site[near]], asked.times[0, depot, site])
    return max(1, 2 * int(np.median(ways)))


def _cooling(begin_ms: int, steps: int) -> Iterator[Ints]:
    """Yield the heats of all steps, part by part: halved again and again, straight in between."""
    for first in range(0, steps, PART):
        step = np.arange(first, min(steps, first + PART), dtype=np.int64)
        halved, rest = step * HALVINGS // steps, step * HALVINGS % steps
        yield (begin_ms * (2 * steps - rest) // (2 * steps)) >> halved


def _runs(row: Sequence[int]) -> list[Run]:
    runs: list[Run] = []
    for what in row:
        if what < 0:
            runs.append(Run(-what - 1, []))
        else:
            runs[-1].bundles.append(what)
    return runs


def warm_up() -> None:
    """Compile the search, so that nobody ever waits for it. Safe in a worker thread."""
    there_and_back = np.array([[0, 1], [1, 0]], np.int64)
    least_driving([Bundle(0, 1, 0, 1, 1)] * 2, [Hauler(0, 0, 0, 2, 2, FAR_MS)], [there_and_back], 0)
