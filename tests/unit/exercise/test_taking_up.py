"""A run that was closed, or whose computer failed, is taken up again where it was, with the same log."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commandcenter.app.exercise_store import JOURNAL, RUN, RunKeeper, kept_notes, kept_run, kept_runs, opening, take_up
from commandcenter.app.exercises import ground_of, run_path
from commandcenter.app.home import Home
from commandcenter.app.session import open_pack, read_secrets
from commandcenter.exercise.acts import Came, Fire, Skip
from commandcenter.exercise.course import Course, Settings
from commandcenter.exercise.folder import read_scenario, shipped
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.review import Bookmark, CorrectiveAction, Notebook, Rating
from commandcenter.exercise.timelines import Timelines
from commandcenter.geo.pack import RegionPack
from commandcenter.log.store import SqliteLog
from commandcenter.model.commands import AssignUnit, ReportIncident
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id, live_id
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.exercise.victim import STEP_MS

MINUTE = 60_000


@pytest.fixture
def home(tmp_path: Path, training_pack: RegionPack) -> Home:
    found = Home.open(tmp_path / "home")
    shutil.copytree(training_pack.path, found.regions / "training")
    return found


def new_course(home: Home) -> Course:
    scenario = read_scenario(shipped() / "quiet-shift", default_catalogue())
    settings = Settings(scenario.seed, nonce="one", founder=read_secrets(home).device.id)
    return Course(scenario, ground_of(open_pack(home, "training"), default_catalogue()), settings, opening(home))


async def some_play(course: Course) -> None:
    start = course.scenario.start_ms
    await course.begin()
    await course.advance_to(start + MINUTE)
    first = course.injects.incident_of("1")
    assert first is not None
    unit = next(u.id for u in course.desk.picture.units() if u.callsign == "A1")
    await course.desk.submit(AssignUnit(first, unit))
    await course.control(Skip("7"))
    await course.control(Fire("3"))
    await course.advance_to(start + 4 * MINUTE)


def end(course: Course) -> None:
    course.writer.submit(course.log.close).result()
    course.writer.shutdown()


def test_a_run_goes_on_after_a_crash_where_it_was_with_the_same_log(home: Home) -> None:
    async def whole() -> None:
        course = new_course(home)
        keeper = RunKeeper(home, course, shipped() / "quiet-shift")
        await some_play(course)
        keeper.reached()
        keeper.keep_notes(Notebook([Bookmark(5, "here")], [Rating("O1", "S", "slow")], ["well"], [CorrectiveAction("train", "Ada", "2026-12-01")]))
        digest, folder = course.writer.submit(course.digest).result(), run_path(home, course.operation).parent
        course.writer.submit(lambda: None).result()
        with (folder / JOURNAL).open("a", encoding="utf-8") as torn:
            torn.write('1778569999000 {"new":["AssignU')  # the power failed here
        keeper._journal.close()
        await course.close()
        end(course)
        (kept,) = kept_runs(home)
        assert (kept.operation, kept.reached_ms, kept.over) == (course.operation, course.scenario.start_ms + 4 * MINUTE, False)
        again = await take_up(home, kept)
        assert again.writer.submit(again.digest).result() == digest
        assert again.injects.play("7").standing is Standing.SKIPPED  # type: ignore[union-attr]
        assert kept_notes(home, kept.operation).actions[0].owner == "Ada"
        onward = RunKeeper(home, again, None)
        await again.advance_to(again.scenario.start_ms + 6 * MINUTE)
        assert again.desk.picture.count() > course.desk.picture.count()
        onward.close()
        await again.close()
        end(again)

    asyncio.run(whole())


def killed_while_deciding(home: Home, decisions: int) -> tuple[Id, list[str]]:
    """Let a real process decide, end it without warning, and return which run it was and what it had confirmed."""
    command = [sys.executable, "-m", "tests.unit.exercise.victim", str(home.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]) as victim:
        assert victim.stdout is not None
        operation = victim.stdout.readline().strip()
        said = [victim.stdout.readline().strip() for _ in range(decisions)]
        victim.kill()
        said += [line.strip() for line in victim.stdout if line.endswith("\n")]
    return Id(operation), said


def test_what_a_leading_computer_had_confirmed_outlives_its_sudden_end(home: Home) -> None:
    operation, confirmed = killed_while_deciding(home, 12)
    assert len(confirmed) >= 12

    async def whole() -> None:
        kept = kept_run(home, operation)
        course = await take_up(home, kept)
        there = [incident.address for incident in course.desk.picture.incidents() if incident.address.startswith("Place")]
        assert there[: len(confirmed)] == confirmed
        assert len(there) <= len(confirmed) + 1
        assert course.injects.play("7").standing is Standing.SKIPPED  # type: ignore[union-attr]
        assert course.clock.wall_ms() == kept.reached_ms >= course.scenario.start_ms + len(confirmed) * STEP_MS
        await course.desk.submit(ReportIncident("medical.fall", course.desk.picture.stations()[0].at, "Afterwards"))
        await course.close()
        end(course)

    asyncio.run(whole())


def test_going_back_keeps_every_timeline_and_each_can_be_taken_up(home: Home) -> None:
    async def whole() -> None:
        course = new_course(home)
        await some_play(course)
        keepers = [RunKeeper(home, course, None)]
        lines = Timelines(course, opening(home))
        with pytest.raises(Refused):
            await lines.go_back(course.scenario.start_ms + 50 * MINUTE)
        second = await lines.go_back(course.scenario.start_ms + 2 * MINUTE)
        keepers.append(RunKeeper(home, second.course, None, second.number))
        assert (second.number, second.of, second.from_ms) == (1, 0, course.scenario.start_ms + 2 * MINUTE)
        assert second.course.clock.wall_ms() == course.scenario.start_ms + 2 * MINUTE
        assert course.clock.wall_ms() == course.scenario.start_ms + 4 * MINUTE
        await second.course.advance_to(course.scenario.start_ms + 3 * MINUTE)
        assert lines.choose(0).course is course
        with pytest.raises(Refused):
            lines.choose(7)
        for keeper in keepers:
            keeper.close()
        await lines.close()
        for one in lines.all:
            end(one.course)
        assert {kept.branch for kept in kept_runs(home)} == {0, 1}
        taken = await take_up(home, kept_run(home, second.course.operation))
        assert taken.clock.wall_ms() == course.scenario.start_ms + 3 * MINUTE
        assert [p.standing for _, p in taken.injects.all()] == [p.standing for _, p in second.course.injects.all()]
        await taken.close()
        end(taken)

    asyncio.run(whole())


def test_a_branch_of_a_run_of_several_computers_is_not_taken_up_with_words_that_say_why(home: Home) -> None:
    async def whole() -> None:
        course = new_course(home)
        await course.begin()
        keeper = RunKeeper(home, course, None, 1)
        rows = course.writer.submit(lambda: list(course.log.signed())).result()
        await course.desk.note(Came((rows[0].signed,)))
        keeper.close()
        await course.close()
        end(course)
        with pytest.raises(KnownError, match="first run"):
            await take_up(home, kept_run(home, course.operation))

    asyncio.run(whole())


def test_what_is_no_run_is_not_taken_up(home: Home) -> None:
    with pytest.raises(KnownError):
        kept_run(home, live_id())

    async def whole() -> Course:
        course = new_course(home)
        keeper = RunKeeper(home, course, None)
        await course.begin()
        keeper.close()
        await course.close()
        end(course)
        return course

    course = asyncio.run(whole())
    (run_path(home, course.operation).parent / RUN).write_text("{", encoding="utf-8")
    assert kept_runs(home) == []


def test_the_log_of_a_run_is_opened_by_nobody_as_live(home: Home) -> None:
    async def whole() -> Course:
        course = new_course(home)
        await some_play(course)
        await course.close()
        end(course)
        return course

    course = asyncio.run(whole())
    secrets = read_secrets(home)
    with pytest.raises(KnownError):
        SqliteLog(run_path(home, course.operation), device=secrets.device, database_key=secrets.database_key, operation=live_id())
