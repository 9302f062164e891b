"""Each tag rule on a road of its own, through the real sink, as vehicles meet it."""

from __future__ import annotations

import pytest

from commandcenter.geo.roads.costs import arc_costs_ms
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.profiles import default_profiles
from commandcenter.resources.changed import build, shipped_texts
from commandcenter.resources.vehicles import VEHICLES_FILE

from .sources import Sketch

OPEN, AGAINST = (True, True), (False, True)
ALONG, SHUT = (True, False), (False, False)


def road(**tags: str) -> RoadGraph:
    """Return one road with these tags."""
    sketch = Sketch(a=(0, 0), b=(1, 0))
    sketch.way("a b", **tags)
    return sketch.graph()


def passes(profile: str, **tags: str) -> tuple[bool, bool]:
    """Whether a vehicle may drive a road with these tags along and against."""
    graph = road(**tags)
    if not len(graph.edges):
        return SHUT
    costs = arc_costs_ms(graph, default_profiles()[profile])
    return bool(costs[0] >= 0), bool(costs[1] >= 0)


@pytest.mark.parametrize(
    ("tags", "truck", "ambulance", "foot"),
    [
        ({}, OPEN, OPEN, OPEN),
        ({"access": "no"}, SHUT, SHUT, SHUT),
        ({"access": "private"}, OPEN, OPEN, OPEN),
        ({"vehicle": "no"}, SHUT, SHUT, OPEN),
        ({"motor_vehicle": "no"}, SHUT, SHUT, OPEN),
        ({"motor_vehicle": "no", "emergency": "yes"}, SHUT, OPEN, OPEN),
        ({"access": "no", "emergency": "yes"}, SHUT, OPEN, SHUT),
        ({"access": "no", "motor_vehicle": "yes"}, OPEN, OPEN, SHUT),
        ({"access": "no", "psv": "yes"}, SHUT, OPEN, SHUT),
        ({"access": "no", "bus": "yes"}, SHUT, OPEN, SHUT),
        ({"emergency": "no"}, OPEN, SHUT, OPEN),
        ({"hgv": "no"}, SHUT, OPEN, OPEN),
        ({"hgv": "destination"}, OPEN, OPEN, OPEN),
        ({"foot": "no"}, OPEN, OPEN, SHUT),
        ({"motor_vehicle:forward": "no"}, AGAINST, AGAINST, OPEN),
        ({"motor_vehicle:conditional": "no @ (22:00-06:00)"}, OPEN, OPEN, OPEN),
        ({"oneway": "yes"}, ALONG, OPEN, OPEN),
        ({"oneway": "-1"}, AGAINST, OPEN, OPEN),
        ({"oneway": "no"}, OPEN, OPEN, OPEN),
        ({"oneway": "reversible"}, SHUT, OPEN, OPEN),
        ({"oneway": "yes", "oneway:foot": "yes"}, ALONG, OPEN, ALONG),
        ({"junction": "roundabout"}, ALONG, ALONG, OPEN),
        ({"highway": "motorway"}, ALONG, ALONG, SHUT),
        ({"highway": "motorway", "oneway": "no"}, OPEN, OPEN, SHUT),
        ({"highway": "primary", "oneway": "yes"}, ALONG, ALONG, OPEN),
        ({"highway": "primary", "oneway": "yes", "oneway:psv": "no"}, ALONG, OPEN, OPEN),
        ({"highway": "pedestrian"}, SHUT, OPEN, OPEN),
        ({"highway": "pedestrian", "emergency": "no"}, SHUT, SHUT, OPEN),
        ({"highway": "footway"}, SHUT, SHUT, OPEN),
        ({"highway": "footway", "emergency": "yes"}, SHUT, SHUT, OPEN),
        ({"highway": "steps"}, SHUT, SHUT, OPEN),
        ({"highway": "busway"}, SHUT, OPEN, SHUT),
        ({"highway": "service", "service": "emergency_access"}, SHUT, OPEN, OPEN),
        ({"highway": "construction"}, SHUT, SHUT, SHUT),
        ({"highway": "proposed"}, SHUT, SHUT, SHUT),
        ({"highway": "residential", "area": "yes"}, SHUT, SHUT, SHUT),
        ({"maxheight": "3.8"}, SHUT, OPEN, OPEN),
        ({"maxheight": "2.5"}, SHUT, SHUT, OPEN),
        ({"maxheight": "13'6\""}, OPEN, OPEN, OPEN),
        ({"maxwidth": "2.3"}, SHUT, OPEN, OPEN),
        ({"maxweight": "7.5"}, SHUT, OPEN, OPEN),
        ({"ford": "yes"}, OPEN, SHUT, SHUT),
        ({"highway": "", "route": "ferry"}, SHUT, SHUT, OPEN),
    ],
)
def test_who_may_pass(tags: dict[str, str], truck: tuple[bool, bool], ambulance: tuple[bool, bool], foot: tuple[bool, bool]) -> None:
    assert (passes("heavy_truck", **tags), passes("ambulance", **tags), passes("foot", **tags)) == (truck, ambulance, foot)


def speed_kph(profile: str, **tags: str) -> float:
    return both_speeds_kph(profile, **tags)[0]


def both_speeds_kph(profile: str, **tags: str) -> tuple[float, float]:
    graph = road(**tags)
    along, against = (graph.edges["length_m"][0] * 3600 / arc_costs_ms(graph, default_profiles()[profile])).tolist()
    return along, against


def test_speeds_come_from_the_sign_else_from_the_class() -> None:
    assert speed_kph("heavy_truck") == pytest.approx(25, rel=1e-3)
    assert speed_kph("heavy_truck", maxspeed="50") == pytest.approx(40, rel=1e-3)  # convoys drive 80 % of the limit
    assert speed_kph("heavy_truck", maxspeed="120") == pytest.approx(80, rel=1e-3)  # their own top speed
    assert both_speeds_kph("heavy_truck", **{"maxspeed": "50", "maxspeed:backward": "30"})[1] == pytest.approx(24, rel=1e-3)
    assert speed_kph("heavy_truck", **{"maxspeed:conditional": "20 @ wet"}) == pytest.approx(25, rel=1e-3)
    assert speed_kph("heavy_truck", surface="gravel") == pytest.approx(20, rel=1e-3)
    assert speed_kph("ambulance", maxspeed="50") == pytest.approx(50 * 0.9 * 1.2, rel=1e-3)
    assert both_speeds_kph("ambulance", oneway="yes", maxspeed="50")[1] == pytest.approx(10, rel=1e-3)
    assert speed_kph("foot", maxspeed="50") == pytest.approx(5, rel=1e-3)


def test_emergency_driving_is_as_the_agency_writes_it() -> None:
    text = shipped_texts()[VEHICLES_FILE]
    lane, street = road(access="no", bus="yes"), road(oneway="yes")
    for ours, in_lane, against_kph in (
        ({}, OPEN, 10),
        ({"bus_lanes = true": "bus_lanes = false"}, SHUT, 10),
        ({"contraflow_kph = 10": "contraflow_kph = 18"}, OPEN, 18),
        ({"contraflow_kph = 10": "contraflow_kph = 0"}, OPEN, None),
    ):
        written = text
        for shipped, changed in ours.items():
            assert shipped in text
            written = written.replace(shipped, changed, 1)
        ambulance = build({VEHICLES_FILE: written}).profiles["ambulance"]
        assert tuple((arc_costs_ms(lane, ambulance) >= 0).tolist()) == in_lane
        against_ms = int(arc_costs_ms(street, ambulance)[1])
        assert (against_ms < 0) if against_kph is None else street.edges["length_m"][0] * 3600 / against_ms == pytest.approx(against_kph, rel=1e-3)
