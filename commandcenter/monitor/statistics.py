"""Figures of an operation over a period, from the picture alone. Pure; times in milliseconds and seconds as named.

Shares and limits follow NFPA 1225 (2022) 15.4: 90 % of calls answered within 10 s of the first ring, 90 % of the most urgent ones
dispatched within 60 s of being answered; and for answering also NENA-STA-020.1-2020: 90 % within 15 s, 95 % within 20 s.
Percentiles are of the observed values (linear interpolation between neighbours); each comes with how many it is of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

import numpy as np

from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import AssignmentView, IncidentView

PROCESS_LIMIT_S = 60.0
PROCESS_GOAL = 0.9
ANSWER_LIMITS = ((10, 0.90, "NFPA 1225 (2022)"), (15, 0.90, "NENA-STA-020.1 (2020)"), (20, 0.95, "NENA-STA-020.1 (2020)"))
"""Seconds from the first ring, the share that should be answered by then, and who asks for it."""
HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Period:
    """From (included) until (excluded), ms since the epoch."""

    from_ms: int
    until_ms: int

    def holds(self, ms: int) -> bool:
        """Return whether a moment lies in it."""
        return self.from_ms <= ms < self.until_ms

    @property
    def seconds(self) -> float:
        """Return its length."""
        return max(0, self.until_ms - self.from_ms) / 1000


@dataclass(frozen=True, slots=True)
class Spread:
    """How long something took: median and 90th percentile in seconds, of so many."""

    name: str
    count: int
    median_s: float
    p90_s: float


@dataclass(frozen=True, slots=True)
class WithinLimit:
    """How many calls were answered within a limit, and how many should have been."""

    limit_s: int
    goal: float
    source: str
    within: int
    share: float


@dataclass(frozen=True, slots=True)
class Answering:
    """How quickly calls were answered; `unknown` calls have no time at which they rang and count nowhere else."""

    count: int
    unknown: int
    limits: tuple[WithinLimit, ...]
    """Empty where no call has both times."""
    median_s: float
    p90_s: float


@dataclass(frozen=True, slots=True)
class Processing:
    """How quickly calls of one priority were dealt with."""

    priority: int
    count: int
    dispatched: int
    within_limit: int
    median_s: float
    p90_s: float

    @property
    def share(self) -> float:
        """Return the share of all calls, the undispatched too, that was dispatched within the limit."""
        return self.within_limit / self.count if self.count else 0.0


@dataclass(frozen=True, slots=True)
class Utilisation:
    """How much of the period a unit was sent somewhere."""

    callsign: str
    kind: str
    calls: int
    busy_s: float
    share: float


@dataclass(frozen=True, slots=True)
class StockCurve:
    """What a depot had of an item, as steps: from each moment on so many."""

    depot: str
    item: str
    moments_ms: tuple[int, ...]
    quantities: tuple[int, ...]


def calls_by_hour(picture: Picture, period: Period, zone: tzinfo | None = None) -> list[int]:
    """Return how many incidents were reported in each hour of the day, 24 numbers; `None` is this computer's zone."""
    counts = [0] * 24
    for incident in _reported(picture, period):
        counts[datetime.fromtimestamp(incident.reported_ms / 1000, tz=zone).hour] += 1
    return counts


def calls_over_time(picture: Picture, period: Period) -> list[tuple[int, int]]:
    """Return (start of the hour, incidents reported in it) for every hour of the period from the first to the last report."""
    hours: dict[int, int] = defaultdict(int)
    for incident in _reported(picture, period):
        hours[incident.reported_ms // HOUR_MS] += 1
    return [(hour * HOUR_MS, hours[hour]) for hour in range(min(hours), max(hours) + 1)] if hours else []


def calls_by_type(picture: Picture, period: Period) -> list[tuple[str, int]]:
    """Return (type, incidents), the most frequent first."""
    counts: dict[str, int] = defaultdict(int)
    for incident in _reported(picture, period):
        counts[incident.type] += 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def answering(picture: Picture, period: Period) -> Answering:
    """Return how long calls rang that were answered in the period."""
    calls = [call for call in picture.calls() if period.holds(call.taken_ms if call.answered_ms is None else call.answered_ms)]
    times = [call.rang_s for call in calls if call.rang_s is not None]
    limits = []
    for limit_s, goal, source in ANSWER_LIMITS if times else ():
        within = sum(time <= limit_s for time in times)
        limits.append(WithinLimit(limit_s, goal, source, within, within / len(times)))
    return Answering(len(times), len(calls) - len(times), tuple(limits), *_percentiles(times))


def processing(picture: Picture, period: Period) -> list[Processing]:
    """Return, by priority, the times from answering a call to dispatching the first unit."""
    first = first_dispatches(picture)
    by_priority: dict[int, list[IncidentView]] = defaultdict(list)
    for incident in _reported(picture, period):
        by_priority[incident.priority].append(incident)
    found = []
    for priority, incidents in sorted(by_priority.items()):
        times = [(first[i.id] - i.answered_ms) / 1000 for i in incidents if i.id in first]
        median_s, p90_s = _percentiles(times)
        found.append(Processing(priority, len(incidents), len(times), sum(t <= PROCESS_LIMIT_S for t in times), median_s, p90_s))
    return found


def first_dispatches(picture: Picture) -> Mapping[Id, int]:
    """Return when the first unit was sent to each incident."""
    first: dict[Id, int] = {}
    for assignment in picture.assignments():
        sent = assignment.times_ms.get("dispatched")
        if sent is not None:
            first[assignment.incident] = min(sent, first.get(assignment.incident, sent))
    return first


def responses_by_station(picture: Picture, period: Period) -> list[Spread]:
    """Return the times from dispatch to arrival of the units of each station."""
    stations = {station.id: station.name for station in picture.stations()}

    def name(assignment: AssignmentView) -> str:
        unit = picture.unit(assignment.unit)
        return stations.get(unit.station, "") if unit is not None and unit.station is not None else ""

    return _spreads(picture, period, name, "dispatched", "on_scene")


def responses_by_type(picture: Picture, period: Period) -> list[Spread]:
    """Return the times from dispatch to arrival at incidents of each type."""

    def name(assignment: AssignmentView) -> str:
        incident = picture.incident(assignment.incident)
        return incident.type if incident is not None else ""

    return _spreads(picture, period, name, "dispatched", "on_scene")


def turnouts_by_station(picture: Picture, period: Period) -> list[Spread]:
    """Return the times from dispatch to wheels rolling of the units of each station."""
    stations = {station.id: station.name for station in picture.stations()}
    units = {unit.id: stations.get(unit.station, "") if unit.station else "" for unit in picture.units()}
    return _spreads(picture, period, lambda assignment: units.get(assignment.unit, ""), "dispatched", "enroute")


def utilisation(picture: Picture, period: Period) -> list[Utilisation]:
    """Return how busy each unit was, the busiest first; overlapping assignments count once."""
    spans: dict[Id, list[tuple[int, int]]] = defaultdict(list)
    for assignment in picture.assignments():
        begun = assignment.times_ms.get("dispatched")
        if begun is not None:
            ended = assignment.ended_ms if assignment.ended_ms is not None else period.until_ms
            begun, ended = max(begun, period.from_ms), min(ended, period.until_ms)
            if ended > begun:
                spans[assignment.unit].append((begun, ended))
    found = []
    for unit in picture.units():
        busy_s = _covered_ms(spans[unit.id]) / 1000 if unit.id in spans else 0.0
        share = busy_s / period.seconds if period.seconds else 0.0
        found.append(Utilisation(unit.callsign, unit.kind, len(spans.get(unit.id, ())), busy_s, share))
    return sorted(found, key=lambda one: (-one.share, one.callsign))


def stock_curves(picture: Picture, period: Period) -> list[StockCurve]:
    """Return what each depot had of each item over the period, of those that changed in it or are held."""
    found = []
    for depot in picture.depots():
        by_item: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for move in picture.supplies.moves(depot.id):
            by_item[move.item].append((move.wall_ms, move.delta))
        for item, moves in sorted(by_item.items()):
            before = sum(delta for ms, delta in moves if ms < period.from_ms)
            moments, quantities = [period.from_ms], [before]
            for ms, delta in moves:
                if period.holds(ms):
                    moments.append(ms)
                    quantities.append(quantities[-1] + delta)
            found.append(StockCurve(depot.name, item, (*moments, period.until_ms), (*quantities, quantities[-1])))
    return found


def whole_period(picture: Picture, now_ms: int) -> Period:
    """Return the period from the first report until now."""
    return Period(min((incident.reported_ms for incident in picture.incidents()), default=now_ms), now_ms + 1)


def _reported(picture: Picture, period: Period) -> Iterable[IncidentView]:
    """Yield the incidents reported in the period; a duplicate that was merged counts with the one it was merged into."""
    return (i for i in picture.incidents() if period.holds(i.reported_ms) and i.merged_into is None)


def _spreads(picture: Picture, period: Period, name: Callable[[AssignmentView], str], start: str, end: str) -> list[Spread]:
    times: dict[str, list[float]] = defaultdict(list)
    for assignment in picture.assignments():
        begun, done = assignment.times_ms.get(start), assignment.times_ms.get(end)
        if begun is not None and done is not None and done >= begun and period.holds(begun):
            times[name(assignment)].append((done - begun) / 1000)
    return [Spread(key, len(values), *_percentiles(values)) for key, values in sorted(times.items(), key=lambda pair: (-len(pair[1]), pair[0]))]


def _percentiles(values: Sequence[float]) -> tuple[float, float]:
    if not values:
        return float("nan"), float("nan")
    median, p90 = np.percentile(np.asarray(values), (50, 90))
    return float(median), float(p90)


def _covered_ms(spans: Sequence[tuple[int, int]]) -> int:
    covered, reached = 0, 0
    for begun, ended in sorted(spans):
        covered += max(0, ended - max(begun, reached))
        reached = max(reached, ended)
    return covered
