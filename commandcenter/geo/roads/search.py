"""Runs the compiled searches: origins pinned to states, seeds of a target, work arrays that each thread reuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads import kernel
from commandcenter.geo.roads.kernel import NEVER
from commandcenter.geo.roads.travel import Travel

NO_CLOSURES: NDArray[np.int64] = np.empty((0, 2), np.int64)


class Foothold(NamedTuple):
    """A place on an edge."""

    edge: int
    share: float
    """0 at the edge's tail … 1 at its head."""


@dataclass(frozen=True)
class Pinned:
    """Origins on the states they stand on. Immutable, reusable for any number of searches."""

    first: NDArray[np.int32]
    """By state: its first entry, or -1."""
    entries: NDArray[np.int32]
    """origin, ms left to the state's head, ms to reach the road, next entry on the state or -1, state."""
    count: int
    everyone: NDArray[np.uint8]
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
    states: tuple[int, ...] = ()
    """States after its own, the last included, if asked for."""


def share_ms(cost_ms: int, share: float) -> int:
    """Return the time for a share of an arc: the one rounding that all searches use."""
    return round(cost_ms * share)


def pin(travel: Travel, footholds: list[Foothold | None], access_ms: list[int]) -> Pinned:
    """Pin origins to both directions of their edges; `None` stands nowhere and is never found."""
    first = np.full(len(travel.rows), -1, np.int32)
    entries = []
    for origin, foothold in enumerate(footholds):
        if foothold is None:
            continue
        for direction in (0, 1):
            state = int(travel.plain[2 * foothold.edge + direction])
            if state < 0:
                continue
            cost = int(travel.rows[state, kernel.COST])
            gone = share_ms(cost, foothold.share if direction == 0 else 1 - foothold.share)
            entries.append((origin, cost - gone, access_ms[origin], int(first[state]), state))
            first[state] = len(entries) - 1
    return Pinned(first, np.array(entries, np.int32).reshape(-1, 5), len(footholds), np.ones(len(footholds), np.uint8))


class Work:
    """One thread's arrays. Rows are valid only where stamped with the running number, so nothing is ever cleared."""

    def __init__(self, travel: Travel) -> None:
        """Allocate for a view of the graph."""
        states, nodes = len(travel.rows), len(travel.in_ptr) - 1
        self.states = np.zeros((states, 3), np.int32)
        self.nodes = np.zeros((nodes, 4), np.int32)
        self.done = np.zeros(0, np.int32)
        self.heap = np.zeros(0, np.int64)
        self.out = np.zeros((0, 2), np.int64)
        self.metres = np.zeros((0, 2), np.float64)
        self.path = np.zeros(states + 1, np.int32)
        self.number = 0

    def begin(self, states: int, entries: int, origins: int, k: int) -> int:
        """Return the next running number, with all arrays large enough."""
        if len(self.done) < origins:
            self.done = np.zeros(origins, np.int32)
        if len(self.heap) < states + 2 * entries + 64:
            self.heap = np.empty(states + 2 * entries + 64, np.int64)
        if len(self.out) < k:
            self.out, self.metres = np.empty((k, 2), np.int64), np.empty((k, 2), np.float64)
        self.number += 2
        if self.number > NEVER - 4:
            self.states[:], self.nodes[:], self.done[:], self.number = 0, 0, 0, 2
        return self.number


def work_of(travel: Travel) -> Work:
    """Return this thread's work arrays."""
    work = getattr(travel.local, "work", None)
    if work is None:
        work = travel.local.work = Work(travel)
    return work


def run(travel: Travel, seeds: NDArray[np.int32], pinned: Pinned, k: int, closed: NDArray[np.int64] = NO_CLOSURES, free: NDArray[np.uint8] | None = None) -> tuple[Work, int]:
    """Search until k free origins are found; the answers stand in the returned work arrays' `out`."""
    work = work_of(travel)
    k = min(k, pinned.count)
    number = work.begin(len(travel.rows), len(pinned.entries), pinned.count, k)
    rest = (seeds, closed, pinned.first, pinned.entries, pinned.everyone if free is None else free, k, number, work.states, work.nodes, work.done, work.heap, work.out)
    if travel.arc_based:
        return work, kernel.by_arcs(travel.in_ptr, travel.rows, travel.pred_ptr, travel.preds, *rest)
    return work, kernel.by_nodes(travel.in_ptr, travel.rows, *rest)


def hits(travel: Travel, seeds: NDArray[np.int32], pinned: Pinned, k: int, *, closed: NDArray[np.int64] = NO_CLOSURES, free: NDArray[np.uint8] | None = None, paths: bool = False) -> list[Hit]:  # fmt: skip
    """Return up to k origins that reach the seeds first, best first; ties by lower index."""
    work, found = run(travel, seeds, pinned, k, closed, free)
    kernel.driven_m(travel.rows, travel.heads, travel.lengths_m, seeds, pinned.entries, travel.arc_based, work.states, work.nodes, work.path, found, work.out, work.metres)
    return [_hit(travel, seeds, pinned, work, i, paths) for i in range(found)]


def _hit(travel: Travel, seeds: Any, pinned: Pinned, work: Work, i: int, paths: bool) -> Hit:
    time, code = int(work.out[i, 0]), int(work.out[i, 1])
    entry = pinned.entries[code >> 1]
    state, last = int(entry[kernel.E_STATE]), int(work.metres[i, 1])
    states: tuple[int, ...] = ()
    if paths and last >= 0:
        n = kernel.trace(travel.rows, travel.heads, seeds, state, travel.arc_based, work.states, work.nodes, work.path)
        states = tuple(int(s) for s in work.path[:n])
    arc = int(travel.rows[state, kernel.ARC])
    return Hit(int(entry[kernel.E_ORIGIN]), time, arc, float(work.metres[i, 0]), int(travel.rows[last, kernel.ARC]) if last >= 0 else -1, states)
