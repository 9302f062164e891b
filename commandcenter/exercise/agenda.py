"""What is going to happen: an event heap whose whole state is plain values, so that a snapshot is a copy."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import NamedTuple

from commandcenter.model.errors import BugError


class Event(NamedTuple):
    """Something due. Events at one moment happen in the order in which they were planned: `order` is never equal."""

    due_ms: int
    order: int
    actor: str
    """Who acts: `crews`, `injects`, `player` …"""
    what: str
    about: str
    """The unit, inject or incident."""
    step: int = 0
    """The state of mind it was planned in; an actor ignores an event of an earlier one."""


_new_event = tuple.__new__
"""Makes an event without its class's own keyword handling, which takes as long as all the rest of planning."""


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

    def plan(self, due_ms: int, actor: str, what: str, about: str = "", step: int = 0) -> None:
        """Add an event; one that should have been already happens next, never in the past of another."""
        self._planned = order = self._planned + 1
        due_ms = due_ms if due_ms > self._last_ms else self._last_ms
        heapq.heappush(self._heap, _new_event(Event, (due_ms, order, actor, what, about, step)))

    def take(self, until_ms: int) -> Event | None:
        """Take out the next event that is due at `until_ms` (ms since the epoch) or before."""
        heap = self._heap
        if not heap or heap[0][0] > until_ms:
            return None
        event = heapq.heappop(heap)
        if event[0] < self._last_ms:
            raise BugError(f"time ran backwards at {event}")
        self._last_ms = event[0]
        self.happened += 1
        return event

    def __len__(self) -> int:
        """Return how many events are planned."""
        return len(self._heap)

    def state(self) -> AgendaState:
        """Return a snapshot."""
        return AgendaState(tuple(self._heap), self._planned, self.happened)

    def restore(self, state: AgendaState, now_ms: int) -> None:
        """Go back to a snapshot taken at `now_ms`."""
        self._heap = list(state.events)
        self._planned, self.happened, self._last_ms = state.planned, state.happened, now_ms
