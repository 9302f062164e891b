"""Calls: what people report. The caller's data stays in the section `pii`."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import place, put
from commandcenter.model.commands import AskCallback, LinkCall, NoteCallback, TakeCall
from commandcenter.model.entries import Draft, EntryType, Kind, Section, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import CallbackState
from commandcenter.picture.picture import Picture


def take_call(picture: Picture, command: TakeCall, now: Now) -> list[Draft]:
    """Record a call, linked at once where an incident is given."""
    if command.type:
        now.catalogue.type_of(command.type)
    if command.incident_id is not None:
        lookup.incident(picture, command.incident_id)
    return [call_draft(command, now)]


def link_call(picture: Picture, command: LinkCall, now: Now) -> list[Draft]:
    """Say which incident a call is about."""
    call = lookup.call(picture, command.call_id)
    incident = lookup.incident(picture, command.incident_id)
    if call.incident == incident.id:
        raise Refused("The call belongs to incident {number} already.", number=incident.number)
    return [Draft(EntryType.CALL_LINKED, put(Kind.CALL, call.id, {"incident": incident.id}))]


def ask_callback(picture: Picture, command: AskCallback, now: Now) -> list[Draft]:
    """Say that a caller must be rung back; a call that was not recorded yet is recorded with it."""
    why = command.why.strip()
    if command.call_id is not None:
        call = lookup.call(picture, command.call_id)
        if call.callback is not None and call.callback.open:
            raise Refused("This caller is to be rung back already.")
        if call.caller_phone == "":
            raise Refused("Nobody can be rung back without a number.")
        return [_asked(call.id, call.incident, why, now)]
    if command.call is None or not command.call.caller_phone.strip():
        raise Refused("Nobody can be rung back without a number.")
    drafts = take_call(picture, command.call, now)
    return [*drafts, _asked(drafts[0].writes[0].key.entity, command.call.incident_id, why, now)]


def _asked(call_id: Id, incident: Id | None, why: str, now: Now) -> Draft:
    asked: dict[str, Value] = {"state": CallbackState.ASKED.value, "ms": now.wall_ms, "by": now.actor, "tries": 0}
    return Draft(EntryType.CALLBACK_ASKED, put(Kind.CALL, call_id, {"callback": asked}), about=_told(incident, why))


def note_callback(picture: Picture, command: NoteCallback, now: Now) -> list[Draft]:
    """Write down what came of ringing back."""
    call = lookup.call(picture, command.call_id)
    if call.callback is None or not call.callback.open or command.state is CallbackState.ASKED:
        raise Refused("This caller is not to be rung back any more.")
    text = command.text.strip()
    if command.state is CallbackState.GIVEN_UP and not text:
        raise Refused("Giving a call-back up takes a reason.")
    tries = call.callback.tries + (command.state is not CallbackState.GIVEN_UP)
    noted: dict[str, Value] = {"state": command.state.value, "ms": now.wall_ms, "by": now.actor, "tries": tries}
    about = {"rung": command.state.value, **_told(call.incident, text)}
    return [Draft(EntryType.CALLBACK_NOTED, put(Kind.CALL, call.id, {"callback": noted}), about=about)]


def _told(incident: Id | None, reason: str) -> dict[str, Value]:
    return {"incident": incident, **({"reason": reason} if reason else {})}


def call_draft(command: TakeCall, now: Now) -> Draft:
    """Return the entry of a call; it rang before it was answered, and was answered before now, whatever clocks say."""
    call_id = now.new_id()
    answered_ms = None if command.answered_ms is None else min(command.answered_ms, now.wall_ms)
    times = {"answered_ms": answered_ms}
    if command.rang_ms is not None:
        times["rang_ms"] = min(command.rang_ms, now.wall_ms if answered_ms is None else answered_ms)
    fields: dict[str, Value] = {
        "type": command.type,
        "at": place(lookup.check_place(command.at)) if command.at is not None else None,
        "address": command.address,
        "taken_ms": now.wall_ms,
        "incident": command.incident_id,
        **{name: ms for name, ms in times.items() if ms is not None},
    }
    caller: dict[str, Value] = {"caller_name": command.caller_name, "caller_phone": command.caller_phone, "text": command.text}
    return Draft(EntryType.CALL_TAKEN, put(Kind.CALL, call_id, fields) + put(Kind.CALL, call_id, caller, Section.PII))
