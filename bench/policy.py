"""The engine's policy against closest-idle: forty units, calm, busy and surge, paired seeds, bootstrap intervals.

Both policies meet the same calls at the same places at the same moments with the same work to do; only who is sent differs.
Closest-idle sends the idle unit that is there first, and serves what waits by priority, then by age. The engine plans all that
waits together, may take units off other calls for life at risk, lets who has become free take over from who is much farther, counts
waiting, keeps the region covered among near-equal units and, where more is reported than the fleet can serve, some units for life at risk.
"""

from __future__ import annotations

import asyncio
import random
import statistics
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from bench.policy_town import CAPABILITY, HOUR_S, PROFILE, TYPE, Call, TableRoads, Town, calls, one_unit_catalogue, town
from bench.road_graphs import heidelberg
from bench.row import Row
from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.relief import reliefs
from commandcenter.dispatch.situation import Request, Situation
from commandcenter.exercise import engine as simulator
from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.streams import Streams
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import IncidentState, LonLat, Priority, UnitStatus
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.resources.catalogue import Catalogue

UNITS, STATIONS = 40, 10
TUNED, CHECK = range(1, 25), range(25, 121)
"""Seeds: the policy's figures (`assets/catalogue/policy.toml`) were chosen on the first, and nothing was ever chosen by the others."""
QUICK_SEEDS = 6
HOURS = 4.0
LOADS = {"calm": (24.0, 0.70), "busy": (40.0, 0.60), "surge": (70.0, 0.40)}
"""Calls an hour; the most that the share of late priority-1 calls may be of that of closest-idle."""
LATE_S = 480.0
TURNOUT_S = 60.0
RESAMPLES = 2000
MOST_WAITING = 12
"""The engine plans for so many at once: the most urgent."""


@dataclass
class Unit:
    """A unit's state of mind."""

    id: Id
    home: LonLat
    at: LonLat
    call: int | None = None
    status: UnitStatus = UnitStatus.AVAILABLE
    step: int = 0
    origin: LonLat | None = None
    """Where its drive began; `None`: it stands."""
    left_s: float = 0.0
    arrives_s: float = 0.0
    target: LonLat | None = None


@dataclass
class Result:
    """What became of a run."""

    response_s: dict[int, float] = field(default_factory=dict)
    reassigned: int = 0


class Run:
    """One run under one policy; an actor of the exercise's event core."""

    def __init__(self, place: Town, catalogue: Catalogue, work: Sequence[Call], policy: Callable[[Run], list[tuple[Unit, Call]]]) -> None:
        """Put the units into their stations and plan the calls."""
        self.roads = TableRoads(place.roads.spots, place.roads.times_s)
        self.catalogue, self.work, self.policy = catalogue, work, policy
        self.agenda = Agenda()
        self.now_ms = 0
        homes = [place.stations[n % STATIONS] for n in range(UNITS)]
        self.units = [Unit(derived_id("unit", str(n)), home, home) for n, home in enumerate(homes)]
        self.waiting: dict[int, Call] = {}
        self.result = Result()
        for call in work:
            self.agenda.plan(round(call.reported_s * 1000), "town", "call", str(call.number))

    @property
    def now_s(self) -> float:
        """Return the time."""
        return self.now_ms / 1000

    def set(self, now_ms: int) -> None:
        """Set the clock."""
        self.now_ms = now_ms

    async def act(self, what: str, about: str, step: int) -> None:
        """Do what is due."""
        if what == "call":
            call = self.work[int(about)]
            self.waiting[call.number] = call
            self.agenda.stirred = True
            return
        unit = self.units[int(about)]
        if unit.step != step:
            return
        if what == "arrive":
            self._arrive(unit)
        else:
            unit.call = None
            self._go(unit, unit.home, UnitStatus.RETURNING, 0.0)
            self.agenda.stirred = True

    async def settle(self) -> None:
        """Ask the policy, as something has changed."""
        for unit in self.units:
            self._where(unit)
        for unit, call in self.policy(self):
            self._send(unit, call)

    def state(self) -> None:
        """Nothing is kept."""

    def restore(self, state: None) -> None:
        """Nothing is kept."""

    def _send(self, unit: Unit, call: Call) -> None:
        if unit.call is not None:
            self.waiting[unit.call] = self.work[unit.call]
            self.result.reassigned += 1
            self.agenda.stirred = True
        if self.waiting.pop(call.number, None) is None:
            self._relieve(next(u for u in self.units if u.call == call.number))
        turnout_s = TURNOUT_S if unit.status is UnitStatus.AVAILABLE and unit.at == unit.home else 0.0
        unit.call = call.number
        self._go(unit, call.at, UnitStatus.ENROUTE, turnout_s)

    def _relieve(self, unit: Unit) -> None:
        unit.call = None
        self.result.reassigned += 1
        self._go(unit, unit.home, UnitStatus.RETURNING, 0.0)
        self.agenda.stirred = True

    def _go(self, unit: Unit, target: LonLat, status: UnitStatus, delay_s: float) -> None:
        drive_s = self.roads.time_s(unit.at, target)
        unit.origin = unit.at if unit.at not in self.roads.moving else None
        behind = self.roads.moving.get(unit.at)
        if behind is not None:  # in mid-way: the nearer end is where it came from, or where it is going to
            place, back_s, ahead, on_s = behind
            turns = back_s + self.roads.times_s[place, self.roads.index(target)] <= on_s + self.roads.times_s[ahead, self.roads.index(target)]
            unit.origin = self.roads.spots[place if turns else ahead]
        unit.status, unit.target, unit.step = status, target, unit.step + 1
        unit.left_s, unit.arrives_s = self.now_s + delay_s, self.now_s + delay_s + drive_s
        self.agenda.plan(round(unit.arrives_s * 1000), "town", "arrive", str(self.units.index(unit)), unit.step)

    def _arrive(self, unit: Unit) -> None:
        self.roads.moving.pop(unit.at, None)
        unit.at, unit.origin = unit.target or unit.at, None
        unit.target = None
        if unit.status is UnitStatus.RETURNING or unit.call is None:
            unit.status = UnitStatus.AVAILABLE
            return
        call = self.work[unit.call]
        self.result.response_s[call.number] = self.now_s - call.reported_s
        unit.status, unit.step = UnitStatus.ON_SCENE, unit.step + 1
        self.agenda.plan(round((self.now_s + call.care_s) * 1000), "town", "free", str(self.units.index(unit)), unit.step)

    def _where(self, unit: Unit) -> None:
        """Put a moving unit between the two ends of its drive, at a place of its own."""
        if unit.target is None or self.now_s <= unit.left_s:
            return
        self.roads.moving.pop(unit.at, None)
        origin = unit.origin or unit.at
        share = min(1.0, (self.now_s - unit.left_s) / max(1e-9, unit.arrives_s - unit.left_s))
        n = self.units.index(unit)
        unit.at = LonLat(origin.lon + (unit.target.lon - origin.lon) * share + n * 1e-9, origin.lat + (unit.target.lat - origin.lat) * share)
        ends = self.roads.index(origin), self.now_s - unit.left_s, self.roads.index(unit.target), max(0.0, unit.arrives_s - self.now_s)
        self.roads.moving[unit.at] = ends


def closest_idle(run: Run) -> list[tuple[Unit, Call]]:
    """Send the idle unit that is there first; by priority, then by age."""
    sent: list[tuple[Unit, Call]] = []
    idle = [u for u in run.units if u.call is None]
    for call in sorted(run.waiting.values(), key=lambda c: (c.priority, c.reported_s)):
        if not idle:
            break
        best = min(idle, key=lambda u: (run.roads.time_s(u.at, call.at) + (TURNOUT_S if u.at == u.home else 0.0), u.id))
        idle.remove(best)
        sent.append((best, call))
    return sent


def by_engine(run: Run) -> list[tuple[Unit, Call]]:
    """Send whom the engine's joint plan proposes; where nothing waits, whom it proposes to take over from somebody under way."""
    engine = Engine(_situation(run), run.catalogue, run.roads)  # type: ignore[arg-type]
    known = {u.id: u for u in run.units}
    if not run.waiting:
        calls_by_id = {_id(u.call): run.work[u.call] for u in run.units if u.call is not None}
        return [(known[found.unit_id], calls_by_id[found.incident_id]) for found in reliefs(engine)]
    urgent = sorted(run.waiting.values(), key=lambda c: (c.priority, c.reported_s))[:MOST_WAITING]
    requests = [Request(TYPE, c.at, 1, _id(c.number), None, c.priority, None, str(c.number), round(c.reported_s * 1000)) for c in urgent]
    answers = engine.recommend_together(requests)
    return [(known[answer.units[0].unit_id], call) for answer, call in zip(answers, urgent, strict=False) if answer.units]


def _situation(run: Run) -> Situation:
    open_calls = {u.call: run.work[u.call] for u in run.units if u.call is not None} | run.waiting
    incidents = {_id(n): _incident(call) for n, call in open_calls.items()}
    units = tuple(_view(u) for u in run.units)
    stations = {derived_id("home", u.id): u.home for u in run.units}
    lately = [call for call in run.work if run.now_s - HOUR_S < call.reported_s <= run.now_s]
    life = tuple(call.at for call in lately if call.priority == Priority.LIFE)
    return Situation(units, {}, stations, (), incidents, (), run.now_ms, len(run.waiting), len(lately), life)


def _id(number: int) -> Id:
    return derived_id("call", str(number))


def _view(unit: Unit) -> UnitView:
    incident = None if unit.call is None else _id(unit.call)
    return UnitView(
        unit.id,
        unit.id[:6],
        "als",
        {CAPABILITY: 1},
        2,
        derived_id("home", unit.id),
        PROFILE,
        unit.at,
        unit.status,
        0,
        incident,
        f"{CAPABILITY}-1" if incident else "",
    )


def _incident(call: Call) -> IncidentView:
    ms = round(call.reported_s * 1000)
    return IncidentView(_id(call.number), str(call.number), TYPE, IncidentState.DISPATCHED, call.priority, 4, 1, call.at, "", "", "", ms, {})


def play(place: Town, catalogue: Catalogue, seed: int, per_hour: float, policy: Callable[[Run], list[tuple[Unit, Call]]]) -> Result:
    """Return what became of one run. Calls that nobody had reached three hours after the last report count as that late."""
    streams = Streams(seed)
    run = Run(place, catalogue, calls(streams, place.spots, HOURS, per_hour), policy)
    core = simulator.Engine(run.agenda, streams, run.set)
    core.add("town", run)
    end_s = (HOURS + 3) * 3600
    asyncio.run(core.run_until(round(end_s * 1000)))
    for call in run.work:
        run.result.response_s.setdefault(call.number, end_s - call.reported_s)
    return run.result


@dataclass(frozen=True)
class Pair:
    """One seed under both policies."""

    late: tuple[int, int]
    """Late priority-1 calls: engine, closest-idle."""
    p90_s: tuple[float, float]
    urgent_p90_s: tuple[float, float]
    """The same of the calls of priority 2."""
    calls: int
    reassigned: int


def pair(place: Town, catalogue: Catalogue, seed: int, per_hour: float) -> Pair:
    """Play one seed twice."""
    ours, theirs = (play(place, catalogue, seed, per_hour, policy) for policy in (by_engine, closest_idle))
    work = calls(Streams(seed), place.spots, HOURS, per_hour)

    def times(result: Result, *priorities: int) -> list[float]:
        return [result.response_s[c.number] for c in work if c.priority in priorities]

    late = [sum(time > LATE_S for time in times(result, 1)) for result in (ours, theirs)]
    p90 = [statistics.quantiles(times(result, 1, 2, 3), n=10)[-1] for result in (ours, theirs)]
    urgent = [statistics.quantiles(times(result, 2), n=10)[-1] for result in (ours, theirs)]
    return Pair((late[0], late[1]), (p90[0], p90[1]), (urgent[0], urgent[1]), len(work), ours.reassigned)


def interval(pairs: Sequence[Pair], figure: Callable[[Sequence[Pair]], float]) -> tuple[float, float]:
    """Return the 95 % interval of a figure: percentile bootstrap over seeds (Efron & Tibshirani 1993)."""
    chance = random.Random(1)
    drawn = sorted(figure(chance.choices(pairs, k=len(pairs))) for _ in range(RESAMPLES))
    return drawn[round(0.025 * RESAMPLES)], drawn[round(0.975 * RESAMPLES) - 1]


def late_ratio(pairs: Sequence[Pair]) -> float:
    """Return late priority-1 calls, engine over closest-idle."""
    return sum(p.late[0] for p in pairs) / max(1, sum(p.late[1] for p in pairs))


def p90_ratio(pairs: Sequence[Pair]) -> float:
    """Return the 90th percentile of all response times, engine over closest-idle, in the mean of the seeds."""
    return statistics.fmean(p.p90_s[0] for p in pairs) / statistics.fmean(p.p90_s[1] for p in pairs)


def urgent_ratio(pairs: Sequence[Pair]) -> float:
    """Return the same of the calls of priority 2."""
    return statistics.fmean(p.urgent_p90_s[0] for p in pairs) / statistics.fmean(p.urgent_p90_s[1] for p in pairs)


def rows(quick: bool) -> list[Row]:
    """Measure on Heidelberg's roads; nothing without the data."""
    network = heidelberg()
    if network is None:
        return []
    place, catalogue = town(network, STATIONS, LATE_S - TURNOUT_S), one_unit_catalogue()
    most = QUICK_SEEDS if quick else None
    found: list[Row] = []
    for load, (per_hour, _) in LOADS.items():
        for what, seeds in (("tuned on", TUNED[:most]), ("check", CHECK[:most])):
            with ProcessPoolExecutor() as pool:
                pairs = list(pool.map(partial(pair, place, catalogue, per_hour=per_hour), seeds))
            found += figures(load, f"{load}, seeds {seeds[0]}–{seeds[-1]} ({what})", pairs)
    return found


def figures(load: str, name: str, pairs: Sequence[Pair]) -> list[Row]:
    """Return what some pairs of runs under one load say."""
    per_hour, most = LOADS[load]
    late, p90, urgent = late_ratio(pairs), p90_ratio(pairs), urgent_ratio(pairs)
    again = sum(p.reassigned for p in pairs) / sum(p.calls for p in pairs)
    theirs = sum(p.late[1] for p in pairs)
    late_said, p90_said, urgent_said = (_between(pairs, figure) for figure in (late_ratio, p90_ratio, urgent_ratio))
    calls_said = f"{UNITS} units, {per_hour:.0f} calls an hour"
    mean_s, urgent_s = statistics.fmean(p.p90_s[0] for p in pairs), statistics.fmean(p.urgent_p90_s[0] for p in pairs)
    late_goal, late_count = f"≤ × {most:.2f}", sum(p.late[0] for p in pairs)
    return [
        Row(
            f"late priority-1 calls: {name}; {calls_said}", late_count, "calls", f"closest-idle {theirs}; {late_said}", late, late_goal, late <= most
        ),
        Row(f"all calls, 90th percentile: {name}", mean_s, "s", f"closest-idle; {p90_said}", p90, "≤ × 1.00", p90 <= 1.0),
        Row(f"calls of priority 2, 90th percentile: {name}", urgent_s, "s", f"closest-idle; {urgent_said}", urgent),
        Row(f"units reassigned per call: {name}", again, "", goal="≤ 0.6", met=again <= 0.6),
    ]


def _between(pairs: Sequence[Pair], figure: Callable[[Sequence[Pair]], float]) -> str:
    low, high = interval(pairs, figure)
    return f"95 % {low:.2f} … {high:.2f}"
