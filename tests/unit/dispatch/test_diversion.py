"""Units on their way to something less urgent: candidates at a price, both sides shown, nothing taken that was not agreed to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from commandcenter.dispatch.jsonform import to_json
from commandcenter.dispatch.recommend import recommend
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.situation import request_of, situation_of
from commandcenter.model import commands as c
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Position, PositionSource, UnitStatus


def ask(stage: Any, grid: Any, incident: Id, positions: dict[Id, Position] | None = None) -> Recommendation:
    situation = situation_of(stage.picture, positions or {}, stage.clock.wall_ms())
    return recommend(request_of(stage.picture, stage.picture.incident(incident)), situation, stage.catalogue, grid)


def on_the_way(stage: Any, unit: Id, incident: Id) -> None:
    stage.do(c.AssignUnit(incident, unit, "als-1"))
    stage.do(c.SetUnitStatus(unit, UnitStatus.ENROUTE))


def rolling(stage: Any, x: int, y: int) -> Position:
    return Position(LonLat(x * 0.01, y * 0.01), PositionSource.GPS, stage.clock.wall_ms())


def test_a_near_unit_on_a_minor_errand_is_offered_with_both_sides(stage: Any, grid: Any) -> None:
    near, _far = stage.unit("M1", "als", 2, 2), stage.unit("M2", "als", 11, 2)
    minor = stage.incident("medical.stroke", 3, 3, priority=3)
    on_the_way(stage, near, minor)
    urgent = stage.incident("medical.stroke", 2, 1, priority=1)
    (row,) = ask(stage, grid, urgent, {near: rolling(stage, 2, 2)}).units
    assert (row.callsign, row.divert_from, row.eta_s) == ("M1", minor, 60.0)
    # here 10 blocks and 60 s of turnout for M2 against one block; there 9 blocks and turnout against two blocks
    assert str(row.diversion) == "Taken off incident 1: P1 −10:00, P3 +8:00."
    assert to_json(ask(stage, grid, urgent, {near: rolling(stage, 2, 2)}))["units"][0]["divert_from"] == minor  # type: ignore[index, call-overload]


def test_nobody_is_switched_for_a_small_gain_or_a_lesser_need(stage: Any, grid: Any) -> None:
    near, _free = stage.unit("M1", "als", 2, 2), stage.unit("M2", "als", 4, 2)
    minor = stage.incident("medical.stroke", 3, 3, priority=3)
    on_the_way(stage, near, minor)
    place = {near: rolling(stage, 2, 2)}
    answer = ask(stage, grid, stage.incident("medical.stroke", 3, 2, priority=1), place)
    gain = "that gains too little to take it off incident 1: M2 takes 2:00."
    assert [u.callsign for u in answer.units] == ["M2"]
    assert [str(r.reason) for r in answer.rejected] == [f"Would be there in 1:00, 1.0 km; {gain}"]
    nearer = {near: replace(rolling(stage, 2, 2), at=LonLat(0.024, 0.02))}
    why = "First free advanced life support by road: 1.0 km, 2:00; M1, 1:00, would gain too little to be taken off incident 1."
    assert str(ask(stage, grid, stage.incident("medical.stroke", 3, 2, priority=1), nearer).units[0].reason) == why
    for priority in (3, 4):
        answer = ask(stage, grid, stage.incident("medical.stroke", 2, 2, priority=priority), place)
        assert [u.callsign for u in answer.units] == ["M2"]
        assert {str(r.reason) for r in answer.rejected} == {"Busy with incident 1, priority 3: enroute."}


def test_a_unit_at_work_is_never_taken(stage: Any, grid: Any) -> None:
    near = stage.unit("M1", "als", 2, 2)
    minor = stage.incident("medical.stroke", 3, 3, priority=4)
    on_the_way(stage, near, minor)
    stage.do(c.SetUnitStatus(near, UnitStatus.ON_SCENE))
    answer = ask(stage, grid, stage.incident("medical.stroke", 2, 1, priority=1))
    assert answer.units == () and answer.rejected[0].callsign == "M1"


def test_alone_on_both_sides(stage: Any, grid: Any) -> None:
    only = stage.unit("M1", "als", 2, 2)
    on_the_way(stage, only, stage.incident("medical.stroke", 3, 3, priority=3))
    (row,) = ask(stage, grid, stage.incident("medical.stroke", 2, 1, priority=1), {only: rolling(stage, 2, 2)}).units
    assert str(row.diversion) == "Taken off incident 1: P1 has nobody else, P3 has nobody else."


def test_accepting_takes_off_what_was_shown_and_nothing_else(stage: Any, grid: Any) -> None:
    near = stage.unit("M1", "als", 2, 2)
    minor = stage.incident("medical.stroke", 3, 3, priority=3)
    on_the_way(stage, near, minor)
    urgent = stage.incident("medical.stroke", 2, 1, priority=1)
    answer = ask(stage, grid, urgent, {near: rolling(stage, 2, 2)})
    units = tuple((u.unit_id, u.slot) for u in answer.units)
    with pytest.raises(Refused, match="divert it to take it off"):
        stage.do(c.AcceptRecommendation(urgent, units))
    stage.do(c.AcceptRecommendation(urgent, units, shown=to_json(answer)))
    assert stage.picture.unit(near).incident == urgent
    assert stage.picture.incident(minor).units == () and stage.picture.incident(minor).state.value == "triaged"
    (ended,) = [a for a in stage.picture.assignments(unit=near) if a.incident == minor]
    assert ended.ended_ms == stage.clock.wall_ms()
