"""A newcomer's first start and guided shift: the offer is taken, each sentence of the guide is done in the window, the report is written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from commandcenter.geo.pack import RegionPack

from .newcomer import LONGEST_S, told

pytestmark = pytest.mark.xdist_group("stories")
ROOT = Path(__file__).parents[2]
SCREEN = {"width": 1280, "height": 720}
"""The smallest that a desk is made for: all that the guide speaks of must be in sight."""


def sit_down(home: Path, *words: str) -> None:
    """Let the newcomer run the program; what went wrong is in the parts that were told."""
    command = [sys.executable, "-m", "tests.stories.newcomer", "--home", str(home), *words]
    screen = home / "screen.json"
    screen.write_text(json.dumps({"screens": [{"name": "laptop", "x": 0, "y": 0, **SCREEN, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}))
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True, timeout=LONGEST_S)
    for part in ("shift", "desk"):
        fault = (told(home, part) or {}).get("fault")
        assert not fault, f"{part}: {fault}"
    assert done.returncode == 0, done.stderr


def report_of(home: Path) -> str:
    """Return what the report says that the newcomer wrote at the end."""
    shift = told(home, "shift")
    assert shift is not None
    return "\n".join(paragraph.text for paragraph in Document(str(shift["report"])).paragraphs)


def nothing_live_but_the_practice(home: Path) -> bool:
    """Return whether the exercise lies among the exercises, and only the desk's own practice among the operations."""
    return len(list(home.glob("operations/*/log.db"))) == 1 and len(list(home.glob("exercises/*/log.db"))) == 1


def test_the_first_start_offers_the_guided_shift_and_a_newcomer_gets_through(tmp_path: Path, training_pack: RegionPack) -> None:
    shutil.copytree(training_pack.path, tmp_path / "regions" / "training")
    sit_down(tmp_path, "--language", "en")
    assert "A quiet shift" in report_of(tmp_path)
    assert nothing_live_but_the_practice(tmp_path)


@pytest.mark.soak
def test_on_an_empty_home_too(tmp_path: Path) -> None:
    sit_down(tmp_path, "--language", "zh")
    assert "平静的一班" in report_of(tmp_path)
    assert nothing_live_but_the_practice(tmp_path)


def test_the_guided_shift_in_chinese(tmp_path: Path, training_pack: RegionPack) -> None:
    shutil.copytree(training_pack.path, tmp_path / "regions" / "training")
    sit_down(tmp_path, "exercise", "open", "quiet-shift", "--language", "zh", "--name", "李雷")
    shift = told(tmp_path, "shift")
    assert shift is not None and shift["player"] == "李雷"
    assert "平静的一班" in report_of(tmp_path)
    assert not list(tmp_path.glob("operations/*/log.db"))
