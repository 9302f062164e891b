"""What must be looked at now, worst first: a pure function of the picture, the rules and the clock.

So an alarm outlives any restart and is the same at every desk. That somebody has it in hand is an entry of the log; it
silences the alarm everywhere and leaves it in the list until its cause is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from commandcenter.dispatch.cover_fall import CoverFall
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence
from commandcenter.monitor import causes
from commandcenter.monitor.causes import Cause
from commandcenter.monitor.since import Moment, SinceHere
from commandcenter.picture.orders import AlarmAnswerView
from commandcenter.picture.picture import Picture
from commandcenter.picture.remembered import Remembered
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.watch import AlarmKind, AlarmRule


@dataclass(frozen=True, slots=True)
class Alarm:
    """One line of the list."""

    id: Id
    """The same at every desk and after every restart, for the same cause at the same moment."""
    kind: AlarmKind
    urgency: int
    since_ms: int
    """By this computer's wall clock, never ahead of it."""
    text: Sentence
    incident: Id | None
    unit: Id | None
    subject: Id | None
    """The order, roll-call, timer or level it is about."""
    answer: AlarmAnswerView | None
    escalated_to: str
    """The role that is called because nobody took it in hand; empty: nobody yet."""
    sounding: bool
    sound: str


@dataclass(frozen=True, slots=True)
class RunningTimer:
    """A timer that will ring."""

    id: Id
    text: str
    due_ms: int
    """By this computer's wall clock."""
    incident: Id | None


class AlarmList:
    """The alarms of one picture, worked out again and again: what did not change is not made anew. One thread.

    It remembers since when each cause lasts here (see `monitor.since`): no clock that is set wrong, of its author or of this
    computer, keeps an alarm back.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._calls: Remembered[Cause | None] = Remembered()
        self._units: Remembered[Cause | None] = Remembered()
        self._alarms: Remembered[Alarm] = Remembered()
        self._since = SinceHere()
        self.timers: tuple[RunningTimer, ...] = ()
        """Those that had not rung at the last look, the next first."""

    def look(self, picture: Picture, catalogue: Catalogue, now: Moment, falls: Sequence[CoverFall] = ()) -> list[Alarm]:
        """Return every alarm, worst first: by urgency, those that nobody has in hand before the others, then the oldest.

        `falls`: where coverage was found too low, which takes a search of the roads (`dispatch.cover_fall`).
        """
        found: list[Alarm] = []
        for cause in chain(self._causes(picture, catalogue, now.ms), causes.cover_falls(falls, catalogue)):
            since_ms = self._since.of(cause.beginning, cause.since_ms, now)
            if now.ms - since_ms >= catalogue.watch[cause.kind].after_ms(cause.priority, cause.status):
                found.append(self._alarm(picture, catalogue, cause, since_ms, now))
        found += self._ringing(picture, catalogue, now)
        for known in (self._calls, self._units, self._alarms, self._since):
            known.end_round()
        return sorted(found, key=lambda alarm: (alarm.urgency, alarm.answer is not None, alarm.since_ms, alarm.id))

    def _causes(self, picture: Picture, catalogue: Catalogue, now_ms: int) -> Iterator[Cause]:
        yield from causes.maydays(picture)
        yield from causes.recoveries(picture, now_ms)
        yield from causes.roll_calls(picture)
        yield from causes.waiting_calls(picture, self._calls)
        yield from causes.not_sent(picture)
        yield from causes.units_late(picture, catalogue.watch[AlarmKind.CONTACT_LATE].by_status, self._units)
        yield from causes.roll_calls_due(picture, catalogue.watch[AlarmKind.ROLL_CALL_DUE].types)
        yield from causes.callbacks(picture)
        yield from causes.orders(picture)
        yield from causes.conflicts(picture)
        yield from causes.places(picture, catalogue)
        yield from causes.stock(picture, catalogue, now_ms)

    def _ringing(self, picture: Picture, catalogue: Catalogue, now: Moment) -> Iterator[Alarm]:
        """Yield the timers that are due; each runs for as long as it was set for, counted from when it was set."""
        running = []
        for timer in picture.duty.timers():
            if timer.done:
                continue
            due_ms = self._since.of((AlarmKind.TIMER_DUE, timer.id), timer.set_ms, now) + timer.due_ms - timer.set_ms
            if now.ms - due_ms >= catalogue.watch[AlarmKind.TIMER_DUE].after_ms():
                yield self._alarm(picture, catalogue, causes.timer_due(timer), due_ms, now)
            else:
                running.append(RunningTimer(timer.id, timer.text, due_ms, timer.incident))
        self.timers = tuple(sorted(running, key=lambda one: (one.due_ms, one.id)))

    def _alarm(self, picture: Picture, catalogue: Catalogue, cause: Cause, since_ms: int, now: Moment) -> Alarm:
        rule, answer = catalogue.watch[cause.kind], picture.duty.alarm_answer(cause.id)
        after_ms = rule.after_ms(cause.priority, cause.status)
        answered_ms = None if answer is None else self._since.of((cause.id, answer.ms), answer.ms, now)
        unheard = _unheard(rule, since_ms + after_ms, answered_ms, now.ms)
        return self._alarms.of(cause.id, _made, cause, since_ms, rule, answer, unheard)


def alarms(picture: Picture, catalogue: Catalogue, now_ms: int) -> list[Alarm]:
    """Return every alarm, worst first, as at a first look; who looks again and again keeps an `AlarmList`."""
    return AlarmList().look(picture, catalogue, Moment(now_ms, 0.0))


def _unheard(rule: AlarmRule, begun_ms: int, answered_ms: int | None, now_ms: int) -> bool:
    """Return whether nobody took it in hand in time, or whoever did has not ended it."""
    if answered_ms is not None:
        return now_ms - answered_ms >= 1000 * rule.again_after_s
    return now_ms - begun_ms >= 1000 * rule.escalate_after_s


def _made(cause: Cause, since_ms: int, rule: AlarmRule, answer: AlarmAnswerView | None, unheard: bool) -> Alarm:
    return Alarm(
        id=cause.id,
        kind=cause.kind,
        urgency=rule.urgency,
        since_ms=since_ms + rule.after_ms(cause.priority, cause.status),
        text=cause.text,
        incident=cause.incident,
        unit=cause.unit,
        subject=cause.subject,
        answer=answer,
        escalated_to=rule.escalate_to if unheard else "",
        sounding=bool(rule.sound) and (answer is None or unheard),
        sound=rule.sound,
    )
