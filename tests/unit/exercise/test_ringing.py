"""Calls of an exercise ring where somebody sits at the desk: answered in time, too late, written down, put to another, given up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

import pytest

from commandcenter.exercise.acts import Answer
from commandcenter.exercise.course import Course, Ground, Settings, run_key
from commandcenter.exercise.further import parse_further
from commandcenter.exercise.injects import Play, Standing
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.review import review
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.ringing import RING_MS, TALK_MS
from commandcenter.exercise.scenario import Scenario
from commandcenter.exercise.validate import Grounds, validate
from commandcenter.model.commands import ReportIncident, TakeCall
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.dispatch.conftest import GridRoads
from tests.unit.exercise.town import MINUTE, START_MS, TOWN, Streets, fleet, inject, scenario

T = TypeVar("T")
RANG_MS = START_MS + MINUTE
ONE = inject("1", 1, details={"phone": "0555 0101"}, match="dispatched", deadline=5)


def at_the_desk(work: Callable[[Course], Awaitable[T]], told: Scenario, *, rings: bool = True, player: bool = False, all_ring: bool = True) -> T:
    """Begin a run that somebody plays, do something with it, close it."""
    settings = Settings(1, rings=rings, virtual_player=player)
    mine = replace(told, rings=all_ring)

    async def whole() -> T:
        ground = Ground(default_catalogue(), GridRoads(), Streets(), fleet(*TOWN))
        course = Course(mine, ground, settings, in_memory(run_key(mine, settings)))
        assert await course.begin() == []
        result = await work(course)
        await course.close()
        return result

    return asyncio.run(whole())


def play_of(course: Course, number: str = "1") -> Play:
    found = course.injects.play(number)
    assert found is not None
    return found


async def written_down(course: Course, number: str = "1", **more: object) -> Id:
    told = replace(course.injects.told(number), rang_ms=play_of(course, number).fired_ms, answered_ms=course.clock.wall_ms(), **more)  # type: ignore[arg-type] # fields of a report
    outcome = await course.desk.submit(told)
    await course.advance_to(course.clock.wall_ms() + 1000)
    return outcome.created[0]


def test_a_call_rings_until_a_player_answers_and_writes_it_down() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS + 4_000)
        assert course.desk.picture.incidents() == ()
        ((number, rang_ms, phone),) = [(call.number, call.rang_ms, call.phone) for call in course.injects.ringing()]
        assert (number, rang_ms, phone) == ("1", RANG_MS, "0555 0101")
        await course.control(Answer("1"))
        assert course.injects.ringing() == []
        with pytest.raises(Refused, match="does not ring any more"):
            await course.control(Answer("1"))
        await course.advance_to(RANG_MS + 50_000)
        assert course.desk.picture.incidents() == ()
        incident = await written_down(course)
        assert (play_of(course).incident, play_of(course).rings) == (incident, False)
        await course.advance_to(RANG_MS + TALK_MS + MINUTE)
        (call,) = course.desk.picture.calls()
        assert call.rang_ms == RANG_MS
        assert len(course.desk.picture.incidents()) == 1

    at_the_desk(work, scenario(ONE))


def test_a_call_that_nobody_answers_is_taken_by_somebody_else_and_counts_as_answered_late() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS + RING_MS - 1)
        assert course.desk.picture.incidents() == ()
        await course.advance_to(RANG_MS + RING_MS)
        (incident,), (call,) = course.desk.picture.incidents(), course.desk.picture.calls()
        assert play_of(course).incident == incident.id
        assert call.rang_s == RING_MS / 1000
        assert course.injects.ringing() == []

    at_the_desk(work, scenario(ONE))


def test_an_answered_call_that_is_given_up_is_written_down_by_somebody_else() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS + 5_000)
        await course.control(Answer("1"))
        await course.advance_to(RANG_MS + 5_000 + TALK_MS)
        assert len(course.desk.picture.incidents()) == 1
        assert play_of(course).incident is not None

    at_the_desk(work, scenario(ONE))


def test_a_call_that_is_put_to_the_incident_it_is_about_counts_as_merged() -> None:
    second = inject("2", 3, match="merged into=1", deadline=5)

    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 3 * MINUTE + 1000)
        first = play_of(course).incident
        assert first is not None
        await course.control(Answer("2"))
        told = course.injects.told("2")
        rang_ms = play_of(course, "2").fired_ms
        await course.desk.submit(TakeCall(told.type, told.at, told.address, incident_id=first, rang_ms=rang_ms, answered_ms=course.clock.wall_ms()))
        await course.advance_to(course.clock.wall_ms() + 1000)
        assert (play_of(course, "2").incident, play_of(course, "2").standing) == (first, Standing.FULFILLED)

    at_the_desk(work, scenario(ONE, second))


def test_what_else_a_call_brings_happens_when_it_is_written_down() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS + 1000)
        assert course.desk.picture.closures() == ()
        await course.control(Answer("1"))
        incident = await written_down(course)
        assert len(course.desk.picture.closures()) == 1
        found = course.desk.picture.incident(incident)
        assert found is not None and found.alarm_level == 2

    at_the_desk(work, scenario(replace(ONE, further=parse_further("closure minutes=5; patient count=2 alarm=2"))))


@pytest.mark.parametrize(("rings", "kind"), [(False, "call"), (True, "sensor")])
def test_nothing_rings_where_nobody_sits_and_no_sensor_does(rings: bool, kind: str) -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS)
        assert len(course.desk.picture.incidents()) == 1
        assert course.injects.ringing() == []

    at_the_desk(work, scenario(inject("1", 1, kind)), rings=rings)


def test_a_call_from_a_place_that_is_not_here_could_not_happen() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS + 1000)
        with pytest.raises(Refused, match="no place"):
            course.injects.told("1")
        await course.advance_to(RANG_MS + RING_MS)
        assert (play_of(course).standing, play_of(course).rings) == (Standing.FAILED, False)

    at_the_desk(work, scenario(replace(ONE, place="Nowhere")))


def test_a_branch_answers_again_what_was_answered() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS + 4_000)
        await course.control(Answer("1"))
        await written_down(course, text="in the player's words")
        await course.advance_to(RANG_MS + 2 * MINUTE)
        twin = await branch(course, RANG_MS + MINUTE, in_memory(run_key(course.scenario, course.settings)), 1)
        (incident,) = twin.desk.picture.incidents()
        assert play_of(twin).incident == incident.id
        assert [call.text for call in twin.desk.picture.calls()] == ["in the player's words"]
        await twin.close()
        early = await branch(course, RANG_MS + 2_000, in_memory(run_key(course.scenario, course.settings)), 2)
        assert [call.number for call in early.injects.ringing()] == ["1"]
        await early.close()

    at_the_desk(work, scenario(ONE, inject("2", 30)))


def test_two_calls_of_one_instant_are_told_apart() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS + 1000)
        for number in ("1", "2"):
            await course.control(Answer(number))
        first, second = await written_down(course, "1"), await written_down(course, "2")
        assert {play_of(course, "1").incident, play_of(course, "2").incident} == {first, second}

    at_the_desk(work, scenario(ONE, inject("2", 1, x=9)))


def test_what_a_caller_tells_is_a_report() -> None:
    async def work(course: Course) -> ReportIncident:
        await course.advance_to(RANG_MS)
        return course.injects.told("1")

    told = at_the_desk(work, scenario(ONE))
    assert (told.type, told.caller_phone, told.text) == ("medical.fall", "0555 0101", "inject 1")


def test_the_virtual_player_answers_after_its_delay_and_plays_to_the_end() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS + 6_999)
        assert (course.desk.picture.incidents(), len(course.injects.ringing())) == ((), 1)
        await course.advance_to(course.scenario.end_ms)
        (call,) = course.desk.picture.calls()
        assert (call.rang_s, play_of(course).standing) == (7.0, Standing.FULFILLED)
        assert play_of(course).call == call.id
        assert review(course).speed.first_dispatch_median_s == 7.0 + 20.0

    at_the_desk(work, scenario(ONE, minutes=30, answer_after_s=7.0), rings=False, player=True)


def test_a_virtual_player_who_is_slower_than_the_others_leaves_them_the_call() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(course.scenario.end_ms)
        (call,) = course.desk.picture.calls()
        assert (call.rang_s, play_of(course).call, play_of(course).standing) == (RING_MS / 1000, None, Standing.FULFILLED)

    at_the_desk(work, scenario(ONE, minutes=30, answer_after_s=60.0), player=True)


def test_a_virtual_player_does_not_wait_for_a_place_that_is_not_here() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(course.scenario.end_ms)
        assert play_of(course).standing is Standing.FAILED

    at_the_desk(work, scenario(replace(ONE, place="Nowhere"), minutes=30), player=True)


def test_a_branch_taken_while_it_rings_is_answered_by_the_virtual_player_too() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS + 2 * MINUTE)
        twin = await branch(course, RANG_MS + 2_000, in_memory(run_key(course.scenario, course.settings)), 1)
        assert [call.number for call in twin.injects.ringing()] == ["1"]
        await twin.advance_to(RANG_MS + 2 * MINUTE)
        assert [call.rang_s for call in twin.desk.picture.calls()] == [call.rang_s for call in course.desk.picture.calls()] == [5.0]
        await twin.close()

    at_the_desk(work, scenario(ONE, inject("2", 30)), player=True)


@pytest.mark.parametrize(
    ("details", "all_ring", "until_s"), [({"rings": "180"}, False, 180), ({"rings": "0"}, True, 0), ({}, False, 0), ({}, True, 20)]
)
def test_a_call_rings_as_its_own_details_say_else_as_the_scenario_does(details: dict[str, str], all_ring: bool, until_s: int) -> None:
    async def work(course: Course) -> None:
        await course.advance_to(RANG_MS + max(until_s * 1000 - 1, 0))
        assert len(course.injects.ringing()) == (until_s > 0)
        await course.advance_to(RANG_MS + until_s * 1000)
        assert (len(course.injects.ringing()), len(course.desk.picture.incidents())) == (0, 1)

    at_the_desk(work, scenario(replace(ONE, details=details)), all_ring=all_ring)


@pytest.mark.parametrize(("value", "words"), [("181", "not between"), ("soon", "not a number"), ("2.5", "not a whole number"), ("60", "")])
def test_how_long_a_call_rings_is_checked_with_the_rest_of_a_scenario(value: str, words: str) -> None:
    found = validate(scenario(replace(ONE, details={"rings": value})), Grounds(default_catalogue()))
    assert [(issue.column, words in str(issue.sentence)) for issue in found] == ([("details", True)] if words else [])
