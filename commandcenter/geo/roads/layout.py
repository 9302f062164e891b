"""Layouts of the arrays that the compiled search works on. Rows are 32-bit integers, so that each fits a cache line."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float64]

NEVER = 2**31 - 1
"""Later than any arrival."""

EVERYWHERE = -1.0
"""A share that every place lies beyond."""

COST, TAIL, ARC, TURNS = 0, 1, 2, 3
"""A state: its time, the junction it leaves, its arc, and at a junction with rules the index of its list of predecessors, else one of these:"""
ALL_BUT_BACK, ALL = -1, -2
"""At the state's tail every turn is allowed but the one back; or (a dead end) also that one."""

STAMP, NEXT, LIMIT, STATE_DEBT = 0, 1, 2, 3
"""Work on a state into a junction with rules: number of the search that labelled it, the state that follows. On any state:
row of what is closed, -1 if only the target stands there. On a state out of a junction with rules: its way's debt."""

N_STAMP, N_BEST, N_NEXT, N_DEBT = 0, 1, 2, 3
"""Work on a junction: number of the search, earliest departure to the target, the state it leaves by, its debt."""
N_LEFT, N_BACK = 1, 2
"""The same at a junction with rules: how many states into it, but those of the arc back, are not labelled; that arc."""
NO_DEBT, SETTLED, WAITING = -1, -2, -3
"""Values of a debt that are no junction. `WAITING - debt`: settled, but the way back on the first departure is not."""

SECOND, SECOND_NEXT = 0, 1
"""Further work on a junction in debt: second earliest departure, and the state it leaves by."""

S_STATE, S_COST, S_LEFT, S_OPEN = 0, 1, 2, 3
"""A seed: state the target stands on, time from its tail, time to its head, is its tail open."""
E_ORIGIN, E_LEFT, E_EXTRA, E_NEXT, E_STATE = 0, 1, 2, 3, 4
"""An entry: origin, time left to the state's head, time to reach the road, next entry on that state or -1, state."""


class View(NamedTuple):
    """The graph as one vehicle sees it."""

    in_ptr: Ints
    """The states that enter junction u are in_ptr[u] : in_ptr[u + 1]."""
    rows: Ints
    """By state, columns from `COST`."""
    pred_ptr: Ints
    """Predecessors of the states with turn list t are preds[pred_ptr[t] : pred_ptr[t + 1]]."""
    preds: Ints
    heads: Ints
    """By state."""
    lengths_m: Floats
    """By state."""
    before: Ints
    """By state: the only one that leads into it, where that leads nowhere else; -1 where there is a choice."""


class Crowd(NamedTuple):
    """Origins on the states they stand on."""

    first: Ints
    """By state: its first entry, or -1."""
    entries: Ints
    """Columns from `E_ORIGIN`; ordered by origin."""
    left_m: Floats
    """By entry: length left to the state's head."""
    place: Floats
    """By entry: share of the state's length that lies behind; tells who stands before whom, which milliseconds cannot."""


class Seeds(NamedTuple):
    """The states a target stands on."""

    rows: Ints
    """Columns from `S_STATE`."""
    part_m: Floats
    """Length from the state's tail to the target."""
    place: Floats
    """Share of the state's length behind the target."""
    beyond: Floats
    """Only origins with a greater share go straight to the target; `EVERYWHERE` where nothing is closed on the way."""


class Shut(NamedTuple):
    """The states that nobody may drive whole."""

    states: Ints
    ends: Floats
    """Share of the state's length where the closure ends: who stands farther on still sets out."""


class Scratch(NamedTuple):
    """One thread's work arrays. Rows count only where stamped with the running number, so nothing is ever cleared."""

    states: Ints
    """Columns from `STAMP`."""
    nodes: Ints
    """Columns from `N_STAMP`."""
    seconds: Ints
    """By junction, columns from `SECOND`."""
    done: Ints
    """By origin: number of the search that found it."""
    heap: Longs
    path: Ints
    measured: Ints
    """By state: number of the search that measured its way."""
    ahead_m: Floats
    """By state: length from its head to the target."""


class Answer(NamedTuple):
    """What a search found, best first."""

    times: Longs
    """Milliseconds."""
    codes: Longs
    """2 × entry, + 1 if the origin stands on the target's own arc behind it."""
    driven_m: Floats
    """Length driven on roads."""
