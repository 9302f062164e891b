"""Vehicle trips for a plan of deliveries: which vehicle loads what where, when it leaves and when it arrives.

List scheduling (Graham, SIAM J. Appl. Math. 17, 1969): the most urgent site first, then the one farthest off; each time the
vehicle that would arrive first takes as much as it can carry by weight and room, until all is on its way. Every trip serves one
site. Vehicle routing with fixed charges is hard, so this is no proven optimum; the plan says how far off it can be: no plan has
its last load there before `bound_s`, none does with fewer trips than `least_trips`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.loads import Load, load_of
from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.supply_flow import Delivery
from commandcenter.model.ids import Id
from commandcenter.model.ports import Arrival, Roads
from commandcenter.model.words import LonLat, Position, UnitStatus
from commandcenter.picture.views import DepotView, UnitView
from commandcenter.resources.catalogue import Carrier, Catalogue

LOADING_S = 900.0
"""Loading at the depot, and unloading at the site: a quarter of an hour each, a planning figure to be set by the agency."""
MOST_TRIPS = 1000
"""What would need more trips is left, so that a plan always comes to an end."""
SUPPLY = "supply"
"""The capability of units that drive goods."""


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A unit that can carry goods, where it is now."""

    unit: Id
    callsign: str
    profile: str
    at: LonLat
    carrier: Carrier


@dataclass(frozen=True, slots=True)
class Trip:
    """One drive of one vehicle: to the depot, loading, to the site. Times are seconds from now."""

    unit: Id
    callsign: str
    number: int
    """Of this vehicle: 1 is its first."""
    depot: Id
    site: Id
    goods: Mapping[str, int]
    load: Load
    starts_s: float
    leaves_s: float
    """Loaded, from the depot."""
    arrives_s: float


@dataclass(frozen=True, slots=True)
class TripPlan:
    """All trips by arrival, and how far from the best they can be."""

    trips: tuple[Trip, ...]
    left: Mapping[tuple[Id, Id], Mapping[str, int]]
    """(depot, site) → goods that no vehicle can bring."""
    last_s: float
    """When the last load arrives."""
    bound_s: float
    least_trips: int


def vehicles_of(units: Sequence[UnitView], positions: Mapping[Id, Position], catalogue: Catalogue) -> list[Vehicle]:
    """Return the available units that drive goods, by callsign."""
    return [
        Vehicle(unit.id, unit.callsign, unit.profile, positions[unit.id].at if unit.id in positions else unit.at, catalogue.carriers[unit.kind])
        for unit in sorted(units, key=lambda u: (u.callsign, u.id))
        if unit.kind in catalogue.carriers and unit.capabilities.get(SUPPLY) and unit.incident is None and unit.status == UnitStatus.AVAILABLE
    ]


def plan_trips(
    deliveries: Sequence[Delivery],
    sites: Sequence[Site],
    depots: Sequence[DepotView],
    vehicles: Sequence[Vehicle],
    catalogue: Catalogue,
    roads: Roads,
) -> TripPlan:
    """Return the trips that bring all deliveries. `roads` has the closures in force. Safe in any thread."""
    freight: defaultdict[tuple[Id, Id], Counter[str]] = defaultdict(Counter)
    for delivery in deliveries:
        freight[delivery.depot, delivery.site][delivery.item] += delivery.quantity
    least = sum(_least_trips(goods, vehicles, catalogue) for goods in freight.values())
    schedule = _Schedule(_Ways(sites, depots, vehicles, roads), vehicles, catalogue)
    urgent = {site.id: site.priority for site in sites}
    for (depot, site), goods in sorted(freight.items(), key=lambda one: (urgent[one[0][1]], -schedule.ways.soonest_s(*one[0]), one[0])):
        schedule.carry(depot, site, goods)
    trips = tuple(sorted(schedule.trips, key=lambda trip: (trip.arrives_s, trip.callsign, trip.number)))
    bound_s = max((schedule.ways.soonest_s(trip.depot, trip.site) for trip in trips), default=0.0)
    left = {pair: {item: count for item, count in goods.items() if count} for pair, goods in freight.items() if +goods}
    return TripPlan(trips, left, max((trip.arrives_s for trip in trips), default=0.0), bound_s, least)


class _Ways:
    """Driving times in seconds between all places, by vehicle."""

    def __init__(self, sites: Sequence[Site], depots: Sequence[DepotView], vehicles: Sequence[Vehicle], roads: Roads) -> None:
        self._vehicles = vehicles
        self._to_depot: dict[tuple[str, Id, Id], float] = {}
        self._to_site: dict[tuple[str, Id, Id], float] = {}
        froms = [(v.unit, v.at) for v in vehicles] + [(s.id, s.at) for s in sites]
        for profile in {v.profile for v in vehicles} & set(roads.profiles):
            there = roads.matrix([d.at for d in depots], [at for _, at in froms], profile)
            self._fill(self._to_depot, profile, [d.id for d in depots], [id_ for id_, _ in froms], there)
            out = roads.matrix([s.at for s in sites], [d.at for d in depots], profile)
            self._fill(self._to_site, profile, [s.id for s in sites], [d.id for d in depots], out)

    @staticmethod
    def _fill(
        into: dict[tuple[str, Id, Id], float], profile: str, targets: Sequence[Id], origins: Sequence[Id], rows: Sequence[Sequence[Arrival | None]]
    ) -> None:
        for target, row in zip(targets, rows, strict=True):
            for origin, arrival in zip(origins, row, strict=True):
                if arrival is not None:
                    into[profile, origin, target] = arrival.eta_s

    def leaves_s(self, vehicle: Vehicle, place: Id, depot: Id) -> float:
        """Return how long a vehicle takes from a place until it is loaded at a depot."""
        return self._to_depot.get((vehicle.profile, place, depot), math.inf) + LOADING_S

    def drive_s(self, vehicle: Vehicle, depot: Id, site: Id) -> float:
        """Return how long it drives from a depot to a site."""
        return self._to_site.get((vehicle.profile, depot, site), math.inf)

    def soonest_s(self, depot: Id, site: Id) -> float:
        """Return when the first vehicle could be there, had it nothing else to do."""
        ways = (self.leaves_s(v, v.unit, depot) + self.drive_s(v, depot, site) for v in self._vehicles)
        return min(ways, default=math.inf)


class _Schedule:
    """Vehicles with what they have to do so far."""

    def __init__(self, ways: _Ways, vehicles: Sequence[Vehicle], catalogue: Catalogue) -> None:
        self.ways, self.trips = ways, list[Trip]()
        self._vehicles, self._catalogue = vehicles, catalogue
        self._free_s = {v.unit: 0.0 for v in vehicles}
        self._place = {v.unit: v.unit for v in vehicles}
        self._count: Counter[Id] = Counter()

    def carry(self, depot: Id, site: Id, goods: Counter[str]) -> None:
        """Add trips until nothing is left or nobody can take it; `goods` keeps the rest."""
        while +goods and len(self.trips) < MOST_TRIPS:
            loads = {carrier: fill(goods, carrier, self._catalogue) for carrier in {vehicle.carrier for vehicle in self._vehicles}}
            able = [vehicle for vehicle in self._vehicles if loads[vehicle.carrier]]
            first = min(able, key=lambda vehicle: (self._arrives_s(vehicle, depot, site), vehicle.callsign), default=None)
            if first is None or self._arrives_s(first, depot, site) == math.inf:
                return
            part = loads[first.carrier]
            self._add(first, depot, site, part, self._arrives_s(first, depot, site))
            goods.subtract(part)

    def _arrives_s(self, vehicle: Vehicle, depot: Id, site: Id) -> float:
        ready_s = self._free_s[vehicle.unit] + self.ways.leaves_s(vehicle, self._place[vehicle.unit], depot)
        return ready_s + self.ways.drive_s(vehicle, depot, site)

    def _add(self, vehicle: Vehicle, depot: Id, site: Id, goods: dict[str, int], arrives_s: float) -> None:
        self._count[vehicle.unit] += 1
        starts_s = self._free_s[vehicle.unit]
        leaves_s = arrives_s - self.ways.drive_s(vehicle, depot, site)
        load = load_of(goods, self._catalogue)
        self.trips.append(Trip(vehicle.unit, vehicle.callsign, self._count[vehicle.unit], depot, site, goods, load, starts_s, leaves_s, arrives_s))
        self._free_s[vehicle.unit] = arrives_s + LOADING_S
        self._place[vehicle.unit] = site


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


def _least_trips(goods: Mapping[str, int], vehicles: Sequence[Vehicle], catalogue: Catalogue) -> int:
    if not vehicles:
        return 0
    load = load_of(goods, catalogue)
    by_weight = load.weight_kg / max(v.carrier.load_kg for v in vehicles)
    by_room = load.volume_l / max(v.carrier.load_l for v in vehicles)
    return max(1, math.ceil(max(by_weight, by_room) - 1e-9))
