"""Alarms: a pure function of picture, rules and clock."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commandcenter.model import commands as c
from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import CallbackState, IncidentState, OrderState, UnitStatus
from commandcenter.monitor.alarms import Alarm, alarms
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.watch import AlarmKind as K
from commandcenter.resources.watch import load_watch


def now(stage: Any) -> list[Alarm]:
    return alarms(stage.picture, stage.catalogue, stage.clock.wall_ms())


def kinds(stage: Any) -> list[K]:
    return [alarm.kind for alarm in now(stage)]


def later(stage: Any, seconds: float) -> None:
    stage.clock.advance(seconds)


def on_scene(stage: Any, callsign: str = "E1", crew: int = 4) -> tuple[Id, Id]:
    unit, incident = stage.unit(callsign, crew=crew), stage.incident(priority=1)
    stage.do(c.AssignUnit(incident, unit))
    stage.do(c.SetUnitStatus(unit, UnitStatus.ON_SCENE))
    return unit, incident


def test_a_quiet_desk_has_no_alarms(stage: Any) -> None:
    stage.unit("E1")
    assert now(stage) == []


def test_a_call_nobody_was_sent_to(stage: Any) -> None:
    incident = stage.incident(priority=1)
    later(stage, 59.9)
    assert now(stage) == []
    later(stage, 0.1)
    (alarm,) = now(stage)
    assert (alarm.kind, alarm.incident, alarm.sounding, alarm.escalated_to) == (K.CALL_WAITING, incident, True, "")
    later(stage, 120)
    assert now(stage)[0].escalated_to == "supervisor"
    stage.do(c.AssignUnit(incident, stage.unit("E1")))
    assert K.CALL_WAITING not in kinds(stage)


def test_a_less_urgent_call_may_wait_longer(stage: Any) -> None:
    stage.incident(priority=5)
    later(stage, 1799)
    assert now(stage) == []
    later(stage, 2)
    assert kinds(stage) == [K.CALL_WAITING]


def test_an_alarm_in_hand_is_silent_until_it_lasts_too_long(stage: Any) -> None:
    stage.incident(priority=1)
    later(stage, 61)
    stage.do(c.AnswerAlarm(now(stage)[0].id, "calling M7"))
    (alarm,) = now(stage)
    assert (alarm.sounding, alarm.escalated_to) == (False, "")
    assert alarm.answer is not None and alarm.answer.text == "calling M7"
    later(stage, 301)
    (alarm,) = now(stage)
    assert (alarm.sounding, alarm.escalated_to) == (True, "supervisor")


def test_the_same_alarm_has_the_same_name_after_a_restart_and_another_cause_has_another(stage: Any) -> None:
    unit, _ = on_scene(stage)
    stage.do(c.DeclareMayday(unit, "floor collapsed"))
    first = now(stage)[0]
    again = Picture(stage.picture.operation)
    for position, entry in enumerate(stage.entries, start=1):
        again.apply(entry, position)
    assert alarms(again, stage.catalogue, stage.clock.wall_ms())[0] == first
    stage.do(c.EndMayday(unit, "all out"))
    stage.do(c.DeclareMayday(unit, "again"))
    assert now(stage)[0].id != first.id


def test_a_mayday_is_worst_and_ends_only_by_a_word(stage: Any) -> None:
    unit, incident = on_scene(stage)
    stage.incident(priority=1)
    stage.do(c.DeclareMayday(unit, "trapped, second floor"))
    later(stage, 90)
    assert (now(stage)[0].kind, now(stage)[0].incident) == (K.MAYDAY, incident)
    stage.do(c.SetUnitStatus(unit, UnitStatus.RETURNING))
    assert now(stage)[0].kind == K.MAYDAY
    with pytest.raises(Refused, match="empty"):
        stage.do(c.EndMayday(unit, " "))
    with pytest.raises(Refused, match="already"):
        stage.do(c.DeclareMayday(unit))
    stage.do(c.EndMayday(unit, "crew is out, all well"))
    assert K.MAYDAY not in kinds(stage)
    with pytest.raises(Refused, match="no mayday"):
        stage.do(c.EndMayday(unit, "twice"))


def test_a_roll_call_names_who_is_silent_and_who_is_missing(stage: Any) -> None:
    unit, incident = on_scene(stage, crew=4)
    stage.do(c.StartRollCall(incident))
    (call,) = stage.picture.duty.roll_calls()
    with pytest.raises(Refused, match="under way"):
        stage.do(c.StartRollCall(incident))
    later(stage, 121)
    assert kinds(stage) == [K.ROLL_CALL_SILENT]
    stage.do(c.AnswerRollCall(call.id, unit, 3))
    assert kinds(stage) == [K.PEOPLE_MISSING]
    assert now(stage)[0].text.params["n"] == 1
    with pytest.raises(Refused, match="takes a reason"):
        stage.do(c.EndRollCall(call.id))
    stage.do(c.AnswerRollCall(call.id, unit, 4))
    assert kinds(stage) == []
    stage.do(c.EndRollCall(call.id))
    with pytest.raises(Refused, match="has ended"):
        stage.do(c.AnswerRollCall(call.id, unit, 4))


def test_a_roll_call_needs_somebody_on_scene(stage: Any) -> None:
    with pytest.raises(Refused, match="No unit is on scene"):
        stage.do(c.StartRollCall(stage.incident()))


def test_a_unit_that_does_not_turn_out(stage: Any) -> None:
    unit, incident = stage.unit("E1"), stage.incident(priority=1)
    stage.do(c.AssignUnit(incident, unit))
    later(stage, 151)
    assert kinds(stage) == [K.TURNOUT_LATE]
    stage.do(c.SetUnitStatus(unit, UnitStatus.ENROUTE))
    assert kinds(stage) == []


def test_a_unit_at_work_that_is_not_heard_of(stage: Any) -> None:
    unit, _ = on_scene(stage)
    later(stage, 899)
    assert kinds(stage) == []
    later(stage, 2)
    assert kinds(stage) == [K.CONTACT_LATE]
    stage.do(c.ReportContact(unit, "all well"))
    assert kinds(stage) == []
    later(stage, 901)
    assert kinds(stage) == [K.ROLL_CALL_DUE, K.CONTACT_LATE]


def test_orders_that_are_not_answered_or_refused(stage: Any) -> None:
    unit, incident = on_scene(stage)
    stage.do(c.SendOrder("Open the roof", (unit,), incident, urgent=True))
    (order,) = stage.picture.duty.orders()
    later(stage, 121)
    assert kinds(stage) == [K.ORDER_UNANSWERED]
    stage.do(c.AnswerOrder(order.id, unit, OrderState.REFUSED, "no ladder"))
    assert kinds(stage) == [K.ORDER_REFUSED]
    stage.do(c.WithdrawOrder(order.id, "E2 does it"))
    assert kinds(stage) == []


def test_an_order_of_an_incident_that_is_over_alarms_nobody(stage: Any) -> None:
    unit, incident = on_scene(stage)
    stage.do(c.SendOrder("Open the roof", (unit,), incident))
    stage.do(c.SetUnitStatus(unit, UnitStatus.AVAILABLE))
    stage.do(c.SetIncidentState(incident, IncidentState.CLOSED, "out"))
    later(stage, 600)
    assert kinds(stage) == []


def test_a_timer_rings_once_it_is_due_until_it_is_done(stage: Any) -> None:
    stage.do(c.SetTimer("Check the wind", stage.clock.wall_ms() + 60_000))
    assert kinds(stage) == []
    later(stage, 61)
    assert kinds(stage) == [K.TIMER_DUE]
    (timer,) = stage.picture.duty.timers()
    stage.do(c.EndTimer(timer.id))
    assert kinds(stage) == []
    with pytest.raises(Refused, match="ended already"):
        stage.do(c.EndTimer(timer.id))
    with pytest.raises(Refused, match="has passed"):
        stage.do(c.SetTimer("Too late", 1))


def test_what_is_in_hand_stands_behind_what_is_not(stage: Any) -> None:
    stage.incident(x=1, priority=1)
    second = stage.incident(x=2, priority=1)
    later(stage, 90)
    stage.do(c.AnswerAlarm(now(stage)[0].id))
    assert now(stage)[0].incident == second


@pytest.mark.parametrize(("status", "after_s"), [(UnitStatus.ENROUTE, 1800), (UnitStatus.TRANSPORTING, 1800), (UnitStatus.ON_SCENE, 900)])
def test_in_which_statuses_a_unit_must_be_heard_of_is_data(stage: Any, status: UnitStatus, after_s: int) -> None:
    unit, incident = stage.unit("E1"), stage.incident("medical.fall", priority=1)
    stage.do(c.AssignUnit(incident, unit))
    if status is UnitStatus.TRANSPORTING:
        stage.do(c.SetUnitStatus(unit, UnitStatus.ON_SCENE))
    stage.do(c.SetUnitStatus(unit, status))
    later(stage, after_s - 1)
    assert K.CONTACT_LATE not in kinds(stage)
    later(stage, 1)
    assert K.CONTACT_LATE in kinds(stage)
    stage.do(c.ReportContact(unit))
    assert K.CONTACT_LATE not in kinds(stage)


def test_a_roll_call_is_due_again_and_again_while_a_crew_works_in_danger(stage: Any) -> None:
    unit, incident = on_scene(stage)
    later(stage, 1199)
    assert K.ROLL_CALL_DUE not in kinds(stage)
    later(stage, 1)
    assert K.ROLL_CALL_DUE in kinds(stage)
    stage.do(c.StartRollCall(incident))
    (call,) = stage.picture.duty.roll_calls()
    assert K.ROLL_CALL_DUE not in kinds(stage)
    stage.do(c.AnswerRollCall(call.id, unit, 4))
    stage.do(c.EndRollCall(call.id))
    later(stage, 1199)
    assert K.ROLL_CALL_DUE not in kinds(stage)
    later(stage, 1)
    assert K.ROLL_CALL_DUE in kinds(stage)
    stage.do(c.SetUnitStatus(unit, UnitStatus.RETURNING))
    assert K.ROLL_CALL_DUE not in kinds(stage)


def test_no_roll_call_is_due_where_the_work_is_not_dangerous(stage: Any) -> None:
    unit, incident = stage.unit("E1"), stage.incident("fire.rubbish", priority=1)
    stage.do(c.AssignUnit(incident, unit))
    stage.do(c.SetUnitStatus(unit, UnitStatus.ON_SCENE))
    later(stage, 7200)
    assert K.ROLL_CALL_DUE not in kinds(stage)


def dropped(stage: Any) -> Id:
    call = c.TakeCall("", None, "Mill Lane", caller_phone="0151 5550123")
    stage.do(c.AskCallback("the line dropped", call=call))
    return stage.picture.callbacks()[0].id  # type: ignore[no-any-return] # a picture


def test_a_caller_whose_line_dropped_is_an_alarm_until_reached(stage: Any) -> None:
    call = dropped(stage)
    assert kinds(stage) == []
    later(stage, 60)
    (alarm,) = now(stage)
    assert (alarm.kind, alarm.subject, alarm.sounding) == (K.CALLBACK_DUE, call, True)
    stage.do(c.NoteCallback(call, CallbackState.TRIED))
    assert kinds(stage) == []
    later(stage, 60)
    assert "tried 1×" in str(now(stage)[0].text)
    later(stage, 180)
    assert now(stage)[0].escalated_to == "supervisor"
    stage.do(c.NoteCallback(call, CallbackState.REACHED, "all well"))
    assert kinds(stage) == [] and stage.picture.callbacks() == ()
    assert stage.picture.call(call).callback.tries == 2


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (lambda call: c.AskCallback("again", call), "to be rung back already"),
        (lambda _call: c.AskCallback("who", call=c.TakeCall("", None, "")), "without a number"),
        (lambda call: c.NoteCallback(call, CallbackState.GIVEN_UP), "takes a reason"),
        (lambda call: c.NoteCallback(call, CallbackState.ASKED), "any more"),
    ],
)
def test_a_call_back_that_makes_no_sense_is_refused(stage: Any, command: Any, why: str) -> None:
    call = dropped(stage)
    with pytest.raises(Refused, match=why):
        stage.do(command(call))
    stage.do(c.NoteCallback(call, CallbackState.GIVEN_UP, "no such number"))
    with pytest.raises(Refused, match="any more"):
        stage.do(c.NoteCallback(call, CallbackState.TRIED))


SHIPPED = (assets_dir() / "catalogue" / "watch.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('kind = "mayday"', 'kind = "maybe"', r"watch\.toml, line 1\d, kind: there is no kind of alarm “maybe”"),
        ('kind = "people_missing"', 'kind = "mayday"', "stands here twice"),
        ("urgency = 0", "urgency = 12", "urgency must be a whole number"),
        ("after_s = [60, 60, 120, 600, 1800]", "after_s = [60, 60]", "five of them by priority"),
        ('escalate_to = "supervisor"', "", "escalate_to is missing"),
        ('sound = "mayday"', 'noise = "mayday"', "“noise” is not known here"),
        ("enroute = 1800", "asleep = 1800", "there is no status “asleep”"),
        ("enroute = 1800", "enroute = [1]", "five of them by priority"),
        ("urgency = 0", "urgency = 0\nby_status = { on_scene = 1 }", "at contact_late only"),
        ('"hazmat.", ', "7, ", "a list of texts"),
    ],
)
def test_a_fault_in_the_rules_is_named_by_its_line(tmp_path: Path, old: str, new: str, why: str) -> None:
    path = tmp_path / "watch.toml"
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnownError, match=why):
        load_watch(path)


def test_a_file_from_before_a_kind_was_known_gets_the_shipped_rule_for_it(tmp_path: Path) -> None:
    path = tmp_path / "watch.toml"
    before, rule = SHIPPED.split('[[alarm]]\nkind = "rights_recovered"')
    path.write_text(before + rule[rule.index("[[alarm]]") :], encoding="utf-8")
    assert "rights_recovered" not in path.read_text(encoding="utf-8")
    assert load_watch(path) == default_catalogue().watch


def test_every_kind_needs_a_rule(tmp_path: Path) -> None:
    path = tmp_path / "watch.toml"
    path.write_text(SHIPPED[: SHIPPED.rindex("[[alarm]]")], encoding="utf-8")
    with pytest.raises(KnownError, match="no rule for the alarm “disagreement”"):
        load_watch(path)
