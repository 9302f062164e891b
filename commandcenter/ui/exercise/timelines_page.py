"""The timelines of a run: go back to a moment, and from one timeline to another. None is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.port import ExercisePort, TimelineRow
from commandcenter.ui.exercise.typed_time import last_at
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table


def _name(row: TimelineRow) -> str:
    name = tr("First run") if row.number == 0 else tr("Branch {n}", n=row.number)
    return f"▶ {name}" if row.current else name


COLUMNS: tuple[Column[TimelineRow], ...] = (
    Column(mark("Timeline"), _name, wide=True),
    Column(mark("Begun at"), lambda row: "" if row.from_ms is None else formats.clock(row.from_ms)),
    Column(mark("Left"), lambda row: "" if row.of is None else tr("First run") if row.of == 0 else tr("Branch {n}", n=row.of)),
    Column(mark("Stands at"), lambda row: formats.clock(row.at_ms)),
    Column(mark("Fulfilled"), lambda row: f"{row.fulfilled}/{row.expected}", number=True),
    Column(mark("Entries"), lambda row: formats.number(row.entries), number=True),
)


class TimelinesPage(Page):
    """Qt thread."""

    def __init__(self, seat: Seat, port: ExercisePort) -> None:
        """Show a run's timelines."""
        super().__init__()
        self._seat, self._port = seat, port
        self.hint = label("muted", wrap=True)
        self.moment, self.back, self.switch = QLineEdit(), button(), button()
        self._field = Field(self.moment, 150)
        self.table: Table[TimelineRow] = Table(seat.look, COLUMNS, lambda row: row.number)
        self.box.addWidget(self.hint)
        self.line(self._field, self.back, 1, self.switch)
        self.box.addWidget(self.table, 1)
        self.back.clicked.connect(self.go_back)
        self.moment.returnPressed.connect(self.go_back)
        self.switch.clicked.connect(self.go_on)
        self.table.keys = {Qt.Key.Key_Return: self.go_on}
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.hint.setText(tr("Going back begins a new timeline at that moment; this one stays as it is, and can be gone on with."))
        self._field.say(tr("Exercise time"), "07:05:30")
        self.back.setText(tr("Go back to it"))
        self.switch.setText(tr("Go on with this timeline"))
        self.table.name_it(tr("Timelines"), "")
        self.refresh()

    def refresh(self) -> None:
        """Show how they stand."""
        rows = self._port.timelines()
        if rows != self.table.rows.rows:
            self.table.show_rows(rows)

    def go_back(self) -> None:
        """Begin a new timeline at the moment that was typed."""
        try:
            moment_ms = last_at(self.moment.text(), self._seat.now_ms())
        except Refused as refused:
            self._seat.notice(Level.REFUSED, refused.sentence)
            return
        self._seat.run(self._port.go_back(moment_ms))

    def go_on(self) -> None:
        """Go on with the chosen timeline."""
        chosen = self.table.current()
        if chosen is not None and not chosen.current:
            self._seat.run(self._port.switch(chosen.number))
        else:
            self._seat.notice(Level.HINT, say("Choose another timeline first."))
