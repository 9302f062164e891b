"""Opens the archive of an ended operation to look at: the window that looks back, over a log that is checked first and never written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from commandcenter.app.archives import archive_key, opened_archive
from commandcenter.app.crash import CRASHES, CrashReports
from commandcenter.app.file_sticks import PERSONAL, readable, save_all
from commandcenter.app.home import Home
from commandcenter.app.operator import operator_of
from commandcenter.app.options import DeskOptions
from commandcenter.app.picture_file import save_picture
from commandcenter.app.session import open_pack
from commandcenter.dispatch.desk import Desk
from commandcenter.geo.pack import RegionPack
from commandcenter.log.store import SqliteLog
from commandcenter.log.tracks import MemoryTracks
from commandcenter.model.clock import SystemClock
from commandcenter.model.ids import random_id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.picture.history import picture_at, picture_of
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.sync.files.store import FolderStore
from commandcenter.ui.crash import CrashDialog
from commandcenter.ui.frame.typing_guard import show_quietly
from commandcenter.ui.map.tiles.source import PaintedTiles
from commandcenter.ui.map.view import MapView
from commandcenter.ui.past.attachments import SaveAttachments
from commandcenter.ui.past.window import PastWindow
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import language as names_language

T = TypeVar("T")


async def look_at_archive(path: Path, options: DeskOptions, look: Look) -> None:
    """Show an archive until its window is closed. Raises `KnownError` where it cannot be read, or is not what was signed."""
    home = options.home
    key, head = archive_key(home, path, options.code)
    pack = open_pack(home, head.region)
    with ThreadPoolExecutor(1, thread_name_prefix="archive") as reader, ExitStack() as opened:

        async def in_reader(work: Callable[[], T]) -> T:
            return await asyncio.get_running_loop().run_in_executor(reader, work)

        store = FolderStore(Path(opened.enter_context(TemporaryDirectory(prefix="commandcenter-archive-", ignore_cleanup_errors=True))))
        archive = opened_archive(path, key, head, store=store)
        log: SqliteLog = (await in_reader(archive.__enter__)).log
        try:
            desk = _desk(log, await in_reader(lambda: picture_of(log.operation, log.entries)), pack, home, reader)
            tiles = PaintedTiles(pack.features(), home.cache / "tiles" / "tiles.db", attribution=pack.info.attribution)
            west, south, east, north = pack.info.focus
            centre = LonLat((west + east) / 2, (south + north) / 2)
            map_view = MapView(tiles, look.tokens.name, centre, pack.info.focus, lang=names_language())

            async def at(moment_ms: int) -> Picture:
                return await in_reader(lambda: picture_at(log.operation, log.entries, moment_ms))

            async def save(folder: Path) -> Sentence:
                count = await asyncio.to_thread(save_all, desk.picture, store, folder)
                facts = {"folder": folder.name, "n": f"{count:,}"}
                if readable(desk.picture, PERSONAL):
                    return say("Attachments in {folder}: {n}. Some hold personal data; an archive notes nowhere who took them.", **facts)
                return say("Attachments in {folder}: {n}.", **facts)

            try:
                window = PastWindow(desk, map_view, at, look=look, actor=desk.actor, archive=head.name)
                if head.files:
                    window.banner.layout().addWidget(SaveAttachments(window.seat, head.files, save))  # type: ignore[union-attr] # it has one
                await _show(window, map_view, options)
            finally:
                tiles.close()
                await desk.close()
        finally:
            await in_reader(lambda: archive.__exit__(None, None, None))


def _desk(log: SqliteLog, picture: Picture, pack: RegionPack, home: Home, reader: Executor) -> Desk:
    """Return a desk over an archive's log, which refuses to be written."""
    return Desk(
        log,
        picture,
        clock=SystemClock(),
        new_id=random_id,
        actor=operator_of(home).id,
        catalogue=default_catalogue(),
        roads=pack.roads(),
        gazetteer=pack.gazetteer(),
        tracks=MemoryTracks(1),
        writer=reader,
    )


async def _show(window: PastWindow, map_view: MapView, options: DeskOptions) -> None:
    crashes, closed = CrashReports(options.home.root / CRASHES), asyncio.Event()
    window.failed.connect(lambda error: show_quietly(CrashDialog(window, error, crashes.keep(error))))
    window.closed.connect(closed.set)
    window.show()
    if options.size is not None:
        window.resize(options.size.width, options.size.height)
    if options.screenshot is not None:
        await save_picture(window, map_view, options.screenshot)
        window.close()
    try:
        await closed.wait()
    finally:
        if window.isVisible():
            window.close()
        map_view.shut_down()
        window.deleteLater()
        crashes.close()
