"""Other ways into an exercise: a run that was cut off, another computer's exercise, a real log of calls."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QListWidget, QListWidgetItem

from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.rights import Role
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.port import RunRow, ScenariosPort
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Field, NumberEdit, Page
from commandcenter.ui.type_names import language

OPENS = say("The exercise opens in its own window")


class RunsPage(Page):
    """Runs that can be taken up. Qt thread."""

    def __init__(self, seat: Seat, port: ScenariosPort | None) -> None:
        """List them."""
        super().__init__()
        self._seat, self._port = seat, port
        self.rows: list[RunRow] = port.unfinished() if port is not None else []
        self.hint, self.list, self.go_on = label("muted", wrap=True), QListWidget(), button("primary")
        self.box.addWidget(self.hint)
        self.box.addWidget(self.list, 1)
        self.line(1, self.go_on)
        self.list.itemActivated.connect(lambda _item: self.resume())
        self.go_on.clicked.connect(self.resume)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.hint.setText(
            tr("What was closed, or cut off, before its end goes on where it was.") if self.rows else tr("No exercise here waits to be gone on with.")
        )
        self.go_on.setText(tr("Go on with it"))
        self.go_on.setEnabled(bool(self.rows))
        self.list.setAccessibleName(tr("Unfinished exercises"))
        self.list.clear()
        for row in self.rows:
            branch = " · " + tr("Branch {n}", n=row.branch) if row.branch else ""
            self.list.addItem(QListWidgetItem(f"{row.title.get(language())} · {formats.moment(row.at_ms)}{branch}"))
        self.list.setCurrentRow(0)

    def resume(self) -> None:
        """Take the chosen one up."""
        chosen = self.list.currentRow()
        if self._port is not None and 0 <= chosen < len(self.rows):
            try:
                self._port.resume(self.rows[chosen].operation)
            except KnownError as error:
                self._seat.notice(Level.FAILED, error.sentence)
                return
            self._seat.notice(Level.DONE, OPENS)


class JoinPage(Page):
    """Another computer's exercise. Qt thread."""

    def __init__(self, seat: Seat, port: ScenariosPort | None) -> None:
        """Ask for code, name and role, and where the leading computer is."""
        super().__init__()
        self._seat, self._port = seat, port
        self.hint, self.join = label("muted", wrap=True), button("primary")
        self.code, self.name, self.role, self.where = QLineEdit(), QLineEdit(), QComboBox(), QLineEdit()
        self._fields = Field(self.code), Field(self.name), Field(self.role), Field(self.where)
        self.box.addWidget(self.hint)
        for field in self._fields:
            self.box.addWidget(field)
        self.line(1, self.join)
        self.box.addStretch(1)
        self.join.clicked.connect(self.take_part)
        for line in (self.code, self.name, self.where):
            line.returnPressed.connect(self.take_part)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.hint.setText(tr("The controller's window shows the codes: Exercise, Several computers. This computer needs the exercise's region."))
        code, name, role, where = self._fields
        code.say(tr("Code"))
        name.say(tr("Your name"))
        role.say(tr("Role"))
        where.say(tr("Address of the leading computer or of the hub; empty: this network is searched"), "192.168.1.5:8450, https://hub.example:8440")
        kept = max(self.role.currentIndex(), 0)
        self.role.clear()
        for words, value in ((tr("Player"), "player"), (tr("Evaluator"), Role.EVALUATOR.value), (tr("Controller"), Role.TRAINER.value)):
            self.role.addItem(words, value)
        self.role.setCurrentIndex(kept)
        self.join.setText(tr("Take part"))

    def take_part(self) -> None:
        """Come in."""
        name = self.name.text().strip()
        try:
            if not name:
                raise Refused("Say who you are: your name is empty.")
            if self._port is not None:
                self._port.join(self.code.text(), name, str(self.role.currentData()), self.where.text().strip())
        except (KnownError, Refused) as error:
            self._seat.notice(Level.REFUSED, error.sentence)
            return
        self._seat.notice(Level.DONE, OPENS)


class ReplayPage(Page):
    """A real log of calls. Qt thread."""

    def __init__(self, seat: Seat, port: ScenariosPort | None) -> None:
        """Ask for a file."""
        super().__init__()
        self._seat, self._port = seat, port
        self.hint, self.choose, self.start = label("muted", wrap=True), button(), button("primary")
        self.path, self.days = QLineEdit(), NumberEdit("1")
        self._fields = Field(self.path), Field(self.days, 110)
        self.box.addWidget(self.hint)
        line = self.line(self._fields[0], self.choose, self._fields[1])
        line.setStretch(0, 1)
        self.line(1, self.start)
        self.box.addStretch(1)
        self.choose.clicked.connect(self._choose)
        self.start.clicked.connect(self.begin)
        self.box.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.hint.setText(
            tr(
                "A de-identified log plays in this desk's region at its own timing; you decide: one of this program, as “log export” writes it, "
                "or one with the columns of San Francisco Fire. A log of this region keeps its places; else a call's share of the source's "
                "width and height becomes the same share of this region's. "
                "Clock inversions and double-booked units are told, not mended."
            )
        )
        self._fields[0].say(tr("File"), "calls.csv")
        self._fields[1].say(tr("Days; empty: all"))
        self.choose.setText(tr("Choose …"))
        self.start.setText(tr("Replay it"))

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose …"), "", "CSV, JSON (*.csv *.json *.jsonl)")
        if name:
            self.path.setText(name)

    def begin(self) -> None:
        """Open the replay."""
        try:
            days = self.days.real() if self.days.text().strip() else None
            path = Path(self.path.text().strip())
            if not path.is_file():
                raise Refused("There is no file {file}.", file=str(path))
            if self._port is not None:
                self._port.replay(path, days)
        except (KnownError, Refused) as error:
            self._seat.notice(Level.REFUSED, error.sentence)
            return
        self._seat.notice(Level.DONE, OPENS)
