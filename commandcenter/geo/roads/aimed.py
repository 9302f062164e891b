"""The same search as `kernel`, aimed at few origins by lower bounds (see `landmarks`), compiled.

A key in the heap is the time from the target plus the least time still to an origin not yet found. The bounds are
consistent, so every state comes out with its true time and the answers are those of the plain search. When an origin
has been found, the bounds of the others are higher; a state queued under its old bound is then queued again.

States are labelled, not junctions, so forbidden turns are exact: at a junction without rules the earliest arc out of
it labels every arc into it but its own twin, the second earliest labels that twin, and nothing later can matter.
Where there is no choice (junctions of two roads, dead ends) a label goes on at once, without queueing.
Stamps are those of `kernel`: `number` for this search, `number + 1` for what is not to be driven whole.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from commandcenter.geo.roads.heap import drop_first, push
from commandcenter.geo.roads.jit import compiled, inlined
from commandcenter.geo.roads.landmarks import FAR, Aim
from commandcenter.geo.roads.layout import (
    ALL_BUT_BACK,
    ARC,
    COST,
    E_EXTRA,
    E_LEFT,
    E_NEXT,
    E_ORIGIN,
    E_STATE,
    EVERYWHERE,
    NEVER,
    S_COST,
    S_LEFT,
    S_OPEN,
    S_STATE,
    TAIL,
    TURNS,
    Answer,
    Crowd,
    Ints,
    Longs,
    Seeds,
    Shut,
    View,
)

STAMP, NEXT, LIMIT, TIME = 0, 1, 2, 3
"""Work on a state: number of the search, the state that follows, row of what is closed (-1: only a seed), time from its tail."""
BEST, SECOND, FIRST = 1, 2, 3
"""Work on a junction, after its stamp: the two earliest departures, the arc back along the first."""
NONE_YET, COMPLETE = -1, -2
"""Values of FIRST: no arc out of it is settled; two are, so nothing more can matter."""
SPARE = 2
"""So many more than asked for are aimed at together, because bounds do not always put them in the right order."""
MOST_AIMED = 96
"""Where more are looked for together, aiming at each costs more than it saves: then the search spreads evenly. On Heidelberg, all within
8 minutes of 300 places: aimed × 0.34 of the time for 8, × 0.9 for 64, × 1.6 for 128, × 2.3 for 256, × 20 for 10,000."""
ROUNDS = 64
"""Numbers that one call may use: each round looks for as many as all before it together."""
FOUND, BOUND = 1, 2
"""Work on a bound, after its stamp: how many were found when it was worked out, and the bound."""


class Work(NamedTuple):
    """One thread's arrays. Rows count only where stamped with the running number."""

    states: Ints
    nodes: Ints
    bounds: Ints
    done: Ints
    """By origin: number of the search that found it, or one more where it is still to be found."""
    heap: Longs
    queue: Longs
    """Members by their least time."""
    base: Ints
    """Those of the aim that are searched for now, as in `Aim`, packed."""
    least: Ints
    origin: Ints
    path: Ints
    """The edges that the ways found lead along, some more than once."""
    passed: Ints
    """How many they are; not all are noted where they are more than there is room for."""


@compiled
def first(
    view: View, crowd: Crowd, seeds: Seeds, closed: Shut, aim: Aim, members: Ints, bounds: Ints,
    k: int, latest: int, number: int, work: Work, answer: Answer,
) -> int:  # fmt: skip
    """Fill `answer` with the k of these rows of the aim that arrive first, and by `latest`, best first; returns how many.

    Whoever arrives in the same millisecond as the k-th is there too. `bounds` says by origin that no way is shorter: those
    who could be first are searched for, and others only while their bounds say that they might still be sooner.
    Uses `ROUNDS` numbers at most. The answer's codes are origins; the work's `path` has the edges of all ways.
    """
    waiting = found = done = 0
    work.passed[0] = 0
    for i in range(members.shape[0]):
        bound = bounds[aim.origin[members[i]]]
        if bound <= latest:
            waiting = push(work.queue, waiting, (np.int64(bound) << 32) | members[i])
    while waiting > 0 and work.queue[0] >> 32 <= latest:
        few = 0
        while few < max(k + SPARE, done) and waiting > 0 and work.queue[0] >> 32 <= latest:
            _pack(aim, work.queue[0] & 0xFFFFFFFF, few, work)
            waiting = drop_first(work.queue, waiting)
            few += 1
        more = _search(view, crowd, seeds, closed, Aim(aim.table, work.base, work.least, work.origin), few, k, latest, number, found, work, answer)
        _measure(view, crowd, seeds, work, found, found + more, answer)
        _sort(answer, found, found + more)
        found += more
        if found >= k:
            latest = answer.times[k - 1]
            while answer.times[found - 1] > latest:
                found -= 1
        done += few
        number += 2
    return found


@inlined
def _pack(aim: Aim, row: int, i: int, work: Work) -> None:
    """Put a row of the aim among those searched for."""
    for j in range(aim.base.shape[1]):
        work.base[i, j] = aim.base[row, j]
    work.least[i], work.origin[i] = aim.least[row], aim.origin[row]


@compiled
def _sort(answer: Answer, start: int, end: int) -> None:
    """Put what was found between `start` and `end` where it belongs among what was found before: by time, then by origin."""
    for n in range(start, end):
        time, origin, metres = answer.times[n], answer.codes[n], answer.driven_m[n]
        i = n
        while i > 0 and (answer.times[i - 1], answer.codes[i - 1]) > (time, origin):
            answer.times[i], answer.codes[i], answer.driven_m[i] = answer.times[i - 1], answer.codes[i - 1], answer.driven_m[i - 1]
            i -= 1
        answer.times[i], answer.codes[i], answer.driven_m[i] = time, origin, metres


@compiled
def _search(
    view: View, crowd: Crowd, seeds: Seeds, closed: Shut, aim: Aim, few: int, k: int, latest: int, number: int, start: int, work: Work, answer: Answer
) -> int:
    """Fill `answer` from `start` on with the k of the first `few` of the aim that arrive first, and by `latest`; returns how many."""
    rows, states, heap = view.rows, work.states, work.heap
    base = rows.shape[0]
    for i in range(few):
        work.done[aim.origin[i]] = number + 1
    size = _begin(view, crowd, seeds, closed, aim, few, number, work)
    found = 0
    while size > 0:
        key, a = heap[0] >> 32, heap[0] & 0xFFFFFFFF
        if key > latest or key >= FAR or found == few or (found >= k and key > answer.times[start + k - 1]):
            break
        size = drop_first(heap, size)
        if a >= base:
            origin = crowd.entries[(a - base) >> 1, E_ORIGIN]
            if work.done[origin] == number + 1:
                work.done[origin] = number
                answer.times[start + found], answer.codes[start + found] = key, a - base
                found += 1
            continue
        time = states[a, TIME]
        true_key = time + _bound(aim, few, rows[a, TAIL], number, found, work)
        if true_key > key:
            size = push(heap, size, (true_key << 32) | a)
        elif rows[a, TURNS] >= 0:
            for i in range(view.pred_ptr[rows[a, TURNS]], view.pred_ptr[rows[a, TURNS] + 1]):
                size = _label(view, crowd, closed, aim, few, view.preds[i], a, time, number, found, work, size)
        else:
            size = _through(view, crowd, closed, aim, few, a, time, number, found, work, size)
    return found


@compiled
def _begin(view: View, crowd: Crowd, seeds: Seeds, closed: Shut, aim: Aim, few: int, number: int, work: Work) -> int:
    """Mark what is closed, offer the origins on the target's own arc behind it, leave its tails; returns the heap's size."""
    states, entries, base = work.states, crowd.entries, view.rows.shape[0]
    for i in range(closed.states.shape[0]):
        states[closed.states[i], STAMP], states[closed.states[i], LIMIT] = number + 1, i
    size, at = 0, seeds.rows
    for i in range(at.shape[0]):
        s = at[i, S_STATE]
        j = crowd.first[s]
        while j >= 0:
            if seeds.beyond[i] < crowd.place[j] <= seeds.place[i]:
                eta = np.int64(entries[j, E_LEFT]) - at[i, S_LEFT] + entries[j, E_EXTRA]
                size = push(work.heap, size, (eta << 32) | (base + 2 * j + 1))
            j = entries[j, E_NEXT]
        if states[s, STAMP] != number + 1:
            states[s, STAMP], states[s, LIMIT] = number + 1, -1
        time = np.int64(at[i, S_COST])
        if at[i, S_OPEN] == 1 and (view.rows[s, TURNS] >= 0 or _wanted(work.nodes, view.rows[s, TAIL], at[i, S_COST], number)):
            states[s, TIME] = time
            size = push(work.heap, size, ((time + _bound(aim, few, view.rows[s, TAIL], number, 0, work)) << 32) | s)
    return size


@compiled
def _bound(aim: Aim, few: int, u: int, number: int, found: int, work: Work) -> int:
    """Return the least time from any origin still to be found to a junction, 0 for more than `MOST_AIMED`; remembered until another is found."""
    if few > MOST_AIMED:
        return 0
    bounds = work.bounds
    if bounds[u, STAMP] == number and bounds[u, FOUND] == found:
        return int(bounds[u, BOUND])
    best = FAR
    for i in range(few):
        if work.done[aim.origin[i]] != number:
            bound = aim.least[i]
            for j in range(aim.base.shape[1]):
                bound = max(bound, np.int32(aim.base[i, j] + aim.table[u, j]))
            best = min(best, bound)
    bounds[u, STAMP], bounds[u, FOUND], bounds[u, BOUND] = number, found, best
    return int(best)


@compiled
def _through(view: View, crowd: Crowd, closed: Shut, aim: Aim, few: int, a: int, time: int, number: int, found: int, work: Work, size: int) -> int:
    """Label the states before `a`, which leaves a junction without rules; returns the heap's size."""
    rows, nodes = view.rows, work.nodes
    u = rows[a, TAIL]
    before = nodes[u, FIRST]
    if before == COMPLETE:
        return size
    twin = rows[a, ARC] ^ 1 if before == NONE_YET and rows[a, TURNS] == ALL_BUT_BACK else COMPLETE
    nodes[u, FIRST] = COMPLETE
    for b in range(view.in_ptr[u], view.in_ptr[u + 1]):
        if rows[b, ARC] == twin and (crowd.first[b] >= 0 or rows[b, TURNS] >= 0 or _open(nodes, rows[b, TAIL], time + rows[b, COST], number)):
            nodes[u, FIRST] = twin  # before any label: a loop from here to here may be the second way out
    for b in range(view.in_ptr[u], view.in_ptr[u + 1]):
        if rows[b, ARC] == before or (before == NONE_YET and rows[b, ARC] != twin):
            size = _label(view, crowd, closed, aim, few, b, a, time, number, found, work, size)
    return size


@inlined
def _label(
    view: View, crowd: Crowd, closed: Shut, aim: Aim, few: int, b: int, a: int, time: int, number: int, found: int, work: Work, size: int
) -> int:
    """Label state `b`, followed by `a` which begins `time` before the arrival, and on and on while there is one way only; returns the heap's size.

    Turns cost nothing, so the first label is the best and no state is labelled twice.
    """
    rows, states, entries = view.rows, work.states, crowd.entries
    while True:
        stamp = states[b, STAMP]
        if stamp == number:
            return size
        j = crowd.first[b]
        beyond = closed.ends[states[b, LIMIT]] if stamp == number + 1 and states[b, LIMIT] >= 0 else EVERYWHERE
        while j >= 0:
            if crowd.place[j] > beyond:
                size = push(work.heap, size, ((time + entries[j, E_LEFT] + entries[j, E_EXTRA]) << 32) | (rows.shape[0] + 2 * j))
            j = entries[j, E_NEXT]
        states[b, STAMP], states[b, NEXT] = number, a
        if stamp == number + 1:
            return size
        time += rows[b, COST]
        if view.before[b] < 0:
            break
        a, b = b, view.before[b]
    if rows[b, TURNS] < 0 and not _wanted(work.nodes, rows[b, TAIL], time, number):
        return size
    states[b, TIME] = time
    return push(work.heap, size, ((time + _bound(aim, few, rows[b, TAIL], number, found, work)) << 32) | b)


@inlined
def _wanted(nodes: Ints, u: int, time: int, number: int) -> bool:
    """Tell whether a junction can use a departure at `time`: its two earliest decide everything that comes into it."""
    if nodes[u, STAMP] != number:
        nodes[u, STAMP], nodes[u, BEST], nodes[u, SECOND], nodes[u, FIRST] = number, time, NEVER, NONE_YET
        return True
    if time >= nodes[u, SECOND] or nodes[u, FIRST] == COMPLETE:
        return False
    if time < nodes[u, BEST]:
        nodes[u, SECOND] = nodes[u, BEST]
        nodes[u, BEST] = time
    else:
        nodes[u, SECOND] = time
    return True


@inlined
def _open(nodes: Ints, u: int, time: int, number: int) -> bool:
    """Tell whether a junction could still use a departure at `time` or later."""
    return bool(nodes[u, STAMP] != number or (time < nodes[u, SECOND] and nodes[u, FIRST] != COMPLETE))


@compiled
def _measure(view: View, crowd: Crowd, seeds: Seeds, work: Work, start: int, end: int, answer: Answer) -> None:
    """Fill the answer's `driven_m` from `start` to `end` by following each way from the origin to the target, and put origins for its codes."""
    for i in range(start, end):
        entry = answer.codes[i] >> 1
        s = crowd.entries[entry, E_STATE]
        metres = crowd.left_m[entry]
        target = -1
        if answer.codes[i] & 1 == 1:
            target = _seed_on(seeds.rows, s)
            metres -= view.lengths_m[s]
        _pass(view.rows, s, work)
        while target < 0:
            s = work.states[s, NEXT]
            _pass(view.rows, s, work)
            target = _seed_on(seeds.rows, s)
            if target < 0:
                metres += view.lengths_m[s]
        answer.driven_m[i] = metres + seeds.part_m[target]
        answer.codes[i] = crowd.entries[entry, E_ORIGIN]


@inlined
def _pass(rows: Ints, s: int, work: Work) -> None:
    """Note that a way leads along a state."""
    n = work.passed[0]
    if n < work.path.shape[0]:
        work.path[n] = rows[s, ARC] >> 1
    work.passed[0] = n + 1


@inlined
def _seed_on(seeds: Ints, s: int) -> int:
    """Return the seed that stands on a state, or -1."""
    for i in range(seeds.shape[0]):
        if seeds[i, S_STATE] == s:
            return i
    return -1
