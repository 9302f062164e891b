"""The controller's and evaluator's window: time, injects, expected against actual, ratings, notes, the report."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QTabWidget

from commandcenter.exercise.acts import Act, LetTimeRun, SetSpeed, StopTime, ToMoment, ToNextInject
from commandcenter.model.errors import Refused
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.deeds_page import DeedsPage
from commandcenter.ui.exercise.evaluation_page import EvaluationPage
from commandcenter.ui.exercise.injects_page import InjectsPage
from commandcenter.ui.exercise.long_work import LongWork
from commandcenter.ui.exercise.notes_page import NotesPage
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.exercise.review_page import ReviewPage
from commandcenter.ui.exercise.sharing_page import SharingPage
from commandcenter.ui.exercise.timelines_page import TimelinesPage
from commandcenter.ui.exercise.typed_time import next_at
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Pill, Translated, button, column, label, restyle, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.prints.paper_file import size_called
from commandcenter.ui.tables.page import NoticeLine

SPEEDS = (1, 2, 5, 10, 30, 60)


class ControlWindow(Translated):
    """Runs one exercise, here or at the leading computer. Qt thread. Space in the table lets time run or stand."""

    def __init__(self, context: DeskContext, port: ExercisePort) -> None:
        """Show a run."""
        super().__init__()
        self._seat, self._port, self._settings = context.seat, port, context.settings
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.clock, self.score = label("large"), Pill()
        self.run, self.next, self.speed, self.report = button("primary"), button(), QComboBox(), button()
        self.moment = QLineEdit()
        self.moment.setFixedWidth(190)
        self.injects, self.evaluation, self.notes = InjectsPage(self._seat, port), EvaluationPage(self._seat, port), NotesPage(self._seat, port)
        self.deeds = DeedsPage(self._seat, port)
        self.work = LongWork(self._seat, say("The review was stopped."))
        self.review = ReviewPage(self._seat, port, self.work)
        self.timelines, self.sharing = TimelinesPage(self._seat, port), SharingPage(self._seat, port)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._lay_out()
        for speed in SPEEDS:
            self.speed.addItem(f"×{speed}", speed)
        self.run.clicked.connect(self.toggle)
        self.next.clicked.connect(self.to_next_inject)
        self.moment.returnPressed.connect(self.to_moment)
        self.speed.activated.connect(self._choose_speed)
        self.report.clicked.connect(self.write_report)
        if port.controls:
            QShortcut(QKeySequence("Space"), self.injects.table, self.toggle, context=Qt.ShortcutContext.WidgetShortcut)
        self._seat.ticked.connect(self.refresh)  # a method, so that it ends with this widget
        self._seat.changed.connect(self.refresh)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = column(self, margin=10, gap=8)
        top = row()
        for part in (self.clock, self.run, self.speed, self.next, self.moment):
            top.addWidget(part)
            part.setVisible(part is self.clock or self._port.controls)
        top.addStretch(1)
        top.addWidget(self.score)
        top.addWidget(self.report)
        layout.addLayout(top)
        own = (self.timelines, self.sharing, self.review) if self._port.leads else ()
        for page in (self.injects, self.evaluation, self.notes, self.deeds, *own):
            self.tabs.addTab(page, "")
        self.tabs.currentChanged.connect(self._look)
        for place in range(self.tabs.count()):
            QShortcut(QKeySequence(f"Alt+{place + 1}"), self, lambda place=place: self.tabs.setCurrentIndex(place))
        self.report.setVisible(self._port.leads)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.work)
        layout.addWidget(NoticeLine(self._seat))

    def sizeHint(self) -> QSize:
        """Return a size in which a sheet can be read."""
        return QSize(1120, 660)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A review that is under way ends with its window."""
        self.work.leave()
        super().closeEvent(event)

    def retranslate(self) -> None:
        """Say every text."""
        names = (tr("Injects"), tr("Evaluation"), tr("Notes"), tr("Controllers"), tr("Timelines"), tr("Several computers"), tr("Review"))
        for place in range(self.tabs.count()):
            self.tabs.setTabText(place, names[place])
            self.tabs.setTabToolTip(place, f"Alt+{place + 1}")
        self.next.setText(tr("To the next inject"))
        self.moment.setPlaceholderText(tr("On to 07:30, Enter"))
        self.moment.setAccessibleName(tr("Go on to an exercise time"))
        self.report.setText(tr("After-action report"))
        self.speed.setAccessibleName(tr("Speed"))
        self.refresh()

    def refresh(self, _what: object = None) -> None:
        """Say how it stands."""
        pace = self._port.pace
        self.injects.refresh()
        self.clock.setText(formats.clock(self._seat.now_ms()))
        over = self._seat.now_ms() >= self._port.end_ms
        self.run.setText(tr("Ended") if over else tr("Pause") if pace.running else tr("Let time run"))
        self.run.setEnabled(not over)
        shown = self.speed.findData(round(pace.speed))
        if shown >= 0 and not self.speed.view().isVisible():
            self.speed.setCurrentIndex(shown)
        done, expected = self._port.fulfilment()
        self.score.setText(tr("{done}/{expected} fulfilled", done=done, expected=expected))
        restyle(self.score, "pill", "ok" if done == expected else "warn")
        for page in (self.evaluation, self.notes, self.deeds):
            page.refresh()
        if self._port.leads:
            self.timelines.refresh()
            self.sharing.refresh()

    def _look(self, _place: int) -> None:
        """A review is made when somebody looks at it: it reads the whole log."""
        if self.tabs.currentWidget() is self.review:
            self.review.look()

    def toggle(self) -> None:
        """Let time run, or stand."""
        self._do(StopTime() if self._port.pace.running else LetTimeRun())

    def to_next_inject(self) -> None:
        """Let time run to the next inject as fast as it can."""
        self._do(ToNextInject())

    def to_moment(self) -> None:
        """Let time run to the moment that was typed as fast as it can."""
        try:
            moment_ms = next_at(self.moment.text(), self._seat.now_ms())
        except Refused as refused:
            self._seat.notice(Level.REFUSED, refused.sentence)
            return
        self.moment.clear()
        self._do(ToMoment(moment_ms))

    def _choose_speed(self, _index: int) -> None:
        self._do(SetSpeed(float(self.speed.currentData())))

    def _do(self, act: Act) -> None:
        self._seat.run(self._done(act))

    async def _done(self, act: Act) -> None:
        await self._port.control(act)
        self.refresh()

    def write_report(self) -> None:
        """Write the report as DOCX and PDF."""
        self._seat.run(self.work.do(self._write_report))

    async def _write_report(self, progress: Progress) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / "commandcenter"
        path = folder / f"AAR-{formats.local_time(self._seat.now_ms()).strftime('%Y%m%d-%H%M%S')}"
        paths = [path.with_suffix(ending) for ending in (".docx", ".pdf")]
        await self._port.write_reports(paths, size_called(self._settings.get("paper")), progress)
        self._seat.notice(Level.DONE, say("Report written: {file}", file=str(path.with_suffix(".docx"))))
