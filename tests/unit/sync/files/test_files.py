"""Attachments at rest and on their way, without a network: sealed, resumed at any byte, refused where they are not what they say."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.log.codec import MalformedError
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.sync.files import messages as m
from commandcenter.sync.files.courier import Courier
from commandcenter.sync.files.responder import FileResponder
from commandcenter.sync.files.sealed import PART_BYTES, file_name, seal, sealed_size, unseal
from commandcenter.sync.files.store import FolderStore, Held
from commandcenter.sync.session import Question
from commandcenter.sync.verbs import Verb

OPERATION = Id("0" * 31 + "1")
KEY = bytes(range(32))


def file_of(size: int, seed: int = 1) -> tuple[bytes, bytes]:
    sealed = seal(random.Random(seed).randbytes(size), KEY)
    return file_name(sealed), sealed


@pytest.mark.parametrize("size", [0, 1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 3 * PART_BYTES])
def test_what_is_sealed_opens_and_has_the_size_that_was_told(size: int) -> None:
    plain = random.Random(size).randbytes(size)
    sealed = seal(plain, KEY)
    assert len(sealed) == sealed_size(size)
    assert unseal(sealed, KEY, size, file_name(sealed)) == plain


SPOILED: list[Callable[[bytes], bytes]] = [
    lambda raw: raw[:-1],
    lambda raw: raw[:100] + bytes([raw[100] ^ 1]) + raw[101:],
    lambda raw: raw + b"\0",
    lambda _: b"",
]


@pytest.mark.parametrize("spoil", SPOILED)
def test_damaged_bytes_are_said(spoil: Callable[[bytes], bytes]) -> None:
    name, sealed = file_of(1_000)
    with pytest.raises(KnownError, match="damaged"):
        unseal(spoil(sealed), KEY, 1_000, name)
    with pytest.raises(KnownError, match="not its key"):
        unseal(sealed, bytes(32), 1_000, name)


def test_what_has_come_outlives_a_restart(tmp_path: Path) -> None:
    store, (name, sealed) = FolderStore(tmp_path / "files"), file_of(10_000)
    store.append(name, len(sealed), 0, sealed[:4_000])
    assert FolderStore(tmp_path / "files").held([name]) == {name: Held(4_000, len(sealed))}
    FolderStore(tmp_path / "files").append(name, len(sealed), 3_000, sealed[3_000:])
    assert [path.name for path in (tmp_path / "files").iterdir()] == [name.hex()]
    assert store.read(name, 0, len(sealed)) == sealed


def test_what_nobody_wants_is_swept_begun_ones_too_and_strangers_stay(tmp_path: Path) -> None:
    store, (one, sealed), (two, other) = FolderStore(tmp_path), file_of(100), file_of(200, 2)
    store.keep(one, sealed)
    store.append(two, len(other), 0, other[:50])
    (tmp_path / "README").write_text("not ours")
    (tmp_path / "aa.part").write_text("neither")
    assert store.drop(set(store.everything()) - {one}) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([one.hex(), "README", "aa.part"])


@given(st.binary(max_size=300))
def test_foreign_bytes_are_refused(raw: bytes) -> None:
    for read in (m.read_inquiry, m.read_file_standing, m.read_fetch, m.read_piece, m.read_store, m.read_stored):
        with pytest.raises(MalformedError):
            read(raw)


def test_messages_come_back_as_they_were() -> None:
    inquiry = m.Inquiry(OPERATION, {bytes(32): 7}, (b"\1" * 32,))
    assert m.read_inquiry(m.write_inquiry(inquiry)) == inquiry
    standing = m.FileStanding({bytes(32): 3}, {b"\1" * 32: 9})
    assert m.read_file_standing(m.write_file_standing(standing)) == standing
    store = m.Store(OPERATION, bytes(32), 10, 2, b"abc")
    assert m.read_store(m.write_store(store)) == store
    assert m.read_piece(m.write_piece(10, b"abc")) == (10, b"abc")
    assert (m.read_stored(m.write_stored(None)), m.read_stored(m.write_stored(5))) == (None, 5)
    with pytest.raises(MalformedError):
        m.read_store(m.write_store(m.Store(OPERATION, b"short", 10, 2, b"abc")))


class Desk:
    """One side: a folder, and what it offers and wants."""

    def __init__(self, folder: Path, takes: bool = True) -> None:
        self.store = FolderStore(folder)
        self.asked: dict[bytes, int] = {}
        self.takes = takes

    def offered(self) -> Mapping[bytes, int]:
        return {name: held.size for name, held in self.store.everything().items() if held.whole}

    def wanted(self) -> Mapping[bytes, int]:
        here = self.offered()
        return {name: size for name, size in self.asked.items() if name not in here}

    def wants(self, name: bytes, size: int) -> bool:
        return self.takes

    def moved(self) -> None:
        """Nobody looks."""


class BrokenLine:
    """A line that hangs up after so many questions."""

    def __init__(self, responder: FileResponder, lasts: int) -> None:
        self.responder, self.lasts = responder, lasts
        self.verbs: list[Verb] = []

    async def ask(self, question: Question) -> bytes:
        self.verbs.append(question.verb)
        if len(self.verbs) > self.lasts:
            raise ConnectionResetError("cut")
        return self.responder.answer(question.verb, question.body)


async def carried(courier: Courier, line: BrokenLine, done: Callable[[], bool]) -> None:
    """Carry until it is done, or the line is cut."""
    running = asyncio.create_task(courier.run(line))
    async with asyncio.timeout(60):
        while not done() and len(line.verbs) <= line.lasts:
            await asyncio.sleep(0)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def test_files_go_both_ways_and_on_from_where_the_line_was_cut(tmp_path: Path) -> None:
    here, there = Desk(tmp_path / "here"), Desk(tmp_path / "there")
    (mine, my_bytes), (theirs, their_bytes) = file_of(150_000, 1), file_of(130_000, 2)
    here.store.keep(mine, my_bytes)
    there.store.keep(theirs, their_bytes)
    here.asked[theirs] = len(their_bytes)

    async def days() -> int:
        cuts = 0
        while not (there.offered().get(mine) and here.offered().get(theirs)):
            cuts += 1
            courier = Courier(OPERATION, here)
            courier.calm.set()
            line = BrokenLine(FileResponder(OPERATION, there.store, there.wants), lasts=3)
            await carried(courier, line, lambda: mine in there.offered() and theirs in here.offered())
            assert cuts < 100
        return cuts

    assert asyncio.run(days()) > 3
    assert there.store.read(mine, 0, len(my_bytes)) == my_bytes
    assert here.store.read(theirs, 0, len(their_bytes)) == their_bytes


def test_no_piece_goes_while_entries_travel(tmp_path: Path) -> None:
    here, there = Desk(tmp_path / "here"), Desk(tmp_path / "there")
    name, sealed = file_of(50_000)
    here.store.keep(name, sealed)
    line = BrokenLine(FileResponder(OPERATION, there.store, there.wants), lasts=1_000)

    async def busy_then_calm() -> int:
        courier = Courier(OPERATION, here)
        running = asyncio.create_task(courier.run(line))
        for _ in range(50):
            await asyncio.sleep(0)
        before = len(line.verbs)
        courier.calm.set()
        async with asyncio.timeout(60):
            while name not in there.offered():
                await asyncio.sleep(0)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        return before

    assert asyncio.run(busy_then_calm()) == 0
    assert there.store.read(name, 0, len(sealed)) == sealed


def test_what_the_other_does_not_want_is_not_sent(tmp_path: Path) -> None:
    there = Desk(tmp_path / "there", takes=False)
    name, sealed = file_of(1_000)
    responder = FileResponder(OPERATION, there.store, there.wants)
    answer = responder.answer(Verb.FILES, m.write_inquiry(m.Inquiry(OPERATION, {name: len(sealed)}, ())))
    assert m.read_file_standing(answer).lacking == {}
    answer = responder.answer(Verb.STORE, m.write_store(m.Store(OPERATION, name, len(sealed), 0, sealed)))
    assert m.read_stored(answer) is None and there.store.everything() == {}
    with pytest.raises(MalformedError, match="another operation"):
        responder.answer(Verb.FILES, m.write_inquiry(m.Inquiry(Id("f" * 32), {}, ())))


def test_more_files_than_one_inquiry_holds_all_arrive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commandcenter.sync.files.courier.MAX_ASKED", 5)
    here, there = Desk(tmp_path / "here"), Desk(tmp_path / "there")
    count = 12
    for seed in range(count):
        here.store.keep(*file_of(10, seed))
    line = BrokenLine(FileResponder(OPERATION, there.store, there.wants), lasts=10 * count)

    async def all_of_them() -> None:
        courier = Courier(OPERATION, here)
        courier.calm.set()
        await carried(courier, line, lambda: line.verbs.count(Verb.STORE) >= count)

    asyncio.run(all_of_them())
    assert len(there.offered()) == count
