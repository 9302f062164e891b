"""Keeps this desk in step with one other copy, for ever. The log is only touched in the writer thread, one answer at a time."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import aiohttp

from commandcenter.log.codec import MalformedError
from commandcenter.log.header import check_header
from commandcenter.log.intake import Ingested
from commandcenter.log.rows import Row
from commandcenter.model.entries import EntryType
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.acks import AckBook, AckNews, read_news, write_news
from commandcenter.sync.batches import LOW_BYTES
from commandcenter.sync.errands import Errands
from commandcenter.sync.faults import fault_sentence
from commandcenter.sync.http import HubLink, Partner
from commandcenter.sync.lasting import go_on, report
from commandcenter.sync.messages import TARGET_BYTES, Receipt
from commandcenter.sync.port import Company, Port
from commandcenter.sync.responder import Verb
from commandcenter.sync.session import Conversation, Question, Session
from commandcenter.sync.status import State, Status

LOG = logging.getLogger(__name__)
COMPARE_S = 180.0
"""How often digests are compared although nothing seems to be missing."""
APART_S = 10.0
"""The same while one side does not take what the other has."""
REST_S = 60.0
"""How long a way waits while there is a better one; it is roused when that one goes."""
HEARD_S = (0.2, 0.8)
"""How long what came by another way waits before it is offered here: most likely it has come here by itself, then nothing is sent."""
ACK_S = (0.4, 2.0, 8.0)
"""When acknowledgements are exchanged after entries went over this way."""
CLOCK_LIMIT_MS = 60_000
"""A clock that differs by more is spoken of, as in the log's own check."""
GOSSIP = "gossip"
"""What a bell says when entries of third parties have come: they are not urgent, for most likely they come here by themselves."""

T = TypeVar("T")


class Keeper:
    """One way to one other copy. All methods belong to the loop's thread."""

    def __init__(self, port: Port, partner: Partner, company: Company, book: AckBook, *, retry_s: float) -> None:
        """Prepare; `run` does the work. `retry_s`: the first wait after a failure."""
        self._port, self._partner, self._company, self._book = port, partner, company, book
        self._first_retry_s = self._retry_s = retry_s
        self._loop = asyncio.get_running_loop()
        self._wake = asyncio.Event()
        self._own = self._news = False
        self._compare_at_s = self._acks_at_s = float("inf")
        self._ack_pauses: list[float] = []
        self._confirmed = self._read_seq = 0
        self._recovery_here = False
        self._slow: int | None = None
        self._errands = Errands(port, lambda: self._tell(self.status), retry_s)
        self._url = itertools.cycle(partner.urls)
        self.resting = False
        """Another way to the same desk is better; this one waits."""
        self.device: Id | None = None
        """Who is at the other end now, where its certificate tells; `None` while not connected."""
        self.status = Status(State.OFFLINE, port.clock.wall_ms(), 0)

    @property
    def urls(self) -> tuple[str, ...]:
        """Return where the other is looked for."""
        return self._partner.urls

    @property
    def connected(self) -> bool:
        """Return whether the other answers."""
        return self.status.state != State.OFFLINE

    def nudge(self) -> None:
        """There may be something of ours to send."""
        self._own = True
        self._wake.set()

    def stir(self) -> None:
        """There may be attachments to carry."""
        self._errands.stir()

    def rouse(self) -> None:
        """Another way is gone: try this one again if it rests."""
        if self.resting:
            self.resting = False
            self._retry_s = self._first_retry_s
            self._wake.set()

    def heard(self) -> None:
        """Entries came by another way: offer them here, after a moment."""
        self._compare_at_s = min(self._compare_at_s, self._now_s() + _between(*HEARD_S))
        self._wake.set()

    async def run(self) -> None:
        """Keep in step until cancelled, whatever happens."""
        await go_on(self._keep, self._failed, rest=self._pause, first_s=self._first_retry_s, longest_s=self._partner.longest_retry_s)

    async def _keep(self) -> None:
        """Keep in step; raises what is our own fault, and `KnownError` where this computer's disk fails."""
        if self._partner.hub:
            self._confirmed = await self._in_writer(lambda: self._port.log.mark(self._mark))
        await self._count()
        for url in self._url:
            session = Session(self._port.log, self._port.log.device, url, self, self._target)
            try:
                await self._visit(session, url)
            finally:
                self.device = None
            await self._settle(session)
            self._company.changed()
            await self._pause(REST_S if self.resting else self._retry_s)
            self._retry_s = min(2 * self._retry_s, self._partner.longest_retry_s)

    def _failed(self, fault: Exception) -> None:
        """Say what ended the connection; what is no failure that people can do something about is reported as a fault of ours."""
        if isinstance(fault, KnownError):
            LOG.warning("the connection ended: %s", fault)
            self._become(State.OFFLINE, fault.sentence)
            return
        report(fault)
        self._become(State.OFFLINE, say("A fault of this program ended the connection. It was reported; the connection is tried again."))

    async def _visit(self, session: Session, url: str) -> None:
        """Be joined to the other at one address, until that ends and the status says why."""
        try:
            async with HubLink(url, self._port.log.operation, self._port.log.device, self._partner, self._port.clock, self._port.low) as link:
                await self._stay(link, session, url)
        except MalformedError as error:
            self._become(State.OFFLINE, say("{who} does not speak as it should: {why}", who=self._partner.said(url), why=str(error)))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._become(State.OFFLINE, fault_sentence(error, self._partner.said(url), hub=self._partner.hub, here=self._here()))
        except KnownError as error:
            self._become(State.OFFLINE, error.sentence)

    async def _stay(self, link: HubLink, session: Session, url: str) -> None:
        """Come in step, then answer the doorbell, nudges and rumours until the connection ends; return when another way is better."""
        async with await self._ring(link, session) as bell:
            self.device = self._partner.identify(bell.get_extra_info("ssl_object"))
            self.resting = not self._company.admit(self.device, self)
            if self.resting:
                self._become(State.OFFLINE)
                return
            self._rest(False)  # entries first: what was lacking meanwhile
            listening = asyncio.create_task(self._listen(bell))
            working = asyncio.create_task(self._work(link, session))
            beside = self._errands.begin(link)
            try:
                await asyncio.wait((listening, working), return_when=asyncio.FIRST_COMPLETED)
                for task in (listening, working):
                    if task.done():
                        task.result()
            finally:
                ending = [listening, working, *beside]
                for task in ending:  # a question that is under way when the bell goes silent will not be answered
                    task.cancel()
                await asyncio.gather(*ending, return_exceptions=True)
        raise ConnectionResetError(f"{url} hung up")

    async def _ring(self, link: HubLink, session: Session) -> aiohttp.ClientWebSocketResponse:
        """Return the doorbell. Who refuses us by what stolen keys have said hears first that rights were recovered here."""
        try:
            return await link.bell()
        except KnownError:
            if not await self._in_writer(self._recovered) or not await self._talk(link, session.claim(self._confirmed)):
                raise
        return await link.bell()

    def _recovered(self) -> bool:
        """Return whether rights were recovered here; what was looked through once is not read again. In the writer thread."""
        for row in self._port.log.feed(self._port.log.device, self._read_seq):
            self._read_seq = row.seq
            self._recovery_here = self._recovery_here or check_header(row.signed.header).type == EntryType.RIGHTS_RECOVERED
        return self._recovery_here

    async def _work(self, link: HubLink, session: Session) -> None:
        await self._converge(link, session)
        while True:
            await self._turn(link, session)

    async def _turn(self, link: HubLink, session: Session) -> None:
        """Do what is due, then wait for more."""
        news, own, self._news, self._own = self._news, self._own, False, False
        ok = not news or await self._talk(link, session.news())
        if own or await self._count():
            ok = await self._talk(link, session.give()) and ok
        if news or own:
            self._expect_acks()
        if not ok or self._now_s() >= self._compare_at_s:
            await self._converge(link, session)
        await self._settle(session)
        if self._now_s() >= self._acks_at_s:
            await self._exchange_acks(link)
        if not (self._news or self._own):
            self._rest(True)
            await self._sleep(min(self._compare_at_s, self._acks_at_s) - self._now_s())
            self._rest(False)

    def _rest(self, calm: bool) -> None:
        """Let attachments go, or hold them while entries travel."""
        self._errands.let(calm)

    def _target(self) -> int:
        return LOW_BYTES if self._port.low() else TARGET_BYTES

    async def _listen(self, bell: aiohttp.ClientWebSocketResponse) -> None:
        async for message in bell:
            if message.data == GOSSIP:
                self.heard()
            else:
                self._news = True
                self._wake.set()

    async def _converge(self, link: HubLink, session: Session) -> None:
        self._compare_at_s = float("inf")  # what is heard from now on counts again
        in_step = await self._talk(link, session.converge())
        await self._settle(session)
        await self._exchange_acks(link)
        self._retry_s = self._first_retry_s
        self._become(State.IN_STEP if in_step else State.APART, self._clock_words(link))
        self._compare_at_s = min(self._compare_at_s, self._now_s() + (COMPARE_S if in_step else APART_S))

    async def _settle(self, session: Session) -> None:
        """Note durably how much of ours the other has."""
        confirmed = session.confirmed()
        if confirmed is not None and confirmed != self._confirmed:
            self._confirmed = confirmed
            if self._partner.hub:
                await self._in_writer(lambda: self._port.log.set_mark(self._mark, confirmed))
        await self._count()

    async def _talk(self, link: HubLink, conversation: Conversation) -> bool:
        question = await self._in_writer(lambda: _step(conversation, None))
        while isinstance(question, Question):
            answer, _ = await asyncio.gather(link.ask(question), self._in_writer(question.meanwhile))
            self._note_pace(link)
            question = await self._in_writer(lambda got=answer: _step(conversation, got))  # type: ignore[misc]
        return question

    def _note_pace(self, link: HubLink) -> None:
        """Tell when the line turns out to be slow, or to be quick again."""
        if self._slow != link.pace.slow:
            self._slow = link.pace.slow
            self._tell(self.status)

    async def _exchange_acks(self, link: HubLink) -> None:
        """Tell who has what, and hear it; until nothing new is said, but three times at most."""
        self._acks_at_s = self._now_s() + self._ack_pauses.pop(0) if self._ack_pauses else float("inf")
        theirs: dict[Id, int] = {}
        for _ in range(3):
            body = await self._in_writer(lambda known=dict(theirs): self._tell_acks(known))  # type: ignore[misc]
            news = read_news(await link.ask(Question(Verb.ACKS, body)))
            await self._in_writer(lambda said=news: self._book.take(said.acks))  # type: ignore[misc]
            self._company.changed()
            theirs = dict(news.sizes)
            if not self._book.fuller(theirs):
                return

    def _tell_acks(self, theirs: dict[Id, int]) -> bytes:
        """Return what the other may lack; in the writer thread."""
        self._book.refresh(self._port.log, self._port.clock.wall_ms())
        return write_news(AckNews(self._port.log.operation, self._book.sizes(), self._book.fuller(theirs) if theirs else []))

    def _expect_acks(self) -> None:
        self._ack_pauses = [later - earlier for earlier, later in itertools.pairwise(ACK_S)]
        self._acks_at_s = self._now_s() + ACK_S[0]

    async def _pause(self, seconds: float) -> None:
        """Wait, jittered, and go on counting what this desk writes meanwhile."""
        end_s, rested = self._now_s() + seconds * _between(0.5, 1.5), self.resting
        while (left_s := end_s - self._now_s()) > 0 and self.resting == rested:
            await self._sleep(left_s)
            await self._count()

    async def _count(self) -> int:
        """Return how many entries of ours are unsent, and tell."""
        written = await self._in_writer(self._port.log.own_seq)
        unsent = max(0, written - self._confirmed)
        if unsent != self.status.unsent:
            self._tell(replace(self.status, unsent=unsent))
        return unsent

    async def _in_writer(self, work: Callable[[], T]) -> T:
        return await self._loop.run_in_executor(self._port.writer, work)

    async def _sleep(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, min(seconds, COMPARE_S))):  # `wait_for` may swallow a cancellation before Python 3.12
                await self._wake.wait()
        self._wake.clear()

    @property
    def _mark(self) -> str:
        return f"sent:{' '.join(sorted(self._partner.urls))}"

    def _now_s(self) -> float:
        return self._loop.time()

    def received(self, taken: Ingested) -> None:
        """Pass entries on; in the writer thread."""
        if taken.entries or taken.completed:
            self._company.received(taken, self)

    def sent(self, rows: list[Row], receipt: Receipt) -> None:
        """Counted when the conversation is over."""

    def progress(self, done: int, total: int) -> None:
        """Show how far catching up is; in the writer thread."""
        self._loop.call_soon_threadsafe(self._show_progress, done, total)

    def _show_progress(self, done: int, total: int) -> None:
        if total:
            going_on = self.status.state == State.CATCHING_UP and done >= self.status.done
            since_ms = self.status.since_ms if going_on else self._port.clock.wall_ms()
            self._tell(Status(State.CATCHING_UP, since_ms, self.status.unsent, done, total))

    def _clock_words(self, link: HubLink) -> Sentence | None:
        """Return what to say of a clock that stands wrong."""
        ahead = link.ahead_ms
        if abs(ahead) <= CLOCK_LIMIT_MS:
            return None
        minutes = round(abs(ahead) / 60_000)
        if ahead > 0:
            return say("This computer's clock is {n} min ahead of the other's. Nothing is lost by it, but set the clock that is wrong.", n=minutes)
        return say("This computer's clock is {n} min behind the other's. Nothing is lost by it, but set the clock that is wrong.", n=minutes)

    def _here(self) -> str:
        return time.strftime("%Y-%m-%d %H:%M", time.localtime(self._port.clock.wall_ms() / 1_000))

    def _become(self, state: State, why: Sentence | None = None) -> None:
        since_ms = self.status.since_ms if self.status.state == state else self._port.clock.wall_ms()
        self._tell(Status(state, since_ms, self.status.unsent, why=why))

    def _tell(self, status: Status) -> None:
        status = replace(status, slow=self._slow, faults=self._errands.faults)
        if status != self.status:
            self.status = status
            self._company.changed()


def _between(least: float, most: float) -> float:
    return random.SystemRandom().uniform(least, most)


def _step(conversation: Conversation, answer: bytes | None) -> Question | bool:
    """Return the next question, or how the conversation ended."""
    try:
        return next(conversation) if answer is None else conversation.send(answer)
    except StopIteration as end:
        return bool(end.value)
