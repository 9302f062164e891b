"""The simulator against queueing theory: the exact hypercube model (Larson, "A hypercube queuing model for facility location
and redistricting in urban emergency services", Computers & Operations Research 1, 1974), solved as a linear system.

A run is compared with the model at the rates that its chance came to (calls of each zone, each unit's mean work): what is left is
the noise of who was free when. Over twelve seeds its standard deviation fell with the root of the calls; per 12,000 calls it was for
one unit 0.0013 of utilisation and 0.4 % of loss, for two units 0.0035 and 0.6 %, for three and four 0.0048 and 0.6 %. So the
tolerances (0.005; 2 %) are at least three standard deviations at the numbers of calls below: a right simulator passes with
nearly any seed, and one that is off by as much as the tolerance does not.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from statistics import mean

import numpy as np
import pytest

from commandcenter.exercise.streams import Streams
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.views import IncidentView, UnitView
from tests.unit.exercise.table_stage import TableStage

HERE = LonLat(0.0, 0.0)


@dataclass(frozen=True)
class System:
    """Calls per hour by zone, each zone's order of units, each unit's mean service time; a call that finds all busy is lost."""

    rates: Sequence[float]
    order: Sequence[Sequence[int]]
    service_min: Sequence[float]

    @property
    def units(self) -> int:
        return len(self.service_min)


def exact(system: System) -> tuple[list[float], float]:
    """Return each unit's utilisation and the share of calls lost."""
    states = list(product((0, 1), repeat=system.units))
    place = {state: n for n, state in enumerate(states)}
    flow = np.zeros((len(states), len(states)))
    for state in states:
        for rate, order in zip(system.rates, system.order, strict=True):
            taker = next((unit for unit in order if not state[unit]), None)
            if taker is not None:
                flow[place[state], place[_with(state, taker, 1)]] += rate
        for unit in range(system.units):
            if state[unit]:
                flow[place[state], place[_with(state, unit, 0)]] += 60 / system.service_min[unit]
    np.fill_diagonal(flow, -flow.sum(axis=1))
    balance = np.vstack([flow.T, np.ones(len(states))])
    share = np.linalg.lstsq(balance, np.append(np.zeros(len(states)), 1.0), rcond=None)[0]
    busy = [float(sum(share[place[s]] for s in states if s[unit])) for unit in range(system.units)]
    return busy, float(share[place[tuple([1] * system.units)]])


def _with(state: tuple[int, ...], unit: int, value: int) -> tuple[int, ...]:
    return (*state[:unit], value, *state[unit + 1 :])


@dataclass
class Calls:
    """Poisson calls; sends the first free unit of the zone's order."""

    system: System
    stage: TableStage
    left: int
    lost: int = 0
    since: dict[Id, int] = field(default_factory=dict)
    busy_ms: dict[Id, int] = field(default_factory=dict)
    count: int = 0
    by_zone: Counter[int] = field(default_factory=Counter)

    async def act(self, what: str, about: str, step: int) -> None:
        self.count += 1
        total = sum(self.system.rates)
        draw, zone = self.stage.streams.share("zone") * total, 0
        while draw > self.system.rates[zone]:
            draw -= self.system.rates[zone]
            zone += 1
        self.by_zone[zone] += 1
        taker = next((unit for unit in self.system.order[zone] if self.stage.free(unit)), None)
        if taker is None:
            self.lost += 1
        else:
            self.stage.send(taker, Id(f"{self.count:032x}"), HERE)
        self.plan()

    def plan(self) -> None:
        if self.left > 0:
            self.left -= 1
            gap_s = self.stage.streams.exponential("calls", 3600 / sum(self.system.rates))
            self.stage.agenda.plan(self.stage.now_ms() + round(gap_s * 1000), "calls", "call")

    def seen(self, unit: UnitView, status: UnitStatus, now_ms: int) -> None:
        if status is UnitStatus.DISPATCHED:
            self.since[unit.id] = now_ms
        elif status is UnitStatus.AVAILABLE:
            self.busy_ms[unit.id] = self.busy_ms.get(unit.id, 0) + now_ms - self.since.pop(unit.id)

    async def settle(self) -> None:
        return

    def state(self) -> None:
        return

    def restore(self, state: None) -> None:
        return


@dataclass(frozen=True)
class ExponentialWork:
    """Service is the time on scene alone; what was drawn is kept by unit."""

    streams: Streams
    mean_s: float
    drawn_s: dict[Id, list[float]] = field(default_factory=dict)

    def turnout_s(self, unit: UnitView, at_home: bool) -> float:
        return 0.0

    def work_s(self, unit: UnitView, incident: IncidentView | None) -> float:
        work_s = self.streams.exponential(f"work {unit.id}", self.mean_s)
        self.drawn_s.setdefault(unit.id, []).append(work_s)
        return work_s

    def patients(self, incident: IncidentView) -> int:
        return 0

    def handover_s(self, unit: UnitView) -> float:
        return 0.0


def simulated(system: System, calls: int) -> tuple[list[float], float, System]:
    """Return the same two figures from the simulator, and the system as its chance made it."""
    stage = TableStage([None] * system.units, lambda _a, _b: 0.0)
    source, work = Calls(system, stage, calls), ExponentialWork(stage.streams, system.service_min[0] * 60)
    stage.seen = source.seen
    stage.play(work, source)
    source.plan()
    asyncio.run(stage.engine.run_until(10**15, lambda: source.count >= calls))
    total_ms = stage.now_ms()
    rates = [source.by_zone[zone] / total_ms * 3_600_000 for zone in range(len(system.rates))]
    drawn = System(rates, system.order, [mean(work.drawn_s[unit]) / 60 for unit in stage.ids])
    return [source.busy_ms[unit] / total_ms for unit in stage.ids], source.lost / source.count, drawn


ONE = System([3.0], [[0]], [15])
TWO = System([2.0, 3.5], [[0, 1], [1, 0]], [20] * 2)
THREE = System([1.0, 2.0, 5.0], [[0, 1, 2], [1, 2, 0], [2, 0, 1]], [24] * 3)
FOUR = System([4.0, 4.0], [[0, 1, 2, 3], [3, 2, 1, 0]], [30] * 4)


def check(system: System, calls: int) -> None:
    busy, lost, drawn = simulated(system, calls)
    assert drawn.rates == pytest.approx(system.rates, rel=0.05)
    assert drawn.service_min == pytest.approx(system.service_min, rel=0.05)
    exact_busy, exact_lost = exact(drawn)
    assert busy == pytest.approx(exact_busy, abs=0.005)
    assert lost == pytest.approx(exact_lost, rel=0.02)


@pytest.mark.parametrize(("system", "calls"), [(ONE, 12_000), (TWO, 54_000)], ids=["one unit", "two units, two zones"])
def test_utilisation_and_loss_are_those_of_the_hypercube_model(system: System, calls: int) -> None:
    check(system, calls)


@pytest.mark.soak
@pytest.mark.parametrize("system", [ONE, TWO, THREE, FOUR], ids=["one unit", "two units, two zones", "three units, uneven", "four units, one order"])
def test_larger_systems_agree_with_it_too(system: System) -> None:
    check(system, 160_000)


def test_the_exact_model_is_erlang_s_for_one_zone() -> None:
    """Erlang B: three lines, offered load 2."""
    busy, lost = exact(System([4.0], [[0, 1, 2]], [30] * 3))
    load = [2.0**n / f for n, f in enumerate((1, 1, 2, 6))]
    assert lost == pytest.approx(load[3] / sum(load))
    assert sum(busy) == pytest.approx(2.0 * (1 - lost))
