"""Devices of one operation: honest ones that ask the table, and hands that sign whatever they like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from itertools import count

import pytest

from commandcenter.dispatch.handlers import HANDLERS
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.past import history_of
from commandcenter.dispatch.warrant import authority, check_types
from commandcenter.log import recovery
from commandcenter.log.memory import MemoryLog
from commandcenter.log.recovery import found_operation
from commandcenter.log.signing import DeviceKey
from commandcenter.model import commands as c
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Entry, EntryType, Key, Kind, Value, Write
from commandcenter.model.ids import NO_AUTH, Id, NewId, counting_ids, derived_id
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture
from commandcenter.picture.rights import Reason
from commandcenter.picture.standing import grant_id
from commandcenter.resources.catalogue import default_catalogue

CATALOGUE = default_catalogue()
ANN, BEN, CLEO, DAN = (derived_id("operator", name) for name in ("ann", "ben", "cleo", "dan"))
NewNode = Callable[..., "Node"]


def key(number: int) -> DeviceKey:
    return DeviceKey(bytes([number]) * 32)


OPERATION, CODE = found_operation(key(1).id, lambda count: bytes(range(count)))
"""Founded by Ann's laptop, and what its recovery paper says."""


_commitment = cache(recovery._commitment)


@contextmanager
def new_process() -> Iterator[list[bytes]]:
    """Know of no recovery key, as a process that starts; give the list of those that are computed (in these tests at no cost twice)."""
    computed: list[bytes] = []

    def commitment(public_key: bytes, founder: Id) -> bytes:
        computed.append(public_key)
        return _commitment(public_key, founder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recovery, "_FITTING", {})
        patch.setattr(recovery, "_UNFIT", {})
        patch.setattr(recovery, "_commitment", commitment)
        yield computed


class Node:
    """One laptop with one person at it."""

    def __init__(self, number: int, actor: Id, clock: FakeClock, new_id: NewId, operation: Id = OPERATION) -> None:
        salts = count(1)
        self.log = MemoryLog(operation, key(number), clock, lambda: next(salts).to_bytes(16, "big"))
        self.picture = Picture(operation)
        self.actor, self.clock, self.new_id = actor, clock, new_id

    @property
    def device(self) -> Id:
        return self.log.device

    def do(self, command: c.Command) -> tuple[Entry, ...]:
        """Carry out a command as the program does."""
        self.clock.advance(1)
        auth = authority(self.picture.rights, None, self.device, self.actor, type(command))
        history = history_of(self.log, command.entry_id) if isinstance(command, c.Undo) else None
        now = Now(self.clock.wall_ms(), self.actor, self.new_id, CATALOGUE, history, self.device)
        drafts = HANDLERS[type(command)](self.picture, command, now)
        check_types(self.picture.rights, auth, self.actor, drafts, type(command))
        return self._append(drafts, self.actor, auth)

    def forge(self, draft: Draft, auth: Id = NO_AUTH, actor: Id | None = None) -> Entry:
        """Sign an entry that nobody checked."""
        return self._append([draft], actor or self.actor, auth)[0]

    def _append(self, drafts: list[Draft], actor: Id, auth: Id) -> tuple[Entry, ...]:
        done = self.log.append(drafts, actor=actor, heads=self.picture.heads, auth=auth)
        for position, entry in enumerate(done, start=self.log.count() - len(done) + 1):
            self.picture.apply(entry, position)
        self._settle()
        return done

    def pull(self, *others: Node) -> None:
        for other in others:
            taken = self.log.ingest([row.signed for row in other.log.signed()], sender="other", keys=other.log.device_keys())
            for position, entry in taken.entries:
                self.picture.apply(entry, position)
            self._settle()

    def _settle(self) -> None:
        if self.picture.rights.stale:
            self.picture.become(picture_of(self.log.operation, self.log.entries))

    def note(self, text: str) -> Entry:
        return self.do(c.AddNote(text))[0]

    def grant(self, actor: Id, role: str, name: str = "Somebody") -> Id:
        return grant_id(self.do(c.GrantRole(actor, name, role))[-1].id)

    def enrol(self, other: Node, *roles: str) -> None:
        self.do(c.EnrolDevice(other.device, "Laptop", roles))

    def reason(self, entry: Entry) -> Reason:
        return self.picture.rights.judge(entry).reason

    def notes(self) -> set[str]:
        return texts(self.picture)


def texts(picture: Picture) -> set[str]:
    lines = picture.lines(10_000)
    return {str(line.summary["text"]) for line in lines if line.type == EntryType.NOTE_ADDED and line.not_counted is None}


def note(text: str, kind: str = Kind.NOTE, extra: Mapping[Key, Value] | None = None) -> Draft:
    writes = (Write(Key(kind, derived_id("note", text), "body"), {"text": text, "incident": None, "unit": None}),)
    return Draft(EntryType.NOTE_ADDED, writes + tuple(Write(at, value) for at, value in (extra or {}).items()))


@pytest.fixture
def node() -> NewNode:
    clock, new_id = FakeClock(), counting_ids(1)
    return lambda number, actor, operation=OPERATION: Node(number, actor, clock, new_id, operation)


@pytest.fixture
def ann(node: NewNode) -> Node:
    """The founder at her laptop; the operation is opened."""
    founder = node(1, ANN)
    founder.do(c.OpenOperation("Flood", "town"))
    founder.do(c.SignIn(ANN, "Ann", "dispatcher"))
    return founder
