"""Opens an exercise in a window: the same desk over the exercise's own log and clock, with the guide and the controller's window."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from typing import cast

import qasync
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from commandcenter.app.exercise_run import ExerciseRun
from commandcenter.app.exercises import ground_of, on_disk
from commandcenter.app.live_alarms import AlarmListener
from commandcenter.app.options import DeskOptions
from commandcenter.app.picture_file import save_picture
from commandcenter.app.session import open_pack
from commandcenter.app.training import TRAINING_REGION, make_training_region
from commandcenter.exercise.course import PLAYER, Course, Settings, run_key
from commandcenter.exercise.scenario import Scenario
from commandcenter.geo.pack import RegionPack
from commandcenter.model.progress import NoProgress
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.alarms.player import Player
from commandcenter.ui.exercise.guide import GuideBar
from commandcenter.ui.exercise.live_bar import LiveAlarmBar
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language, system_language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.engine import prepare_webengine, settle_renderer
from commandcenter.ui.map.tiles.source import PaintedTiles
from commandcenter.ui.map.view import MapView
from commandcenter.ui.ports import Services
from commandcenter.ui.settings import IniSettings
from commandcenter.ui.theme.look import Look
from commandcenter.ui.theme.tokens import DEFAULT_THEME
from commandcenter.ui.type_names import language as names_language
from commandcenter.ui.wall.window import WallWindow


def run_exercise(options: DeskOptions, scenario: Scenario, settings: Settings) -> int:
    """Open the exercise and return when its window is closed. Raises `KnownError` before there is a window."""
    prepare_webengine()
    app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
    app.setApplicationName("commandcenter")
    app.setQuitOnLastWindowClosed(False)
    settle_renderer()
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(play_in_window(options, scenario, settings))
    return 0


async def play_in_window(options: DeskOptions, scenario: Scenario, settings: Settings) -> None:
    """Play until the window is closed; the run's log stays in the exercises' folder."""
    home, ini = options.home, IniSettings(options.home.root / "exercise.ini")
    look, language = Look(), Language()
    language.use({"en": "en", "zh": "zh_CN"}.get(options.language or "") or ini.get("language") or system_language())
    look.apply(options.theme or ini.get("theme") or DEFAULT_THEME)
    if scenario.region == TRAINING_REGION and not (home.regions / TRAINING_REGION).is_dir():
        make_training_region(home, progress=NoProgress())
    pack = open_pack(home, scenario.region)
    spoken = replace(settings, language=names_language())
    course = Course(scenario, ground_of(pack, default_catalogue()), spoken, on_disk(home, run_key(scenario, spoken)))
    await course.begin()
    stage = ExerciseDesk(course, pack, options, ini, look, language)
    await stage.run()
    course.writer.submit(course.log.close).result()
    course.writer.shutdown()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class ExerciseDesk:
    """The player's desk over one course, and the run beside it. Qt thread."""

    def __init__(self, course: Course, pack: RegionPack, options: DeskOptions, settings: IniSettings, look: Look, language: Language) -> None:
        """Build everything; `run` shows it."""
        self._course, self._pack, self._options = course, pack, options
        self.exercise = ExerciseRun(course)
        west, south, east, north = pack.info.focus
        self._middle = middle = LonLat((west + east) / 2, (south + north) / 2)
        self._tiles = PaintedTiles(pack.features(), options.home.cache / "tiles" / "tiles.db", attribution=pack.info.attribution)
        self.map = MapView(self._tiles, look.tokens.name, middle, pack.info.focus, lang=names_language())
        name = course.scenario.name.get(names_language()) or course.scenario.id
        region = say("Training region") if pack.name == TRAINING_REGION else pack.name
        standing = Standing(region, name, course.settings.player_name, "player", exercise=True)
        self.window = MainWindow(
            course.desk,
            self.map,
            settings,
            look=look,
            language=language,
            standing=standing,
            actor=PLAYER,
            home=middle,
            prints=options.home.root / "prints",
            services=Services(sound=Player(), exercise=self.exercise),
        )
        self._closed = asyncio.Event()
        self.window.closed.connect(self._closed.set)
        self.alarms = LiveAlarmBar(self.exercise, self.window)
        self.window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.alarms)
        self.alarms.hide()
        self.window.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
        self._listener = AlarmListener(options.home.root, self.window)
        self._listener.heard.connect(self.alarms.hear)
        self.window.wall_wanted.connect(self.open_wall)
        self._beside: list[WallWindow] = []
        self.guide = GuideBar(self.window.seat, self.exercise, self.window) if course.scenario.guided else None
        if self.guide is not None:
            self.window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.guide)

    async def run(self) -> None:
        """Show the window until it is closed, or drawn into a file; time runs from the first moment in a guided exercise."""
        if self.guide is not None:
            self.exercise.pace.run()
        beside = [self.window.seat.run(self.exercise.drive(self.window.seat)), self.window.seat.run(self._make_ready())]
        self.window.open()
        if self._options.size is not None:
            self.window.resize(self._options.size.width, self._options.size.height)
        if self._options.screenshot is not None:
            await save_picture(self.window, self.map, self._options.screenshot)
            self.window.close()
        await self._closed.wait()
        self._listener.close()
        for wall in list(self._beside):
            wall.close()
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        self.map.shut_down()
        self.window.deleteLater()
        self._tiles.close()
        await self._course.close()

    def open_wall(self) -> None:
        """Share what the players see on a wall, beside the window; it goes with it."""
        course, look = self._course, self.window.look
        map_view = MapView(self._tiles, look.tokens.name, self._middle, self._pack.info.focus, lang=names_language())
        wall = WallWindow(course.desk, map_view, look=look, standing=self.window.header.standing, actor=PLAYER)
        wall.closed.connect(map_view.shut_down)
        wall.closed.connect(lambda: self._beside.remove(wall))
        wall.closed.connect(wall.deleteLater)
        self._beside.append(wall)
        wall.open()

    async def _make_ready(self) -> None:
        await asyncio.get_running_loop().run_in_executor(None, self._pack.roads().warm_up)
