"""A desk with real handlers, picture and log, over made-up roads and streets; and a plain widget in place of the map page."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.dispatch.desk import Desk
from commandcenter.geo.gazetteer import coordinates
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import AddDepot, AddStation, AddUnit, AssignUnit, MoveStock, OpenOperation, ReportIncident, SetUnitStatus, SignIn
from commandcenter.model.entries import NO_CHANGES, Draft
from commandcenter.model.errors import Cancelled, KnownError
from commandcenter.model.ids import Id, counting_ids, founded_id
from commandcenter.model.ports import Arrival, Leg, Level, Muster, Place, Reach, Roads, Route, Shape, Stand
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat, Position, UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.bridge import Viewport
from commandcenter.ui.ports import MemorySettings, Services
from commandcenter.ui.theme.look import Look

T = TypeVar("T")
HOME = LonLat(8.69, 49.41)
ACTOR, ELSEWHERE = Id("a" * 32), Id("b" * 32)
STREETS = ("Mill Lane", "Harbour Road", "Station Street", "Castle Hill", "Old Market", "River Walk", "School Street", "Bridge Street")
NAMES_ZH = ("磨坊巷", "港口路", "车站街", "城堡山", "老市场", "河滨道", "学校街", "桥街")


def metres(a: LonLat, b: LonLat) -> float:
    """Return the city-block distance: roads that run north and east."""
    return abs(a.lat - b.lat) * 111_000 + abs(a.lon - b.lon) * 111_000 * math.cos(math.radians(a.lat))


def diamond(at: LonLat, metres_: float) -> tuple[LonLat, ...]:
    """Return what is so many metres away on roads that run north and east."""
    tall = metres_ / 111_000
    wide = tall / math.cos(math.radians(at.lat))
    return tuple(LonLat(at.lon + x * wide, at.lat + y * tall) for x, y in ((0, 1), (1, 0), (0, -1), (-1, 0), (0, 1)))


@dataclass(frozen=True)
class GridRoads:
    """Roads on a grid; a closed point holds up every way that starts within 300 m of it."""

    closed: tuple[LonLat, ...] = ()

    @property
    def profiles(self) -> Mapping[str, object]:
        return dict.fromkeys(kind.profile for kind in default_catalogue().kinds.values()) | {"engine": None}

    def with_closures(self, shapes: Sequence[Shape]) -> Roads:
        return GridRoads(tuple(shape.points[0] for shape in shapes))

    def _arrival(self, index: int, origin: LonLat, target: LonLat) -> Arrival:
        held_up = 600.0 if any(metres(origin, at) < 300 for at in self.closed) else 0.0
        distance = metres(origin, target)
        return Arrival(index, distance / 12 + held_up, distance, 0.0)

    def with_times(self, factors: Mapping[str, float]) -> GridRoads:
        return self

    def nearest(self, target: LonLat, origins: Sequence[LonLat], profile: str, k: int) -> list[Arrival]:
        found = [self._arrival(index, origin, target) for index, origin in enumerate(origins)]
        return sorted(found, key=lambda a: (a.eta_s, a.origin))[:k]

    def muster(self, origins: Sequence[LonLat], profile: str, delays_s: Sequence[float]) -> Muster:
        return GridMuster(self, tuple(origins), tuple(delays_s))

    def matrix(self, targets: Sequence[LonLat], origins: Sequence[LonLat], profile: str) -> list[list[Arrival | None]]:
        return [[self._arrival(index, origin, target) for index, origin in enumerate(origins)] for target in targets]

    def places(self, count: int) -> list[LonLat]:
        return [street_at(n % len(STREETS), n) for n in range(count)]

    def route(self, origin: LonLat, target: LonLat, profile: str) -> Route | None:
        way = self._arrival(0, origin, target)
        corner = LonLat(origin.lon, target.lat)
        legs = (
            Leg("depart", "River Walk", way.distance_m / 2, way.eta_s / 2, origin),
            Leg("right", "Castle Hill", way.distance_m / 2, way.eta_s / 2, corner),
            Leg("arrive", "Castle Hill", 0.0, 0.0, target),
        )
        return Route((origin, corner, target, target), (0.0, way.eta_s / 2, way.eta_s, way.eta_s), way.distance_m, way.eta_s, 0.0, legs)

    def routes(self, origin: LonLat, target: LonLat, profile: str, most: int = 3) -> list[Route]:
        """Round one corner or the other."""
        way, back = self.route(origin, target, profile), self.route(target, origin, profile)
        if way is None or back is None:
            return []
        legs = (replace(way.legs[0], street="Old Market"), *way.legs[1:])
        other = replace(
            back, legs=legs, points=(origin, *reversed(back.points[:-1])), eta_s=way.eta_s + 45, times_s=(*way.times_s[:-1], way.eta_s + 45)
        )
        return [way, other][:most]

    def reach(self, stands: Sequence[Stand], levels: Sequence[Level], *, gaps: bool = False, stopped: Callable[[], bool] = lambda: False) -> Reach:
        """A diamond around each stand; a gap far off."""
        if stopped():
            raise Cancelled
        areas = [tuple(diamond(s.at, 12 * (level.within_s - s.delay_s)) for s in stands) if len(stands) >= level.depth else () for level in levels]
        gap = (diamond(LonLat(HOME.lon + 0.2, HOME.lat), 500.0),) if gaps else ()
        return Reach(tuple(areas), (gap,) * len(levels), tuple(0.8 / level.depth if stands else 0.0 for level in levels))

    def why_unreachable(self, origin: LonLat, target: LonLat, profile: str) -> Sentence:
        return say("no road")


@dataclass(frozen=True)
class GridMuster:
    """Vehicles on the grid."""

    roads: GridRoads
    origins: tuple[LonLat, ...]
    delays_s: tuple[float, ...]

    def first(self, target: LonLat, members: tuple[int, ...], k: int, latest_s: float = math.inf) -> list[Arrival]:
        found = [self.roads._arrival(index, self.origins[index], target) for index in members]
        in_time = [arrival for arrival in found if arrival.eta_s + self.delays_s[arrival.origin] <= latest_s]
        return sorted(in_time, key=lambda a: (a.eta_s + self.delays_s[a.origin], a.origin))[:k]


class StreetGazetteer:
    """Finds house numbers in eight streets; reads coordinates as the real one does."""

    def search(self, text: str, *, near: LonLat | None = None, limit: int = 10) -> list[Place]:
        typed = coordinates.parse(text, near=near)
        if typed is not None:
            return [Place(text, "coordinates", typed, coordinates.format_lat_lon(typed), score=1.0)]
        words = text.casefold().split()
        number = next((word for word in words if word.isdigit()), "")
        wanted = " ".join(word for word in words if not word.isdigit())
        found = [
            Place(
                f"{street} {number}".strip(),
                "address" if number else "street",
                street_at(n, int(number or 1)),
                "Oldtown",
                {"en": street, "zh": NAMES_ZH[n]},
            )
            for n, street in enumerate(STREETS)
            if wanted and (street.casefold().startswith(wanted) or NAMES_ZH[n].startswith(wanted))
        ]
        return found[:limit]

    def reverse(self, at: LonLat) -> Place | None:
        return Place("River Walk 7", "address", at, "Oldtown")


def street_at(street: int, number: int) -> LonLat:
    """Return where a house stands."""
    return LonLat(HOME.lon - 0.03 + 0.008 * street + 0.00005 * number, HOME.lat - 0.02 + 0.0004 * (number % 90))


class NoTracks:
    """Nobody has a GPS."""

    def __init__(self) -> None:
        self.positions: dict[Id, Position] = {}

    def put(self, positions: Mapping[Id, Position]) -> None:
        self.positions.update(positions)

    def latest(self) -> Mapping[Id, Position]:
        return self.positions


class PlainMap(QWidget):
    """Takes what the map page takes and keeps it for looking at."""

    clicked = Signal(str, str)
    map_clicked = Signal(float, float)
    drawn = Signal(str, object)
    drawing_cancelled = Signal()
    hovered = Signal(str, str)
    context_requested = Signal(str, str, float, float)
    cursor_moved = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, Any] = {"routes": []}
        self.flights: list[tuple[LonLat, float | None]] = []
        self.overlays: dict[str, list[Any]] = {}

    def set_units(self, ids: Any, lons: Any, lats: Any, headings: Any, symbols: Any, labels: Any) -> None:
        self.shown["symbols"] = dict(zip(labels, (int(symbol) for symbol in symbols), strict=True))
        self.shown["units"] = dict(zip(labels, zip(lons, lats, strict=True), strict=True))

    def set_incidents(self, incidents: Any) -> None:
        self.shown["incidents"] = list(incidents)

    def set_places(self, places: Any) -> None:
        self.shown["places"] = list(places)

    def set_closures(self, closures: Any) -> None:
        self.shown["closures"] = list(closures)

    def show_routes(self, routes: Any) -> None:
        self.shown["routes"] = list(routes)

    def show_overlay(self, name: str, shapes: Any) -> None:
        self.overlays[name] = list(shapes)

    @property
    def viewport(self) -> Viewport:
        return Viewport(HOME, 14, HOME.lon - 0.03, HOME.lat - 0.012, HOME.lon + 0.03, HOME.lat + 0.012)

    is_settled = True
    attribution = "Plain ground"

    def set_bare(self, bare: bool) -> None:
        self.shown["bare"] = bare

    def set_saving(self, saving: bool) -> None:
        self.shown["saving"] = saving

    def grab_image(self) -> QImage:
        image = QImage(1000, 615, QImage.Format.Format_RGB32)
        image.fill(QColor("#dde4dd"))
        return image

    def use_background(self, path: Any) -> str:
        if path is not None and not path.is_file():
            raise KnownError("There is no map file {file}.", file=path.name)
        self.shown["background"] = path
        return path.stem if path is not None else ""

    def hide_layers(self, layers: Any) -> None:
        self.shown["hidden"] = list(layers)

    def hide_overlay(self, name: str) -> None:
        self.overlays.pop(name, None)

    def select(self, kind: str, id_: str) -> None:
        self.shown["selected"] = (kind, id_)

    def fly_to(self, at: LonLat, zoom: float | None = None) -> None:
        self.flights.append((at, zoom))

    def set_theme(self, name: str) -> None:
        self.shown["theme"] = name

    def set_language(self, lang: str) -> None:
        self.shown["language"] = lang

    def start_drawing(self, kind: str) -> None:
        self.shown["drawing"] = kind

    def stop_drawing(self) -> None:
        self.shown["drawing"] = ""

    def highlight(self, kind: str, id_: str) -> None:
        self.shown["highlighted"] = (kind, id_)


@dataclass
class World:
    """Everything around one window."""

    app: QApplication
    loop: Any
    desk: Desk
    clock: FakeClock
    writer: ThreadPoolExecutor
    log: MemoryLog
    settings: MemorySettings = field(default_factory=MemorySettings)
    window: MainWindow | None = None

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Let Qt run until some work is done."""
        task: asyncio.Task[T] = self.loop.create_task(work)
        while not task.done():
            QTest.qWait(2)
        return task.result()

    def meanwhile(self, write: Callable[[Picture], Draft], ours: Coroutine[Any, Any, Any]) -> None:
        """Let another desk, cut off, write an entry while this one does its own; then bring the other's entry here."""
        other, picture = MemoryLog(self.log.operation, DeviceKey(bytes([9]) * 32), self.clock), Picture(self.log.operation)
        for position, entry in other.ingest([row.signed for row in self.log.signed()], sender="here").entries:
            picture.apply(entry, position)
        other.append([write(picture)], actor=ELSEWHERE, heads=picture.heads)
        self.run(ours)
        signed = [row.signed for row in other.signed()]
        changes = NO_CHANGES
        for position, entry in self.log.ingest(signed, sender="there").entries:
            changes = changes | self.desk.picture.apply(entry, position)
        self.desk._tell(changes)

    def settle(self, seconds: float = 0.05) -> None:
        """Let queued work, timers and tasks run."""
        self.run(asyncio.sleep(seconds))

    def wait_for(self, true: Any, seconds: float = 5.0) -> None:
        """Let the window run until something holds."""
        try:
            self.run(_until(true, seconds))
        except TimeoutError as late:
            said = self.window.strip.text.text() if self.window is not None else ""
            raise TimeoutError(f"{late}; the strip says {said!r}") from late

    def open_window(self, width: int = 1440, height: int = 900, map_view: QWidget | None = None, services: Services | None = None) -> MainWindow:
        """Show the main window."""

        look, language = Look(), Language()
        look.apply()
        language.use("en")
        standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher", exercise=True)
        window = MainWindow(
            self.desk,
            map_view or PlainMap(),
            self.settings,
            look=look,
            language=language,
            standing=standing,
            actor=ACTOR,
            home=HOME,
            services=services,
        )
        window.resize(width, height)
        window.open()
        self.window = window
        self.settle()
        return window

    def close(self) -> None:
        """Close window and desk."""
        if self.window is not None:
            self.window.language.use("en")
            self.window.close()
            self.window.deleteLater()
            self.settle()
        self.run(self.desk.close())
        self.writer.shutdown()


async def _until(true: Any, seconds: float) -> None:
    deadline = asyncio.get_running_loop().time() + seconds
    while not true():
        if asyncio.get_running_loop().time() > deadline:
            raise TimeoutError("it did not come true")
        await asyncio.sleep(0.01)


@contextmanager
def make_world(app: QApplication) -> Iterator[World]:
    """Yield an empty operation at a desk."""
    loop = qasync.QEventLoop(app, already_running=True)
    asyncio.set_event_loop(loop)
    clock = FakeClock(1_790_000_000_000)
    key = DeviceKey(bytes(32))
    operation = founded_id(key.id, exercise=False, new_id=counting_ids(3))
    log = MemoryLog(operation, key, clock)
    writer = ThreadPoolExecutor(1)
    desk = Desk(
        log,
        Picture(operation),
        clock=clock,
        new_id=counting_ids(7),
        actor=ACTOR,
        catalogue=default_catalogue(),
        roads=GridRoads(),
        gazetteer=StreetGazetteer(),
        tracks=NoTracks(),
        writer=writer,
    )
    world = World(app, loop, desk, clock, writer, log)
    world.run(desk.submit(OpenOperation("Day shift", "Heidelberg", exercise=True)))
    world.run(desk.submit(SignIn(ACTOR, "Anna Berg", "Dispatcher")))
    try:
        yield world
    finally:
        world.close()
        asyncio.events._set_running_loop(None)
        asyncio.set_event_loop(None)
        loop.stop()
        loop.close()


async def populate(desk: Desk, clock: FakeClock, *, stations: int = 8, units: int = 80, incidents: int = 30) -> None:
    """Fill an operation: stations, units of all kinds, incidents of all ages, some of them with units on them."""
    kinds = ["engine", "engine", "ladder", "ambulance", "ambulance", "command", *desk.catalogue.kinds]
    bases = []
    for n in range(stations):
        name = f"{('North', 'South', 'Harbour', 'Old Town', 'West Hill', 'Airport', 'River', 'Forest')[n % 8]} station" + (
            f" {n // 8 + 1}" if n >= 8 else ""
        )
        zh = f"{('北', '南', '港口', '老城', '西山', '机场', '河滨', '森林')[n % 8]}站"
        done = await desk.submit(AddStation(name, "fire_station", street_at(n % 8, 10 + n), names={"en": name, "zh": zh}))
        bases.append((done.created[0], street_at(n % 8, 10 + n)))
    made = []
    for n in range(units):
        kind = desk.catalogue.kinds[kinds[n % len(kinds)]]
        station, at = bases[n % stations]
        done = await desk.submit(
            AddUnit(f"{kind.prefix}{n // stations + 1}-{n % stations + 1}", kind.code, kind.capabilities, kind.crew, station, at, kind.profile)
        )
        made.append(done.created[0])
    depot = await desk.submit(AddDepot("Central depot", street_at(3, 40), names={"zh": "中心仓库"}))
    for item in list(desk.catalogue.items.values())[:12]:
        await desk.submit(MoveStock(depot.created[0], item.code, item.depot_stock, item.unit))
    await _incidents(desk, clock, made, incidents)


async def _incidents(desk: Desk, clock: FakeClock, units: list[Id], count: int) -> None:
    types = list(desk.catalogue.types)
    free = iter(units[1::2])
    steps = (UnitStatus.ENROUTE, UnitStatus.ON_SCENE, UnitStatus.TRANSPORTING)
    for n in range(count):
        clock.advance(127 if count < 200 else 1)
        place = StreetGazetteer().search(f"{STREETS[n % 8]} {3 * n + 2}")[0]
        text = "Smoke from the second floor, two people at the window" if n % 2 else ""
        done = await desk.submit(
            ReportIncident(types[n * 5 % len(types)], place.at, place.name, text=text, caller_name="Jo Fisher", caller_phone="0151 555 0199")
        )
        incident = next(i for i in done.created if desk.picture.incident(i) is not None)
        if n % 3 and n < 24:
            for k in range(1 + n % 3):
                unit = next(free, None)
                if unit is None:
                    break
                clock.advance(9)
                await desk.submit(AssignUnit(incident, unit))
                for status in steps[: (n + k) % 4]:
                    clock.advance(31)
                    await desk.submit(SetUnitStatus(unit, status))
    for unit in units[2:20:8]:
        view = desk.picture.unit(unit)
        if view is not None and view.status == UnitStatus.AVAILABLE:
            await desk.submit(SetUnitStatus(unit, UnitStatus.OUT_OF_SERVICE))
    clock.advance(20)
