"""How much a choice hangs on one road: the worst arrival if any single place on the way were closed."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from commandcenter.dispatch.phrases import clock
from commandcenter.model.ports import Roads, Route, Shape
from commandcenter.model.sentences import ProperName, Sentence, say
from commandcenter.model.words import LonLat

MOST_PLACES = 40
"""Places tried along the way; each costs about a millisecond."""
_ENDS = 0.05
"""Share of the time at either end that is left out: whoever stands behind a closure there walks round it."""


@dataclass(frozen=True, slots=True)
class Fragility:
    """The worst single closure among the places tried."""

    eta_s: float
    """Driving time as things stand."""
    worst_s: float | None
    """Driving time with that closure; `None`: then no road is left."""
    at: LonLat
    street: str
    tried: int
    sentence: Sentence


def fragility(
    roads: Roads, shapes: Sequence[Shape], origin: LonLat, target: LonLat, profile: str, *, stopped: Callable[[], bool] = lambda: False
) -> Fragility | None:
    """Return what the worst single closure does to a way; `None` without a road, on a way too short to ask, or when `stopped`.

    `roads` is without closures, `shapes` are those in force. Bounded by `MOST_PLACES`; safe in any thread.
    """
    now = roads.with_closures(shapes)
    route = now.route(origin, target, profile)
    if route is None:
        return None
    worst: tuple[float, LonLat, float] | None = None
    places = _places(route)
    for at, time_s in places:
        if stopped():
            return None
        found = roads.with_closures([*shapes, Shape((at,))]).muster([origin], profile, [0.0]).first(target, (0,), 1)
        eta_s = found[0].eta_s if found else float("inf")
        if worst is None or eta_s > worst[0]:
            worst = (eta_s, at, time_s)
    return None if worst is None else _said(route, *worst, len(places))


def _places(route: Route) -> list[tuple[LonLat, float]]:
    """Return places spread evenly in time along a route, in the middle between two of its points, with their times."""
    first, last = route.eta_s * _ENDS, route.eta_s * (1 - _ENDS)
    steps = [first + (last - first) * (n + 0.5) / MOST_PLACES for n in range(MOST_PLACES)]
    pieces = sorted({min(len(route.points) - 1, max(1, bisect.bisect_left(route.times_s, step))) for step in steps})
    middles = []
    for n in pieces:
        a, b = route.points[n - 1], route.points[n]
        time_s = (route.times_s[n - 1] + route.times_s[n]) / 2
        if first <= time_s <= last:
            middles.append((LonLat((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), time_s))
    return middles


def _said(route: Route, eta_s: float, at: LonLat, time_s: float, tried: int) -> Fragility:
    ends = list(accumulate(leg.eta_s for leg in route.legs))
    leg = route.legs[min(len(ends) - 1, bisect.bisect_left(ends, time_s))] if ends else None
    street = leg.street if leg is not None else ""
    where: object = ProperName(leg.street, leg.names) if leg is not None and leg.street else say("one place on the way")
    if eta_s == float("inf"):
        return Fragility(route.eta_s, None, at, street, tried, say("If {where} were closed, no road would be left.", where=where))
    sentence = say("If {where} were closed, the drive would take {eta} instead of {eta2}.", where=where, eta=clock(eta_s), eta2=clock(route.eta_s))
    return Fragility(route.eta_s, eta_s, at, street, tried, sentence)
