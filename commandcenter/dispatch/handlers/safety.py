"""The safety of crews: mayday, contact, roll-call; timers; and who has an alarm in hand."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import (
    AnswerAlarm,
    AnswerRollCall,
    DeclareMayday,
    EndMayday,
    EndRollCall,
    EndTimer,
    ReportContact,
    SetTimer,
    StartRollCall,
)
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, id_bytes
from commandcenter.model.sentences import say
from commandcenter.model.words import UnitStatus
from commandcenter.picture.orders import ANSWER, RollCallView
from commandcenter.picture.picture import Picture

MOST_PERSONS = 1000
AT_WORK = (UnitStatus.ON_SCENE,)
"""Whose people a roll-call counts: those at the incident, not those still on the way."""


def declare_mayday(picture: Picture, command: DeclareMayday, now: Now) -> list[Draft]:
    """Mark a crew as in danger of its life."""
    unit = lookup.unit(picture, command.unit_id)
    if unit.mayday_ms is not None:
        raise Refused("{callsign} has a mayday already.", callsign=unit.callsign)
    value: dict[str, Value] = {"ms": now.wall_ms, "text": command.text.strip(), "incident": unit.incident}
    about: dict[str, Value] = {"text": command.text.strip(), "incident": unit.incident}
    return [Draft(EntryType.MAYDAY_DECLARED, put(Kind.UNIT, unit.id, {"mayday": value, "contact": now.wall_ms}), about=about)]


def end_mayday(picture: Picture, command: EndMayday, now: Now) -> list[Draft]:
    """End a mayday with the words of whoever knows the crew to be safe."""
    unit = lookup.unit(picture, command.unit_id)
    if unit.mayday_ms is None:
        raise Refused("{callsign} has no mayday.", callsign=unit.callsign)
    reason = lookup.check_text(command.reason, say("The reason"))
    return [Draft(EntryType.MAYDAY_ENDED, put(Kind.UNIT, unit.id, {"mayday": None}), about={"reason": reason, "incident": unit.incident})]


def report_contact(picture: Picture, command: ReportContact, now: Now) -> list[Draft]:
    """Note that a unit was heard."""
    unit = lookup.unit(picture, command.unit_id)
    about: dict[str, Value] = {"text": command.text.strip(), "incident": unit.incident}
    return [Draft(EntryType.CONTACT_MADE, put(Kind.UNIT, unit.id, {"contact": now.wall_ms}), about=about)]


def start_roll_call(picture: Picture, command: StartRollCall, now: Now) -> list[Draft]:
    """Ask all units at work at an incident."""
    incident = lookup.open_incident(picture, command.incident_id)
    if any(call.open and call.incident == incident.id for call in picture.duty.roll_calls()):
        raise Refused("A roll-call of {number} is under way.", number=incident.number)
    units = [unit for unit_id in incident.units if (unit := picture.unit(unit_id)) is not None and unit.status in AT_WORK]
    if not units:
        raise Refused("No unit is on scene at {number}.", number=incident.number)
    what: dict[str, Value] = {"incident": incident.id, "units": {unit.id: unit.crew for unit in units}, "ms": now.wall_ms}
    return [Draft(EntryType.ROLL_CALL_STARTED, put(Kind.ROLL_CALL, now.new_id(), {"what": what}), about={"units": len(units)})]


def answer_roll_call(picture: Picture, command: AnswerRollCall, now: Now) -> list[Draft]:
    """Write down how many people a unit has with it; a later count replaces the earlier."""
    call, unit = _open_roll_call(picture, command.roll_call_id), lookup.unit(picture, command.unit_id)
    if unit.id not in call.expected:
        raise Refused("{callsign} is not asked in this roll-call.", callsign=unit.callsign)
    persons = lookup.check_whole(command.persons, say("The number of people"), 0, MOST_PERSONS)
    answer: dict[str, Value] = {"persons": persons, "ms": now.wall_ms}
    writes = put(Kind.ROLL_CALL, call.id, {ANSWER + unit.id: answer}) + put(Kind.UNIT, unit.id, {"contact": now.wall_ms})
    about: dict[str, Value] = {"persons": persons, "expected": call.expected[unit.id], "incident": call.incident, "unit": unit.id}
    return [Draft(EntryType.ROLL_CALL_ANSWERED, writes, about=about)]


def end_roll_call(picture: Picture, command: EndRollCall, now: Now) -> list[Draft]:
    """End a roll-call; while people are missing or units silent it takes a reason."""
    call = _open_roll_call(picture, command.roll_call_id)
    reason = command.reason.strip()
    if (call.silent() or call.missing()) and not reason:
        raise Refused("Not everybody is accounted for; ending the roll-call takes a reason.")
    about: dict[str, Value] = {"incident": call.incident, **({"reason": reason} if reason else {})}
    return [Draft(EntryType.ROLL_CALL_ENDED, put(Kind.ROLL_CALL, call.id, {"ended": {"ms": now.wall_ms, "reason": reason}}), about=about)]


def set_timer(picture: Picture, command: SetTimer, now: Now) -> list[Draft]:
    """Set a reminder."""
    if command.due_ms <= now.wall_ms:
        raise Refused("That moment has passed already.")
    if command.incident_id is not None:
        lookup.incident(picture, command.incident_id)
    text = lookup.check_text(command.text, say("The reminder"))
    what: dict[str, Value] = {"text": text, "due": command.due_ms, "incident": command.incident_id, "by": now.actor, "ms": now.wall_ms}
    return [Draft(EntryType.TIMER_SET, put(Kind.TIMER, now.new_id(), {"what": what}))]


def end_timer(picture: Picture, command: EndTimer, now: Now) -> list[Draft]:
    """Mark what a timer reminded of as done."""
    timer = picture.duty.timer(command.timer_id)
    if timer is None or timer.done:
        raise Refused("This timer has ended already.")
    return [Draft(EntryType.TIMER_ENDED, put(Kind.TIMER, timer.id, {"done": True}), about={"text": timer.text, "incident": timer.incident})]


def answer_alarm(picture: Picture, command: AnswerAlarm, now: Now) -> list[Draft]:
    """Say that somebody has an alarm in hand."""
    try:
        id_bytes(command.alarm_id)
    except ValueError as error:
        raise Refused("This alarm is not known here.") from error
    answer: dict[str, Value] = {"by": now.actor, "ms": now.wall_ms, "text": command.text.strip()}
    return [Draft(EntryType.ALARM_ANSWERED, put(Kind.ALARM, command.alarm_id, {"answer": answer}), about={"text": command.text.strip()})]


def _open_roll_call(picture: Picture, roll_call_id: Id) -> RollCallView:
    call = picture.duty.roll_call(roll_call_id)
    if call is None:
        raise Refused("This roll-call is not known here.")
    if not call.open:
        raise Refused("This roll-call has ended.")
    return call
