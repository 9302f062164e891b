"""Time travel: the picture as it stood at a moment, folded anew from the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from commandcenter.model.collecting import no_collection
from commandcenter.model.entries import Entry
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture

Entries = Iterable[tuple[int, Entry]]


def picture_of(operation: Id, entries: Entries | Callable[[], Entries]) -> Picture:
    """Return the picture of all (position, entry).

    Where a revocation comes after what it cuts, they are read twice: give `log.entries` itself, and nothing is kept meanwhile.
    """
    if callable(entries):
        read = entries
    else:
        kept = tuple(entries)

        def read() -> Entries:
            return kept

    picture = _folded(Picture(operation), read())
    if picture.rights.stale:
        picture = _folded(Picture(operation, picture.rights.again()), read())
        picture.rights.go_on()
    return picture


def _folded(picture: Picture, entries: Entries) -> Picture:
    with no_collection():
        for position, entry in entries:
            picture.fold(entry, position)
    return picture


def picture_at(operation: Id, entries: Entries | Callable[[], Entries], moment_ms: int) -> Picture:
    """Return the picture of the entries stamped up to a moment (ms since the epoch), this moment included."""

    def until() -> Entries:
        found = entries() if callable(entries) else entries
        return ((position, entry) for position, entry in found if entry.stamp.ms <= moment_ms)

    return picture_of(operation, until if callable(entries) else until())
