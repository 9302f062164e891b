"""A desk with its window, filled and joined with others, that notes when the row of an entry has been painted."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from bench.log import OPERATION
from commandcenter.app.home import Home
from commandcenter.app.own_log import log_path
from commandcenter.app.sync_link import SyncLink
from commandcenter.dispatch.desk import Desk
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import FakeClock, SystemClock
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import counting_ids
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.log.delegate import LogDelegate
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.ports import MemorySettings, Services
from commandcenter.ui.rows import ITEM_ROLE
from commandcenter.ui.seat import Seat
from commandcenter.ui.theme.look import Look
from tests.ui.world import ACTOR, HOME, GridRoads, NoTracks, PlainMap, StreetGazetteer, World, make_world, populate

BEFORE_MS = 6 * 3_600_000
"""The desk was filled so long ago: what comes in now is the newest."""
LIMIT_S = 60.0


class WatchedRows(LogDelegate):
    """Notes when the row of an entry was painted first (s, of the clock that all programs of a computer share)."""

    def __init__(self, seat: Seat) -> None:
        """Nothing has been painted."""
        super().__init__(seat)
        self.painted_s: dict[EntryId, float] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint a row and note it."""
        super().paint(painter, option, index)
        self.painted_s.setdefault(index.data(ITEM_ROLE).entry, time.perf_counter())


class WindowDesk:
    """One desk with its window. Qt thread."""

    def __init__(self, world: World, home: Home, device: DeviceKey, writer: ThreadPoolExecutor, link: Callable[[Any, Home], SyncLink]) -> None:
        """Fill it, open the window on the log and join with others; `link` makes the link of a session."""
        self._world, self._writer = world, writer
        clock = FakeClock(SystemClock().wall_ms() - BEFORE_MS)
        path = log_path(home, OPERATION)
        self._log = writer.submit(lambda: SqliteLog(path, device=device, database_key=bytes(32), operation=OPERATION)).result()
        self._desk = Desk(
            self._log,
            Picture(OPERATION),
            clock=clock,
            new_id=counting_ids(9),
            actor=ACTOR,
            catalogue=default_catalogue(),
            roads=GridRoads(),
            gazetteer=StreetGazetteer(),
            tracks=NoTracks(),
            writer=writer,
        )
        world.run(populate(self._desk, clock))
        self._link = world.run(self._join(home, link))
        self._window = self._open()
        self._rows = WatchedRows(self._window.seat)
        self._window.log.list.setItemDelegate(self._rows)

    async def _join(self, home: Home, link: Callable[[Any, Home], SyncLink]) -> SyncLink:
        session = SimpleNamespace(desk=self._desk, log=self._log, writer=self._writer, tracks=NoTracks(), pack=SimpleNamespace(name="town"))
        made = link(session, home)
        made.start()
        return made

    def _open(self) -> MainWindow:
        look = Look()
        look.apply()
        standing = Standing("Town", "Day shift", "Ben Stone", "Dispatcher", exercise=False)
        services = Services(sync=self._link)
        window = MainWindow(
            self._desk, PlainMap(), MemorySettings(), look=look, language=Language(), standing=standing, actor=ACTOR, home=HOME, services=services
        )
        window.resize(1440, 900)
        window.open()
        window.focus_panel("log")
        return window

    def wait_in_step(self) -> None:
        """Wait until the pill says so."""
        self._world.wait_for(lambda: str(self._link.links().sentence).startswith("In step"), LIMIT_S)

    def painted_s(self, last: EntryId) -> Mapping[EntryId, float]:
        """Wait until the row of this entry has been painted; return when each row was."""
        self._world.wait_for(lambda: last in self._rows.painted_s, LIMIT_S)
        return self._rows.painted_s

    def close(self) -> None:
        """Close window, link and log."""
        self._world.run(self._link.stop())
        self._window.close()
        self._world.run(self._desk.close())
        self._writer.submit(self._log.close).result()


@contextmanager
def window_desk(home: Home, device: DeviceKey, link: Callable[[Any, Home], SyncLink]) -> Iterator[tuple[World, WindowDesk]]:
    """Yield a desk with its window, and the world around it. Once in a process."""
    app = QApplication([])
    with make_world(app) as world, ThreadPoolExecutor(1) as writer:
        desk = WindowDesk(world, home, device, writer, link)
        yield world, desk
        desk.close()


def late_ms(sent: Sequence[tuple[EntryId, float]], painted_s: Mapping[EntryId, float]) -> list[float]:
    """Return how late each row was. One that was pushed out of sight unpainted was late until a newer one was painted."""
    late, seen_s = [], math.inf
    for entry, since_s in reversed(sent):
        seen_s = min(seen_s, painted_s.get(entry, math.inf))
        late.append(1e3 * (seen_s - since_s))
    return late
