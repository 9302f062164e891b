"""The choice of an exercise, and the offer of a first start."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.app.home import Home
from commandcenter.app.scenarios import Scenarios
from commandcenter.exercise.invitation import Invitation, write_invitation
from commandcenter.model.errors import KnownError, Refused
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


def broken_shelf(home: Home) -> Scenarios:
    """Return what opens the scenarios of a home with one that cannot be read and one whose region is nowhere."""
    for name, head in (("torn", "start = "), ("abroad", 'region = "abroad"\nstart = 2026-01-01T00:00:00Z\nminutes = 10\n')):
        folder = home.root / "scenarios" / name
        folder.mkdir(parents=True)
        (folder / "scenario.toml").write_text(head, encoding="utf-8")
        (folder / "injects.csv").write_text("number,scenario time,kind\n1,M+1,information\n", encoding="utf-8")
    return Scenarios(home, "training")


def test_what_cannot_be_read_is_listed_with_the_reason_and_a_missing_region_is_said_at_once(busy: World, tmp_path: Path) -> None:
    assert busy.window is not None
    port = broken_shelf(Home.open(tmp_path / "home"))
    assert [row.name for row in port.scenarios() if row.fault is not None] == ["torn"]
    with pytest.raises(KnownError):
        port.start("torn")
    with pytest.raises(Refused, match="region abroad"):
        port.start("abroad")
    choice = ScenariosWindow(busy.window.context, port)
    choice.list.setCurrentRow(choice.list.count() - 1)
    assert "cannot be read" in choice.list.item(choice.list.count() - 1).text()
    assert "not valid" in choice.summary.text()
    choice.start.click()
    assert "not valid" in busy.window.strip.text.text()
    choice.list.setCurrentRow(next(n for n in range(choice.list.count()) if "abroad" in choice.list.item(n).text()))
    choice.start.click()
    assert "region abroad" in busy.window.strip.text.text()
    choice.deleteLater()
