"""The compiled search for the least driving: strings of loads are taken out of runs and put in again, colder and colder.

Slack induction by string removals (Christiaens and Vanden Berghe, Transportation Science 54, 2020) within simulated annealing. Whole
numbers throughout, also for chance and heat: the same question has the same answer on every machine. Functions touch only `Work`.

Some loads are fixed: what a vehicle does first, in this order, with nothing put in before the last of them. They have the last numbers.

A vehicle's row in `Work.rows` holds a load (≥ 0) or the loading at a place (minus the place, minus one). Slot k is before the k-th of a row.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads.jit import compiled, inlined

Ints = NDArray[np.int64]

FAR_MS = 1 << 40
"""No way."""
OUT = 10
"""Loads taken out in a step, on average."""
STRING = 10
"""Loads taken out of one run, at most."""
AGAIN = 10
"""Loads that nobody brings yet, tried in a step, at most."""
BLINK = 100
"""One slot in so many is overlooked."""
REST = 4
"""In one step of so many, half of the vehicles take nothing, so that others are tried."""
EMPTY, SHORT = 8, 40
"""In one step of so many some vehicles are emptied whose rows together are at most this long."""
CHANCES, SHARES = 256, 1024
"""Entries of `Work.chances`, and what they count in."""
_32_BITS = 0xFFFFFFFF
DRIVE, LACK, BEST_DRIVE, BEST_LACK, SEED, TAKEN, RUNS = range(7)
"""Places in `Work.numbers`; `RUNS` is the last."""


class Problem(NamedTuple):
    """What is asked. Times in ms; places, tables and loads are numbers from 0."""

    times: Ints
    """By table, from, to."""
    pause: int
    site: Ints
    depot: Ints
    weight: Ints
    volume: Ints
    lack: Ints
    """What it counts when a load is not brought: a more urgent one more than all that are less urgent."""
    near: Ints
    """By load that is not fixed: all such loads, the nearest first, itself in front."""
    table: Ints
    place: Ints
    home: Ints
    room_g: Ints
    room_ml: Ints
    most_ms: Ints
    """How long a vehicle may be busy."""
    twin: Ints
    """The vehicle before it that is the same in everything, or -1."""


class Work(NamedTuple):
    """What the search writes."""

    rows: Ints
    length: Ints
    fixed: Ints
    """So many entries of a row stay."""
    kept_rows: Ints
    kept_length: Ints
    best_rows: Ints
    best_length: Ints
    touched: Ints
    """By vehicle: the step that touched it last."""
    resting: Ints
    """By vehicle: the step in which it took nothing last."""
    ruined: Ints
    """By load: the step that took a string out of its run."""
    vehicle: Ints
    """By load; -1: nobody brings it."""
    out: Ints
    before: Ints
    """By entry of `out`: the vehicle that it had."""
    keys: Ints
    drive: Ints
    busy: Ints
    """By vehicle."""
    slot_depot: Ints
    slot_g: Ints
    slot_ml: Ints
    """By vehicle and slot: the depot of the run (-1: none), and what it still has room for."""
    chances: Ints
    """-ln u for u spread over 0 … 1."""
    numbers: Ints


@inlined
def _draw(numbers: Ints, below: int) -> int:
    """Return a number from 0 to `below` - 1 (xorshift; Marsaglia, Journal of Statistical Software 8, 2003)."""
    x = numbers[SEED]
    x ^= (x << 13) & _32_BITS
    x ^= x >> 17
    x ^= (x << 5) & _32_BITS
    numbers[SEED] = x
    return (x * below) >> 32  # type: ignore[no-any-return]


@compiled
def _settle(p: Problem, w: Work, v: int) -> None:
    """Work out a vehicle's driving, its time and its slots from its row."""
    table, place, length = p.table[v], p.place[v], w.length[v]
    drive = pauses = begin = 0
    depot = free_g = free_ml = -1
    for k in range(length + 1):
        what = w.rows[v, k] if k < length else -1
        if what < 0:  # a run ends here
            for slot in range(begin, k + 1):
                w.slot_depot[v, slot], w.slot_g[v, slot], w.slot_ml[v, slot] = depot, free_g, free_ml
            begin = k + 1
            if k == length:
                break
            depot, free_g, free_ml = -what - 1, p.room_g[v], p.room_ml[v]
            target = depot
            pauses += 1
        else:
            target = p.site[what]
            free_g -= p.weight[what]
            free_ml -= p.volume[what]
            w.vehicle[what] = v
            pauses += 1 if target != place or w.rows[v, k - 1] < 0 else 0
        drive += p.times[table, place, target]
        place = target
    homeward = p.times[table, place, p.home[v]]
    drive += homeward if homeward < FAR_MS or length > w.fixed[v] else 0  # one that cannot drive home does only what is fixed
    w.numbers[DRIVE] += drive - w.drive[v]
    w.drive[v] = drive
    w.busy[v] = drive + pauses * p.pause


@compiled
def _touch(w: Work, v: int, step: int) -> None:
    """Keep a vehicle's row as it was before this step."""
    if w.touched[v] != step:
        w.touched[v] = step
        w.kept_length[v] = w.length[v]
        for k in range(w.length[v]):
            w.kept_rows[v, k] = w.rows[v, k]


@compiled
def _put(p: Problem, w: Work, n: int, v: int, slot: int, own: bool) -> None:
    """Put a load into a slot of a vehicle's row, with a run of its own or within the one that is there."""
    wide = 2 if own else 1
    for k in range(w.length[v] - 1, slot - 1, -1):
        w.rows[v, k + wide] = w.rows[v, k]
    if own:
        w.rows[v, slot] = -p.depot[n] - 1
        w.numbers[RUNS] += 1
    w.rows[v, slot + wide - 1] = n
    w.length[v] += wide
    w.numbers[LACK] -= p.lack[n]
    _settle(p, w, v)


@compiled
def _insert(p: Problem, w: Work, n: int, step: int, blinks: bool) -> None:
    """Put a load where it costs least driving; where nobody can bring it, it stays out."""
    site, depot, weight, volume = p.site[n], p.depot[n], p.weight[n], p.volume[n]
    best, best_v, best_k, best_own = FAR_MS, -1, 0, False
    for v in range(len(p.place)):
        if weight > p.room_g[v] or volume > p.room_ml[v] or (w.length[v] == 0 and p.twin[v] >= 0 and w.length[p.twin[v]] == 0):
            continue
        if blinks and w.resting[v] == step:
            continue
        table, length, left, begin = p.table[v], w.length[v], p.most_ms[v] - w.busy[v], w.fixed[v]
        place, reload = (p.site[w.rows[v, begin - 1]], True) if begin else (p.place[v], False)
        there = p.times[table, depot, site]
        for k in range(begin, length + 1):
            after_load = k < length and w.rows[v, k] >= 0
            after = p.home[v] if k == length else (p.site[w.rows[v, k]] if after_load else -w.rows[v, k] - 1)
            onward = p.times[table, site, after]
            direct = p.times[table, place, after]
            direct = direct if direct < FAR_MS else 0
            if not (blinks and _draw(w.numbers, BLINK) == 0) and onward < FAR_MS:
                if w.slot_depot[v, k] == depot and w.slot_g[v, k] >= weight and w.slot_ml[v, k] >= volume:
                    cost = p.times[table, place, site] + onward - direct
                    shared = (reload and place == site) or (after_load and after == site)
                    if cost < best and cost + (0 if shared else p.pause) <= left:
                        best, best_v, best_k, best_own = cost, v, k, False
                if not after_load:
                    cost = p.times[table, place, depot] + there + onward - direct
                    if cost < best and cost + 2 * p.pause <= left:
                        best, best_v, best_k, best_own = cost, v, k, True
            place, reload = after, after_load
    if best_v >= 0:
        _touch(w, best_v, step)
        _put(p, w, n, best_v, best_k, best_own)


@compiled
def _take_string(p: Problem, w: Work, n: int, step: int, longest: int) -> None:
    """Take some loads that follow each other out of a run, one of them this; all of them where `longest` is 0."""
    v = w.vehicle[n]
    _touch(w, v, step)
    at = 0
    while w.rows[v, at] != n:
        at += 1
    first, last = at, at
    while first > w.fixed[v] and w.rows[v, first - 1] >= 0:
        first -= 1
    while last + 1 < w.length[v] and w.rows[v, last + 1] >= 0:
        last += 1
    for k in range(first, last + 1):
        w.ruined[w.rows[v, k]] = step
    many = 1 + _draw(w.numbers, min(last - first + 1, longest)) if longest else last - first + 1
    low, high = max(first, at - many + 1), min(at, last - many + 1)
    begin = low + _draw(w.numbers, high - low + 1)
    for k in range(begin, begin + many):
        load = w.rows[v, k]
        w.out[w.numbers[TAKEN]], w.before[w.numbers[TAKEN]] = load, v
        w.vehicle[load] = -1
        w.numbers[TAKEN] += 1
        w.numbers[LACK] += p.lack[load]
    if many == last - first + 1 and w.rows[v, begin - 1] < 0:  # nothing is left of the run
        begin, many = begin - 1, many + 1
        w.numbers[RUNS] -= 1
    for k in range(begin + many, w.length[v]):
        w.rows[v, k - many] = w.rows[v, k]
    w.length[v] -= many
    _settle(p, w, v)


@compiled
def _ruin(p: Problem, w: Work, step: int) -> None:
    """Take strings out of runs near each other; also try some loads that nobody brings."""
    loads = len(p.near)
    longest = min(STRING, max(1, loads // max(1, w.numbers[RUNS])))
    strings = 1 + _draw(w.numbers, max(1, 4 * OUT // (1 + longest) - 1))
    seed = _draw(w.numbers, loads)
    first = _draw(w.numbers, len(w.length)) if _draw(w.numbers, EMPTY) == 0 else -1
    for k in range(len(w.length) if first >= 0 else 0):
        v = (first + k) % len(w.length)
        if w.numbers[TAKEN] + w.length[v] <= SHORT and (k == 0 or _draw(w.numbers, 2)):
            while w.length[v] > w.fixed[v]:
                _take_string(p, w, w.rows[v, w.length[v] - 1], step, 0)
    for k in range(loads):
        n = p.near[seed, k]
        if w.vehicle[n] >= 0 and w.ruined[n] != step:
            _take_string(p, w, n, step, longest)
            strings -= 1
            if strings == 0:
                break
    taken, start = w.numbers[TAKEN], _draw(w.numbers, loads)
    for k in range(loads if w.numbers[LACK] else 0):
        n = (start + k) % loads
        if w.vehicle[n] < 0 and w.ruined[n] != step:
            w.ruined[n] = step
            w.out[w.numbers[TAKEN]], w.before[w.numbers[TAKEN]] = n, -1
            w.numbers[TAKEN] += 1
            if w.numbers[TAKEN] - taken >= AGAIN:
                break


@compiled
def _sort(p: Problem, w: Work) -> None:
    """Bring what is out into an order: by chance, the heavy, the far or the near first, in eleven turns four, four, two and one."""
    way, count = _draw(w.numbers, 11), w.numbers[TAKEN]
    for k in range(count):
        n = w.out[k]
        far = p.times[0, p.depot[n], p.site[n]]
        w.keys[k] = _draw(w.numbers, 1 << 20) if way < 4 else (-p.weight[n] if way < 8 else (-far if way < 10 else far))
    for k in range(1, count):
        key, n, vehicle, i = w.keys[k], w.out[k], w.before[k], k
        while i > 0 and w.keys[i - 1] > key:
            w.keys[i], w.out[i], w.before[i] = w.keys[i - 1], w.out[i - 1], w.before[i - 1]
            i -= 1
        w.keys[i], w.out[i], w.before[i] = key, n, vehicle


@compiled
def _put_back(p: Problem, w: Work, step: int) -> None:
    """Make everything as it was before this step."""
    for k in range(w.numbers[TAKEN]):
        w.vehicle[w.out[k]] = -1
    for v in range(len(w.length)):
        if w.touched[v] == step:
            w.length[v] = w.kept_length[v]
            for k in range(w.length[v]):
                w.rows[v, k] = w.kept_rows[v, k]
            _settle(p, w, v)


@compiled
def _remember(w: Work) -> None:
    """This is the best so far."""
    w.numbers[BEST_DRIVE], w.numbers[BEST_LACK] = w.numbers[DRIVE], w.numbers[LACK]
    for v in range(len(w.length)):
        w.best_length[v] = w.length[v]
        for k in range(w.length[v]):
            w.best_rows[v, k] = w.rows[v, k]


@compiled
def put_in(p: Problem, w: Work, order: Ints) -> None:
    """Put loads in, in this order, each where it costs least; rows may hold what is fixed."""
    for v in range(len(w.length)):
        _settle(p, w, v)
    for k in range(len(order)):
        _insert(p, w, order[k], -1, False)
    _remember(w)


@compiled
def anneal(p: Problem, w: Work, first: int, heats: Ints) -> None:
    """Do as many steps as there are heats (ms); the number of the first one counts on from call to call, from 1."""
    for step in range(first, first + len(heats)):
        drive, lack, runs = w.numbers[DRIVE], w.numbers[LACK], w.numbers[RUNS]
        w.numbers[TAKEN] = 0
        _ruin(p, w, step)
        _sort(p, w)
        for v in range(len(w.length) if _draw(w.numbers, REST) == 0 else 0):
            w.resting[v] = step if _draw(w.numbers, 2) else 0
        for k in range(w.numbers[TAKEN]):
            _insert(p, w, w.out[k], step, True)
        worse = w.numbers[DRIVE] - drive
        allowed = (heats[step - first] * w.chances[_draw(w.numbers, CHANCES)]) // SHARES
        if w.numbers[LACK] > lack or (w.numbers[LACK] == lack and worse > 0 and worse >= allowed):
            _put_back(p, w, step)
            w.numbers[LACK], w.numbers[RUNS] = lack, runs
        elif (w.numbers[LACK], w.numbers[DRIVE]) < (w.numbers[BEST_LACK], w.numbers[BEST_DRIVE]):
            _remember(w)
