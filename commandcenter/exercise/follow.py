"""The clock of a player's or evaluator's computer: it shows what the controller's says, run or stand."""

from __future__ import annotations

from commandcenter.model.clock import Clock
from commandcenter.model.entries import Key, Kind
from commandcenter.picture.picture import Picture


class FollowingClock:
    """Implements `model.clock.Clock`: exercise time as last told, carried on by this computer's own clock; never runs back."""

    def __init__(self, wall: Clock) -> None:
        """Show the wall's time until something is told."""
        self._wall = wall
        self._told: tuple[int, int, float] | None = None
        self._last_ms = 0

    def follow(self, picture: Picture) -> None:
        """Take over what the controller's computer told last."""
        match picture.value(Key(Kind.EXERCISE, picture.operation, "clock")):
            case [int() as exercise_ms, int() as wall_ms, float() as speed]:
                if self._told != (exercise_ms, wall_ms, speed):
                    self._told, self._last_ms = (exercise_ms, wall_ms, speed), 0

    def wall_ms(self) -> int:
        """Return exercise time in ms since the Unix epoch."""
        if self._told is None:
            return self._wall.wall_ms()
        exercise_ms, wall_ms, speed = self._told
        self._last_ms = max(self._last_ms, exercise_ms + round(max(0, self._wall.wall_ms() - wall_ms) * speed))
        return self._last_ms

    def monotonic_s(self) -> float:
        """Return this computer's own."""
        return self._wall.monotonic_s()
