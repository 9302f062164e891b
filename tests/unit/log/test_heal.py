"""A damaged log is healed from what another has; nothing comes in that is not as its author signed it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from commandcenter.log.heal import Delivery, Healed, heal
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signed import read_entry
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.log.verify import audit
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryId, Key, Kind, Section, Write
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id

OPERATION, ANN = derived_id("operation"), derived_id("ann")
OURS, THEIRS = DeviceKey(b"o" * 32), DeviceKey(b"t" * 32)
PAGE = 4096


def open_log(path: Path) -> SqliteLog:
    return SqliteLog(path, device=OURS, database_key=bytes(32), operation=OPERATION, clock=FakeClock())


def notes(first: int, count: int) -> list[Draft]:
    return [
        Draft(
            "NoteAdded",
            (
                Write(Key(Kind.NOTE, derived_id("note", str(n)), "body"), {"text": f"line {n} " * 12}),
                Write(Key(Kind.NOTE, derived_id("note", str(n)), "by"), f"person {n}", Section.PII),
            ),
        )
        for n in range(first, first + count)
    ]


def no_heads(_: Key) -> tuple[EntryId, ...]:
    return ()


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, MemoryLog]:
    """Our log on disk, and a peer that has all of it but our last 5 entries; each wrote 60."""
    path = tmp_path / "log.db"
    ours, theirs = open_log(path), MemoryLog(OPERATION, THEIRS, FakeClock())
    ours.append(notes(0, 55), actor=ANN, heads=no_heads)
    theirs.append(notes(1000, 60), actor=ANN, heads=no_heads)
    theirs.ingest([row.signed for row in ours.signed()], sender="hub")
    ours.ingest([row.signed for row in theirs.feed(THEIRS.id)], sender="hub")
    ours.append(notes(55, 5), actor=ANN, heads=no_heads)
    ours.close()
    return path, theirs


def heal_from(path: Path, peer: MemoryLog | None) -> Healed:
    def source() -> Iterator[Delivery]:
        if peer is not None:
            yield [row.signed for row in peer.signed()], peer.device_keys()

    return heal(path, database_key=bytes(32), device=OURS, operation=OPERATION, source=source, clock=FakeClock())


def ids_of(path: Path) -> set[EntryId]:
    with closing(open_log(path)) as log:
        report = audit(log.signed(), operation=OPERATION, own_device=OURS.id, keys=log.device_keys())
        assert report.ok
        assert not any(read_entry(row.signed).withheld for row in log.signed())
        return {row.id for row in log.signed()}


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.7, 0.9])
def test_a_flipped_byte_in_the_file_is_healed_from_a_peer_and_our_own_tail_survives(pair: tuple[Path, MemoryLog], share: float) -> None:
    path, peer = pair
    whole = ids_of(path)
    raw = bytearray(path.read_bytes())
    place = int(len(raw) * share)
    raw[place] ^= 0x10
    path.write_bytes(raw)
    with pytest.raises(KnownError):
        ids_of(path)
    done = heal_from(path, peer)
    missing = whole - ids_of(path)
    assert done.kept.read_bytes() == bytes(raw)
    if done.salvaged:  # only where the very first pages are gone nothing can be read
        assert done.entries + len(missing) == 120
        assert len(missing) <= 5
    assert {row.id for row in peer.signed()} <= whole - missing


def test_rows_that_were_tampered_with_by_the_holder_of_the_key_are_replaced_by_the_good_bytes(pair: tuple[Path, MemoryLog]) -> None:
    path, peer = pair
    whole = ids_of(path)
    log = open_log(path)
    log.database.script(
        "DROP TRIGGER entries_are_signed",
        "DROP TRIGGER sections_are_signed",
        "DROP TRIGGER entries_stay",
        "DROP TRIGGER sections_stay",
        "UPDATE entries SET signature = zeroblob(64) WHERE position = 7",
        "UPDATE sections SET body = zeroblob(9) WHERE position = 70 AND name = 'pii'",
        "DELETE FROM sections WHERE position = 20",
        "DELETE FROM entries WHERE position = 20",
    )
    (third,) = (row for row in log.signed() if row.position == 3)
    changed = third.signed.header[:60] + bytes([third.signed.header[60] ^ 4]) + third.signed.header[61:]
    log.database.run(sa.text("UPDATE entries SET header = :header WHERE position = 3"), {"header": changed})
    report = audit(log.signed(), operation=OPERATION, own_device=OURS.id, keys=log.device_keys())
    assert [fault.position for fault in report.faults] == [3, 7, 21, 70]
    ours, theirs = 60 - 3 - 1 - 2, 115 - 70  # all later ones of a feed rest on what is bad in it
    assert report.consequence_count == ours + theirs
    log.close()
    done = heal_from(path, peer)
    assert ids_of(path) == whole
    assert (done.entries, done.completed, done.missing) == (120, 1, ())
    assert done.fetched >= 2


def test_a_removed_tail_comes_back_from_a_peer(pair: tuple[Path, MemoryLog]) -> None:
    path, peer = pair
    whole = ids_of(path)
    log = open_log(path)
    log.database.script(
        "DROP TRIGGER entries_stay",
        "DROP TRIGGER sections_stay",
        "DELETE FROM sections WHERE position > 30",
        "DELETE FROM entries WHERE position > 30",
    )
    log.close()
    done = heal_from(path, peer)
    assert (done.salvaged, done.entries) == (30, 115)
    assert len(whole - ids_of(path)) == 5


def test_a_log_that_is_open_elsewhere_is_not_taken_for_damaged(pair: tuple[Path, MemoryLog]) -> None:
    path, peer = pair
    with closing(open_log(path)), pytest.raises(KnownError, match="Another program"):
        heal_from(path, peer)
    assert len(ids_of(path)) == 120


def test_nothing_good_on_either_side_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(KnownError, match="nothing was changed"):
        heal_from(path, None)
    assert path.read_bytes() == b"not a database" * 1000
    assert sorted(one.name for one in tmp_path.iterdir()) == ["log.db"]


def test_what_nobody_has_is_named(pair: tuple[Path, MemoryLog], tmp_path: Path) -> None:
    path, peer = pair
    log = open_log(path)
    log.database.script(
        "DROP TRIGGER entries_stay",
        "DROP TRIGGER sections_stay",
        "DELETE FROM sections WHERE position = 118",
        "DELETE FROM entries WHERE position = 118",
    )
    log.close()
    done = heal_from(path, peer)
    assert (done.entries, done.missing) == (117, ((OURS.id, 59), (OURS.id, 60)))
    log = open_log(path)
    assert log.own_seq() == 57
    log.close()
