"""Other sensible ways: the penalty method.

Chen, Bell & Bogenberger, "Reliable pretrip multipath planning and dynamic adaptation for a centralized road navigation system", IEEE
Transactions on Intelligent Transportation Systems 2007; quality measures after Bader, Dees, Geisberger & Sanders, "Alternative route
graphs in road networks", TAPAS 2011. What a way has used costs more in the next search, in both directions; a way found counts if,
at its true times, it is not much longer than the fastest and shares little with those before.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.layout import ARC, COST, E_EXTRA, E_LEFT, E_STATE, S_COST, S_STATE, Seeds, Shut
from commandcenter.geo.roads.search import Hit, Pinned, hits
from commandcenter.geo.roads.travel import Travel

PENALTY = 1.4
"""What a used road's time is multiplied by, each time it is used: the middle of the 1.1 … 1.9 that Bader et al. recommend."""
MOST_DETOUR = 1.35
"""Longest time against the fastest way's; below a minute more is never too long."""
LEAST_DETOUR_MS = 60_000
MOST_SHARED = 0.7
"""Of its length with any way offered before it."""
TRIES = 8


def alternatives(graph: RoadGraph, travel: Travel, seeds: Seeds, origin: Pinned, best: Hit, most: int, closed: Shut) -> Iterator[Hit]:
    """Yield up to `most` further ways of one origin, in the order they are found, each with its arcs and true times."""
    lengths = graph.edges["length_m"]
    chosen = [_edges(best)]
    rows = travel.view.rows.copy()
    costs = rows[:, COST].astype(np.float64)
    dearer = replace(travel, view=travel.view._replace(rows=rows), local=threading.local())
    latest_ms = max(best.time_ms * MOST_DETOUR, best.time_ms + LEAST_DETOUR_MS)
    used = best
    for _ in range(TRIES):
        if len(chosen) > most:
            return
        costs[np.isin(rows[:, ARC] >> 1, list(_edges(used)))] *= PENALTY
        rows[:, COST] = np.minimum(np.rint(costs), 2**28)
        found = hits(dearer, seeds, origin, 1, closed=closed, with_arcs=True)
        if not found:
            return
        used = replace(found[0], time_ms=_true_ms(travel, seeds, origin, found[0]))
        edges = _edges(used)
        if used.time_ms <= latest_ms and all(_shared(edges, before, lengths) <= MOST_SHARED for before in chosen):
            chosen.append(edges)
            yield used


def _edges(hit: Hit) -> frozenset[int]:
    return frozenset(arc >> 1 for arc in hit.arcs)


def _shared(edges: frozenset[int], before: frozenset[int], lengths: NDArray[np.float64]) -> float:
    """Return which share of a way's length the other one uses too."""
    whole = float(lengths[list(edges)].sum())
    return float(lengths[list(edges & before)].sum()) / whole if whole else 1.0


def _true_ms(travel: Travel, seeds: Seeds, origin: Pinned, hit: Hit) -> int:
    """Return what a way takes without penalties."""
    entries, rows = origin.crowd.entries, travel.view.rows
    first, last = hit.arcs[0], hit.arcs[-1]
    entry = next(e for e in entries if rows[e[E_STATE], ARC] == first)
    end = next(int(s[S_COST]) for s in seeds.rows if rows[s[S_STATE], ARC] == last)
    between: Sequence[int] = hit.arcs[1:-1]
    if len(hit.arcs) == 1:
        return int(entry[E_LEFT]) + int(entry[E_EXTRA]) + end - int(travel.cost_ms[first])
    return int(entry[E_LEFT]) + int(entry[E_EXTRA]) + int(travel.cost_ms[list(between)].sum()) + end
