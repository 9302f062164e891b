"""The choice of a scenario; an exercise opens in a program of its own, this desk goes on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTabWidget, QWidget

from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.choice_pages import JoinPage, ReplayPage, RunsPage
from commandcenter.ui.exercise.port import ScenarioRow, ScenariosPort
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.tables.page import NoticeLine
from commandcenter.ui.type_names import language


class ScenariosWindow(Translated):
    """Every scenario with what it is about. Enter starts the chosen one. Qt thread."""

    def __init__(self, context: DeskContext, port: ScenariosPort | None) -> None:
        """List what is here; nothing without a port."""
        super().__init__()
        self._seat, self._port = context.seat, port
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hint, self.summary = label("muted", wrap=True), label("", wrap=True)
        self.list, self.write, self.start = QListWidget(), button(), button("primary")
        self.write.clicked.connect(lambda: context.seat.window_wanted.emit("scenario_editor"))
        self.list.currentItemChanged.connect(lambda *_: self._tell())
        self.list.itemActivated.connect(lambda _item: self.begin())
        self.start.clicked.connect(self.begin)
        self._rows: list[ScenarioRow] = port.scenarios() if port is not None else []
        self.runs, self.join, self.replay = RunsPage(self._seat, port), JoinPage(self._seat, port), ReplayPage(self._seat, port)
        self.tabs, new = QTabWidget(), QWidget()
        self.tabs.setDocumentMode(True)
        for page in (new, self.runs, self.join, self.replay):
            self.tabs.addTab(page, "")
        for number in range(self.tabs.count()):
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.tabs.setCurrentIndex(number))
        QShortcut(QKeySequence("Esc"), self, self.close)
        whole = column(self)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(NoticeLine(self._seat))
        layout = column(new, margin=12, gap=8)
        layout.addWidget(self.hint)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.summary)
        foot = row()
        foot.addWidget(self.write)
        foot.addStretch(1)
        foot.addWidget(self.start)
        layout.addLayout(foot)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Return a size in which summaries can be read."""
        return QSize(560, 460)

    def retranslate(self) -> None:
        """Say every text."""
        self.tabs.setAccessibleName(tr("Exercise"))
        self.hint.setText(tr("An exercise runs on its own clock and its own log, in a window of its own. Nothing of it reaches live work."))
        for number, text in enumerate((tr("New exercise"), tr("Go on"), tr("Take part"), tr("Replay a log"))):
            self.tabs.setTabText(number, text)
            self.tabs.setTabToolTip(number, f"Alt+{number + 1}")
        self.write.setText(tr("Write scenarios …"))
        self.write.setToolTip("Ctrl+Shift+E")
        self.start.setText(tr("Start the exercise"))
        self.list.setAccessibleName(tr("Scenarios"))
        kept = max(self.list.currentRow(), 0)
        self.list.clear()
        for scenario in self._rows:
            guided = " · " + tr("guided") if scenario.guided else ""
            facts = tr("cannot be read") if scenario.fault is not None else tr("{n} min", n=scenario.minutes) + f" · {scenario.region}{guided}"
            words = f"{scenario.title.get(language()) or scenario.name}\n{facts}"
            self.list.addItem(QListWidgetItem(words))
        self.list.setCurrentRow(min(kept, self.list.count() - 1))
        self._tell()

    def begin(self) -> None:
        """Start the chosen one."""
        chosen = self.list.currentRow()
        if chosen < 0 or self._port is None:
            return
        try:
            self._port.start(self._rows[chosen].name)
        except (KnownError, Refused) as error:
            self._seat.notice(Level.FAILED, error.sentence)
            return
        self._seat.notice(Level.DONE, say("The exercise opens in its own window"))

    def _tell(self) -> None:
        chosen = self.list.currentRow()
        row = self._rows[chosen] if chosen >= 0 else None
        self.summary.setText("" if row is None else row.summary.get(language()) if row.fault is None else spoken(row.fault))
        self.start.setEnabled(chosen >= 0)
