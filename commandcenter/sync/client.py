"""Keeps a desk in step with a hub, in a thread of its own with a plain asyncio loop. Tries for ever.

The log is only touched in the writer thread, one answer at a time, so that the desk's own commits go in between.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import random
import ssl
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import TypeVar

import aiohttp

from commandcenter.log.codec import MalformedError
from commandcenter.log.intake import Ingested
from commandcenter.log.ledger import Ledger
from commandcenter.log.rows import Row
from commandcenter.model.clock import Clock
from commandcenter.model.entries import Entry
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.http import HubLink
from commandcenter.sync.messages import Receipt
from commandcenter.sync.session import Conversation, Question, Session
from commandcenter.sync.status import State, Status

COMPARE_S = 180.0
"""How often digests are compared although nothing seems to be missing."""
APART_S = 10.0
"""The same while one side does not take what the other has."""
FIRST_RETRY_S = 0.5
LONGEST_RETRY_S = 30.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Port:
    """What the client needs of the desk, and whom it tells."""

    log: Ledger
    writer: Executor
    """The one thread that owns the log."""
    clock: Clock
    on_entries: Callable[[Sequence[tuple[int, Entry]]], None]
    """Others' entries, committed: fold them. Called in the writer thread."""
    on_status: Callable[[Status], None]
    """Called in the client's thread at every change."""


class SyncClient:
    """Start it, nudge it after each own commit, stop it before the writer ends."""

    def __init__(self, port: Port, *urls: str, context: ssl.SSLContext | None = None, retry_s: float = FIRST_RETRY_S) -> None:
        """Prepare for a hub, `http://HOST:PORT` or `https://…`; several addresses are processes of one hub, tried in turn.

        `retry_s`: the first wait after a failure.
        """
        self._port = port
        self._urls = urls
        self._context = context
        self._retry_s = retry_s
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="sync", daemon=True)
        self._started = threading.Event()
        self._loop: asyncio.AbstractEventLoop
        self._stop: asyncio.Event
        self._wake: asyncio.Event
        self._own = self._news = False
        self._confirmed = self._written = 0
        self.status = Status(State.OFFLINE, port.clock.wall_ms(), 0)
        """The latest; may be read in any thread."""

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()
        self._started.wait()

    def nudge(self) -> None:
        """There may be something to send. Any thread."""
        with contextlib.suppress(RuntimeError):  # stopped meanwhile
            self._loop.call_soon_threadsafe(self._wake_for, True)

    def stop(self) -> None:
        """End and wait for it; what is under way in the writer thread is finished."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def _run(self) -> None:
        self._loop, self._stop, self._wake = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()
        self._started.set()
        working = asyncio.create_task(self._keep_in_step())
        stopping = asyncio.create_task(self._stop.wait())
        await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(stopping, return_exceptions=True)
        with contextlib.suppress(asyncio.CancelledError):
            await working

    async def _keep_in_step(self) -> None:
        self._confirmed = await self._in_writer(lambda: self._port.log.mark(self._mark))
        await self._count()
        self._become(State.OFFLINE)
        retry_s = self._retry_s
        for url in itertools.cycle(self._urls):
            try:
                async with HubLink(url, self._port.log.operation, self._port.log.device, self._context) as link:
                    session = Session(self._port.log, self._port.log.device, url, self)
                    await self._converge(link, session)
                    retry_s = self._retry_s
                    await self._stay(link, session)
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                self._become(State.OFFLINE, say("The hub does not answer: {why}", why=str(error) or type(error).__name__))
            except MalformedError as error:
                self._become(State.OFFLINE, say("The hub does not speak as it should: {why}", why=str(error)))
            except KnownError as error:
                self._become(State.OFFLINE, error.sentence)
            await self._pause(retry_s)
            retry_s = min(2 * retry_s, LONGEST_RETRY_S)

    async def _pause(self, seconds: float) -> None:
        """Wait, jittered, and go on counting what this desk writes meanwhile."""
        end_s = self._loop.time() + seconds * (0.5 + random.SystemRandom().random())
        while (left_s := end_s - self._loop.time()) > 0:
            await self._sleep(left_s)
            await self._count()

    async def _stay(self, link: HubLink, session: Session) -> None:
        """Answer the doorbell and nudges until the connection ends."""
        async with await link.bell() as bell:
            listening = asyncio.create_task(self._listen(bell))
            self._news = True  # what came before the bell was there
            compare_at_s = self._loop.time() + self._pace_s()
            try:
                while not listening.done():
                    news, own, self._news, self._own = self._news, self._own, False, False
                    ok = not news or await self._talk(link, session.news())
                    if own or await self._count():
                        ok = await self._talk(link, session.give()) and ok
                    if not ok or self._loop.time() >= compare_at_s:
                        await self._converge(link, session)
                        compare_at_s = self._loop.time() + self._pace_s()
                    await self._settle(session)
                    if not (self._news or self._own):
                        await self._sleep(compare_at_s - self._loop.time())
            finally:
                listening.cancel()
        raise ConnectionError("the connection has ended")

    def _pace_s(self) -> float:
        return COMPARE_S if self.status.state == State.IN_STEP else APART_S

    async def _listen(self, bell: aiohttp.ClientWebSocketResponse) -> None:
        async for _ in bell:
            self._wake_for(False)
        self._wake.set()

    async def _converge(self, link: HubLink, session: Session) -> None:
        in_step = await self._talk(link, session.converge())
        await self._settle(session)
        self._become(State.IN_STEP if in_step else State.APART)

    async def _settle(self, session: Session) -> None:
        """Note durably how much of ours the hub has."""
        confirmed = session.confirmed()
        if confirmed != self._confirmed:
            self._confirmed = confirmed
            await self._in_writer(lambda: self._port.log.set_mark(self._mark, confirmed))
        await self._count()

    async def _talk(self, link: HubLink, conversation: Conversation) -> bool:
        question = await self._in_writer(lambda: _step(conversation, None))
        while isinstance(question, Question):
            answer, _ = await asyncio.gather(link.ask(question), self._in_writer(question.meanwhile))
            question = await self._in_writer(lambda got=answer: _step(conversation, got))  # type: ignore[misc]
        return question

    async def _count(self) -> int:
        """Return how many entries of ours are unsent, and tell."""
        self._written = await self._in_writer(self._port.log.own_seq)
        unsent = max(0, self._written - self._confirmed)
        if unsent != self.status.unsent:
            self._tell(replace(self.status, unsent=unsent))
        return unsent

    async def _in_writer(self, work: Callable[[], T]) -> T:
        return await self._loop.run_in_executor(self._port.writer, work)

    async def _sleep(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), max(0.0, seconds))
        self._wake.clear()

    def _wake_for(self, own: bool) -> None:
        self._own, self._news = self._own or own, self._news or not own
        self._wake.set()

    @property
    def _mark(self) -> str:
        return f"sent:{' '.join(sorted(self._urls))}"

    def received(self, taken: Ingested) -> None:
        """Pass entries on; in the writer thread."""
        if taken.entries:
            self._port.on_entries(taken.entries)

    def sent(self, rows: list[Row], receipt: Receipt) -> None:
        """Counted when the conversation is over."""

    def progress(self, done: int, total: int) -> None:
        """Show how far catching up is; in the writer thread."""
        self._loop.call_soon_threadsafe(self._show_progress, done, total)

    def _show_progress(self, done: int, total: int) -> None:
        if total:
            since_ms = self.status.since_ms if self.status.state == State.CATCHING_UP else self._port.clock.wall_ms()
            self._tell(Status(State.CATCHING_UP, since_ms, self.status.unsent, done, total))

    def _become(self, state: State, why: Sentence | None = None) -> None:
        since_ms = self.status.since_ms if self.status.state == state else self._port.clock.wall_ms()
        self._tell(Status(state, since_ms, self.status.unsent, why=why))

    def _tell(self, status: Status) -> None:
        if status != self.status:
            self.status = status
            self._port.on_status(status)


def _step(conversation: Conversation, answer: bytes | None) -> Question | bool:
    """Return the next question, or how the conversation ended."""
    try:
        return next(conversation) if answer is None else conversation.send(answer)
    except StopIteration as end:
        return bool(end.value)
