"""Work in a worker thread that takes a while: how far it is, and a way to stop it. It ends with its window."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from shiboken6 import isValid

from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence
from commandcenter.ui.import_progress import ImportProgress, SignalProgress
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat


class LongWork(ImportProgress):
    """One piece of work at a time; hidden while there is none. Qt thread; the work tells of itself from any."""

    def __init__(self, seat: Seat, stopped: Sentence) -> None:
        """Have nothing to do; `stopped` is said of what a person stops."""
        super().__init__()
        self._seat, self._stopped = seat, stopped
        self._task: asyncio.Task[object] | None = None
        self.hide()

    @property
    def busy(self) -> bool:
        """Return whether something is under way."""
        return self._task is not None

    def leave(self) -> None:
        """The window closes: give up what is under way, without a word."""
        self.cancelled.emit()
        if self._task is not None:
            self._task.cancel()

    async def do(self, work: Callable[[Progress], Awaitable[None]]) -> None:
        """Do something and show how far it is. Raises `Refused` while something else is under way."""
        if self._task is not None:
            raise Refused("This is under way already; wait for it, or cancel it.")
        self._task, signals = asyncio.current_task(), SignalProgress()
        self.show_report("", 0.0, 0.0)
        self.follow(signals)
        self.show()
        try:
            await work(signals)
        except Cancelled:
            self._seat.notice(Level.HINT, self._stopped)
        finally:
            self._task = None
            signals.cancel()
            if isValid(self):  # else its window is gone
                self.cancelled.disconnect(signals.cancel)
                self.hide()
