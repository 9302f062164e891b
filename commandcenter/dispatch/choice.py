"""A filled slot, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.dispatch.reach import Reached
from commandcenter.dispatch.recommendation import Slot


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who fills a slot, and whom that choice was made against."""

    slot: Slot
    reached: Reached
    earliest: Reached
    """Who would arrive first for this slot alone."""
    runner_up: Reached | None
    """The best who is not sent."""
