"""Hybrid logical clock (Kulkarni et al., 2014): 48 bits of milliseconds, 16 bits of counter. For display order only."""

from __future__ import annotations

from commandcenter.model.clock import Clock

MAX_AHEAD_MS = 60_000
"""A remote clock further ahead than this is flagged and does not advance ours."""
_COUNTER_BITS = 16


class HybridClock:
    """Gives ever greater times that stay near the wall clock, and after every time it has heard of."""

    def __init__(self, clock: Clock) -> None:
        """Start at the wall clock's time."""
        self._clock = clock
        self._last = 0

    def tick(self) -> int:
        """Return a time greater than all given and observed before."""
        self._last = max(self._clock.wall_ms() << _COUNTER_BITS, self._last + 1)
        return self._last

    def resume(self, hlc: int) -> None:
        """Go on after a time that we gave ourselves, however far ahead it is."""
        self._last = max(self._last, hlc)

    def observe(self, hlc: int) -> bool:
        """Hear of another device's time; return whether it is believable (not far ahead of our wall clock)."""
        if (hlc >> _COUNTER_BITS) > self._clock.wall_ms() + MAX_AHEAD_MS:
            return False
        self._last = max(self._last, hlc)
        return True
