"""A queue of tiles to make: the newest batch first, since it is what the person looks at now; each batch in its own order."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from commandcenter.ui.map.ports import TileAddress

Done = Callable[[bytes | None], None]
_LONGEST = 400
BATCH_GAP_S = 0.05
"""A longer pause than this between two requests begins a new batch: the map has been moved meanwhile."""


@dataclass(eq=False, slots=True)
class Job:
    """One tile and all who wait for it."""

    address: TileAddress
    waiting: dict[object, Done] = field(default_factory=dict)

    def deliver(self, png: bytes | None) -> None:
        """Tell all who wait."""
        for done in list(self.waiting.values()):
            done(png)


class TileQueue:
    """Requests by tile, in batches: those that come in one go belong together. Safe in any thread."""

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        """Start empty; `now_s` tells the time in seconds."""
        self._now_s = now_s
        self._lock = threading.Lock()
        self._batches: list[dict[TileAddress, Job]] = []
        """Oldest first, each in the order of its requests; none is empty but perhaps the last."""
        self._asked_s = -BATCH_GAP_S
        self._working: dict[TileAddress, Job] = {}

    def __len__(self) -> int:
        """Return how many tiles nobody has begun."""
        return sum(map(len, self._batches))

    def add(self, address: TileAddress, done: Done) -> tuple[Callable[[], None], bool]:
        """Queue a request; returns the function that withdraws it, and whether a new tile joined the queue.

        The oldest request is answered with `None` when too many wait.
        """
        ticket = object()
        dropped: Job | None = None
        with self._lock:
            batch = self._newest_batch()
            job = self._working.get(address)
            fresh = False
            if job is None:
                old = self._remove(address)
                job, fresh = old or Job(address), old is None
                batch[address] = job
            job.waiting[ticket] = done
            if len(self) > _LONGEST:
                dropped = self._remove(next(iter(next(filter(None, self._batches)))))
        if dropped is not None:
            dropped.deliver(None)
        return lambda: self._withdraw(job, ticket), fresh

    def take(self) -> Job | None:
        """Return the first tile of the newest batch that somebody still waits for: the page asks from its middle outwards."""
        with self._lock:
            batch = next((batch for batch in reversed(self._batches) if batch), None)
            if batch is None:
                return None
            address = next(iter(batch))
            self._working[address] = job = batch.pop(address)
            return job

    def finish(self, job: Job, png: bytes | None) -> None:
        """Answer all who wait for a taken tile."""
        with self._lock:
            del self._working[job.address]
        job.deliver(png)

    def clear(self) -> None:
        """Answer everybody with `None`."""
        with self._lock:
            batches, self._batches = self._batches, []
        for batch in batches:
            for job in batch.values():
                job.deliver(None)

    def _newest_batch(self) -> dict[TileAddress, Job]:
        """Return the batch that a request of this moment belongs to."""
        now_s = self._now_s()
        if not self._batches or now_s - self._asked_s > BATCH_GAP_S:
            self._batches = [batch for batch in self._batches if batch]
            self._batches.append({})
        self._asked_s = now_s
        return self._batches[-1]

    def _remove(self, address: TileAddress) -> Job | None:
        """Take a tile out of the batch it waits in."""
        return next((batch.pop(address) for batch in self._batches if address in batch), None)

    def _withdraw(self, job: Job, ticket: object) -> None:
        with self._lock:
            job.waiting.pop(ticket, None)
            if not job.waiting:
                for batch in self._batches:
                    if batch.get(job.address) is job:
                        del batch[job.address]
