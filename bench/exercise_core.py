"""The simulator without desk, log and roads, against SimPy: its event core alone, and whole crews on a table of driving times."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass

import simpy

from bench.road_graphs import DATA
from bench.row import Row
from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.engine import Engine
from commandcenter.exercise.streams import Streams
from commandcenter.model.errors import BugError
from tests.unit.exercise import manhattan

CLOCKS, SLOWEST_MS = 100, 150
"""Processes that tick, each at a pace of its own: every 51 to 150 ms."""
ROUNDS = 5
"""Ours and SimPy's in turn, of which the best of each counts: what else the computer does must not decide."""


@dataclass
class _Ticking:
    """An actor that only plans its next event."""

    agenda: Agenda
    now_ms: int = 0

    async def act(self, what: str, about: str, step: int) -> None:
        self.agenda.plan(self.now_ms + step, "clock", what, about, step)

    async def settle(self) -> None:
        return

    def set(self, now_ms: int) -> None:
        self.now_ms = now_ms

    def state(self) -> None:
        return

    def restore(self, state: None) -> None:
        return


def rows(horizon_ms: int) -> list[Row]:
    """Measure; the crews need the JEMSS Manhattan input."""
    return [_core(horizon_ms), *_crews()]


def _core(horizon_ms: int) -> Row:
    """The same events at the same moments on both sides; each counts its own. Raises `BugError` where they differ."""
    ours, theirs = _in_turn(lambda: _ours(horizon_ms), lambda: _simpy(horizon_ms))
    return Row(f"event core alone, {CLOCKS} actors", ours, "events/s", "SimPy, the same events", ours / theirs)


def _crews() -> list[Row]:
    """SimPy's side has the moments only; ours has crews with states, orders and positions that a desk could follow."""
    folder = DATA / "roads/jemss/manhattan"
    if not folder.is_dir():
        return []
    city = manhattan.city(folder)
    calls = manhattan.draw_calls(city)
    ours, theirs = _in_turn(lambda: len(manhattan.with_our_engine(city, calls)), lambda: len(manhattan.with_simpy(city, calls)))
    return [Row(f"crews on a table of driving times, {len(city.bases)} ambulances", ours, "calls/s", "SimPy, the same run", ours / theirs)]


def _in_turn(ours: Callable[[], int], theirs: Callable[[], int]) -> tuple[float, float]:
    """Return how many a second each side does at its best."""
    best, counts = [0.0, 0.0], set()
    for _ in range(ROUNDS):
        for n, side in enumerate((ours, theirs)):
            start = time.perf_counter()
            count = side()
            best[n] = max(best[n], count / (time.perf_counter() - start))
            counts.add(count)
    if len(counts) != 1:
        raise BugError(f"both sides had to see the same events: {counts}")
    return best[0], best[1]


def _ours(horizon_ms: int) -> int:
    agenda = Agenda()
    ticking = _Ticking(agenda)
    engine = Engine(agenda, Streams(1), ticking.set)
    engine.add("clock", ticking)
    for n in range(CLOCKS):
        agenda.plan(0, "clock", "tick", str(n), SLOWEST_MS - n)
    asyncio.run(engine.run_until(horizon_ms - 1))
    return agenda.happened


def _simpy(horizon_ms: int) -> int:
    env, count = simpy.Environment(), 0

    def tick(gap_ms: int) -> Generator[simpy.Event, None, None]:
        nonlocal count
        while True:
            count += 1
            yield env.timeout(gap_ms)

    for n in range(CLOCKS):
        env.process(tick(SLOWEST_MS - n))
    env.run(until=horizon_ms)
    return count
