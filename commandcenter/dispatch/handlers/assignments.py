"""Units sent to incidents and taken off them."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put, state_fields, status_fields
from commandcenter.model.commands import AssignUnit, ReleaseUnit
from commandcenter.model.entries import Draft, EntryType, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState, UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView, UnitView

_WAITING = (IncidentState.REPORTED, IncidentState.TRIAGED)


def assign_unit(picture: Picture, command: AssignUnit, now: Now) -> list[Draft]:
    """Send one unit; a diverted one leaves its less urgent incident in the same entry."""
    incident = lookup.open_incident(picture, command.incident_id)
    writes = assignment_writes(picture, incident, command, now) + dispatched_writes(incident, now)
    about: dict[str, Value] = {"reason": command.reason} if command.reason else {}
    if command.divert:
        about["divert"] = True
    return [Draft(EntryType.UNIT_ASSIGNED, writes, about=about)]


def release_unit(picture: Picture, command: ReleaseUnit, now: Now) -> list[Draft]:
    """End a unit's assignment; it is available where it stands."""
    unit = lookup.unit(picture, command.unit_id)
    if unit.incident is None:
        raise Refused("{callsign} is not assigned to an incident.", callsign=unit.callsign)
    now.catalogue.rules.check_unit(unit.callsign, unit.status, UnitStatus.AVAILABLE)
    writes = put(Kind.UNIT, unit.id, status_fields(UnitStatus.AVAILABLE, now.wall_ms)) + ended_writes(picture, unit, now)
    return [Draft(EntryType.UNIT_RELEASED, writes, about={"reason": command.reason} if command.reason else {})]


def assignment_writes(picture: Picture, incident: IncidentView, command: AssignUnit, now: Now) -> tuple[Write, ...]:
    """Return what sends a unit, without the incident's state; refuses a unit that cannot be sent."""
    unit = lookup.unit(picture, command.unit_id)
    left = _taken_off(picture, unit, incident, command.divert, now)
    assignment_id = now.new_id()
    fields: dict[str, Value] = {
        "unit": unit.id,
        "incident": incident.id,
        "slot": command.slot,
        "by": now.actor,
        "reason": command.reason,
        f"t:{UnitStatus.DISPATCHED.value}": now.wall_ms,
    }
    target: dict[str, Value] = {"id": assignment_id, "incident": incident.id, "slot": command.slot}
    sent: dict[str, Value] = {"assignment": target, **status_fields(UnitStatus.DISPATCHED, now.wall_ms)}
    return put(Kind.ASSIGNMENT, assignment_id, fields) + put(Kind.UNIT, unit.id, sent) + left


def dispatched_writes(incident: IncidentView, now: Now) -> tuple[Write, ...]:
    """Return the incident's step to dispatched, where it was still waiting."""
    if incident.state not in _WAITING:
        return ()
    return put(Kind.INCIDENT, incident.id, state_fields(incident, IncidentState.DISPATCHED, now.wall_ms))


def ended_writes(picture: Picture, unit: UnitView, now: Now, status: UnitStatus | None = None) -> tuple[Write, ...]:
    """Return what ends all of a unit's assignments, and sets an incident that nobody goes to any more back to triaged."""
    writes = put(Kind.UNIT, unit.id, {"assignment": None})
    for assignment in picture.assignments(unit=unit.id):
        if assignment.ended_ms is None:
            ended: dict[str, Value] = {"ended_ms": now.wall_ms}
            if status is not None:
                ended[f"t:{status.value}"] = now.wall_ms
            writes += put(Kind.ASSIGNMENT, assignment.id, ended) + _left_alone(picture, assignment.incident, unit.id, now)
    return writes


def _left_alone(picture: Picture, incident_id: Id, leaving: Id, now: Now) -> tuple[Write, ...]:
    incident = picture.incident(incident_id)
    if incident is None or incident.state != IncidentState.DISPATCHED or set(incident.units) - {leaving}:
        return ()
    return put(Kind.INCIDENT, incident.id, state_fields(incident, IncidentState.TRIAGED, now.wall_ms))


def _taken_off(picture: Picture, unit: UnitView, incident: IncidentView, divert: bool, now: Now) -> tuple[Write, ...]:
    rules = now.catalogue.rules
    if "assignment" in unit.conflicts:
        raise Refused("{callsign} is double-booked; resolve that conflict first.", callsign=unit.callsign)
    if unit.crew_with is not None:
        raise Refused("{callsign} has no crew: it is out with {other}.", callsign=unit.callsign, other=lookup.unit(picture, unit.crew_with).callsign)
    if unit.incident == incident.id:
        raise Refused("{callsign} is assigned to incident {number} already.", callsign=unit.callsign, number=incident.number)
    if unit.incident is None:
        if unit.status not in rules.sendable:
            raise Refused("{callsign} is {status} and cannot be sent.", callsign=unit.callsign, status=unit.status.value)
        return ()
    present = lookup.incident(picture, unit.incident)
    if not divert:
        raise Refused("{callsign} is busy with incident {number}; divert it to take it off.", callsign=unit.callsign, number=present.number)
    if unit.status not in rules.divertible:
        raise Refused("{callsign} is {status} and cannot be diverted.", callsign=unit.callsign, status=unit.status.value)
    if incident.priority >= present.priority:
        raise Refused(
            "{callsign} stays with incident {number}: priority {priority} is not less urgent than {other}.",
            callsign=unit.callsign,
            number=present.number,
            priority=present.priority,
            other=incident.priority,
        )
    ended = ended_writes(picture, unit, now)
    return tuple(w for w in ended if w.key.kind != Kind.UNIT)
