"""Aimed searches find what the plain search finds, on any graph, with rules and closures; bounds never lie above the truth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from commandcenter.geo.pack import RegionPack
from commandcenter.geo.roads.landmarks import FAR, LANDMARKS, landmark_table
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.model.ports import Shape
from commandcenter.model.words import LonLat

from .test_random_graphs import PLAIN, random_graph


def same_as_everybody(roads: RoadNetwork, profile: str, places: list[LonLat], targets: list[LonLat], delays: list[float], seed: int) -> int:
    """Compare for pools of any size; returns how many arrivals were compared."""
    rng = np.random.default_rng(seed)
    muster = roads.muster(places, profile, delays)
    compared = 0
    for target in targets:
        times = {a.origin: round(a.eta_s * 1000) + round(delays[a.origin] * 1000) for a in roads.nearest(target, places, profile, len(places))}
        for size in (1, 2, 5, len(places)):
            members = tuple(sorted(rng.choice(len(places), min(size, len(places)), replace=False).tolist()))
            ranked = sorted((times[n], n) for n in members if n in times)
            for k in (1, 3):
                found = muster.first(target, members, k)
                got = [(round(a.eta_s * 1000) + round(delays[a.origin] * 1000), a.origin) for a in found]
                last = ranked[min(k, len(ranked)) - 1][0] if ranked else 0
                assert got == [row for row in ranked if row[0] <= last]
                compared += len(got)
    return compared


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1), junctions=st.integers(2, 14), density=st.floats(0.5, 2.5), rules=st.integers(0, 25), closed=st.booleans())
@example(seed=6, junctions=6, density=2.125, rules=14, closed=False)  # the second way out of a junction is a loop at it
def test_any_graph_gives_the_same_first_ones(seed: int, junctions: int, density: float, rules: int, closed: bool) -> None:
    graph = random_graph(seed, junctions, max(1, round(junctions * density)), rules)
    rng = np.random.default_rng(seed)
    graph.nodes["lon"] = rng.integers(0, 30_000, junctions)  # within some three hundred metres, so that everybody is near a road
    graph.nodes["lat"] = rng.integers(0, 30_000, junctions)
    graph.shape_lon[:] = np.stack([graph.nodes["lon"][graph.edges["tail"]], graph.nodes["lon"][graph.edges["head"]]], axis=1).ravel()
    graph.shape_lat[:] = np.stack([graph.nodes["lat"][graph.edges["tail"]], graph.nodes["lat"][graph.edges["head"]]], axis=1).ravel()
    roads = RoadNetwork(graph, {"plain": PLAIN})
    places = [LonLat(*(float(v) for v in at)) for at in rng.random((12, 2)) * 0.003]
    if closed:
        roads = roads.with_closures([Shape((LonLat(0.001, 0.001), LonLat(0.002, 0.001), LonLat(0.002, 0.002), LonLat(0.001, 0.001)))])
    same_as_everybody(roads, "plain", places[:8], places[8:], rng.choice([0.0, 0.0, 2.0, 7.5], 8).tolist(), seed)


@pytest.mark.parametrize("profile", ["ambulance", "heavy_truck", "foot"])
def test_on_real_roads_too(heidelberg_pack: RegionPack, profile: str) -> None:
    rng = np.random.default_rng(5)
    places = [LonLat(8.64 + 0.1 * float(x), 49.38 + 0.05 * float(y)) for x, y in rng.random((30, 2))]
    delays = rng.choice([0.0, 60.0, 80.0], 22).tolist()
    roads = heidelberg_pack.roads()
    flood = Shape(tuple(LonLat(8.69 + x, 49.41 + y) for x, y in ((0, 0), (0.01, 0), (0.01, 0.004), (0, 0.004), (0, 0))))
    for view in (roads, roads.with_closures([flood])):
        assert same_as_everybody(view, profile, places[:22], places[22:], delays, 6) > 100


def test_landmark_times_are_those_of_the_graph(heidelberg_pack: RegionPack) -> None:
    """The triangle inequality holds along every arc, in both halves of the table."""
    travel = heidelberg_pack.roads().travel("engine")
    table = landmark_table(travel).astype(np.int64)
    tail, head, cost = travel.view.rows[:, 1], travel.view.heads, travel.view.rows[:, 0].astype(np.int64)
    to, since = -table[:, :LANDMARKS], table[:, LANDMARKS:]
    assert (np.count_nonzero(to < FAR, axis=0) > len(to) // 4).all()
    assert (to[tail] <= to[head] + cost[:, None]).all()
    assert (since[head] <= since[tail] + cost[:, None]).all()
    assert (np.count_nonzero(to == 0, axis=0) >= 1).all() and (np.count_nonzero(since == 0, axis=0) >= 1).all()
