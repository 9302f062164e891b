"""What a drawn shape shuts, and what still moves on the rest of a shut road."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray

from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.model.ports import Level, Shape, Stand
from commandcenter.model.words import LonLat

from .sources import Sketch


def ladder() -> RoadNetwork:
    """Two parallel streets (y = 0 and y = 3) joined at both ends and in the middle."""
    sketch = Sketch(a=(0, 0), b=(4, 0), c=(8, 0), d=(0, 3), e=(4, 3), f=(8, 3))
    for through in ("a b", "b c", "d e", "e f", "a d", "b e", "c f"):
        sketch.way(through, name=through)
    return RoadNetwork(sketch.graph())


def at(x: float, y: float) -> LonLat:
    return LonLat(8.6 + x * 0.001, 49.4 + y * 0.001)


def box(west: float, south: float, east: float, north: float) -> Shape:
    return Shape((at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)))


def driven(roads: RoadNetwork, origin: LonLat, target: LonLat, profile: str = "foot") -> list[str] | None:
    route = roads.route(origin, target, profile)
    return None if route is None else [leg.street for leg in route.legs[:-1]]


def test_a_point_shuts_the_road_where_it_lies() -> None:
    roads = ladder()
    shut = roads.with_closures([Shape((at(2, 0),))])
    assert driven(roads, at(1, 0), at(3, 0)) == ["a b"]
    assert driven(shut, at(1, 0), at(3, 0)) == ["a b", "a d", "d e", "b e", "a b"]
    assert driven(shut, at(1, 0), at(1.9, 0)) == ["a b"]
    assert driven(shut, at(1.9, 0), at(0.1, 0)) == ["a b"]
    assert driven(roads, at(1, 0), at(3, 0)) == ["a b"]


def test_nothing_starts_or_ends_inside() -> None:
    shut = ladder().with_closures([box(1, -1, 3, 1)])
    target = shut.nearest(at(2, 0), [at(0, 0), at(4, 0)], "foot", 2)
    assert [arrival.off_road_m > 100 for arrival in target] == [True, True]
    assert [shut.snap(at(2, 0), "foot").foothold.edge == 0 for _ in target] == [False, False]  # type: ignore[union-attr]


def test_a_flood_shuts_all_it_covers() -> None:
    shut = ladder().with_closures([box(-1, -1, 9, 1)])
    assert sorted(shut.closed("foot").shut) == [0, 1, 4, 5, 6]
    assert shut.closed("foot").shut[0] == (0.0, 1.0)
    assert shut.closed("foot").shut[4] == pytest.approx((0.0, 1 / 3))


def test_a_line_along_a_road_shuts_that_road_only() -> None:
    shut = ladder().with_closures([Shape((at(0, 0), at(4, 0)))])
    assert list(shut.closed("foot").shut) == [0]


def test_a_line_across_roads_shuts_them() -> None:
    shut = ladder().with_closures([Shape((at(2, -1), at(2, 4)))])
    assert sorted(shut.closed("foot").shut) == [0, 2]
    assert shut.closed("foot").shut[0] == pytest.approx((0.5, 0.5))


def test_a_point_at_a_crossing_shuts_all_its_roads_and_one_in_a_field_none() -> None:
    roads = ladder()
    assert sorted(roads.with_closures([Shape((at(4, 0),))]).closed("foot").shut) == [0, 1, 5]
    assert not roads.with_closures([Shape((at(2, 1.5),))]).closed("foot").shut


def test_exempt_vehicles_pass() -> None:
    shut = ladder().with_closures([Shape((at(2, 0),), exempt_profiles=("engine",))])
    assert driven(shut, at(1, 0), at(3, 0), "engine") == ["a b"]
    assert driven(shut, at(1, 0), at(3, 0), "ambulance") != ["a b"]


def test_exactly_these_closures_hold() -> None:
    roads = ladder().with_closures([Shape((at(2, 0),))])
    other = roads.with_closures([Shape((at(6, 0),))])
    assert driven(other, at(1, 0), at(3, 0)) == ["a b"]
    assert driven(other.with_closures([]), at(5, 0), at(7, 0)) == ["b c"]


def test_a_position_that_was_asked_before_moves_when_its_road_shuts() -> None:
    roads = ladder()
    before = roads.nearest(at(8, 3), [at(2, 0), at(6, 0)], "foot", 2)
    shut = roads.with_closures([box(1, -1, 3, 1)])
    after = {arrival.origin: arrival for arrival in shut.nearest(at(8, 3), [at(2, 0), at(6, 0)], "foot", 2)}
    assert after[1] == before[0]
    assert after[0].off_road_m > 50 > before[1].off_road_m


def test_reasons() -> None:
    roads = ladder()
    field, town = at(0, 40), at(1, 0)
    assert "near the target" in str(roads.why_unreachable(town, field, "foot"))
    assert "near the origin" in str(roads.why_unreachable(field, town, "foot"))
    ring = roads.with_closures([Shape((at(4, 1),)), Shape((at(2, 0),)), Shape((at(6, 0),))])
    assert ring.route(at(4, 0), at(0, 3), "foot") is None
    assert str(ring.why_unreachable(at(4, 0), at(0, 3), "foot")) == "Closures cut off every way."
    drowned = roads.with_closures([box(-20, -20, 20, 20)])
    assert "closed" in str(drowned.why_unreachable(town, at(7, 0), "foot"))


def test_other_vehicles_and_times_share_what_hangs_on_the_map_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    roads = ladder()
    built: list[int] = []
    usual = shapely.STRtree

    def counted(lines: NDArray[np.object_]) -> shapely.STRtree:
        built.append(len(lines))
        return usual(lines)

    monkeypatch.setattr(shapely, "STRtree", counted)
    slow = roads.with_times(dict.fromkeys(("major", "local", "minor", "motorway"), 2.0))
    walkers = roads.with_profiles({"foot": roads.profiles["foot"]})
    assert list(walkers.profiles) == ["foot"]
    assert [driven(net, at(0.5, 0), at(3.5, 0)) for net in (roads, slow, walkers, walkers.with_times({"local": 3.0}))] == [["a b"]] * 4
    assert all(net.reach([Stand(at(0.5, 0), "foot")], [Level(60.0)]).areas[0] for net in (roads, walkers))
    assert built == [roads.graph.edges.size]
