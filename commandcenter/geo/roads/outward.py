"""One search from some places along the traffic: when each road can be entered, until a limit. Exact, turn rules and closures included.

States are settled as in Dijkstra's algorithm on the line graph, each by the first few of those who set out and not once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads.closures import Closed
from commandcenter.geo.roads.heap import drop_first, push
from commandcenter.geo.roads.jit import compiled, inlined
from commandcenter.geo.roads.layout import ALL_BUT_BACK, ARC, COST, NEVER, TAIL, TURNS, Ints, Longs
from commandcenter.geo.roads.search import Foothold, share_ms
from commandcenter.geo.roads.travel import Travel


class Onward(NamedTuple):
    """What can follow each state of a view."""

    out_ptr: Ints
    """The states that leave junction u are out[out_ptr[u] : out_ptr[u + 1]]."""
    out: Ints
    after_ptr: Ints
    """Where rules bind at its head, the states that may follow state s are after[after_ptr[s] : after_ptr[s + 1]]."""
    after: Ints


class Departure(NamedTuple):
    """When each arc can be entered, by the first few of those who set out from their places."""

    entry_ms: Ints
    """By arc and rank, at its begin; `NEVER` where nobody more can be there within the limit."""
    source: Ints
    """Who that is; each once at most."""
    setting_out: tuple[tuple[int, float, int, int], ...]
    """Arcs on which somebody stands: arc, share of it that lies behind, milliseconds before setting out, who."""


def onward(travel: Travel) -> Onward:
    """Return the view laid out for searching along the traffic. Takes about 0.05 s per 100,000 arcs."""
    view = travel.view
    count = len(view.in_ptr) - 1
    tails = view.rows[:, TAIL]
    out = np.argsort(tails, kind="stable").astype(np.int32)
    out_ptr = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(tails, minlength=count), out=out_ptr[1:])
    ruled = np.flatnonzero(view.rows[:, TURNS] >= 0)
    lists = view.rows[ruled, TURNS]
    sizes = view.pred_ptr[lists + 1] - view.pred_ptr[lists]
    follower = np.repeat(ruled, sizes)
    before = np.concatenate([view.preds[view.pred_ptr[n] : view.pred_ptr[n + 1]] for n in lists]) if len(lists) else np.empty(0, np.int32)
    order = np.argsort(before, kind="stable")
    after_ptr = np.zeros(len(view.rows) + 1, np.int32)
    np.cumsum(np.bincount(before, minlength=len(view.rows)), out=after_ptr[1:])
    return Onward(out_ptr, out, after_ptr, follower[order].astype(np.int32))


def depart(travel: Travel, ways: Onward, closed: Closed, places: Sequence[tuple[Foothold, int]], limit_ms: int, depth: int = 1) -> Departure:
    """Return when each arc can be entered, up to the limit, by the first `depth` of those who stand somewhere and wait so many ms first.

    One search for all of them: nobody matters behind an arc that `depth` others enter sooner, since they go on as well from there.
    """
    view = travel.view
    setting_out = []
    starts = []
    for source, (foothold, delay_ms) in enumerate(places):
        for direction in (0, 1):
            arc = 2 * foothold.edge + direction
            if travel.plain[arc] < 0:
                continue
            share = foothold.share if direction == 0 else 1 - foothold.share
            setting_out.append((arc, share, delay_ms, source))
            if _way_is_clear(closed, arc, share):
                cost = int(travel.cost_ms[arc])
                starts.append((int(travel.plain[arc]), delay_ms + cost - share_ms(cost, share), source))
    barred = np.zeros(len(view.rows), np.bool_)
    barred[closed.states.states] = True
    entry = np.full((len(view.rows), depth), NEVER, np.int32)
    who = np.full((len(view.rows), depth), -1, np.int32)
    heap = np.empty(len(view.rows) * depth + len(starts) + 4, np.int64)
    _spread(view.rows, view.heads, ways, np.array(starts, np.int64).reshape(-1, 3), barred, limit_ms, entry, who, heap)
    return Departure(*_by_arc(travel, entry, who), tuple(setting_out))


def _by_arc(travel: Travel, entry: Ints, who: Ints) -> tuple[Ints, Ints]:
    """Return the first few at each arc, from those at each of its states."""
    used = np.flatnonzero(travel.plain >= 0)
    times = np.full((len(travel.plain), entry.shape[1]), NEVER, np.int32)
    source = np.full_like(times, -1)
    times[used], source[used] = entry[travel.plain[used]], who[travel.plain[used]]
    for arc in travel.copies:
        best: dict[int, int] = {}
        for state in travel.states_of(arc):
            for time, one in zip(entry[state].tolist(), who[state].tolist(), strict=True):
                best[one] = min(time, best.get(one, NEVER))
        best.pop(-1, None)
        for rank, (one, time) in enumerate(sorted(best.items(), key=lambda item: (item[1], item[0]))[: entry.shape[1]]):
            times[arc, rank], source[arc, rank] = time, one
    return times, source


def _way_is_clear(closed: Closed, arc: int, share: float) -> bool:
    """Tell whether who stands at a share of an arc can drive on to its head."""
    stretch = closed.shut.get(arc >> 1)
    if stretch is None:
        return True
    end = stretch[1] if arc & 1 == 0 else 1 - stretch[0]
    return share > end


@compiled
def _spread(
    rows: Ints, heads: Ints, ways: Onward, starts: Longs, barred: NDArray[np.bool_], limit_ms: int, entry: Ints, who: Ints, heap: Longs
) -> None:
    """Fill by state and rank the time at its begin, and who; a start is a state, the time at its head, and who."""
    depth = entry.shape[1]
    base = rows.shape[0] * depth
    size = 0
    for i in range(starts.shape[0]):
        if starts[i, 1] <= limit_ms:
            size = push(heap, size, (starts[i, 1] << 32) | (base + i))
    while size > 0:
        time, code = heap[0] >> 32, heap[0] & 0xFFFFFFFF
        size = drop_first(heap, size)
        s = int(starts[code - base, 0]) if code >= base else code // depth
        source = int(starts[code - base, 2]) if code >= base else int(who[s, code % depth])
        u = heads[s]
        first, last = ways.out_ptr[u], ways.out_ptr[u + 1]
        if first == last:
            continue
        if rows[ways.out[first], TURNS] >= 0:
            for i in range(ways.after_ptr[s], ways.after_ptr[s + 1]):
                size = _enter(rows, ways.after[i], time, source, barred, limit_ms, entry, who, heap, size)
            continue
        for i in range(first, last):
            b = ways.out[i]
            if rows[b, TURNS] != ALL_BUT_BACK or rows[b, ARC] != rows[s, ARC] ^ 1:
                size = _enter(rows, b, time, source, barred, limit_ms, entry, who, heap, size)


@inlined
def _enter(
    rows: Ints, b: int, time: int, source: int, barred: NDArray[np.bool_], limit_ms: int, entry: Ints, who: Ints, heap: Longs, size: int
) -> int:
    """Note somebody's entry of a state where few enough were sooner, and go on to its head if that is in time; returns the heap's size."""
    rank, depth = 0, entry.shape[1]
    while rank < depth and entry[b, rank] != NEVER:
        if who[b, rank] == source:
            return size
        rank += 1
    if rank == depth:
        return size
    entry[b, rank], who[b, rank] = time, source
    later = time + rows[b, COST]
    if barred[b] or later > limit_ms:
        return size
    return push(heap, size, (later << 32) | (np.int64(b) * depth + rank))
