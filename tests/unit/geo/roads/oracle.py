"""A second opinion: the same questions answered by networkx on a plain line graph, rules tracked one by one.

Shares with the product only the stored arrays, the cost of each arc and the rounding of part of an arc.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import networkx as nx

from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.profiles import Profile
from commandcenter.geo.roads.words import RuleKind

Progress = frozenset[tuple[int, int]]
"""Rules under way: (rule, arcs of it already driven)."""
State = tuple[int, Progress]
Stretch = tuple[float, float]


class Oracle:
    def __init__(self, graph: RoadGraph, profile: Profile, cost_ms: list[int], shut: dict[int, Stretch] | None = None) -> None:
        self.cost = cost_ms
        self.shut = shut or {}
        edges = graph.edges
        tails, heads = edges["tail"].tolist(), edges["head"].tolist()
        self.tail = [end for pair in zip(tails, heads, strict=True) for end in pair]
        self.head = [end for pair in zip(heads, tails, strict=True) for end in pair]
        self.stops = {node for node, kind in enumerate(graph.nodes["barrier"].tolist()) if kind and kind not in {int(b) for b in profile.barriers}}
        self.leaving: dict[int, list[int]] = defaultdict(list)
        for arc, cost in enumerate(cost_ms):
            if cost >= 0:
                self.leaving[self.tail[arc]].append(arc)
        self.rules: list[tuple[bool, list[int]]] = []
        self.begun_by: dict[int, list[int]] = defaultdict(list)
        if profile.obeys_turns:
            for rule in graph.rules:
                arcs = graph.rule_arcs[rule["start"] : rule["stop"]].tolist()
                joined = all(self.head[a] == self.tail[b] for a, b in pairwise(arcs))
                if rule["modes"] >> profile.mode & 1 and joined and all(cost_ms[a] >= 0 for a in arcs):
                    self.begun_by[arcs[0]].append(len(self.rules))
                    self.rules.append((rule["kind"] == RuleKind.ONLY, arcs))
        self.against: nx.DiGraph[object] = nx.DiGraph()
        self.turning_into: dict[int, list[State]] = defaultdict(list)
        self._build()

    def begin(self, arc: int) -> State:
        return arc, frozenset((rule, 1) for rule in self.begun_by[arc])

    def turn(self, state: State, arc: int) -> State | None:
        """The state after turning into an arc, None if that is forbidden."""
        before, progress = state
        ways_out = self.leaving[self.head[before]]
        if self.head[before] in self.stops:
            if arc != before ^ 1:
                return None
        elif arc == before ^ 1 and len(ways_out) > 1:
            return None
        under_way = set()
        for rule, driven in progress:
            only, arcs = self.rules[rule]
            fits, last = arc == arcs[driven], driven == len(arcs) - 1
            if (only and not fits and (driven > 1 or len(arcs) == 2)) or (not only and fits and last):
                return None
            if fits and not last:
                under_way.add((rule, driven + 1))
        return arc, frozenset(under_way) | self.begin(arc)[1]

    def _build(self) -> None:
        """Expand all states, edges turned round so that one search from the target reaches all origins."""
        seen = {self.begin(arc) for arc, cost in enumerate(self.cost) if cost >= 0}
        waiting = list(seen)
        self.against.add_nodes_from(seen)
        while waiting:
            state = waiting.pop()
            for arc in self.leaving[self.head[state[0]]]:
                after = self.turn(state, arc)
                if after is None:
                    continue
                self.turning_into[arc].append(state)
                if arc >> 1 not in self.shut:
                    if after not in seen:
                        seen.add(after)
                        waiting.append(after)
                    self.against.add_edge(after, state, weight=self.cost[arc])

    def _along(self, arc: int, share: float) -> float:
        return 1 - share if arc & 1 else share

    def _stretch(self, arc: int) -> Stretch | None:
        found = self.shut.get(arc >> 1)
        return found if found is None or not arc & 1 else (1 - found[1], 1 - found[0])

    def times_to(self, edge: int, share: float) -> dict[object, int]:
        """Time from the end of each state to the target."""
        for arc in (2 * edge, 2 * edge + 1):
            stretch, at = self._stretch(arc), self._along(arc, share)
            if self.cost[arc] >= 0 and (stretch is None or at < stretch[0]):
                for state in self.turning_into[arc]:
                    part = round(self.cost[arc] * at)
                    old = self.against.get_edge_data("target", state)
                    self.against.add_edge("target", state, weight=min(part, old["weight"]) if old else part)
        if "target" not in self.against:
            return {}
        times = nx.single_source_dijkstra_path_length(self.against, "target")
        self.against.remove_node("target")
        return {state: int(time) for state, time in times.items()}

    def eta_ms(self, times: dict[object, int], origin: tuple[int, float], target: tuple[int, float]) -> int | None:
        """Best of driving straight to the target on its own arc and of leaving the origin's arc by its end."""
        best = []
        for arc in (2 * origin[0], 2 * origin[0] + 1):
            if self.cost[arc] < 0:
                continue
            here, stretch = self._along(arc, origin[1]), self._stretch(arc)
            left = self.cost[arc] - round(self.cost[arc] * here)
            if (stretch is None or here > stretch[1]) and self.begin(arc) in times:
                best.append(left + times[self.begin(arc)])
            if origin[0] == target[0]:
                there = self._along(arc, target[1])
                if here <= there and (stretch is None or stretch[1] < here or there < stretch[0]):
                    best.append(left - (self.cost[arc] - round(self.cost[arc] * there)))
        return min(best, default=None)
