"""Carries attachments over one connection: one small piece at a time, and only while entries rest.

Everything can break off at any byte and goes on from there: what is lacking is asked for anew at each connection. A piece is as large as
the line carries in about a second, so that an order that is given meanwhile shares the line with one piece at most.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

import aiohttp

from commandcenter.log.codec import MalformedError
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.sync.files.messages import (
    MAX_ASKED,
    MAX_PIECE_BYTES,
    Fetch,
    FileStanding,
    Inquiry,
    Store,
    read_file_standing,
    read_piece,
    read_stored,
    write_fetch,
    write_inquiry,
    write_store,
)
from commandcenter.sync.files.port import FilePort
from commandcenter.sync.session import Question
from commandcenter.sync.verbs import Verb

LOG = logging.getLogger(__name__)
T = TypeVar("T")
FIRST_PIECE_BYTES, LEAST_PIECE_BYTES = 4 << 10, 1 << 10
QUICK_S, SLOW_S = 0.3, 1.2
"""A piece that took less is followed by a larger one, one that took more by a smaller one."""
AGAIN_S = 60.0
"""When it is asked anew although nobody said that there is anything."""


class Line(Protocol):
    """A connection to another copy."""

    async def ask(self, question: Question) -> bytes:
        """Return the answer."""


class Courier:
    """One way for attachments. All in one asyncio loop; files are touched in worker threads."""

    def __init__(self, operation: Id, files: FilePort) -> None:
        """Prepare; `run` does the work."""
        self._operation, self._files = operation, files
        self._piece_bytes = FIRST_PIECE_BYTES
        self._wake = asyncio.Event()
        self.calm = asyncio.Event()
        """Set while no entry waits to travel."""

    def stir(self) -> None:
        """There may be something to carry."""
        self._wake.set()

    async def run(self, line: Line, well: Callable[[], None] = lambda: None) -> None:
        """Carry over this connection until cancelled; what goes wrong is tried again later. `well`: called whenever nothing of ours did."""
        while True:
            self._wake.clear()
            try:
                moved = await self._round(line)
            except (KnownError, MalformedError, aiohttp.ClientError, OSError, TimeoutError) as error:
                LOG.info("attachments wait: %s", error)
                moved = False
            well()
            if not moved:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(AGAIN_S):
                        await self._wake.wait()

    async def _round(self, line: Line) -> bool:
        """Ask what is lacking on either side, and move that; return whether anything moved."""
        offered, wanted = dict(self._files.offered()), dict(self._files.wanted())
        moved = False
        for start in range(0, max(len(offered), len(wanted)), MAX_ASKED):
            some = dict(list(offered.items())[start : start + MAX_ASKED])
            question = Inquiry(self._operation, some, tuple(wanted)[start : start + MAX_ASKED])
            standing = read_file_standing(await self._ask(line, Verb.FILES, write_inquiry(question)))
            moved |= await self._move(line, standing, some, wanted)
        return moved

    async def _move(self, line: Line, standing: FileStanding, offered: Mapping[bytes, int], wanted: Mapping[bytes, int]) -> bool:
        moved = False
        for name, size in wanted.items():
            if standing.there.get(name) == size:
                moved |= await self._bring(line, name, size)
        for name, received in standing.lacking.items():
            if name in offered:
                moved |= await self._give(line, name, offered[name], received)
        return moved

    async def _bring(self, line: Line, name: bytes, size: int) -> bool:
        """Fetch a file, from where it broke off; return whether it is whole now."""
        held = (await _threaded(self._files.store.held, [name])).get(name)
        received = held.received if held is not None and held.size == size else 0
        while received < size and name in self._files.wanted():
            answer = await self._timed(line, Verb.FETCH, write_fetch(Fetch(self._operation, name, received, self._piece_bytes)))
            whole, data = read_piece(answer)
            if whole != size or not data:
                return False
            now = await _threaded(self._files.store.append, name, size, received, data)
            self._files.moved()
            if now is None or now.received <= received:
                return False
            received = now.received
        return received == size

    async def _give(self, line: Line, name: bytes, size: int, received: int) -> bool:
        """Bring a file to the other, from where it broke off; return whether it is whole there now."""
        while received < size and name in self._files.offered():
            data = await _threaded(self._files.store.read, name, received, self._piece_bytes)
            if not data:
                return False
            there = read_stored(await self._timed(line, Verb.STORE, write_store(Store(self._operation, name, size, received, data))))
            if there is None or there <= received:
                return False
            received = there
            self._files.moved()
        return received == size

    async def _timed(self, line: Line, verb: Verb, body: bytes) -> bytes:
        """Ask, and learn from how long it took how much the line carries."""
        loop = asyncio.get_running_loop()
        await self.calm.wait()
        start_s = loop.time()
        answer = await line.ask(Question(verb, body))
        took_s = loop.time() - start_s
        if took_s < QUICK_S:
            self._piece_bytes = min(MAX_PIECE_BYTES, 2 * self._piece_bytes)
        elif took_s > SLOW_S:
            self._piece_bytes = max(LEAST_PIECE_BYTES, self._piece_bytes // 2)
        return answer

    async def _ask(self, line: Line, verb: Verb, body: bytes) -> bytes:
        await self.calm.wait()
        return await line.ask(Question(verb, body))


async def _threaded(work: Callable[..., T], *args: object) -> T:
    return await asyncio.to_thread(work, *args)
