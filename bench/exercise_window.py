"""An exercise's own window over 200 units at ×60, with the real map: how long the window's thread is ever away from the person."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from bench.exercise_town import Size
from bench.row import Row
from commandcenter.app.home import Home

SIZE = Size(4, 200)
FLUID_MS = 100.0
"""A person takes an answer within this time for immediate (Nielsen, Usability Engineering, 1993, chapter 5)."""


def rows(home: Home, seconds: float) -> list[Row]:
    """Measure in a process of its own, for WebEngine wants to be set up before any other Qt object; `home` has the region."""
    command = (sys.executable, "-m", "bench.exercise_session", str(home.root), str(seconds))
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env={"QT_QPA_PLATFORM": "offscreen", **os.environ})
    found = json.loads(done.stdout.splitlines()[-1])
    what, still = f"exercise's window with the map, {SIZE.units} units at ×60", "the same window while time stands"
    busy, busy_ratio = found["busy_p95_ms"], found["busy_p95_ms"] / found["still_busy_p95_ms"]
    p95, p99, kept, share = found["p95_ms"], found["p99_ms"], found["kept"], found["fps"] / found["still_fps"]
    return [
        Row(f"{what}, for {seconds:.0f} s: exercise time kept", kept, "× wall time", goal="≥ 55", met=kept >= 55),
        Row(f"{what}: the window's thread away, 95 % within", p95, "ms", still, p95 / found["still_p95_ms"], "≤ 16 ms", p95 <= 16),
        Row(f"{what}: the window's thread busy (processor time), 95 % within", busy, "ms", still, busy_ratio, "≤ 16 ms", busy <= 16),
        Row(f"{what}: the window's thread away, 99 % within", p99, "ms", goal=f"≤ {FLUID_MS:.0f} ms", met=p99 <= FLUID_MS),
        Row(f"{what}: the window's thread away, longest", found["longest_ms"], "ms"),
        Row(f"{what}: frames of the map while it is dragged", found["fps"], "/s", still, share, "≥ × 0.75", share >= 0.75),
    ]
