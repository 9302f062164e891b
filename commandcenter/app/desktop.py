"""Opens the window: the one event loop, the parts in their order, and the way down again."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Coroutine
from typing import Any, Generic, TypeVar, cast

import qasync
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from commandcenter.app.archive_desk import look_at_archive
from commandcenter.app.beginning import begin
from commandcenter.app.connection_choice import choice_at_start
from commandcenter.app.crash import CrashReports
from commandcenter.app.door import Door
from commandcenter.app.drafts import SealedDrafts
from commandcenter.app.gate import passed
from commandcenter.app.gps import GpsReader, kept_receiver
from commandcenter.app.identity import Identity
from commandcenter.app.integrity import Integrity
from commandcenter.app.options import DeskOptions
from commandcenter.app.other_region import OtherRegion
from commandcenter.app.picture_file import save_picture
from commandcenter.app.region_choice import choose_region
from commandcenter.app.session import Session, log_path, open_session, read_secrets
from commandcenter.app.simulation import simulate
from commandcenter.app.speeds import SpeedKeeper
from commandcenter.app.sync_link import SyncLink
from commandcenter.app.trails import Trails
from commandcenter.app.training import TRAINING_REGION
from commandcenter.geo.census import AreaCensus
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.picture.history import picture_at
from commandcenter.picture.picture import Picture
from commandcenter.ui.alarms.player import Player
from commandcenter.ui.crash import CrashDialog
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language, system_language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.engine import prepare_webengine, settle_renderer
from commandcenter.ui.map.tiles.source import PaintedTiles
from commandcenter.ui.map.view import MapView
from commandcenter.ui.notice import Level
from commandcenter.ui.past.window import PastWindow
from commandcenter.ui.ports import Services, Settings
from commandcenter.ui.settings import IniSettings
from commandcenter.ui.theme.look import Look
from commandcenter.ui.theme.tokens import DEFAULT_THEME
from commandcenter.ui.type_names import language as names_language
from commandcenter.ui.wall.window import WallWindow

LOG = logging.getLogger(__name__)
W = TypeVar("W", MainWindow, WallWindow, FieldWindow)
FLUSH_S = 5.0
"""How often positions reach the disk."""


def run_desk(options: DeskOptions) -> int:
    """Open the desk and return when its window is closed. Raises `KnownError` or `Cancelled` before there is a window."""
    prepare_webengine()
    app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
    app.setApplicationName("commandcenter")
    app.setQuitOnLastWindowClosed(False)
    settle_renderer()
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        code: int = loop.run_until_complete(_work(options))
    return code


async def _work(options: DeskOptions) -> int:
    settings = IniSettings(options.home.root / "window.ini")
    look, language = Look(), Language()
    language.use(_language_code(options.language) or settings.get("language") or system_language())
    look.apply(options.theme or settings.get("theme") or DEFAULT_THEME)
    if options.archive is not None:
        await look_at_archive(options.archive, options, look)
        return 0
    region: str | None = await choose_region(options)
    known: set[Id] = set()
    while region is not None:
        region = await _on_region(region, options, settings, look, language, known)
    return 0


async def _on_region(region: str, options: DeskOptions, settings: Settings, look: Look, language: Language, known: set[Id]) -> str | None:
    """Work on one region until its desk is closed; return the region the person went on to, `None` at the end of work.

    `known` are the people who signed in since the program started.
    """
    with open_session(options.home, region) as session:
        options.home.keep("region", region)
        identity = Identity(options.home, session)
        if not (options.wall or options.screenshot or await passed(identity, known)):
            return None
        notes = await begin(session, language=names_language())
        kind = FieldStation if options.field else WallStation if options.wall else DeskWindow
        station = kind(session, options, settings, look, language, identity)
        for note in notes:
            station.window.seat.notice(Level.DONE, note)
        if not options.wall and identity.wants_pin is not None:
            station.window.seat.notice(Level.HINT, identity.wants_pin)
        await station.run()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return station.next_region


def _language_code(chosen: str | None) -> str:
    return {"en": "en", "zh": "zh_CN"}.get(chosen or "", "")


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
        self._crashes = CrashReports(options.home.root / "crashes")
        self.map = self._new_map()
        self.sync = SyncLink(session, options.home, choice_at_start(options.home, options.hub))
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
        return WallWindow(session.desk, map_view, look=self._look, standing=standing_of(session), actor=session.operator.id)

    async def run(self) -> None:
        """Show the window until it is closed (or drawn into a file), then take everything down in order."""
        beside = [self.window.seat.run(work) for work in self._beside()]
        self.sync.start()
        self.window.open()
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
        await self._take_down()

    def _beside(self) -> list[Coroutine[Any, Any, None]]:
        """Return what runs beside the window until it is closed."""
        return [self._make_ready(), self._flush_tracks(), simulate(self._session)]

    async def _close_others(self) -> None:
        """Close what was opened beside the window."""

    async def _make_ready(self) -> None:
        """Compile and index the roads before a dispatcher needs them, then keep their times as the agency adopted them."""
        roads = self._session.pack.roads()
        await asyncio.get_running_loop().run_in_executor(None, roads.warm_up)
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

    def _fault(self, error: BaseException) -> None:
        """Keep a report of our own fault and say where it lies; work goes on."""
        CrashDialog(self.window, error, self._crashes.keep(error)).show()

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
        window = FieldWindow(session.desk, self.map, self._settings, look=self._look, standing=standing_of(session), actor=session.operator.id)
        self.sync.subscribe(lambda: window.set_sync(self.sync.links().sentence, self.sync.links().level))
        return window

    def _beside(self) -> list[Coroutine[Any, Any, None]]:
        source = kept_receiver(self._options.home, self._options.gps)
        return [*super()._beside(), GpsReader(source, self.window.take_fix, self.window.say_receiver).run()] if source else super()._beside()


class DeskWindow(Station[MainWindow]):
    """The dispatcher's window; the wall view and the choice of another region open beside it."""

    def _new_window(self) -> MainWindow:
        session = self._session
        self.beside: list[WallWindow | PastWindow] = []
        self._asking: OtherRegion | None = None
        self._choosing: asyncio.Task[None] | None = None
        window = MainWindow(
            session.desk,
            self.map,
            self._settings,
            look=self._look,
            language=self._language,
            standing=standing_of(session),
            actor=session.operator.id,
            home=self._home,
            prints=self._options.home.root / "prints",
            drafts=SealedDrafts(self._options.home.root / "drafts.sealed", read_secrets(self._options.home).database_key),
            services=Services(
                identity=self._identity,
                sound=Player(),
                sync=self.sync,
                trails=Trails(session.tracks, session.writer),
                census=AreaCensus(session.pack.features()),
                integrity=self._integrity(),
            ),
        )
        self.sync.other_operation = self._open_anew
        self._identity.open_region = self._go_on_at
        self._identity.subscribe(self._seat_taken)
        self._door = Door(self._options.home.root, session.desk, window)
        window.wall_wanted.connect(self.open_wall)
        window.regions_wanted.connect(self.choose_region)
        window.past_wanted.connect(self.look_back)
        return window

    def _integrity(self) -> Integrity:
        session, home = self._session, self._options.home
        folder = log_path(home, session.log.operation).parent / "checkpoints"
        return Integrity(session.desk, session.log, session.writer, read_secrets(home).device, folder)

    def _open_anew(self) -> None:
        """Go on with the operation that was joined over this region."""
        self._go_on_at(self._session.pack.name)

    def _go_on_at(self, region: str) -> None:
        self.next_region = region
        self.window.close()

    def _seat_taken(self) -> None:
        """Somebody else sits here now."""
        self.window.seat.take_over(self._session.operator.id)
        self.window.header.put_standing(standing_of(self._session))

    def open_wall(self) -> None:
        """Open the wall view beside the desk; it goes with it."""
        map_view = self._new_map()
        wall = self._new_wall(map_view)
        self._keep_beside(wall, map_view)
        wall.open()

    def look_back(self) -> None:
        """Open the window that shows the operation as it stood at any moment; it goes with the desk."""
        session, map_view = self._session, self._new_map()
        past = PastWindow(session.desk, map_view, self._picture_at, look=self._look, actor=session.operator.id)
        self._keep_beside(past, map_view)
        past.show()

    async def _picture_at(self, moment_ms: int) -> Picture:
        """Fold the log up to a moment, in the one thread that may read it."""
        log = self._session.log
        return await asyncio.get_running_loop().run_in_executor(self._session.writer, lambda: picture_at(log.operation, log.entries(), moment_ms))

    def _keep_beside(self, other: WallWindow | PastWindow, map_view: MapView) -> None:
        other.failed.connect(self._fault)
        other.closed.connect(map_view.shut_down)
        other.closed.connect(lambda: self.beside.remove(other))
        other.closed.connect(other.deleteLater)
        self.beside.append(other)

    @property
    def asking(self) -> OtherRegion | None:
        """Return the open choice of another region."""
        return self._asking

    def choose_region(self) -> None:
        """Ask for another region or operator; once it is there, this desk closes and the next one opens."""
        if self._choosing is None or self._choosing.done():
            self._choosing = asyncio.ensure_future(self._choose_region())

    async def _choose_region(self) -> None:
        session = self._session
        places = [station.at for station in session.desk.picture.stations()]
        self._asking = OtherRegion(self._options.home, self._look, self._language, session.operator, places)
        found = await self._asking.ask()
        self._asking = None
        if found is not None:
            self.next_region = found
            self.window.close()

    async def _close_others(self) -> None:
        await self._door.close()
        for other in list(self.beside):
            other.close()
        if self._asking is not None:
            self._asking.window.close()
        if self._choosing is not None:
            await self._choosing
