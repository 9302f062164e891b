"""The timers that run: how many, what they remind of, and a way to call each off."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton

from commandcenter.model.commands import EndTimer
from commandcenter.model.sentences import say
from commandcenter.monitor.alarms import RunningTimer
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat

MOST_WORDS = 60


class RunningTimers(QPushButton):
    """A button with their number; its menu names them, the next first, and calls off the one that is chosen. Qt thread."""

    def __init__(self, seat: Seat, watch: AlarmWatch) -> None:
        """Follow the watch."""
        super().__init__()
        self._seat, self._watch = seat, watch
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)
        watch.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text; nothing is shown while no timer runs."""
        count = len(self._watch.timers)
        self.setVisible(count > 0)
        self.setText(tr("{n} timers run", n=count) if count != 1 else tr("1 timer runs"))
        self.setToolTip(tr("Timers that will ring; choose one to call it off"))
        self.setAccessibleName(self.text())

    def fill(self) -> None:
        """Name the timers as they run now."""
        self._menu.clear()
        for timer in self._watch.timers:
            left = formats.eta((timer.due_ms - self._seat.now_ms()) / 1000)
            text = timer.text if len(timer.text) <= MOST_WORDS else timer.text[:MOST_WORDS] + "…"
            action = self._menu.addAction(tr("Call off: {what} (in {time})", what=text.replace("&", "&&"), time=left))
            action.setEnabled(self._seat.lacks(EndTimer) is None)
            action.triggered.connect(partial(self._call_off, timer))

    def _call_off(self, timer: RunningTimer, _checked: bool = False) -> None:
        self._seat.perform(EndTimer(timer.id), said=say("Timer called off: {text}", text=timer.text))
