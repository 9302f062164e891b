"""Expand a response plan into open slots: the whole need of the alarm level minus what is already sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.assignment import Cost, assign
from commandcenter.dispatch.recommendation import Slot
from commandcenter.picture.views import UnitView
from commandcenter.resources.plans import AlarmLevel


@dataclass(frozen=True, slots=True)
class OpenNeeds:
    """What is still to be sent."""

    slots: tuple[Slot, ...]
    crew: Mapping[str, int]
    """Capability → people still missing before any of `slots` is filled."""


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
        return OpenNeeds(tuple(everything), level.crew)
    names = {slot.name for slot in everything}
    holder = {unit.slot: unit.id for unit in reversed(sent) if unit.slot in names}
    slots = [slot for slot in everything if slot.name not in holder]
    others = [unit for unit in sent if holder.get(unit.slot) != unit.id]
    costs = [[Cost(0, 0) if unit.capabilities.get(slot.capability, 0) >= slot.quantity else None for unit in others] for slot in slots]
    covered = assign(costs, [slot.tier for slot in slots])
    left = tuple(slot for slot, by in zip(slots, covered, strict=True) if by is None)
    crew = {capability: max(0, people - sum(people_of(u, capability) for u in sent)) for capability, people in level.crew.items()}
    return OpenNeeds(left, crew)


def people_of(unit: UnitView, capability: str) -> int:
    """Return how many people with a capability a unit brings: never more than are aboard."""
    return min(unit.capabilities.get(capability, 0), unit.crew)


def capability_of(slot: str, otherwise: str = "") -> str:
    """Return the capability that a slot's name stands for, as in `pump-2` or `crew-firefighting-1`."""
    capability, _, number = slot.removeprefix("crew-").rpartition("-")
    return capability if capability and number.isdigit() else otherwise
