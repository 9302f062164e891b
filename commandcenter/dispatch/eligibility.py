"""Who may be sent at all, and the reason for everyone who may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from commandcenter.dispatch.candidate import Candidate
from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.musters import Musters
from commandcenter.dispatch.situation import Situation
from commandcenter.model.ports import Roads
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import UnitStatus
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.resources.catalogue import Catalogue

OUT_OF_SERVICE = say("Out of service.")


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
        rolling = unit.status in (UnitStatus.RETURNING, UnitStatus.ENROUTE)
        return Candidate(unit, place, None, 0.0 if rolling else turnout_s, 0.0, turnout_s)
    age_s = max(0.0, (situation.now_ms - position.wall_ms) / 1000)
    penalty_s = rules.penalty_s if age_s > rules.stale_after_s else 0.0
    return Candidate(unit, place, age_s, 0.0, penalty_s, turnout_s)


def field_of(
    situation: Situation,
    catalogue: Catalogue,
    roads: Roads,
    priority: int,
    crews: Mapping[str, int] | None = None,
    musters: Musters | None = None,
) -> Field:
    """Return who may be sent to an incident of a priority, in order of callsign, then id. `roads` has the closures in force."""
    candidates, others = [], []
    for unit in sorted(situation.units, key=lambda u: (u.callsign, u.id)):
        leaves = _divertible_from(unit, situation, catalogue, priority)
        if why_not_free(unit, situation, catalogue, leaves) is None:
            candidate = candidate_of(unit, situation, catalogue)
            candidates.append(candidate if leaves is None else replace(candidate, leaves=leaves, switch_s=catalogue.policy.divert.switch_s))
        else:
            others.append(unit)
    return Field(candidates, others, roads, crews, musters)


def why_not_free(unit: UnitView, situation: Situation, catalogue: Catalogue, leaves: IncidentView | None = None) -> Sentence | None:
    """Return why a unit cannot be sent whatever is needed, or `None`. `leaves` is the incident it may be taken off."""
    if unit.incident is not None and leaves is None:
        return _busy(unit, situation)
    if "assignment" in unit.conflicts:
        return say("Double-booked: two desks have sent it; resolve the conflict first.")
    if unit.status == UnitStatus.OUT_OF_SERVICE:
        return OUT_OF_SERVICE
    if leaves is None and unit.status not in catalogue.rules.sendable:
        return say("Not available: {status}.", status=unit.status.value)
    return _no_crew(unit, situation, catalogue)


def _no_crew(unit: UnitView, situation: Situation, catalogue: Catalogue) -> Sentence | None:
    if unit.crew_with is not None:
        other = next((u.callsign for u in situation.units if u.id == unit.crew_with), "")
        return say("Its crew is out with {callsign}.", callsign=other)
    kind = catalogue.kinds.get(unit.kind)
    needed = kind.min_crew if kind is not None else 1
    if unit.crew < needed:
        return say("Crew too small: {crew} aboard, {kind} needs {needed}.", crew=unit.crew, kind=kind or unit.kind, needed=needed)
    return None


def _divertible_from(unit: UnitView, situation: Situation, catalogue: Catalogue, priority: int) -> IncidentView | None:
    """Return the incident a unit may be taken off for one of this priority, or `None`."""
    if unit.incident is None or priority > catalogue.policy.divert.for_priority or unit.status not in catalogue.rules.divertible:
        return None
    present = situation.incidents.get(unit.incident)
    return present if present is not None and priority < present.priority else None


def _busy(unit: UnitView, situation: Situation) -> Sentence:
    incident = situation.incidents.get(unit.incident) if unit.incident else None
    if incident is None:
        return say("Busy: {status}.", status=unit.status.value)
    return say(
        "Busy with incident {number}, priority {priority}: {status}.", number=incident.number, priority=incident.priority, status=unit.status.value
    )
