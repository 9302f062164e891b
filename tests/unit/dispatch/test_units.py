from __future__ import annotations

import itertools
from typing import Any

import pytest

from commandcenter.model import commands as c
from commandcenter.model.entries import EntryType
from commandcenter.model.errors import Refused
from commandcenter.model.words import IncidentState, LonLat, UnitStatus
from commandcenter.resources.status import default_rules, severity

U = UnitStatus
LEGAL = {(old, new) for old, news in default_rules().unit_next.items() for new in news}
PATHS = {
    U.AVAILABLE: (),
    U.OUT_OF_SERVICE: (U.OUT_OF_SERVICE,),
    U.RETURNING: (U.RETURNING,),
    U.DISPATCHED: (),
    U.ENROUTE: (U.ENROUTE,),
    U.ON_SCENE: (U.ENROUTE, U.ON_SCENE),
    U.TRANSPORTING: (U.ON_SCENE, U.TRANSPORTING),
    U.AT_FACILITY: (U.ON_SCENE, U.TRANSPORTING, U.AT_FACILITY),
}


def bring_to(stage: Any, status: UnitStatus) -> tuple[Any, Any]:
    unit, incident = stage.unit("M1", "als"), stage.incident()
    if status in default_rules().needs_assignment:
        stage.do(c.AssignUnit(incident, unit))
    for step in PATHS[status]:
        stage.do(c.SetUnitStatus(unit, step))
    assert stage.picture.unit(unit).status == status
    return unit, incident


@pytest.mark.parametrize(("old", "new"), sorted(set(itertools.product(U, U)) - LEGAL))
def test_every_illegal_step_of_a_unit_is_refused(stage: Any, old: UnitStatus, new: UnitStatus) -> None:
    unit, _ = bring_to(stage, old)
    count = stage.log.count()
    with pytest.raises(Refused, match="cannot become"):
        stage.do(c.SetUnitStatus(unit, new))
    assert stage.log.count() == count and stage.picture.unit(unit).status == old


@pytest.mark.parametrize(("old", "new"), sorted(pair for pair in LEGAL if pair[1] != U.DISPATCHED))
def test_every_legal_step_of_a_unit_is_taken(stage: Any, old: UnitStatus, new: UnitStatus) -> None:
    unit, incident = bring_to(stage, old)
    stage.do(c.SetUnitStatus(unit, new))
    view = stage.picture.unit(unit)
    assert (view.status, view.status_ms) == (new, stage.clock.wall_ms())
    assert (view.incident == incident) == (new in default_rules().needs_assignment)
    for assignment in stage.picture.assignments(unit=unit):
        assert assignment.times_ms[new.value] == stage.clock.wall_ms()
        assert (assignment.ended_ms is not None) == (new in default_rules().ends_assignment)


def test_dispatched_comes_from_an_assignment_only(stage: Any) -> None:
    with pytest.raises(Refused, match="no assignment"):
        stage.do(c.SetUnitStatus(stage.unit("E1"), U.DISPATCHED))


def test_severity_covers_all_and_puts_the_graver_higher() -> None:
    assert severity(U.ON_SCENE) > severity(U.ENROUTE) > severity(U.AVAILABLE)
    assert len({severity(s) for s in U}) == len(U) and len({severity(s) for s in IncidentState}) == len(IncidentState)


def test_sending_moves_unit_assignment_and_incident_in_one_entry(stage: Any) -> None:
    unit, incident = stage.unit("E1"), stage.incident()
    (entry,) = stage.do(c.AssignUnit(incident, unit, "pump-1"))
    assert entry.type == EntryType.UNIT_ASSIGNED
    view = stage.picture.unit(unit)
    assert (view.status, view.incident, view.slot) == (U.DISPATCHED, incident, "pump-1")
    (assignment,) = stage.picture.assignments(incident=incident)
    assert (assignment.unit, assignment.by, assignment.times_ms) == (unit, stage.actor, {"dispatched": stage.clock.wall_ms()})
    assert stage.picture.incident(incident).state == IncidentState.DISPATCHED


def test_the_first_on_scene_takes_the_incident_on_and_a_stand_down_back(stage: Any) -> None:
    first, second, incident = stage.unit("E1"), stage.unit("E2"), stage.incident()
    stage.do(c.AssignUnit(incident, first))
    stage.do(c.SetUnitStatus(first, U.AVAILABLE))
    assert stage.picture.incident(incident).state == IncidentState.TRIAGED
    for unit in (first, second):
        stage.do(c.AssignUnit(incident, unit))
    stage.do(c.SetUnitStatus(first, U.RETURNING))
    assert stage.picture.incident(incident).state == IncidentState.DISPATCHED
    stage.do(c.SetUnitStatus(second, U.ON_SCENE))
    assert stage.picture.incident(incident).state == IncidentState.ON_SCENE
    stage.do(c.ReleaseUnit(second))
    assert stage.picture.incident(incident).state == IncidentState.ON_SCENE


def test_a_busy_unit_is_diverted_only_when_asked_and_only_to_something_more_urgent(stage: Any) -> None:
    unit, minor, urgent = stage.unit("E1"), stage.incident(priority=3), stage.incident(priority=1)
    stage.do(c.AssignUnit(minor, unit))
    with pytest.raises(Refused, match="divert"):
        stage.do(c.AssignUnit(urgent, unit))
    (entry,) = stage.do(c.AssignUnit(urgent, unit, divert=True))
    assert entry.about == {"divert": True}
    assert stage.picture.incident(minor).state == IncidentState.TRIAGED and stage.picture.incident(minor).units == ()
    assert [a.ended_ms is None for a in stage.picture.assignments(unit=unit)] == [False, True]
    with pytest.raises(Refused, match="less urgent"):
        stage.do(c.AssignUnit(minor, unit, divert=True))
    stage.do(c.SetUnitStatus(unit, U.ON_SCENE))
    with pytest.raises(Refused, match="cannot be diverted"):
        stage.do(c.AssignUnit(minor, unit, divert=True))


def test_who_cannot_be_sent_is_refused(stage: Any) -> None:
    unit, incident, closed = stage.unit("E1"), stage.incident(), stage.incident()
    stage.do(c.SetIncidentState(closed, IncidentState.CANCELLED))
    with pytest.raises(Refused, match="cancelled"):
        stage.do(c.AssignUnit(closed, unit))
    stage.do(c.SetUnitStatus(unit, U.OUT_OF_SERVICE))
    with pytest.raises(Refused, match="cannot be sent"):
        stage.do(c.AssignUnit(incident, unit))
    stage.do(c.SetUnitStatus(unit, U.AVAILABLE))
    stage.do(c.AssignUnit(incident, unit))
    with pytest.raises(Refused, match="already"):
        stage.do(c.AssignUnit(incident, unit))
    for command in (c.AssignUnit(incident, incident), c.AssignUnit(unit, unit), c.ReleaseUnit(stage.unit("E2"))):
        with pytest.raises(Refused):
            stage.do(command)


def test_a_transporting_unit_is_not_released(stage: Any) -> None:
    unit, _ = bring_to(stage, U.TRANSPORTING)
    with pytest.raises(Refused, match="transporting"):
        stage.do(c.ReleaseUnit(unit))


def test_unit_data_changes_and_wrong_data_is_refused(stage: Any) -> None:
    unit, _ = stage.unit("E1"), stage.unit("E2")
    stage.do(c.ChangeUnit(unit, {"crew": 3, "at": [0.02, 0.0], "callsign": "E9", "capabilities": {"pump": 2}}))
    view = stage.picture.unit(unit)
    assert (view.crew, view.at, view.callsign, view.capabilities) == (3, LonLat(0.02, 0.0), "E9", {"pump": 2})
    bad: list[dict[str, Any]] = [
        {"crew": -1},
        {"callsign": "e2"},
        {"callsign": " "},
        {"status": "available"},
        {"capabilities": {"pump": 0}},
        {"crew": 3},
        {},
    ]
    for fields in bad:
        with pytest.raises(Refused):
            stage.do(c.ChangeUnit(unit, fields))


def test_the_same_unit_station_or_callsign_is_not_added_twice(stage: Any) -> None:
    unit = stage.unit("E1")
    station = stage.do(c.AddStation("West", "fire_station", LonLat(0, 0)))[0].writes[0].key.entity
    stage.do(c.AddFacility("Spital", "hospital", LonLat(0, 0), names={"zh": "医院"}))
    assert stage.picture.facilities()[0].names == {"zh": "医院"}
    for command in (
        c.AddUnit("e1", "engine", {"pump": 1}, 4, None, LonLat(0, 0)),
        c.AddUnit("E7", "engine", {"pump": 1}, 4, None, LonLat(0, 0), unit_id=unit),
        c.AddStation("West", "fire_station", LonLat(0, 0), station),
        c.AddStation(" ", "fire_station", LonLat(0, 0)),
    ):
        with pytest.raises(Refused):
            stage.do(command)
