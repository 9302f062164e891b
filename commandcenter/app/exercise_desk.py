"""Opens an exercise in a window: the same desk over the exercise's own log and clock, with the guide and the controller's window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from commandcenter.app.exercise_run import ExerciseRun
from commandcenter.app.exercise_store import Kept, kept_notes, opening, take_up
from commandcenter.app.exercise_walls import Walls
from commandcenter.app.exercises import check_in, found_said, ground_of, regions_of
from commandcenter.app.home import Home
from commandcenter.app.live_alarms import AlarmListener
from commandcenter.app.options import DeskOptions
from commandcenter.app.picture_file import save_picture
from commandcenter.app.session import open_pack, read_secrets
from commandcenter.app.training import TRAINING_REGION, make_training_region
from commandcenter.app.windows_loop import windows_loop
from commandcenter.exercise.course import PLAYER, Course, Settings
from commandcenter.exercise.scenario import Scenario
from commandcenter.geo.pack import RegionPack
from commandcenter.model.clock import SystemClock
from commandcenter.model.ids import random_id
from commandcenter.model.progress import NoProgress
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.alarms.player import Player
from commandcenter.ui.exercise.callers import Callers
from commandcenter.ui.exercise.guide import GuideBar
from commandcenter.ui.exercise.live_bar import LiveAlarmBar
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language, system_language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.tiles.source import PaintedTiles
from commandcenter.ui.map.view import MapView
from commandcenter.ui.ports import Services
from commandcenter.ui.settings import IniSettings
from commandcenter.ui.theme.look import Look
from commandcenter.ui.theme.tokens import DEFAULT_THEME
from commandcenter.ui.type_names import language as names_language


def run_in_window(work: Callable[[], Coroutine[Any, Any, None]]) -> int:
    """Run an exercise's window and return when it is closed. Raises `KnownError` before there is a window."""
    with windows_loop() as loop:
        loop.run_until_complete(work())
    return 0


def faces(options: DeskOptions) -> tuple[IniSettings, Look, Language]:
    """Return the settings, colours and language of exercise windows, applied."""
    ini = IniSettings(options.home.root / "exercise.ini")
    look, language = Look(), Language()
    language.use(options.language or ini.get("language") or system_language())
    look.apply(options.theme or ini.get("theme") or DEFAULT_THEME)
    return ini, look, language


def pack_of(home: Home, region: str) -> RegionPack:
    """Open an exercise's region; the training region is made where it is missing. Raises `KnownError`."""
    if region == TRAINING_REGION and not (home.regions / TRAINING_REGION).is_dir():
        make_training_region(home, progress=NoProgress())
    return open_pack(home, region)


async def play_in_window(options: DeskOptions, scenario: Scenario, settings: Settings, findings: Sequence[Sentence] = (), sheet: str = "") -> None:
    """Play a new run until the window is closed; it stays in the exercises' folder and can be taken up again.

    `findings`: what is wrong with a replayed source. `sheet`: the file that a scenario's injects were read from; it is
    checked against its region then. What is wrong is said in the window and noted for the report.
    """
    shown = faces(options)
    pack = pack_of(options.home, scenario.region)
    mine = replace(settings, language=names_language(), nonce=random_id(), founder=read_secrets(options.home).device.id, rings=True)
    course = Course(scenario, ground_of(pack, default_catalogue()), mine, opening(options.home))
    wrong = check_in(pack, scenario, regions_of(options.home), sheet) if sheet else ()
    refused = await course.begin()
    run = ExerciseRun(course, options.home, findings=(*findings, *found_said((*wrong, *refused))))
    await _play(run, pack, options, *shown)


async def resume_in_window(options: DeskOptions, kept: Kept) -> None:
    """Take a run up again where it was."""
    shown = faces(options)
    pack = pack_of(options.home, kept.scenario.region)
    course = await take_up(options.home, kept)
    await _play(ExerciseRun(course, options.home, notebook=kept_notes(options.home, kept.operation)), pack, options, *shown)


async def _play(run: ExerciseRun, pack: RegionPack, options: DeskOptions, ini: IniSettings, look: Look, language: Language) -> None:
    """Show one timeline after the other, until a window is closed and no other timeline was asked for."""
    again = True
    while again:
        desk = ExerciseDesk(run, pack, options, ini, look, language)
        again = await desk.play()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    await run.close()


class ExerciseDesk:
    """The player's desk over one timeline, and the run beside it. Qt thread."""

    def __init__(self, run: ExerciseRun, pack: RegionPack, options: DeskOptions, settings: IniSettings, look: Look, language: Language) -> None:
        """Build everything; `play` shows it."""
        self.exercise, self._pack, self._options = run, pack, options
        self._course = course = run.course
        west, south, east, north = pack.info.focus
        self._middle = LonLat((west + east) / 2, (south + north) / 2)
        self._tiles = PaintedTiles(pack.features(), options.home.cache / "tiles" / "tiles.db", attribution=pack.info.attribution)
        self.map = self._new_map(look)
        name = course.scenario.name.get(names_language()) or course.scenario.id
        region = say("Training region") if pack.name == TRAINING_REGION else pack.name
        self.window = MainWindow(
            course.desk,
            self.map,
            settings,
            look=look,
            language=language,
            standing=Standing(region, name, course.settings.player_name, "player", exercise=True),
            actor=PLAYER,
            home=self._middle,
            prints=options.home.root / "prints",
            services=Services(sound=Player(), exercise=run),
        )
        self._again = False
        self._closed = asyncio.Event()
        self.window.closed.connect(self._closed.set)
        run.other_timeline = self._show_other
        self.walls = Walls(course.desk, PLAYER, self.window, lambda: self._new_map(look))
        self._add_bars()

    def _add_bars(self) -> None:
        """Put what interrupts and what guides above everything else; let calls ring."""
        self.callers = Callers(self.window.seat, self.exercise, self.window.incident.report)
        self.alarms = LiveAlarmBar(self.exercise, self.window, SystemClock().wall_ms)
        self.window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.alarms)
        self.alarms.hide()
        self.window.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
        self._listener = AlarmListener(self._options.home.root, self.window)
        self._listener.heard.connect(self.alarms.hear)
        self._listener.lost.connect(self.alarms.lose)
        self.guide = GuideBar(self.window.seat, self.exercise, self.window) if self._course.scenario.guided else None
        if self.guide is not None:
            self.window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.guide)

    def _new_map(self, look: Look) -> MapView:
        return MapView(self._tiles, look.tokens.name, self._middle, self._pack.info.focus, lang=names_language())

    def _show_other(self) -> None:
        self._again = True
        self.window.close()

    async def play(self) -> bool:
        """Show the window until it is closed, or drawn into a file; return whether another timeline is to be shown."""
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
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        self._take_down()
        return self._again

    def _take_down(self) -> None:
        """WebEngine wants page, view, then profile; the painters end before their features."""
        self._listener.close()
        self.walls.close()
        self.map.shut_down()
        self.window.deleteLater()
        self._tiles.close()

    async def _make_ready(self) -> None:
        await asyncio.get_running_loop().run_in_executor(None, self._pack.roads().warm_up)
