"""Where signed entries are kept, as the log sees it: dumb rows. All thinking is in `ledger`, once for every kind of store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class Tip:
    """An end of a feed."""

    seq: int
    id: EntryId


@dataclass(frozen=True, slots=True)
class Row:
    """One stored entry with the columns it is found by."""

    position: int
    """1, 2, 3 … in order of arrival; local to this store."""
    id: EntryId
    device: Id
    seq: int
    signed: SignedEntry


Bodies = tuple[int, EntryId, bytes, Mapping[str, bytes]]
"""Position, id and header of a stored entry, and the bodies of those of its sections that are here."""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Bytes that were refused, kept as evidence."""

    sender: str
    reason: str
    header: bytes
    signature: bytes
    wall_ms: int


class IntakeRows(Protocol):
    """What taking in entries needs. Used by one thread, inside a transaction."""

    def insert(self, signed: SignedEntry, device: Id, seq: int) -> int:
        """Add an entry; return its position."""

    def add_key(self, device: Id, public_key: bytes) -> None:
        """Remember a device's public key."""

    def add_quarantined(self, refused: Quarantined) -> None:
        """Keep refused bytes."""

    def known(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Return which of these entries are here."""

    def held(self, ids: Sequence[EntryId]) -> dict[EntryId, frozenset[str]]:
        """Return which sections of these entries, all known, are here or were erased here."""

    def complete(self, entry_id: EntryId, sections: Mapping[str, SealedSection]) -> Row:
        """Add sections that were withheld so far; return the row as it is now."""

    def at(self, device: Id, seq: int) -> list[EntryId]:
        """Return the entries with this number in a feed: none, one, or several where the feed is forked."""

    def tip(self, device: Id) -> Tip | None:
        """Return the highest entry of a feed."""

    def keys(self) -> dict[Id, bytes]:
        """Return the public key of each known device."""

    def quarantined(self) -> list[Quarantined]:
        """Return what was refused."""


class Rows(IntakeRows, Protocol):
    """Keeps rows. Used by one thread; `KnownError` where the store fails (then the transaction left nothing)."""

    def transaction(self) -> AbstractContextManager[None]:
        """Commit all that is written inside, durably, or nothing."""

    def erase(self, entry_id: EntryId, section: str) -> bool:
        """Forget salt and body of one section; return whether it was there."""

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Yield rows by position, > `after`. Rows may be added meanwhile."""

    def bodies(self, after: int = 0) -> Iterator[Bodies]:
        """Yield what reading needs of the rows by position, > `after`: quicker than `rows`. Rows may be added meanwhile."""

    def feed(self, device: Id, after: int = 0) -> Iterator[Row]:
        """Yield the rows of one feed by (seq, id), seq > `after`."""

    def find(self, entry_id: EntryId) -> Row | None:
        """Return one row."""

    def tips(self) -> dict[Id, Tip]:
        """Return the highest entry of each feed (of a forked tip: the greatest id)."""

    def forks(self) -> list[tuple[Id, int]]:
        """Return every (device, seq) that two different entries claim."""

    def mark(self, name: str) -> int:
        """Return a number that was kept under a name; 0 when there is none."""

    def set_mark(self, name: str, value: int) -> None:
        """Keep a number under a name."""

    def count(self) -> int:
        """Return how many entries there are."""

    def close(self) -> None:
        """Release the files."""
