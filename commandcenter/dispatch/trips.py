"""Vehicle trips for a plan of deliveries: which vehicle loads what where, which sites it serves in which order, and when.

Goods are cut into loads (`trip_loads`). Where there are few, the best trips are found exactly (`rounds`). Where there are more,
good ones are searched for (`trip_search`). The plan says whether it is
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
from commandcenter.dispatch.rounds import MOST_DROPS, Driver, Drop, Fleet, best_rounds
from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.supply_flow import Delivery
from commandcenter.dispatch.trip_loads import Consignment, cut, freight_of, least_trips
from commandcenter.dispatch.trip_search import Bundle, Carter, good_runs
from commandcenter.dispatch.trip_ways import Vehicle, Ways
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.progress import Progress
from commandcenter.model.words import Position, UnitStatus
from commandcenter.picture.views import DepotView, UnitView
from commandcenter.resources.catalogue import Catalogue

LOADING_S = 900.0
"""Loading at the depot, and unloading at each site: a quarter of an hour each, a planning figure to be set by the agency."""
MOST_LOADS = 1000
"""What would need more loads is left, so that a plan always comes to an end."""
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
    progress: Progress | None = None,
) -> TripPlan:
    """Return the trips that bring all deliveries. `roads` has the closures in force. Safe in any thread. What `progress` raises ends the work."""
    freight = freight_of(deliveries)
    carriers = [vehicle.carrier for vehicle in vehicles]
    loads, left = cut(freight, carriers, catalogue, MOST_LOADS) if vehicles else ([], {pair: Counter(goods) for pair, goods in freight.items()})
    used = {load.site for load in loads}
    ways = Ways([site for site in sites if site.id in used], [d for d in depots if d.id in {load.depot for load in loads}], vehicles, roads)
    schedule = _Schedule(ways, vehicles, catalogue, {site.id: site.priority for site in sites})
    stranded = schedule.carry(loads) if len(loads) <= MOST_DROPS else schedule.carry_many(loads, progress)
    for load in stranded:
        left[load.depot, load.site] = left.get((load.depot, load.site), Counter()) + Counter(load.goods)
    trips = tuple(sorted(schedule.trips, key=lambda trip: (trip.ends_s, trip.callsign, trip.number)))
    stops = [(trip.depot, stop) for trip in trips for stop in trip.stops]
    brought = max(1, sum(stop.loads for _, stop in stops))
    soonest = [ways.soonest_ms(vehicles, depot, stop.site, _PAUSE_MS) / 1000 for depot, stop in stops]
    waits = _least_waits_s(stops, len(vehicles))
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


def _least_waits_s(stops: Sequence[tuple[Id, Stop]], vehicles: int) -> float:
    """Return how long all loads together wait at least for the unloading of others before theirs: those of one stop that are many first.

    Loads share a stop where they come from one depot to one place: a trip loads at one depot.
    """
    by_stop: Counter[tuple[Id, Id]] = Counter()
    for depot, stop in stops:
        by_stop[depot, stop.site] += stop.loads
    counts = sorted(by_stop.values(), reverse=True)
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
        """Add the best trips for a few loads; return those that nobody can bring."""
        depots = sorted({load.depot for load in loads})
        drops = [Drop(depots.index(load.depot), self._tier(load), *self._size(load)) for load in loads]
        rounds = best_rounds(drops, self._fleets(loads, depots), self._drivers(depots), _PAUSE_MS)
        for made in rounds:
            self._add(self._vehicles[made.driver], depots[made.depot], made.drops, loads)
        done = {n for made in rounds for n in made.drops}
        return [load for n, load in enumerate(loads) if n not in done]

    def carry_many(self, loads: Sequence[Consignment], progress: Progress | None) -> list[Consignment]:
        """Add good trips for many loads; return those that nobody can bring."""
        places = [*(v.unit for v in self._vehicles), *sorted({load.depot for load in loads}), *sorted({load.site for load in loads})]
        number = {place: n for n, place in enumerate(places)}
        profiles = sorted({v.profile for v in self._vehicles})
        bundles = [Bundle(number[load.depot], number[load.site], self._tier(load), *self._size(load)) for load in loads]
        carters = [Carter(profiles.index(v.profile), n, v.carrier.load_kg * 1000, v.carrier.load_l * 1000) for n, v in enumerate(self._vehicles)]
        days = good_runs(bundles, carters, [self._ways.table(profile, places) for profile in profiles], _PAUSE_MS, progress)
        for vehicle, runs in zip(self._vehicles, days, strict=True):
            for run in runs:
                self._add(vehicle, places[run.depot], run.bundles, loads)
        done = {n for runs in days for run in runs for n in run.bundles}
        return [load for n, load in enumerate(loads) if n not in done]

    def _tier(self, load: Consignment) -> int:
        return self._tiers[self._priorities[load.site]]

    def _size(self, load: Consignment) -> tuple[int, int]:
        """Return grams and millilitres."""
        whole = load_of(load.goods, self._catalogue)
        return math.ceil(whole.weight_kg * 1000 - 1e-6), math.ceil(whole.volume_l * 1000 - 1e-6)

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

    def _add(self, vehicle: Vehicle, depot: Id, chosen: Sequence[int], loads: Sequence[Consignment]) -> None:
        starts_ms = self._free_ms[vehicle.unit]
        leaves_ms = clock_ms = starts_ms + self._drive_ms(vehicle, self._place[vehicle.unit], depot) + _PAUSE_MS
        stops, at = [], depot
        for site, together in groupby((loads[n] for n in chosen), key=lambda load: load.site):
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
