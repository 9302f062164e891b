"""Closing a road: drawn, named by its street, with times and those who may pass, by keyboard; and what it changed is said."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import CloseRoad
from commandcenter.model.words import LonLat

from .world import GridRoads, World, street_at


@pytest.fixture
def training_world(world: World, training_pack: RegionPack) -> World:
    """A desk that searches in the training region's streets."""
    world.desk.gazetteer = training_pack.gazetteer()
    return world


def test_a_reason_on_the_command_line_closes_as_soon_as_it_is_drawn(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.draw_closure("line", "burst main")
    window.map_view.drawn.emit("line", (street_at(5, 4), street_at(5, 9)))
    busy.wait_for(lambda: window.closures.rows.rowCount() == 1)
    closure = window.closures.rows.item(0)
    assert (closure.name, closure.reason) == ("River Walk", "burst main")
    busy.wait_for(lambda: "River Walk" in str(window.log.rows.index(0, 0).data()))
    assert "–" not in str(window.log.rows.index(0, 0).data())
    assert not window.closures.form.isVisible()


def test_the_form_asks_for_times_and_for_who_may_pass(busy: World) -> None:
    window = busy.window
    assert window is not None
    form = window.closures.form
    window.closures.line.click()
    assert form.isVisible()
    assert window.map_view.shown["drawing"] == "line"  # type: ignore[attr-defined] # the plain map keeps it
    window.map_view.drawn.emit("line", (street_at(5, 4), street_at(5, 9)))
    busy.wait_for(lambda: form.drawn)
    assert form.name.text() == "River Walk"
    assert QApplication.focusWidget() is form.reason
    QTest.keyClicks(form.reason, "works")
    for text, field in (("+1 h", form.begins), ("half past", form.ends)):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is field
        QTest.keyClicks(field, text)
    QTest.keyClick(form.ends, Qt.Key.Key_Return)
    assert window.closures.rows.rowCount() == 0
    assert "half past" in form.says.text()
    form.ends.clear()
    QTest.keyClicks(form.ends, "+3h")
    QTest.keyClick(form.ends, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.exempt["ambulance"]
    QTest.keyClick(form.exempt["ambulance"], Qt.Key.Key_Space)
    QTest.keyClick(form.ends, Qt.Key.Key_Return)
    busy.wait_for(lambda: window.closures.rows.rowCount() == 1)
    closure = window.closures.rows.item(0)
    assert closure.name == "River Walk"
    assert closure.exempt_profiles == ("ambulance",)
    assert (closure.from_ms, closure.until_ms) == (busy.clock.now_ms + 3_600_000, busy.clock.now_ms + 3 * 3_600_000)
    busy.wait_for(lambda: not form.isVisible())
    assert [c.planned for c in window.map_view.shown["closures"]] == [True]  # type: ignore[attr-defined]


def test_a_street_is_closed_by_its_name_and_shown_before(busy: World) -> None:
    window = busy.window
    assert window is not None
    form, overlays = window.closures.form, window.map_view.overlays  # type: ignore[attr-defined] # the plain map keeps them
    window.closures.street.click()
    busy.wait_for(lambda: QApplication.focusWidget() is form.name)
    QTest.keyClicks(form.name, "Nowhere")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    busy.wait_for(lambda: "no street called “Nowhere”" in form.says.text())
    assert "closing" not in overlays
    form.name.setText("Castle Hill")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    busy.wait_for(lambda: form.drawn)
    assert "Castle Hill, Oldtown:" in form.says.text()
    assert [shape.parts[0] for shape in overlays["closing"]] == [(street_at(3, 1), street_at(3, 45), street_at(3, 80))]
    assert window.closures.rows.rowCount() == 0
    form.reason.setText("burst main")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    busy.wait_for(lambda: window.closures.rows.rowCount() == 1)
    closure = window.closures.rows.item(0)
    assert (closure.name, closure.reason) == ("Castle Hill", "burst main")
    busy.wait_for(lambda: "closing" not in overlays and not form.isVisible())


@pytest.mark.parametrize(
    ("language", "typed", "picked"),
    [
        ("en", "harcort avenu", "Harcourt Avenue"),  # mistyped
        ("en", "HARCOURT AVENUE", "Harcourt Avenue"),
        ("en", "cloister gat", "Cloister Gate"),
        ("zh_CN", "回廊门", "回廊门街"),  # without the word for street
        ("zh_CN", "huilang menjie", "回廊门街"),  # as a keyboard without Chinese writes it
    ],
)
def test_streets_called_alike_are_offered_while_one_types(training_world: World, language: str, typed: str, picked: str) -> None:
    world = training_world
    window = world.open_window()
    window.use_language(language)
    form = window.closures.form
    window.closures.street.click()
    world.wait_for(lambda: QApplication.focusWidget() is form.name)
    form.name.insert(typed)  # as an input method does
    form.name.textEdited.emit(typed)
    world.wait_for(form.street.list.isVisible)
    town = "梅洛港" if language == "zh_CN" else "Long Furlong" if "Avenue" in picked else "Merrowhaven"
    assert town in form.street.list.item(0).text()
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    world.wait_for(lambda: form.drawn)
    assert form.name.text() == picked and picked in form.says.text() and town in form.says.text()
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    world.wait_for(lambda: window.closures.rows.rowCount() == 1)
    assert window.closures.rows.item(0).name == picked


def test_enter_before_the_offers_are_there_asks_which_one_is_meant(training_world: World) -> None:
    window = training_world.open_window()
    form = window.closures.form
    window.close_street("clooister gte from Bishop to Mill", "works")
    training_world.wait_for(form.street.list.isVisible)
    assert "There is no street called “clooister gte” on the map. Which is meant: Cloister Gate" in form.says.text()
    window.use_language("zh_CN")
    training_world.wait_for(lambda: "回廊门街" in form.says.text())
    assert window.closures.rows.rowCount() == 0


def test_arrows_choose_among_streets_and_the_part_that_is_meant_stays(training_world: World) -> None:
    window = training_world.open_window()
    form = window.closures.form
    window.close_street("Cloister", "works")
    training_world.wait_for(lambda: form.street.list.count() > 2)
    second = form.street.list.item(1).text().partition("   ·   ")[0]
    QTest.keyClick(form.name, Qt.Key.Key_Down)
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    training_world.wait_for(lambda: form.drawn)
    assert form.name.text() == second != form.street.list.item(0).text().partition("   ·   ")[0]
    assert not form.street.list.isVisible()


def test_the_command_line_shows_what_of_a_street_closes(busy: World) -> None:
    window = busy.window
    assert window is not None
    form = window.closures.form
    window.close_street("Castle Hill", "works")
    busy.wait_for(lambda: form.drawn)
    assert form.reason.text() == "works" and QApplication.focusWidget() is form.name
    QTest.keyClick(form.name, Qt.Key.Key_Escape)
    busy.wait_for(lambda: "closing" not in window.map_view.overlays)  # type: ignore[attr-defined]
    assert window.closures.rows.rowCount() == 0


def test_a_vehicle_that_the_agency_added_may_pass(busy: World) -> None:
    window = busy.window
    assert window is not None
    form = window.closures.form
    assert "water_carrier" not in form.exempt

    class MoreVehicles(GridRoads):
        @property
        def profiles(self) -> Mapping[str, object]:
            return {**super().profiles, "water_carrier": None}

    busy.desk.roads = MoreVehicles()
    window.draw_closure("point")
    busy.wait_for(form.isVisible)
    assert list(form.exempt)[-1] == "water_carrier"
    form.exempt["water_carrier"].setChecked(True)
    window.map_view.drawn.emit("point", (street_at(1, 3),))
    busy.wait_for(lambda: form.drawn)
    form.submit()
    busy.wait_for(lambda: window.closures.rows.rowCount() == 1)
    assert window.closures.rows.item(0).exempt_profiles == ("water_carrier",)


def test_escape_gives_the_drawing_up(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.closures.area.click()
    QTest.keyClick(window.closures.form.reason, Qt.Key.Key_Escape)
    assert not window.closures.form.isVisible()
    assert window.map_view.shown["drawing"] == ""  # type: ignore[attr-defined]


def test_what_a_closure_changed_is_said_over_the_recommendation(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.seat.choose_incident(next(i.id for i in busy.desk.picture.incidents() if i.open and not i.units))
    panel = window.incident.recommend
    busy.wait_for(lambda: panel.rows.recommendation is not None)
    found = panel.rows.recommendation
    assert found is not None
    best = busy.desk.picture.unit(found.units[0].unit_id)
    assert best is not None
    window.draw_closure("point", "flood")
    window.map_view.drawn.emit("point", (LonLat(*best.at),))
    busy.wait_for(panel.changed_card.isVisible)
    assert best.callsign in panel.changed_text.text()
    assert "instead of" in panel.changed_text.text()
    lines = panel.changed_text.text().split("\n")
    assert len(lines) == len(set(lines))
    assert not any(unit.slot in panel.changed_text.text() for unit in found.units)  # places in the plan go by name, not by code


def test_a_closure_of_another_desk_without_a_name_reads_well(busy: World) -> None:
    window = busy.window
    assert window is not None
    busy.run(busy.desk.submit(CloseRoad((street_at(1, 1),), reason="burst main")))
    assert str(window.log.rows.index(0, 0).data()).endswith("Anna Berg Road closed: a road (burst main)")
