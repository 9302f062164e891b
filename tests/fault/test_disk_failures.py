"""The disk is full or broken at every single read, write and sync in turn: one clear sentence, nothing lost, no restart needed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest

from commandcenter.log.database import RESERVE_BYTES
from commandcenter.log.migrations import MIGRATIONS, version
from commandcenter.log.store import SqliteLog
from commandcenter.model.entries import EntryId
from commandcenter.model.errors import KnownError
from tests.fault.disk import FULL, IOERR_FSYNC, IOERR_READ, IOERR_WRITE, Disk, Failure, recorded
from tests.fault.logs import DATABASE_KEY, DEVICE, OPERATION, append, foreign, ids, open_log, sound
from tests.fault.schemas import released, write_log

STRANGERS = foreign(12)
WRITING = frozenset({"write", "truncate"})
FAILURES = {
    "full": (FULL, WRITING, "The disk is full and nothing was saved."),
    "write": (IOERR_WRITE, WRITING, "The disk reported an error at the log log.db. Nothing was saved."),
    "sync": (IOERR_FSYNC, frozenset({"sync"}), "The disk reported an error at the log log.db. Nothing was saved."),
    "read": (IOERR_READ, frozenset({"read"}), "The disk reported an error at the log log.db. Nothing was saved."),
}
Work = Callable[[SqliteLog], list[EntryId]]


def _append(start: int) -> Work:
    return lambda log: append(log, range(start, start + 3), 1_500)


def _ingest(start: int) -> Work:
    return lambda log: [entry.id for _, entry in log.ingest(STRANGERS[start : start + 4], sender="peer").entries]


DAY: tuple[Work, ...] = tuple(work(start) for start in range(0, 12, 4) for work in (_append, _ingest))
"""What is tried one after the other, each acknowledged or refused as a whole."""


def live(log: SqliteLog) -> tuple[set[EntryId], list[str]]:
    """Live through the day; return what was promised and what the person was told."""
    promised: set[EntryId] = set()
    told = []
    for work in DAY:
        try:
            promised.update(work(log))
        except KnownError as error:
            told.append(str(error))
    return promised, told


@pytest.mark.parametrize("lasts", [True, False], ids=["until it is mended", "once"])
@pytest.mark.parametrize("name", FAILURES)
def test_every_act_of_the_disk_may_fail(name: str, lasts: bool, tmp_path: Path) -> None:
    code, kinds, sentence = FAILURES[name]
    sentences: set[str] = set()
    for at in count():
        with recorded() as disk:
            failed = fail(disk, tmp_path / str(at), Failure(at, code, kinds, lasts), sentences)
        if not failed:
            break
    assert at > 10
    assert [text[: len(sentence)] for text in sentences] == [sentence]


def fail(disk: Disk, folder: Path, failure: Failure, sentences: set[str]) -> bool:
    """Live a day with a failure and mend the disk; return whether it failed at all."""
    folder.mkdir()
    path = folder / "log.db"
    log = open_log(path)
    log.database.script("PRAGMA wal_autocheckpoint = 3", "PRAGMA cache_size = 10")
    disk.failure = failure
    promised, told = live(log)
    disk.failure = None
    sentences.update(told)
    promised.update(append(log, [99]))
    assert ids(log) == promised, "what was refused is not there, what was promised is"
    log.close()
    with closing(open_log(path)) as log:
        assert ids(log) == promised
        assert sound(log)
    return bool(disk.failed)


@pytest.mark.parametrize("schema", [number for number in released() if number < MIGRATIONS[-1].number])
@pytest.mark.parametrize("name", ["full", "write", "sync"])
def test_a_migration_may_fail_at_every_act(name: str, schema: int, tmp_path: Path) -> None:
    code, kinds, sentence = FAILURES[name]
    kept = write_log(tmp_path / "old.db", schema, 3)
    for at in count():
        path = tmp_path / "log.db"
        shutil.copy(tmp_path / "old.db", path)
        with recorded() as disk:
            disk.failure = Failure(at, code, kinds)
            try:
                open_log(path).close()
            except KnownError as error:
                assert str(error).startswith(sentence)
            failed, disk.failure = disk.failed, None
            with closing(open_log(path)) as log:
                assert version(log.database) == MIGRATIONS[-1].number
                assert ids(log) == kept
                assert sound(log)
        if not failed:
            break
    assert at > 1


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A file system of so many bytes; skip where one may not be mounted."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small file system may not be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_really_full_gives_the_reserve_free_and_work_goes_on(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", RESERVE_BYTES + (2 << 20)) as disk:
        path = disk / "log.db"
        log = SqliteLog(path, device=DEVICE, database_key=DATABASE_KEY, operation=OPERATION)
        reserve = path.with_name("log.db.reserve")
        assert reserve.stat().st_size == RESERVE_BYTES
        promised: set[EntryId] = set()
        with pytest.raises(KnownError, match="The disk is full and nothing was saved"):
            for number in range(10_000):
                promised.update(append(log, [number], 20_000))
        assert not reserve.exists()
        assert ids(log) == promised
        promised.update(append(log, [10_000]))
        log.close()
        with closing(open_log(path)) as log:
            assert ids(log) == promised
            assert sound(log)
