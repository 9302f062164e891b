"""Attachments of one operation in the hub's database, sealed as desks sent them: the hub cannot look into them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

import sqlalchemy as sa

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.schema import FILES, PIECES
from commandcenter.model.clock import Clock
from commandcenter.model.ids import Id, id_bytes
from commandcenter.sync.files.messages import MAX_PIECE_BYTES
from commandcenter.sync.files.sealed import MAX_SEALED_BYTES
from commandcenter.sync.files.store import Held

MAX_OPERATION_BYTES = 2 << 30
"""Of all attachments of an operation: thousands of photos, and no device fills the hub's disk."""
MAX_FILES = 20_000
BEGUN_MS = 7 * 86_400_000
"""A file of which nothing more came for so long is forgotten; whoever has it offers it again."""
_ASKED_AT_ONCE = 500


class HubFiles:
    """Implements `sync.files.store.FileStore`. Each method is a transaction of its own; any thread, any process."""

    def __init__(self, database: HubDatabase, operation: Id, clock: Clock, most_bytes: int = MAX_OPERATION_BYTES) -> None:
        """Serve one operation."""
        self._database, self._key, self._clock, self._most_bytes = database, id_bytes(operation), clock, most_bytes

    def held(self, names: Iterable[bytes]) -> dict[bytes, Held]:
        """Return what is here of these files."""
        asked, found = list(names), dict[bytes, Held]()
        with self._database.reading() as connection:
            for start in range(0, len(asked), _ASKED_AT_ONCE):
                wanted = sa.select(FILES).where(FILES.c.operation == self._key, FILES.c.name.in_(asked[start : start + _ASKED_AT_ONCE]))
                found.update({bytes(row.name): Held(row.received, row.size) for row in connection.execute(wanted)})
        return found

    def takes(self, name: bytes, size: int) -> bool:
        """Return whether there is room for a file, or it has begun to come."""
        if not 0 < size <= MAX_SEALED_BYTES:
            return False
        if name in self.held([name]):
            return True
        used = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(FILES.c.size), 0)).where(FILES.c.operation == self._key)
        with self._database.reading() as connection:
            count, taken = connection.execute(used).one()
        return int(count) < MAX_FILES and int(taken) + size <= self._most_bytes

    def read(self, name: bytes, offset: int, most: int) -> bytes:
        """Return bytes of a whole file."""
        end = offset + most
        wanted = sa.select(PIECES.c.start, PIECES.c.data).where(
            self._of(PIECES, name), PIECES.c.start > offset - MAX_PIECE_BYTES, PIECES.c.start < end
        )
        with self._database.reading() as connection:
            whole = connection.execute(sa.select(FILES.c.received == FILES.c.size).where(self._of(FILES, name))).scalar()
            rows = connection.execute(wanted.order_by(PIECES.c.start)).all() if whole else []
        return b"".join(bytes(row.data)[max(0, offset - row.start) : max(0, end - row.start)] for row in rows)

    def append(self, name: bytes, size: int, offset: int, data: bytes) -> Held | None:
        """Add bytes to a file; whoever brings the last ones of one that is not what its name says makes it vanish."""
        if not 0 < size <= MAX_SEALED_BYTES or offset + len(data) > size or not data:
            return None
        with self._database.writing() as connection:
            connection.execute(_BEGIN, {"operation": self._key, "name": name, "size": size, "since": self._clock.wall_ms()})
            held = connection.execute(sa.select(FILES).where(self._of(FILES, name)).with_for_update()).one()
            if held.size != size and held.received < held.size:
                self._forget(connection, [name])  # somebody began it with a wrong size: it would never have become whole
                return Held(0, size)
            if held.size != size or held.received == size or offset != held.received:
                return Held(held.received, size) if held.size == size else None
            connection.execute(sa.insert(PIECES), {"operation": self._key, "name": name, "start": offset, "data": data})
            received = offset + len(data)
            connection.execute(sa.update(FILES).where(self._of(FILES, name)).values(received=received, since_ms=self._clock.wall_ms()))
            if received == size and self._digest(connection, name) != name:
                self._forget(connection, [name])
                return None
            return Held(received, size)

    def _digest(self, connection: sa.Connection, name: bytes) -> bytes:
        digest = hashlib.sha256()
        wanted = sa.select(PIECES.c.data).where(self._of(PIECES, name)).order_by(PIECES.c.start)
        for row in connection.execute(wanted.execution_options(yield_per=64)):
            digest.update(bytes(row.data))
        return digest.digest()

    def drop(self, names: Collection[bytes]) -> int:
        """Forget files; return how many were here."""
        with self._database.writing() as connection:
            return self._forget(connection, names)

    def _forget(self, connection: sa.Connection, names: Collection[bytes]) -> int:
        gone = 0
        for name in names:
            connection.execute(sa.delete(PIECES).where(self._of(PIECES, name)))
            gone += connection.execute(sa.delete(FILES).where(self._of(FILES, name))).rowcount
        return gone

    def _of(self, table: sa.Table, name: bytes) -> sa.ColumnElement[bool]:
        return sa.and_(table.c.operation == self._key, table.c.name == name)


def forget_begun(database: HubDatabase, now_ms: int) -> int:
    """Forget files of any operation that were begun long ago and never became whole; return how many."""
    old = sa.select(FILES.c.operation, FILES.c.name).where(FILES.c.received < FILES.c.size, FILES.c.since_ms < now_ms - BEGUN_MS)
    with database.writing() as connection:
        rows = connection.execute(old.limit(1_000)).all()
        for row in rows:
            for table in (PIECES, FILES):
                connection.execute(sa.delete(table).where(table.c.operation == row.operation, table.c.name == row.name))
    return len(rows)


_BEGIN = sa.text(
    "INSERT INTO files (operation, name, size, received, since_ms) VALUES (:operation, :name, :size, 0, :since)"
    " ON CONFLICT (operation, name) DO NOTHING"
)
