"""A stick from the window: written and read batch by batch in the log's thread, so that the desk's own commits go in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from commandcenter.app.home import Home
from commandcenter.app.session import Session
from commandcenter.app.stick_keys import key_of_file, own_key
from commandcenter.log.intake import Ingested
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.bundle import lacking, read_summary, reading_entries, write_summary, writing_entries
from commandcenter.sync.replica import Summary

T = TypeVar("T")
WRITING, READING = say("writing the stick").template, say("reading the stick").template
"""Stages of the progress."""


class Stick:
    """Carries the entries of one desk. Loop's thread."""

    def __init__(self, session: Session, home: Home) -> None:
        """Use the keys of this home."""
        self._session, self._home = session, home

    async def write_summary(self, path: Path) -> None:
        """Write what this desk has. Raises `KnownError`."""
        await self._in_writer(lambda: write_summary(path, self._session.log, self._own_key()))

    async def write(self, path: Path, summary: Path | None, progress: Progress) -> int:
        """Write what the other side lacks; return how many entries. Raises `KnownError` or `Cancelled`; then there is no file."""
        log = self._session.log
        theirs = await asyncio.to_thread(self._summary, summary) if summary else {}
        total = await self._in_writer(lambda: lacking(log, theirs))
        steps, count = writing_entries(path, log, await asyncio.to_thread(self._own_key), theirs), 0
        try:
            while (step := await self._in_writer(lambda: next(steps, None))) is not None:
                count = step
                progress.report(WRITING, count, max(total, count, 1))
        finally:
            await self._in_writer(steps.close)
        return count

    async def read(self, path: Path, progress: Progress, arrived: Callable[[Ingested], None]) -> Sentence:
        """Take a bundle in; return what became of it. Raises `KnownError` or `Cancelled`; what came before stays."""
        new = known = refused = missing = 0
        key = await asyncio.to_thread(key_of_file, self._home, path, self._session.log.operation)
        steps = reading_entries(path, self._session.log, key)
        try:
            while (step := await self._in_writer(lambda: next(steps, None))) is not None:
                taken, share = step
                arrived(taken)
                new, known = new + len(taken.entries), known + taken.duplicates
                refused, missing = refused + taken.quarantined, missing + len(taken.gaps)
                progress.report(READING, share, 1)
        finally:
            await self._in_writer(steps.close)
        if missing:
            return say(
                "{new} entries are new; {missing} were not taken, for entries before them are missing. Export again with this desk's summary.",
                new=f"{new:,}",
                missing=f"{missing:,}",
            )
        if refused:
            return say("{new} entries are new; {refused} were forged or damaged and are kept apart.", new=f"{new:,}", refused=f"{refused:,}")
        return say("{new} entries are new, {known} were here already.", new=f"{new:,}", known=f"{known:,}")

    def _own_key(self) -> bytes:
        return own_key(self._home, self._session.log.operation)

    def _summary(self, path: Path) -> Summary:
        return read_summary(path, key_of_file(self._home, path, self._session.log.operation))

    async def _in_writer(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._session.writer, work)
