"""What a run was like, in figures: speed and correctness apart, never one number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from statistics import median

from commandcenter.dispatch.slots import open_needs
from commandcenter.exercise.cover import Least
from commandcenter.exercise.seat import PEOPLE
from commandcenter.model.words import IncidentState, UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import AssignmentView, IncidentView, UnitView
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.plans import AlarmLevel

ANSWER_S = 10.0
PROCESS_S = 60.0
GOAL = 0.90
"""NFPA 1225 (2022), 15.4: alarms answered and processed within these times, 90 % of the time."""
READ_S = 60.0
"""What somebody says to the desk is opened within this time; our choice."""

_FREE_AGAIN = (UnitStatus.RETURNING, UnitStatus.AVAILABLE)
CatalogueOf = Callable[[IncidentView], Catalogue]
"""The catalogue that an incident is judged by: the one in force when its first units were sent."""


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast; seconds, `None` where nothing was measured."""

    incidents: int
    answered_share: float | None
    """Within 10 s: ringing to answer; of what came by itself, report to the first thing anybody did about it."""
    processed_share: float | None
    """First unit sent within 60 s of the answer; of what came by itself, of the report."""
    first_dispatch_median_s: float | None
    """Since the caller waits: ringing where it is known, else answer, else report."""
    arrival_median_s: float | None
    """Since the caller waits, to the first unit on scene."""
    arrival_p90_s: float | None


@dataclass(frozen=True, slots=True)
class Correctness:
    """How well."""

    plan_met: int
    plan_over: int
    """More was sent than the plan needs."""
    plan_under: int
    """A need of the plan stayed open."""
    never_dispatched: int
    coverage_least: float | None
    """Least share of stations with a unit that could be sent, at any moment of the run."""
    coverage_least_ms: int | None
    """When that was first."""
    unacknowledged: int
    """Incidents that nobody touched."""
    late_acknowledged: int
    """Answered or touched after more than 10 s."""
    messages_unread: int
    """Messages to the desk that nobody opened."""
    messages_late: int
    """Messages to the desk that were opened after more than 60 s."""
    merged: int
    complete_share: float | None
    """Share of ended incidents of which no step is missing in the log."""


@dataclass(frozen=True, slots=True)
class Moments:
    """One incident's, ms since the epoch; `None`: it never came to that."""

    waits_ms: int
    """Since when the caller waits: since ringing where that is known, else the answer, else the report."""
    answer_from_ms: int | None
    """What its answer is counted from; `None`: a call that was answered, and nobody knows when it rang."""
    answered_ms: int | None
    """When it was answered, or first touched."""
    processed_from_ms: int
    sent_ms: int | None
    arrived_ms: int | None

    @property
    def answer_s(self) -> float | None:
        """Return how long the answer took."""
        return None if self.answer_from_ms is None or self.answered_ms is None else (self.answered_ms - self.answer_from_ms) / 1000

    def waited_s(self, until_ms: int | None) -> float | None:
        """Return how long the caller had waited by then."""
        return None if until_ms is None else (until_ms - self.waits_ms) / 1000


def moments_of(picture: Picture, incident: IncidentView) -> Moments:
    """Return an incident's moments."""
    sent_ms = first_sent_ms(picture.assignments(incident=incident.id))
    arrived_ms, answered_ms = incident.state_ms.get(IncidentState.ON_SCENE), incident.call_answered_ms
    if answered_ms is None:
        steps = (ms for state, ms in incident.state_ms.items() if state != IncidentState.REPORTED)
        touched_ms = min((*steps, *(() if sent_ms is None else (sent_ms,))), default=None)
        return Moments(incident.reported_ms, incident.reported_ms, touched_ms, incident.reported_ms, sent_ms, arrived_ms)
    first = picture.call(incident.calls[0]) if incident.calls else None
    rang_ms = first.rang_ms if first is not None else None
    return Moments(answered_ms if rang_ms is None else rang_ms, rang_ms, answered_ms, answered_ms, sent_ms, arrived_ms)


def speed(picture: Picture) -> Speed:
    """Return how fast a run was."""
    found = [moments_of(picture, i) for i in picture.incidents() if i.state is not IncidentState.MERGED]
    timed = [one for one in found if one.answer_from_ms is not None]
    dispatch_s = [waited for one in found if (waited := one.waited_s(one.sent_ms)) is not None]
    arrival_s = [waited for one in found if (waited := one.waited_s(one.arrived_ms)) is not None]
    processed = (one.sent_ms is not None and one.sent_ms - one.processed_from_ms <= PROCESS_S * 1000 for one in found)
    return Speed(
        incidents=len(found),
        answered_share=_share((one.answer_s is not None and one.answer_s <= ANSWER_S for one in timed), len(timed)),
        processed_share=_share(processed, len(found)),
        first_dispatch_median_s=median(dispatch_s) if dispatch_s else None,
        arrival_median_s=median(arrival_s) if arrival_s else None,
        arrival_p90_s=nearest_rank(arrival_s, 0.9),
    )


def correctness(picture: Picture, catalogue_of: CatalogueOf, least: Least | None) -> Correctness:
    """Return how well a run was played; `least` is the least coverage of its stations."""
    incidents = [i for i in picture.incidents() if i.state is not IncidentState.MERGED]
    met = over = under = never = 0
    for incident in incidents:
        units = _served(picture, incident)
        level = catalogue_of(incident).response(incident.type, incident.at, incident.alarm_level, incident.reported_ms, incident.grade).need
        never += not units
        if units:
            lacking, surplus = _lacks(level, units), has_surplus(level, units)
            under += lacking
            over += surplus and not lacking
            met += not lacking and not surplus
    answers = [moments_of(picture, incident) for incident in incidents]
    opened_s = _opened_s(picture)
    ended = [_complete(picture, i) for i in incidents if i.state in (IncidentState.CLOSED, IncidentState.CANCELLED)]
    return Correctness(
        plan_met=met,
        plan_over=over,
        plan_under=under,
        never_dispatched=never,
        coverage_least=least.share if least else None,
        coverage_least_ms=least.at_ms if least else None,
        unacknowledged=sum(one.answered_ms is None for one in answers),
        late_acknowledged=sum(one.answer_s is not None and one.answer_s > ANSWER_S for one in answers),
        messages_unread=sum(seconds is None for seconds in opened_s),
        messages_late=sum(seconds is not None and seconds > READ_S for seconds in opened_s),
        merged=sum(i.state is IncidentState.MERGED for i in picture.incidents()),
        complete_share=_share(ended, len(ended)),
    )


def first_sent_ms(assignments: Iterable[AssignmentView]) -> int | None:
    """Return when the first unit was sent."""
    return min((min(a.times_ms.values()) for a in assignments if a.times_ms), default=None)


def _served(picture: Picture, incident: IncidentView) -> list[UnitView]:
    """Return the units that an incident got, each in the place it was sent for; those called off only where all were."""
    sent = picture.assignments(incident=incident.id)
    stayed = [one for one in sent if one.ended_ms is None or UnitStatus.ON_SCENE in one.times_ms] or sent
    places = {one.unit: one.slot for one in stayed}
    units = ((picture.unit(unit), slot) for unit, slot in places.items())
    return [replace(unit, slot=slot) for unit, slot in units if unit is not None]


def _complete(picture: Picture, incident: IncidentView) -> bool:
    """Return whether an ended incident's log lacks no step: it was dispatched where units were sent, and whoever served it arrived."""
    sent = () if incident.state is IncidentState.CANCELLED else picture.assignments(incident=incident.id)
    return not sent or (IncidentState.DISPATCHED in incident.state_ms and not any(map(_lacks_arrival, sent)))


def _lacks_arrival(one: AssignmentView) -> bool:
    """Return whether a unit drove there and reported itself free without having arrived. Who was called off, or declined, needs not arrive."""
    steps = one.times_ms
    return UnitStatus.ENROUTE in steps and UnitStatus.ON_SCENE not in steps and any(end in steps for end in _FREE_AGAIN)


def _opened_s(picture: Picture) -> list[float | None]:
    """Return after how long each message of the simulated people was opened; `None`: never."""
    messages = [message for message in picture.words.messages() if message.by == PEOPLE]
    return [(min(message.read.values()) - message.sent_ms) / 1000 if message.read else None for message in messages]


def has_surplus(level: AlarmLevel, units: Sequence[UnitView]) -> bool:
    """Return whether one unit could have stayed at home without leaving a need of the plan open."""
    return any(not _lacks(level, [u for u in units if u is not unit]) for unit in units)


def _lacks(level: AlarmLevel, units: Sequence[UnitView]) -> bool:
    needs = open_needs(level, units)
    return bool(needs.slots or needs.sums)


def nearest_rank(values: Sequence[float], share: float) -> float | None:
    """Return the smallest value that at least this share of values does not exceed; `None` of nothing."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)] if ordered else None


def _share(hits: Iterable[bool], total: int) -> float | None:
    return sum(hits) / total if total else None
