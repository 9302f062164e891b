"""Field mode: one unit's work with big targets, and the receiver that says where it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from commandcenter.geo.positioning.fix import Fix
from commandcenter.model.commands import AddFacility, AssignUnit, ReportIncident, SendOrder
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, OrderState, PositionSource, UnitStatus
from commandcenter.ui.field.parts import TARGET_PX
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.theme.look import Look

from .world import ACTOR, HOME, PlainMap, World, populate


@pytest.fixture
def field(world: World) -> Iterator[FieldWindow]:
    """The field window over an operation with 12 units and 3 incidents; the first free unit is ours."""
    world.run(populate(world.desk, world.clock, units=12, incidents=3))
    look, language = Look(), Language()
    look.apply()
    language.use("en")
    standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher", exercise=True)
    window = FieldWindow(world.desk, PlainMap(), world.settings, look=look, standing=standing, actor=ACTOR)
    window.open()
    free = next(unit for unit in world.desk.picture.units() if unit.status == UnitStatus.AVAILABLE)
    window.unit.setCurrentIndex(window.unit.findData(free.id))
    window.unit.activated.emit(window.unit.currentIndex())
    yield window
    language.use("en")
    window.close()
    window.deleteLater()
    world.settle()


def mine(window: FieldWindow) -> Id:
    unit = window.my_unit()
    assert unit is not None
    return unit.id


def sent_to(world: World, window: FieldWindow) -> Id:
    incident = world.run(world.desk.submit(ReportIncident("fire.structure", LonLat(8.69, 49.41), "Castle Hill 3", 1, "smoke"))).created[-1]
    world.run(world.desk.submit(AssignUnit(incident, mine(window))))
    return incident


def test_the_unit_is_remembered_on_this_computer(world: World, field: FieldWindow) -> None:
    assert world.settings.get("field_unit") == mine(field)


def test_every_target_is_big_enough_for_gloves(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    buttons = [made for made in field.findChildren(QAbstractButton) if made.isVisible() and made.objectName() != "qt_spinbox"]
    assert len(buttons) > 8
    assert [made.text() for made in buttons if made.height() < TARGET_PX - 4 and made.text()] == []


def test_my_incident_and_my_next_statuses_are_shown(world: World, field: FieldWindow) -> None:
    assert "No incident" in field.incident.head.text()
    assert not field.status.buttons[UnitStatus.ON_SCENE].isVisible()
    sent_to(world, field)
    world.wait_for(lambda: "Castle Hill 3" in field.incident.place.text())
    field.status.buttons[UnitStatus.ENROUTE].click()
    world.wait_for(lambda: field.my_unit().status == UnitStatus.ENROUTE)  # type: ignore[union-attr]
    assert not field.status.buttons[UnitStatus.ENROUTE].isVisible()
    assert field.status.buttons[UnitStatus.ON_SCENE].isVisible()


def test_the_way_leads_there_and_says_what_comes_next(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    world.wait_for(lambda: field.guide.route is not None)
    world.wait_for(lambda: bool(field.incident.way.text()))
    assert "my_way" in field.map_view.overlays  # type: ignore[attr-defined] # the plain map keeps them


def test_orders_are_read_by_being_shown_and_answered_with_one_tap(world: World, field: FieldWindow) -> None:
    field.activateWindow()
    world.wait_for(field.isActiveWindow)
    world.run(world.desk.submit(SendOrder("open the roof", (mine(field),))))
    world.wait_for(lambda: world.desk.picture.duty.orders()[0].answers[mine(field)].state == OrderState.READ)
    order = world.desk.picture.duty.orders()[0]
    field.orders.buttons[order.id, OrderState.ACCEPTED].click()
    world.wait_for(lambda: world.desk.picture.duty.orders()[0].answers[mine(field)].state == OrderState.ACCEPTED)
    field.orders.buttons[order.id, OrderState.REFUSED].click()
    assert "Write why" in field.strip.text()
    field.words.line.setText("no ladder")
    field.orders.buttons[order.id, OrderState.REFUSED].click()
    world.wait_for(lambda: world.desk.picture.duty.orders()[0].answers[mine(field)].state == OrderState.REFUSED)
    world.wait_for(lambda: not field.orders.buttons)


def test_one_tap_tells_the_desk(world: World, field: FieldWindow) -> None:
    incident = sent_to(world, field)
    field.words.quick[2].click()
    world.wait_for(lambda: world.desk.picture.lines(1)[0].type == "MessageSent")
    line = world.desk.picture.lines(1)[0]
    assert "We need more units" in str(line.summary["text"])
    assert line.incident == incident


def test_a_mayday_takes_holding(world: World, field: FieldWindow) -> None:
    field.mayday.click()
    assert field.my_unit().mayday_ms is None  # type: ignore[union-attr]
    QTest.mousePress(field.mayday, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    world.wait_for(lambda: field.my_unit().mayday_ms is not None, 15)  # type: ignore[union-attr]
    QTest.mouseRelease(field.mayday, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert not field.mayday.isEnabled()


def test_the_receiver_and_the_hand_place_the_unit(world: World, field: FieldWindow) -> None:
    put: list[object] = []
    world.desk.tracks.put = put.append  # type: ignore[method-assign, assignment]
    field.take_fix(Fix(LonLat(8.7, 49.4), 90.0, 40.0))
    field.map_view.map_clicked.emit(8.0, 49.0)
    field.here.click()
    field.map_view.map_clicked.emit(8.71, 49.42)
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
