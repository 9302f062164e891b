"""A disk that takes nothing: what was typed stays until it is committed, wherever it was typed."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from commandcenter.model.commands import DeclareMayday, NewFile, SendOrder, StartRollCall
from commandcenter.model.errors import KnownError
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.files.port import FilesPort
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.ports import Services
from commandcenter.ui.roll_call.window import RollCallWindow

from .field_desk import mine, opened_field, sent_to
from .test_alarms import unit_on_scene, window_of
from .world import World

FULL = "The disk is full and nothing was saved."


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[World, bool], None]:
    """Fill a world's disk, or make room again."""

    def refuse(*_args: object, **_named: object) -> None:
        raise KnownError(FULL)

    def fill(world: World, fills: bool) -> None:
        if fills:
            monkeypatch.setattr(world.log, "append", refuse)
        else:
            monkeypatch.undo()

    return fill


@pytest.fixture
def field(world: World) -> Iterator[FieldWindow]:
    with opened_field(world) as window:
        yield window


def stays_and_goes(
    world: World, full: Callable[[World, bool], None], strip: Callable[[], str], line: QLineEdit, words: str, give: Callable[[], object]
) -> None:
    """Give words twice: on a full disk they stay; once there is room they go."""
    full(world, True)
    line.setText(words)
    give()
    world.wait_for(lambda: FULL in strip() and not line.isReadOnly())
    assert line.text() == words
    full(world, False)
    give()
    world.wait_for(lambda: line.text() == "")


def clicked(button: QAbstractButton) -> Callable[[], None]:
    return button.click


@pytest.mark.parametrize("part", ["note", "send"])
def test_a_message_and_a_note_on_an_incident_stay(busy: World, full: Callable[[World, bool], None], part: str) -> None:
    window = window_of(busy)
    tab = window.panels.incident.messages
    tab.show_incident(busy.desk.picture.incidents()[0])
    before = busy.log.count()
    stays_and_goes(busy, full, window.strip.text.text, tab.text, "gas is off", clicked(getattr(tab, part)))
    assert busy.log.count() == before + 1  # and were not sent twice


def test_words_are_sent_once_though_enter_comes_twice(busy: World) -> None:
    window = window_of(busy)
    tab, before = window.panels.incident.messages, len(busy.desk.picture.words.messages())
    tab.show_incident(busy.desk.picture.incidents()[0])
    tab.text.setText("gas is off")
    for _ in range(2):
        QTest.keyClick(tab.text, Qt.Key.Key_Return)
    busy.wait_for(lambda: tab.text.text() == "" and not tab.text.isReadOnly())
    assert len(busy.desk.picture.words.messages()) == before + 1


def test_what_is_being_done_about_an_alarm_stays(busy: World, full: Callable[[World, bool], None]) -> None:
    window = window_of(busy)
    unit, _ = unit_on_scene(busy)
    busy.run(busy.desk.submit(DeclareMayday(unit, "floor collapsed")))
    busy.wait_for(lambda: window.watch.alarms and window.watch.alarms[0].unit == unit)
    panel = window.panels.alarms
    panel.list.setCurrentIndex(panel.rows.index(0))
    stays_and_goes(busy, full, window.strip.text.text, panel.words, "rescue team is in", panel.take_in_hand)
    panel.list.setCurrentIndex(panel.rows.index(0))
    stays_and_goes(busy, full, window.strip.text.text, panel.words, "all are out", clicked(panel.end))


def test_the_reason_for_withdrawing_an_order_stays(busy: World, full: Callable[[World, bool], None]) -> None:
    window = window_of(busy)
    unit, incident = unit_on_scene(busy)
    busy.run(busy.desk.submit(SendOrder("open the roof", (unit,), incident)))
    panel = window.panels.orders
    busy.wait_for(lambda: panel.rows.rowCount() == 1)
    panel.list.setCurrentIndex(panel.rows.index(0))
    stays_and_goes(busy, full, window.strip.text.text, panel.reason, "too hot", panel.take_back)


def test_the_reason_for_ending_a_roll_call_stays(busy: World, full: Callable[[World, bool], None]) -> None:
    window = window_of(busy)
    _, incident = unit_on_scene(busy)
    window.seat.choose_incident(incident)
    busy.run(busy.desk.submit(StartRollCall(incident)))
    roll = cast(RollCallWindow, window.beside.open(next(kind for kind in WINDOWS if kind.name == "roll_call")))
    busy.wait_for(lambda: roll.roll is not None and roll.roll.call.open)
    stays_and_goes(busy, full, window.strip.text.text, roll.reason, "crew left by the rear", roll.finish)


class Album:
    """Takes photos."""

    async def take(self, path: Path, *, personal: bool) -> NewFile:
        return NewFile(bytes(31) + b"1", 5, bytes(32), path.name, "image/jpeg", section="pii" if personal else "op")


def test_words_and_photo_of_a_field_laptop_stay(world: World, field: FieldWindow, full: Callable[[World, bool], None]) -> None:
    sent_to(world, field)
    field.acts.services = Services(files=cast(FilesPort, Album()))
    field.acts.take_photo(Path("valve.jpg"))
    world.wait_for(lambda: "valve.jpg" in field.words.attached.text())
    full(world, True)
    field.words.line.setText("the valve")
    field.words.send.click()
    world.wait_for(lambda: FULL in field.strip.text() and not field.words.line.isReadOnly())
    assert field.words.line.text() == "the valve"
    assert "valve.jpg" in field.words.attached.text() and not field.words.attached.isHidden()
    full(world, False)
    field.words.send.click()
    world.wait_for(lambda: field.words.line.text() == "")
    (message,) = world.desk.picture.words.messages()
    assert [file.name for file in world.desk.picture.words.files_of(message.id)] == ["valve.jpg"]
    assert field.words.attached.isHidden()


def test_the_name_and_the_task_of_a_team_stay(world: World, field: FieldWindow, full: Callable[[World, bool], None]) -> None:
    stays_and_goes(world, full, field.strip.text, field.team.name, "Kim", clicked(field.team.add))
    assert world.desk.picture.teams.members(mine(field)) == ("Kim",)
    stays_and_goes(world, full, field.strip.text, field.team.task, "search the cellar", clicked(field.team.give))
    assert [task.text for task in world.desk.picture.teams.tasks(mine(field))] == ["search the cellar"]


@pytest.mark.parametrize(("number", "says"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "write-protected"), (errno.EACCES, "no permission")])
def test_what_the_system_refuses_is_one_sentence_and_no_fault_of_ours(busy: World, number: int, says: str) -> None:
    window, faults = window_of(busy), list[BaseException]()
    window.seat.failed.connect(faults.append)

    async def write() -> None:
        raise OSError(number, "as the system says it", "settings.json")

    window.seat.run(write())
    busy.wait_for(lambda: says in window.strip.text.text() and "settings.json" in window.strip.text.text())
    assert faults == []


def test_an_error_that_no_system_raised_is_a_fault_of_ours(busy: World) -> None:
    window, faults = window_of(busy), list[BaseException]()
    window.seat.failed.connect(faults.append)

    async def wait() -> None:
        raise TimeoutError

    busy.wait_for(window.seat.run(wait()).done)
    assert [type(fault) for fault in faults] == [TimeoutError]
