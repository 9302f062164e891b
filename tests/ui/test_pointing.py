"""The map and the panels point at the same things; menus on the map; coordinates under the pointer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from commandcenter.geo.gazetteer.coordinates import format_all
from commandcenter.model.words import IncidentState, LonLat, Position, PositionSource, UnitStatus
from commandcenter.ui.map.symbols import ALERT, SIMULATED, STALE

from .world import HOME, World

PLACE = LonLat(8.69079, 49.40768)
MGRS, UTM = "32U MV 77568 72823", "32U 477569 5472823"


def texts(menu: QMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().partition("\t")[0] == text).trigger()


def test_a_row_under_the_pointer_is_marked_on_the_map_and_back(busy: World) -> None:
    window = busy.window
    assert window is not None
    shown = window.map_view.shown  # type: ignore[attr-defined] # the plain map keeps it
    incident = window.queue.rows.id_at(0)
    window.queue.list.entered.emit(window.queue.rows.index(0))
    assert shown["highlighted"] == ("incident", incident)
    window.queue.list.left.emit()
    assert shown["highlighted"] == ("", "")
    unit = window.board.rows.id_at(3)
    window.board.board.entered.emit(window.board.rows.index(3))
    assert shown["highlighted"] == ("unit", unit)
    assert window.board.board.points_at(window.board.rows.index(3))
    shown["highlighted"] = None
    window.map_view.hovered.emit("unit", window.board.rows.id_at(5))
    assert window.board.board.points_at(window.board.rows.index(5))
    assert not window.board.board.points_at(window.board.rows.index(3))
    assert shown["highlighted"] is None


def test_old_positions_are_faded_and_simulated_ones_are_not(busy: World) -> None:
    window = busy.window
    assert window is not None
    limit_ms = round(busy.desk.catalogue.rules.stale_after_s * 1000)
    old_ms = busy.clock.now_ms - limit_ms - 1000
    a, b, c = busy.desk.picture.units()[:3]
    busy.desk.tracks.put(
        {
            a.id: Position(HOME, PositionSource.GPS, old_ms),
            b.id: Position(HOME, PositionSource.SIMULATED, old_ms),
            c.id: Position(HOME, PositionSource.GPS, busy.clock.now_ms),
        }
    )
    window.map_link.refresh()
    symbols = window.map_view.shown["symbols"]  # type: ignore[attr-defined]
    assert [symbols[u.callsign] & (STALE | SIMULATED | ALERT) for u in (a, b, c)] == [STALE, SIMULATED, 0]


def test_the_menu_of_an_incident_sends_closes_and_shows(busy: World) -> None:
    window = busy.window
    assert window is not None
    incident = next(i for i in busy.desk.picture.incidents() if i.open and not i.units)
    free = next(u for u in busy.desk.picture.units() if u.status == UnitStatus.AVAILABLE)
    window.seat.choose_unit(free.id)
    menu = window.map_actions.menu_for("incident", incident.id, incident.at)
    assert texts(menu)[:2] == [f"Incident {incident.number}: who should go", f"Send {free.callsign} to {incident.number}"]
    choose(menu, f"Send {free.callsign} to {incident.number}")
    busy.wait_for(lambda: free.id in busy.desk.picture.incident(incident.id).units)  # type: ignore[union-attr] # it is there
    choose(menu, f"Incident {incident.number}: who should go")
    assert window.seat.incident == incident.id
    other = next(i for i in busy.desk.picture.incidents() if i.open and not i.units)
    choose(window.map_actions.menu_for("incident", other.id, other.at), f"Close {other.number}")
    busy.wait_for(lambda: busy.desk.picture.incident(other.id).state == IncidentState.CLOSED)  # type: ignore[union-attr]


def test_the_menu_of_a_unit_offers_its_legal_steps(busy: World) -> None:
    window = busy.window
    assert window is not None
    unit = next(u for u in busy.desk.picture.units() if u.status == UnitStatus.AVAILABLE)
    menu = window.map_actions.menu_for("unit", unit.id, unit.at)
    statuses = next(action.menu() for action in menu.actions() if action.menu() and action.text().startswith(unit.callsign))
    assert isinstance(statuses, QMenu)
    assert len(texts(statuses)) == len(busy.desk.catalogue.rules.unit_next[unit.status])
    choose(statuses, "Out of service")
    busy.wait_for(lambda: busy.desk.picture.unit(unit.id).status == UnitStatus.OUT_OF_SERVICE)  # type: ignore[union-attr]


def test_the_menu_of_a_bare_place_copies_it_and_starts_a_report(busy: World) -> None:
    window = busy.window
    assert window is not None
    menu = window.map_actions.menu_for("", "", PLACE)
    copy = next(action.menu() for action in menu.actions() if action.menu())
    assert isinstance(copy, QMenu)
    assert texts(copy) == [format_all(PLACE)[name] for name in ("lat_lon", "mgrs", "utm", "olc")]
    choose(copy, MGRS)
    assert QApplication.clipboard().text() == MGRS
    choose(menu, "New incident here")
    busy.wait_for(lambda: window.incident.report.place.value is not None)
    assert window.incident.report.place.value.at == PLACE


def test_coordinates_are_written_as_chosen_copied_and_remembered(busy: World) -> None:
    window = busy.window
    assert window is not None
    strip = window.strip.position
    window.map_view.cursor_moved.emit(*PLACE)
    assert strip.text() == "49.40768, 8.69079"
    for notation, said in (("mgrs", MGRS), ("utm", UTM), ("olc", format_all(PLACE)["olc"])):
        strip.choose(notation)
        assert strip.text() == said
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect().center())
    assert QApplication.clipboard().text() == format_all(PLACE)["olc"]
    assert busy.settings.get("coordinates") == "olc"


def test_the_command_line_goes_to_coordinates_in_every_notation(busy: World) -> None:
    window = busy.window
    assert window is not None
    flights = window.map_view.flights  # type: ignore[attr-defined] # the plain map keeps it
    olc = format_all(PLACE)["olc"]
    for line in (f"go {UTM}", f"go {MGRS}", f"go {olc}", f"go {olc[4:]}", "49.40768, 8.69079", UTM):
        before = len(flights)
        window.command_bar.setFocus()
        window.command_bar.setText(line)
        QTest.keyClick(window.command_bar, Qt.Key.Key_Return)
        busy.wait_for(lambda before=before: len(flights) > before)
        at = flights[-1][0]
        assert abs(at.lon - PLACE.lon) < 2e-4, line
        assert abs(at.lat - PLACE.lat) < 2e-4, line
