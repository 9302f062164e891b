"""A queue of tiles to make: the newest request first, since it is what the person looks at now."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from commandcenter.ui.map.ports import TileAddress

Done = Callable[[bytes | None], None]
_LONGEST = 400


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
    """Requests by tile. Safe in any thread."""

    def __init__(self) -> None:
        """Start empty."""
        self._lock = threading.Lock()
        self._jobs: OrderedDict[TileAddress, Job] = OrderedDict()
        self._working: dict[TileAddress, Job] = {}

    def __len__(self) -> int:
        """Return how many tiles nobody has begun."""
        return len(self._jobs)

    def add(self, address: TileAddress, done: Done) -> tuple[Callable[[], None], bool]:
        """Queue a request; returns the function that withdraws it, and whether a new tile joined the queue.

        The oldest request is answered with `None` when too many wait.
        """
        ticket = object()
        dropped: Job | None = None
        with self._lock:
            job = self._working.get(address) or self._jobs.get(address)
            fresh = job is None
            if job is None:
                job = self._jobs[address] = Job(address)
            elif address in self._jobs:
                self._jobs.move_to_end(address)
            job.waiting[ticket] = done
            if len(self._jobs) > _LONGEST:
                dropped = self._jobs.popitem(last=False)[1]
        if dropped is not None:
            dropped.deliver(None)
        return lambda: self._withdraw(job, ticket), fresh

    def take(self) -> Job | None:
        """Return the newest tile that somebody still waits for."""
        with self._lock:
            if not self._jobs:
                return None
            address, job = self._jobs.popitem()
            self._working[address] = job
            return job

    def finish(self, job: Job, png: bytes | None) -> None:
        """Answer all who wait for a taken tile."""
        with self._lock:
            del self._working[job.address]
        job.deliver(png)

    def clear(self) -> None:
        """Answer everybody with `None`."""
        with self._lock:
            jobs, self._jobs = list(self._jobs.values()), OrderedDict()
        for job in jobs:
            job.deliver(None)

    def _withdraw(self, job: Job, ticket: object) -> None:
        with self._lock:
            job.waiting.pop(ticket, None)
            if not job.waiting and self._jobs.get(job.address) is job:
                del self._jobs[job.address]
