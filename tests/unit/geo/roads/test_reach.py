"""Maps of reach: the times along the roads equal the search from the target, and the outlines hold what is in time."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.roads.closures import closed_for, seeds_of
from commandcenter.geo.roads.contour import outlines
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.layout import NEVER
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.geo.roads.outward import depart, onward
from commandcenter.geo.roads.samples import Samples
from commandcenter.geo.roads.search import Foothold, hits, pin
from commandcenter.geo.roads.travel import compile_travel
from commandcenter.model.errors import Cancelled
from commandcenter.model.ports import Level, Rings, Shape, Stand
from commandcenter.model.words import LonLat

from .test_random_graphs import PLAIN, random_graph

SIDE, STEP_DEG = 15, 0.002
HOME = LonLat(8.6 + 7 * STEP_DEG, 49.4 + 7 * STEP_DEG)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1), junctions=st.integers(1, 12), density=st.floats(0.5, 2.5), rules=st.integers(0, 20), closed=st.booleans())
def test_times_along_the_roads_equal_the_search_from_the_target(seed: int, junctions: int, density: float, rules: int, closed: bool) -> None:
    edges = max(1, round(junctions * density))
    travel = compile_travel(random_graph(seed, junctions, edges, rules), PLAIN)
    samples = Samples(random_graph(seed, junctions, edges, rules))
    rng = np.random.default_rng(seed)
    bounds = np.sort(rng.random((edges // 3, 2)).round(2), axis=1).tolist() if closed else []
    shut = closed_for(
        travel, [{int(edge): (low, high) for edge, (low, high) in zip(rng.choice(edges, len(bounds), replace=False), bounds, strict=True)}]
    )
    start = next((Foothold(edge, share) for edge in range(edges) if shut.open_at(edge, share := round(float(rng.random()), 2))), None)
    if start is None:
        return
    left = depart(travel, onward(travel), shut, [(start, 700)], NEVER - 1)
    (times,) = samples.times_ms(travel, shut, left)
    origin = pin(travel, np.array([start.edge]), np.array([start.share]), np.array([700]))
    for edge, share, time in zip(samples.edge.tolist(), samples.share.tolist(), times.tolist(), strict=True):
        if shut.open_at(edge, share):
            found = hits(travel, seeds_of(travel, shut, Foothold(edge, share)), origin, 1, closed=shut.states)
            assert time == (found[0].time_ms if found else NEVER)
        else:
            assert time == NEVER


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1), junctions=st.integers(1, 12), density=st.floats(0.5, 2.5), rules=st.integers(0, 20), depth=st.integers(1, 3))
def test_the_first_few_of_many_are_those_of_each_alone(seed: int, junctions: int, density: float, rules: int, depth: int) -> None:
    edges = max(1, round(junctions * density))
    graph = random_graph(seed, junctions, edges, rules)
    travel, samples = compile_travel(graph, PLAIN), Samples(graph)
    rng = np.random.default_rng(seed)
    shut = closed_for(travel, [{int(rng.integers(edges)): (0.4, 0.6)}])
    places = [
        (Foothold(int(edge), float(share)), int(delay))
        for edge, share, delay in zip(rng.integers(0, edges, 5), rng.random(5).round(1), rng.integers(0, 9, 5) * 100, strict=True)
    ]
    places = [place for place in places if shut.open_at(*place[0])]
    ways, limit_ms = onward(travel), int(rng.choice([2_000, NEVER - 1]))
    alone = [samples.times_ms(travel, shut, depart(travel, ways, shut, [place], limit_ms))[0] for place in places]
    expected = np.sort(np.array([*alone, *[np.full(len(samples.edge), NEVER)] * depth]), axis=0)[:depth]
    together = samples.times_ms(travel, shut, depart(travel, ways, shut, places, limit_ms, depth))
    assert np.array_equal(together, expected)


def town() -> RoadGraph:
    """A square grid of two-way streets."""
    x, y = np.meshgrid(np.arange(SIDE), np.arange(SIDE))
    number = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    tail = np.concatenate([number[:, :-1].ravel(), number[:-1].ravel()])
    head = np.concatenate([number[:, 1:].ravel(), number[1:].ravel()])
    lengths = np.where(np.arange(len(tail)) < len(tail) // 2, 145.0, 222.4)
    return RoadGraph.from_arrays(8.6 + x.ravel() * STEP_DEG, 49.4 + y.ravel() * STEP_DEG, tail, head, lengths, oneway=0)


@pytest.fixture(scope="module")
def roads() -> RoadNetwork:
    return RoadNetwork(town())


def area(rings: Rings) -> BaseGeometry:
    found: BaseGeometry = shapely.Polygon()
    for ring in rings:
        found = shapely.symmetric_difference(found, shapely.Polygon(ring))
    return found


def inside(rings: Rings, at: LonLat) -> bool:
    return bool(shapely.contains(area(rings), shapely.Point(at)))


def somewhere(count: int, seed: int) -> list[LonLat]:
    rng = np.random.default_rng(seed)
    return [LonLat(8.6 + float(x), 49.4 + float(y)) for x, y in rng.random((count, 2)) * (SIDE - 1) * STEP_DEG]


def test_an_area_holds_exactly_the_places_in_time(roads: RoadNetwork) -> None:
    (rings,) = roads.reach([Stand(HOME, "engine", 30.0)], [Level(120)]).areas
    places = somewhere(300, 5)
    arrivals = [row[0] for row in roads.matrix(places, [HOME], "engine")]
    held = [inside(rings, place) for place in places]
    unsure = sum(mine != (arrival is not None and arrival.eta_s + 30 <= 120) for mine, arrival in zip(held, arrivals, strict=True))
    clear = [
        mine == (arrival.eta_s + 30 <= 120)
        for mine, arrival in zip(held, arrivals, strict=True)
        if arrival is not None and abs(arrival.eta_s + 30 - 120) > 15  # a grid cell is some 20 s of walking wide
    ]
    assert all(clear) and 0 < sum(held) < 300
    assert unsure < 30


def test_more_time_reaches_more_and_a_closure_less(roads: RoadNetwork) -> None:
    areas = roads.reach([Stand(HOME, "engine")], [Level(60), Level(120)]).areas
    small, large = area(areas[0]), area(areas[1])
    assert small.area < large.area and large.buffer(1e-5).contains(small)
    wall = Shape((LonLat(8.59, HOME.lat + 0.001), LonLat(8.7, HOME.lat + 0.001)))
    (cut,) = roads.with_closures([wall]).reach([Stand(HOME, "engine")], [Level(120)]).areas
    assert inside(areas[1], LonLat(HOME.lon, HOME.lat + 0.003))
    assert not inside(cut, LonLat(HOME.lon, HOME.lat + 0.003))
    assert inside(cut, LonLat(HOME.lon, HOME.lat - 0.003))


def test_two_deep_is_where_both_can_be(roads: RoadNetwork) -> None:
    west, east = LonLat(8.6 + 2 * STEP_DEG, HOME.lat), LonLat(8.6 + 12 * STEP_DEG, HOME.lat)
    stands = [Stand(west, "engine"), Stand(east, "ambulance")]
    answer = roads.reach(stands, [Level(150, 1), Level(150, 2)], gaps=True)
    either, both = (area(rings) for rings in answer.areas)
    apart = [area(roads.reach([stand], [Level(150)]).areas[0]) for stand in stands]
    assert either.symmetric_difference(apart[0].union(apart[1])).area < 0.05 * either.area
    assert both.symmetric_difference(apart[0].intersection(apart[1])).area < 0.1 * either.area
    assert 0 < answer.shares[1] < answer.shares[0] <= 1
    assert not area(answer.gaps[0]).intersects(apart[0].buffer(-0.001))


def test_gaps_lie_along_the_streets_that_nobody_reaches(roads: RoadNetwork) -> None:
    answer = roads.reach([Stand(HOME, "engine")], [Level(60)], gaps=True)
    assert inside(answer.gaps[0], LonLat(8.6 + STEP_DEG, 49.4 + STEP_DEG))
    assert not inside(answer.gaps[0], HOME)
    assert 0 < answer.shares[0] < 0.5


def test_who_has_no_road_or_no_profile_counts_for_nobody(roads: RoadNetwork) -> None:
    answer = roads.reach([Stand(LonLat(0.0, 0.0), "engine"), Stand(HOME, "spaceship")], [Level(600)], gaps=True)
    assert (answer.areas, answer.shares) == (((),), (0.0,))


def test_it_stops_when_told_to(roads: RoadNetwork) -> None:
    with pytest.raises(Cancelled):
        roads.reach([Stand(HOME, "engine")], [Level(60)], stopped=lambda: True)


def test_outlines_keep_holes_and_separate_pieces() -> None:
    values = np.full((12, 12), 9.0)
    values[1:9, 1:9] = 1.0
    values[4:6, 4:6] = 9.0
    values[10, 10] = 1.0
    rings = outlines(values, 5.0)
    assert sorted(round(shapely.Polygon(ring).area, 1) for ring in rings) == [0.5, 3.5, 63.5]
    assert all((ring[0] == ring[-1]).all() for ring in rings)


def test_outlines_reach_the_border_and_pass_where_the_level_is() -> None:
    (ring,) = outlines(np.tile([0.0, 10.0], (3, 1)), 2.0)
    assert ring[:, 0].max() == pytest.approx(0.2)
    assert (ring[:, 0].min(), ring[:, 1].min(), ring[:, 1].max()) == (-0.5, -0.5, 2.5)
    assert outlines(np.full((3, 3), 9.0), 5.0) == []
