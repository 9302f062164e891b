"""Asks a hub over HTTP. Every question may be asked again: all are idempotent."""

from __future__ import annotations

import asyncio
import io
import random
import ssl
from types import TracebackType

import aiohttp

from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.sync.messages import SUMMARY
from commandcenter.sync.session import Question

MESSAGE_TYPE = "application/vnd.commandcenter.sync"
MAX_ATTEMPTS = 8
"""While the hub says that it is busy."""
MAX_RETRY_S = 30.0
_TIMEOUT = aiohttp.ClientTimeout(total=None, connect=10, sock_read=60)
_HEARTBEAT_S = 20.0
_JITTER = random.SystemRandom()


class HubLink:
    """One connection to a hub, about one operation. One asyncio loop.

    Raises `KnownError` for a hub that refuses, aiohttp's `ClientError` and `TimeoutError` where there is none.
    """

    def __init__(self, url: str, operation: Id, device: Id, context: ssl.SSLContext | None = None) -> None:
        """Prepare; nothing is sent yet."""
        self._base = f"{url.rstrip('/')}/v1/operations/{operation}"
        self._http = aiohttp.ClientSession(timeout=_TIMEOUT, headers={"X-Device": device}, connector=aiohttp.TCPConnector(ssl=context or True))

    async def __aenter__(self) -> HubLink:
        """Enter an `async with` block."""
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the connection."""
        await self._http.close()
        await asyncio.sleep(0)  # its transports close in the loop's next turn

    async def ask(self, question: Question) -> bytes:
        """Return the answer; waits and asks again while the hub is busy."""
        for _ in range(MAX_ATTEMPTS):
            body = io.BytesIO(question.body)  # sent in pieces, so that a large one does not hold up the loop
            async with self._http.post(f"{self._base}/{question.verb}", data=body, headers={"Content-Type": MESSAGE_TYPE}) as response:
                if response.status == 200:
                    return await _read(response)
                said = (await response.content.read(500)).decode(errors="replace")
                if response.status != 503:
                    raise KnownError("The hub refuses: {said} ({status})", said=said, status=response.status)
                retry_s = _seconds(response.headers.get("Retry-After", ""))
            await asyncio.sleep(retry_s * (0.5 + _JITTER.random()))
        raise KnownError("The hub is busy: {said}", said=said)

    async def bell(self) -> aiohttp.ClientWebSocketResponse:
        """Return the doorbell; each message means that there is news."""
        return await self._http.ws_connect(f"{self._base}/bell", heartbeat=_HEARTBEAT_S, max_msg_size=1 << 10)


async def _read(response: aiohttp.ClientResponse) -> bytes:
    """Return a body; `KnownError` before more of it is read than any message may have."""
    body = bytearray()
    async for chunk in response.content.iter_chunked(1 << 16):
        body += chunk
        if len(body) > SUMMARY.packed:
            raise KnownError("The hub refuses: {said} ({status})", said="its answer is too long", status=response.status)
    return bytes(body)


def _seconds(text: str) -> float:
    return min(float(text), MAX_RETRY_S) if text.isdecimal() else 1.0
