"""The session that `bench.desk` measures: fills a desk, opens its window, types, switches panels and takes entries in."""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
import qasync
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from commandcenter.app.beginning import begin
from commandcenter.app.desk_window import DeskWindow
from commandcenter.app.home import Home
from commandcenter.app.operator import named_operator
from commandcenter.app.options import DeskOptions
from commandcenter.app.session import Session, open_session
from commandcenter.app.windows_loop import settle_process
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import AddNote, ReportIncident, SetUnitStatus
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.engine import prepare_webengine, settle_renderer
from commandcenter.ui.ports import MemorySettings
from commandcenter.ui.theme.look import Look
from tests.ui.filling import take_in
from tests.ui.world import populate, street_at

T = TypeVar("T")
INCIDENTS, UNITS, ROWS = 3_000, 2_000, 100_000
TYPED = "d 1204 e1-3 e1-4"
PANELS = ("board", "log", "alarms", "orders", "closures", "depots", "conflicts", "incident", "queue")
PAUSES_S = (0.0, 0.03, 0.05, 0.07, 0.1, 0.15, 0.3)
"""Between two steps down the queue; 0.03 is a key that is held down."""
PATIENCE_S = 20.0
MEMORY_DISK = Path("/dev/shm")
"""Where there is one the desk is filled there: five thousand commits to a busy disk take half an hour, and are not what is measured."""
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


class Stage:
    """Lets Qt and asyncio run until something is done. Qt thread."""

    def __init__(self, app: QApplication) -> None:
        """Join the two loops."""
        self.app = app
        self._loop = qasync.QEventLoop(app, already_running=True)
        asyncio.set_event_loop(self._loop)

    def begin(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin some work."""
        task: asyncio.Task[T] = self._loop.create_task(work)
        return task

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what some work comes to."""
        task = self.begin(work)
        self.until(task.done)
        return task.result()

    def until(self, true: Callable[[], object], seconds: float = 3_600.0) -> None:
        """Wait for something."""
        late = time.perf_counter() + seconds
        while not true():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > late:
                raise TimeoutError

    def close(self) -> None:
        """End the loop and its threads."""
        asyncio.events._set_running_loop(None)
        asyncio.set_event_loop(None)
        self._loop.stop()
        self._loop.close()

    def rest(self, seconds: float) -> None:
        """Let what was begun come to an end."""
        self.run(asyncio.sleep(seconds))


class DrivenDesk:
    """One window under measurement. Qt thread."""

    def __init__(self, stage: Stage, session: Session, window: MainWindow, clock: FakeClock, repeats: int) -> None:
        """Drive this window; `repeats` is how often each act is done."""
        self._stage, self._desk, self._window, self._clock, self._repeats = stage, session.desk, window, clock, repeats

    def measure(self) -> dict[str, float]:
        """Return p95 figures in ms, how much is on the desk, and the memory in MB."""
        picture = self._desk.picture
        found: dict[str, float] = {}
        for name, costs in {
            "key": [*self._typing(), *self._walking()],
            "panel": self._switching(),
            "form": self._taking_a_call(),
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
            self._stage.app.processEvents()
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
        """Walk down the queue with the arrow key, at every pace: the question for the row before is waiting, under way, or answered."""
        queue, costs = self._window.queue.list, []
        queue.setFocus()
        for _, pause_s in zip(range(self._repeats), cycle(PAUSES_S), strict=False):
            self._stage.rest(pause_s)
            costs.append(self._painted(partial(QTest.keyClick, queue, Qt.Key.Key_Down), queue.viewport()))
        return costs

    def _taking_a_call(self) -> list[Cost]:
        """Type into the form while it looks for the same incident among all."""
        form = self._window.incident.report
        self._window.new_incident()
        form.type.set("Structure fire", "fire.structure")
        form.put_place(street_at(1, 5))
        self._stage.until(lambda: form.place.value is not None)
        form.text.setFocus()
        costs = [self._painted(partial(QTest.keyClicks, form.text, char), form.text) for char in "smoke on the second floor"]
        self._window.park()
        return costs

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
        self._clock.advance(1)
        self._window.seat.ticked.emit(self._window.seat.now_ms())

    def _free(self) -> list[Id]:
        return [unit.id for unit in self._desk.picture.units() if unit.status == UnitStatus.AVAILABLE]

    def _take_out(self, unit: Id) -> None:
        self._stage.run(self._desk.submit(SetUnitStatus(unit, UnitStatus.OUT_OF_SERVICE, "test")))

    def _report(self, number: int) -> None:
        self._stage.run(self._desk.submit(ReportIncident("fire.structure", street_at(number % 8, number), "Mill Lane")))


def measure(map_file: Path, *, quick: bool, live: bool = False) -> dict[str, float]:
    """Fill a desk with a log on disk, open its window over the map of `map_file`, and measure.

    With `live` the incidents come in while the window is open, and only the memory is measured, before and after them.

    The log is filled by a process of its own and then read, as at the start of a shift: what it takes to make up 100,000 rows is not
    the desk's memory.
    """
    settle_process()
    prepare_webengine()
    stage = Stage(QApplication([]))
    settle_renderer()
    look = Look()
    look.apply()
    with tempfile.TemporaryDirectory(dir=MEMORY_DISK if MEMORY_DISK.is_dir() else None) as folder:
        home = Home.open(Path(folder))
        _import(map_file, home)
        clock = _filled(home, *(["--quick"] if quick else []), *(["--live"] if live else []))
        with _opened(home, clock) as session:
            desk = DeskWindow(session, DeskOptions(home), MemorySettings(), look, Language())
            shown = stage.begin(desk.run())
            stage.until(lambda: desk.map.is_settled, 120.0)
            stage.rest(3.0)
            if live:
                found = _taken_in(stage, session, clock, INCIDENTS // (10 if quick else 1))
            else:
                found = DrivenDesk(stage, session, desk.window, clock, 8 if quick else 24).measure()
            desk.window.close()
            stage.until(shown.done, 60.0)
    stage.close()
    return found


def _import(map_file: Path, home: Home) -> None:
    """Import the map in a process of its own, as people do it on the day before: what that takes is not the desk's memory."""
    words = [sys.executable, "-m", "commandcenter", "region", "import", str(map_file), "--name", "bench", "--home", str(home.root)]
    subprocess.run(words, check=True, capture_output=True)


def _taken_in(stage: Stage, session: Session, clock: FakeClock, count: int) -> dict[str, float]:
    """Let incidents come in at an open desk; return the memory before them, after each third of them, and after a rest."""
    picture = session.desk.picture
    found = {"memory_0_mb": _memory_mb()}
    for part in range(1, 4):
        stage.run(take_in(session.desk, clock, [unit.id for unit in picture.units() if unit.status == UnitStatus.AVAILABLE], count // 3))
        found[f"memory_{part}_mb"] = _memory_mb()
    stage.rest(10.0)
    sizes = {"incidents": len(picture.incidents()), "units": len(picture.units()), "rows": picture.count()}
    return {**found, **sizes, "memory_mb": _memory_mb()}


def _filled(home: Home, *how: str) -> FakeClock:
    """Fill the desk's log in a process of its own; return a clock that goes on where it ended."""
    words = [sys.executable, "-m", "bench.desk_session", "--fill", str(home.root), *how]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    return FakeClock(int(done.stdout.splitlines()[-1]))


def fill(root: Path, *, quick: bool, live: bool) -> int:
    """Fill the log of the home at `root`, without incidents where they are to come in `live`; return the time on its clock, ms since the epoch."""
    stage = Stage(QApplication([]))
    clock = FakeClock()
    with _opened(Home.open(root), clock) as session:
        stage.run(_fill(session, clock, 10 if quick else 1, 0 if live else INCIDENTS))
    stage.close()
    return clock.wall_ms()


def _opened(home: Home, clock: FakeClock) -> Session:
    return open_session(home, "bench", clock=clock, operator=named_operator("Anna Berg", "dispatcher"))


async def _fill(session: Session, clock: FakeClock, share: int, incidents: int) -> None:
    """Put incidents, units and rows on the desk."""
    await begin(session)
    await populate(session.desk, clock, stations=40, units=UNITS // share, incidents=incidents // share)
    wanted = ROWS // share - session.desk.picture.count()
    await session.desk.submit_all([AddNote(f"round {n} of the dike is done") for n in range(max(0, wanted))])


def _p95(values: list[float]) -> float:
    return round(statistics.quantiles(values, n=20)[-1], 1)


def _memory_mb() -> float:
    """Return what this process and its children hold together: proportional set size, so that shared pages count once.

    Where the system does not tell it: what each holds for itself.
    """
    me = psutil.Process()
    held = {f"{process.pid} {process.name()}": round(_held_bytes(process) / 2**20, 1) for process in (me, *me.children(recursive=True))}
    sys.stderr.write(f"memory in MB: {held}\n")
    return round(sum(held.values()), 1)


def _held_bytes(process: psutil.Process) -> int:
    found = process.memory_full_info()
    return int(getattr(found, "pss", found.uss))


if __name__ == "__main__":
    how = {"quick": "--quick" in sys.argv, "live": "--live" in sys.argv}
    if sys.argv[1] == "--fill":
        print(fill(Path(sys.argv[2]), **how))
    else:
        print(json.dumps(measure(Path(sys.argv[1]), **how)))
