"""What the engine says to a dispatcher: who, how far, why, and why not the others."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence
from commandcenter.model.words import LonLat


@dataclass(frozen=True, slots=True)
class Slot:
    """One need of a response plan: so much of a capability, in a tier (1 is life-critical)."""

    name: str
    capability: str
    quantity: int = 1
    tier: int = 1


@dataclass(frozen=True, slots=True)
class RecommendedUnit:
    """One row of the panel."""

    rank: int
    unit_id: Id
    callsign: str
    slot: str
    capability: str
    distance_m: float
    eta_s: float
    off_road_m: float
    status: str
    position_age_s: float | None
    """`None`: at its station."""
    reason: Sentence
    runner_up: str = ""
    margin_s: float | None = None
    """How much later the runner-up would come."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A unit that was not chosen, and why."""

    unit_id: Id
    callsign: str
    reason: Sentence
    eta_s: float | None = None


@dataclass(frozen=True, slots=True)
class SupplySource:
    """Goods from one depot."""

    depot_id: Id
    depot: str
    item: str
    quantity: int
    distance_m: float
    eta_s: float
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A need that nothing fills, and why."""

    slot: str
    capability: str
    missing: int
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The whole answer for one incident."""

    incident_id: Id | None
    type: str
    at: LonLat
    plan: str
    """Name and version of the response plan."""
    units: tuple[RecommendedUnit, ...]
    rejected: tuple[Rejection, ...]
    supplies: tuple[SupplySource, ...]
    unfilled: tuple[Unfilled, ...]
    notes: tuple[Sentence, ...] = ()
    """e.g. what a closure changed, walking distance from the road."""
    took_ms: float = 0.0
