"""Where goods come from: the nearest depot by road that has enough; split over the nearest where none has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property

from commandcenter.dispatch.fefo import fresh
from commandcenter.dispatch.musters import Musters
from commandcenter.dispatch.now import iso_day
from commandcenter.dispatch.phrases import clock, km
from commandcenter.dispatch.recommendation import SupplySource, Unfilled
from commandcenter.dispatch.situation import Request, Situation
from commandcenter.model.ids import Id
from commandcenter.model.ports import Arrival, Muster, Roads
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.picture.views import DepotView
from commandcenter.resources.catalogue import Catalogue, Term

SUPPLY_PROFILE = "heavy_truck"
"""Goods travel by truck: its height and weight limits hold."""

_FIRST_LOOK = 2
"""Depots to find at first; usually the nearest has enough."""


@dataclass(frozen=True, slots=True)
class _Source:
    depot: DepotView
    arrival: Arrival


class Stores:
    """What the depots of a situation have that has not expired. Immutable, safe in any thread."""

    def __init__(self, situation: Situation, roads: Roads, musters: Musters) -> None:
        """`roads` has the closures in force; `musters` knows what was found before."""
        self._musters = musters
        today = iso_day(situation.now_ms)
        self.depots = tuple(sorted((fresh(depot, today) for depot in situation.depots), key=lambda d: (d.name, d.id)))
        self._roads = roads

    @cached_property
    def _trucks(self) -> Muster | None:
        at_depots = [depot.at for depot in self.depots]
        known = SUPPLY_PROFILE in self._roads.profiles
        return self._musters.muster(self._roads, at_depots, SUPPLY_PROFILE, [0.0] * len(at_depots)) if known else None

    def without(self, sources: Sequence[SupplySource]) -> Stores:
        """Return the stores with these goods promised, so that nobody else in the same plan is promised them, too."""
        if not sources:
            return self
        more: dict[Id, Counter[str]] = {}
        for source in sources:
            more.setdefault(source.depot_id, Counter())[source.item] += source.quantity
        left = copy(self)
        left.depots = tuple(replace(d, reserved=Counter(d.reserved) + more[d.id]) if d.id in more else d for d in self.depots)
        return left

    def nearest(self, at: LonLat, count: int) -> list[_Source]:
        """Return so many depots that are nearest by road, best first; fewer where no more have a way."""
        if not self.depots or self._trucks is None:
            return []
        everyone = tuple(range(len(self.depots)))
        return [_Source(self.depots[a.origin], a) for a in self._trucks.first(at, everyone, count)[:count]]


def plan_supplies(
    request: Request, wanted: Mapping[str, int], stores: Stores, catalogue: Catalogue
) -> tuple[tuple[SupplySource, ...], tuple[Unfilled, ...]]:
    """Return the sources of what is wanted and not yet promised, and what no depot can give."""
    promised = request.reserved or {}
    missing = {item: quantity - promised.get(item, 0) for item, quantity in wanted.items() if quantity > promised.get(item, 0)}
    if not missing:
        return (), ()
    by_road = _by_road(request.at, missing, stores)
    sources: list[SupplySource] = []
    unmet: list[Unfilled] = []
    for item, quantity in missing.items():
        name = catalogue.items.get(item) or Term(item, item, item)
        taken = _take(by_road, item, quantity, name)
        sources += taken
        short = quantity - sum(s.quantity for s in taken)
        if short:
            unmet.append(Unfilled(f"supply-{item}", item, short, _why_short(stores.depots, by_road, item, name)))
    return tuple(sources), tuple(unmet)


def _by_road(at: LonLat, missing: Mapping[str, int], stores: Stores) -> list[_Source]:
    """Return the nearest depots, best first: a few where one of them has enough of each item, else all."""
    found: list[_Source] = []
    for k in (_FIRST_LOOK, len(stores.depots)):
        found = stores.nearest(at, k)
        if all(any(s.depot.free(item) >= quantity for s in found) for item, quantity in missing.items()):
            break
    return found


def _take(by_road: Sequence[_Source], item: str, quantity: int, name: Term) -> list[SupplySource]:
    whole = next((s for s in by_road if s.depot.free(item) >= quantity), None)
    if whole is not None:
        skipped = by_road[: by_road.index(whole)]
        return [_source(whole, item, quantity, _why_whole(whole, skipped, name))]
    taken = []
    for source in by_road:
        part = min(quantity, max(0, source.depot.free(item)))
        if part:
            reason = say(
                "No depot has enough {item}; {quantity} of it from here: {km} km, {eta}.",
                item=name,
                quantity=part,
                km=km(source.arrival.distance_m),
                eta=clock(source.arrival.eta_s),
            )
            taken.append(_source(source, item, part, reason))
            quantity -= part
    return taken


def _source(source: _Source, item: str, quantity: int, reason: Sentence) -> SupplySource:
    return SupplySource(source.depot.id, source.depot.name, item, quantity, source.arrival.distance_m, source.arrival.eta_s, reason)


def _why_whole(source: _Source, skipped: Sequence[_Source], name: Term) -> Sentence:
    facts: dict[str, object] = {"item": name, "km": km(source.arrival.distance_m), "eta": clock(source.arrival.eta_s)}
    if skipped:
        return say("Nearest depot with enough {item}: {km} km, {eta}; {other} is nearer and has too little.", **facts, other=skipped[0].depot.name)
    return say("Nearest depot with enough {item}: {km} km, {eta}.", **facts)


def _why_short(depots: Sequence[DepotView], by_road: Sequence[_Source], item: str, name: Term) -> Sentence:
    if not depots:
        return say("There is no depot.")
    if not any(d.free(item) > 0 for d in depots):
        return say("No depot has any {item} left.", item=name)
    reachable = {s.depot.id for s in by_road}
    cut_off = next((d for d in depots if d.free(item) > 0 and d.id not in reachable), None)
    if cut_off is not None:
        return say("{depot} has {item}, but no road leads from there.", depot=cut_off.name, item=name)
    return say("All depots together have too little {item}.", item=name)
