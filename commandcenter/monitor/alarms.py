"""What must be looked at now, worst first: a pure function of the picture, the rules and the clock.

So an alarm outlives any restart and is the same at every desk. That somebody has it in hand is an entry of the log; it
silences the alarm everywhere and leaves it in the list until its cause is gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from commandcenter.model.ids import Id, derived_id
from commandcenter.model.sentences import Sentence
from commandcenter.monitor import causes
from commandcenter.monitor.causes import Cause
from commandcenter.picture.orders import AlarmAnswerView
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.watch import AlarmKind


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


def alarms(picture: Picture, catalogue: Catalogue, now_ms: int) -> list[Alarm]:
    """Return every alarm, worst first: by urgency, those that nobody has in hand before the others, then the oldest."""
    found = [_alarm(picture, catalogue, cause, now_ms) for cause in _causes(picture, catalogue, now_ms) if _begun(catalogue, cause, now_ms)]
    return sorted(found, key=lambda alarm: (alarm.urgency, alarm.answer is not None, alarm.since_ms, alarm.id))


def _causes(picture: Picture, catalogue: Catalogue, now_ms: int) -> Iterator[Cause]:
    yield from causes.maydays(picture)
    yield from causes.roll_calls(picture)
    yield from causes.waiting_calls(picture)
    yield from causes.units_late(picture)
    yield from causes.orders(picture)
    yield from causes.timers(picture, now_ms)
    yield from causes.conflicts(picture)
    yield from causes.places(picture, catalogue)
    yield from causes.stock(picture, catalogue, now_ms)


def _begun(catalogue: Catalogue, cause: Cause, now_ms: int) -> bool:
    return now_ms - cause.since_ms >= catalogue.watch[cause.kind].after_ms(cause.priority)


def _alarm(picture: Picture, catalogue: Catalogue, cause: Cause, now_ms: int) -> Alarm:
    rule = catalogue.watch[cause.kind]
    since_ms = cause.since_ms + rule.after_ms(cause.priority)
    ident = derived_id("alarm", cause.kind, *(str(part or "") for part in (cause.incident, cause.unit, cause.subject, cause.since_ms)))
    answer = picture.duty.alarm_answer(ident)
    unheard = now_ms - since_ms >= 1000 * rule.escalate_after_s if answer is None else now_ms - answer.ms >= 1000 * rule.again_after_s
    return Alarm(
        id=ident,
        kind=cause.kind,
        urgency=rule.urgency,
        since_ms=since_ms,
        text=cause.text,
        incident=cause.incident,
        unit=cause.unit,
        subject=cause.subject,
        answer=answer,
        escalated_to=rule.escalate_to if unheard else "",
        sounding=bool(rule.sound) and (answer is None or unheard),
        sound=rule.sound,
    )
