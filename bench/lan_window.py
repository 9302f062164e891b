"""The session that `bench.lan` measures: a desk with its window takes in orders that another program on the network commits."""

from __future__ import annotations

import json
import math
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from bench.lan import KEY, LIMIT_S, SendingDesk
from bench.log import OPERATION, READER, WRITER
from commandcenter.app.home import Home
from commandcenter.app.own_log import log_path
from commandcenter.app.sync_link import SyncLink
from commandcenter.dispatch.desk import Desk
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import FakeClock, SystemClock
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import counting_ids
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.sync.lan.circle import LanOptions
from commandcenter.ui.connection.port import Choice
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.log.delegate import LogDelegate
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.ports import MemorySettings, Services
from commandcenter.ui.rows import ITEM_ROLE
from commandcenter.ui.seat import Seat
from commandcenter.ui.theme.look import Look
from tests.ui.world import ACTOR, HOME, GridRoads, NoTracks, PlainMap, StreetGazetteer, World, make_world, populate

PAUSE_S = 0.1
BEFORE_MS = 6 * 3_600_000
"""The window's desk was filled so long ago."""


class _WatchedRows(LogDelegate):
    """Notes when the row of an entry has been painted for the first time (s of the clock that all programs of a computer share)."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.painted_s: dict[EntryId, float] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        self.painted_s.setdefault(index.data(ITEM_ROLE).entry, time.perf_counter())


class _LoopbackLink(SyncLink):
    """The program's own link, on this computer's own network."""

    def _lan(self, choice: Choice) -> LanOptions:
        return LanOptions(KEY, choice.typed, port=0, host="127.0.0.1", discover=False, interfaces=("127.0.0.1",))


@dataclass(frozen=True, slots=True)
class _Place:
    desk: Desk
    log: SqliteLog
    link: SyncLink
    window: MainWindow
    rows: _WatchedRows


def _open(world: World, folder: Path, writer: ThreadPoolExecutor, typed: tuple[str, ...]) -> _Place:
    """Fill a desk and open its window, joined with who listens there."""
    clock = FakeClock(SystemClock().wall_ms() - BEFORE_MS)
    home = Home.open(folder)
    log = writer.submit(lambda: SqliteLog(log_path(home, OPERATION), device=READER, database_key=bytes(32), operation=OPERATION)).result()
    desk = Desk(
        log,
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
    world.run(populate(desk, clock))
    session: Any = SimpleNamespace(desk=desk, log=log, writer=writer, pack=SimpleNamespace(name="town"))

    async def join() -> SyncLink:
        link = _LoopbackLink(session, home, Choice(lan=True, typed=typed))
        link.start()
        return link

    link = world.run(join())
    look = Look()
    look.apply()
    standing = Standing("Town", "Day shift", "Ben Stone", "Dispatcher", exercise=False)
    services = Services(sync=link)
    window = MainWindow(
        desk, PlainMap(), MemorySettings(), look=look, language=Language(), standing=standing, actor=ACTOR, home=HOME, services=services
    )
    window.resize(1440, 900)
    window.open()
    window.focus_panel("log")
    rows = _WatchedRows(window.seat)
    window.log.list.setItemDelegate(rows)
    return _Place(desk, log, link, window, rows)


def _send(pipe: Connection, folder: str, count: int) -> None:
    """The other program: says where it listens, waits to be in step, commits the orders and says when each was committed."""
    desk = SendingDesk(Path(folder), WRITER)
    pipe.send(desk.listening())
    pipe.recv()
    desk.wait("In step with")
    sent = []
    for number in range(count):
        sent.append(desk.order(number))
        time.sleep(PAUSE_S)
    pipe.send(sent)
    pipe.recv()
    desk.close()


def measure(count: int) -> list[float]:
    """Return in ms, for each of so many orders, how long from its commit on one desk to its painted row on the other."""
    app = QApplication([])
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, make_world(app) as world, ThreadPoolExecutor(1) as writer:
        other = spawn.Process(target=_send, args=(there, folder, count), daemon=True)
        other.start()
        place = _open(world, Path(folder), writer, here.recv())
        here.send("go")
        world.wait_for(here.poll, LIMIT_S + count)
        sent: list[tuple[EntryId, float]] = here.recv()
        world.wait_for(lambda: sent[-1][0] in place.rows.painted_s, LIMIT_S)
        here.send("stop")
        other.join(20)
        world.run(place.link.stop())
        place.window.close()
        world.run(place.desk.close())
        writer.submit(place.log.close).result()
    return _late_ms(sent, place.rows.painted_s)


def _late_ms(sent: list[tuple[EntryId, float]], painted_s: Mapping[EntryId, float]) -> list[float]:
    """Return how late each row was. One that was pushed out of sight unpainted was late until a newer one was painted."""
    late, seen_s = [], math.inf
    for entry, committed_s in reversed(sent):
        seen_s = min(seen_s, painted_s.get(entry, math.inf))
        late.append(1e3 * (seen_s - committed_s))
    return late


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
