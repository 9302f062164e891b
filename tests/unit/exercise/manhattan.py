"""The JEMSS Manhattan input, played twice: by our simulator's crews and by a second, independent implementation on SimPy.

JEMSS: Ridler, Mason and Raith, "A simulation and optimisation package for emergency medical services", European Journal of
Operational Research 298, 2022. Used by the tests, which want the same run of both, and by the benchmark.
"""

from __future__ import annotations

import asyncio
import csv
import zipfile
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import simpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from commandcenter.exercise.streams import Streams
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.views import IncidentView, UnitView
from tests.unit.exercise.table_stage import TableStage

CALLS = 2_000
PLACES = 120
"""Road junctions at which calls come up, drawn by chance; the input's population raster is not in the data set."""
CALLS_PER_DAY = 18.8 * 24
"""From `calls/reps/test/gen_config.xml`, as the figures below."""
DISPATCH_DELAY_S, ON_SCENE_S, TRANSPORT, HANDOVER_S = 2.5 * 60, 7.6 * 60, 0.85, 4.0 * 60


@dataclass(frozen=True)
class City:
    """Bases of the ambulances, hospitals and call places as numbers of a table of driving times (ms)."""

    bases: list[int]
    hospitals: list[int]
    places: list[int]
    drive_ms: np.ndarray[Any, Any]

    def nearest_hospital(self, place: int) -> int:
        return min(self.hospitals, key=lambda h: (int(self.drive_ms[place, h]), h))


def rows(path: Path, start: str) -> Iterator[dict[str, str]]:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(start))
    yield from (row for row in csv.DictReader(lines[first:]) if row["index"])


def city(folder: Path) -> City:
    with zipfile.ZipFile(folder / "travel/roads/roads.zip") as parts:
        nodes = [line.split(",") for line in parts.read("nodes.csv").decode().splitlines()]
        arcs = [line.split(",") for line in parts.read("arcs.csv").decode().splitlines()]
    head = next(n for n, row in enumerate(nodes) if row[0] == "index")
    where = np.array([[float(row[1]), float(row[2])] for row in nodes[head + 1 :] if row[0]])
    head = next(n for n, row in enumerate(arcs) if row[0] == "index")
    names = arcs[head]
    column = {name: n for n, name in enumerate(names)}
    start, end, time = column["fromNode"], column["toNode"], next(n for n, name in enumerate(names) if name.startswith("mode_1"))
    ends = np.array([[int(float(row[start])) - 1, int(float(row[end])) - 1] for row in arcs[head + 1 :] if row[0]])
    days = np.array([float(row[time]) for row in arcs[head + 1 :] if row[0]])
    graph = csr_matrix((days * 86_400_000, (ends[:, 0], ends[:, 1])), shape=(len(where), len(where)))

    def node(row: dict[str, str]) -> int:
        return int(np.argmin(((where - (float(row["x"]), float(row["y"]))) ** 2).sum(axis=1)))

    stations = {row["index"]: node(row) for row in rows(folder / "stations/stations_1.csv", "index,")}
    homes = [stations[row["stationIndex"]] for row in rows(folder / "ambulances/ambulances_1.csv", "index,")]
    hospitals = [node(row) for row in rows(folder / "hospitals/hospitals_1.csv", "index,")]
    streams = Streams(2)
    places = [int(streams.share("place") * len(where)) for _ in range(PLACES)]
    every = sorted({*homes, *hospitals, *places})
    short = {n: i for i, n in enumerate(every)}
    found = dijkstra(graph, indices=every)[:, every]
    reachable = [p for p in places if np.isfinite(found[short[p]]).all() and np.isfinite(found[:, short[p]]).all()]
    table = np.where(np.isfinite(found), np.rint(found), 0).astype(np.int64)
    return City([short[n] for n in homes], [short[n] for n in hospitals], [short[n] for n in reachable], table)


@dataclass(frozen=True)
class Call:
    at_ms: int
    place: int
    work_ms: int
    transport: bool
    handover_ms: int


def draw_calls(found: City) -> list[Call]:
    streams, now_ms, calls = Streams(3), 0, []
    for _ in range(CALLS):
        now_ms += round(streams.exponential("gap", 86_400_000 / CALLS_PER_DAY))
        place = found.places[int(streams.share("place") * len(found.places))]
        work_ms, handover_ms = round(streams.exponential("work", ON_SCENE_S * 1000)), round(streams.exponential("handover", HANDOVER_S * 1000))
        calls.append(Call(now_ms, place, work_ms, streams.chance("transport", TRANSPORT), handover_ms))
    return calls


def with_simpy(found: City, calls: list[Call]) -> dict[int, tuple[int, int]]:
    """Return (ambulance, ms of arrival) by call: nearest free ambulance at its base, else first come first served."""
    env = simpy.Environment()
    free, waiting, result = set(range(len(found.bases))), deque[int](), {}

    def dispatch() -> None:
        while free and waiting:
            n = waiting.popleft()
            unit = min(free, key=lambda u: (int(found.drive_ms[found.bases[u], calls[n].place]), u))
            free.discard(unit)
            env.process(turn(unit, n))

    def turn(unit: int, n: int) -> Generator[simpy.Event, None, None]:
        call, base = calls[n], found.bases[unit]
        yield env.timeout(int(DISPATCH_DELAY_S * 1000))
        yield env.timeout(int(found.drive_ms[base, call.place]))
        result[n] = (unit, int(env.now))
        yield env.timeout(call.work_ms)
        here = call.place
        if call.transport:
            here = found.nearest_hospital(call.place)
            yield env.timeout(int(found.drive_ms[call.place, here]))
            yield env.timeout(call.handover_ms)
        yield env.timeout(int(found.drive_ms[here, base]))
        free.add(unit)
        dispatch()

    def source() -> Generator[simpy.Event, None, None]:
        for n, call in enumerate(calls):
            yield env.timeout(call.at_ms - env.now)
            waiting.append(n)
            dispatch()

    env.process(source())
    env.run()
    return result


@dataclass
class Desk:
    """The same policy over our crews. An actor."""

    found: City
    calls: list[Call]
    stage: TableStage
    at: dict[int, LonLat]
    waiting: deque[int] = field(default_factory=deque)
    free: set[int] = field(default_factory=set)
    job: dict[Id, int] = field(default_factory=dict)
    result: dict[int, tuple[int, int]] = field(default_factory=dict)

    async def act(self, what: str, about: str, step: int) -> None:
        self.waiting.append(int(about))
        self._dispatch()

    def _dispatch(self) -> None:
        while self.free and self.waiting:
            n = self.waiting.popleft()
            unit = min(self.free, key=lambda u: (int(self.found.drive_ms[self.found.bases[u], self.calls[n].place]), u))
            self.free.discard(unit)
            self.job[self.stage.ids[unit]] = n
            self.stage.send(unit, Id(f"{n + 1:032x}"), self.at[self.calls[n].place])

    def seen(self, unit: UnitView, status: UnitStatus, now_ms: int) -> None:
        n = int(unit.callsign)
        if status is UnitStatus.ON_SCENE:
            self.result[self.job[unit.id]] = (n, now_ms)
        elif status is UnitStatus.AVAILABLE:
            self.free.add(n)

    async def settle(self) -> None:
        self._dispatch()

    def state(self) -> None:
        return

    def restore(self, state: None) -> None:
        return


@dataclass(frozen=True)
class DrawnTimes:
    """The durations that were drawn with each call."""

    desk: Desk

    def _call(self, unit: UnitView) -> Call:
        return self.desk.calls[self.desk.job[unit.id]]

    def turnout_s(self, unit: UnitView, at_home: bool) -> float:
        return DISPATCH_DELAY_S

    def work_s(self, unit: UnitView, incident: IncidentView | None) -> float:
        return self._call(unit).work_ms / 1000

    def patients(self, incident: IncidentView) -> int:
        return int(self.desk.calls[int(incident.id, 16) - 1].transport)

    def handover_s(self, unit: UnitView) -> float:
        return self._call(unit).handover_ms / 1000


def with_our_engine(found: City, calls: list[Call]) -> dict[int, tuple[int, int]]:
    at = {n: LonLat(float(n), 0.0) for n in range(len(found.drive_ms))}
    stage = TableStage(
        [at[base] for base in found.bases],
        lambda a, b: float(found.drive_ms[int(a.lon), int(b.lon)]) / 1000,
        lambda here: at[found.nearest_hospital(int(here.lon))],
    )
    desk = Desk(found, calls, stage, at, free=set(range(len(found.bases))))
    stage.seen = desk.seen
    stage.play(DrawnTimes(desk), desk)
    for n, call in enumerate(calls):
        stage.agenda.plan(call.at_ms, "calls", "call", str(n))
    asyncio.run(stage.engine.run_until(10**12))
    return desk.result
