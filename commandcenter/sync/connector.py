"""Connections whose sockets are closed when their session is, TLS or not."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any

import aiohttp
from aiohttp.client_reqrep import ClientRequest
from aiohttp.connector import Connection
from aiohttp.tracing import Trace

from commandcenter.sync.hanging_up import hang_up

_CLOSING_TURNS = 3
"""Of the loop, until an aborted connection has closed its socket."""


class PromptConnector(aiohttp.TCPConnector):
    """Does not wait for the other end's farewell, which TLS asks for and a hub that has died never says."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - aiohttp's own
        """Take aiohttp's options."""
        super().__init__(**options)
        self._opened: set[asyncio.BaseTransport] = set()

    async def connect(self, req: ClientRequest, traces: list[Trace], timeout: aiohttp.ClientTimeout) -> Connection:
        """Connect as aiohttp does, and remember it."""
        connection = await super().connect(req, traces, timeout)
        if connection.transport is not None:
            self._opened.add(connection.transport)
        return connection

    def close(self, **options: bool) -> Coroutine[Any, Any, None]:
        """Close all that was opened."""
        return self._abort(super().close(**options))

    async def _abort(self, closed: Awaitable[None]) -> None:
        await closed
        for transport in self._opened:
            hang_up(transport)
        self._opened.clear()
        for _ in range(_CLOSING_TURNS):
            await asyncio.sleep(0)
