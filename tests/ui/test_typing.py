"""Typing never loses the keyboard: whatever happens meanwhile, every letter lands in the field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from commandcenter.model.commands import AddNote, DeclareMayday, ReportIncident, SetTimer
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Write
from commandcenter.model.errors import BugError
from commandcenter.model.sentences import say
from commandcenter.model.words import UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.ui.crash import CrashDialog
from commandcenter.ui.exercise.offer import FirstShiftBar
from commandcenter.ui.frame.typing_guard import show_quietly
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.notice import Level

from .exercise_run import Shelf
from .world import HOME, World

LINE = "note the dike at the old mill is soft"


def window_of(world: World) -> MainWindow:
    assert world.window is not None
    return world.window


def _alarm(world: World) -> None:
    unit = next(unit for unit in world.desk.picture.units() if unit.status == UnitStatus.AVAILABLE)
    world.run(world.desk.submit(DeclareMayday(unit.id, "floor collapsed")))
    world.run(world.desk.submit(SetTimer("check the wind", world.clock.wall_ms() + 1000, None)))
    world.clock.advance(2)
    window_of(world).watch.look()


def _from_another_desk(world: World) -> None:
    unit = next(unit for unit in world.desk.picture.units() if unit.status == UnitStatus.AVAILABLE)

    def write(_picture: Picture) -> Draft:
        key = Key(Kind.UNIT, unit.id, "status")
        return Draft(EntryType.UNIT_STATUS_CHANGED, (Write(key, UnitStatus.OUT_OF_SERVICE.value),))

    world.meanwhile(write, world.desk.submit(AddNote("all quiet")))


def _new_incident(world: World) -> None:
    world.run(world.desk.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1")))


def _first_shift(world: World) -> None:
    shelf = Shelf()
    window_of(world).addToolBar(FirstShiftBar(window_of(world).seat, shelf, shelf.scenarios()[0], window_of(world)))


def _fault(world: World) -> None:
    show_quietly(CrashDialog(window_of(world), BugError("ours"), None))


def _refusal(world: World) -> None:
    window_of(world).seat.notice(Level.REFUSED, say("There is nothing to undo"))


def _theme_and_language(world: World) -> None:
    window_of(world).use_theme("light")
    window_of(world).use_language("zh_CN")


def _late_answer(world: World) -> None:
    """A call form that was sent before the line was begun: the log took its time."""
    incident = world.desk.picture.incidents()[-1]
    window_of(world).incident.report.opened.emit(incident.id)


@pytest.mark.parametrize("meanwhile", [_alarm, _from_another_desk, _new_incident, _first_shift, _fault, _refusal, _theme_and_language, _late_answer])
def test_every_letter_lands_in_the_line(busy: World, meanwhile: Callable[[World], None]) -> None:
    window = window_of(busy)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    busy.wait_for(window.command_bar.hasFocus)
    for place, letter in enumerate(LINE):
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, letter)
        if place == len(LINE) // 2:
            meanwhile(busy)
        busy.settle(0.005)
    assert QApplication.focusWidget() is window.command_bar
    assert window.command_bar.text() == LINE
    for dialog in window.findChildren(CrashDialog):
        dialog.close()
