"""What it gains here and costs there to take a unit off a less urgent incident."""

from __future__ import annotations

from collections.abc import Collection

from commandcenter.dispatch.choice import Chosen
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.phrases import clock
from commandcenter.dispatch.reach import Reach
from commandcenter.dispatch.slots import capability_of
from commandcenter.model.sentences import Sentence, say


def both_sides(c: Chosen, priority: int, field: Field, reach: Reach, used: Collection[int]) -> Sentence | None:
    """Return "P1 −2:10, P3 +4:00" for a unit that is taken off another incident, `None` for one that is free.

    Here: against the first free unit that is not sent. There: the first free unit that is not sent here either,
    against the unit's own remaining way. Turnout counts on both sides, prices for ranking on none.
    """
    candidate = field.candidates[c.reached.index]
    left = candidate.leaves
    if left is None:
        return None
    spare = field.free(c.slot.capability, used)
    instead = reach.first(spare, 1)
    here = (
        say("P{priority} −{time}", priority=priority, time=clock(instead[0].eta_s - c.reached.eta_s))
        if instead
        else say("P{priority} has nobody else", priority=priority)
    )
    there = Reach(field, left.at)
    own = there.of(c.reached.index)
    substitute = there.first(field.free(capability_of(candidate.unit.slot, c.slot.capability), used), 1)
    cost = (
        say("P{priority} +{time}", priority=left.priority, time=clock(max(0.0, substitute[0].eta_s - (own.eta_s if own else 0.0))))
        if substitute
        else say("P{priority} has nobody else", priority=left.priority)
    )
    return say("Taken off incident {number}: {here}, {there}.", number=left.number, here=here, there=cost)
