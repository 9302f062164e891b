"""The desk in a surge: 3,000 open incidents, 2,000 units, 100,000 rows in the log; a driven session in the real window with the real map page.

A keystroke counts from the key until the field it went to has been painted; a panel switch from the key until the panel has been painted.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.row import Row

MAP = Path(os.environ.get("COMMANDCENTER_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data")) / "osm" / "heidelberg.osm.pbf"
INCIDENTS, UNITS, ROWS = 3_000, 2_000, 100_000


def rows(quick: bool) -> list[Row]:
    """Measure in a process of its own, so that its memory is its own."""
    if not MAP.is_file():
        return []
    words = [sys.executable, "-m", "bench.desk", *(["--quick"] if quick else [])]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout.splitlines()[-1])
    what = f"{found['incidents']:,} incidents, {found['units']:,} units, {found['rows']:,} rows"
    return [
        Row(f"keystroke to paint, p95 ({what})", found["key_ms"], "ms", "", None, "≤ 100 ms", found["key_ms"] <= 100),
        Row("panel switch to paint, p95", found["panel_ms"], "ms", "", None, "≤ 300 ms", found["panel_ms"] <= 300),
        Row("new entry to paint of queue, log and alarms, p95", found["entry_ms"], "ms", "", None, "", None),
        Row("memory of the program with the map's processes", found["memory_mb"], "MB", "", None, "≤ 1,200 MB", found["memory_mb"] <= 1_200),
    ]


def measure(quick: bool) -> dict[str, float]:
    """Drive the window and return p95 figures in ms and the memory in MB."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from commandcenter.geo.importing.region import import_region
    from commandcenter.model.commands import AddNote, SetUnitStatus
    from commandcenter.model.ids import Id
    from commandcenter.model.progress import NoProgress
    from commandcenter.model.words import LonLat, UnitStatus
    from commandcenter.ui.map.engine import prepare_webengine, settle_renderer
    from commandcenter.ui.map.view import MapView
    from tests.ui.map.plain_tiles import PlainTiles
    from tests.ui.world import make_world, populate

    prepare_webengine()
    app = QApplication([])
    settle_renderer()
    share = 10 if quick else 1
    with tempfile.TemporaryDirectory() as folder, make_world(app) as world:
        world.desk.roads = import_region(MAP, "bench", Path(folder), progress=NoProgress()).roads()
        world.desk.roads.warm_up()
        world.run(populate(world.desk, world.clock, stations=40, units=UNITS // share, incidents=INCIDENTS // share))
        wanted = ROWS // share - world.desk.picture.count()
        world.run(world.desk.submit_all([AddNote(f"round {n} of the dike is done") for n in range(max(0, wanted))]))
        view = MapView(PlainTiles(), "dark", LonLat(8.69, 49.41), (8.57, 49.35, 8.80, 49.46), zoom=13)
        window = world.open_window(1440, 900, view)
        world.settle(8.0)
        repeats = 8 if quick else 25

        def painted(act: Callable[[], object]) -> float:
            begun = time.perf_counter()
            act()
            window.repaint()
            app.processEvents()
            return 1000 * (time.perf_counter() - begun)

        def tell(unit: Id) -> None:
            world.run(world.desk.submit(SetUnitStatus(unit, UnitStatus.OUT_OF_SERVICE, "test")))

        bar = window.command_bar
        window.focus_command_line()
        keys = [painted(partial(QTest.keyClicks, bar, char)) for char in "d 1204 e1-3 e1-4"[: repeats * 2] for _ in range(2)]
        bar.clear()
        panels = ("board", "log", "alarms", "orders", "closures", "depots", "conflicts", "incident", "queue")
        switches = [painted(partial(window.focus_panel, name)) for _ in range(max(1, repeats // 8)) for name in panels]
        free = [unit.id for unit in world.desk.picture.units() if unit.status == UnitStatus.AVAILABLE][:repeats]
        entries = [painted(partial(tell, unit)) for unit in free]
        window.queue.list.setFocus()
        keys += [painted(partial(QTest.keyClick, window.queue.list, Qt.Key.Key_Down)) for _ in range(repeats)]
        found = {
            "incidents": len(world.desk.picture.incidents()),
            "units": len(world.desk.picture.units()),
            "rows": world.desk.picture.count(),
            "key_ms": _p95(keys),
            "panel_ms": _p95(switches),
            "entry_ms": _p95(entries),
            "memory_mb": _memory_mb(),
        }
        view.shut_down()
    return found


def _p95(values: list[float]) -> float:
    return round(statistics.quantiles(values, n=20)[-1], 1)


def _memory_mb() -> float:
    """Return what this process and its children hold for themselves (shared pages counted once)."""
    import psutil

    me = psutil.Process()
    return round(sum(process.memory_full_info().uss for process in (me, *me.children(recursive=True))) / 2**20, 1)


if __name__ == "__main__":
    print(json.dumps(measure("--quick" in sys.argv)))
