"""Every change a person, a sensor or an inject can ask for. Imperative, frozen, plain data.

A command carries what was decided, never how: ids of new things are made by the handler's `new_id`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.model.entries import EntryId, Key, Value
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState, LonLat, UnitStatus


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands. `Desk.submit` is their only door."""


@dataclass(frozen=True, slots=True)
class OpenOperation(Command):
    """Name the operation this log belongs to; the first entry of a log."""

    name: str
    region: str
    exercise: bool = False


@dataclass(frozen=True, slots=True)
class SignIn(Command):
    """An operator takes the seat."""

    operator_id: Id
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class TakeCall(Command):
    """Record a call; the caller's name, number and words go to the `pii` section."""

    type: str
    at: LonLat | None
    address: str
    caller_name: str = ""
    caller_phone: str = ""
    text: str = ""
    incident_id: Id | None = None
    """Link to this incident at once."""


@dataclass(frozen=True, slots=True)
class LinkCall(Command):
    """Link a call to an incident."""

    call_id: Id
    incident_id: Id


@dataclass(frozen=True, slots=True)
class ReportIncident(Command):
    """Open an incident."""

    type: str
    """Code of an incident type, e.g. `fire.structure`."""
    at: LonLat
    address: str
    priority: int | None = None
    """`None`: the type's own."""
    text: str = ""
    caller_name: str = ""
    caller_phone: str = ""
    alarm_level: int = 1


@dataclass(frozen=True, slots=True)
class ChangeIncident(Command):
    """Correct fields: type, priority, grade, at, address, text, alarm_level, name."""

    incident_id: Id
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class SetIncidentState(Command):
    """Move an incident on: triaged, on scene, under control, closed, cancelled; from closed back is a reopening."""

    incident_id: Id
    state: IncidentState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MergeIncident(Command):
    """Mark an incident as a duplicate of another; its calls and units go over."""

    duplicate_id: Id
    into_id: Id


@dataclass(frozen=True, slots=True)
class AddStation(Command):
    """Add a station."""

    name: str
    kind: str
    at: LonLat
    station_id: Id | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    """Name by language code."""


@dataclass(frozen=True, slots=True)
class AddFacility(Command):
    """Add a hospital, shelter …"""

    name: str
    kind: str
    at: LonLat
    facility_id: Id | None = None
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AddUnit(Command):
    """Add a dispatchable unit with its crew."""

    callsign: str
    kind: str
    capabilities: Mapping[str, int]
    """Capability → quantity."""
    crew: int
    station_id: Id | None
    at: LonLat
    profile: str = "engine"
    """Vehicle profile for the roads."""
    unit_id: Id | None = None


@dataclass(frozen=True, slots=True)
class ChangeUnit(Command):
    """Correct fields of a unit: callsign, kind, capabilities, crew, station, profile, at."""

    unit_id: Id
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class SetUnitStatus(Command):
    """A unit reports its status (or the desk does for it)."""

    unit_id: Id
    status: UnitStatus
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AssignUnit(Command):
    """Send one unit to one incident."""

    incident_id: Id
    unit_id: Id
    slot: str = ""
    """The response plan's slot it fills."""
    divert: bool = False
    """Take it off its present, less urgent incident."""
    reason: str = ""
    """Why the engine's advice was not followed; empty otherwise."""


@dataclass(frozen=True, slots=True)
class ReleaseUnit(Command):
    """End a unit's assignment."""

    unit_id: Id
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AcceptRecommendation(Command):
    """Send everything chosen at once; what was known is kept with the decision."""

    incident_id: Id
    units: tuple[tuple[Id, str], ...]
    """(unit, slot)."""
    supplies: tuple[tuple[Id, str, int], ...] = ()
    """(depot, item, quantity) to reserve."""
    shown: Mapping[str, Value] = field(default_factory=dict)
    """The recommendation as it stood on screen."""
    reason: str = ""
    """Needed where the choice differs from the recommendation."""


@dataclass(frozen=True, slots=True)
class AddDepot(Command):
    """Add a stock of supplies."""

    name: str
    at: LonLat
    depot_id: Id | None = None
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MoveStock(Command):
    """Stock comes (+) or goes (−)."""

    depot_id: Id
    item: str
    quantity: int
    unit: str = "pcs"
    batch: str = ""
    expires: str = ""
    """ISO date or empty."""
    reason: str = ""
    move_id: Id | None = None
    """Given by an import, so that the same line is never booked twice."""


@dataclass(frozen=True, slots=True)
class ReserveStock(Command):
    """Promise stock to an incident."""

    depot_id: Id
    item: str
    quantity: int
    incident_id: Id


@dataclass(frozen=True, slots=True)
class EndReservation(Command):
    """Give reserved stock back, or book it as delivered."""

    reservation_id: Id
    delivered: bool


@dataclass(frozen=True, slots=True)
class CloseRoad(Command):
    """Close roads: a point, a line or a polygon."""

    shape: tuple[LonLat, ...]
    """1 point; ≥ 2 a line; first = last and ≥ 4 a polygon."""
    name: str = ""
    reason: str = ""
    from_ms: int | None = None
    until_ms: int | None = None
    exempt_profiles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReopenRoad(Command):
    """Lift a closure."""

    closure_id: Id


@dataclass(frozen=True, slots=True)
class SendMessage(Command):
    """Say something about an incident or to a unit."""

    text: str
    incident_id: Id | None = None
    unit_id: Id | None = None


@dataclass(frozen=True, slots=True)
class AddNote(Command):
    """Write a line into the log."""

    text: str
    incident_id: Id | None = None


@dataclass(frozen=True, slots=True)
class ResolveConflict(Command):
    """Close a conflict with a value; the basis is all heads that were shown."""

    key: Key
    value: Value
    heads: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class Undo(Command):
    """Compensate an earlier entry: write back what stood before, where nobody has written since."""

    entry_id: EntryId
