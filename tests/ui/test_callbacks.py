"""Callers whose line dropped, or to whom a call was promised, are rung back: form, list, pill, line and alarm."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from commandcenter.model.ports import Place
from commandcenter.model.words import CallbackState
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.log.words import line_words
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.report.form import ReportForm

from .world import World, street_at


def form_of(world: World) -> tuple[MainWindow, ReportForm]:
    window = world.window
    assert window is not None
    window.new_incident()
    return window, window.incident.report


def said(form: ReportForm) -> str:
    return "\n".join(label.text() for label in form.callbacks.findChildren(QLabel) if not label.isHidden())


def press(form: ReportForm, name: str) -> None:
    made = next(one for one in form.callbacks.buttons if isinstance(one, QAbstractButton) and one.text() == name)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def test_a_dropped_call_is_kept_shown_tried_and_taken_up_again(busy: World) -> None:
    window, form = form_of(busy)
    form.text.setText("smoke, then silence")
    QTest.keyClick(form.text, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.incident.reporting, "nobody can be rung back without a number"
    form.phone.setText("0151 5550123")
    QTest.keyClick(form.text, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    busy.wait_for(lambda: len(busy.desk.picture.callbacks()) == 1)
    busy.wait_for(lambda: not window.incident.reporting)
    assert window.incident.callbacks.isVisible() and "1 to ring back" in window.incident.callbacks.pill.text()
    window.incident.callbacks.pill.click()
    assert window.incident.reporting and "0151 5550123" in said(form)
    press(form, "Not reached")
    busy.wait_for(lambda: "tried 1×" in said(form))
    press(form, "Caller reached")
    busy.wait_for(lambda: not busy.desk.picture.callbacks())
    busy.wait_for(lambda: form.phone.text() == "0151 5550123")
    assert form.text.text() == "smoke, then silence"
    rows = [line_words(line, busy.desk.catalogue) for line in busy.desk.picture.lines(3)]
    assert rows == ["Rang the caller back: reached", "Rang the caller back: not reached", "The caller must be rung back (the line dropped)"]
    assert not form.callbacks.isVisible() and not window.incident.callbacks.isVisible()


def test_a_call_back_that_was_promised_goes_with_the_incident_and_falls_due(busy: World) -> None:
    window, form = form_of(busy)
    form.type.set("Rubbish fire", "fire.rubbish")
    form.place.set("Bridge Street 80", Place("Bridge Street 80", "address", street_at(7, 80)))
    form.ring_back.setChecked(True)
    count = len(busy.desk.picture.incidents())
    form.submit()
    assert form.ring_back.isChecked() and len(busy.desk.picture.incidents()) == count, "the number is missing"
    form.phone.setText("110")
    form.submit()
    busy.wait_for(lambda: len(busy.desk.picture.callbacks()) == 1)
    (call,) = busy.desk.picture.callbacks()
    incident = busy.desk.picture.incident(call.incident) if call.incident else None
    assert incident is not None and incident.type == "fire.rubbish"
    busy.wait_for(lambda: not form.ring_back.isChecked())
    busy.clock.advance(1801)
    busy.wait_for(lambda: any(alarm.kind is AlarmKind.CALLBACK_DUE for alarm in window.watch.alarms))
    panel = window.panels.alarms
    row = next(n for n in range(panel.rows.rowCount()) if panel.rows.item(n).kind is AlarmKind.CALLBACK_DUE)
    panel.list.setCurrentIndex(panel.rows.index(row))
    assert panel.end.text() == "Caller reached"
    panel.end.click()
    busy.wait_for(lambda: not busy.desk.picture.callbacks())
    back = busy.desk.picture.call(call.id).callback  # type: ignore[union-attr] # it is there
    assert back is not None and back.state is CallbackState.REACHED


def test_the_list_speaks_chinese(busy: World) -> None:
    window, form = form_of(busy)
    form.phone.setText("0151 5550123")
    form.drop()
    busy.wait_for(lambda: len(busy.desk.picture.callbacks()) == 1)
    window.use_language("zh_CN")
    busy.wait_for(lambda: "回拨：0151 5550123" in said(form))
    window.use_language("en")


def enter(world: World, line: str) -> None:
    window = world.window
    assert window is not None
    window.focus_command_line()
    window.command_bar.setText(line)
    QTest.keyClick(window.command_bar, Qt.Key.Key_Return)


def test_a_line_about_a_caller_is_not_kept(busy: World) -> None:
    window, _ = form_of(busy)
    enter(busy, "callback 0151 5550123 ; line dropped")
    busy.wait_for(lambda: len(busy.desk.picture.callbacks()) == 1)
    assert not any("callback" in line for line in window.command_bar.history.lines)
    enter(busy, "callback no wrong number")
    busy.wait_for(lambda: not busy.desk.picture.callbacks())
