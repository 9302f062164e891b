"""The log on disk: durable, for one program, only growing, and honest about what goes wrong."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from commandcenter.log.database import RESERVE_BYTES, Database, check_sqlite
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.log.verify import audit
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryId, Key, Kind, Write
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id
from commandcenter.picture.history import picture_of

ANN = derived_id("ann")
OpenLog = Callable[[], SqliteLog]


def no_heads(_: Key) -> tuple[EntryId, ...]:
    return ()


def note(number: int, size: int = 10) -> Draft:
    return Draft("NoteAdded", (Write(Key(Kind.NOTE, derived_id("note", str(number)), "body"), {"text": f"{number} " + "x" * size}),))


def test_a_restart_gives_the_same_entries_and_the_same_digest(open_log: OpenLog, drafts: list[Draft]) -> None:
    log = open_log()
    for draft in drafts:
        log.append([draft], actor=ANN, heads=no_heads)
    before, digest = list(log.entries()), picture_of(log.operation, log.entries()).digest()
    log = open_log()
    assert list(log.entries()) == before
    assert picture_of(log.operation, log.entries()).digest() == digest
    (entry,) = log.append(drafts[2:], actor=ANN, heads=no_heads)
    assert (entry.seq, entry.prev) == (4, before[-1][1].id)
    assert entry.hlc > before[-1][1].hlc


def test_time_goes_on_after_a_restart_with_the_clock_set_back(log_path: Path, drafts: list[Draft]) -> None:
    clock, times = FakeClock(), []
    for jump_s in (7_200, -10_000, 0):
        clock.advance(jump_s)
        log = SqliteLog(log_path, device=DeviceKey(b"d" * 32), database_key=bytes(32), operation=derived_id("operation"), clock=clock)
        times += [entry.hlc for entry in log.append(drafts, actor=ANN, heads=no_heads)]
        log.close()
    assert times == sorted(set(times))


def test_commits_reach_the_disk_before_they_return(open_log: OpenLog) -> None:
    database = open_log().database
    found = {name: database.query(sa.text(f"PRAGMA {name}"))[0][0] for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")}
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}
    assert database.number("PRAGMA fullfsync") == int(sys.platform == "darwin")


def test_nothing_readable_lies_on_the_disk(open_log: OpenLog, log_path: Path, drafts: list[Draft]) -> None:
    log = open_log()
    log.append(drafts, actor=ANN, heads=no_heads)
    log.close()
    raw = log_path.read_bytes()
    assert b"SQLite format" not in raw
    assert b"callsign" not in raw


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET header = x'00'",
        "UPDATE entries SET signature = x'00' WHERE position = 1",
        "UPDATE entries SET seq = 9",
        "DELETE FROM entries",
        "INSERT OR REPLACE INTO entries SELECT position, id, device, seq, x'00', signature FROM entries",
        "UPDATE sections SET body = x'00'",
        "UPDATE sections SET salt = x'00', body = NULL",
        "UPDATE sections SET salt = NULL, body = NULL, name = 'op2'",
        "DELETE FROM sections",
        "INSERT OR REPLACE INTO sections SELECT position, name, salt, x'00' FROM sections",
        "UPDATE devices SET public_key = x'00'",
        "DELETE FROM devices",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_signed(open_log: OpenLog, drafts: list[Draft], statement: str) -> None:
    log = open_log()
    log.append(drafts, actor=ANN, heads=no_heads)
    before = list(log.signed())
    with pytest.raises(sa.exc.IntegrityError, match=r"the log only grows|FOREIGN KEY"):
        log.database.script(statement)
    assert list(log.signed()) == before


def test_a_second_program_is_told_in_one_sentence(open_log: OpenLog, log_path: Path) -> None:
    open_log()
    second = subprocess.run([sys.executable, "-c", _SECOND, str(log_path)], capture_output=True, text=True, timeout=60, check=False)
    assert second.stdout.strip() == "Another program has this log open: log.db. Close it there, then try again."
    assert second.stderr == ""


_SECOND = """
import sys
from pathlib import Path
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.errors import KnownError
try:
    SqliteLog(Path(sys.argv[1]), device=DeviceKey(b"d" * 32), database_key=bytes(32))
except KnownError as error:
    print(error)
"""

_WRITER = """
import sys
from pathlib import Path
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.entries import Draft, Key, Write
from commandcenter.model.ids import Id, derived_id
log = SqliteLog(Path(sys.argv[1]), device=DeviceKey(b"d" * 32), database_key=bytes(32), operation=derived_id("operation"))
while True:
    key = Key("note", derived_id("note", str(log.count())), "body")
    for entry in log.append([Draft("NoteAdded", (Write(key, "x" * 300),))] * 1, actor=derived_id("ann"), heads=lambda _: ()):
        print(entry.id.hex(), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("acknowledged", [1, 7, 40, *(pytest.param(count, marks=pytest.mark.soak) for count in range(2, 400, 2))])
def test_what_was_acknowledged_survives_kill_9(open_log: OpenLog, log_path: Path, acknowledged: int) -> None:
    with subprocess.Popen([sys.executable, "-c", _WRITER, str(log_path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        seen = [writer.stdout.readline().strip() for _ in range(acknowledged)]
        writer.send_signal(signal.SIGKILL)
        seen += [line.strip() for line in writer.stdout if len(line) == 65]
    log = open_log()
    kept = [entry.id.hex() for _, entry in log.entries()]
    assert kept[: len(seen)] == seen
    assert len(kept) - len(seen) <= 1
    assert audit(log.signed(), operation=log.operation, own_device=log.device, keys={}).ok


def test_a_full_disk_loses_nothing_and_gives_the_reserve_free(open_log: OpenLog, log_path: Path) -> None:
    log = open_log()
    reserve = log_path.with_name("log.db.reserve")
    assert reserve.stat().st_size == RESERVE_BYTES
    log.append([note(0)], actor=ANN, heads=no_heads)
    log.database.script(f"PRAGMA max_page_count = {log.database.number('PRAGMA page_count') + 4}")
    kept = 1
    with pytest.raises(KnownError, match="disk is full and nothing was saved"):
        for number in range(1, 100):
            log.append([note(number, 2_000)], actor=ANN, heads=no_heads)
            kept += 1
    assert log.count() == kept
    assert not reserve.exists()
    log.database.script("PRAGMA max_page_count = 100000")
    log.append([note(100)], actor=ANN, heads=no_heads)
    log = open_log()
    assert log.count() == kept + 1
    assert reserve.exists()
    assert audit(log.signed(), operation=log.operation, own_device=log.device, keys={}).ok


def test_a_wrong_key_or_operation_or_a_missing_file_is_said(open_log: OpenLog, log_path: Path, tmp_path: Path) -> None:
    open_log().close()
    device = DeviceKey(b"d" * 32)
    with pytest.raises(KnownError, match="its key does not fit"):
        SqliteLog(log_path, device=device, database_key=b"k" * 32)
    with pytest.raises(KnownError, match="another operation"):
        SqliteLog(log_path, device=device, database_key=bytes(32), operation=derived_id("other"))
    with pytest.raises(KnownError, match="no log at"):
        SqliteLog(tmp_path / "none.db", device=device, database_key=bytes(32))
    with pytest.raises(KnownError, match="cannot be opened"):
        SqliteLog(tmp_path, device=device, database_key=bytes(32))
    with pytest.raises(ValueError, match="32 bytes"):
        Database(tmp_path / "x.db", b"short")


def test_an_existing_log_tells_its_operation_itself(open_log: OpenLog, log_path: Path) -> None:
    open_log().close()
    log = SqliteLog(log_path, device=DeviceKey(b"e" * 32), database_key=bytes(32))
    assert log.operation == derived_id("operation")
    log.close()


def test_an_sqlite_that_can_lose_commits_is_refused() -> None:
    check_sqlite((3, 51, 3))
    with pytest.raises(KnownError, match=r"SQLite 3\.51\.2 can damage a log; 3\.51\.3"):
        check_sqlite((3, 51, 2))


def test_a_changed_byte_on_disk_is_never_read_as_data(open_log: OpenLog, log_path: Path, drafts: list[Draft]) -> None:
    log = open_log()
    log.append(drafts, actor=ANN, heads=no_heads)
    log.close()
    good = log_path.read_bytes()
    for place in range(0, len(good), 997):
        log_path.write_bytes(good[:place] + bytes([good[place] ^ 0x10]) + good[place + 1 :])
        try:
            damaged = open_log()
            sound = audit(damaged.signed(), operation=damaged.operation, own_device=damaged.device, keys={}).ok and damaged.count() == 3
            damaged.close()
            log_path.write_bytes(good)
        except KnownError as error:
            assert "damaged" in str(error)
        else:
            assert sound, f"byte {place} was taken for data"
    log_path.write_bytes(good)
    assert open_log().count() == 3
