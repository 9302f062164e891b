"""A dispatcher's whole task by keyboard alone, in the real window on a real desk."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.model.words import IncidentState, LonLat, UnitStatus
from commandcenter.ui.frame.motion import Motion
from commandcenter.ui.incident.panel import TIMELINE, UNITS
from commandcenter.ui.prints.papers import Printer

from .world import HOME, PlainMap, World

CTRL = Qt.KeyboardModifier.ControlModifier


def press(world: World, widget: QWidget, *keys: str | Qt.Key) -> None:
    """Press keys (a key, or text to type) while the loop runs."""
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)
    world.settle(0.02)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_from_an_empty_desk_to_a_closed_incident_without_the_mouse(busy: World) -> None:
    window, picture = busy.window, busy.desk.picture
    assert window is not None
    before = {i.id for i in picture.incidents()}
    press(busy, window, Qt.Key.Key_F2)
    assert focused() is window.incident.report.type.line
    press(busy, focused(), "structure fire", Qt.Key.Key_Return)
    assert focused() is window.incident.report.place.line
    press(busy, focused(), "mill lane 12")
    busy.wait_for(lambda: window.incident.report.place.list.count() > 0)
    press(busy, focused(), Qt.Key.Key_Return)
    assert focused() is window.incident.report.text
    press(busy, focused(), "smoke", Qt.Key.Key_Return)
    busy.wait_for(lambda: len(picture.incidents()) > len(before))
    incident = next(i for i in picture.incidents() if i.id not in before)
    assert (incident.address, incident.text, incident.type) == ("Mill Lane 12", "smoke", "fire.structure")
    busy.wait_for(lambda: window.incident.recommend.rows.recommendation is not None)
    assert window.seat.incident == incident.id
    assert focused() is window.incident.recommend.list
    advised = {u.unit_id for u in window.incident.recommend.rows.recommendation.units}  # type: ignore[union-attr] # waited for
    press(busy, focused(), Qt.Key.Key_Return)
    busy.wait_for(lambda: bool(picture.incident(incident.id).units))  # type: ignore[union-attr] # it was just opened
    assert set(picture.incident(incident.id).units) == advised  # type: ignore[union-attr]
    busy.wait_for(lambda: window.incident.tabs.currentIndex() == UNITS)
    team = " ".join(picture.unit(unit).callsign for unit in sorted(advised))  # type: ignore[union-attr]

    def command(line: str) -> None:
        press(busy, window, Qt.Key.Key_Slash)
        assert focused() is window.command_bar
        press(busy, window.command_bar, line, Qt.Key.Key_Return)

    def all_are(status: UnitStatus) -> bool:
        return {picture.unit(unit).status for unit in advised} == {status}  # type: ignore[union-attr]

    for word, status in (("er", UnitStatus.ENROUTE), ("os", UnitStatus.ON_SCENE), ("av", UnitStatus.AVAILABLE)):
        command(f"{team} {word}")
        busy.wait_for(lambda status=status: all_are(status))
    command(f"close {incident.number} fire out")
    busy.wait_for(lambda: picture.incident(incident.id).state == IncidentState.CLOSED)  # type: ignore[union-attr]
    assert {picture.unit(unit).incident for unit in advised} == {None}  # type: ignore[union-attr]


def test_the_preview_says_what_enter_will_do_and_the_focus_stays(busy: World) -> None:
    window = busy.window
    assert window is not None
    number = next(i.number for i in busy.desk.picture.incidents() if i.open)
    press(busy, window, Qt.Key.Key_Slash)
    press(busy, window.command_bar, f"d {number} E1-1")
    assert window.command_bar.popup.isVisible()
    assert window.command_bar.popup.says.text().startswith(f"↵ Send E1-1 to {number}")
    assert focused() is window.command_bar
    press(busy, window.command_bar, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert not window.command_bar.popup.isVisible()
    assert focused() is window.queue.list


def test_the_offers_cover_nothing_after_a_line_is_done_or_when_the_keyboard_only_came_along(busy: World) -> None:
    window = busy.window
    assert window is not None
    bar, number = window.command_bar, next(i.number for i in busy.desk.picture.incidents() if i.open)
    press(busy, window, Qt.Key.Key_Slash)
    assert bar.popup.isVisible()
    press(busy, bar, f"show {number}", Qt.Key.Key_Return)
    assert (focused(), bar.text(), bar.popup.isVisible()) == (bar, "", False)
    press(busy, bar, "d")
    assert bar.popup.isVisible()
    window.queue.list.setFocus()
    assert not bar.popup.isVisible()
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    assert (focused(), bar.popup.isVisible()) == (bar, False)


def test_tab_completes_and_arrows_bring_lines_back(busy: World) -> None:
    window = busy.window
    assert window is not None
    press(busy, window, Qt.Key.Key_Slash)
    press(busy, window.command_bar, "unkn", Qt.Key.Key_Tab)
    assert window.command_bar.text() == "unkn"
    press(busy, window.command_bar, Qt.Key.Key_Escape, "hel", Qt.Key.Key_Tab)
    assert window.command_bar.text() == "help "
    press(busy, window.command_bar, Qt.Key.Key_Return)
    assert window.overlay.isVisible()
    press(busy, window.overlay, Qt.Key.Key_Escape)
    assert not window.overlay.isVisible()
    press(busy, window, Qt.Key.Key_Slash)
    press(busy, window.command_bar, Qt.Key.Key_Up)
    assert window.command_bar.text() == "help"


def test_a_refusal_is_a_sentence_in_the_strip_and_no_box(busy: World) -> None:
    window = busy.window
    assert window is not None
    unit = next(u for u in busy.desk.picture.units() if u.status == UnitStatus.AVAILABLE)
    press(busy, window, Qt.Key.Key_Slash)
    press(busy, window.command_bar, f"{unit.callsign} tr", Qt.Key.Key_Return)
    busy.wait_for(lambda: window.strip.notice is not None)
    assert unit.callsign in window.strip.text.text()
    assert QApplication.activeModalWidget() is None
    assert busy.desk.picture.unit(unit.id).status == UnitStatus.AVAILABLE  # type: ignore[union-attr]


def test_one_key_changes_a_status_and_undo_takes_it_back(busy: World) -> None:
    window = busy.window
    assert window is not None
    unit = next(u for u in busy.desk.picture.units() if u.status == UnitStatus.AVAILABLE)
    press(busy, window, Qt.Key.Key_F6)
    board = window.board.board
    assert focused() is board
    board.setCurrentIndex(window.board.rows.index(window.board.rows.row_of(unit.id)))
    press(busy, board, Qt.Key.Key_O)
    busy.wait_for(lambda: busy.desk.picture.unit(unit.id).status == UnitStatus.OUT_OF_SERVICE)  # type: ignore[union-attr]
    press(busy, board, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home)
    window.undo_last()
    busy.wait_for(lambda: busy.desk.picture.unit(unit.id).status == UnitStatus.AVAILABLE)  # type: ignore[union-attr]


def test_enter_in_the_queue_goes_to_who_should_go_and_enter_again_sends_them(busy: World) -> None:
    """What the strip promises, from the first key on."""
    window = busy.window
    assert window is not None
    assert "Enter in the queue: who should go, Enter again: send" in window.strip.text.text()
    waiting = next(i for i in busy.desk.picture.incidents() if i.open and not i.units)
    panel = window.incident.recommend
    press(busy, window, Qt.Key.Key_F3)
    window.show_tab(TIMELINE)
    press(busy, window, Qt.Key.Key_F3, Qt.Key.Key_Home)
    for _ in range(window.queue.rows.rowCount()):
        if window.seat.incident != waiting.id:
            press(busy, focused(), Qt.Key.Key_Down)
    assert window.seat.incident == waiting.id
    press(busy, focused(), Qt.Key.Key_Return)
    assert focused() is panel.list and panel.list.isVisible()
    assert not busy.desk.picture.incident(waiting.id).units  # type: ignore[union-attr]
    busy.wait_for(lambda: panel.rows.recommendation is not None and bool(panel.rows.units()))
    advised = [unit for unit, _slot in panel.rows.units()]
    press(busy, focused(), Qt.Key.Key_Return)
    busy.wait_for(lambda: set(busy.desk.picture.incident(waiting.id).units) == set(advised))  # type: ignore[union-attr]


def test_enter_before_the_answer_is_there_sends_nothing_and_says_so(busy: World) -> None:
    window = busy.window
    assert window is not None
    waiting = next(i for i in busy.desk.picture.incidents() if i.open and not i.units)
    window.seat.choose_incident(next(i.id for i in busy.desk.picture.incidents() if i.open and i.units))
    busy.wait_for(lambda: not window.incident.recommend.looking)
    window.seat.choose_incident(waiting.id)
    window.focus_incident()
    QTest.keyClick(window.incident.recommend.list, Qt.Key.Key_Return)  # nothing has run since the question
    assert "Looking for the nearest units" in window.strip.text.text()
    busy.wait_for(lambda: not window.incident.recommend.looking)
    assert not busy.desk.picture.incident(waiting.id).units  # type: ignore[union-attr]


def test_an_override_asks_for_its_reason_in_place(busy: World) -> None:
    window = busy.window
    assert window is not None
    waiting = next(i for i in busy.desk.picture.incidents() if i.open and not i.units)

    window.seat.choose_incident(waiting.id)
    window.focus_incident()
    panel = window.incident.recommend
    busy.wait_for(lambda: panel.rows.recommendation is not None and panel.rows.rowCount() > 1)
    assert not panel.reason.isVisible()
    press(busy, panel.list, Qt.Key.Key_Space)
    assert panel.rows.overridden
    assert panel.reason.isVisible()
    press(busy, panel.list, Qt.Key.Key_Return)
    assert focused() is panel.reason
    assert not busy.desk.picture.incident(waiting.id).units  # type: ignore[union-attr]
    press(busy, panel.reason, "its crew is resting", Qt.Key.Key_Return)
    busy.wait_for(lambda: bool(busy.desk.picture.incident(waiting.id).units))  # type: ignore[union-attr]


def test_every_panel_can_be_called_by_its_key(busy: World) -> None:
    window = busy.window
    assert window is not None
    for key, name in (
        (Qt.Key.Key_F3, "queue"),
        (Qt.Key.Key_F6, "board"),
        (Qt.Key.Key_F7, "log"),
        (Qt.Key.Key_F8, "closures"),
        (Qt.Key.Key_F9, "depots"),
    ):
        press(busy, window, key)
        assert window.docks[name].isAncestorOf(focused()), name


def test_a_message_is_written_without_the_mouse_and_the_keyboard_stays(busy: World) -> None:
    window = busy.window
    assert window is not None
    incident = next(i for i in busy.desk.picture.incidents() if i.units)
    window.seat.choose_incident(incident.id)
    QTest.keyClick(window, Qt.Key.Key_4, CTRL)
    busy.wait_for(lambda: focused() is window.incident.messages.text)
    press(busy, focused(), "/ the wind turns to the west", Qt.Key.Key_Return)
    busy.wait_for(lambda: len(busy.desk.picture.words.messages()) == 1)
    assert busy.desk.picture.words.messages()[0].text == "/ the wind turns to the west"
    assert focused() is window.incident.messages.text
    press(busy, focused(), "second", Qt.Key.Key_Return)
    busy.wait_for(lambda: len(busy.desk.picture.words.messages()) == 2)


def test_a_sketch_is_drawn_bent_and_removed_without_the_mouse(busy: World) -> None:
    window = busy.window
    assert window is not None
    panel = window.panels.sketches
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    busy.wait_for(lambda: focused() is panel.form.kind)
    panel.form.kind.setCurrentIndex(panel.form.kind.findData("area"))
    press(busy, focused(), Qt.Key.Key_Tab)
    busy.wait_for(lambda: focused() is panel.form.text)
    press(busy, focused(), "Sector A", Qt.Key.Key_Return)
    the_map = cast(PlainMap, window.map_view)
    assert the_map.shown["drawing"] == "polygon"
    zone = (HOME, LonLat(8.7, 49.4), LonLat(8.71, 49.41), HOME)
    the_map.drawn.emit("polygon", zone)
    busy.wait_for(lambda: len(busy.desk.picture.sketches()) == 1)
    for _ in range(12):
        if focused() is panel.table:
            break
        press(busy, focused(), Qt.Key.Key_Tab)
    assert focused() is panel.table
    press(busy, panel.table, Qt.Key.Key_Down, "c")
    busy.wait_for(lambda: the_map.shown["corners"] == zone)
    the_map.drawing_cancelled.emit()
    press(busy, panel.table, Qt.Key.Key_Delete)
    busy.wait_for(lambda: not busy.desk.picture.sketches())


def test_a_paper_is_printed_without_the_mouse(busy: World, tmp_path: Path) -> None:
    window = busy.window
    assert window is not None
    window.printer = Printer(window.seat, lambda: window.header.standing, tmp_path)
    window.seat.choose_incident(busy.desk.picture.incidents()[0].id)
    QTest.keySequence(window, "Ctrl+P, 1")
    busy.wait_for(lambda: list(tmp_path.glob("*.pdf")))


def test_less_motion_is_turned_by_its_key_and_remembered(busy: World) -> None:
    window = busy.window
    assert window is not None
    shown = cast(PlainMap, window.map_view).shown
    assert shown["saving"] is False
    QTest.keySequence(window, "Ctrl+T, M")
    busy.wait_for(lambda: shown["saving"] is True)
    after = PlainMap()
    assert Motion(busy.settings, after).less and after.shown["saving"] is True
    window.motion.turn()
    assert shown["saving"] is False and not Motion(busy.settings, after).less
