"""Time, injected. Wall time is milliseconds since the Unix epoch, UTC."""

from __future__ import annotations

import sys
import time
from typing import Protocol


class Clock(Protocol):
    """Where the program gets its time from: the wall, an exercise, or a test."""

    def wall_ms(self) -> int:
        """Return milliseconds since the Unix epoch (UTC)."""

    def monotonic_s(self) -> float:
        """Return seconds that never run backwards and go on while the computer sleeps; for intervals only."""


class SystemClock:
    """The computer's own clock."""

    def wall_ms(self) -> int:
        """Return milliseconds since the Unix epoch (UTC)."""
        return time.time_ns() // 1_000_000

    def monotonic_s(self) -> float:
        """Return seconds that never run backwards; Windows' own count the computer's sleep, elsewhere a clock is asked that does."""
        if sys.platform == "win32":
            return time.monotonic()
        return time.clock_gettime(time.CLOCK_BOOTTIME if sys.platform == "linux" else time.CLOCK_MONOTONIC)


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
