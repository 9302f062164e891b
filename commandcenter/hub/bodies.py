"""Receives the bodies of requests: never more than the question may have, never more at once than memory allows, never for ever."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from commandcenter.sync.limits import Memory

PATIENCE_S = 20.0
"""How long nothing may come."""
SLOWEST_BYTES_PER_S = 200
"""A sender that is slower than this in the long run is let go; a field radio manages more."""
MEMORY_BYTES = 64 << 20
"""Of all bodies that are under way in one process."""


@asynccontextmanager
async def body_of(request: web.Request, most: int, memory: Memory) -> AsyncIterator[bytes]:
    """Receive a body of at most so many bytes; its room is lent until the block ends.

    Raises aiohttp's 413, 415 (an encoding: ours are packed already), 408 and 503.
    """
    length = request.content_length
    if length is not None and length > most:
        raise web.HTTPRequestEntityTooLarge(most, length, text=f"{length} bytes, at most {most} are allowed")
    if request.headers.get("Content-Encoding", "identity") != "identity":
        raise web.HTTPUnsupportedMediaType(text="an encoding on top of ours is not taken")
    with memory.lent(most if length is None else length) as fits:
        if not fits:
            raise web.HTTPServiceUnavailable(text="too much at once", headers={"Retry-After": "1"})
        yield await _received(request, most)


async def _received(request: web.Request, most: int) -> bytes:
    body = bytearray()
    start_s = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout_at(start_s + PATIENCE_S) as limit:
            while chunk := await request.content.readany():
                body += chunk
                if len(body) > most:
                    raise web.HTTPRequestEntityTooLarge(most, len(body), text=f"at most {most} bytes are allowed")
                limit.reschedule(start_s + PATIENCE_S + len(body) / SLOWEST_BYTES_PER_S)
    except TimeoutError as error:
        raise web.HTTPRequestTimeout(text="the request came too slowly") from error
    return bytes(body)
