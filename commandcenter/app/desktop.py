"""Opens the window: the one event loop, the parts in their order, and the way down again."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import cast

import qasync
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from commandcenter.app.beginning import begin
from commandcenter.app.crash import CrashReports
from commandcenter.app.options import DeskOptions
from commandcenter.app.picture_file import save_picture
from commandcenter.app.region_choice import choose_region
from commandcenter.app.session import Session, open_session
from commandcenter.app.simulation import simulate
from commandcenter.app.training import TRAINING_REGION
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language, system_language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.engine import prepare_webengine, settle_renderer
from commandcenter.ui.map.tiles.source import PaintedTiles
from commandcenter.ui.map.view import MapView
from commandcenter.ui.notice import Level
from commandcenter.ui.ports import Settings
from commandcenter.ui.settings import IniSettings
from commandcenter.ui.theme.look import Look
from commandcenter.ui.theme.tokens import DEFAULT_THEME
from commandcenter.ui.type_names import language as names_language

LOG = logging.getLogger(__name__)
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
    region = await choose_region(options)
    with open_session(options.home, region) as session:
        options.home.keep("region", region)
        notes = await begin(session, language=names_language())
        desk = DeskWindow(session, options, settings, look, language)
        for note in notes:
            desk.window.seat.notice(Level.DONE, note)
        await desk.run()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 0


def _language_code(chosen: str | None) -> str:
    return {"en": "en", "zh": "zh_CN"}.get(chosen or "", "")


def standing_of(session: Session) -> Standing:
    """Return what the header says; the training region is never taken for live work."""
    training = session.pack.name == TRAINING_REGION
    region = say("Training region") if training else session.pack.name
    operation = say("Practice") if training else say("Daily operation")
    return Standing(region, operation, session.operator.name, session.operator.role, exercise=training)


class DeskWindow:
    """The window of one session with what runs beside it: crews in training, positions to disk, roads made ready."""

    def __init__(self, session: Session, options: DeskOptions, settings: Settings, look: Look, language: Language) -> None:
        """Build everything; `run` shows it."""
        self._session, self._options = session, options
        info = session.pack.info
        west, south, east, north = info.focus
        home = LonLat((west + east) / 2, (south + north) / 2)
        self._tiles = PaintedTiles(session.pack.features(), options.home.cache / "tiles" / "tiles.db", attribution=info.attribution)
        self.map = MapView(self._tiles, look.tokens.name, home, info.focus, lang=names_language())
        standing = standing_of(session)
        self.window = MainWindow(
            session.desk, self.map, settings, look=look, language=language, standing=standing, actor=session.operator.id, home=home
        )
        self._crashes = CrashReports(options.home.root / "crashes")
        self.window.failed.connect(self._crashes.keep)
        self._closed = asyncio.Event()
        self.window.closed.connect(self._closed.set)

    async def run(self) -> None:
        """Show the window until it is closed (or drawn into a file), then take everything down in order."""
        beside = [asyncio.ensure_future(work) for work in (self._make_ready(), self._flush_tracks(), simulate(self._session))]
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
        await self._take_down()

    async def _make_ready(self) -> None:
        """Compile and index the roads before a dispatcher needs them."""
        roads = self._session.pack.roads()
        await asyncio.get_running_loop().run_in_executor(None, roads.warm_up)

    async def _flush_tracks(self) -> None:
        while True:
            await asyncio.sleep(FLUSH_S)
            await asyncio.get_running_loop().run_in_executor(self._session.writer, self._session.tracks.flush)

    async def _take_down(self) -> None:
        """WebEngine wants page, view, then profile; the painters end before their features."""
        self.map.shut_down()
        self.window.deleteLater()
        self._tiles.close()
        await self._session.desk.close()
