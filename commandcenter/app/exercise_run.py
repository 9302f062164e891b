"""One exercise run in this program, as its windows see it: its timelines, its notebook, its other computers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from commandcenter.app.exercise_report import write_report
from commandcenter.app.exercise_sharing import Sharing
from commandcenter.app.exercise_store import RunKeeper, opening
from commandcenter.app.exercise_sync import staff_key_of
from commandcenter.app.home import Home
from commandcenter.exercise.acts import Act, Answer, TimeAct
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.controls import Controls, Deed
from commandcenter.exercise.course import Course
from commandcenter.exercise.guide import Hint
from commandcenter.exercise.injects import Play
from commandcenter.exercise.notes import Corrected, Note
from commandcenter.exercise.pacing import keep_pace
from commandcenter.exercise.record import record_of
from commandcenter.exercise.review import Notebook, Rating, Review, review_of
from commandcenter.exercise.ringing import RingingCall
from commandcenter.exercise.scenario import Inject, Objective
from commandcenter.exercise.staff import StaffBook, of_deed
from commandcenter.exercise.timelines import Timeline, Timelines
from commandcenter.model.clock import SystemClock
from commandcenter.model.commands import ReportIncident, WriteStaffNote
from commandcenter.model.errors import Refused
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.exercise.port import Shared, TimelineRow
from commandcenter.ui.i18n.tr import spoken
from commandcenter.ui.notice import Level
from commandcenter.ui.prints.paper_file import Size
from commandcenter.ui.seat import Seat

KEEP_EVERY_S = 1.0
"""How often the disk hears how far exercise time has come: so much may be lost of what nobody decided. What was decided is kept at once."""


class ExerciseRun:
    """`ExercisePort` over a run and its branches. Everything in the thread of its loop."""

    controls = leads = True

    def __init__(
        self,
        course: Course,
        home: Home,
        *,
        source: Path | None = None,
        notebook: Notebook | None = None,
        kept: bool = True,
        findings: Sequence[Sentence] = (),
    ) -> None:
        """Take a course that has begun. `kept`: it lies on the disk and can be taken up again. `findings`: what is wrong with what is played."""
        self.pace, self.notebook = Pace(), notebook or Notebook()
        self.notebook.hot_wash += [spoken(finding) for finding in findings]
        self._findings = len(findings)
        self._home = home
        self._lines = Timelines(course, opening(home))
        self._keepers = [RunKeeper(home, course, source)] if kept else []
        self._sharing: Sharing | None = None
        self._book = StaffBook(staff_key_of(home, course))
        self.other_timeline: Callable[[], None] = lambda: None
        """Called when another timeline is to be shown: windows are built anew over it."""

    @property
    def course(self) -> Course:
        """Return the run that is played now."""
        return self._lines.current.course

    @property
    def start_ms(self) -> int:
        """Return when it begins."""
        return self.course.scenario.start_ms

    @property
    def end_ms(self) -> int:
        """Return when it ends."""
        return self.course.scenario.end_ms

    @property
    def zone(self) -> str:
        """Return the zone of the sheet's times of day."""
        return self.course.scenario.zone

    @property
    def objectives(self) -> Sequence[Objective]:
        """Return what is to be shown."""
        return self.course.scenario.objectives

    def injects(self) -> list[tuple[Inject, Play]]:
        """Return every inject with where it stands."""
        return self.course.injects.all()

    def fulfilment(self) -> tuple[int, int]:
        """Return fulfilled and expected."""
        return self.course.injects.fulfilment()

    def hint(self) -> Hint | None:
        """Return what the guide says."""
        return self.course.injects.hint()

    async def control(self, act: Act) -> None:
        """Do it; what changes an inject is told to the staff, in their section of the log."""
        await Controls(self.course, self.pace).do(act)
        if not isinstance(act, TimeAct):
            deed = Deed(self.course.clock.wall_ms(), self.course.settings.player_name, act)
            await self.course.desk.submit(WriteStaffNote(of_deed(self._book.key, deed)))

    def deeds(self) -> Sequence[Deed]:
        """Return what all controllers did."""
        self._book.read(self.course.desk.picture.staff_notes())
        return self._book.deeds

    def ringing(self) -> Sequence[RingingCall]:
        """Return the calls that ring."""
        return self.course.injects.ringing()

    async def answer(self, number: str) -> ReportIncident:
        """Take a call that rings: no controller's deed, but it stands in the journal as one."""
        told = self.course.injects.told(number)
        await self.course.control(Answer(number))
        return told

    def noted(self, what: Note | Rating | Corrected) -> None:
        """Keep the notebook."""
        for keeper in self._keepers:
            keeper.keep_notes(self.notebook)

    def timelines(self) -> list[TimelineRow]:
        """Return every timeline."""
        return [self._row(one) for one in self._lines.all]

    def _row(self, one: Timeline) -> TimelineRow:
        done, expected = one.course.injects.fulfilment()
        count, current = one.course.desk.picture.count(), one is self._lines.current
        return TimelineRow(one.number, one.of, one.from_ms, one.course.clock.wall_ms(), done, expected, count, current)

    async def go_back(self, moment_ms: int) -> None:
        """Begin a new timeline and show it."""
        self._refuse_while_shared()
        self.pace.pause()
        async with self.course.desk.turn:
            new = await self._lines.go_back(moment_ms)
        if self._keepers:
            self._keepers.append(RunKeeper(self._home, new.course, None, new.number))
            self.noted("")
        self._turn_to_timeline()

    async def switch(self, number: int) -> None:
        """Show another timeline."""
        self._refuse_while_shared()
        self.pace.pause()
        self._lines.choose(number)
        self._turn_to_timeline()

    def _turn_to_timeline(self) -> None:
        self._book = StaffBook(self._book.key)
        self.other_timeline()

    def _refuse_while_shared(self) -> None:
        if self._sharing is not None:
            raise Refused("Other computers take part in this timeline; end the exercise before you go to another.")

    def sharing(self) -> Shared | None:
        """Return how other computers take part."""
        return self._sharing.shown() if self._sharing is not None else None

    async def share(self, hub: str) -> None:
        """Let other computers take part."""
        if self._sharing is None:
            sharing = Sharing(Controls(self.course, self.pace), self._home, hub, self._book)
            await sharing.begin()
            self._sharing = sharing

    async def review(self, progress: Progress) -> Review:
        """Return the review of the run so far: nothing is decided only while its log is read."""
        course, notebook, deeds = self.course, self._whole_notebook(), tuple(self.deeds())
        async with course.desk.turn:
            record = await asyncio.get_running_loop().run_in_executor(course.writer, record_of, course)
        return await asyncio.to_thread(review_of, record, notebook, deeds, progress)

    async def write_reports(self, paths: Sequence[Path], size: Size, progress: Progress) -> None:
        """Write the report of the run so far."""
        found, language = await self.review(progress), self.course.settings.language
        for done, path in enumerate(paths):
            progress.report("writing the report", done, len(paths))
            await asyncio.to_thread(write_report, found, path, language, size)

    def _whole_notebook(self) -> Notebook:
        """Return what everybody of the staff wrote."""
        own, theirs = self.notebook, self._book.notebook
        return Notebook(
            [*own.bookmarks, *theirs.bookmarks],
            [*own.ratings, *theirs.ratings],
            [*own.hot_wash, *theirs.hot_wash],
            [*own.actions, *theirs.actions],
            [*own.corrections, *theirs.corrections],
        )

    async def drive(self, seat: Seat) -> None:
        """Let exercise time follow the wall until cancelled or over."""
        if self._findings:
            seat.notice(
                Level.HINT, say("{n} things are wrong with what is played; the window “Exercise” names them under the notes.", n=self._findings)
            )
            self._findings = 0
        beside = seat.run(self._keep())
        try:
            stopped = say("Time stands: a most urgent incident waits that nobody has looked at. Look at it, then let time run.")
            await keep_pace(self.course, self.pace, SystemClock(), lambda: seat.notice(Level.HINT, stopped))
            seat.notice(Level.DONE, say("The exercise is over; write its report in the window “Exercise”."))
            await beside
        finally:
            beside.cancel()

    async def _keep(self) -> None:
        """Tell the disk and the other computers how it stands."""
        since_s = 0.0
        while True:
            await asyncio.sleep(Sharing.EVERY_S)
            since_s += Sharing.EVERY_S
            if self._sharing is not None:
                await self._sharing.tell()
            if since_s >= KEEP_EVERY_S and self._keepers:
                since_s = 0.0
                self._keepers[self._lines.current.number].reached()

    async def close(self) -> None:
        """End everything; what was played stays on the disk."""
        if self._sharing is not None:
            await self._sharing.stop()
        for keeper in self._keepers:
            keeper.close()
        await self._lines.close()
        for one in self._lines.all:
            one.course.writer.submit(one.course.log.close).result()
            one.course.writer.shutdown()
