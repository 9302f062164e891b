"""A desk with a million entries: opening it, auditing it, and the memory it takes without the map."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.log import ANN, make_draft, present
from bench.row import Row
from commandcenter.app.home import Home
from commandcenter.app.session import existing_log, open_session
from commandcenter.app.training import TRAINING_REGION, make_training_region
from commandcenter.log.store import SqliteLog
from commandcenter.model.entries import EntryId, Key
from commandcenter.model.progress import NoProgress

_AT_ONCE = 2_000
_WORKER = """
import json, sys, time
from pathlib import Path
import psutil
from PySide6.QtWidgets import QApplication
import commandcenter.ui.main_window
from commandcenter.app.home import Home
from commandcenter.app.session import open_session
from commandcenter.app.training import TRAINING_REGION
from commandcenter.log.verify import audit
app = QApplication([])
seen = {}
def cpu(name, work):
    before = time.process_time()
    result = work()
    seen[name] = time.process_time() - before
    return result
with cpu("open_s", lambda: open_session(Home.open(Path(sys.argv[1])), TRAINING_REGION)) as session:
    session.desk.picture.lines(200)
    seen["memory_mb"] = psutil.Process().memory_info().rss / 1e6
    log = session.log
    check = lambda: audit(log.signed(), operation=log.operation, own_device=log.device, keys=log.device_keys())
    assert session.writer.submit(lambda: cpu("audit_s", check)).result().ok
print(json.dumps(seen))
"""


def rows(quick: bool) -> list[Row]:
    """Measure: some ten minutes, most of it writing the million; `quick` half a minute with a fiftieth of them."""
    count = 20_000 if quick else 1_000_000
    build = Path(__file__).resolve().parent.parent / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as folder:
        home = Home.open(Path(folder))
        make_training_region(home, progress=NoProgress())
        empty = _seen(home)
        with open_session(home, TRAINING_REGION) as session:
            session.writer.submit(_fill, session.log, count).result()
        full = _seen(home)
        path = existing_log(home, TRAINING_REGION)
        disk = 0 if path is None else path.stat().st_size / count
    name = f"{count:,} entries"
    memory_mb = full["memory_mb"]
    return [
        Row(f"opening a desk with {name}: CPU per entry, rebuild of the picture included", (full["open_s"] - empty["open_s"]) * 1e6 / count, "µs"),
        Row(f"audit of {name}, CPU", full["audit_s"], "s"),
        Row(
            f"memory of a desk with {name}, without the map", memory_mb, "MB", f"empty: {empty['memory_mb']:.4g} MB", None, "≤ 400", memory_mb <= 400
        ),
        Row(f"log file with {name}, encrypted", disk, "bytes/entry", "", None, "≤ 700", disk <= 700),
    ]


def _fill(log: SqliteLog, count: int) -> None:
    last: dict[Key, EntryId] = {}
    for start in range(0, count, _AT_ONCE):
        done = log.append([make_draft(number) for number in range(start, start + _AT_ONCE)], actor=ANN, heads=lambda key: present(last, key))
        last.update((write.key, entry.id) for entry in done for write in entry.writes)


def _seen(home: Home) -> dict[str, float]:
    """Open the desk in a process of its own and return what it saw."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    done = subprocess.run((sys.executable, "-c", _WORKER, str(home.root)), check=True, capture_output=True, text=True, env=environment, timeout=900)
    answer: Any = json.loads(done.stdout.splitlines()[-1])
    return dict(answer)
