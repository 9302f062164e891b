"""The recovery paper at the window: printed, deleted, and used when the founder's laptop is in a thief's hands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from commandcenter.log.memory import MemoryLog
from commandcenter.log.recovery import found_operation
from commandcenter.log.signing import DeviceKey
from commandcenter.model.entries import Draft, Entry, EntryType, Key, Kind, Value, Write
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.rights import Role
from commandcenter.picture.feeds import ends_value
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.identity.port import Kept
from commandcenter.ui.identity.recovery_page import RecoveryPage
from commandcenter.ui.identity.window import PeopleWindow
from commandcenter.ui.ports import Services

from .people import RECOVERY_CODE, People
from .world import ACTOR, World, make_world

FOUNDER = DeviceKey(bytes([5]) * 32)
THIEF = derived_id("operator", "thief")


class Stolen:
    """The founder's laptop: rights begun, then in the hands of a thief who appoints himself."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.log = MemoryLog(world.log.operation, FOUNDER, world.clock)
        self.honest = self.write(EntryType.NOTE_ADDED, Kind.NOTE, "body", {"text": "honest", "incident": None, "unit": None})
        self.write(EntryType.RIGHTS_BEGUN, Kind.GRANT, "begun", {"ends": ends_value(world.desk.picture.rights.feeds.ends())})
        self.write(EntryType.DEVICE_REVOKED, Kind.DEVICE, "revoked", {"ends": {}, "reason": "by the thief"}, world.log.device)
        self.meet()

    def write(self, type_: EntryType, kind: Kind, field: str, value: Value, entity: Id | None = None) -> Entry:
        draft = Draft(type_, (Write(Key(kind, entity or derived_id(field), field), value),))
        return self.log.append([draft], actor=THIEF, heads=lambda _: ())[0]

    def meet(self) -> None:
        taken = self.world.log.ingest([row.signed for row in self.log.signed()], sender="there", keys=self.log.device_keys())
        self.world.run(self.world.desk.take_in(taken.entries))


@pytest.fixture
def stolen(qapp: QApplication) -> Iterator[Stolen]:
    operation, code = found_operation(FOUNDER.id, lambda count: bytes(range(count)))
    assert code == RECOVERY_CODE
    with make_world(qapp, operation) as world:
        yield Stolen(world)


def open_page(world: World, kept: Kept = Kept.UNKNOWN) -> tuple[People, RecoveryPage]:
    people = People(world)
    people.kept = kept
    window = world.open_window(services=Services(identity=people))
    beside = window.beside.open(next(kind for kind in WINDOWS if kind.name == "people"))
    assert isinstance(beside, PeopleWindow)
    beside.tabs.setCurrentIndex(4)
    return people, beside.recovery


def strip(world: World) -> str:
    assert world.window is not None
    return world.window.strip.text.text()


def test_the_paper_is_printed_in_both_languages_and_then_deleted_here(world: World, tmp_path: Path) -> None:
    people, page = open_page(world, Kept.HERE)
    assert "group 4" in page.state.text()
    page.ask_save = lambda _title, _name: tmp_path / "paper.pdf"
    page.print.click()
    world.wait_for(lambda: "paper.pdf" in strip(world))
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    page.group.setText("XXXXX")
    page.delete.click()
    world.wait_for(lambda: "not group 4" in strip(world))
    assert page.print.isVisible()
    page.group.setText(RECOVERY_CODE.split()[3])
    page.delete.click()
    world.wait_for(lambda: people.kept is Kept.ON_PAPER and not page.print.isVisible())
    assert "on paper only" in page.state.text()


def test_when_rights_begin_the_window_reminds_of_the_paper(world: World) -> None:
    _, page = open_page(world, Kept.HERE)
    window = page.window()
    assert "Print the recovery paper" not in strip(world)
    window.people.name.setText("Cleo")  # type: ignore[attr-defined]
    window.people.give.click()  # type: ignore[attr-defined]
    world.wait_for(lambda: world.desk.picture.rights.begun)
    world.wait_for(lambda: window._reminded)  # type: ignore[attr-defined]


def test_rights_are_recovered_from_the_thief(stolen: Stolen) -> None:
    world = stolen.world
    _, page = open_page(world)
    rights = world.desk.picture.rights
    assert next(device.revoked for device in rights.devices() if device.id == world.log.device)
    assert [row.device.id for row in page.table.rows.rows if row.out] == [FOUNDER.id]
    page.recover.click()
    world.wait_for(lambda: "Type the code" in strip(world))
    page.code.setText(RECOVERY_CODE.replace(RECOVERY_CODE[0], "Z", 1))
    page.recover.click()
    world.wait_for(lambda: "Group 1 of the code" in strip(world))
    page.table.choose(FOUNDER.id)
    page.last.setCurrentIndex(page.last.findData(stolen.honest.id))
    page.last.activated.emit(page.last.currentIndex())
    assert "everything" not in page.table.rows.texts()[1][3]
    page.code.setText(RECOVERY_CODE.lower())
    page.recover.click()
    world.wait_for(lambda: bool(world.desk.picture.rights.recoveries()))
    rights = world.desk.picture.rights
    assert [device.id for device in rights.devices() if device.revoked] == [FOUNDER.id]
    assert rights.roles_of(ACTOR) == (Role.SUPERVISOR,)
    world.wait_for(lambda: "Rights were recovered by Anna Berg" in page.used.text())
    world.wait_for(lambda: page.code.text() == "")
    assert world.window is not None
    log = world.window.log.rows
    assert any("Rights recovered with the recovery paper" in log.words(line) for line in world.desk.picture.lines(20))
    world.wait_for(lambda: any(alarm.kind is AlarmKind.RIGHTS_RECOVERED for alarm in world.window.watch.alarms))


def test_a_device_is_let_stay_by_the_keyboard(stolen: Stolen) -> None:
    _, page = open_page(stolen.world)
    page.table.choose(FOUNDER.id)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert [row.out for row in page.table.rows.rows] == [False]
    assert not page.last.isEnabled()
    page.turn.click()
    assert [row.out for row in page.table.rows.rows] == [True]
