"""A desk answers the desks of its network: the hub's questions, from its own log."""

from __future__ import annotations

import asyncio
import logging
from typing import cast

from aiohttp import web

from commandcenter.log.codec import MalformedError
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.sync.acks import AckBook
from commandcenter.sync.batches import LOW_BYTES
from commandcenter.sync.claims import claims_in
from commandcenter.sync.files.responder import FileResponder
from commandcenter.sync.http import LOW_HEADER, MESSAGE_TYPE
from commandcenter.sync.lan.certificates import LanIdentity
from commandcenter.sync.lan.door import Door
from commandcenter.sync.lan.shares import Handler, LanShares, device_of
from commandcenter.sync.limits import Limits
from commandcenter.sync.messages import SUMMARY, TARGET_BYTES, read_batch
from commandcenter.sync.port import Company, Port
from commandcenter.sync.refusals import OTHER_OPERATION, REVOKED
from commandcenter.sync.responder import Responder, Verb
from commandcenter.sync.verbs import ABOUT_FILES

LOG = logging.getLogger(__name__)
HEARTBEAT_S = 5.0
"""How soon both ends notice that the network between them is gone."""
MAX_WAITING = 16
"""Questions that may wait for the log; whoever asks more is asked to come back, so that the desk's own commits go on."""
STOP_S = 1.0


class LanServer:
    """Serves one operation. One asyncio loop; the log is read and written in its writer thread."""

    def __init__(self, port: Port, identity: LanIdentity, company: Company, book: AckBook, limits: Limits | None = None) -> None:
        """Answer those whom `company` admits, each so much as the limits allow."""
        self._shares = LanShares(limits)
        self._port, self._identity, self._company, self._book = port, identity, company, book
        self._responders = {low: Responder(port.log, book, target=LOW_BYTES if low else TARGET_BYTES) for low in (False, True)}
        files = port.files
        self._files = FileResponder(port.log.operation, files.store, files.wants) if files is not None else None
        self._bells: dict[web.WebSocketResponse, Id] = {}
        self._waiting = 0
        self._judging = asyncio.Lock()
        self._runner: web.AppRunner | None = None
        self._door: Door | None = None
        self.port = 0
        """Where it listens; 0 while it does not."""

    async def start(self, host: str, port: int) -> None:
        """Listen; at another port where this one is taken. Raises `OSError`."""
        app = web.Application(client_max_size=SUMMARY.packed, middlewares=[self._watched, self._shares.middleware])
        app.router.add_post("/v1/operations/{operation}/{verb}", self._answer)
        app.router.add_get("/v1/operations/{operation}/bell", self._bell)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=STOP_S)
        await self._runner.setup()
        self._door = Door(cast(web.Server, self._runner.server), self._identity.server())
        try:
            self.port = await self._door.open(host, port)
        except OSError:
            self.port = await self._door.open(host, 0)

    async def stop(self) -> None:
        """Hang up and end."""
        for socket in tuple(self._bells):
            await socket.close(code=1001, message=b"the desk is closing")
        runner, door, self._runner, self._door = self._runner, self._door, None, None
        if door is not None:
            await door.shut()
        if runner is not None:
            await runner.cleanup()
        if door is not None:
            await door.cut()
        self.port = 0

    def callers(self) -> frozenset[Id]:
        """Return the devices that are joined by having called us."""
        return frozenset(self._bells.values())

    async def ring(self, word: str, besides: object = None) -> None:
        """Say a word to all callers but one device."""
        for socket, device in tuple(self._bells.items()):
            if device != besides:
                try:
                    await socket.send_str(word)
                except ConnectionError:  # gone; its handler ends and forgets it
                    self._bells.pop(socket, None)

    async def hang_up(self, device: Id) -> None:
        """End a caller's connection: there is a better one."""
        for socket in [socket for socket, caller in self._bells.items() if caller == device]:
            await socket.close(code=1000, message=b"you are called from here")

    async def _answer(self, request: web.Request) -> web.Response:
        try:
            verb = Verb(request.match_info["verb"])
        except ValueError as error:
            raise web.HTTPNotFound(text="no such question") from error
        device = self._caller(request, anyway=verb == Verb.PUSH)
        body = await request.read()
        if not self._company.admit(device, None) and not (verb == Verb.PUSH and await self._recovers(device, body)):
            raise web.HTTPForbidden(text=REVOKED)
        if verb in ABOUT_FILES:
            return await self._answer_about_files(verb, body)
        if verb == Verb.POSITIONS:
            return self._answer_about_positions(body)
        low = LOW_HEADER in request.headers
        if self._waiting >= MAX_WAITING:
            raise web.HTTPServiceUnavailable(text="too much at once", headers={"Retry-After": "1"})
        self._waiting += 1
        try:
            answer = await asyncio.get_running_loop().run_in_executor(self._port.writer, self._ask, verb, body, device, low)
        finally:
            self._waiting -= 1
        if verb == Verb.ACKS:
            self._company.changed()
        return web.Response(body=answer, content_type=MESSAGE_TYPE)

    async def _recovers(self, device: Id, body: bytes) -> bool:
        """Return whether a device that was revoked, perhaps by stolen keys, brings a recovery of rights; one after the other."""
        if self._judging.locked():
            raise web.HTTPServiceUnavailable(text="too much at once", headers={"Retry-After": "1"})
        async with self._judging:
            return await asyncio.to_thread(lambda: self._port.recovers(device, claims_in(read_batch(body))))

    async def _answer_about_files(self, verb: Verb, body: bytes) -> web.Response:
        """Answer beside the log, so that entries never wait for it."""
        files = self._port.files
        if self._files is None or files is None:
            raise web.HTTPNotFound(text="no attachments here")
        answer = await asyncio.to_thread(self._files.answer, verb, body)
        if verb == Verb.STORE:
            files.moved()
        return web.Response(body=answer, content_type=MESSAGE_TYPE)

    def _answer_about_positions(self, body: bytes) -> web.Response:
        """Answer out of memory, at once."""
        if self._port.positions is None:
            raise web.HTTPNotFound(text="no positions here")
        return web.Response(body=self._port.positions.answer(body), content_type=MESSAGE_TYPE)

    def _ask(self, verb: Verb, body: bytes, device: Id, low: bool) -> bytes:
        """Answer out of the log and pass on what was brought; in the writer thread."""
        answer, taken = self._responders[low].answer(verb, body, f"desk {device[:8]} nearby")
        if taken is not None and (taken.entries or taken.completed):
            self._company.received(taken, device)
        return answer

    async def _bell(self, request: web.Request) -> web.WebSocketResponse:
        device = self._caller(request)
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT_S, max_msg_size=1 << 10)
        await socket.prepare(request)
        self._bells[socket] = device
        self._company.changed()
        try:
            async for _ in socket:
                pass
        finally:
            self._bells.pop(socket, None)
            self._company.changed()
        return socket

    def _caller(self, request: web.Request, *, anyway: bool = False) -> Id:
        """Return who asks, once it is clear that it may; `anyway`: where it was revoked too."""
        if request.match_info["operation"] != self._port.log.operation:
            raise web.HTTPForbidden(text=OTHER_OPERATION)
        device = device_of(request)
        if not anyway and not self._company.admit(device, None):
            raise web.HTTPForbidden(text=REVOKED)
        return device

    @web.middleware
    async def _watched(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn failures into answers."""
        try:
            return await handler(request)
        except MalformedError as error:
            return web.Response(status=400, text=str(error))
        except KnownError as error:
            LOG.warning("cannot answer a desk nearby: %s", error)
            return web.Response(status=503, text=str(error), headers={"Retry-After": "5"})
