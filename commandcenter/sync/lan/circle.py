"""The desks of one network: finds them, joins each pair by one connection, and tells how this desk stands to them.

Entries of this desk go to everybody at once. Entries of third parties are offered after a moment and only where digests differ, so a circle
of desks is not flooded with what everybody has already, and a chain of desks still passes everything on.
"""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass, field

from commandcenter.log.intake import Ingested
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.acks import AckBook
from commandcenter.sync.http import Partner
from commandcenter.sync.keeper import GOSSIP, Keeper
from commandcenter.sync.lan.certificates import LanIdentity, device_behind
from commandcenter.sync.lan.discovery import Discovery, operation_tag, own_addresses
from commandcenter.sync.lan.server import HEARTBEAT_S, LanServer
from commandcenter.sync.lasting import report_of
from commandcenter.sync.port import Company, Port
from commandcenter.sync.state import LanState, Way
from commandcenter.sync.status import State

DEFAULT_PORT = 8450
CONNECT_S, LONGEST_RETRY_S = 4.0, 4.0
"""On a network of one's own an answer comes at once or not at all, and trying again costs little."""
LONELY_S = 15.0
"""After so long without having found anybody, the person is told what to do."""


@dataclass(frozen=True, slots=True)
class LanOptions:
    """How to meet the desks of this network."""

    key: bytes
    """The operation's."""
    typed: tuple[str, ...] = ()
    """HOST:PORT of desks that multicast does not find."""
    port: int = DEFAULT_PORT
    """Where to listen; another where it is taken."""
    host: str = "0.0.0.0"  # noqa: S104 - callers must prove that they have the operation's key
    discover: bool = True
    interfaces: tuple[str, ...] = ()
    """Addresses to announce at; all where empty."""


@dataclass(slots=True)
class _Path:
    keeper: Keeper
    typed: bool
    itself: bool = False
    """Its address is our own."""
    task: asyncio.Task[None] = field(init=False)


class Circle:
    """This desk among the others. All in one asyncio loop; a `Company` for its keepers and its server."""

    def __init__(self, port: Port, options: LanOptions, company: Company, book: AckBook, *, retry_s: float) -> None:
        """Prepare; `run` does the work."""
        self._port, self._options, self._company, self._book, self._retry_s = port, options, company, book, retry_s
        self._identity = LanIdentity(port.log.operation, options.key, port.log.device_key)
        self._context: ssl.SSLContext | None = None
        self._server = LanServer(port, self._identity, self, book)
        self._paths: dict[str, _Path] = {}
        self._addresses = tuple(options.interfaces or own_addresses())
        self._notes: dict[str, Sentence] = {}
        self._connected: frozenset[Id] = frozenset()
        self._since_ms = port.clock.wall_ms()
        self._running: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Listen, find and join until cancelled."""
        tag = operation_tag(self._port.log.operation, self._options.key)
        discovery = Discovery(tag, self._found, self._lost, self._options.interfaces)
        try:
            while not self._secured():
                await asyncio.sleep(self._retry_s)
            await self._listen()
            for address in self._options.typed:
                self._join(address, (address,), typed=True)
            if self._options.discover:
                await self._discover(discovery)
            await asyncio.get_running_loop().create_future()
        finally:
            tasks = [path.task for path in self._paths.values()] + list(self._running)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await discovery.stop()
            await self._server.stop()

    def _secured(self) -> bool:
        """Make what this desk calls others with; return whether that worked. It needs a file for a moment, and so a disk with room."""
        try:
            self._context = self._identity.client()
        except OSError as error:
            why = error.strerror or str(error)
            self._notes["secure"] = say("Other desks of this network cannot be met: {why}. It is tried again and again.", why=why)
        else:
            self._notes.pop("secure", None)
        self._company.changed()
        return self._context is not None

    async def _listen(self) -> None:
        try:
            await self._server.start(self._options.host, self._options.port)
        except OSError as error:
            self._notes["listen"] = say("Other desks cannot reach this one: {why}. It can still call them.", why=error.strerror or str(error))
        self._company.changed()

    async def _discover(self, discovery: Discovery) -> None:
        try:
            await discovery.start(self._server.port)
        except OSError as error:
            why = error.strerror or str(error)
            self._notes["find"] = say("This network lets no desks be found ({why}). Type the address of another desk instead.", why=why)
            self._company.changed()
            return
        self._spawn(self._wonder())

    async def _wonder(self) -> None:
        """Say what to do when nobody was found."""
        await asyncio.sleep(LONELY_S)
        if not self._connected and not self._paths:
            self._notes["find"] = say(
                "No other desk of this operation was found on this network. Where the network blocks multicast, type the address of another desk."
            )
            self._company.changed()

    def nudge(self) -> None:
        """There may be something of ours to send."""
        for path in self._paths.values():
            path.keeper.nudge()
        self._spawn(self._server.ring("news"))

    def stir(self) -> None:
        """There may be attachments to carry."""
        for path in self._paths.values():
            path.keeper.stir()

    def heard(self, origin: object) -> None:
        """Entries came by some way: offer them on all others."""
        for path in self._paths.values():
            if path.keeper is not origin and path.keeper.device != origin:
                path.keeper.heard()
        self._spawn(self._server.ring(GOSSIP, besides=origin.device if isinstance(origin, Keeper) else origin))

    def state(self) -> LanState:
        """Return how this desk stands to the others."""
        listening = tuple(f"{address}:{self._server.port}" for address in self._addresses) if self._server.port else ()
        ways = tuple(self._way(path) for path in self._paths.values())
        behind, lacking = self._distance()
        statuses = [path.keeper.status for path in self._paths.values()]
        catching_up = max((status.total - status.done for status in statuses if status.state == State.CATCHING_UP), default=0)
        note = next(iter(self._notes.values()), None)
        faults = tuple(fault for status in statuses for fault in status.faults)
        return LanState(listening, ways, self._connected, self._since_ms, max(behind, catching_up), lacking, note, faults)

    def _distance(self) -> tuple[int, int]:
        """Return how many entries the connected ones have that we lack, and how many of ours one of them lacks, by their own word."""
        acks = self._book.all()
        here = acks[self._port.log.device].newest() if self._port.log.device in acks else {}
        behind: dict[Id, int] = {}
        lacking = 0
        for device in self._connected:
            there = acks[device].newest() if device in acks else {}
            for feed, seq in there.items():
                behind[feed] = max(behind.get(feed, 0), seq - here.get(feed, 0))
            lacking = max(lacking, sum(max(0, seq - there.get(feed, 0)) for feed, seq in here.items()))
        return sum(max(0, n) for n in behind.values()), lacking

    @staticmethod
    def _way(path: _Path) -> Way:
        keeper = path.keeper
        why = say("This address is that of this desk itself.") if path.itself else keeper.status.why
        return Way(keeper.urls[0].removeprefix("https://"), path.typed, keeper.device, keeper.status.state, why)

    def received(self, taken: Ingested, origin: object) -> None:
        """Entries came from one of the others; in the writer thread."""
        self._company.received(taken, origin)

    def changed(self) -> None:
        """Somebody came, went, or got on."""
        callers = self._server.callers()
        called = {path.keeper.device for path in self._paths.values() if path.keeper.connected and path.keeper.device is not None}
        for device in called & callers:
            if self._port.log.device < device:  # of two connections the one that the lesser id has made stays
                self._spawn(self._server.hang_up(device))
        connected = frozenset(called | callers)
        if self._connected - connected:
            for path in self._paths.values():
                path.keeper.rouse()
        if bool(connected) != bool(self._connected):
            self._since_ms = self._port.clock.wall_ms()
        if connected:
            self._notes.pop("find", None)
        self._connected = connected
        self._company.changed()

    def admit(self, device: Id | None, origin: object) -> bool:
        """Return whether a connection is wanted: with no revoked device, not with ourselves, and not twice with anybody."""
        for path in self._paths.values():
            if path.keeper is origin:
                path.itself = device == self._port.log.device
        if device is None or not self._company.admit(device, self):
            return False
        if origin is None:
            return True
        if device == self._port.log.device:
            return False
        if any(path.keeper is not origin and path.keeper.device == device and path.keeper.connected for path in self._paths.values()):
            return False
        return not (device in self._server.callers() and device < self._port.log.device)

    def _found(self, name: str, addresses: tuple[str, ...]) -> None:
        if name in self._paths and self._paths[name].keeper.urls != tuple(f"https://{address}" for address in addresses):
            self._lost(name)
        if name not in self._paths:
            self._join(name, addresses, typed=False)

    def _lost(self, name: str) -> None:
        path = self._paths.pop(name, None)
        if path is not None:
            path.task.cancel()
            self.changed()

    def _join(self, name: str, addresses: tuple[str, ...], *, typed: bool) -> None:
        urls = tuple(f"https://{address}" for address in addresses)
        partner = Partner(
            urls,
            self._context,
            hub=False,
            identity=device_behind,
            heartbeat_s=HEARTBEAT_S,
            connect_s=CONNECT_S,
            longest_retry_s=LONGEST_RETRY_S,
        )
        path = self._paths[name] = _Path(Keeper(self._port, partner, self, self._book, retry_s=self._retry_s), typed)
        path.task = self._spawn(path.keeper.run())

    def _spawn(self, work: object) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work)  # type: ignore[arg-type] # a coroutine
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        report_of(task)
