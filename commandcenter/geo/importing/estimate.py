"""Says how far an import is and how long it will still take."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.clock import Clock

STAGE_SHARE = {
    "check": 0.02,
    "areas": 0.01,
    "read": 0.62,
    "relations": 0.03,
    "roads": 0.08,
    "map": 0.09,
    "search": 0.13,
    "facilities": 0.01,
    "save": 0.01,
}
"""Usual share of each stage in an import's time; measured on Heidelberg and Liechtenstein."""

MIN_SHARE = 0.03
MIN_ELAPSED_S = 0.5
"""Earlier than this a time left would be a guess."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where long work stands."""

    stage: str
    fraction: float
    """0 … 1 of the whole; never runs backwards."""
    left_s: float | None
    """Seconds still to go; `None` while that would be a guess."""


class TimeLeft:
    """Turns stage reports into an overall fraction and the time left. One thread."""

    def __init__(self, clock: Clock) -> None:
        """Start now."""
        self._clock = clock
        self._start_s = clock.monotonic_s()
        self._fraction = 0.0

    def update(self, stage: str, done: float, total: float) -> Outlook:
        """Take a report of `Progress.report` and return where the whole stands."""
        before = 0.0
        for name, share in STAGE_SHARE.items():
            if name == stage:
                within = min(max(done / total, 0.0), 1.0) if total > 0 else 0.0
                self._fraction = max(self._fraction, before + share * within)
                break
            before += share
        elapsed_s = self._clock.monotonic_s() - self._start_s
        known = self._fraction >= MIN_SHARE and elapsed_s >= MIN_ELAPSED_S
        return Outlook(stage, self._fraction, elapsed_s * (1 - self._fraction) / self._fraction if known else None)
