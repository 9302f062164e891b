"""A desk with real handlers, picture and log, over made-up roads and streets; and a plain widget in place of the map page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.dispatch.desk import Desk
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import OpenOperation, SignIn
from commandcenter.model.entries import NO_CHANGES, Draft
from commandcenter.model.ids import Id, counting_ids, founded_id
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.ports import MemorySettings, Services
from commandcenter.ui.theme.look import Look

from .filling import populate
from .ground import HOME, GridRoads, NoTracks, StreetGazetteer, street_at
from .plain_map import PlainMap

__all__ = ["ACTOR", "ELSEWHERE", "HOME", "GridRoads", "NoTracks", "PlainMap", "StreetGazetteer", "World", "make_world", "populate", "street_at"]

T = TypeVar("T")
ACTOR, ELSEWHERE = Id("a" * 32), Id("b" * 32)


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
        beat = QTimer(interval=20)  # Qt waits for whatever happens next: let something happen
        beat.start()
        while not task.done():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
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

    def wait_for(self, true: Any, seconds: float = 30.0) -> None:
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
def make_world(app: QApplication, operation: Id | None = None) -> Iterator[World]:
    """Yield an empty operation at a desk, which founded it unless it is given."""
    loop = qasync.QEventLoop(app, already_running=True)
    asyncio.set_event_loop(loop)
    clock = FakeClock(1_790_000_000_000)
    key = DeviceKey(bytes(32))
    operation = operation or founded_id(key.id, exercise=False, new_id=counting_ids(3))
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
