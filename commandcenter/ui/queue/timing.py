"""What runs at an incident: the worst of what is overdue there, else the timer that rings next. In words, for the row of the queue."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.ids import Id
from commandcenter.monitor.alarms import Alarm, RunningTimer
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr

OVERDUE = {
    AlarmKind.MAYDAY: mark("MAYDAY"),
    AlarmKind.PEOPLE_MISSING: mark("people missing"),
    AlarmKind.ROLL_CALL_SILENT: mark("roll-call silent"),
    AlarmKind.DOUBLE_BOOKED: mark("unit sent twice"),
    AlarmKind.ORDER_REFUSED: mark("order refused"),
    AlarmKind.ORDER_UNANSWERED: mark("order unanswered"),
    AlarmKind.TURNOUT_LATE: mark("turnout late"),
    AlarmKind.CONTACT_LATE: mark("no contact"),
    AlarmKind.TIMER_DUE: mark("timer due"),
    AlarmKind.ROLL_CALL_DUE: mark("roll-call due"),
    AlarmKind.CALLBACK_DUE: mark("call back"),
}
"""A call that waits has its own clock in the row, conflicts their own sign."""
HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class Timing:
    """One state of a row."""

    words: str
    tone: str
    """A colour of the theme; the words alone say as much."""


class Timings:
    """The state of every incident, as the list of alarms has it. Qt thread."""

    def __init__(self, watch: AlarmWatch) -> None:
        """Read the list now and whenever it changes; connect to `watch.changed` after making this."""
        self._watch = watch
        self._alarms: dict[Id, list[Alarm]] = {}
        self._timers: dict[Id, RunningTimer] = {}
        watch.changed.connect(self._read)
        self._read()

    def of(self, incident: Id, now_ms: int) -> Timing | None:
        """Return the state of an incident; `None` where nothing runs."""
        alarm = next(iter(self._alarms.get(incident, ())), None)
        if alarm is not None:
            in_hand = alarm.answer is not None and not alarm.sounding
            said = f"{tr(OVERDUE[alarm.kind])} {_time((now_ms - alarm.since_ms) / 1000)}"
            return Timing(said if in_hand else f"{said} !", "warn" if in_hand else "danger")
        timer = self._timers.get(incident)
        if timer is None:
            return None
        return Timing(tr("timer in {time}", time=_time(max(0.0, (timer.due_ms - now_ms) / 1000))), "text")

    def details(self, incident: Id) -> tuple[str, ...]:
        """Return everything that is overdue at an incident in full, worst first; then its next timer."""
        timer = self._timers.get(incident)
        return (*(spoken(alarm.text) for alarm in self._alarms.get(incident, ())), *((timer.text,) if timer is not None else ()))

    def _read(self) -> None:
        self._alarms, self._timers = {}, {}
        for alarm in self._watch.alarms:
            if alarm.incident is not None and alarm.kind in OVERDUE:
                self._alarms.setdefault(alarm.incident, []).append(alarm)
        for timer in self._watch.timers:
            if timer.incident is not None:
                self._timers.setdefault(timer.incident, timer)


def _time(seconds: float) -> str:
    return formats.eta(seconds) if seconds < HOUR_S else formats.age(seconds)
