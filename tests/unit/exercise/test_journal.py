"""What comes from outside is kept: as text and back, in branches, and in a run that is played again from its journal."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from commandcenter.exercise.acts import Edit, Fire, Skip
from commandcenter.exercise.course import Course, run_key
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.plain import from_text, to_text
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.seat import Done
from commandcenter.model.commands import AssignUnit, ChangeIncident, CloseRoad, Command, SetUnitStatus, Undo
from commandcenter.model.entries import EntryId, Key, Kind
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, UnitStatus
from tests.unit.exercise.town import MINUTE, START_MS, inject, make_course, play, scenario

SHEET = scenario(inject("1", 1), inject("2", 30, x=7), inject("3", 40), inject("4", 50, x=2, trigger="fired 2"))


@pytest.mark.parametrize(
    "value",
    [
        AssignUnit(Id("a" * 32), Id("b" * 32), divert=True, reason="近"),
        ChangeIncident(Id("a" * 32), {"priority": 2, "at": [1.5, 2.0]}),
        CloseRoad((LonLat(8.0, 49.0),), "Mill Lane", "flood", None, 5),
        SetUnitStatus(Id("a" * 32), UnitStatus.ENROUTE),
        Undo(EntryId(bytes(32))),
        Fire("1"),
        Skip("x"),
        Edit(inject("7", 3, match="dispatched capability=als", deadline=2)),
        Key(Kind.UNIT, Id("a" * 32), "status"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_come_back_the_same(value: object) -> None:
    again = from_text(to_text(value))
    assert again == value
    assert type(again) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"new":["Popen",["x"]]}',
        '{"new":["AssignUnit",[1,2,3,4,5,6,7,8,9]]}',
        '{"enum":["UnitStatus","flying"]}',
        '{"a":1,"b":2}',
        '{"bytes":"zz"}',
    ],
)
def test_a_line_that_nobody_wrote_is_refused(text: str) -> None:
    with pytest.raises(KnownError):
        from_text(text)


async def shift(course: Course) -> None:
    """A trainee and a controller at work."""
    await course.advance_to(START_MS + 2 * MINUTE)
    first = course.injects.incident_of("1")
    assert first is not None
    unit = next(u.id for u in course.desk.picture.units() if u.callsign == "A1")
    await course.desk.submit(AssignUnit(first, unit))
    note = await course.desk.submit(ChangeIncident(first, {"priority": 4}))
    await course.control(Fire("2"))
    await course.advance_to(START_MS + 3 * MINUTE)
    await course.desk.submit(Undo(note.entries[0].id))
    await course.control(Skip("3"))
    await course.control(Edit(replace(inject("9", 5, x=9), row=0)))
    await course.advance_to(START_MS + 6 * MINUTE)


def test_a_branch_does_again_what_controllers_did_and_undoes_its_own_entries() -> None:
    async def whole() -> None:
        course = make_course(SHEET)
        await course.begin()
        course._snapshot_ms = 10 * MINUTE  # everything is replayed
        await shift(course)
        twin = await branch(course, START_MS + 6 * MINUTE, in_memory(run_key(SHEET, course.settings)), 1)
        assert [play.standing for _, play in twin.injects.all()] == [play.standing for _, play in course.injects.all()]
        assert twin.injects.play("3").standing is Standing.SKIPPED  # type: ignore[union-attr]
        assert twin.injects.play("9").standing is Standing.FIRED  # type: ignore[union-attr]
        assert [line.type for line in twin.desk.picture.lines(500)] == [line.type for line in course.desk.picture.lines(500)]
        again = await branch(twin, START_MS + 4 * MINUTE, in_memory(run_key(SHEET, course.settings)), 2)
        assert again.injects.play("9").standing is Standing.PLANNED  # type: ignore[union-attr]
        for one in (again, twin, course):
            await one.close()

    asyncio.run(whole())


def test_a_journal_played_from_the_start_gives_the_same_log() -> None:
    journal: list[str] = []

    async def first(course: Course) -> str:
        async def keep(done: Done) -> None:
            journal.append(f"{done.at_ms} {to_text(done.command)}")

        course.desk.on_done = keep
        await shift(course)
        return course.digest()

    async def second(course: Course) -> str:
        for line in journal:
            at_ms, text = line.split(" ", 1)
            await course.advance_to(int(at_ms))
            await course.redo(from_text(text))
        await course.advance_to(START_MS + 6 * MINUTE)
        return course.digest()

    assert play(first, SHEET) == play(second, SHEET)
    assert len(journal) == 6


def test_what_is_refused_is_not_in_the_journal() -> None:
    async def work(course: Course) -> list[Done]:
        await course.advance_to(START_MS + 2 * MINUTE)
        for act in (Fire("1"), Fire("no"), Skip("1")):
            with pytest.raises(Refused):
                await course.control(act)
        return course.desk.journal

    assert play(work, SHEET) == []


def test_every_command_class_can_be_written() -> None:
    for one in Command.__subclasses__():
        assert one.__name__ in to_text.__globals__["_classes"]()
