"""A desk on a small screen (640×360 points: 1280×720 at 200 %): one thing at a time, and nothing is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from commandcenter.ui.first_run import FirstRun
from commandcenter.ui.frame.compact import FROM, MAP
from commandcenter.ui.frame.layout_memory import SMALLEST_SCREEN, bring_back, fitting
from commandcenter.ui.frame.roomy import Roomy, make_roomy
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.theme.look import Look

from .field_desk import opened_field
from .test_every_window import pages
from .widths import sideways
from .world import PlainMap, World, populate

ROOM = fitting(SMALLEST_SCREEN, [QRect(QPoint(), SMALLEST_SCREEN)])


@pytest.fixture
def small(world: World) -> MainWindow:
    """A desk in use on a small screen."""
    world.run(populate(world.desk, world.clock, units=12, incidents=4))
    return world.open_window(ROOM.width(), ROOM.height())


def in_sight(window: MainWindow) -> set[str]:
    shown = {name for name, dock in window.docks.items() if dock.isVisible()}
    middle = window.centralWidget()
    return shown | ({MAP} if middle is not None and middle.isVisible() else set())


def needs(window: QWidget) -> QSize:
    return window.minimumSizeHint().expandedTo(window.minimumSize())


def fits(size: QSize) -> bool:
    return size.boundedTo(ROOM) == size


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_panel_and_every_window_fits_a_small_screen(world: World, small: MainWindow, language: str) -> None:
    small.use_language(language)
    for name in small.docks:
        small.focus_panel(name)
        world.settle(0.02)
        assert in_sight(small) == {name}
        assert small.size() == ROOM and fits(small.minimumSizeHint()), name
        world.wait_for(lambda name=name: not sideways(small.docks[name]))
    for kind in WINDOWS:
        window = small.beside.open(kind)
        window.resize(ROOM)
        world.settle(0.02)
        assert window.size() == ROOM and fits(needs(window)), kind.name
        for page in pages(window):
            world.settle(0.02)
            assert sideways(window) == [], (kind.name, page)
        window.close()
        world.wait_for(lambda kind=kind: kind.name not in small.beside.open_windows)


def test_the_first_start_and_the_field_window_fit_a_small_screen(world: World) -> None:
    look = Look()
    look.apply()
    first = FirstRun(look, Language(), here=["Berlin"])
    first.resize(ROOM)
    first.show()
    assert first.size() == ROOM and first.start.isVisible()
    assert first.rect().contains(QRect(first.start.mapTo(first, QPoint()), first.start.size()))
    first.finished()
    with opened_field(world) as field:
        field.resize(ROOM)
        world.settle()
        assert field.size() == ROOM
        button = field.mayday
        assert field.rect().contains(QRect(button.mapTo(field, QPoint()), button.size())), "help is called for without scrolling"


def test_keys_tabs_and_lines_lead_to_one_thing_at_a_time(world: World, small: MainWindow) -> None:
    assert small.compact.folded and in_sight(small) == {"queue"}
    assert small.tabs.isVisible() and small.tabs.count() == 1 + len(small.docks)
    small.tabs.setCurrentIndex(small.tabs.names.index("board"))
    assert in_sight(small) == {"board"}
    small.acts["map"]()
    assert in_sight(small) == {MAP} and small.tabs.currentIndex() == 0
    small.acts["new_incident"]()
    assert in_sight(small) == {"incident"}
    small.draw_closure("point", "burst main")
    assert in_sight(small) == {MAP}, "what is drawn on must be in sight"
    small.acts["log"]()
    small.docks["log"].close()
    assert in_sight(small) == {MAP}, "who closes the one panel sees the map"
    small.acts["command_line"]()
    bar = small.command_bar
    assert bar.hasFocus() and small.rect().contains(QRect(bar.mapTo(small, QPoint()), bar.size())) and bar.width() >= 200


def test_what_the_header_has_no_room_for_stands_in_the_menu(small: MainWindow) -> None:
    header = small.header
    assert header.region.isHidden() and header.sync.text() != header.sync.accessibleName() == "Local only"
    small.menu.fill()
    entries = [action.text() for action in small.menu.actions()]
    assert {"Heidelberg", "Day shift", "Anna Berg, Dispatcher", "Local only"} <= set(entries)
    small.resize(1440, 900)
    small.compact.look()
    small.menu.fill()
    assert not header.region.isHidden() and header.sync.text() == "Local only"
    assert "Heidelberg" not in [action.text() for action in small.menu.actions()]


def test_a_window_that_grows_and_shrinks_keeps_its_layout(world: World, small: MainWindow) -> None:
    small.resize(1440, 900)
    world.wait_for(lambda: not small.compact.folded)
    assert in_sight(small) >= {MAP, "queue", "incident"}
    small.docks["depots"].hide()
    world.wait_for(lambda: not small.memory.pending)
    small.resize(FROM.width() - 1, 900)
    world.wait_for(lambda: small.compact.folded)
    assert MAP in in_sight(small) and len(in_sight(small)) == 2, "with that width the map stays beside the panel"
    small.resize(1440, 900)
    world.wait_for(lambda: not small.compact.folded)
    assert small.docks["depots"].isHidden() and small.docks["queue"].isVisible()
    assert not small.tabs.isVisible()


def test_what_was_shown_last_on_a_small_screen_is_remembered(world: World, small: MainWindow) -> None:
    small.focus_panel("alarms")
    world.wait_for(lambda: not small.memory.pending)
    small.close()
    again = world.open_window(ROOM.width(), ROOM.height(), map_view=PlainMap())
    assert in_sight(again) == {"alarms"}


def test_a_panel_may_float_while_the_rest_is_folded(world: World, small: MainWindow) -> None:
    small.focus_panel("log")
    small.docks["log"].setFloating(True)
    world.wait_for(lambda: MAP in in_sight(small))
    assert in_sight(small) == {MAP, "log"}
    small.focus_panel("queue")
    assert in_sight(small) == {"queue", "log"}
    small.docks["log"].setFloating(False)
    world.wait_for(lambda: in_sight(small) == {"log"})


def test_other_monitors_find_the_desk_folded_still(world: World, small: MainWindow) -> None:
    small.focus_panel("orders")
    small.memory.monitors_changed.emit()
    world.settle()
    assert small.compact.folded and in_sight(small) == {"orders"}
    small.resize(1440, 900)
    small.memory.monitors_changed.emit()
    assert in_sight(small) >= {MAP, "queue"} and small.tabs.isHidden() and not small.header.region.isHidden()


def test_a_window_scrolls_only_where_there_is_too_little_room_and_shows_what_has_the_keyboard(qapp: QApplication) -> None:
    window = QWidget()
    lines = QVBoxLayout(window)
    words = [QLabel(f"line {n}") for n in range(40)]
    for line in words:
        line.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        lines.addWidget(line)
    make_roomy(window)
    area = window.findChild(Roomy)
    assert isinstance(area, Roomy)
    window.resize(300, 2000)
    window.show()
    assert area.verticalScrollBar().maximum() == 0
    window.resize(300, 200)
    assert area.verticalScrollBar().maximum() > 0
    window.activateWindow()
    words[-1].setFocus()
    qapp.processEvents()
    assert area.viewport().rect().intersects(QRect(words[-1].mapTo(area.viewport(), QPoint()), words[-1].size()))
    window.close()


def test_of_what_is_larger_than_the_room_the_beginning_is_shown_and_what_fills_it_stays(qapp: QApplication) -> None:
    window = QWidget()
    lines = QVBoxLayout(window)
    wide, small = QLabel("wide"), QLabel("small")
    wide.setFixedSize(900, 700)
    small.setFixedSize(60, 20)
    lines.addWidget(small)
    lines.addWidget(wide)
    make_roomy(window)
    area = window.findChild(Roomy)
    assert isinstance(area, Roomy)
    window.resize(300, 200)
    window.show()
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    area.bring(wide)
    assert wide.mapTo(area.viewport(), QPoint()).x() in range(12) and wide.mapTo(area.viewport(), QPoint()).y() in range(12)
    across.setValue(250)
    down.setValue(120)
    area.bring(wide)
    assert (across.value(), down.value()) == (250, 120)
    area.bring(small)
    assert area.viewport().rect().contains(QRect(small.mapTo(area.viewport(), QPoint()), small.size()))
    window.close()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_window_opens_scrolled_away_from_its_beginning(world: World, small: MainWindow, language: str) -> None:
    small.use_language(language)
    for name in ("people", "data", "supplies"):
        window = small.beside.open(next(kind for kind in WINDOWS if kind.name == name))
        window.resize(ROOM)
        window.activateWindow()
        world.settle(0.05)
        assert [area.horizontalScrollBar().value() for area in window.findChildren(Roomy)] == [0], name
        window.close()
        world.wait_for(lambda name=name: name not in small.beside.open_windows)


def test_a_page_of_the_field_that_is_chosen_comes_into_sight(world: World) -> None:
    with opened_field(world) as field:
        field.resize(SMALLEST_SCREEN)
        world.settle()
        pages, room = field.side.pages, field.side.room
        for place, tab in enumerate(pages.tabs):
            room.verticalScrollBar().setValue(0)
            tab.click()
            assert pages.stack.currentIndex() == place
            top = pages.stack.mapTo(room.viewport(), QPoint()).y()
            assert 0 <= top < room.viewport().height() - 60


def test_a_window_larger_than_the_screens_is_made_to_fit(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = qapp.primaryScreen().availableGeometry()
    monkeypatch.setattr("commandcenter.ui.frame.layout_memory.rooms", lambda: [screen])
    window = QWidget()
    window.resize(5000, 4000)
    bring_back(window)
    assert screen.contains(window.frameGeometry())
