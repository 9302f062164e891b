"""Runs one piece of work at a time beside the window: the newest wins, an older one is told to stop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from commandcenter.ui.seat import Seat

T = TypeVar("T")
Stopped = Callable[[], bool]


class Latest:
    """Qt thread, inside a running asyncio loop; the work itself runs in a worker thread."""

    def __init__(self, seat: Seat, owner: QObject | None = None) -> None:
        """Report faults through a seat; where the `owner` is gone, a result is dropped. Without one they go with the seat's window."""
        self._seat, self._owner = seat, owner or seat
        self._task: asyncio.Task[None] | None = None

    def run(self, work: Callable[[Stopped], T], done: Callable[[T], None]) -> None:
        """Begin `work`, which asks now and then whether it was stopped; `done` gets its result here unless something newer came."""
        self.stop()
        self._task = self._seat.run(self._run(work, done))

    def stop(self) -> None:
        """Give up what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @property
    def busy(self) -> bool:
        """Return whether something is under way."""
        return self._task is not None and not self._task.done()

    async def _run(self, work: Callable[[Stopped], T], done: Callable[[T], None]) -> None:
        stop = threading.Event()
        try:
            result = await asyncio.to_thread(work, stop.is_set)
        finally:
            stop.set()
        self._task = None  # an older one never comes here: it was cancelled
        if isValid(self._owner):
            done(result)
