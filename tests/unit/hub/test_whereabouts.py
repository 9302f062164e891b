"""Where units are, told to one process of a hub and asked of another."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import aiohttp
import pytest
import sqlalchemy as sa

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.whereabouts import LOOK_S, Board, Whereabouts
from commandcenter.model.clock import FakeClock
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.sync.positions import MAX_UNITS, OLDEST_MS, PositionBook, PositionNews, Report, read_positions, write_positions
from tests.fixtures_postgres import Postgres

from .conftest import OPERATION, RunningHub

pytestmark = pytest.mark.xdist_group("postgres")
E1, HERE, THERE = derived_id("E1"), LonLat(8.69, 49.41), LonLat(8.70, 49.42)
SLACK_MS = 60_000
"""What the database's clock, which runs, may add between two steps of a test on a busy computer."""


@pytest.fixture
def processes(postgres: Postgres) -> Iterator[Callable[[float], Whereabouts]]:
    """Processes of one hub, each on a computer whose clock stands wrong by so many seconds."""
    url = postgres.new_database()
    with ExitStack() as opened:

        def start(wrong_s: float) -> Whereabouts:
            clock = FakeClock()
            clock.advance(wrong_s)
            database = HubDatabase(url, bytes(32))
            opened.callback(database.close)
            assert database.shared
            return Whereabouts(clock, Board(database))

        yield start


def report(age_ms: int, at: LonLat = HERE, unit: Id = E1) -> Report:
    return Report(unit, age_ms, at, PositionSource.GPS, 90.0, 12.5)


def told(process: Whereabouts, *reports: Report, partner: bool = False) -> tuple[Report, ...]:
    """What a device is told that brings this and has nothing else."""
    body = write_positions(PositionNews(OPERATION, {}, reports))
    return tuple(read_positions(process.answer(OPERATION, body, partner=partner)).reports)


def test_desks_at_different_processes_see_each_others_units(postgres: Postgres, start_hub: Callable[..., RunningHub]) -> None:
    url, clock = postgres.new_database(), FakeClock()
    hubs = [start_hub(url), start_hub(url)]
    field, desk = PositionBook(OPERATION, clock), PositionBook(OPERATION, clock)
    field.put(E1, Position(HERE, PositionSource.GPS, clock.wall_ms()))

    async def post(hub: RunningHub, body: bytes) -> bytes:
        path = f"{hub.url}/v1/operations/{OPERATION}/positions"
        async with aiohttp.ClientSession() as http, http.post(path, data=io.BytesIO(body)) as response:
            assert response.status == 200
            return await response.read()

    for book, hub in ((field, hubs[0]), (desk, hubs[1])):
        body = write_positions(PositionNews(OPERATION, book.ages(), book.lacked({})))
        book.take(read_positions(asyncio.run(post(hub, body))).reports)
    assert list(desk.ages()) == [E1]


def test_ages_hold_although_the_clocks_of_the_processes_differ_by_hours(processes: Callable[[float], Whereabouts]) -> None:
    one, other = processes(0), processes(6 * 3600)
    told(one, report(100_000))
    (found,) = told(other)
    assert (found.at, found.source, found.heading_deg, found.speed_kph) == (HERE, PositionSource.GPS, 90.0, 12.5)
    assert 100_000 <= found.age_ms < 100_000 + SLACK_MS


def test_the_youngest_stays_whoever_comes_last(processes: Callable[[float], Whereabouts]) -> None:
    told(processes(0), report(10_000, THERE))
    told(processes(0), report(10_000 + 5 * SLACK_MS, HERE))
    (found,) = told(processes(0))
    assert found.at == THERE


def test_a_process_looks_again_after_a_second_and_no_sooner(processes: Callable[[float], Whereabouts]) -> None:
    one, other = processes(0), processes(0)
    assert told(other) == ()
    told(one, report(0))
    assert told(other) == ()
    other._clock.advance(LOOK_S)  # type: ignore[attr-defined] # a fake one
    assert [found.unit for found in told(other)] == [E1]


def test_what_is_old_is_not_given_and_at_last_forgotten(postgres: Postgres) -> None:
    database = HubDatabase(postgres.new_database(), bytes(32))
    try:
        board = Board(database)
        board.put(OPERATION, [report(OLDEST_MS + 1_000), report(0, unit=derived_id("E2"))])
        assert [found.unit for found in board.reports(OPERATION)] == [derived_id("E2")]
        board.forget_old()
        with database.reading() as connection:
            assert connection.execute(sa.text("SELECT count(*) FROM whereabouts")).scalar_one() == 1
    finally:
        database.close()


def test_other_operations_partners_and_floods_get_no_further(processes: Callable[[float], Whereabouts]) -> None:
    one = processes(0)
    told(one, *(report(0, unit=derived_id(f"unit {n}")) for n in range(MAX_UNITS)))
    told(one, report(0, unit=derived_id("one too many")))
    other = processes(0)
    assert told(other, partner=True) == ()
    assert derived_id("one too many") not in {found.unit for found in told(other)}
    body = write_positions(PositionNews(derived_id("another"), {}, ()))
    assert read_positions(other.answer(derived_id("another"), body, partner=False)).reports == []
