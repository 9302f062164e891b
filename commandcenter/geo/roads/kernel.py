"""Incremental Network Expansion, compiled: one search from the target against the traffic, until k origins are settled.

Method: Papadias, Zhang, Mamoulis & Tao, "Query processing in spatial network databases", VLDB 2003. Exact; ties go to
the lower origin. All times are integer milliseconds. Functions release the GIL and touch only the caller's `Scratch`.

Where no rule binds, junctions are labelled as in Dijkstra's algorithm. At a junction with turn rules each *state* (an
arc, see `travel`) that leaves is queued by itself and labels only the states into the junction that may turn into it.

Nobody turns back but at a dead end. So the first departure from a junction labels every arc into it but one: the arc
back along that departure, which needs the *second* departure. Driving such an arc only helps somebody who cannot take
the first departure where it leads. That is so only behind a junction with rules at which some state is still without a
label; the first junction with rules on a way is therefore its *debt*, and second departures are sought only while the
debt is open. Elsewhere, which is nearly everywhere, this is a plain search by junctions.

`number` stamps what belongs to this search; `number + 1` marks a closed state, which is not to be driven whole but
whose origins beyond the closure still set out.
"""

from __future__ import annotations

import numpy as np

from commandcenter.geo.roads.heap import drop_first, push
from commandcenter.geo.roads.jit import compiled, inlined
from commandcenter.geo.roads.layout import (
    ALL,
    ALL_BUT_BACK,
    ARC,
    COST,
    E_EXTRA,
    E_LEFT,
    E_NEXT,
    E_ORIGIN,
    EVERYWHERE,
    LIMIT,
    N_BACK,
    N_BEST,
    N_DEBT,
    N_LEFT,
    N_NEXT,
    N_STAMP,
    NEVER,
    NEXT,
    NO_DEBT,
    S_COST,
    S_LEFT,
    S_OPEN,
    S_STATE,
    SECOND,
    SECOND_NEXT,
    SETTLED,
    STAMP,
    STATE_DEBT,
    TAIL,
    TURNS,
    WAITING,
    Answer,
    Crowd,
    Ints,
    Longs,
    Scratch,
    Seeds,
    Shut,
    View,
)


@compiled
def search(view: View, crowd: Crowd, free: Ints, seeds: Seeds, closed: Shut, k: int, number: int, work: Scratch, answer: Answer) -> int:
    """Fill times and codes of `answer` with up to k free origins, best first; returns how many."""
    rows, in_ptr, first, entries = view.rows, view.in_ptr, crowd.first, crowd.entries
    states, nodes, seconds, heap = work.states, work.nodes, work.seconds, work.heap
    base = nodes.shape[0] + rows.shape[0]
    has_closed = closed.states.shape[0] > 0
    size = _begin(rows, crowd, seeds, closed, number, base, states, nodes, seconds, heap)
    found = 0
    while size > 0 and found < k:
        time, code = heap[0] >> 32, heap[0] & 0xFFFFFFFF
        size = drop_first(heap, size)
        if code >= base:
            found = _settle(entries, free, time, code - base, number, work.done, answer, found)
        elif code >= nodes.shape[0]:
            size = _through_rules(view, crowd, closed, code - nodes.shape[0], time, number, base, states, nodes, seconds, heap, size)
        elif nodes[code, N_DEBT] < NO_DEBT:
            if nodes[code, N_DEBT] <= WAITING and seconds[code, SECOND] == time:
                size = _back_along_first(rows, in_ptr, code, time, number, states, nodes, seconds, heap, size)
        elif nodes[code, N_BEST] == time:
            debt, back = _settle_junction(rows, nodes, code)
            for b in range(in_ptr[code], in_ptr[code + 1]):
                if rows[b, ARC] == back:
                    continue  # its origins do as well by turning round: they stand on the first departure too
                shut = has_closed and states[b, STAMP] == number + 1
                if first[b] >= 0:
                    size = _offer(crowd, first[b], time, closed.ends[states[b, LIMIT]] if shut else EVERYWHERE, base, heap, size)
                if shut:
                    continue
                if debt == NO_DEBT:
                    size = _pass(view, crowd, closed, b, time, number, base, states, nodes, seconds, heap, size)
                else:
                    size = _leave(rows, b, time + rows[b, COST], debt, number, states, nodes, seconds, heap, size)
    return found


@compiled
def _begin(
    rows: Ints, crowd: Crowd, seeds: Seeds, closed: Shut, number: int, base: int, states: Ints, nodes: Ints, seconds: Ints, heap: Longs
) -> int:
    """Mark what is closed, offer the origins on the target's own arc behind it, leave its tails; returns the heap's size."""
    for i in range(closed.states.shape[0]):
        states[closed.states[i], STAMP] = number + 1
        states[closed.states[i], LIMIT] = i
    size, at, entries = 0, seeds.rows, crowd.entries
    for i in range(at.shape[0]):
        j = crowd.first[at[i, S_STATE]]
        while j >= 0:
            if seeds.beyond[i] < crowd.place[j] <= seeds.place[i]:
                eta = np.int64(entries[j, E_LEFT]) - at[i, S_LEFT] + entries[j, E_EXTRA]
                size = push(heap, size, (eta << 32) | (base + 2 * j + 1))
            j = entries[j, E_NEXT]
    for i in range(at.shape[0]):
        if at[i, S_OPEN] == 1:
            size = _leave(rows, int(at[i, S_STATE]), int(at[i, S_COST]), NO_DEBT, number, states, nodes, seconds, heap, size)
    return size


@compiled
def _offer(crowd: Crowd, j: int, time: int, beyond: float, base: int, heap: Longs, size: int) -> int:
    """Offer the origins of a state, `j` and after, whose head lies `time` from the target; those not `beyond` this share of it are shut in."""
    entries = crowd.entries
    while j >= 0:
        if crowd.place[j] > beyond:
            size = push(heap, size, ((time + entries[j, E_LEFT] + entries[j, E_EXTRA]) << 32) | (base + 2 * j))
        j = entries[j, E_NEXT]
    return size


@compiled
def _settle(entries: Ints, free: Ints, time: int, code: int, number: int, done: Ints, answer: Answer, found: int) -> int:
    """Take an origin at its first, best arrival if it is free; returns how many are found."""
    origin = entries[code >> 1, E_ORIGIN]
    if done[origin] == number or free[origin] == 0:
        return found
    done[origin] = number
    answer.times[found] = time
    answer.codes[found] = code
    return found + 1


@compiled
def _is_open(nodes: Ints, debt: int) -> bool:
    """Tell whether a state into this junction with rules, or into those it passes the debt on to, still needs a label."""
    while debt >= 0:
        if nodes[debt, N_LEFT] > 0:
            return True
        after = nodes[debt, N_DEBT]
        if after >= 0 and nodes[after, N_LEFT] == 0:
            nodes[debt, N_DEBT] = nodes[after, N_DEBT]  # the next to ask has half the way
        debt = after
    return False


@inlined
def _leave(rows: Ints, b: int, time: int, debt: int, number: int, states: Ints, nodes: Ints, seconds: Ints, heap: Longs, size: int) -> int:
    """Note that a junction can be left by state `b`, `time` before the arrival; returns the heap's size."""
    u = int(rows[b, TAIL])
    if rows[b, TURNS] >= 0:
        return _leave_rules(nodes, states, u, b, time, debt, number, heap, size)
    if nodes[u, N_STAMP] != number or time < nodes[u, N_BEST]:
        if debt >= 0:
            size = _keep_second(nodes, seconds, u, number, heap, size)
        nodes[u, N_STAMP] = number
        nodes[u, N_BEST] = time
        nodes[u, N_NEXT] = b
        nodes[u, N_DEBT] = debt
        return push(heap, size, (time << 32) | u)
    if nodes[u, N_DEBT] != NO_DEBT and nodes[u, N_DEBT] != SETTLED:
        return _leave_second(nodes, seconds, u, b, time, heap, size)
    return size


@inlined
def _pass(
    view: View, crowd: Crowd, closed: Shut, b: int, time: int, number: int, base: int,
    states: Ints, nodes: Ints, seconds: Ints, heap: Longs, size: int,
) -> int:  # fmt: skip
    """Leave by state `b`, and on and on while there is one way only; returns the heap's size. `time`: from the head of `b`, which is settled.

    Junctions of two roads and dead ends need no place in the heap: what comes later along the same road is no sooner, and what
    comes sooner along the other passes through them once more.
    """
    rows, in_ptr, first = view.rows, view.in_ptr, crowd.first
    while True:
        time += rows[b, COST]
        u = rows[b, TAIL]
        start, end = in_ptr[u], in_ptr[u + 1]
        if rows[b, TURNS] >= 0 or end - start > 2 or (nodes[u, N_STAMP] == number and time >= nodes[u, N_BEST]):
            return _leave(rows, b, time, NO_DEBT, number, states, nodes, seconds, heap, size)
        back = rows[b, ARC] ^ 1
        ahead = -1
        for c in range(start, end):
            if rows[c, ARC] != back or (rows[b, TURNS] == ALL and rows[c, TURNS] >= 0):
                ahead = c if ahead < 0 else -2
        if ahead == -2:
            return _leave(rows, b, time, NO_DEBT, number, states, nodes, seconds, heap, size)
        nodes[u, N_STAMP], nodes[u, N_BEST], nodes[u, N_NEXT], nodes[u, N_DEBT] = number, time, b, SETTLED
        if ahead < 0:
            return size
        shut = closed.states.shape[0] > 0 and states[ahead, STAMP] == number + 1
        if first[ahead] >= 0:
            size = _offer(crowd, first[ahead], time, closed.ends[states[ahead, LIMIT]] if shut else EVERYWHERE, base, heap, size)
        if shut:
            return size
        b = ahead


@compiled
def _leave_rules(nodes: Ints, states: Ints, u: int, b: int, time: int, debt: int, number: int, heap: Longs, size: int) -> int:
    """Queue a way out of a junction with rules, unless it has no use for more."""
    if nodes[u, N_STAMP] == number and not _is_open(nodes, u):
        return size
    states[b, STATE_DEBT] = debt
    return push(heap, size, (time << 32) | int(nodes.shape[0] + b))


@compiled
def _keep_second(nodes: Ints, seconds: Ints, u: int, number: int, heap: Longs, size: int) -> int:
    """Make the first departure of a junction the second, since a better one with a debt takes its place; returns the heap's size."""
    seconds[u, SECOND] = nodes[u, N_BEST] if nodes[u, N_STAMP] == number else NEVER
    seconds[u, SECOND_NEXT] = nodes[u, N_NEXT]
    if nodes[u, N_STAMP] == number and nodes[u, N_DEBT] == SETTLED:  # it was passed through and is not in the heap
        size = push(heap, size, int((np.int64(nodes[u, N_BEST]) << 32) | u))
    return size


@compiled
def _leave_second(nodes: Ints, seconds: Ints, u: int, b: int, time: int, heap: Longs, size: int) -> int:
    """Queue a departure that is not the first, if the junction is in debt and it is the second."""
    debt = nodes[u, N_DEBT] if nodes[u, N_DEBT] >= 0 else WAITING - nodes[u, N_DEBT]
    if time >= seconds[u, SECOND] or not _is_open(nodes, debt):
        return size
    seconds[u, SECOND] = time
    seconds[u, SECOND_NEXT] = b
    return push(heap, size, (time << 32) | u)


@compiled
def _settle_junction(rows: Ints, nodes: Ints, u: int) -> tuple[int, int]:
    """Close a junction without rules; returns the debt of the ways through it and the arc its first departure leaves out."""
    debt, departure = nodes[u, N_DEBT], nodes[u, N_NEXT]
    back = rows[departure, ARC] ^ 1 if rows[departure, TURNS] == ALL_BUT_BACK else -1
    if debt >= 0 and not _is_open(nodes, debt):
        debt = NO_DEBT
    nodes[u, N_DEBT] = WAITING - debt if debt >= 0 and back >= 0 else SETTLED
    return debt, back


@compiled
def _back_along_first(
    rows: Ints, in_ptr: Ints, u: int, time: int, number: int, states: Ints, nodes: Ints, seconds: Ints, heap: Longs, size: int
) -> int:
    """Go back by the second departure along the one arc that the first left out; returns the heap's size."""
    debt = WAITING - nodes[u, N_DEBT]
    nodes[u, N_DEBT] = SETTLED
    if _is_open(nodes, debt):
        back = rows[nodes[u, N_NEXT], ARC] ^ 1
        for b in range(in_ptr[u], in_ptr[u + 1]):
            if rows[b, ARC] == back and states[b, STAMP] != number + 1:
                size = _leave(rows, b, time + rows[b, COST], debt, number, states, nodes, seconds, heap, size)
    return size


@compiled
def _through_rules(
    view: View, crowd: Crowd, closed: Shut, a: int, time: int, number: int, base: int,
    states: Ints, nodes: Ints, seconds: Ints, heap: Longs, size: int,
) -> int:  # fmt: skip
    """Go back from a junction with rules along the states that may turn into `a` and have no label; returns the heap's size."""
    rows, preds = view.rows, view.preds
    u = rows[a, TAIL]
    if nodes[u, N_STAMP] != number:
        _first_departure(rows, view.in_ptr, a, u, number, states, nodes)
    elif not _is_open(nodes, u):
        return size
    for i in range(view.pred_ptr[rows[a, TURNS]], view.pred_ptr[rows[a, TURNS] + 1]):
        b = preds[i]
        stamp = states[b, STAMP]
        if stamp == number:
            continue
        states[b, STAMP] = number
        states[b, NEXT] = a
        if rows[b, ARC] != nodes[u, N_BACK]:
            nodes[u, N_LEFT] -= 1
        if crowd.first[b] >= 0:
            size = _offer(crowd, crowd.first[b], time, closed.ends[states[b, LIMIT]] if stamp == number + 1 else EVERYWHERE, base, heap, size)
        if stamp != number + 1:
            size = _leave(rows, b, time + rows[b, COST], u, number, states, nodes, seconds, heap, size)
    return size


@compiled
def _first_departure(rows: Ints, in_ptr: Ints, a: int, u: int, number: int, states: Ints, nodes: Ints) -> None:
    """Count the states into a junction with rules that need labels, now that the first way out of it, `a`, is known."""
    back = rows[a, ARC] ^ 1
    left = 0
    for b in range(in_ptr[u], in_ptr[u + 1]):
        left += rows[b, ARC] != back
    nodes[u, N_STAMP] = number
    nodes[u, N_LEFT] = left
    nodes[u, N_BACK] = back
    nodes[u, N_DEBT] = states[a, STATE_DEBT]
