"""An exercise never becomes live work: not by its id, not by its log, not by its folder."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from commandcenter.app.home import Home
from commandcenter.app.session import operation_of
from commandcenter.app.training import TRAINING_REGION
from commandcenter.dispatch.handlers import HANDLERS
from commandcenter.dispatch.now import Now
from commandcenter.exercise.course import Course, Ground, Settings, run_key
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.rewind import branch
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import OpenOperation
from commandcenter.model.errors import BugError, KnownError, Refused
from commandcenter.model.ids import EXERCISE_MARK, Id, counting_ids, exercise_id, is_exercise, live_id, random_id
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.prints.papers import Printer
from tests.unit.dispatch.conftest import GridRoads
from tests.unit.exercise.town import MINUTE, START_MS, Streets, fleet, inject, make_course, play, scenario

ONE = scenario(inject("1", 1))


def test_the_mark_is_in_every_exercise_and_in_no_live_operation() -> None:
    assert is_exercise(exercise_id())
    assert not is_exercise(live_id())
    offered = iter([Id(EXERCISE_MARK + "0" * 24), Id("0" * 32)])
    assert live_id(lambda: next(offered)) == "0" * 32
    assert len(exercise_id(random_id)) == 32


def test_live_homes_get_live_ids_and_refuse_exercises(tmp_path: Path) -> None:
    home = Home.open(tmp_path)
    assert not is_exercise(operation_of(home, "city"))
    assert is_exercise(operation_of(home, TRAINING_REGION))
    home.keep("operation:town", exercise_id())
    with pytest.raises(KnownError, match="cannot be opened as live"):
        operation_of(home, "town")


def test_an_exercise_s_operation_cannot_be_opened_as_live_work() -> None:
    picture = Picture(exercise_id())
    now = Now(0, Id("0" * 32), counting_ids(), default_catalogue())
    with pytest.raises(Refused, match="exercise"):
        HANDLERS[OpenOperation](picture, OpenOperation("Live", "city"), now)
    assert HANDLERS[OpenOperation](picture, OpenOperation("Drill", "city", exercise=True), now)


def test_a_live_operation_cannot_be_run_as_an_exercise() -> None:
    ground = Ground(default_catalogue(), GridRoads(), Streets(), fleet())
    with pytest.raises(BugError):
        Course(ONE, ground, Settings(1), in_memory(run_key(ONE, Settings(1))), live_id())


def test_a_live_log_keeps_exercise_entries_out() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 5 * MINUTE)
        live = MemoryLog(live_id(), DeviceKey(bytes(32)))
        entries = [row.signed for row in course.log.signed()]
        taken = live.ingest(entries, sender="exercise", keys=course.log.device_keys())
        assert taken.quarantined == len(entries)
        assert live.count() == 0

    play(work, ONE)


def test_every_entry_says_in_its_signed_header_that_it_is_exercise() -> None:
    async def whole() -> None:
        course = make_course(ONE, player=True)
        await course.begin()
        await course.advance_to(START_MS + 30 * MINUTE)
        twin = await branch(course, START_MS + 10 * MINUTE, in_memory(run_key(ONE, course.settings)), 1)
        for log in (course.log, twin.log):
            assert all(is_exercise(entry.operation) for _, entry in log.entries())
        assert course.log.count() > 20
        await course.close()
        await twin.close()

    asyncio.run(whole())


def test_papers_of_an_exercise_s_log_carry_the_mark_whatever_the_window_s_head_says(tmp_path: Path) -> None:
    standing = Standing("City", "Daily operation", "Ann", "dispatcher", exercise=False)
    for operation, marked in ((exercise_id(), True), (live_id(), False)):
        desk = SimpleNamespace(picture=Picture(operation), clock=FakeClock(0), catalogue=default_catalogue())
        seat = SimpleNamespace(desk=desk, now_ms=lambda: 0)
        assert Printer(seat, lambda: standing, tmp_path)._paper().exercise is marked  # no more of a seat is needed
