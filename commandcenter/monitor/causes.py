"""What can become an alarm, with the moment since when it holds; each is a plain reading of the picture."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from commandcenter.dispatch.automatic import WHY_NOT
from commandcenter.dispatch.cover_fall import CoverFall
from commandcenter.dispatch.levels import short_since_ms, shortages
from commandcenter.dispatch.now import iso_day
from commandcenter.dispatch.situation import untouched
from commandcenter.model.entries import Kind
from commandcenter.model.field_words import field_said
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import OrderState, UnitStatus
from commandcenter.picture.orders import TimerView
from commandcenter.picture.picture import Picture
from commandcenter.picture.remembered import Remembered
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.watch import AlarmKind

DAY_MS = 86_400_000
MOST_NAMED = 3
"""Units that a text names."""
URGENT_ORDER = 1
"""An urgent order counts as one of priority 1."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that is an alarm, or will be when it lasts."""

    kind: AlarmKind
    since_ms: int
    text: Sentence
    incident: Id | None = None
    unit: Id | None = None
    subject: Id | None = None
    priority: int = 1
    status: UnitStatus | None = None
    """Of the unit, where the rule has times by status."""
    news: tuple[int, ...] = ()
    """Moments by which it begins anew also where `since_ms`, the latest of them, stays: that one may be of a clock that stood wrong."""
    id: Id = field(init=False)
    """Of its alarm: the same at every desk and after every restart, for the same cause at the same moment."""

    def __post_init__(self) -> None:
        """Name the alarm."""
        parts = (self.incident, self.unit, self.subject, self.since_ms)
        object.__setattr__(self, "id", derived_id("alarm", self.kind, *(str(part or "") for part in parts)))

    @property
    def beginning(self) -> Hashable:
        """Return what tells one beginning of it from another."""
        return self.id, self.news


def maydays(picture: Picture) -> Iterator[Cause]:
    """Yield the crews in danger."""
    for unit in picture.units():
        if unit.mayday_ms is not None:
            text = say("MAYDAY {callsign}: {text}", callsign=unit.callsign, text=unit.mayday_text or "–")
            yield Cause(AlarmKind.MAYDAY, unit.mayday_ms, text, unit.incident, unit.id)


def roll_calls(picture: Picture) -> Iterator[Cause]:
    """Yield the people who are missing, and the units that do not answer a roll-call."""
    for call in picture.duty.roll_calls():
        if not call.open:
            continue
        for unit_id, count in call.missing().items():
            text = say("{callsign}: {n} missing in the roll-call", callsign=_callsign(picture, unit_id), n=count)
            yield Cause(AlarmKind.PEOPLE_MISSING, call.answers[unit_id][1], text, call.incident, unit_id, call.id)
        for unit_id in call.silent():
            text = say("{callsign} has not answered the roll-call", callsign=_callsign(picture, unit_id))
            yield Cause(AlarmKind.ROLL_CALL_SILENT, call.started_ms, text, call.incident, unit_id, call.id)


def recoveries(picture: Picture, now_ms: int) -> Iterator[Cause]:
    """Yield the uses of the recovery paper, until somebody has had each in hand for a day: whoever did it is master of the operation now."""
    for one in picture.rights.recoveries():
        who = picture.operator_name(one.by) or one.by[:8]
        text = say("Rights of this operation were recovered by {name} on the device {device}", name=who, device=one.device[:8])
        cause = Cause(AlarmKind.RIGHTS_RECOVERED, one.wall_ms, text, subject=one.device)
        answer = picture.duty.alarm_answer(cause.id)
        if answer is None or now_ms - answer.ms < DAY_MS:
            yield cause


def waiting_calls(picture: Picture, known: Remembered[Cause | None]) -> Iterator[Cause]:
    """Yield the incidents to which nobody was ever sent."""
    found = (known.of(incident.id, _waiting, incident) for incident in picture.incidents())
    return (cause for cause in found if cause is not None)


def _waiting(incident: IncidentView) -> Cause | None:
    if not incident.open or incident.units or "dispatched" in incident.state_ms:
        return None
    text = say("{number} {place}: nobody sent", number=incident.number, place=incident.address)
    return Cause(AlarmKind.CALL_WAITING, incident.answered_ms, text, incident.id, priority=incident.priority)


def roll_calls_due(picture: Picture, types: tuple[str, ...]) -> Iterator[Cause]:
    """Yield the incidents of dangerous types at which crews work, with the last time their people were counted, or the first came there."""
    counted: dict[Id, int | None] = {}
    for call in picture.duty.roll_calls():
        known = counted.get(call.incident, 0)
        counted[call.incident] = None if known is None or call.ended_ms is None else max(known, call.ended_ms)
    there = {unit.incident for unit in picture.units() if unit.incident is not None and unit.status == UnitStatus.ON_SCENE}
    for incident in (picture.incident(incident_id) for incident_id in sorted(there)):
        since_ms = in_danger_since_ms(picture, incident, types) if incident is not None else None
        counted_ms = counted.get(incident.id, 0) if incident is not None else None
        if incident is not None and since_ms is not None and counted_ms is not None:
            text = say("{number} {place}: a roll-call is due", number=incident.number, place=incident.address)
            yield Cause(AlarmKind.ROLL_CALL_DUE, max(since_ms, counted_ms), text, incident.id, priority=incident.priority)


def in_danger_since_ms(picture: Picture, incident: IncidentView, types: tuple[str, ...]) -> int | None:
    """Return when the first of the crews that work in danger at an incident came there; `None` where none does."""
    if not incident.open or not incident.units or not incident.type.startswith(types):
        return None
    there = (unit.status_ms for unit in map(picture.unit, incident.units) if unit is not None and unit.status == UnitStatus.ON_SCENE)
    return min(there, default=None)


def callbacks(picture: Picture) -> Iterator[Cause]:
    """Yield the callers who must be rung back, since they were promised that or since the last try."""
    for call in picture.callbacks():
        back = call.callback
        if back is None or not back.open:
            continue
        incident = picture.incident(call.incident) if call.incident else None
        where = call.address or (incident.address if incident is not None else "")
        text = say("Ring the caller back: {place}", place=where or "–")
        if back.tries:
            text = say("Ring the caller back, tried {n}×: {place}", n=back.tries, place=where or "–")
        priority = incident.priority if incident is not None else 1
        yield Cause(AlarmKind.CALLBACK_DUE, back.ms, text, call.incident, subject=call.id, priority=priority)


def not_sent(picture: Picture) -> Iterator[Cause]:
    """Yield the incidents that their policy should have sent to, and could not; until somebody is sent."""
    for incident in picture.incidents():
        came = incident.automatic
        if came is not None and came.state == "failed" and untouched(incident):
            text = say(
                "{number} {place}: not sent by itself, {why}", number=incident.number, place=incident.address, why=WHY_NOT.get(came.why, came.why)
            )
            yield Cause(AlarmKind.NOT_SENT, came.ms, text, incident.id, priority=incident.priority)


def units_late(picture: Picture, statuses: Collection[UnitStatus], known: Remembered[Cause | None]) -> Iterator[Cause]:
    """Yield the units that do not turn out, and those in some statuses that were not heard of."""
    for unit in picture.units():
        if unit.incident is not None:
            cause = known.of(unit.id, _late, unit, picture.incident(unit.incident), statuses)
            if cause is not None:
                yield cause


def _late(unit: UnitView, incident: IncidentView | None, statuses: Collection[UnitStatus]) -> Cause | None:
    priority = incident.priority if incident is not None else 1
    if unit.status == UnitStatus.DISPATCHED:
        text = say("{callsign} has not turned out", callsign=unit.callsign)
        return Cause(AlarmKind.TURNOUT_LATE, unit.status_ms, text, unit.incident, unit.id, priority=priority)
    if unit.status in statuses:
        text = say("{callsign} was not heard of", callsign=unit.callsign)
        heard_ms = (unit.status_ms, unit.contact_ms)
        return Cause(AlarmKind.CONTACT_LATE, max(heard_ms), text, unit.incident, unit.id, priority=priority, status=unit.status, news=heard_ms)
    return None


def orders(picture: Picture) -> Iterator[Cause]:
    """Yield the orders that a unit has refused, or has not answered."""
    for order in picture.duty.orders():
        if not order.open and not any(answer.state == OrderState.REFUSED for answer in order.answers.values()):
            continue
        incident = picture.incident(order.incident) if order.incident else None
        if order.withdrawn is not None or (incident is not None and not incident.open):
            continue
        priority = URGENT_ORDER if order.urgent else incident.priority if incident is not None else 3
        for unit_id in order.unanswered():
            text = say("{callsign} has not accepted: {order}", callsign=_callsign(picture, unit_id), order=order.text)
            yield Cause(AlarmKind.ORDER_UNANSWERED, order.sent_ms, text, order.incident, unit_id, order.id, priority)
        for unit_id, answer in order.answers.items():
            if answer.state == OrderState.REFUSED:
                text = say("{callsign} refuses: {order} ({why})", callsign=_callsign(picture, unit_id), order=order.text, why=answer.reason)
                yield Cause(AlarmKind.ORDER_REFUSED, answer.ms, text, order.incident, unit_id, order.id)


def timer_due(timer: TimerView) -> Cause:
    """Return what a timer is when it rings."""
    return Cause(AlarmKind.TIMER_DUE, timer.due_ms, say("Timer: {text}", text=timer.text), timer.incident, subject=timer.id)


def conflicts(picture: Picture) -> Iterator[Cause]:
    """Yield what desks disagree about; a unit that was sent to two places is worse than the rest."""
    for conflict in picture.conflicts():
        key = conflict.key
        since_ms = max((stamp.ms for _, _, stamp, _ in conflict.values), default=0)
        if (key.kind, key.field) == (Kind.UNIT, "assignment"):
            unit = picture.unit(key.entity)
            text = say("{callsign} was sent to two incidents", callsign=unit.callsign if unit is not None else "–")
            yield Cause(AlarmKind.DOUBLE_BOOKED, since_ms, text, unit.incident if unit is not None else None, key.entity)
            continue
        about = key.entity if key.kind == Kind.INCIDENT else None
        text = say("Two desks disagree about {field}", field=field_said(key.field))
        subject = key.entity if about is None else None
        yield Cause(AlarmKind.DISAGREEMENT, since_ms, text, about, key.entity if key.kind == Kind.UNIT else None, subject)


def stock(picture: Picture, catalogue: Catalogue, now_ms: int) -> Iterator[Cause]:
    """Yield the items of which a depot has less free than its minimum."""
    for shortage in shortages(picture.depots(), iso_day(now_ms)):
        depot, item = picture.depot(shortage.depot), catalogue.items.get(shortage.item)
        since_ms = short_since_ms(picture.supplies.moves(shortage.depot), shortage.item, shortage.level)
        text = say(
            "{depot}: {free} of {item} free, {level} should be there",
            depot=depot.name if depot is not None else "–",
            free=shortage.free,
            item=item or shortage.item,
            level=shortage.level,
        )
        yield Cause(AlarmKind.STOCK_SHORT, since_ms, text, subject=derived_id("level", shortage.depot, shortage.item))


def places(picture: Picture, catalogue: Catalogue) -> Iterator[Cause]:
    """Yield the facilities to which more people are going than have a place there: two desks that were apart kept the same."""
    for facility in picture.facilities():
        for code, capacity in facility.places.items():
            if capacity.free >= 0:
                continue
            going = [p for p in picture.care.placements() if (p.facility, p.care, p.state) == (facility.id, code, "reserved")]
            since_ms = max((p.reserved_ms for p in going), default=capacity.reported_ms)
            care = catalogue.care.get(code)
            text = say(
                "{facility}: {n} places too few for those who are going there: {care}", facility=facility.name, n=-capacity.free, care=care or code
            )
            yield Cause(AlarmKind.PLACES_SHORT, since_ms, text, subject=derived_id("places", facility.id, code))


def cover_falls(falls: Iterable[CoverFall], catalogue: Catalogue) -> Iterator[Cause]:
    """Yield where too little of the region is covered; the same alarm while more units leave."""
    for fall in falls:
        text = say(
            "{capability}: coverage fell from {before} % to {now} % because {units} left",
            capability=catalogue.capability(fall.capability),
            before=round(100 * fall.before),
            now=round(100 * fall.now),
            units=", ".join(unit.callsign for unit in fall.left[:MOST_NAMED]) + (" …" if len(fall.left) > MOST_NAMED else ""),
        )
        yield Cause(AlarmKind.COVER_FALLEN, fall.since_ms, text, unit=fall.cause, subject=fall.subject)


def _callsign(picture: Picture, unit_id: Id) -> str:
    unit = picture.unit(unit_id)
    return unit.callsign if unit is not None else "–"
