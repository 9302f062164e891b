"""The common picture is the same on every map: each layer is drawn at the desk, in the field and on the wall, and named by the legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import cast

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton

from commandcenter.dispatch.search.rings import grid
from commandcenter.model.commands import AddFacility, AddSectors, BeginSearch, CloseRoad, DrawSketch, EndSearch, ReportCapacity, ReportIncident
from commandcenter.model.drawings import Hazard, SketchKind
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.layers.choice import ASKED_FOR
from commandcenter.ui.layers.legend_window import LegendWindow, SignColumn
from commandcenter.ui.layers.window import LayersWindow
from commandcenter.ui.ports import MemorySettings, Services
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wall.window import WallWindow

from .trails import driven
from .world import ACTOR, HOME, PlainMap, World

EAST = LonLat(HOME.lon + 0.01, HOME.lat)
AREA = (HOME, EAST, LonLat(EAST.lon, HOME.lat + 0.006), LonLat(HOME.lon, HOME.lat + 0.006), HOME)
STANDING = Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher", exercise=True)
OVERLAYS = ("hazards", "notes", "sketch", "sectors", "stock", "capacity", "tracks", "coverage")


def filled(world: World) -> tuple[Id, Id]:
    """Put something on every layer; return an incident with a search, and that search."""
    desk = world.desk
    incident = world.run(desk.submit(ReportIncident("search.missing", HOME, "Castle Hill 30", 2))).created[0]
    search = world.run(desk.submit(BeginSearch(incident))).created[0]
    world.run(desk.submit(AddSectors(search, tuple(grid(AREA, 300)))))
    world.run(desk.submit(CloseRoad((HOME, EAST), "Mill Lane", "flood")))
    world.run(desk.submit(DrawSketch(SketchKind.HAZARD, (HOME,), "gas", Hazard.POWER_LINE, 30.0)))
    world.run(desk.submit(DrawSketch(SketchKind.NOTE, (HOME,), "key in the safe")))
    world.run(desk.submit(DrawSketch(SketchKind.LINE, (HOME, EAST), "hose")))
    hospital = world.run(desk.submit(AddFacility("St Anne", "hospital", EAST))).created[0]
    world.run(desk.submit(ReportCapacity(hospital, next(iter(desk.catalogue.care)), 40, 31)))
    return incident, search


def trails_of(world: World) -> Services:
    unit = world.desk.picture.units()[0].id
    return Services(trails=driven(unit, HOME, EAST, begin_ms=world.clock.wall_ms() - 600_000))


@contextmanager
def at_the_desk(world: World) -> Iterator[tuple[PlainMap, Callable[[str], QAbstractButton], Callable[[], SignColumn]]]:
    assert world.window is not None
    panel = world.window.panels.layers
    panel.extras._trail_source = trails_of(world).trails
    world.window.seat.window_wanted.emit("legend")
    legend = cast(LegendWindow, world.window.beside.open_windows["legend"])
    yield cast(PlainMap, world.window.map_view), lambda layer: panel.toggles.boxes[layer], lambda: legend.signs


@contextmanager
def in_the_field(world: World) -> Iterator[tuple[PlainMap, Callable[[str], QAbstractButton], Callable[[], SignColumn]]]:
    view, look = PlainMap(), Look()
    window = FieldWindow(world.desk, view, MemorySettings(), look=look, standing=STANDING, actor=ACTOR, services=trails_of(world))
    with closing(window):
        window.open()
        window.pages.show_page(3)
        window.layers.legend.click()
        legend = cast(LegendWindow, window.aside.open_windows["legend"])
        yield view, lambda layer: window.layers.buttons[layer], lambda: legend.signs
    window.deleteLater()


@contextmanager
def on_the_wall(world: World) -> Iterator[tuple[PlainMap, Callable[[str], QAbstractButton], Callable[[], SignColumn]]]:
    view, settings, trails = PlainMap(), MemorySettings(), trails_of(world).trails
    window = WallWindow(world.desk, view, look=Look(), standing=STANDING, actor=ACTOR, settings=settings, trails=trails)
    with closing(window):
        window.show()
        window.foot.legend_button.click()
        window.foot.layers_button.click()
        boxes = cast(LayersWindow, window.aside.open_windows["layers"]).toggles.boxes
        yield view, lambda layer: boxes[layer], lambda: window.foot.signs
        assert set(settings.get("wall_layers").split()) == set(ASKED_FOR)
    window.deleteLater()


SEATS = {"desk": at_the_desk, "field": in_the_field, "wall": on_the_wall}


@pytest.mark.parametrize("seat", SEATS)
def test_every_layer_is_drawn_and_in_the_legend(busy: World, seat: str) -> None:
    filled(busy)
    with SEATS[seat](busy) as (view, button, legend):
        for layer in ASKED_FOR:
            button(layer).click()
        busy.wait_for(lambda: all(view.overlays.get(name) for name in OVERLAYS))
        assert view.shown["incidents"] and view.shown["units"] and view.shown["closures"]
        assert {"hospital", "depot", "fire_station"} <= {place.kind for place in view.shown["places"]}
        assert not [name for name in view.shown["hidden"] if name != "overlay:reach"]
        words = legend().accessibleName()
        for sign in ("Power line down", "Note", "Line drawn by hand", "Sector: possible", "Goods below their minimum", "Full, or takes nobody in"):
            assert sign in words, sign
        for sign in ("Trail of a unit", "Covered by one", "Closed road or area", "Hospital", "On scene", "Missing person"):
            assert sign in words, sign
        button("sectors").click()
        busy.wait_for(lambda: "overlay:sectors" in view.shown["hidden"])
        assert "Sector: possible" not in legend().accessibleName()
        button("sectors").click()
    busy.settle()


def test_sectors_are_on_the_map_without_the_search_window_until_the_search_ends(busy: World) -> None:
    assert busy.window is not None
    view = cast(PlainMap, busy.window.map_view)
    incident, search = filled(busy)
    found = busy.desk.picture.searches.search(search)
    assert found is not None
    sectors = found.sectors
    busy.wait_for(lambda: len(view.overlays.get("sectors", ())) == len(sectors) > 2)
    assert {shape.id for shape in view.overlays["sectors"]} == {sector.id for sector in sectors}
    assert all(shape.label.endswith(" %") for shape in view.overlays["sectors"])
    busy.window.seat.sector_marked.emit(sectors[1].id)
    assert [shape.id for shape in view.overlays["sectors"] if shape.tone == "accent"] == [sectors[1].id]
    busy.window.seat.sector_marked.emit("")
    busy.run(busy.desk.submit(EndSearch(search, None)))
    busy.wait_for(lambda: view.overlays["sectors"] == [])
    assert busy.desk.picture.incident(incident) is not None


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_words_of_the_walls_legend_are_cut(busy: World, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(busy)
    Language().use(code)
    drawn: list[tuple[str, float, float]] = []

    def note(painter: QPainter, box: QRectF, _flags: object, words: str) -> None:
        drawn.append((words, painter.fontMetrics().horizontalAdvance(words) / box.width(), painter.font().pixelSize()))

    with on_the_wall(busy) as (_view, button, legend):
        for layer in ASKED_FOR:
            button(layer).click()
        monkeypatch.setattr(QPainter, "drawText", note)
        legend().grab()
        usual = Look().font("small").pixelSize() * legend().factor
    monkeypatch.undo()
    Language().use("en")
    assert len(drawn) > 30
    assert [words for words, share, _size in drawn if share > 1.02] == []
    assert min(size for _words, _share, size in drawn) >= 0.6 * usual
