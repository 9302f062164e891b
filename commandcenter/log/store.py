"""The command log on disk: rows in an encrypted SQLite file that only grows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from commandcenter.log.compose import random_salt
from commandcenter.log.database import Database
from commandcenter.log.ledger import Ledger
from commandcenter.log.migrations import migrate
from commandcenter.log.rows import Bodies, Quarantined, Row, Tip
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock, SystemClock
from commandcenter.model.entries import EntryId
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, id_bytes, id_from_bytes, shared_id

_CHUNK = 500
"""Rows read at a time: little memory, and writing may go on between."""
_GREATEST_ID = b"\xff" * 32

_tables = sa.MetaData()
_META = sa.Table("meta", _tables, sa.Column("name", sa.Text, primary_key=True), sa.Column("value", sa.LargeBinary))
_DEVICES = sa.Table("devices", _tables, sa.Column("device", sa.LargeBinary, primary_key=True), sa.Column("public_key", sa.LargeBinary))
_ENTRIES = sa.Table(
    "entries",
    _tables,
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("id", sa.LargeBinary),
    sa.Column("device", sa.LargeBinary),
    sa.Column("seq", sa.Integer),
    sa.Column("header", sa.LargeBinary),
    sa.Column("signature", sa.LargeBinary),
)
_SECTIONS = sa.Table(
    "sections",
    _tables,
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("salt", sa.LargeBinary),
    sa.Column("body", sa.LargeBinary),
)
_QUARANTINE = sa.Table(
    "quarantine",
    _tables,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("sender", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("header", sa.LargeBinary),
    sa.Column("signature", sa.LargeBinary),
    sa.Column("wall_ms", sa.Integer),
)

_INSERT_ENTRY = "INSERT INTO entries (position, id, device, seq, header, signature) VALUES (?, ?, ?, ?, ?, ?)"
_INSERT_SECTION = "INSERT INTO sections (position, name, salt, body) VALUES (?, ?, ?, ?)"
_AFTER = sa.select(_ENTRIES).where(_ENTRIES.c.position > sa.bindparam("after")).order_by(_ENTRIES.c.position).limit(_CHUNK)
_BODIES = """
    SELECT e.position, e.id, e.header, s.name, s.body FROM entries e LEFT JOIN sections s ON s.position = e.position AND s.body IS NOT NULL
    WHERE e.position > ? AND e.position <= ? ORDER BY e.position, s.name
"""
_BY_ID = sa.select(_ENTRIES).where(_ENTRIES.c.id == sa.bindparam("wanted"))
_KNOWN = sa.select(_ENTRIES.c.id).where(_ENTRIES.c.id.in_(sa.bindparam("wanted", expanding=True)))
_AT = sa.select(_ENTRIES.c.id).where(_ENTRIES.c.device == sa.bindparam("wanted"), _ENTRIES.c.seq == sa.bindparam("number"))
_SECTIONS_OF = sa.select(_SECTIONS).where(_SECTIONS.c.position.between(sa.bindparam("first"), sa.bindparam("last")), _SECTIONS.c.body.is_not(None))
_SECTIONS_AT = sa.select(_SECTIONS).where(_SECTIONS.c.position.in_(sa.bindparam("positions", expanding=True)), _SECTIONS.c.body.is_not(None))
_TIP = (
    sa.select(_ENTRIES.c.seq, _ENTRIES.c.id)
    .where(_ENTRIES.c.device == sa.bindparam("wanted"))
    .order_by(_ENTRIES.c.seq.desc(), _ENTRIES.c.id.desc())
    .limit(1)
)
_FEED = (
    sa.select(_ENTRIES)
    .where(
        _ENTRIES.c.device == sa.bindparam("wanted"), sa.tuple_(_ENTRIES.c.seq, _ENTRIES.c.id) > sa.tuple_(sa.bindparam("after"), sa.bindparam("last"))
    )
    .order_by(_ENTRIES.c.seq, _ENTRIES.c.id)
    .limit(_CHUNK)
)
_FORKS = sa.select(_ENTRIES.c.device, _ENTRIES.c.seq).group_by(_ENTRIES.c.device, _ENTRIES.c.seq).having(sa.func.count() > 1)
_MARK = sa.text("SELECT value FROM marks WHERE name = :wanted")
_SET_MARK = sa.text("INSERT INTO marks VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
_HELD = (
    sa.select(_ENTRIES.c.id, _SECTIONS.c.name)
    .join(_SECTIONS, _SECTIONS.c.position == _ENTRIES.c.position)
    .where(_ENTRIES.c.id.in_(sa.bindparam("wanted", expanding=True)))
)
_ERASE = (
    sa.update(_SECTIONS)
    .where(_SECTIONS.c.position == sa.bindparam("at"), _SECTIONS.c.name == sa.bindparam("section"))
    .values(salt=sa.null(), body=sa.null())
)


class SqliteRows:
    """Rows in a database file."""

    def __init__(self, database: Database) -> None:
        """Bring the file's schema up to date and use it."""
        self.database = database
        self._new_entries: list[tuple[object, ...]] = []
        self._new_sections: list[tuple[object, ...]] = []
        migrate(database)
        database.script("PRAGMA secure_delete = ON")  # what is erased is overwritten, not only unlinked
        self._last = self._last_position()

    def operation(self) -> Id | None:
        """Return the operation that the file belongs to; `None` for a new file."""
        found = self.database.query(sa.select(_META.c.value).where(_META.c.name == "operation"))
        return id_from_bytes(found[0].value) if found else None

    def set_operation(self, operation: Id) -> None:
        """Give a new file to an operation, for good."""
        with self.transaction():
            self.database.run(sa.insert(_META), {"name": "operation", "value": id_bytes(operation)})

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that is written inside, durably, or nothing."""
        before, done = self._last, False
        try:
            with self.database.transaction():
                before = self._last = self._last_position()
                yield
                self._write_out()
            done = True
        finally:
            self._new_entries, self._new_sections = [], []
            if not done:
                self._last = before  # known without asking a disk that may be failing

    def insert(self, signed: SignedEntry, device: Id, seq: int) -> int:
        """Add an entry; return its position. Written out with others: one statement for many is far quicker."""
        self._last += 1
        self._new_entries.append((self._last, signed.id, id_bytes(device), seq, signed.header, signed.signature))
        for name, sealed in signed.sections.items():
            self._new_sections.append((self._last, name, sealed.salt, sealed.body))
        return self._last

    def _write_out(self) -> None:
        for statement, rows in ((_INSERT_ENTRY, self._new_entries), (_INSERT_SECTION, self._new_sections)):
            if rows:
                self.database.run_many(statement, rows)
        self._new_entries, self._new_sections = [], []

    def _query(self, statement: sa.Executable, values: Mapping[str, object] | None = None) -> Sequence[sa.Row[Any]]:
        self._write_out()
        return self.database.query(statement, values)

    def _last_position(self) -> int:
        return self.database.number("SELECT coalesce(max(position), 0) FROM entries")

    def add_key(self, device: Id, public_key: bytes) -> None:
        """Remember a device's public key."""
        self.database.run(sa.insert(_DEVICES), {"device": id_bytes(device), "public_key": public_key})

    def add_quarantined(self, refused: Quarantined) -> None:
        """Keep refused bytes."""
        values = {
            "sender": refused.sender,
            "reason": refused.reason,
            "header": refused.header,
            "signature": refused.signature,
            "wall_ms": refused.wall_ms,
        }
        self.database.run(sa.insert(_QUARANTINE), values)

    def erase(self, entry_id: EntryId, section: str) -> bool:
        """Forget salt and body of one section; return whether it was there."""
        row = self.find(entry_id)
        if row is None or section not in row.signed.sections:
            return False
        self.database.run(_ERASE, {"at": row.position, "section": section})
        return True

    def held(self, ids: Sequence[EntryId]) -> dict[EntryId, frozenset[str]]:
        """Return which sections are here or were erased here."""
        names: dict[EntryId, set[str]] = {entry: set() for entry in ids}
        for start in range(0, len(ids), _CHUNK):
            for row in self._query(_HELD, {"wanted": ids[start : start + _CHUNK]}):
                names[EntryId(row.id)].add(row.name)
        return {entry: frozenset(found) for entry, found in names.items()}

    def complete(self, entry_id: EntryId, sections: Mapping[str, SealedSection]) -> Row:
        """Add sections that were withheld so far."""
        (row,) = self._read(_BY_ID, {"wanted": entry_id})
        late = [{"position": row.position, "name": name, "salt": sealed.salt, "body": sealed.body} for name, sealed in sections.items()]
        self.database.run(sa.insert(_SECTIONS), late)
        (row,) = self._read(_BY_ID, {"wanted": entry_id})
        return row

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Yield rows by position, > `after`."""
        while found := self._read(_AFTER, {"after": after}):
            yield from found
            after = found[-1].position

    def bodies(self, after: int = 0) -> Iterator[Bodies]:
        """Yield what reading needs of the rows by position, > `after`."""
        self._write_out()
        while found := self.database.query_quickly(_BODIES, (after, after + _CHUNK)):
            chunk: dict[int, tuple[int, EntryId, bytes, dict[str, bytes]]] = {}
            for position, entry, header, name, body in found:
                if position not in chunk:
                    chunk[position] = position, entry, header, {}
                if name is not None:
                    chunk[position][3][name] = body
            yield from chunk.values()
            after = next(reversed(chunk))
            self._write_out()

    def feed(self, device: Id, after: int = 0) -> Iterator[Row]:
        """Yield the rows of one feed by (seq, id), seq > `after`."""
        last = _GREATEST_ID
        while found := self._read(_FEED, {"wanted": id_bytes(device), "after": after, "last": last}):
            yield from found
            after, last = found[-1].seq, found[-1].id

    def find(self, entry_id: EntryId) -> Row | None:
        """Return one row."""
        found = self._read(_BY_ID, {"wanted": entry_id})
        return found[0] if found else None

    def _read(self, statement: sa.Executable, values: dict[str, object]) -> list[Row]:
        entries = self._query(statement, values)
        if not entries:
            return []
        sections: defaultdict[int, dict[str, SealedSection]] = defaultdict(dict)
        first, last = entries[0].position, entries[-1].position
        if last - first + 1 == len(entries):
            rows = self._query(_SECTIONS_OF, {"first": first, "last": last})
        else:
            rows = self._query(_SECTIONS_AT, {"positions": [entry.position for entry in entries]})
        for position, name, salt, body in map(tuple, rows):
            sections[position][name] = SealedSection(salt, body)
        return [
            Row(position, entry, shared_id(device), seq, SignedEntry(header, signature, sections[position]))
            for position, entry, device, seq, header, signature in map(tuple, entries)
        ]

    def known(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Return which of these entries are here."""
        chunks = (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
        return {EntryId(row.id) for chunk in chunks for row in self._query(_KNOWN, {"wanted": chunk})}

    def at(self, device: Id, seq: int) -> list[EntryId]:
        """Return the entries with this number in a feed."""
        return [EntryId(row.id) for row in self._query(_AT, {"wanted": id_bytes(device), "number": seq})]

    def tips(self) -> dict[Id, Tip]:
        """Return the highest entry of each feed."""
        return {device: tip for device in self.keys() if (tip := self.tip(device)) is not None}

    def tip(self, device: Id) -> Tip | None:
        """Return the highest entry of a feed."""
        found = self._query(_TIP, {"wanted": id_bytes(device)})
        return Tip(found[0].seq, EntryId(found[0].id)) if found else None

    def forks(self) -> list[tuple[Id, int]]:
        """Return every (device, seq) that two different entries claim."""
        return sorted((id_from_bytes(row.device), row.seq) for row in self._query(_FORKS))

    def keys(self) -> dict[Id, bytes]:
        """Return the public key of each known device."""
        return {id_from_bytes(row.device): row.public_key for row in self._query(sa.select(_DEVICES))}

    def quarantined(self) -> list[Quarantined]:
        """Return what was refused."""
        found: Sequence[sa.Row[Any]] = self._query(sa.select(_QUARANTINE).order_by(_QUARANTINE.c.number))
        return [Quarantined(row.sender, row.reason, row.header, row.signature, row.wall_ms) for row in found]

    def mark(self, name: str) -> int:
        """Return a number that was kept under a name; 0 when there is none."""
        found = self._query(_MARK, {"wanted": name})
        return int(found[0].value) if found else 0

    def set_mark(self, name: str, value: int) -> None:
        """Keep a number under a name."""
        self.database.run(_SET_MARK, {"name": name, "value": value})

    def count(self) -> int:
        """Return how many entries there are: rows are only ever added, without gaps."""
        return self._last

    def close(self) -> None:
        """Release the file."""
        self.database.close()


class SqliteLog(Ledger):
    """The log of one operation in one file. The thread that opens it owns it."""

    def __init__(
        self,
        path: Path,
        *,
        device: DeviceKey,
        database_key: bytes,
        operation: Id | None = None,
        clock: Clock | None = None,
        new_salt: Callable[[], bytes] = random_salt,
        durable: bool = True,
    ) -> None:
        """Open a log, or begin one for `operation`; without it the file must be there and tells its operation itself.

        `durable`: a commit has reached the disk when it returns; only what can be had again by the same command needs it not.

        Raises `KnownError`: open elsewhere, another operation's, wrong key, damaged, written by a newer program, no room.
        """
        if operation is None and not path.exists():
            raise KnownError("There is no log at {file}.", file=path.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        database = Database(path, database_key, durable=durable)
        opened = False
        try:
            rows = SqliteRows(database)
            super().__init__(rows, _operation(rows, operation), device, clock or SystemClock(), new_salt)
            opened = True
        finally:
            if not opened:
                database.close()
        self.database = database
        """For measurements: pages, file size."""


def _operation(rows: SqliteRows, wanted: Id | None) -> Id:
    found = rows.operation()
    if found is not None and wanted in (None, found):
        return found
    if found is not None or wanted is None:
        raise KnownError("The log {file} belongs to another operation.", file=rows.database.path.name)
    rows.set_operation(wanted)
    return wanted
