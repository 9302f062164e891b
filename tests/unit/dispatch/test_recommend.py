"""The engine in the grid town: 60 s and 1 km a block, one bridge in column 9."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.dispatch.candidate import Candidate
from commandcenter.dispatch.changes import what_changed
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.reach import Reach
from commandcenter.dispatch.recommend import recommend
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.situation import request_of, situation_of
from commandcenter.dispatch.slots import Counted, Sum, all_slots, open_needs
from commandcenter.model import commands as c
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import LonLat, Position, PositionSource, UnitStatus
from commandcenter.picture.views import UnitView
from commandcenter.resources.plans import AlarmLevel, Need

Place = Callable[[int, int], LonLat]


def ask(stage: Any, grid: Any, incident: Id, positions: dict[Id, Position] | None = None) -> Recommendation:
    situation = situation_of(stage.picture, positions or {}, stage.clock.wall_ms())
    return recommend(request_of(stage.picture, stage.picture.incident(incident)), situation, stage.catalogue, grid)


def reasons(answer: Recommendation) -> dict[str, str]:
    return {r.callsign: str(r.reason) for r in answer.rejected}


def test_the_nearest_by_air_is_not_sent_when_the_river_is_between(stage: Any, grid: Any) -> None:
    stage.unit("E1", x=2, y=4)
    stage.unit("E2", x=6, y=3)
    answer = ask(stage, grid, stage.incident("fire.rubbish", 2, 3))
    (row,) = answer.units
    assert (row.callsign, row.distance_m, row.eta_s) == ("E2", 4000.0, 320.0)
    assert str(row.reason) == "Nearest pump by road: 4.0 km, 5:20; by air E1 is nearer but has to drive 15.0 km, 16:20."
    assert (row.runner_up, row.margin_s) == ("E1", 660.0)
    assert reasons(answer) == {"E1": "Arrives later: 16:20, 15.0 km; E2 takes 5:20."}


def test_a_closed_bridge_changes_the_choice_and_that_is_said(stage: Any, grid: Any, place: Place) -> None:
    stage.unit("E1", x=9, y=4)
    stage.unit("E2", x=3, y=3)
    incident = stage.incident("fire.rubbish", 9, 3)
    before = ask(stage, grid, incident)
    stage.do(c.CloseRoad((place(9, 4),), "bridge"))
    after = ask(stage, grid, incident)
    assert [r.units[0].callsign for r in (before, after)] == ["E1", "E2"]
    assert reasons(after)["E1"] == "Every way is closed."
    assert [str(s) for s in what_changed(before, after, stage.catalogue)] == ["pump 1: E2, 7:20, instead of E1, 2:20. E1: Every way is closed."]
    assert what_changed(after, after, stage.catalogue) == ()


def test_no_road_is_never_answered_by_a_straight_line(stage: Any, grid: Any, place: Place) -> None:
    stage.unit("E1", x=3, y=3)
    incident = stage.incident("fire.rubbish", 5, 3)
    stage.do(c.CloseRoad((place(5, 3),), "flood"))
    answer = ask(stage, grid, incident)
    assert answer.units == ()
    assert reasons(answer) == {"E1": "Every way is closed."}
    assert [(u.slot, u.missing, str(u.reason)) for u in answer.unfilled] == [
        ("pump-1", 1, "No free unit with pump has a road to this place; free: 1.")
    ]


def test_every_unit_that_stays_has_its_reason(stage: Any, grid: Any) -> None:
    busy, gone, small, far = stage.unit("E1"), stage.unit("E2"), stage.unit("E3", crew=1), stage.unit("E4", x=11, y=7)
    other = stage.unit("A1", "ambulance")
    stage.do(c.AssignUnit(stage.incident(priority=2), busy))
    stage.do(c.SetUnitStatus(gone, UnitStatus.OUT_OF_SERVICE))
    stage.unit("E5", x=5, y=3)
    answer = ask(stage, grid, stage.incident("fire.rubbish", 5, 2))
    assert [u.callsign for u in answer.units] == ["E5"]
    assert {r.unit_id for r in answer.rejected} == {busy, gone, small, far, other}
    assert reasons(answer) == {
        "E1": "Busy with incident 1, priority 2: dispatched.",
        "E2": "Out of service.",
        "E3": "Crew too small: 1 aboard, Engine needs 3.",
        "E4": "Arrives later: 12:20, 11.0 km; E5 takes 2:20.",
        "A1": "Has nothing that is still needed: pump.",
    }


def test_turnout_time_can_beat_the_shorter_way(stage: Any, grid: Any) -> None:
    home = stage.do(c.AddStation("West", "fire_station", LonLat(0.04, 0.02)))[0].writes[0].key.entity
    stage.unit("E1", x=4, y=2, station=home)
    rolling = stage.unit("E2", x=3, y=2)
    now_ms = stage.clock.wall_ms()
    positions = {rolling: Position(LonLat(0.03, 0.02), PositionSource.GPS, now_ms)}
    row = ask(stage, grid, stage.incident("fire.rubbish", 5, 2), positions).units[0]
    assert (row.callsign, row.eta_s, row.runner_up, row.margin_s) == ("E2", 120.0, "E1", 20.0)


def test_a_stale_position_ranks_later_and_is_shown(stage: Any, grid: Any) -> None:
    stale, fresh = stage.unit("E1", x=4, y=2), stage.unit("E2", x=3, y=2)
    now_ms = stage.clock.wall_ms()
    positions = {
        stale: Position(LonLat(0.04, 0.02), PositionSource.GPS, now_ms - 600_000),
        fresh: Position(LonLat(0.035, 0.02), PositionSource.GPS, now_ms),
    }
    answer = ask(stage, grid, stage.incident("fire.rubbish", 5, 2), positions)
    assert answer.units[0].callsign in ("E1", "E2")
    stage.unit("E3", x=11, y=7)
    alone = ask(stage, grid, stage.incident("fire.rubbish", 4, 2), {stale: positions[stale]})
    assert alone.units[0].callsign == "E1" and alone.units[0].position_age_s == pytest.approx(604, abs=5)
    assert any("E1 is 10:" in str(note) and "60 s later" in str(note) for note in alone.notes)


def test_a_live_position_counts_not_the_station(stage: Any, grid: Any) -> None:
    moved = stage.unit("E1", x=0, y=0)
    stage.unit("E2", x=5, y=0)
    positions = {moved: Position(LonLat(0.05, 0.03), PositionSource.GPS, stage.clock.wall_ms())}
    assert ask(stage, grid, stage.incident("fire.rubbish", 5, 3), positions).units[0].callsign == "E1"


def test_a_raised_alarm_asks_for_the_difference_only(stage: Any, grid: Any) -> None:
    engines = [stage.unit(f"E{n}", x=n) for n in range(8)]
    stage.unit("L1", "ladder", 3), stage.unit("C1", "command", 3), stage.unit("M1", "als", 3)
    incident = stage.incident()
    first = ask(stage, grid, incident)
    assert {u.callsign for u in first.units} >= {"L1", "C1", "M1"} and first.unfilled == ()
    stage.do(c.AcceptRecommendation(incident, tuple((u.unit_id, u.slot) for u in first.units)))
    assert ask(stage, grid, incident).units == ()
    stage.do(c.ChangeIncident(incident, {"alarm_level": 2}))
    second = ask(stage, grid, incident)
    level1, level2 = (stage.catalogue.plan_of("fire.structure").level(n) for n in (1, 2))
    sent_pumps = len({u.unit_id for u in first.units} & set(engines))
    assert len([u for u in second.units if u.capability == "pump"]) == sum(n.quantity for n in level2.needs if n.capability == "pump") - sent_pumps
    assert {u.capability for u in second.unfilled} == {"ladder", "rescue", "als", "police", "hose_b"}
    assert len(all_slots(level2)) > len(all_slots(level1))


def test_too_few_people_bring_more_units_and_the_rest_is_said(stage: Any, grid: Any) -> None:
    for n in range(5):
        stage.unit(f"E{n}", x=n)
    stage.unit("L1", "ladder", 3), stage.unit("C1", "command", 3), stage.unit("M1", "als", 3)
    answer = ask(stage, grid, stage.incident())
    people = sum(4 for u in answer.units if u.callsign[0] in "EL")
    assert people >= 17 and sum(u.slot.startswith("crew-") for u in answer.units) == 1
    for n in (2, 3, 4):
        stage.do(c.SetUnitStatus(next(u.id for u in stage.picture.units() if u.callsign == f"E{n}"), UnitStatus.OUT_OF_SERVICE))
    short = ask(stage, grid, stage.incident())
    assert [(u.slot, u.missing) for u in short.unfilled] == [("pump-3", 1), ("crew-firefighting", 5)]


def test_a_sent_unit_covers_the_best_slot_even_without_a_name(stage: Any) -> None:
    level = stage.catalogue.plan_of("fire.structure").level(1)
    unit = UnitView(derived_id("u"), "E1", "engine", {"pump": 1, "firefighting": 4}, 3, None, "engine", LonLat(0, 0), UnitStatus.ENROUTE, 0)
    left = open_needs(level, [unit])
    assert [s.name for s in left.slots] == ["pump-2", "pump-3", "ladder-1", "command-1", "als-1"]
    assert left.sums == (Sum("firefighting", 14, Counted.PEOPLE),)
    named, twin = dataclasses.replace(unit, slot="pump-2"), dataclasses.replace(unit, id=derived_id("v"), slot="pump-2")
    assert [s.name for s in open_needs(level, [named]).slots] == ["pump-1", "pump-3", "ladder-1", "command-1", "als-1"]
    assert [s.name for s in open_needs(level, [named, twin]).slots] == ["pump-3", "ladder-1", "command-1", "als-1"]


def test_a_unit_fills_one_slot_however_large_it_is() -> None:
    """A place of a plan counts units; people and amounts are added up, people never beyond those aboard."""
    level = AlarmLevel((Need("water", 2, 1),), {"firefighting": 4}, {}, {"water": 9, "foam": 1})
    large = UnitView(derived_id("t"), "T1", "tanker", {"water": 4, "firefighting": 4}, 2, None, "heavy_truck", LonLat(0, 0), UnitStatus.ENROUTE, 0)
    left = open_needs(level, [dataclasses.replace(large, slot="water-1")])
    assert [s.name for s in left.slots] == ["water-2"]
    assert left.sums == (Sum("firefighting", 2, Counted.PEOPLE), Sum("foam", 1, Counted.AMOUNT), Sum("water", 5, Counted.AMOUNT))


def test_goods_come_from_the_nearest_depot_with_enough_or_are_split(stage: Any, grid: Any) -> None:
    near, far = stage.depot("Near", 4, 2, stretcher=3, trauma_kit=9), stage.depot("Far", 0, 0, stretcher=20)
    incident = stage.incident("medical.mass_casualty", 5, 2)
    answer = ask(stage, grid, incident)
    by_item = {s.item: s for s in answer.supplies}
    assert by_item["stretcher"].depot_id == far and by_item["trauma_kit"].depot_id == near
    assert "Near is nearer and has too little" in str(by_item["stretcher"].reason)
    stage.do(c.MoveStock(far, "stretcher", -12))
    split = [(s.depot, s.quantity) for s in ask(stage, grid, incident).supplies if s.item == "stretcher"]
    assert split == [("Near", 3), ("Far", 7)]
    stage.do(c.MoveStock(far, "stretcher", -8))
    short = ask(stage, grid, incident)
    assert [(u.capability, u.missing) for u in short.unfilled if u.slot.startswith("supply")] == [("stretcher", 7)]
    stage.do(c.ReserveStock(near, "stretcher", 3, incident))
    stage.do(c.ReserveStock(near, "trauma_kit", 5, incident))
    assert ask(stage, grid, incident).supplies == ()


def test_an_unknown_type_and_an_unknown_profile_are_said(stage: Any, grid: Any) -> None:
    unit, incident = stage.unit("E1"), stage.incident("fire.rubbish")
    stage.do(c.ChangeUnit(unit, {"profile": "hovercraft"}))
    assert reasons(ask(stage, grid, incident)) == {"E1": "No road data for its vehicle profile hovercraft."}
    situation = situation_of(stage.picture, {}, 0)
    request = dataclasses.replace(request_of(stage.picture, stage.picture.incident(incident)), type="no.such")
    with pytest.raises(Refused, match=r"no\.such"):
        recommend(request, situation, stage.catalogue, grid)


def test_the_same_question_has_the_same_answer(stage: Any, grid: Any) -> None:
    for n in range(6):
        stage.unit(f"E{n}", x=4, y=n % 2)
    incident = stage.incident()
    one, two = ask(stage, grid, incident), ask(stage, grid, incident)
    assert dataclasses.replace(one, took_ms=0) == dataclasses.replace(two, took_ms=0)


candidates = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 7), st.sampled_from((0.0, 45.0, 80.0, 300.0)), st.sampled_from((0.0, 60.0))), min_size=1, max_size=40
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(candidates, st.integers(1, 6), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 7)), max_size=12))
def test_turnout_and_penalty_are_exact_without_measuring_everybody(
    grid: Any, place: Place, places: list[tuple[int, int, float, float]], count: int, closed: list[tuple[int, int]]
) -> None:
    roads = dataclasses.replace(grid, closed=frozenset(closed), asked=[])
    units = [
        Candidate(
            UnitView(derived_id(str(n)), str(n), "engine", {}, 4, None, ("engine", "ladder")[n % 2], place(x, y), UnitStatus.AVAILABLE, 0),
            place(x, y),
            None,
            turnout_s,
            penalty_s,
        )
        for n, (x, y, turnout_s, penalty_s) in enumerate(places)
    ]
    target = place(5, 2)
    found = Reach(Field(units, (), roads), target).first(tuple(range(len(units))), count)
    arrivals = roads.nearest(target, [u.at for u in units], "engine", len(units))
    every = sorted((round((a.eta_s + units[a.origin].delay_s) * 1000), a.distance_m, a.origin) for a in arrivals)
    assert [r.order for r in found] == every[:count]


def test_few_are_measured_when_many_stand_around(place: Place, grid: Any) -> None:
    unit = UnitView(derived_id("u"), "E", "engine", {}, 4, None, "engine", place(0, 0), UnitStatus.AVAILABLE, 0)
    units = [Candidate(unit, place(n % 12, n // 12 % 3), None, 80.0, 0.0) for n in range(500)]
    Reach(Field(units, (), grid), place(5, 2)).first(tuple(range(500)), 4)
    assert sum(k for _, k in grid.asked) < 100


def test_an_equal_that_stays_is_called_an_equal(stage: Any, grid: Any) -> None:
    stage.unit("E1", x=4, y=2), stage.unit("E2", x=4, y=2)
    answer = ask(stage, grid, stage.incident("fire.rubbish", 5, 2))
    assert answer.units[0].callsign == "E1" and answer.units[0].margin_s == 0.0
    assert reasons(answer) == {"E2": "Arrives at the same time as E1, 2:20, 1.0 km, and is not needed."}
