"""A branch is a run like any other: one can go back in it to before it began, and its injects do not answer themselves."""

from __future__ import annotations

import asyncio

from commandcenter.exercise.course import Course, run_key
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.timelines import Timelines
from commandcenter.model.commands import SendMessage
from tests.unit.exercise.town import MINUTE, START_MS, inject, make_course, play, scenario

ASKED = scenario(inject("1", 1, "radio", "", place="", match="message", deadline=60), inject("2", 15))


def standing(course: Course, number: str) -> Standing:
    found = course.injects.play(number)
    assert found is not None
    return found.standing


def test_one_can_go_back_in_a_branch_to_before_it_began() -> None:
    async def whole() -> None:
        course = make_course(ASKED)
        await course.begin()
        await course.advance_to(START_MS + 30 * MINUTE)
        lines = Timelines(course, in_memory(run_key(ASKED, course.settings)))
        second = (await lines.go_back(START_MS + 20 * MINUTE)).course
        assert second.cover.least == course.cover.least
        third = (await lines.go_back(START_MS + 10 * MINUTE)).course
        assert third.clock.wall_ms() == START_MS + 10 * MINUTE
        assert (standing(second, "2"), standing(third, "2")) == (Standing.FIRED, Standing.PLANNED)
        await third.advance_to(START_MS + 30 * MINUTE)
        assert [play.standing for _, play in third.injects.all()] == [play.standing for _, play in course.injects.all()]
        await lines.close()

    asyncio.run(whole())


def test_in_a_branch_an_inject_s_own_message_is_no_answer_to_it() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 12 * MINUTE)
        twin = await branch(course, START_MS + 10 * MINUTE, in_memory(run_key(ASKED, course.settings)), 1)
        await twin.advance_to(START_MS + 20 * MINUTE)
        assert standing(twin, "1") is Standing.WAITING
        await twin.desk.submit(SendMessage("understood"))
        await twin.advance_to(START_MS + 21 * MINUTE)
        assert standing(twin, "1") is Standing.FULFILLED
        await twin.close()

    play(work, ASKED)


def test_a_branch_knows_only_the_coverage_of_its_own_past() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 20 * MINUTE)
        twin = await branch(course, START_MS + 5 * MINUTE, in_memory(run_key(ASKED, course.settings)), 1)
        assert [one.engine.now_ms for one in twin.snapshots] == [one.engine.now_ms for one in course.snapshots[: len(twin.snapshots)]]
        assert twin.snapshots[-1].engine.now_ms <= START_MS + 5 * MINUTE
        await twin.close()

    play(work, ASKED)
