"""The clock of a player's or evaluator's computer: it shows what the controller's says, run or stand, also where the two wall clocks differ."""

from __future__ import annotations

from commandcenter.model.clock import Clock
from commandcenter.model.entries import Key, Kind
from commandcenter.picture.picture import Picture

SURE_AFTER = 2
"""Statements heard as they were made before this computer's own clock is distrusted: the first may have been under way for long."""


class FollowingClock:
    """Implements `model.clock.Clock`: exercise time as last told, carried on by this computer's own clock; never runs back between two statements.

    A statement says what the leading computer's wall clock showed. It is heard some time later by this computer's own, so the
    least difference of all that were heard is how far this clock is ahead, to within the quickest delivery (Cristian,
    "Probabilistic clock synchronization", Distributed Computing 3, 1989, with one way only). One way cannot tell a slow line
    from a clock that is ahead; a clock that is behind shows at once, as nothing arrives before it was sent.
    """

    def __init__(self, wall: Clock) -> None:
        """Show the wall's time until something is told."""
        self._wall = wall
        self._told: tuple[int, int, float] | None = None
        self._last_ms = 0
        self._heard = 0
        self._least_ms = 0

    def follow(self, picture: Picture, *, live: bool = True) -> None:
        """Take over what the controller's computer told last; not `live`: it was told some time ago, and says nothing of this clock."""
        match picture.value(Key(Kind.EXERCISE, picture.operation, "clock")):
            case [int() as exercise_ms, int() as wall_ms, float() as speed]:
                if self._told != (exercise_ms, wall_ms, speed):
                    self._told, self._last_ms = (exercise_ms, wall_ms, speed), 0
                    if live:
                        self._hear(self._wall.wall_ms() - wall_ms)

    def _hear(self, difference_ms: int) -> None:
        self._least_ms = min(self._least_ms, difference_ms) if self._heard else difference_ms
        self._heard += 1

    @property
    def ahead_ms(self) -> int:
        """Return how far this computer's clock is ahead of the leading one's, negative: behind; 0 as long as that is not known."""
        return self._least_ms if self._heard >= SURE_AFTER or self._least_ms < 0 else 0

    def wall_ms(self) -> int:
        """Return exercise time in ms since the Unix epoch."""
        if self._told is None:
            return self._wall.wall_ms()
        exercise_ms, wall_ms, speed = self._told
        since_ms = self._wall.wall_ms() - self.ahead_ms - wall_ms
        self._last_ms = max(self._last_ms, exercise_ms + round(max(0, since_ms) * speed))
        return self._last_ms

    def monotonic_s(self) -> float:
        """Return exercise time in seconds: while the exercise stands nothing becomes late."""
        return self.wall_ms() / 1000
