"""The page loads offline, shows tiles, and carries what is shown and what is done."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt

from commandcenter.model.ids import Id, counting_ids
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.ui.map.bridge import Viewport
from commandcenter.ui.map.symbols import unit_symbol
from commandcenter.ui.map.things import MapClosure, MapIncident, MapPlace, MapRoute

from .driver import CENTER, GROUND, Driver

new_id = counting_ids(7)
HERE = CENTER
EAST = LonLat(CENTER.lon + 0.006, CENTER.lat)
WEST = LonLat(CENTER.lon - 0.006, CENTER.lat)
NORTH = LonLat(CENTER.lon, CENTER.lat + 0.004)
SOUTH = LonLat(CENTER.lon, CENTER.lat - 0.004)


@pytest.fixture(autouse=True)
def bare(driver: Driver) -> Iterator[None]:
    """Each test begins with nothing on the map and the first view."""
    view = driver.view
    view.set_units([], [], [], [], [], [])
    view.set_incidents([])
    view.set_places([])
    view.set_closures([])
    view.show_routes([])
    driver.look_home()
    driver.wait(lambda: view.pump.in_flight is None)
    yield
    view.stop_drawing()


def show_unit(driver: Driver, at: LonLat, *, status: UnitStatus = UnitStatus.ENROUTE) -> Id:
    id_ = new_id()
    driver.view.set_units([id_], [at.lon], [at.lat], [math.nan], [unit_symbol("engine", status)], ["E1"])
    driver.wait_shown()
    return id_


def test_it_asks_for_tiles_of_its_style_and_language(driver: Driver) -> None:
    driver.wait(lambda: len(driver.tiles.asked) > 4)
    assert (driver.tiles.asked[0].style, driver.tiles.asked[0].lang) == ("dark", "en")


def test_another_theme_and_language_ask_for_other_tiles(driver: Driver) -> None:
    driver.view.set_theme("light")
    driver.view.set_language("zh")
    driver.wait(lambda: (driver.tiles.asked[-1].style, driver.tiles.asked[-1].lang) == ("light", "zh"))
    driver.view.set_theme("dark")
    driver.view.set_language("en")
    driver.wait(lambda: "/tiles/dark/en/" in str(driver.run("document.querySelector('.leaflet-tile').src")))  # may come from memory


def test_the_picture_can_be_taken(driver: Driver) -> None:
    driver.wait(lambda: driver.view.is_settled)
    driver.wait(lambda: driver.view.grab_image().pixelColor(200, 200).name() == "#1a212a")


def test_a_click_on_a_unit_names_it(driver: Driver) -> None:
    id_ = show_unit(driver, EAST)
    clicked: list[tuple[str, str]] = []
    driver.view.clicked.connect(lambda *what: clicked.append(what))
    driver.click(EAST, on=("unit", id_))
    driver.wait(lambda: clicked == [("unit", id_)])


@pytest.mark.parametrize("kind", ["incident", "place", "closure", "route"])
def test_a_click_on_a_thing_names_it(driver: Driver, kind: str) -> None:
    id_ = new_id()
    aim = SOUTH
    match kind:
        case "incident":
            driver.view.set_incidents([MapIncident(id_, SOUTH, "42", "fire.structure", 1)])
            aim = LonLat(SOUTH.lon, SOUTH.lat + 0.0018)  # the diamond stands above the place
        case "place":
            driver.view.set_places([MapPlace(id_, "hospital", SOUTH, "St Anne")])
        case "closure":
            driver.view.set_closures([MapClosure(id_, (SOUTH,), "Bridge")])
        case _:
            driver.view.show_routes([MapRoute(id_, (WEST, SOUTH, EAST))])
    clicked: list[tuple[str, str]] = []
    driver.view.clicked.connect(lambda *what: clicked.append(what))
    driver.click(aim, on=(kind, id_))
    driver.wait(lambda: bool(clicked))
    assert clicked == [(kind, id_)]


def heard(clicked: list[str], number: int) -> bool:
    return len(clicked) == number


def test_units_on_one_spot_stand_side_by_side_and_each_can_be_clicked(driver: Driver) -> None:
    ids = [new_id() for _ in range(3)]
    codes = [unit_symbol("engine", UnitStatus.AVAILABLE)] * 3
    driver.view.set_units(ids, [EAST.lon] * 3, [EAST.lat] * 3, [math.nan] * 3, codes, ["E1", "E2", "E3"])
    driver.wait_shown()
    clicked: list[str] = []
    driver.view.clicked.connect(lambda _kind, id_: clicked.append(id_))
    middle = driver.pixel(EAST)
    for number, (id_, offset) in enumerate(zip(ids, (-33, 0, 33), strict=True), start=1):
        driver.click_at(middle + QPoint(offset, 0), on=("unit", id_))
        driver.wait(partial(heard, clicked, number))
    assert clicked == ids


def test_units_at_a_station_stand_below_its_symbol(driver: Driver) -> None:
    station, unit = new_id(), new_id()
    driver.view.set_places([MapPlace(station, "fire_station", EAST, "Station 1")])
    driver.view.set_units([unit], [EAST.lon], [EAST.lat], [math.nan], [unit_symbol("engine", UnitStatus.AVAILABLE)], ["E1"])
    driver.wait_shown()
    clicked: list[tuple[str, str]] = []
    driver.view.clicked.connect(lambda *what: clicked.append(what))
    spot = driver.pixel(EAST)
    driver.click_at(spot, on=("place", station))
    driver.wait(lambda: clicked == [("place", station)])
    driver.click_at(spot + QPoint(0, 26), on=("unit", unit))
    driver.wait(lambda: clicked == [("place", station), ("unit", unit)])


def test_a_click_on_bare_ground_gives_the_place(driver: Driver) -> None:
    places: list[tuple[float, float]] = []
    driver.view.map_clicked.connect(lambda *at: places.append(at))
    driver.click(NORTH, on=GROUND)
    driver.wait(lambda: bool(places))
    assert places[0] == pytest.approx(NORTH, abs=2e-4)


def test_the_pointer_gives_its_place_and_what_it_is_over(driver: Driver) -> None:
    id_ = show_unit(driver, WEST)
    driver.hover(WEST, on=("unit", id_))
    assert driver.cursor == pytest.approx(WEST, abs=2e-4)
    assert driver.run("document.querySelector('.tip').innerText") == "E1\nen route"
    driver.hover(NORTH, on=GROUND)
    assert driver.cursor == pytest.approx(NORTH, abs=2e-4)


def test_the_right_button_asks_for_a_menu(driver: Driver) -> None:
    id_ = show_unit(driver, EAST)
    asked: list[tuple[str, str, float, float]] = []
    driver.view.context_requested.connect(lambda *what: asked.append(what))
    driver.click(EAST, ("unit", id_), Qt.MouseButton.RightButton)
    driver.wait(lambda: bool(asked))
    assert asked[0][:2] == ("unit", id_)
    assert asked[0][2:] == pytest.approx(EAST, abs=2e-4)


def test_flying_and_fitting_move_the_view_and_the_state_remembers(driver: Driver) -> None:
    views: list[Viewport] = []
    driver.view.view_changed.connect(views.append)
    driver.view.fly_to(EAST, 16)
    driver.wait(lambda: bool(views) and views[-1].zoom == 16)
    assert views[-1].center == pytest.approx(EAST, abs=1e-4)
    assert driver.view.state() == pytest.approx({"lon": EAST.lon, "lat": EAST.lat, "zoom": 16}, abs=1e-4)
    driver.view.fit_bounds((8.6, 49.36, 8.78, 49.45))
    driver.wait(lambda: views[-1].zoom < 14)
    assert views[-1].west <= 8.6 and views[-1].east >= 8.78


def test_only_what_changed_reaches_the_page(driver: Driver) -> None:
    deltas: list[str] = []
    driver.view._bridge.changed.connect(deltas.append)
    first, second = MapIncident(new_id(), EAST, "1", "fire.structure", 1), MapIncident(new_id(), WEST, "2", "animal", 4)
    driver.view.set_incidents([first, second])
    driver.view.set_incidents([first, second])
    driver.view.set_incidents([second])
    assert len(deltas) == 2
    assert first.id in deltas[1] and second.id not in deltas[1]
    driver.wait(lambda: driver.reached() == "2 ")


def test_incidents_can_be_reached_and_named_without_a_mouse(driver: Driver) -> None:
    first = MapIncident(new_id(), EAST, "7", "fire.structure", 1, title="Structure fire, Mill Lane")
    second = MapIncident(new_id(), WEST, "12", "animal", 4, title="Animal, Quay")
    driver.view.set_incidents([second, first])
    driver.wait(lambda: driver.reached() == "7 Structure fire, Mill Lane")
    assert driver.run("(i => [i.tabIndex, i.getAttribute('role')])(document.querySelector('.incident-reach'))") == [0, "button"]
    clicked: list[tuple[str, str]] = []
    asked: list[str] = []
    driver.view.clicked.connect(lambda *what: clicked.append(what))
    driver.view.context_requested.connect(lambda _kind, id_, *_at: asked.append(id_))
    driver.run("(document.querySelector('.incident-reach').focus(), 1)")
    driver.press(Qt.Key.Key_Right)
    driver.wait(lambda: driver.reached() == "12 Animal, Quay")
    driver.press(Qt.Key.Key_Return)
    driver.wait(lambda: clicked == [("incident", second.id)])
    driver.press(Qt.Key.Key_Right)
    driver.wait(lambda: driver.reached() == "7 Structure fire, Mill Lane")
    driver.press(Qt.Key.Key_Menu)
    driver.wait(lambda: asked == [first.id])
    driver.view.set_incidents([])
    driver.wait(lambda: driver.run("getComputedStyle(document.querySelector('.incident-reach')).display") == "none")


def test_a_crowd_of_incidents_is_one_stack_that_opens_by_a_click(driver: Driver) -> None:
    near = [MapIncident(new_id(), EAST, str(n), "fire.structure", 1 + n % 3, active=n > 0) for n in range(6)]
    driver.view.set_incidents(near)
    driver.wait(lambda: driver.reached() == "0 ")
    clicked: list[tuple[str, str]] = []
    driver.view.clicked.connect(lambda *what: clicked.append(what))
    stack = driver.pixel(EAST)
    driver.point_at(stack, None)
    lines = "[...document.querySelectorAll('.tip div div')].map(line => line.textContent)"
    driver.wait(lambda: driver.run(lines) == ["6 incidents", "the worst: priority 1", "1 without units"])
    before = driver.view.state()["zoom"]
    driver.click_at(stack)
    driver.wait(lambda: driver.view.state()["zoom"] > before)
    assert clicked == []


def test_the_chosen_incident_stands_out_of_its_crowd(driver: Driver) -> None:
    near = [MapIncident(new_id(), EAST, str(n), "fire.structure", 3) for n in range(9)]
    driver.view.set_incidents(near)
    driver.view.select("incident", near[4].id)
    clicked: list[tuple[str, str]] = []
    driver.view.clicked.connect(lambda *what: clicked.append(what))
    driver.click_at(driver.pixel(EAST) - QPoint(0, 34), on=("incident", near[4].id))
    driver.wait(lambda: clicked == [("incident", near[4].id)])
    driver.view.select("", "")


def test_simulated_positions_are_marked(driver: Driver) -> None:
    shown = "getComputedStyle(document.querySelector('.simulated')).display"
    show_unit(driver, EAST)
    assert driver.run(shown) == "none"
    symbol = unit_symbol("engine", UnitStatus.ENROUTE, simulated=True)
    driver.view.set_units([new_id()], [EAST.lon], [EAST.lat], [90.0], [symbol], ["E1"])
    driver.wait(lambda: driver.run(shown) == "block")
