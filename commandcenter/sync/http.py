"""Asks another copy over HTTP: a hub, or a desk nearby. Every question may be asked again: all are idempotent."""

from __future__ import annotations

import asyncio
import io
import random
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from types import TracebackType
from urllib.parse import urlsplit

import aiohttp

from commandcenter.model.clock import Clock, SystemClock
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.connector import PromptConnector
from commandcenter.sync.messages import SUMMARY
from commandcenter.sync.pace import Pace
from commandcenter.sync.refusals import refusal_sentence
from commandcenter.sync.session import Question

MESSAGE_TYPE = "application/vnd.commandcenter.sync"
LOW_HEADER = "X-Low-Bandwidth"
"""Asks for small batches; who does not know it sends large ones."""
MAX_ATTEMPTS = 8
"""While the hub says that it is busy."""
MAX_RETRY_S = 30.0
_JITTER = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Partner:
    """Another copy: where it is and how to ask it. Several addresses are processes of one hub, or ways to one desk."""

    urls: tuple[str, ...]
    context: ssl.SSLContext | None = None
    hub: bool = True
    heartbeat_s: float = 20.0
    """How soon it is noticed that the network between is gone."""
    connect_s: float = 10.0
    """How long a connection may take to come about."""
    longest_retry_s: float = 30.0
    """How long it is waited at most before the next try."""

    identity: Callable[[object], Id] | None = None
    """Reads from a connection's TLS who is at its other end."""

    def identify(self, tls: object) -> Id | None:
        """Return who is at the other end of a connection, where that is told. Raises `KnownError`."""
        return None if self.identity is None else self.identity(tls)

    def said(self, url: str) -> Sentence:
        """Return what people call it."""
        address = urlsplit(url).netloc or url
        return say("The hub at {address}", address=address) if self.hub else say("The desk at {address}", address=address)


class HubLink:
    """One connection to another copy, about one operation. One asyncio loop.

    Raises `KnownError` for a copy that refuses, aiohttp's `ClientError`, `OSError` and `TimeoutError` where there is none.
    """

    def __init__(
        self, url: str, operation: Id, device: Id, partner: Partner | None = None, clock: Clock | None = None, low: Callable[[], bool] = lambda: False
    ) -> None:
        """Prepare; nothing is sent yet. `low`: whether little is to come at once."""
        partner = partner or Partner((url,))
        self._who = partner.said(url)
        self._base = f"{url.rstrip('/')}/v1/operations/{operation}"
        self._clock = clock or SystemClock()
        self._heartbeat_s = partner.heartbeat_s
        timeout = aiohttp.ClientTimeout(total=None, connect=partner.connect_s, sock_read=60)
        connector = PromptConnector(ssl=partner.context or True)
        self._http = aiohttp.ClientSession(timeout=timeout, headers={"X-Device": device}, connector=connector)
        self._low = low
        self.pace = Pace()
        """How much the line carries."""
        self.ahead_ms = 0
        """How far this computer's clock is ahead of the other's; negative: behind. Known after the first answer, to a second."""

    async def __aenter__(self) -> HubLink:
        """Enter an `async with` block."""
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the connection."""
        await self._http.close()

    async def ask(self, question: Question) -> bytes:
        """Return the answer; waits and asks again while the hub is busy."""
        loop = asyncio.get_running_loop()
        for _ in range(MAX_ATTEMPTS):
            start_s = loop.time()
            body = io.BytesIO(question.body)  # sent in pieces, so that a large one does not hold up the loop
            headers = {"Content-Type": MESSAGE_TYPE, **({LOW_HEADER: "1"} if self._low() else {})}
            async with self._http.post(f"{self._base}/{question.verb}", data=body, headers=headers) as response:
                self._compare_clocks(response.headers.get("Date", ""))
                if response.status == 200:
                    answer = await _read(response)
                    self.pace.note(len(question.body) + len(answer), loop.time() - start_s)
                    return answer
                said = (await response.content.read(500)).decode(errors="replace")
                if response.status not in (429, 503):
                    raise known(refusal_sentence(self._who, said, response.status))
                retry_s = _seconds(response.headers.get("Retry-After", ""))
            await asyncio.sleep(retry_s * (0.5 + _JITTER.random()))
        raise KnownError("{who} is busy: {said}", who=self._who, said=said)

    async def bell(self) -> aiohttp.ClientWebSocketResponse:
        """Return the doorbell; each message means that there is news."""
        try:
            return await self._http.ws_connect(f"{self._base}/bell", heartbeat=self._heartbeat_s, max_msg_size=1 << 10)
        except aiohttp.WSServerHandshakeError as error:
            raise known(refusal_sentence(self._who, await self._reason(), error.status)) from error

    async def _reason(self) -> str:
        """Return why there is no doorbell; a failed handshake does not tell."""
        async with self._http.get(f"{self._base}/bell") as response:
            return (await response.content.read(500)).decode(errors="replace")

    def _compare_clocks(self, date: str) -> None:
        try:
            theirs_ms = 1_000 * parsedate_to_datetime(date).timestamp()
        except ValueError:  # no date, or none that HTTP knows
            return
        self.ahead_ms = self._clock.wall_ms() - round(theirs_ms)


async def _read(response: aiohttp.ClientResponse) -> bytes:
    """Return a body; `KnownError` before more of it is read than any message may have, or when it is no message at all."""
    if response.content_type != MESSAGE_TYPE:
        raise KnownError("What answers there is no hub and no desk. Check the address in the window Connection.")
    body = bytearray()
    async for chunk in response.content.iter_chunked(1 << 16):
        body += chunk
        if len(body) > SUMMARY.packed:
            raise KnownError("The hub refuses: {said} ({status})", said="its answer is too long", status=response.status)
    return bytes(body)


def known(sentence: Sentence) -> KnownError:
    """Return the failure that says a sentence."""
    return KnownError(sentence.template, **sentence.params)


def _seconds(text: str) -> float:
    return min(float(text), MAX_RETRY_S) if text.isdecimal() else 1.0
