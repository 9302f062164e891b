"""In which order to work on what waits: by priority, with ageing so that nothing waits for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.dispatch.situation import untouched
from commandcenter.model.words import Priority
from commandcenter.picture.views import IncidentView
from commandcenter.resources.policy import Surge

_MS_PER_MIN = 60_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """What nobody has been sent to."""

    order: tuple[IncidentView, ...]
    """Work on the first first."""
    oldest_s: float
    """How long the oldest has waited; zero when nothing waits."""

    @property
    def count(self) -> int:
        """Return how many wait."""
        return len(self.order)


def waiting(incidents: Sequence[IncidentView], surge: Surge, now_ms: int) -> Waiting:
    """Return the incidents that nobody has been sent to, in the suggested order.

    Every `ageing_min` of waiting counts as one step of priority, but only life at risk is ever as urgent as life at
    risk. Within a step the one that has waited longest comes first.
    """
    mine = [i for i in incidents if untouched(i)]
    order = sorted(mine, key=lambda i: (effective_priority(i, surge, now_ms), i.answered_ms, i.id))
    return Waiting(tuple(order), max((max(0, now_ms - i.answered_ms) / 1000 for i in mine), default=0.0))


def effective_priority(incident: IncidentView, surge: Surge, now_ms: int) -> int:
    """Return the priority with ageing; never more urgent than 2 unless it is 1 by itself."""
    return aged(incident.priority, incident.answered_ms, surge, now_ms)


def aged(priority: int, since_ms: int | None, surge: Surge, now_ms: int) -> int:
    """Return a priority with the waiting since a moment counted; `None`: nothing waits."""
    if since_ms is None or priority <= Priority.LIFE or surge.ageing_min <= 0:
        return priority
    steps = int(max(0, now_ms - since_ms) / (surge.ageing_min * _MS_PER_MIN))
    return max(min(priority, int(Priority.URGENT)), priority - steps)
