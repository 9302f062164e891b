"""A desk's window over an exercise of 200 units at ×60: how long the window's thread is ever away from the person."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bench.desk_session import Stage
from bench.row import Row
from commandcenter.exercise.clock import FASTEST, Pace
from commandcenter.exercise.course import Course
from commandcenter.exercise.pacing import keep_pace
from commandcenter.model.clock import SystemClock
from commandcenter.model.commands import SetIncidentState
from commandcenter.model.words import IncidentState
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.ports import MemorySettings
from commandcenter.ui.theme.look import Look
from tests.ui.world import PlainMap

LOOK_EVERY_MS = 5
FLUID_MS = 100.0
"""A person takes an answer within this time for immediate (Nielsen, Usability Engineering, 1993, chapter 5)."""


class _Gaps:
    """Counts how late a timer of the window's thread comes."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._last_s = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        now_s = time.perf_counter()
        self.late_ms.append(max(0.0, (now_s - self._last_s) * 1000 - LOOK_EVERY_MS))
        self._last_s = now_s

    def stop(self) -> None:
        self._timer.stop()


def rows(make: Callable[[], Course], seconds: float) -> list[Row]:
    """Measure a course that `make` (no arguments) gives, played for some seconds of wall time."""
    application = QApplication.instance() or QApplication(["bench", "-platform", "offscreen"])
    stage = Stage(application)  # type: ignore[arg-type] # there is no other application
    try:
        return _measured(stage, make(), seconds)
    finally:
        stage.close()


def _measured(stage: Stage, course: Course, seconds: float) -> list[Row]:
    stage.run(course.begin())
    look, language = Look(), Language()
    look.apply()
    language.use("en")
    standing = Standing("Heidelberg", "Bench", "Player", "player", exercise=True)
    window = MainWindow(course.desk, PlainMap(), MemorySettings(), look=look, language=language, standing=standing, actor=course.desk.actor)
    window.resize(1440, 900)
    window.open()
    pace = Pace()
    pace.set_speed(FASTEST)
    pace.run()
    began_ms, gaps = course.clock.wall_ms(), _Gaps()
    playing = stage.begin(_play(course, pace))
    stage.rest(seconds)
    gaps.stop()
    pace.pause()
    stage.run(asyncio.sleep(0.5))
    playing.cancel()
    stage.run(asyncio.sleep(0.1))
    reached = (course.clock.wall_ms() - began_ms) / 1000 / seconds
    window.close()
    stage.run(course.close())
    late = sorted(gaps.late_ms)
    p99, worst = late[int(len(late) * 0.99)], late[-1]
    what = f"window over 200 units at ×60 for {seconds:.0f} s"
    return [
        Row(f"{what}: exercise time kept", reached, "× wall time", goal="≥ 55", met=reached >= 55),
        Row(f"{what}: the window's thread away, 99 % within", p99, "ms", goal=f"≤ {FLUID_MS:.0f} ms", met=p99 <= FLUID_MS),
        Row(f"{what}: the window's thread away, longest", worst, "ms"),
    ]


async def _play(course: Course, pace: Pace) -> None:
    """Play as somebody who looks at once at whatever time stands still for."""
    looking: set[asyncio.Task[None]] = set()

    def stopped() -> None:
        task = asyncio.ensure_future(_look(course, pace))
        looking.add(task)
        task.add_done_callback(looking.discard)

    await keep_pace(course, pace, SystemClock(), stopped)


async def _look(course: Course, pace: Pace) -> None:
    for incident in course.desk.picture.incidents():
        if incident.open and incident.priority == 1 and len(incident.state_ms) == 1:
            await course.desk.submit(SetIncidentState(incident.id, IncidentState.TRIAGED))
    pace.run()
