"""A small town on a grid with a river, and a stage that runs commands as the desk does, without threads."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from commandcenter.dispatch.handlers import HANDLERS
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.past import history_of
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model import commands as c
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Entry
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id, counting_ids, derived_id
from commandcenter.model.ports import Arrival, Level, Reach, Route, Shape, Stand
from commandcenter.model.progress import NO_PROGRESS, Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue

STEP = 0.01
"""Degrees between crossings."""
BLOCK_M = 1000.0
BLOCK_S = 60.0
ACTOR = derived_id("operator", "test")

Cell = tuple[int, int]


@dataclass(frozen=True)
class GridRoads:
    """Streets along a grid of 12 × 8 crossings, 60 s a block. Between rows 3 and 4 runs a river with one bridge, in column 9."""

    closed: frozenset[Cell] = frozenset()
    columns: int = 12
    rows: int = 8
    bridge: int = 9
    asked: list[tuple[int, int]] = field(default_factory=list)
    """(origins, k) of each search."""

    @property
    def profiles(self) -> Mapping[str, object]:
        return dict.fromkeys(("ambulance", "engine", "ladder", "heavy_truck", "boat_trailer"))

    def with_closures(self, shapes: Sequence[Shape]) -> GridRoads:
        closed = frozenset(cell(point) for shape in shapes for point in shape.points)
        return GridRoads(closed, self.columns, self.rows, self.bridge, self.asked)

    def with_times(self, factors: Mapping[str, float]) -> GridRoads:
        return self

    def nearest(self, target: LonLat, origins: Sequence[LonLat], profile: str, k: int) -> list[Arrival]:
        self.asked.append((len(origins), k))
        times = self._times(cell(target))
        found = [(times[cell(at)], n) for n, at in enumerate(origins) if cell(at) in times]
        return [Arrival(n, s, s / BLOCK_S * BLOCK_M, 0.0) for s, n in sorted(found)[:k]]

    def muster(self, origins: Sequence[LonLat], profile: str, delays_s: Sequence[float], after: object = None) -> GridMuster:
        return GridMuster(self, tuple(origins), tuple(delays_s))

    def matrix(self, targets: Sequence[LonLat], origins: Sequence[LonLat], profile: str) -> list[list[Arrival | None]]:
        table: list[list[Arrival | None]] = []
        for target in targets:
            by_origin = {a.origin: a for a in self.nearest(target, origins, profile, len(origins))}
            table.append([by_origin.get(n) for n in range(len(origins))])
        return table

    def places(self, count: int) -> list[LonLat]:
        return [at(x, y) for y in range(self.rows) for x in range(self.columns)][:count]

    def route(self, origin: LonLat, target: LonLat, profile: str) -> Route | None:
        found = self.nearest(target, [origin], profile, 1)
        return Route((origin, target), (0.0, found[0].eta_s), found[0].distance_m, found[0].eta_s, 0.0, ()) if found else None

    def routes(self, origin: LonLat, target: LonLat, profile: str, most: int = 3) -> list[Route]:
        found = self.route(origin, target, profile)
        return [found] if found is not None else []

    def reach(
        self,
        stands: Sequence[Stand],
        levels: Sequence[Level],
        *,
        gaps: bool = False,
        stopped: Callable[[], bool] = lambda: False,
        progress: Progress = NO_PROGRESS,
    ) -> Reach:
        """Each crossing in time is a square around it."""
        if stopped():
            raise Cancelled
        known = [stand for stand in stands if stand.profile in self.profiles]
        times = [{place: s + stand.delay_s for place, s in self._times(cell(stand.at)).items()} for stand in known]
        crossings = [(x, y) for y in range(self.rows) for x in range(self.columns)]
        held = [[c for c in crossings if sum(mine.get(c, math.inf) <= within for mine in times) >= deep] for within, deep in levels]
        missing = [tuple(square(c) for c in crossings if c not in mine) if gaps else () for mine in held]
        return Reach(tuple(tuple(map(square, mine)) for mine in held), tuple(missing), tuple(len(mine) / len(crossings) for mine in held))

    def why_unreachable(self, origin: LonLat, target: LonLat, profile: str) -> Sentence:
        return say("Every way is closed.") if self.closed else say("Off the grid.")

    def _times(self, start: Cell) -> dict[Cell, float]:
        times: dict[Cell, float] = {}
        queue = [(0.0, start)] if self._inside(start) else []
        while queue:
            time, here = heapq.heappop(queue)
            if here not in times:
                times[here] = time
                for there in self._neighbours(here):
                    heapq.heappush(queue, (time + BLOCK_S, there))
        return times

    def _inside(self, here: Cell) -> bool:
        return 0 <= here[0] < self.columns and 0 <= here[1] < self.rows and here not in self.closed

    def _neighbours(self, here: Cell) -> list[Cell]:
        x, y = here
        near = [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
        return [n for n in near if self._inside(n) and ({y, n[1]} != {3, 4} or x == self.bridge)]


def square(c: Cell) -> tuple[LonLat, ...]:
    """Return a ring around a crossing."""
    west, south, east, north = *at(*c), *at(c[0] + 1, c[1] + 1)
    return LonLat(west, south), LonLat(east, south), LonLat(east, north), LonLat(west, north), LonLat(west, south)


@dataclass(frozen=True)
class GridMuster:
    """Units on the grid."""

    roads: GridRoads
    origins: tuple[LonLat, ...]
    delays_s: tuple[float, ...]

    def first(self, target: LonLat, members: tuple[int, ...], k: int, latest_s: float = math.inf) -> list[Arrival]:
        self.roads.asked.append((len(members), k))
        times = self.roads._times(cell(target))
        found = [(times[cell(self.origins[n])], n) for n in members if cell(self.origins[n]) in times]
        ranked = sorted((s + self.delays_s[n], n, s) for s, n in found)
        last_s = min(latest_s, ranked[min(k, len(ranked)) - 1][0]) if ranked else 0.0
        return [Arrival(n, s, s / BLOCK_S * BLOCK_M, 0.0) for rank_s, n, s in ranked if rank_s <= last_s]


def cell(at: LonLat) -> Cell:
    return round(at[0] / STEP), round(at[1] / STEP)


def at(x: int, y: int) -> LonLat:
    return LonLat(x * STEP, y * STEP)


@dataclass
class Stage:
    """A log, a picture and a clock."""

    clock: FakeClock = field(default_factory=FakeClock)
    actor: Id = ACTOR
    entries: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.log = MemoryLog(derived_id("operation", "test"), DeviceKey(bytes(32)), self.clock)
        self.picture = Picture(self.log.operation)
        self.new_id = counting_ids()
        self.catalogue = default_catalogue()

    def do(self, command: c.Command) -> tuple[Entry, ...]:
        """Carry out one command; `Refused` comes through and changes nothing."""
        self.clock.advance(1)
        history = history_of(self.log, command.entry_id) if isinstance(command, c.Undo) else None
        now = Now(self.clock.wall_ms(), self.actor, self.new_id, self.catalogue, history, self.log.device)
        drafts = HANDLERS[type(command)](self.picture, command, now)
        done = self.log.append(drafts, actor=self.actor, heads=self.picture.heads)
        for position, entry in enumerate(done, start=self.log.count() - len(done) + 1):
            self.picture.apply(entry, position)
        self.entries += done
        return done

    def incident(self, kind: str = "fire.structure", x: int = 5, y: int = 2, priority: int | None = None) -> Id:
        return self.do(c.ReportIncident(kind, at(x, y), f"{x} Grid Street", priority))[0].writes[0].key.entity

    def unit(self, callsign: str, kind: str = "engine", x: int = 0, y: int = 0, crew: int | None = None, station: Id | None = None) -> Id:
        known = self.catalogue.kinds[kind]
        people = known.crew if crew is None else crew
        return self.do(c.AddUnit(callsign, kind, known.capabilities, people, station, at(x, y), known.profile))[0].writes[0].key.entity

    def depot(self, name: str, x: int, y: int, **stock: int) -> Id:
        depot_id = self.do(c.AddDepot(name, at(x, y)))[0].writes[0].key.entity
        for item, quantity in stock.items():
            self.do(c.MoveStock(depot_id, item, quantity))
        return depot_id


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def grid() -> GridRoads:
    return GridRoads()


@pytest.fixture
def place() -> Callable[[int, int], LonLat]:
    return at
