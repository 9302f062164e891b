"""Every action of every menu has its key and its command, and both do it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from commandcenter.model.commands import CloseRoad
from commandcenter.model.words import UnitStatus
from commandcenter.ui.board.panel import STATUS_KEYS
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.command_line.reading import Act
from commandcenter.ui.command_line.verbs import STATUS_CODES
from commandcenter.ui.frame.keys import GROUPS, bound_keys
from commandcenter.ui.frame.tool_keys import TOOL_KEYS
from commandcenter.ui.main_window import MainWindow

from .world import HOME, World


def leaves(menu: QMenu) -> Iterator[QAction]:
    """Yield what a menu and the menus in it can do."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from leaves(below)
        elif not action.isSeparator() and action.isEnabled():
            yield action


def window_of(world: World) -> MainWindow:
    assert world.window is not None
    return world.window


def enter(world: World, line: str) -> None:
    """Type a line and press Enter."""
    window = window_of(world)
    window.focus_command_line()
    window.command_bar.setText(line)
    reading = window.command_bar.reading()
    assert reading.ready, f"{line}: {reading.says}"
    window.command_bar.entered.emit(reading)
    world.settle()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_entry_of_the_desks_menu_has_its_key_and_its_command(busy: World, language: str) -> None:
    window = window_of(busy)
    window.use_language(language)
    busy.settle()
    window.menu.fill()
    keys, known = bound_keys(), window.command_bar.known()
    entries = list(leaves(window.menu))
    assert len(entries) > 45
    for entry in entries:
        act = entry.data()
        words, key = entry.text().split("\t")
        assert key in keys[act].keys, entry.text()
        for line in (f"open {words}", f"打开 {words}", f"open {act.removeprefix('window_')}"):
            reading = read(line, known)
            assert (reading.act, reading.detail) == (Act.DO, act), line


def test_every_key_has_an_act_and_every_act_a_key(busy: World) -> None:
    assert set(bound_keys()) == set(window_of(busy).acts)


def test_lines_do_what_the_menu_does(busy: World) -> None:
    window = window_of(busy)
    enter(busy, "open map legend")
    assert "legend" in window.beside.open_windows
    enter(busy, "open light")
    assert window.look.tokens.name == "light"
    enter(busy, "hide log")
    assert not window.docks["log"].isVisible()
    enter(busy, "open command log, filter")
    assert window.docks["log"].isVisible()
    enter(busy, "layer coverage on")
    assert window.context.layers.shown("coverage")
    enter(busy, "layer coverage")
    assert not window.context.layers.shown("coverage")
    enter(busy, "打开 简体中文")
    assert window.language.code == "zh_CN"
    enter(busy, "打开 English")


def test_reach_and_coordinates_by_line(busy: World) -> None:
    window = window_of(busy)
    unit = busy.desk.picture.units()[0]
    enter(busy, f"reach {unit.callsign}")
    busy.wait_for(lambda: window.map_view.overlays.get("reach"))  # type: ignore[attr-defined]
    enter(busy, "reach off")
    busy.wait_for(lambda: not window.map_view.overlays.get("reach"))  # type: ignore[attr-defined]
    busy.run(window.context.finder.find("Mill Lane 12"))
    enter(busy, "copy Mill Lane 12")
    assert QGuiApplication.clipboard().text().startswith("49.")
    enter(busy, "reach engine Mill Lane 12")
    busy.wait_for(lambda: window.map_view.overlays.get("reach"))  # type: ignore[attr-defined]


def test_a_closed_road_is_opened_by_its_name(busy: World) -> None:
    busy.run(busy.desk.submit(CloseRoad((HOME,), name="Old bridge", reason="flood")))
    enter(busy, "closure end old")
    busy.wait_for(lambda: all(closure.reopened for closure in busy.desk.picture.closures()))


def test_every_entry_of_the_maps_menus_shows_the_line_that_does_the_same(busy: World) -> None:
    window, picture = window_of(busy), busy.desk.picture
    busy.run(busy.desk.submit(CloseRoad((HOME,), name="Old bridge", reason="flood")))
    free = next(unit for unit in picture.units() if unit.status == UnitStatus.AVAILABLE)
    sent = next(unit for unit in picture.units() if unit.incident)
    incident = next(one for one in picture.incidents() if one.open and not one.units)
    window.seat.choose_unit(free.id)
    window.seat.choose_incident(incident.id)
    things = [("", ""), ("incident", incident.id), ("unit", free.id), ("unit", sent.id), ("closure", picture.closures()[0].id)]
    seen = 0
    for kind, ident in things:
        menu = window.map_actions.menu_for(kind, ident, HOME)
        for entry in leaves(menu):
            words, _, line = entry.text().partition("\t")
            reading = read(line, window.command_bar.known())
            if reading.asks:
                busy.run(window.context.finder.find(reading.asks))
                reading = read(line, window.command_bar.known())
            assert reading.ready, f"{words}: {line}: {reading.says}"
            seen += 1
        menu.deleteLater()
    assert seen > 25


def test_every_entry_of_every_other_menu_of_the_desk_shows_its_key_and_has_its_line(busy: World) -> None:
    """The menus of the panels and of the strip; the board's entries have single keys, which act where the board has the keyboard."""
    window = window_of(busy)
    free = next(unit for unit in busy.desk.picture.units() if unit.status == UnitStatus.AVAILABLE)
    known, found = window.command_bar.known(), 0
    own = [menu for menu in window.findChildren(QMenu) if menu is not window.menu]
    for menu in own:
        menu.aboutToShow.emit()
        for entry in leaves(menu):
            act, (words, key) = entry.data(), entry.text().split("\t")
            assert bound_keys()[act].keys == (key,), words
            line = read(f"open {bound_keys()[act].words}", known)
            assert (line.act, line.detail) == (Act.DO, act), words
            found += 1
    assert found >= 10
    board = window.board.menu_for([free])
    single = {key for group in GROUPS if not group.bound for one in group.keys for key in one.keys}
    assert {entry.text().split("\t")[1] for entry in board.actions() if not entry.isSeparator()} <= single
    for entry in leaves(board):
        key = entry.text().split("\t")[1]
        said = {"Enter": f"show {free.callsign}", "D": f"{free.callsign} 1", "X": f"rel {free.callsign}"}
        statuses = {one.name[4:]: f"{free.callsign} {STATUS_CODES[status]}" for one, status in STATUS_KEYS.items()}
        assert read((said | statuses)[key], known).ready, entry.text()
    board.deleteLater()


def test_the_tools_of_the_map_by_key_and_line(busy: World) -> None:
    window = window_of(busy)
    window.activateWindow()
    QTest.keySequence(window, TOOL_KEYS["notation_mgrs"][0])
    busy.wait_for(lambda: window.strip.position.notation == "mgrs")
    enter(busy, "open coordinates: utm")
    assert window.strip.position.notation == "utm"
    QTest.keySequence(window, TOOL_KEYS["around_point"][0])
    busy.wait_for(window.panels.layers.measure.isVisible)
    shown = window.map_view.shown  # type: ignore[attr-defined] # the plain map of these tests
    busy.wait_for(lambda: shown.get("drawing") == "point")


def test_chords_work(busy: World) -> None:
    window = window_of(busy)
    window.activateWindow()
    QTest.keySequence(window, bound_keys()["theme_night"].keys[0])
    busy.wait_for(lambda: window.look.tokens.name == "night")
    QTest.keySequence(window, bound_keys()["theme_dark"].keys[0])
    busy.wait_for(lambda: window.look.tokens.name == "dark")


def test_a_line_reckons_from_the_moment_it_is_entered(busy: World) -> None:
    window = window_of(busy)
    window.command_bar.known()
    busy.clock.advance(1200)
    enter(busy, "timer 10 check the wind")
    busy.wait_for(lambda: len(busy.desk.picture.duty.timers()) == 1)
    assert busy.desk.picture.duty.timers()[0].due_ms == busy.clock.wall_ms() + 600_000
    enter(busy, "timer end wind")
    busy.wait_for(lambda: busy.desk.picture.duty.timers()[0].done)


def test_a_parked_call_is_taken_up_by_line(busy: World) -> None:
    window = window_of(busy)
    window.new_incident()
    window.incident.report.text.setText("smoke in the stairs")
    enter(busy, "park")
    assert not window.incident.reporting
    enter(busy, "resume")
    busy.wait_for(lambda: window.incident.report.text.text() == "smoke in the stairs")


def test_a_report_that_may_be_known_joins_it_with_alt_enter(busy: World) -> None:
    window = window_of(busy)
    older = next(one for one in busy.desk.picture.incidents() if one.open)
    busy.clock.advance(60)
    place = f"{older.at.lat:.5f}, {older.at.lon:.5f}"
    busy.run(window.context.finder.find(place))
    window.focus_command_line()
    window.command_bar.setText(f"new {older.type} {place} ; the same")
    bar = window.command_bar
    assert bar.popup.warns.isVisible() and f"Perhaps the same as {older.number}" in bar.popup.warns.text()
    assert bar.popup.instead.text().startswith("Alt+Enter: ")
    count = len(busy.desk.picture.incidents())
    QTest.keyClick(bar, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    busy.wait_for(lambda: len(busy.desk.picture.incident(older.id).calls) == len(older.calls) + 1)  # type: ignore[union-attr] # it is there
    assert len(busy.desk.picture.incidents()) == count and window.seat.incident == older.id
