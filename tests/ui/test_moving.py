"""An incident is elsewhere than was thought: it is moved in its detail, on the map or by a line, and one undo takes it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.ids import Id
from commandcenter.picture.views import IncidentView
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.command_line.lines import understand
from commandcenter.ui.incident.panel import DETAIL
from commandcenter.ui.main_window import MainWindow

from .ground import StreetGazetteer
from .world import HOME, World

ELSEWHERE = "Bridge Street 80"


def chosen(world: World) -> tuple[MainWindow, IncidentView]:
    """Choose an open incident and show its detail."""
    window = world.window
    assert window is not None
    incident = next(one for one in world.desk.picture.incidents() if one.open and not one.units)
    window.choose(incident.id)
    window.show_tab(DETAIL)
    world.wait_for(lambda: window.incident.recommend.rows.recommendation is not None and not window.looking)
    return window, incident


def now(world: World, incident: Id) -> IncidentView:
    found = world.desk.picture.incident(incident)
    assert found is not None
    return found


def type_address(world: World, window: MainWindow, text: str) -> None:
    line = window.incident.detail.address.line
    window.activateWindow()
    line.setFocus()
    world.wait_for(line.hasFocus)
    line.selectAll()
    QTest.keyClicks(line, text)


def etas(window: MainWindow) -> list[float]:
    found = window.incident.recommend.rows.recommendation
    assert found is not None
    return [unit.eta_s for unit in found.units]


def test_a_picked_address_moves_the_incident_and_undo_brings_it_back(busy: World) -> None:
    window, before = chosen(busy)
    before_s, target = etas(window), StreetGazetteer().search(ELSEWHERE)[0]
    type_address(busy, window, ELSEWHERE)
    field = window.incident.detail.address
    busy.wait_for(lambda: field.list.count() > 0 and not field.searching)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    busy.wait_for(lambda: now(busy, before.id).at == target.at)
    assert now(busy, before.id).address == target.name
    busy.wait_for(lambda: not window.looking and etas(window) != before_s)
    window.undo_last()
    busy.wait_for(lambda: (now(busy, before.id).at, now(busy, before.id).address) == (before.at, before.address))


def test_words_that_nothing_is_picked_for_move_nothing_and_say_so(busy: World) -> None:
    window, before = chosen(busy)
    type_address(busy, window, "behind the old mill")
    window.queue.list.setFocus()
    busy.wait_for(lambda: now(busy, before.id).address == "behind the old mill")
    assert now(busy, before.id).at == before.at
    busy.wait_for(lambda: "only the words of the address changed" in window.strip.text.text())


def test_an_address_half_typed_is_not_carried_to_another_incident(busy: World) -> None:
    window, before = chosen(busy)
    other = next(one for one in busy.desk.picture.incidents() if one.open and one.id != before.id)
    type_address(busy, window, ELSEWHERE)
    window.seat.choose_incident(other.id)
    field = window.incident.detail.address
    assert field.line.text() == other.address
    busy.wait_for(lambda: not field.searching)
    assert field.list.count() == 0
    window.queue.list.setFocus()
    busy.settle()
    assert now(busy, other.id).address == other.address
    assert now(busy, other.id).at == other.at


def test_the_map_menu_moves_the_chosen_incident(busy: World) -> None:
    window, before = chosen(busy)
    menu = window.map_actions.menu_for("", "", HOME)
    words, _, line = next(a.text().partition("\t") for a in menu.actions() if a.text().startswith(f"Move {before.number} here"))
    assert words
    assert read(line, window.command_bar.known()).asks
    next(a for a in menu.actions() if a.text().startswith(f"Move {before.number} here")).trigger()
    busy.wait_for(lambda: now(busy, before.id).at == HOME)
    assert now(busy, before.id).address != before.address
    menu.deleteLater()


def test_a_line_moves_an_incident(busy: World) -> None:
    window, before = chosen(busy)
    target = StreetGazetteer().search(ELSEWHERE)[0]
    reading = busy.run(understand(f"move {before.number} {ELSEWHERE}", busy.desk, window.context.finder.find, "en"))
    assert reading.ready
    assert str(reading.says).startswith(f"Move {before.number} from {before.address} to {ELSEWHERE}")
    window.command_bar.entered.emit(reading)
    busy.wait_for(lambda: now(busy, before.id).at == target.at)
    for half in ("move", f"move {before.number}"):
        assert not read(half, window.command_bar.known()).ready
    assert read("move 999 Mill Lane", window.command_bar.known()).wrong
