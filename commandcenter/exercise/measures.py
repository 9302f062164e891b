"""What a run was like, in figures: speed and correctness apart, never one number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from commandcenter.dispatch.slots import open_needs
from commandcenter.model.words import IncidentState
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import AssignmentView, IncidentView, UnitView
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.plans import AlarmLevel

ANSWER_S = 10.0
PROCESS_S = 60.0
GOAL = 0.90
"""NFPA 1225 (2022), 15.4: alarms answered and processed within these times, 90 % of the time. Answered is here: first touched by the player."""


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast; seconds, `None` where nothing was measured."""

    incidents: int
    answered_share: float | None
    """First action within 10 s."""
    processed_share: float | None
    """First unit sent within 60 s."""
    first_dispatch_median_s: float | None
    arrival_median_s: float | None
    """Report to first unit on scene."""
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
    """Least share of stations with a unit that could be sent, over the run."""
    unacknowledged: int
    """Incidents that nobody touched."""
    late_acknowledged: int
    """Touched after more than 10 s."""
    merged: int
    complete_share: float | None
    """Share of ended incidents with dispatch, arrival and end in the log."""


def speed(picture: Picture) -> Speed:
    """Return how fast a run was."""
    incidents = [i for i in picture.incidents() if i.state is not IncidentState.MERGED]
    first = {i.id: first_sent_ms(picture.assignments(incident=i.id)) for i in incidents}
    dispatch_s = [(sent - i.reported_ms) / 1000 for i in incidents if (sent := first[i.id]) is not None]
    touched_s = [t for i in incidents if (t := first_touch_s(i, first[i.id])) is not None]
    arrival_s = [(at - i.reported_ms) / 1000 for i in incidents if (at := i.state_ms.get(IncidentState.ON_SCENE)) is not None]
    return Speed(
        incidents=len(incidents),
        answered_share=_share((t <= ANSWER_S for t in touched_s), len(incidents)),
        processed_share=_share((t <= PROCESS_S for t in dispatch_s), len(incidents)),
        first_dispatch_median_s=median(dispatch_s) if dispatch_s else None,
        arrival_median_s=median(arrival_s) if arrival_s else None,
        arrival_p90_s=nearest_rank(arrival_s, 0.9),
    )


def correctness(picture: Picture, catalogue: Catalogue, coverage_least: float | None) -> Correctness:
    """Return how well a run was played."""
    incidents = [i for i in picture.incidents() if i.state is not IncidentState.MERGED]
    met = over = under = never = untouched = late = complete = ended = 0
    for incident in incidents:
        assignments = picture.assignments(incident=incident.id)
        touch_s = first_touch_s(incident, first_sent_ms(assignments))
        untouched += touch_s is None
        late += touch_s is not None and touch_s > ANSWER_S
        units = [unit for a in assignments if (unit := picture.unit(a.unit)) is not None]
        level = catalogue.response(incident.type, incident.at, incident.alarm_level, incident.reported_ms, incident.grade).need
        never += not units
        if units:
            lacking, surplus = _lacks(level, units), has_surplus(level, units)
            under += lacking
            over += surplus and not lacking
            met += not lacking and not surplus
        if incident.state is IncidentState.CLOSED:
            ended += 1
            complete += {"dispatched", "on_scene", "closed"} <= set(incident.state_ms)
    return Correctness(
        plan_met=met,
        plan_over=over,
        plan_under=under,
        never_dispatched=never,
        coverage_least=coverage_least,
        unacknowledged=untouched,
        late_acknowledged=late,
        merged=sum(i.state is IncidentState.MERGED for i in picture.incidents()),
        complete_share=complete / ended if ended else None,
    )


def first_sent_ms(assignments: Iterable[AssignmentView]) -> int | None:
    """Return when the first unit was sent."""
    return min((min(a.times_ms.values()) for a in assignments if a.times_ms), default=None)


def first_touch_s(incident: IncidentView, sent_ms: int | None) -> float | None:
    """Return the seconds from report to the first thing anybody did about an incident."""
    steps = [ms for state, ms in incident.state_ms.items() if state != IncidentState.REPORTED]
    first = min((*steps, *(() if sent_ms is None else (sent_ms,))), default=None)
    return None if first is None else (first - incident.reported_ms) / 1000


def coverage(picture: Picture) -> float | None:
    """Return the share of stations that have a unit which could be sent now."""
    stations = {u.station for u in picture.units() if u.station is not None}
    ready = {u.station for u in picture.units() if u.station is not None and u.incident is None and u.status.value in ("available", "returning")}
    return len(ready) / len(stations) if stations else None


def has_surplus(level: AlarmLevel, units: Sequence[UnitView]) -> bool:
    """Return whether one unit could have stayed at home without leaving a need of the plan open."""
    return any(not _lacks(level, [u for u in units if u is not unit]) for unit in units)


def _lacks(level: AlarmLevel, units: Sequence[UnitView]) -> bool:
    needs = open_needs(level, units)
    return bool(needs.slots) or any(people > 0 for people in needs.crew.values())


def nearest_rank(values: Sequence[float], share: float) -> float | None:
    """Return the smallest value that at least this share of values does not exceed; `None` of nothing."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)] if ordered else None


def _share(hits: Iterable[bool], total: int) -> float | None:
    return sum(hits) / total if total else None
