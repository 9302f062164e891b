"""The graphics card is asked until it fails, and again when the person says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commandcenter.app.graphics import AUTO, CARD, SOFTWARE, GraphicsMark
from commandcenter.app.home import Home
from commandcenter.app.options import DeskOptions


def test_a_start_that_the_card_brought_down_is_followed_by_one_without_it(tmp_path: Path) -> None:
    options = DeskOptions(Home.open(tmp_path))
    assert not options.graphics_mark.software(AUTO)
    options.graphics_mark.doubt()
    assert options.graphics_mark.software(AUTO)
    assert options.graphics_mark.software(AUTO), "until the person says otherwise"
    assert not options.graphics_mark.software(CARD)
    assert not options.graphics_mark.software(AUTO)


def test_once_the_map_stands_the_card_is_trusted(tmp_path: Path) -> None:
    mark = GraphicsMark(tmp_path / "mark")
    mark.doubt()
    mark.trust()
    mark.trust()
    assert not mark.software(AUTO)
    assert mark.software(SOFTWARE)


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    mark = GraphicsMark(tmp_path / "nowhere" / "mark")
    mark.doubt()
    assert not mark.software(AUTO)


@pytest.mark.parametrize(("software", "said"), [(True, "software True"), (False, "False")])
def test_without_the_card_neither_qt_nor_chromium_asks_it(software: bool, said: str) -> None:
    program = (
        "import os\n"
        "from commandcenter.ui.map.engine import prepare_webengine\n"
        f"prepare_webengine(software={software})\n"
        "print(os.environ.get('QT_QUICK_BACKEND', ''), '--disable-gpu' in os.environ['QTWEBENGINE_CHROMIUM_FLAGS'].split())\n"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == said
