"""The life of an incident."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from commandcenter.dispatch import lookup
from commandcenter.dispatch.handlers.calls import call_draft
from commandcenter.dispatch.handlers.stock import returned_drafts
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import place, put, state_fields
from commandcenter.model.commands import ChangeIncident, ReportIncident, SetIncidentState, TakeCall
from commandcenter.model.entries import Draft, EntryType, Kind, Section, Value
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.model.words import IncidentState
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView

MOST_ALARM_LEVEL = 9
MEDICAL = frozenset({"answers"})
"""Fields of an incident that are kept in the `med` section; the log tells that they changed, not how."""


def report_incident(picture: Picture, command: ReportIncident, now: Now) -> list[Draft]:
    """Open an incident under the next number; a caller, or a telephone that rang, becomes a call that is linked to it."""
    kind = now.catalogue.type_of(command.type)
    priority = kind.priority if command.priority is None else command.priority
    incident_id = now.new_id()
    at = lookup.check_place(command.at)
    fields: dict[str, Value] = {
        "number": picture.next_number(),
        "type": kind.code,
        "state": IncidentState.REPORTED.value,
        "priority": lookup.check_whole(int(priority), say("The priority"), 1, 5),
        "grade": int(kind.grade),
        "alarm_level": lookup.check_whole(command.alarm_level, say("The alarm level"), 1, MOST_ALARM_LEVEL),
        "at": place(at),
        "address": command.address,
        "name": "",
        "text": command.text,
        "reported_ms": now.wall_ms,
        f"state_ms:{IncidentState.REPORTED.value}": now.wall_ms,
    }
    if command.answered_ms is not None:
        fields["answered_ms"] = min(command.answered_ms, now.wall_ms)
    writes = put(Kind.INCIDENT, incident_id, fields)
    if command.answers:
        writes += put(Kind.INCIDENT, incident_id, {"answers": now.catalogue.questions.checked(command.answers)}, Section.MED)
    drafts = [Draft(EntryType.INCIDENT_REPORTED, writes, about={"catalogue": now.catalogue.version})]
    if command.caller_name or command.caller_phone or command.rang_ms is not None:
        caller = (command.caller_name, command.caller_phone, command.text)
        drafts.append(call_draft(TakeCall(kind.code, at, command.address, *caller, incident_id, command.rang_ms, command.answered_ms), now))
    return drafts


def change_incident(picture: Picture, command: ChangeIncident, now: Now) -> list[Draft]:
    """Correct fields; what is as it was is left out."""
    incident = lookup.incident(picture, command.incident_id)
    checks = _checks(now)
    changed: dict[str, Value] = {}
    for name, value in command.fields.items():
        if name not in checks:
            raise Refused("The field {field} of an incident cannot be changed.", field=name)
        checked = checks[name](value)
        if checked != _as_kept(incident, name):
            changed[name] = checked
    if not changed:
        raise Refused("Nothing of incident {number} would change.", number=incident.number)
    medical = {name: changed.pop(name) for name in MEDICAL & changed.keys()}
    writes = put(Kind.INCIDENT, incident.id, changed) + put(Kind.INCIDENT, incident.id, medical, Section.MED)
    return [Draft(EntryType.INCIDENT_CHANGED, writes, about=dict.fromkeys(medical, True))]


def set_incident_state(picture: Picture, command: SetIncidentState, now: Now) -> list[Draft]:
    """Take an incident on along the legal steps; an ended one that comes back is reopened."""
    incident = lookup.incident(picture, command.incident_id)
    rules = now.catalogue.rules
    rules.check_incident(incident.number, incident.state, command.state)
    if command.state == IncidentState.MERGED:
        raise Refused("Say which incident {number} is a duplicate of.", number=incident.number)
    if command.state == IncidentState.DISPATCHED and not incident.units:
        raise Refused("No unit has been sent to incident {number}.", number=incident.number)
    ends = command.state in rules.ended
    if ends and incident.units:
        callsigns = ", ".join(sorted(lookup.unit(picture, u).callsign for u in incident.units))
        raise Refused("Incident {number} still has units: {callsigns}. Release them first.", number=incident.number, callsigns=callsigns)
    fields = state_fields(incident, command.state, now.wall_ms)
    if incident.merged_into is not None:
        fields["merged_into"] = None
    about: dict[str, Value] = {"reason": command.reason} if command.reason else {}
    if rules.reopens(incident.state, command.state):
        about["reopened"] = True
    drafts = [Draft(EntryType.INCIDENT_STATE_CHANGED, put(Kind.INCIDENT, incident.id, fields), about=about)]
    return drafts + (returned_drafts(picture, incident) if ends else [])


def _checks(now: Now) -> Mapping[str, Callable[[object], Value]]:
    def text(value: object) -> Value:
        if not isinstance(value, str):
            raise Refused("A text is expected.")
        return value

    def answers(value: object) -> Value:
        if not isinstance(value, Mapping):
            raise Refused("A map of questions and answers is expected.")
        return now.catalogue.questions.checked(value)

    return {
        "type": lambda v: now.catalogue.type_of(str(v)).code,
        "priority": lambda v: lookup.check_whole(v, say("The priority"), 1, 5),
        "grade": lambda v: lookup.check_whole(v, say("The grade"), 1, 4),
        "alarm_level": lambda v: lookup.check_whole(v, say("The alarm level"), 1, MOST_ALARM_LEVEL),
        "at": lambda v: place(lookup.check_place(v)),
        "address": text,
        "text": text,
        "name": text,
        "answers": answers,
    }


def _as_kept(incident: IncidentView, name: str) -> Value:
    return place(incident.at) if name == "at" else getattr(incident, name)
