"""Runs a hub process until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from asyncio.sslproto import SSLProtocol
from dataclasses import dataclass, field

from aiohttp import web

from commandcenter.hub.database import HubDatabase, only_server
from commandcenter.hub.folder import HubFolder
from commandcenter.hub.logs import log_as_json
from commandcenter.hub.server import Hub
from commandcenter.model.clock import SystemClock
from commandcenter.model.errors import BugError, KnownError
from commandcenter.sync.checkpoints import Notary
from commandcenter.sync.join_code import Address
from commandcenter.sync.lasting import go_on
from commandcenter.sync.limits import Limits

LOG = logging.getLogger(__name__)
STOP_S = 10.0
"""How long requests under way may take after the order to stop."""
CUT_S = 1.0
"""How long those that are still under way then may take to notice that they are cut."""
HANDSHAKE_S = 10.0
KEEPALIVE_S = 75.0
BACKLOG = 1_024
TLS_BUFFER_BYTES = 32 << 10
"""Of each connection, two TLS records: asyncio's own 256 KiB are too many for a thousand doorbells that hardly ever ring."""


@dataclass(frozen=True, slots=True)
class HubOptions:
    """What one process serves."""

    database_url: str
    database_key: bytes
    """32 bytes; encrypt a SQLite file."""
    address: Address
    folder: HubFolder
    """Where there is one it speaks TLS, else it listens to this computer only."""
    exercises: bool = False
    """Serve exercises and no live work."""
    limits: Limits = field(default_factory=Limits)
    notary: Notary | None = None
    """Who signs checkpoints."""


def serve(options: HubOptions) -> None:
    """Serve until SIGINT or SIGTERM; requests under way are finished. Raises `KnownError` before it listens."""
    folder = options.folder if options.folder.exists else None
    if folder is None and not options.address.loopback:
        raise KnownError(
            "Without certificates a hub listens on this computer only: {host} is open to others. Run “commandcenter hub init” first.",
            host=options.address.host,
        )
    if folder is not None:
        folder.renew_in_time(SystemClock())
    with only_server(options.database_url), contextlib.closing(HubDatabase(options.database_url, options.database_key)) as database:
        hub = Hub(database, SystemClock(), exercises=options.exercises, folder=folder, limits=options.limits, notary=options.notary)
        log_as_json()
        with contextlib.suppress(KeyboardInterrupt):  # where signals cannot be handled
            asyncio.run(HubServer(hub, options.address).until_told())
    LOG.info("stopped")


class HubServer:
    """A hub that listens. One asyncio loop."""

    def __init__(self, hub: Hub, address: Address, stop_s: float = STOP_S) -> None:
        """Prepare to listen; `address.port` 0: any that is free. `stop_s`: what requests under way may take at the end."""
        self.hub = hub
        self.address = address
        """Where it listens, once it does."""
        self._stop_s = stop_s
        self._runner = web.AppRunner(hub.application(), access_log=None, shutdown_timeout=CUT_S, keepalive_timeout=KEEPALIVE_S, auto_decompress=False)
        self._server: asyncio.Server
        self._watching: asyncio.Task[None]

    async def until_told(self) -> None:
        """Listen until SIGINT or SIGTERM."""
        told = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows; there Ctrl+C interrupts
                asyncio.get_running_loop().add_signal_handler(number, told.set)
        await self.start()
        try:
            await told.wait()
        finally:
            LOG.info("stopping")
            await self.stop()

    async def start(self) -> None:
        """Listen. Raises `KnownError`."""
        await self._runner.setup()
        SSLProtocol.max_size = TLS_BUFFER_BYTES
        server = self._runner.server
        if server is None:
            raise BugError("a runner that is set up has a server")
        context = self.hub.tls
        handshake_s = HANDSHAKE_S if context else None
        host, port = self.address.host, self.address.port
        try:
            self._server = await asyncio.get_running_loop().create_server(
                server, host, port, ssl=context, ssl_handshake_timeout=handshake_s, backlog=BACKLOG
            )
        except OSError as error:
            await self._runner.cleanup()
            raise KnownError("The hub cannot listen on {host}:{port}: {why}", host=host, port=port, why=error.strerror) from error
        self.address = Address(host, self._server.sockets[0].getsockname()[1])
        self._watching = asyncio.create_task(go_on(lambda: self.hub.connections.watch(server), self.hub.fault))
        LOG.info("listening", extra={"fields": {"host": host, "port": self.address.port, "tls": context is not None}})

    async def stop(self) -> None:
        """Take no new connections, finish what is under way, hang up."""
        self._server.close()
        self._watching.cancel()
        await asyncio.gather(self._watching, return_exceptions=True)
        await self.hub.bells.close()
        await self.hub.connections.finish(self._stop_s)
        if self._runner.server is not None:
            await self.hub.connections.end(self._runner.server, self._runner.cleanup)
