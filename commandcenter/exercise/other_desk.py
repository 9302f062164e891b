"""A second desk that was cut off: what it did meanwhile arrives when the line is back, with all the conflicts that brings. An actor.

Its state is a position in the log and a list of what it did, so a snapshot is a copy: its own copy of the log, its
picture and its entries are made when the desks meet again.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from commandcenter.dispatch.desk import Desk
from commandcenter.dispatch.handlers import HANDLERS
from commandcenter.dispatch.now import Now
from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.salts import counted_salts
from commandcenter.exercise.seat import RunIds
from commandcenter.exercise.stage import SIMULATED
from commandcenter.log.ledger import Ledger
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.commands import Command, SignIn
from commandcenter.model.entries import Entry
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, derived_id
from commandcenter.picture.picture import Picture

ACTOR = "other desk"
PERSON = derived_id("operator", "exercise other desk")
NAME = "Desk 2"
IDS_EACH = 1 << 16
"""Ids that one act may use up: the next act's are others."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that the other desk did while it was cut off."""

    at_ms: int
    command: Command


@dataclass(frozen=True, slots=True)
class OtherDeskState:
    """A snapshot."""

    cut_at: int | None = None
    """How many entries both desks had when the line went; `None`: they are together."""
    until_ms: int = 0
    deeds: tuple[Deed, ...] = ()
    met: int = 0
    """How often they have met again."""


class _DeedClock:
    """Shows when the other desk did what it is doing."""

    def __init__(self) -> None:
        self.at_ms = 0

    def wall_ms(self) -> int:
        """Return that moment."""
        return self.at_ms

    def monotonic_s(self) -> float:
        """Return it in seconds."""
        return self.at_ms / 1000


class OtherDesk:
    """Plays the second desk. One thread, that of the desk's loop; log work in the log's thread."""

    def __init__(self, desk: Desk, log: Ledger, writer: Executor, agenda: Agenda, seed: str) -> None:
        """Be together with this desk. `seed` makes its key, which is no secret: what it signs can never be live."""
        self._desk, self._log, self._writer, self._agenda = desk, log, writer, agenda
        self._seed = seed
        self._now = OtherDeskState()

    @property
    def apart(self) -> bool:
        """Return whether the line is cut."""
        return self._now.cut_at is not None

    def part(self, until_ms: int) -> None:
        """Cut the line until a moment; a cut that holds already lasts longer."""
        if self._now.cut_at is None:
            self._now = replace(self._now, cut_at=self._desk.picture.count(), deeds=())
        self._now = replace(self._now, until_ms=max(until_ms, self._now.until_ms))
        self._agenda.plan(until_ms, ACTOR, "meet")

    def do(self, at_ms: int, command: Command) -> bool:
        """Let it do something on what it knows; return whether it is cut off, for else this is the player's to do."""
        if self._now.cut_at is None:
            return False
        self._now = replace(self._now, deeds=(*self._now.deeds, Deed(at_ms, command)))
        return True

    async def act(self, what: str, about: str, step: int) -> None:
        """Bring the desks together again, when the last cut is over."""
        state = self._now
        if state.cut_at is None or self._desk.clock.wall_ms() < state.until_ms:
            return
        self._now = OtherDeskState(met=state.met + 1)
        arrived = await asyncio.get_running_loop().run_in_executor(self._writer, self._meet, state)
        token = SIMULATED.set(True)
        try:
            await self._desk.take_in(arrived)
        finally:
            SIMULATED.reset(token)

    async def settle(self) -> None:
        """Answer nothing: it does not hear of anything while it is cut off."""

    def _meet(self, state: OtherDeskState) -> Sequence[tuple[int, Entry]]:
        """Write what it did onto what it knew, and take that in; in the log's thread."""
        clock, cut_at = _DeedClock(), state.cut_at or 0
        key = DeviceKey(hashlib.sha256(f"{self._seed}\0{state.met}".encode()).digest())
        mirror, picture = MemoryLog(self._log.operation, key, clock, counted_salts(key)), Picture(self._log.operation)
        known = [row.signed for row in self._log.signed() if row.position <= cut_at]
        for position, entry in mirror.ingest(known, sender=NAME, keys=self._log.device_keys()).entries:
            picture.apply(entry, position)
        mine = mirror.count()
        deeds = (Deed(state.deeds[0].at_ms if state.deeds else 0, SignIn(PERSON, NAME, "dispatcher")), *state.deeds)
        for n, deed in enumerate(deeds):
            clock.at_ms = deed.at_ms
            new_id = RunIds(int(derived_id(self._seed, str(state.met))[:16], 16), n * IDS_EACH)
            self._carry_out(mirror, picture, deed, new_id)
        told = [row.signed for row in mirror.signed() if row.position > mine]
        return self._log.ingest(told, sender=NAME, keys=mirror.device_keys()).entries

    def _carry_out(self, mirror: Ledger, picture: Picture, deed: Deed, new_id: Callable[[], Id]) -> None:
        """Decide as any desk does; what its own picture forbids it does not do."""
        now = Now(deed.at_ms, PERSON, new_id, self._desk.catalogue, None, mirror.device)
        try:
            drafts = HANDLERS[type(deed.command)](picture, deed.command, now)
        except Refused:
            return
        position = mirror.count()
        for entry in mirror.append(drafts, actor=PERSON, heads=picture.heads):
            position += 1
            picture.apply(entry, position)

    def state(self) -> OtherDeskState:
        """Return a snapshot."""
        return self._now

    def restore(self, state: OtherDeskState) -> None:
        """Go back to a snapshot."""
        self._now = state
