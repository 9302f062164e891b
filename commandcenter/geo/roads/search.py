"""Runs the compiled searches: origins pinned to states, work arrays that each thread reuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads import kernel
from commandcenter.geo.roads.layout import ARC, COST, E_EXTRA, E_LEFT, E_NEXT, E_ORIGIN, E_STATE, NEVER, Answer, Crowd, Ints, Longs, Scratch
from commandcenter.geo.roads.travel import Travel

NOTHING_CLOSED: Longs = np.empty((0, 2), np.int64)


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
    """All origins free."""


@dataclass(frozen=True)
class Hit:
    """One origin found."""

    origin: int
    time_ms: int
    arc: int
    """The arc it sets out on."""
    whole_m: float
    """Length of the whole arcs between the first and the last."""
    last: int
    """The arc on which it arrives; -1: the one it set out on, without leaving it."""
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
    cost = travel.view.rows[state, COST].astype(np.int64)
    gone = np.rint(cost * np.where(back == 1, 1 - shares[origin], shares[origin])).astype(np.int64)
    entries = np.empty((len(origin), 5), np.int32)
    entries[:, E_ORIGIN], entries[:, E_LEFT], entries[:, E_EXTRA] = origin, cost - gone, access_ms[origin]
    entries[:, E_STATE], entries[:, E_NEXT] = state, -1
    order = np.argsort(state, kind="stable")
    same = state[order[1:]] == state[order[:-1]]
    entries[order[:-1][same], E_NEXT] = order[1:][same]
    first = np.full(len(travel.view.rows), -1, np.int32)
    starts = order[np.concatenate([[True], ~same])[: len(order)]]
    first[state[starts]] = starts
    return Pinned(Crowd(first, entries), len(edges), np.ones(len(edges), np.int32))


class Worker:
    """One thread's work arrays for one view; searches with them."""

    def __init__(self, travel: Travel) -> None:
        """Allocate."""
        states, nodes = len(travel.view.rows), len(travel.view.in_ptr) - 1
        self.travel = travel
        self.work = Scratch(
            np.zeros((states, 3), np.int32),
            np.zeros((nodes, 4), np.int32),
            np.zeros(0, np.int32),
            np.zeros(0, np.int64),
            np.zeros(states + 1, np.int32),
        )
        self.answer = _answer(0)
        self._number = 0
        self._search = kernel.by_arcs if travel.arc_based else kernel.by_nodes

    def search(self, seeds: Ints, pinned: Pinned, k: int, closed: Longs, free: Ints | None) -> int:
        """Fill `answer` with up to k free origins, best first; returns how many. Valid until the next search."""
        self._make_room(pinned, k)
        self._number += 2
        if self._number > NEVER - 2:
            for stamps in (self.work.states, self.work.nodes, self.work.done):
                stamps[:] = 0
            self._number = 2
        free = pinned.everyone if free is None else free
        found: int = self._search(self.travel.view, pinned.crowd, free, seeds, closed, k, self._number, self.work, self.answer)
        kernel.measure(self.travel.view, pinned.crowd, seeds, self.travel.arc_based, self.work, found, self.answer)
        return found

    def _make_room(self, pinned: Pinned, k: int) -> None:
        # by nodes: a junction is offered once per arc; by arcs: a state once; seeds and origins come on top
        offers = len(self.travel.view.rows) + 2 * len(pinned.crowd.entries) + 64
        if len(self.work.done) < pinned.count:
            self.work = self.work._replace(done=np.zeros(pinned.count, np.int32))
        if len(self.work.heap) < offers:
            self.work = self.work._replace(heap=np.empty(offers, np.int64))
        if len(self.answer.times) < k:
            self.answer = _answer(k)


def _answer(k: int) -> Answer:
    return Answer(np.empty(k, np.int64), np.empty(k, np.int64), np.empty(k, np.float64), np.empty(k, np.int32))


def worker(travel: Travel) -> Worker:
    """Return this thread's worker."""
    found: Worker | None = getattr(travel.local, "worker", None)
    if found is None:
        found = travel.local.worker = Worker(travel)
    return found


def hits(
    travel: Travel, seeds: Ints, pinned: Pinned, k: int, *, closed: Longs = NOTHING_CLOSED, free: Ints | None = None, paths: bool = False
) -> list[Hit]:
    """Return up to k origins that reach the seeds first, best first; ties by lower index. `free` masks origins out with 0."""
    mine = worker(travel)
    found = mine.search(seeds, pinned, min(k, pinned.count), closed, free)
    return [_hit(mine, seeds, pinned, i, paths) for i in range(found)]


def _hit(mine: Worker, seeds: Ints, pinned: Pinned, i: int, paths: bool) -> Hit:
    answer, rows = mine.answer, mine.travel.view.rows
    entry = pinned.crowd.entries[answer.codes[i] >> 1]
    start, last = entry[E_STATE], int(answer.last[i])
    arcs: tuple[int, ...] = ()
    if paths:
        n = kernel.trace(mine.travel.view, seeds, start, mine.travel.arc_based, mine.work) if last >= 0 else 0
        arcs = tuple(rows[[start, *mine.work.path[:n]], ARC].tolist())
    last_arc = int(rows[last, ARC]) if last >= 0 else -1
    return Hit(int(entry[E_ORIGIN]), int(answer.times[i]), int(rows[start, ARC]), float(answer.whole_m[i]), last_arc, arcs)
