"""Crew counts and amounts: when the slots are filled and too few people or too little of something comes, the next units that bring it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from commandcenter.dispatch.candidate import Candidate
from commandcenter.dispatch.choice import Chosen
from commandcenter.dispatch.field import Field, Pool
from commandcenter.dispatch.reach import Reach, Reached
from commandcenter.dispatch.slots import OpenNeeds, Sum


def fill_sums(needs: OpenNeeds, chosen: Sequence[Chosen], field: Field, reach: Reach, free: Collection[int]) -> list[Chosen]:
    """Return the further units, of the `free` crews, that bring what is missing soonest, one sum after the other.

    The earliest arrivals are taken until there is enough, so the moment when a sum is complete is the
    earliest possible; of these, units that turn out to be superfluous stay at home, latest first.
    """
    candidates = field.candidates
    coming = [c.reached.index for c in chosen]
    left = set(free).difference(field.crew[i] for i in coming)
    extra: list[Chosen] = []
    for one in needs.sums:
        missing = one.wanted - sum(one.of(candidates[i].unit) for i in coming)
        if missing <= 0:
            continue
        order = _by_crew(field.with_crew(field.able(one.capability), left), missing, one, field, reach)
        picked = _earliest(order, missing, [one.of(candidates[r.index].unit) for r in order])
        taken = {order[n].index for n in picked}
        spare = next((r for r in order if r.index not in taken), None)
        extra += [Chosen(one.slot(n), order[p], order[0], spare) for n, p in enumerate(picked, start=1)]
        coming += taken
        left.difference_update(field.crew[i] for i in taken)
    return extra


def _by_crew(pool: Pool, missing: int, one: Sum, field: Field, reach: Reach) -> list[Reached]:
    """Return who is there first, each crew once: as many as may be needed, and one more as runner-up."""
    fewest = max(1, min((one.of(field.candidates[i].unit) for i in pool), default=1))
    twins = len(pool) - len({field.crew[i] for i in pool})
    first: dict[int, Reached] = {}
    for reached in reach.first(pool, -(-missing // fewest) + 1 + twins):
        first.setdefault(field.crew[reached.index], reached)
    return list(first.values())


def still_missing(needs: OpenNeeds, chosen: Sequence[Chosen], candidates: Sequence[Candidate]) -> list[tuple[Sum, int]]:
    """Return what the chosen units bring too little of, and how much is missing."""
    short = [(one, one.wanted - sum(one.of(candidates[x.reached.index].unit) for x in chosen)) for one in needs.sums]
    return [(one, missing) for one, missing in short if missing > 0]


def _earliest(order: Sequence[Reached], missing: int, brought: Sequence[int]) -> list[int]:
    picked: list[int] = []
    total = 0
    for n in range(len(order)):
        if total >= missing:
            break
        if brought[n] > 0:
            picked.append(n)
            total += brought[n]
    for n in reversed(picked[:-1]):
        if total - brought[n] >= missing:
            picked.remove(n)
            total -= brought[n]
    return picked
