"""Stands before every question of a desk nearby: has that device had its share? One asyncio loop."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable

from aiohttp import web

from commandcenter.model.ids import Id
from commandcenter.sync.lan.certificates import device_behind
from commandcenter.sync.limits import Limits, Share, Shares

LOG = logging.getLogger(__name__)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
TELL_S = 10.0
"""How often the log is told at most that one device is held back."""


def device_of(request: web.Request) -> Id:
    """Return the device that asks, as its certificate proves it. Raises `KnownError` where it proves nothing."""
    return device_behind(request.transport.get_extra_info("ssl_object") if request.transport else None)


class LanShares:
    """What each device nearby has used, by the hub's limits: questions about entries, files and positions together, and doorbells apart."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Nobody has used anything."""
        self.limits = limits or Limits()
        self._shares = Shares(self.limits)

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request in, or refuse it with 429 before its body is read."""
        device, now_s = device_of(request), asyncio.get_running_loop().time()
        share = self._shares.of(device, now_s)
        self._hold_back(device, share, now_s)
        share.requests.take(1)
        if request.path.endswith("/bell"):  # lasts for hours, and has a share of its own
            return await self._ring(share, request, handler)
        share.under_way += 1
        try:
            response = await handler(request)
        finally:
            share.under_way -= 1
            share.bytes.take(request.content_length or 0)
        share.bytes.take(response.content_length or 0)
        return response

    def _hold_back(self, device: Id, share: Share, now_s: float) -> None:
        wait_s = self._shares.wait_s(share, now_s)
        if wait_s <= 0:
            return
        if now_s - share.told_s >= TELL_S:
            share.told_s = now_s
            LOG.warning("desk %s nearby is held back for %.1f s", device[:8], wait_s)
        raise web.HTTPTooManyRequests(text="too much from this device", headers={"Retry-After": str(math.ceil(wait_s))})

    async def _ring(self, share: Share, request: web.Request, handler: Handler) -> web.StreamResponse:
        if share.bells >= self.limits.bells:
            raise web.HTTPTooManyRequests(text="too many doorbells of this device", headers={"Retry-After": "10"})
        share.bells += 1
        try:
            return await handler(request)
        finally:
            share.bells -= 1
