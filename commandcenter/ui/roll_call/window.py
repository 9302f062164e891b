"""The roll-call window: the crews of the chosen incident, counted by keyboard, with the clock running."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from commandcenter.model.commands import AnswerRollCall, DeclareMayday, EndRollCall, StartRollCall
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.sentences import say
from commandcenter.picture.views import IncidentView
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, restyle, row
from commandcenter.ui.frame.written import commit
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.roll_call.rows import Roll, RollRow, called_role, due_ms, roll_of
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import NoticeLine
from commandcenter.ui.tables.view import Table
from commandcenter.ui.words import role_word

DIGITS = {Qt.Key(Qt.Key.Key_0 + n): n for n in range(10)}


class RollCallWindow(Translated):
    """Enter: all are there; a digit: so many; M: mayday; Ctrl+Enter begins or ends. Follows the incident chosen at the desk."""

    def __init__(self, context: DeskContext) -> None:
        """Show the roll-call of the seat's incident."""
        super().__init__()
        self.setProperty("role", "window")
        self._seat = seat = context.seat
        self.roll: Roll | None = None
        self.head, self.clock, self.sums, self.called = label("large"), label("large"), label("strong"), label("danger")
        self.next = label("muted")
        self.table: Table[RollRow] = Table(seat.look, self._columns(), lambda line: line.unit)
        self.table.keys = {
            Qt.Key.Key_Return: self.all_there,
            Qt.Key.Key_Enter: self.all_there,
            Qt.Key.Key_M: self.mayday,
            **{key: partial(self.count, number) for key, number in DIGITS.items()},
        }
        self.reason, self.start, self.end = QLineEdit(), button("primary"), button()
        self.start.clicked.connect(self.begin)
        self.end.clicked.connect(self.finish)
        self.start.needs(seat, StartRollCall)
        self.end.needs(seat, EndRollCall)
        self.reason.returnPressed.connect(self.finish)
        for keys, act in (("Ctrl+Return", self._begin_or_finish), ("Ctrl+Enter", self._begin_or_finish), ("Esc", self.close)):
            QShortcut(QKeySequence(keys), self, act)
        self._lay_out()
        seat.changed.connect(self._on_changes)
        seat.incident_chosen.connect(self._incident_chosen)
        seat.ticked.connect(self._tick)
        self.retranslate()
        self.table.setFocus()

    def _lay_out(self) -> None:
        layout = column(self, margin=12, gap=8)
        top = row()
        top.addWidget(self.head, 1)
        top.addWidget(self.clock)
        layout.addLayout(top)
        middle = row()
        middle.addWidget(self.sums)
        middle.addStretch(1)
        middle.addWidget(self.called)
        middle.addWidget(self.next)
        layout.addLayout(middle)
        layout.addWidget(self.table, 1)
        foot = row()
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.end)
        foot.addWidget(self.start)
        layout.addLayout(foot)
        layout.addWidget(NoticeLine(self._seat))

    def _columns(self) -> list[Column[RollRow]]:
        return [
            Column(mark("Unit"), lambda line: line.callsign, wide=True),
            Column(mark("Crew"), lambda line: str(line.expected), number=True),
            Column(mark("Counted"), lambda line: "–" if line.counted is None else str(line.counted), number=True),
            Column(mark("State"), _standing, tone=_tone, wide=True),
            Column(mark("Answered"), lambda line: formats.clock(line.answered_ms) if line.answered_ms is not None else ""),
        ]

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(
            tr("Roll-call"),
            tr("No roll-call yet"),
            tr("Ctrl+Enter asks every unit on scene. Enter: all are there; a digit: so many; M: mayday."),
            "account-group-outline",
        )
        self.start.setText(tr("Begin the roll-call (Ctrl+Enter)"))
        self.end.setText(tr("End the roll-call (Ctrl+Enter)"))
        self.reason.setPlaceholderText(tr("While somebody is missing: why it ends"))
        self.reason.setAccessibleName(tr("Why the roll-call ends"))
        self.reload()

    def reload(self) -> None:
        """Show the roll-call as it stands."""
        incident = self._incident()
        self.roll = roll_of(self._seat.desk.picture, incident.id) if incident is not None else None
        self.head.setText(
            tr("Roll-call at {number} {place}", number=incident.number, place=incident.address) if incident else tr("No incident chosen")
        )
        self.table.show_rows(self.roll.rows if self.roll is not None else ())
        if self.table.current() is None and self.roll is not None and self.roll.rows:
            self.table.choose(self.roll.rows[0].unit)
        running = self.roll is not None and self.roll.call.open
        self.start.setVisible(not running)
        self.start.setEnabled(incident is not None and incident.open)
        for part in (self.end, self.reason):
            part.setVisible(running)
        self._tick(self._seat.now_ms())

    def begin(self) -> None:
        """Ask every unit on scene."""
        incident = self._incident()
        if incident is not None:
            self._seat.perform(StartRollCall(incident.id), said=say("Roll-call of {number} begun", number=incident.number))

    def finish(self) -> None:
        """End the roll-call."""
        if self.roll is not None and self.roll.call.open:
            commit(self._seat, self.reason, EndRollCall(self.roll.call.id, self.reason.text().strip()), say("Roll-call ended"))

    def all_there(self) -> None:
        """The current unit has everybody with it."""
        line = self.table.current()
        if line is not None:
            self.count(line.expected)

    def count(self, persons: int) -> None:
        """The current unit has so many people with it; then the next that is silent is the current one."""
        line = self.table.current()
        if line is None or self.roll is None:
            return
        if not self.roll.call.open:
            return
        said = say("{callsign}: {n} of {all} are there", callsign=line.callsign, n=persons, all=line.expected)
        waiting = [other.unit for other in self.roll.rows if other.counted is None and other.unit != line.unit]
        self._seat.perform(AnswerRollCall(self.roll.call.id, line.unit, persons), said=said)
        if waiting:
            self.table.choose(waiting[0])

    def mayday(self) -> None:
        """The current unit is in danger."""
        line = self.table.current()
        if line is not None and not line.mayday:
            self._seat.perform(DeclareMayday(line.unit, ""), said=say("MAYDAY {callsign}", callsign=line.callsign))

    def _begin_or_finish(self) -> None:
        if self.roll is not None and self.roll.call.open:
            self.finish()
        else:
            self.begin()

    def _incident(self) -> IncidentView | None:
        return self._seat.desk.picture.incident(self._seat.incident) if self._seat.incident else None

    def _incident_chosen(self, _incident: str) -> None:
        self.reload()

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in (Kind.ROLL_CALL, Kind.UNIT, Kind.INCIDENT)):
            self.reload()

    def _tick(self, now_ms: int) -> None:
        """Let the clock run while the roll-call does, and say when the next one is due."""
        roll = self.roll
        self._say_next(now_ms)
        self.clock.setText("" if roll is None else formats.eta(((roll.call.ended_ms or now_ms) - roll.call.started_ms) / 1000))
        if roll is None:
            self.sums.setText("")
            self.called.setText("")
            return
        words = tr(
            "{units} of {all} units have answered · {n} of {people} people",
            units=roll.answered,
            all=len(roll.rows),
            n=roll.counted,
            people=roll.expected,
        )
        ended = "" if roll.call.open else " · " + tr("ended")
        self.sums.setText(words + ended)
        restyle(self.sums, "role", "ok" if roll.complete else "warn")
        role = called_role(roll, self._seat.desk.catalogue.watch, now_ms)
        self.called.setText(tr("{role} is called", role=role_word(role)) if role else "")

    def _say_next(self, now_ms: int) -> None:
        incident, desk = self._incident(), self._seat.desk
        at_ms = due_ms(desk.picture, incident, self.roll, desk.catalogue.watch) if incident is not None else None
        late = at_ms is not None and now_ms >= at_ms
        time = formats.eta(abs(at_ms - now_ms) / 1000) if at_ms is not None else ""
        self.next.setText("" if at_ms is None else tr("overdue by {time}", time=time) if late else tr("next one due in {time}", time=time))
        restyle(self.next, "role", "warn" if late else "muted")


def _standing(line: RollRow) -> str:
    if line.mayday:
        return tr("MAYDAY")
    if line.counted is None:
        return tr("has not answered")
    return tr("{n} missing", n=line.missing) if line.missing else tr("all are there")


def _tone(line: RollRow) -> str:
    return "danger" if line.mayday or line.missing else "warn" if line.counted is None else "ok"
