"""The field's standard terms as closed sets, and small values shared by all layers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple


class LonLat(NamedTuple):
    """A WGS-84 position in degrees, longitude first."""

    lon: float
    lat: float


class UnitStatus(StrEnum):
    """Where a unit is in its turn of duty."""

    AVAILABLE = "available"
    DISPATCHED = "dispatched"
    ENROUTE = "enroute"
    ON_SCENE = "on_scene"
    TRANSPORTING = "transporting"
    AT_FACILITY = "at_facility"
    RETURNING = "returning"
    OUT_OF_SERVICE = "out_of_service"


class IncidentState(StrEnum):
    """Where an incident is in its life."""

    REPORTED = "reported"
    TRIAGED = "triaged"
    DISPATCHED = "dispatched"
    ON_SCENE = "on_scene"
    UNDER_CONTROL = "under_control"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    MERGED = "merged"


class OrderState(StrEnum):
    """How far a unit is with an order. That it reached the unit's device is told by the sync, not by the unit."""

    SENT = "sent"
    READ = "read"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class CallbackState(StrEnum):
    """How far it is that a caller is rung back."""

    ASKED = "asked"
    TRIED = "tried"
    REACHED = "reached"
    GIVEN_UP = "given_up"


class Priority(IntEnum):
    """1 is life at risk now; 5 can wait."""

    LIFE = 1
    URGENT = 2
    SERIOUS = 3
    MINOR = 4
    ROUTINE = 5


class EmergencyClass(StrEnum):
    """The four classes of public emergencies (China, Emergency Response Law)."""

    NATURAL = "natural"
    ACCIDENT = "accident"
    PUBLIC_HEALTH = "public_health"
    SOCIAL_SECURITY = "social_security"


class Grade(IntEnum):
    """The four grades: I extremely serious (red), II serious (orange), III major (yellow), IV ordinary (blue)."""

    RED = 1
    ORANGE = 2
    YELLOW = 3
    BLUE = 4


class FacilityKind(StrEnum):
    """What a place in a region pack is."""

    FIRE_STATION = "fire_station"
    POLICE_STATION = "police_station"
    AMBULANCE_STATION = "ambulance_station"
    HOSPITAL = "hospital"
    SHELTER = "shelter"
    HYDRANT = "hydrant"
    HELIPAD = "helipad"
    DEPOT = "depot"


class PositionSource(StrEnum):
    """How a position became known; a simulated one is always marked on screen."""

    STATION = "station"
    GPS = "gps"
    MANUAL = "manual"
    SIMULATED = "simulated"


@dataclass(frozen=True, slots=True)
class Position:
    """A unit's last known place."""

    at: LonLat
    source: PositionSource
    wall_ms: int
    heading_deg: float | None = None
    speed_kph: float | None = None
