"""Sending by itself: only where the policy says so, only once, only by the desk that reported it, only what is whole."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.dispatch.automatic import WHY_NOT, WhyNot, reported_by, waits_s, why_not
from commandcenter.dispatch.jsonform import to_json
from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.situation import request_of, situation_of
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model import commands as c
from commandcenter.model.entries import EntryType
from commandcenter.model.errors import BugError, Refused
from commandcenter.model.ids import EXERCISE_MARK, Id
from commandcenter.model.words import IncidentState, Position, PositionSource
from commandcenter.monitor.alarms import alarms
from commandcenter.picture.picture import Picture
from commandcenter.resources.policy import Automatic
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.compensation import compensation
from tests.unit.dispatch.conftest import GridRoads, Stage, at

KIND = "fire.rubbish"
"""One engine is its whole plan."""


def allow(stage: Stage, after_s: int = 20, *, in_exercises: bool = False) -> None:
    policy = dataclasses.replace(stage.catalogue.policy, automatic=Automatic({KIND: after_s}, in_exercises))
    stage.catalogue = dataclasses.replace(stage.catalogue, policy=policy)


def found(stage: Stage, incident: Id, positions: Any = None) -> Recommendation:
    view = stage.picture.incident(incident)
    assert view is not None
    situation = situation_of(stage.picture, positions or {}, stage.clock.wall_ms())
    return Engine(situation, stage.catalogue, GridRoads()).recommend(request_of(stage.picture, view))


def sending(answer: Recommendation) -> c.AcceptRecommendation:
    units = tuple((unit.unit_id, unit.slot) for unit in answer.units)
    goods = tuple((source.depot_id, source.item, source.quantity) for source in answer.supplies)
    assert answer.incident_id is not None
    return c.AcceptRecommendation(answer.incident_id, units, goods, to_json(answer), by_policy=True)


def view(stage: Stage, incident: Id) -> Any:
    return stage.picture.incident(incident)


def ready(stage: Stage) -> Id:
    """An incident whose plan can be filled, with sending by itself allowed."""
    allow(stage)
    for n in range(6):
        stage.unit(f"E{n}", "engine", n, 1)
    return stage.incident(KIND)


def test_nothing_is_sent_by_itself_as_shipped(stage: Stage) -> None:
    assert stage.catalogue.policy.automatic == Automatic({}, False)
    stage.unit("E1")
    for kind in list(stage.catalogue.types)[:8]:
        assert waits_s(stage.picture, view(stage, stage.incident(kind)), stage.catalogue) is None


def test_what_is_whole_is_sent_once_and_is_marked(stage: Stage) -> None:
    incident = ready(stage)
    assert waits_s(stage.picture, view(stage, incident), stage.catalogue) == 20
    assert reported_by(stage.picture, incident) == stage.log.device
    answer = found(stage, incident)
    assert answer.units and why_not(answer, view(stage, incident), stage.catalogue) is None
    done = stage.do(sending(answer))
    assert {entry.about.get("policy") for entry in done if entry.type != EntryType.STOCK_RESERVED} == {stage.catalogue.version}
    (decision,) = stage.picture.decisions()
    assert (decision.policy, decision.units) == (stage.catalogue.version, tuple((u.unit_id, u.slot) for u in answer.units))
    assert view(stage, incident).automatic.state == "sent" and view(stage, incident).state is IncidentState.DISPATCHED
    for unit in answer.units:
        stage.do(c.ReleaseUnit(unit.unit_id))
    assert waits_s(stage.picture, view(stage, incident), stage.catalogue) is None
    with pytest.raises(Refused, match="Nothing is about to be sent"):
        stage.do(sending(found(stage, incident)))


def test_a_person_stops_it_for_good(stage: Stage) -> None:
    incident = ready(stage)
    answer = found(stage, incident)
    (entry,) = stage.do(c.StopSending(incident))
    assert entry.type == EntryType.SENDING_STOPPED and view(stage, incident).automatic.state == "stopped"
    for command in (sending(answer), c.StopSending(incident), c.ReportNotSent(incident, WhyNot.STALE)):
        with pytest.raises(Refused, match="Nothing is about to be sent"):
            stage.do(command)
    with pytest.raises(Refused, match="stays stopped"):
        stage.do(c.Undo(entry.id))
    stage.do(dataclasses.replace(sending(answer), by_policy=False))
    assert view(stage, incident).units


def test_another_desk_never_sends_it_joined_or_apart(stage: Stage) -> None:
    incident = ready(stage)
    answer = found(stage, incident)
    ours, stage.log = stage.log, MemoryLog(stage.log.operation, DeviceKey(bytes([7]) * 32), stage.clock)
    stage.log.ingest([row.signed for row in ours.signed()], sender="other")
    for command in (sending(answer), c.ReportNotSent(incident, WhyNot.LATE)):
        with pytest.raises(Refused, match="Only the desk that reported incident 1"):
            stage.do(command)
    stage.do(c.StopSending(incident))  # anybody may stop it
    assert not view(stage, incident).units


def test_an_exercise_only_where_its_policy_says_so(stage: Stage) -> None:
    incident = ready(stage)
    exercise = Picture(Id(EXERCISE_MARK + stage.picture.operation[len(EXERCISE_MARK) :]))
    one = view(stage, incident)
    assert waits_s(exercise, one, stage.catalogue) is None
    allow(stage, in_exercises=True)
    assert waits_s(exercise, one, stage.catalogue) == 20


def test_what_is_not_whole_is_not_sent_and_is_an_alarm_at_every_desk(stage: Stage) -> None:
    allow(stage)
    incident = stage.incident(KIND)
    answer = found(stage, incident)
    assert why_not(answer, view(stage, incident), stage.catalogue) is WhyNot.NOBODY
    stage.do(c.ReportNotSent(incident, WhyNot.NOBODY))
    (alarm,) = [a for a in alarms(stage.picture, stage.catalogue, stage.clock.wall_ms()) if a.kind is AlarmKind.NOT_SENT]
    assert str(alarm.text) == "1 5 Grid Street: not sent by itself, nobody can be recommended" and alarm.sounding and alarm.urgency == 1
    assert compensation(stage.entries[-1], stage.picture, "{text}") is None
    stage.do(c.AssignUnit(incident, stage.unit("E9")))
    assert not [a for a in alarms(stage.picture, stage.catalogue, stage.clock.wall_ms()) if a.kind is AlarmKind.NOT_SENT]
    with pytest.raises(BugError):
        stage.do(c.ReportNotSent(incident, "because"))


def test_an_old_position_or_a_diversion_is_left_to_a_person(stage: Stage) -> None:
    incident = ready(stage)
    old = Position(at(5, 2), PositionSource.GPS, stage.clock.wall_ms() - 3_600_000)
    answer = found(stage, incident, {unit.id: old for unit in stage.picture.units()})
    assert why_not(answer, view(stage, incident), stage.catalogue) is WhyNot.STALE
    with pytest.raises(Refused, match="a person has to look"):
        stage.do(sending(answer))
    whole = found(stage, incident)
    away = dataclasses.replace(whole, units=tuple(dataclasses.replace(unit, divert_from=Id("x")) for unit in whole.units))
    assert why_not(away, view(stage, incident), stage.catalogue) is WhyNot.DIVERTS
    with pytest.raises(Refused, match="a person has to look"):
        stage.do(sending(away))
    with pytest.raises(Refused, match="Only what was recommended"):
        stage.do(dataclasses.replace(sending(whole), units=((stage.unit("X1"), "pump-1"),), reason="mine"))
    assert set(WHY_NOT) == {why.value for why in WhyNot}


ACTS = st.sampled_from(["report", "send", "stop", "fail", "assign", "release", "close", "elsewhere"])


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, min_size=1, max_size=14))
def test_whatever_people_do_meanwhile_each_incident_is_sent_to_by_itself_once_at_most(acts: list[str]) -> None:
    stage = Stage()
    allow(stage)
    units = [stage.unit(f"E{n}", "engine", n, 1) for n in range(4)]
    incidents = [stage.incident(KIND)]
    here, there = stage.log, DeviceKey(bytes([7]) * 32)
    for act in acts:
        if act == "report":
            incidents.append(stage.incident(KIND))
            continue
        one = incidents[-1]
        answer = found(stage, one)
        before = view(stage, one)
        if act == "elsewhere":
            stage.log = MemoryLog(here.operation, there, stage.clock)
        command: c.Command = {
            "send": sending(answer),
            "elsewhere": sending(answer),
            "stop": c.StopSending(one),
            "fail": c.ReportNotSent(one, WhyNot.UNFILLED),
            "assign": c.AssignUnit(one, units[0]),
            "release": c.ReleaseUnit(units[0]),
            "close": c.SetIncidentState(one, IncidentState.CANCELLED),
        }[act]
        try:
            stage.do(command)
        except Refused:
            assert view(stage, one) == before
        else:
            assert act != "elsewhere"
            if act == "send":
                assert before.automatic is None and not before.units and before.state is IncidentState.REPORTED and answer.units
        stage.log = here
    sent = [decision.incident for decision in stage.picture.decisions() if decision.policy]
    assert len(sent) == len(set(sent))
    assert all(view(stage, incident).automatic.state == "sent" for incident in sent if incident is not None)
