"""What the guide of an exercise says: the step to be done now, and more when somebody is stuck at it."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.exercise.scenario import Text

HELP_AFTER_MS = 40_000
"""So long nothing is done before the guide says more: twice as long as the longest step takes to be read (50 words at 150 a minute)."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One step as it is said."""

    text: Text
    help: Text
    """For somebody who is stuck; may be empty."""
    since_ms: int | None
    """When what it is about happened, exercise time; `None`: it has not yet, so nobody can do it."""


class Patience:
    """Knows for how long a step could have been done. One run, one thread."""

    def __init__(self) -> None:
        """Start with no step."""
        self._hint: Hint | None = None
        self._seen_ms = 0

    def stuck(self, hint: Hint, now_ms: int) -> bool:
        """Return whether a step has been shown, and could be done, for so long that help is due. Exercise time; it may run back."""
        if hint != self._hint or now_ms < self._seen_ms:
            self._hint, self._seen_ms = hint, now_ms
        return hint.since_ms is not None and bool(hint.help) and now_ms - self._seen_ms >= HELP_AFTER_MS
