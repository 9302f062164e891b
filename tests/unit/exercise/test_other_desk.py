"""A second desk that was cut off: its acts arrive afterwards, contradict, are settled; a rewind keeps the contradiction."""

from __future__ import annotations

import asyncio

from commandcenter.exercise.course import Course, run_key
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.validate import Grounds, validate
from commandcenter.model.commands import AssignUnit, ResolveConflict
from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.exercise.town import MINUTE, START_MS, Streets, inject, make_course, play, scenario

SHEET = (
    inject("1", 1, x=5),
    inject("2", 2, x=8),
    inject("3", 3, "apart", place="", type_="", details={"minutes": "10"}, match="settled", deadline=30),
    inject("4", 5, "other_desk", place="", type_="", unit="A1", details={"do": "assign", "incident": "2"}),
    inject("5", 6, "other_desk", type_="fire.alarm", x=1, details={"do": "report"}),
    inject("6", 7, "other_desk", place="", type_="", details={"do": "priority", "incident": "1", "priority": "3"}),
)
GROUNDS = Grounds(default_catalogue(), None, Streets(), frozenset({"A1"}))


def unit(course: Course, callsign: str) -> Id:
    return next(u.id for u in course.desk.picture.units() if u.callsign == callsign)


async def send_apart(course: Course) -> None:
    """Send A1 to the first incident while the other desk sends it to the second."""
    await course.advance_to(START_MS + 4 * MINUTE)
    first = course.injects.incident_of("1")
    assert first is not None
    await course.desk.submit(AssignUnit(first, unit(course, "A1")))


async def settle(course: Course) -> None:
    for conflict in course.desk.picture.conflicts():
        await course.desk.submit(ResolveConflict(conflict.key, conflict.values[0][3], tuple(value[0] for value in conflict.values)))


def test_what_both_did_meets_as_a_conflict_that_the_player_settles() -> None:
    async def work(course: Course) -> None:
        await send_apart(course)
        await course.advance_to(START_MS + 12 * MINUTE)
        assert course.desk.picture.conflicts() == ()
        assert len(course.desk.picture.incidents()) == 2
        await course.advance_to(START_MS + 14 * MINUTE)
        picture = course.desk.picture
        assert [c.key.kind for c in picture.conflicts()] == [Kind.UNIT]
        assert len(picture.incidents()) == 3
        first = course.injects.incident_of("1")
        assert first is not None
        incident = picture.incident(first)
        assert incident is not None and incident.priority == 3
        assert course.injects.play("3").standing is Standing.WAITING  # type: ignore[union-attr]
        await settle(course)
        await course.advance_to(START_MS + 15 * MINUTE)
        assert course.injects.play("3").standing is Standing.FULFILLED  # type: ignore[union-attr]

    play(work, scenario(*SHEET))


def test_the_same_run_has_the_same_digest() -> None:
    async def work(course: Course) -> str:
        await send_apart(course)
        await course.advance_to(START_MS + 20 * MINUTE)
        return course.digest()

    assert play(work, scenario(*SHEET)) == play(work, scenario(*SHEET))


def test_a_branch_keeps_the_conflict_and_one_before_the_meeting_meets_again() -> None:
    async def whole() -> None:
        course = make_course(scenario(*SHEET))
        await course.begin()
        await send_apart(course)
        await course.advance_to(START_MS + 16 * MINUTE)
        open_log = in_memory(run_key(course.scenario, course.settings))
        for number, minutes in enumerate((15, 8), start=1):
            twin = await branch(course, START_MS + minutes * MINUTE, open_log, number)
            await twin.advance_to(START_MS + 16 * MINUTE)
            assert [c.key.kind for c in twin.desk.picture.conflicts()] == [Kind.UNIT]
            assert len(twin.desk.picture.incidents()) == 3
            await twin.close()
        await course.close()

    asyncio.run(whole())


def test_together_the_other_desk_does_nothing_of_its_own() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 10 * MINUTE)
        assert course.injects.play("1").standing is Standing.FAILED  # type: ignore[union-attr]

    play(work, scenario(inject("1", 1, "other_desk", type_="fire.alarm", details={"do": "report"})))


def test_what_cannot_be_is_named_by_row_and_column() -> None:
    assert validate(scenario(*SHEET), GROUNDS) == ()
    bad = scenario(
        inject("1", 1, "apart", place="", type_="", details={"minutes": "2"}),
        inject("2", 2, "other_desk", place="", type_="", details={"do": "dance"}),
        inject("3", 2, "other_desk", place="", type_="", details={"do": "assign"}),
        inject("4", 9, "other_desk", place="", type_="", details={"do": "note"}),
        inject("5", 2, "other_desk", place="", type_="fire.dragon", details={"do": "report"}),
    )
    found = {(issue.row, issue.column) for issue in validate(bad, GROUNDS)}
    assert found == {(3, "details"), (4, "unit"), (4, "details"), (5, "time"), (6, "type"), (6, "place")}
