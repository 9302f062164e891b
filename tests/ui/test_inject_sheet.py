"""The form in which a controller changes an inject while the exercise runs."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from commandcenter.exercise.acts import Edit
from commandcenter.exercise.injects import Play, Standing
from commandcenter.ui.exercise.control import ControlWindow
from tests.unit.exercise.town import MINUTE, START_MS

from .exercise_run import Run
from .world import World


def test_a_planned_inject_is_changed_in_a_form_that_says_what_is_wrong(busy: World, control: ControlWindow, run: Run) -> None:
    page, sheet = control.injects, control.injects.sheet
    page.table.selectRow(1)
    page.change.click()
    assert not sheet.isVisibleTo(control) and busy.window is not None and "only what is planned" in busy.window.strip.text.text()
    page.table.selectRow(0)
    page.change.click()
    assert sheet.isVisibleTo(control) and sheet.title.text() == "Change inject 1"
    assert not sheet.form.fields["number"].isEnabled()
    time, said, place = (sheet.form.fields[name] for name in ("time", "inject_en", "place"))
    assert isinstance(time, QLineEdit) and isinstance(said, QPlainTextEdit) and isinstance(place, QLineEdit)
    time.setText("soon")
    place.setText("Atlantis")
    sheet.keep_button.click()
    assert "soon" in sheet.form.faults["time"].text()
    assert not [deed for deed in run.acts if isinstance(deed.act, Edit)]
    time.setText("M+7")
    sheet.keep_button.click()
    assert sheet.form.faults["place"].text() and not sheet.form.faults["time"].text()
    place.setText("100.0,0.5")
    said.setPlainText("Somebody fell, quickly")
    sheet.keep_button.click()
    busy.wait_for(lambda: not sheet.isVisibleTo(control))
    assert run.sheet["1"].inject.get("en") == "Somebody fell, quickly"
    assert run.sheet["1"].offset_ms == 7 * MINUTE


def test_a_new_inject_gets_a_free_number_and_a_moment_to_come(busy: World, control: ControlWindow, run: Run) -> None:
    page, sheet = control.injects, control.injects.sheet
    page.new.click()
    number, kind, place = (sheet.form.fields[name] for name in ("number", "type", "place"))
    assert isinstance(number, QLineEdit) and isinstance(kind, QComboBox) and isinstance(place, QLineEdit)
    assert number.text() == "3"
    kind.setEditText("medical.fall")
    place.setText("100.0,0.5")
    number.setText("1")
    sheet.keep_button.click()
    assert "taken" in sheet.form.faults["number"].text()
    number.setText("3")
    sheet.keep_button.click()
    busy.wait_for(lambda: "3" in run.sheet and page.rows.rowCount() == 3)
    assert run.sheet["3"].offset_ms + START_MS > busy.clock.wall_ms()


def test_a_form_is_shut_when_its_inject_happens(busy: World, control: ControlWindow, run: Run) -> None:
    control.injects.table.selectRow(0)
    control.injects.change.click()
    sheet = control.injects.sheet
    assert sheet.isVisibleTo(control)
    control.show()
    run.plays["1"] = Play(Standing.WAITING, START_MS)
    control.refresh()
    assert not sheet.isVisible()
    control.close()
