"""The test-run of a draft: progress, cancel, and the verdict in words."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPlainTextEdit

from commandcenter.exercise.draft import Draft
from commandcenter.exercise.trial import Trial
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.editor.port import EditorPort
from commandcenter.ui.exercise.long_work import LongWork
from commandcenter.ui.frame.parts import button, label, restyle
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page
from commandcenter.ui.type_names import language


class TrialPage(Page):
    """Runs drafts with the virtual player. Qt thread; the run is in a worker thread."""

    def __init__(self, seat: Seat, port: EditorPort, draft: Callable[[], Draft | None]) -> None:
        """Try what `draft` gives."""
        super().__init__()
        self._seat, self._port, self._draft = seat, port, draft
        self.trial: Trial | None = None
        self.hint, self.verdict, self.details = label("muted", wrap=True), label("large", wrap=True), QPlainTextEdit()
        self.details.setReadOnly(True)
        self.start = button("primary")
        self.start.clicked.connect(self.begin)
        self.progress = LongWork(seat, say("The test-run was stopped."))
        self.box.addWidget(self.hint)
        self.line(self.start, 1)
        self.box.addWidget(self.progress)
        self.box.addWidget(self.verdict)
        self.box.addWidget(self.details, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.hint.setText(
            tr("The scenario runs as fast as this computer can, without a window. A virtual player accepts the program's recommendations.")
        )
        self.start.setText(tr("Begin the test-run"))
        self.details.setAccessibleName(tr("What came of the test-run"))
        self._say()

    def leave(self) -> None:
        """Give up what is under way: the window closes."""
        self.progress.leave()

    @property
    def busy(self) -> bool:
        """Return whether a run is under way."""
        return self.progress.busy

    def begin(self) -> None:
        """Run the draft as it stands."""
        draft = self._draft()
        if draft is not None:
            self._seat.run(self.progress.do(partial(self._run, draft, language())))

    async def _run(self, draft: Draft, spoken: str, progress: Progress) -> None:
        self.forget()
        self.trial = await asyncio.to_thread(self._port.try_out, draft, spoken, progress)
        self._say()

    def forget(self) -> None:
        """The draft is another now: what was found holds no more."""
        self.trial = None
        self._say()

    def _say(self) -> None:
        found = self.trial
        if found is None:
            self.verdict.setText("")
            self.details.setPlainText("")
            return
        self.verdict.setText(
            tr("✓ It can be survived by whoever follows the recommendations.")
            if found.survivable
            else tr("✗ It cannot be survived by following the recommendations alone.")
        )
        restyle(self.verdict, "role", "ok" if found.survivable else "danger")
        self.details.setPlainText("\n".join(self._lines(found)))

    def _lines(self, found: Trial) -> list[str]:
        said: list[str] = []
        for words, numbers in (
            (tr("Not mastered in time: injects {numbers}", numbers=", ".join(found.lost)), found.lost),
            (tr("Could not happen: injects {numbers}", numbers=", ".join(found.failed)), found.failed),
            (tr("Left to people (merging, speaking, closing roads): injects {numbers}", numbers=", ".join(found.for_people)), found.for_people),
        ):
            if numbers:
                said.append(words)
        speed, right = found.speed, found.correctness
        if found.never_sent:
            said.append(tr("Incidents that nobody was sent to: {n}", n=found.never_sent))
        said.append(tr("Response plan: {met} met, {over} over, {under} under", met=right.plan_met, over=right.plan_over, under=right.plan_under))
        if speed.arrival_median_s is not None and speed.arrival_p90_s is not None:
            median, most = formats.eta(speed.arrival_median_s), formats.eta(speed.arrival_p90_s)
            said.append(tr("First arrival: median {median}, 90 % within {most}", median=median, most=most))
        if right.coverage_least is not None:
            said.append(tr("Least coverage of stations: {percent} %", percent=round(right.coverage_least * 100)))
        return said
