"""How the operation stands, in a few numbers. Pure; no Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median

from commandcenter.model.words import IncidentState, UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView

DAY_MS = 86_400_000
PROCESS_LIMIT_MS = 60_000
"""From the answered call to the first unit sent: NFPA 1225 (2021), 15.4.4."""
IDLE = (UnitStatus.AVAILABLE, UnitStatus.OUT_OF_SERVICE)


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers for the wall; times in seconds, shares from 0 to 1; `None` where there is nothing to count."""

    open: int
    by_priority: tuple[int, ...]
    """Open incidents of priority 1 … 5."""
    waiting: int
    """Open incidents to which nobody was sent."""
    longest_wait_s: float | None
    units: int
    free: int
    busy: int
    out: int
    in_time: float | None
    """Share of the last day's incidents that got their first unit within the limit."""
    arrival_s: float | None
    """Median from the answered call to the first unit on scene, over the last day."""


def figures(picture: Picture, now_ms: int) -> Figures:
    """Return how things stand at a moment (ms since the epoch)."""
    incidents, units = picture.incidents(), picture.units()
    running = [i for i in incidents if i.open]
    waiting = [i for i in running if not i.units and IncidentState.DISPATCHED not in i.state_ms]
    recent = [i for i in incidents if now_ms - i.reported_ms <= DAY_MS]
    sent = [ms for i in recent if (ms := _after(i, IncidentState.DISPATCHED)) is not None]
    there = [ms for i in recent if (ms := _after(i, IncidentState.ON_SCENE)) is not None]
    priorities = Counter(min(max(i.priority, 1), 5) for i in running)
    statuses = Counter(u.status for u in units)
    return Figures(
        open=len(running),
        by_priority=tuple(priorities[p] for p in range(1, 6)),
        waiting=len(waiting),
        longest_wait_s=max(((now_ms - i.answered_ms) / 1000 for i in waiting), default=None),
        units=len(units),
        free=statuses[UnitStatus.AVAILABLE],
        busy=sum(count for status, count in statuses.items() if status not in IDLE),
        out=statuses[UnitStatus.OUT_OF_SERVICE],
        in_time=sum(ms <= PROCESS_LIMIT_MS for ms in sent) / len(sent) if sent else None,
        arrival_s=median(there) / 1000 if there else None,
    )


def _after(incident: IncidentView, state: IncidentState) -> int | None:
    """Return how long after the call was answered a state was reached (ms)."""
    reached = incident.state_ms.get(state)
    return None if reached is None else reached - incident.answered_ms
