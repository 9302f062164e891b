"""One exercise run in this program, as its windows see it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess

from commandcenter.app.exercise_report import write_report
from commandcenter.app.exercises import scenarios_of
from commandcenter.app.home import Home
from commandcenter.app.program import own_command
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.course import Course
from commandcenter.exercise.folder import list_scenarios, read_scenario
from commandcenter.exercise.injects import Play
from commandcenter.exercise.pacing import keep_pace
from commandcenter.exercise.review import Notebook, review
from commandcenter.exercise.scenario import Inject, Objective, Text
from commandcenter.model.clock import SystemClock
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.sentences import say
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.exercise.port import ScenarioRow
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat


class ExerciseRun:
    """`ExercisePort` over a course. Everything in the thread of its loop."""

    def __init__(self, course: Course) -> None:
        """Take a course that has begun."""
        self._course = course
        self.pace, self.notebook = Pace(), Notebook()

    @property
    def start_ms(self) -> int:
        """Return when it begins."""
        return self._course.scenario.start_ms

    @property
    def end_ms(self) -> int:
        """Return when it ends."""
        return self._course.scenario.end_ms

    @property
    def objectives(self) -> Sequence[Objective]:
        """Return what is to be shown."""
        return self._course.scenario.objectives

    def injects(self) -> list[tuple[Inject, Play]]:
        """Return every inject with where it stands."""
        return self._course.injects.all()

    def fulfilment(self) -> tuple[int, int]:
        """Return fulfilled and expected."""
        return self._course.injects.fulfilment()

    def hint(self) -> Text | None:
        """Return what the guide says."""
        step = self._course.injects.hint()
        return step.text if step is not None else None

    def fire(self, number: str) -> None:
        """Let an inject happen at once."""
        self._course.injects.fire_now(number)

    def skip(self, number: str) -> None:
        """Leave an inject out."""
        self._course.injects.skip(number)

    def to_next_inject(self) -> None:
        """Jump to the next inject."""
        moment_ms = self._course.next_inject_ms()
        if moment_ms is None:
            raise Refused("No inject is planned any more.")
        self.pace.jump(moment_ms, self._course.clock.wall_ms())

    async def write_report(self, path: Path) -> None:
        """Write the report of the run so far."""
        loop, course = asyncio.get_running_loop(), self._course
        found = await loop.run_in_executor(course.writer, review, course, self.notebook)
        write_report(found, path, course.settings.language)

    async def drive(self, seat: Seat) -> None:
        """Let exercise time follow the wall until cancelled or over."""
        stopped = say("Time stands: a most urgent incident waits that nobody has looked at. Look at it, then let time run.")
        await keep_pace(self._course, self.pace, SystemClock(), lambda: seat.notice(Level.HINT, stopped))
        seat.notice(Level.DONE, say("The exercise is over; write its report in the window “Exercise”."))


class Scenarios:
    """`ScenariosPort` of one home."""

    def __init__(self, home: Home) -> None:
        """Look into this home and at what is shipped."""
        self._home = home

    def scenarios(self) -> list[ScenarioRow]:
        """Return what can be read, guided ones first; a broken folder is left to `commandcenter exercise validate`."""
        found = []
        for folder in list_scenarios(scenarios_of(self._home)):
            try:
                scenario = read_scenario(folder, default_catalogue())
            except KnownError:
                continue
            row = ScenarioRow(folder.name, scenario.name, scenario.summary, scenario.region, round(scenario.minutes), scenario.guided)
            found.append(row)
        return sorted(found, key=lambda row: (not row.guided, row.minutes, row.name))

    def start(self, name: str) -> None:
        """Open an exercise in a process of its own."""
        words = [*own_command(), "--home", str(self._home.root), "exercise", "open", name]
        started, _ = QProcess.startDetached(words[0], words[1:])
        if not started:
            raise KnownError("The exercise could not be started; try `commandcenter exercise open {name}` in a terminal.", name=name)
