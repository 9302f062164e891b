"""Field mode: one unit's work with big targets: incident, orders, team, report, mayday."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from commandcenter.model.commands import (
    DeclareMayday,
    NewFile,
    SendOrder,
)
from commandcenter.model.errors import Refused
from commandcenter.model.words import OrderState, UnitStatus
from commandcenter.ui.faults.window import FaultsWindow
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.files.port import FilesPort
from commandcenter.ui.help.window import GuideWindow
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.ports import Services

from .field_desk import mine, opened_field, sent_to, wait_for_words
from .world import World


@pytest.fixture
def field(world: World) -> Iterator[FieldWindow]:
    with opened_field(world) as window:
        yield window


def test_my_incident_and_my_next_statuses_are_shown(world: World, field: FieldWindow) -> None:
    assert "No incident" in field.incident.head.text()
    assert not field.status.buttons[UnitStatus.ON_SCENE].isVisible()
    sent_to(world, field)
    world.wait_for(lambda: "Castle Hill 3" in field.incident.place.text())
    field.status.buttons[UnitStatus.ENROUTE].click()
    world.wait_for(lambda: field.my_unit().status == UnitStatus.ENROUTE)  # type: ignore[union-attr]
    assert not field.status.buttons[UnitStatus.ENROUTE].isVisible()
    assert field.status.buttons[UnitStatus.ON_SCENE].isVisible()


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


def test_the_team_has_names_and_tasks_that_are_given_and_done(world: World, field: FieldWindow) -> None:
    QTest.keyClick(field, Qt.Key.Key_F4)
    world.wait_for(field.team.isVisible)
    for name in ("Kim", "Li Wei"):
        field.team.name.setText(name)
        field.team.add.click()
        world.wait_for(lambda name=name: field.team.member.findData(name) > 0)
    field.team.member.setCurrentIndex(field.team.member.findData("Li Wei"))
    field.team.task.setText("search the cellar")
    field.team.give.click()
    world.wait_for(lambda: len(field.team.done_buttons) == 1)
    (task,) = world.desk.picture.teams.tasks(mine(field))
    assert (task.member, task.text, task.open) == ("Li Wei", "search the cellar", True)
    field.team.done_buttons[task.id].click()
    world.wait_for(lambda: not field.team.done_buttons)
    assert world.desk.picture.teams.tasks(mine(field))[0].state == "done"
    field.team.drop.click()
    world.wait_for(lambda: world.desk.picture.teams.members(mine(field)) == ("Kim",))


def test_a_quick_report_takes_few_taps_and_is_read_before_it_is_sent(world: World, field: FieldWindow) -> None:
    incident = sent_to(world, field)
    assert not field.situation.send.isEnabled()
    field.situation.trends["worse"].click()
    field.situation.more["injured"].click()
    field.situation.more["injured"].click()
    field.situation.less["missing"].click()
    field.situation.needs["ladder"].click()
    field.situation.words.setText("wind from the west")
    assert field.situation.reads.text() == "Getting worse; Injured: 2; needed: Ladder; wind from the west"
    field.situation.send.click()
    world.wait_for(lambda: world.desk.picture.lines(1)[0].type == "SituationReported")
    line = world.desk.picture.lines(1)[0]
    assert line.incident == incident and "Injured: 2" in str(line.summary["text"])
    world.wait_for(lambda: not field.situation.trend)
    assert field.situation.counts["injured"] == 0


def test_an_alarm_is_seen_and_taken_in_hand(world: World, field: FieldWindow) -> None:
    unit = next(one for one in world.desk.picture.units() if one.id != mine(field))
    world.run(world.desk.submit(DeclareMayday(unit.id, "roof down")))
    world.wait_for(lambda: unit.callsign in field.side.alarm.words.text())
    alarm = field.side.alarm.alarm
    assert alarm is not None and field.side.alarm.isVisible()
    field.side.alarm.hand.click()
    world.wait_for(lambda: world.desk.picture.duty.alarm_answer(alarm.id) is not None)


class Album:
    """Keeps what was taken; a `FilesPort` as far as a laptop in the field needs one."""

    async def take(self, path: Path, *, personal: bool) -> NewFile:
        if path.suffix != ".jpg":
            raise Refused("This is no photo.")
        return NewFile(bytes(31) + b"1", 5, bytes(32), path.name, "image/jpeg", section="pii" if personal else "op")


def test_a_photo_goes_with_the_next_words(world: World, field: FieldWindow) -> None:
    incident = sent_to(world, field)
    field.acts.take_photo(Path("valve.jpg"))
    wait_for_words(world, field, "keeps no attachments")
    field.acts.services = Services(files=cast(FilesPort, Album()))
    field.acts.take_photo(Path("valve.exe"))
    wait_for_words(world, field, "no photo")
    field.acts.take_photo(Path("valve.jpg"))
    world.wait_for(lambda: "valve.jpg" in field.words.attached.text())
    field.words.send.click()
    world.wait_for(lambda: len(world.desk.picture.words.messages()) == 1)
    (message,) = world.desk.picture.words.messages()
    (photo,) = world.desk.picture.words.files_of(message.id)
    assert (photo.name, message.incident, message.text) == ("valve.jpg", incident, "See the attachment")
    assert field.words.attached.isHidden()


def test_the_laptop_says_with_which_unit_it_stands(world: World, field: FieldWindow) -> None:
    first = mine(field)
    teams = world.desk.picture.teams
    world.wait_for(lambda: len(teams.devices(first)) == 1)
    second = next(unit.id for unit in world.desk.picture.units() if unit.id != first)
    field.unit.setCurrentIndex(field.unit.findData(second))
    field.unit.activated.emit(field.unit.currentIndex())
    world.wait_for(lambda: len(teams.devices(second)) == 1)
    assert teams.devices(first) == ()
    lines = [line.type for line in world.desk.picture.lines(50)].count("UnitServed")
    field.unit.activated.emit(field.unit.currentIndex())
    world.settle()
    assert [line.type for line in world.desk.picture.lines(50)].count("UnitServed") == lines == 2


def test_f1_opens_the_guide_at_the_field_and_the_key_of_the_desk_the_fault_reports(world: World, field: FieldWindow) -> None:
    QTest.keyClick(field, Qt.Key.Key_F1)
    world.wait_for(lambda: isinstance(field.aside.open_windows.get("guide"), GuideWindow))
    guide = field.aside.open_windows["guide"]
    assert isinstance(guide, GuideWindow)
    assert guide.chapter_name() == "12-field"
    guide.show_about("log")
    field.laptop.guide.click()
    assert field.aside.open_windows["guide"] is guide
    assert guide.chapter_name() == "12-field"
    field.activateWindow()
    world.wait_for(field.isActiveWindow)
    QTest.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    world.wait_for(lambda: isinstance(field.aside.open_windows.get("faults"), FaultsWindow))
    Language().use("zh_CN")
    world.wait_for(lambda: "故障" in field.aside.open_windows["faults"].windowTitle())
