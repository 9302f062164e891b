"""Doorbells: they tell who listens that there is something new, never what. Data always goes through a request."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import TypeAlias

from aiohttp import web

from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id

LOG = logging.getLogger(__name__)
WATCH_S = 0.5
"""How soon a bell rings for what another hub process has taken in."""
RING_S = 10.0
"""A listener whose line takes nothing for so long is let go; it comes back and compares."""
Positions: TypeAlias = Callable[[Sequence[Id]], Awaitable[dict[Id, int]]]


class Bells:
    """All listeners of this process. One asyncio loop."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._listeners: defaultdict[Id, dict[web.WebSocketResponse, Id | None]] = defaultdict(dict)
        self._rung_at: dict[Id, int] = {}
        self.rung = 0
        """How often a bell was rung."""

    def count(self) -> int:
        """Return how many listen."""
        return sum(len(sockets) for sockets in self._listeners.values())

    async def listen(self, operation: Id, socket: web.WebSocketResponse, device: Id | None) -> None:
        """Ring this socket of a device for an operation until it is closed. Desks say nothing here; whatever comes is the end."""
        self._listeners[operation][socket] = device
        try:
            await socket.receive()
        finally:
            del self._listeners[operation][socket]
            if not self._listeners[operation]:
                del self._listeners[operation]

    async def ring(self, operation: Id, position: int) -> None:
        """Ring everybody, once for each position. None waits for another."""
        if position <= self._rung_at.get(operation, 0):
            return
        self._rung_at[operation] = position
        sockets = tuple(self._listeners.get(operation, ()))
        await asyncio.gather(*map(self._ring_one, sockets))

    async def _ring_one(self, socket: web.WebSocketResponse) -> None:
        try:
            async with asyncio.timeout(RING_S):
                await socket.send_str("news")
            self.rung += 1
        except (ConnectionError, TimeoutError):  # gone, or as good as gone; `listen` ends and forgets it
            await _hang_up(socket, 1013, b"too slow")

    async def watch(self, positions: Positions) -> None:
        """Ring for what other processes have taken in, for ever. Where the database fell back to an old state, hang up: desks then compare."""
        while True:
            await asyncio.sleep(WATCH_S)
            awaited = list(self._listeners)
            if not awaited:
                continue
            before = {operation: self._rung_at.get(operation, 0) for operation in awaited}
            try:
                found = await positions(awaited)
            except (KnownError, web.HTTPServiceUnavailable):  # the database is away or busy; whoever asks is told so
                continue
            for operation in awaited:
                position = found.get(operation, 0)
                if position < before[operation]:
                    await self._begin_anew(operation, position)
                else:
                    await self.ring(operation, position)

    async def _begin_anew(self, operation: Id, position: int) -> None:
        LOG.warning("fell back", extra={"fields": {"operation": operation, "from": self._rung_at[operation], "to": position}})
        self._rung_at[operation] = position
        await asyncio.gather(*(_hang_up(socket, 1012, b"the database was restored") for socket in self._listeners.get(operation, ())))

    async def dismiss(self, devices: Collection[Id]) -> None:
        """Hang up on these devices."""
        dismissed = [socket for sockets in self._listeners.values() for socket, device in sockets.items() if device in devices]
        await asyncio.gather(*(_hang_up(socket, 1008, b"revoked") for socket in dismissed))

    async def close(self) -> None:
        """Hang up on everybody."""
        all_sockets = [socket for sockets in self._listeners.values() for socket in sockets]
        await asyncio.gather(*(_hang_up(socket, 1001, b"the hub is closing") for socket in all_sockets))


async def _hang_up(socket: web.WebSocketResponse, code: int, why: bytes) -> None:
    await socket.close(code=code, message=why, drain=False)
