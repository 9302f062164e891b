"""The hub over HTTP. It keeps no state between requests, so any number of processes may serve one database.

| request | answer |
|---|---|
| `POST /v1/operations/OP/{compare,pull,news,push}` | the protocol's answer, see `sync.messages` |
| `GET /v1/operations/OP/bell` | a WebSocket that says `news` |
| `GET /health` | 200 when the database answers, else 503 |
| `GET /metrics` | Prometheus' text format |

400: not of this protocol; 413: too large; 503 with `Retry-After`: too much at once, or the database is away.
"""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from aiohttp import web

from commandcenter.hub.bells import Bells
from commandcenter.hub.database import HubDatabase
from commandcenter.hub.metrics import Metrics
from commandcenter.hub.replica import HubReplica, positions
from commandcenter.log.codec import MalformedError
from commandcenter.log.intake import Ingested
from commandcenter.model.clock import Clock
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, id_bytes, is_exercise
from commandcenter.sync.messages import SUMMARY
from commandcenter.sync.responder import Responder, Verb

LOG = logging.getLogger(__name__)
MAX_WAITING = 64
"""Requests that may wait for the database; more are asked to come back."""
RETRY_S = 1
HEARTBEAT_S = 20.0
MESSAGE_TYPE = "application/vnd.commandcenter.sync"

T = TypeVar("T")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Hub:
    """One hub process. One asyncio loop; the database is used in worker threads."""

    def __init__(self, database: HubDatabase, clock: Clock, *, max_waiting: int = MAX_WAITING, exercises: bool = False) -> None:
        """Serve this database, which stays the caller's to close. `exercises`: serve exercises and no live work, else live work only."""
        self._exercises = exercises
        self._database = database
        self._clock = clock
        self._max_waiting = max_waiting
        self._waiting = 0
        self._workers = ThreadPoolExecutor(database.threads, thread_name_prefix="hub-database")
        self.bells = Bells()
        self.metrics = Metrics()

    def application(self) -> web.Application:
        """Return what aiohttp runs."""
        app = web.Application(client_max_size=SUMMARY.packed, middlewares=[self._watched])
        app.router.add_post("/v1/operations/{operation}/{verb}", self._answer)
        app.router.add_get("/v1/operations/{operation}/bell", self._bell)
        app.router.add_get("/health", self._health)
        app.router.add_get("/metrics", self._metrics)
        app.cleanup_ctx.append(self._life)
        app.on_shutdown.append(lambda _: self.bells.close())
        return app

    async def _life(self, _: web.Application) -> AsyncIterator[None]:
        watching = asyncio.create_task(self.bells.watch(lambda wanted: self._work(functools.partial(positions, self._database, wanted))))
        yield
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        self._workers.shutdown(wait=True)

    async def _answer(self, request: web.Request) -> web.Response:
        verb, operation = _verb(request), self._operation(request)
        body = await request.read()
        sender = f"{request.headers.get('X-Device', 'unknown')[:32]} at {request.remote}"
        replica = HubReplica(self._database, operation, self._clock)
        answer, taken = await self._work(lambda: Responder(replica).answer(verb, body, sender))
        if taken is not None:
            await self._announce(operation, taken)
        return web.Response(body=answer, content_type=MESSAGE_TYPE)

    async def _announce(self, operation: Id, taken: Ingested) -> None:
        self.metrics.add("hub_entries_stored_total", len(taken.entries))
        self.metrics.add("hub_entries_quarantined_total", taken.quarantined)
        if taken.entries:
            await self.bells.ring(operation, taken.entries[-1][0])

    async def _bell(self, request: web.Request) -> web.WebSocketResponse:
        operation = self._operation(request)
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT_S, max_msg_size=1 << 10)
        await socket.prepare(request)
        await self.bells.listen(operation, socket)
        return socket

    def _operation(self, request: web.Request) -> Id:
        """Return the operation asked about; live work and exercises never meet on one hub."""
        operation = _operation(request)
        if is_exercise(operation) and not self._exercises:
            raise web.HTTPForbidden(text="this hub is for live work, the operation is an exercise")
        if self._exercises and not is_exercise(operation):
            raise web.HTTPForbidden(text="this hub is for exercises, the operation is live")
        return operation

    async def _health(self, _: web.Request) -> web.Response:
        await self._work(functools.partial(positions, self._database, []))
        return web.json_response({"ok": True})

    async def _metrics(self, _: web.Request) -> web.Response:
        self.metrics.set("hub_listeners", self.bells.count())
        return web.Response(text=self.metrics.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

    async def _work(self, work: Callable[[], T]) -> T:
        if self._waiting >= self._max_waiting:
            self.metrics.add("hub_busy_total")
            raise web.HTTPServiceUnavailable(text="too much at once", headers={"Retry-After": str(RETRY_S)})
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._workers, work)
        finally:
            self._waiting -= 1

    @web.middleware
    async def _watched(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn failures into answers, count and log."""
        loop = asyncio.get_running_loop()
        start_s = loop.time()
        response: web.StreamResponse
        try:
            response = await handler(request)
        except MalformedError as error:
            response = web.Response(status=400, text=str(error))
        except KnownError as error:
            response = web.Response(status=503, text=str(error), headers={"Retry-After": str(5 * RETRY_S)})
        except web.HTTPException as error:
            response = web.Response(status=error.status, text=error.text, headers={k: v for k, v in error.headers.items() if k == "Retry-After"})
        asked = request.match_info.get("verb", "other")
        verb = asked if asked in set(Verb) else "other"
        self.metrics.add("hub_requests_total", verb=verb, status=str(response.status))
        self.metrics.add("hub_request_seconds_total", loop.time() - start_s, verb=verb)
        LOG.info(
            "request",
            extra={
                "fields": {"path": request.path, "status": response.status, "ms": round(1e3 * (loop.time() - start_s), 1), "from": request.remote}
            },
        )
        return response


def _operation(request: web.Request) -> Id:
    text = request.match_info["operation"]
    try:
        id_bytes(Id(text))
    except ValueError as error:
        raise MalformedError("not the id of an operation") from error
    return Id(text.lower())


def _verb(request: web.Request) -> Verb:
    try:
        return Verb(request.match_info["verb"])
    except ValueError as error:
        raise web.HTTPNotFound(text="no such question") from error
