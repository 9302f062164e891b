"""The live map: what 2,000 moving units cost the UI thread, how soon they are on the screen, how smoothly one pans."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.row import Row
from commandcenter.geo.importing.region import import_region
from commandcenter.model.ids import Id, counting_ids
from commandcenter.model.progress import NoProgress
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.ui.map.engine import prepare_webengine
from commandcenter.ui.map.live import LiveState
from commandcenter.ui.map.symbols import unit_symbol
from commandcenter.ui.map.tiles.source import PaintedTiles
from commandcenter.ui.map.view import MapView

DATA = Path(os.environ.get("COMMANDCENTER_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data")) / "osm"
CENTER = LonLat(8.69, 49.41)
BOUNDS = (8.60, 49.36, 8.78, 49.46)
FRAMES = "(window.frames_seen = 0, (function frame() { window.frames_seen++; requestAnimationFrame(frame); })(), 1)"


class Fleet:
    """Units that all move at every tick."""

    def __init__(self, count: int) -> None:
        new_id = counting_ids(5)
        rng = np.random.default_rng(1)
        self.ids: list[Id] = [new_id() for _ in range(count)]
        self.labels = [f"E{number}" for number in range(count)]
        self.lons, self.lats = CENTER.lon + rng.normal(0, 0.03, count), CENTER.lat + rng.normal(0, 0.015, count)
        self.headings = rng.uniform(0, 360, count)
        self.symbols = np.full(count, unit_symbol("engine", UnitStatus.ENROUTE, simulated=True), np.uint32)

    def drive(self) -> None:
        """Move every unit some metres."""
        self.lons = self.lons + np.sin(np.radians(self.headings)) * 1e-4
        self.lats = self.lats + np.cos(np.radians(self.headings)) * 1e-4

    def show(self, view: MapView) -> None:
        """Hand the newest positions to the map."""
        view.set_units(self.ids, self.lons, self.lats, self.headings, self.symbols, self.labels)


@contextmanager
def shown_map() -> Iterator[MapView]:
    """Yield a loaded map of Heidelberg, 1,280 × 800, on painted tiles."""
    prepare_webengine()
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        pack = import_region(DATA / "heidelberg.osm.pbf", "bench", Path(folder), progress=NoProgress())
        tiles = PaintedTiles(pack.features(), Path(folder) / "tiles.db")
        view = MapView(tiles, "dark", CENTER, BOUNDS, zoom=13)
        view.resize(1280, 800)
        view.show()
        wait(lambda: view.is_ready)
        yield view
        view.shut_down()
        tiles.close()
        view.deleteLater()
        app.processEvents()


def wait(happened: Callable[[], bool]) -> None:
    """Turn the event loop until something has happened."""
    while not happened():
        QTest.qWait(1)


def run(view: MapView, script: str) -> object:
    """Return what a script of the page says."""
    answers: list[str] = []
    view.browser.page.runJavaScript(f"JSON.stringify({script})", answers.append)
    wait(lambda: bool(answers))
    return json.loads(answers[0])


def python_ms(count: int, repeats: int) -> float:
    """Return the UI thread's time for one tick: take the arrays, encode the answer."""
    fleet, state, times = Fleet(count), LiveState(), []
    for _ in range(repeats):
        fleet.drive()
        start = time.perf_counter()
        state.set(fleet.ids, fleet.lons, fleet.lats, fleet.headings, fleet.symbols, fleet.labels)
        state.encode(state.roster)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e3


def latency_ms(view: MapView, count: int, repeats: int) -> float:
    """Return the time from `set_units` to the page's word that it is painted."""
    fleet, times = Fleet(count), []
    for _ in range(repeats + 2):
        fleet.drive()
        start = time.perf_counter()
        fleet.show(view)
        wait(lambda: view.pump.in_flight is None)
        times.append(time.perf_counter() - start)
    return statistics.median(times[2:]) * 1e3  # the first carry the roster


@dataclass(frozen=True)
class Passes:
    """Passes of the UI thread's loop with a wait of 2 ms in each: drawing, events, Python and all."""

    held_ms: float
    """How much longer than the wait a pass took by the clock, 95th percentile."""
    busy_ms: float
    """Processor time of a pass, 95th percentile: what others on the machine cannot spoil."""
    fps: float


def panning(view: MapView, count: int, seconds: float) -> Passes:
    """Drag the map about while units move once a second."""
    fleet = Fleet(count)

    def tick() -> None:
        fleet.drive()
        fleet.show(view)

    ticker = QTimer()
    ticker.timeout.connect(tick)
    ticker.start(1_000)
    tick()
    passes: list[tuple[float, float]] = []
    before = run(view, "window.frames_seen")
    drag(view, seconds, passes)
    after = run(view, "window.frames_seen")
    ticker.stop()
    assert isinstance(before, int) and isinstance(after, int)
    held_ms, busy_ms = np.percentile(passes, 95, axis=0)
    return Passes(float(held_ms), float(busy_ms), (after - before) / seconds)


def drag(view: MapView, seconds: float, passes: list[tuple[float, float]]) -> None:
    """Hold the left button and move in circles; note each pass in ms: (by the clock less the wait, by the processor)."""
    surface = view.browser.view.focusProxy()
    assert surface is not None
    kinds, left, none = QEvent.Type, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def mouse(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        QApplication.sendEvent(surface, QMouseEvent(kind, at, surface.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier))

    mouse(kinds.MouseButtonPress, QPointF(640, 400), left, left)
    start = time.perf_counter()
    while (now := time.perf_counter()) - start < seconds:
        angle = (now - start) * 1.5
        busy = time.thread_time()
        mouse(kinds.MouseMove, QPointF(640 + 350 * np.sin(angle), 400 + 200 * np.sin(2 * angle)), none, left)
        QTest.qWait(2)
        passes.append(((time.perf_counter() - now) * 1e3 - 2, (time.thread_time() - busy) * 1e3))
    mouse(kinds.MouseButtonRelease, QPointF(640, 400), left, none)


def measure(quick: bool) -> list[Row]:
    """Measure in this process, which must not have had another kind of application object."""
    repeats, seconds = (10, 4.0) if quick else (40, 10.0)
    result = [Row(f"Python's share of a tick, {count:,} units", python_ms(count, repeats), "ms", goal="≤ 8 ms") for count in (2_000, 10_000)]
    result = [replace(row, met=row.value <= 8) for row in result]
    if not (DATA / "heidelberg.osm.pbf").exists():
        return result
    with shown_map() as view:
        run(view, FRAMES)
        result += [Row(f"From new positions to painted, {count:,} units", latency_ms(view, count, repeats), "ms") for count in (2_000, 10_000)]
        bare = panning(view, 0, seconds)
        full = panning(view, 2_000, seconds)
    what, bare_map, share = "while panning, 2,000 moving units", "the same map without units", full.fps / bare.fps
    return [
        *result,
        Row(f"UI thread held {what}, p95", full.held_ms, "ms", bare_map, full.held_ms / bare.held_ms, "≤ 16 ms", full.held_ms <= 16),
        Row(f"UI thread busy {what}, p95", full.busy_ms, "ms", bare_map, full.busy_ms / bare.busy_ms, "≤ 16 ms", full.busy_ms <= 16),
        Row(f"Frames {what}", full.fps, "/s", bare_map, share, "≥ × 0.75", share >= 0.75),
    ]


def rows(quick: bool) -> list[Row]:
    """Measure in a process of its own: WebEngine wants to be set up before any other Qt object."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = (sys.executable, "-m", "bench.overlay", *(("--quick",) if quick else ()))
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    return [Row(**row) for row in json.loads(done.stdout)]


if __name__ == "__main__":
    print(json.dumps([asdict(row) for row in measure("--quick" in sys.argv)]))
