"""Since when things last by this computer's own clock, whatever the clock of who wrote them down said.

A moment that lies in the future here begins at the first look. From then on what a thing has lasted is measured on the clock that never
runs backwards too, and the longer of both counts: a wall clock that is set back takes no alarm away, and one that is set
forward makes an alarm early, never late. After a restart only the wall clock is left.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

STEP_MS = 1_000
"""Clocks that differ by less than this are not told apart; so a moment stands still while they do."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, on both clocks of one computer."""

    ms: int
    """Wall time, milliseconds since the epoch."""
    s: float
    """Seconds that never run backwards."""


class _Held:
    """One thing that lasts."""

    __slots__ = ("_began_ms", "_began_s", "_shown_ms")

    def __init__(self, began_ms: int, now: Moment) -> None:
        self._began_ms = self._shown_ms = began_ms
        self._began_s = now.s - (now.ms - began_ms) / 1000

    def began_ms(self, now: Moment) -> int:
        """Return when it began, so that the wall clock of now says how long it has lasted."""
        steady_ms = now.ms - round(1000 * (now.s - self._began_s))
        if steady_ms >= self._began_ms - STEP_MS:
            self._shown_ms = self._began_ms
        elif abs(steady_ms - self._shown_ms) > STEP_MS:
            self._shown_ms = steady_ms
        return self._shown_ms


class SinceHere:
    """When things began, looked at in rounds; what a round did not ask for is forgotten. One thread."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._last: dict[Hashable, _Held] = {}
        self._now: dict[Hashable, _Held] = {}

    def of(self, key: Hashable, said_ms: int, now: Moment) -> int:
        """Return when it began in ms of this wall clock; `said_ms` is what its author's clock said."""
        held = self._last.get(key)
        if held is None:
            held = _Held(min(said_ms, now.ms), now)
        self._now[key] = held
        return held.began_ms(now)

    def end_round(self) -> None:
        """Forget what this round did not ask for."""
        self._last, self._now = self._now, {}
