"""Units, where they stand, and what they are sent to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.model.commands.base import Command
from commandcenter.model.entries import Value
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, UnitStatus


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
    shared_crew: str = ""
    """Units with the same word here have one crew between them: only one of them can be out."""


@dataclass(frozen=True, slots=True)
class ChangeUnit(Command):
    """Correct fields of a unit: callsign, kind, capabilities, crew, station, profile, at, shared_crew."""

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
    by_policy: bool = False
    """Nobody pressed a key: the policy for this type of incident says so (`dispatch.automatic`)."""


@dataclass(frozen=True, slots=True)
class StopSending(Command):
    """Do not let an incident be sent to by itself; a person sends."""

    incident_id: Id


@dataclass(frozen=True, slots=True)
class ReportNotSent(Command):
    """Write down why an incident was not sent to by itself though its policy says so."""

    incident_id: Id
    why: str
    """Code of `dispatch.automatic.WHY_NOT`."""


@dataclass(frozen=True, slots=True)
class WeighDecision(Command):
    """Add to a decision what was still being worked out when the units were sent."""

    decision_id: Id
    weighed: Mapping[str, Value]
    """What the worst single closure would do to each unit's way (`dispatch.jsonform.fragility_json`)."""
