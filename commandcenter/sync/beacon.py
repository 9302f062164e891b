"""Tells the other copy where units are and hears it, every few seconds for as long as there is a connection."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

import aiohttp

from commandcenter.log.codec import MalformedError
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.sync.http import HubLink
from commandcenter.sync.positions import PositionBook, PositionNews, read_positions, write_positions
from commandcenter.sync.session import Question
from commandcenter.sync.verbs import Verb

LOG = logging.getLogger(__name__)
EVERY_S, SELDOM_S = 5.0, 30.0
AGAIN_S = 60.0
"""Usually, where little is to travel, and where nobody listens: a fix on foot is a few metres further after five seconds."""


class Beacon:
    """One way's positions. Belongs to the loop that runs it."""

    def __init__(self, book: PositionBook, low: Callable[[], bool], every_s: float = EVERY_S, again_s: float = AGAIN_S) -> None:
        """Tell of what stands in a book; `low`: whether little is to travel."""
        self._book, self._low, self._every_s, self._again_s = book, low, every_s, again_s

    async def run(self, link: HubLink, well: Callable[[], None] = lambda: None) -> None:
        """Exchange until cancelled; where the other does not answer as it should (yet), ask seldom. `well`: called whenever nothing of ours did."""
        loop, theirs, heard_s = asyncio.get_running_loop(), dict[Id, int](), 0.0
        while True:
            older_ms = round(1000 * (loop.time() - heard_s))
            lacked = self._book.lacked({unit: age_ms + older_ms for unit, age_ms in theirs.items()})
            body = write_positions(PositionNews(self._book.operation, self._book.ages(), lacked))
            try:
                answer = read_positions(await link.ask(Question(Verb.POSITIONS, body)))
            except (
                KnownError,
                MalformedError,
                aiohttp.ClientError,
                OSError,
                TimeoutError,
            ) as error:  # an older program, or we are not enrolled there yet
                LOG.info("no positions by this way: %s", error)
                well()
                await asyncio.sleep(self._again_s)
                continue
            theirs, heard_s = dict(answer.ages), loop.time()
            self._book.take(answer.reports)
            well()
            await asyncio.sleep(SELDOM_S if self._low() else self._every_s)
