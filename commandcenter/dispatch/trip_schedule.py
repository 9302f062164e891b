"""Vehicles with what they have to do: trips are added one load after another, or many at once, each searched for with its goal."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from commandcenter.dispatch.loads import Load, load_of
from commandcenter.dispatch.rounds import MOST_DROPS, Driver, Drop, Fleet, best_rounds
from commandcenter.dispatch.trip_bound import least_driving_ms
from commandcenter.dispatch.trip_day import day_of, sooner
from commandcenter.dispatch.trip_driving import Hauler, least_driving
from commandcenter.dispatch.trip_few import exact_driving
from commandcenter.dispatch.trip_loads import Consignment
from commandcenter.dispatch.trip_search import Bundle, Carter, Run, Times, good_runs
from commandcenter.dispatch.trip_ways import Vehicle, Ways
from commandcenter.model.ids import Id
from commandcenter.model.progress import Progress
from commandcenter.resources.catalogue import Catalogue

LOADING_S = 900.0
"""Loading at the depot, and unloading at each site: a quarter of an hour each, a planning figure to be set by the agency."""
PAUSE_MS = round(LOADING_S * 1000)


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


class Schedule:
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
        self.proven = True
        """No plan is better."""
        self.over_bound_ms = 0
        """So much more may be driven than must be."""

    def carry(self, loads: Sequence[Consignment], progress: Progress | None) -> list[Consignment]:
        """Add trips for loads with the soonest arrivals; return those that nobody can bring. Few loads have the best trips there are."""
        places, tables, _ = self._map(loads)
        return self._keep(loads, self._soonest(loads, places, tables, progress), places)

    def carry_with_least_driving(
        self, loads: Sequence[Consignment], urgent: Sequence[Consignment], most_ms: int, progress: Progress | None
    ) -> list[Consignment]:
        """Add trips with the least driving; return the loads that nobody can bring.

        What is urgent is there as soon as with `carry`; other loads come on board behind it. Every vehicle that has anything else to do is back
        where it stands now within `most_ms`.
        """
        whole = [*loads, *urgent]
        places, tables, profiles = self._map(whole)
        bundles = self._bundles(whole, places)
        haulers = [
            Hauler(profiles.index(v.profile), n, n, v.carrier.load_kg * 1000, v.carrier.load_l * 1000, most_ms) for n, v in enumerate(self._vehicles)
        ]
        fixed = [[Run(run.depot, [len(loads) + n for n in run.bundles]) for run in runs] for runs in self._soonest(urgent, places, tables, progress)]
        few = None if urgent else exact_driving(bundles, haulers, tables, PAUSE_MS)
        days = least_driving(bundles, haulers, tables, PAUSE_MS, progress, fixed) if few is None else few
        tiers = max((b.tier for b in bundles), default=0) + 1
        days = [sooner(bundles, h, tables[h.table], PAUSE_MS, runs, tiers, len(first)) for h, runs, first in zip(haulers, days, fixed, strict=True)]
        driven_ms = sum(day_of(bundles, h, tables[h.table], PAUSE_MS, runs, tiers).drive_ms for h, runs in zip(haulers, days, strict=True))
        brought = [bundles[n] for runs in days for run in runs for n in run.bundles]
        bound_ms = driven_ms if few is not None else least_driving_ms(brought, haulers, tables, driven_ms, progress)
        self.over_bound_ms, self.proven = driven_ms - bound_ms, bound_ms == driven_ms
        return self._keep(whole, days, places)

    def _soonest(self, loads: Sequence[Consignment], places: Sequence[Id], tables: Sequence[Times], progress: Progress | None) -> list[list[Run]]:
        """Return for each vehicle the runs with the soonest arrivals."""
        if len(loads) <= MOST_DROPS:
            return self._soonest_of_few(loads, places)
        self.proven = False
        profiles = sorted({v.profile for v in self._vehicles})
        carters = [Carter(profiles.index(v.profile), n, v.carrier.load_kg * 1000, v.carrier.load_l * 1000) for n, v in enumerate(self._vehicles)]
        return good_runs(self._bundles(loads, places), carters, tables, PAUSE_MS, progress)

    def _soonest_of_few(self, loads: Sequence[Consignment], places: Sequence[Id]) -> list[list[Run]]:
        depots = sorted({load.depot for load in loads})
        drops = [Drop(depots.index(load.depot), self._tier(load), *self._size(load)) for load in loads]
        days: list[list[Run]] = [[] for _ in self._vehicles]
        for made in best_rounds(drops, self._fleets(loads, depots), self._drivers(depots), PAUSE_MS):
            days[made.driver].append(Run(places.index(depots[made.depot]), list(made.drops)))
        return days

    def _map(self, loads: Sequence[Consignment]) -> tuple[list[Id], list[Times], list[str]]:
        """Return all places, the units' own first, with the times from place to place by profile."""
        stops = sorted({load.depot for load in loads}) + sorted({load.site for load in loads})
        places = list(dict.fromkeys([*(v.unit for v in self._vehicles), *stops]))
        profiles = sorted({v.profile for v in self._vehicles})
        return places, [self._ways.table(profile, places) for profile in profiles], profiles

    def _bundles(self, loads: Sequence[Consignment], places: Sequence[Id]) -> list[Bundle]:
        number = {place: n for n, place in enumerate(places)}
        return [Bundle(number[load.depot], number[load.site], self._tier(load), *self._size(load)) for load in loads]

    def _keep(self, loads: Sequence[Consignment], days: Sequence[Sequence[Run]], places: Sequence[Id]) -> list[Consignment]:
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
                [[-PAUSE_MS if a == b else self._ways.ms(profile, a, b) for b in places] for a in places],
                table(profile, places, depots),
            )
            for profile, kg, litres in self._sorts
        ]

    def _drivers(self, depots: Sequence[Id]) -> list[Driver]:
        return [
            Driver(
                self._sorts.index((v.profile, v.carrier.load_kg, v.carrier.load_l)),
                0,
                [self._ways.ms(v.profile, v.unit, depot) for depot in depots],
            )
            for v in self._vehicles
        ]

    def _add(self, vehicle: Vehicle, depot: Id, chosen: Sequence[int], loads: Sequence[Consignment]) -> None:
        starts_ms = self._free_ms[vehicle.unit]
        leaves_ms = clock_ms = starts_ms + self._drive_ms(vehicle, self._place[vehicle.unit], depot) + PAUSE_MS
        stops, at = [], depot
        for site, together in groupby((loads[n] for n in chosen), key=lambda load: load.site):
            clock_ms += self._drive_ms(vehicle, at, site)
            parts = [Counter(load.goods) for load in together]
            stops.append(Stop(site, dict(sum(parts, Counter[str]())), len(parts), clock_ms / 1000))
            clock_ms, at = clock_ms + PAUSE_MS, site
        self._count[vehicle.unit] += 1
        load = load_of(sum((Counter(stop.goods) for stop in stops), Counter[str]()), self._catalogue)
        number = self._count[vehicle.unit]
        self.trips.append(Trip(vehicle.unit, vehicle.callsign, number, depot, tuple(stops), load, starts_ms / 1000, leaves_ms / 1000))
        self._free_ms[vehicle.unit], self._place[vehicle.unit] = clock_ms, at

    def driven_ms(self) -> int:
        """Return how long all vehicles drive, from where they stand now until they are back there, where a road leads back."""
        whole = 0
        for vehicle in self._vehicles:
            at, stops = vehicle.unit, []
            for trip in self.trips:
                if trip.unit == vehicle.unit:
                    stops += [trip.depot, *(stop.site for stop in trip.stops)]
            for stop in stops:
                whole, at = whole + self._drive_ms(vehicle, at, stop), stop
            whole += (self._ways.ms(vehicle.profile, at, vehicle.unit) or 0) if stops else 0
        return whole

    def _drive_ms(self, vehicle: Vehicle, origin: Id, target: Id) -> int:
        found = 0 if origin == target else self._ways.ms(vehicle.profile, origin, target)
        assert found is not None  # noqa: S101 - only ways that lead there are planned
        return found
