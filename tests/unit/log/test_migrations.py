"""Every released schema can be brought up to date, and none is left half-way."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from commandcenter.log.database import Database
from commandcenter.log.memory import MemoryLog
from commandcenter.log.migrations import MIGRATIONS, Migration, migrate, version
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog, SqliteRows
from commandcenter.log.verify import audit
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id, id_bytes

OPERATION, DEVICE = derived_id("operation"), DeviceKey(b"d" * 32)


def write_version_1(path: Path, drafts: list[Draft]) -> MemoryLog:
    """A file as the first version left it, written without this version's store."""
    source = MemoryLog(OPERATION, DEVICE, FakeClock())
    source.append(drafts, actor=derived_id("ann"), heads=lambda _: ())
    database = Database(path, bytes(32))
    migrate(database, MIGRATIONS[:1])
    with database.transaction():
        database.run(sa.text("INSERT INTO meta VALUES ('operation', :id)"), {"id": id_bytes(OPERATION)})
        database.run(sa.text("INSERT INTO devices VALUES (:id, :key)"), {"id": id_bytes(DEVICE.id), "key": DEVICE.public_key})
        for row in source.signed():
            values = {"p": row.position, "id": row.id, "d": id_bytes(row.device), "s": row.seq, "h": row.signed.header, "g": row.signed.signature}
            database.run(sa.text("INSERT INTO entries VALUES (:p, :id, :d, :s, :h, :g)"), values)
            for name, sealed in row.signed.sections.items():
                values = {"p": row.position, "n": name, "salt": sealed.salt, "body": sealed.body}
                database.run(sa.text("INSERT INTO sections VALUES (:p, :n, :salt, :body)"), values)
    database.close()
    return source


def test_a_file_of_version_1_opens_with_all_its_entries_and_takes_new_ones(log_path: Path, drafts: list[Draft]) -> None:
    source = write_version_1(log_path, drafts)
    log = SqliteLog(log_path, device=DEVICE, database_key=bytes(32), clock=FakeClock())
    assert version(log.database) == MIGRATIONS[-1].number
    assert list(log.signed()) == list(source.signed())
    other = MemoryLog(derived_id("other"), DeviceKey(b"e" * 32), FakeClock())
    other.append(drafts, actor=derived_id("bob"), heads=lambda _: ())
    assert log.ingest([row.signed for row in other.signed()], sender="bob").quarantined == len(drafts)
    assert len(log.quarantined()) == len(drafts)
    log.append(drafts, actor=derived_id("ann"), heads=lambda _: ())
    assert audit(log.signed(), operation=OPERATION, own_device=DEVICE.id, keys={}).ok
    log.close()


def test_a_step_that_fails_leaves_the_file_as_it_was_and_can_be_run_again(log_path: Path, drafts: list[Draft]) -> None:
    write_version_1(log_path, drafts)
    broken = (*MIGRATIONS[:1], Migration(2, "breaks half-way", (*MIGRATIONS[1].statements, "CREATE TABLE entries (x)")))
    database = Database(log_path, bytes(32))
    with pytest.raises(sa.exc.OperationalError, match="already exists"):
        migrate(database, broken)
    assert version(database) == 1
    assert database.number("SELECT count(*) FROM sqlite_master WHERE name = 'quarantine'") == 0
    rows = SqliteRows(database)
    assert (version(database), rows.count()) == (MIGRATIONS[-1].number, len(drafts))
    database.close()


def test_a_file_of_a_newer_program_is_left_alone(log_path: Path) -> None:
    database = Database(log_path, bytes(32))
    migrate(database)
    database.script("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(KnownError, match="newer version of this program"):
        SqliteLog(log_path, device=DEVICE, database_key=bytes(32), operation=OPERATION)


def test_steps_are_numbered_without_holes() -> None:
    assert [step.number for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))
