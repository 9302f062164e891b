"""Where devices get their certificates: `GET /v1/authority`, `POST /v1/join`, `GET /v1/me`, `POST /v1/renew`."""

from __future__ import annotations

import functools
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from commandcenter.hub.authority import DEVICE_DAYS
from commandcenter.hub.bodies import body_of
from commandcenter.hub.callers import caller_of
from commandcenter.hub.folder import DAY_MS, HubFolder
from commandcenter.hub.refusals import NOT_ADMITTED, OF_ANOTHER, STRANGER, forbidden
from commandcenter.hub.registry import Registry
from commandcenter.log.codec import MalformedError
from commandcenter.model.clock import Clock
from commandcenter.sync.join_messages import JOINING, Welcome, Wish, read_wish, write_grant, write_welcome
from commandcenter.sync.limits import Memory

LOG = logging.getLogger(__name__)
Work = Callable[[Callable[[], Any]], Awaitable[Any]]


class Reception:
    """Issues certificates. One asyncio loop."""

    def __init__(self, folder: HubFolder, registry: Registry, clock: Clock, memory: Memory, work: Work) -> None:
        """Use the authority of this folder; `work` runs what takes time in a thread."""
        self._folder = folder
        self._registry = registry
        self._clock = clock
        self._memory = memory
        self._work = work

    def add_to(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/v1/authority", self._authority)
        app.router.add_post("/v1/join", self._join)
        app.router.add_get("/v1/me", self._me)
        app.router.add_post("/v1/renew", self._renew)

    async def _authority(self, _: web.Request) -> web.Response:
        return web.Response(body=await self._work(self._folder.authority_certificate), content_type="application/x-pem-file")

    async def _join(self, request: web.Request) -> web.Response:
        async with body_of(request, JOINING.packed, self._memory) as body:
            certificate = await self._work(functools.partial(self._admitted, read_wish(body)))
        return web.Response(body=write_grant(certificate.public_bytes(Encoding.DER)))

    async def _me(self, request: web.Request) -> web.Response:
        caller = caller_of(request)
        if caller.device is None:
            raise forbidden(STRANGER)
        left_ms = caller.ends_ms - self._clock.wall_ms()
        return web.Response(body=write_welcome(Welcome(caller.device, caller.encrypted and left_ms < DEVICE_DAYS * DAY_MS / 2)))

    async def _renew(self, request: web.Request) -> web.Response:
        caller = caller_of(request)
        async with body_of(request, JOINING.packed, self._memory) as body:
            wish = read_wish(body)
            if not caller.encrypted or wish.device != caller.device:
                raise forbidden(OF_ANOTHER)
            certificate = await self._work(functools.partial(self._renewed, wish))
        return web.Response(body=write_grant(certificate.public_bytes(Encoding.DER)))

    def _admitted(self, wish: Wish) -> x509.Certificate:
        certificate = self._issued(wish)
        now_ms, ends_ms = self._clock.wall_ms(), _ends_ms(certificate)
        if not self._registry.admit(wish.device, wish.secret, wish.name, now_ms=now_ms, ends_ms=ends_ms):
            LOG.warning("not admitted", extra={"fields": {"device": wish.device, "name": wish.name}})
            raise forbidden(NOT_ADMITTED)
        LOG.info("admitted", extra={"fields": {"device": wish.device, "name": wish.name}})
        return certificate

    def _renewed(self, wish: Wish) -> x509.Certificate:
        certificate = self._issued(wish)
        self._registry.renewed(wish.device, now_ms=self._clock.wall_ms(), ends_ms=_ends_ms(certificate))
        LOG.info("renewed", extra={"fields": {"device": wish.device}})
        return certificate

    def _issued(self, wish: Wish) -> x509.Certificate:
        authority = self._folder.authority()
        if not wish.is_signed(authority.fingerprint):
            raise MalformedError("the wish is not signed by the device that it names")
        return authority.for_device(wish.request, wish.device, self._clock.wall_ms())


def _ends_ms(certificate: x509.Certificate) -> int:
    return round(1000 * certificate.not_valid_after_utc.timestamp())
