"""Where a log file is damaged: which of its pages are not as they were written, and which entries lie on them.

SQLCipher seals each page, so a flipped bit is always noticed; what other pages hold can be read all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from commandcenter.log.database import Database
from commandcenter.model.errors import KnownError

_READ = (
    sa.text("SELECT sum(length(header) + length(signature) + length(id)) FROM entries WHERE position BETWEEN :first AND :last"),
    sa.text("SELECT sum(length(salt || body)) FROM sections WHERE position BETWEEN :first AND :last"),
)
"""Every byte of the rows is read, and none is kept."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What is broken in a file."""

    pages: tuple[int, ...]
    """Numbers of the broken pages."""
    positions: tuple[int, ...]
    """Positions of the entries that cannot be read; a broken page may also be free, or only help to find entries."""


def damage(database: Database) -> Damage:
    """Look at every page of a log, and at every entry where one is broken. In the database's thread.

    Raises `KnownError` where nothing can be read.
    """
    pages = database.broken_pages()
    if not pages:
        return Damage((), ())
    return Damage(pages, tuple(_unreadable(database, 1, database.number("SELECT coalesce(max(position), 0) FROM entries"))))


def _unreadable(database: Database, first: int, last: int) -> Iterator[int]:
    """Yield the unreadable positions of a range: halved until what is broken is alone."""
    if first > last or _can_be_read(database, first, last):
        return
    if first == last:
        yield first
        return
    middle = (first + last) // 2
    yield from _unreadable(database, first, middle)
    yield from _unreadable(database, middle + 1, last)


def _can_be_read(database: Database, first: int, last: int) -> bool:
    try:
        for statement in _READ:
            database.query(statement, {"first": first, "last": last})
    except KnownError:
        return False
    return True
