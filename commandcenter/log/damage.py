"""Where a log file is damaged: which of its pages are not as they were written, and which entries lie on them.

SQLCipher seals each page, so a flipped bit is always noticed; what other pages hold can be read all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from commandcenter.log.database import Database
from commandcenter.log.rows import Row
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry
from commandcenter.model.entries import EntryId
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import id_from_bytes

_READ = (
    sa.text("SELECT sum(length(header) + length(signature) + length(id)) FROM entries WHERE position BETWEEN :first AND :last"),
    sa.text("SELECT sum(length(salt || body)) FROM sections WHERE position BETWEEN :first AND :last"),
)
"""Every byte of the rows is read, and none is kept."""
_ENTRIES = "SELECT position, id, device, seq, header, signature FROM entries WHERE position BETWEEN ? AND ? ORDER BY position"
_SECTIONS = "SELECT position, name, salt, body FROM sections WHERE position BETWEEN ? AND ? AND body IS NOT NULL"
_AT_ONCE = 500


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


def readable(database: Database, broken: Damage) -> Iterator[Row | int]:
    """Yield the rows of a damaged log by position, and in the place of each that cannot be read its position. In the database's thread."""
    last = database.number("SELECT coalesce(max(position), 0) FROM entries")
    first = 1
    for bad in (*broken.positions, last + 1):
        for start in range(first, bad, _AT_ONCE):
            yield from _rows(database, start, min(start + _AT_ONCE, bad) - 1)
        if bad <= last:
            yield bad
        first = bad + 1


def _rows(database: Database, first: int, last: int) -> Iterator[Row]:
    sections: defaultdict[int, dict[str, SealedSection]] = defaultdict(dict)
    for position, name, salt, body in database.query_quickly(_SECTIONS, (first, last)):
        sections[position][name] = SealedSection(salt, body)
    for position, entry, device, seq, header, signature in database.query_quickly(_ENTRIES, (first, last)):
        yield Row(position, EntryId(entry), id_from_bytes(device), seq, SignedEntry(header, signature, sections[position]))


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
