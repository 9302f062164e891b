"""Freight cut into loads that vehicles can carry: one load goes whole, on one vehicle, to one place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

from commandcenter.dispatch.loads import load_of
from commandcenter.dispatch.supply_flow import Delivery
from commandcenter.model.ids import Id
from commandcenter.resources.catalogue import Carrier, Catalogue

Freight = Mapping[tuple[Id, Id], Counter[str]]
"""(depot, site) → goods."""


@dataclass(frozen=True, slots=True)
class Consignment:
    """One load from a depot to a site."""

    depot: Id
    site: Id
    goods: Mapping[str, int]


def freight_of(deliveries: Sequence[Delivery]) -> Freight:
    """Return what must go from where to where."""
    freight: defaultdict[tuple[Id, Id], Counter[str]] = defaultdict(Counter)
    for delivery in deliveries:
        freight[delivery.depot, delivery.site][delivery.item] += delivery.quantity
    return freight


def cut(
    freight: Freight, carriers: Sequence[Carrier], catalogue: Catalogue, most: int
) -> tuple[list[Consignment], dict[tuple[Id, Id], Counter[str]]]:
    """Return at most so many loads, and the goods that are in none.

    What fits on the largest vehicle stays together. More is cut for the sorts of vehicles in turn, the largest first, so that all can help.
    """
    turn = sorted(set(carriers), key=lambda carrier: (-carrier.load_kg, -carrier.load_l, carrier.kind))
    loads: list[Consignment] = []
    left: dict[tuple[Id, Id], Counter[str]] = {}
    for (depot, site), goods in freight.items():
        rest, idle = Counter(goods), 0
        for carrier in cycle(turn):
            part = fill(rest, carrier, catalogue) if len(loads) < most else {}
            idle = 0 if part else idle + 1
            if part:
                loads.append(Consignment(depot, site, part))
                rest.subtract(part)
            if not +rest or idle >= len(turn):
                break
        if +rest:
            left[depot, site] = +rest
    return loads, left


def fill(goods: Mapping[str, int], carrier: Carrier, catalogue: Catalogue) -> dict[str, int]:
    """Return as much of the goods, in their order, as a vehicle can carry at once."""
    left_g, left_ml = carrier.load_kg * 1000, carrier.load_l * 1000
    taken = {}
    for item, quantity in goods.items():
        known = catalogue.items.get(item)
        weight_g, volume_ml = (known.weight_g, known.volume_ml) if known is not None else (0, 0)
        fits = min(quantity, left_g // weight_g if weight_g else quantity, left_ml // volume_ml if volume_ml else quantity)
        if fits > 0:
            taken[item] = fits
            left_g -= fits * weight_g
            left_ml -= fits * volume_ml
    return taken


def least_trips(freight: Freight, carriers: Sequence[Carrier], catalogue: Catalogue) -> int:
    """Return how many trips no plan can do without: those that all goods of each depot need on the largest vehicles."""
    by_depot: defaultdict[Id, Counter[str]] = defaultdict(Counter)
    for (depot, _), goods in freight.items():
        by_depot[depot].update(goods)
    if not carriers:
        return 0
    most_kg, most_l = max(c.load_kg for c in carriers), max(c.load_l for c in carriers)
    loads = [load_of(goods, catalogue) for goods in by_depot.values()]
    return sum(max(1, -int(-max(load.weight_kg / most_kg, load.volume_l / most_l) // 1)) for load in loads)
