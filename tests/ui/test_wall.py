"""The wall view: figures that are right, a queue that follows, nothing that can be changed."""

from __future__ import annotations

import pytest

from commandcenter.dispatch.situation import request_of
from commandcenter.dispatch.worklist import waiting
from commandcenter.model.commands import AssignUnit, ReportIncident, SetUnitStatus
from commandcenter.model.sentences import say
from commandcenter.model.words import UnitStatus
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.frame.layout_memory import SMALLEST_SCREEN
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.queue.delegate import IncidentDelegate
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wall.figures import figures
from commandcenter.ui.wall.window import WallWindow

from .world import ACTOR, HOME, PlainMap, World, populate


def test_the_figures_count_what_happened(world: World) -> None:
    desk, clock = world.desk, world.clock
    world.run(populate(desk, clock, units=10, incidents=0))
    empty = figures(desk.picture, clock.now_ms)
    assert (empty.open, empty.waiting, empty.longest_wait_s, empty.in_time, empty.arrival_s) == (0, 0, None, None, None)
    quick, slow, left = (
        next(i for i in world.run(desk.submit(ReportIncident("fire.structure", HOME, f"Mill Lane {n}"))).created if desk.picture.incident(i))
        for n in (1, 2, 3)
    )
    first, second = [u.id for u in desk.picture.units() if u.status == UnitStatus.AVAILABLE][:2]
    clock.advance(30)
    world.run(desk.submit(AssignUnit(quick, first)))
    clock.advance(60)
    world.run(desk.submit(AssignUnit(slow, second)))
    for unit, after_s in ((first, 100), (second, 200)):
        world.run(desk.submit(SetUnitStatus(unit, UnitStatus.ENROUTE)))
        clock.advance(after_s)
        world.run(desk.submit(SetUnitStatus(unit, UnitStatus.ON_SCENE)))
    found = figures(desk.picture, clock.now_ms)
    assert (found.open, found.waiting, found.longest_wait_s) == (3, 1, 390.0)
    assert found.in_time == 0.5
    assert found.arrival_s == (190 + 390) / 2
    assert (found.busy, found.free + found.busy + found.out) == (2, found.units)
    assert sum(found.by_priority) == 3
    assert desk.picture.incident(left) is not None


def busy_window(world: World) -> MainWindow:
    assert world.window is not None
    return world.window


def test_the_wall_follows_the_operation(busy: World) -> None:
    look = Look()
    wall = WallWindow(busy.desk, PlainMap(), look=look, standing=Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher"), actor=ACTOR)
    wall.show()
    before = int(wall.numbers["open"].figure.text())
    assert wall.rows.rowCount() == before
    busy.run(busy.desk.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1")))
    assert int(wall.numbers["open"].figure.text()) == before + 1
    assert wall.rows.rowCount() == before + 1
    busy_window(busy).use_language("zh_CN")
    busy.settle(0.1)
    assert wall.numbers["open"].caption.text() == "未结事件"
    wall.close()
    wall.deleteLater()
    busy.settle()


def whole(wall: WallWindow) -> bool:
    """Return whether every figure is written out, with nothing beside it cut off."""
    parts = [*(part for number in wall.numbers.values() for part in (number.figure, number.caption)), wall.clock, wall.mode]
    return all(part.fontMetrics().horizontalAdvance(part.text()) <= part.width() and part.fontMetrics().height() <= part.height() for part in parts)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_wall_is_read_as_well_at_4k_as_at_a_small_projector(busy: World, language: str) -> None:
    busy_window(busy).use_language(language)
    who = Standing(say("Training region"), "A quiet shift", "Anna Berg", "player", exercise=True)
    wall = WallWindow(busy.desk, PlainMap(), look=Look(), standing=who, actor=ACTOR)
    wall.show()
    shares = []
    for width, height in ((3840, 2160), (1920, 1080), (1280, 720)):
        wall.resize(width, height)
        busy.wait_for(lambda size=(width, height): (wall.width(), wall.height()) == size and whole(wall))
        row = wall.list.visualRect(wall.rows.index(0)).height()
        shares.append((round(100 * wall.numbers["open"].figure.fontMetrics().height() / height), round(100 * row / height)))
        assert wall.map_view.geometry().width() > width // 2  # type: ignore[attr-defined] # a widget as well
    assert shares[0] == shares[1] == shares[2] and shares[0][0] >= 5
    wall.resize(SMALLEST_SCREEN)
    busy.wait_for(lambda: wall.size() == SMALLEST_SCREEN and whole(wall))
    assert wall.clock.geometry().right() < wall.width()
    wall.close()
    wall.deleteLater()
    busy.settle()


def test_an_unplugged_large_screen_takes_the_wall_off_the_desk_and_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first = world.app.primaryScreen()
    screens = [first, first]
    monkeypatch.setattr("commandcenter.ui.wall.large_screen.plugged_in", lambda: screens)
    wall = WallWindow(world.desk, PlainMap(), look=Look(), standing=Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher"), actor=ACTOR)
    wall.open()
    assert wall.isFullScreen()
    del screens[1]
    world.app.screenRemoved.emit(first)
    assert wall.isVisible() and not wall.isFullScreen()
    screens.append(first)
    world.app.screenAdded.emit(first)
    assert wall.isFullScreen()
    wall.showNormal()
    del screens[1]
    world.app.screenRemoved.emit(first)
    screens.append(first)
    world.app.screenAdded.emit(first)
    assert not wall.isFullScreen(), "who took it off the large screen keeps it so"
    wall.close()
    wall.deleteLater()


def test_a_caller_waits_since_the_call_was_answered_wherever_that_is_counted(world: World) -> None:
    desk, clock = world.desk, world.clock
    world.run(populate(desk, clock, units=4, incidents=0))
    window = world.open_window()
    answered_ms = clock.now_ms
    clock.advance(50)
    world.run(desk.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1", 1, answered_ms=answered_ms)))
    clock.advance(15)
    window.seat.ticked.emit(clock.now_ms)
    assert figures(desk.picture, clock.now_ms).longest_wait_s == 65.0
    assert waiting(desk.picture.incidents(), desk.catalogue.policy.surge, clock.now_ms).oldest_s == 65.0
    assert [(alarm.kind, alarm.since_ms) for alarm in window.watch.alarms] == [(AlarmKind.CALL_WAITING, answered_ms + 60_000)]
    assert "1 min" in window.queue.untouched.text()
    window.queue.list.grab()
    (incident,) = desk.picture.incidents()
    assert IncidentDelegate(window.seat).call_clock(incident)[0] == "1:05 !"
    assert request_of(desk.picture, incident).waiting_since_ms == answered_ms
