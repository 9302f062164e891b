"""The desk in a surge: 3,000 open incidents, 2,000 units, 100,000 rows in the log; a driven session in the real window with the real map page.

A keystroke counts from the key until the field it went to has been painted, whatever the desk is thinking about meanwhile; a panel switch from
the key until the panel has been painted. Memory is the proportional set size of the window's process and all of the map's (pages they share are
counted once), after the session.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from bench.row import Row

MAP = Path(os.environ.get("COMMANDCENTER_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data")) / "osm" / "heidelberg.osm.pbf"


def rows(quick: bool) -> list[Row]:
    """Measure in a process of its own, so that its memory is its own."""
    if not MAP.is_file():
        return []
    found, live = _session(quick), _session(quick, "--live")
    what = f"{found['incidents']:,} incidents, {found['units']:,} units, {found['rows']:,} rows"
    memory_mb = found["memory_mb"]
    thirds = ", ".join(f"{live[f'memory_{part}_mb']:,g}" for part in (1, 2, 3))
    return [
        _timed(found, "key", f"keystroke to paint, p95 ({what})", 100),
        _timed(found, "form", "keystroke in the call form, with its look for the same incident, p95", 100),
        _timed(found, "panel", "panel switch to paint, p95", 300),
        _timed(found, "entry", "new entry to paint of queue, log and alarms, p95", None),
        _timed(found, "second", "what a second costs while nothing happens (clocks, timers, alarms), p95", None),
        Row("memory of the program with the map's processes (PSS), opened on that log", memory_mb, "MB", "", None, "≤ 1,200 MB", memory_mb <= 1_200),
        Row(
            f"the same when the {live['incidents']:,} incidents came in while it was open, without a new start",
            live["memory_mb"],
            "MB",
            f"before them {live['memory_0_mb']:,g} MB; after each third {thirds} MB",
            None,
            "≤ 1,200 MB",
            live["memory_mb"] <= 1_200,
        ),
    ]


def _session(quick: bool, *how: str) -> dict[str, float]:
    """Return what a session in a process of its own has measured."""
    words = [sys.executable, "-m", "bench.desk_session", str(MAP), *(["--quick"] if quick else []), *how]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _timed(found: dict[str, float], name: str, what: str, goal_ms: int | None) -> Row:
    """Return a row of wall time; beside it how much of it was work of the window's own thread."""
    wall_ms, cpu_ms = found[f"{name}_ms"], found[f"{name}_cpu_ms"]
    goal, met = (f"≤ {goal_ms} ms", wall_ms <= goal_ms) if goal_ms is not None else ("", None)
    return Row(what, wall_ms, "ms", f"CPU of the window's thread: {cpu_ms:g} ms", None, goal, met)
