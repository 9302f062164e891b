"""Time travel: the picture as it stood at a moment, folded anew from the log."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from commandcenter.model.entries import Entry
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture


def picture_of(operation: Id, entries: Iterable[tuple[int, Entry]]) -> Picture:
    """Return the picture of all entries."""
    picture = Picture(operation)
    with _no_collection():
        for position, entry in entries:
            picture.apply(entry, position)
    return picture


@contextmanager
def _no_collection() -> Iterator[None]:
    """Folding makes many objects and no cycles: looking for garbage meanwhile only costs a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def picture_at(operation: Id, entries: Iterable[tuple[int, Entry]], moment_ms: int) -> Picture:
    """Return the picture of the entries stamped up to a moment (ms since the epoch), this moment included."""
    return picture_of(operation, ((position, entry) for position, entry in entries if entry.stamp.ms <= moment_ms))
