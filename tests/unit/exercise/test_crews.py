"""Crews: the whole turn, and everything that can befall them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commandcenter.exercise.course import Course
from commandcenter.exercise.crews import Crew
from commandcenter.model.commands import AssignUnit, CloseRoad, ReleaseUnit, ReopenRoad
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import PositionSource, UnitStatus
from tests.unit.dispatch.conftest import at
from tests.unit.exercise.town import MINUTE, START_MS, inject, play, scenario

E1, A1, A2 = (derived_id("unit", callsign) for callsign in ("E1", "A1", "A2"))
CALL = inject("1", 1, x=5, y=2)


def incident(course: Course) -> Id:
    found = course.injects.incident_of("1")
    assert found is not None
    return found


def status(course: Course, unit: Id) -> UnitStatus:
    view = course.desk.picture.unit(unit)
    assert view is not None
    return view.status


async def send(course: Course, unit: Id) -> None:
    await course.advance_to(START_MS + 2 * MINUTE)
    await course.desk.submit(AssignUnit(incident(course), unit))


def test_the_whole_turn_is_reported_in_order() -> None:
    async def work(course: Course) -> None:
        course.crews.add_patients(Id("0" * 32), 0)
        await send(course, A1)
        course.crews.add_patients(incident(course), 1)
        await course.advance_to(START_MS + 24 * 60 * MINUTE)
        (assignment,) = course.desk.picture.assignments(unit=A1)
        times = [assignment.times_ms[s] for s in ("dispatched", "enroute", "on_scene", "transporting", "at_facility", "returning")]
        assert times == sorted(times)
        assert len(set(times)) == 6
        assert times[2] - times[1] == 5 * MINUTE  # five blocks of the grid
        assert status(course, A1) is UnitStatus.AVAILABLE
        assert course.tracks.latest()[A1].at == at(2, 0)

    play(work, scenario(CALL, minutes=24 * 60))


def test_positions_are_on_the_road_and_marked_as_simulated() -> None:
    async def work(course: Course) -> None:
        await send(course, A1)
        await course.advance_to(START_MS + 6 * MINUTE)
        course.crews.show_positions()
        position = course.tracks.latest()[A1]
        assert position.source is PositionSource.SIMULATED
        assert position.at not in (at(2, 0), at(5, 2))
        assert set(course.tracks.latest()) == {A1}

    play(work, scenario(CALL))


def test_a_unit_that_is_called_off_drives_home() -> None:
    async def work(course: Course) -> None:
        await send(course, A1)
        await course.advance_to(START_MS + 5 * MINUTE)
        await course.desk.submit(ReleaseUnit(A1))
        await course.advance_to(START_MS + 15 * MINUTE)
        assert status(course, A1) is UnitStatus.AVAILABLE
        assert course.tracks.latest()[A1].at == at(2, 0)
        assert not course.desk.picture.assignments(unit=A1)[0].times_ms.keys() & {"on_scene"}

    play(work, scenario(CALL))


def test_a_closed_bridge_sends_everybody_round_and_a_reopened_one_back() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 2 * MINUTE)
        await course.desk.submit(AssignUnit(incident(course), A2))
        await course.advance_to(START_MS + 6 * MINUTE)
        closed = await course.desk.submit(CloseRoad((at(9, 4),)))
        await course.advance_to(START_MS + 40 * MINUTE)
        assert status(course, A2) is UnitStatus.ENROUTE  # the only bridge: it waits on this side
        await course.desk.submit(ReopenRoad(closed.created[0]))
        await course.advance_to(START_MS + 60 * MINUTE)
        assert "on_scene" in course.desk.picture.assignments(unit=A2)[0].times_ms

    play(work, scenario(CALL))


def test_a_closure_that_ends_by_itself_lets_them_pass() -> None:
    async def work(course: Course) -> None:
        await course.desk.submit(CloseRoad((at(9, 4),), until_ms=START_MS + 30 * MINUTE))
        await send(course, A2)
        await course.advance_to(START_MS + 29 * MINUTE)
        assert "on_scene" not in course.desk.picture.assignments(unit=A2)[0].times_ms
        await course.advance_to(START_MS + 60 * MINUTE)
        assert "on_scene" in course.desk.picture.assignments(unit=A2)[0].times_ms

    play(work, scenario(CALL))


def test_a_silent_crew_works_on_and_catches_up() -> None:
    async def work(course: Course) -> None:
        await send(course, A1)
        course.crews.disturb(A1, lambda crew: replace(crew, silent_until_ms=START_MS + 60 * MINUTE))
        course.crews.add_patients(incident(course), 1)
        await course.advance_to(START_MS + 59 * MINUTE)
        assert status(course, A1) is UnitStatus.DISPATCHED
        crew = course.crews.crew(A1)
        assert crew is not None
        assert crew.doing not in (UnitStatus.DISPATCHED, UnitStatus.ENROUTE)
        await course.advance_to(START_MS + 61 * MINUTE)
        assert status(course, A1) is crew.doing

    play(work, scenario(CALL))


@pytest.mark.parametrize(
    ("change", "expected"), [(lambda c: replace(c, refuses=True), UnitStatus.AVAILABLE), (lambda c: replace(c, late_s=1800.0), UnitStatus.DISPATCHED)]
)
def test_a_crew_refuses_or_is_late(change: object, expected: UnitStatus) -> None:
    async def work(course: Course) -> None:
        course.crews.disturb(A1, change)  # type: ignore[arg-type]
        await send(course, A1)
        await course.advance_to(START_MS + 10 * MINUTE)
        assert status(course, A1) is expected
        crew: Crew | None = course.crews.crew(A1)
        assert crew is not None
        assert not crew.refuses

    play(work, scenario(CALL))


def test_a_broken_unit_stands_where_it_is_and_comes_home_when_mended() -> None:
    async def work(course: Course) -> None:
        await send(course, A1)
        await course.advance_to(START_MS + 5 * MINUTE)
        assert await course.crews.break_down(A1, "flat tyre", 30)
        await course.advance_to(START_MS + 20 * MINUTE)
        assert status(course, A1) is UnitStatus.OUT_OF_SERVICE
        crew = course.crews.crew(A1)
        assert crew is not None
        assert crew.at not in (at(2, 0), at(5, 2))
        await course.advance_to(START_MS + 60 * MINUTE)
        assert status(course, A1) is UnitStatus.AVAILABLE

    play(work, scenario(CALL))


def test_lost_positions_stay_where_they_were() -> None:
    async def work(course: Course) -> None:
        await send(course, A1)
        await course.advance_to(START_MS + 5 * MINUTE)
        course.crews.show_positions()
        before = course.tracks.latest()[A1]
        course.crews.disturb(A1, lambda crew: replace(crew, unseen_until_ms=START_MS + 20 * MINUTE))
        await course.advance_to(START_MS + 9 * MINUTE)
        course.crews.show_positions()
        assert course.tracks.latest()[A1] == before

    play(work, scenario(CALL))
