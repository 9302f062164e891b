"""Back to any moment of a run: the past is written anew into a log of its own, then played on. Both timelines are kept."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import fields, replace
from functools import partial
from typing import Any

from commandcenter.exercise.acts import Asked, Came, ControlAct
from commandcenter.exercise.course import Course, OpenLog, Snapshot, run_operation
from commandcenter.exercise.crews import ACTOR as CREWS
from commandcenter.exercise.injects import ACTOR as INJECTS
from commandcenter.exercise.seat import Done
from commandcenter.log.header import BASIS_BYTES
from commandcenter.log.ledger import Ledger
from commandcenter.log.signed import read_entry
from commandcenter.model.clock import Clock
from commandcenter.model.collecting import no_collection
from commandcenter.model.commands import Command
from commandcenter.model.entries import Draft, Entry, EntryId, Key, Kind, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, id_bytes, id_from_bytes
from commandcenter.model.ports import TrackStore


class _PastClock:
    """Stands at the moment of the entry that is being written anew."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.at_ms: int | None = None

    def wall_ms(self) -> int:
        """Return that moment; the run's own time when there is none."""
        return self._clock.wall_ms() if self.at_ms is None else self.at_ms

    def monotonic_s(self) -> float:
        """Return the run's own."""
        return self._clock.monotonic_s()


async def branch(course: Course, moment_ms: int, open_log: OpenLog, number: int) -> Course:
    """Return a new run that shares the past of `course` up to a moment (ms since the epoch) and goes its own way from there.

    Nearest snapshot, then replay: the simulated people act again, the trainees' commands are submitted again at their
    moments. The first run stays as it is. `number` tells branches of one run apart. Raises `Refused`.
    """
    snapshot = _nearest(course, moment_ms)
    operation = run_operation(course.scenario, course.settings, number)
    past: list[_PastClock] = []

    def opened(operation_: Id, clock: Clock) -> tuple[Ledger, TrackStore, Executor]:
        past.append(_PastClock(clock))
        return open_log(operation_, past[0])

    twin = Course(course.scenario, course.ground, course.settings, opened, operation)
    loop = asyncio.get_running_loop()
    entries = await loop.run_in_executor(course.writer, lambda: [e for _, e in course.log.entries()])
    names = _Names([entry.id for entry in entries])
    write = partial(_write_anew, entries[: snapshot.entries], course.operation, twin.log, past[0], names)
    for position, entry in await loop.run_in_executor(twin.writer, write):
        twin.desk.picture.apply(entry, position)
    past[0].at_ms = None
    twin.crews.remember(course.crews, snapshot.engine.actors[CREWS])
    twin.snapshots += [names.snapshot(one) for one in course.snapshots if one.engine.now_ms <= snapshot.engine.now_ms]
    twin.come_from(twin.snapshots[-1])
    twin.desk.journal += [names.done(done) for done in course.desk.journal[: snapshot.journal]]
    for done in course.desk.journal[snapshot.journal :]:
        if done.at_ms > moment_ms:
            break
        await twin.advance_to(done.at_ms)
        await _redo(twin, done.command, course.operation, past[0], names)
    await twin.advance_to(moment_ms)
    return twin


class _Names:
    """Entries of the first run by the beginning of their ids, and what they are called in the branch: both count alike."""

    def __init__(self, old: list[EntryId]) -> None:
        self._old = old
        self.anew: dict[bytes, EntryId] = {}
        self._known = 0

    def learn(self, new: Iterable[EntryId]) -> None:
        """Take in the next entries of the branch."""
        for entry_id in new:
            if self._known < len(self._old):
                self.anew[self._old[self._known][:BASIS_BYTES]] = entry_id
            self._known += 1

    @property
    def known(self) -> int:
        """Return how many entries of the branch have been taken in."""
        return self._known

    def auth(self, auth: Id) -> Id:
        """Return what the branch calls the grant that somebody acted under."""
        new = self.anew.get(id_bytes(auth))
        return auth if new is None else id_from_bytes(new[:BASIS_BYTES])

    def done(self, done: Done) -> Done:
        """Return a line of the journal as the branch would have written it."""
        return replace(done, command=self.told(done.command)) if isinstance(done.command, Command) else done

    def snapshot(self, snapshot: Snapshot) -> Snapshot:
        """Return a snapshot with the branch's names for the entries that injects made."""
        state = snapshot.engine.actors[INJECTS]
        named = replace(state, staged=frozenset(map(self.said, state.staged)))
        return replace(snapshot, engine=replace(snapshot.engine, actors={**snapshot.engine.actors, INJECTS: named}))

    def told(self, command: Command) -> Command:
        """Return a command with the branch's names for entries."""
        return replace(command, **{f.name: self.said(getattr(command, f.name)) for f in fields(command)})

    def said(self, what: Any) -> Any:  # noqa: ANN401 - a command's field, whatever it is
        """Return a value with the branch's names for entries."""
        if isinstance(what, bytes):
            return self.anew.get(what[:BASIS_BYTES], what)
        if isinstance(what, tuple) and not hasattr(what, "_fields"):
            return tuple(self.said(one) for one in what)
        return what


async def _redo(twin: Course, what: Command | ControlAct | Asked | Came, before: Id, clock: _PastClock, names: _Names) -> None:
    """Do again in a branch what had come from outside."""
    loop = asyncio.get_running_loop()
    mine = await loop.run_in_executor(twin.writer, lambda: [e.id for _, e in twin.log.entries(names.known)])
    names.learn(mine)
    if isinstance(what, Came):
        write = partial(_write_anew, [read_entry(signed) for signed in what.entries], before, twin.log, clock, names)
        arrived = await loop.run_in_executor(twin.writer, write)
        clock.at_ms = None
        await twin.desk.take_in(arrived)
    elif isinstance(what, Command):
        await twin.redo(names.told(what))
    else:
        await twin.redo(what)


def _nearest(course: Course, moment_ms: int) -> Snapshot:
    earlier = [s for s in course.snapshots if s.engine.now_ms <= moment_ms]
    if not earlier or moment_ms > course.clock.wall_ms():
        raise Refused("The exercise has not been at this moment.")
    return earlier[-1]


def _write_anew(entries: Sequence[Entry], before: Id, log: Ledger, clock: _PastClock, names: _Names) -> list[tuple[int, Entry]]:
    """Sign the past for the new operation, at the moments at which it happened; return it by position. In the new log's thread.

    What an entry superseded it supersedes again: where two desks had contradicted each other, they do so here too.
    """
    position, written = log.count(), []
    with log.at_once(), no_collection():
        for entry in entries:
            clock.at_ms = entry.wall_ms
            writes = tuple(_moved(entry, before, log.operation))
            bases = {new.key: tuple(names.anew[one] for one in entry.bases[old.key.opaque()]) for old, new in zip(entry.writes, writes, strict=True)}
            draft, auth = Draft(entry.type, writes, bases, entry.about), names.auth(entry.auth)
            for done in log.append([draft], actor=entry.actor, heads=bases.__getitem__, auth=auth):
                position += 1
                written.append((position, done))
                names.learn((done.id,))
    return written


def _moved(entry: Entry, before: Id, after: Id) -> Iterator[Write]:
    """Yield an entry's writes; what is said of the old operation is said of the new one."""
    for write in entry.writes:
        own = write.key.kind == Kind.OPERATION and write.key.entity == before
        yield write._replace(key=Key(write.key.kind, after, write.key.field)) if own else write
