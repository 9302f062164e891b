"""Archives hold entries and attachments; what was put together wrongly is noticed, and those of the first version still open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from commandcenter.log.checkpoint import take
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.errors import KnownError
from commandcenter.sync.archive import Attached, Head, batches, read_archive, read_head, write_archive, writing_archive
from commandcenter.sync.batches import batch_of, cut
from commandcenter.sync.bundle import write_file
from commandcenter.sync.files.bundle import pieces_of
from commandcenter.sync.files.messages import MAX_PIECE_BYTES, Store, write_store
from commandcenter.sync.files.sealed import file_name
from commandcenter.sync.files.store import FolderStore
from commandcenter.sync.messages import SUMMARY, write_batch
from commandcenter.sync.wire import pack

from .conftest import OPERATION, Node

KEY = bytes(range(32))
FILES = tuple(bytes([n]) * size for n, size in enumerate((1, MAX_PIECE_BYTES, 3 * MAX_PIECE_BYTES + 5)))
Messages = Callable[[list[bytes]], Iterable[bytes]]


@pytest.fixture
def node() -> Node:
    made = Node(1)
    made.write(700)
    return made


@pytest.fixture
def attached(tmp_path: Path) -> Attached:
    store = FolderStore(tmp_path / "files")
    for sealed in FILES:
        store.keep(file_name(sealed), sealed)
    return Attached(store, {file_name(sealed): len(sealed) for sealed in FILES})


def head_of(node: Node, files: int) -> Head:
    signed = take(node.log, 5).signed_by(DeviceKey(bytes([1]) * 32))
    return Head(signed, "Flood", "heidelberg", files)


def empty() -> MemoryLog:
    return MemoryLog(OPERATION, DeviceKey(bytes([9]) * 32), FakeClock())


def test_everything_comes_out_as_it_went_in(node: Node, attached: Attached, tmp_path: Path) -> None:
    path, head = tmp_path / "op.archive", head_of(node, len(FILES))
    shares = list(writing_archive(path, node.log, KEY, head, attached))
    assert shares == sorted(shares) and shares[-1] == 1
    assert read_head(path, KEY) == head
    log, store = empty(), FolderStore(tmp_path / "out")
    assert read_archive(path, KEY, log, store) == set(attached.sizes)
    assert log.leaves() == node.log.leaves()
    assert [store.read(file_name(sealed), 0, len(sealed) + 1) for sealed in FILES] == list(FILES)
    assert read_archive(path, KEY, empty()) == set(attached.sizes)
    assert sum(len(batch.entries) for batch in batches(path, KEY)) == 700


def test_one_that_was_given_up_leaves_no_file(node: Node, attached: Attached, tmp_path: Path) -> None:
    steps = writing_archive(tmp_path / "op.archive", node.log, KEY, head_of(node, len(FILES)), attached)
    while next(steps) < 0.999:
        pass
    steps.close()
    assert [path.name for path in tmp_path.glob("*archive*")] == []


def test_an_archive_of_the_first_version_opens(node: Node, tmp_path: Path) -> None:
    path, head = tmp_path / "old.archive", head_of(node, 0)

    def messages() -> Iterator[bytes]:
        yield pack([1, head.checkpoint.encoded(), head.name, head.region], SUMMARY)
        for rows, more in cut(node.log.signed()):
            yield write_batch(batch_of(node.log, rows, more=more))

    write_file(path, b"A", KEY, messages())
    log = empty()
    assert (read_head(path, KEY), read_archive(path, KEY, log)) == (head, frozenset())
    assert log.leaves() == node.log.leaves()


def without_the_last(pieces: list[bytes]) -> Iterable[bytes]:
    return pieces[:-1]


def in_another_order(pieces: list[bytes]) -> Iterable[bytes]:
    return [*pieces[1:], pieces[0]] if len(pieces) == 1 else [pieces[1], pieces[0], *pieces[2:]]


def twice_the_first(pieces: list[bytes]) -> Iterable[bytes]:
    return [pieces[0], *pieces]


def with_another_byte(_pieces: list[bytes]) -> Iterable[bytes]:
    return [write_store(Store(OPERATION, file_name(b"one"), 3, 0, b"two"))]


def of_another_operation(_pieces: list[bytes]) -> Iterable[bytes]:
    return [write_store(Store(DeviceKey(bytes(32)).id, file_name(b"one"), 3, 0, b"one"))]


def with_an_empty_piece(_pieces: list[bytes]) -> Iterable[bytes]:
    return [write_store(Store(OPERATION, file_name(b"one"), 3, 0, b""))] * 3


def none_at_all(_pieces: list[bytes]) -> Iterable[bytes]:
    return []


@pytest.mark.parametrize(
    "change", [without_the_last, in_another_order, twice_the_first, with_another_byte, of_another_operation, with_an_empty_piece, none_at_all]
)
def test_attachments_that_were_tampered_with_are_noticed(node: Node, attached: Attached, tmp_path: Path, change: Messages) -> None:
    path, head, large = tmp_path / "op.archive", head_of(node, 1), file_name(FILES[-1])
    pieces = [write_store(piece) for piece in pieces_of(OPERATION, attached.store, {large: attached.sizes[large]})]

    def messages() -> Iterator[bytes]:
        yield pack([2, head.checkpoint.encoded(), head.name, head.region, 1], SUMMARY)
        for rows, more in cut(node.log.signed()):
            yield write_batch(batch_of(node.log, rows, more=more))
        yield from change(pieces)

    write_file(path, b"A", KEY, messages())
    with pytest.raises(KnownError, match="not what it should be"):
        read_archive(path, KEY, empty(), FolderStore(tmp_path / "out"))


def test_a_log_that_grew_meanwhile_gives_no_archive(node: Node, attached: Attached, tmp_path: Path) -> None:
    head = head_of(node, len(FILES))
    node.write()
    with pytest.raises(KnownError, match="grew"):
        write_archive(tmp_path / "op.archive", node.log, KEY, head, attached)
    assert not (tmp_path / "op.archive").exists()
