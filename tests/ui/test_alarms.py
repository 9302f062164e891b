"""Alarms are seen and heard until somebody has them in hand; orders are answered in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.commands import AssignUnit, DeclareMayday, ReportIncident, SendOrder, SetMinimum, SetTimer, SetUnitStatus, SignIn
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat, OrderState, UnitStatus
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.alarms import called
from commandcenter.ui.alarms.sound import Sounder
from commandcenter.ui.i18n.tr import spoken
from commandcenter.ui.main_window import MainWindow

from .world import ACTOR, World


class Speaker:
    """Notes what would be heard."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.why: Sentence | None = None

    def play(self, sound: str) -> None:
        self.heard.append(sound)

    def fault(self) -> Sentence | None:
        return self.why


def window_of(world: World) -> MainWindow:
    assert world.window is not None
    return world.window


def unit_on_scene(world: World) -> tuple[Id, Id]:
    unit = next(unit for unit in world.desk.picture.units() if unit.status == UnitStatus.AVAILABLE)
    incident = world.run(world.desk.submit(ReportIncident("fire.structure", LonLat(8.69, 49.41), "Castle Hill 3", 1))).created[-1]
    world.run(world.desk.submit(AssignUnit(incident, unit.id)))
    world.run(world.desk.submit(SetUnitStatus(unit.id, UnitStatus.ON_SCENE)))
    return unit.id, incident


def test_a_mayday_stands_first_sounds_and_is_silent_once_in_hand(busy: World) -> None:
    window, speaker = window_of(busy), Speaker()
    Sounder(window.watch, speaker)
    unit, _ = unit_on_scene(busy)
    busy.run(busy.desk.submit(DeclareMayday(unit, "floor collapsed")))
    busy.wait_for(lambda: window.watch.alarms and window.watch.alarms[0].unit == unit)
    assert speaker.heard[-1] == "mayday"
    panel = window.panels.alarms
    window.focus_panel("alarms")
    panel.list.setCurrentIndex(panel.rows.index(0))
    panel.words.setText("rescue team is in")
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    busy.wait_for(lambda: window.watch.alarms[0].answer is not None)
    assert not window.watch.alarms[0].sounding
    assert "rescue team is in" in panel.rows.text(panel.rows.item(0))


def test_a_mayday_ends_only_with_a_reason(busy: World) -> None:
    window = window_of(busy)
    unit, _ = unit_on_scene(busy)
    busy.run(busy.desk.submit(DeclareMayday(unit, "")))
    panel = window.panels.alarms
    busy.wait_for(lambda: panel.rows.rowCount() and panel.rows.item(0).unit == unit)
    panel.list.setCurrentIndex(panel.rows.index(0))
    panel.end.click()
    assert busy.desk.picture.unit(unit).mayday_ms is not None  # type: ignore[union-attr]
    panel.words.setText("all out, seen by M3")
    panel.end.click()
    busy.wait_for(lambda: busy.desk.picture.unit(unit).mayday_ms is None)  # type: ignore[union-attr]


def test_what_an_alarm_is_about_is_shown(busy: World) -> None:
    window = window_of(busy)
    unit, incident = unit_on_scene(busy)
    busy.run(busy.desk.submit(DeclareMayday(unit, "")))
    panel = window.panels.alarms
    busy.wait_for(lambda: panel.rows.rowCount() and panel.rows.item(0).unit == unit)
    panel.list.setCurrentIndex(panel.rows.index(0))
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert window.seat.incident == incident


def test_a_computer_without_sound_says_so(busy: World) -> None:
    window = window_of(busy)
    unit, _ = unit_on_scene(busy)
    busy.run(busy.desk.submit(DeclareMayday(unit, "")))
    busy.wait_for(lambda: window.watch.worst_sounding is not None)
    assert "plays no sound" in window.panels.alarms.silent.text()
    deaf = Speaker()
    deaf.why = say("Alarms cannot sound: this computer has no sound output.")
    assert Sounder(window.watch, deaf).fault == deaf.why


def test_a_timer_is_set_and_done_in_the_panel(busy: World) -> None:
    window = window_of(busy)
    panel = window.panels.alarms
    panel.timer_text.setText("check the wind")
    for wrong, said in (("soon", "whole number"), ("0", "1 to 1440 minutes")):
        panel.timer_min.setText(wrong)
        panel.timer_set.click()
        busy.wait_for(lambda said=said: said in window.strip.text.text())
    assert panel.timer_text.text() == "check the wind"
    panel.timer_min.setText("5")
    panel.timer_set.click()
    busy.wait_for(busy.desk.picture.duty.timers)
    busy.clock.advance(301)
    busy.wait_for(lambda: any("check the wind" in panel.rows.text(panel.rows.item(n)) for n in range(panel.rows.rowCount())), 8)
    row = next(n for n in range(panel.rows.rowCount()) if "check the wind" in panel.rows.text(panel.rows.item(n)))
    panel.list.setCurrentIndex(panel.rows.index(row))
    panel.end.click()
    busy.wait_for(lambda: busy.desk.picture.duty.timers()[0].done)


def test_the_header_counts_and_opens_the_list(busy: World) -> None:
    window = window_of(busy)
    unit, _ = unit_on_scene(busy)
    busy.run(busy.desk.submit(DeclareMayday(unit, "")))
    busy.wait_for(lambda: "MAYDAY" in window.header.alarms.toolTip())
    window.header.alarms.click()
    assert window.panels.alarms.isVisible()
    assert window.panels.alarms.list.hasFocus()


def test_an_order_is_given_and_answered(busy: World) -> None:
    window = window_of(busy)
    unit, incident = unit_on_scene(busy)
    panel = window.panels.orders
    window.focus_panel("orders")
    window.seat.choose_incident(incident)
    panel.text.setText("open the roof")
    panel.urgent.setChecked(True)
    panel.send.click()
    busy.wait_for(lambda: busy.desk.picture.duty.orders() and not panel.text.text())
    (order,) = busy.desk.picture.duty.orders()
    assert (order.incident, list(order.answers), order.urgent) == (incident, [unit], True)
    panel.list.setCurrentIndex(panel.rows.index(0))
    QTest.keyClick(panel.list, Qt.Key.Key_A)
    busy.wait_for(lambda: busy.desk.picture.duty.orders()[0].answers[unit].state == OrderState.ACCEPTED)
    QTest.keyClick(panel.list, Qt.Key.Key_R)
    assert busy.desk.picture.duty.orders()[0].answers[unit].state == OrderState.ACCEPTED
    panel.reason.setText("too hot")
    panel.refuse.click()
    busy.wait_for(lambda: busy.desk.picture.duty.orders()[0].answers[unit].state == OrderState.REFUSED)


def test_an_order_to_nobody_keeps_what_was_written(busy: World) -> None:
    window = window_of(busy)
    panel = window.panels.orders
    panel.units.setText("X99")
    panel.text.setText("open the roof")
    panel.send.click()
    assert "no unit X99" in window.strip.text.text()
    assert panel.text.text() == "open the roof"


def test_only_the_orders_of_this_incident(busy: World) -> None:
    window = window_of(busy)
    unit, incident = unit_on_scene(busy)
    other = next(u.id for u in busy.desk.picture.units() if u.incident is None)
    busy.run(busy.desk.submit(SendOrder("here", (unit,), incident)))
    busy.run(busy.desk.submit(SendOrder("elsewhere", (other,))))
    panel = window.panels.orders
    busy.wait_for(lambda: panel.rows.rowCount() == 2)
    window.seat.choose_incident(incident)
    panel.only.setChecked(True)
    assert [panel.rows.item(n).order.text for n in range(panel.rows.rowCount())] == ["here"]


def test_a_clock_that_was_set_is_told_in_the_strip(busy: World) -> None:
    window = window_of(busy)
    window.watch.clocks.look()
    busy.clock.now_ms -= 2 * 3_600_000
    window.watch.clocks.look()
    busy.wait_for(lambda: "set back by 120 min" in window.strip.text.text())


def test_timers_that_run_are_named_and_one_is_called_off(busy: World) -> None:
    window = window_of(busy)
    timers = window.panels.alarms.timers
    assert timers.isHidden()
    for text, minutes in (("relieve the crew", 20), ("check the wind & rain", 10)):
        busy.run(busy.desk.submit(SetTimer(text, busy.clock.wall_ms() + 60_000 * minutes)))
    busy.wait_for(lambda: timers.text() == "2 timers run")
    assert not timers.isHidden()
    timers.fill()
    assert [action.text() for action in timers.menu().actions()] == [
        "Call off: check the wind && rain (in 10:00)",
        "Call off: relieve the crew (in 20:00)",
    ]
    timers.menu().actions()[0].trigger()
    busy.wait_for(lambda: timers.text() == "1 timer runs")
    assert [timer.text for timer in busy.desk.picture.duty.timers() if not timer.done] == ["relieve the crew"]
    busy.clock.advance(1201)
    window.watch.look()
    assert timers.isHidden()


def test_what_has_no_sound_of_its_own_is_heard_by_the_role_it_goes_to(busy: World) -> None:
    window, speaker, picture = window_of(busy), Speaker(), busy.desk.picture
    Sounder(window.watch, speaker)
    depot = picture.depots()[0]
    busy.run(busy.desk.submit(SetMinimum(depot.id, depot.stock[0].item, 100_000)))
    busy.wait_for(lambda: any(alarm.kind is AlarmKind.STOCK_SHORT for alarm in window.watch.alarms))
    busy.clock.advance(3601)
    busy.wait_for(lambda: any(alarm.kind is AlarmKind.STOCK_SHORT and alarm.escalated_to for alarm in window.watch.alarms))
    assert window.watch.called == []
    busy.run(busy.desk.submit(SignIn(ACTOR, "Anna Berg", "Logistics")))
    busy.wait_for(lambda: [alarm.kind for alarm in window.watch.called] == [AlarmKind.STOCK_SHORT])
    busy.wait_for(window.called.isVisible)
    window.called.pill.click()
    busy.wait_for(lambda: "supplies" in window.beside.open_windows)


def test_the_tip_of_who_is_called_names_the_worst_and_says_that_there_are_more(busy: World, monkeypatch: pytest.MonkeyPatch) -> None:
    window, depot = window_of(busy), busy.desk.picture.depots()[0]
    monkeypatch.setattr(called, "MOST_NAMED", 2)
    busy.run(busy.desk.submit(SignIn(ACTOR, "Anna Berg", "Logistics")))
    for count in (1, 2, 3):
        busy.run(busy.desk.submit(SetMinimum(depot.id, depot.stock[count].item, 100_000)))
        busy.clock.advance(3601)
        busy.wait_for(lambda so_many=count: len(window.called.called) == so_many)
        worst = [spoken(alarm.text) for alarm in window.called.called[:2]]
        assert window.called.pill.toolTip().splitlines()[:-1] == [*worst, *(["…"] if count == 3 else [])]
