"""One window over one session, with what runs beside it, and the way down again."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Generic, TypeVar

from commandcenter.app.connection_choice import choice_at_start
from commandcenter.app.crash import CRASHES, CrashReports
from commandcenter.app.files import Files
from commandcenter.app.graphics import AUTO
from commandcenter.app.identity import Identity
from commandcenter.app.options import DeskOptions
from commandcenter.app.picture_file import save_picture
from commandcenter.app.power import read_power
from commandcenter.app.receiver import Receiver
from commandcenter.app.session import Session
from commandcenter.app.simulation import simulate
from commandcenter.app.speeds import SpeedKeeper, driven
from commandcenter.app.sync_link import SyncLink
from commandcenter.app.trails import Trails
from commandcenter.app.training import TRAINING_REGION
from commandcenter.app.uncaught import uncaught_heard
from commandcenter.model.disk import outside_fault
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.ui.alarms.player import Player
from commandcenter.ui.crash import CrashDialog
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.frame.typing_guard import show_quietly
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.tiles.source import PaintedTiles
from commandcenter.ui.map.view import MapView
from commandcenter.ui.notice import Level
from commandcenter.ui.ports import Services, Settings
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import language as names_language
from commandcenter.ui.wall.window import WallWindow

W = TypeVar("W", MainWindow, WallWindow, FieldWindow)
WITHOUT_CARD = say("The map is drawn without the graphics card, because it failed last time. Start with --graphics card to try it again.")
ENDED_HARD = say("The program ended hard last time. Everything confirmed is in the log; the window “Fault reports” (Ctrl+Shift+B) has what it noted.")
FLUSH_S = 5.0
"""How often positions reach the disk."""


def _ready_solvers() -> None:
    from commandcenter.dispatch import assignment, trip_driving  # numpy and scipy: not needed to start the desk

    assignment.warm_up()
    trip_driving.warm_up()


def standing_of(session: Session) -> Standing:
    """Return what the header says; the training region is never taken for live work."""
    training = session.pack.name == TRAINING_REGION
    region = say("Training region") if training else session.pack.name
    operation = say("Practice") if training else say("Daily operation")
    return Standing(region, operation, session.operator.name, session.operator.role, exercise=training)


class Station(Generic[W]):
    """A window over one session with what runs beside it: crews in training, positions to disk, roads made ready."""

    def __init__(
        self, session: Session, options: DeskOptions, settings: Settings, look: Look, language: Language, identity: Identity | None = None
    ) -> None:
        """Build everything; `run` shows it. `identity`: the people of the session, where somebody has signed in already."""
        self._session, self._options, self._settings = session, options, settings
        self._identity = identity or Identity(options.home, session)
        self._look, self._language = look, language
        self.next_region: str | None = None
        """Where the person goes on after this window is closed."""
        info = session.pack.info
        west, south, east, north = info.focus
        self._home = LonLat((west + east) / 2, (south + north) / 2)
        self._tiles = PaintedTiles(session.pack.features(), options.home.cache / "tiles" / "tiles.db", attribution=info.attribution)
        self._crashes = CrashReports(options.home.root / CRASHES)
        self._told_faults: set[object] = set()
        self.map = self._new_map()
        choice = choice_at_start(options.home, options.hub)
        self.files = Files(session, options.home, lambda: self.sync.choice.low)
        self.sync = SyncLink(session, options.home, choice, files=self.files)
        self.window: W = self._new_window()
        self.window.failed.connect(self._fault)
        self._closed = asyncio.Event()
        self.window.closed.connect(self._closed.set)

    def _new_window(self) -> W:
        raise NotImplementedError

    def _new_map(self) -> MapView:
        return MapView(self._tiles, self._look.tokens.name, self._home, self._session.pack.info.focus, lang=names_language())

    def _new_wall(self, map_view: MapView) -> WallWindow:
        session = self._session
        return WallWindow(
            session.desk,
            map_view,
            look=self._look,
            standing=standing_of(session),
            actor=session.operator.id,
            settings=self._settings,
            trails=Trails(session.tracks, session.writer),
        )

    async def run(self) -> None:
        """Show the window until it is closed (or drawn into a file), then take everything down in order."""
        self._loop = asyncio.get_running_loop()
        with uncaught_heard(self._uncaught):
            await self._run()

    async def _run(self) -> None:
        beside = [self.window.seat.run(work) for work in self._beside()]
        self.files.start()
        self.sync.start()
        self.window.open()
        self._watch_graphics()
        self._tell_of_earlier_faults()
        if self._options.size is not None:
            self.window.resize(self._options.size.width, self._options.size.height)
        if self._options.screenshot is not None:
            await save_picture(self.window, self.map, self._options.screenshot)
            self.window.close()
        await self._closed.wait()
        await self._close_others()
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        await self.sync.stop()
        await self.files.stop()
        await self._take_down()

    def _beside(self) -> list[Coroutine[Any, Any, None]]:
        """Return what runs beside the window until it is closed."""
        return [self._make_ready(), self._flush_tracks(), simulate(self._session)]

    async def _close_others(self) -> None:
        """Close what was opened beside the window."""

    async def _make_ready(self) -> None:
        """Compile and index the roads before a dispatcher needs them, then keep their times as the agency adopted them."""
        roads = self._session.pack.roads()
        vehicles = sorted(driven(self._session.desk) & roads.profiles.keys())
        await asyncio.get_running_loop().run_in_executor(None, roads.warm_up, vehicles)
        await asyncio.get_running_loop().run_in_executor(None, _ready_solvers)
        await SpeedKeeper(self._session.desk, roads).run()

    async def _flush_tracks(self) -> None:
        while True:
            await asyncio.sleep(FLUSH_S)
            await self.window.seat.run(self._flush())

    async def _flush(self) -> None:
        """Bring positions to the disk, and how far this device has written; when it fails the strip says so, and the next try comes as usual."""
        loop, session = asyncio.get_running_loop(), self._session
        await loop.run_in_executor(session.writer, session.tracks.flush)
        await loop.run_in_executor(session.writer, session.profile.note, session.log)

    def _uncaught(self, error: BaseException) -> None:
        """Say what the outside refused; keep a report of all else that nobody caught, in whatever thread, and say so in the window's."""
        if outside_fault(error) is not None:
            self._loop.call_soon_threadsafe(self._say_refusal, error)
        elif self._is_new(error):
            report = self._crashes.keep(error)
            self._loop.call_soon_threadsafe(self._say_fault, error, report)

    def _fault(self, error: BaseException) -> None:
        """Keep a report of our own fault and say where it lies; work goes on."""
        if self._is_new(error):
            self._say_fault(error, self._crashes.keep(error))

    def _is_new(self, error: BaseException) -> bool:
        """Return whether this fault was not told yet: one that comes every second is told once."""
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        mark = (type(error), None if trace is None else (trace.tb_frame.f_code, trace.tb_lineno))
        new = mark not in self._told_faults
        self._told_faults.add(mark)
        return new

    def _say_fault(self, error: BaseException, report: Path | None) -> None:
        if not self._closed.is_set():
            show_quietly(CrashDialog(self.window, error, report))

    def _say_refusal(self, error: BaseException) -> None:
        if not self._closed.is_set():
            self.window.seat.says(error)

    def _watch_graphics(self) -> None:
        """Trust the graphics card once the map stands, until the map falls; say it where it is not asked."""
        mark = self._options.graphics_mark
        if mark.software(self._options.graphics):
            if self._options.graphics == AUTO:
                self.window.seat.notice(Level.HINT, WITHOUT_CARD)
            return
        self.map.ready.connect(mark.trust)
        self.map.crashed.connect(mark.doubt)

    def _tell_of_earlier_faults(self) -> None:
        """Offer the reports of runs that ended hard."""
        if self._crashes.collect():
            self.window.seat.notice(Level.HINT, ENDED_HARD)

    async def _take_down(self) -> None:
        """WebEngine wants page, view, then profile; the painters end before their features."""
        self.map.shut_down()
        self.window.deleteLater()
        self._tiles.close()
        self._crashes.close()
        await self._session.desk.close()


class WallStation(Station[WallWindow]):
    """Only the wall view."""

    def _new_window(self) -> WallWindow:
        return self._new_wall(self.map)


class FieldStation(Station[FieldWindow]):
    """Only the field window, with the receiver that tells where it is."""

    def _new_window(self) -> FieldWindow:
        session = self._session
        self.receiver = Receiver(self._options.home, self._options.gps)
        window = FieldWindow(
            session.desk,
            self.map,
            self._settings,
            look=self._look,
            standing=standing_of(session),
            actor=session.operator.id,
            services=Services(
                sound=Player(),
                identity=self._identity,
                trails=Trails(session.tracks, session.writer),
                power=read_power,
                files=self.files,
                faults=self._crashes,
                sync=self.sync,
                receiver=self.receiver,
            ),
            language=self._language,
        )
        self.sync.subscribe(lambda: window.set_sync(self.sync.links().sentence, self.sync.links().level))
        self._identity.subscribe(lambda: window.seat.take_over(session.operator.id))
        window.whereabouts.placed = self.sync.positions.put
        return window

    def _beside(self) -> list[Coroutine[Any, Any, None]]:
        return [*super()._beside(), self.receiver.run(self.window.take_fix, self.window.whereabouts.say_receiver)]
