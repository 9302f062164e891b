"""Who may be sent at all, and the reason for everyone who may not."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.situation import Request, Situation
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.views import UnitView
from commandcenter.resources.catalogue import Catalogue

OUT_OF_SERVICE = say("Out of service.")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit as the engine sees it: where it is now and how long it needs before it rolls."""

    unit: UnitView
    at: LonLat
    position_age_s: float | None
    """`None`: at its station or place of the log."""
    turnout_s: float
    """Zero when it is already on the road."""
    penalty_s: float
    """Added to its rank, never to its time: the price of a stale position."""

    def can(self, capability: str) -> bool:
        """Return whether it has a capability."""
        return self.unit.capabilities.get(capability, 0) > 0


def candidate_of(unit: UnitView, situation: Situation, catalogue: Catalogue) -> Candidate:
    """Return where a unit is and what it costs before it moves."""
    kind = catalogue.kinds.get(unit.kind)
    turnout_s = float(kind.turnout_s) if kind else 0.0
    rules = catalogue.rules
    station = situation.stations.get(unit.station) if unit.station is not None else None
    position = situation.positions.get(unit.id)
    place = position.at if position else unit.at
    at_home = station is not None and air_m(place, station) <= rules.at_station_m
    if position is None or at_home:
        rolling = unit.status == UnitStatus.RETURNING
        return Candidate(unit, place, None, 0.0 if rolling else turnout_s, 0.0)
    age_s = max(0.0, (situation.now_ms - position.wall_ms) / 1000)
    penalty_s = rules.penalty_s if age_s > rules.stale_after_s else 0.0
    return Candidate(unit, place, age_s, 0.0, penalty_s)


def why_not_free(unit: UnitView, request: Request, situation: Situation, catalogue: Catalogue) -> Sentence | None:
    """Return why a unit cannot be sent whatever is needed, or `None`."""
    if unit.incident is not None:
        return _busy(unit, request, situation)
    if "assignment" in unit.conflicts:
        return say("Double-booked: two desks have sent it; resolve the conflict first.")
    if unit.status == UnitStatus.OUT_OF_SERVICE:
        return OUT_OF_SERVICE
    if unit.status not in catalogue.rules.sendable:
        return say("Not available: {status}.", status=unit.status.value)
    kind = catalogue.kinds.get(unit.kind)
    needed = kind.min_crew if kind is not None else 1
    if unit.crew < needed:
        return say("Crew too small: {crew} aboard, {kind} needs {needed}.", crew=unit.crew, kind=kind or unit.kind, needed=needed)
    return None


def _busy(unit: UnitView, request: Request, situation: Situation) -> Sentence:
    if unit.incident == request.incident_id:
        return say("Already sent to this incident.")
    incident = situation.incidents.get(unit.incident) if unit.incident else None
    if incident is None:
        return say("Busy: {status}.", status=unit.status.value)
    return say(
        "Busy with incident {number}, priority {priority}: {status}.", number=incident.number, priority=incident.priority, status=unit.status.value
    )
