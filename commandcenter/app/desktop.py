"""Opens the window: the one event loop, the parts in their order."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from commandcenter.app.archive_desk import look_at_archive
from commandcenter.app.beginning import begin
from commandcenter.app.crash import CRASHES, hard_crashes_kept
from commandcenter.app.desk_window import DeskWindow
from commandcenter.app.gate import passed, unlocked
from commandcenter.app.identity import Identity
from commandcenter.app.opening import opened_session
from commandcenter.app.options import DeskOptions
from commandcenter.app.region_choice import choose_region
from commandcenter.app.station import FieldStation, WallStation
from commandcenter.app.training import TRAINING_REGION
from commandcenter.app.windows_loop import windows_loop
from commandcenter.model.ids import Id
from commandcenter.ui.i18n.language import Language, system_language
from commandcenter.ui.notice import Level
from commandcenter.ui.ports import Settings
from commandcenter.ui.settings import IniSettings
from commandcenter.ui.theme.look import Look
from commandcenter.ui.theme.tokens import DEFAULT_THEME
from commandcenter.ui.type_names import language as names_language

OFFER_AFTER_MS = 2_000
"""After the first start the guided shift is offered, once the desk stands."""


def run_desk(options: DeskOptions) -> int:
    """Open the desk and return when its window is closed. Raises `KnownError` or `Cancelled` before there is a window."""
    with windows_loop(options.graphics_mark, options.graphics) as loop, hard_crashes_kept(options.home.root / CRASHES):
        code: int = loop.run_until_complete(_work(options))
    return code


async def _work(options: DeskOptions) -> int:
    settings = IniSettings(options.home.root / "window.ini")
    look, language = Look(), Language()
    language.use(options.language or settings.get("language") or system_language())
    look.apply(options.theme or settings.get("theme") or DEFAULT_THEME)
    if options.archive is not None:
        await look_at_archive(options.archive, options, look)
        return 0
    if not await unlocked(options.home):
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
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # the desk that was closed before goes now: what a long log exempts from the search is there to stay
    with await opened_session(options.home, region) as session:
        options.home.keep("region", region)
        identity = Identity(options.home, session)
        if not (options.wall or options.screenshot or await passed(identity, known)):
            return None
        first_practice = session.fresh and region == TRAINING_REGION and options.screenshot is None
        notes = await begin(session, language=names_language())
        kind = FieldStation if options.field else WallStation if options.wall else DeskWindow
        station = kind(session, options, settings, look, language, identity)
        for note in notes:
            station.window.seat.notice(Level.DONE, note)
        if not options.wall and identity.wants_pin is not None:
            station.window.seat.notice(Level.HINT, identity.wants_pin)
        elif not options.wall and identity.wants_recovery is not None:
            station.window.seat.notice(Level.HINT, identity.wants_recovery)
        if first_practice and isinstance(station, DeskWindow):
            QTimer.singleShot(OFFER_AFTER_MS, station.window, station.offer_first_shift)
        await station.run()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return station.next_region
