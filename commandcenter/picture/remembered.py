"""What is worked out of many views again and again, made anew only for the views that changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import is_
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """What was made in the last round, by key. One thread.

    Views are kept until an entry touches them, so the same view means the same content: the parts are compared by identity.
    What a round did not ask for is forgotten.
    """

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._last: dict[Hashable, tuple[tuple[object, ...], Made]] = {}
        self._now: dict[Hashable, tuple[tuple[object, ...], Made]] = {}

    def of(self, key: Hashable, make: Callable[..., Made], *parts: object) -> Made:
        """Return what `make` makes of the parts, of which each key has a fixed number; the very parts of the last round are not made of again."""
        kept = self._last.get(key)
        if kept is None or not all(map(is_, kept[0], parts)):
            kept = (parts, make(*parts))
        self._now[key] = kept
        return kept[1]

    def end_round(self) -> None:
        """Forget what this round did not ask for."""
        self._last, self._now = self._now, {}
