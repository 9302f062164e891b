"""The locked screen: nothing of the operation is shown, no key works, alarms go on; only a PIN of somebody with rights opens it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from commandcenter.model.commands import DeclareMayday, GrantRole
from commandcenter.model.ids import derived_id
from commandcenter.model.rights import Role
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.frame.layout_memory import SMALLEST_SCREEN
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.lock.choice import DESK_MIN, LockChoice
from commandcenter.ui.lock.keeper import ScreenLock
from commandcenter.ui.lock.window import LockWindow
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.ports import Services
from commandcenter.ui.theme.look import Look

from .people import People
from .world import ACTOR, PlainMap, World, populate

PIN = "4711"


class Bell:
    """Keeps what was played."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, sound: str) -> None:
        self.played.append(sound)

    def fault(self) -> None:
        return None


@pytest.fixture(autouse=True)
def alone(qapp: QApplication) -> None:
    """Windows that other tests left open are none of ours."""
    for window in seen():
        window.hide()


@pytest.fixture
def people(world: World) -> People:
    return People(world)


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def desk(world: World, people: People, bell: Bell) -> MainWindow:
    """A desk with a person who has a PIN."""
    world.run(populate(world.desk, world.clock, units=6, incidents=2))
    world.run(people.set_pin(PIN, ""))
    return world.open_window(services=Services(identity=people, sound=bell))


def seen() -> set[QWidget]:
    return {window for window in QApplication.topLevelWidgets() if window.isVisible()}


def screen_of(lock: ScreenLock) -> LockWindow:
    assert lock.screen is not None
    return lock.screen


def try_pin(world: World, lock: ScreenLock, pin: str, name: str = "Anna Berg") -> None:
    screen = screen_of(lock)
    screen.name.setCurrentText(name)
    screen.pin.setText(pin)
    screen.go.click()
    world.wait_for(lambda: not lock.locked or bool(screen.said.text()))


def test_a_locked_screen_shows_nothing_else_and_the_pin_brings_all_back(world: World, desk: MainWindow) -> None:
    desk.seat.window_wanted.emit("statistics")
    desk.docks["log"].setFloating(True)
    before = seen()
    assert len(before) >= 2
    desk.acts["lock"]()
    assert seen() == {screen_of(desk.lock)}
    QTest.keyClick(screen_of(desk.lock), Qt.Key.Key_F2)
    QTest.keyClick(screen_of(desk.lock), Qt.Key.Key_Escape)
    screen_of(desk.lock).close()
    assert seen() == {screen_of(desk.lock)} and not desk.incident.reporting
    try_pin(world, desk.lock, "0000")
    assert desk.lock.locked and "not the right PIN" in screen_of(desk.lock).said.text() and screen_of(desk.lock).pin.text() == ""
    try_pin(world, desk.lock, PIN)
    assert seen() == before


def test_on_a_small_screen_a_wrong_pin_is_said_in_sight(world: World, desk: MainWindow) -> None:
    world.run(world.desk.submit(DeclareMayday(world.desk.picture.units()[0].id, "roof down")))
    desk.lock.lock()
    screen = screen_of(desk.lock)
    screen.resize(SMALLEST_SCREEN)
    world.settle()
    try_pin(world, desk.lock, "0000")
    world.settle()
    for part in (screen.said, screen.pin):
        assert screen.rect().contains(QRect(part.mapTo(screen, QPoint()), part.size()))
    try_pin(world, desk.lock, PIN)


def test_what_opens_meanwhile_is_hidden_too_and_shown_afterwards(world: World, desk: MainWindow) -> None:
    desk.lock.lock()
    late = QWidget()
    late.show()
    desk.seat.ticked.emit(world.clock.wall_ms())
    assert seen() == {screen_of(desk.lock)}
    try_pin(world, desk.lock, PIN)
    assert late.isVisible()
    late.close()
    late.deleteLater()


def test_a_mayday_is_seen_and_heard_and_other_alarms_are_only_counted(world: World, desk: MainWindow, bell: Bell) -> None:
    world.clock.advance(3_600)
    desk.lock.lock()
    unit = world.desk.picture.units()[0]
    world.run(world.desk.submit(DeclareMayday(unit.id, "roof down")))
    world.wait_for(lambda: unit.callsign in screen_of(desk.lock).alarms.text())
    world.wait_for(lambda: "mayday" in bell.played)
    screen = screen_of(desk.lock)
    assert screen.alarms.isVisible()
    told = " ".join(label.text() for label in screen.findChildren(QLabel))
    places = [incident.address for incident in world.desk.picture.incidents()]
    assert places and not any(place in told for place in places)
    assert "more alarms" in screen.others.text()


def test_it_locks_after_minutes_without_a_hand_where_that_was_chosen(world: World, desk: MainWindow) -> None:
    world.clock.advance(7_200)
    desk.seat.ticked.emit(world.clock.wall_ms())
    assert seen() == {desk}
    choice = LockChoice(world.settings, DESK_MIN)
    choice.choice.setCurrentIndex(choice.choice.findData(5))
    choice.choice.activated.emit(choice.choice.currentIndex())
    handle = desk.windowHandle()
    handle.installEventFilter(desk.lock)
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    world.clock.advance(290)
    desk.seat.ticked.emit(world.clock.wall_ms())
    assert seen() == {desk}
    world.clock.advance(20)
    desk.seat.ticked.emit(world.clock.wall_ms())
    assert seen() == {screen_of(desk.lock)}
    choice.deleteLater()


def test_without_a_pin_nothing_is_locked_for_nobody_could_come_back(world: World, people: People) -> None:
    window = world.open_window(services=Services(identity=people))
    world.settings.put("lock_minutes", "5")
    window.lock.lock()
    assert not window.lock.locked and "PIN" in window.strip.text.text()
    world.clock.advance(3_600)
    window.seat.ticked.emit(world.clock.wall_ms())
    assert not window.lock.locked


def test_another_person_takes_the_seat_with_a_pin_of_his_own_and_a_role(world: World, desk: MainWindow, people: People) -> None:
    world.run(world.desk.submit(GrantRole(ACTOR, "Anna Berg", Role.SUPERVISOR.value)))
    ben, cleo = derived_id("operator", "ben"), derived_id("operator", "cleo")
    world.run(world.desk.submit(GrantRole(ben, "Ben", Role.DISPATCHER.value)))
    people.pins[ben] = "1234"
    desk.lock.lock()
    assert [screen_of(desk.lock).name.itemText(n) for n in range(screen_of(desk.lock).name.count())] == ["Anna Berg", "Ben"]
    screen_of(desk.lock).name.addItem("Cleo")
    people.pins[cleo] = "1234"
    for pin, name in (("1234", "Cleo"), (PIN, "Ben")):
        try_pin(world, desk.lock, pin, name)
        assert seen() == {screen_of(desk.lock)}
    try_pin(world, desk.lock, "1234", "Ben")
    assert seen() == {desk} and people.person.name == "Ben"


@pytest.fixture
def field(world: World, people: People, bell: Bell) -> Iterator[FieldWindow]:
    world.run(populate(world.desk, world.clock, units=6, incidents=1))
    world.run(people.set_pin(PIN, ""))
    look = Look()
    look.apply()
    standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher", exercise=True)
    services = Services(identity=people, sound=bell)
    window = FieldWindow(world.desk, PlainMap(), world.settings, look=look, standing=standing, actor=ACTOR, services=services)
    window.open()
    yield window
    window.close()
    window.deleteLater()
    world.settle()


def test_a_laptop_in_the_field_locks_by_its_button_and_by_itself(world: World, field: FieldWindow) -> None:
    field.side.lock.click()
    assert seen() == {screen_of(field.lock)}
    try_pin(world, field.lock, PIN)
    assert field.isVisible()
    world.clock.advance(16 * 60)
    field.seat.ticked.emit(world.clock.wall_ms())
    assert field.lock.locked
    try_pin(world, field.lock, PIN)
