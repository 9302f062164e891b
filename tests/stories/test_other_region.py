"""From the training region to one's own: the desk closes and opens again on the imported map; wall view and look back go with it."""

from __future__ import annotations

import asyncio
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.app.desktop import _on_region
from commandcenter.app.home import Home
from commandcenter.app.options import DeskOptions
from commandcenter.geo.pack import RegionPack
from commandcenter.ui.first_run import FirstRun, Source
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.past.window import PastWindow
from commandcenter.ui.ports import MemorySettings
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wall.window import WallWindow

from .conftest import Play

W = TypeVar("W", bound=QWidget)
VILLAGE = """<?xml version="1.0"?><osm version="0.6">
<node id="1" version="1" lat="50.000" lon="8.000"/><node id="2" version="1" lat="50.000" lon="8.010"/>
<node id="3" version="1" lat="50.008" lon="8.010"><tag k="amenity" v="fire_station"/><tag k="name" v="Village station"/></node>
<way id="1" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/><tag k="name" v="Long Road"/></way></osm>"""


@pytest.fixture
def home(tmp_path: Path, training_pack: RegionPack) -> Home:
    found = Home.open(tmp_path / "home")
    shutil.copytree(training_pack.path, found.regions / "training")
    return found


async def shown(kind: type[W], true: Callable[[W], object] = lambda _window: True) -> W:
    """Wait for a window of a kind."""
    for _ in range(600):
        for window in QApplication.topLevelWidgets():
            if isinstance(window, kind) and window.isVisible() and true(window):
                return window
        await asyncio.sleep(0.05)
    raise AssertionError(f"no {kind.__name__} was seen")


def choose(desk: MainWindow, name: str) -> None:
    """Choose an entry of the desk's menu."""
    desk.menu.fill()
    next(action for action in desk.menu.actions() if action.text().startswith(name)).trigger()


async def leave_for(source: Path) -> list[weakref.ref[object]]:
    """Open what stands beside a desk, then import another map and go on there; return what must be let go."""
    desk = await shown(MainWindow)
    choose(desk, "Wall view")
    wall = await shown(WallWindow)
    assert wall.numbers["open"].figure.text() == str(len(desk.seat.desk.picture.incidents()))
    choose(desk, "Look back")
    past = await shown(PastWindow)
    past.go_to(past.first_ms)
    await shown(PastWindow, lambda window: window.queue.rows.rowCount() == 0)
    choose(desk, "Regions")
    asking = await shown(FirstRun)
    asking.cards[Source.IMPORT].radio.click()
    asking.choose_path(source.with_name("missing.osm.pbf"))
    asking.start.click()
    await shown(FirstRun, lambda window: window.fault.text())
    assert desk.isVisible()
    asking.choose_path(source)
    asking.name.setText("Jo Fisher")
    asking.start.click()
    return [weakref.ref(held) for held in (desk, desk.seat, desk.seat.desk, wall, past)]


def test_the_desk_goes_on_in_another_region(home: Home, tmp_path: Path, play: Play[None]) -> None:
    source = tmp_path / "My village.osm"
    source.write_text(VILLAGE, encoding="utf-8")

    async def story() -> None:
        look, language = Look(), Language()
        look.apply()
        options, settings = DeskOptions(home), MemorySettings()
        first = asyncio.ensure_future(_on_region("training", options, settings, look, language, set()))
        let_go = await leave_for(source)
        assert await first == "My village"
        second = asyncio.ensure_future(_on_region("My village", options, settings, look, language, set()))
        village = await shown(MainWindow)
        assert village.header.region.text() == "My village"
        assert village.header.operator.text() == "Jo Fisher"
        assert [station.name for station in village.seat.desk.picture.stations()] == ["Village station"]
        assert [type(held()).__name__ for held in let_go] == ["NoneType"] * 5  # a desk that is closed keeps no memory and no files
        village.close()
        assert await second is None

    play(story())
    assert home.setting("region") == "My village"
