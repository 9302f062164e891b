"""Reads what can still be read of a damaged log file; what is unreadable is passed over and counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from commandcenter.log.codec import MalformedError
from commandcenter.log.header import check_header
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry
from commandcenter.model.errors import KnownError

_AT_ONCE = 512
_NEAR = 16
"""So many rows after a broken one are tried one by one; from then on twice as many are passed over each time."""
_GIVE_UP_AFTER = 1 << 20
"""Rows passed over without one that can be read, where the file does not say how many there are."""
_IN_USE = (5, 6)
"""SQLite's result codes for a file that is locked."""
_LAST = "SELECT coalesce(max(position), 0) FROM entries"
_ENTRIES = "SELECT position, header, signature FROM entries WHERE position > ? ORDER BY position LIMIT ?"
_SECTIONS = "SELECT position, name, salt, body FROM sections WHERE position BETWEEN ? AND ? AND body IS NOT NULL"


@dataclass(slots=True)
class Salvaged:
    """What came out of a damaged file, counted while it is read."""

    read: int = 0
    unreadable: int = 0
    """Rows that were passed over, as far as later ones show that there were any."""
    stripped: int = 0
    """Entries that are good, but lack a section that cannot be read or is not the signed one."""


def salvage(path: Path, key: bytes, found: Salvaged) -> Iterator[list[SignedEntry]]:
    """Yield the entries that can be read, in order of position; whether they are as signed is for the intake to check.

    SQLCipher reads nothing more once a page was broken, so the file is opened anew after each; the portion in question is halved
    until the broken row is alone.
    """
    last = _last(path, key)
    position, missed, most = 0, 0, _AT_ONCE
    while missed < _GIVE_UP_AFTER and (last is None or position < last):
        try:
            with closing(_reader(path, key)) as reader:
                while rows := reader.execute(_ENTRIES, (position, most)).fetchall():
                    found.unreadable += missed
                    found.read += len(rows)
                    position, missed, most = rows[-1][0], 0, min(2 * most, _AT_ONCE)
                    yield _entries(path, key, rows, found)
                return
        except sqlcipher.DatabaseError as error:
            _refuse_in_use(error, path)
            if most > 1:
                most //= 2
            else:
                step = 1 if missed < _NEAR else missed
                position, missed = position + step, missed + step


def _reader(path: Path, key: bytes) -> sqlcipher.Connection:
    """Open the file for reading, with nothing that a broken page could stop."""
    reader = sqlcipher.connect(str(path), isolation_level=None)
    reader.execute("PRAGMA cipher_log_level = NONE")
    reader.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    reader.execute("PRAGMA query_only = ON")
    return reader


def _refuse_in_use(error: sqlcipher.DatabaseError, path: Path) -> None:
    """Raise `KnownError` where the file is not damaged but open elsewhere."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in _IN_USE:
        raise KnownError("Another program has this log open: {file}. Close it there, then try again.", file=path.name) from error


def _last(path: Path, key: bytes) -> int | None:
    """Return the position of the last row, `None` where the file does not tell."""
    try:
        with closing(_reader(path, key)) as reader:
            return int(reader.execute(_LAST).fetchone()[0])
    except sqlcipher.DatabaseError as error:
        _refuse_in_use(error, path)
        return None


def _entries(path: Path, key: bytes, rows: Sequence[tuple[int, bytes, bytes]], found: Salvaged) -> list[SignedEntry]:
    sections = _sections(path, key, rows[0][0], rows[-1][0])
    return [_with_good(header, signature, sections.get(position, {}), found) for position, header, signature in rows]


def _sections(path: Path, key: bytes, first: int, last: int) -> dict[int, dict[str, SealedSection]]:
    """Return the sections of these positions, as far as they can be read."""
    sections: defaultdict[int, dict[str, SealedSection]] = defaultdict(dict)
    try:
        with closing(_reader(path, key)) as reader:
            for position, name, salt, body in reader.execute(_SECTIONS, (first, last)).fetchall():
                sections[position][name] = SealedSection(salt, body)
    except sqlcipher.DatabaseError as error:
        _refuse_in_use(error, path)
        if first == last:
            return {}
        middle = (first + last) // 2
        return {**_sections(path, key, first, middle), **_sections(path, key, middle + 1, last)}
    return sections


def _with_good(header: bytes, signature: bytes, sections: dict[str, SealedSection], found: Salvaged) -> SignedEntry:
    """Return an entry with those of its sections that are the signed ones."""
    try:
        commitments = check_header(header).commitments
    except MalformedError:
        return SignedEntry(header, signature, sections)  # to be refused, and kept as evidence
    good = {name: sealed for name, sealed in sections.items() if commitments.get(name) == sealed.commitment()}
    found.stripped += len(good) < len(commitments)
    return SignedEntry(header, signature, good)
