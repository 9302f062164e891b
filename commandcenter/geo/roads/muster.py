"""Vehicles put on the roads once, for many questions about any of them, with their delays counted."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from commandcenter.geo.roads import aimed
from commandcenter.geo.roads.closures import Closed
from commandcenter.geo.roads.landmarks import FAR, Aim, aim_at, least_times
from commandcenter.geo.roads.layout import E_EXTRA, E_ORIGIN, NEVER, Answer, Crowd, Ints, Seeds, Shut
from commandcenter.geo.roads.pinned import PinnedOrigins
from commandcenter.geo.roads.search import Pinned
from commandcenter.geo.roads.snapping import Snap
from commandcenter.geo.roads.travel import Travel
from commandcenter.model.ports import Arrival
from commandcenter.model.words import LonLat

Begin = Callable[[LonLat], tuple[Snap, Seeds, float] | None]
_REMEMBERED = 4096
_PATH = 8192
"""Edges noted of the ways that one search found; a search with more is done anew after any closure."""


_NOWHERE = np.empty(0, np.int32)


class _Target(NamedTuple):
    """Where a search begins."""

    snap: Snap
    seeds: Seeds
    walk_s: float
    least_ms: Ints
    """By origin: no way is shorter."""


class _Asked(NamedTuple):
    """A question: who of these is first at a place?"""

    target: LonLat
    members: tuple[int, ...]
    k: int
    latest_s: float


class _Found(NamedTuple):
    """Its answer."""

    arrivals: list[Arrival]
    edges: Ints | None
    """Those that the ways lead along; `None`: too many."""


class _There(NamedTuple):
    """Origins with their delays."""

    crowd: Crowd
    aim: Aim
    row: Ints
    """By origin: its row of the aim; -1 where it stands on no road."""
    members: dict[tuple[int, ...], Ints]
    """Remembered: the rows of some origins."""


class RoadMuster:
    """Origins of one vehicle profile under one set of closures. Implements `ports.Muster`; safe in any thread.

    Lower bounds tell who could be first, an aimed search measures these few, and goes on to others only while
    their bounds say that they might still be sooner. Answers are remembered, and kept when more is closed where none of the
    ways found leads: closures make every other way longer, never shorter.
    """

    def __init__(
        self,
        travel: Travel,
        table: Ints,
        closed: Closed,
        places: PinnedOrigins,
        delays_s: Sequence[float],
        begin: Begin,
        after: RoadMuster | None = None,
    ) -> None:
        """Take the vehicle's view, the origins, and what finds a target and the walk to it (s).

        `after` is an earlier one; what it found is kept as far as it must still hold.
        """
        self._travel, self._closed, self._places = travel, closed, places
        self._begin = begin
        self._targets: dict[LonLat, _Target | None] = {}
        self._found: dict[_Asked, _Found] = {}
        self._delays_ms = np.rint(np.asarray(delays_s, np.float64) * 1000).astype(np.int32)
        alike = after if after is not None and after._travel is travel and np.array_equal(after._delays_ms, self._delays_ms) else None
        if alike is not None and alike._places is places:
            self._there: _There = alike._there
        else:
            self._there = _there(travel, table, places.pinned, self._delays_ms)
        if alike is not None:
            self._keep(alike)

    def _keep(self, after: RoadMuster) -> None:
        """Take over what further closures cannot have changed; nothing where something has been opened."""
        news = self._closed.more_than(after._closed)
        if news is None:
            return
        moved = self._places.moved_from(after._places)
        shut = np.zeros(len(self._travel.component), bool)
        shut[news] = True
        same = {at: start for at, start in after._targets.copy().items() if start is not None and not shut[start.snap.foothold.edge]}
        for asked, found in after._found.copy().items():
            if asked.target in same and found.edges is not None and not shut[found.edges].any() and moved.isdisjoint(asked.members):
                self._found[asked] = found
        if after._places is self._places:
            self._targets.update(same)

    def first(self, target: LonLat, members: tuple[int, ...], k: int, latest_s: float = math.inf) -> list[Arrival]:
        """Return the k of these members that are there first, and who is there with the last of them; see `ports.Muster`."""
        asked = _Asked(target, members, k, latest_s)
        found = self._found.get(asked)
        if found is None:
            if len(self._found) >= _REMEMBERED:
                self._found = {}  # a new one: another thread may be reading the old
            found = self._found[asked] = self._search(asked)
        return found.arrivals.copy()

    def knows(self, target: LonLat, members: tuple[int, ...], k: int, latest_s: float = math.inf) -> bool:
        """Return whether the answer is there without a search."""
        return _Asked(target, members, k, latest_s) in self._found

    def _search(self, asked: _Asked) -> _Found:
        start = self._start(LonLat(*asked.target))
        if start is None or asked.k < 1 or not len(asked.members):
            return _Found([], None)
        latest_ms = FAR - 1 if asked.latest_s == math.inf else min(FAR - 1, math.ceil((asked.latest_s - start.walk_s) * 1000))
        rows = _rows_of(asked.members, self._there)
        if latest_ms < FAR - 1 and not (start.least_ms[self._there.aim.origin[rows]] <= latest_ms).any():
            return _Found([], _NOWHERE)
        found = _worker(self._travel).first(start, self._there.crowd, self._closed.states, self._there.aim, rows, asked.k, latest_ms)
        off_road_m, delays_ms, walk_s = self._places.off_road_m, self._delays_ms, start.walk_s
        arrivals = []
        for time_ms, origin, driven_m in zip(*found[:3], strict=True):
            beside_m = float(off_road_m[origin]) + start.snap.distance_m
            arrivals.append(Arrival(origin, (time_ms - int(delays_ms[origin])) / 1000 + walk_s, driven_m + beside_m, beside_m, start.snap.distance_m))
        return _Found(arrivals, found[3])

    def _start(self, target: LonLat) -> _Target | None:
        if target in (known := self._targets):
            return known[target]
        if len(known) >= _REMEMBERED:
            self._targets = known = {}  # a new one: another thread may be reading the old
        found = self._begin(target)
        start = None
        if found is not None:
            least_ms = np.empty(len(self._delays_ms), np.int32)
            least_times(self._there.aim, self._travel.view.rows, self._there.crowd, found[1].rows, least_ms)
            start = _Target(*found, least_ms)
        known[target] = start
        return start


def _there(travel: Travel, table: Ints, pinned: Pinned, delays_ms: Ints) -> _There:
    entries = pinned.crowd.entries.copy()
    entries[:, E_EXTRA] += delays_ms[entries[:, E_ORIGIN]]
    crowd = pinned.crowd._replace(entries=entries)
    aim = aim_at(table, crowd, travel.view.heads)
    row = np.full(pinned.count, -1, np.int32)
    row[aim.origin] = np.arange(len(aim.origin))
    return _There(crowd, aim, row, {})


def _rows_of(members: tuple[int, ...], there: _There) -> Ints:
    """Return the rows of the aim that stand for members; who stands on no road has none."""
    found = there.members.get(members)
    if found is None:
        if len(there.members) >= _REMEMBERED:
            there.members.clear()
        rows = there.row[np.array(members)]
        found = there.members[members] = rows[rows >= 0]
    return found


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
            path=np.zeros(_PATH, np.int32),
            passed=np.zeros(1, np.int64),
        )
        self._answer = _room_for(0)
        self._number = 0

    def first(
        self, target: _Target, crowd: Crowd, closed: Shut, aim: Aim, members: Ints, k: int, latest_ms: int
    ) -> tuple[list[int], list[int], list[float], Ints | None]:
        """Return the k of these rows of the aim that are there first and by `latest_ms`, and who is there with the last of them.

        These are the times with delays (ms), origins, metres driven, and the edges of all ways, `None` where they are too many.
        """
        self._make_room(crowd, aim)
        if self._number > NEVER - 2 * aimed.ROUNDS:
            for stamps in (self._work.states, self._work.nodes, self._work.bounds, self._work.done):
                stamps[:] = 0
            self._number = 0
        view, work, answer = self._travel.view, self._work, self._answer
        found: int = aimed.first(view, crowd, target.seeds, closed, aim, members, target.least_ms, k, latest_ms, self._number + 2, work, answer)
        self._number += aimed.ROUNDS
        passed = int(work.passed[0])
        edges = work.path[:passed].copy() if passed <= _PATH else None
        return answer.times[:found].tolist(), answer.codes[:found].tolist(), answer.driven_m[:found].tolist(), edges

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
