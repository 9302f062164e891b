"""The search for unreachable cycles: paused while many objects are made that live on and form none, and kept away from them afterwards.

A program with windows takes it into its own hands (`ByHand`): the interpreter looks in whichever thread makes the
next object, and a window's part that is freed in another thread than the window's brings the program down.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

_paused: set[object] = set()
_YOUNG, _TIMES = 2_000, 10
"""So many new objects make a look at the young worth while; so many looks at one age make one at the next."""
_REST = 1_000


@contextmanager
def no_collection() -> Iterator[None]:
    """Make objects without looking for garbage meanwhile, which would take a quarter of the time. For the whole process; may be nested."""
    was_on, pause = gc.isenabled(), object()
    gc.disable()
    _paused.add(pause)
    try:
        yield
    finally:
        _paused.discard(pause)
        if was_on:
            gc.enable()


class ByHand:
    """Looks for garbage only where `collect_due` is called, from when it is made. For the whole process."""

    def __init__(self) -> None:
        """Take over from the interpreter."""
        gc.disable()
        self._full_from = 0.0

    def collect_due(self) -> int | None:
        """Look for garbage if enough was made since; return how old the objects were that were looked at (0 to 2), `None` for none.

        All objects are looked at again only after a thousand times as long as the last time took.
        """
        young, middle, old = gc.get_count()
        if _paused or young < _YOUNG:
            return None
        began = perf_counter()
        age = 0 if middle < _TIMES else 1 if old < _TIMES or began < self._full_from else 2
        gc.collect(age)
        if age == 2:
            self._full_from = perf_counter() + _REST * (perf_counter() - began)
        return age


def keep_for_long() -> None:
    """Exempt all objects that are there now: looking through a long log's would hold every thread up for half a second, again and again.

    For the whole process. What is freed by its count of references is freed as before.
    """
    gc.freeze()


def keep_no_longer() -> None:
    """Look through all objects again, once what was kept for long has been let go."""
    gc.unfreeze()
