"""Makes things happen in order: takes what is due, sets the clock to it, lets its actor act, and all actors see what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from commandcenter.exercise.agenda import Agenda, AgendaState
from commandcenter.exercise.streams import Streams

SetClock = Callable[[int], None]
"""Sets the time in ms; does nothing where the wall's clock rules."""


class Actor(Protocol):
    """Somebody simulated. What it knows is plain, immutable values, so that a snapshot is a shallow copy."""

    async def act(self, what: str, about: str, step: int) -> None:
        """Do what was planned."""

    async def settle(self) -> None:
        """Answer what has changed since the last call; asked for when the agenda was stirred."""

    def state(self) -> Any:  # noqa: ANN401 - each actor's own
        """Return a snapshot."""

    def restore(self, state: Any) -> None:  # noqa: ANN401 - each actor's own
        """Go back to a snapshot."""


@dataclass(frozen=True, slots=True)
class EngineState:
    """A snapshot of everything simulated."""

    now_ms: int
    agenda: AgendaState
    streams: Mapping[str, int]
    actors: Mapping[str, Any]


class Engine:
    """Runs the actors. One task at a time, in the desk's loop."""

    def __init__(self, agenda: Agenda, streams: Streams, set_clock: SetClock) -> None:
        """Start with nobody."""
        self.agenda = agenda
        self.streams = streams
        self.now_ms = 0
        self._set_clock = set_clock
        self._actors: dict[str, Actor] = {}

    def add(self, name: str, actor: Actor) -> None:
        """Let an actor take part; events name it."""
        self._actors[name] = actor

    async def run_until(self, moment_ms: int, stop: Callable[[], bool] | None = None) -> None:
        """Let everything happen that is due up to a moment; end early, at the moment reached, when `stop` says so."""
        agenda, acts = self.agenda, {name: actor.act for name, actor in self._actors.items()}
        await self._settle()
        if stop is not None and stop():
            return
        for due_ms, _, actor, what, about, step in agenda.due(moment_ms):
            if due_ms > self.now_ms:
                self._move_to(due_ms)
            await acts[actor](what, about, step)
            if agenda.stirred:
                await self._settle()
            if stop is not None and stop():
                return
        if moment_ms > self.now_ms:
            self._move_to(moment_ms)

    async def _settle(self) -> None:
        """Let everybody answer what the others did, until all are at rest: nobody learns of it only at the next event."""
        while self.agenda.stirred:
            self.agenda.stirred = False
            for actor in self._actors.values():
                await actor.settle()

    def _move_to(self, moment_ms: int) -> None:
        self.now_ms = moment_ms
        self._set_clock(moment_ms)

    def state(self) -> EngineState:
        """Return a snapshot."""
        return EngineState(self.now_ms, self.agenda.state(), self.streams.state(), {name: actor.state() for name, actor in self._actors.items()})

    def restore(self, state: EngineState) -> None:
        """Go back to a snapshot."""
        self.now_ms = state.now_ms
        self.agenda.restore(state.agenda, state.now_ms)
        self.streams.restore(state.streams)
        for name, actor in self._actors.items():
            actor.restore(state.actors[name])
        self._set_clock(self.now_ms)
