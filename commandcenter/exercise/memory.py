"""A run that leaves nothing behind: log and tracks in memory, everything repeatable to the bit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from typing import Any

from commandcenter.exercise.course import OpenLog
from commandcenter.exercise.salts import counted_salts
from commandcenter.log.ledger import Ledger
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock
from commandcenter.model.ids import Id
from commandcenter.model.ports import TrackStore
from commandcenter.model.words import Position


class LatestTracks:
    """Latest positions only."""

    def __init__(self) -> None:
        """Start empty."""
        self._latest: dict[Id, Position] = {}

    def put(self, positions: Mapping[Id, Position]) -> None:
        """Keep these as the latest."""
        self._latest.update(positions)

    def latest(self) -> Mapping[Id, Position]:
        """Return each unit's latest position."""
        return dict(self._latest)


class AtOnce(Executor):
    """Runs work where it is submitted, failures come up there: a log in memory needs no thread of its own."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - the executor's own form
        """Run it now."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def in_memory(key: DeviceKey) -> OpenLog:
    """Return what opens the log of a run in memory."""

    def open_log(operation: Id, clock: Clock) -> tuple[Ledger, TrackStore, Executor]:
        return MemoryLog(operation, key, clock, counted_salts(key)), LatestTracks(), AtOnce()

    return open_log
