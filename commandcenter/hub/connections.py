"""Lets go of connections that say nothing: a thousand of them must not keep desks out."""

from __future__ import annotations

import asyncio

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from commandcenter.hub.door import Handler

FIRST_WORD_S = 15.0
"""How long the first request of a connection may take to be said; aiohttp itself only times the later ones."""
LOOK_S = 1.0
_CLOSING_TURNS = 3
"""Of the loop, until what was cut has closed its socket."""
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
        self.count = 0
        """How many there were at the last look."""

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Note that a connection has spoken."""
        self._heard[request.protocol] = request.transport
        return await handler(request)

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
            if (late or place < surplus) and one.transport is not None:
                one.transport.abort()

    async def cut(self) -> None:
        """Cut every connection that has spoken and is not closed yet, such as one whose other end does not answer TLS's farewell."""
        for transport in self._heard.values():
            if transport is not None:
                transport.abort()
        for _ in range(_CLOSING_TURNS):
            await asyncio.sleep(0)
