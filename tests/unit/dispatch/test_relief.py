"""Who has become free takes over from who is much farther: only for a gain worth it, never from what waits, nobody twice."""

from __future__ import annotations

import json
from typing import Any

import pytest

from commandcenter.dispatch.differences import differences
from commandcenter.dispatch.jsonform import relief_json
from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.relief import Relief, reliefs, wanted_of
from commandcenter.dispatch.reserve import reserve_size
from commandcenter.dispatch.situation import situation_of
from commandcenter.model import commands as c
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Position, PositionSource, UnitStatus


def sent(stage: Any, unit: Id, incident: Id, slot: str = "als-1", status: UnitStatus = UnitStatus.ENROUTE) -> Id:
    stage.do(c.AssignUnit(incident, unit, slot))
    if status is not UnitStatus.DISPATCHED:
        stage.do(c.SetUnitStatus(unit, UnitStatus.ENROUTE))
    if status is UnitStatus.ON_SCENE:
        stage.do(c.SetUnitStatus(unit, status))
    return unit


def engine(stage: Any, grid: Any) -> Engine:
    return Engine(situation_of(stage.picture, {}, stage.clock.wall_ms()), stage.catalogue, grid)


def found(stage: Any, grid: Any) -> tuple[Relief, ...]:
    wanted = wanted_of(stage.picture.incidents(), stage.catalogue, stage.clock.wall_ms())
    return reliefs(engine(stage, grid), wanted)


def test_a_free_unit_that_is_much_nearer_takes_over_with_both_times_said(stage: Any, grid: Any) -> None:
    incident = stage.incident("medical.stroke", 0, 0, priority=2)
    far = sent(stage, stage.unit("M1", "als", 11, 0), incident)
    near = stage.unit("M2", "als", 3, 0)
    (one,) = found(stage, grid)
    assert (one.incident_id, one.slot, one.unit_id, one.relieved_id) == (incident, "als-1", near, far)
    assert (one.eta_s, one.left_s) == (60.0 + 180.0, 660.0)  # three blocks and the turnout against eleven blocks
    said = "Incident 1: M2 would be there in 4:00; M1, which is under way, takes 11:00 and would be free again."
    assert str(one.reason) == said


def test_the_gain_must_be_worth_a_switch(stage: Any, grid: Any) -> None:
    sent(stage, stage.unit("M1", "als", 6, 0), stage.incident("medical.stroke", 0, 0))
    stage.unit("M2", "als", 4, 0)  # a block sooner, turnout counted
    assert stage.catalogue.policy.divert.switch_s == 120 and found(stage, grid) == ()
    stage.unit("M3", "als", 3, 0)  # two blocks sooner
    assert [one.callsign for one in found(stage, grid)] == ["M3"]


def test_who_is_there_stays_and_who_cannot_do_it_does_not_come(stage: Any, grid: Any) -> None:
    sent(stage, stage.unit("M1", "als", 11, 0), stage.incident("medical.stroke", 0, 0), status=UnitStatus.ON_SCENE)
    stage.unit("M2", "als", 1, 0)
    assert found(stage, grid) == ()
    sent(stage, stage.unit("E1", "engine", 11, 1), stage.incident("fire.rubbish", 0, 1), "pump-1")
    stage.unit("P1", "police", 1, 1)
    assert found(stage, grid) == ()


def test_what_waits_comes_first(stage: Any, grid: Any) -> None:
    sent(stage, stage.unit("M1", "als", 11, 0), stage.incident("medical.stroke", 0, 0))
    stage.unit("M2", "als", 1, 0)
    assert len(found(stage, grid)) == 1
    stage.incident("medical.stroke", 11, 7, priority=4)
    assert found(stage, grid) == ()


def test_nobody_takes_over_twice_and_the_most_urgent_is_helped_first(stage: Any, grid: Any) -> None:
    minor, urgent = stage.incident("medical.stroke", 0, 0, priority=3), stage.incident("medical.stroke", 1, 0, priority=1)
    sent(stage, stage.unit("M1", "als", 11, 0), minor)
    sent(stage, stage.unit("M2", "als", 10, 0), urgent)
    stage.unit("M3", "als", 0, 1)
    assert [(one.callsign, one.relieved) for one in found(stage, grid)] == [("M3", "M2")]
    stage.unit("M4", "als", 1, 1)
    assert {(one.callsign, one.relieved) for one in found(stage, grid)} == {("M4", "M2"), ("M3", "M1")}


def test_people_are_relieved_by_as_many_and_who_was_sent_by_hand_by_somebody_who_can_do_all_it_can(stage: Any, grid: Any) -> None:
    fire = stage.incident("fire.rubbish", 0, 0)
    crew = sent(stage, stage.unit("E1", "engine", 11, 0), fire, "crew-firefighting-1")
    few = stage.unit("E2", "engine", 1, 0, crew=3)
    assert stage.picture.unit(crew).crew > 3 and found(stage, grid) == ()
    many = stage.unit("E3", "engine", 2, 0)
    assert [one.unit_id for one in found(stage, grid)] == [many]
    stage.do(c.ReleaseUnit(crew))
    stage.do(c.ReleaseUnit(sent(stage, few, fire, "")))
    sent(stage, crew, fire, "")
    stage.unit("L1", "ladder", 0, 1)
    assert [one.callsign for one in found(stage, grid)] == ["E2"]


def test_while_units_are_kept_for_life_at_risk_nobody_is_moved(stage: Any, grid: Any) -> None:
    sent(stage, stage.unit("M1", "als", 11, 0), stage.incident("medical.stroke", 0, 0, priority=1))
    for n in range(2, 6):
        stage.unit(f"M{n}", "als", 1, 0)
    assert len(reliefs(engine(stage, grid))) == 1
    for _ in range(6):
        stage.incident("fire.rubbish", 5, 5, priority=1)
    crowded = engine(stage, grid)
    assert reserve_size(crowded.situation, stage.catalogue.policy.surge) == {"als": 1}
    assert reliefs(crowded) == ()


def test_a_way_that_is_closed_helps_nobody_and_the_search_can_be_stopped(stage: Any, grid: Any) -> None:
    sent(stage, stage.unit("M1", "als", 11, 0), stage.incident("medical.stroke", 0, 0))
    stage.unit("M2", "als", 3, 0)
    with pytest.raises(Cancelled):
        reliefs(engine(stage, grid), stopped=lambda: True)
    for x, y in ((1, 0), (0, 1)):
        stage.do(c.CloseRoad((LonLat(x * 0.01, y * 0.01),), "flood"))
    assert found(stage, grid) == ()


def test_an_old_position_counts_against_who_would_take_over(stage: Any, grid: Any) -> None:
    sent(stage, stage.unit("M1", "als", 6, 0), stage.incident("medical.stroke", 0, 0))
    near = stage.unit("M2", "als", 5, 5)
    now_ms, rules = stage.clock.wall_ms(), stage.catalogue.rules
    here = LonLat(0.04, 0.0)

    def relieved(age_s: float) -> list[str]:
        position = Position(here, PositionSource.GPS, now_ms - round(age_s * 1000))
        situation = situation_of(stage.picture, {near: position}, now_ms)
        return [one.callsign for one in reliefs(Engine(situation, stage.catalogue, grid))]

    assert relieved(1.0) == ["M2"] and relieved(rules.stale_after_s + 1) == []


def test_a_relief_is_kept_as_a_decision_with_who_else_could_have_come(stage: Any, grid: Any) -> None:
    incident = stage.incident("medical.stroke", 0, 0, priority=2)
    far = sent(stage, stage.unit("M1", "als", 11, 0), incident)
    near, next_ = stage.unit("M2", "als", 3, 0), stage.unit("M3", "als", 4, 0)
    (one,) = found(stage, grid)
    assert (one.runner_up, one.margin_s) == ("M3", 60.0)
    stage.do(c.AcceptRecommendation(incident, ((near, one.slot),), shown=relief_json(one)))
    stage.do(c.ReleaseUnit(far))
    (kept,) = stage.picture.decisions()
    shown = json.loads(json.dumps(kept.shown))
    assert [(r["unit_id"], r["reason"]) for r in shown["rejected"]] == [
        (next_, "It would be there in 5:00, 1:00 later."),
        (far, "It is under way and would still need 11:00."),
    ]
    assert (shown["as_of_ms"], shown["closures"], shown["oldest_position_s"]) == (one.as_of_ms, 0, None) and one.as_of_ms > 0
    report = differences(stage.picture)
    assert (report.followed, [d.sent for d in report.by_hand]) == (1, [("M1",)])
