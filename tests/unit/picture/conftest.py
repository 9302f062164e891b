"""Desks that write and exchange entries, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from commandcenter.log.memory import MemoryLog
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Changes, Draft, Entry, EntryId, Key, Value, Write
from commandcenter.model.ids import Id, derived_id
from commandcenter.picture.picture import Picture

NewDesk = Callable[..., "Desk"]


class Desk:
    """One device with its log and its picture; drafts are plain (kind, entity, fields)."""

    def __init__(self, number: int, clock: FakeClock) -> None:
        self.log = MemoryLog(derived_id("operation"), DeviceKey(bytes([number]) * 32), clock)
        self.picture = Picture(self.log.operation)
        self.actor = derived_id("operator", str(number))
        self.last = Changes({})

    def write(
        self,
        kind: str,
        entity: Id,
        /,
        fields: Mapping[str, Value],
        type_: str = "Changed",
        section: str = "op",
        about: Mapping[str, Value] | None = None,
    ) -> Entry:
        draft = Draft(type_, tuple(Write(Key(kind, entity, name), value, section) for name, value in fields.items()), about=about or {})
        return self.submit(draft)

    def submit(self, draft: Draft) -> Entry:
        (entry,) = self.log.append([draft], actor=self.actor, heads=self.picture.heads)
        self.last = self.picture.apply(entry, self.log.count())
        return entry

    def resolve(self, key: Key, value: Value, heads: tuple[EntryId, ...]) -> Entry:
        return self.submit(Draft("ConflictResolved", (Write(key, value),), bases={key: heads}))

    def pull(self, other: Desk, *hidden: str) -> None:
        for position, entry in self.log.ingest([row.signed.without(*hidden) for row in other.log.signed()], sender="other").entries:
            self.last = self.picture.apply(entry, position)

    def signed(self) -> list[SignedEntry]:
        return [row.signed for row in self.log.signed()]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def new_desk(clock: FakeClock) -> NewDesk:
    return lambda number=1, own_clock=None: Desk(number, own_clock or clock)
