"""The choice of an exercise, and the offer of a first start."""

from __future__ import annotations

from pathlib import Path

from commandcenter.exercise.invitation import Invitation, write_invitation
from commandcenter.model.ids import exercise_id
from commandcenter.ui.exercise.choice import ScenariosWindow
from commandcenter.ui.exercise.offer import FirstShiftBar

from .exercise_run import Shelf
from .world import World


def test_a_scenario_is_chosen_and_opens_elsewhere(busy: World) -> None:
    window, shelf = busy.window, Shelf()
    assert window is not None
    choice = ScenariosWindow(window.context, shelf)
    assert "About A quiet shift" in choice.summary.text()
    choice.list.setCurrentRow(1)
    choice.start.click()
    assert shelf.started == ["storm"]
    shelf.broken = True
    choice.start.click()
    assert "could not be started" in window.strip.text.text()
    choice.deleteLater()


def test_other_ways_into_an_exercise(busy: World, tmp_path: Path) -> None:
    window, shelf = busy.window, Shelf()
    assert window is not None
    choice = ScenariosWindow(window.context, shelf)
    assert "Branch 1" in choice.runs.list.item(0).text()
    choice.runs.go_on.click()
    choice.join.join.click()
    assert "name is empty" in window.strip.text.text()
    choice.join.name.setText("Pat")
    choice.join.code.setText("no code")
    choice.join.join.click()
    assert "no code of an exercise" in window.strip.text.text()
    choice.join.where.setText("192.168.1.5")
    choice.join.code.setText(write_invitation(Invitation(exercise_id(), bytes(32), "training")))
    choice.join.join.click()
    choice.replay.start.click()
    assert "no file" in window.strip.text.text()
    (tmp_path / "calls.csv").touch()
    choice.replay.path.setText(str(tmp_path / "calls.csv"))
    choice.replay.start.click()
    assert shelf.started == ["e" * 32, "Pat player 192.168.1.5", "calls.csv 1.0"]
    choice.deleteLater()


def test_without_scenarios_nothing_can_be_started(busy: World) -> None:
    assert busy.window is not None
    choice = ScenariosWindow(busy.window.context, None)
    assert not choice.start.isEnabled()
    choice.deleteLater()


def test_the_first_shift_is_offered_until_it_is_begun_or_declined(busy: World) -> None:
    window, shelf = busy.window, Shelf()
    assert window is not None
    focus = window.focusWidget()
    bar = FirstShiftBar(window.seat, shelf, shelf.scenarios()[0], window)
    window.addToolBar(bar)
    busy.wait_for(bar.isVisible)
    assert "A quiet shift" in bar.said.text() and window.focusWidget() is focus
    shelf.broken = True
    bar.begin.click()
    assert "could not be started" in window.strip.text.text() and bar.isVisible()
    window.use_language("zh_CN")
    busy.wait_for(lambda: "分钟" in bar.said.text())
    shelf.broken = False
    bar.begin.click()
    assert shelf.started == ["quiet"] and not bar.isVisible()
    again = FirstShiftBar(window.seat, shelf, shelf.scenarios()[0], window)
    window.addToolBar(again)
    again.decline.click()
    assert not again.isVisible() and "Ctrl+E" in window.strip.text.text()
    assert shelf.started == ["quiet"]
