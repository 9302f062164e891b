"""Calls: what people report. The caller's data stays in the section `pii`."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import place, put
from commandcenter.model.commands import LinkCall, TakeCall
from commandcenter.model.entries import Draft, EntryType, Kind, Section, Value
from commandcenter.model.errors import Refused
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
