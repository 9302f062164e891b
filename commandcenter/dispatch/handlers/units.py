"""Units: their data and their status."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from commandcenter.dispatch import lookup
from commandcenter.dispatch.handlers.assignments import ended_writes
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import place, put, state_fields, status_fields
from commandcenter.model.commands import AddUnit, ChangeUnit, SetUnitStatus
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.model.words import IncidentState, UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import UnitView

MOST_CREW = 100
MOST_AMOUNT = 1_000_000
"""Of one capability, in its unit: litres of water …"""
_NOBODY_THERE = (IncidentState.REPORTED, IncidentState.TRIAGED, IncidentState.DISPATCHED)


def add_unit(picture: Picture, command: AddUnit, now: Now) -> list[Draft]:
    """Add a unit; it is available at its place."""
    unit_id = command.unit_id or now.new_id()
    callsign = lookup.check_text(command.callsign, say("The callsign"))
    if picture.heads(Key(Kind.UNIT, unit_id, "callsign")):
        raise Refused("{callsign} is there already.", callsign=callsign)
    _check_callsign_free(picture, callsign)
    fields: dict[str, Value] = {
        "callsign": callsign,
        "kind": lookup.check_text(command.kind, say("The kind")),
        "capabilities": _capabilities(command.capabilities),
        "crew": lookup.check_whole(command.crew, say("The crew"), 0, MOST_CREW),
        "station": command.station_id,
        "profile": lookup.check_text(command.profile, say("The vehicle profile")),
        "at": place(lookup.check_place(command.at)),
        **status_fields(UnitStatus.AVAILABLE, now.wall_ms),
        "assignment": None,
    }
    if command.shared_crew.strip():
        fields["shared_crew"] = command.shared_crew.strip()
    return [Draft(EntryType.UNIT_ADDED, put(Kind.UNIT, unit_id, fields))]


def change_unit(picture: Picture, command: ChangeUnit, now: Now) -> list[Draft]:
    """Correct fields; what is as it was is left out."""
    unit = lookup.unit(picture, command.unit_id)
    changed: dict[str, Value] = {}
    for name, value in command.fields.items():
        if name not in _CHECKS:
            raise Refused("The field {field} of a unit cannot be changed.", field=name)
        checked = _CHECKS[name](value)
        if checked != _as_kept(unit, name):
            changed[name] = checked
    if not changed:
        raise Refused("Nothing of {callsign} would change.", callsign=unit.callsign)
    if "callsign" in changed:
        _check_callsign_free(picture, str(changed["callsign"]))
    return [Draft(EntryType.UNIT_CHANGED, put(Kind.UNIT, unit.id, changed))]


def set_unit_status(picture: Picture, command: SetUnitStatus, now: Now) -> list[Draft]:
    """Take a unit on along the legal steps; its assignment and its incident follow in the same entry."""
    unit = lookup.unit(picture, command.unit_id)
    rules = now.catalogue.rules
    rules.check_unit(unit.callsign, unit.status, command.status)
    if command.status == UnitStatus.DISPATCHED or (command.status in rules.needs_assignment and unit.incident is None):
        raise Refused("{callsign} has no assignment for that; send it to an incident.", callsign=unit.callsign)
    writes = put(Kind.UNIT, unit.id, status_fields(command.status, now.wall_ms))
    if unit.incident is not None:
        ends = command.status in rules.ends_assignment
        writes += ended_writes(picture, unit, now, command.status) if ends else _reached_writes(picture, unit, command.status, now)
    return [Draft(EntryType.UNIT_STATUS_CHANGED, writes, about={"reason": command.reason} if command.reason else {})]


def _reached_writes(picture: Picture, unit: UnitView, status: UnitStatus, now: Now) -> tuple[Write, ...]:
    writes: tuple[Write, ...] = ()
    for assignment in picture.assignments(unit=unit.id):
        if assignment.ended_ms is None and status.value not in assignment.times_ms:
            writes += put(Kind.ASSIGNMENT, assignment.id, {f"t:{status.value}": now.wall_ms})
    incident = picture.incident(unit.incident) if unit.incident is not None else None
    if incident is not None and status == UnitStatus.ON_SCENE and incident.state in _NOBODY_THERE:
        writes += put(Kind.INCIDENT, incident.id, state_fields(incident, IncidentState.ON_SCENE, now.wall_ms))
    return writes


def _check_callsign_free(picture: Picture, callsign: str) -> None:
    if any(u.callsign.casefold() == callsign.casefold() for u in picture.units()):
        raise Refused("There is another unit {callsign}.", callsign=callsign)


def _capabilities(value: object) -> dict[str, Value]:
    if not isinstance(value, Mapping):
        raise Refused("Capabilities are a list of names with quantities.")
    return {
        lookup.check_text(name, say("A capability")): lookup.check_whole(quantity, say("A capability's quantity"), 1, MOST_AMOUNT)
        for name, quantity in value.items()
    }


def _station(value: object) -> Value:
    return None if value is None else lookup.check_text(value, say("The station"))


_CHECKS: Mapping[str, Callable[[object], Value]] = {
    "callsign": lambda v: lookup.check_text(v, say("The callsign")),
    "kind": lambda v: lookup.check_text(v, say("The kind")),
    "capabilities": _capabilities,
    "crew": lambda v: lookup.check_whole(v, say("The crew"), 0, MOST_CREW),
    "station": _station,
    "profile": lambda v: lookup.check_text(v, say("The vehicle profile")),
    "at": lambda v: place(lookup.check_place(v)),
    "shared_crew": lambda v: v.strip() if isinstance(v, str) else lookup.check_text(v, say("The shared crew")),
}


def _as_kept(unit: UnitView, name: str) -> Value:
    if name == "at":
        return place(unit.at)
    return dict(unit.capabilities) if name == "capabilities" else getattr(unit, name)
