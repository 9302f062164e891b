"""The desk of an exercise: the same door, which also keeps a journal of what trainees did and when, for replays."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence, Set
from dataclasses import dataclass

from commandcenter.dispatch.desk import Desk, Outcome
from commandcenter.exercise.acts import Asked, Came, ControlAct
from commandcenter.exercise.scenario import Text
from commandcenter.exercise.stage import SIMULATED
from commandcenter.log.ledger import Ledger
from commandcenter.log.signed import SignedEntry
from commandcenter.model.commands import AddNote, Command, SendMessage
from commandcenter.model.entries import Entry
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, derived_id


@dataclass(frozen=True, slots=True)
class Done:
    """What came from outside and was accepted: a trainee's command, a controller's act, entries of other computers."""

    at_ms: int
    command: Command | ControlAct | Asked | Came


async def nowhere(_done: Done) -> None:
    """Keep nothing: a run that lives in memory only."""


PEOPLE = derived_id("operator", "exercise people")
"""The simulated people: whoever speaks in an exercise and does not play."""
PEOPLE_SAID = Text({"en": "Simulated people", "zh": "模拟人员"})


class ExerciseDesk(Desk):
    """A desk whose outside commands wait for the simulator's step to end, so that a replay meets the same order."""

    def begin_journal(self, log: Ledger) -> None:
        """Keep what comes from outside from now on; `log` is this desk's own."""
        self._ledger = log
        self.journal: list[Done] = []
        self.turn = asyncio.Lock()
        self.on_done: Callable[[Done], Awaitable[None]] = nowhere
        """Called with everything that comes into the journal; whoever gave the command hears of it when this has returned."""

    def actor_of(self, command: Command) -> Id:
        """Return who gives a command: what simulated people say is theirs, so that the player sees it arrive unread."""
        return PEOPLE if SIMULATED.get() and isinstance(command, SendMessage | AddNote) else super().actor_of(command)

    async def note(self, what: Command | ControlAct | Asked | Came) -> None:
        """Put something that has just been done into the journal, and wait until it is kept."""
        done = Done(self.clock.wall_ms(), what)
        self.journal.append(done)
        await self.on_done(done)

    async def submit(self, command: Command) -> Outcome:
        """Decide, commit, fold, tell, as every desk does."""
        if SIMULATED.get():
            return await super().submit(command)
        async with self.turn:
            outcome = await super().submit(command)
            await self.note(command)
        return outcome

    async def submit_all(self, commands: Sequence[Command]) -> list[Outcome | Refused]:
        """Submit one after the other; a refused one does not stop the rest."""
        if SIMULATED.get():
            return await super().submit_all(commands)
        async with self.turn:
            outcomes = await super().submit_all(commands)
            for command, outcome in zip(commands, outcomes, strict=True):
                if isinstance(outcome, Outcome):
                    await self.note(command)
        return outcomes

    async def take_in(self, entries: Sequence[tuple[int, Entry]], *, completed: bool = False) -> None:
        """Fold entries of others between two steps of the simulator; those of other computers go into the journal."""
        if SIMULATED.get():
            await super().take_in(entries, completed=completed)
            return
        async with self.turn:
            await super().take_in(entries, completed=completed)
            if entries:
                wanted = {position for position, _ in entries}
                rows = await asyncio.get_running_loop().run_in_executor(self._writer, self._signed, wanted)
                await self.note(Came(tuple(rows)))

    def _signed(self, positions: Set[int]) -> list[SignedEntry]:
        """Return entries as they were signed; in the log's thread."""
        return [row.signed for row in self._ledger.signed(min(positions) - 1) if row.position in positions]


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
