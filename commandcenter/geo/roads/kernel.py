"""Incremental Network Expansion, compiled: one search from the target against the traffic, until k origins are settled.

Method: Papadias et al., "Query processing in spatial network databases", VLDB 2003. Exact; ties go to the lower origin.
All times are integer milliseconds. Functions release the GIL and touch only the caller's own `Scratch`.
`number` stamps what belongs to this search; `number + 1` marks a state that is not to be driven whole (it is closed,
or the target stands on it) but whose origins beyond that place still set out.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from commandcenter.geo.roads.heap import drop_first, push
from commandcenter.geo.roads.layout import (
    ALL_BUT_BACK,
    ARC,
    COMPLETE,
    COST,
    E_EXTRA,
    E_LEFT,
    E_NEXT,
    E_ORIGIN,
    E_STATE,
    LIMIT,
    N_BEST,
    N_FIRST,
    N_NEXT,
    N_SECOND,
    N_STAMP,
    NEVER,
    NEXT,
    NONE_YET,
    S_COST,
    S_LEFT,
    S_OPEN,
    S_REACH,
    S_STATE,
    STAMP,
    TAIL,
    TURNS,
    Answer,
    Crowd,
    Ints,
    Longs,
    Scratch,
    View,
)


@njit(cache=True, nogil=True)
def _begin(crowd: Crowd, seeds: Ints, closed: Longs, number: int, base: int, work: Scratch) -> int:
    """Mark what is closed and offer the origins on the target's own arc, behind it; returns the heap's size."""
    for i in range(closed.shape[0]):
        work.states[closed[i, 0], STAMP] = number + 1
        work.states[closed[i, 0], LIMIT] = closed[i, 1]
    size = 0
    for i in range(seeds.shape[0]):
        j = crowd.first[seeds[i, S_STATE]]
        while j >= 0:
            left = crowd.entries[j, E_LEFT]
            if seeds[i, S_LEFT] <= left <= seeds[i, S_REACH]:
                eta = np.int64(left) - seeds[i, S_LEFT] + crowd.entries[j, E_EXTRA]
                size = push(work.heap, size, (eta << 32) | (base + 2 * j + 1))
            j = crowd.entries[j, E_NEXT]
    return size


@njit(cache=True, nogil=True)
def _offer(entries: Ints, j: int, time: int, limit: int, base: int, heap: Longs, size: int) -> int:
    """Offer the origins of a state, `j` and after, whose head lies `time` from the target; those not nearer to it than `limit` are shut in."""
    while j >= 0:
        left = entries[j, E_LEFT]
        if left < limit:
            size = push(heap, size, ((time + left + entries[j, E_EXTRA]) << 32) | (base + 2 * j))
        j = entries[j, E_NEXT]
    return size


@njit(cache=True, nogil=True)
def _settle(crowd: Crowd, free: Ints, time: int, code: int, number: int, done: Ints, answer: Answer, found: int) -> int:
    """Take an origin at its first, best arrival if it is free; returns how many are found."""
    origin = crowd.entries[code >> 1, E_ORIGIN]
    if done[origin] == number or free[origin] == 0:
        return found
    done[origin] = number
    answer.times[found] = time
    answer.codes[found] = code
    return found + 1


@njit(cache=True, nogil=True)
def by_nodes(view: View, crowd: Crowd, free: Ints, seeds: Ints, closed: Longs, k: int, number: int, work: Scratch, answer: Answer) -> int:
    """Search by junctions: exact where no turn is forbidden. Returns how many rows of `answer` are filled."""
    rows, states, nodes, heap = view.rows, work.states, work.nodes, work.heap
    first, entries = crowd.first, crowd.entries
    base = max(rows.shape[0], nodes.shape[0])
    has_closed = closed.shape[0] > 0
    size = _begin(crowd, seeds, closed, number, base, work)
    for i in range(seeds.shape[0]):
        if seeds[i, S_OPEN] == 1:
            size = _reach(nodes, rows[seeds[i, S_STATE], TAIL], int(seeds[i, S_COST]), -1 - i, number, heap, size)
    found = 0
    while size > 0 and found < k:
        time, code = heap[0] >> 32, heap[0] & 0xFFFFFFFF
        size = drop_first(heap, size)
        if code >= base:
            found = _settle(crowd, free, time, code - base, number, work.done, answer, found)
        elif nodes[code, N_BEST] == time:
            for b in range(view.in_ptr[code], view.in_ptr[code + 1]):
                shut = has_closed and states[b, STAMP] == number + 1
                if first[b] >= 0:
                    size = _offer(entries, first[b], time, states[b, LIMIT] if shut else NEVER, base, heap, size)
                if not shut:
                    size = _reach(nodes, rows[b, TAIL], time + rows[b, COST], b, number, heap, size)
    return found


@njit(cache=True, nogil=True, inline="always")
def _reach(nodes: Ints, u: int, time: int, via: int, number: int, heap: Longs, size: int) -> int:
    """Label a junction that can be left for the target by `via`, if that is better; returns the heap's size."""
    if nodes[u, N_STAMP] == number and nodes[u, N_BEST] <= time:
        return size
    nodes[u, N_STAMP] = number
    nodes[u, N_BEST] = time
    nodes[u, N_NEXT] = via
    return push(heap, size, (time << 32) | u)


@njit(cache=True, nogil=True, inline="always")
def _wanted(nodes: Ints, u: int, time: int, number: int) -> bool:
    """Tell whether a junction can use a departure at `time`: its two earliest decide everything that comes into it."""
    if nodes[u, N_STAMP] != number:
        nodes[u, N_STAMP] = number
        nodes[u, N_BEST] = time
        nodes[u, N_SECOND] = NEVER
        nodes[u, N_FIRST] = NONE_YET
        return True
    if time >= nodes[u, N_SECOND] or nodes[u, N_FIRST] == COMPLETE:
        return False
    if time < nodes[u, N_BEST]:
        nodes[u, N_SECOND] = nodes[u, N_BEST]
        nodes[u, N_BEST] = time
    else:
        nodes[u, N_SECOND] = time
    return True


@njit(cache=True, nogil=True, inline="always")
def _open(nodes: Ints, u: int, time: int, number: int) -> bool:
    """Tell whether a junction could still use a departure at `time` or later."""
    return bool(nodes[u, N_STAMP] != number or (time < nodes[u, N_SECOND] and nodes[u, N_FIRST] != COMPLETE))


@njit(cache=True, nogil=True, inline="always")
def _relax(
    rows: Ints, first: Ints, entries: Ints, b: int, a: int, time: int, number: int, base: int, states: Ints, nodes: Ints, heap: Longs, size: int
) -> int:
    """Label state `b`, followed by `a` which begins `time` from the target; returns the heap's size.

    Turns cost nothing, so the first label is the best and no state is labelled twice.
    """
    stamp = states[b, STAMP]
    if stamp == number:
        return size
    if first[b] >= 0:
        size = _offer(entries, first[b], time, states[b, LIMIT] if stamp == number + 1 else NEVER, base, heap, size)
    states[b, STAMP] = number
    states[b, NEXT] = a
    later = time + rows[b, COST]
    if stamp == number + 1 or (rows[b, TURNS] < 0 and not _wanted(nodes, rows[b, TAIL], later, number)):
        return size
    return push(heap, size, (later << 32) | b)


@njit(cache=True, nogil=True)
def _sow(view: View, seeds: Ints, number: int, work: Scratch, size: int) -> int:
    """Begin at the target; returns the heap's size."""
    for i in range(seeds.shape[0]):
        s = seeds[i, S_STATE]
        if work.states[s, STAMP] != number + 1:
            work.states[s, STAMP] = number + 1
            work.states[s, LIMIT] = NEVER
        if seeds[i, S_OPEN] == 1 and (view.rows[s, TURNS] >= 0 or _wanted(work.nodes, view.rows[s, TAIL], seeds[i, S_COST], number)):
            size = push(work.heap, size, (np.int64(seeds[i, S_COST]) << 32) | s)
    return size


@njit(cache=True, nogil=True)
def by_arcs(view: View, crowd: Crowd, free: Ints, seeds: Ints, closed: Longs, k: int, number: int, work: Scratch, answer: Answer) -> int:
    """Search by arcs: exact with forbidden turns. Returns how many rows of `answer` are filled.

    At a junction without rules the earliest arc out of it labels every arc into it but its own twin, the second
    earliest labels that twin, and nothing later can matter: so the work stays near that of a search by junctions.
    """
    rows, states, nodes, heap = view.rows, work.states, work.nodes, work.heap
    first, entries = crowd.first, crowd.entries
    base = max(view.rows.shape[0], work.nodes.shape[0])
    size = _begin(crowd, seeds, closed, number, base, work)
    size = _sow(view, seeds, number, work, size)
    found = 0
    while size > 0 and found < k:
        time, a = work.heap[0] >> 32, work.heap[0] & 0xFFFFFFFF
        size = drop_first(work.heap, size)
        if a >= base:
            found = _settle(crowd, free, time, a - base, number, work.done, answer, found)
            continue
        turns = rows[a, TURNS]
        if turns >= 0:
            for i in range(view.pred_ptr[turns], view.pred_ptr[turns + 1]):
                size = _relax(rows, first, entries, view.preds[i], a, time, number, base, states, nodes, heap, size)
            continue
        u = rows[a, TAIL]
        before = nodes[u, N_FIRST]
        if before == COMPLETE:
            continue
        twin = rows[a, ARC] ^ 1 if turns == ALL_BUT_BACK else NONE_YET
        nodes[u, N_FIRST] = COMPLETE
        for b in range(view.in_ptr[u], view.in_ptr[u + 1]):
            arc = rows[b, ARC]
            if before == arc or (before == NONE_YET and arc != twin):
                size = _relax(rows, first, entries, b, a, time, number, base, states, nodes, heap, size)
            elif before == NONE_YET and (first[b] >= 0 or rows[b, TURNS] >= 0 or _open(nodes, rows[b, TAIL], time + rows[b, COST], number)):
                nodes[u, N_FIRST] = twin
    return found


@njit(cache=True, nogil=True)
def trace(view: View, seeds: Ints, start: int, arc_based: bool, work: Scratch) -> int:
    """Write to `work.path` the states driven after the origin's own `start`, the target's last; returns how many.

    Only for an origin of the last answer, and not a direct one.
    """
    n, s = 0, start
    while True:
        if arc_based:
            s = work.states[s, NEXT]
            for i in range(seeds.shape[0]):
                if seeds[i, S_STATE] == s:
                    work.path[n] = s
                    return n + 1
        else:
            s = work.nodes[view.heads[s], N_NEXT]
            if s < 0:
                work.path[n] = seeds[-1 - s, S_STATE]
                return n + 1
        work.path[n] = s
        n += 1


@njit(cache=True, nogil=True)
def measure(view: View, crowd: Crowd, seeds: Ints, arc_based: bool, work: Scratch, found: int, answer: Answer) -> None:
    """Fill the answer's `whole_m` and `last`."""
    for i in range(found):
        answer.whole_m[i] = 0.0
        answer.last[i] = -1
        if answer.codes[i] & 1 == 0:
            n = trace(view, seeds, crowd.entries[answer.codes[i] >> 1, E_STATE], arc_based, work)
            for j in range(n - 1):
                answer.whole_m[i] += view.lengths_m[work.path[j]]
            answer.last[i] = work.path[n - 1]
