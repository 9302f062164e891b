"""Two reports of one thing: the duplicate's calls, units and goods go over. And two that only look like one: that is kept too."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put, state_fields
from commandcenter.model.commands import KeepApart, MergeIncident
from commandcenter.model.entries import Draft, EntryType, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState, UnitStatus
from commandcenter.picture.incidents import APART
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView

_BEFORE_UNITS = (IncidentState.REPORTED, IncidentState.TRIAGED)
_BEFORE_ARRIVAL = (*_BEFORE_UNITS, IncidentState.DISPATCHED)


def merge_incident(picture: Picture, command: MergeIncident, now: Now) -> list[Draft]:
    """Close the duplicate into the other; one entry, so that it is whole or not at all."""
    if command.duplicate_id == command.into_id:
        raise Refused("An incident cannot be a duplicate of itself.")
    duplicate = lookup.open_incident(picture, command.duplicate_id)
    into = lookup.open_incident(picture, command.into_id)
    now.catalogue.rules.check_incident(duplicate.number, duplicate.state, IncidentState.MERGED)
    ended: dict[str, Value] = {**state_fields(duplicate, IncidentState.MERGED, now.wall_ms), "merged_into": into.id}
    writes = put(Kind.INCIDENT, duplicate.id, ended)
    for call_id in duplicate.calls:
        writes += put(Kind.CALL, call_id, {"incident": into.id})
    for assignment in picture.assignments(incident=duplicate.id):
        if assignment.ended_ms is None:
            target = {"id": assignment.id, "incident": into.id, "slot": assignment.slot}
            writes += put(Kind.UNIT, assignment.unit, {"assignment": target}) + put(Kind.ASSIGNMENT, assignment.id, {"incident": into.id})
    writes += _goods(picture, duplicate.id, into.id) + _state_of_the_other(picture, duplicate, into, now)
    return [Draft(EntryType.INCIDENT_MERGED, writes)]


def keep_apart(picture: Picture, command: KeepApart, now: Now) -> list[Draft]:
    """Note that two open incidents are not one, with who said so."""
    if command.incident_id == command.other_id:
        raise Refused("An incident cannot be a duplicate of itself.")
    incident, other = (lookup.open_incident(picture, one) for one in (command.incident_id, command.other_id))
    if other.id in incident.apart or incident.id in other.apart:
        raise Refused("It is known already that {number} and {other} are not the same.", number=incident.number, other=other.number)
    said: dict[str, Value] = {"by": now.actor, "ms": now.wall_ms}
    return [Draft(EntryType.INCIDENTS_KEPT_APART, put(Kind.INCIDENT, incident.id, {APART + other.id: said}), about={"other": other.number})]


def _goods(picture: Picture, duplicate: Id, into: Id) -> tuple[Write, ...]:
    writes: tuple[Write, ...] = ()
    for promise in picture.reservations():
        if promise.incident == duplicate and promise.state == "open":
            what: dict[str, Value] = {"depot": promise.depot, "item": promise.item, "quantity": promise.quantity, "incident": into}
            writes += put(Kind.RESERVATION, promise.id, {"what": what})
    return writes


def _state_of_the_other(picture: Picture, duplicate: IncidentView, into: IncidentView, now: Now) -> tuple[Write, ...]:
    there = any(lookup.unit(picture, u).status == UnitStatus.ON_SCENE for u in duplicate.units)
    if there and into.state in _BEFORE_ARRIVAL:
        return put(Kind.INCIDENT, into.id, state_fields(into, IncidentState.ON_SCENE, now.wall_ms))
    if duplicate.units and into.state in _BEFORE_UNITS:
        return put(Kind.INCIDENT, into.id, state_fields(into, IncidentState.DISPATCHED, now.wall_ms))
    return ()
