"""A review is made beside the run: meanwhile people decide, and what they decide is not in it. It can be stopped."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from commandcenter.app.exercise_run import ExerciseRun
from commandcenter.app.home import Home
from commandcenter.exercise.course import Course
from commandcenter.model.commands import SendMessage
from commandcenter.model.errors import Cancelled
from commandcenter.model.progress import NO_PROGRESS, CancelAfter
from commandcenter.ui.prints.paper_file import Size
from tests.unit.exercise.town import MINUTE, START_MS, inject, play, scenario

SHEET = scenario(inject("1", 1, match="dispatched", deadline=5), inject("2", 3))


class Held:
    """Work that waits at each report until it may go on."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.stages: set[str] = set()

    def report(self, stage: str, done: float, total: float) -> None:
        self.stages.add(stage)
        self.begun.set()
        if not self.go_on.wait(60):
            raise Cancelled


def test_people_decide_while_a_review_is_made(tmp_path: Path) -> None:
    async def work(course: Course) -> None:
        run, held = ExerciseRun(course, Home.open(tmp_path), kept=False), Held()
        await course.advance_to(START_MS + 9 * MINUTE)
        before = course.desk.picture.count()
        reviewing = asyncio.create_task(run.review(held))
        try:
            await asyncio.to_thread(held.begun.wait, 60)
            async with asyncio.timeout(30):
                await course.desk.submit(SendMessage("all units: use channel 2"))
                await course.advance_to(START_MS + 15 * MINUTE)
        finally:
            held.go_on.set()
        found, after = await reviewing, course.desk.picture.count()
        assert (found.entries, found.end_ms, found.fulfilled) == (before, START_MS + 9 * MINUTE, 1)
        assert len(found.timeline) == before < after
        assert held.stages == {"reading the command log", "asking the engine again"}
        assert (await run.review(NO_PROGRESS)).entries == after

    play(work, SHEET, player=True)


def test_a_review_that_is_stopped_leaves_no_report(tmp_path: Path) -> None:
    async def work(course: Course) -> None:
        run, paths = ExerciseRun(course, Home.open(tmp_path), kept=False), [tmp_path / "a.md", tmp_path / "b.md"]
        await course.advance_to(START_MS + 9 * MINUTE)
        with pytest.raises(Cancelled):
            await run.write_reports(paths, Size.A4, CancelAfter(2))
        assert not any(path.exists() for path in paths)
        await run.write_reports(paths, Size.A4, NO_PROGRESS)
        assert paths[0].read_text(encoding="utf-8") == paths[1].read_text(encoding="utf-8")

    play(work, SHEET)
