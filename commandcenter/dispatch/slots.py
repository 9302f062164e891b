"""Expand a response plan into open slots: the whole need of the alarm level minus what is already sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from commandcenter.dispatch.assignment import Cost, assign
from commandcenter.dispatch.recommendation import Slot
from commandcenter.picture.views import UnitView
from commandcenter.resources.plans import AlarmLevel

SUM_TIER = 2
"""Of those who come to bring people or an amount."""


class Counted(StrEnum):
    """What is added up; begins the names of the slots of those who bring it."""

    PEOPLE = "crew"
    """Those aboard who have the capability."""
    AMOUNT = "amount"
    """The number at the unit's capability: litres, beds …"""


@dataclass(frozen=True, slots=True)
class Sum:
    """So much of a capability that the units must bring together."""

    capability: str
    wanted: int
    """Still to come."""
    counted: Counted

    def of(self, unit: UnitView) -> int:
        """Return how much of it a unit brings."""
        return people_of(unit, self.capability) if self.counted is Counted.PEOPLE else unit.capabilities.get(self.capability, 0)

    def slot(self, number: int) -> Slot:
        """Return the place of a unit that comes to bring it."""
        return Slot(f"{self.counted}-{self.capability}-{number}", self.capability, 1, SUM_TIER)


@dataclass(frozen=True, slots=True)
class OpenNeeds:
    """What is still to be sent."""

    slots: tuple[Slot, ...]
    sums: tuple[Sum, ...] = ()
    """People first, then amounts; each still to come before any of `slots` is filled. None is zero."""


def all_slots(level: AlarmLevel) -> list[Slot]:
    """Return one slot per unit needed, by tier; names (`pump-1`, `pump-2` …) stay the same when the level rises."""
    count: Counter[str] = Counter()
    slots = []
    for need in level.needs:
        for _ in range(need.quantity):
            count[need.capability] += 1
            slots.append(Slot(f"{need.capability}-{count[need.capability]}", need.capability, 1, need.tier))
    return slots


def open_needs(level: AlarmLevel, sent: Sequence[UnitView]) -> OpenNeeds:
    """Return the slots that the units already sent leave open.

    Each sent unit covers at most one slot: the one it was sent for, else what the others leave open, as well
    as possible (exact assignment, tier by tier).
    """
    everything = all_slots(level)
    if not sent:
        return OpenNeeds(tuple(everything), _sums(level, sent))
    names = {slot.name for slot in everything}
    holder = {unit.slot: unit.id for unit in reversed(sent) if unit.slot in names}
    slots = [slot for slot in everything if slot.name not in holder]
    others = [unit for unit in sent if holder.get(unit.slot) != unit.id]
    costs = [[Cost(0, 0) if unit.capabilities.get(slot.capability, 0) >= slot.quantity else None for unit in others] for slot in slots]
    covered = assign(costs, [slot.tier for slot in slots])
    left = tuple(slot for slot, by in zip(slots, covered, strict=True) if by is None)
    return OpenNeeds(left, _sums(level, sent))


def _sums(level: AlarmLevel, sent: Sequence[UnitView]) -> tuple[Sum, ...]:
    whole = [Sum(*one, Counted.PEOPLE) for one in sorted(level.crew.items())] + [Sum(*one, Counted.AMOUNT) for one in sorted(level.amounts.items())]
    left = (replace(one, wanted=one.wanted - sum(one.of(unit) for unit in sent)) for one in whole)
    return tuple(one for one in left if one.wanted > 0)


def people_of(unit: UnitView, capability: str) -> int:
    """Return how many people with a capability a unit brings: never more than are aboard."""
    return min(unit.capabilities.get(capability, 0), unit.crew)


def capability_of(slot: str, otherwise: str = "") -> str:
    """Return the capability that a slot's name stands for, as in `pump-2`, `crew-firefighting-1` or `amount-water-1`."""
    counted = counted_of(slot)
    capability, _, number = slot.removeprefix(f"{counted}-").rpartition("-")
    return capability if capability and number.isdigit() else otherwise


def counted_of(slot: str) -> Counted | None:
    """Return what a unit in a slot of this name comes to bring its share of; `None` where the slot is a place of its own."""
    return next((counted for counted in Counted if slot.startswith(f"{counted}-")), None)
