"""A real hub on loopback, and desks that keep in step with it."""

from __future__ import annotations

import asyncio
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.folder import HubFolder
from commandcenter.hub.invitations import invite
from commandcenter.hub.registry import Registry
from commandcenter.hub.serve import HubServer
from commandcenter.hub.server import Hub
from commandcenter.log.keys import MemoryVault
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Key, Kind, Write
from commandcenter.model.ids import Id, derived_id
from commandcenter.picture.picture import Picture
from commandcenter.sync.access import Access, client_context
from commandcenter.sync.client import Port, SyncClient
from commandcenter.sync.join_code import Address, JoinCode
from commandcenter.sync.joining import join, tls_session
from commandcenter.sync.messages import digest
from commandcenter.sync.state import SyncState
from tests.fixtures_postgres import postgres

__all__ = ["postgres"]

OPERATION = derived_id("operation")


def wait_for(what: Callable[[], bool]) -> None:
    """Wait until something is so; a minute and a half means never."""
    end_s = time.monotonic() + 90
    while not what():
        assert time.monotonic() < end_s, "it never came about"
        time.sleep(0.01)


class RunningHub:
    """A hub process's work in a thread of this one."""

    def __init__(self, database_url: str, port: int = 0, **options: Any) -> None:
        self.database = HubDatabase(database_url, bytes(32))
        self._stop_s: float = options.pop("stop_s", 1)
        self.hub = Hub(self.database, options.pop("clock", FakeClock()), **options)
        self.port = port
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        assert self._ready.wait(20)

    @property
    def url(self) -> str:
        return f"http{'s' if self.hub.tls else ''}://127.0.0.1:{self.port}"

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        server = HubServer(self.hub, Address("127.0.0.1", self.port), stop_s=self._stop_s)
        await server.start()
        self.port = server.address.port
        self._ready.set()
        await self._stop.wait()
        await server.stop()
        await asyncio.sleep(0.05)  # aborted connections close in the loop's next turns

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self.database.close()


class SyncedDesk:
    """A log in its writer thread, a picture, and the client. `urls`: where its hub is."""

    def __init__(self, number: int, *urls: str, context: ssl.SSLContext | None = None, operation: Id = OPERATION) -> None:
        self.writer = ThreadPoolExecutor(1)
        self.log = MemoryLog(operation, DeviceKey(bytes([number]) * 32), FakeClock())
        self.picture = Picture(operation)
        self.statuses: list[SyncState] = []
        port = Port(self.log, self.writer, FakeClock(), self._fold, self.statuses.append)
        self.client = SyncClient(port, *urls, context=context, retry_s=0.05)

    def _fold(self, entries: object) -> None:
        for position, entry in entries:  # type: ignore[attr-defined]
            self.picture.apply(entry, position)

    def write(self, count: int = 1) -> None:
        self.writer.submit(self._append, count).result()
        if self.client.status.since_ms and self.client._thread.is_alive():
            self.client.nudge()

    def _append(self, count: int) -> None:
        for number in range(count):
            draft = Draft("UnitChanged", (Write(Key(Kind.UNIT, derived_id("E1"), "crew"), number),))
            self.picture.apply(self.log.append([draft], actor=derived_id("ann"), heads=self.picture.heads)[0], self.log.count())

    def digest(self) -> bytes:
        return self.writer.submit(lambda: digest(self.log.leaves())).result()

    def count(self) -> int:
        return self.writer.submit(self.log.count).result()

    def says(self) -> str:
        return str(self.client.status.sentence())


class Site:
    """A hub that has an authority, and desks that join it by codes."""

    def __init__(self, folder: Path, start_hub: Callable[..., RunningHub], database_url: str) -> None:
        self.clock = FakeClock()
        self.path = folder
        self.folder = HubFolder(folder / "hub")
        self.folder.init((Address("127.0.0.1", 1),), self.clock, "test hub")
        self.database_url = database_url
        self._start = start_hub
        self.hubs: list[RunningHub] = []

    @property
    def registry(self) -> Registry:
        return Registry(self.hubs[-1].database)

    def start(self, **options: Any) -> RunningHub:
        self.hubs.append(self._start(self.database_url, folder=self.folder, clock=self.clock, **options))
        self.folder.init(tuple(Address("127.0.0.1", hub.port) for hub in self.hubs), self.clock, "test hub")
        return self.hubs[-1]

    def code(self, **options: Any) -> str:
        return str(invite(self.folder.path, self.registry, clock=self.clock, **options).code)

    def access(self, number: int, name: str = "") -> Access:
        return Access(self.path / f"access-{number}{name}", MemoryVault())

    def join(self, number: int, code: str | None = None) -> Access:
        """Let a desk join; it is the device of this number."""
        access = self.access(number, name=str(len(list(self.path.iterdir()))))
        asyncio.run(join(JoinCode.read(code or self.code()), DeviceKey(bytes([number]) * 32), f"desk {number}", access))
        return access

    def ask(self, access: Access | None, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
        """Return status and body of an answer; without an access no certificate is shown."""
        context = client_context(self.folder.authority_certificate()) if access is None else access.context()
        return asyncio.run(self._ask(context, method, path, body, headers))

    async def _ask(self, context: ssl.SSLContext, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, bytes]:
        async with tls_session(context) as http, http.request(method, self.hubs[-1].url + path, data=body, headers=headers) as response:
            return response.status, await response.read()


@pytest.fixture
def site(tmp_path: Path, start_hub: Callable[..., RunningHub], sqlite_url: str) -> Site:
    return Site(tmp_path, start_hub, sqlite_url)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'hub.db'}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.xdist_group("postgres"))])
def database_url(request: pytest.FixtureRequest, sqlite_url: str) -> str:
    if request.param == "sqlite":
        return sqlite_url
    url: str = request.getfixturevalue("postgres").new_database()
    return url


@pytest.fixture
def start_hub() -> Iterator[Callable[..., RunningHub]]:
    running: list[RunningHub] = []

    def start(*args: object, **options: object) -> RunningHub:
        running.append(RunningHub(*args, **options))  # type: ignore[arg-type]
        return running[-1]

    yield start
    for hub in running:
        if hub._thread.is_alive():
            hub.stop()


@pytest.fixture
def new_desk() -> Iterator[Callable[..., SyncedDesk]]:
    desks: list[SyncedDesk] = []

    def make(number: int, *urls: str, **options: Any) -> SyncedDesk:
        desks.append(SyncedDesk(number, *urls, **options))
        return desks[-1]

    yield make
    for desk in desks:
        if desk.client._thread.is_alive():
            desk.client.stop()
        desk.writer.shutdown()
