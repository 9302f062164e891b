"""A bit of the file flips while nobody looks: it is always noticed, by its page, and never read as data."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from commandcenter.log.damage import damage
from commandcenter.log.database import Database
from commandcenter.log.verify import audit
from commandcenter.model.entries import EntryId
from commandcenter.model.errors import KnownError
from tests.fault.logs import DATABASE_KEY, OPERATION, append, foreign, ids, open_log

PAGE = 4_096
CHECKED, SOAKED, GROUPS = 10, 400, 20
"""Flips per page; the long run is made in groups."""

HEADER = sa.text("SELECT header FROM entries WHERE position = :at")


@pytest.fixture
def whole(tmp_path: Path) -> tuple[Path, set[EntryId]]:
    """A log of a good many pages, with other devices' entries too."""
    path = tmp_path / "log.db"
    with closing(open_log(path)) as log:
        for number in range(0, 60, 4):
            append(log, range(number, number + 4), 300)
        log.ingest(foreign(12), sender="peer")
        return path, ids(log)


def unnoticed(path: Path, whole: set[EntryId], flips: int, seed: int = 0) -> list[int]:
    """Flip bits in every page, one at a time; return the places where that was not noticed or was noticed elsewhere."""
    rng = random.Random(seed)
    good = path.read_bytes()
    found = []
    for page in range(len(good) // PAGE):
        for _ in range(flips):
            place = page * PAGE + rng.randrange(PAGE)
            path.write_bytes(good[:place] + bytes([good[place] ^ 1 << rng.randrange(8)]) + good[place + 1 :])
            if page + 1 not in noticed(path) or not honest(path, whole):
                found.append(place)
    path.write_bytes(good)
    return found


def noticed(path: Path) -> tuple[int, ...]:
    """Return the pages that are said to be broken: the first, where the file cannot even be opened."""
    try:
        with closing(Database(path, DATABASE_KEY, durable=False)) as database:
            return database.broken_pages()
    except KnownError as error:
        assert "damaged" in str(error) or "cannot be read" in str(error)
        return tuple(range(1, path.stat().st_size // PAGE + 1))


def honest(path: Path, whole: set[EntryId]) -> bool:
    """Return whether what is read is right, or nothing is read at all."""
    try:
        with closing(open_log(path)) as log:
            return audit(log.signed(), operation=OPERATION, own_device=log.device, keys={}).ok and ids(log) == whole
    except KnownError:
        return True


def test_a_sound_file_has_no_broken_page(whole: tuple[Path, set[EntryId]]) -> None:
    path, entries = whole
    assert noticed(path) == ()
    assert honest(path, entries)
    assert path.stat().st_size > 15 * PAGE


def test_every_flip_is_noticed(whole: tuple[Path, set[EntryId]]) -> None:
    assert unnoticed(*whole, CHECKED) == []


def test_the_entries_on_a_broken_page_are_named_and_the_others_can_be_read(whole: tuple[Path, set[EntryId]]) -> None:
    path, _ = whole
    good = path.read_bytes()
    named: set[int] = set()
    with closing(open_log(path)) as log:
        everything = {row.position: row for row in log.signed()}
    for page in range(1, len(good) // PAGE):
        path.write_bytes(good[: page * PAGE + 99] + bytes([good[page * PAGE + 99] ^ 1]) + good[page * PAGE + 100 :])
        try:
            log = open_log(path)
        except KnownError:
            continue  # a page without which the log cannot be opened: all of it is in doubt
        with closing(log):
            found = damage(log.database)
            assert found.pages == (page + 1,)
            named.update(found.positions)
            for position in everything.keys() - set(found.positions):
                assert log.database.query(HEADER, {"at": position})[0].header == everything[position].signed.header
    assert named <= set(everything)
    assert len(named) > len(everything) / 2


@pytest.mark.soak
@pytest.mark.parametrize("group", range(1, GROUPS + 1))
def test_every_flip_is_noticed_for_long(whole: tuple[Path, set[EntryId]], group: int) -> None:
    assert unnoticed(*whole, SOAKED // GROUPS, group) == []
