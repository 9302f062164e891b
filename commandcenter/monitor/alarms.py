"""What must be looked at now, worst first: a pure function of the picture, the rules and the clock.

So an alarm outlives any restart and is the same at every desk. That somebody has it in hand is an entry of the log; it
silences the alarm everywhere and leaves it in the list until its cause is gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence
from commandcenter.monitor import causes
from commandcenter.monitor.causes import Cause
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


class AlarmList:
    """The alarms of one picture, worked out again and again: what did not change is not made anew. One thread."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._calls: Remembered[Cause | None] = Remembered()
        self._units: Remembered[Cause | None] = Remembered()
        self._alarms: Remembered[Alarm] = Remembered()

    def look(self, picture: Picture, catalogue: Catalogue, now_ms: int) -> list[Alarm]:
        """Return every alarm, worst first: by urgency, those that nobody has in hand before the others, then the oldest."""
        found = [
            self._alarm(picture, catalogue, cause, now_ms) for cause in self._causes(picture, catalogue, now_ms) if _begun(catalogue, cause, now_ms)
        ]
        for known in (self._calls, self._units, self._alarms):
            known.end_round()
        return sorted(found, key=lambda alarm: (alarm.urgency, alarm.answer is not None, alarm.since_ms, alarm.id))

    def _causes(self, picture: Picture, catalogue: Catalogue, now_ms: int) -> Iterator[Cause]:
        yield from causes.maydays(picture)
        yield from causes.recoveries(picture, now_ms)
        yield from causes.roll_calls(picture)
        yield from causes.waiting_calls(picture, self._calls)
        yield from causes.units_late(picture, self._units)
        yield from causes.orders(picture)
        yield from causes.timers(picture, now_ms)
        yield from causes.conflicts(picture)
        yield from causes.places(picture, catalogue)
        yield from causes.stock(picture, catalogue, now_ms)

    def _alarm(self, picture: Picture, catalogue: Catalogue, cause: Cause, now_ms: int) -> Alarm:
        rule, answer = catalogue.watch[cause.kind], picture.duty.alarm_answer(cause.id)
        return self._alarms.of(cause.id, _made, cause, rule, answer, _unheard(rule, cause, answer, now_ms))


def alarms(picture: Picture, catalogue: Catalogue, now_ms: int) -> list[Alarm]:
    """Return every alarm, worst first; who looks again and again keeps an `AlarmList`."""
    return AlarmList().look(picture, catalogue, now_ms)


def _begun(catalogue: Catalogue, cause: Cause, now_ms: int) -> bool:
    return now_ms - cause.since_ms >= catalogue.watch[cause.kind].after_ms(cause.priority)


def _unheard(rule: AlarmRule, cause: Cause, answer: AlarmAnswerView | None, now_ms: int) -> bool:
    """Return whether nobody took it in hand in time, or whoever did has not ended it."""
    if answer is not None:
        return now_ms - answer.ms >= 1000 * rule.again_after_s
    return now_ms - cause.since_ms - rule.after_ms(cause.priority) >= 1000 * rule.escalate_after_s


def _made(cause: Cause, rule: AlarmRule, answer: AlarmAnswerView | None, unheard: bool) -> Alarm:
    return Alarm(
        id=cause.id,
        kind=cause.kind,
        urgency=rule.urgency,
        since_ms=cause.since_ms + rule.after_ms(cause.priority),
        text=cause.text,
        incident=cause.incident,
        unit=cause.unit,
        subject=cause.subject,
        answer=answer,
        escalated_to=rule.escalate_to if unheard else "",
        sounding=bool(rule.sound) and (answer is None or unheard),
        sound=rule.sound,
    )
