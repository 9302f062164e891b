"""Where the missing person probably is, before and after searching.

POA (probability of area): the mean of the planners' opinions, each scaled to 1 (Mattson's consensus, 1976), or by area while
nobody has rated. POD (probability of detection): 1 − exp(−C) with coverage C = sweep width × track length ÷ area, the
random-search law (Koopman, Search and Screening, 1946/1980). Sweep width from the range at which searchers see the object: Koester,
Chiacchia, Twardy, Cooper, Frost and Robe, Wilderness & Environmental Medicine 25, 2014. POS (probability of success) adds up and never
falls; what remains is shared by Bayes' rule. For this law the sector with the highest gain per hour is always the best next
one (Stone, Theory of Optimal Search, 1975).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from commandcenter.dispatch.search.rings import area_m2
from commandcenter.model.ids import Id
from commandcenter.picture.searches import OUTSIDE, SearchView, SectorView, SweepView

SWEEP_FACTORS: Mapping[str, float] = {"high": 1.8, "medium": 1.6, "low": 1.1}
"""Sweep width ÷ mean range of detection, by how visible the object is (Koester et al. 2014)."""


@dataclass(frozen=True, slots=True)
class SectorState:
    """A sector's figures, all shares of 1."""

    sector: SectorView
    area_m2: float
    prior: float
    """POA before any search."""
    pod: float
    """Of all its sweeps together."""
    poa: float
    """POA now, given that nobody was found so far."""
    pos: float
    """What has been gained here: prior × POD."""


@dataclass(frozen=True, slots=True)
class SearchState:
    """The whole search."""

    sectors: tuple[SectorState, ...]
    outside: float
    """POA now of "in none of the sectors"."""
    pos: float
    """Cumulative probability that the person would have been found by now."""
    by_planners: bool
    """Whether planners have rated; else POA goes by area."""


def state_of(search: SearchView) -> SearchState:
    """Return the figures of a search as it stands; only sweeps that were ended count."""
    areas = {sector.id: area_m2(sector.ring) for sector in search.sectors}
    prior = consensus(search.ratings, areas, search.outside)
    pods = {sector.id: together(pod_of(sweep, areas[sector.id]) for sweep in sector.sweeps if sweep.hours) for sector in search.sectors}
    pos = sum(prior[id_] * pod for id_, pod in pods.items())
    left = max(1.0 - pos, 1e-12)
    return SearchState(
        tuple(
            SectorState(s, areas[s.id], prior[s.id], pods[s.id], prior[s.id] * (1 - pods[s.id]) / left, prior[s.id] * pods[s.id])
            for s in search.sectors
        ),
        prior[Id(OUTSIDE)] / left,
        min(1.0, pos),
        bool(search.ratings),
    )


def consensus(ratings: Mapping[str, Mapping[Id, float]], areas: Mapping[Id, float], outside: float) -> dict[Id, float]:
    """Return POA by sector and `OUTSIDE`, adding up to 1: the mean of the opinions, or by area where there is none."""
    places = [*areas, Id(OUTSIDE)]
    opinions = [[max(0.0, weights.get(place, 0.0)) for place in places] for weights in ratings.values()]
    scaled = [[weight / sum(one) for weight in one] for one in opinions if sum(one) > 0]
    if scaled:
        return {place: math.fsum(one[n] for one in scaled) / len(scaled) for n, place in enumerate(places)}
    whole = math.fsum(areas.values())
    inside = {id_: (1 - outside) * area / whole for id_, area in areas.items()} if whole > 0 else dict.fromkeys(areas, 0.0)
    return {**inside, Id(OUTSIDE): outside if whole > 0 else 1.0}


def sweep_width_m(range_m: float, visibility: str) -> float:
    """Return the effective sweep width for a mean range of detection; `visibility` is high, medium or low."""
    return SWEEP_FACTORS[visibility] * range_m


def coverage(sweep: SweepView, area: float, hours: float | None = None) -> float:
    """Return how often a sweep covers an area (m²): sweep width × length of all tracks ÷ area."""
    time_h = (sweep.hours or 0.0) if hours is None else hours
    return sweep.sweep_width_m * sweep.searchers * sweep.speed_kph * 1000 * time_h / area if area > 0 else 0.0


def pod_of(sweep: SweepView, area: float) -> float:
    """Return the probability of detection of one ended sweep."""
    return 1.0 - math.exp(-coverage(sweep, area))


def together(pods: Iterable[float]) -> float:
    """Return the probability of detection of independent sweeps together."""
    missed = 1.0
    for pod in pods:
        missed *= 1.0 - pod
    return 1.0 - missed
