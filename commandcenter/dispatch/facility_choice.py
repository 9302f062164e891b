"""Which hospital or shelter: those that can, ranked by road time and load; then those that reported nothing; a reason for every other one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.dispatch.phrases import clock, km
from commandcenter.model.ids import Id
from commandcenter.model.ports import Arrival, Roads
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.picture.care import FacilityView
from commandcenter.resources.catalogue import Catalogue, Term, Terms

BUSY_FROM = 0.85
"""From this share of taken places on a hospital becomes a risk (Bagust, Place and Posnett, BMJ 319, 1999: above 85 %)."""
FULL_PRICE_S = 900.0
"""A facility that would be full counts as a quarter of an hour farther off, one at `BUSY_FROM` as it stands; agency's choice."""


@dataclass(frozen=True, slots=True)
class Need:
    """What the people need."""

    care: str
    """Code of a kind of places."""
    people: int = 1
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A facility that can take them, or has not said whether it can."""

    facility: Id
    name: str
    eta_s: float
    distance_m: float
    free: int | None
    """`None`: it has reported nothing."""
    load: float | None
    """Share that would be taken with them."""
    price_s: float
    """What it is ranked by: road time and the price of its load; those that reported nothing come after all others."""
    reason: Sentence


@dataclass(frozen=True, slots=True)
class NotChosen:
    """A facility that cannot take them, and why."""

    facility: Id
    name: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Choice:
    """Facilities that can, best first, and all others."""

    options: tuple[Option, ...]
    rejected: tuple[NotChosen, ...]
    split: tuple[tuple[Id, int], ...] = ()
    """Where no facility is known to have room for all of them: (facility, people) nearest first, as many as there is room for."""


def choose(need: Need, at: LonLat, profile: str, facilities: Sequence[FacilityView], catalogue: Catalogue, roads: Roads) -> Choice:
    """Rank the facilities for people at a place. `roads` has the closures in force. Safe in any thread."""
    care = catalogue.care.get(need.care)
    able = [f for f in facilities if care is not None and f.kind == care.at.value]
    rejected = [NotChosen(f.id, f.name, why) for f in able if (why := _why_never(f, need, catalogue)) is not None]
    never = {one.facility for one in rejected}
    fitting = [f for f in able if f.id not in never]
    options: list[Option] = []
    partly: list[tuple[float, Id, int]] = []
    for facility, arrival in zip(fitting, _arrivals(fitting, at, profile, roads), strict=True):
        capacity = facility.places.get(need.care)
        free = max(0, capacity.free) if capacity is not None else 0
        if arrival is None:
            rejected.append(NotChosen(facility.id, facility.name, roads.why_unreachable(at, facility.at, profile)))
        elif capacity is None:
            options.append(_unreported(facility, arrival, need, catalogue))
        elif free < need.people:
            rejected.append(NotChosen(facility.id, facility.name, _why_full(free, need, catalogue)))
            partly.append((arrival.eta_s, facility.id, free))
        else:
            options.append(_option(facility, arrival, free, need, catalogue))
    options.sort(key=lambda o: (o.free is None, o.price_s, o.name, o.facility))
    sure = any(option.free is not None for option in options)
    split = () if sure else _split(sorted(partly), need.people)
    return Choice(tuple(options), tuple(sorted(rejected, key=lambda r: (r.name, r.facility))), split)


def _arrivals(facilities: Sequence[FacilityView], at: LonLat, profile: str, roads: Roads) -> list[Arrival | None]:
    if not facilities or profile not in roads.profiles:
        return [None] * len(facilities)
    return [row[0] for row in roads.matrix([f.at for f in facilities], [at], profile)]


def _option(facility: FacilityView, arrival: Arrival, free: int, need: Need, catalogue: Catalogue) -> Option:
    total = facility.places[need.care].total
    load = (total - free + need.people) / total
    price_s = arrival.eta_s + FULL_PRICE_S * max(0.0, load - BUSY_FROM) / (1 - BUSY_FROM)
    reason = _why(arrival.eta_s, arrival.distance_m, free, load, catalogue, need)
    return Option(facility.id, facility.name, arrival.eta_s, arrival.distance_m, free, load, price_s, reason)


def _unreported(facility: FacilityView, arrival: Arrival, need: Need, catalogue: Catalogue) -> Option:
    """Offer a facility of which only the way is known."""
    way = {"km": km(arrival.distance_m), "eta": clock(arrival.eta_s), "care": _term(catalogue, need.care)}
    reason = say("{km} km, {eta}; has reported nothing, so ask first: {care}.", **way)
    return Option(facility.id, facility.name, arrival.eta_s, arrival.distance_m, None, None, arrival.eta_s, reason)


def _why_never(facility: FacilityView, need: Need, catalogue: Catalogue) -> Sentence | None:
    if not facility.open:
        return say("Takes nobody in: {reason}", reason=facility.reason) if facility.reason else say("Takes nobody in.")
    missing = [service for service in need.services if service not in facility.services]
    if missing:
        return say("Has no {services}.", services=Terms(tuple(_term(catalogue, code) for code in missing)))
    return None


def _why_full(free: int, need: Need, catalogue: Catalogue) -> Sentence:
    care = _term(catalogue, need.care)
    if free == 0:
        return say("Full: {care}.", care=care)
    return say("Only {free} free of {wanted} wanted: {care}.", free=free, wanted=need.people, care=care)


def _why(eta_s: float, distance_m: float, free: int, load: float, catalogue: Catalogue, need: Need) -> Sentence:
    facts: dict[str, object] = {
        "km": km(distance_m),
        "eta": clock(eta_s),
        "free": free,
        "care": _term(catalogue, need.care),
        "load": round(load * 100),
    }
    if load > BUSY_FROM:
        return say("{km} km, {eta}; {free} free: {care}; {load} % taken with them, so it counts as farther off.", **facts)
    return say("{km} km, {eta}; {free} free: {care}; {load} % taken with them.", **facts)


def _split(partly: Sequence[tuple[float, Id, int]], people: int) -> tuple[tuple[Id, int], ...]:
    parts = []
    for _, facility, free in partly:
        part = min(free, people)
        if part:
            parts.append((facility, part))
            people -= part
    return tuple(parts) if not people else ()


def _term(catalogue: Catalogue, code: str) -> Term:
    return catalogue.care.get(code) or Term(code, code, code)
