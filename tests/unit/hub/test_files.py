"""Attachments through a real hub and between desks of one network: they come after the entries, and what was erased is gone everywhere."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import pytest

from commandcenter.hub.files import HubFiles
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Write
from commandcenter.model.ids import derived_id
from commandcenter.picture.messages import FORGET
from commandcenter.sync.client import Port, SyncClient
from commandcenter.sync.files.sealed import file_name, seal
from commandcenter.sync.files.store import FolderStore, Held
from commandcenter.sync.lan.circle import LanOptions

from .conftest import OPERATION, RunningHub, SyncedDesk, wait_for

LAN_KEY = bytes(32)
T = TypeVar("T")


class Shelf:
    """A desk's files; it wants what it is told to want."""

    def __init__(self, folder: Path) -> None:
        self.store = FolderStore(folder)
        self.asked: dict[bytes, int] = {}

    def keep(self, size: int, seed: int) -> tuple[bytes, bytes]:
        sealed = seal(random.Random(seed).randbytes(size), bytes(32))
        self.store.keep(file_name(sealed), sealed)
        return file_name(sealed), sealed

    def offered(self) -> Mapping[bytes, int]:
        return {name: held.size for name, held in self.store.everything().items() if held.whole}

    def wanted(self) -> Mapping[bytes, int]:
        here = self.offered()
        return {name: size for name, size in self.asked.items() if name not in here}

    def wants(self, name: bytes, size: int) -> bool:
        return self.wanted().get(name) == size

    def moved(self) -> None:
        """Nobody looks."""


class FilingDesk(SyncedDesk):
    """A desk that carries files too."""

    def __init__(self, number: int, folder: Path, *urls: str, lan: LanOptions | None = None) -> None:
        super().__init__(number)
        self.shelf, self.low = Shelf(folder), False
        port = Port(self.log, self.writer, FakeClock(), self._fold, self.statuses.append, files=self.shelf, low=lambda: self.low)
        self.client = SyncClient(port, *urls, lan=lan, retry_s=0.05)

    def want(self, name: bytes, size: int) -> None:
        self.shelf.asked[name] = size
        self.client.stir()


class Store:
    """What a running hub has, asked in its own thread: its SQLite file has one connection."""

    def __init__(self, hub: RunningHub) -> None:
        self._hub, self._files = hub, HubFiles(hub.database, OPERATION, FakeClock())

    def held(self, name: bytes) -> Held | None:
        return self._ask(lambda: self._files.held([name]).get(name))

    def whole(self, name: bytes) -> bool:
        held = self.held(name)
        return held is not None and held.whole

    def read(self, name: bytes, offset: int, most: int) -> bytes:
        return self._ask(lambda: self._files.read(name, offset, most))

    def _ask(self, work: Callable[[], T]) -> T:
        return asyncio.run_coroutine_threadsafe(self._hub.hub.work(work), self._hub._loop).result(60)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Callable[..., FilingDesk]]:
    made: list[FilingDesk] = []

    def start(*urls: str, lan: LanOptions | None = None) -> FilingDesk:
        number = len(made) + 1
        made.append(FilingDesk(number, tmp_path / f"desk{number}", *urls, lan=lan))
        made[-1].client.start()
        return made[-1]

    yield start
    for desk in made:
        desk.client.stop()
        desk.writer.shutdown()


def test_a_fault_of_ours_is_reported_and_attachments_go_on(
    sqlite_url: str, start_hub: Callable[..., RunningHub], desks: Callable[..., FilingDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    said, told = "A fault of this program holds attachments up. It was reported; it is tried again.", list[str]()
    monkeypatch.setattr(threading, "excepthook", lambda args: told.append(args.exc_type.__name__))
    faults, real = [ZeroDivisionError()], Shelf.offered

    def fails_once(shelf: Shelf) -> Mapping[bytes, int]:
        if faults:
            raise faults.pop()
        return real(shelf)

    monkeypatch.setattr(Shelf, "offered", fails_once)
    hub = start_hub(sqlite_url)
    here = desks(hub.url)
    wait_for(lambda: bool(told))
    here.write(3)
    name, _ = here.shelf.keep(10_000, seed=1)
    here.client.stir()
    wait_for(lambda: Store(hub).whole(name))
    wait_for(lambda: said not in map(str, here.client.status.details()))
    assert told == ["ZeroDivisionError"]
    assert said in {str(one) for status in here.statuses for one in status.details()}


def test_a_file_goes_through_the_hub_to_whoever_wants_it(
    database_url: str, start_hub: Callable[..., RunningHub], desks: Callable[..., FilingDesk]
) -> None:
    hub = start_hub(database_url)
    here, there = desks(hub.url), desks(hub.url)
    here.write(3)
    name, sealed = here.shelf.keep(200_000, 1)
    here.client.stir()
    store = Store(hub)
    wait_for(lambda: store.whole(name))
    assert there.shelf.store.everything() == {}  # nobody asked there
    there.want(name, len(sealed))
    wait_for(lambda: name in there.shelf.offered())
    assert there.shelf.store.read(name, 0, len(sealed)) == sealed
    wait_for(lambda: there.count() == 3)


def test_a_hub_that_stops_in_the_middle_is_gone_on_with(
    sqlite_url: str, start_hub: Callable[..., RunningHub], desks: Callable[..., FilingDesk]
) -> None:
    hub = start_hub(sqlite_url)
    here = desks(hub.url)
    name, sealed = here.shelf.keep(3_000_000, 2)
    here.client.stir()
    store = Store(hub)
    wait_for(lambda: store.held(name) is not None)
    hub.stop()
    again = start_hub(sqlite_url, hub.port)
    store = Store(again)
    wait_for(lambda: store.whole(name))
    assert store.read(name, 100_000, 1_000) == sealed[100_000:101_000]


def test_what_was_erased_leaves_the_hub_and_never_comes_back(
    sqlite_url: str, start_hub: Callable[..., RunningHub], desks: Callable[..., FilingDesk]
) -> None:
    hub = start_hub(sqlite_url)
    here = desks(hub.url)
    name, _ = here.shelf.keep(1_000, 3)
    here.client.stir()
    store = Store(hub)
    wait_for(lambda: store.held(name) is not None)
    write = Write(Key(Kind.ATTACHMENT, derived_id("file"), "removed"), {"reason": "wrong", "ms": 1})
    removal = Draft(EntryType.ATTACHMENT_REMOVED, (write,), about={FORGET: [name]})
    here.writer.submit(lambda: here.log.append([removal], actor=derived_id("ann"), heads=lambda _key: ())).result()
    here.client.nudge()
    wait_for(lambda: store.held(name) is None)
    here.client.stir()
    other, _ = here.shelf.keep(500, 4)
    here.client.stir()
    wait_for(lambda: store.held(other) is not None)
    assert store.held(name) is None


def test_files_go_between_desks_of_one_network_whoever_has_called(desks: Callable[..., FilingDesk]) -> None:
    listening = LanOptions(LAN_KEY, port=0, host="127.0.0.1", discover=False, interfaces=("127.0.0.1",))
    here = desks(lan=listening)
    wait_for(lambda: here.client.status.lan is not None and bool(here.client.status.lan.listening))
    assert here.client.status.lan is not None
    address = here.client.status.lan.listening[0]
    there = desks(lan=LanOptions(LAN_KEY, (address,), port=0, host="127.0.0.1", discover=False, interfaces=("127.0.0.1",)))
    (mine, my_bytes), (theirs, their_bytes) = here.shelf.keep(90_000, 5), there.shelf.keep(80_000, 6)
    there.want(mine, len(my_bytes))  # the caller fetches
    here.shelf.asked[theirs] = len(their_bytes)  # and brings
    there.client.stir()
    wait_for(lambda: mine in there.shelf.offered() and theirs in here.shelf.offered())
    assert here.shelf.store.read(theirs, 0, len(their_bytes)) == their_bytes


def test_a_desk_on_a_slow_line_gets_its_entries_in_small_batches(
    sqlite_url: str, start_hub: Callable[..., RunningHub], desks: Callable[..., FilingDesk]
) -> None:
    hub = start_hub(sqlite_url)
    here, there = desks(hub.url), desks()
    there.low = True
    here.write(400)
    wait_for(lambda: here.says() == "In step")
    there.client.set_hub((hub.url,))
    wait_for(lambda: there.count() == 400)
    done = sorted({status.hub.done for status in there.statuses if status.hub is not None and status.hub.total == 400})
    assert len(done) > 3  # at full size it is one batch
    assert here.digest() == there.digest()
