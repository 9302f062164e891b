"""Field mode: where the unit is, its way, the nearest help, sketches, layers and its track."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from commandcenter.geo.exchange.gpx import read_gpx
from commandcenter.geo.positioning.fix import Fix
from commandcenter.model.commands import (
    AddFacility,
    CloseHazard,
    DrawSketch,
)
from commandcenter.model.drawings import SketchKind
from commandcenter.model.words import LonLat, PositionSource
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.ports import Services

from .field_desk import mine, opened_field, overlays, sent_to, wait_for_words
from .trails import driven
from .world import HOME, PlainMap, World


@pytest.fixture
def field(world: World) -> Iterator[FieldWindow]:
    with opened_field(world) as window:
        yield window


def test_the_way_leads_there_and_says_what_comes_next(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    world.wait_for(lambda: field.guide.route is not None)
    world.wait_for(lambda: bool(field.incident.way.text()))
    assert "my_way" in field.map_view.overlays  # type: ignore[attr-defined] # the plain map keeps them


def test_the_way_avoids_what_is_closed_and_a_hazard_that_closes_roads(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    world.wait_for(lambda: field.guide.route is not None)
    before = field.guide.route
    unit = field.my_unit()
    assert unit is not None and before is not None
    world.run(world.desk.submit(DrawSketch(SketchKind.HAZARD, (unit.at,), "", "gas", 50.0)))
    assert field.guide.route is before
    world.run(world.desk.submit(CloseHazard(world.desk.picture.sketches()[0].id)))
    world.wait_for(lambda: field.guide.route is not None and field.guide.route.eta_s > before.eta_s + 500)


def test_the_turns_of_the_way_are_listed(world: World, field: FieldWindow) -> None:
    assert not field.turns.isVisible()
    sent_to(world, field)
    world.wait_for(field.turns.isVisible)
    words = [one.text() for one in field.turns.findChildren(QLabel)]
    assert any("Castle Hill" in text for text in words)


def test_the_receiver_and_the_hand_place_the_unit(world: World, field: FieldWindow) -> None:
    put: list[object] = []
    world.desk.tracks.put = put.append  # type: ignore[method-assign, assignment]
    field.take_fix(Fix(LonLat(8.7, 49.4), 90.0, 40.0))
    field.map_view.drawn.emit("point", (LonLat(8.0, 49.0),))
    field.here.click()
    field.map_view.drawn.emit("point", (LonLat(8.71, 49.42),))
    (by_gps,), (by_hand,) = ([*positions.values()] for positions in put)  # type: ignore[attr-defined]
    assert (by_gps.source, by_gps.at, by_gps.heading_deg) == (PositionSource.GPS, LonLat(8.7, 49.4), 90.0)
    assert (by_hand.source, by_hand.at) == (PositionSource.MANUAL, LonLat(8.71, 49.42))


def test_the_nearest_hospital_is_shown_or_said_to_be_missing(world: World, field: FieldWindow) -> None:
    if not any(place.kind == "hospital" for place in world.desk.picture.facilities()):
        field.hospital.click()
        assert "No hospital" in field.strip.text()
        world.run(world.desk.submit(AddFacility("St Anne", "hospital", HOME)))
    field.hospital.click()
    world.wait_for(lambda: "hospital" in field.map_view.overlays)  # type: ignore[attr-defined]


def test_the_nearest_depot_is_shown_by_road(world: World, field: FieldWindow) -> None:
    field.depot.click()
    world.wait_for(lambda: "depot" in overlays(field))
    assert overlays(field)["depot"][0].label == "Central depot"


def test_a_hazard_is_drawn_where_i_am_moved_and_removed(world: World, field: FieldWindow) -> None:
    field.take_fix(Fix(LonLat(8.7, 49.4)))
    field.sketch.symbol.setCurrentIndex(field.sketch.symbol.findData("gas"))
    field.sketch.text.setText("smells")
    field.sketch.here_button.click()
    world.wait_for(lambda: "hazards" in overlays(field) and bool(overlays(field)["hazards"]))
    (hazard,) = world.desk.picture.sketches()
    assert (hazard.shape, hazard.symbol, hazard.radius_m) == ((LonLat(8.7, 49.4),), "gas", 200.0)
    world.wait_for(lambda: field.sketch.chosen.count() == 1)
    field.sketch.move_button.click()
    field.map_view.drawn.emit("point", (LonLat(8.71, 49.41),))
    world.wait_for(lambda: world.desk.picture.sketches()[0].shape[0].lon > 8.705)
    wait_for_words(world, field, "Moved")
    field.sketch.remove_button.click()
    world.wait_for(lambda: not world.desk.picture.sketches())
    wait_for_words(world, field, "Removed")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    world.wait_for(lambda: len(world.desk.picture.sketches()) == 1)


def test_a_line_drawn_with_gloves_is_everybodys(world: World, field: FieldWindow) -> None:
    field.sketch.kinds[SketchKind.LINE].click()
    field.sketch.draw_button.click()
    assert cast(PlainMap, field.map_view).shown["drawing"] == "line"
    field.map_view.drawn.emit("line", (HOME, LonLat(8.7, 49.4)))
    world.wait_for(lambda: bool(overlays(field)["sketch"]))


def test_corners_of_a_zone_are_moved_one_by_one(world: World, field: FieldWindow) -> None:
    zone = (HOME, LonLat(8.7, 49.4), LonLat(8.71, 49.41), HOME)
    world.run(world.desk.submit(DrawSketch(SketchKind.AREA, zone, "Sector A")))
    world.wait_for(lambda: field.sketch.chosen.count() == 1)
    field.sketch.corners_button.click()
    shown = cast(PlainMap, field.map_view).shown
    assert (shown["drawing"], shown["corners"]) == ("polygon", zone)
    bent = (HOME, LonLat(8.7, 49.4), LonLat(8.72, 49.42), HOME)
    field.map_view.drawn.emit("polygon", bent)
    world.wait_for(lambda: world.desk.picture.sketches()[0].shape == bent)


def test_layers_are_switched_with_gloves_and_remembered(world: World, field: FieldWindow) -> None:
    shown = cast(PlainMap, field.map_view).shown
    assert shown["places"] and "overlay:hazards" not in shown["hidden"]
    field.layers.buttons["hazards"].click()
    world.wait_for(lambda: "overlay:hazards" in shown["hidden"])
    assert not field.layers.buttons["hazards"].text().startswith("✓")
    field.layers.buttons["stations"].click()
    world.wait_for(lambda: not [place for place in shown["places"] if place.kind in ("fire", "police", "ambulance")])
    assert set(world.settings.get("map_layers").split()) == {"hazards", "stations"}
    field.layers.buttons["hazards"].click()
    world.wait_for(lambda: "overlay:hazards" not in shown["hidden"])
    assert field.layers.buttons["hazards"].text().startswith("✓")


def test_my_track_is_written_as_gpx_or_said_to_be_missing(world: World, field: FieldWindow, tmp_path: Path) -> None:
    field.acts.write_track(tmp_path / "none.gpx")
    wait_for_words(world, field, "No unit has moved")
    places = (LonLat(8.69, 49.41), LonLat(8.691, 49.41), LonLat(8.692, 49.41))
    field.acts.services = Services(trails=driven(mine(field), *places, begin_ms=world.clock.wall_ms() - 600_000))
    field.acts.write_track(tmp_path / "track.gpx")
    wait_for_words(world, field, "track.gpx")
    (track,) = read_gpx((tmp_path / "track.gpx").read_text(encoding="utf-8"))
    unit = field.my_unit()
    assert unit is not None and (track.properties["name"], len(track.times_ms)) == (unit.callsign, 3)
