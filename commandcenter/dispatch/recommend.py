"""Who should go: plan, filter, roads, exact assignment, reasons. Pure: the same situation gives the same answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from commandcenter.dispatch.assignment import Cost, assign
from commandcenter.dispatch.choice import Chosen
from commandcenter.dispatch.crew import fill_crew
from commandcenter.dispatch.eligibility import field_of
from commandcenter.dispatch.explain import Explainer
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.reach import Reach, Reached
from commandcenter.dispatch.recommendation import Recommendation, Rejections, Slot
from commandcenter.dispatch.situation import Request, Situation
from commandcenter.dispatch.slots import open_needs
from commandcenter.dispatch.supplies import plan_supplies
from commandcenter.model.ports import Roads
from commandcenter.resources.catalogue import Catalogue


class Engine:
    """Answers all requests about one situation. Safe in any thread; what requests share is worked out once."""

    def __init__(self, situation: Situation, catalogue: Catalogue, roads: Roads) -> None:
        """`roads` is without closures; those of the situation are put in force here."""
        self.situation = situation
        self.catalogue = catalogue
        self.roads = roads.with_closures(situation.shapes)
        self._fields: dict[int, Field] = {}
        self._lock = threading.Lock()

    def field(self, priority: int) -> Field:
        """Return who may be sent to an incident of a priority."""
        taken_off = sorted({view.priority for view in self.situation.incidents.values()})
        least = next((n for n in taken_off if n > priority), 0) if priority <= self.catalogue.policy.divert.for_priority else 0
        with self._lock:
            if least not in self._fields:
                self._fields[least] = field_of(self.situation, self.catalogue, self.roads, priority)
            return self._fields[least]

    def recommend(self, request: Request) -> Recommendation:
        """Return the units and supplies to send, with every reason. Raises `Refused` for an unknown incident type."""
        start = time.perf_counter()
        plan = self.catalogue.plan_of(request.type)
        level = plan.level(request.alarm_level)
        sent = [u for u in self.situation.units if u.incident is not None and u.incident == request.incident_id]
        needs = open_needs(level, sent)
        priority = self.priority_of(request)
        field = self.field(priority)
        reach = Reach(field, request.at)
        chosen = _fill_slots(needs.slots, field, reach)
        chosen += fill_crew(needs, chosen, field, reach)
        explainer = Explainer(request, priority, self.situation, self.catalogue, field, reach)
        supplies, unmet = plan_supplies(request, level.supplies, self.situation, self.catalogue, self.roads)
        answer = Recommendation(
            incident_id=request.incident_id,
            type=request.type,
            at=request.at,
            plan=f"{plan.id} {self.catalogue.version}",
            units=explainer.rows(chosen),
            rejected=Rejections(len(self.situation.units) - len(chosen), partial(explainer.rejections, needs, chosen)),
            supplies=supplies,
            unfilled=(*explainer.unfilled(needs, chosen), *unmet),
            notes=explainer.notes(chosen),
        )
        return replace(answer, took_ms=(time.perf_counter() - start) * 1000)

    def priority_of(self, request: Request) -> int:
        """Return how urgent a request is."""
        return int(self.catalogue.type_of(request.type).priority) if request.priority is None else request.priority


def recommend(request: Request, situation: Situation, catalogue: Catalogue, roads: Roads) -> Recommendation:
    """Return the answer to one request; see `Engine`."""
    return Engine(situation, catalogue, roads).recommend(request)


def _fill_slots(slots: Sequence[Slot], field: Field, reach: Reach) -> list[Chosen]:
    """Assign exactly. A slot never needs more candidates than slots compete for them; one more is its runner-up."""
    able = {c: field.able(c) for c in sorted({s.capability for s in slots})}
    best = {c: reach.first(pool, _rivals(c, slots, able) + 1) for c, pool in able.items()}
    columns = sorted({r.index for reached in best.values() for r in reached})
    place = {index: column for column, index in enumerate(columns)}
    costs: list[list[Cost | None]] = []
    for slot in slots:
        row: list[Cost | None] = [None] * len(columns)
        for reached in best[slot.capability]:
            row[place[reached.index]] = Cost(reached.rank_ms, round(reached.arrival.distance_m * 10))
        costs.append(row)
    filled = [(slot, columns[column]) for slot, column in zip(slots, assign(costs, [s.tier for s in slots]), strict=True) if column is not None]
    used = {index for _, index in filled}
    return [_chosen(slot, index, best[slot.capability], used) for slot, index in filled]


def _rivals(capability: str, slots: Sequence[Slot], able: Mapping[str, Sequence[int]]) -> int:
    """Return how many slots can use any unit that has a capability, its own slots included."""
    mine = set(able[capability])
    shared = {c for c, pool in able.items() if not mine.isdisjoint(pool)} | {capability}
    return sum(s.capability in shared for s in slots)


def _chosen(slot: Slot, index: int, order: Sequence[Reached], used: set[int]) -> Chosen:
    mine = next(r for r in order if r.index == index)
    spare = next((r for r in order if r.index not in used), None)
    return Chosen(slot, mine, order[0], spare)
