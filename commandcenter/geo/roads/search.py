"""Runs the compiled searches: origins pinned to states, work arrays that each thread reuses, tables on all cores."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads import kernel, paths
from commandcenter.geo.roads.layout import (
    ARC,
    COST,
    E_EXTRA,
    E_LEFT,
    E_NEXT,
    E_ORIGIN,
    E_STATE,
    NEVER,
    Answer,
    Crowd,
    Floats,
    Ints,
    Longs,
    Scratch,
    Seeds,
    Shut,
)
from commandcenter.geo.roads.travel import Travel

NOTHING_CLOSED = Shut(np.empty(0, np.int32), np.empty(0))
_FEW = 4
"""So few searches are not worth handing to other threads."""


class Foothold(NamedTuple):
    """A place on an edge."""

    edge: int
    share: float
    """0 at the edge's tail … 1 at its head."""


@dataclass(frozen=True)
class Pinned:
    """Origins on the states they stand on. Immutable, reusable for any number of searches."""

    crowd: Crowd
    count: int
    everyone: Ints
    """All origins that stand on a road are free."""


@dataclass(frozen=True)
class Hit:
    """One origin found."""

    origin: int
    time_ms: int
    driven_m: float
    """On roads."""
    arcs: tuple[int, ...] = ()
    """All arcs driven, if asked for."""


def share_ms(cost_ms: int, share: float) -> int:
    """Return the time for a share of an arc: the one rounding that all searches use (half to even)."""
    return round(cost_ms * share)


def pin(travel: Travel, edges: NDArray[np.int64], shares: NDArray[np.float64], access_ms: NDArray[np.int64]) -> Pinned:
    """Pin origins to both directions of their edges; edge -1 stands nowhere and is never found."""
    standing = np.flatnonzero(edges >= 0)
    origin = np.repeat(standing, 2)
    back = np.tile([0, 1], len(standing))
    state = travel.plain[2 * edges[origin] + back]
    origin, back, state = origin[state >= 0], back[state >= 0], state[state >= 0]
    share = np.where(back == 1, 1 - shares[origin], shares[origin])
    cost = travel.view.rows[state, COST].astype(np.int64)
    entries = np.empty((len(origin), 5), np.int32)
    entries[:, E_ORIGIN], entries[:, E_EXTRA] = origin, access_ms[origin]
    entries[:, E_LEFT] = cost - np.rint(cost * share).astype(np.int64)
    entries[:, E_STATE], entries[:, E_NEXT] = state, -1
    order = np.argsort(state, kind="stable")
    same = state[order[1:]] == state[order[:-1]]
    entries[order[:-1][same], E_NEXT] = order[1:][same]
    first = np.full(len(travel.view.rows), -1, np.int32)
    starts = order[np.concatenate([[True], ~same])[: len(order)]]
    first[state[starts]] = starts
    everyone = np.zeros(len(edges), np.int32)
    everyone[origin] = 1
    return Pinned(Crowd(first, entries, travel.view.lengths_m[state] * (1 - share), share), len(edges), everyone)


class Worker:
    """One thread's work arrays for one view; searches with them."""

    def __init__(self, travel: Travel) -> None:
        """Allocate."""
        states, nodes = len(travel.view.rows), len(travel.view.in_ptr) - 1
        self.travel = travel
        self.work = Scratch(
            states=np.zeros((states, 4), np.int32),
            nodes=np.zeros((nodes, 4), np.int32),
            seconds=np.zeros((nodes, 2), np.int32),
            done=np.zeros(0, np.int32),
            heap=np.zeros(0, np.int64),
            path=np.zeros(states + 1, np.int32),
            measured=np.zeros(states, np.int32),
            ahead_m=np.zeros(states),
        )
        self.answer = _answer(0)
        self._number = 0

    def search(self, seeds: Seeds, pinned: Pinned, k: int, closed: Shut = NOTHING_CLOSED, free: Ints | None = None) -> int:
        """Fill `answer` with up to k free origins, best first; returns how many. Valid until the next search."""
        self._make_room(pinned, k)
        self._number += 2
        if self._number > NEVER - 2:
            for stamps in (self.work.states, self.work.nodes, self.work.done, self.work.measured):
                stamps[:] = 0
            self._number = 2
        free = pinned.everyone if free is None else free
        view, crowd, work, answer = self.travel.view, pinned.crowd, self.work, self.answer
        found: int = kernel.search(view, crowd, free, seeds, closed, k, self._number, work, answer)
        paths.measure(view, crowd, seeds, self._number, work, found, answer)
        return found

    def path(self, seeds: Seeds, pinned: Pinned, i: int) -> tuple[int, ...]:
        """Return the arcs driven by the i-th of the last answer."""
        code = int(self.answer.codes[i])
        start = int(pinned.crowd.entries[code >> 1, E_STATE])
        n = 0 if code & 1 else paths.trace(self.travel.view, seeds.rows, start, self._number, self.work)
        return tuple(self.travel.view.rows[[start, *self.work.path[:n]], ARC].tolist())

    def _make_room(self, pinned: Pinned, k: int) -> None:
        # every state is offered once at most; seeds and origins come on top
        offers = len(self.travel.view.rows) + 2 * len(pinned.crowd.entries) + 64
        if len(self.work.done) < pinned.count:
            self.work = self.work._replace(done=np.zeros(pinned.count, np.int32))
        if len(self.work.heap) < offers:
            self.work = self.work._replace(heap=np.empty(offers, np.int64))
        if len(self.answer.times) < k:
            self.answer = _answer(k)


def _standing(pinned: Pinned, free: Ints | None) -> int:
    """Return how many free origins stand on a road: nobody need look for more."""
    return int(np.count_nonzero(pinned.everyone if free is None else pinned.everyone & free))


def _answer(k: int) -> Answer:
    return Answer(np.empty(k, np.int64), np.empty(k, np.int64), np.empty(k, np.float64))


def worker(travel: Travel) -> Worker:
    """Return this thread's worker."""
    found: Worker | None = getattr(travel.local, "worker", None)
    if found is None:
        found = travel.local.worker = Worker(travel)
    return found


def hits(
    travel: Travel, seeds: Seeds, pinned: Pinned, k: int, *, closed: Shut = NOTHING_CLOSED, free: Ints | None = None, with_arcs: bool = False
) -> list[Hit]:
    """Return up to k origins that reach the seeds first, best first; ties by lower index. `free` masks origins out with 0."""
    mine = worker(travel)
    found = mine.search(seeds, pinned, min(k, _standing(pinned, free)), closed, free)
    origins = pinned.crowd.entries[mine.answer.codes[:found] >> 1, E_ORIGIN].tolist()
    answers = zip(origins, mine.answer.times[:found].tolist(), mine.answer.driven_m[:found].tolist(), strict=True)
    return [Hit(*answer, mine.path(seeds, pinned, i) if with_arcs else ()) for i, answer in enumerate(answers)]


def table(
    travel: Travel, targets: Sequence[Seeds], pinned: Pinned, k: int, *, closed: Shut = NOTHING_CLOSED, free: Ints | None = None
) -> tuple[Longs, Floats]:
    """Return times in ms and metres driven, targets × origins, of the k nearest of each target; -1 for all others.

    Each search runs to its k-th origin; the searches share the machine's cores.
    """
    times, metres = np.full((len(targets), pinned.count), -1, np.int64), np.full((len(targets), pinned.count), -1.0)
    wanted = min(k, _standing(pinned, free))

    def fill(rows: range) -> None:
        mine = worker(travel)
        for row in rows:
            found = mine.search(targets[row], pinned, wanted, closed, free)
            origins = pinned.crowd.entries[mine.answer.codes[:found] >> 1, E_ORIGIN]
            times[row, origins], metres[row, origins] = mine.answer.times[:found], mine.answer.driven_m[:found]

    threads = os.cpu_count() or 1
    if threads == 1 or len(targets) <= _FEW:
        fill(range(len(targets)))
    else:
        list(_threads().map(fill, [range(i, len(targets), threads) for i in range(threads)]))
    return times, metres


@cache
def _threads() -> ThreadPoolExecutor:
    """Return the threads for tables; they keep their work arrays from one table to the next."""
    return ThreadPoolExecutor(thread_name_prefix="roads")
