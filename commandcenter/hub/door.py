"""Stands before every request: who is it, may it come in, and has it had its share? One asyncio loop."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from aiohttp import web

from commandcenter.hub.callers import Caller, caller_of
from commandcenter.hub.metrics import Metrics
from commandcenter.hub.refusals import ENDED, REVOKED, STRANGER, forbidden
from commandcenter.model.clock import Clock
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence
from commandcenter.sync.join_code import Address
from commandcenter.sync.limits import Limits, Share, Shares

LOG = logging.getLogger(__name__)
Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]
TELL_S = 10.0
"""How often the log is told at most that one device is held back."""
_FOR_STRANGERS = {"/health", "/v1/authority", "/v1/join"}
_FOR_ENDED = {"/health", "/v1/authority", "/v1/me", "/v1/renew"}


class Door:
    """Knows who is revoked and what each device has used."""

    def __init__(self, clock: Clock, limits: Limits, metrics: Metrics) -> None:
        """Let everybody in who shows a certificate."""
        self._clock = clock
        self._metrics = metrics
        self.limits = limits
        self.shares = Shares(limits)
        self.revoked: frozenset[Id] = frozenset()
        self.seen: dict[Id, int] = {}
        """When each device was here (wall time, ms); emptied by who writes it down."""

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request in, or refuse it with 403 or 429."""
        caller = caller_of(request)
        self._admit(caller, request.path)
        now_s = asyncio.get_running_loop().time()
        share = self.shares.of(caller.key, now_s, stranger=caller.stranger)
        self._hold_back(caller, share, now_s)
        share.requests.take(1)
        if _is_bell(request):  # lasts for hours, and has a share of its own
            with self._rung(share):
                return await handler(request)
        share.under_way += 1
        try:
            response = await handler(request)
        finally:
            share.under_way -= 1
        share.bytes.take((request.content_length or 0) + (response.content_length or 0))
        return response

    def _admit(self, caller: Caller, path: str) -> None:
        if caller.stranger and path not in _FOR_STRANGERS and not (path == "/metrics" and Address(caller.address).loopback):
            raise self._refused("stranger", STRANGER)
        if caller.device is None:
            return
        if caller.device in self.revoked:
            raise self._refused("revoked", REVOKED)
        if caller.encrypted and caller.ends_ms < self._clock.wall_ms() and path not in _FOR_ENDED:
            raise self._refused("ended", ENDED)
        if caller.encrypted:
            self.seen[caller.device] = self._clock.wall_ms()

    def _refused(self, why: str, said: Sentence) -> web.HTTPForbidden:
        self._metrics.add("hub_refused_total", why=why)
        return forbidden(said)

    def _hold_back(self, caller: Caller, share: Share, now_s: float) -> None:
        wait_s = self.shares.wait_s(share, now_s)
        if wait_s <= 0:
            return
        self._metrics.add("hub_refused_total", why="share")
        if now_s - share.told_s >= TELL_S:
            share.told_s = now_s
            LOG.warning("held back", extra={"fields": {"device": caller.device, "from": caller.address, "for_s": round(wait_s, 1)}})
        raise web.HTTPTooManyRequests(text="too much from this device", headers={"Retry-After": str(math.ceil(wait_s))})

    @contextmanager
    def _rung(self, share: Share) -> Iterator[None]:
        if share.bells >= self.limits.bells:
            self._metrics.add("hub_refused_total", why="share")
            raise web.HTTPTooManyRequests(text="too many doorbells of this device", headers={"Retry-After": "10"})
        share.bells += 1
        try:
            yield
        finally:
            share.bells -= 1


def _is_bell(request: web.Request) -> bool:
    return request.path.endswith("/bell")
