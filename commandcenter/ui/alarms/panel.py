"""The alarms panel: one list, worst first; take one in hand, go to it, end what it is about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from commandcenter.model.commands import AnswerAlarm, Command, EndMayday, EndTimer, NoteCallback, SetTimer, StartRollCall, WithdrawOrder
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import CallbackState
from commandcenter.monitor.alarms import Alarm
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.alarms.rows import AlarmDelegate, AlarmRows
from commandcenter.ui.alarms.sound import Sounder
from commandcenter.ui.alarms.timers import RunningTimers
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import EmptyList, button, column, label, row
from commandcenter.ui.frame.written import commit
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.rows import ITEM_ROLE
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import NumberEdit

LONGEST_MIN = 24 * 60
TIMER_W = 56


class AlarmList(EmptyList):
    """The list; Enter takes the alarm in hand, Space goes to it.

    Signals:
        in_hand(), shown(): the person wants to have the current alarm in hand, or to see what it is about.
    """

    in_hand, shown = Signal(), Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.in_hand.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.shown.emit()
        else:
            super().keyPressEvent(event)


class AlarmsPanel(Panel):
    """Alarms of this desk, the words for one in hand, and a line for timers.

    Signals:
        wanted(object): go to what this alarm is about.
    """

    wanted = Signal(object)

    def __init__(self, seat: Seat, watch: AlarmWatch, sounder: Sounder) -> None:
        """Follow the watch."""
        super().__init__(seat.look)
        self._seat, self._watch, self._sounder = seat, watch, sounder
        self.rows = AlarmRows(seat)
        self.list = AlarmList(seat.look)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(AlarmDelegate(seat, self.rows))
        self.list.in_hand.connect(self.take_in_hand)
        self.list.shown.connect(self._go)
        self.list.doubleClicked.connect(lambda _index: self._go())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.words, self.hand, self.go, self.end = QLineEdit(), button("primary"), button(), button()
        self.words.returnPressed.connect(self.take_in_hand)
        self.hand.clicked.connect(self.take_in_hand)
        self.go.clicked.connect(self._go)
        self.end.clicked.connect(self._end)
        self.timer_text, self.timer_min, self.minutes, self.timer_set = QLineEdit(), NumberEdit("10"), label("muted"), button()
        self.timers = RunningTimers(seat, watch)
        self.timer_min.setFixedWidth(TIMER_W)
        self.timer_min.returnPressed.connect(self.set_timer)
        self.timer_text.returnPressed.connect(self.set_timer)
        self.timer_set.clicked.connect(self.set_timer)
        self.silent = label("warn")
        self.silent.setContentsMargins(0, 0, 8, 0)
        self.tools.append(self.silent)
        self._lay_out()
        watch.changed.connect(self._show)
        seat.ticked.connect(lambda _ms: self.list.viewport().update())
        self.retranslate()

    def _lay_out(self) -> None:
        layout = column(self)
        layout.addWidget(self.list, 1)
        line = row()
        line.setContentsMargins(10, 3, 10, 5)
        for part in (self.words, self.hand, self.go, self.end):
            line.addWidget(part, 3 if part is self.words else 0)
        line.addSpacing(16)
        line.addWidget(self.timers)
        line.addWidget(self.timer_text, 2)
        line.addWidget(self.timer_min)
        line.addWidget(self.minutes)
        line.addWidget(self.timer_set)
        layout.addLayout(line)

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Alarms")

    def focus_target(self) -> QWidget:
        """Return the list."""
        return self.list

    def retranslate(self) -> None:
        """Say every text."""
        self.list.setAccessibleName(self.title())
        self.list.say_when_empty(
            tr("Nothing is overdue"), tr("Alarms stand here, worst first, until what they are about is dealt with."), "bell-check-outline"
        )
        self.words.setPlaceholderText(tr("What is being done about it"))
        self.words.setAccessibleName(tr("What is being done about it"))
        self.hand.setText(tr("In hand"))
        self.hand.setToolTip(tr("Enter: silence it at every desk; it stays in the list"))
        self.go.setText(tr("Go to it"))
        self.timer_text.setPlaceholderText(tr("Remind us of …"))
        self.timer_text.setAccessibleName(tr("Remind us of …"))
        self.minutes.setText(tr("min"))
        self.timer_min.setAccessibleName(tr("In how many minutes"))
        self.timer_set.setText(tr("Set timer"))
        self.timers.retranslate()
        self._show()

    def current(self) -> Alarm | None:
        """Return the alarm that is chosen."""
        found = self.list.currentIndex().data(ITEM_ROLE)
        return found if isinstance(found, Alarm) else None

    def take_in_hand(self) -> None:
        """Say that this desk has the chosen alarm in hand."""
        alarm = self.current()
        if alarm is not None:
            commit(self._seat, self.words, AnswerAlarm(alarm.id, self.words.text()), say("In hand: {what}", what=alarm.text))

    def set_timer(self) -> None:
        """Set a timer for the chosen incident."""
        self._seat.run(self._set_timer())

    async def _set_timer(self) -> None:
        minutes = self.timer_min.whole()
        if not 1 <= minutes <= LONGEST_MIN:
            raise Refused("A timer runs for 1 to {most} minutes.", most=LONGEST_MIN)
        command = SetTimer(self.timer_text.text(), self._seat.now_ms() + 60_000 * minutes, self._seat.incident)
        await self._seat.submit(command, said=say("Timer set for {n} min", n=minutes))
        self.timer_text.clear()

    def _show(self) -> None:
        self.rows.show(self._watch.alarms)
        if not self.list.currentIndex().isValid() and self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(0))
        self.count_label.setText(str(self.rows.rowCount() or ""))
        fault = self._sounder.fault if self._watch.worst_sounding is not None else None
        self.silent.setText(spoken(fault) if fault is not None else "")
        self.silent.setVisible(fault is not None)
        self._offer()

    def _offer(self) -> None:
        alarm = self.current()
        for part in (self.words, self.hand, self.go):
            part.setEnabled(alarm is not None)
        ending = _ending(alarm, "–") if alarm is not None else None
        self.end.setVisible(ending is not None)
        if ending is not None:
            self.end.setText(spoken(ending[1]))

    def _go(self) -> None:
        alarm = self.current()
        if alarm is not None:
            self.wanted.emit(alarm)

    def _end(self) -> None:
        alarm = self.current()
        ending = _ending(alarm, self.words.text()) if alarm is not None else None
        if ending is None:
            return
        if isinstance(ending[0], EndMayday | WithdrawOrder) and not self.words.text().strip():
            self._seat.notice(Level.REFUSED, say("Write the reason into the line first."))
            self.words.setFocus()
            return
        commit(self._seat, self.words, ending[0], ending[2])


def _ending(alarm: Alarm, reason: str) -> tuple[Command, Sentence, Sentence] | None:
    """Return what ends the cause of an alarm at once, its name, and what is said once it is done; `None` where it takes more."""
    match alarm.kind:
        case AlarmKind.MAYDAY if alarm.unit is not None:
            return EndMayday(alarm.unit, reason), say("End the mayday"), say("Mayday ended")
        case AlarmKind.TIMER_DUE if alarm.subject is not None:
            return EndTimer(alarm.subject), say("Done"), say("Timer done")
        case AlarmKind.CALLBACK_DUE if alarm.subject is not None:
            return NoteCallback(alarm.subject, CallbackState.REACHED, reason), say("Caller reached"), say("The caller was reached")
        case AlarmKind.ROLL_CALL_DUE if alarm.incident is not None:
            return StartRollCall(alarm.incident), say("Begin the roll-call"), say("Roll-call begun")
        case AlarmKind.ORDER_REFUSED | AlarmKind.ORDER_UNANSWERED if alarm.subject is not None:
            return WithdrawOrder(alarm.subject, reason), say("Withdraw the order"), say("Order withdrawn")
    return None
