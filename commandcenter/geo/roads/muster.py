"""Vehicles put on the roads once, for many questions about any of them, with their delays counted."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads import aimed
from commandcenter.geo.roads.landmarks import FAR, Aim, aim_at, least_times
from commandcenter.geo.roads.layout import E_EXTRA, E_ORIGIN, NEVER, Answer, Crowd, Ints, Seeds, Shut
from commandcenter.geo.roads.search import Pinned
from commandcenter.geo.roads.snapping import Snap
from commandcenter.geo.roads.travel import Travel
from commandcenter.model.ports import Arrival
from commandcenter.model.words import LonLat

_REMEMBERED = 4096

Row = tuple[int, int, float]
"""Milliseconds with its delay, origin, metres driven."""


class _Target(NamedTuple):
    """Where a search begins."""

    snap: Snap
    seeds: Seeds
    walk_s: float
    least_ms: Ints
    """By origin: no way is shorter."""


class RoadMuster:
    """Origins of one vehicle profile under one set of closures. Implements `ports.Muster`; safe in any thread.

    Lower bounds tell who could be first, an aimed search measures these few, and goes on to others only while
    their bounds say that they might still be sooner.
    """

    def __init__(
        self,
        travel: Travel,
        table: Ints,
        closed: Shut,
        pinned: Pinned,
        off_road_m: NDArray[np.float64],
        delays_s: Sequence[float],
        begin: Callable[[LonLat], tuple[Snap, Seeds, float] | None],
    ) -> None:
        """Take the vehicle's view, the origins, how far off the road they are, and what finds a target and the walk to it (s)."""
        self._travel, self._closed = travel, closed
        self._off_road_m = off_road_m
        self._delays_ms = np.rint(np.asarray(delays_s, np.float64) * 1000).astype(np.int32)
        entries = pinned.crowd.entries.copy()
        entries[:, E_EXTRA] += self._delays_ms[entries[:, E_ORIGIN]]
        self._crowd = pinned.crowd._replace(entries=entries)
        self._aim = aim_at(table, self._crowd, travel.view.heads)
        self._row = np.full(pinned.count, -1, np.int32)
        self._row[self._aim.origin] = np.arange(len(self._aim.origin))
        self._begin = begin
        self._targets: dict[LonLat, _Target | None] = {}
        self._members: dict[tuple[int, ...], Ints] = {}

    def first(self, target: LonLat, members: tuple[int, ...], k: int, latest_s: float = math.inf) -> list[Arrival]:
        """Return the k of these members that are there first, and who is there with the last of them; see `ports.Muster`."""
        start = self._start(LonLat(*target))
        if start is None or k < 1 or not len(members):
            return []
        latest_ms = FAR - 1 if latest_s == math.inf else min(FAR - 1, math.ceil((latest_s - start.walk_s) * 1000))
        found = _worker(self._travel).first(start, self._crowd, self._closed, self._aim, self._rows_of(members), k, latest_ms)
        return [self._arrival(row, start) for row in found]

    def _rows_of(self, members: tuple[int, ...]) -> Ints:
        """Return the rows of the aim that stand for members; who stands on no road has none."""
        known = self._members
        if members not in known:
            if len(known) >= _REMEMBERED:
                self._members = known = {}
            rows = self._row[np.array(members)]
            known[members] = rows[rows >= 0]
        return known[members]

    def _start(self, target: LonLat) -> _Target | None:
        if target in (known := self._targets):
            return known[target]
        if len(known) >= _REMEMBERED:
            self._targets = known = {}  # a new one: another thread may be reading the old
        found = self._begin(target)
        start = None
        if found is not None:
            least_ms = np.empty(len(self._delays_ms), np.int32)
            least_times(self._aim, self._travel.view.rows, self._crowd, found[1].rows, least_ms)
            start = _Target(*found, least_ms)
        known[target] = start
        return start

    def _arrival(self, row: Row, target: _Target) -> Arrival:
        time_ms, origin, driven_m = row
        off_road_m = float(self._off_road_m[origin]) + target.snap.distance_m
        return Arrival(origin, (time_ms - int(self._delays_ms[origin])) / 1000 + target.walk_s, driven_m + off_road_m, off_road_m)


class _Worker:
    """One thread's work arrays for aimed searches in one view."""

    def __init__(self, travel: Travel) -> None:
        states, nodes = len(travel.view.rows), len(travel.view.in_ptr) - 1
        self._travel = travel
        self._aim: Aim | None = None
        """What there is room for."""
        self._work = aimed.Work(
            states=np.zeros((states, 4), np.int32),
            nodes=np.zeros((nodes, 4), np.int32),
            bounds=np.zeros((nodes, 3), np.int32),
            done=np.zeros(0, np.int32),
            heap=np.zeros(0, np.int64),
            queue=np.zeros(0, np.int64),
            base=np.zeros((0, 0), np.int32),
            least=np.zeros(0, np.int32),
            origin=np.zeros(0, np.int32),
        )
        self._answer = _room_for(0)
        self._number = 0

    def first(self, target: _Target, crowd: Crowd, closed: Shut, aim: Aim, members: Ints, k: int, latest_ms: int) -> list[Row]:
        """Return the k of these rows of the aim that are there first and by `latest_ms`, and who is there with the last of them."""
        self._make_room(crowd, aim)
        if self._number > NEVER - 2 * aimed.ROUNDS:
            for stamps in (self._work.states, self._work.nodes, self._work.bounds, self._work.done):
                stamps[:] = 0
            self._number = 0
        view, work, answer = self._travel.view, self._work, self._answer
        found: int = aimed.first(view, crowd, target.seeds, closed, aim, members, target.least_ms, k, latest_ms, self._number + 2, work, answer)
        self._number += aimed.ROUNDS
        if not found:
            return []
        origins = crowd.entries[answer.codes[:found] >> 1, E_ORIGIN].tolist()
        return list(zip(answer.times[:found].tolist(), origins, answer.driven_m[:found].tolist(), strict=True))

    def _make_room(self, crowd: Crowd, aim: Aim) -> None:
        if aim is self._aim:
            return
        self._aim = aim
        count, columns = aim.base.shape
        offers = len(self._travel.view.rows) + 2 * len(crowd.entries) + 64  # a state waits in the heap once at most, an entry twice
        origins = int(crowd.entries[:, E_ORIGIN].max(initial=0)) + 1
        if len(self._work.done) < origins:
            self._work = self._work._replace(done=np.zeros(origins, np.int32))
        if len(self._work.heap) < offers:
            self._work = self._work._replace(heap=np.empty(offers, np.int64))
        if len(self._work.base) < count or self._work.base.shape[1] != columns:
            queue, base = np.empty(count, np.int64), np.empty((count, columns), np.int32)
            self._work = self._work._replace(queue=queue, base=base, least=np.empty(count, np.int32), origin=np.empty(count, np.int32))
        if len(self._answer.times) < count:
            self._answer = _room_for(count)


def _room_for(count: int) -> Answer:
    return Answer(np.empty(count, np.int64), np.empty(count, np.int64), np.empty(count, np.float64))


def _worker(travel: Travel) -> _Worker:
    """Return this thread's worker."""
    found: _Worker | None = getattr(travel.local, "aimed", None)
    if found is None:
        found = travel.local.aimed = _Worker(travel)
    return found
