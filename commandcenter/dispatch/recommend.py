"""Who should go: plan, filter, roads, exact assignment, reasons. Pure: the same situation gives the same answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial

from commandcenter.dispatch.candidate import crew_of
from commandcenter.dispatch.eligibility import field_of
from commandcenter.dispatch.explain import Explainer
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.joint import Ask, Kept, fill_together, kept_slot, taken_off
from commandcenter.dispatch.musters import Musters
from commandcenter.dispatch.phrases import rule_words
from commandcenter.dispatch.protection import Protection
from commandcenter.dispatch.reach import Reach
from commandcenter.dispatch.recommendation import Recommendation, Rejections
from commandcenter.dispatch.reserve import reserve, reserve_size
from commandcenter.dispatch.situation import Request, Situation
from commandcenter.dispatch.slots import OpenNeeds, open_needs
from commandcenter.dispatch.supplies import Stores, plan_supplies
from commandcenter.dispatch.worklist import aged
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.words import Priority
from commandcenter.picture.views import UnitView
from commandcenter.resources.catalogue import Catalogue


class Engine:
    """Answers all requests about one situation. Safe in any thread; what requests share is worked out once."""

    def __init__(self, situation: Situation, catalogue: Catalogue, roads: Roads, musters: Musters | None = None) -> None:
        """`roads` is without closures; those of the situation are put in force here. `musters` knows what was found for other situations."""
        self._musters = Musters() if musters is None else musters
        self.situation = situation
        self.catalogue = catalogue
        self.roads = roads.with_closures(situation.shapes)
        self._fields: dict[int, Field] = {}
        self._lock = threading.Lock()
        ordered = sorted(situation.units, key=lambda u: (u.callsign, u.id))
        self._crews = {crew: n for n, crew in enumerate(dict.fromkeys(crew_of(u) for u in ordered))}
        self._sent: dict[Id, list[UnitView]] = {}
        for unit in situation.units:
            if unit.incident is not None:
                self._sent.setdefault(unit.incident, []).append(unit)
        self._stores = Stores(situation, self.roads, self._musters)
        self._protection = Protection(self.roads, catalogue.policy.coverage)

    def field(self, priority: int) -> Field:
        """Return who may be sent to an incident of a priority."""
        taken_off = sorted({view.priority for view in self.situation.incidents.values()})
        least = next((n for n in taken_off if n > priority), 0) if priority <= self.catalogue.policy.divert.for_priority else 0
        with self._lock:
            if least not in self._fields:
                self._fields[least] = field_of(self.situation, self.catalogue, self.roads, priority, self._crews, self._musters)
            return self._fields[least]

    def recommend(self, request: Request) -> Recommendation:
        """Return the units and supplies to send, with every reason. Raises `Refused` for an unknown incident type."""
        start = time.perf_counter()
        ask = self.ask(request)
        fill_together([ask], hold=self._hold)
        self._protection.apply([ask])
        return self._answer(ask, {}, self._stores, lambda: (time.perf_counter() - start) * 1000)

    def recommend_together(self, requests: Sequence[Request], stopped: Callable[[], bool] = lambda: False) -> list[Recommendation]:
        """Return one plan for many incidents: no unit is proposed twice, and the most urgent are served best.

        The answers stand in the order of the requests; behind them those for incidents that would lose a unit and were not
        asked about, so that both sides of a diversion are seen. Raises `Refused`, and `Cancelled` when `stopped`.
        """
        start = time.perf_counter()
        asks, losing = self._filled(requests, stopped)
        self._protection.apply(asks)
        plan = [*asks, *losing]
        elsewhere = {crew: ask.request for ask in plan for crew in ask.crews()}
        stores = self._stores
        answers: dict[int, Recommendation] = {}
        for n in sorted(range(len(plan)), key=lambda n: plan[n].urgency):
            answers[n] = self._answer(plan[n], elsewhere, stores)
            stores = stores.without(answers[n].supplies)
        took_ms = (time.perf_counter() - start) * 1000 / max(1, len(requests))
        return [replace(answers[n], took_ms=took_ms) for n in range(len(plan))]

    def _filled(self, requests: Sequence[Request], stopped: Callable[[], bool]) -> tuple[list[Ask], list[Ask]]:
        """Fill all asks; where units are taken off incidents, their places there are filled too, until no more are taken.

        Whom the more urgent take does not hang on what the less urgent do, so this ends after few rounds.
        """
        taken: set[Id] = set()
        while True:
            asks = [self.ask(request) for request in requests]
            mine = {ask.request.incident_id: ask for ask in asks}
            losing: dict[Id, Ask] = {}
            for unit_id in sorted(taken):
                self._keep_place(unit_id, mine, losing)
            fill_together([*asks, *losing.values()], stopped, self._hold)
            found = {Id(unit_id) for unit_id in taken_off([*asks, *losing.values()])}
            if found <= taken:
                return asks, [ask for ask in losing.values() if ask.chosen or ask.kept]
            taken |= found

    @cached_property
    def _hold(self) -> Callable[[Collection[int]], frozenset[int]] | None:
        """Return what says who is kept for life at risk; `None` as long as nobody is."""
        wanted = reserve_size(self.situation, self.catalogue.policy.surge)
        return partial(reserve, self.situation, wanted, self.field(int(Priority.ROUTINE))) if wanted else None

    def _keep_place(self, unit_id: Id, asks: Mapping[Id | None, Ask], losing: dict[Id, Ask]) -> None:
        """Let the incident that a unit is on its way to ask for it, too."""
        unit = next(u for u in self.situation.units if u.id == unit_id)
        incident = self.situation.incidents.get(unit.incident) if unit.incident is not None else None
        if incident is None:
            return
        ask = asks.get(incident.id) or losing.get(incident.id)
        if ask is None:
            request = Request(incident.type, incident.at, incident.alarm_level, incident.id, None, incident.priority, incident.grade, incident.number)
            ask = losing[incident.id] = self.ask(request, nothing_more=True)
        field = next(f for f in self._fields.values() if any(c.unit.id == unit_id for c in f.candidates))
        index = next(i for i, c in enumerate(field.candidates) if c.unit.id == unit_id)
        own = Reach(field, incident.at).of(index)
        own_ms = round(own.eta_s * 1000) if own is not None else 0
        slot = kept_slot(unit.slot, ask.response, next(iter(sorted(unit.capabilities)), ""))
        ask.kept = (*ask.kept, Kept(slot, self._crews[crew_of(unit)], own_ms))

    def ask(self, request: Request, *, nothing_more: bool = False) -> Ask:
        """Return what a request asks for, with nobody chosen; `nothing_more`: only what units under way to it are worth."""
        situation, policy = self.situation, self.catalogue.policy
        response = self.catalogue.response(request.type, request.at, request.alarm_level, situation.now_ms, request.grade)
        sent = [] if request.incident_id is None else self._sent.get(request.incident_id, [])
        needs = OpenNeeds(()) if nothing_more else open_needs(response.need, sent)
        priority = self.priority_of(request)
        field = self.field(priority)
        urgency = aged(priority, request.waiting_since_ms, policy.surge, situation.now_ms)
        return Ask(request, response, priority, urgency, needs, field, Reach(field, request.at))

    def _answer(self, ask: Ask, elsewhere: Mapping[int, Request], stores: Stores, took_ms: Callable[[], float] = float) -> Recommendation:
        explainer = Explainer(ask, self.situation, self.catalogue, elsewhere)
        request, response = ask.request, ask.response
        wanted = {} if ask.needs == OpenNeeds(()) and ask.kept else response.need.supplies
        supplies, unmet = plan_supplies(request, wanted, stores, self.catalogue)
        return Recommendation(
            incident_id=request.incident_id,
            type=request.type,
            at=request.at,
            plan=f"{response.plan.id} {self.catalogue.version}",
            units=explainer.rows(),
            rejected=Rejections(len(self.situation.units) - len(ask.chosen), explainer.rejections),
            supplies=supplies,
            unfilled=(*explainer.unfilled(), *unmet),
            notes=explainer.notes(),
            took_ms=took_ms(),
            alarm_level=response.alarm_level,
            rule=rule_words(response),
            as_of_ms=self.situation.now_ms,
            closures=len(self.situation.closures),
        )

    def priority_of(self, request: Request) -> int:
        """Return how urgent a request is."""
        return int(self.catalogue.type_of(request.type).priority) if request.priority is None else request.priority


def recommend(request: Request, situation: Situation, catalogue: Catalogue, roads: Roads) -> Recommendation:
    """Return the answer to one request; see `Engine`."""
    return Engine(situation, catalogue, roads).recommend(request)
