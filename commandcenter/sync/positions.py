"""Positions between desks: no entries, never signed, only the latest of each unit; what is lost is told anew a few seconds later.

They travel with their age, not with a time of day: a laptop whose clock stands wrong is shown as fresh as it is. The message is
`[operation16, [[unit16, age_ms] …], [[unit16, age_ms, lon, lat, source, heading or null, kph or null] …]]`: how old the positions are
that one has, and those that the other lacks.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from commandcenter.log.codec import Limits
from commandcenter.model.clock import Clock
from commandcenter.model.entries import Value
from commandcenter.model.ids import Id, id_bytes, id_from_bytes
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.sync.messages import not_a, position_of
from commandcenter.sync.wire import WireLimits, pack, unpack

MAX_UNITS = 4_000
OLDEST_MS = 15 * 60_000
"""What is older travels no more: it says where a unit is not."""
MARGIN_MS = 1_500
"""So much younger must a position be to be news: ages grow a little on the way."""
POSITIONS = WireLimits(512 << 10, Limits(size=1 << 20, depth=4, items=16 * MAX_UNITS))
_FASTEST_KPH = 5_000.0


@dataclass(frozen=True, slots=True)
class Report:
    """Where a unit was, so long ago."""

    unit: Id
    age_ms: int
    at: LonLat
    source: PositionSource
    heading_deg: float | None = None
    speed_kph: float | None = None


@dataclass(frozen=True, slots=True)
class PositionNews:
    """What one side of an exchange sends."""

    operation: Id
    ages: Mapping[Id, int]
    reports: Sequence[Report]


def _nobody(_found: Mapping[Id, Position]) -> None:
    """Nobody wants to know."""


class PositionBook:
    """The latest positions that a desk or a hub has heard of. Safe in any thread."""

    def __init__(self, operation: Id, clock: Clock, taken: Callable[[Mapping[Id, Position]], None] = _nobody) -> None:
        """Start empty; `taken` is told of what others reported, in the thread that brings it."""
        self.operation = operation
        self._clock, self._taken = clock, taken
        self._lock = threading.Lock()
        self._latest: dict[Id, Position] = {}

    def put(self, unit: Id, position: Position) -> None:
        """Keep an own position, to be told to others."""
        with self._lock:
            self._latest[unit] = position

    def ages(self) -> dict[Id, int]:
        """Return how old (ms) the position of each unit is; what is too old is forgotten."""
        now_ms = self._clock.wall_ms()
        with self._lock:
            self._latest = {unit: one for unit, one in self._latest.items() if now_ms - one.wall_ms <= OLDEST_MS}
            return {unit: max(0, now_ms - one.wall_ms) for unit, one in self._latest.items()}

    def lacked(self, ages: Mapping[Id, int]) -> list[Report]:
        """Return what somebody lacks who has positions of these ages."""
        own = self.ages()
        with self._lock:
            return [
                Report(unit, own[unit], one.at, one.source, one.heading_deg, one.speed_kph)
                for unit, one in sorted(self._latest.items())
                if unit in own and own[unit] + MARGIN_MS < ages.get(unit, OLDEST_MS + MARGIN_MS + 1)
            ][:MAX_UNITS]

    def take(self, reports: Iterable[Report]) -> None:
        """Keep what is younger than what is here, and tell."""
        now_ms, own = self._clock.wall_ms(), self.ages()
        fresh = {
            one.unit: Position(one.at, one.source, now_ms - one.age_ms, one.heading_deg, one.speed_kph)
            for one in reports
            if one.age_ms + MARGIN_MS < own.get(one.unit, OLDEST_MS + MARGIN_MS + 1)
        }
        with self._lock:
            room = MAX_UNITS - len(self._latest)
            new = [unit for unit in fresh if unit not in self._latest]
            for unit in new[max(0, room) :]:
                del fresh[unit]
            self._latest.update(fresh)
        if fresh:
            self._taken(fresh)

    def answer(self, body: bytes) -> bytes:
        """Take what a message brings and return what its sender lacks. Raises `MalformedError`."""
        news = read_positions(body)
        if news.operation != self.operation:
            raise not_a("message about this operation")
        self.take(news.reports)
        return write_positions(PositionNews(self.operation, self.ages(), self.lacked(_with(news))))


def _with(news: PositionNews) -> dict[Id, int]:
    """Return the ages of what the sender of a message has; what it brings it has."""
    return {**news.ages, **{one.unit: one.age_ms for one in news.reports}}


def write_positions(news: PositionNews) -> bytes:
    """Return the message."""
    ages: list[Value] = [[id_bytes(unit), news.ages[unit]] for unit in sorted(news.ages)[:MAX_UNITS]]
    reports: list[Value] = [
        [id_bytes(one.unit), one.age_ms, one.at.lon, one.at.lat, one.source.value, one.heading_deg, one.speed_kph] for one in news.reports
    ]
    return pack([id_bytes(news.operation), ages, reports], POSITIONS)


def read_positions(raw: bytes) -> PositionNews:
    """Return a foreign message; `MalformedError` otherwise. A source of a newer program's is left out."""
    match unpack(raw, POSITIONS):
        case [bytes() as operation, list() as ages, list() as reports] if len(operation) == 16 and max(len(ages), len(reports)) <= MAX_UNITS:
            found = [one for row in reports if (one := _report(row)) is not None]
            return PositionNews(id_from_bytes(operation), dict(_age(row) for row in ages), found)
    raise not_a("message of positions")


def _age(value: Value) -> tuple[Id, int]:
    match value:
        case [bytes() as unit, age] if len(unit) == 16:
            return id_from_bytes(unit), position_of(age)
    raise not_a("age of a position")


def _report(value: Value) -> Report | None:
    match value:
        case [bytes() as unit, age, float() as lon, float() as lat, str() as source, heading, kph] if len(unit) == 16:
            if not (abs(lon) <= 180 and abs(lat) <= 90) or position_of(age) > OLDEST_MS:
                raise not_a("position")
            if source not in set(PositionSource):
                return None
            return Report(
                id_from_bytes(unit), position_of(age), LonLat(lon, lat), PositionSource(source), _real(heading, 360.0), _real(kph, _FASTEST_KPH)
            )
    raise not_a("position")


def _real(value: Value, most: float) -> float | None:
    if value is None:
        return None
    if isinstance(value, float) and math.isfinite(value) and 0 <= value <= most:
        return value
    raise not_a("position")
