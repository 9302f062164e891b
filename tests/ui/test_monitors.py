"""Three monitors: panels stay where they were put, come back when a monitor is unplugged, and go out again when it is there again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from commandcenter.ui.frame.layout_memory import fitting, too_large

ROOT = Path(__file__).resolve().parent.parent.parent
SCREEN_W, SCREEN_H = 1280, 720


def desk(folder: Path, screens: int, act: str, scale: float = 1) -> dict[str, Any]:
    """Run a desk on so many monitors side by side, everything `scale` times as large."""
    listed = [
        {"name": f"M{n}", "x": n * SCREEN_W, "y": 0, "width": SCREEN_W, "height": SCREEN_H, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for n in range(screens)
    ]
    plan = folder / f"{screens}.json"
    plan.write_text(json.dumps({"screens": listed}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={plan}", "QT_SCALE_FACTOR": str(scale)}
    command = [sys.executable, "-m", "tests.ui.monitors", str(folder / "settings.json"), act]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def within(place: list[int], screen: QRect) -> bool:
    return screen.contains(QRect(*place))


def test_panels_follow_the_monitors(tmp_path: Path) -> None:
    said = desk(tmp_path, 3, "arrange")
    first = QRect(0, 0, SCREEN_W, SCREEN_H)
    assert {name: place[0] // SCREEN_W for name, place in said["before"].items()} == {"log": 1, "board": 2, "legend": 2}
    assert all(within(place, first) for place in said["alone"].values() if place != "docked"), said["alone"]
    assert said["again"] == said["before"]
    alone = desk(tmp_path, 1, "look")
    assert all(place == "docked" or within(place, first) for place in alone["now"].values())
    assert within(alone["size"], first)
    assert desk(tmp_path, 3, "look")["now"] == {name: said["before"][name] for name in ("log", "board")}


@pytest.mark.parametrize("scale", [1.5, 2])
def test_at_large_scaling_the_desk_folds_and_fits_the_screen(tmp_path: Path, scale: float) -> None:
    said = desk(tmp_path, 1, "look", scale)
    assert said["alone"] == "queue"
    assert within(said["size"], QRect(0, 0, round(SCREEN_W / scale), round(SCREEN_H / scale))), said["size"]
    drawn = QImage(str(tmp_path / "settings.png"))
    assert drawn.width() <= SCREEN_W and drawn.height() <= SCREEN_H and not drawn.isNull()


@pytest.mark.parametrize(
    ("screen", "expected"), [((1280, 720), (1160, 680)), ((1920, 1080), (1160, 860)), ((800, 800), (800, 760)), ((640, 360), (640, 320))]
)
def test_a_window_opens_no_larger_than_the_largest_screen(screen: tuple[int, int], expected: tuple[int, int]) -> None:
    assert fitting(QSize(1160, 860), [QRect(0, 0, *screen)]).toTuple() == expected


def test_a_window_may_go_over_several_screens_but_not_beyond_them() -> None:
    two = [QRect(0, 0, SCREEN_W, SCREEN_H), QRect(SCREEN_W, 0, SCREEN_W, SCREEN_H)]
    assert not too_large(QSize(2 * SCREEN_W, SCREEN_H), two)
    assert too_large(QSize(2 * SCREEN_W, SCREEN_H), two[:1])
    assert too_large(QSize(400, SCREEN_H + 1), two)
