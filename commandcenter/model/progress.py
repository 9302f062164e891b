"""Long work tells how far it is and stops when asked."""

from __future__ import annotations

from typing import Protocol

from commandcenter.model.errors import Cancelled


class Progress(Protocol):
    """Where long work reports. Called from the working thread or process."""

    def report(self, stage: str, done: float, total: float) -> None:
        """Say how much of a stage is done (any unit); raises `Cancelled` when the person has cancelled."""


class NoProgress:
    """Nobody is watching."""

    def report(self, stage: str, done: float, total: float) -> None:
        """Ignore it."""


NO_PROGRESS = NoProgress()


class CancelAfter:
    """Cancels at the n-th report; for tests."""

    def __init__(self, reports: int) -> None:
        """Allow this many reports."""
        self.left = reports

    def report(self, stage: str, done: float, total: float) -> None:
        """Count down, then raise `Cancelled`."""
        self.left -= 1
        if self.left < 0:
            raise Cancelled
