"""A route in words: what the driver does next, where, and after how far. Sentences, so that every language can say them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.dispatch.distance import air_m
from commandcenter.model.ports import Leg, Route
from commandcenter.model.sentences import ProperName, Sentence, say
from commandcenter.model.words import LonLat

ON_FOOT_M = 25.0
"""A shorter walk from the road is not worth words."""
_COMPASS = (
    say("north"),
    say("north-east"),
    say("east"),
    say("south-east"),
    say("south"),
    say("south-west"),
    say("west"),
    say("north-west"),
)
_NAMED = {
    "continue": say("Go on along {street}"),
    "slight_left": say("Bear left into {street}"),
    "left": say("Turn left into {street}"),
    "sharp_left": say("Turn sharp left into {street}"),
    "slight_right": say("Bear right into {street}"),
    "right": say("Turn right into {street}"),
    "sharp_right": say("Turn sharp right into {street}"),
    "u_turn": say("Turn round, back along {street}"),
    "roundabout": say("Into the roundabout {street}"),
}
_NAMELESS = {
    "continue": say("Go straight on"),
    "slight_left": say("Bear left"),
    "left": say("Turn left"),
    "sharp_left": say("Turn sharp left"),
    "slight_right": say("Bear right"),
    "right": say("Turn right"),
    "sharp_right": say("Turn sharp right"),
    "u_turn": say("Turn round"),
    "roundabout": say("Into the roundabout"),
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One instruction."""

    manoeuvre: str
    """As `ports.Leg.manoeuvre`; for its arrow."""
    words: Sentence
    at: LonLat
    after_m: float
    """Driven since setting out."""
    after_s: float
    for_m: float
    """To the next instruction."""


def turn_list(route: Route) -> tuple[Turn, ...]:
    """Return the instructions of a route in order; the last is the arrival, or the walk from the road where there is one."""
    turns: list[Turn] = []
    after_m = after_s = 0.0
    legs = list(route.legs)
    n = 0
    while n < len(legs):
        leg, for_m, for_s = legs[n], legs[n].distance_m, legs[n].eta_s
        out = legs[n + 1] if leg.manoeuvre == "roundabout" and leg.exit and n + 1 < len(legs) and legs[n + 1].manoeuvre != "arrive" else None
        if out is not None:
            for_m, for_s, n = for_m + out.distance_m, for_s + out.eta_s, n + 1
        turns.append(Turn(leg.manoeuvre, _words(route, leg, out), leg.at, after_m, after_s, for_m))
        after_m, after_s, n = after_m + for_m, after_s + for_s, n + 1
    walk_m = air_m(route.points[-2], route.points[-1]) if len(route.points) > 1 else 0.0
    if turns and walk_m > ON_FOOT_M:
        turns.append(Turn("walk", say("The last {metres} m on foot", metres=10 * round(walk_m / 10)), route.points[-2], after_m, after_s, walk_m))
    return tuple(turns)


def differs_by(route: Route, others: Sequence[Route]) -> ProperName | None:
    """Return the street that a route uses longest and none of the others does; `None` where there is none."""
    known = {leg.street for other in others for leg in other.legs}
    along: dict[str, float] = {}
    for leg in route.legs:
        if leg.street and leg.street not in known:
            along[leg.street] = along.get(leg.street, 0.0) + leg.distance_m
    longest = max(along, key=lambda street: (along[street], street), default="")
    return next((_street(leg) for leg in route.legs if leg.street == longest), None) if longest else None


def _words(route: Route, leg: Leg, out: Leg | None) -> Sentence:
    if out is not None:
        street = _street(out) or _street(leg)
        if street is not None:
            return say("At the roundabout take exit {exit} into {street}", exit=leg.exit, street=street)
        return say("At the roundabout take exit {exit}", exit=leg.exit)
    if leg.manoeuvre == "depart":
        towards = _towards(route)
        if leg.street:
            return say("Set out {direction} along {street}", direction=towards, street=_street(leg))
        return say("Set out {direction}", direction=towards)
    if leg.manoeuvre == "arrive":
        return say("Arrive in {street}", street=_street(leg)) if leg.street else say("Arrive")
    return Sentence(_NAMED[leg.manoeuvre].template, {"street": _street(leg)}) if leg.street else _NAMELESS[leg.manoeuvre]


def _street(leg: Leg) -> ProperName | None:
    return ProperName(leg.street, leg.names) if leg.street else None


def _towards(route: Route) -> Sentence:
    """Return the compass direction of the first stretch on the road."""
    points = route.points[1:] if len(route.points) > 2 else route.points
    start = points[0]
    end = next((at for at in points[1:] if air_m(start, at) > ON_FOOT_M), points[-1])
    bearing = math.degrees(math.atan2((end.lon - start.lon) * math.cos(math.radians(start.lat)), end.lat - start.lat))
    return _COMPASS[round(bearing / 45) % 8]
