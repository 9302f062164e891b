"""Vehicle trips for a plan of deliveries: which vehicle loads what where, which sites it serves in which order, and when.

Goods are cut into loads (`trip_loads`). Where there are few, the best trips are found exactly (`rounds`). Where there are more,
good ones are searched for: for the soonest arrivals (`trip_search`), or for the least driving (`trip_driving`) once what is there for lives
at risk has been planned for the soonest. The plan says whether it is
proven, and how far off it can be: no plan has its loads there earlier on average than `mean_bound_s`, none has its last one
there before `bound_s`, none does with fewer trips than `least_trips`, and where the aim is driving, none with less than `driven_bound_s`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.supply_flow import Delivery
from commandcenter.dispatch.trip_goal import SOONEST, Aim, Goal
from commandcenter.dispatch.trip_loads import Consignment, cut, freight_of, least_trips
from commandcenter.dispatch.trip_schedule import LOADING_S, PAUSE_MS, Schedule, Stop, Trip
from commandcenter.dispatch.trip_ways import Vehicle, Ways
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.progress import Progress
from commandcenter.model.words import Position, Priority, UnitStatus
from commandcenter.picture.views import DepotView, UnitView
from commandcenter.resources.catalogue import Catalogue

MOST_LOADS = 1000
"""What would need more loads is left, so that a plan always comes to an end."""
SUPPLY = "supply"
"""The capability of units that drive goods."""


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
    """No plan is better by its goal: has these loads there earlier, tier of urgency by tier of urgency, or does with less driving."""
    goal: Goal
    driven_s: float
    """Of all vehicles together, from where they stand now until they are back there."""
    driven_bound_s: float
    """No plan with this aim drives less; where the aim is another one, 0."""


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
    goal: Goal = SOONEST,
) -> TripPlan:
    """Return the trips that bring all deliveries. `roads` has the closures in force. Safe in any thread. What `progress` raises ends the work."""
    freight = freight_of(deliveries)
    carriers = [vehicle.carrier for vehicle in vehicles]
    loads, left = cut(freight, carriers, catalogue, MOST_LOADS) if vehicles else ([], {pair: Counter(goods) for pair, goods in freight.items()})
    used = {load.site for load in loads}
    ways = Ways([site for site in sites if site.id in used], [d for d in depots if d.id in {load.depot for load in loads}], vehicles, roads)
    priorities = {site.id: site.priority for site in sites}
    schedule = Schedule(ways, vehicles, catalogue, priorities)
    for load in _planned(schedule, loads, priorities, goal, progress):
        left[load.depot, load.site] = left.get((load.depot, load.site), Counter()) + Counter(load.goods)
    trips = tuple(sorted(schedule.trips, key=lambda trip: (trip.ends_s, trip.callsign, trip.number)))
    stops = [(trip.depot, stop) for trip in trips for stop in trip.stops]
    brought = max(1, sum(stop.loads for _, stop in stops))
    soonest = [ways.soonest_ms(vehicles, depot, stop.site, PAUSE_MS) / 1000 for depot, stop in stops]
    waits = _least_waits_s(stops, len(vehicles))
    return TripPlan(
        trips=trips,
        left=left,
        last_s=max((stop.arrives_s for _, stop in stops), default=0.0),
        bound_s=max(soonest, default=0.0),
        mean_s=sum(stop.loads * stop.arrives_s for _, stop in stops) / brought,
        mean_bound_s=(sum(stop.loads * first_s for (_, stop), first_s in zip(stops, soonest, strict=True)) + waits) / brought,
        least_trips=least_trips(freight, carriers, catalogue),
        proven=schedule.proven,
        goal=goal,
        driven_s=schedule.driven_ms() / 1000,
        driven_bound_s=(schedule.driven_ms() - schedule.over_bound_ms) / 1000 if goal.aim is Aim.DRIVING else 0.0,
    )


def _planned(
    schedule: Schedule, loads: Sequence[Consignment], priorities: Mapping[Id, int], goal: Goal, progress: Progress | None
) -> list[Consignment]:
    """Plan trips for a goal; return the loads that nobody can bring."""
    if goal.aim is Aim.SOONEST:
        return schedule.carry(loads, progress)
    urgent = [load for load in loads if priorities[load.site] <= Priority.LIFE]
    others = [load for load in loads if priorities[load.site] > Priority.LIFE]
    return schedule.carry_with_least_driving(others, urgent, goal.most_ms, progress)


def _least_waits_s(stops: Sequence[tuple[Id, Stop]], vehicles: int) -> float:
    """Return how long all loads together wait at least for the unloading of others before theirs: those of one stop that are many first.

    Loads share a stop where they come from one depot to one place: a trip loads at one depot.
    """
    by_stop: Counter[tuple[Id, Id]] = Counter()
    for depot, stop in stops:
        by_stop[depot, stop.site] += stop.loads
    counts = sorted(by_stop.values(), reverse=True)
    return sum(LOADING_S * count * (n // vehicles) for n, count in enumerate(counts))
