"""The map's panel: layers shown and hidden, isochrones, coverage."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QMenu

from commandcenter.geo.exchange.gpx import read_gpx
from commandcenter.model.commands import CloseRoad, SetUnitStatus
from commandcenter.model.ports import Level, Reach, Stand
from commandcenter.model.progress import Progress
from commandcenter.model.words import LonLat, Position, PositionSource, UnitStatus
from commandcenter.ui.layers.choice import LAYERS, LayerChoice
from commandcenter.ui.layers.panel import LayersPanel
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.ports import MemorySettings, Services
from commandcenter.ui.reach.menu import of_unit
from commandcenter.ui.reach.minutes import minutes_of

from .test_measure import Counting
from .trails import driven
from .world import HOME, GridRoads, PlainMap, World, populate


def panel(world: World) -> LayersPanel:
    assert world.window is not None
    found = world.window.panels.layers
    assert isinstance(found, LayersPanel)
    return found


def the_map(world: World) -> PlainMap:
    assert world.window is not None
    return cast(PlainMap, world.window.map_view)


def names(shapes: list[OverlayShape]) -> list[str]:
    return [shape.id for shape in shapes]


def test_incidents_of_a_class_or_a_grade_can_be_hidden(busy: World) -> None:
    shown = the_map(busy).shown
    catalogue = busy.desk.catalogue
    everyone = {i.id for i in shown["incidents"]}
    accidents = {i.id for i in shown["incidents"] if catalogue.types[i.type].emergency_class == "accident"}
    assert accidents and accidents != everyone
    panel(busy).toggles.boxes["class_accident"].setChecked(False)
    assert {i.id for i in shown["incidents"]} == everyone - accidents
    panel(busy).toggles.boxes["class_accident"].setChecked(True)
    for grade in range(1, 5):
        panel(busy).toggles.boxes[f"grade_{grade}"].setChecked(False)
    assert shown["incidents"] == []


def test_places_are_hidden_by_their_kind_and_whole_layers_whole(busy: World) -> None:
    shown = the_map(busy).shown
    panel(busy).toggles.boxes["stations"].setChecked(False)
    assert {place.kind for place in shown["places"]} == {"depot"}
    panel(busy).toggles.boxes["units"].setChecked(False)
    panel(busy).toggles.boxes["sectors"].setChecked(False)
    assert "overlay:sectors" in shown["hidden"]
    assert "units" in shown["hidden"] and "overlay:coverage" in shown["hidden"] and "overlay:reach" not in shown["hidden"]


def test_the_choice_is_remembered_and_says_what_changed() -> None:
    settings = MemorySettings()
    first = LayerChoice(settings)
    heard: list[str] = []
    first.changed.connect(heard.append)
    first.show("units", False)
    first.show("coverage", True)
    first.show("coverage", True)
    first.show("no such layer", False)
    assert heard == ["units", "coverage"]
    again = LayerChoice(settings)
    assert not again.shown("units") and again.shown("coverage")
    assert [layer for layer in LAYERS if again.shown(layer) != LayerChoice(MemorySettings()).shown(layer)] == ["units", "coverage"]


def test_the_menu_on_a_unit_shows_how_far_it_gets(busy: World) -> None:
    assert busy.window is not None
    unit = busy.desk.picture.units()[0]
    menu = busy.window.map_actions.menu_for("unit", unit.id, unit.at)
    next(a for a in menu.actions() if a.text().partition("\t")[0] == f"How far {unit.callsign} gets").trigger()
    busy.wait_for(lambda: "reach" in the_map(busy).overlays)
    assert names(the_map(busy).overlays["reach"]) == ["m2", "m1", "m0", "origin"]
    assert panel(busy).reach.reach_said.text() == f"Reach of {unit.callsign}"
    widths = [max(at.lat for at in shape.parts[0]) - unit.at.lat for shape in the_map(busy).overlays["reach"][:3]]
    assert widths == sorted(widths, reverse=True)
    panel(busy).reach.clear.click()
    assert "reach" not in the_map(busy).overlays
    menu.deleteLater()


def test_the_menu_on_the_ground_asks_with_which_vehicle(busy: World) -> None:
    assert busy.window is not None
    menu = busy.window.map_actions.menu_for("", "", HOME)
    below = next(a.menu() for a in menu.actions() if a.text().partition("\t")[0] == "How far one gets from here")
    assert isinstance(below, QMenu)
    next(a for a in below.actions() if a.text().partition("\t")[0] == "Ladders").trigger()
    busy.wait_for(lambda: "reach" in the_map(busy).overlays)
    assert the_map(busy).overlays["reach"][-1].label == "This place, Ladders"
    menu.deleteLater()


def test_a_closure_measures_the_reach_anew(busy: World) -> None:
    isochrones = panel(busy).isochrones
    isochrones.show(of_unit(busy.window.seat, busy.desk.picture.units()[0]))  # type: ignore[union-attr]
    busy.wait_for(lambda: isochrones.reach is not None and not isochrones.busy)
    before = isochrones.reach
    busy.run(busy.desk.submit(CloseRoad((HOME,), "Mill Lane", "flood")))
    busy.wait_for(lambda: isochrones.reach is not before and not isochrones.busy)


def test_a_closure_that_begins_by_its_time_does_the_same(busy: World) -> None:
    assert busy.window is not None
    seat, isochrones = busy.window.seat, panel(busy).isochrones
    begins_ms = busy.clock.wall_ms() + 60_000
    busy.run(busy.desk.submit(CloseRoad((HOME,), "Mill Lane", "works", from_ms=begins_ms)))
    isochrones.show(of_unit(seat, busy.desk.picture.units()[0]))
    busy.wait_for(lambda: isochrones.reach is not None and not isochrones.busy)
    before = isochrones.reach
    assert [closure.planned for closure in the_map(busy).shown["closures"]] == [True]
    busy.clock.advance(61)
    seat.ticked.emit(busy.clock.wall_ms())
    busy.wait_for(lambda: isochrones.reach is not before and not isochrones.busy)
    assert [closure.planned for closure in the_map(busy).shown["closures"]] == [False]


def test_minutes_that_are_none_are_refused_in_words(busy: World) -> None:
    assert busy.window is not None
    field = panel(busy).reach.minutes
    field.setText("soon")
    field.editingFinished.emit()
    assert field.property("wrong") == "true"
    assert "minutes" in busy.window.strip.text.text()
    field.setText("5，10")
    field.editingFinished.emit()
    assert panel(busy).isochrones.minutes == (5.0, 10.0)
    assert (minutes_of("8; 4", most=3, below=60), minutes_of("0", most=3, below=60), minutes_of("1 2 3 4", most=3, below=60)) == ((4.0, 8.0), (), ())


def test_coverage_says_its_figures_follows_units_and_names_who_covers_a_place(busy: World) -> None:
    tools = panel(busy)
    tools.toggles.boxes["coverage"].setChecked(True)
    busy.wait_for(lambda: "coverage" in the_map(busy).overlays)
    assert names(the_map(busy).overlays["coverage"]) == ["deep1", "deep2", "gaps"]
    free = tools.coverage.found.units  # type: ignore[union-attr]
    assert f"{free} free units reach 80 % of the streets within 8 min" in tools.reach.cover_said.text()
    unit = next(u for u in busy.desk.picture.units() if u.status == UnitStatus.AVAILABLE)
    busy.run(busy.desk.submit(SetUnitStatus(unit.id, UnitStatus.OUT_OF_SERVICE)))
    busy.wait_for(lambda: tools.coverage.found is not None and tools.coverage.found.units == free - 1)
    the_map(busy).map_clicked.emit(HOME.lon, HOME.lat)
    busy.wait_for(lambda: tools.reach.place_said.text().startswith("That place: "))
    the_map(busy).map_clicked.emit(HOME.lon + 5, HOME.lat)
    busy.wait_for(lambda: tools.reach.place_said.text() == "Nobody free covers the place that was clicked.")
    tools.toggles.boxes["coverage"].setChecked(False)
    assert "coverage" not in the_map(busy).overlays


def test_coverage_says_how_many_people_live_where_somebody_comes_in_time(world: World) -> None:
    world.run(populate(world.desk, world.clock, units=40, incidents=0))
    world.open_window(services=Services(census=Counting()))
    tools = panel(world)
    tools.toggles.boxes["coverage"].setChecked(True)
    world.wait_for(lambda: "coverage" in the_map(world).overlays)
    assert "About 80 % of the people live there, 1,600, by the map's house numbers; 40 % where two or more come." in tools.reach.cover_said.text()
    titles = [shape.title for shape in the_map(world).overlays["coverage"]]
    assert titles[0] == "A free unit can be here within 8 min · about 80 % of the people live here"
    assert titles[1].endswith(" · about 40 % of the people live here") and "people" not in titles[2]


def test_coverage_can_count_one_capability(busy: World) -> None:
    tools = panel(busy)
    tools.toggles.boxes["coverage"].setChecked(True)
    busy.wait_for(lambda: tools.coverage.found is not None)
    everyone = tools.coverage.found.units  # type: ignore[union-attr]
    box = tools.reach.capability
    box.setCurrentIndex(box.findData("ladder"))
    box.activated.emit(box.currentIndex())
    busy.wait_for(lambda: tools.coverage.found is not None and 0 < tools.coverage.found.units < everyone)
    tools.reach.within.setValue(3)
    busy.wait_for(lambda: tools.coverage.found is not None and tools.coverage.found.within_min == 3)


def test_the_panel_is_called_by_its_key_and_speaks_chinese(busy: World) -> None:
    assert busy.window is not None
    busy.window.focus_panel("layers")
    busy.wait_for(lambda: panel(busy).isVisible())
    assert panel(busy).toggles.boxes["class_natural"].hasFocus()
    busy.window.use_language("zh")
    busy.wait_for(lambda: panel(busy).toggles.boxes["units"].text() == "单元")


def test_drawing_goes_to_who_asked(busy: World) -> None:
    assert busy.window is not None
    drawing = busy.window.context.drawing
    heard: list[object] = []
    drawing.ask("line", heard.append, lambda: heard.append("given up"))
    drawing.ask("polygon", heard.append, lambda: heard.append("the other gave up"))
    the_map(busy).drawn.emit("polygon", ((8.0, 49.0), (8.1, 49.0), (8.1, 49.1), (8.0, 49.0)))
    the_map(busy).drawing_cancelled.emit()
    assert heard == ["given up", (LonLat(8.0, 49.0), LonLat(8.1, 49.0), LonLat(8.1, 49.1), LonLat(8.0, 49.0))]
    assert busy.desk.picture.closures() == ()


def test_all_trails_are_written_as_gpx_and_a_position_says_how_it_came(busy: World, tmp_path: Path) -> None:
    ground, window = panel(busy).ground, busy.window
    assert window is not None
    unit = busy.desk.picture.units()[0]
    busy.desk.tracks.put({unit.id: Position(HOME, PositionSource.GPS, busy.clock.wall_ms() - 30_000)})
    menu = window.map_actions.menu_for("unit", unit.id, HOME)
    assert "Position by GPS, 30 s ago" in [action.text() for action in menu.actions()]
    ground.write_trails(tmp_path / "trails.gpx")
    busy.wait_for(lambda: "No unit has moved" in window.strip.text.text())
    ground._trail_source = driven(unit.id, HOME, LonLat(8.69, 49.41), begin_ms=busy.clock.wall_ms() - 600_000)
    ground.write_trails(tmp_path / "trails.gpx")
    busy.wait_for(lambda: "1 trails" in window.strip.text.text())
    assert read_gpx((tmp_path / "trails.gpx").read_text(encoding="utf-8"))[0].properties["name"] == unit.callsign


def test_coverage_that_takes_long_says_how_far_it_is_and_can_be_given_up(busy: World, monkeypatch: pytest.MonkeyPatch) -> None:
    tools, go_on, stops = panel(busy), threading.Event(), []

    def slow(roads: GridRoads, stands: list[Stand], levels: list[Level], *, gaps: bool, stopped: Callable[[], bool], progress: Progress) -> Reach:
        progress.report("areas", 1, 2)
        while not (go_on.wait(0.01) or stopped()):
            continue
        stops.append(stopped())
        return usual(roads, stands, levels, gaps=gaps, stopped=stopped, progress=progress)

    usual = GridRoads.reach
    monkeypatch.setattr(GridRoads, "reach", slow)
    tools.toggles.boxes["coverage"].setChecked(True)
    busy.wait_for(lambda: tools.reach.cover_said.text() == "Coverage is being worked out … 65 %")
    assert tools.reach.steer.text() == "Cancel"
    tools.reach.steer.click()
    busy.wait_for(lambda: stops == [True])
    assert tools.reach.cover_said.text() == "There is no answer: the search was given up. “Look again” asks anew."
    unit = next(u for u in busy.desk.picture.units() if u.status == "available" and u.incident is None)
    busy.run(busy.desk.submit(SetUnitStatus(unit.id, UnitStatus.OUT_OF_SERVICE)))
    assert not tools.coverage.busy  # nothing begins by itself any more
    go_on.set()
    tools.reach.steer.click()
    busy.wait_for(lambda: "free units reach 80 %" in tools.reach.cover_said.text())
    assert stops == [True, False] and tools.reach.steer.text() == "Look again"
    go_on.clear()
    tools.reach.within.setValue(4)
    busy.wait_for(lambda: tools.reach.cover_said.text() == "Coverage is being worked out … 65 %")  # an older map is there, and it takes long
    tools.reach.steer.click()
    busy.wait_for(lambda: len(stops) == 3)
    assert tools.reach.cover_said.text().endswith("So it was before; the search for newer was given up.")
    tools.toggles.boxes["coverage"].setChecked(False)
    assert not tools.reach.steer.isVisibleTo(tools.reach)
