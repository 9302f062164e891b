"""Who should go: plan, filter, roads, exact assignment, reasons. Pure: the same situation gives the same answer."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from commandcenter.dispatch.assignment import Cost, assign
from commandcenter.dispatch.choice import Chosen
from commandcenter.dispatch.crew import fill_crew
from commandcenter.dispatch.eligibility import Candidate, candidate_of, why_not_free
from commandcenter.dispatch.explain import Explainer
from commandcenter.dispatch.reach import Reach, Reached
from commandcenter.dispatch.recommendation import Recommendation, Rejection, Slot
from commandcenter.dispatch.situation import Request, Situation
from commandcenter.dispatch.slots import OpenNeeds, open_needs
from commandcenter.dispatch.supplies import plan_supplies
from commandcenter.model.ports import Roads
from commandcenter.model.sentences import Sentence
from commandcenter.resources.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Field:
    """The units sorted into those who may go and those who may not."""

    candidates: tuple[Candidate, ...]
    refused: tuple[tuple[Candidate, Sentence], ...]

    def able(self, capability: str) -> list[int]:
        """Return the candidates with a capability."""
        return [i for i, c in enumerate(self.candidates) if c.can(capability)]


def recommend(request: Request, situation: Situation, catalogue: Catalogue, roads: Roads) -> Recommendation:
    """Return the units and supplies to send, with every reason. Safe in any thread.

    Raises `Refused` for an unknown incident type. `roads` is without closures; those of the situation are put in force here.
    """
    start = time.perf_counter()
    plan = catalogue.plan_of(request.type)
    level = plan.level(request.alarm_level)
    sent = [u for u in situation.units if request.incident_id is not None and u.incident == request.incident_id]
    needs = open_needs(level, sent)
    roads = roads.with_closures(situation.shapes)
    field = sort_units(request, situation, catalogue)
    reach = Reach(roads, request.at, field.candidates)
    chosen = _fill_slots(needs.slots, field, reach)
    chosen += fill_crew(needs, chosen, field.candidates, field.able, reach)
    explainer = Explainer(request, situation, catalogue, field.candidates, reach)
    supplies, unmet = plan_supplies(request, level.supplies, situation, catalogue, roads)
    answer = Recommendation(
        incident_id=request.incident_id,
        type=request.type,
        at=request.at,
        plan=f"{plan.id} {catalogue.version}",
        units=explainer.rows(chosen),
        rejected=_rejections(field, explainer, chosen, needs),
        supplies=supplies,
        unfilled=(*explainer.unfilled(needs, chosen, field.refused), *unmet),
        notes=explainer.notes(chosen),
    )
    return replace(answer, took_ms=(time.perf_counter() - start) * 1000)


def sort_units(request: Request, situation: Situation, catalogue: Catalogue) -> Field:
    """Return who may be sent and why the others may not; in order of callsign, then id."""
    candidates, refused = [], []
    for unit in sorted(situation.units, key=lambda u: (u.callsign, u.id)):
        candidate = candidate_of(unit, situation, catalogue)
        why = why_not_free(unit, request, situation, catalogue)
        if why is None:
            candidates.append(candidate)
        else:
            refused.append((candidate, why))
    return Field(tuple(candidates), tuple(refused))


def _fill_slots(slots: Sequence[Slot], field: Field, reach: Reach) -> list[Chosen]:
    """Assign exactly. A slot never needs more candidates than slots compete for them; one more is its runner-up."""
    able = {c: field.able(c) for c in sorted({s.capability for s in slots})}
    enough = {c: _rivals(c, slots, able) + 1 for c in able}
    reach.learn(sorted({i for c, pool in able.items() if len(pool) <= enough[c] for i in pool}))
    best = {c: reach.first(pool, enough[c]) for c, pool in able.items()}
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


def _rejections(field: Field, explainer: Explainer, chosen: Sequence[Chosen], needs: OpenNeeds) -> tuple[Rejection, ...]:
    later = explainer.rejections(needs, chosen)
    never = [Rejection(c.unit.id, c.unit.callsign, why) for c, why in field.refused]
    reachable = sorted((r for r in later if r.eta_s is not None), key=lambda r: (r.eta_s or 0.0, r.callsign))
    return (*reachable, *(r for r in later if r.eta_s is None), *never)
