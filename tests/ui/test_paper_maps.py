"""The map on an incident's papers: drawn from what is on this computer, with grid, scale, north, time and legend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument

from commandcenter.dispatch.search.rings import grid
from commandcenter.model.commands import AddSectors, AssignUnit, BeginSearch, CloseRoad, DrawSketch, ReportIncident
from commandcenter.model.drawings import Hazard, SketchKind, Tactical
from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress
from commandcenter.model.words import LonLat, Position, PositionSource, UnitStatus
from commandcenter.ui.map.ports import TileAddress
from commandcenter.ui.prints.ground import ground_picture, view_around
from commandcenter.ui.prints.incident_map import LEAST_M, incident_map
from commandcenter.ui.prints.papers import Printer

from .street_tiles import StreetTiles
from .world import HOME, World

AREA = tuple(LonLat(HOME.lon + x, HOME.lat + y) for x, y in ((0.004, 0.001), (0.012, 0.001), (0.012, 0.005), (0.004, 0.005), (0.004, 0.001)))


def an_operation(world: World) -> tuple[Id, list[str]]:
    """Send two units to an incident, close a road, draw a danger, a command post and sectors; return incident and callsigns."""
    desk = world.desk
    incident = world.run(desk.submit(ReportIncident("search.missing", HOME, "Castle Hill 30", 1))).created[0]
    units = [unit for unit in desk.picture.units() if unit.status == UnitStatus.AVAILABLE][:2]
    for unit in units:
        world.run(desk.submit(AssignUnit(incident, unit.id)))
        desk.tracks.put({unit.id: Position(HOME, PositionSource.GPS, world.clock.wall_ms())})
    world.run(desk.submit(CloseRoad((HOME, LonLat(HOME.lon + 0.004, HOME.lat)), "Mill Lane", "flood")))
    world.run(desk.submit(DrawSketch(SketchKind.HAZARD, (HOME,), "drum", Hazard.GAS, 200.0, incident_id=incident)))
    world.run(desk.submit(DrawSketch(SketchKind.SYMBOL, (LonLat(HOME.lon - 0.004, HOME.lat),), "", Tactical.COMMAND_POST)))
    search = world.run(desk.submit(BeginSearch(incident))).created[0]
    world.run(desk.submit(AddSectors(search, tuple(grid(AREA, 200)))))
    return incident, [unit.callsign for unit in units]


def first_page(path: Path) -> tuple[str, int]:
    """Return the text of the first page, and how many colours of the ground are on it."""
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    image, text = document.render(0, QSize(620, 877)), document.getAllText(0).text()
    seen = {image.pixelColor(x, y).rgb() for x in range(0, 620, 4) for y in range(0, 877, 4)}
    document.close()
    return text, len(seen)


@pytest.mark.parametrize(("language", "words"), [("en", ("As of", "Incident", "Command post", "Closed road or area")), ("zh_CN", ("截至", "事件"))])
@pytest.mark.parametrize("name", ["201", "report"])
def test_the_papers_of_an_incident_have_its_map(busy: World, tmp_path: Path, name: str, language: str, words: tuple[str, ...]) -> None:
    assert busy.window is not None
    busy.window.use_language(language)
    incident, callsigns = an_operation(busy)
    printer = Printer(busy.window.seat, lambda: busy.window.header.standing, tmp_path, tiles=StreetTiles())  # type: ignore[union-attr]
    path, _pages = busy.run(printer.prepare_beside(name, NoProgress(), incident)).write()
    text, colours = first_page(path)
    for said in (*callsigns, "1 : ", "UTM 32U", "Invented streets", "drum", *words):
        assert said in text, said
    bare, plain = first_page(printer.prepare(name, incident).write()[0])
    assert "1 : " not in bare and colours > plain + 20


def test_the_map_is_as_wide_as_what_belongs_to_the_incident(busy: World) -> None:
    desk = busy.desk
    lone = busy.run(desk.submit(ReportIncident("fire.structure", HOME, "Castle Hill 1", 1))).created[0]
    view = desk.picture.incident(lone)
    assert view is not None
    small = busy.run(incident_map(desk, view, StreetTiles(), busy.clock.wall_ms()))
    assert small.view == view_around(HOME, LEAST_M, 0.6)
    far = LonLat(HOME.lon + 0.03, HOME.lat)
    busy.run(desk.submit(DrawSketch(SketchKind.NOTE, (far,), "first sighting", incident_id=lone)))
    wide = busy.run(incident_map(desk, view, StreetTiles(), busy.clock.wall_ms()))
    assert wide.view.west < HOME.lon < far.lon < wide.view.east


class Silent(StreetTiles):
    """Has no tile."""

    def request(self, address: TileAddress, done: Callable[[bytes | None], None]) -> Callable[[], None]:
        done(None)
        return lambda: None


def test_ground_that_cannot_be_drawn_stays_plain(busy: World) -> None:
    picture = busy.run(ground_picture(Silent(), view_around(HOME, 600, 0.6), "en"))
    assert not picture.isNull() and len({picture.pixelColor(x, x).rgb() for x in range(0, min(picture.width(), picture.height()), 50)}) == 1
