"""What everyone may rely on from `ports.Roads`. A new engine adds its maker to `roads`."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.model.errors import KnownError
from commandcenter.model.ports import Roads, Shape
from commandcenter.model.words import LonLat

SIDE = 12
STEP_DEG = 0.001


def town(banned: bool) -> RoadGraph:
    """A square grid of two-way streets; with some turns forbidden if asked for."""
    x, y = np.meshgrid(np.arange(SIDE), np.arange(SIDE))
    number = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    tail = np.concatenate([number[:, :-1].ravel(), number[:-1].ravel()])
    head = np.concatenate([number[:, 1:].ravel(), number[1:].ravel()])
    rules = [(0, 0b111111, [2 * i, 2 * i + 2]) for i in range(0, 100, 7)] if banned else []
    lengths = np.where(np.arange(len(tail)) < len(tail) // 2, 72.6, 111.2)
    return RoadGraph.from_arrays(8.6 + x.ravel() * STEP_DEG, 49.4 + y.ravel() * STEP_DEG, tail, head, lengths, oneway=0, rules=rules)


@pytest.fixture(params=[False, True], ids=["free turns", "banned turns"])
def roads(request: pytest.FixtureRequest) -> Roads:
    return RoadNetwork(town(request.param))


def somewhere(count: int, seed: int) -> Sequence[LonLat]:
    rng = np.random.default_rng(seed)
    return [LonLat(8.6 + float(x), 49.4 + float(y)) for x, y in rng.random((count, 2)) * (SIDE - 1) * STEP_DEG]


def test_nearest_is_the_head_of_the_full_ranking(roads: Roads) -> None:
    origins, target = somewhere(40, 1), somewhere(1, 2)[0]
    everyone = roads.nearest(target, origins, "engine", 40)
    assert sorted(arrival.origin for arrival in everyone) == list(range(40))
    assert [arrival.eta_s for arrival in everyone] == sorted(arrival.eta_s for arrival in everyone)
    assert roads.nearest(target, origins, "engine", 5) == everyone[:5]


def test_matrix_and_route_agree_with_nearest(roads: Roads) -> None:
    origins, targets = somewhere(10, 3), somewhere(4, 4)
    table = roads.matrix(targets, origins, "ambulance")
    for target, row in zip(targets, table, strict=True):
        for arrival in roads.nearest(target, origins, "ambulance", 10):
            assert row[arrival.origin] == arrival
            route = roads.route(origins[arrival.origin], target, "ambulance")
            assert route is not None
            assert (route.eta_s, route.distance_m, route.off_road_m) == pytest.approx((arrival.eta_s, arrival.distance_m, arrival.off_road_m))


def test_a_route_is_a_way_with_times(roads: Roads) -> None:
    origin, target = somewhere(2, 5)
    route = roads.route(origin, target, "engine")
    assert route is not None
    assert (route.points[0], route.points[-1]) == (origin, target)
    assert len(route.times_s) == len(route.points)
    assert list(route.times_s) == sorted(route.times_s)
    assert (route.times_s[0], route.times_s[-1]) == (0.0, route.eta_s)
    assert (route.legs[0].manoeuvre, route.legs[-1].manoeuvre) == ("depart", "arrive")
    assert sum(leg.distance_m for leg in route.legs) + route.off_road_m == pytest.approx(route.distance_m)


def test_driving_times_follow_adopted_factors_and_walking_does_not(roads: Roads) -> None:
    origin, target = somewhere(2, 5)
    slower = roads.with_times({"residential": 1.5})
    for profile, factor in (("engine", 1.5), ("foot", 1.0)):
        before, after = (r.route(origin, target, profile) for r in (roads, slower))
        assert before is not None and after is not None
        assert after.by_class_s["residential"] == pytest.approx(before.by_class_s["residential"] * factor, rel=1e-3)  # arcs take whole milliseconds
        assert sum(after.by_class_s.values()) == pytest.approx(sum(leg.eta_s for leg in after.legs))
    again = slower.with_closures([Shape((LonLat(0.0, 0.0),))]).with_times({})
    assert again.nearest(target, [origin], "engine", 1) == roads.nearest(target, [origin], "engine", 1)


def test_a_muster_ranks_as_measuring_everybody(roads: Roads) -> None:
    origins, targets = somewhere(40, 9), somewhere(6, 10)
    delays = [(0.0, 45.0, 80.0)[n % 3] for n in range(40)]
    muster = roads.muster(origins, "engine", delays)
    for target, row in zip(targets, roads.matrix(targets, origins, "engine"), strict=True):
        for members in (tuple(range(40)), tuple(range(0, 40, 7)), (3,)):
            ranked = sorted((round(a.eta_s * 1000) + round(delays[n] * 1000), n, a) for n in members if (a := row[n]) is not None)
            for k in (1, 4, 40):
                found = muster.first(target, members, k)
                known = [(n, a.eta_s, a.off_road_m, a.walk_m) for _, n, a in ranked[:k]]
                assert [(a.origin, a.eta_s, a.off_road_m, a.walk_m) for a in found[:k]] == known
                assert all(ranked[i][0] == ranked[k - 1][0] for i in range(k, len(found)))
            in_time = muster.first(target, members, 40, ranked[0][0] / 1000)
            assert [a.origin for a in in_time] == [n for rank, n, _ in ranked if rank == ranked[0][0]]
    assert muster.first(LonLat(0.0, 0.0), (1, 2), 1) == [] and muster.first(targets[0], (), 1) == []


def test_ties_go_to_the_lower_index(roads: Roads) -> None:
    place, target = somewhere(2, 6)
    assert [arrival.origin for arrival in roads.nearest(target, [place] * 6, "engine", 4)] == [0, 1, 2, 3]


def test_off_the_road_is_counted(roads: Roads) -> None:
    on, off = LonLat(8.6, 49.4), LonLat(8.5985, 49.4)
    near, far = (roads.nearest(at, [LonLat(8.605, 49.405)], "engine", 1)[0] for at in (on, off))
    assert far.off_road_m - near.off_road_m == pytest.approx(108.8, rel=0.01)
    assert far.eta_s - near.eta_s == pytest.approx(108.8 / (5 / 3.6), rel=0.01)
    assert (near.walk_m, far.walk_m) == pytest.approx((0.0, 108.8), rel=0.01, abs=1e-6)


def test_a_vehicle_drives_out_of_its_yard_and_nobody_walks_there(roads: Roads) -> None:
    yard, target = LonLat(8.5985, 49.4), LonLat(8.605, 49.405)
    (found,) = roads.nearest(target, [yard], "engine", 1)
    assert (found.off_road_m, found.walk_m) == pytest.approx((108.8, 0.0), rel=0.01, abs=1e-6)
    assert roads.muster([yard], "engine", [0.0]).first(target, (0,), 1) == roads.matrix([target], [yard], "engine")[0] == [found]


def test_closures_are_a_view(roads: Roads) -> None:
    origin, target = LonLat(8.6, 49.4002), LonLat(8.6, 49.4008)
    shut = roads.with_closures([Shape((LonLat(8.6, 49.4005),))])
    before, after = roads.route(origin, target, "engine"), shut.route(origin, target, "engine")
    assert before is not None
    assert after is not None
    assert after.distance_m > before.distance_m + 100
    assert roads.route(origin, target, "engine") == before


def test_nowhere_has_no_answer_but_a_reason(roads: Roads) -> None:
    sea, town_place = LonLat(9.5, 49.4), LonLat(8.6, 49.4)
    for place in (sea, LonLat(float("nan"), 49.4)):
        assert roads.nearest(place, [town_place], "engine", 1) == []
        assert roads.nearest(town_place, [place], "engine", 1) == []
        assert roads.route(town_place, place, "engine") is None
        assert roads.matrix([place], [town_place], "engine") == [[None]]
        assert str(roads.why_unreachable(town_place, place, "engine"))
    assert roads.nearest(town_place, [], "engine", 3) == []
    assert roads.nearest(town_place, [town_place], "engine", 0) == []


def test_unknown_profile(roads: Roads) -> None:
    with pytest.raises(KnownError, match="submarine"):
        roads.nearest(LonLat(8.6, 49.4), [LonLat(8.6, 49.4)], "submarine", 1)


def test_any_thread_may_ask(roads: Roads) -> None:
    origins, targets = somewhere(20, 7), somewhere(16, 8)
    alone = [roads.nearest(target, origins, "engine", 5) for target in targets]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda target: roads.nearest(target, origins, "engine", 5), targets))
    assert together == alone
