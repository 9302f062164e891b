"""The session that `bench.desk` measures: fills a desk, opens its window, types, switches panels and takes entries in."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from commandcenter.geo.importing.region import import_region
from commandcenter.model.commands import AddNote, ReportIncident, SetUnitStatus
from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress
from commandcenter.model.words import UnitStatus
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.engine import prepare_webengine, settle_renderer
from commandcenter.ui.map.view import MapView
from tests.ui.map.plain_tiles import PlainTiles
from tests.ui.world import HOME, World, make_world, populate, street_at

INCIDENTS, UNITS, ROWS = 3_000, 2_000, 100_000
TYPED = "d 1204 e1-3 e1-4"
PANELS = ("board", "log", "alarms", "orders", "closures", "depots", "conflicts", "incident", "queue")
PATIENCE_S = 20.0
Cost = tuple[float, float]
"""Wall time and CPU time of the window's thread, in ms."""


class _PaintWatch(QObject):
    """Waits until every one of some widgets has been painted."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._widgets = widgets
        self.waiting = set(widgets)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.waiting.discard(watched)
        return False

    def end(self) -> None:
        for widget in self._widgets:
            widget.removeEventFilter(self)


class DrivenDesk:
    """One window under measurement. Qt thread."""

    def __init__(self, app: QApplication, world: World, window: MainWindow, repeats: int) -> None:
        """Drive this window; `repeats` is how often each act is done."""
        self._app, self._world, self._window, self._repeats = app, world, window, repeats

    def measure(self) -> dict[str, float]:
        """Return p95 figures in ms, how much is on the desk, and the memory in MB."""
        picture = self._world.desk.picture
        found: dict[str, float] = {}
        for name, costs in {
            "key": [*self._typing(), *self._walking()],
            "panel": self._switching(),
            "entry": self._hearing(),
            "second": self._waiting(),
        }.items():
            found[f"{name}_ms"], found[f"{name}_cpu_ms"] = (_p95([cost[part] for cost in costs]) for part in (0, 1))
        sizes = {"incidents": len(picture.incidents()), "units": len(picture.units()), "rows": picture.count()}
        return {**found, **sizes, "memory_mb": _memory_mb()}

    def _painted(self, act: Callable[[], object], *where: QWidget) -> Cost:
        """Do something, and wait until each of these widgets has been painted."""
        watch = _PaintWatch(where)
        wall, cpu = time.perf_counter(), time.thread_time()
        act()
        while watch.waiting:
            self._app.processEvents()
            if time.perf_counter() - wall > PATIENCE_S:
                raise TimeoutError(f"not painted: {watch.waiting}")
        cost = 1000 * (time.perf_counter() - wall), 1000 * (time.thread_time() - cpu)
        watch.end()
        return cost

    def _typing(self) -> list[Cost]:
        """Type into the command line, between entries that come in: each makes what may be named another."""
        bar, costs = self._window.command_bar, []
        self._window.focus_command_line()
        for unit in self._free()[: max(1, self._repeats // 8)]:
            self._take_out(unit)
            costs += [self._painted(partial(QTest.keyClicks, bar, char), bar) for char in TYPED]
            bar.clear()
        return costs

    def _walking(self) -> list[Cost]:
        """Walk down the queue with the arrow key."""
        queue = self._window.queue.list
        queue.setFocus()
        return [self._painted(partial(QTest.keyClick, queue, Qt.Key.Key_Down), queue.viewport()) for _ in range(self._repeats)]

    def _switching(self) -> list[Cost]:
        names = [name for _ in range(max(2, self._repeats // 6)) for name in PANELS]
        return [self._painted(partial(self._window.focus_panel, name), self._face(name)) for name in names]

    def _face(self, name: str) -> QWidget:
        """Return what a panel paints when it gets the keyboard."""
        target = self._window.panels.all()[name].focus_target()
        return target.viewport() if isinstance(target, QAbstractScrollArea) else target

    def _hearing(self) -> list[Cost]:
        """Take in the status of units and new incidents."""
        queue, log = self._window.queue.list.viewport(), self._window.log.list.viewport()
        costs = [self._painted(partial(self._take_out, unit), log) for unit in self._free()[: self._repeats]]
        return costs + [self._painted(partial(self._report, n), queue, log) for n in range(self._repeats)]

    def _waiting(self) -> list[Cost]:
        return [self._painted(self._tick, self._window.header.clock) for _ in range(self._repeats)]

    def _tick(self) -> None:
        self._world.clock.advance(1)
        self._window.seat.ticked.emit(self._window.seat.now_ms())

    def _free(self) -> list[Id]:
        return [unit.id for unit in self._world.desk.picture.units() if unit.status == UnitStatus.AVAILABLE]

    def _take_out(self, unit: Id) -> None:
        self._world.run(self._world.desk.submit(SetUnitStatus(unit, UnitStatus.OUT_OF_SERVICE, "test")))

    def _report(self, number: int) -> None:
        self._world.run(self._world.desk.submit(ReportIncident("fire.structure", street_at(number % 8, number), "Mill Lane")))


def measure(map_file: Path, *, quick: bool) -> dict[str, float]:
    """Fill a desk, open its window over the map of `map_file`, and measure."""
    prepare_webengine()
    app = QApplication([])
    settle_renderer()
    share = 10 if quick else 1
    with tempfile.TemporaryDirectory() as folder, make_world(app) as world:
        world.desk.roads = import_region(map_file, "bench", Path(folder), progress=NoProgress()).roads()
        world.desk.roads.warm_up()
        world.run(populate(world.desk, world.clock, stations=40, units=UNITS // share, incidents=INCIDENTS // share))
        wanted = ROWS // share - world.desk.picture.count()
        world.run(world.desk.submit_all([AddNote(f"round {n} of the dike is done") for n in range(max(0, wanted))]))
        view = MapView(PlainTiles(), "dark", HOME, (8.57, 49.35, 8.80, 49.46), zoom=13)
        window = world.open_window(1440, 900, view)
        world.wait_for(lambda: view.is_settled, 60.0)
        world.settle(2.0)
        found = DrivenDesk(app, world, window, 8 if quick else 24).measure()
        view.shut_down()
    return found


def _p95(values: list[float]) -> float:
    return round(statistics.quantiles(values, n=20)[-1], 1)


def _memory_mb() -> float:
    """Return what this process and its children hold for themselves (shared pages counted once)."""
    me = psutil.Process()
    return round(sum(process.memory_full_info().uss for process in (me, *me.children(recursive=True))) / 2**20, 1)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), quick="--quick" in sys.argv)))
