"""The window "Catalogue": a draft of the agency's files, checked while one types, compared, tried, put in force."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QSplitter, QTabWidget, QVBoxLayout, QWidget

from commandcenter.model.commands import ChangeCatalogue
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import say
from commandcenter.resources.catalogue import FILES
from commandcenter.resources.changed import line_of
from commandcenter.ui.catalogue.draft import Checked, Draft, check
from commandcenter.ui.catalogue.editor import Differences, Editor
from commandcenter.ui.catalogue.port import MemoryCatalogue
from commandcenter.ui.catalogue.trial_page import TrialPage
from commandcenter.ui.catalogue.versions_page import VersionsPage
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, label, restyle
from commandcenter.ui.frame.wrapping import WrappingLine
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.latest import Latest
from commandcenter.ui.notice import Level
from commandcenter.ui.tables.page import NoticeLine

FILE_WORDS = {
    "incident_types.csv": mark("Incident types and priorities"),
    "plans.toml": mark("Response plans"),
    "plan_rules.toml": mark("Plans by area, time and risk"),
    "policy.toml": mark("Policies of the engine"),
    "capabilities.csv": mark("Capabilities"),
    "unit_kinds.csv": mark("Kinds of units"),
    "profiles.toml": mark("Vehicles on the roads"),
    "status_rules.toml": mark("Rules of statuses"),
    "watch.toml": mark("Alarms and their times"),
    "questions.toml": mark("Questions to callers"),
    "messages.toml": mark("Templates of messages"),
    "channels.csv": mark("Radio channels"),
    "data_classes.csv": mark("Data: who may see it, how long it is kept"),
    "supply_items.csv": mark("Supply items"),
    "kits.csv": mark("Kits"),
    "carriers.csv": mark("What vehicles carry"),
    "care.csv": mark("Care in hospitals and shelters"),
}
"""In the order in which they are listed."""
CHECK_AFTER_MS = 300
LIST_PX, LIST_LEAST_PX = 270, 120
"""So long after the last key the draft is kept and checked."""


class CatalogueWindow(Translated):
    """Files at the left; text over differences, trial and versions. Qt thread; checks and trials run in worker threads."""

    def __init__(self, context: DeskContext) -> None:
        """Go on with the draft that was kept."""
        super().__init__()
        self._seat, self._port = context.seat, context.services.catalogue or MemoryCatalogue(context.seat.desk.roads)
        self._latest = Latest(context.seat, self)
        self.draft = Draft(self._seat.desk.picture, self._port.read())
        self.checked: Checked | None = None
        self._unkept: set[str] = set()
        self.files, self.editor, self.differences = QListWidget(), Editor(context.seat.look), Differences(context.seat.look)
        self.trial, self.versions, self.tabs = TrialPage(context.seat, self._port), VersionsPage(context.seat), QTabWidget()
        self.state, self.used, self.note = label(wrap=True), label("warn", wrap=True), QLineEdit()
        self.go_to, self.discard, self.adopt = button(), button(), button("primary")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(CHECK_AFTER_MS)
        self._later.timeout.connect(self.check)
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.files.setCurrentRow(0)
        self.check()

    def _lay_out(self) -> None:
        for name in FILE_WORDS:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.files.addItem(item)
        self.files.setMinimumWidth(LIST_LEAST_PX)
        self.files.setWordWrap(True)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.setMaximumWidth(LIST_PX)
        self.files.setSpacing(2)
        for page in (self.differences, self.trial, self.versions):
            self.tabs.addTab(page, "")
        self.tabs.setDocumentMode(True)
        over, parts = QWidget(), QVBoxLayout()
        over.setLayout(parts)
        parts.setContentsMargins(0, 0, 0, 0)
        state, acts = WrappingLine(), WrappingLine()
        state.addWidget(self.state, 1)
        state.addWidget(self.go_to)
        state.addWidget(self.discard)
        acts.addWidget(self.note, 1)
        acts.addWidget(self.adopt)
        parts.addWidget(self.editor, 1)
        parts.addLayout(state)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(over)
        split.addWidget(self.tabs)
        split.setSizes([380, 260])
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.used)
        right.addWidget(split, 1)
        right.addLayout(acts)
        right.addWidget(NoticeLine(self._seat))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 10, 12, 8)
        whole.setSpacing(12)
        whole.addWidget(self.files)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.files.currentRowChanged.connect(lambda _row: self._open())
        self.editor.textChanged.connect(self._typed)
        self.go_to.clicked.connect(self.go_to_fault)
        self.discard.clicked.connect(self._discard)
        self.adopt.clicked.connect(self._adopt)
        self._seat.changed.connect(self._on_changes)
        QShortcut(QKeySequence("Esc"), self, self.close)
        QShortcut(QKeySequence("F8"), self, self.go_to_fault)
        for number in range(self.tabs.count()):
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.tabs.setCurrentIndex(number))

    @property
    def name(self) -> str:
        """Return the file that is open."""
        item = self.files.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else next(iter(FILE_WORDS))

    def choose(self, name: str) -> None:
        """Open a file."""
        self.files.setCurrentRow(list(FILE_WORDS).index(name))

    def check(self) -> None:
        """Keep the draft, check it and compare it; off the Qt thread."""
        self._later.stop()
        self._keep()
        files, base, changes = self.draft.files(), dict(self.draft.base), dict(self.draft.changes)
        self._latest.run(lambda _stopped: check(files, base, changes), self._take)

    def go_to_fault(self) -> None:
        """Open the faulty file at the faulty line."""
        error = self.checked.error if self.checked is not None else None
        if error is not None:
            name, line = line_of(error)
            if name in FILES:
                self.choose(name)
                self.editor.go_to(line)

    def _open(self) -> None:
        self.editor.blockSignals(True)
        self.editor.setPlainText(self.draft.text(self.name))
        self.editor.blockSignals(False)
        self.editor.mark(0)
        self._paint()

    def _typed(self) -> None:
        if self.editor.toPlainText() != self.draft.text(self.name):
            self.draft.put(self.name, self.editor.toPlainText())
            self.checked = None
            self._unkept.add(self.name)
            self._paint()
            self._later.start()

    def _keep(self) -> None:
        """Bring to the disk what was typed since the last time."""
        names, self._unkept = self._unkept, set()
        try:
            for name in names:
                self._port.write(name, self.draft.changes.get(name))
        except KnownError as error:
            self._seat.notice(Level.FAILED, error.sentence)

    def _take(self, checked: Checked) -> None:
        self.checked = checked
        self.differences.show_lines(checked.differences)
        self.trial.use(checked.catalogue if self.draft.changes else None)
        self._paint()

    def _discard(self) -> None:
        self.draft.put(self.name, self.draft.base[self.name])
        self._unkept.add(self.name)
        self._open()
        self.check()

    def _adopt(self) -> None:
        if self.checked is not None:
            command = ChangeCatalogue(self.checked.files, self.draft.upon, self.note.text().strip())
            self._seat.perform(command, said=say("The changed catalogue is in force"))

    def _on_changes(self, changes: Changes) -> None:
        if not changes.of(Kind.POLICY):
            return
        before = self.draft.upon
        self._unkept.update(self.draft.rebase(self._seat.desk.picture))
        if self._unkept and not self.draft.changes:
            self.note.clear()
        self.versions.reload()
        if self.draft.upon != before and self.draft.changes:
            said = say("Another version came into force while this draft was being written; the differences are now those to that version.")
            self._seat.notice(Level.HINT, said)
        if self.editor.toPlainText() != self.draft.text(self.name):
            self._open()
        self.check()

    def retranslate(self) -> None:
        """Say every text."""
        self.tabs.setAccessibleName(tr("Catalogue"))
        self.go_to.setText(tr("Go to the line (F8)"))
        self.discard.setText(tr("Discard changes of this file"))
        self.adopt.setText(tr("Put in force"))
        self.note.setPlaceholderText(tr("Why (kept in the log)"))
        self.note.setAccessibleName(tr("Why (kept in the log)"))
        self.files.setAccessibleName(tr("Files of the catalogue"))
        self.editor.setAccessibleName(tr("Text of the file"))
        self.differences.setAccessibleName(tr("Differences to what is in force"))
        self.differences.setPlaceholderText(tr("The draft is what is in force."))
        for number, words in enumerate((tr("Differences"), tr("Trial"), tr("Versions"))):
            self.tabs.setTabText(number, words)
            self.tabs.setTabToolTip(number, f"Alt+{number + 1}")
        self._paint()

    def _paint(self) -> None:
        error = self.checked.error if self.checked is not None else None
        at, line = line_of(error) if error is not None else ("", 0)
        for number, (name, words) in enumerate(FILE_WORDS.items()):
            sign = "✕ " if name == at else "● " if name in self.draft.changes else ""
            self.files.item(number).setText(f"{sign}{tr(words)}\n{name}")
        self.editor.mark(line if at == self.name else 0)
        changed = bool(self.draft.changes)
        self.go_to.setEnabled(at in FILE_WORDS)
        self.discard.setEnabled(self.name in self.draft.changes)
        self.adopt.setEnabled(changed and self.checked is not None and self.checked.catalogue is not None)
        self.state.setText(self._state_words())
        restyle(self.state, "role", "danger" if error is not None else "ok" if changed and self.checked is not None else "muted")
        fault = self._port.fault()
        self.used.setVisible(fault is not None)
        self.used.setText(f"! {spoken(fault)}" if fault is not None else "")

    def _state_words(self) -> str:
        if self.checked is None:
            return tr("The draft is being checked …")
        if self.checked.error is not None:
            return f"✕ {spoken(self.checked.error.sentence)}"
        return tr("✓ The draft can be used.") if self.draft.changes else tr("The draft is what is in force.")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up what is under way; the draft is kept."""
        self._later.stop()
        self._keep()
        self._latest.stop()
        self.trial.stop()
        super().closeEvent(event)
