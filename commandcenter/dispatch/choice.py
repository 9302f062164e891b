"""A filled slot, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.dispatch.reach import Reached
from commandcenter.dispatch.recommendation import Slot


@dataclass(frozen=True, slots=True)
class Spared:
    """A unit that is nearly as quick and stays, because its surroundings would miss it more."""

    reached: Reached
    share: float
    """Of the region, that would not be reached in time without it, beyond what the chosen one leaves uncovered."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who fills a slot, and whom that choice was made against."""

    slot: Slot
    reached: Reached
    earliest: Reached
    """Who would arrive first for this slot alone."""
    runner_up: Reached | None
    """The best who is not sent."""
    spared: Spared | None = None
