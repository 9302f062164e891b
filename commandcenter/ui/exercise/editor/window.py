"""The window "Scenario editor": scenarios opened, written, checked, tried and played without leaving it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton, QTabWidget

from commandcenter.exercise.draft import Draft, History
from commandcenter.exercise.msel import read_rows, write_rows
from commandcenter.exercise.scenario import Scenario
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.csv_tables import ImportIssue, Report
from commandcenter.ui.exercise.editor.head_page import HeadPage
from commandcenter.ui.exercise.editor.placing import Placing
from commandcenter.ui.exercise.editor.port import EditorPort
from commandcenter.ui.exercise.editor.resources_page import ResourcesPage
from commandcenter.ui.exercise.editor.sheet_page import SheetPage
from commandcenter.ui.exercise.editor.trial_page import TrialPage
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, row
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.latest import Latest
from commandcenter.ui.leaving import ask_where
from commandcenter.ui.notice import Level
from commandcenter.ui.tables.page import NoticeLine
from commandcenter.ui.type_names import language

CHECK_AFTER_MS = 300
"""So long after the last change the draft is checked."""


class EditorWindow(Translated):
    """Qt thread; checks and test-runs in worker threads. No scenario is written before it is saved; what is not yet outlives a crash elsewhere."""

    def __init__(self, context: DeskContext, port: EditorPort) -> None:
        """Open the first scenario that is here."""
        super().__init__()
        self._context, self._seat, self._port = context, context.seat, port
        self._latest = Latest(context.seat, self)
        self.history: History | None = None
        self._leaving = False
        self.checked = False
        """Whether the faults shown are those of the draft as it stands."""
        self.setProperty("role", "window")
        self.choice, self.name = QComboBox(), QLineEdit()
        self.new_button, self.copy_button, self.save_button, self.play_button = button(), button(), button("primary"), button()
        self.undo_button, self.redo_button, self.import_button, self.export_button = button(), button(), button(), button()
        self.sheet = SheetPage(context.seat, self.point)
        self.head = HeadPage(context.seat, port.regions())
        self.trial = TrialPage(context.seat, port, lambda: self.history.present if self.history else None)
        self.resources = ResourcesPage(context.seat, port)
        self.placing = Placing(context, port.region, self.sheet, self.resources, lambda: self.history.present if self.history else None)
        self.tabs = QTabWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(CHECK_AFTER_MS)
        self._later.timeout.connect(self.check)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._list(self._first())
        self._open_first()

    def _lay_out(self) -> None:
        layout = column(self, margin=10, gap=6)
        top = row()
        for part in (self.choice, self.new_button, self.copy_button, self.name, self.save_button):
            top.addWidget(part)
        top.addStretch(1)
        for part in (self.undo_button, self.redo_button, self.import_button, self.export_button, self.play_button):
            top.addWidget(part)
        self.choice.setMinimumWidth(230)
        self.name.setFixedWidth(170)
        layout.addLayout(top)
        self.tabs.setDocumentMode(True)
        for page in (self.sheet, self.head, self.resources, self.head.guide, self.trial):
            self.tabs.addTab(page, "")
        layout.addWidget(self.tabs, 1)
        layout.addWidget(NoticeLine(self._seat))

    def _connect(self) -> None:
        self.choice.activated.connect(self._chosen)
        acts: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (self.new_button, self.new),
            (self.copy_button, self.duplicate),
            (self.save_button, self.save),
            (self.undo_button, self.undo),
            (self.redo_button, self.redo),
            (self.import_button, self._choose_import),
            (self.export_button, self._choose_export),
            (self.play_button, self.play),
        )
        for made, act in acts:
            made.clicked.connect(act)
        self.sheet.edited.connect(self._edited)
        self.sheet.chosen.connect(self.placing.show)
        self.sheet.elsewhere.connect(self._lead)
        self.resources.edited.connect(self._edited)
        self.resources.chosen.connect(self.placing.show)
        self.resources.place_wanted.connect(self.point)
        self.tabs.currentChanged.connect(self._turned)
        self.head.edited.connect(self._edited_head)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+S", self.save),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+N", self.sheet.add_inject),
            ("Ctrl+D", self.sheet.copy_inject),
            ("Ctrl+M", self.point),
            ("F5", self.try_out),
            ("F8", self.sheet.next_fault),
            ("Esc", self.close),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)
        for number in range(self.tabs.count()):
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.tabs.setCurrentIndex(number))

    def retranslate(self) -> None:
        """Say every text."""
        for made, text, key in (
            (self.new_button, tr("New"), ""),
            (self.copy_button, tr("Duplicate"), ""),
            (self.undo_button, tr("Undo"), "Ctrl+Z"),
            (self.redo_button, tr("Redo"), "Ctrl+Y"),
            (self.import_button, tr("Import …"), ""),
            (self.export_button, tr("Export …"), ""),
            (self.play_button, tr("Play it"), ""),
        ):
            made.setText(text)
            made.setToolTip(key)
        self.save_button.setToolTip("Ctrl+S")
        self.choice.setAccessibleName(tr("Scenario"))
        self.name.setAccessibleName(tr("Short name"))
        self.name.setToolTip(tr("Short name: the folder it is saved in"))
        for number, text in enumerate((tr("Injects"), tr("Scenario and objectives"), tr("Resources"), tr("Guide"), tr("Test-run"))):
            self.tabs.setTabText(number, text)
            self.tabs.setTabToolTip(number, f"Alt+{number + 1}")
        if self.history is not None:
            self._list(str(self.choice.currentData()))
        self._paint()

    def _first(self) -> str:
        found = self._port.scenarios()
        return next((one.name for one in found if self._port.is_own(one.name)), found[0].name if found else "")

    def _open_first(self) -> None:
        """Go on with what was not saved when the program ended; else open the first one."""
        kept = self._port.kept()
        if kept is None:
            self.open(self.choice.currentData())
            return
        self._begin(kept, saved=False)
        self._seat.notice(Level.HINT, say("This scenario was not saved when the program ended. Save it, or open another one to give it up."))

    def _list(self, chosen: str) -> None:
        self.choice.clear()
        for one in self._port.scenarios():
            own = "" if self._port.is_own(one.name) else f" ({tr('shipped')})"
            self.choice.addItem(f"{one.title.get(language()) or one.name}{own}", one.name)
        self.choice.setCurrentIndex(self.choice.findData(chosen))

    def _chosen(self, _index: int) -> None:
        name = str(self.choice.currentData())
        if not self._may_leave():
            self.choice.setCurrentIndex(self.choice.findData(self.name.text()))
            return
        self.open(name)

    def open(self, name: str | None) -> None:
        """Open a scenario that is here."""
        if not name:
            self._paint()
            return
        try:
            draft = self._port.read(name)
        except KnownError as error:
            self._seat.notice(Level.FAILED, error.sentence)
            return
        self._begin(draft, saved=True)

    def _begin(self, draft: Draft, *, saved: bool) -> None:
        self.history = History(draft, saved=draft if saved else None)
        self.choice.setCurrentIndex(self.choice.findData(draft.head.id) if saved else -1)
        self._leaving = False
        self.name.setText(draft.head.id)
        self._show()

    def new(self) -> None:
        """Begin an empty scenario."""
        self._fresh(self._port.new)

    def duplicate(self) -> None:
        """Go on with a copy under a name of its own."""
        history = self.history
        if history is not None:
            source = history.present
            self._fresh(lambda name: replace(source, head=replace(source.head, id=name)))

    def _fresh(self, make: Callable[[str], Draft]) -> None:
        if not self._may_leave():
            return
        taken = {one.name for one in self._port.scenarios()}
        stem = self.history.present.head.id if self.history is not None else "scenario"
        name = next(f"{stem}-{n}" for n in range(2, 10_000) if f"{stem}-{n}" not in taken)
        self._begin(make(name), saved=False)
        self.name.setFocus()
        self.name.selectAll()

    def _may_leave(self) -> bool:
        """Return whether nothing would be lost; else say it, and let the next try pass."""
        if self.history is None or not self.history.changed or self._leaving:
            return True
        self._leaving = True
        self._seat.notice(Level.REFUSED, say("This scenario is not saved. Save it, or do that again to give the changes up."))
        return False

    def save(self) -> None:
        """Write it among one's own scenarios."""
        self._commit()
        history = self.history
        if history is None:
            return
        draft = self._named(history.present)
        try:
            self._port.save(draft)
        except (KnownError, Refused) as error:
            self._seat.notice(Level.REFUSED if isinstance(error, Refused) else Level.FAILED, error.sentence)
            return
        history.do(draft)
        history.saved, self._leaving = history.present, False
        self._port.forget()
        self._list(draft.head.id)
        self._paint()
        self._seat.notice(Level.DONE, say("Scenario {name} saved", name=draft.head.id))

    def _named(self, draft: Draft) -> Draft:
        """Return it under the short name that stands above."""
        return replace(draft, head=replace(draft.head, id=self.name.text().strip()))

    def play(self) -> None:
        """Open the saved scenario as an exercise."""
        if not self._may_leave() or self.history is None or self._context.services.scenarios is None:
            return
        try:
            self._context.services.scenarios.start(self.history.present.head.id)
        except KnownError as error:
            self._seat.notice(Level.FAILED, error.sentence)

    def undo(self) -> None:
        """Take the last step back."""
        self._commit()
        if self.history is not None and self.history.undo():
            self._show()

    def redo(self) -> None:
        """Take the last step again."""
        if self.history is not None and self.history.redo():
            self._show()

    def try_out(self) -> None:
        """Begin a test-run."""
        self._commit()
        self.tabs.setCurrentWidget(self.trial)
        self.trial.begin()

    def _commit(self) -> None:
        """Take over what is being typed."""
        if self.sheet.place >= 0:
            self.sheet.form.commit()

    def _edited_head(self, head: Scenario) -> None:
        if self.history is not None:
            self._edited(replace(self.history.present, head=head))

    def _edited(self, draft: Draft) -> None:
        if self.history is not None and self.history.do(draft):
            self._leaving = False
            self._show()

    def _show(self) -> None:
        if self.history is None:
            return
        draft = self.history.present
        self.checked = False
        self.sheet.show_draft(draft)
        self.head.show_head(draft.head)
        self.resources.show_draft(draft)
        self.trial.forget()
        self._paint()
        self._later.start()

    def _paint(self) -> None:
        there = self.history is not None
        self.save_button.setEnabled(there)
        self.save_button.setText(f"{tr('Save')} •" if self.history is not None and self.history.changed else tr("Save"))
        for made in (self.copy_button, self.export_button, self.import_button, self.play_button):
            made.setEnabled(there)

    def check(self) -> None:
        """Check the draft beside the window, and keep it as long as it is not saved."""
        if self.history is not None:
            draft = self.history.present
            if self.history.changed:
                self._port.keep(self._named(draft))
            else:
                self._port.forget()
            self._latest.run(lambda _stopped: self._port.check(draft), self._take)

    def _take(self, issues: tuple[ImportIssue, ...]) -> None:
        self.checked = True
        self.sheet.show_issues(issues)
        self.resources.show_issues(issues)
        self.placing.show()

    def _turned(self, _page: int) -> None:
        """Another page is in front: the map shows what it is about."""
        self.placing.show()

    def point(self) -> None:
        """Let the person point at a place on the desk's map: the current resource's on their page, else the current inject's."""
        if self.tabs.currentWidget() is self.resources:
            self.placing.point_resource()
        else:
            self.placing.point_inject()

    def _lead(self, issue: ImportIssue) -> None:
        """Go to what is wrong with a resource."""
        self.tabs.setCurrentWidget(self.resources)
        self.resources.go_to(issue.file, issue.row, issue.column)

    def _choose_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Import …"), "", SHEETS_READ)
        if name:
            self.import_sheet(Path(name))

    def import_sheet(self, path: Path) -> None:
        """Take the rows of a sheet in place of those here; one step, so it can be taken back."""
        if self.history is None:
            return
        report = Report(path.name)
        try:
            rows = tuple(cells for _, cells in read_rows(path, report))
        except KnownError as error:
            self._seat.notice(Level.FAILED, error.sentence)
            return
        if not rows:
            self._say_no(report.issues[0].sentence if report.issues else say("There is no inject that can be read."))
            return
        self._edited(replace(self.history.present, rows=rows, issues=tuple(report.issues)))
        self._seat.notice(Level.DONE, say("{n} rows read from {file}; what is wrong with them is listed.", n=len(rows), file=path.name))

    def _choose_export(self) -> None:
        found = ask_where(self, tr("Export …"), f"{self.name.text()}.xlsx", SHEETS, self._seat, exercise=True)
        if found is not None:
            self.export_sheet(found)

    def export_sheet(self, path: Path) -> None:
        """Write the rows as a sheet, CSV or XLSX by the file's ending."""
        self._commit()
        if self.history is None:
            return
        try:
            write_rows(path, self.history.present.rows)
        except KnownError as error:
            self._seat.notice(Level.FAILED, error.sentence)
            return
        self._seat.notice(Level.DONE, say("Written to {file}", file=path.name))

    def _say_no(self, sentence: Sentence) -> None:
        self._seat.notice(Level.REFUSED, sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless something would be lost without having been said."""
        self._commit()
        if not self._may_leave():
            event.ignore()
            return
        self._port.forget()
        self._later.stop()
        self._latest.stop()
        self.trial.leave()
        self.placing.stop()
        super().closeEvent(event)


SHEETS = "MSEL (*.xlsx *.csv)"
SHEETS_READ = "MSEL (*.xlsx *.xlsm *.csv)"
