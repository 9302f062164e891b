"""The whole supply question at one moment, asked in the desk's thread, answered in any: deliveries, trips, levels, forecasts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.forecast import Forecast, forecasts
from commandcenter.dispatch.now import iso_day
from commandcenter.dispatch.replenishment import replenishment
from commandcenter.dispatch.sites import Site, depot_sites, requests_of, sites_of
from commandcenter.dispatch.situation import standing
from commandcenter.dispatch.supply_flow import SupplyPlan, Unmet, plan_flow
from commandcenter.dispatch.trip_goal import SOONEST, Goal
from commandcenter.dispatch.trip_ways import Vehicle
from commandcenter.dispatch.trips import TripPlan, plan_trips, vehicles_of
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads, Shape
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import Position, Priority
from commandcenter.picture.picture import Picture
from commandcenter.picture.supplies import MoveView, TransferView
from commandcenter.picture.views import DepotView
from commandcenter.resources.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that the answer needs. Immutable, safe in any thread."""

    sites: tuple[Site, ...]
    """Incidents, then depots that have asked for goods."""
    requests: tuple[TransferView, ...]
    """What is asked for and not answered."""
    depots: tuple[DepotView, ...]
    """Where they are now."""
    vehicles: tuple[Vehicle, ...]
    moves: Mapping[Id, tuple[MoveView, ...]]
    roads: Roads
    """With the closures in force."""
    catalogue: Catalogue
    now_ms: int

    @property
    def today(self) -> str:
        """Return the date (UTC) in ISO form."""
        return iso_day(self.now_ms)


@dataclass(frozen=True, slots=True)
class Answer:
    """A plan of deliveries with the trips that bring them."""

    flow: SupplyPlan
    trips: TripPlan
    requests: tuple[TransferView, ...]
    """What was asked for and is part of the question."""
    unmet: tuple[Unmet, ...]
    """What each site does not get: what no depot can give, and what no vehicle can bring."""


def question(picture: Picture, positions: Mapping[Id, Position], roads: Roads, catalogue: Catalogue, now_ms: int) -> Question:
    """Copy what is needed; call it in the thread that owns the picture."""
    units = picture.units()
    shapes = [Shape(c.shape, c.exempt_profiles) for c in picture.closures() if c.in_force(now_ms)]
    depots = standing(picture.depots(), units, positions)
    return Question(
        sites=(*sites_of(picture, catalogue, now_ms), *depot_sites(picture, depots)),
        requests=requests_of(picture),
        depots=depots,
        vehicles=tuple(vehicles_of(units, positions, catalogue)),
        moves={depot.id: picture.supplies.moves(depot.id) for depot in depots},
        roads=roads.with_closures(shapes),
        catalogue=catalogue,
        now_ms=now_ms,
    )


def deliver(asked: Question, progress: Progress | None = None, goal: Goal = SOONEST) -> Answer:
    """Return deliveries for all open incidents and requests together, and their trips. What `progress` raises ends the work."""
    share = asked.catalogue.policy.supplies.keep_share
    flow = plan_flow(asked.sites, asked.depots, asked.roads, keep_share=share, today=asked.today, progress=progress)
    return _with_trips(asked, asked.sites, flow, asked.requests, progress, goal)


def replenish(asked: Question, progress: Progress | None = None, goal: Goal = SOONEST) -> Answer:
    """Return transfers that bring every depot up to its minimum levels, and their trips. What `progress` raises ends the work."""
    sites = [Site(d.id, d.at, Priority.SERIOUS, {}) for d in asked.depots]
    return _with_trips(asked, sites, replenishment(asked.depots, asked.roads, asked.today, progress), (), progress, goal)


def forecast(asked: Question) -> list[Forecast]:
    """Return what runs out, the soonest first."""
    found = [one for depot in asked.depots for one in forecasts(depot, asked.moves[depot.id], asked.now_ms, asked.today)]
    return sorted(found, key=lambda f: (f.hours is None, f.hours or 0.0, f.item))


def _with_trips(
    asked: Question, sites: Sequence[Site], flow: SupplyPlan, requests: tuple[TransferView, ...], progress: Progress | None, goal: Goal
) -> Answer:
    trips = plan_trips(flow.deliveries, sites, asked.depots, asked.vehicles, asked.catalogue, asked.roads, progress, goal)
    names = {depot.id: depot.name for depot in asked.depots}
    left = [
        Unmet(site, item, quantity, _not_brought(names[depot], asked.vehicles, goal))
        for (depot, site), goods in trips.left.items()
        for item, quantity in goods.items()
    ]
    return Answer(flow, trips, requests, (*flow.unmet, *left))


def _not_brought(depot: str, vehicles: tuple[Vehicle, ...], goal: Goal) -> Sentence:
    if not vehicles:
        return say("It lies ready in {depot}, but no supply vehicle is free.", depot=depot)
    if goal.within_h:
        return say(
            "It lies ready in {depot}, but no free supply vehicle can bring it and be back within {hours} h.", depot=depot, hours=goal.within_h
        )
    return say("It lies ready in {depot}, but no free supply vehicle can bring it.", depot=depot)
