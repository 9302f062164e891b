"""Crew counts: when the slots are filled and too few people come, the next units that bring them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from commandcenter.dispatch.candidate import Candidate
from commandcenter.dispatch.choice import Chosen
from commandcenter.dispatch.field import Field, Pool
from commandcenter.dispatch.reach import Reach, Reached
from commandcenter.dispatch.recommendation import Slot
from commandcenter.dispatch.slots import OpenNeeds, people_of

CREW_TIER = 2


def fill_crew(needs: OpenNeeds, chosen: Sequence[Chosen], field: Field, reach: Reach, free: Collection[int]) -> list[Chosen]:
    """Return the further units, of the `free` crews, that bring the missing people soonest.

    The earliest arrivals are taken until there are enough, so the moment when the crew is complete is the
    earliest possible; of these, units that turn out to be superfluous stay at home, latest first.
    """
    candidates = field.candidates
    coming = [c.reached.index for c in chosen]
    left = set(free).difference(field.crew[i] for i in coming)
    extra: list[Chosen] = []
    for capability, people in sorted(needs.crew.items()):
        missing = people - sum(people_of(candidates[i].unit, capability) for i in coming)
        if missing <= 0:
            continue
        order = _by_crew(field.with_crew(field.able(capability), left), missing, capability, field, reach)
        picked = _earliest(order, missing, [people_of(candidates[r.index].unit, capability) for r in order])
        taken = {order[n].index for n in picked}
        spare = next((r for r in order if r.index not in taken), None)
        extra += [Chosen(Slot(f"crew-{capability}-{n}", capability, 1, CREW_TIER), order[p], order[0], spare) for n, p in enumerate(picked, start=1)]
        coming += taken
        left.difference_update(field.crew[i] for i in taken)
    return extra


def _by_crew(pool: Pool, missing: int, capability: str, field: Field, reach: Reach) -> list[Reached]:
    """Return who is there first, each crew once: as many as may be needed, and one more as runner-up."""
    fewest = max(1, min((people_of(field.candidates[i].unit, capability) for i in pool), default=1))
    twins = len(pool) - len({field.crew[i] for i in pool})
    first: dict[int, Reached] = {}
    for reached in reach.first(pool, -(-missing // fewest) + 1 + twins):
        first.setdefault(field.crew[reached.index], reached)
    return list(first.values())


def missing_people(needs: OpenNeeds, chosen: Sequence[Chosen], candidates: Sequence[Candidate]) -> dict[str, int]:
    """Return by capability how many people are still missing with the chosen units."""
    coming = {c: sum(people_of(candidates[x.reached.index].unit, c) for x in chosen) for c in needs.crew}
    return {c: people - coming[c] for c, people in needs.crew.items() if people > coming[c]}


def _earliest(order: Sequence[Reached], missing: int, people: Sequence[int]) -> list[int]:
    picked: list[int] = []
    total = 0
    for n in range(len(order)):
        if total >= missing:
            break
        if people[n] > 0:
            picked.append(n)
            total += people[n]
    for n in reversed(picked[:-1]):
        if total - people[n] >= missing:
            picked.remove(n)
            total -= people[n]
    return picked
