"""Layouts of the arrays that the compiled search works on. Rows are 32-bit integers, so that each fits a cache line."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float64]

NEVER = 2**31 - 1
"""Later than any arrival; also "no limit"."""

COST, TAIL, ARC, TURNS = 0, 1, 2, 3
"""A state: its time, the junction it leaves, its arc, and the index of its list of predecessors or one of these:"""
ALL_BUT_BACK, ALL = -1, -2
"""At the state's tail every turn is allowed but the one back; or (a dead end) also that one."""

STAMP, NEXT, LIMIT = 0, 1, 2
"""Work on a state: number of the search that labelled it, the state that follows, nearest origin shut in."""
N_STAMP, N_BEST, N_SECOND, N_FIRST = 0, 1, 2, 3
"""Work on a junction, by arcs: number of the search, the two earliest departures, the arc back along the first."""
N_NEXT = 2
"""Work on a junction, by nodes: the state to leave by, or -1 - seed."""
NONE_YET, COMPLETE = -1, -2
"""Values of N_FIRST: no arc out of it is settled; two are, so nothing more can matter."""

S_STATE, S_COST, S_LEFT, S_REACH, S_OPEN = 0, 1, 2, 3, 4
"""A seed: state the target stands on, time from its tail, time to its head, farthest direct origin, is its tail open."""
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


class Crowd(NamedTuple):
    """Origins on the states they stand on."""

    first: Ints
    """By state: its first entry, or -1."""
    entries: Ints
    """Columns from `E_ORIGIN`; ordered by origin."""


class Scratch(NamedTuple):
    """One thread's work arrays. Rows count only where stamped with the running number, so nothing is ever cleared."""

    states: Ints
    """Columns from `STAMP`."""
    nodes: Ints
    """Columns from `N_STAMP`."""
    done: Ints
    """By origin: number of the search that found it."""
    heap: Longs
    path: Ints


class Answer(NamedTuple):
    """What a search found, best first."""

    times: Longs
    """Milliseconds."""
    codes: Longs
    """2 × entry, + 1 if the origin stands on the target's own arc behind it."""
    whole_m: Floats
    """Length of the whole arcs between the origin's own and the target's."""
    last: Ints
    """State of arrival, or -1 if it is the origin's own."""
