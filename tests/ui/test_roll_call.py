"""A roll-call by keyboard: who answered, who did not, who is missing, the clock, who is called."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.commands import AssignUnit, ReportIncident, SetUnitStatus
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus
from commandcenter.picture.orders import RollCallView
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.roll_call.window import RollCallWindow

from .world import HOME, World

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def scene(busy: World) -> tuple[World, RollCallWindow, list[str]]:
    """Three units on scene at a fire, and the window."""
    picture = busy.desk.picture
    done = busy.run(busy.desk.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1")))
    incident = next(made for made in done.created if picture.incident(made) is not None)
    crews = [unit for unit in picture.units() if unit.status == UnitStatus.AVAILABLE and 2 <= unit.crew <= 9][:3]
    for unit in crews:
        busy.run(busy.desk.submit(AssignUnit(incident, unit.id)))
        for status in (UnitStatus.ENROUTE, UnitStatus.ON_SCENE):
            busy.run(busy.desk.submit(SetUnitStatus(unit.id, status)))
    assert busy.window is not None
    busy.window.seat.choose_incident(incident)
    window = busy.window.beside.open(next(kind for kind in WINDOWS if kind.name == "roll_call"))
    return busy, cast(RollCallWindow, window), sorted(unit.callsign for unit in crews)


def call_of(world: World) -> RollCallView:
    return world.desk.picture.duty.roll_calls()[-1]


def begin(world: World, window: RollCallWindow) -> None:
    QTest.keyClick(window.table, Qt.Key.Key_Return, CTRL)
    world.wait_for(lambda: window.roll is not None and window.roll.call.open)


def current(window: RollCallWindow) -> str:
    line = window.table.current()
    return "" if line is None else line.callsign


def test_everybody_is_counted_with_enter_alone(scene: tuple[World, RollCallWindow, list[str]]) -> None:
    world, window, callsigns = scene
    begin(world, window)
    assert [line.callsign for line in window.table.rows.rows] == callsigns
    world.clock.advance(75)
    world.window.seat.ticked.emit(world.clock.wall_ms())  # type: ignore[union-attr]
    assert window.clock.text() == "1:15"
    for n, callsign in enumerate(callsigns):
        assert current(window) == callsign
        QTest.keyClick(window.table, Qt.Key.Key_Return)
        world.wait_for(lambda n=n: len(call_of(world).answers) == n + 1)
    assert window.roll is not None and window.roll.complete
    assert window.sums.text().startswith("3 of 3 units")
    QTest.keyClick(window.table, Qt.Key.Key_Return, CTRL)
    world.wait_for(lambda: not call_of(world).open)
    assert "ended" in window.sums.text()


def test_one_is_missing_and_stands_first_until_a_reason_ends_it(scene: tuple[World, RollCallWindow, list[str]]) -> None:
    world, window, callsigns = scene
    begin(world, window)
    window.table.choose(next(line.unit for line in window.table.rows.rows if line.callsign == callsigns[2]))
    QTest.keyClick(window.table, Qt.Key.Key_1)
    world.wait_for(lambda: bool(call_of(world).missing()))
    first = window.table.rows.rows[0]
    assert (first.callsign, first.counted, first.missing > 0) == (callsigns[2], 1, True)
    rule = world.desk.catalogue.watch[AlarmKind.PEOPLE_MISSING]
    world.clock.advance(rule.after_ms() / 1000 + rule.escalate_after_s + 1)
    window.reload()
    world.window.watch.look()  # type: ignore[union-attr]
    assert "is called" in window.called.text()
    window.close()
    alarm = next(alarm for alarm in world.window.watch.alarms if alarm.kind is AlarmKind.PEOPLE_MISSING)  # type: ignore[union-attr]
    world.window.panels.alarms.wanted.emit(alarm)  # type: ignore[union-attr]
    window = cast(RollCallWindow, world.window.beside.open_windows["roll_call"])  # type: ignore[union-attr]
    window.finish()
    world.wait_for(lambda: "takes a reason" in world.window.strip.text.text())  # type: ignore[union-attr]
    assert call_of(world).open
    window.reason.setText("found at the staging area")
    QTest.keyClick(window.reason, Qt.Key.Key_Return)
    world.wait_for(lambda: not call_of(world).open)
    assert window.called.text() == ""


def test_a_mayday_from_the_list(scene: tuple[World, RollCallWindow, list[str]]) -> None:
    world, window, callsigns = scene
    begin(world, window)
    window.table.choose(next(line.unit for line in window.table.rows.rows if line.callsign == callsigns[1]))
    QTest.keyClick(window.table, Qt.Key.Key_M)
    world.wait_for(lambda: window.table.rows.rows[0].mayday)
    assert window.table.rows.rows[0].callsign == callsigns[1]


def test_nothing_is_counted_without_a_roll_call(scene: tuple[World, RollCallWindow, list[str]]) -> None:
    world, window, _callsigns = scene
    QTest.keyClick(window.table, Qt.Key.Key_Return)
    window.count(3)
    world.settle()
    assert world.desk.picture.duty.roll_calls() == ()
    world.window.seat.choose_incident(Id("nobody"))  # type: ignore[union-attr]
    assert not window.start.isEnabled()


def test_the_window_speaks_chinese(scene: tuple[World, RollCallWindow, list[str]]) -> None:
    world, window, _callsigns = scene
    begin(world, window)
    world.window.use_language("zh_CN")  # type: ignore[union-attr]
    world.wait_for(lambda: "点名" in window.head.text())
    assert all(not cell.isascii() for cell in window.table.rows.texts()[0])


def test_a_roll_call_that_is_late_is_not_told_like_a_time_of_day(scene: tuple[World, RollCallWindow, list[str]]) -> None:
    world, window, _callsigns = scene
    world.clock.advance(4 * 3600)
    world.window.seat.ticked.emit(world.clock.wall_ms())  # type: ignore[union-attr]
    assert window.next.text().startswith("overdue by ")
