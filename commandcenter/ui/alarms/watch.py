"""Keeps the list of alarms of one desk up to date; header, panel and sounds all follow this one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from commandcenter.dispatch.cover_fall import CoverFall
from commandcenter.monitor.alarms import Alarm, AlarmList, RunningTimer
from commandcenter.monitor.since import Moment
from commandcenter.ui.alarms.clock_watch import ClockWatch
from commandcenter.ui.seat import Seat

SETTLE_MS = 100
"""Changes that come together are looked at once."""


class AlarmWatch(QObject):
    """The alarms now, worst first. Qt thread.

    Signals:
        changed(): the list is another one, somebody has one in hand, other timers run, or who sits here has other roles.
    """

    changed = Signal()

    def __init__(self, seat: Seat, concerns: Callable[[Alarm], bool] = lambda _alarm: True, falls: Callable[[], Sequence[CoverFall]] = tuple) -> None:
        """Look at once, after each change and every second; keep what concerns this seat. `falls`: where coverage is too low, as last found."""
        super().__init__(seat)
        self._seat, self._concerns, self._falls = seat, concerns, falls
        self.alarms: list[Alarm] = []
        self.timers: tuple[RunningTimer, ...] = ()
        """Those that have not rung yet, the next first."""
        self._roles = seat.roles()
        """Of who sits here: by them an alarm calls this desk."""
        self._list = AlarmList()
        self.clocks = ClockWatch(seat)
        """What is late is reckoned by this computer's clocks: that one was set is told."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.look)
        seat.changed.connect(lambda _changes: self._soon.start() if not self._soon.isActive() else None)
        seat.ticked.connect(lambda _ms: self.look())
        self.look()

    @property
    def worst_sounding(self) -> Alarm | None:
        """Return the worst alarm that sounds now at this desk: any that nobody has in hand, and those that who sits here is called to."""
        roles = self._seat.roles()
        return next((alarm for alarm in self.alarms if alarm.sounding or _calls(alarm, roles)), None)

    @property
    def called(self) -> list[Alarm]:
        """Return the alarms that went to a role of who sits here because nobody dealt with them in time, worst first."""
        roles = self._seat.roles()
        return [alarm for alarm in self.alarms if _calls(alarm, roles)]

    def look(self) -> None:
        """Work the list out anew, as long as somebody sits here."""
        if not self._seat.at_work:
            return
        clock = self._seat.desk.clock
        moment = Moment(clock.wall_ms(), clock.monotonic_s())
        every = self._list.look(self._seat.desk.picture, self._seat.desk.catalogue, moment, self._falls())
        found = [alarm for alarm in every if self._concerns(alarm)]
        roles = self._seat.roles()
        if (found, self._list.timers, roles) != (self.alarms, self.timers, self._roles):
            self.alarms, self.timers, self._roles = found, self._list.timers, roles
            self.changed.emit()


def _calls(alarm: Alarm, roles: frozenset[str]) -> bool:
    """Return whether an alarm went to one of these roles."""
    return bool(alarm.escalated_to) and alarm.escalated_to.casefold() in roles
