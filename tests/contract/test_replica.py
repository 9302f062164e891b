"""What every copy of an operation promises to sync: a log in memory, one on disk, a hub on SQLite, a hub on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.replica import HubReplica
from commandcenter.log.memory import MemoryLog
from commandcenter.log.rows import Tip
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryId, Key, Kind, Section, Write
from commandcenter.model.ids import derived_id
from commandcenter.sync.replica import Replica
from tests.fixtures_postgres import postgres

__all__ = ["postgres"]

OPERATION = derived_id("operation")
READER = DeviceKey(b"r" * 32)
KINDS = ["memory", "sqlite", "hub-sqlite", pytest.param("hub-postgres", marks=pytest.mark.xdist_group("postgres"))]


@pytest.fixture(params=KINDS)
def replica(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Replica]:
    if request.param.startswith("hub"):
        url = f"sqlite:///{tmp_path / 'hub.db'}" if request.param == "hub-sqlite" else request.getfixturevalue("postgres").new_database()
        database = HubDatabase(url, bytes(32))
        yield HubReplica(database, OPERATION, FakeClock())
        database.close()
        return
    log = MemoryLog(OPERATION, READER, FakeClock())
    disk = SqliteLog(tmp_path / "log.db", device=READER, database_key=bytes(32), operation=OPERATION, clock=FakeClock())
    yield log if request.param == "memory" else disk
    disk.close()


def feed(device: int, count: int, value: int = 0) -> list[SignedEntry]:
    """Entries of one device; another value makes other entries under the same numbers."""
    log = MemoryLog(OPERATION, DeviceKey(bytes([device]) * 32), FakeClock())
    for number in range(count):
        writes = (
            Write(Key(Kind.UNIT, derived_id("E1"), "crew"), value + number),
            Write(Key(Kind.CALL, derived_id("call"), "text"), "x", Section.PII),
        )
        log.append([Draft("UnitChanged", writes)], actor=derived_id("ann"), heads=lambda _: ())
    return [row.signed for row in log.signed()]


def ids(entries: list[SignedEntry]) -> list[EntryId]:
    return [entry.id for entry in entries]


def test_what_came_in_is_given_back_byte_by_byte_in_order(replica: Replica) -> None:
    one, two = feed(1, 3), feed(2, 2)
    taken = replica.ingest([one[0], two[0], one[1], one[2]], sender="x")
    replica.ingest([two[1].without("pii")], sender="x")
    rows = list(replica.signed())
    assert [row.signed for row in rows] == [one[0], two[0], one[1], one[2], two[1].without("pii")]
    assert [row.position for row in rows] == [1, 2, 3, 4, 5]
    assert [position for position, _ in taken.entries] == [1, 2, 3, 4]
    assert [row.id for row in replica.signed(after=3)] == [one[2].id, two[1].id]
    assert replica.position() == 5


def test_a_feed_can_be_read_alone_from_any_place(replica: Replica) -> None:
    one, two = feed(1, 3), feed(2, 2)
    replica.ingest([one[0], two[0], one[1], two[1], one[2]], sender="x")
    device = next(replica.signed()).device
    assert [row.signed for row in replica.feed(device)] == one
    assert [(row.seq, row.id, row.device) for row in replica.feed(device, after=1)] == [(2, one[1].id, device), (3, one[2].id, device)]
    assert list(replica.feed(device, after=3)) == []
    assert list(replica.feed(READER.id)) == []


def test_the_ends_of_feeds_follow_what_comes(replica: Replica) -> None:
    assert (replica.leaves(), replica.position(), replica.device_keys()) == ({}, 0, {})
    one, two = feed(1, 3), feed(2, 1)
    replica.ingest(one[:2], sender="x")
    replica.ingest([one[2], *two], sender="x")
    device, other = DeviceKey(bytes([1]) * 32), DeviceKey(bytes([2]) * 32)
    assert replica.leaves() == {device.id: (Tip(3, one[2].id),), other.id: (Tip(1, two[0].id),)}
    assert replica.device_keys() == {device.id: device.public_key, other.id: other.public_key}


def test_both_branches_of_a_fork_are_kept_and_are_ends(replica: Replica) -> None:
    left, right = feed(1, 4), feed(1, 3, value=50)
    replica.ingest(left[:2], sender="x")
    assert replica.ingest(right, sender="y").forks == [(DeviceKey(bytes([1]) * 32).id, seq) for seq in (1, 2)]
    replica.ingest(left[2:], sender="x")
    (ends,) = replica.leaves().values()
    assert ends == (Tip(3, right[2].id), Tip(4, left[3].id))
    (device,) = replica.leaves()
    assert sorted(row.id for row in replica.feed(device)) == sorted(ids(left + right))
    assert [row.seq for row in replica.feed(device)] == [1, 1, 2, 2, 3, 3, 4]


def test_entries_come_once_however_often_they_are_sent(replica: Replica) -> None:
    entries = feed(1, 3)
    replica.ingest(entries[:2], sender="x")
    again = replica.ingest([*entries, entries[2]], sender="y")
    assert (len(again.entries), again.duplicates, replica.position()) == (1, 3, 3)
    assert replica.known([*ids(entries), EntryId(bytes(32))]) == set(ids(entries))
    assert replica.known([]) == set()
    strangers = [EntryId(number.to_bytes(32, "big")) for number in range(40_000)]
    assert replica.known([*strangers, entries[0].id]) == {entries[0].id}


def test_a_hole_is_never_stored(replica: Replica) -> None:
    entries = feed(1, 4)
    replica.ingest(entries[:1], sender="x")
    taken = replica.ingest(entries[2:], sender="x")
    assert [seq for _, seq in taken.gaps] == [3, 4]
    assert replica.position() == 1
    assert replica.ingest(entries[1:], sender="x").gaps == []


def test_forgeries_stay_out(replica: Replica) -> None:
    entries = feed(1, 2)
    replica.ingest(entries[:1], sender="x")
    taken = replica.ingest([SignedEntry(entries[1].header, bytes(64), entries[1].sections)], sender="mallory")
    assert (taken.quarantined, replica.position()) == (1, 1)
    assert [refused.sender for refused in replica.quarantined()] == ["mallory"]  # type: ignore[attr-defined]
    assert replica.ingest(entries[1:], sender="x").quarantined == 0


def test_more_than_one_chunk_is_read_whole(replica: Replica) -> None:
    entries = feed(1, 1_030)
    for start in range(0, len(entries), 400):
        replica.ingest(entries[start : start + 400], sender="x")
    (device,) = replica.leaves()
    assert [row.id for row in replica.feed(device)] == ids(entries)
    assert [row.id for row in replica.signed()] == ids(entries)
