"""A run and a shelf of scenarios by hand, for the windows of an exercise."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from commandcenter.exercise.acts import Act, Edit, Fire, LetTimeRun, SetSpeed, Skip, StopTime, ToNextInject
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.controls import Deed
from commandcenter.exercise.guide import Hint
from commandcenter.exercise.injects import Play, Standing
from commandcenter.exercise.invitation import read_invitation
from commandcenter.exercise.review import Notebook, Review, review
from commandcenter.exercise.ringing import RingingCall
from commandcenter.exercise.scenario import Inject, Objective, Text
from commandcenter.model.commands import ReportIncident
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.port import RunRow, ScenarioRow, Shared, TimelineRow
from commandcenter.ui.prints.paper_file import Size
from tests.unit.exercise.town import MINUTE, START_MS, inject, make_course, scenario

from .ground import HOME


class Run:
    """A run by hand."""

    def __init__(self) -> None:
        self.pace, self.notebook = Pace(), Notebook()
        self.start_ms, self.end_ms = START_MS, START_MS + 10**12
        self.objectives: Sequence[Objective] = (Objective("O1", "Operational Communications", Text({"en": "Send in time", "zh": "及时派出"})),)
        self.plays: dict[str, Play] = {"1": Play(), "2": Play(Standing.FULFILLED, START_MS, START_MS + MINUTE)}
        self.sheet: dict[str, Inject] = {n: inject(n, int(n)) for n in self.plays}
        self.step: Hint | None = Hint(Text({"en": "Send the right unit", "zh": "派出合适的力量"}), Text(), START_MS)
        self.written: list[tuple[Path, Size]] = []
        self.said: list[object] = []
        self.went_back: list[int] = []
        self.switched: list[int] = []
        self.shared: Shared | None = None
        self.acts: list[Deed] = []
        self.zone = "UTC"
        self.reviews = 0
        self.hold: Callable[[Progress], None] = lambda _progress: None
        """Done in the review's thread."""
        self.rings: list[RingingCall] = []
        self.answered: list[str] = []

    def injects(self) -> list[tuple[Inject, Play]]:
        return [(self.sheet[number], play) for number, play in self.plays.items()]

    def fulfilment(self) -> tuple[int, int]:
        return sum(p.standing is Standing.FULFILLED for p in self.plays.values()), len(self.plays)

    def hint(self) -> Hint | None:
        return self.step

    controls = leads = True

    async def control(self, act: Act) -> None:
        match act:
            case Fire(number):
                if self.plays[number].standing is not Standing.PLANNED:
                    raise Refused("Inject {number} is {standing} already.", number=number, standing=self.plays[number].standing.value)
                self.plays[number] = Play(Standing.WAITING, START_MS)
            case Skip(number):
                self.plays[number] = Play(Standing.SKIPPED)
            case Edit(changed):
                self.sheet[changed.number] = changed
                self.plays.setdefault(changed.number, Play())
            case LetTimeRun():
                self.pace.run()
            case StopTime():
                self.pace.pause()
            case SetSpeed(times):
                self.pace.set_speed(times)
            case ToNextInject():
                raise Refused("No inject is planned any more.")
        self.acts.append(Deed(START_MS, "Ada", act))

    def deeds(self) -> Sequence[Deed]:
        return tuple(self.acts)

    def ringing(self) -> Sequence[RingingCall]:
        return tuple(self.rings)

    async def answer(self, number: str) -> ReportIncident:
        if number not in [call.number for call in self.rings]:
            raise Refused("This call does not ring any more; somebody else has answered it.")
        self.rings = [call for call in self.rings if call.number != number]
        self.answered.append(number)
        return ReportIncident("medical.fall", HOME, "Market Square", None, "My mother has fallen", "Ada Brook", "0555 0101")

    def noted(self, what: object) -> None:
        self.said.append(what)

    def timelines(self) -> list[TimelineRow]:
        rows = [TimelineRow(0, None, None, START_MS + MINUTE, 1, 2, 10, not self.went_back)]
        return rows + [TimelineRow(1, 0, at_ms, at_ms, 0, 0, 5, True) for at_ms in self.went_back[:1]]

    async def go_back(self, moment_ms: int) -> None:
        self.went_back.append(moment_ms)

    async def switch(self, number: int) -> None:
        self.switched.append(number)

    def sharing(self) -> Shared | None:
        return self.shared

    async def share(self, hub: str) -> None:
        self.shared = Shared("CCEXPLAYER", "CCEXSTAFF", (("Pat", "dispatcher"),), say("Joined with {hub}", hub=hub))

    async def review(self, progress: Progress) -> Review:
        self.reviews += 1
        await asyncio.to_thread(self.hold, progress)
        course = make_course(scenario(inject("1", 1, match="dispatched", deadline=5)), player=True)
        await course.begin()
        await course.advance_to(START_MS + 9 * MINUTE)
        found = review(course, None, tuple(self.acts))
        await course.close()
        return found

    async def write_reports(self, paths: Sequence[Path], size: Size, progress: Progress) -> None:
        await asyncio.to_thread(self.hold, progress)
        self.written += [(path, size) for path in paths]


class Shelf:
    """Two scenarios."""

    def __init__(self) -> None:
        self.started: list[str] = []
        self.broken = False

    def scenarios(self) -> list[ScenarioRow]:
        rows = [("quiet", "A quiet shift", True), ("storm", "Storm", False)]
        return [ScenarioRow(name, Text({"en": title}), Text({"en": f"About {title}"}), "training", 12, guided) for name, title, guided in rows]

    def unfinished(self) -> list[RunRow]:
        return [RunRow("e" * 32, Text({"en": "Storm"}), START_MS, 1)]

    def resume(self, operation: str) -> None:
        self.started.append(operation)

    def join(self, code: str, name: str, role: str, where: str) -> None:
        read_invitation(code)
        self.started.append(f"{name} {role} {where}")

    def replay(self, path: Path, days: float | None) -> None:
        self.started.append(f"{path.name} {days}")

    def start(self, name: str) -> None:
        if self.broken:
            raise KnownError("The exercise could not be started; try `commandcenter exercise open {name}` in a terminal.", name=name)
        self.started.append(name)
