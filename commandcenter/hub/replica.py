"""The hub's copy of one operation. Each method is a transaction of its own; any thread, any process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.rows import HubRows, keys, known, row_of
from commandcenter.hub.schema import ACTS, ENDS, ENTRIES, OPERATIONS
from commandcenter.log.hlc import HybridClock
from commandcenter.log.intake import Ingested, Intake
from commandcenter.log.rows import Quarantined, Row, Tip
from commandcenter.log.signed import SignedEntry
from commandcenter.model.clock import Clock
from commandcenter.model.entries import EntryId, EntryType
from commandcenter.model.ids import Id, id_bytes, id_from_bytes
from commandcenter.picture.standing import ABOUT_RIGHTS

NOTED = ABOUT_RIGHTS | {EntryType.SHARING_SET, EntryType.PERSONAL_DATA_ERASED, EntryType.ATTACHMENT_REMOVED}
"""Types of entries that the hub itself goes by."""
_CHUNK = 501
"""Rows read at a time: a whole batch, and one more to see whether more follow."""
_GREATEST_ID = b"\xff" * 32


class HubReplica:
    """Implements `sync.replica.Replica`."""

    def __init__(self, database: HubDatabase, operation: Id, clock: Clock) -> None:
        """Serve one operation."""
        self._database = database
        self._operation = operation
        self._key = id_bytes(operation)
        self._clock = clock

    @property
    def operation(self) -> Id:
        """The operation all entries belong to."""
        return self._operation

    def leaves(self) -> dict[Id, tuple[Tip, ...]]:
        """Return the ends of each feed."""
        ends: defaultdict[Id, list[Tip]] = defaultdict(list)
        ordered = sa.select(ENDS).where(ENDS.c.operation == self._key).order_by(ENDS.c.device, ENDS.c.seq, ENDS.c.id)
        with self._database.reading() as connection:
            for row in connection.execute(ordered):
                ends[id_from_bytes(bytes(row.device))].append(Tip(row.seq, EntryId(bytes(row.id))))
        return {device: tuple(tips) for device, tips in ends.items()}

    def position(self) -> int:
        """Return the position of the newest entry; 0 when there is none."""
        with self._database.reading() as connection:
            return connection.execute(sa.select(OPERATIONS.c.position).where(OPERATIONS.c.operation == self._key)).scalar() or 0

    def known(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Return which of these entries are here."""
        with self._database.reading() as connection:
            return known(connection, self._key, ids)

    def device_keys(self) -> dict[Id, bytes]:
        """Return the public key of each device that wrote here."""
        with self._database.reading() as connection:
            return keys(connection, self._key)

    def signed(self, after: int = 0) -> Iterator[Row]:
        """Yield rows in the order of arrival, positions > `after`."""
        rows = sa.select(ENTRIES).where(ENTRIES.c.operation == self._key, ENTRIES.c.position > sa.bindparam("after"))
        rows = rows.order_by(ENTRIES.c.position).limit(_CHUNK)
        while found := self._read(rows, {"after": after}):
            yield from found
            after = found[-1].position

    def feed(self, device: Id, after: int = 0) -> Iterator[Row]:
        """Yield the rows of one feed by (seq, id), seq > `after`."""
        place = sa.tuple_(ENTRIES.c.seq, ENTRIES.c.id) > sa.tuple_(
            sa.bindparam("after", type_=sa.BigInteger), sa.bindparam("last", type_=sa.LargeBinary)
        )
        rows = sa.select(ENTRIES).where(ENTRIES.c.operation == self._key, ENTRIES.c.device == id_bytes(device), place)
        rows = rows.order_by(ENTRIES.c.seq, ENTRIES.c.id).limit(_CHUNK)
        last = _GREATEST_ID
        while found := self._read(rows, {"after": after, "last": last}):
            yield from found
            after, last = found[-1].seq, found[-1].id

    def acts(self) -> list[Row]:
        """Return the entries about rights in the order of arrival."""
        mine = sa.and_(ENTRIES.c.operation == self._key, ACTS.c.operation == self._key, ACTS.c.position == ENTRIES.c.position)
        return self._read(sa.select(ENTRIES).where(mine).order_by(ENTRIES.c.position), {})

    def ingest(self, batch: Sequence[SignedEntry], *, sender: str, keys: Mapping[Id, bytes] | None = None) -> Ingested:
        """Check and store entries in one transaction; durable when it returns. Idempotent."""
        with self._database.writing() as connection:
            rows = HubRows(connection, self._operation)
            taken = Intake(rows, self._operation, HybridClock(self._clock), self._clock, sender, keys or {}).take(batch)
            rows.write_out()
            rows.note_acts([position for position, entry in taken.entries if entry.type in NOTED])
        return taken

    def erase(self, places: Iterable[tuple[Id, str]]) -> int:
        """Forget sections for good, (first half of an entry's id, section) each, in one transaction; return how many were there."""
        with self._database.writing() as connection:
            rows = HubRows(connection, self._operation)
            return sum(rows.erase(id_bytes(short), section) for short, section in places)

    def quarantined(self) -> list[Quarantined]:
        """Return what was refused on receipt, with its sender."""
        with self._database.writing() as connection:
            return HubRows(connection, self._operation).quarantined()

    def _read(self, statement: sa.Select[Any], values: Mapping[str, object]) -> list[Row]:
        with self._database.reading() as connection:
            return [row_of(row) for row in connection.execute(statement, values)]


def positions(database: HubDatabase, operations: Sequence[Id]) -> dict[Id, int]:
    """Return the newest position of each operation that has entries."""
    wanted = sa.select(OPERATIONS).where(OPERATIONS.c.operation.in_([id_bytes(operation) for operation in operations]))
    with database.reading() as connection:
        return {id_from_bytes(bytes(row.operation)): row.position for row in connection.execute(wanted)}
