"""The controller's and evaluator's window: time, injects, expected against actual, ratings, notes, the report."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QComboBox, QHeaderView, QLabel, QLineEdit, QTableView, QTabWidget, QVBoxLayout, QWidget

from commandcenter.exercise.review import Bookmark, CorrectiveAction, Rating
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.exercise.rows import InjectRows
from commandcenter.ui.exercise.sharing_page import SharingPage
from commandcenter.ui.exercise.timelines_page import TimelinesPage
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Pill, Translated, button, column, label, restyle, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.type_names import language

SPEEDS = (1, 2, 5, 10, 30, 60)
GRADES = (
    ("P", mark("Performed")),
    ("S", mark("Performed with some challenges")),
    ("M", mark("Performed with major challenges")),
    ("U", mark("Unable")),
)
"""The ratings of HSEEP."""


class ControlWindow(Translated):
    """Runs one exercise. Qt thread. Space in the table lets time run or stand."""

    def __init__(self, context: DeskContext, port: ExercisePort) -> None:
        """Show a run."""
        super().__init__()
        self._seat, self._port = context.seat, port
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.clock, self.score = label("large"), Pill()
        self.run, self.next, self.speed = button("primary"), button(), QComboBox()
        self.fire, self.skip, self.report = button(), button(), button()
        self.rows = InjectRows(port, context.seat.look, self)
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.grades: dict[str, tuple[QComboBox, QLineEdit]] = {}
        self.bookmark, self.hot_wash = QLineEdit(), QLineEdit()
        self.action, self.capability, self.owner, self.due = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self._captions: list[tuple[QLabel, str]] = []
        self.timelines, self.sharing = TimelinesPage(self._seat, port), SharingPage(self._seat, port)
        self._lay_out()
        for speed in SPEEDS:
            self.speed.addItem(f"×{speed}", speed)
        self.run.clicked.connect(self.toggle)
        self.next.clicked.connect(lambda: self._try(port.to_next_inject))
        self.speed.activated.connect(lambda _index: self._try(lambda: port.pace.set_speed(float(self.speed.currentData()))))
        self.fire.clicked.connect(lambda: self._with_chosen(port.fire))
        self.skip.clicked.connect(lambda: self._with_chosen(port.skip))
        for part in (self.run, self.next, self.speed, self.fire, self.skip):
            part.setVisible(port.controls)
        self.report.clicked.connect(self.write_report)
        self.bookmark.returnPressed.connect(self.add_bookmark)
        self.hot_wash.returnPressed.connect(self.add_hot_wash)
        self.due.returnPressed.connect(self.add_action)
        self._seat.ticked.connect(self.refresh)  # a method, so that it ends with this widget
        self._seat.changed.connect(self.refresh)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = column(self, margin=10, gap=8)
        top = row()
        for part in (self.clock, self.run, self.speed, self.next):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.score)
        top.addWidget(self.report)
        layout.addLayout(top)
        injects = QWidget()
        lines = column(injects, gap=6)
        lines.addWidget(self.table, 1)
        acts = row()
        acts.addWidget(self.fire)
        acts.addWidget(self.skip)
        acts.addStretch(1)
        lines.addLayout(acts)
        self.tabs.addTab(injects, "")
        self.tabs.addTab(self._evaluation(), "")
        self.tabs.addTab(self._notes(), "")
        if self._port.controls:
            self.tabs.addTab(self.timelines, "")
            self.tabs.addTab(self.sharing, "")
        layout.addWidget(self.tabs, 1)
        head = self.table.horizontalHeader()
        for place, mode in enumerate((0, 0, 1, 1, 0, 0)):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch if mode else QHeaderView.ResizeMode.ResizeToContents)

    def _evaluation(self) -> QWidget:
        page = QWidget()
        lines = column(page, margin=8, gap=6)
        for objective in self._port.objectives:
            title = label("strong", wrap=True)
            self._captions.append((title, objective.code))
            grade, note = QComboBox(), QLineEdit()
            self.grades[objective.code] = (grade, note)
            grade.activated.connect(lambda _index, code=objective.code: self.rate(code))
            note.editingFinished.connect(lambda code=objective.code: self.rate(code))
            line = row()
            line.addWidget(grade)
            line.addWidget(note, 1)
            lines.addWidget(title)
            lines.addLayout(line)
        lines.addStretch(1)
        return page

    def _notes(self) -> QWidget:
        page = QWidget()
        lines: QVBoxLayout = column(page, margin=8, gap=6)
        lines.addWidget(self.bookmark)
        lines.addWidget(self.hot_wash)
        line = row()
        for part in (self.action, self.capability, self.owner, self.due):
            line.addWidget(part, 3 if part is self.action else 1)
        lines.addLayout(line)
        self.written = label("muted", wrap=True)
        lines.addWidget(self.written)
        lines.addStretch(1)
        return page

    def sizeHint(self) -> QSize:
        """Return a size in which a sheet can be read."""
        return QSize(1040, 620)

    def retranslate(self) -> None:
        """Say every text."""
        names = (tr("Injects"), tr("Evaluation"), tr("Notes"), tr("Timelines"), tr("Several computers"))
        for place in range(self.tabs.count()):
            self.tabs.setTabText(place, names[place])
        self.next.setText(tr("To the next inject"))
        self.fire.setText(tr("Let it happen now"))
        self.skip.setText(tr("Leave it out"))
        self.report.setText(tr("After-action report"))
        self.speed.setAccessibleName(tr("Speed"))
        self.table.setAccessibleName(tr("Injects"))
        objectives = {objective.code: objective for objective in self._port.objectives}
        for title, code in self._captions:
            title.setText(f"{code}  {objectives[code].text.get(language())}")
        for code, (grade, note) in self.grades.items():
            kept = max(grade.currentIndex(), 0)
            grade.clear()
            grade.addItem(tr("Not rated"), "")
            for letter, words in GRADES:
                grade.addItem(f"{letter}  {tr(words)}", letter)
            grade.setCurrentIndex(kept)
            grade.setAccessibleName(code)
            note.setPlaceholderText(tr("What was seen"))
        for field, text in (
            (self.bookmark, tr("Bookmark this moment; Enter keeps it")),
            (self.hot_wash, tr("Said in the hot wash; Enter keeps it")),
            (self.action, tr("Corrective action")),
            (self.capability, tr("Capability")),
            (self.owner, tr("Owner")),
            (self.due, tr("Due, 2026-12-01; Enter keeps it")),
        ):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 5)
        self.refresh()

    def refresh(self, _what: object = None) -> None:
        """Say how it stands."""
        pace = self._port.pace
        self.clock.setText(formats.clock(self._seat.now_ms()))
        over = self._seat.now_ms() >= self._port.end_ms
        self.run.setText(tr("Ended") if over else tr("Pause") if pace.running else tr("Let time run"))
        self.run.setEnabled(not over)
        done, expected = self._port.fulfilment()
        self.score.setText(tr("{done}/{expected} fulfilled", done=done, expected=expected))
        restyle(self.score, "pill", "ok" if done == expected else "warn")
        self.rows.refresh()
        self.timelines.refresh()
        self.sharing.refresh()
        book = self._port.notebook
        self.written.setText(
            "\n".join(
                (
                    *(f"{formats.clock(b.at_ms)}  {b.text}" for b in book.bookmarks),
                    *(f"– {note}" for note in book.hot_wash),
                    *(f"→ {a.text} ({a.owner}, {a.due})" for a in book.actions),
                )
            )
        )

    def toggle(self) -> None:
        """Let time run, or stand."""
        pace = self._port.pace
        if pace.running:
            pace.pause()
        else:
            pace.run()
        self.refresh()

    def rate(self, objective: str) -> None:
        """Keep what the evaluator says of an objective; the newest rating stands."""
        grade, note = self.grades[objective]
        ratings = self._port.notebook.ratings
        ratings[:] = [rating for rating in ratings if rating.objective != objective]
        rating = Rating(objective, str(grade.currentData() or ""), note.text(), self._seat.desk.picture.operator_name(self._seat.actor))
        if rating.grade:
            ratings.append(rating)
        self._port.noted(rating)

    def add_bookmark(self) -> None:
        """Keep this moment."""
        kept = Bookmark(self._seat.now_ms(), self.bookmark.text().strip(), self._seat.desk.picture.operator_name(self._seat.actor))
        if kept.text:
            self._port.notebook.bookmarks.append(kept)
            self._port.noted(kept)
        self.bookmark.clear()
        self.refresh()

    def add_hot_wash(self) -> None:
        """Keep what was said."""
        said = self.hot_wash.text().strip()
        if said:
            self._port.notebook.hot_wash.append(said)
            self._port.noted(said)
        self.hot_wash.clear()
        self.refresh()

    def add_action(self) -> None:
        """Keep a corrective action: what, of which capability, by whom, until when."""
        fields = (self.action, self.owner, self.due, self.capability)
        text, owner, due, capability = (field.text().strip() for field in fields)
        try:
            checked_due(due)
            if not text or not owner:
                raise Refused("A corrective action needs what is to be done, and who does it.")
        except Refused as refused:
            self._seat.notice(Level.REFUSED, refused.sentence)
            return
        kept = CorrectiveAction(text, owner, due, capability)
        self._port.notebook.actions.append(kept)
        self._port.noted(kept)
        for field in fields:
            field.clear()
        self.refresh()

    def write_report(self) -> None:
        """Write the report as DOCX and PDF."""
        self._seat.run(self._write_report())

    async def _write_report(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / "commandcenter"
        path = folder / f"AAR-{formats.local_time(self._seat.now_ms()).strftime('%Y%m%d-%H%M%S')}"
        for ending in (".docx", ".pdf"):
            await self._port.write_report(path.with_suffix(ending))
        self._seat.notice(Level.DONE, say("Report written: {file}", file=str(path.with_suffix(".docx"))))

    def _with_chosen(self, act: Callable[[str], Coroutine[Any, Any, None]]) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._seat.run(self._done(act(self.rows.number_at(index.row()))))

    async def _done(self, act: Coroutine[Any, Any, None]) -> None:
        await act
        self.refresh()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Refused as refused:
            self._seat.notice(Level.REFUSED, refused.sentence)
        self.refresh()


def checked_due(text: str) -> None:
    """Raise `Refused` unless a text is a day, as a due date must be."""
    try:
        date.fromisoformat(text)
    except ValueError:
        raise Refused("“{text}” is no day: write 2026-12-01.", text=text) from None
