"""What cannot be is said in a sentence, never by an exception or an endless search."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.dispatch.coverage import cover
from commandcenter.dispatch.duplicates import likely_duplicates
from commandcenter.dispatch.grouping import by_area
from commandcenter.dispatch.joint import fill_together
from commandcenter.dispatch.recommend import Engine, recommend
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.situation import Request, Situation, request_of, situation_of
from commandcenter.dispatch.worklist import waiting
from commandcenter.geo.pack import RegionPack
from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.ids import derived_id
from commandcenter.model.words import IncidentState, LonLat, UnitStatus
from commandcenter.picture.views import ClosureView, DepotView, IncidentView, StationView, StockView, UnitView
from commandcenter.resources.catalogue import default_catalogue

CATALOGUE = default_catalogue()
SEA, NOWHERE = LonLat(-30.0, 30.0), LonLat(0.0, 0.0)
NECKAR = ((8.55, 49.4115), (8.85, 49.4115), (8.85, 49.4135), (8.55, 49.4135), (8.55, 49.4115))
"""Across the whole of Heidelberg, along the river."""


def unit(n: int, at: LonLat, kind: str = "engine", **more: Any) -> UnitView:
    known = CATALOGUE.kinds[kind]
    view = UnitView(derived_id(f"u{n}"), f"E{n}", kind, known.capabilities, known.crew, None, known.profile, at, UnitStatus.AVAILABLE, 0)
    return dataclasses.replace(view, **more)


def situation(*units: UnitView, depots: tuple[DepotView, ...] = (), closures: tuple[ClosureView, ...] = ()) -> Situation:
    return Situation(units, {}, {}, depots, {}, closures, 0)


def every_reason(answer: Recommendation) -> list[str]:
    said = [str(u.reason) for u in answer.units] + [str(r.reason) for r in answer.rejected] + [str(u.reason) for u in answer.unfilled]
    assert all(text and "{" not in text for text in said)
    return said


def test_no_unit_at_all_and_none_that_can(grid: Any) -> None:
    nobody = recommend(Request("fire.rubbish", LonLat(0.05, 0.02)), situation(), CATALOGUE, grid)
    assert every_reason(nobody) == ["No unit has pump."]
    wrong = recommend(Request("fire.rubbish", LonLat(0.05, 0.02)), situation(unit(1, LonLat(0, 0), "police")), CATALOGUE, grid)
    assert "Has nothing that is still needed: pump." in every_reason(wrong)


def test_a_unit_without_a_position_and_an_incident_in_the_sea(heidelberg_pack: RegionPack) -> None:
    roads = heidelberg_pack.roads()
    town = LonLat(8.69, 49.41)
    lost = recommend(Request("fire.rubbish", town), situation(unit(1, NOWHERE), unit(2, SEA)), CATALOGUE, roads)
    assert lost.units == () and {str(r.reason) for r in lost.rejected} == {"There is no road for this vehicle near the origin."}
    sea = recommend(Request("fire.rubbish", SEA), situation(unit(1, town)), CATALOGUE, roads)
    assert sea.units == () and [str(r.reason) for r in sea.rejected] == ["There is no road for this vehicle near the target."]


def test_a_closure_that_cuts_the_city_in_two(heidelberg_pack: RegionPack) -> None:
    """Whoever is on the wrong bank is named as cut off; whoever is on the right one still comes."""
    roads = heidelberg_pack.roads()
    flood = ClosureView(derived_id("flood"), tuple(LonLat(*p) for p in NECKAR), "Neckar", "flood", None, None, (), reopened=False)
    south, north = unit(1, LonLat(8.694, 49.408)), unit(2, LonLat(8.692, 49.418))
    target = LonLat(8.690, 49.407)
    both = recommend(Request("fire.rubbish", target), situation(south, north, closures=(flood,)), CATALOGUE, roads)
    assert [u.callsign for u in both.units] == ["E1"]
    assert [str(r.reason) for r in both.rejected] == ["Closures cut off every way."]
    alone = recommend(Request("fire.rubbish", target), situation(north, closures=(flood,)), CATALOGUE, roads)
    assert alone.units == () and str(alone.unfilled[0].reason).startswith("No free unit with pump has a road to this place")


def test_an_incident_inside_a_closure(heidelberg_pack: RegionPack) -> None:
    roads = heidelberg_pack.roads()
    whole = ClosureView(derived_id("all"), tuple(LonLat(*p) for p in ((8, 49), (9, 49), (9, 50), (8, 50), (8, 49))), "", "", None, None, (), False)
    answer = recommend(Request("fire.rubbish", LonLat(8.69, 49.41)), situation(unit(1, LonLat(8.69, 49.408)), closures=(whole,)), CATALOGUE, roads)
    assert answer.units == () and "closed" in every_reason(answer)[0]


def test_negative_stock_promises_nothing(grid: Any) -> None:
    stock = (StockView("stretcher", "pcs", "", "", -20), StockView("trauma_kit", "pcs", "", "", 3))
    depot = DepotView(derived_id("d"), "Store", LonLat(0, 0), stock, {"trauma_kit": 9})
    answer = recommend(Request("medical.mass_casualty", LonLat(0.05, 0.02)), situation(depots=(depot,)), CATALOGUE, grid)
    assert answer.supplies == () and {"stretcher", "trauma_kit"} <= {u.capability for u in answer.unfilled}
    every_reason(answer)


def test_ten_thousand_units_at_one_point(heidelberg_pack: RegionPack) -> None:
    roads, here = heidelberg_pack.roads(), LonLat(8.69, 49.41)
    crowd = situation(*(unit(n, here) for n in range(10_000)))
    engine = Engine(crowd, CATALOGUE, roads)
    answer = engine.recommend(Request("fire.structure", LonLat(8.70, 49.41)))
    assert len({u.unit_id for u in answer.units}) == len(answer.units) >= 3
    assert len(answer.rejected) == 10_000 - len(answer.units)
    plan = engine.recommend_together([Request("fire.rubbish", LonLat(8.70, 49.41), incident_id=derived_id(str(n)), number=str(n)) for n in range(20)])
    assert len({u.unit_id for one in plan for u in one.units}) == 20


def test_an_alarm_level_that_nobody_wrote_and_a_type_that_nobody_knows(grid: Any) -> None:
    high = recommend(Request("fire.structure", LonLat(0.05, 0.02), alarm_level=99), situation(unit(1, LonLat(0, 0))), CATALOGUE, grid)
    assert high.units and high.unfilled
    with pytest.raises(Refused, match="no incident type dragon"):
        recommend(Request("dragon", LonLat(0.05, 0.02)), situation(), CATALOGUE, grid)


def test_an_incident_of_a_type_that_has_gone_does_not_stop_the_others(stage: Any, grid: Any) -> None:
    """A newer desk's type: the joint plan names it, whoever asks leaves it out."""
    known = request_of(stage.picture, stage.picture.incident(stage.incident("fire.rubbish")))
    engine = Engine(situation_of(stage.picture, {}, 0), CATALOGUE, grid)
    with pytest.raises(Refused, match=r"no\.such"):
        engine.recommend_together([known, dataclasses.replace(known, type="no.such")])


def test_every_search_over_many_can_be_stopped(stage: Any, grid: Any) -> None:
    engine = Engine(situation(unit(1, LonLat(0, 0))), CATALOGUE, grid)
    with pytest.raises(Cancelled):
        cover(engine.field(5), "pump", grid.places(96), 8, stopped=lambda: True)
    with pytest.raises(Cancelled):
        fill_together([engine.ask(Request("fire.rubbish", LonLat(0.05, 0.02)))], lambda: True)


def test_three_thousand_reports_have_an_order_groups_and_pairs() -> None:
    chance = random.Random(3)
    now_ms = 4 * 3_600_000
    reports = tuple(
        IncidentView(
            id=derived_id(str(n)),
            number=str(n),
            type=chance.choice(["fire.rubbish", "medical.stroke", "fire.structure"]),
            state=IncidentState.REPORTED,
            priority=chance.randint(1, 5),
            grade=4,
            alarm_level=1,
            at=LonLat(chance.uniform(8.6, 8.8), chance.uniform(49.3, 49.5)),
            address="",
            name="",
            text="smoke",
            reported_ms=chance.randrange(now_ms),
            state_ms={},
        )
        for n in range(3000)
    )
    found = waiting(reports, CATALOGUE.policy.surge, now_ms)
    assert found.count == 3000 and found.oldest_s == (now_ms - min(i.reported_ms for i in reports)) / 1000
    stations = tuple(StationView(derived_id(f"s{n}"), f"S{n}", "fire_station", LonLat(8.6 + n * 0.05, 49.4)) for n in range(4))
    groups = by_area(found.order, {}, stations)
    assert sum(len(g.incidents) for g in groups) == 3000 and len(groups) == 4
    order = {incident.id: n for n, incident in enumerate(found.order)}
    assert all(list(g.incidents) == sorted(g.incidents, key=lambda i: order[i.id]) for g in groups)
    assert by_area(found.order[:2], {}, ())[0].ground is None
    pairs = likely_duplicates(reports, CATALOGUE)
    assert len({p.newer.id for p in pairs}) == len(pairs) > 0


places = st.builds(LonLat, st.floats(-180, 180), st.floats(-90, 90)) | st.builds(LonLat, st.floats(0, 0.11), st.floats(0, 0.07))
units = st.builds(
    lambda n, at, kind, status, crew, shared, incident: unit(
        n, at, kind, status=status, crew=crew, shared_crew=shared, incident=derived_id("other") if incident else None
    ),
    st.integers(0, 30),
    places,
    st.sampled_from(["engine", "ladder", "als", "police", "command"]),
    st.sampled_from(list(UnitStatus)),
    st.integers(0, 9),
    st.sampled_from(["", "", "west"]),
    st.booleans(),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(units, max_size=12, unique_by=lambda u: u.id),
    st.lists(st.tuples(st.sampled_from(sorted(CATALOGUE.types)), places, st.integers(-3, 12), st.integers(1, 5)), min_size=1, max_size=5),
    st.lists(places, max_size=3),
)
def test_whatever_is_asked_is_answered_and_nobody_is_sent_twice(
    grid: Any, fleet: list[UnitView], asked: list[tuple[str, LonLat, int, int]], closed: list[LonLat]
) -> None:
    shut = tuple(ClosureView(derived_id(str(n)), (at,), "", "", None, None, (), reopened=False) for n, at in enumerate(closed))
    requests = [
        Request(kind, at, level, derived_id(f"i{n}"), None, priority, number=str(n), waiting_since_ms=0)
        for n, (kind, at, level, priority) in enumerate(asked)
    ]
    engine = Engine(situation(*fleet, closures=shut), CATALOGUE, grid)
    for answer in [engine.recommend(requests[0]), *engine.recommend_together(requests)]:
        every_reason(answer)
        assert len(answer.units) + len(answer.rejected) == len(fleet)
    plan = engine.recommend_together(requests)
    sent = [u.unit_id for answer in plan for u in answer.units]
    crews = [view.shared_crew or view.id for view in fleet if view.id in sent]
    assert len(sent) == len(set(sent)) and len(crews) == len(set(crews))
