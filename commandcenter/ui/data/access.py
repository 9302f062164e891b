"""Notes who looks at personal data, and writes that down from time to time in one entry."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, QTimer

from commandcenter.model.commands import RecordAccess
from commandcenter.model.ids import Id
from commandcenter.ui.ports import Done
from commandcenter.ui.seat import Seat

EVERY_MS = 300_000
MOST = 50
"""Things in one entry; then it is written at once."""
SAME_MS = 60_000
"""A thing that stays on the screen, or comes back so soon, is looked at once."""


class AccessNotes(QObject):
    """Follows a seat. `close` writes down what is left."""

    def __init__(self, seat: Seat) -> None:
        """Begin with nothing to note."""
        super().__init__(seat)
        self._seat = seat
        self._looks: dict[tuple[str, Id], tuple[int, int]] = {}
        """Thing → (first look in ms, how often)."""
        self._last: dict[tuple[str, Id], int] = {}
        self._writing: set[asyncio.Task[Done]] = set()
        seat.looked.connect(self._look)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.write)
        self._timer.start()

    def write(self) -> None:
        """Write down what was looked at since the last time; outside a running loop nothing can be written and nothing is lost."""
        if not self._looks or not _running():
            return
        looks = tuple((kind, entity, first_ms, times) for (kind, entity), (first_ms, times) in self._looks.items())
        self._looks = {}
        task = asyncio.ensure_future(self._seat.desk.submit(RecordAccess(looks)))
        self._writing.add(task)
        task.add_done_callback(self._written)

    def close(self) -> None:
        """Write down the rest; the desk waits for it before it ends."""
        self._timer.stop()
        self.write()

    def _look(self, kind: str, entity: str) -> None:
        thing, now_ms = (kind, Id(entity)), self._seat.now_ms()
        if now_ms - self._last.get(thing, -SAME_MS) < SAME_MS:
            self._last[thing] = now_ms
            return
        self._last[thing] = now_ms
        first_ms, times = self._looks.get(thing, (now_ms, 0))
        self._looks[thing] = (first_ms, times + 1)
        if len(self._looks) >= MOST:
            self.write()

    def _written(self, task: asyncio.Task[Done]) -> None:
        self._writing.discard(task)
        if not task.cancelled() and task.exception() is not None:
            self._seat.failed.emit(task.exception())


def _running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
