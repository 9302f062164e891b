"""One vehicle's view of the graph, laid out for the search: states, numbered by the junction they run into.

A state is a usable arc, or a copy of one behind a rule through several ways (see `turns.py`). The states that enter
junction u are in_ptr[u] : in_ptr[u + 1], so that one look at a junction reads one stretch of memory. Junctions are
renumbered along a space-filling curve (see `curve`), so that the next look is often at memory just read.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from commandcenter.geo.roads.costs import CLOSED, arc_costs_ms
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.layout import ALL, ALL_BUT_BACK, ARC, COST, TAIL, TURNS, View
from commandcenter.geo.roads.profiles import Profile
from commandcenter.geo.roads.turns import Automaton, Word, automaton, turn_lists, words_of
from commandcenter.geo.roads.words import RuleKind


@dataclass(frozen=True)
class Travel:
    """The compiled view. Immutable but for `local`, each thread's own work arrays."""

    cost_ms: NDArray[np.int32]
    """By arc; `CLOSED` where unusable."""
    view: View
    """What the search works on."""
    plain: NDArray[np.int32]
    """State of each arc, -1 where unusable."""
    copies: dict[int, tuple[int, ...]]
    """Further states of an arc."""
    component: NDArray[np.int32]
    """By edge: its strongly connected part; 0 is the largest, -1 none (one-way in or out, or unusable)."""
    local: threading.local = field(default_factory=threading.local, compare=False)

    def states_of(self, arc: int) -> tuple[int, ...]:
        """Return all states of an arc; none where it is unusable."""
        plain = int(self.plain[arc])
        return () if plain < 0 else (plain, *self.copies.get(arc, ()))


def compile_travel(graph: RoadGraph, profile: Profile) -> Travel:
    """Return the graph as this vehicle sees it. Takes about 0.1 s per 100,000 edges."""
    costs = arc_costs_ms(graph, profile)
    tail, head, count = _ends(graph, profile)
    usable = np.flatnonzero(costs != CLOSED)
    rules, lists = _turns(graph, profile, costs, tail, head)
    copies = sorted(rules.prefixes)
    arcs = np.concatenate([usable, np.array([word[-1] for word in copies], np.int64)])
    order = np.argsort(head[arcs], kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    arcs = arcs[order]
    plain = np.full(len(costs), -1, np.int32)
    plain[usable] = rank[: len(usable)]
    state_of: dict[Word, int] = {word: int(rank[len(usable) + i]) for i, word in enumerate(copies)}
    rows = np.empty((len(arcs), 4), np.int32)
    rows[:, COST], rows[:, TAIL], rows[:, ARC] = costs[arcs], tail[arcs], arcs
    leaving = np.bincount(tail[usable], minlength=count)
    rows[:, TURNS] = np.where(leaving[tail[arcs]] > 1, ALL_BUT_BACK, ALL)
    pred_ptr, preds = _flatten(lists, state_of, plain, rows)
    further = defaultdict(list)
    for word, state in state_of.items():
        further[word[-1]].append(state)
    in_ptr = np.zeros(count + 1, np.int32)
    np.cumsum(np.bincount(head[arcs], minlength=count), out=in_ptr[1:])
    heads, lengths_m = head[arcs].astype(np.int32), graph.edges["length_m"][arcs >> 1].astype(np.float64)
    view = View(in_ptr, rows, pred_ptr, preds, heads, lengths_m, _only_before(rows, heads, in_ptr, len(costs)))
    component = _components(usable, tail, head, count, len(graph.edges))
    return Travel(costs, view, plain, {arc: tuple(states) for arc, states in further.items()}, component)


def _ends(graph: RoadGraph, profile: Profile) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Return tail and head of each arc and the number of junctions, renumbered by their rank; a barrier becomes one dead end per edge there."""
    given = np.stack([graph.edges["tail"], graph.edges["head"]], axis=1)
    count = len(graph.nodes)
    kinds = graph.nodes["barrier"]
    cut = ((kinds != 0) & ~np.isin(kinds, [int(kind) for kind in profile.barriers]))[given]
    ends = graph.rank[given]
    ends[cut] = count + np.arange(np.count_nonzero(cut))
    return ends.ravel(), ends[:, ::-1].ravel(), count + int(np.count_nonzero(cut))


def _turns(
    graph: RoadGraph, profile: Profile, costs: NDArray[np.int32], tail: NDArray[np.int64], head: NDArray[np.int64]
) -> tuple[Automaton, dict[Word, list[Word]]]:
    """Return the automaton of the rules that bind this vehicle, and the turn lists of the junctions it touches."""
    binding = np.flatnonzero(graph.rules["modes"] >> int(profile.mode) & 1) if profile.obeys_turns else np.empty(0, np.int64)
    sequences = []
    for rule in graph.rules[binding]:
        arcs = tuple(int(arc) for arc in graph.rule_arcs[rule["start"] : rule["stop"]])
        if all(costs[arc] != CLOSED for arc in arcs) and all(head[a] == tail[b] for a, b in pairwise(arcs)):
            sequences.append((rule["kind"] == RuleKind.ONLY, arcs))
    ends: list[int] = head.tolist() if sequences else []
    touched = np.unique([head[arc] for _, arcs in sequences for arc in arcs[:-1]]).astype(np.int64)
    out_of, into = _around(touched, tail, costs), _around(touched, head, costs)
    words = [word for only, arcs in sequences for word in words_of(only, arcs, out_of, ends)]
    rules = automaton(words, ends)
    return rules, turn_lists(rules, into, out_of)


def _around(nodes: NDArray[np.int64], end: NDArray[np.int64], costs: NDArray[np.int32]) -> dict[int, list[int]]:
    """Return the usable arcs at each of these junctions, by the given end."""
    arcs = np.flatnonzero(np.isin(end, nodes) & (costs != CLOSED))
    found: dict[int, list[int]] = {int(node): [] for node in nodes}
    for arc in arcs:
        found[int(end[arc])].append(int(arc))
    return found


def _flatten(
    lists: dict[Word, list[Word]], state_of: dict[Word, int], plain: NDArray[np.int32], rows: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the turn lists as one array with its offsets, and point the states' rows at them."""

    def number(word: Word) -> int:
        return int(plain[word[0]]) if len(word) == 1 else state_of[word]

    ptr, preds = [0], []
    for i, (word, before) in enumerate(lists.items()):
        rows[number(word), TURNS] = i
        preds += [number(one) for one in before]
        ptr.append(len(preds))
    return np.array(ptr, np.int32), np.array(preds, np.int32)


def _only_before(rows: NDArray[np.int32], heads: NDArray[np.int32], in_ptr: NDArray[np.int32], arcs: int) -> NDArray[np.int32]:
    """Return by state the only one that leads into it, where that leads nowhere else; -1 at junctions with a choice or rules."""
    states, tail, arc = np.arange(len(rows)), rows[:, TAIL], rows[:, ARC]
    junctions, no_way_back = len(in_ptr) - 1, rows[:, TURNS] == ALL_BUT_BACK
    of_arc, sum_of_arc = np.bincount(arc, minlength=arcs), np.bincount(arc, states, minlength=arcs)
    entering = np.diff(in_ptr)[tail] - no_way_back * of_arc[arc ^ 1]
    sum_entering = np.bincount(heads, states, minlength=junctions)[tail] - no_way_back * sum_of_arc[arc ^ 1]
    before = np.where(entering == 1, sum_entering, states).astype(np.int32)
    leaving = np.bincount(tail, minlength=junctions)[tail] - no_way_back * of_arc[arc[before] ^ 1]
    ruled = np.bincount(tail, rows[:, TURNS] >= 0, minlength=junctions)[tail] > 0
    return np.where((before != states) & (leaving == 1) & ~ruled, before, -1).astype(np.int32)


def _components(usable: NDArray[np.int64], tail: NDArray[np.int64], head: NDArray[np.int64], count: int, edges: int) -> NDArray[np.int32]:
    """Return each edge's strongly connected part (Tarjan, by SciPy), the largest numbered 0."""
    found = np.full(edges, -1, np.int32)
    if not len(usable):
        return found
    links = coo_matrix((np.ones(len(usable), np.int8), (tail[usable], head[usable])), shape=(count, count))
    _, label = connected_components(links, directed=True, connection="strong")
    inside = usable[label[tail[usable]] == label[head[usable]]]
    if len(inside):
        sizes = np.bincount(label[tail[inside]])
        rank = np.empty(len(sizes), np.int32)
        rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes), dtype=np.int32)
        found[inside >> 1] = rank[label[tail[inside]]]
    return found
