"""A small log and what the tests of this folder do to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from commandcenter.log.memory import MemoryLog
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.log.verify import audit
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryId, Key, Kind, Section, Write
from commandcenter.model.ids import derived_id

OPERATION, ANN = derived_id("operation"), derived_id("ann")
DEVICE, OTHER = DeviceKey(b"d" * 32), DeviceKey(b"o" * 32)
DATABASE_KEY = bytes(32)


def open_log(path: Path, *, begin: bool = True) -> SqliteLog:
    """Open the log of this folder's operation; `begin`: make it where it is not there."""
    path.with_name(path.name + ".reserve").touch()  # an empty reserve: the true one is four megabytes of writing
    return SqliteLog(path, device=DEVICE, database_key=DATABASE_KEY, operation=OPERATION if begin else None, clock=FakeClock())


def no_heads(_: Key) -> tuple[EntryId, ...]:
    return ()


def note(number: int, size: int = 60) -> Draft:
    """A note with something personal in it."""
    here = derived_id("note", str(number))
    return Draft("NoteAdded", (Write(Key(Kind.NOTE, here, "body"), "x" * size), Write(Key(Kind.NOTE, here, "caller"), "Eve", Section.PII)))


def append(log: SqliteLog | MemoryLog, numbers: Sequence[int], size: int = 60) -> list[EntryId]:
    """Write notes in one commit; return their ids, which are acknowledged now."""
    return [entry.id for entry in log.append([note(number, size) for number in numbers], actor=ANN, heads=no_heads)]


def foreign(count: int) -> list[SignedEntry]:
    """Entries of another device, for ingesting."""
    log = MemoryLog(OPERATION, OTHER, FakeClock())
    append(log, range(count))
    return [row.signed for row in log.signed()]


def ids(log: SqliteLog) -> set[EntryId]:
    return {row.id for row in log.signed()}


def sound(log: SqliteLog) -> bool:
    """Return whether every entry is as it was signed and the next one can be written."""
    append(log, [1_000_000])
    return audit(log.signed(), operation=OPERATION, own_device=log.device, keys=log.device_keys()).ok
