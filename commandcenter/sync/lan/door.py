"""Lets callers in over TLS. Each connection is known from its first moment, so none is left behind when the door is shut.

asyncio's own TLS server knows a connection only once hands are shaken; one that is under way when the server ends stays open for half a minute.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Callable
from typing import cast

from commandcenter.sync.hanging_up import hang_up

SHAKING_S = 10.0
"""How long the other end may take to prove who it is."""
_TURNS = 5
"""Of the loop, until what was just accepted, or cut, is known as such."""


class _Anteroom(asyncio.Protocol):
    """Where a caller waits until hands are shaken; what it says meanwhile is kept."""

    def __init__(self, met: Callable[[asyncio.Transport, _Anteroom], None]) -> None:
        self._met = met
        self.said = bytearray()
        self.gone = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        caller = cast(asyncio.Transport, transport)
        caller.pause_reading()  # until TLS listens
        self._met(caller, self)

    def data_received(self, data: bytes) -> None:
        self.said += data

    def connection_lost(self, exc: Exception | None) -> None:
        self.gone = True


class Door:
    """Listens at one address. One asyncio loop."""

    def __init__(self, receive: Callable[[], asyncio.Protocol], context: ssl.SSLContext) -> None:
        """Give each caller that `context` accepts to a protocol of its own."""
        self._receive, self._context = receive, context
        self._server: asyncio.Server | None = None
        self._callers: set[asyncio.Transport] = set()
        self._shaking: set[asyncio.Task[None]] = set()

    async def open(self, host: str, port: int) -> int:
        """Listen; return the port. Raises `OSError`."""
        self._server = await asyncio.get_running_loop().create_server(lambda: _Anteroom(self._met), host, port)
        return int(self._server.sockets[0].getsockname()[1])

    async def shut(self) -> None:
        """Let nobody in any more."""
        if self._server is not None:
            self._server.close()
            self._server = None
        await _turns()
        for task in self._shaking:
            task.cancel()
        await asyncio.gather(*self._shaking, return_exceptions=True)

    async def cut(self) -> None:
        """End every connection that is still open, such as those whose other end does not answer TLS's farewell."""
        for caller in self._callers:
            hang_up(caller)
        self._callers.clear()
        await _turns()

    def _met(self, caller: asyncio.Transport, anteroom: _Anteroom) -> None:
        self._callers = {one for one in self._callers if not _closed(one)} | {caller}
        task = asyncio.get_running_loop().create_task(self._shake(caller, anteroom))
        self._shaking.add(task)
        task.add_done_callback(self._shaking.discard)

    async def _shake(self, caller: asyncio.Transport, anteroom: _Anteroom) -> None:
        """Shake hands; who cannot is sent away."""
        secured: asyncio.Transport | None = None
        with contextlib.suppress(OSError):  # of another operation, too slow, or gone
            start = asyncio.get_running_loop().start_tls
            secured = await start(caller, anteroom, self._context, server_side=True, ssl_handshake_timeout=SHAKING_S)
        if secured is None or anteroom.gone:
            hang_up(caller)
            return
        protocol = self._receive()
        protocol.connection_made(secured)
        secured.set_protocol(protocol)
        if anteroom.said:
            protocol.data_received(bytes(anteroom.said))


def _closed(caller: asyncio.Transport) -> bool:
    return bool(caller.get_extra_info("socket").fileno() < 0)


async def _turns() -> None:
    for _ in range(_TURNS):
        await asyncio.sleep(0)
