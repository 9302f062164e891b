"""One encrypted SQLite file, opened safely and for this program alone.

SQLCipher checks every page, so a changed byte on disk never reads as data. The file is locked as long as it is open.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

from commandcenter.log.failures import FULL, known, result_code
from commandcenter.model.errors import KnownError

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a file in WAL mode when checkpoints and resets meet (sqlite.org, fixed in 3.51.3)."""
KEY_BYTES = 32
RESERVE_BYTES = 4 << 20
"""Held back beside the file and given free when the disk fills, so that closing down and tidying up still work."""
_BUSY_MS = 1_000


def check_sqlite(version: tuple[int, ...] = sqlcipher.sqlite_version_info) -> None:
    """Raise `KnownError` when this SQLite may lose what it has committed."""
    if version < OLDEST_SQLITE:
        raise KnownError(
            "SQLite {found} can damage a log; {needed} or later is needed. Install this program's own packages again.",
            found=".".join(map(str, version)),
            needed=".".join(map(str, OLDEST_SQLITE)),
        )


class Database:
    """An open file. Used by the thread that opened it."""

    def __init__(self, path: Path, key: bytes, *, durable: bool = True) -> None:
        """Open or create a file with a 32-byte key; `durable`: a commit has reached the disk when it returns.

        Raises `KnownError`: open elsewhere, wrong key, damaged, no room, SQLite too old.
        """
        check_sqlite()
        self.path = path
        self.reserve = path.with_name(path.name + ".reserve")
        self._durable = durable
        self._ended = False
        self._engine = sa.create_engine(
            "sqlite://", module=sqlcipher, creator=lambda: _connect(path, key), poolclass=StaticPool, isolation_level="AUTOCOMMIT"
        )
        self._open()
        if durable:
            self._hold_reserve()

    def _open(self) -> None:
        with self._watched():
            self._connection = self._engine.connect()
        try:
            self._prepare()
        except KnownError:
            self._disconnect()
            raise

    def _usable(self) -> None:
        """Connect anew where the connection is refused. Not within a transaction, which has to fail as a whole."""
        if not self._ended and (self._connection.closed or (self._refused() and not self._raw.in_transaction)):
            self._disconnect()
            self._open()

    def _refused(self) -> bool:
        """Return whether SQLCipher will not read or write here any more: so it is after one failed read, even when the disk is well again."""
        return bool(self._raw.execute("PRAGMA cipher_status").fetchone() != ("1",))

    @property
    def _raw(self) -> sqlcipher.Connection:
        """Return the driver's connection."""
        return self._connection.connection.dbapi_connection

    def _prepare(self) -> None:
        full_fsync = int(sys.platform == "darwin")
        for statement in (
            f"PRAGMA busy_timeout = {_BUSY_MS}",
            "PRAGMA locking_mode = EXCLUSIVE",
            "PRAGMA journal_mode = WAL",
            f"PRAGMA synchronous = {'FULL' if self._durable else 'NORMAL'}",
            f"PRAGMA fullfsync = {full_fsync}",
            f"PRAGMA checkpoint_fullfsync = {full_fsync}",
            "PRAGMA foreign_keys = ON",
            "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE deletes without asking the triggers
            "PRAGMA trusted_schema = OFF",
            "BEGIN IMMEDIATE",  # takes the lock, which is then kept
            "COMMIT",
        ):
            with self._watched():
                self._execute(statement)

    def _hold_reserve(self) -> None:
        if self.reserve.exists():
            return
        try:
            self.reserve.write_bytes(bytes(RESERVE_BYTES))
        except OSError:  # no room for a reserve is no reason not to open
            self.reserve.unlink(missing_ok=True)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what the block writes, or nothing; a full disk gives the reserve free and raises `KnownError`."""
        self._usable()
        with self._watched():
            done = False
            try:
                self._execute("BEGIN IMMEDIATE")
                yield
                self._execute("COMMIT")
                done = True
            finally:
                if not done and self._raw.in_transaction:
                    self._execute("ROLLBACK")

    def script(self, *statements: str) -> None:
        """Run statements one by one."""
        self._usable()
        with self._watched():
            for statement in statements:
                self._execute(statement)

    def run(self, statement: sa.Executable, values: Mapping[str, object] | Sequence[Mapping[str, object]] | None = None) -> None:
        """Run a writing statement, once per set of values."""
        self._usable()
        with self._watched():
            self._connection.execute(statement, values)

    def run_many(self, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Run a writing statement with `?` for its values once per row; the quickest way in."""
        self._usable()
        with self._watched():
            self._connection.exec_driver_sql(sql, list(rows))

    def query(self, statement: sa.Executable, values: Mapping[str, object] | None = None) -> Sequence[sa.Row[Any]]:
        """Return all rows of a query."""
        self._usable()
        with self._watched():
            return self._connection.execute(statement, values).all()

    def query_quickly(self, sql: str, values: tuple[object, ...]) -> Sequence[Any]:
        """Return all rows of a query with `?` for its values; the quickest way out."""
        self._usable()
        with self._watched():
            return self._connection.exec_driver_sql(sql, values).all()

    def number(self, sql: str) -> int:
        """Return the single number that a statement gives."""
        self._usable()
        with self._watched():
            return int(self._execute(sql).scalar_one())

    def broken_pages(self) -> tuple[int, ...]:
        """Return the numbers of all pages of the file that are not as this program wrote them, also those that nothing was read from."""
        said = [str(row[0]) for row in self.query(sa.text("PRAGMA cipher_integrity_check"))]
        return tuple(int(number) for line in said for number in re.findall(r"page (\d+)", line))

    def close(self) -> None:
        """Release the file and its lock."""
        self._ended = True
        self._disconnect()

    def _disconnect(self) -> None:
        with self._watched():
            self._connection.close()
            self._engine.dispose()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        with known(self.path):
            try:
                yield
            except sa.exc.DBAPIError as error:
                if result_code(error) == FULL:
                    self.reserve.unlink(missing_ok=True)
                raise

    def _execute(self, sql: str) -> sa.CursorResult[Any]:
        return self._connection.exec_driver_sql(sql)


def _connect(path: Path, key: bytes) -> sqlcipher.Connection:
    """Return the driver's connection with the key set; a raw key needs no slow derivation."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a database key has {KEY_BYTES} bytes")
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")  # what goes wrong is said by `failures`
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection
