"""Many incidents at once: every slot of every one of them competes for the same crews, and the best whole is found exactly.

Incidents are served in order of urgency (priority, moved up by waiting), and within one urgency tier by tier: first as few slots
unfilled as can be, then the least sum of arrivals (`assignment.Filling`); where life is at risk then the soonest moment at which all
who are needed are there. Missing people are brought before the next urgency
begins. A unit under way to a less urgent incident may be taken off it; its place there is then a slot like any other, to be
filled by somebody else, and as long as nobody more urgent needs it, it stays: nothing is undone without being seen.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from commandcenter.dispatch.assignment import Cost, Filling, Priced, Row
from commandcenter.dispatch.choice import Chosen
from commandcenter.dispatch.crew import fill_sums, still_missing
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.reach import Reach, Reached
from commandcenter.dispatch.recommendation import Slot
from commandcenter.dispatch.situation import Request
from commandcenter.dispatch.slots import SUM_TIER, OpenNeeds, capability_of, counted_of
from commandcenter.model.errors import Cancelled
from commandcenter.model.words import Priority
from commandcenter.resources.plan_rules import Response

LAST_TIER = 3
LOOK = 1
"""So many more than slots of one kind are looked at from the start: the runner-up."""
DM = 10
"""Decimetres in a metre."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A place that a unit under way has at its incident, while a more urgent one would like the unit."""

    slot: Slot
    crew: int
    own_ms: int
    """When it will be there."""


@dataclass(slots=True)
class Ask:
    """One incident's question, and its answer as it grows. One thread."""

    request: Request
    response: Response
    priority: int
    urgency: int
    """The priority with waiting counted; who is more urgent is served first."""
    needs: OpenNeeds
    field: Field
    reach: Reach
    kept: tuple[Kept, ...] = ()
    chosen: list[Chosen] = dataclasses.field(default_factory=list)
    held: frozenset[int] = frozenset()
    """The crews that are kept from it for what is more urgent."""

    def crews(self) -> set[int]:
        """Return the crews that it has been given."""
        return {self.field.crew[c.reached.index] for c in self.chosen}


def fill_together(
    asks: Sequence[Ask], stopped: Callable[[], bool] = lambda: False, hold: Callable[[Collection[int]], frozenset[int]] | None = None
) -> None:
    """Fill the slots of all asks. Raises `Cancelled` when `stopped`.

    `hold` says which crews, of those that life at risk has left free, are kept from everything less urgent.
    """
    crews = set().union(*(ask.field.everybody for ask in asks)) | {kept.crew for ask in asks for kept in ask.kept}
    filling = Filling(crews, sum(len(ask.needs.slots) + len(ask.kept) for ask in asks))
    given: list[tuple[Ask, Slot, Kept | None]] = []
    held: frozenset[int] = frozenset()
    for urgency in sorted({ask.urgency for ask in asks}):
        if urgency > Priority.LIFE and hold is not None:
            filling.settle()
            held, hold = hold(filling.free), None
            for crew in held:
                filling.take(crew)
        mine = [ask for ask in asks if ask.urgency == urgency]
        slots = [(ask, slot, None) for ask in mine for slot in ask.needs.slots] + [(ask, kept.slot, kept) for ask in mine for kept in ask.kept]
        before = len(given)
        for tier in sorted({slot.tier for _, slot, _ in slots}):
            if stopped():
                raise Cancelled
            first = len(given)
            given += [one for one in slots if one[1].tier == tier]
            filling.tier(enumerate(_rows(given[first:]), first))
        if urgency <= Priority.LIFE:
            filling.hasten(range(before, len(given)))
        if any(ask.needs.sums for ask in mine):
            filling.settle()
            _write_down(given, filling)
            _bring_people(mine, filling)
    filling.settle()
    _write_down(given, filling)
    for ask in asks:
        ask.held = held if ask.urgency > Priority.LIFE else frozenset()
    _finish(asks)


def _look(ask: Ask, capability: str) -> int:
    """Return how many of those with a capability are looked at from the start."""
    return sum(slot.capability == capability for slot in ask.needs.slots) + LOOK


def _rows(slots: Sequence[tuple[Ask, Slot, Kept | None]]) -> list[Row]:
    """Return what the slots of a tier ask for; those of one incident that need the same share a row."""
    alike: dict[tuple[int, str], Row] = {}
    rows = []
    for ask, slot, kept in slots:
        crews = ask.field.crews(slot.capability)
        if kept is not None:
            look = _look(ask, slot.capability)
            rows.append(Row(crews | {kept.crew}, partial(_cheapest_but_kept, ask, slot.capability, kept), look))
            continue
        key = id(ask), slot.capability
        if key not in alike:
            alike[key] = Row(crews, partial(_cheapest, ask, slot.capability), _look(ask, slot.capability))
        rows.append(alike[key])
    return rows


def _cheapest(ask: Ask, capability: str, crews: frozenset[int], count: int) -> list[Priced]:
    """Return who of these crews is there first, each crew once with the better of its vehicles."""
    pool = ask.field.able(capability)
    if len(crews) < len(ask.field.crews(capability)):
        pool = ask.field.with_crew(pool, crews)
    twins = len(pool) - len(crews)
    found: dict[int, Cost] = {}
    for reached in ask.reach.first(pool, count + twins):
        found.setdefault(ask.field.crew[reached.index], Cost(reached.rank_ms, round(reached.arrival.distance_m * DM)))
    return sorted(found.items(), key=lambda priced: (priced[1], priced[0]))[:count]


def _cheapest_but_kept(ask: Ask, capability: str, kept: Kept, crews: frozenset[int], count: int) -> list[Priced]:
    """Return the same for a place that somebody has: nobody is cheaper than who has it, so it stays unless it is needed elsewhere."""
    others = [(crew, Cost(max(cost.first, kept.own_ms + 1), cost.second)) for crew, cost in _cheapest(ask, capability, crews - {kept.crew}, count)]
    return ([(kept.crew, Cost(kept.own_ms, 0)), *others] if kept.crew in crews else others)[:count]


def _write_down(given: list[tuple[Ask, Slot, Kept | None]], filling: Filling) -> None:
    """Turn crews into vehicles, in the order of the slots; what has been written down is not looked at again."""
    for n, (ask, slot, kept) in enumerate(given):
        crew = filling.chosen.pop(n, None)
        if crew is not None and (kept is None or crew != kept.crew):
            able = ask.field.able(slot.capability)
            reached = ask.reach.first(ask.field.of_crew(crew, slot.capability), 1)[0]
            ask.chosen.append(Chosen(slot, reached, ask.reach.first(able, 1)[0], None))


def _bring_people(asks: Sequence[Ask], filling: Filling) -> None:
    for ask in asks:
        if still_missing(ask.needs, ask.chosen, ask.field.candidates):
            extra = fill_sums(ask.needs, ask.chosen, ask.field, ask.reach, filling.free)
            ask.chosen += extra
            for chosen in extra:
                filling.take(ask.field.crew[chosen.reached.index])


def _finish(asks: Sequence[Ask]) -> None:
    """Let the first of like slots have the first to arrive, and name the runners-up."""
    used = {crew for ask in asks for crew in ask.crews()}
    for ask in asks:
        runners = {capability: first_unused(ask, capability, used) for capability in dict.fromkeys(c.slot.capability for c in ask.chosen)}
        ask.chosen = [Chosen(slot, c.reached, c.earliest, runners[slot.capability]) for slot, c in _in_order(ask)]


def _in_order(ask: Ask) -> list[tuple[Slot, Chosen]]:
    if len(ask.chosen) == 1:
        return [(ask.chosen[0].slot, ask.chosen[0])]
    alike: dict[tuple[str, int], list[Chosen]] = {}
    for chosen in ask.chosen:
        if chosen.slot in ask.needs.slots:
            alike.setdefault((chosen.slot.capability, chosen.slot.tier), []).append(chosen)
    answer = [(chosen.slot, chosen) for chosen in ask.chosen if chosen.slot not in ask.needs.slots]
    for (capability, tier), filled in alike.items():
        slots = (slot for slot in ask.needs.slots if (slot.capability, slot.tier) == (capability, tier))
        answer += zip(slots, sorted(filled, key=lambda c: c.reached.order), strict=False)
    return answer


def first_unused(ask: Ask, capability: str, used: Collection[int]) -> Reached | None:
    """Return who of those whose crew is not used would be there first."""
    able = ask.field.able(capability)
    near = next((r for r in ask.reach.first(able, _look(ask, capability)) if ask.field.crew[r.index] not in used), None)
    if near is not None:
        return near
    left = tuple(i for i in able if ask.field.crew[i] not in used)
    return next(iter(ask.reach.first(left, 1)), None) if left else None


def taken_off(asks: Sequence[Ask]) -> Mapping[str, tuple[Ask, Chosen]]:
    """Return by unit id who is taken off an incident, by which ask."""
    return {
        candidate.unit.id: (ask, chosen)
        for ask in asks
        for chosen in ask.chosen
        if (candidate := ask.field.candidates[chosen.reached.index]).leaves is not None
    }


def kept_slot(slot_name: str, response: Response, otherwise: str) -> Slot:
    """Return the slot that a unit was sent for, by its name at the incident (`pump-2`, `crew-firefighting-1`)."""
    capability = capability_of(slot_name)
    if not capability:
        return Slot(slot_name or otherwise, otherwise, 1, LAST_TIER)
    if counted_of(slot_name) is not None:
        return Slot(slot_name, capability, 1, SUM_TIER)
    tier = min((need.tier for need in response.need.needs if need.capability == capability), default=LAST_TIER)
    return Slot(slot_name, capability, 1, tier)
