"""Runs what a window or page does, and ends it when that goes: what comes back later would find nothing to show itself in."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from commandcenter.ui.seat import Seat

Tasks = set[asyncio.Task[Any]]


class Hand:
    """Qt thread, inside a running asyncio loop. A command that was submitted is carried out in any case."""

    def __init__(self, seat: Seat, owner: QWidget) -> None:
        """Work through a seat for as long as `owner` lives."""
        self._seat = seat
        self._tasks: Tasks = set()
        owner.destroyed.connect(partial(_end, self._tasks))

    def run(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run work beside the window; see `Seat.run`."""
        task = self._seat.run(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _end(tasks: Tasks, *_: object) -> None:
    for task in tuple(tasks):
        task.cancel()
