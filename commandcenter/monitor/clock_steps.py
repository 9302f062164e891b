"""Whether this computer's own clock was set while the program ran: its wall clock against the one that never runs backwards."""

from __future__ import annotations

from commandcenter.model.sentences import Sentence, say
from commandcenter.monitor.since import Moment

STEP_LIMIT_MS = 60_000
"""A step that is shorter is not spoken of; as between two desks."""


class ClockSteps:
    """Compares one look with the one before. One thread."""

    def __init__(self) -> None:
        """Nothing was looked at yet."""
        self._last: Moment | None = None

    def look(self, now: Moment) -> Sentence | None:
        """Return what to say of a wall clock that went on differently than time did since the last look; `None`: nothing."""
        last, self._last = self._last, now
        if last is None:
            return None
        step_ms = now.ms - last.ms - round(1000 * (now.s - last.s))
        if abs(step_ms) < STEP_LIMIT_MS:
            return None
        minutes = round(abs(step_ms) / 60_000)
        if step_ms > 0:
            return say("This computer's clock was set {n} min forward just now. Nothing is lost by it, but set it right if it is wrong.", n=minutes)
        return say("This computer's clock was set back by {n} min just now. Nothing is lost by it, but set it right if it is wrong.", n=minutes)
