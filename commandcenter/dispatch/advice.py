"""What the engine has to say about the picture as it stands; searched in worker threads, cancelled when nobody waits any more."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from commandcenter.dispatch.coverage import Cover, MoveUp, cover, move_ups
from commandcenter.dispatch.duplicates import Duplicate, likely_duplicates
from commandcenter.dispatch.eligibility import candidate_of
from commandcenter.dispatch.fragility import Fragility, fragility
from commandcenter.dispatch.musters import Musters
from commandcenter.dispatch.now import iso_day
from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.relief import Relief, reliefs, wanted_of
from commandcenter.dispatch.remembered import Remembered
from commandcenter.dispatch.sites import sites_of
from commandcenter.dispatch.situation import Situation, request_of, situation_of
from commandcenter.dispatch.worklist import Waiting, waiting
from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import Priority
from commandcenter.picture.views import IncidentView

if TYPE_CHECKING:
    from commandcenter.dispatch.desk import Desk
    from commandcenter.dispatch.supply_flow import SupplyPlan

T = TypeVar("T")

MOST_TOGETHER = 200
"""Incidents in one plan: more would keep the dispatcher waiting, and no fleet serves more at once."""


class Advice:
    """Asked by the desk and the window. All methods belong to the thread of the desk's asyncio loop."""

    def __init__(self, desk: Desk) -> None:
        """Advise this desk."""
        self._desk = desk
        self._thinkers = ThreadPoolExecutor(2, thread_name_prefix="advice")
        self._remembered = Remembered()
        self._musters = Musters()

    async def recommend(self, incident_id: Id) -> Recommendation:
        """Return who and what should go to an incident, with every reason worked out. Raises `Refused`."""
        engine, request = self._engine(), request_of(self._desk.picture, self._incident(incident_id))

        def think() -> Recommendation:
            answer = self._remembered.recommend(request, engine)
            _ = answer.rejected[:0]  # works out the reasons here, not where they are shown
            return answer

        return await self._think(think)

    async def recommend_all(self, incident_ids: Sequence[Id]) -> list[Recommendation]:
        """Return one plan for many incidents at one moment: the answers in their order, each unit proposed once at most.

        Behind them stand the incidents that would lose a unit by it. At most `MOST_TOGETHER` are planned at once; the first
        ones given; those of a type that is not known here are left out. Reasons of those not chosen are worked out when looked at. Raises `Refused`.
        """
        engine = self._engine()
        incidents = [self._incident(incident_id) for incident_id in incident_ids[:MOST_TOGETHER]]
        requests = [request_of(self._desk.picture, incident) for incident in incidents if incident.type in engine.catalogue.types]
        return await self._stoppable(lambda stop: engine.recommend_together(requests, stop))

    async def recommend_each(self, incident_ids: Sequence[Id]) -> list[Recommendation]:
        """Return for each incident who should go if it were the only one, in their order. Raises `Refused`.

        One worker after the other: two would wait for the interpreter's lock more than they would gain (docs/benchmarks.md).
        """
        engine = self._engine()
        requests = [request_of(self._desk.picture, self._incident(incident_id)) for incident_id in incident_ids]

        def think(stopped: Callable[[], bool]) -> list[Recommendation]:
            answers = []
            for request in requests:
                if stopped():
                    raise Cancelled
                answers.append(self._remembered.recommend(request, engine))
            return answers

        return await self._stoppable(think)

    async def fragility(self, incident_id: Id, unit_id: Id) -> Fragility | None:
        """Return what the worst single closure would do to a unit's way to an incident; `None` where there is nothing to say."""
        incident, unit = self._incident(incident_id), self._desk.picture.unit(unit_id)
        if unit is None:
            raise Refused("This unit is not known here.")
        situation, roads = self._situation(), self._desk.roads
        place = candidate_of(unit, situation, self._desk.catalogue).at
        return await self._stoppable(lambda stop: fragility(roads, situation.shapes, place, incident.at, unit.profile, stopped=stop))

    async def coverage(self, capability: str) -> Cover:
        """Return who of the free units with a capability reaches what within the policy's time; `Cover.lost_without` tells what each is worth."""
        engine = self._engine()
        return await self._stoppable(lambda stop: self._cover(engine, capability, stop))

    async def move_ups(self, capability: str) -> tuple[MoveUp, ...]:
        """Return the moves of free units to stations that raise the coverage most; none when nothing is worth a move."""
        engine, stations = self._engine(), self._desk.picture.stations()
        policy, ordered = self._desk.catalogue.policy.coverage, self._moves_ordered()
        return await self._stoppable(lambda stop: move_ups(self._cover(engine, capability, stop), stations, engine.roads, policy, ordered))

    async def reliefs(self) -> tuple[Relief, ...]:
        """Return who has become free and should take over from who is under way and much farther; none where nothing is worth it."""
        engine, desk = self._engine(), self._desk
        incidents, now_ms = desk.picture.incidents(), desk.clock.wall_ms()
        return await self._stoppable(lambda stop: reliefs(engine, wanted_of(incidents, engine.catalogue, now_ms), stopped=stop))

    async def plan_supplies(self) -> SupplyPlan:
        """Return deliveries for all open incidents together: what their plans ask for and nobody has promised yet."""
        from commandcenter.dispatch.supply_flow import plan_flow  # scipy: not needed to start the desk

        engine, desk = self._engine(), self._desk
        now_ms = desk.clock.wall_ms()
        sites, today = sites_of(desk.picture, desk.catalogue, now_ms), iso_day(now_ms)
        share = desk.catalogue.policy.supplies.keep_share
        return await self._think(lambda: plan_flow(sites, engine.situation.depots, engine.roads, keep_share=share, today=today))

    async def duplicates(self) -> tuple[Duplicate, ...]:
        """Return the open incidents that may be one."""
        incidents, catalogue = self._desk.picture.incidents(), self._desk.catalogue
        return await self._think(lambda: likely_duplicates(incidents, catalogue))

    def waiting(self) -> Waiting:
        """Return what nobody has been sent to, in the suggested order, with the oldest's age."""
        return waiting(self._desk.picture.incidents(), self._desk.catalogue.policy.surge, self._desk.clock.wall_ms())

    def close(self) -> None:
        """End the worker threads."""
        self._thinkers.shutdown(wait=True)

    def _moves_ordered(self) -> dict[Id, Id]:
        """Return the units that are ordered to a station and have not said that they are there, with the station."""
        picture, found = self._desk.picture, {}
        for order in picture.duty.orders():
            decision = picture.decision(order.decision) if order.open and order.decision is not None else None
            if decision is not None and decision.station is not None:
                found.update(dict.fromkeys((unit for unit, _ in decision.units), decision.station))
        return found

    def _incident(self, incident_id: Id) -> IncidentView:
        incident = self._desk.picture.incident(incident_id)
        if incident is None:
            raise Refused("This incident is not known here.")
        return incident

    def _situation(self) -> Situation:
        return situation_of(self._desk.picture, self._desk.tracks.latest(), self._desk.clock.wall_ms())

    def _engine(self) -> Engine:
        return Engine(self._situation(), self._desk.catalogue, self._desk.roads, self._musters)

    def _cover(self, engine: Engine, capability: str, stopped: Callable[[], bool]) -> Cover:
        policy = engine.catalogue.policy.coverage
        field = engine.field(int(Priority.ROUTINE))
        found = cover(field, capability, engine.roads.places(policy.places), policy.within_min, stopped=stopped)
        return replace(found, as_of_ms=engine.situation.now_ms, closures=len(engine.situation.shapes))

    async def _think(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thinkers, work)

    async def _stoppable(self, work: Callable[[Callable[[], bool]], T]) -> T:
        """Run `work`, which asks now and then whether to stop; it is told so when the caller stops waiting."""
        stop = threading.Event()
        try:
            return await self._think(lambda: work(stop.is_set))
        finally:
            stop.set()
