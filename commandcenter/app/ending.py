"""The end of an operation from the window: its archive written and checked while the desk is open, and archives opened to look at."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from commandcenter.app.archive_desk import look_at_archive
from commandcenter.app.archives import check_archive, head_of, told
from commandcenter.app.file_sticks import attached
from commandcenter.app.options import DeskOptions
from commandcenter.app.own_log import log_path
from commandcenter.app.session import Session, read_secrets
from commandcenter.app.stick_keys import own_key
from commandcenter.log.checkpoint import Checkpoint, take
from commandcenter.log.checkpoint_shelf import Shelf
from commandcenter.model.errors import Refused
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.archive import writing_archive
from commandcenter.ui.theme.look import Look

T = TypeVar("T")
WRITING = say("writing the archive").template
"""Stage of the progress."""


class Ending:
    """Implements `ui.ports.EndingPort` for one session. Qt thread; the log is touched in its own."""

    def __init__(self, session: Session, options: DeskOptions, look: Look) -> None:
        """Work on the log of a session."""
        self._session, self._options, self._look = session, options, look
        self._open: set[asyncio.Task[None]] = set()

    async def archive(self, path: Path, progress: Progress) -> Sentence:
        """Write the ended operation into one file and check that file; return what is in it. Raises `Refused`, `KnownError` or `Cancelled`."""
        session, home = self._session, self._options.home
        if not session.desk.picture.closed():
            raise Refused("The operation has not been ended yet.")
        key = await asyncio.to_thread(own_key, home, session.log.operation)
        attachments, missing = await asyncio.to_thread(attached, home, session.desk.picture)
        head = head_of(session.desk.picture, await self._in_writer(self._sign), session.pack.name, attachments)
        steps = writing_archive(path, session.log, key, head, attachments)
        try:
            while (share := await self._in_writer(lambda: next(steps, None))) is not None:
                progress.report(WRITING, share, 1)
        finally:
            await self._in_writer(steps.close)
        await asyncio.to_thread(check_archive, path, key, head, progress)
        return told(path, head, missing)

    async def look_at(self, path: Path, code: str) -> None:
        """Open an archive in a window of its own and return when that is closed. Raises `KnownError`."""
        options = replace(self._options, code=code or None, screenshot=None, size=None)
        task = asyncio.ensure_future(look_at_archive(path, options, self._look))
        self._open.add(task)
        task.add_done_callback(self._open.discard)
        await task

    async def close(self) -> None:
        """Close the archives that are open."""
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    def _sign(self) -> Checkpoint:
        """Sign all that the log holds, and keep that."""
        session, home = self._session, self._options.home
        shelf = Shelf(log_path(home, session.log.operation).parent / "checkpoints")
        return shelf.keep(take(session.log, session.desk.clock.wall_ms()).signed_by(read_secrets(home).device))

    async def _in_writer(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._session.writer, work)
