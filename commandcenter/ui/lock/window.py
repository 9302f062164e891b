"""What stands on the screen while it is locked: the clock, the alarms, and the way back for somebody with a PIN."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from commandcenter.model.errors import SaidError
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.field.parts import BigButton, Card, big
from commandcenter.ui.frame.parts import Translated, column, label, restyle
from commandcenter.ui.frame.roomy import make_roomy
from commandcenter.ui.frame.titles import PROGRAM, name_window
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.identity.port import Person
from commandcenter.ui.identity.sign_in import secret
from commandcenter.ui.seat import Seat

LIVES = frozenset({AlarmKind.MAYDAY, AlarmKind.PEOPLE_MISSING, AlarmKind.ROLL_CALL_SILENT})
"""Said in full; of all others only how many there are, for anybody may stand before the screen."""
MOST_SAID = 6
CARD_W = 460

Unlock = Callable[[str, str], Coroutine[Any, Any, None]]
"""Takes name and PIN; raises `Refused` or `KnownError`."""


class LockWindow(Translated):
    """A window of its own; it only goes by the right PIN. Qt thread, inside a running asyncio loop.

    Signals:
        opened(): somebody with a PIN is back.
    """

    opened = Signal()

    def __init__(self, seat: Seat, watch: AlarmWatch, people: Callable[[], tuple[Person, ...]], unlock: Unlock) -> None:
        """Ask one of `people`."""
        super().__init__()
        self._seat, self._watch, self._people, self._unlock = seat, watch, people, unlock
        self._task: asyncio.Task[Any] | None = None
        self._open = False
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.clock, self.title, self.alarms, self.others = label("large"), label("large"), label("alarm", wrap=True), label("warn")
        self.name, self.pin, self.go, self.said = QComboBox(), secret(), BigButton("primary"), label("warn", wrap=True)
        big(self.name, self.pin)
        self._lay_out()
        self.go.clicked.connect(self.submit)
        self.pin.returnPressed.connect(self.submit)
        watch.changed.connect(self.show_alarms)
        seat.ticked.connect(self._tick)
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        card.title.hide()
        card.setFixedWidth(CARD_W)
        for part in (self.title, self.said, self.name, self.pin, self.go):
            card.body.addWidget(part)
        lines = column(self, margin=24, gap=16)
        lines.addStretch(2)
        for part in (self.clock, self.alarms, self.others):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            lines.addWidget(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        lines.addLayout(middle)
        lines.addStretch(3)
        make_roomy(self)

    def retranslate(self) -> None:
        """Say every text."""
        name_window(self, tr("Locked"), self._seat.desk.picture.operation, PROGRAM)
        self.title.setText(tr("The screen is locked"))
        for field, words in ((self.name, tr("Name")), (self.pin, tr("PIN or passphrase"))):
            field.setAccessibleName(words)
        self.pin.setPlaceholderText(tr("PIN or passphrase"))
        self.go.setText(tr("Unlock"))
        self._tick(self._seat.now_ms())
        self.show_alarms()

    def ask(self, present: str) -> None:
        """Offer the people who have a PIN, the one who sits here first, with the keyboard in the PIN."""
        with QSignalBlocker(self.name):
            self.name.clear()
            self.name.addItems([person.name for person in self._people() if person.has_pin])
            self.name.setCurrentIndex(max(0, self.name.findText(present)))
        self.show_alarms()
        self.pin.setFocus()

    def show_alarms(self) -> None:
        """Say what endangers lives in full, of the rest how many there are."""
        found = self._watch.alarms
        lives = [alarm for alarm in found if alarm.kind in LIVES]
        self.alarms.setText("\n".join(f"⚠ {spoken(alarm.text)}" for alarm in lives[:MOST_SAID]))
        self.alarms.setVisible(bool(lives))
        others = len(found) - len(lives[:MOST_SAID])
        self.others.setText(tr("{n} more alarms", n=others) if lives else tr("{n} alarms", n=others))
        self.others.setVisible(others > 0)

    def submit(self) -> None:
        """Try name and PIN; one try at a time."""
        if self._task is None or self._task.done():
            self._task = self._seat.run(self._try(self.name.currentText(), self.pin.text()))

    async def _try(self, name: str, pin: str) -> None:
        self.pin.clear()
        self.go.setEnabled(False)
        self.said.clear()
        try:
            await self._unlock(name, pin)
        except SaidError as error:
            self.said.setText(spoken(error.sentence))
            return
        finally:
            self.go.setEnabled(True)
            self.pin.setFocus()
        self._open = True
        self.opened.emit()

    def _tick(self, now_ms: int) -> None:
        self.clock.setText(formats.clock(now_ms))
        lit = now_ms // 1000 % 2 == 0 or self._watch.worst_sounding is None
        restyle(self.alarms, "role", "alarm" if lit else "alarm_dim")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing closes it but the PIN."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until it is opened, unless the program ends."""
        if self._open or not self._seat.at_work:
            super().closeEvent(event)
        else:
            event.ignore()
