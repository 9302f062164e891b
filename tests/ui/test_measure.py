"""Measuring on the map, what is around a place, trails, stock and free places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from commandcenter.geo.census import Census, Living
from commandcenter.model.commands import AddFacility, ReportCapacity, SetMinimum
from commandcenter.model.words import LonLat
from commandcenter.ui.layers.extras import trail_shapes
from commandcenter.ui.layers.panel import LayersPanel
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.ports import Services

from .trails import driven
from .world import HOME, PlainMap, World

EAST = LonLat(HOME.lon + 0.01, HOME.lat)
NORTH = LonLat(HOME.lon + 0.01, HOME.lat + 0.005)


@dataclass
class Counting:
    """Counts the same everywhere, and keeps where it was asked."""

    asked: list[Sequence[Sequence[LonLat]]] = field(default_factory=list)

    def count(self, rings: Sequence[Sequence[LonLat]]) -> Census:
        self.asked.append(rings)
        return Census(40, 100, 1, 2)

    def around(self, places: Sequence[LonLat]) -> NDArray[np.float64]:
        return np.full(len(places), 10.0)

    def living(self, areas: Sequence[Sequence[Sequence[LonLat]]]) -> Living:
        return Living(2000.0, tuple(1600.0 / (n + 1) for n in range(len(areas))))


def panel(world: World) -> LayersPanel:
    assert world.window is not None
    found = world.window.panels.layers
    assert isinstance(found, LayersPanel)
    return found


def overlays(world: World) -> dict[str, list[OverlayShape]]:
    assert world.window is not None
    return cast(PlainMap, world.window.map_view).overlays


def draw(world: World, kind: str, *points: LonLat) -> None:
    assert world.window is not None
    world.window.map_view.drawn.emit(kind, points)


@pytest.fixture
def counting(busy: World) -> Counting:
    """A counter in place of the region's map."""
    tool, counting = panel(busy).measure.tool, Counting()
    tool._context = replace(tool._context, services=Services(census=counting))
    return counting


def test_a_line_says_its_length_and_bearings(busy: World, qapp: QApplication) -> None:
    tools = panel(busy).measure
    tools.distance.click()
    draw(busy, "line", HOME, EAST, NORTH)
    assert tools.said.text() == "1.28 km; first bearing 090°; straight from end to end 914 m, 053°"
    assert [shape.kind for shape in overlays(busy)["measure"]] == ["line", "point", "point", "point"]
    busy.window.use_language("zh")  # type: ignore[union-attr]
    busy.wait_for(lambda: tools.said.text() == "1.28 公里；起始方位 090°；两端直线 914 米，053°")
    tools.clear.click()
    assert tools.said.text() == "" and "measure" not in overlays(busy)


def test_an_area_says_its_size_and_who_is_in_it(busy: World, counting: Counting) -> None:
    tools = panel(busy).measure
    tools.household.setText("2,5")
    tools.area.click()
    draw(busy, "polygon", HOME, EAST, NORTH, HOME)
    busy.wait_for(lambda: "about 250 people" in tools.said.text())
    assert tools.said.text().startswith("20.2 ha, ")
    assert "40 buildings, 100 addresses, 2 schools, 1 hospitals" in tools.said.text()
    assert counting.asked == [((HOME, EAST, NORTH, HOME),)]


def test_downwind_of_a_place_from_the_menu(busy: World, counting: Counting) -> None:
    assert busy.window is not None
    tools = panel(busy).measure
    tools.radius.setText("800")
    tools.wind.setText("270")
    menu = busy.window.map_actions.menu_for("", "", HOME)
    next(a for a in menu.actions() if a.text().partition("\t")[0] == "Who is within 800 m").trigger()
    busy.wait_for(lambda: "people" in tools.said.text())
    (ring,) = counting.asked[0]
    assert all(at.lon >= HOME.lon - 1e-9 for at in ring)  # a west wind blows to the east
    menu.deleteLater()


def test_along_a_line_is_a_band(busy: World, counting: Counting) -> None:
    tools = panel(busy).measure
    menu = tools.around.menu()
    next(a for a in menu.actions() if a.text().partition("\t")[0] == "Along a line …").trigger()
    draw(busy, "line", HOME, EAST)
    busy.wait_for(lambda: len(counting.asked) == 1)
    assert max(at.lat for at in counting.asked[0][0]) - HOME.lat == pytest.approx(500 / 111_200, rel=0.01)


@pytest.mark.parametrize(("name", "text"), [("radius", "far"), ("radius", "0"), ("wind", "361"), ("household", "nan")])
def test_what_is_no_number_is_refused(busy: World, counting: Counting, name: str, text: str) -> None:
    assert busy.window is not None
    tools = panel(busy).measure
    getattr(tools, name).setText(text)
    tools.area.click()
    assert getattr(tools, name).property("wrong") == "true"
    assert "Radius up to" in busy.window.strip.text.text()
    draw(busy, "polygon", HOME, EAST, NORTH, HOME)
    assert counting.asked == []


@pytest.mark.parametrize(("kind", "shape"), [("line", (HOME, NORTH)), ("polygon", (HOME, EAST, NORTH, HOME))])
def test_the_wind_counts_for_a_line_and_for_an_area_too(busy: World, counting: Counting, kind: str, shape: tuple[LonLat, ...]) -> None:
    tools = panel(busy).measure
    tools.wind.setText("270")
    tools._kinds[kind].trigger()
    draw(busy, kind, *shape)
    busy.wait_for(lambda: "people" in tools.said.text())
    lons = [at.lon for ring in counting.asked[0] for at in ring]
    assert min(lons) == pytest.approx(HOME.lon, abs=1e-5)  # a west wind blows to the east
    assert max(lons) > NORTH.lon + 0.006


def test_trails_are_lines_of_those_who_moved(busy: World) -> None:
    unit = busy.desk.picture.units()[0]
    extras = panel(busy).extras
    extras._trail_source = driven(unit.id, HOME, EAST, NORTH, begin_ms=busy.clock.wall_ms() - 600_000)
    panel(busy).toggles.boxes["tracks"].setChecked(True)
    busy.wait_for(lambda: "tracks" in overlays(busy))
    (line,) = overlays(busy)["tracks"]
    assert (line.label, line.parts) == (unit.callsign, ((HOME, EAST, NORTH),))
    panel(busy).toggles.boxes["tracks"].setChecked(False)
    assert "tracks" not in overlays(busy)
    assert trail_shapes({}, {}) == []


def test_stock_says_what_is_low(busy: World) -> None:
    depot = busy.desk.picture.depots()[0]
    panel(busy).toggles.boxes["stock"].setChecked(True)
    assert overlays(busy)["stock"][0].label == "12 goods"
    item = depot.stock[0]
    busy.run(busy.desk.submit(SetMinimum(depot.id, item.item, item.quantity + 5)))
    busy.wait_for(lambda: overlays(busy)["stock"][0].label == "1 low")
    assert overlays(busy)["stock"][0].tone == "danger"


def test_free_places_of_a_hospital_are_shown(busy: World) -> None:
    panel(busy).toggles.boxes["capacity"].setChecked(True)
    assert "capacity" not in overlays(busy)
    made = busy.run(busy.desk.submit(AddFacility("St Anne", "hospital", EAST)))
    care = next(iter(busy.desk.catalogue.care))
    busy.run(busy.desk.submit(ReportCapacity(made.created[0], care, 40, 31)))
    busy.wait_for(lambda: overlays(busy).get("capacity", [None])[0] is not None)
    assert overlays(busy)["capacity"][0].label == "9 of 40 free"
