"""Where units are and were: a bounded side store. Positions are no commands; they are not signed and may be lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from commandcenter.log.database import Database
from commandcenter.model.ids import Id, id_bytes, id_from_bytes
from commandcenter.model.words import LonLat, Position, PositionSource

HISTORY_MS = 24 * 3_600_000
"""How long a track is kept."""

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS positions (unit BLOB NOT NULL, wall_ms INTEGER NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL,"
    " source TEXT NOT NULL, heading_deg REAL, speed_kph REAL, PRIMARY KEY (unit, wall_ms)) STRICT, WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS positions_by_time ON positions (wall_ms)",
)
_PUT = sa.text("INSERT OR REPLACE INTO positions VALUES (:unit, :wall_ms, :lon, :lat, :source, :heading_deg, :speed_kph)")
_LATEST = sa.text("SELECT * FROM positions AS p WHERE wall_ms = (SELECT max(wall_ms) FROM positions WHERE unit = p.unit)")
_HISTORY = sa.text("SELECT * FROM positions WHERE unit = :unit AND wall_ms >= :since_ms ORDER BY wall_ms")
_AT = sa.text("SELECT * FROM positions AS p WHERE wall_ms = (SELECT max(wall_ms) FROM positions WHERE unit = p.unit AND wall_ms <= :moment_ms)")
_PRUNE = sa.text(
    "DELETE FROM positions WHERE wall_ms < :oldest_ms AND wall_ms < (SELECT max(wall_ms) FROM positions AS p WHERE p.unit = positions.unit)"
)


class MemoryTracks:
    """Latest positions and rolling history in memory. Safe in any thread."""

    def __init__(self, history_ms: int = HISTORY_MS) -> None:
        """Start empty."""
        self._lock = threading.Lock()
        self._latest: dict[Id, Position] = {}
        self._tracks: dict[Id, list[Position]] = {}
        self._history_ms = history_ms

    def put(self, positions: Mapping[Id, Position]) -> None:
        """Keep these; one older than the latest only joins the history."""
        with self._lock:
            for unit, position in positions.items():
                track = self._tracks.setdefault(unit, [])
                track.append(position)
                track.sort(key=lambda one: one.wall_ms)
                self._latest[unit] = track[-1]
                oldest_ms = track[-1].wall_ms - self._history_ms
                while track[0].wall_ms < oldest_ms:
                    track.pop(0)

    def latest(self) -> Mapping[Id, Position]:
        """Return each unit's latest position."""
        with self._lock:
            return dict(self._latest)

    def history(self, unit: Id, since_ms: int = 0) -> list[Position]:
        """Return a unit's positions since a moment (ms since the epoch), oldest first."""
        with self._lock:
            return [position for position in self._tracks.get(unit, ()) if position.wall_ms >= since_ms]

    def at(self, moment_ms: int) -> dict[Id, Position]:
        """Return each unit's latest position at a moment (ms since the epoch), as far as it is still kept."""
        with self._lock:
            past = {unit: [one for one in track if one.wall_ms <= moment_ms] for unit, track in self._tracks.items()}
        return {unit: track[-1] for unit, track in past.items() if track}

    def flush(self) -> None:
        """Nothing to write."""

    def close(self) -> None:
        """Nothing to release."""


class SqliteTracks:
    """The same in an encrypted file beside the log.

    `put` and `latest` are safe in any thread and touch memory only; everything else belongs to the thread that opened it,
    which calls `flush` every few seconds.
    """

    def __init__(self, path: Path, key: bytes, history_ms: int = HISTORY_MS) -> None:
        """Open or create the file; `KnownError` when it cannot be used."""
        self._database = Database(path, key, durable=False)
        with self._closing_on_failure():
            self._database.script(*_SCHEMA)
            self._latest = {id_from_bytes(row.unit): _position(row) for row in self._database.query(_LATEST)}
        self._lock = threading.Lock()
        self._unwritten: list[tuple[Id, Position]] = []
        self._history_ms = history_ms

    @contextmanager
    def _closing_on_failure(self) -> Iterator[None]:
        done = False
        try:
            yield
            done = True
        finally:
            if not done:
                self._database.close()

    def put(self, positions: Mapping[Id, Position]) -> None:
        """Keep these; one older than the latest only joins the history."""
        with self._lock:
            for unit, position in positions.items():
                known = self._latest.get(unit)
                if known is None or known.wall_ms <= position.wall_ms:
                    self._latest[unit] = position
                self._unwritten.append((unit, position))

    def latest(self) -> Mapping[Id, Position]:
        """Return each unit's latest position."""
        with self._lock:
            return dict(self._latest)

    def history(self, unit: Id, since_ms: int = 0) -> list[Position]:
        """Return a unit's positions since a moment (ms since the epoch), oldest first."""
        self.flush()
        return [_position(row) for row in self._database.query(_HISTORY, {"unit": id_bytes(unit), "since_ms": since_ms})]

    def at(self, moment_ms: int) -> dict[Id, Position]:
        """Return each unit's latest position at a moment (ms since the epoch), as far as it is still kept."""
        self.flush()
        return {id_from_bytes(row.unit): _position(row) for row in self._database.query(_AT, {"moment_ms": moment_ms})}

    def flush(self) -> None:
        """Write what came in and forget what is too old; each unit keeps its latest. `KnownError` when the disk fails."""
        with self._lock:
            batch, self._unwritten = self._unwritten, []
            newest_ms = max((position.wall_ms for position in self._latest.values()), default=0)
        if batch:
            with self._database.transaction():
                self._database.run(_PUT, [_values(unit, position) for unit, position in batch])
                self._database.run(_PRUNE, {"oldest_ms": newest_ms - self._history_ms})

    def close(self) -> None:
        """Write the rest and release the file."""
        self.flush()
        self._database.close()


def _values(unit: Id, position: Position) -> dict[str, object]:
    return {
        "unit": id_bytes(unit),
        "wall_ms": position.wall_ms,
        "lon": position.at.lon,
        "lat": position.at.lat,
        "source": position.source.value,
        "heading_deg": position.heading_deg,
        "speed_kph": position.speed_kph,
    }


def _position(row: sa.Row[Any]) -> Position:
    return Position(LonLat(row.lon, row.lat), PositionSource(row.source), row.wall_ms, row.heading_deg, row.speed_kph)
