"""The power fails at any moment, and the disk lies about everything that was not synced: nothing acknowledged is lost."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from commandcenter.log.database import Database
from commandcenter.log.migrations import MIGRATIONS, migrate
from commandcenter.log.store import SqliteLog, SqliteRows
from commandcenter.model.entries import EntryId
from tests.fault.disk import Act, Disk, recorded
from tests.fault.logs import DATABASE_KEY, append, foreign, ids, open_log, sound
from tests.fault.power import Image, images

GROUPS = 8
CHECKED, SOAKED = 2_000, 40_000
"""Images per run, over all groups."""


@dataclass(frozen=True, slots=True)
class Day:
    """What was done and what was promised."""

    acts: list[Act]
    acknowledged: list[frozenset[EntryId]]
    """By mark."""


class _Teller:
    """Marks on the disk what the program has promised."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self.acknowledged = [frozenset[EntryId]()]

    def promise(self, more: Sequence[EntryId]) -> None:
        self.acknowledged.append(self.acknowledged[-1] | set(more))
        self._disk.mark(len(self.acknowledged) - 1)


def live(path: Path, rng: random.Random, steps: int = 14) -> Day:
    """A day of one log from its first schema on: commits of every kind, checkpoints, closing and opening again."""
    strangers = foreign(40)
    with recorded() as disk:
        teller = _Teller(disk)
        first = Database(path, DATABASE_KEY, durable=True)
        migrate(first, MIGRATIONS[:1])
        first.close()
        log = _open(path, rng)
        for number in range(0, 10 * steps, 10):
            match rng.choice(("append", "append", "ingest", "close", "mark", "erase")):
                case "append":
                    teller.promise(append(log, range(number, number + rng.randint(1, 4)), rng.choice((20, 60, 6_000))))
                case "ingest":
                    batch, strangers = strangers[:5], strangers[5:]
                    log.ingest(batch, sender="peer")
                    teller.promise([entry.id for entry in batch])
                case "close":
                    log.close()
                    log = _open(path, rng)
                case "mark":
                    log.set_mark("hub", number)
                case _:
                    if teller.acknowledged[-1]:
                        log.erase(rng.choice(sorted(teller.acknowledged[-1])), "pii")
        log.close()
    return Day(disk.acts, teller.acknowledged)


def _open(path: Path, rng: random.Random) -> SqliteLog:
    log = open_log(path)
    log.database.script(f"PRAGMA wal_autocheckpoint = {rng.choice((2, 8, 30))}")  # else a small log is folded only when it is closed
    return log


def lost(image: Image, day: Day, folder: Path) -> set[EntryId]:
    """Return what was promised and is not there any more when the power is back."""
    folder.mkdir()
    image.write(folder)
    log = open_log(folder / "log.db")
    try:
        missing = day.acknowledged[image.reached] - ids(log)
        assert sound(log)
    finally:
        log.close()
    return set(missing)


def losses(seed: int, count: int, tmp_path: Path) -> int:
    """Live a seed's day, cut the power `count` times and return after how many cuts something was missing."""
    rng = random.Random(seed)
    day = live(tmp_path / "log.db", rng)
    return sum(bool(lost(image, day, tmp_path / str(number))) for number, image in enumerate(images(day.acts, count, rng)))


@pytest.mark.parametrize("group", range(GROUPS))
def test_nothing_acknowledged_is_lost(group: int, tmp_path: Path) -> None:
    assert losses(group, CHECKED // GROUPS, tmp_path) == 0


@pytest.mark.soak
@pytest.mark.parametrize("group", range(40))
def test_nothing_acknowledged_is_lost_for_long(group: int, tmp_path: Path) -> None:
    assert losses(GROUPS + group, SOAKED // 40, tmp_path) == 0


def test_commits_that_do_not_wait_for_the_disk_would_be_lost(tmp_path: Path) -> None:
    """The disk of these tests is bad enough to tell a durable store from a hasty one."""
    path = tmp_path / "log.db"
    with recorded() as disk:
        database = Database(path, DATABASE_KEY, durable=False)
        rows = SqliteRows(database)
        for number in range(20):
            rows.set_mark("hub", number)
            disk.mark(number)
        database.close()
    hasty = 0
    for number, image in enumerate(images(disk.acts, 40, random.Random(1))):
        folder = tmp_path / str(number)
        folder.mkdir()
        image.write(folder)
        database = Database(folder / "log.db", DATABASE_KEY, durable=False)
        hasty += SqliteRows(database).mark("hub") < image.reached
        database.close()
    assert hasty > 10
