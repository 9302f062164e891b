"""Lets go of connections that say nothing: a thousand of them must not keep desks out."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from commandcenter.hub.door import Handler
from commandcenter.sync.hanging_up import hang_up

FIRST_WORD_S = 15.0
"""How long the first request of a connection may take to be said; aiohttp itself only times the later ones."""
LOOK_S = 1.0
_TURNS = 5
"""Of the loop, until what was accepted is a connection, or what was cut has closed its socket."""
MAX_CONNECTIONS = 10_000
"""Beyond, the newest that have not said anything yet are let go first."""


class Connections:
    """Looks at all connections of a server. One asyncio loop."""

    def __init__(self, first_word_s: float = FIRST_WORD_S, most: int = MAX_CONNECTIONS) -> None:
        """Wait so long for the first word."""
        self._first_word_s = first_word_s
        self._most = most
        self._since_s: dict[RequestHandler, float] = {}
        self._heard: dict[RequestHandler, asyncio.Transport | None] = {}
        self._under_way = 0
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._closing = False
        self.count = 0
        """How many there were at the last look."""

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Note that a connection has spoken, and what is under way."""
        self._heard[request.protocol] = request.transport
        self._under_way += 1
        self._quiet.clear()
        try:
            response = await handler(request)
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._quiet.set()
        if self._closing:
            response.force_close()
        return response

    async def watch(self, server: web.Server) -> None:
        """Look for ever."""
        while True:
            self.look(server)
            await asyncio.sleep(LOOK_S)

    def look(self, server: web.Server) -> None:
        """Let go of those that were silent for too long."""
        now_s = asyncio.get_running_loop().time()
        there = server.connections
        self.count = len(there)
        self._heard = {one: self._heard[one] for one in there if one in self._heard}
        silent = [one for one in there if one not in self._heard]
        self._since_s = {one: self._since_s.get(one, now_s) for one in silent}
        surplus = len(there) - self._most
        for place, one in enumerate(reversed(silent)):
            late = now_s - self._since_s[one] > self._first_word_s
            if late or place < surplus:
                hang_up(one.transport)

    async def finish(self, most_s: float) -> None:
        """Wait until nothing is under way, but not longer than this. aiohttp's own end would not hear the rest of a body."""
        self._closing = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(most_s):
                await self._quiet.wait()

    async def end(self, server: web.Server, end: Callable[[], Awaitable[None]]) -> None:
        """Let aiohttp end its server, then cut what is not closed yet, such as a connection that does not answer TLS's farewell."""
        await _turns()  # what was just accepted becomes a connection
        transports = {one.transport for one in server.connections} | set(self._heard.values())
        await end()
        for transport in transports:
            hang_up(transport)
        await _turns()


async def _turns() -> None:
    for _ in range(_TURNS):
        await asyncio.sleep(0)
