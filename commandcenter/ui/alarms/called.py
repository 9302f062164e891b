"""The pill in the header that calls a person: an alarm went to a role of who sits here. What is heard is seen too."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from commandcenter.monitor.alarms import Alarm
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.frame.parts import PILL_H, Translated, restyle, row
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.words import role_word

WIDEST_PX = 300
MOST_NAMED = 20
"""So many the tip names; all of them stand in the list of alarms."""


class CalledPill(Translated):
    """Names the worst alarm that who sits here is called to, and how many more there are. Takes no room without any.

    Signals:
        pressed(object): go to this alarm.
    """

    pressed = Signal(object)

    def __init__(self, seat: Seat, watch: AlarmWatch, parent: QWidget | None = None) -> None:
        """Follow the watch."""
        super().__init__(parent)
        self._seat, self._watch = seat, watch
        self.called: list[Alarm] = []
        self.setProperty("role", "clear")
        self.pill = QToolButton()
        self.pill.setFixedHeight(PILL_H)
        self.pill.setMaximumWidth(WIDEST_PX)
        self.pill.clicked.connect(self._go)
        row(self).addWidget(self.pill)
        watch.changed.connect(self.retranslate)
        seat.rights_changed.connect(self.retranslate)
        seat.ticked.connect(self._blink)
        self.retranslate()

    def retranslate(self) -> None:
        """Say which alarm it is, and as whom one is called."""
        self.called = self._watch.called
        self.setVisible(bool(self.called))
        if not self.called:
            return
        worst = self.called[0]
        said = tr("{role} called: {what}", role=role_word(worst.escalated_to), what=spoken(worst.text))
        more = len(self.called) - 1
        whole, plus = (f"{said} +{more}", f" +{more}") if more else (said, "")
        metrics = self.pill.fontMetrics()
        room = WIDEST_PX - 2 * PILL_H - metrics.horizontalAdvance(plus)
        self.pill.setText(metrics.elidedText(said, Qt.TextElideMode.ElideRight, room).replace("&", "&&") + plus)
        named = [*(spoken(alarm.text) for alarm in self.called[:MOST_NAMED]), *(["…"] if len(self.called) > MOST_NAMED else [])]
        self.pill.setToolTip("\n".join([*named, tr("Nobody has dealt with it in time; press to go to it")]))
        self.pill.setAccessibleName(whole)
        restyle(self.pill, "pill", "danger")

    def _blink(self, now_ms: int) -> None:
        if self.called:
            restyle(self.pill, "pill", "danger" if now_ms // 1000 % 2 == 0 else "warn")

    def _go(self) -> None:
        if self.called:
            self.pressed.emit(self.called[0])
