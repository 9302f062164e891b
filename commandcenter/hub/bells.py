"""Doorbells: they tell who listens that there is something new, never what. Data always goes through a request."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

from aiohttp import web

from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id

WATCH_S = 0.5
"""How soon a bell rings for what another hub process has taken in."""
Positions: TypeAlias = Callable[[Sequence[Id]], Awaitable[dict[Id, int]]]


class Bells:
    """All listeners of this process. One asyncio loop."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._listeners: defaultdict[Id, set[web.WebSocketResponse]] = defaultdict(set)
        self._rung: dict[Id, int] = {}

    def count(self) -> int:
        """Return how many listen."""
        return sum(len(sockets) for sockets in self._listeners.values())

    async def listen(self, operation: Id, socket: web.WebSocketResponse) -> None:
        """Ring this socket for an operation until it is closed. What it says is not heard."""
        self._listeners[operation].add(socket)
        try:
            async for _ in socket:
                pass
        finally:
            self._listeners[operation].discard(socket)

    async def ring(self, operation: Id, position: int) -> None:
        """Ring everybody, once for each position."""
        if position <= self._rung.get(operation, 0):
            return
        self._rung[operation] = position
        for socket in tuple(self._listeners[operation]):
            try:
                await socket.send_str("news")
            except ConnectionError:  # gone; `listen` ends and forgets it
                self._listeners[operation].discard(socket)

    async def watch(self, positions: Positions) -> None:
        """Ring for what other processes have taken in, for ever."""
        while True:
            await asyncio.sleep(WATCH_S)
            awaited = [operation for operation, sockets in self._listeners.items() if sockets]
            if not awaited:
                continue
            try:
                found = await positions(awaited)
            except KnownError:  # the database is away; whoever asks is told so
                continue
            for operation, position in found.items():
                await self.ring(operation, position)

    async def close(self) -> None:
        """Hang up."""
        for sockets in self._listeners.values():
            for socket in tuple(sockets):
                await socket.close(code=1001, message=b"the hub is closing")
