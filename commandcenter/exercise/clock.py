"""Exercise time: it stands, runs up to sixty times as fast, or jumps; it never runs back."""

from __future__ import annotations

from commandcenter.model.errors import BugError, Refused

FASTEST = 60.0
CAREFUL = 10.0
"""Faster than this, and in a jump, time stops by itself for a top-priority incident that nobody has looked at."""


class ExerciseClock:
    """Implements `model.clock.Clock`. Moved by the engine only, so that every entry of a run has a repeatable time."""

    def __init__(self, start_ms: int) -> None:
        """Stand at `start_ms` (ms since the epoch)."""
        self.start_ms = start_ms
        self._now_ms = start_ms

    def wall_ms(self) -> int:
        """Return exercise time in milliseconds since the Unix epoch (UTC)."""
        return self._now_ms

    def monotonic_s(self) -> float:
        """Return seconds since the exercise began."""
        return (self._now_ms - self.start_ms) / 1000

    def set(self, moment_ms: int) -> None:
        """Move on to a moment."""
        if moment_ms < self._now_ms:
            raise BugError("exercise time cannot run backwards; a branch has its own clock")
        self._now_ms = moment_ms


class Pace:
    """How fast exercise time follows the wall: feeds the engine with moments to run to."""

    def __init__(self) -> None:
        """Stand still, at single speed."""
        self.speed = 1.0
        self.running = False
        self._jump_ms: int | None = None
        self._owed_ms = 0.0

    def run(self) -> None:
        """Let time run."""
        self.running = True

    def pause(self) -> None:
        """Stop time; a jump that has not begun is given up."""
        self.running, self._jump_ms = False, None

    def set_speed(self, speed: float) -> None:
        """Run 1 to 60 times as fast as the wall. Raises `Refused`."""
        if not 1.0 <= speed <= FASTEST:
            raise Refused("The speed must be from ×1 to ×{most}.", most=int(FASTEST))
        self.speed = speed

    def jump(self, moment_ms: int, now_ms: int) -> None:
        """Go to a moment as fast as the computer can. Raises `Refused` for one that is over."""
        if moment_ms < now_ms:
            raise Refused("This moment is over; rewind to it instead.")
        self._jump_ms = moment_ms

    @property
    def careful(self) -> bool:
        """Return whether time goes so fast that it stops by itself for what nobody has looked at: above ×10, and in a jump."""
        return self._jump_ms is not None or (self.running and self.speed > CAREFUL)

    def next_moment(self, now_ms: int, elapsed_s: float) -> int:
        """Return up to when the engine should run, `elapsed_s` of wall time after the last call."""
        if self._jump_ms is not None:
            moment_ms, self._jump_ms, self._owed_ms = self._jump_ms, None, 0.0
            return max(moment_ms, now_ms)
        if not self.running:
            self._owed_ms = 0.0
            return now_ms
        self._owed_ms += elapsed_s * self.speed * 1000
        whole_ms = int(self._owed_ms)
        self._owed_ms -= whole_ms
        return now_ms + whole_ms
