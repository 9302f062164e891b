"""A stick from the window: written and read batch by batch in the log's thread, so that the desk's own commits go in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from commandcenter.app.home import Home
from commandcenter.app.session import Session
from commandcenter.app.stick_keys import key_of_file, own_key
from commandcenter.log.intake import Ingested
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.bundle import Copy, lacking, read_summary, reading_entries, whole, write_summary, writing_entries
from commandcenter.sync.files.bundle import beside, read_files, write_files
from commandcenter.sync.files.store import FileStore
from commandcenter.sync.replica import Summary
from commandcenter.sync.sealed import Lock

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

    async def write(self, path: Path, summary: Path | None, progress: Progress, lock: Lock | None = None, copy: Copy = whole) -> int:
        """Write what the other side lacks; return how many entries. Raises `KnownError` or `Cancelled`; then there is no file.

        `lock`: for whom, else for who has the operation's key; `copy` gives what of each entry goes along.
        """
        log = self._session.log
        theirs = await asyncio.to_thread(self._summary, summary) if summary else {}
        total = await self._in_writer(lambda: lacking(log, theirs))
        steps, count = writing_entries(path, log, lock or await self._own_lock(), theirs, copy), 0
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
                "New entries: {new}. Not taken: {missing}, for entries before them are missing. Export again with this desk's summary.",
                new=f"{new:,}",
                missing=f"{missing:,}",
            )
        if refused:
            return say("New entries: {new}. Forged or damaged, and kept apart: {refused}.", new=f"{new:,}", refused=f"{refused:,}")
        return say("New entries: {new}. Here already: {known}.", new=f"{new:,}", known=f"{known:,}")

    async def _own_lock(self) -> Lock:
        return Lock(await asyncio.to_thread(self._own_key))

    def _own_key(self) -> bytes:
        return own_key(self._home, self._session.log.operation)

    def _summary(self, path: Path) -> Summary:
        return read_summary(path, key_of_file(self._home, path, self._session.log.operation))

    async def write_files(self, path: Path, store: FileStore, sizes: Mapping[bytes, int], progress: Progress, lock: Lock | None = None) -> int:
        """Write attachments beside a bundle, locked as it is; return how many. Raises `KnownError` or `Cancelled`; then there is no such file."""
        key, total = lock or await self._own_lock(), sum(sizes.values())

        def moved(done: int) -> None:
            progress.report(WRITING, done, max(total, 1))

        return await asyncio.to_thread(write_files, beside(path), self._session.log.operation, store, sizes, key, moved)

    async def read_files(self, path: Path, store: FileStore, wants: Callable[[bytes, int], bool]) -> int:
        """Take in the attachments beside a bundle, where there are any; return how many became whole. Raises `KnownError`."""
        if not beside(path).exists():
            return 0
        key = await asyncio.to_thread(key_of_file, self._home, beside(path), self._session.log.operation)
        return await asyncio.to_thread(read_files, beside(path), self._session.log.operation, store, key, wants)

    async def _in_writer(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._session.writer, work)
