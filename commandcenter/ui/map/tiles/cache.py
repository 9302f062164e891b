"""Finished tiles on disk: a bounded SQLite file that may be thrown away at any time."""

from __future__ import annotations

import contextlib
import itertools
import logging
import sqlite3
import threading
import time
from pathlib import Path

_log = logging.getLogger(__name__)
_SCHEMA = "CREATE TABLE IF NOT EXISTS tiles (key TEXT PRIMARY KEY, used INTEGER NOT NULL, bytes INTEGER NOT NULL, png BLOB NOT NULL)"
_FREED_SHARE = 0.2
_REMEMBER_EVERY = 200


class TileCache:
    """Keeps pictures by key; least recently used ones go first when it grows past its limit. Safe in any thread.

    Nothing in it is worth an error: a damaged file is discarded and begun anew, and where that fails too
    (read-only or full disk) the cache stays empty.
    """

    def __init__(self, path: Path, limit_bytes: int = 512 * 1024 * 1024) -> None:
        """Open or create the file."""
        self._path = path
        self._limit = limit_bytes
        self._lock = threading.Lock()
        self._uses = itertools.count(time.time_ns())
        self._touched: dict[str, int] = {}
        self._bytes = 0
        self._db = self._open()

    def get(self, key: str) -> bytes | None:
        """Return a picture or `None`."""
        with self._lock:
            row = self._run("SELECT png FROM tiles WHERE key = ?", (key,))
            if not row:
                return None
            self._touched[key] = next(self._uses)
            if len(self._touched) >= _REMEMBER_EVERY:
                self._remember()
            png = row[0][0]
            return png if isinstance(png, bytes) else None

    def put(self, key: str, png: bytes) -> None:
        """Keep a picture."""
        with self._lock:
            old = self._run("SELECT bytes FROM tiles WHERE key = ?", (key,))
            self._run("INSERT OR REPLACE INTO tiles VALUES (?, ?, ?, ?)", (key, next(self._uses), len(png), png))
            self._bytes += len(png) - (_number(old) if old else 0)
            if self._bytes > self._limit:
                self._remember()
                self._evict()

    def close(self) -> None:
        """Release the file."""
        with self._lock:
            self._remember()
            if self._db is not None:
                self._db.close()
            self._db = None

    def _open(self) -> sqlite3.Connection | None:
        for _ in range(2):
            try:
                return self._connected()
            except sqlite3.Error as error:
                _log.warning("the tile cache %s is discarded: %s", self._path, error)
                self._discard()
            except OSError as error:
                _log.warning("no tile cache at %s: %s", self._path, error)
                return None
        return None

    def _connected(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(self._path, check_same_thread=False, isolation_level=None, timeout=2.0)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = OFF")
            db.execute(_SCHEMA)
            self._bytes = db.execute("SELECT COALESCE(SUM(bytes), 0) FROM tiles").fetchone()[0]
        except sqlite3.Error:
            db.close()
            raise
        return db

    def _discard(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def _run(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        if self._db is None:
            return []
        try:
            return self._db.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            _log.warning("the tile cache %s is discarded: %s", self._path, error)
            self._db.close()
            self._discard()
            self._db = self._open()
            return []

    def _remember(self) -> None:
        touched, self._touched = self._touched, {}
        for key, used in touched.items():
            self._run("UPDATE tiles SET used = ? WHERE key = ?", (used, key))

    def _evict(self) -> None:
        """Drop the least recently used fifth."""
        spare = self._bytes - self._limit * (1.0 - _FREED_SHARE)
        by_age = "SELECT key, SUM(bytes) OVER (ORDER BY used) - bytes AS before FROM tiles"
        self._run(f"DELETE FROM tiles WHERE key IN (SELECT key FROM ({by_age}) WHERE before < ?)", (spare,))
        self._bytes = _number(self._run("SELECT COALESCE(SUM(bytes), 0) FROM tiles"))


def _number(rows: list[tuple[object, ...]]) -> int:
    """Return the one number of an answer, 0 where there is none."""
    value = rows[0][0] if rows else 0
    return value if isinstance(value, int) else 0
