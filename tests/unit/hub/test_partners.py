"""A hub gives a partner's device the sections that were decided, and carries out erasures, in whatever order entries come."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.gate import Gate
from commandcenter.hub.replica import HubReplica
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Section, Write
from commandcenter.model.ids import Id, derived_id, founded_id
from commandcenter.picture.picture import Picture
from commandcenter.picture.privacy import short_id

FOUNDER, PARTNER, STRANGER = DeviceKey(b"f" * 32), DeviceKey(b"p" * 32), DeviceKey(b"s" * 32)
OPERATION = founded_id(FOUNDER.id, exercise=False, new_id=lambda: derived_id("op"))
CHIEF, RED_CROSS = derived_id("chief"), derived_id("red cross")


def draft(type_: str, kind: Kind, entity: Id, field: str, value: object, section: str = Section.OP) -> Draft:
    return Draft(type_, (Write(Key(kind, entity, field), value, section),))  # type: ignore[arg-type] # plain values


CALL = draft(EntryType.CALL_TAKEN, Kind.CALL, derived_id("call"), "caller_name", "Eve", Section.PII)
CARE = draft(EntryType.NOTE_ADDED, Kind.NOTE, derived_id("note"), "body", "allergic", Section.MED)
BEGUN = draft(EntryType.RIGHTS_BEGUN, Kind.GRANT, OPERATION, "begun", {"ends": {}})


class Place:
    """One operation at a hub, and its founder's log."""

    def __init__(self, database: HubDatabase) -> None:
        self.replica, self.gate = HubReplica(database, OPERATION, FakeClock()), Gate(database)
        self.log, self.picture = MemoryLog(OPERATION, FOUNDER, FakeClock()), Picture(OPERATION)

    def does(self, *drafts: Draft) -> list[SignedEntry]:
        entries = self.log.append(drafts, actor=CHIEF, heads=self.picture.heads)
        for position, entry in enumerate(entries, start=self.log.count() - len(entries) + 1):
            self.picture.apply(entry, position)
        rows = [row.signed for row in self.log.signed()][-len(entries) :]
        self.gives(rows)
        return rows

    def gives(self, rows: list[SignedEntry]) -> None:
        taken = self.replica.ingest(rows, sender="founder", keys=self.log.device_keys())
        self.gate.carry_out_erasures((entry for _, entry in (*taken.entries, *taken.completed)), self.replica)

    def sections(self, device: DeviceKey | None) -> set[str]:
        copy = self.gate.copy_for(device.id if device else None, self.replica)
        rows = [*copy.signed(), *copy.feed(FOUNDER.id)]
        assert copy.leaves() == self.replica.leaves()
        return {name for row in rows for name in row.signed.sections}


@pytest.fixture
def place(database_url: str) -> Iterator[Place]:
    database = HubDatabase(database_url, bytes(32))
    yield Place(database)
    database.close()


def sharing(sections: list[str], *devices: DeviceKey) -> Draft:
    keys = Key(Kind.SHARING, RED_CROSS, "sections"), Key(Kind.SHARING, RED_CROSS, "devices")
    return Draft(EntryType.SHARING_SET, (Write(keys[0], sections), Write(keys[1], [device.id for device in devices])))


def test_a_partners_device_gets_what_was_decided_for_it_and_others_get_all(place: Place) -> None:
    place.does(CALL, CARE, sharing(["op"], PARTNER))
    assert place.sections(PARTNER) == {"op"}
    assert place.sections(None) == place.sections(STRANGER) == place.sections(FOUNDER) == {"op", "med", "pii"}
    place.does(sharing(["op", "med"], PARTNER))
    assert place.sections(PARTNER) == {"op", "med"}


def test_a_device_that_is_enrolled_for_partners_only_gets_what_any_partner_gets(place: Place) -> None:
    enrolled = draft(EntryType.DEVICE_ENROLLED, Kind.DEVICE, PARTNER.id, "enrolled", {"name": "theirs", "roles": ["partner"]})
    place.does(BEGUN, enrolled, CALL)
    assert place.sections(PARTNER) == {"op"}
    assert place.sections(FOUNDER) == {"op", "pii"}


def erasure(of: SignedEntry) -> Draft:
    return draft(EntryType.PERSONAL_DATA_ERASED, Kind.ERASURE, short_id(of.id), "pii", {"reason": "asked"})


def test_an_erasure_is_carried_out_and_stays(place: Place) -> None:
    (call,) = place.does(CALL)
    place.does(erasure(call))
    assert place.sections(None) == {"op"}
    place.gives([call])
    assert place.sections(None) == {"op"}


def test_an_erasure_that_comes_first_is_carried_out_later(place: Place) -> None:
    other = MemoryLog(OPERATION, STRANGER, FakeClock())
    other.append([CALL], actor=CHIEF, heads=lambda _: ())
    (call,) = (row.signed for row in other.signed())
    place.does(erasure(call))
    place.gives([call])
    assert place.sections(None) == {"op"}


def test_nobody_without_right_erases_at_the_hub_or_shares(place: Place) -> None:
    (_, call) = place.does(BEGUN, CALL)
    thief = MemoryLog(OPERATION, STRANGER, FakeClock())
    thief.append([erasure(call), sharing(["op"], FOUNDER)], actor=CHIEF, heads=lambda _: ())
    place.gives([row.signed for row in thief.signed()])
    assert place.sections(FOUNDER) == {"op", "pii"}
