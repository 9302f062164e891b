"""The ways that a finished search found, compiled: followed from an origin to the target, and measured."""

from __future__ import annotations

from commandcenter.geo.roads.jit import compiled, inlined
from commandcenter.geo.roads.layout import (
    ALL_BUT_BACK,
    ARC,
    E_STATE,
    N_NEXT,
    NEXT,
    S_STATE,
    SECOND_NEXT,
    STAMP,
    TURNS,
    Answer,
    Crowd,
    Ints,
    Scratch,
    Seeds,
    View,
)


@inlined
def _after(view: View, s: int, number: int, work: Scratch) -> int:
    """Return the state that follows `s`: by its own label behind a rule, else by its junction's first departure that does not turn back."""
    if work.states[s, STAMP] == number:
        return int(work.states[s, NEXT])
    head = view.heads[s]
    following = work.nodes[head, N_NEXT]
    if view.rows[following, ARC] ^ 1 == view.rows[s, ARC] and view.rows[following, TURNS] == ALL_BUT_BACK:
        return int(work.seconds[head, SECOND_NEXT])
    return int(following)


@inlined
def _seed_on(seeds: Ints, s: int) -> int:
    """Return the seed that stands on a state, or -1."""
    for i in range(seeds.shape[0]):
        if seeds[i, S_STATE] == s:
            return i
    return -1


@compiled
def trace(view: View, seeds: Ints, start: int, number: int, work: Scratch) -> int:
    """Write to `work.path` the states driven after the origin's own `start`, the target's last; returns how many.

    Only for an origin of the last answer, and not one that stands on the target's own arc behind it.
    """
    n, s = 0, start
    while True:
        s = _after(view, s, number, work)
        work.path[n] = s
        n += 1
        if _seed_on(seeds, s) >= 0:
            return n


@compiled
def measure(view: View, crowd: Crowd, seeds: Seeds, number: int, work: Scratch, found: int, answer: Answer) -> None:
    """Fill the answer's `driven_m`. A stretch that several ways share is walked once."""
    path, measured, ahead_m = work.path, work.measured, work.ahead_m
    for i in range(found):
        entry = answer.codes[i] >> 1
        start = crowd.entries[entry, E_STATE]
        if answer.codes[i] & 1 == 1:
            target = seeds.part_m[_seed_on(seeds.rows, start)]
            answer.driven_m[i] = target - (view.lengths_m[start] - crowd.left_m[entry])
            continue
        n, s = 0, start
        while measured[s] != number:
            measured[s] = number
            path[n] = s
            n += 1
            following = _after(view, s, number, work)
            seed = _seed_on(seeds.rows, following)
            if seed >= 0:
                ahead_m[s] = seeds.part_m[seed]
                n -= 1
                break
            s = following
        for j in range(n - 1, -1, -1):
            following = _after(view, path[j], number, work)
            ahead_m[path[j]] = view.lengths_m[following] + ahead_m[following]
        answer.driven_m[i] = crowd.left_m[entry] + ahead_m[start]
