"""The search for unreachable cycles: paused while many objects are made that live on and form none, and kept away from them afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Make objects without looking for garbage meanwhile, which would take a quarter of the time. For the whole process; may be nested."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep_for_long() -> None:
    """Exempt all objects that are there now: looking through a long log's would hold every thread up for half a second, again and again.

    For the whole process. What is freed by its count of references is freed as before.
    """
    gc.freeze()


def keep_no_longer() -> None:
    """Look through all objects again, once what was kept for long has been let go."""
    gc.unfreeze()
