"""Which sector a team should search next: most probability of success gained for each hour, the way there included."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.phrases import clock
from commandcenter.dispatch.search.probability import SearchState, SectorState
from commandcenter.dispatch.search.rings import centre
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat

MOST_ADVICE = 20


@dataclass(frozen=True, slots=True)
class Effort:
    """What a team can do."""

    searchers: int
    sweep_width_m: float
    speed_kph: float
    hours: float


@dataclass(frozen=True, slots=True)
class Next:
    """A sector a team could search next."""

    sector: Id
    name: str
    gain: float
    """Probability of success that it adds, a share of 1."""
    gain_per_hour: float
    pod: float
    travel_s: float
    reason: Sentence


def next_sectors(state: SearchState, at: LonLat, profile: str, effort: Effort, taken: Mapping[Id, float], roads: Roads) -> list[Next]:
    """Return sectors by gain per hour, best first. `taken`: sector → coverage that teams now in it will add.

    Probability of success counts from now on: what has been searched in vain counts as searched. `roads` has the closures in
    force; a sector without a road is reached on foot at the team's own speed in a straight line. Safe in any thread.
    """
    places = [centre(s.sector.ring) for s in state.sectors]
    ways = roads.matrix(places, [at], profile) if profile in roads.profiles and places else []
    found = []
    for n, sector in enumerate(state.sectors):
        arrival = ways[n][0] if ways else None
        travel_s = arrival.eta_s if arrival is not None else _straight_s(at, places[n], effort.speed_kph)
        found.append(_next(sector, travel_s, effort, taken.get(sector.sector.id, 0.0)))
    worth = [one for one in found if one.gain > 0]
    return sorted(worth, key=lambda one: (-one.gain_per_hour, one.name))[:MOST_ADVICE]


def planned_coverage(sectors: Sequence[SectorState]) -> dict[Id, float]:
    """Return by sector the coverage that running sweeps will add as planned."""
    return {
        s.sector.id: math.fsum(
            w.sweep_width_m * w.searchers * w.speed_kph * 1000 * w.planned_hours / s.area_m2 for w in s.sector.sweeps if w.running and s.area_m2 > 0
        )
        for s in sectors
    }


def _next(state: SectorState, travel_s: float, effort: Effort, taken: float) -> Next:
    added = effort.sweep_width_m * effort.searchers * effort.speed_kph * 1000 * effort.hours / state.area_m2 if state.area_m2 > 0 else 0.0
    pod = 1.0 - math.exp(-added)
    gain = state.poa * math.exp(-taken) * pod
    per_hour = gain / (effort.hours + travel_s / 3600)
    facts: dict[str, object] = {
        "poa": round(100 * state.poa, 1),
        "pod": min(99, round(100 * pod)),
        "gain": round(100 * gain, 1),
        "per_hour": round(100 * per_hour, 1),
        "travel": clock(travel_s),
    }
    if taken > 0:
        reason = say("POA {poa} %, a team is in it; POD {pod} %, gain {gain} %, {per_hour} % an hour with {travel} of way.", **facts)
    else:
        reason = say("POA {poa} %, POD {pod} %: gain {gain} %, {per_hour} % an hour with {travel} of way.", **facts)
    return Next(state.sector.id, state.sector.name, gain, per_hour, pod, travel_s, reason)


def _straight_s(here: LonLat, there: LonLat, speed_kph: float) -> float:
    return air_m(here, there) / (speed_kph / 3.6)
