"""A command log that lives in memory only: for tests, trials and reading exported operations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from commandcenter.log.compose import random_salt
from commandcenter.log.ledger import Ledger
from commandcenter.log.rows import Bodies, Quarantined, Row, Tip
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock, SystemClock
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id


class MemoryRows:
    """Rows in lists and dicts."""

    def __init__(self) -> None:
        """Start empty."""
        self._rows: list[Row] = []
        self._by_id: dict[EntryId, int] = {}
        self._at: defaultdict[tuple[Id, int], list[EntryId]] = defaultdict(list)
        self._tips: dict[Id, Tip] = {}
        self._keys: dict[Id, bytes] = {}
        self._quarantined: list[Quarantined] = []
        self._marks: dict[str, int] = {}
        self._erased: defaultdict[EntryId, set[str]] = defaultdict(set)
        self._before: dict[int, Row] = {}
        """Rows that this transaction has completed, as they were."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Take back what was inserted when the block fails."""
        mark, tips, self._before = len(self._rows), dict(self._tips), {}
        done = False
        try:
            yield
            done = True
        finally:
            if not done:
                for row in self._rows[mark:]:
                    del self._by_id[row.id]
                    self._at[row.device, row.seq].remove(row.id)
                del self._rows[mark:]
                for position, row in self._before.items():
                    self._rows[position - 1] = row
                self._tips = tips

    def insert(self, signed: SignedEntry, device: Id, seq: int) -> int:
        """Add an entry; return its position."""
        position = len(self._rows) + 1
        row = Row(position, signed.id, device, seq, signed)
        self._rows.append(row)
        self._by_id[row.id] = position
        self._at[row.device, row.seq].append(row.id)
        tip = self._tips.get(row.device)
        if tip is None or (tip.seq, tip.id) < (row.seq, row.id):
            self._tips[row.device] = Tip(row.seq, row.id)
        return position

    def add_key(self, device: Id, public_key: bytes) -> None:
        """Remember a device's public key."""
        self._keys[device] = public_key

    def add_quarantined(self, refused: Quarantined) -> None:
        """Keep refused bytes."""
        self._quarantined.append(refused)

    def erase(self, entry_id: EntryId, section: str) -> bool:
        """Forget salt and body of one section."""
        row = self.find(entry_id)
        if row is None or section not in row.signed.sections:
            return False
        self._rows[row.position - 1] = replace(row, signed=row.signed.without(section))
        self._erased[entry_id].add(section)
        return True

    def held(self, ids: Sequence[EntryId]) -> dict[EntryId, frozenset[str]]:
        """Return which sections are here or were erased here."""
        return {entry: frozenset(self._row(entry).signed.sections) | self._erased.get(entry, set()) for entry in ids}

    def complete(self, entry_id: EntryId, sections: Mapping[str, SealedSection]) -> Row:
        """Add sections."""
        old = self._row(entry_id)
        self._before.setdefault(old.position, old)
        new = replace(old, signed=replace(old.signed, sections={**old.signed.sections, **sections}))
        self._rows[old.position - 1] = new
        return new

    def _row(self, entry_id: EntryId) -> Row:
        return self._rows[self._by_id[entry_id] - 1]

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Yield rows by position, > `after`."""
        position = after
        while position < len(self._rows):
            yield self._rows[position]
            position += 1

    def bodies(self, after: int = 0) -> Iterator[Bodies]:
        """Yield what reading needs of the rows by position, > `after`."""
        for row in self.rows(after):
            yield row.position, row.id, row.signed.header, {name: sealed.body for name, sealed in row.signed.sections.items()}

    def feed(self, device: Id, after: int = 0) -> Iterator[Row]:
        """Yield the rows of one feed by (seq, id), seq > `after`."""
        seq = after + 1
        while ids := self._at.get((device, seq)):
            yield from (self._rows[self._by_id[entry] - 1] for entry in sorted(ids))
            seq += 1

    def find(self, entry_id: EntryId) -> Row | None:
        """Return one row."""
        position = self._by_id.get(entry_id)
        return None if position is None else self._rows[position - 1]

    def known(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Return which of these entries are here."""
        return {entry for entry in ids if entry in self._by_id}

    def at(self, device: Id, seq: int) -> list[EntryId]:
        """Return the entries with this number in a feed."""
        return list(self._at.get((device, seq), ()))

    def tips(self) -> dict[Id, Tip]:
        """Return the highest entry of each feed."""
        return dict(self._tips)

    def tip(self, device: Id) -> Tip | None:
        """Return the highest entry of a feed."""
        return self._tips.get(device)

    def forks(self) -> list[tuple[Id, int]]:
        """Return every (device, seq) that two different entries claim."""
        return sorted(place for place, ids in self._at.items() if len(ids) > 1)

    def keys(self) -> dict[Id, bytes]:
        """Return the public key of each known device."""
        return dict(self._keys)

    def quarantined(self) -> list[Quarantined]:
        """Return what was refused."""
        return list(self._quarantined)

    def mark(self, name: str) -> int:
        """Return a number that was kept under a name; 0 when there is none."""
        return self._marks.get(name, 0)

    def set_mark(self, name: str, value: int) -> None:
        """Keep a number under a name."""
        self._marks[name] = value

    def count(self) -> int:
        """Return how many entries there are."""
        return len(self._rows)

    def close(self) -> None:
        """Nothing to release."""


class MemoryLog(Ledger):
    """The log of one operation in memory; the same rules and bytes as on disk."""

    def __init__(self, operation: Id, device: DeviceKey, clock: Clock | None = None, new_salt: Callable[[], bytes] = random_salt) -> None:
        """Start an empty log."""
        super().__init__(MemoryRows(), operation, device, clock or SystemClock(), new_salt)
