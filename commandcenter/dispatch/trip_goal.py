"""What trips are for: goods there as soon as can be, or the least driving where nothing is urgent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from commandcenter.model.sentences import Sentence, say

HOUR_MS = 3_600_000
NO_LIMIT_MS = 1 << 39


class Aim(StrEnum):
    """What decides between two plans that bring the same."""

    SOONEST = "soonest"
    """Tier of urgency by tier: the least sum of arrivals."""
    DRIVING = "driving"
    """The least driving, there and back; life at risk is still served first and soonest."""


@dataclass(frozen=True, slots=True)
class Goal:
    """An aim, and within how many hours every vehicle that drives for it is back where it stands now; 0: whenever."""

    aim: Aim = Aim.SOONEST
    within_h: int = 0

    @property
    def most_ms(self) -> int:
        """Return how long a vehicle may be busy."""
        return self.within_h * HOUR_MS if self.within_h else NO_LIMIT_MS

    @property
    def said(self) -> Sentence:
        """Return the goal in words."""
        if self.aim is Aim.SOONEST:
            return say("Soonest arrival")
        if not self.within_h:
            return say("Least driving")
        return say("Least driving, every vehicle back within {hours} h", hours=self.within_h)


SOONEST = Goal()
