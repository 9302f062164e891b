"""Renew docs/screenshots: a busy quarter of an hour in the training region, in every theme and language.

`make screenshots` runs it; it needs no display. The region is generated into a home folder of its own under build/.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.app.beginning import begin
from commandcenter.app.desk_window import DeskWindow
from commandcenter.app.home import Home
from commandcenter.app.operator import named_operator
from commandcenter.app.options import DeskOptions
from commandcenter.app.picture_file import MAP_WAIT_S, save_picture
from commandcenter.app.session import Session, open_session
from commandcenter.app.station import FieldStation
from commandcenter.app.training import TRAINING_REGION, make_training_region
from commandcenter.app.windows_loop import windows_loop
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import AcceptRecommendation, CloseRoad, ReportIncident, SendMessage
from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress
from commandcenter.model.words import LonLat
from commandcenter.ui.closures.naming import street_at
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.help.chapters import chapters
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map.view import MapView
from commandcenter.ui.past.window import PastWindow
from commandcenter.ui.ports import MemorySettings
from commandcenter.ui.theme.look import Look
from tests.fixtures_lan import use_loopback
from tests.stories.album import Album
from tests.stories.dispatchers_hour import dispatchers_hour
from tests.stories.field_afternoon import BEGIN_MS, field_afternoon, home_of
from tests.stories.player import at_the_desk
from tests.stories.supervisors_night import supervisors_night
from tests.stories.surge_evening import surge_evening
from tests.ui.street_tiles import StreetTiles
from tests.ui.world import HOME, World, make_world, populate

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "screenshots"
STORIES = TARGET / "stories"
GUIDE = ROOT / "docs" / "guide" / "pictures"
"""The user guide shows the windows dark in English, light in Chinese."""
PICTURES = re.compile(r"\]\(\.\./(pictures/[^)]+)\)")
REPORTS = (
    ("medical.chest_pain", 0.012, 0.004, "Chest pain, 61 years, conscious"),
    ("traffic.collision", -0.015, 0.011, "Two cars, one person trapped"),
    ("fire.vehicle", 0.021, -0.009, "Van on fire beside the road"),
    ("medical.fall", -0.006, -0.012, "Fell from a ladder"),
    ("alarm.fire", 0.004, 0.018, "Automatic alarm, school"),
)
VIEWS = (
    ("desk-dark-en", "dark", "en", 1440, 900),
    ("desk-light-en", "light", "en", 1440, 900),
    ("desk-dark-zh", "dark", "zh_CN", 1440, 900),
    ("desk-light-zh", "light", "zh_CN", 1440, 900),
    ("desk-night-en", "night", "en", 1440, 900),
    ("desk-small-en", "dark", "en", 1280, 720),
)


GUIDE_VIEWS = (
    ("desk-en", "dark", "en", 1280, 800),
    ("desk-zh", "light", "zh_CN", 1280, 800),
)

WINDOW_S = 2.5
"""Until a window has worked out what it shows."""
MAP_FADES_S = 1.0
"""Symbols fade in after the last tile."""


async def busy(session: Session) -> Id:
    """Fill the desk with work; return the incident that waits for a decision."""
    desk, pack = session.desk, session.pack
    west, south, east, north = pack.info.focus
    middle = LonLat((west + east) / 2, (south + north) / 2)
    known = desk.catalogue.types
    for kind, east_deg, north_deg, text in REPORTS:
        at = LonLat(middle.lon + east_deg, middle.lat + north_deg)
        found = desk.gazetteer.reverse(at)
        code = kind if kind in known else "medical.fall"
        done = await desk.submit(ReportIncident(code, found.at if found else at, found.name if found else "", text=text))
        incident = next(i for i in done.created if desk.picture.incident(i))
        advice = await desk.recommend(incident)
        chosen = tuple((unit.unit_id, unit.slot) for unit in advice.units)
        if chosen:
            await desk.submit(AcceptRecommendation(incident, chosen))
        await desk.submit(SendMessage("Units are on their way, stay on the line.", incident))
    line = (LonLat(middle.lon + 0.010, middle.lat + 0.004), LonLat(middle.lon + 0.011, middle.lat + 0.006))
    await desk.submit(CloseRoad(line, name=street_at(desk.gazetteer, line, "en"), reason="burst main"))
    return desk.picture.incidents()[0].id


async def draw(home: Home, only: str | None) -> None:
    """Draw every view."""
    look, language = Look(), Language()
    look.apply()
    with open_session(home, TRAINING_REGION, operator=named_operator("Anna Berg", "dispatcher")) as session:
        fresh = session.fresh
        await begin(session)
        if fresh:
            await busy(session)
        desk = DeskWindow(session, DeskOptions(home), MemorySettings(), look, language)
        shown = asyncio.ensure_future(desk.run())
        waiting = session.desk.picture.incidents()[0].id
        for folder, views in ((TARGET, VIEWS), (GUIDE, GUIDE_VIEWS)):
            for name, theme, code, width, height in views:
                if only is None or only in name:
                    await view(desk.window, desk, (theme, code, width, height), waiting, folder / f"{name}.png")
        if only is None or only in "wall-dark-en past-dark-en past-en past-zh":
            await beside(desk, only)
        await windows(desk, only)
        desk.window.close()
        await shown
    for name, theme, code in (("field-en", "dark", "en"), ("field-zh", "light", "zh_CN")):
        if only is None or only in name:
            look.apply(theme)
            language.use(code)
            await field(home, look, language, GUIDE / f"{name}.png")
    look.apply("dark")
    language.use("en")


async def field(home: Home, look: Look, language: Language, path: Path) -> None:
    """Draw the field window of a unit that is on its way."""
    with open_session(home, TRAINING_REGION, operator=named_operator("Anna Berg", "dispatcher")) as session:
        await begin(session)
        station = FieldStation(session, DeskOptions(home), MemorySettings(), look, language)
        shown = asyncio.ensure_future(station.run())
        sent = next(unit.id for unit in session.desk.picture.units() if unit.incident is not None)
        station.window.unit.setCurrentIndex(station.window.unit.findData(sent))
        await asyncio.sleep(4.0)
        await save_picture(station.window, station.map, path)
        station.window.close()
        await shown


async def beside(desk: DeskWindow, only: str | None) -> None:
    """Draw the windows that open beside the desk: the wall view, and the look back half-way."""
    desk.window.use_theme("dark")
    desk.window.use_language("en")
    desk.open_wall()
    desk.look_back()
    wall, past = list(desk.beside)
    if isinstance(past, PastWindow):
        past.go_to((past.first_ms + past.last_ms) // 2)
    pictures = ((wall, "en", TARGET / "wall-dark-en.png"), (past, "en", TARGET / "past-dark-en.png"), (past, "en", GUIDE / "past-en.png"))
    for other, code, path in (*pictures, (past, "zh_CN", GUIDE / "past-zh.png")):
        if only is None or only in path.stem:
            desk.window.use_language(code)
            await asyncio.sleep(4.0)
            await save_picture(other, cast(MapView, other.map_view), path)


async def windows(desk: DeskWindow, only: str | None) -> None:
    """Draw every window that the guide shows, dark in English and light in Chinese, over an incident with orders and an alarm."""
    for theme, code, short in (("dark", "en", "en"), ("light", "zh_CN", "zh")):
        shown = {path.rsplit("/", 1)[-1] for chapter in chapters(short) for path in PICTURES.findall(chapter.text)}
        desk.window.use_theme(theme)
        desk.window.use_language(code)
        for kind in WINDOWS:
            if f"{kind.name}-{short}.png" not in shown or (only is not None and only not in f"{kind.name}-{short}"):
                continue
            opened = desk.window.beside.open(kind)
            if kind.size is not None:  # nobody's screen bounds it
                opened.resize(*kind.size)
            await asyncio.sleep(WINDOW_S)
            opened.grab().save(str(GUIDE / f"{kind.name}-{short}.png"))
            opened.close()
            await asyncio.sleep(0.1)


async def view(window: MainWindow, desk: DeskWindow, how: tuple[str, str, int, int], incident: Id, path: Path) -> None:
    """Draw the window one way."""
    theme, code, width, height = how
    window.use_theme(theme)
    window.use_language(code)
    window.resize(width, height)
    window.seat.choose_incident(None)
    window.seat.choose_incident(incident)
    window.focus_incident()
    await asyncio.sleep(4.0)
    await save_picture(window, desk.map, path)


async def dispatcher_story(region: Path, stories: Path) -> None:
    """Draw the steps of a dispatcher's hour, in a home of its own."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home.open(Path(folder))
        shutil.copytree(region, home.regions / TRAINING_REGION)
        clock = FakeClock()
        async with at_the_desk(home, TRAINING_REGION, clock=clock, operator=named_operator("Anna Berg", "dispatcher")) as player:
            player.window.resize(1440, 900)
            await dispatchers_hour(player, clock, Album(stories / "dispatchers-hour"))


async def field_story(region: Path, stories: Path) -> None:
    """Draw the steps of an afternoon in the field, with two homes of its own."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        use_loopback(patch)
        homes = [home_of(Path(folder), region, name) for name in ("Anna Berg", "Ben Stone")]
        await field_afternoon(homes[0], homes[1], FakeClock(BEGIN_MS), Album(stories / "field-afternoon"))


def nights(app: QApplication, stories: Path) -> None:
    """Draw the steps of a supervisor's night and of a surge, on a map of the made-up streets."""
    with night(app, stories / "supervisors-night") as (world, album, _new_map):
        supervisors_night(world, album)
    with night(app, stories / "surge") as (world, album, new_map):
        surge_evening(world, album, new_map)


@contextmanager
def night(app: QApplication, folder: Path) -> Iterator[tuple[World, Album, Callable[[], MapView]]]:
    """Yield a busy desk, the album of the story, and what makes one more map."""
    maps: list[MapView] = []

    def new_map() -> MapView:
        west, south, east, north = HOME.lon - 0.05, HOME.lat - 0.03, HOME.lon + 0.05, HOME.lat + 0.03
        maps.append(MapView(StreetTiles(), "dark", HOME, (west, south, east, north)))
        return maps[-1]

    with make_world(app) as world:

        def shown(window: QWidget) -> None:
            for one in maps:
                if window.isAncestorOf(one):
                    world.wait_for(lambda one=one: one.is_settled, MAP_WAIT_S)
            world.settle(MAP_FADES_S)

        world.run(populate(world.desk, world.clock, units=40, incidents=12))
        world.open_window(map_view=(of_the_desk := new_map()))
        try:
            yield world, Album(folder, shown), new_map
        finally:
            of_the_desk.shut_down()


def main() -> int:
    """Draw into docs/screenshots."""
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots")
    parser.add_argument("--only", help="only the views whose name has this in it; stories: only the steps of the stories")
    parser.add_argument("--stories", type=Path, default=STORIES, help="the folder for the steps of the stories")
    args = parser.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    home = Home.open(ROOT / "build" / "screenshots")
    for old in home.operations.glob("*"):
        shutil.rmtree(old)  # a picture shows a fresh shift, not one that has waited since the last pictures
    if not (home.regions / TRAINING_REGION).is_dir():
        make_training_region(home, progress=NoProgress())
    with windows_loop() as loop:
        if args.only != "stories":
            loop.run_until_complete(draw(home, args.only))
        if args.only in (None, "stories"):
            loop.run_until_complete(dispatcher_story(home.regions / TRAINING_REGION, args.stories))
            loop.run_until_complete(field_story(home.regions / TRAINING_REGION, args.stories))
    if args.only in (None, "stories"):
        nights(cast(QApplication, QApplication.instance()), args.stories)
    return 0


if __name__ == "__main__":
    sys.exit(main())
