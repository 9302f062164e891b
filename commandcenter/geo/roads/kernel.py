"""Incremental Network Expansion, compiled: one search from the target against the traffic, until k origins are settled.

Method: Papadias et al., "Query processing in spatial network databases", VLDB 2003. Exact; ties go to the lower origin.
Layouts are described where they are made: `travel.py` (states), `origins.py` (entries), `search.py` (work rows).
All times are integer milliseconds. Functions release the GIL and touch only the caller's own work arrays.
"""

from __future__ import annotations

from typing import Any

from numba import njit

from commandcenter.geo.roads.heap import drop_first, push

NEVER = 2**31 - 1
"""Later than any arrival; also "no limit"."""

COST, TAIL, ARC, TURNS = 0, 1, 2, 3
"""Columns of a state's row. TURNS: index of its list of predecessors, or one of the next two."""
ALL_BUT_BACK, ALL = -1, -2
"""At the state's tail every turn is allowed but the one back; or (a dead end) also that one."""
STAMP, NEXT, LIMIT = 0, 1, 2
"""Columns of a state's work row."""
N_STAMP, N_BEST, N_SECOND, N_FIRST = 0, 1, 2, 3
"""Columns of a node's work row; N_SECOND is the next arc in the search by nodes."""
S_STATE, S_COST, S_LEFT, S_REACH, S_OPEN = 0, 1, 2, 3, 4
"""Columns of a seed: target's state, time from its tail, time to its head, farthest direct origin, is its tail open."""
E_ORIGIN, E_LEFT, E_EXTRA, E_NEXT, E_STATE = 0, 1, 2, 3, 4
"""Columns of an entry: an origin standing on a state with so much time left to its head."""
NONE_YET, COMPLETE = -1, -2


@njit(cache=True, nogil=True)
def _direct(heap: Any, size: int, base: int, seeds: Any, first: Any, entries: Any) -> int:
    """Offer the origins on the target's own arc, behind it, with nothing closed in between."""
    for i in range(seeds.shape[0]):
        j = first[seeds[i, S_STATE]]
        while j >= 0:
            left = entries[j, E_LEFT]
            if seeds[i, S_LEFT] <= left <= seeds[i, S_REACH]:
                eta = left - seeds[i, S_LEFT] + entries[j, E_EXTRA]
                size = push(heap, size, (eta << 32) | (base + 2 * j + 1))
            j = entries[j, E_NEXT]
    return size


@njit(cache=True, nogil=True)
def _offer(heap: Any, size: int, base: int, time: int, j: int, entries: Any, limit: int) -> int:
    """Offer the origins on an arc whose head is reached at `time`; those not nearer than `limit` are shut in."""
    while j >= 0:
        left = entries[j, E_LEFT]
        if left < limit:
            size = push(heap, size, ((time + left + entries[j, E_EXTRA]) << 32) | (base + 2 * j))
        j = entries[j, E_NEXT]
    return size


@njit(cache=True, nogil=True)
def _mark_closed(work: Any, gen: int, closed: Any) -> None:
    for i in range(closed.shape[0]):
        work[closed[i, 0], STAMP] = gen + 1
        work[closed[i, 0], LIMIT] = closed[i, 1]


@njit(cache=True, nogil=True)
def by_nodes(
    in_ptr: Any, rows: Any, seeds: Any, closed: Any, first: Any, entries: Any, free: Any, k: int, gen: int, work: Any, nodes: Any, done: Any, heap: Any, out: Any
) -> int:
    """Search by junctions: exact where no turn is forbidden. Returns how many rows of `out` (time, code) are filled."""
    base = max(rows.shape[0], nodes.shape[0])
    has_closed = closed.shape[0] > 0
    _mark_closed(work, gen, closed)
    size = _direct(heap, 0, base, seeds, first, entries)
    for i in range(seeds.shape[0]):
        if seeds[i, S_OPEN] == 1:
            u = rows[seeds[i, S_STATE], TAIL]
            cost = seeds[i, S_COST]
            if nodes[u, N_STAMP] != gen or cost < nodes[u, N_BEST]:
                nodes[u, N_STAMP], nodes[u, N_BEST], nodes[u, N_SECOND] = gen, cost, -1 - i
                size = push(heap, size, (cost << 32) | u)
    found = 0
    while size > 0 and found < k:
        key = heap[0]
        size = drop_first(heap, size)
        time = key >> 32
        code = key & 0xFFFFFFFF
        if code >= base:
            found = _settle(time, code - base, entries, free, gen, done, out, found)
            continue
        if nodes[code, N_BEST] != time:
            continue
        for b in range(in_ptr[code], in_ptr[code + 1]):
            limit = NEVER
            if has_closed and work[b, STAMP] == gen + 1:
                limit = work[b, LIMIT]
            if first[b] >= 0:
                size = _offer(heap, size, base, time, first[b], entries, limit)
            if limit != NEVER:
                continue
            v = rows[b, TAIL]
            later = time + rows[b, COST]
            if nodes[v, N_STAMP] != gen or later < nodes[v, N_BEST]:
                nodes[v, N_STAMP], nodes[v, N_BEST], nodes[v, N_SECOND] = gen, later, b
                size = push(heap, size, (later << 32) | v)
    return found


@njit(cache=True, nogil=True)
def _settle(time: int, code: int, entries: Any, free: Any, gen: int, done: Any, out: Any, found: int) -> int:
    """Take an origin at its first, best arrival if it is free."""
    origin = entries[code >> 1, E_ORIGIN]
    if done[origin] == gen or free[origin] == 0:
        return found
    done[origin] = gen
    out[found, 0] = time
    out[found, 1] = code
    return found + 1


@njit(cache=True, nogil=True)
def _wanted(nodes: Any, u: int, gen: int, time: int) -> bool:
    """Tell whether a junction still needs a label at `time`: the two earliest arcs out of it decide all that come in."""
    if nodes[u, N_STAMP] != gen:
        nodes[u, N_STAMP], nodes[u, N_BEST], nodes[u, N_SECOND], nodes[u, N_FIRST] = gen, time, NEVER, NONE_YET
        return True
    if time >= nodes[u, N_SECOND]:
        return False
    if time < nodes[u, N_BEST]:
        nodes[u, N_SECOND] = nodes[u, N_BEST]
        nodes[u, N_BEST] = time
    else:
        nodes[u, N_SECOND] = time
    return True


@njit(cache=True, nogil=True)
def _relax(rows: Any, first: Any, entries: Any, gen: int, work: Any, nodes: Any, heap: Any, size: int, b: int, a: int, time: int) -> int:
    """Label state `b`, followed by `a` which begins at `time`. The first label is the best: costs of turns are zero."""
    stamp = work[b, STAMP]
    if stamp == gen:
        return size
    if first[b] >= 0:
        size = _offer(heap, size, max(rows.shape[0], nodes.shape[0]), time, first[b], entries, work[b, LIMIT] if stamp == gen + 1 else NEVER)
    work[b, STAMP] = gen
    work[b, NEXT] = a
    later = time + rows[b, COST]
    if stamp == gen + 1 or (rows[b, TURNS] < 0 and not _wanted(nodes, rows[b, TAIL], gen, later)):
        return size
    return push(heap, size, (later << 32) | b)


@njit(cache=True, nogil=True)
def _sow(rows: Any, seeds: Any, gen: int, work: Any, nodes: Any, heap: Any, size: int) -> int:
    """Begin at the target: its arcs are driven in part only, so they are never labelled whole again."""
    for i in range(seeds.shape[0]):
        s = seeds[i, S_STATE]
        if work[s, STAMP] != gen + 1:
            work[s, STAMP], work[s, LIMIT] = gen + 1, NEVER
        if seeds[i, S_OPEN] == 1 and (rows[s, TURNS] >= 0 or _wanted(nodes, rows[s, TAIL], gen, seeds[i, S_COST])):
            size = push(heap, size, (seeds[i, S_COST] << 32) | s)
    return size


@njit(cache=True, nogil=True)
def by_arcs(
    in_ptr: Any, rows: Any, pred_ptr: Any, preds: Any, seeds: Any, closed: Any, first: Any, entries: Any, free: Any, k: int, gen: int, work: Any, nodes: Any, done: Any,
    heap: Any, out: Any,
) -> int:  # fmt: skip
    """Search by arcs: exact with forbidden turns. Returns how many rows of `out` (time, code) are filled.

    At a junction without rules the earliest arc out of it labels every arc into it but its own twin, and the second
    earliest labels that twin; nothing later can matter. So work stays near that of a search by junctions.
    """
    base = max(rows.shape[0], nodes.shape[0])
    _mark_closed(work, gen, closed)
    size = _direct(heap, 0, base, seeds, first, entries)
    size = _sow(rows, seeds, gen, work, nodes, heap, size)
    found = 0
    while size > 0 and found < k:
        key = heap[0]
        size = drop_first(heap, size)
        time = key >> 32
        a = key & 0xFFFFFFFF
        if a >= base:
            found = _settle(time, a - base, entries, free, gen, done, out, found)
            continue
        turns = rows[a, TURNS]
        if turns >= 0:
            for i in range(pred_ptr[turns], pred_ptr[turns + 1]):
                size = _relax(rows, first, entries, gen, work, nodes, heap, size, preds[i], a, time)
            continue
        u = rows[a, TAIL]
        before = nodes[u, N_FIRST]
        if before == COMPLETE:
            continue
        back = rows[a, ARC] ^ 1
        if before == NONE_YET:
            nodes[u, N_FIRST] = back if turns == ALL_BUT_BACK else COMPLETE
            for b in range(in_ptr[u], in_ptr[u + 1]):
                if turns == ALL or rows[b, ARC] != back:
                    size = _relax(rows, first, entries, gen, work, nodes, heap, size, b, a, time)
        else:
            nodes[u, N_FIRST] = COMPLETE
            for b in range(in_ptr[u], in_ptr[u + 1]):
                if rows[b, ARC] == before:
                    size = _relax(rows, first, entries, gen, work, nodes, heap, size, b, a, time)
    return found


@njit(cache=True, nogil=True)
def trace(rows: Any, heads: Any, seeds: Any, entry_state: int, arc_based: bool, work: Any, nodes: Any, path: Any) -> int:
    """Write the states driven after the origin's own, the target's last; returns how many.

    Only valid after a search whose results include that origin and before the next with the same work arrays.
    """
    n = 0
    s = entry_state
    while True:
        if arc_based:
            s = work[s, NEXT]
            path[n] = s
            for i in range(seeds.shape[0]):
                if seeds[i, S_STATE] == s:
                    return n + 1
        else:
            s = nodes[heads[s], N_SECOND]
            if s < 0:
                path[n] = seeds[-1 - s, S_STATE]
                return n + 1
            path[n] = s
        n += 1


@njit(cache=True, nogil=True)
def driven_m(rows: Any, heads: Any, lengths_m: Any, seeds: Any, entries: Any, arc_based: bool, work: Any, nodes: Any, path: Any, found: int, out: Any, metres: Any) -> None:
    """Fill `metres` with the length of the whole arcs between each found origin's own arc and the target's."""
    for i in range(found):
        code = out[i, 1]
        metres[i, 0] = 0.0
        metres[i, 1] = -1
        if code & 1 == 0:
            n = trace(rows, heads, seeds, entries[code >> 1, E_STATE], arc_based, work, nodes, path)
            for j in range(n - 1):
                metres[i, 0] += lengths_m[path[j]]
            metres[i, 1] = path[n - 1]
