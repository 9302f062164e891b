"""Controllers change injects while a run goes on: what was changed happens as changed, once; changes can be taken back; all of it is repeatable."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from commandcenter.exercise.acts import Asked, ControlAct, Edit, Fire, Skip, TakeBack, ToMoment
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.controls import Ask, Controls, Deed
from commandcenter.exercise.course import Course, run_key
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.plain import from_text, to_text
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.scenario import Inject, Scenario, Text
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from tests.unit.exercise.town import MINUTE, START_MS, inject, make_course, play, scenario

SHEET = scenario(
    inject("1", 1, match="dispatched", deadline=3),
    inject("2", 10, x=3),
    inject("3", 2, trigger="missing 1", x=7),
    inject("4", 5, trigger="fired 1", kind="information", type_="", place=""),
)


def fired(course: Course, number: str) -> float | None:
    """Return when an inject happened, in minutes."""
    found = course.injects.play(number)
    return None if found is None or found.fired_ms is None else (found.fired_ms - START_MS) / MINUTE


def moved(number: str, minutes: float, sheet: Scenario = SHEET) -> Inject:
    found = sheet.inject(number)
    assert found is not None
    return replace(found, offset_ms=round(minutes * MINUTE), time=f"M+{minutes:g}")


@pytest.mark.parametrize(
    ("acts", "times"),
    [
        ((Edit(moved("2", 4)),), {"2": 4}),
        ((Edit(moved("2", 14)),), {"2": 14}),
        ((Edit(moved("2", 14)), Edit(moved("2", 6))), {"2": 6}),
        ((Edit(moved("2", 14)), TakeBack()), {"2": 10}),
        ((Edit(replace(moved("2", 1), trigger=moved("3", 0).trigger)),), {"2": 5}),
        ((Edit(replace(moved("4", 7), trigger=None)),), {"4": 7}),
        ((Edit(moved("4", 9)),), {"4": 10}),
        ((Edit(moved("4", 3)), TakeBack()), {"4": 6}),
        ((Skip("2"), TakeBack()), {"2": 10}),
        ((Edit(inject("9", 8)),), {"9": 8}),
        ((Edit(inject("9", 8)), Skip("2"), TakeBack()), {"9": 8, "2": 10}),
        ((Edit(moved("2", 14)), Fire("2")), {"2": 2}),
    ],
)
def test_what_was_changed_happens_as_it_was_changed_and_once(acts: tuple[ControlAct, ...], times: dict[str, float]) -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 2 * MINUTE)
        for act in acts:
            await course.control(act)
        await course.advance_to(START_MS + 30 * MINUTE)
        assert {number: fired(course, number) for number in times} == times
        incidents = [i for i in course.desk.picture.incidents() if i.type == "medical.fall"]
        assert len(incidents) == sum(fired(course, number) is not None for number in ("1", "2", "3", "9"))

    play(work, SHEET)


def test_a_new_inject_taken_back_is_gone() -> None:
    async def work(course: Course) -> None:
        await course.control(Edit(inject("9", 8)))
        await course.control(TakeBack())
        assert course.injects.play("9") is None
        await course.advance_to(START_MS + 9 * MINUTE)
        assert len(course.injects.all()) == len(SHEET.injects)
        with pytest.raises(Refused, match="no change"):
            await course.control(TakeBack())

    play(work, SHEET)


def test_what_cannot_be_is_refused_with_its_reason_and_changes_nothing() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 6 * MINUTE)
        before = course.injects.all()
        wrong: tuple[tuple[Inject, str], ...] = (
            (moved("1", 20), "already"),
            (moved("2", 5), "over"),
            (moved("2", 500), "after the end"),
            (replace(moved("2", 12), place="Atlantis"), "place"),
            (replace(moved("2", 12), type="fire.dragon"), "fire.dragon"),
            (replace(moved("2", 12), trigger=replace(moved("3", 0).trigger, number="2")), "waits for itself"),  # type: ignore[type-var]
            (replace(inject("9", 12, kind="breakdown"), unit="X9"), "X9"),
        )
        for change, why in wrong:
            with pytest.raises(Refused, match=why):
                await course.control(Edit(change))
        await course.control(Skip("2"))
        await course.advance_to(START_MS + 12 * MINUTE)
        with pytest.raises(Refused, match="over"):
            await course.control(TakeBack())
        assert [pair for pair in course.injects.all() if pair[0].number != "2"] == [pair for pair in before if pair[0].number != "2"]

    play(work, SHEET)


ACTS: tuple[tuple[float, ControlAct], ...] = (
    (2, Edit(replace(moved("2", 6), inject=Text({"en": "changed"})))),
    (3, Edit(inject("9", 8, x=9, match="dispatched"))),
    (4, Skip("4")),
    (5, TakeBack()),
    (7, Fire("9")),
)


async def edited(course: Course) -> None:
    for minute, act in ACTS:
        await course.advance_to(START_MS + round(minute * MINUTE))
        await course.control(act)
    await course.advance_to(START_MS + 20 * MINUTE)


def test_the_same_changes_give_the_same_log() -> None:
    async def work(course: Course) -> str:
        await edited(course)
        return course.digest()

    first = play(work, SHEET)
    assert first == play(work, SHEET)

    async def unchanged(course: Course) -> str:
        await course.advance_to(START_MS + 20 * MINUTE)
        return course.digest()

    assert play(unchanged, SHEET) != first


@pytest.mark.parametrize("minute", [2.5, 4.5, 6.5, 12])
def test_going_back_keeps_the_changes_made_before(minute: float) -> None:
    async def whole() -> None:
        course = make_course(SHEET)
        await course.begin()
        await edited(course)
        twin = await branch(course, START_MS + round(minute * MINUTE), in_memory(run_key(SHEET, course.settings)), 1)
        for at, act in ACTS:
            if at > minute:
                await twin.advance_to(START_MS + round(at * MINUTE))
                await twin.control(act)
        await twin.advance_to(START_MS + 20 * MINUTE)
        assert twin.injects.all() == course.injects.all()
        assert [i.type for i in twin.desk.picture.incidents()] == [i.type for i in course.desk.picture.incidents()]
        for one in (twin, course):
            await one.close()

    asyncio.run(whole())


def test_what_another_computer_asks_for_is_done_once_and_answered() -> None:
    async def work(course: Course) -> None:
        controls = Controls(course, Pace())
        skip = Ask(Id("1" * 32), Skip("2"), "Ada", Id("d" * 32))
        await course.advance_to(START_MS + MINUTE)
        assert await controls.answer(skip) == Deed(START_MS + MINUTE, "Ada", Skip("2"), skip.id)
        assert (await controls.answer(skip)).refused is None
        await course.control(TakeBack())
        assert (await controls.answer(skip)).refused is None
        again = course.injects.play("2")
        assert again is not None and again.standing is Standing.PLANNED
        refused = await controls.answer(replace(skip, id=Id("2" * 32), act=Fire("77")))
        assert refused.refused is not None and "77" in str(refused.refused)

    play(work, SHEET)


def test_what_is_asked_for_can_be_written_down() -> None:
    for act in (Edit(moved("2", 4)), TakeBack(), Asked(Id("1" * 32), Skip("2"))):
        assert from_text(to_text(act)) == act


def test_time_jumps_to_a_moment_to_come_and_to_no_other() -> None:
    async def work(course: Course) -> None:
        controls = Controls(course, Pace())
        await controls.do(ToMoment(START_MS + 7 * MINUTE))
        assert controls.pace.next_moment(course.clock.wall_ms(), 0.1) == START_MS + 7 * MINUTE
        await course.advance_to(START_MS + 7 * MINUTE)
        for at_ms, words in ((START_MS + 6 * MINUTE, "rewind"), (course.scenario.end_ms + 1, "over by then")):
            with pytest.raises(Refused, match=words):
                await controls.do(ToMoment(at_ms))

    play(work, scenario(inject("1", 5)))
