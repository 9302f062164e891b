"""The session that `bench.exercise_window` measures: an exercise as people open it, its log on the disk, time at ×60, the map dragged about."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bench.desk_session import Stage
from bench.exercise_town import scenario_of
from bench.exercise_window import SIZE
from bench.overlay import FRAMES, drag, run
from commandcenter.app.exercise_desk import ExerciseDesk
from commandcenter.app.exercise_run import ExerciseRun
from commandcenter.app.exercise_store import opening
from commandcenter.app.exercises import ground_of
from commandcenter.app.home import Home
from commandcenter.app.options import DeskOptions
from commandcenter.app.session import open_pack, read_secrets
from commandcenter.app.windows_loop import settle_process
from commandcenter.exercise.clock import FASTEST
from commandcenter.exercise.course import Course, Settings
from commandcenter.model.commands import SetIncidentState
from commandcenter.model.words import IncidentState
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.map.engine import prepare_webengine, settle_renderer
from commandcenter.ui.settings import IniSettings
from commandcenter.ui.theme.look import Look

REGION = "bench"
LOOK_EVERY_MS = 5
TURNS, SETTLE_S = 3, 0.5
WARM_S = 5.0
"""The map and the first calls come up before anything is measured."""


class _Gaps:
    """Counts how late a timer of the window's thread comes, and what that thread works between two looks."""

    def __init__(self) -> None:
        self._found: list[tuple[float, float]] = []
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._found.append((max(0.0, (now[0] - self._last[0]) * 1000 - LOOK_EVERY_MS), (now[1] - self._last[1]) * 1000))
        self._last = now

    def stop(self) -> tuple[list[float], list[float]]:
        """Return all gaps by the clock, and all work by the processor, in ms, the shortest first."""
        self._timer.stop()
        late, busy = zip(*self._found, strict=True)
        return sorted(late), sorted(busy)


@dataclass
class _Session:
    """One window under measurement. Qt thread."""

    stage: Stage
    desk: ExerciseDesk
    course: Course
    playing: bool = False

    def measure(self, seconds: float) -> dict[str, float]:
        """Return gaps of the window's thread, frames of the map, and how much exercise time was kept."""
        self.desk.exercise.pace.set_speed(FASTEST)
        still, still_busy = self._gaps(seconds / 2)
        attentive = self.stage.begin(self._attend())
        self._play(True)
        self.stage.rest(WARM_S)
        before_ms = self.course.clock.wall_ms()
        late, busy = self._gaps(seconds)
        kept = (self.course.clock.wall_ms() - before_ms) / 1000 / seconds
        fps, still_fps = self._frames_in_turn(seconds / 2)
        attentive.cancel()
        return {
            **{"p95_ms": _of(late, 95), "p99_ms": _of(late, 99), "longest_ms": late[-1], "still_p95_ms": _of(still, 95)},
            **{"busy_p95_ms": _of(busy, 95), "still_busy_p95_ms": _of(still_busy, 95)},
            **{"kept": kept, "fps": fps, "still_fps": still_fps},
        }

    def _gaps(self, seconds: float) -> tuple[list[float], list[float]]:
        gaps = _Gaps()
        self.stage.rest(seconds)
        return gaps.stop()

    def _play(self, playing: bool) -> None:
        self.playing = playing
        if playing:
            self.desk.exercise.pace.run()
        else:
            self.desk.exercise.pace.pause()

    def _frames_in_turn(self, seconds: float) -> tuple[float, float]:
        """Return the frames a second while time runs, and while it stands: in turn, so that what else the computer does meets both."""
        found: dict[bool, list[float]] = {True: [], False: []}
        for playing in (True, False) * TURNS:
            self._play(playing)
            self.stage.rest(SETTLE_S)
            found[playing].append(self._frames(seconds / TURNS / 2))
        return sum(found[True]) / TURNS, sum(found[False]) / TURNS

    def _frames(self, seconds: float) -> float:
        """Return the map's frames a second while it is dragged about."""
        before = run(self.desk.map, "window.frames_seen")
        drag(self.desk.map, seconds, [])
        after = run(self.desk.map, "window.frames_seen")
        assert isinstance(before, int) and isinstance(after, int)
        return (after - before) / seconds

    async def _attend(self) -> None:
        """Play as somebody who looks at once at whatever time stands still for."""
        pace = self.desk.exercise.pace
        while True:
            await asyncio.sleep(0.02)
            if pace.running or not self.playing:
                continue
            for incident in self.course.desk.picture.incidents():
                if incident.open and incident.priority == 1 and len(incident.state_ms) == 1:
                    await self.course.desk.submit(SetIncidentState(incident.id, IncidentState.TRIAGED))
            pace.run()


def _of(ordered: list[float], percent: int) -> float:
    return ordered[len(ordered) * percent // 100]


def measure(home: Home, seconds: float) -> dict[str, float]:
    """Open the window of an exercise and measure; `home` has the region."""
    settle_process()
    prepare_webengine()
    stage = Stage(QApplication([]))
    settle_renderer()
    look = Look()
    look.apply()
    pack = open_pack(home, REGION)
    settings = Settings(1, virtual_player=True, founder=read_secrets(home).device.id)
    course = Course(scenario_of(SIZE, REGION), ground_of(pack, default_catalogue()), settings, opening(home))
    stage.run(course.begin())
    exercise = ExerciseRun(course, home)
    desk = ExerciseDesk(exercise, pack, DeskOptions(home), IniSettings(home.root / "exercise.ini"), look, Language())
    shown = stage.begin(desk.play())
    stage.until(lambda: desk.map.is_settled, 120.0)
    run(desk.map, FRAMES)
    stage.rest(WARM_S)
    found = _Session(stage, desk, course).measure(seconds)
    desk.window.close()
    stage.until(shown.done, 60.0)
    stage.run(exercise.close())
    stage.close()
    return found


if __name__ == "__main__":
    print(json.dumps(measure(Home.open(Path(sys.argv[1])), float(sys.argv[2]))))
