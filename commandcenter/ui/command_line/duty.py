"""Reads lines about orders, the safety of crews and timers. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.model.commands import (
    AnswerOrder,
    AnswerRollCall,
    DeclareMayday,
    EndMayday,
    EndRollCall,
    EndTimer,
    ReportContact,
    SendOrder,
    SetTimer,
    StartRollCall,
)
from commandcenter.model.sentences import say
from commandcenter.model.words import OrderState
from commandcenter.picture.orders import OrderView
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.reading import Reading, hint, wrong

ANSWERS = {
    "ok": OrderState.ACCEPTED,
    "yes": OrderState.ACCEPTED,
    "是": OrderState.ACCEPTED,
    "收到": OrderState.ACCEPTED,
    "no": OrderState.REFUSED,
    "否": OrderState.REFUSED,
    "拒绝": OrderState.REFUSED,
    "done": OrderState.DONE,
    "完成": OrderState.DONE,
}
SAID = {OrderState.ACCEPTED: say("accepts"), OrderState.REFUSED: say("refuses"), OrderState.DONE: say("has carried out")}
END = ("end", "结束")
LONGEST_MIN = 24 * 60


def leading_units(words: Sequence[str], known: Known) -> tuple[list[UnitView], list[str]]:
    """Return the units that the leading words name, each once, and the other words."""
    units: list[UnitView] = []
    for index, word in enumerate(words):
        unit = known.unit(word.rstrip(","))
        if unit is None:
            return units, list(words[index:])
        if unit not in units:
            units.append(unit)
    return units, []


def read_order(words: Sequence[str], known: Known) -> Reading:
    """Read `order E1 M3 open the roof`; `!` before the text makes it urgent."""
    units, rest = leading_units(words, known)
    if not units:
        return hint(say("Which units? e.g. order E1 M3 open the roof"))
    text = " ".join(rest)
    urgent = text.startswith("!")
    text = text.removeprefix("!").strip()
    names = ", ".join(unit.callsign for unit in units)
    if not text:
        return hint(say("What shall {units} do? A “!” first makes it urgent", units=names))
    incidents = {unit.incident for unit in units}
    about = incidents.pop() if len(incidents) == 1 else None
    said = say("Urgent order to {units}: {text}", units=names, text=text) if urgent else say("Order to {units}: {text}", units=names, text=text)
    return Reading(said, (SendOrder(text, tuple(unit.id for unit in units), about, urgent),))


def read_answer(words: Sequence[str], known: Known) -> Reading:
    """Read `ack E1 ok`, `ack E1 no too steep`, `ack E1 done`: about the newest order that waits for the unit."""
    unit = known.unit(words[0]) if words else None
    if unit is None:
        return hint(say("Which unit answers? e.g. ack E1 ok")) if not words else wrong(say("There is no unit {callsign}", callsign=words[0]))
    state = ANSWERS.get(words[1].casefold()) if len(words) > 1 else None
    if state is None:
        return hint(say("What does {callsign} say? ok, done, or no and why", callsign=unit.callsign))
    order = next((o for o in reversed(known.orders) if _waits(o, unit, state)), None)
    if order is None:
        return wrong(say("No order waits for an answer of {callsign}", callsign=unit.callsign))
    reason = " ".join(words[2:])
    if state == OrderState.REFUSED and not reason:
        return hint(say("Why does {callsign} refuse?", callsign=unit.callsign))
    said = say("{callsign} {answer}: {text}", callsign=unit.callsign, answer=SAID[state], text=order.text)
    return Reading(said, (AnswerOrder(order.id, unit.id, state, reason),))


def _waits(order: OrderView, unit: UnitView, state: OrderState) -> bool:
    answer = order.answers.get(unit.id)
    open_states = (OrderState.SENT, OrderState.READ, OrderState.ACCEPTED)
    return order.withdrawn is None and answer is not None and answer.state in open_states and answer.state != state


def read_mayday(words: Sequence[str], known: Known) -> Reading:
    """Read `mayday E1 floor collapsed` and `mayday E1 end all out`."""
    unit = known.unit(words[0]) if words else None
    if unit is None:
        return hint(say("Which crew? e.g. mayday E1 floor collapsed")) if not words else wrong(say("There is no unit {callsign}", callsign=words[0]))
    if len(words) > 1 and words[1].casefold() in END:
        reason = " ".join(words[2:])
        if not reason:
            return hint(say("Who says that {callsign} is safe, and how?", callsign=unit.callsign))
        return Reading(say("End the mayday of {callsign}: {text}", callsign=unit.callsign, text=reason), (EndMayday(unit.id, reason),))
    text = " ".join(words[1:])
    return Reading(say("MAYDAY of {callsign}; every desk is alarmed", callsign=unit.callsign), (DeclareMayday(unit.id, text),))


def read_contact(words: Sequence[str], known: Known) -> Reading:
    """Read `contact E1 all well`."""
    units, rest = leading_units(words, known)
    if not units:
        return hint(say("Which unit was heard? e.g. contact E1 all well"))
    names = ", ".join(unit.callsign for unit in units)
    return Reading(say("{units} heard; the contact clock begins anew", units=names), tuple(ReportContact(unit.id, " ".join(rest)) for unit in units))


def read_roll_call(words: Sequence[str], known: Known) -> Reading:
    """Read `par 42`, `par 42 end [reason]` and `par E1 4`."""
    if not words:
        return hint(say("Of which incident? e.g. par 42; a unit's people: par E1 4"))
    unit, incident = known.unit(words[0]), known.incident(words[0])
    if unit is not None:
        return _count(unit, words[1:], known)
    if incident is None:
        return wrong(say("There is no unit or incident {word}", word=words[0]))
    return _roll_call_of(incident, words[1:], known)


def _roll_call_of(incident: IncidentView, words: Sequence[str], known: Known) -> Reading:
    open_call = next((call for call in known.roll_calls if call.open and call.incident == incident.id), None)
    if words and words[0].casefold() in END:
        if open_call is None:
            return wrong(say("No roll-call of {number} is under way", number=incident.number))
        return Reading(say("End the roll-call of {number}", number=incident.number), (EndRollCall(open_call.id, " ".join(words[1:])),))
    if open_call is not None:
        return wrong(say("A roll-call of {number} is under way; “par {number} end” ends it", number=incident.number))
    return Reading(say("Begin a roll-call of all units on scene at {number}", number=incident.number), (StartRollCall(incident.id),))


def _count(unit: UnitView, words: Sequence[str], known: Known) -> Reading:
    call = next((call for call in known.roll_calls if call.open and unit.id in call.expected), None)
    if call is None:
        return wrong(say("{callsign} is asked in no roll-call", callsign=unit.callsign))
    if not words or not words[0].isdigit():
        return hint(say("How many people does {callsign} have? It should be {n}", callsign=unit.callsign, n=call.expected[unit.id]))
    persons = int(words[0])
    said = say("{callsign} has {n} of {expected} people", callsign=unit.callsign, n=persons, expected=call.expected[unit.id])
    return Reading(said, (AnswerRollCall(call.id, unit.id, persons),))


def read_timer(words: Sequence[str], known: Known) -> Reading:
    """Read `timer 10 check the wind`, `timer 10 #42 check the wind`, `timer end wind`."""
    if words and words[0].casefold() in END:
        return _end_timer(" ".join(words[1:]), known)
    if not words or not words[0].isdigit() or not 1 <= int(words[0]) <= LONGEST_MIN:
        return hint(say("In how many minutes? e.g. timer 10 check the wind"))
    incident = known.incident(words[1]) if len(words) > 1 and words[1].startswith("#") else None
    text = " ".join(words[2:] if incident is not None else words[1:])
    if not text:
        return hint(say("What shall it remind you of?"))
    command = SetTimer(text, known.now_ms + 60_000 * int(words[0]), incident.id if incident is not None else None)
    return Reading(say("Remind in {n} min: {text}", n=words[0], text=text), (command,))


def _end_timer(wanted: str, known: Known) -> Reading:
    """Call off the one timer of whose words `wanted` is a part; nothing wanted: the only one."""
    found = [timer for timer in known.timers if not timer.done and wanted.casefold() in timer.text.casefold()]
    if not found:
        return wrong(say("There is no such timer: {text}", text=wanted) if wanted else say("No timer runs"))
    if len(found) > 1:
        return hint(say("Which of the {n} timers? e.g. timer end wind", n=len(found)))
    return Reading(say("Call off the timer: {text}", text=found[0].text), (EndTimer(found[0].id),))
