"""The hub over HTTP. It keeps no state between requests that others would miss, so any number of processes may serve one database.

| request | answer |
|---|---|
| `POST /v1/operations/OP/{compare,pull,news,push,acks}` | the protocol's answer, see `sync.messages` |
| `POST /v1/operations/OP/{files,fetch,store}` | the same about attachments, see `sync.files.messages` |
| `GET /v1/operations/OP/bell` | a WebSocket that says `news` |
| `GET /v1/authority`, `POST /v1/join`, `GET /v1/me`, `POST /v1/renew` | certificates, see `hub.reception` |
| `GET /health` | 200 when the database answers, else 503 |
| `GET /metrics` | Prometheus' text format |

400: not of this protocol; 403: this device may not; 408: too slow; 413: too large; 429 and 503 with `Retry-After`: too much
from this device, too much at once, or the database is away.
"""

from __future__ import annotations

import asyncio
import functools
import logging
import ssl
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from aiohttp import web

from commandcenter.hub.acks import HubAcks
from commandcenter.hub.bells import Bells
from commandcenter.hub.bodies import MEMORY_BYTES, body_of
from commandcenter.hub.callers import Caller, caller_of
from commandcenter.hub.connections import Connections
from commandcenter.hub.database import HubDatabase
from commandcenter.hub.door import Door, Handler
from commandcenter.hub.files import HubFiles, forget_begun
from commandcenter.hub.folder import HubFolder
from commandcenter.hub.gate import FORGETTING, Gate
from commandcenter.hub.metrics import Metrics
from commandcenter.hub.reception import Reception
from commandcenter.hub.refusals import EXERCISES_ONLY, LIVE_ONLY, forbidden
from commandcenter.hub.registry import Registry
from commandcenter.hub.replica import HubReplica, positions
from commandcenter.hub.rounds import Rounds
from commandcenter.hub.whereabouts import Board, Whereabouts
from commandcenter.log.codec import MalformedError
from commandcenter.log.intake import Ingested
from commandcenter.model.clock import Clock
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, id_bytes, is_exercise
from commandcenter.sync.acks import ACKS
from commandcenter.sync.batches import LOW_BYTES
from commandcenter.sync.checkpoints import Notary
from commandcenter.sync.files.messages import LIST, PIECE
from commandcenter.sync.files.responder import FileResponder
from commandcenter.sync.http import LOW_HEADER
from commandcenter.sync.lasting import go_on
from commandcenter.sync.limits import Limits, Memory
from commandcenter.sync.messages import BATCH, SMALL, SUMMARY, TARGET_BYTES
from commandcenter.sync.positions import POSITIONS
from commandcenter.sync.responder import Responder, Verb
from commandcenter.sync.verbs import ABOUT_FILES

LOG = logging.getLogger(__name__)
MAX_WAITING = 64
"""Requests that may wait for the database; more are asked to come back."""
RETRY_S = 1
HEARTBEAT_S = 20.0
MESSAGE_TYPE = "application/vnd.commandcenter.sync"
_LARGEST = {
    Verb.FILES: LIST,
    Verb.FETCH: PIECE,
    Verb.STORE: PIECE,
    Verb.COMPARE: SMALL,
    Verb.PULL: SUMMARY,
    Verb.NEWS: SMALL,
    Verb.PUSH: BATCH,
    Verb.ACKS: ACKS,
    Verb.CHECKPOINT: SUMMARY,
    Verb.POSITIONS: POSITIONS,
}

T = TypeVar("T")


class Hub:
    """One hub process. One asyncio loop; the database is used in worker threads."""

    def __init__(
        self,
        database: HubDatabase,
        clock: Clock,
        *,
        max_waiting: int = MAX_WAITING,
        exercises: bool = False,
        folder: HubFolder | None = None,
        limits: Limits | None = None,
        notary: Notary | None = None,
    ) -> None:
        """Serve this database, which stays the caller's to close.

        `exercises`: serve exercises and no live work, else live work only; `folder`: the authority that devices join; `notary`: who signs
        checkpoints of its operations.
        """
        self._exercises = exercises
        self._database = database
        self._clock = clock
        self._max_waiting = max_waiting
        self._waiting = 0
        self._notary = notary
        self._workers = ThreadPoolExecutor(database.threads, thread_name_prefix="hub-database")
        self._gate = Gate(database)
        self._board = Board(database) if database.shared else None
        self._whereabouts = Whereabouts(clock, self._board)
        self._memory = Memory(MEMORY_BYTES)
        self.bells = Bells()
        self.connections = Connections()
        self.metrics = Metrics()
        self.metrics.set("hub_started_seconds", clock.wall_ms() / 1000)
        self.door = Door(clock, limits or Limits(), self.metrics)
        registry = Registry(database)
        self._rounds = Rounds(registry, self.door, self.bells, clock, self.work, folder, self._sweep)
        self._reception = Reception(folder, registry, clock, self._memory, self.work) if folder else None

    @property
    def tls(self) -> ssl.SSLContext | None:
        """Return what it listens with; `None` without TLS."""
        return self._rounds.context

    def application(self) -> web.Application:
        """Return what aiohttp runs."""
        app = web.Application(middlewares=[self.connections.middleware, self._watched, self.door.middleware])
        app.router.add_post("/v1/operations/{operation}/{verb}", self._answer)
        app.router.add_get("/v1/operations/{operation}/bell", self._bell)
        app.router.add_get("/health", self._health)
        app.router.add_get("/metrics", self._metrics)
        if self._reception:
            self._reception.add_to(app)
        app.cleanup_ctx.append(self._life)
        return app

    async def work(self, work: Callable[[], T]) -> T:
        """Do what takes time in a worker thread, unless too much is waiting already."""
        if self._waiting >= self._max_waiting:
            self.metrics.add("hub_busy_total")
            raise web.HTTPServiceUnavailable(text="too much at once", headers={"Retry-After": str(RETRY_S)})
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._workers, work)
        finally:
            self._waiting -= 1

    async def _life(self, _: web.Application) -> AsyncIterator[None]:
        await self._rounds.begin()
        watching = [asyncio.create_task(go_on(work, self.fault)) for work in (self._watch_bells, self._rounds.walk)]
        yield
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)
        self._workers.shutdown(wait=True)

    async def _watch_bells(self) -> None:
        await self.bells.watch(lambda wanted: self.work(functools.partial(positions, self._database, wanted)))

    def fault(self, fault: Exception) -> None:
        """Count and log a fault of ours in what goes on by itself; it is begun again."""
        self.metrics.add("hub_faults_total")
        LOG.error("fault", exc_info=fault)

    async def _answer(self, request: web.Request) -> web.Response:
        verb, operation = _verb(request), self._operation(request)
        low = LOW_HEADER in request.headers
        async with body_of(request, _LARGEST[verb].packed, self._memory) as body:
            answer, taken = await self.work(functools.partial(self._answered_by, operation, verb, body, caller_of(request), low))
        self.metrics.add("hub_received_bytes_total", len(body))
        self.metrics.add("hub_sent_bytes_total", len(answer))
        if taken is not None:
            await self._announce(operation, taken)
        return web.Response(body=answer, content_type=MESSAGE_TYPE)

    def _answered_by(self, operation: Id, verb: Verb, body: bytes, caller: Caller, low: bool) -> tuple[bytes, Ingested | None]:
        """Answer out of the database, in a worker thread."""
        replica = HubReplica(self._database, operation, self._clock)
        instead = self._gate.instead(caller.device, verb, body, replica)
        if instead is not None:
            return instead, None
        if verb in ABOUT_FILES:
            return self._answer_about_files(operation, verb, body, replica), None
        if verb == Verb.POSITIONS:
            return self._whereabouts.answer(operation, body, partner=self._gate.copy_for(caller.device, replica) is not replica), None
        shown, acks = self._gate.copy_for(caller.device, replica), HubAcks(self._database, operation)
        answer, taken = Responder(shown, acks, self._notary, LOW_BYTES if low else TARGET_BYTES).answer(verb, body, str(caller))
        if taken is not None:
            came = [entry for _, entry in (*taken.entries, *taken.completed)]
            self._gate.carry_out_erasures(came, replica)
            if any(entry.type in FORGETTING for entry in came):
                HubFiles(self._database, operation, self._clock).drop(self._gate.forgotten(replica))
        return answer, taken

    def _answer_about_files(self, operation: Id, verb: Verb, body: bytes, replica: HubReplica) -> bytes:
        """Answer out of the attachments; one that was erased or removed is never taken again."""
        store, forgotten = HubFiles(self._database, operation, self._clock), self._gate.forgotten(replica)
        return FileResponder(operation, store, lambda name, size: name not in forgotten and store.takes(name, size)).answer(verb, body)

    def _sweep(self) -> None:
        """Forget what nobody will ask for; in a worker thread."""
        forget_begun(self._database, self._clock.wall_ms())
        if self._board is not None:
            self._board.forget_old()

    async def _announce(self, operation: Id, taken: Ingested) -> None:
        self.metrics.add("hub_entries_stored_total", len(taken.entries))
        self.metrics.add("hub_entries_quarantined_total", taken.quarantined)
        if taken.entries:
            await self.bells.ring(operation, taken.entries[-1][0])

    async def _bell(self, request: web.Request) -> web.WebSocketResponse:
        operation, caller = self._operation(request), caller_of(request)
        replica = HubReplica(self._database, operation, self._clock)
        await self.work(functools.partial(self._gate.instead, caller.device, None, b"", replica))
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT_S, max_msg_size=1 << 10, compress=False)
        await socket.prepare(request)
        await self.bells.listen(operation, socket, caller.device)
        return socket

    def _operation(self, request: web.Request) -> Id:
        """Return the operation asked about; live work and exercises never meet on one hub."""
        operation = _operation(request)
        if is_exercise(operation) and not self._exercises:
            raise forbidden(LIVE_ONLY)
        if self._exercises and not is_exercise(operation):
            raise forbidden(EXERCISES_ONLY)
        return operation

    async def _health(self, _: web.Request) -> web.Response:
        await self.work(functools.partial(positions, self._database, []))
        return web.json_response({"ok": True})

    async def _metrics(self, _: web.Request) -> web.Response:
        now = {
            "hub_listeners": self.bells.count(),
            "hub_bells_rung_total": self.bells.rung,
            "hub_waiting": self._waiting,
            "hub_connections": self.connections.count,
            "hub_body_bytes": self._memory.used,
            "hub_revoked_devices": len(self.door.revoked),
            "hub_certificate_ends_seconds": self._rounds.certificate_ends_ms / 1000,
        }
        for name, value in now.items():
            self.metrics.set(name, value)
        return web.Response(text=self.metrics.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

    @web.middleware
    async def _watched(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn failures into answers, count and log."""
        loop = asyncio.get_running_loop()
        start_s = loop.time()
        status = 500  # what aiohttp answers for what is raised here and is nobody's refusal: a bug, which it logs
        try:
            response = await self._answered(request, handler)
            status = response.status
        finally:
            self._note(request, status, loop.time() - start_s)
        return response

    async def _answered(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except MalformedError as error:
            return web.Response(status=400, text=str(error))
        except KnownError as error:
            self.metrics.add("hub_database_errors_total")
            LOG.error("failed", extra={"fields": {"path": request.path, "why": str(error)}})
            return web.Response(status=503, text=str(error), headers={"Retry-After": str(RETRY_S)})
        except web.HTTPException as error:
            return web.Response(status=error.status, text=error.text, headers={k: v for k, v in error.headers.items() if k == "Retry-After"})

    def _note(self, request: web.Request, status: int, took_s: float) -> None:
        asked = request.match_info.get("verb") or request.path.rpartition("/")[2]
        verb = asked if asked in _VERBS else "other"
        self.metrics.add("hub_requests_total", verb=verb, status=str(status))
        if verb != "bell":  # it lasts as long as a desk listens
            self.metrics.time(verb, took_s)
        caller = caller_of(request)
        fields = {"path": request.path, "status": status, "ms": round(1e3 * took_s, 1), "from": caller.address, "device": caller.device}
        LOG.info("request", extra={"fields": fields})


_VERBS = {*map(str, Verb), "bell", "health", "metrics", "authority", "join", "me", "renew"}


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
