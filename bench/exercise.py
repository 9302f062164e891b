"""Exercises: events a second against SimPy, going back to a snapshot, a day with two hundred units."""

from __future__ import annotations

import asyncio
import statistics
import time

from bench import exercise_core, exercise_window
from bench.road_graphs import heidelberg
from bench.row import Row
from commandcenter.exercise.course import Course, Ground, Settings, run_key
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.scenario import Inject, InjectKind, Scenario, Text
from commandcenter.exercise.streams import Streams
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.model.commands import AddFacility, AddStation, AddUnit, Command
from commandcenter.model.ids import derived_id
from commandcenter.model.ports import Place
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue

WEST, SOUTH, EAST, NORTH = 8.64, 49.38, 8.74, 49.43
KINDS = ("engine", "ambulance", "als", "police", "ladder", "engine", "ambulance", "rescue", "command", "doctor")
TYPES = ("medical.chest_pain", "medical.fall", "medical.sick", "fire.alarm", "traffic.collision", "medical.stroke", "fire.structure", "order.assault")
START_MS = 1_790_000_000_000
HOUR_MS = 3_600_000
CALLS_PER_HOUR = 30


class _Nowhere:
    """A gazetteer that knows nothing: the scenario's places are coordinates."""

    def search(self, text: str, *, near: LonLat | None = None, limit: int = 10) -> list[Place]:
        return []

    def reverse(self, at: LonLat) -> Place | None:
        return None

    def street(self, name: str, at: LonLat) -> tuple[tuple[LonLat, ...], ...]:
        return ()


def rows(quick: bool) -> list[Row]:
    """Measure; the runs of a whole exercise need Heidelberg."""
    found = exercise_core.rows(20_000 if quick else 200_000)
    roads = heidelberg()
    if roads is None:
        return found
    roads.warm_up()
    found += asyncio.run(_rewinding(roads, 1 if quick else 4))
    found.append(asyncio.run(_day(roads, 2 if quick else 24)))
    return found + exercise_window.rows(lambda: _course(roads, 4, 200, CALLS_PER_HOUR), 5 if quick else 30)


async def _rewinding(roads: RoadNetwork, hours: int) -> list[Row]:
    """Return what snapshots and going back cost in an exercise of 40 units."""
    course = _course(roads, hours, 40, 8)
    await course.begin()
    await course.advance_to(course.scenario.end_ms)
    start = time.perf_counter()
    for _ in range(1000):
        kept = course.snapshot()
    copy_ms = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(1000):
        course.engine.restore(kept.engine)
    restore_ms = time.perf_counter() - start
    back_s = []
    for n, share in enumerate((0.1, 0.37, 0.62, 0.999), start=1):
        start = time.perf_counter()
        moment_ms = START_MS + round((course.scenario.end_ms - START_MS) * share)
        twin = await branch(course, moment_ms, in_memory(run_key(course.scenario, course.settings)), n)
        back_s.append(time.perf_counter() - start)
        await twin.close()
    await course.close()
    worst_s = max(back_s)
    what = f"{hours} h, 40 units"
    return [
        Row(f"snapshot of the simulator, {what}", copy_ms, "ms"),
        Row(f"going back to it, {what}", restore_ms, "ms"),
        Row(f"rewind to a moment with a log of its own, {what}: median of four", statistics.median(back_s), "s"),
        Row(f"rewind to a moment with a log of its own, {what}: slowest", worst_s, "s", goal="≤ 1 s", met=worst_s <= 1),
    ]


async def _day(roads: RoadNetwork, hours: int) -> Row:
    course = _course(roads, hours, 200, CALLS_PER_HOUR)
    await course.begin()
    start = time.perf_counter()
    await course.advance_to(course.scenario.end_ms)
    took_s = time.perf_counter() - start
    entries, events = course.desk.picture.count(), course.engine.agenda.happened
    await course.close()
    times = hours * 3600 / took_s
    return Row(f"{hours} h, 200 units, {CALLS_PER_HOUR} calls an hour, {entries:,} entries, {events:,} events", took_s, "s", "exercise time", times)


def _course(roads: RoadNetwork, hours: int, units: int, calls_per_hour: int) -> Course:
    streams, catalogue = Streams(9), default_catalogue()
    fleet: list[Command] = [AddFacility(f"Hospital {n}", "hospital", _place(streams), derived_id("hospital", str(n))) for n in range(4)]
    for n in range(units):
        kind, at, station = catalogue.kinds[KINDS[n % len(KINDS)]], _place(streams), derived_id("station", str(n))
        fleet.append(AddStation(f"Station {n}", "fire_station", at, station))
        fleet.append(AddUnit(f"{kind.prefix}{n}", kind.code, kind.capabilities, kind.crew, station, at, kind.profile, derived_id("unit", str(n))))
    injects, at_ms = [], 0
    for n in range(1, hours * calls_per_hour + 1):
        at_ms += round(streams.exponential("gap", HOUR_MS / calls_per_hour))
        where = _place(streams)
        type_ = TYPES[int(streams.share("type") * len(TYPES))]
        injects.append(Inject(str(n), n, InjectKind.CALL, "", at_ms, type=type_, place=f"{where.lon},{where.lat}"))
    scenario = Scenario("bench", Text({"en": "Bench"}), Text(), "heidelberg", START_MS, hours * 60.0, 1, tuple(injects))
    settings = Settings(1, virtual_player=True)
    return Course(scenario, Ground(catalogue, roads, _Nowhere(), fleet), settings, in_memory(run_key(scenario, settings)))


def _place(streams: Streams) -> LonLat:
    return LonLat(WEST + (EAST - WEST) * streams.share("lon"), SOUTH + (NORTH - SOUTH) * streams.share("lat"))
