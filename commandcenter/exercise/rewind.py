"""Back to any moment of a run: the past is written anew into a log of its own, then played on. Both timelines are kept."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import Executor

from commandcenter.exercise.course import Course, OpenLog, Snapshot, run_operation
from commandcenter.exercise.crews import ACTOR as CREWS
from commandcenter.log.header import BASIS_BYTES
from commandcenter.log.ledger import Ledger
from commandcenter.model.clock import Clock
from commandcenter.model.entries import Draft, Entry, EntryId, Key, Kind, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.ports import TrackStore
from commandcenter.picture.picture import Picture


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
    entries = await loop.run_in_executor(course.writer, lambda: [e for p, e in course.log.entries() if p <= snapshot.entries])
    await loop.run_in_executor(twin.writer, _write_anew, entries, course.operation, twin.log, twin.desk.picture, past[0])
    past[0].at_ms = None
    twin.ids.count = snapshot.ids
    twin.tracks.put(snapshot.positions)
    twin.crews.drives.extend(course.crews.drives[: snapshot.engine.actors[CREWS].drives])
    twin.engine.restore(snapshot.engine)
    twin.stage.touched()
    twin.desk.journal.extend(course.desk.journal[: snapshot.journal])
    for done in course.desk.journal[snapshot.journal :]:
        if done.at_ms > moment_ms:
            break
        await twin.advance_to(done.at_ms)
        await twin.desk.submit(done.command)
    await twin.advance_to(moment_ms)
    return twin


def _nearest(course: Course, moment_ms: int) -> Snapshot:
    earlier = [s for s in course.snapshots if s.engine.now_ms <= moment_ms]
    if not earlier or moment_ms > course.clock.wall_ms():
        raise Refused("The exercise has not been at this moment.")
    return earlier[-1]


def _write_anew(entries: list[Entry], before: Id, log: Ledger, picture: Picture, clock: _PastClock) -> None:
    """Sign the past for the new operation and fold it, at the moments at which it happened. In the new log's thread.

    What an entry superseded it supersedes again: where two desks had contradicted each other, they do so here too.
    """
    position = log.count()
    anew: dict[bytes, EntryId] = {}
    for entry in entries:
        clock.at_ms = entry.wall_ms
        writes = tuple(_moved(entry, before, log.operation))
        bases = {new.key: tuple(anew[b] for b in entry.bases[old.key.opaque()]) for old, new in zip(entry.writes, writes, strict=True)}
        for done in log.append([Draft(entry.type, writes, bases, entry.about)], actor=entry.actor, heads=picture.heads):
            position += 1
            picture.apply(done, position)
            anew[entry.id[:BASIS_BYTES]] = done.id


def _moved(entry: Entry, before: Id, after: Id) -> Iterator[Write]:
    """Yield an entry's writes; what is said of the old operation is said of the new one."""
    for write in entry.writes:
        own = write.key.kind == Kind.OPERATION and write.key.entity == before
        yield write._replace(key=Key(write.key.kind, after, write.key.field)) if own else write
