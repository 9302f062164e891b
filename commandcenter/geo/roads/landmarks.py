"""Lower bounds that aim a search at a few origins, so that it need not explore the whole region to find a rare vehicle.

Method ALT: A*, landmarks and the triangle inequality (Goldberg & Harrelson, "Computing the shortest path: A* search
meets graph theory", SODA 2005). Bounds hold with closures and forbidden turns too: both only make ways longer.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from commandcenter.geo.roads.heap import drop_first, push
from commandcenter.geo.roads.jit import compiled
from commandcenter.geo.roads.layout import ARC, COST, E_EXTRA, E_LEFT, E_NEXT, E_ORIGIN, E_STATE, S_COST, S_STATE, TAIL, Crowd, Ints, Longs
from commandcenter.geo.roads.travel import Travel

LANDMARKS = 24
"""On Heidelberg a search for one unit explores 3 % of the junctions (4 % with 16, 6 % with 8, 100 % without)."""

FAR = 2**29
"""Milliseconds to where no way leads: six days, so that sums stay within 32 bits."""
_NO_WAY_TO, _NO_WAY_FROM = -3 * FAR, 2 * FAR
"""In the table: from here no way leads to the landmark (that says nothing of other places, unless the origin has one); none leads from it."""


class Aim(NamedTuple):
    """Few origins, with what bounds the time from each to any junction from below."""

    table: Ints
    """By junction, see `landmark_table`."""
    base: Ints
    """By origin: what added to a junction's row of the table gives one bound per column."""
    least: Ints
    """By origin: time before it enters the first junction."""
    origin: Ints
    """Who they are, ascending."""


def landmark_table(travel: Travel) -> Ints:
    """Return by junction minus the times to each landmark, then the times from each; special values where there is no way.

    Landmarks lie as far from each other as possible ("farthest" selection). Takes about 0.1 s per 100,000 arcs.
    """
    view = travel.view
    count = len(view.in_ptr) - 1
    table = np.empty((count, 2 * LANDMARKS), np.int32)
    table[:, :LANDMARKS], table[:, LANDMARKS:] = _NO_WAY_TO, _NO_WAY_FROM
    if not len(view.rows):
        return table
    order = np.argsort(view.rows[:, TAIL], kind="stable")
    out_ptr = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(view.rows[:, TAIL], minlength=count), out=out_ptr[1:])
    costs = np.ascontiguousarray(view.rows[:, COST])
    into = (view.in_ptr, np.ascontiguousarray(view.rows[:, TAIL]), costs)
    out_of = (out_ptr, view.heads[order], costs[order])
    heap = np.empty(len(view.rows) + 1, np.int64)
    main = np.flatnonzero(travel.component[view.rows[:, ARC] >> 1] == 0)
    landmark = _farthest(_times(into, int(view.heads[main[0] if len(main) else 0]), heap))
    nearest = np.full(count, FAR, np.int32)
    for column in range(LANDMARKS):
        to, since = _times(into, landmark, heap), _times(out_of, landmark, heap)
        table[:, column] = np.where(to == FAR, _NO_WAY_TO, -to)
        table[:, LANDMARKS + column] = np.where(since == FAR, _NO_WAY_FROM, since)
        nearest = np.minimum(nearest, to)
        landmark = _farthest(np.where(to == FAR, FAR, nearest))
    return table


def aim_at(table: Ints, crowd: Crowd, heads: Ints) -> Aim:
    """Return the aim of a search for anybody of a crowd; `heads` is the view's."""
    entries = crowd.entries[np.argsort(crowd.entries[:, E_ORIGIN], kind="stable")]
    if not len(entries):
        return Aim(table, np.empty((0, table.shape[1]), np.int32), np.empty(0, np.int32), np.empty(0, np.int32))
    alone = entries[:, E_LEFT] + entries[:, E_EXTRA]
    starts = np.flatnonzero(np.diff(entries[:, E_ORIGIN], prepend=-1))
    base = np.minimum.reduceat(alone[:, None] - table[heads[entries[:, E_STATE]]], starts, axis=0)
    return Aim(table, np.minimum(base, 2 * FAR), np.minimum.reduceat(alone, starts), np.ascontiguousarray(entries[starts, E_ORIGIN]))


@compiled
def least_times(aim: Aim, rows: Ints, crowd: Crowd, seeds: Ints, bounds: Ints) -> None:
    """Fill by origin the least time to a target that stands on `seeds`; `FAR` where no way leads. `rows` is the view's."""
    bounds[:] = FAR
    for i in range(aim.base.shape[0]):
        for s in range(seeds.shape[0]):
            u = rows[seeds[s, S_STATE], TAIL]
            bound = aim.least[i]
            for j in range(aim.base.shape[1]):
                bound = max(bound, np.int32(aim.base[i, j] + aim.table[u, j]))
            bounds[aim.origin[i]] = min(bounds[aim.origin[i]], bound + seeds[s, S_COST])
    for s in range(seeds.shape[0]):  # who stands on the target's own arc need not pass its tail
        entry = crowd.first[seeds[s, S_STATE]]
        while entry >= 0:
            bounds[crowd.entries[entry, E_ORIGIN]] = 0
            entry = crowd.entries[entry, E_NEXT]


def _times(links: tuple[Ints, Ints, Ints], source: int, heap: Longs) -> Ints:
    times = np.full(len(links[0]) - 1, FAR, np.int32)
    _spread(*links, source, heap, times)
    return times


def _farthest(times: Ints) -> int:
    return int(np.argmax(np.where(times == FAR, -1, times)))


@compiled
def _spread(ptr: Ints, ends: Ints, costs: Ints, source: int, heap: Longs, times: Ints) -> None:
    """Fill the times from one junction to all (Dijkstra)."""
    times[source] = 0
    heap[0] = source
    size = 1
    while size > 0:
        time, u = heap[0] >> 32, heap[0] & 0xFFFFFFFF
        size = drop_first(heap, size)
        if times[u] != time:
            continue
        for i in range(ptr[u], ptr[u + 1]):
            later = time + costs[i]
            if later < times[ends[i]]:
                times[ends[i]] = later
                size = push(heap, size, (later << 32) | ends[i])
