"""Hand-made maps with answers worked out by hand: junctions, lengths, barriers, turn rules through node and ways."""

from __future__ import annotations

import pytest
from pyproj import Geod

from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.model.words import LonLat

from .sources import Sketch


def way_taken(sketch: Sketch, start: str, end: str, profile: str = "heavy_truck") -> str | None:
    """The named places a route passes, in order."""
    net = RoadNetwork(sketch.graph())
    places = {LonLat(round(lon, 6), round(lat, 6)): name for (lon, lat), name in zip(sketch.at.values(), sketch.ids, strict=True)}
    at = {name: LonLat(*sketch.at[number]) for name, number in sketch.ids.items()}
    route = net.route(at[start], at[end], profile)
    if route is None:
        return None
    passed = [places.get(LonLat(round(point.lon, 6), round(point.lat, 6))) for point in route.points]
    return " ".join(name for i, name in enumerate(passed) if name and (i == 0 or name != passed[i - 1]))


def town() -> tuple[Sketch, dict[str, int]]:
    r"""A cross with a way round:   s - x - e
    |   |
    a - b"""
    sketch = Sketch(s=(0, 1), x=(1, 1), e=(2, 1), a=(1, 0), b=(2, 0), f=(3, 1), g=(1, -1))
    ways = {name: sketch.way(name) for name in ("s x", "x e", "x a", "a b", "b e", "e f", "a g")}
    return sketch, ways


def test_without_rules_the_straight_way() -> None:
    assert way_taken(town()[0], "s", "f") == "s x e f"


def test_no_turn_at_a_junction() -> None:
    sketch, way = town()
    sketch.rule("no_straight_on", way["s x"], "x", way["x e"])
    assert way_taken(sketch, "s", "f") == "s x a b e f"


def test_only_turn_at_a_junction() -> None:
    sketch, way = town()
    sketch.rule("only_right_turn", way["s x"], "x", way["x a"])
    assert way_taken(sketch, "s", "f") == "s x a b e f"


def test_no_turn_through_a_way() -> None:
    sketch, way = town()
    sketch.rule("no_straight_on", way["s x"], [way["x e"]], way["e f"])
    assert way_taken(sketch, "s", "f") == "s x a b e f"
    assert way_taken(sketch, "s", "e") == "s x e"


def test_no_turn_through_two_ways() -> None:
    sketch, way = town()
    sketch.rule("no_straight_on", way["s x"], "x", way["x e"])
    sketch.rule("no_left_turn", way["x a"], [way["a b"]], way["b e"])
    assert way_taken(sketch, "s", "f") == "s x a g a x e f"  # round at the dead end
    assert way_taken(sketch, "g", "b") == "g a b"


def test_only_turn_through_a_way() -> None:
    sketch, way = town()
    sketch.rule("only_left_turn", way["s x"], [way["x a"]], way["a b"])
    assert way_taken(sketch, "s", "g") == "s x e b a g"
    assert way_taken(sketch, "s", "b") in ("s x a b", "s x e b")


def test_a_rule_binds_only_whom_it_names() -> None:
    sketch, way = town()
    sketch.rule("no_straight_on", way["s x"], "x", way["x e"], **{"except": "emergency"})
    assert way_taken(sketch, "s", "f", "ambulance") == "s x e f"
    assert way_taken(sketch, "s", "f", "heavy_truck") == "s x a b e f"
    assert way_taken(sketch, "s", "f", "foot") == "s x e f"


def test_a_rule_for_lorries_binds_no_ambulance() -> None:
    sketch, way = town()
    sketch.rule("", way["s x"], "x", way["x e"], **{"restriction:hgv": "no_straight_on"})
    assert way_taken(sketch, "s", "f", "heavy_truck") == "s x a b e f"
    assert way_taken(sketch, "s", "f", "ambulance") == "s x e f"


def test_conditional_and_broken_rules_are_left_out() -> None:
    sketch, way = town()
    sketch.rule("", way["s x"], "x", way["x e"], **{"restriction:conditional": "no_straight_on @ (Mo-Fr)"})
    sketch.rule("no_straight_on", way["s x"], "b", way["x e"])
    sketch.rule("no_straight_on", 999, "x", way["x e"])
    assert len(sketch.graph().rules) == 0


def test_nobody_turns_round_to_dodge_a_rule() -> None:
    sketch, way = town()
    sketch.rule("no_right_turn", way["s x"], "x", way["x a"])
    assert way_taken(sketch, "s", "g") == "s x e b a g"


@pytest.mark.parametrize(
    ("barrier", "truck", "ambulance"), [("gate", True, True), ("bollard", False, True), ("block", False, False), ("kerb", True, True)]
)
def test_barriers(barrier: str, truck: bool, ambulance: bool) -> None:
    sketch = Sketch(a=(0, 0), m=(1, 0), b=(2, 0))
    sketch.way("a m b")
    sketch.stands("m", barrier=barrier)
    found = [way_taken(sketch, "a", "b", profile) is not None for profile in ("heavy_truck", "ambulance", "foot")]
    assert found == [truck, ambulance, True]


def test_a_barrier_that_its_tags_open() -> None:
    sketch = Sketch(a=(0, 0), m=(1, 0), b=(2, 0))
    sketch.way("a m b")
    sketch.stands("m", barrier="bollard", motor_vehicle="yes")
    assert way_taken(sketch, "a", "b") == "a m b" or way_taken(sketch, "a", "b") == "a b"


def test_edges_run_between_junctions_with_geodesic_length_and_shape() -> None:
    sketch = Sketch(a=(0, 0), bend=(1, 1), b=(2, 0), c=(2, 2))
    sketch.way("a bend b", name="Mill Lane")
    sketch.way("b c")
    graph: RoadGraph = sketch.graph()
    assert (len(graph.nodes), len(graph.edges)) == (3, 2)
    assert graph.name(0) == "Mill Lane"
    points = [sketch.at[sketch.ids[name]] for name in ("a", "bend", "b")]
    lons, lats = zip(*points, strict=True)
    assert graph.shape(0).round(7).tolist() == [pytest.approx(point) for point in points]
    assert graph.edges["length_m"][0] == pytest.approx(Geod(ellps="WGS84").line_length(lons, lats), abs=1e-3)


def test_repeated_nodes_loops_and_empty_maps() -> None:
    sketch = Sketch(a=(0, 0), b=(1, 0), c=(1, 1))
    sketch.way("a a b b")
    sketch.way("b c b")
    assert len(sketch.graph().edges) == 2
    assert RoadNetwork(Sketch().graph()).nearest(LonLat(8.6, 49.4), [LonLat(8.6, 49.4)], "foot", 1) == []
