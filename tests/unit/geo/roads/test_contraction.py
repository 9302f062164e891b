"""A third opinion where `routingkit-cch` is installed: contraction hierarchies on the line graph give the same times, to the millisecond.

The product does not use it: it gives times but no distances driven, and its wheel names no licence (docs/roads.md).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from commandcenter.geo.roads.closures import Closed, closed_for, seeds_of
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.layout import ALL_BUT_BACK, ARC, COST, S_COST, S_OPEN, S_STATE, TURNS
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.geo.roads.outward import onward
from commandcenter.geo.roads.search import Foothold, pin, share_ms, table
from commandcenter.geo.roads.travel import Travel, compile_travel

from .test_random_graphs import PLAIN, random_graph
from .test_reach import town

cch = pytest.importorskip("routingkit_cch", reason="routingkit-cch is not installed")
NEVER = 2**31 - 1


class Hierarchy:
    """States as nodes; the way from one to the next takes what the next takes."""

    def __init__(self, travel: Travel, closed: Closed) -> None:
        self.travel = travel
        ways, rows, heads = onward(travel), travel.view.rows, travel.view.heads
        barred = set(closed.states.states.tolist())
        self.before: dict[int, list[int]] = {}
        tails, ends, weights = [], [], []
        for s in range(len(rows)):
            u = int(heads[s])
            out = ways.out[ways.out_ptr[u] : ways.out_ptr[u + 1]].tolist()
            if out and rows[out[0], TURNS] >= 0:
                out = ways.after[ways.after_ptr[s] : ways.after_ptr[s + 1]].tolist()
            else:
                out = [b for b in out if rows[b, TURNS] != ALL_BUT_BACK or rows[b, ARC] != rows[s, ARC] ^ 1]
            for b in out:
                self.before.setdefault(b, []).append(s)
                if b not in barred:
                    tails.append(s)
                    ends.append(b)
                    weights.append(int(rows[b, COST]))
        count = max(1, len(rows))
        order = cch.compute_order_degree(count, tails, ends)
        self.metric = cch.CCHMetric(cch.CCH(order, tails, ends, False), weights)

    def time(self, origin: Foothold, target: Foothold, closed: Closed) -> int:
        """The earliest arrival in ms, -1 for none."""
        travel, rows = self.travel, self.travel.view.rows
        seeds = seeds_of(travel, closed, target)
        direct, starts = NEVER, []
        for direction in (0, 1):
            arc = 2 * origin.edge + direction
            state = int(travel.plain[arc])
            if state < 0:
                continue
            share = origin.share if direction == 0 else 1 - origin.share
            cost = int(rows[state, COST])
            low, high = closed.shut.get(origin.edge, (2.0, 2.0))
            end = -1.0 if low > 1 else high if direction == 0 else 1 - low
            if share > end:
                starts.append((state, cost - share_ms(cost, share)))
            for i, row in enumerate(seeds.rows):
                if row[S_STATE] == state and seeds.beyond[i] < share <= seeds.place[i]:
                    direct = min(direct, int(row[S_COST]) - share_ms(cost, share))
        goals = [(s, int(row[S_COST])) for row in seeds.rows if row[S_OPEN] == 1 for s in self.before.get(int(row[S_STATE]), ())]
        found = cch.CCHQuery(self.metric).run_multi(starts, goals).distance if starts and goals else None
        best = min(direct, NEVER if found is None else int(found))
        return -1 if best >= NEVER else best


def compare(graph: RoadGraph, travel: Travel, closed: Closed, footholds: Sequence[Foothold]) -> int:
    """Every pair both ways; returns how many have a way."""
    hierarchy = Hierarchy(travel, closed)
    places = [at for at in footholds if closed.open_at(*at)]
    if not places:
        return 0
    pinned = pin(travel, np.array([at.edge for at in places]), np.array([at.share for at in places]), np.zeros(len(places), np.int64))
    times, _ = table(travel, [seeds_of(travel, closed, at) for at in places], pinned, len(places), closed=closed.states)
    expected = [[hierarchy.time(origin, target, closed) for origin in places] for target in places]
    assert times.tolist() == expected
    return int(np.count_nonzero(times >= 0))


@pytest.mark.parametrize("seed", range(20))
def test_random_graphs_with_rules_and_closures(seed: int) -> None:
    edges = 30
    graph = random_graph(seed, 14, edges, 12)
    travel = compile_travel(graph, PLAIN)
    rng = np.random.default_rng(seed)
    bounds = np.sort(rng.random((6, 2)).round(2), axis=1).tolist()
    shut = {int(edge): (low, high) for edge, (low, high) in zip(rng.choice(edges, 6, replace=False), bounds, strict=True)}
    footholds = [Foothold(int(e), round(float(s), 2)) for e, s in zip(rng.integers(0, edges, 9), rng.random(9), strict=True)]
    compare(graph, travel, closed_for(travel, [shut] if seed % 2 else []), footholds)


def test_a_town() -> None:
    graph = town()
    network = RoadNetwork(graph)
    travel = network.travel("engine")
    rng = np.random.default_rng(1)
    footholds = [Foothold(int(e), round(float(s), 2)) for e, s in zip(rng.integers(0, len(graph.edges), 20), rng.random(20), strict=True)]
    assert compare(graph, travel, network.closed("engine"), footholds) == 400
