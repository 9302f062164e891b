"""Vehicles put on the roads once, for many questions about any of them, with their delays counted."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads import aimed
from commandcenter.geo.roads.landmarks import Aim, aim_at
from commandcenter.geo.roads.layout import E_EXTRA, E_ORIGIN, NEVER, Answer, Ints, Longs, Seeds
from commandcenter.geo.roads.search import Pinned, hits
from commandcenter.geo.roads.snapping import Snap
from commandcenter.geo.roads.travel import Travel
from commandcenter.model.ports import Arrival
from commandcenter.model.words import LonLat

AIM_AT_MOST = 24
"""With more to choose from somebody is near, and a plain search ends sooner than bounds are worked out (measured on Heidelberg)."""

_REMEMBERED = 4096

Row = tuple[int, int, float]
"""Origin, milliseconds with its delay, metres driven."""


class RoadMuster:
    """Origins of one vehicle profile under one set of closures. Implements `ports.Muster`; safe in any thread."""

    def __init__(
        self,
        travel: Travel,
        table: Ints,
        closed: Longs,
        pinned: Pinned,
        off_road_m: NDArray[np.float64],
        delays_s: Sequence[float],
        begin: Callable[[LonLat], tuple[Snap, Seeds, float] | None],
    ) -> None:
        """Take the vehicle's view, the origins, how far off the road they are, and what finds a target and the walk to it (s)."""
        self._travel, self._table, self._closed = travel, table, closed
        self._off_road_m = off_road_m
        self._delays_ms = np.rint(np.asarray(delays_s, np.float64) * 1000).astype(np.int32)
        entries = pinned.crowd.entries.copy()
        entries[:, E_EXTRA] += self._delays_ms[entries[:, E_ORIGIN]]
        self._pinned = replace(pinned, crowd=pinned.crowd._replace(entries=entries))
        self._begin = begin
        self._targets: dict[LonLat, tuple[Snap, Seeds, float] | None] = {}
        self._choices: dict[tuple[int, ...], tuple[Ints, Aim | None]] = {}

    def first(self, target: LonLat, members: tuple[int, ...], k: int, latest_s: float = math.inf) -> list[Arrival]:
        """Return the k of these members that are there first, delays counted, and none later than `latest_s`; see `ports.Muster`."""
        start = self._start(LonLat(*target))
        if start is None or k < 1 or not len(members):
            return []
        snap, seeds, walk_s = start
        free, aim = self._chosen(members)
        latest_ms = NEVER if latest_s == math.inf else math.ceil((latest_s - walk_s) * 1000)
        rows: list[Row]
        if aim is None:
            found = hits(self._travel, seeds, self._pinned, k, closed=self._closed, free=free)
            rows = [(hit.origin, hit.time_ms, hit.driven_m) for hit in found if hit.time_ms <= latest_ms]
        else:
            rows = _worker(self._travel).first(seeds, self._pinned, free, self._closed, aim, min(k, len(members)), latest_ms)
        return [self._arrival(row, snap, walk_s) for row in rows]

    def _start(self, target: LonLat) -> tuple[Snap, Seeds, float] | None:
        if target in (known := self._targets):
            return known[target]
        if len(known) >= _REMEMBERED:
            self._targets = known = {}  # a new one: another thread may be reading the old
        known[target] = start = self._begin(target)
        return start

    def _chosen(self, members: tuple[int, ...]) -> tuple[Ints, Aim | None]:
        """Return the mask of these members, and what aims at them where they are few."""
        if members in (known := self._choices):
            return known[members]
        if len(known) >= _REMEMBERED:
            self._choices = known = {}
        free = np.zeros(self._pinned.count, np.int32)
        free[list(members)] = 1
        crowd, heads = self._pinned.crowd, self._travel.view.heads
        aim = aim_at(self._table, crowd, heads, np.array(members)) if len(members) <= AIM_AT_MOST else None
        known[members] = free, aim
        return free, aim

    def _arrival(self, row: Row, target: Snap, walk_s: float) -> Arrival:
        origin, time_ms, driven_m = row
        off_road_m = float(self._off_road_m[origin]) + target.distance_m
        return Arrival(origin, (time_ms - int(self._delays_ms[origin])) / 1000 + walk_s, driven_m + off_road_m, off_road_m)


class _Worker:
    """One thread's work arrays for aimed searches in one view."""

    def __init__(self, travel: Travel) -> None:
        states, nodes = len(travel.view.rows), len(travel.view.in_ptr) - 1
        self._travel = travel
        self._work = aimed.Work(
            states=np.zeros((states, 4), np.int32),
            nodes=np.zeros((nodes, 4), np.int32),
            bounds=np.zeros((nodes, 3), np.int32),
            done=np.zeros(0, np.int32),
            heap=np.zeros(0, np.int64),
        )
        self._answer = Answer(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float64))
        self._number = 0

    def first(self, seeds: Seeds, pinned: Pinned, free: Ints, closed: Longs, aim: Aim, k: int, latest_ms: int) -> list[Row]:
        """Return up to k free origins that are there by `latest_ms`, best first."""
        self._make_room(pinned, k)
        self._number += 2
        if self._number > NEVER - 2:
            for stamps in (self._work.states, self._work.nodes, self._work.bounds, self._work.done):
                stamps[:] = 0
            self._number = 2
        view, crowd, work, answer = self._travel.view, pinned.crowd, self._work, self._answer
        found: int = aimed.search(view, crowd, free, seeds, closed, aim, k, latest_ms, self._number, work, answer)
        aimed.measure(view, crowd, seeds, work, found, answer)
        origins = crowd.entries[answer.codes[:found] >> 1, E_ORIGIN].tolist()
        return list(zip(origins, answer.times[:found].tolist(), answer.driven_m[:found].tolist(), strict=True))

    def _make_room(self, pinned: Pinned, k: int) -> None:
        offers = len(self._travel.view.rows) + 2 * len(pinned.crowd.entries) + 64  # a state waits in the heap once at most, an entry twice
        if len(self._work.done) < pinned.count:
            self._work = self._work._replace(done=np.zeros(pinned.count, np.int32))
        if len(self._work.heap) < offers:
            self._work = self._work._replace(heap=np.empty(offers, np.int64))
        if len(self._answer.times) < k:
            self._answer = Answer(np.empty(k, np.int64), np.empty(k, np.int64), np.empty(k, np.float64))


def _worker(travel: Travel) -> _Worker:
    """Return this thread's worker."""
    found: _Worker | None = getattr(travel.local, "aimed", None)
    if found is None:
        found = travel.local.aimed = _Worker(travel)
    return found
