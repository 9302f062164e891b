"""Positions that pass through this hub: the latest of each unit, for a quarter of an hour."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Sequence

import sqlalchemy as sa

from commandcenter.hub.database import HubDatabase
from commandcenter.model.clock import Clock
from commandcenter.model.ids import Id, id_bytes, id_from_bytes
from commandcenter.model.words import LonLat, PositionSource
from commandcenter.sync.positions import MARGIN_MS, MAX_UNITS, OLDEST_MS, PositionBook, PositionNews, Report, read_positions, write_positions

MOST_OPERATIONS = 1_000
"""Whose positions are remembered; the one longest silent is forgotten first."""
LOOK_S = 1.0
"""How seldom a process asks for what others were told, however many desks ask it."""
_SOURCES = frozenset(PositionSource)


class Whereabouts:
    """One book an operation, in this process' memory; where there may be other processes, a board joins their books. Any thread."""

    def __init__(self, clock: Clock, board: Board | None) -> None:
        """Start empty; without a board this process is the only one."""
        self._clock, self._board = clock, board
        self._lock = threading.Lock()
        self._books: OrderedDict[Id, PositionBook] = OrderedDict()
        self._looked_s: dict[Id, float] = {}

    def answer(self, operation: Id, body: bytes, *, partner: bool) -> bytes:
        """Take what a device brings and return what it lacks; a partner's device is told nothing. Raises `MalformedError` and `KnownError`."""
        book, due = self._book(operation)
        if self._board is not None and due:
            book.take(self._board.reports(operation))
        answer = book.answer(body)
        if self._board is not None:
            kept = book.ages()
            self._board.put(operation, [one for one in read_positions(body).reports if one.unit in kept])
        if partner:
            return write_positions(PositionNews(operation, read_positions(answer).ages, ()))
        return answer

    def _book(self, operation: Id) -> tuple[PositionBook, bool]:
        """Return an operation's book, and whether it is time to look at the board."""
        now_s = self._clock.monotonic_s()
        with self._lock:
            book = self._books.get(operation)
            if book is None:
                book = self._books[operation] = PositionBook(operation, self._clock)
            self._books.move_to_end(operation)
            if len(self._books) > MOST_OPERATIONS:
                self._looked_s.pop(self._books.popitem(last=False)[0], None)
            due = now_s - self._looked_s.get(operation, -math.inf) >= LOOK_S
            if due:
                self._looked_s[operation] = now_s
            return book, due


class Board:
    """Where the processes of one hub leave positions for each other. Each method is a transaction of its own; any thread, any process.

    Ages are reckoned by the database's clock, so the clocks of the processes' computers may differ. Only for databases that are `shared`.
    """

    def __init__(self, database: HubDatabase) -> None:
        """Use this database."""
        self._database = database

    def put(self, operation: Id, reports: Sequence[Report]) -> None:
        """Leave positions that are younger than what is there."""
        rows = [
            {
                "operation": id_bytes(operation),
                "unit": id_bytes(one.unit),
                "age_ms": one.age_ms,
                "margin_ms": MARGIN_MS,
                "lon": one.at.lon,
                "lat": one.at.lat,
                "source": one.source.value,
                "heading_deg": one.heading_deg,
                "speed_kph": one.speed_kph,
            }
            for one in sorted(reports, key=lambda report: report.unit)  # two processes lock the same rows in the same order
        ]
        if rows:
            with self._database.writing() as connection:
                connection.execute(_PUT, rows)

    def reports(self, operation: Id) -> list[Report]:
        """Return what was left for an operation and is not too old to travel."""
        with self._database.reading() as connection:
            rows = connection.execute(_GET, {"operation": id_bytes(operation), "oldest_ms": OLDEST_MS, "most": MAX_UNITS}).all()
        return [
            Report(id_from_bytes(bytes(row.unit)), row.age_ms, LonLat(row.lon, row.lat), PositionSource(row.source), row.heading_deg, row.speed_kph)
            for row in rows
            if row.source in _SOURCES
        ]

    def forget_old(self) -> None:
        """Forget what says where a unit is not."""
        with self._database.writing() as connection:
            connection.execute(_FORGET, {"oldest_ms": OLDEST_MS})


_NOW_MS = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"
_PUT = sa.text(
    "INSERT INTO whereabouts (operation, unit, seen_ms, lon, lat, source, heading_deg, speed_kph)"
    f" VALUES (:operation, :unit, {_NOW_MS} - :age_ms, :lon, :lat, :source, :heading_deg, :speed_kph)"
    " ON CONFLICT (operation, unit) DO UPDATE SET seen_ms = excluded.seen_ms, lon = excluded.lon, lat = excluded.lat,"
    " source = excluded.source, heading_deg = excluded.heading_deg, speed_kph = excluded.speed_kph"
    " WHERE whereabouts.seen_ms + :margin_ms < excluded.seen_ms"
)
_GET = sa.text(
    "SELECT * FROM (SELECT unit, lon, lat, source, heading_deg, speed_kph,"
    f" greatest(0, {_NOW_MS} - seen_ms) AS age_ms FROM whereabouts WHERE operation = :operation) AS left_here"
    " WHERE age_ms <= :oldest_ms ORDER BY age_ms LIMIT :most"
)
_FORGET = sa.text(f"DELETE FROM whereabouts WHERE seen_ms < {_NOW_MS} - :oldest_ms")
