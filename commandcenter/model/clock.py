"""Time, injected. Wall time is milliseconds since the Unix epoch, UTC."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """Where the program gets its time from: the wall, an exercise, or a test."""

    def wall_ms(self) -> int:
        """Return milliseconds since the Unix epoch (UTC)."""

    def monotonic_s(self) -> float:
        """Return seconds that never run backwards; for intervals only."""


class SystemClock:
    """The computer's own clock."""

    def wall_ms(self) -> int:
        """Return milliseconds since the Unix epoch (UTC)."""
        return time.time_ns() // 1_000_000

    def monotonic_s(self) -> float:
        """Return seconds that never run backwards."""
        return time.monotonic()


class FakeClock:
    """A clock that moves only when told to; for tests."""

    def __init__(self, wall_ms: int = 1_790_000_000_000) -> None:
        """Start at `wall_ms`."""
        self.now_ms = wall_ms
        self.now_s = 0.0

    def wall_ms(self) -> int:
        """Return the set wall time in milliseconds."""
        return self.now_ms

    def monotonic_s(self) -> float:
        """Return the set monotonic time in seconds."""
        return self.now_s

    def advance(self, seconds: float) -> None:
        """Move both times on."""
        self.now_ms += round(seconds * 1000)
        self.now_s += seconds
