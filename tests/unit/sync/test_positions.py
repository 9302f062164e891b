"""Positions between desks: the youngest wins whatever the clocks say, what is old or hostile goes no further, chains pass it on."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import cast

import pytest

from commandcenter.log.codec import MalformedError, encode
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Value
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, derived_id, id_bytes
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.sync.beacon import Beacon
from commandcenter.sync.http import HubLink
from commandcenter.sync.positions import OLDEST_MS, POSITIONS, PositionBook, PositionNews, Report, read_positions, write_positions
from commandcenter.sync.session import Question
from commandcenter.sync.verbs import Verb
from commandcenter.sync.wire import pack

OPERATION, E1, E2 = derived_id("operation"), derived_id("E1"), derived_id("E2")
HERE, THERE = LonLat(8.69, 49.41), LonLat(8.7, 49.42)


def book(clock: FakeClock, got: dict[Id, Position] | None = None) -> PositionBook:
    taken: dict[Id, Position] = {} if got is None else got
    return PositionBook(OPERATION, clock, taken.update)


def gps(clock: FakeClock, at: LonLat) -> Position:
    return Position(at, PositionSource.GPS, clock.wall_ms(), 90.0, 12.5)


def meet(asker: PositionBook, other: PositionBook) -> None:
    """Let one ask another, as a beacon does that knows nothing yet."""
    body = write_positions(PositionNews(OPERATION, asker.ages(), asker.lacked({})))
    asker.take(read_positions(other.answer(body)).reports)


def test_a_position_arrives_with_its_age_although_the_clocks_differ_by_hours() -> None:
    here, there = FakeClock(), FakeClock()
    there.advance(6 * 3600)
    got: dict[Id, Position] = {}
    field, desk = book(here), book(there, got)
    field.put(E1, gps(here, HERE))
    here.advance(20)
    meet(field, desk)
    assert got[E1] == Position(HERE, PositionSource.GPS, there.wall_ms() - 20_000, 90.0, 12.5)


def test_the_youngest_wins_and_what_is_known_is_not_told_again() -> None:
    clock, got = FakeClock(), dict[Id, Position]()
    field, desk = book(clock), book(clock, got)
    field.put(E1, gps(clock, HERE))
    meet(field, desk)
    got.clear()
    meet(field, desk)
    meet(desk, field)
    assert got == {} and desk.lacked(field.ages()) == []
    clock.advance(5)
    field.put(E1, gps(clock, THERE))
    meet(desk, field)
    assert got[E1].at == THERE


def test_what_is_old_says_where_a_unit_is_not() -> None:
    clock = FakeClock()
    field, desk = book(clock), book(clock)
    field.put(E1, gps(clock, HERE))
    clock.advance(OLDEST_MS / 1000 + 1)
    assert field.lacked({}) == [] and field.ages() == {}
    desk.take([Report(E1, OLDEST_MS + 2_000, HERE, PositionSource.GPS)])
    assert desk.ages() == {}


def test_a_chain_of_desks_passes_it_on() -> None:
    clock, got = FakeClock(), dict[Id, Position]()
    one, two, three = book(clock), book(clock), book(clock, got)
    one.put(E1, gps(clock, HERE))
    meet(two, one)
    clock.advance(3)
    meet(three, two)
    assert got[E1].wall_ms == clock.wall_ms() - 3_000


def raw(reports: Value, ages: Value = None) -> bytes:
    return pack([id_bytes(OPERATION), ages or [], reports], POSITIONS)


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"rubbish",
        raw([[b"short", 0, 1.0, 2.0, "gps", None, None]]),
        raw([[id_bytes(E1), -1, 1.0, 2.0, "gps", None, None]]),
        raw([[id_bytes(E1), OLDEST_MS + 1, 1.0, 2.0, "gps", None, None]]),
        raw([[id_bytes(E1), 0, 181.0, 2.0, "gps", None, None]]),
        raw([[id_bytes(E1), 0, 1.0, 2.0, "gps", 400.0, None]]),
        raw([[id_bytes(E1), 0, 1.0, 2.0, "gps", None, "fast"]]),
        raw([[id_bytes(E1), 0, 1, 2, "gps", None, None]]),
        raw([], [[id_bytes(E1)]]),
    ],
)
def test_what_is_not_of_the_protocol_is_refused(message: bytes) -> None:
    with pytest.raises(MalformedError):
        book(FakeClock()).answer(message)


def test_another_operations_and_a_newer_programs() -> None:
    other = write_positions(PositionNews(derived_id("other"), {}, ()))
    with pytest.raises(MalformedError):
        book(FakeClock()).answer(other)
    newer = raw([[id_bytes(E1), 0, 1.0, 2.0, "telepathy", None, None], [id_bytes(E2), 0, 1.0, 2.0, "gps", None, None]])
    assert [one.unit for one in read_positions(newer).reports] == [E2]
    assert encode([1], POSITIONS.value)


class Line:
    """A link to another book, as far as a beacon needs one: it refuses once, breaks, and has a fault of ours at the end."""

    def __init__(self, other: PositionBook, asks: int) -> None:
        self.other, self.asks, self.sent = other, asks, list[PositionNews]()

    async def ask(self, question: Question) -> bytes:
        assert question.verb == Verb.POSITIONS
        self.sent.append(read_positions(question.body))
        if len(self.sent) == 1:
            raise KnownError("this laptop is not enrolled")
        if len(self.sent) > self.asks:
            raise ConnectionResetError if len(self.sent) == self.asks + 1 else EOFError
        return self.other.answer(question.body)


def test_a_beacon_tells_and_hears_and_asks_again_where_nobody_listened() -> None:
    clock, got, heard = FakeClock(), dict[Id, Position](), dict[Id, Position]()
    field, desk = book(clock, heard), book(clock, got)
    field.put(E1, gps(clock, HERE))
    desk.put(E2, gps(clock, THERE))
    line = Line(desk, 3)
    with pytest.raises(EOFError):
        asyncio.run(Beacon(field, lambda: False, every_s=0.01, again_s=0.01).run(cast(HubLink, line)))
    assert cast(Mapping[Id, Position], got)[E1].at == HERE and heard[E2].at == THERE
    assert [len(news.reports) for news in line.sent] == [1, 1, 0, 0, 0]
