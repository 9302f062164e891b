"""Vehicle trips for a plan of deliveries: which vehicle loads what where, which sites it serves in which order, and when.

Goods are cut into loads (`trip_loads`). Where there are few, the best trips are found exactly (`rounds`). Where there are more,
the most urgent load is planned first with those that go best with it, `WINDOW` at a time and each window exactly, where the time
of a vehicle is worth as much as the loads that still wait for it. The plan says whether it is
proven, and how far off it can be: no plan has its loads there earlier on average than `mean_bound_s`, none has its last one
there before `bound_s`, none does with fewer trips than `least_trips`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from commandcenter.dispatch.loads import Load, load_of
from commandcenter.dispatch.rounds import MOST_DROPS, Driver, Drop, Fleet, Round, best_rounds
from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.supply_flow import Delivery
from commandcenter.dispatch.trip_loads import Consignment, cut, freight_of, least_trips
from commandcenter.dispatch.trip_ways import Vehicle, Ways
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.words import Position, UnitStatus
from commandcenter.picture.views import DepotView, UnitView
from commandcenter.resources.catalogue import Catalogue

LOADING_S = 900.0
"""Loading at the depot, and unloading at each site: a quarter of an hour each, a planning figure to be set by the agency."""
MOST_LOADS = 1000
"""What would need more loads is left, so that a plan always comes to an end."""
WINDOW = 6
"""Loads planned together where there are too many for one exact plan."""
SUPPLY = "supply"
"""The capability of units that drive goods."""
_PAUSE_MS = round(LOADING_S * 1000)


@dataclass(frozen=True, slots=True)
class Stop:
    """One site of a trip. Times are seconds from now."""

    site: Id
    goods: Mapping[str, int]
    loads: int
    """Of how many loads as they were cut."""
    arrives_s: float


@dataclass(frozen=True, slots=True)
class Trip:
    """One drive of one vehicle: to the depot, loading, from site to site."""

    unit: Id
    callsign: str
    number: int
    """Of this vehicle: 1 is its first."""
    depot: Id
    stops: tuple[Stop, ...]
    load: Load
    starts_s: float
    leaves_s: float
    """Loaded, from the depot."""

    @property
    def goods(self) -> dict[str, int]:
        """Return all that is on board."""
        return dict(sum((Counter(stop.goods) for stop in self.stops), Counter[str]()))

    @property
    def ends_s(self) -> float:
        """Return when it arrives at its last site."""
        return self.stops[-1].arrives_s


@dataclass(frozen=True, slots=True)
class TripPlan:
    """All trips by their last arrival, and how far from the best they can be."""

    trips: tuple[Trip, ...]
    left: Mapping[tuple[Id, Id], Mapping[str, int]]
    """(depot, site) → goods that no vehicle can bring."""
    last_s: float
    """When the last load arrives."""
    bound_s: float
    mean_s: float
    """After how long a load arrives on average."""
    mean_bound_s: float
    least_trips: int
    proven: bool
    """No plan has these loads there earlier, tier of urgency by tier of urgency."""


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
    freight = freight_of(deliveries)
    carriers = [vehicle.carrier for vehicle in vehicles]
    loads, left = cut(freight, carriers, catalogue, MOST_LOADS) if vehicles else ([], {pair: Counter(goods) for pair, goods in freight.items()})
    used = {load.site for load in loads}
    ways = Ways([site for site in sites if site.id in used], [d for d in depots if d.id in {load.depot for load in loads}], vehicles, roads)
    schedule = _Schedule(ways, vehicles, catalogue, {site.id: site.priority for site in sites})
    stranded = schedule.carry(loads)
    for load in stranded:
        left[load.depot, load.site] = left.get((load.depot, load.site), Counter()) + Counter(load.goods)
    trips = tuple(sorted(schedule.trips, key=lambda trip: (trip.ends_s, trip.callsign, trip.number)))
    stops = [(trip.depot, stop) for trip in trips for stop in trip.stops]
    brought = max(1, sum(stop.loads for _, stop in stops))
    soonest = [ways.soonest_ms(vehicles, depot, stop.site, _PAUSE_MS) / 1000 for depot, stop in stops]
    waits = _least_waits_s([stop for _, stop in stops], len(vehicles))
    return TripPlan(
        trips=trips,
        left=left,
        last_s=max((stop.arrives_s for _, stop in stops), default=0.0),
        bound_s=max(soonest, default=0.0),
        mean_s=sum(stop.loads * stop.arrives_s for _, stop in stops) / brought,
        mean_bound_s=(sum(stop.loads * first_s for (_, stop), first_s in zip(stops, soonest, strict=True)) + waits) / brought,
        least_trips=least_trips(freight, carriers, catalogue),
        proven=len(loads) <= MOST_DROPS,
    )


def _least_waits_s(stops: Sequence[Stop], vehicles: int) -> float:
    """Return how long all loads together wait at least for the unloading at other places before theirs: places with many loads first."""
    by_site: Counter[Id] = Counter()
    for stop in stops:
        by_site[stop.site] += stop.loads
    counts = sorted(by_site.values(), reverse=True)
    return sum(LOADING_S * count * (n // vehicles) for n, count in enumerate(counts))


class _Schedule:
    """Vehicles with what they have to do so far."""

    def __init__(self, ways: Ways, vehicles: Sequence[Vehicle], catalogue: Catalogue, priorities: Mapping[Id, int]) -> None:
        self._ways, self._vehicles, self._catalogue = ways, vehicles, catalogue
        self._tiers = {priority: tier for tier, priority in enumerate(sorted(set(priorities.values())))}
        self._priorities = priorities
        self._sorts = sorted({(v.profile, v.carrier.load_kg, v.carrier.load_l) for v in vehicles})
        self._free_ms = dict.fromkeys((v.unit for v in vehicles), 0)
        self._place = {v.unit: v.unit for v in vehicles}
        self._count: Counter[Id] = Counter()
        self.trips: list[Trip] = []

    def carry(self, loads: Sequence[Consignment]) -> list[Consignment]:
        """Add trips for all loads; return those that nobody can bring."""
        waiting = sorted(loads, key=lambda load: (self._tier(load), self._soonest_ms(load), load.depot, load.site))
        stranded: list[Consignment] = []
        while waiting:
            chosen = waiting if len(loads) <= MOST_DROPS else self._window(waiting)
            ids = {id(load) for load in chosen}
            waiting = [load for load in waiting if id(load) not in ids]
            done = self._plan(chosen, [self._tier(load) for load in waiting])
            stranded += [load for n, load in enumerate(chosen) if n not in done]
        return stranded

    def _tier(self, load: Consignment) -> int:
        return self._tiers[self._priorities[load.site]]

    def _soonest_ms(self, load: Consignment) -> float:
        return self._ways.soonest_ms(self._vehicles, load.depot, load.site, _PAUSE_MS)

    def _window(self, waiting: Sequence[Consignment]) -> list[Consignment]:
        """Return the first load with those that go best with it: as urgent, from the same depot, to places near by."""
        first = waiting[0]
        profile = self._vehicles[0].profile

        def beside(load: Consignment) -> tuple[int, bool, float]:
            hop_ms = self._ways.ms(profile, first.site, load.site)
            return self._tier(load), load.depot != first.depot, math.inf if hop_ms is None else hop_ms

        return [first, *sorted(waiting[1:], key=beside)[: WINDOW - 1]]

    def _plan(self, loads: Sequence[Consignment], behind: Sequence[int]) -> set[int]:
        """Add the best trips for these loads after what is planned; return the numbers of those that are brought."""
        depots = sorted({load.depot for load in loads})
        weights = [load_of(load.goods, self._catalogue) for load in loads]
        drops = [
            Drop(depots.index(load.depot), self._tier(load), math.ceil(w.weight_kg * 1000 - 1e-6), math.ceil(w.volume_l * 1000 - 1e-6))
            for load, w in zip(loads, weights, strict=True)
        ]
        rounds = best_rounds(drops, self._fleets(loads, depots), self._drivers(depots), _PAUSE_MS, behind)
        for made in rounds:
            self._add(self._vehicles[made.driver], depots[made.depot], made, loads)
        return {n for made in rounds for n in made.drops}

    def _fleets(self, loads: Sequence[Consignment], depots: Sequence[Id]) -> list[Fleet]:
        def table(profile: str, origins: Sequence[Id], targets: Sequence[Id]) -> list[list[int | None]]:
            return [[self._ways.ms(profile, origin, target) for target in targets] for origin in origins]

        places = [load.site for load in loads]
        return [
            Fleet(
                kg * 1000,
                litres * 1000,
                table(profile, depots, places),
                [[-_PAUSE_MS if a == b else self._ways.ms(profile, a, b) for b in places] for a in places],
                table(profile, places, depots),
            )
            for profile, kg, litres in self._sorts
        ]

    def _drivers(self, depots: Sequence[Id]) -> list[Driver]:
        return [
            Driver(
                self._sorts.index((v.profile, v.carrier.load_kg, v.carrier.load_l)),
                self._free_ms[v.unit],
                [self._ways.ms(v.profile, self._place[v.unit], depot) for depot in depots],
            )
            for v in self._vehicles
        ]

    def _add(self, vehicle: Vehicle, depot: Id, made: Round, loads: Sequence[Consignment]) -> None:
        starts_ms = self._free_ms[vehicle.unit]
        leaves_ms = clock_ms = starts_ms + self._drive_ms(vehicle, self._place[vehicle.unit], depot) + _PAUSE_MS
        stops, at = [], depot
        for site, together in groupby((loads[n] for n in made.drops), key=lambda load: load.site):
            clock_ms += self._drive_ms(vehicle, at, site)
            parts = [Counter(load.goods) for load in together]
            stops.append(Stop(site, dict(sum(parts, Counter[str]())), len(parts), clock_ms / 1000))
            clock_ms, at = clock_ms + _PAUSE_MS, site
        self._count[vehicle.unit] += 1
        load = load_of(sum((Counter(stop.goods) for stop in stops), Counter[str]()), self._catalogue)
        number = self._count[vehicle.unit]
        self.trips.append(Trip(vehicle.unit, vehicle.callsign, number, depot, tuple(stops), load, starts_ms / 1000, leaves_ms / 1000))
        self._free_ms[vehicle.unit], self._place[vehicle.unit] = clock_ms, at

    def _drive_ms(self, vehicle: Vehicle, origin: Id, target: Id) -> int:
        found = self._ways.ms(vehicle.profile, origin, target)
        assert found is not None  # noqa: S101 - only ways that lead there are planned
        return found
