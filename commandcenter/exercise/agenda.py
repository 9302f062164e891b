"""What is going to happen: an event heap whose whole state is plain values, so that a snapshot is a copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from commandcenter.model.errors import BugError

Event = tuple[int, int, str, str, str, int]
"""(ms since the epoch, order of planning, who acts: `crews`, `injects`, `player` …, what, about which unit, inject or
incident, step). Events at one moment happen in the order in which they were planned, which is never equal. The step is
the state of mind it was planned in: an actor ignores an event of an earlier one. A plain tuple, as it is made for every event."""


@dataclass(frozen=True, slots=True)
class AgendaState:
    """A snapshot of an agenda."""

    events: tuple[Event, ...]
    planned: int
    happened: int


class Agenda:
    """A heap of events. One thread."""

    def __init__(self) -> None:
        """Start empty."""
        self._heap: list[Event] = []
        self._planned = 0
        self.happened = 0
        """Events taken out so far."""
        self._last_ms = 0
        self.stirred = True
        """Whether something has changed that the actors have not answered yet. Whoever brings changes to them sets it."""

    def plan(self, due_ms: int, actor: str, what: str, about: str = "", step: int = 0) -> None:
        """Add an event; one that should have been already happens next, never in the past of another."""
        self._planned = order = self._planned + 1
        due_ms = due_ms if due_ms > self._last_ms else self._last_ms
        heappush(self._heap, (due_ms, order, actor, what, about, step))

    def due(self, until_ms: int) -> Iterator[Event]:
        """Take out the events due at `until_ms` (ms since the epoch) or before, one after the other; those planned meanwhile too."""
        heap = self._heap
        while heap and heap[0][0] <= until_ms:
            event = heappop(heap)
            if event[0] < self._last_ms:
                raise BugError(f"time ran backwards at {event}")
            self._last_ms = event[0]
            self.happened += 1
            yield event

    def __len__(self) -> int:
        """Return how many events are planned."""
        return len(self._heap)

    def state(self) -> AgendaState:
        """Return a snapshot."""
        return AgendaState(tuple(self._heap), self._planned, self.happened)

    def restore(self, state: AgendaState, now_ms: int) -> None:
        """Go back to a snapshot taken at `now_ms`."""
        self._heap[:] = state.events
        self._planned, self.happened, self._last_ms = state.planned, state.happened, now_ms
        self.stirred = True
