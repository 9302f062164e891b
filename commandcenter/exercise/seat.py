"""The desk of an exercise: the same door, which also keeps a journal of what trainees did and when, for replays."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.dispatch.desk import Desk, Outcome
from commandcenter.exercise.stage import SIMULATED
from commandcenter.model.commands import Command
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class Done:
    """A trainee's command as it was accepted."""

    at_ms: int
    command: Command


class ExerciseDesk(Desk):
    """A desk whose outside commands wait for the simulator's step to end, so that a replay meets the same order."""

    def begin_journal(self) -> None:
        """Keep what comes from outside from now on."""
        self.journal: list[Done] = []
        self.turn = asyncio.Lock()

    async def submit(self, command: Command) -> Outcome:
        """Decide, commit, fold, tell, as every desk does."""
        if SIMULATED.get():
            return await super().submit(command)
        async with self.turn:
            outcome = await super().submit(command)
            self.journal.append(Done(self.clock.wall_ms(), command))
        return outcome

    async def submit_all(self, commands: Sequence[Command]) -> list[Outcome | Refused]:
        """Submit one after the other; a refused one does not stop the rest."""
        if SIMULATED.get():
            return await super().submit_all(commands)
        async with self.turn:
            outcomes = await super().submit_all(commands)
            now_ms = self.clock.wall_ms()
            self.journal += [Done(now_ms, c) for c, outcome in zip(commands, outcomes, strict=True) if isinstance(outcome, Outcome)]
        return outcomes


class RunIds:
    """Ids that a run repeats: a prefix of its own and a counter that a snapshot keeps."""

    def __init__(self, prefix: int, count: int = 0) -> None:
        """Go on after `count`."""
        self._prefix = prefix
        self.count = count

    def __call__(self) -> Id:
        """Return the next id."""
        self.count += 1
        return Id(f"{self._prefix:016x}{self.count:016x}")
