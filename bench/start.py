"""Cold and warm start of the desk: from the command to a window that can be used, and to a map that shows everything."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.row import Row
from commandcenter.app.home import Home
from commandcenter.app.training import make_training_region
from commandcenter.model.progress import NoProgress

_WORKER = """
import asyncio, json, sys, time
began_s = time.perf_counter()
from pathlib import Path
import qasync
from PySide6.QtWidgets import QApplication
from commandcenter.app.beginning import begin
from commandcenter.app.desk_window import DeskWindow
from commandcenter.app.home import Home
from commandcenter.app.options import DeskOptions
from commandcenter.app.session import open_session
from commandcenter.app.training import TRAINING_REGION
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.map.engine import prepare_webengine, settle_renderer
from commandcenter.ui.ports import MemorySettings
from commandcenter.ui.theme.look import Look
prepare_webengine()
app = QApplication([])
app.setQuitOnLastWindowClosed(False)
settle_renderer()
loop = qasync.QEventLoop(app)
asyncio.set_event_loop(loop)
seen = {}
async def work():
    home = Home.open(Path(sys.argv[1]))
    look, language = Look(), Language()
    look.apply()
    with open_session(home, TRAINING_REGION) as session:
        await begin(session)
        desk = DeskWindow(session, DeskOptions(home), MemorySettings(), look, language)
        shown = asyncio.ensure_future(desk.run())
        while not desk.window.isVisible():
            await asyncio.sleep(0)
        await asyncio.sleep(0.01)  # the first paint
        seen["window_s"] = time.perf_counter() - began_s
        while not desk.map.is_settled:
            await asyncio.sleep(0.02)
        seen["map_s"] = time.perf_counter() - began_s
        desk.window.close()
        await shown
with loop:
    loop.run_until_complete(work())
print(json.dumps(seen))
"""


def start(home: Path, caches: Path) -> dict[str, float]:
    """Start the desk once in a process of its own; return seconds until window and map."""
    environment = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "",
        "NUMBA_CACHE_DIR": str(caches),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    done = subprocess.run((sys.executable, "-c", _WORKER, str(home)), check=True, capture_output=True, text=True, env=environment, timeout=120)
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def rows(quick: bool) -> list[Row]:
    """Start on the training region: first with empty caches, then as on any later day."""
    with tempfile.TemporaryDirectory() as scratch:
        home, caches = Path(scratch) / "home", Path(scratch) / "numba"
        make_training_region(Home.open(home), progress=NoProgress())
        cold = start(home, caches)
        warm = [start(home, caches) for _ in range(3 if quick else 7)]
    window_s = statistics.median(run["window_s"] for run in warm)
    map_s = statistics.median(run["map_s"] for run in warm)
    return [
        Row("first start on a ready region: window", cold["window_s"], "s"),
        Row("first start on a ready region: map complete", cold["map_s"], "s"),
        Row("warm start: window useful", window_s, "s", goal="< 2 s", met=window_s < 2),
        Row("warm start: map complete", map_s, "s", goal="< 4 s", met=map_s < 4),
    ]
