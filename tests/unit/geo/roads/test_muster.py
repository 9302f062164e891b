"""Aimed searches find what the plain search finds, on any graph, with rules and closures; bounds never lie above the truth."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from commandcenter.geo.pack import RegionPack
from commandcenter.geo.roads.aimed import MOST_AIMED
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
    roads, rng = small_town(seed, junctions, density, rules), np.random.default_rng(seed)
    places = [LonLat(*(float(v) for v in at)) for at in rng.random((12, 2)) * 0.003]
    if closed:
        roads = roads.with_closures([Shape((LonLat(0.001, 0.001), LonLat(0.002, 0.001), LonLat(0.002, 0.002), LonLat(0.001, 0.001)))])
    same_as_everybody(roads, "plain", places[:8], places[8:], rng.choice([0.0, 0.0, 2.0, 7.5], 8).tolist(), seed)


def small_town(seed: int, junctions: int, density: float, rules: int) -> RoadNetwork:
    """Return a random network within some three hundred metres, so that everybody is near a road."""
    graph, rng = random_graph(seed, junctions, max(1, round(junctions * density)), rules), np.random.default_rng(seed)
    graph.nodes["lon"] = rng.integers(0, 30_000, junctions)
    graph.nodes["lat"] = rng.integers(0, 30_000, junctions)
    graph.shape_lon[:] = np.stack([graph.nodes["lon"][graph.edges["tail"]], graph.nodes["lon"][graph.edges["head"]]], axis=1).ravel()
    graph.shape_lat[:] = np.stack([graph.nodes["lat"][graph.edges["tail"]], graph.nodes["lat"][graph.edges["head"]]], axis=1).ravel()
    return RoadNetwork(graph, {"plain": PLAIN})


def questions(places: int, seed: int) -> list[tuple[tuple[int, ...], int, float]]:
    """Return pools of any size with how many of them are wanted, and by when."""
    rng = np.random.default_rng(seed)
    pools = [tuple(sorted(rng.choice(places, min(size, places), replace=False).tolist())) for size in (1, 2, 5, places)]
    return [(pool, k, latest_s) for pool in pools for k in (1, 3) for latest_s in (math.inf, 12.0)]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 2**32 - 1),
    junctions=st.integers(2, 14),
    density=st.floats(0.5, 2.5),
    rules=st.integers(0, 25),
    steps=st.lists(st.sampled_from(["close", "close", "open", "move"]), min_size=1, max_size=4),
)
def test_what_is_kept_from_before_is_what_a_new_search_would_find(seed: int, junctions: int, density: float, rules: int, steps: list[str]) -> None:
    """Closures come and go and vehicles move; answers are those of a muster that knows nothing of before."""
    roads, rng = small_town(seed, junctions, density, rules), np.random.default_rng(seed)
    places = [LonLat(*(float(v) for v in at)) for at in rng.random((12, 2)) * 0.003]
    stands, targets, delays = places[:8], places[8:], rng.choice([0.0, 0.0, 2.0, 7.5], 8).tolist()
    closed: list[Shape] = []
    before = roads.muster(stands, "plain", delays)
    for step in ["", *steps]:
        if step == "close":
            lon, lat = (float(v) for v in rng.random(2) * 0.003)
            closed.append(Shape(tuple(LonLat(lon + x, lat + y) for x, y in ((0, 0), (0.0004, 0), (0.0004, 0.0004), (0, 0.0004), (0, 0)))))
        elif step == "open":
            closed = closed[1:]
        elif step == "move":
            stands = [*stands[:3], LonLat(*(float(v) for v in rng.random(2) * 0.003)), *stands[4:]]
        view = roads.with_closures(closed)
        before = view.muster(stands, "plain", delays, after=before)
        for members, k, latest_s in questions(len(stands), seed):
            anew = view.muster(stands, "plain", delays)
            for target in targets:
                assert before.first(target, members, k, latest_s) == anew.first(target, members, k, latest_s)


def test_a_closure_elsewhere_leaves_searches_as_they_are(heidelberg_pack: RegionPack) -> None:
    """Only what the closure can touch is searched for again; opening it, everything."""
    rng = np.random.default_rng(5)
    places = [LonLat(8.64 + 0.1 * float(x), 49.38 + 0.05 * float(y)) for x, y in rng.random((60, 2))]
    roads = heidelberg_pack.roads()
    asked = [(target, tuple(range(30)), 3) for target in places[30:]]
    before = roads.muster(places[:30], "ambulance", [0.0] * 30)
    usual = [before.first(*question) for question in asked]
    way = roads.route(places[usual[0][0].origin], places[30], "ambulance")
    assert way is not None
    middle = way.points[len(way.points) // 2]
    block = Shape(
        tuple(LonLat(middle[0] + x, middle[1] + y) for x, y in ((-1e-4, -1e-4), (1e-4, -1e-4), (1e-4, 1e-4), (-1e-4, 1e-4), (-1e-4, -1e-4)))
    )
    closed = roads.with_closures([block])
    after = closed.muster(places[:30], "ambulance", [0.0] * 30, after=before)
    kept = sum(after.knows(*question) for question in asked)
    anew = closed.muster(places[:30], "ambulance", [0.0] * 30)
    assert 20 <= kept < len(asked)
    assert [after.first(*question) for question in asked] == [anew.first(*question) for question in asked] != usual
    again = roads.muster(places[:30], "ambulance", [0.0] * 30, after=after)
    assert not any(again.knows(*question) for question in asked)


@pytest.mark.parametrize("profile", ["ambulance", "heavy_truck", "foot"])
def test_on_real_roads_too(heidelberg_pack: RegionPack, profile: str) -> None:
    rng = np.random.default_rng(5)
    places = [LonLat(8.64 + 0.1 * float(x), 49.38 + 0.05 * float(y)) for x, y in rng.random((30, 2))]
    delays = rng.choice([0.0, 60.0, 80.0], 22).tolist()
    roads = heidelberg_pack.roads()
    flood = Shape(tuple(LonLat(8.69 + x, 49.41 + y) for x, y in ((0, 0), (0.01, 0), (0.01, 0.004), (0, 0.004), (0, 0))))
    for view in (roads, roads.with_closures([flood])):
        assert same_as_everybody(view, profile, places[:22], places[22:], delays, 6) > 100


def test_more_than_are_aimed_at_together_are_found_as_well(heidelberg_pack: RegionPack) -> None:
    rng = np.random.default_rng(8)
    places = [LonLat(8.64 + 0.1 * float(x), 49.38 + 0.05 * float(y)) for x, y in rng.random((3 * MOST_AIMED, 2))]
    delays, everybody = rng.choice([0.0, 60.0], len(places)).tolist(), tuple(range(len(places)))
    roads = heidelberg_pack.roads()
    muster = roads.muster(places, "ambulance", delays)
    for target in (LonLat(8.69, 49.41), LonLat(8.70, 49.40)):
        times = [(round(a.eta_s * 1000) + round(delays[a.origin] * 1000), a.origin) for a in roads.nearest(target, places, "ambulance", len(places))]
        for k in (MOST_AIMED, len(places)):
            ranked = sorted(times)
            last = ranked[min(k, len(ranked)) - 1][0]
            found = [(round(a.eta_s * 1000) + round(delays[a.origin] * 1000), a.origin) for a in muster.first(target, everybody, k)]
            assert found == [row for row in ranked if row[0] <= last]


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
