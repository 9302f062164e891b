from __future__ import annotations

import itertools
from typing import Any

import pytest

from commandcenter.model import commands as c
from commandcenter.model.entries import EntryType, Section
from commandcenter.model.errors import Refused
from commandcenter.model.words import IncidentState, LonLat, UnitStatus
from commandcenter.resources.status import default_rules

HERE = LonLat(0.05, 0.02)
S = IncidentState


def test_a_report_takes_the_types_own_priority_and_grade(stage: Any) -> None:
    incident = stage.picture.incident(stage.incident("fire.highrise"))
    assert (incident.number, incident.priority, incident.grade, incident.state) == ("1", 1, 3, S.REPORTED)
    assert stage.picture.incident(stage.incident(priority=4)).priority == 4
    assert [i.number for i in stage.picture.incidents()] == ["1", "2"]


def test_the_caller_of_a_report_becomes_a_linked_call_in_the_pii_section(stage: Any) -> None:
    reported, taken = stage.do(c.ReportIncident("medical.stroke", HERE, "Grid", caller_name="Ann", caller_phone="1", text="help"))
    incident = stage.picture.incident(reported.writes[0].key.entity)
    (call,) = stage.picture.calls()
    assert incident.calls == (call.id,) and call.caller_name == "Ann"
    assert {w.section for w in taken.writes if w.key.field in ("caller_name", "caller_phone", "text")} == {Section.PII}
    assert not any(w.key.field.startswith("caller") for w in reported.writes)


@pytest.mark.parametrize(
    "command",
    [
        c.ReportIncident("no.such", HERE, ""),
        c.ReportIncident("animal", LonLat(181, 0), ""),
        c.ReportIncident("animal", LonLat(float("nan"), 0), ""),
        c.ReportIncident("animal", HERE, "", priority=6),
        c.ReportIncident("animal", HERE, "", alarm_level=0),
    ],
)
def test_a_report_that_makes_no_sense_is_refused(stage: Any, command: c.Command) -> None:
    with pytest.raises(Refused):
        stage.do(command)
    assert stage.log.count() == 0


def test_fields_change_and_only_what_differs_is_written(stage: Any) -> None:
    incident = stage.incident()
    (entry,) = stage.do(c.ChangeIncident(incident, {"priority": 1, "grade": 2, "at": [0.06, 0.02], "name": "Mill"}))
    assert {w.key.field for w in entry.writes} == {"grade", "at", "name"}
    view = stage.picture.incident(incident)
    assert (view.grade, view.at, view.name) == (2, LonLat(0.06, 0.02), "Mill")


@pytest.mark.parametrize(
    "fields", [{"priority": 0}, {"priority": True}, {"type": "x"}, {"state": "closed"}, {"at": [1]}, {"name": 3}, {"priority": 1}, {}]
)
def test_a_change_that_is_wrong_or_empty_is_refused(stage: Any, fields: dict[str, Any]) -> None:
    incident = stage.incident()
    with pytest.raises(Refused):
        stage.do(c.ChangeIncident(incident, fields))


LEGAL = {(old, new) for old, news in default_rules().incident_next.items() for new in news}
PATHS = {
    S.REPORTED: (),
    S.TRIAGED: (S.TRIAGED,),
    S.ON_SCENE: (S.ON_SCENE,),
    S.UNDER_CONTROL: (S.ON_SCENE, S.UNDER_CONTROL),
    S.CLOSED: (S.ON_SCENE, S.CLOSED),
    S.CANCELLED: (S.CANCELLED,),
}


def bring_to(stage: Any, state: IncidentState) -> Any:
    incident = stage.incident()
    if state == S.DISPATCHED:
        stage.do(c.AssignUnit(incident, stage.unit("E1")))
    elif state == S.MERGED:
        stage.do(c.MergeIncident(incident, stage.incident()))
    else:
        for step in PATHS[state]:
            stage.do(c.SetIncidentState(incident, step))
    assert stage.picture.incident(incident).state == state
    return incident


@pytest.mark.parametrize(("old", "new"), sorted(set(itertools.product(S, S)) - LEGAL))
def test_every_illegal_step_of_an_incident_is_refused(stage: Any, old: IncidentState, new: IncidentState) -> None:
    incident = bring_to(stage, old)
    count = stage.log.count()
    with pytest.raises(Refused, match="cannot become"):
        stage.do(c.SetIncidentState(incident, new))
    assert stage.log.count() == count and stage.picture.incident(incident).state == old


FREE_STEPS = sorted(pair for pair in LEGAL if pair[1] not in (S.MERGED, S.DISPATCHED) and pair[0] != S.DISPATCHED)


@pytest.mark.parametrize(("old", "new"), FREE_STEPS)
def test_every_legal_step_of_an_incident_is_taken(stage: Any, old: IncidentState, new: IncidentState) -> None:
    incident = bring_to(stage, old)
    stage.do(c.SetIncidentState(incident, new))
    view = stage.picture.incident(incident)
    assert view.state == new and new.value in view.state_ms


def test_merging_and_dispatching_have_their_own_commands(stage: Any) -> None:
    incident = stage.incident()
    for state in (S.MERGED, S.DISPATCHED):
        with pytest.raises(Refused):
            stage.do(c.SetIncidentState(incident, state))


def test_an_incident_with_units_does_not_close(stage: Any) -> None:
    incident, unit = stage.incident(), stage.unit("E1")
    stage.do(c.AssignUnit(incident, unit))
    with pytest.raises(Refused, match="E1"):
        stage.do(c.SetIncidentState(incident, S.CLOSED))
    stage.do(c.ReleaseUnit(unit))
    stage.do(c.SetIncidentState(incident, S.CLOSED))
    assert not stage.picture.incident(incident).open


def test_a_reopening_is_said_and_keeps_the_first_times(stage: Any) -> None:
    incident = bring_to(stage, S.CLOSED)
    first = dict(stage.picture.incident(incident).state_ms)
    (entry,) = stage.do(c.SetIncidentState(incident, S.TRIAGED, "flare-up"))
    assert entry.about == {"reason": "flare-up", "reopened": True}
    stage.do(c.SetIncidentState(incident, S.CLOSED))
    assert stage.picture.incident(incident).state_ms["closed"] == first["closed"]


def test_goods_that_were_only_promised_go_back_when_it_ends(stage: Any) -> None:
    incident, depot = stage.incident(), stage.depot("D", 1, 1, blanket=10)
    stage.do(c.ReserveStock(depot, "blanket", 4, incident))
    done = stage.do(c.SetIncidentState(incident, S.CANCELLED))
    assert [e.type for e in done] == [EntryType.INCIDENT_STATE_CHANGED, EntryType.RESERVATION_ENDED]
    assert stage.picture.depot(depot).free("blanket") == 10


def test_a_duplicate_hands_over_calls_units_and_goods(stage: Any) -> None:
    into, duplicate = stage.incident(), stage.incident()
    unit, depot = stage.unit("E1"), stage.depot("D", 1, 1, blanket=10)
    call = stage.do(c.TakeCall("fire.structure", HERE, "Grid", incident_id=duplicate))[0].writes[0].key.entity
    stage.do(c.AssignUnit(duplicate, unit, "pump-1"))
    stage.do(c.SetUnitStatus(unit, UnitStatus.ON_SCENE))
    stage.do(c.ReserveStock(depot, "blanket", 4, duplicate))
    stage.do(c.MergeIncident(duplicate, into))
    old, new = stage.picture.incident(duplicate), stage.picture.incident(into)
    assert (old.state, old.merged_into, old.units, old.calls) == (S.MERGED, into, (), ())
    assert (new.state, new.units, new.calls) == (S.ON_SCENE, (unit,), (call,))
    assert stage.picture.unit(unit).slot == "pump-1"
    assert stage.picture.assignments(incident=into)[0].ended_ms is None
    assert [r.incident for r in stage.picture.reservations()] == [into]


def test_merging_is_refused_with_itself_or_an_ended_one(stage: Any) -> None:
    a, b = stage.incident(), stage.incident()
    with pytest.raises(Refused, match="itself"):
        stage.do(c.MergeIncident(a, a))
    stage.do(c.SetIncidentState(b, S.CANCELLED))
    for pair in ((a, b), (b, a)):
        with pytest.raises(Refused, match="cancelled"):
            stage.do(c.MergeIncident(*pair))


def test_calls_link_once_and_to_what_exists(stage: Any) -> None:
    incident = stage.incident()
    call = stage.do(c.TakeCall("", None, "somewhere"))[0].writes[0].key.entity
    stage.do(c.LinkCall(call, incident))
    assert stage.picture.incident(incident).calls == (call,)
    for command in (c.LinkCall(call, incident), c.LinkCall(incident, incident), c.LinkCall(call, call), c.TakeCall("x", None, "")):
        with pytest.raises(Refused):
            stage.do(command)
