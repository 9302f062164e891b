"""What every store of attachments promises: a folder of a desk, a hub on SQLite, a hub on PostgreSQL."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.files import BEGUN_MS, HubFiles, forget_begun
from commandcenter.model.clock import FakeClock
from commandcenter.model.ids import derived_id
from commandcenter.sync.files.sealed import MAX_SEALED_BYTES, file_name
from commandcenter.sync.files.store import FileStore, FolderStore, Held
from tests.fixtures_postgres import postgres

__all__ = ["postgres"]

OPERATION = derived_id("operation")
KINDS = ["folder", "hub-sqlite", pytest.param("hub-postgres", marks=pytest.mark.xdist_group("postgres"))]


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FileStore]:
    if request.param == "folder":
        yield FolderStore(tmp_path / "files")
        return
    url = f"sqlite:///{tmp_path / 'hub.db'}" if request.param == "hub-sqlite" else request.getfixturevalue("postgres").new_database()
    database = HubDatabase(url, bytes(32))
    yield HubFiles(database, OPERATION, FakeClock())
    database.close()


def file_of(size: int, seed: int = 1) -> tuple[bytes, bytes]:
    data = random.Random(seed).randbytes(size)
    return file_name(data), data


def test_a_file_comes_piece_by_piece_and_is_read_in_any_pieces(store: FileStore) -> None:
    name, data = file_of(10_000)
    assert store.held([name]) == {}
    assert store.append(name, 10_000, 0, data[:4_000]) == Held(4_000, 10_000)
    assert store.append(name, 10_000, 8_000, data[8_000:]) == Held(4_000, 10_000)  # a gap is not taken
    assert store.append(name, 10_000, 0, data[:4_000]) == Held(4_000, 10_000)  # nor what is here
    assert store.read(name, 0, 100) == b""  # not whole: nobody gets it
    assert store.append(name, 10_000, 4_000, data[4_000:]) == Held(10_000, 10_000)
    assert store.held([name, bytes(32)]) == {name: Held(10_000, 10_000)}
    for offset, most in ((0, 10_000), (3_999, 2), (5_000, 1), (9_990, 100), (10_000, 5)):
        assert store.read(name, offset, most) == data[offset : offset + most]
    assert store.append(name, 10_000, 0, data[:10]) == Held(10_000, 10_000)


def test_a_file_that_is_not_what_its_name_says_vanishes(store: FileStore) -> None:
    name, data = file_of(5_000)
    assert store.append(name, 5_000, 0, data[:100]) == Held(100, 5_000)
    assert store.append(name, 5_000, 100, bytes(4_900)) is None
    assert store.held([name]) == {} and store.read(name, 0, 5_000) == b""


@pytest.mark.parametrize(("size", "offset", "length"), [(0, 0, 1), (-1, 0, 1), (10, 5, 6), (MAX_SEALED_BYTES + 1, 0, 1)])
def test_what_cannot_be_a_piece_is_not_taken(store: FileStore, size: int, offset: int, length: int) -> None:
    assert store.append(bytes(32), size, offset, b"x" * length) is None
    assert store.held([bytes(32)]) == {}


def test_a_wrong_size_does_not_keep_the_right_file_out(store: FileStore) -> None:
    name, data = file_of(1_000)
    store.append(name, 2_000, 0, data[:500])
    for _ in range(3):
        store.append(name, 1_000, 0, data)
    assert store.read(name, 0, 1_000) == data


def test_what_is_dropped_is_gone_begun_ones_too(store: FileStore) -> None:
    (one, first), (two, second) = file_of(100), file_of(200, 2)
    store.append(one, 100, 0, first)
    store.append(two, 200, 0, second[:50])
    assert store.drop([one, two, bytes(32)]) == 2
    assert store.held([one, two]) == {}


def test_a_hub_has_room_for_so_much_and_forgets_what_never_came(tmp_path: Path) -> None:
    clock, database = FakeClock(), HubDatabase(f"sqlite:///{tmp_path / 'hub.db'}", bytes(32))
    store, (name, data) = HubFiles(database, OPERATION, clock, most_bytes=1_500), file_of(1_000)
    assert store.takes(name, 1_000) and not store.takes(name, 1_501) and not store.takes(name, 0)
    store.append(name, 1_000, 0, data[:10])
    assert store.takes(name, 1_000)  # it has begun
    assert not store.takes(bytes(32), 501)
    assert forget_begun(database, clock.wall_ms() + BEGUN_MS) == 0
    assert forget_begun(database, clock.wall_ms() + BEGUN_MS + 1) == 1
    assert store.held([name]) == {}
    database.close()
