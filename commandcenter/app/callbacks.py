"""Who wants to hear when something has changed."""

from __future__ import annotations

import itertools
from collections.abc import Callable


class Callbacks:
    """Functions that are called one after the other, in the order in which they came. One thread."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._numbers = itertools.count()
        self._callbacks: dict[int, Callable[[], None]] = {}

    def add(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` called from now on, once for each time it was added; returns what ends that, and may be called twice."""
        number = next(self._numbers)
        self._callbacks[number] = callback

        def remove() -> None:
            self._callbacks.pop(number, None)

        return remove

    def tell(self) -> None:
        """Call all that are here now; one that comes or goes meanwhile disturbs nobody."""
        for callback in tuple(self._callbacks.values()):
            callback()
