"""The recommendation keeps up with what changes without an entry, and what is stored with a decision is whole however quick Enter was."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.commands import AddDepot, AssignUnit, CloseRoad, MoveStock, ReportIncident, SetUnitStatus
from commandcenter.model.words import Position, PositionSource, UnitStatus
from commandcenter.ui.recommend.decisions import DecisionsWindow
from commandcenter.ui.recommend.moves import MovesWindow
from commandcenter.ui.recommend.panel import LOOK_EVERY_MS, RecommendPanel
from commandcenter.ui.recommend.rows import RowKind

from .test_recommend_panel import FAR, NEAR, advised, ambulance, opened, stroke, unit
from .world import World, street_at

MIDDLE = street_at(3, 40)


def first(panel: RecommendPanel) -> str:
    found = panel.rows.recommendation
    return found.units[0].callsign if found is not None and found.units else ""


def test_a_quick_enter_has_the_worst_closure_added_to_its_decision(world: World) -> None:
    sent = ambulance(world, "M1", street_at(3, 30))
    incident = stroke(world, street_at(5, 60))
    window = world.open_window()
    window.seat.choose_incident(incident)
    panel = window.incident.recommend
    world.wait_for(lambda: panel.rows.recommendation is not None)
    found = panel.rows.recommendation
    panel.rows.show(found)  # nothing has been weighed yet
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    world.wait_for(lambda: unit(world, sent).incident == incident)
    world.wait_for(lambda: bool(world.desk.picture.decisions()) and sent in known(world))
    decisions = cast(DecisionsWindow, opened(world, "decisions"))
    world.wait_for(lambda: "were closed, the drive would take" in decisions.known.toPlainText())


def known(world: World) -> dict[str, object]:
    """Return what is stored with the only decision of what closures would do."""
    (decision,) = world.desk.picture.decisions()
    stored = [document.get("fragility") for document in (decision.shown, decision.weighed)]
    return {unit: worst for one in stored if isinstance(one, dict) for unit, worst in one.items()}


def test_a_unit_that_drives_near_is_recommended_without_anybody_asking(world: World) -> None:
    ambulance(world, "M1", MIDDLE)
    roaming = ambulance(world, "M2", FAR)
    incident = stroke(world, NEAR)
    window = world.open_window()
    panel = advised(world, incident)
    assert first(panel) == "M1"
    world.clock.advance(2 * LOOK_EVERY_MS / 1000)
    world.desk.tracks.put({roaming: Position(NEAR, PositionSource.GPS, world.clock.wall_ms())})
    window.seat.ticked.emit(world.clock.wall_ms())
    world.wait_for(lambda: first(panel) == "M2")


def test_enter_on_an_answer_that_does_not_hold_any_more_shows_the_new_one_and_sends_nobody(world: World) -> None:
    ambulance(world, "M1", MIDDLE)
    roaming = ambulance(world, "M2", FAR)
    incident = stroke(world, NEAR)
    window = world.open_window()
    panel = advised(world, incident)
    world.desk.tracks.put({roaming: Position(NEAR, PositionSource.GPS, world.clock.wall_ms())})
    panel.accept()
    world.wait_for(lambda: "changed meanwhile" in window.strip.text.text())
    assert first(panel) == "M2" and not world.desk.picture.decisions()
    world.wait_for(lambda: not panel.looking)
    panel.accept()
    world.wait_for(lambda: unit(world, roaming).incident == incident)


def test_a_unit_that_was_chosen_by_hand_and_is_gone_meanwhile_is_refused_by_name(world: World) -> None:
    near, _far = ambulance(world, "M1", NEAR), ambulance(world, "M2", FAR)
    first_, second = stroke(world, NEAR), stroke(world, MIDDLE)
    window = world.open_window()
    panel = advised(world, first_)
    panel.rows.fold(True)
    rejected = next(n for n in range(panel.rows.rowCount()) if str(panel.rows.index(n).data()).startswith("M2:"))
    panel.rows.toggle(rejected)
    panel.reason.setText("two are needed")
    world.run(world.desk.submit(AssignUnit(second, near)))
    panel.accept()
    world.wait_for(lambda: "M1 is busy with incident 2" in window.strip.text.text())
    assert not world.desk.picture.decisions()


def test_a_closure_that_begins_by_its_time_asks_anew(world: World) -> None:
    ambulance(world, "M1", NEAR)
    incident = stroke(world, NEAR)
    world.run(world.desk.submit(CloseRoad((FAR,), from_ms=world.clock.wall_ms() + 60_000)))
    window = world.open_window()
    panel = advised(world, incident)
    assert panel.rows.recommendation is not None and panel.rows.recommendation.closures == 0
    world.clock.advance(61)
    window.seat.ticked.emit(world.clock.wall_ms())
    world.wait_for(lambda: panel.rows.recommendation is not None and panel.rows.recommendation.closures == 1)


def test_a_relief_is_read_back_as_a_decision_and_a_unit_sent_by_hand_says_so(world: World) -> None:
    late = ambulance(world, "M1", FAR)
    incident = stroke(world, NEAR, priority=2)
    world.run(world.desk.submit(AssignUnit(incident, late, "als-1")))
    world.run(world.desk.submit(SetUnitStatus(late, UnitStatus.ENROUTE)))
    world.clock.advance(60)
    ambulance(world, "M2", street_at(3, 12))
    world.open_window()
    window = cast(MovesWindow, opened(world, "moves"))
    world.wait_for(lambda: not window.looking and window.list.count() == 1)
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    world.wait_for(lambda: unit(world, late).incident is None and not window.looking)
    decisions = cast(DecisionsWindow, opened(world, "decisions"))
    assert "0 changed · 1 units sent by hand" in decisions.summary.text() and decisions.summary.text().startswith("1 sent as recommended")
    assert "Relief: who has become free takes over" in decisions.known.toPlainText()
    assert "M1: It is under way and would still need" in decisions.known.toPlainText()
    decisions.table.selectRow(1)
    assert "the engine was not asked" in decisions.known.toPlainText()


def test_stored_supplies_are_read_back_and_other_ones_are_a_difference(world: World) -> None:
    depot = world.run(world.desk.submit(AddDepot("Central", NEAR))).created[0]
    world.run(world.desk.submit(MoveStock(depot, "life_jacket", 500)))
    ambulance(world, "M1", NEAR)
    incident = world.run(world.desk.submit(ReportIncident("rescue.water", NEAR, "Mill Lane 3"))).created[0]
    window = world.open_window()
    panel = advised(world, incident)
    (supply,) = [n for n in range(panel.rows.rowCount()) if panel.rows.row(n).kind == RowKind.SUPPLY]
    panel.rows.toggle(supply)
    panel.reason.setText("enough on site")
    panel.accept()
    world.wait_for(lambda: bool(world.desk.picture.decisions()))
    decisions = cast(DecisionsWindow, opened(world, "decisions"))
    lines = decisions.known.toPlainText().splitlines()
    assert any(line.startswith("·  4 × ") and " · Central · " in line for line in lines)
    assert "4 × " in str(decisions.rows.index(0, 3).data()) and "4 × " not in str(decisions.rows.index(0, 4).data())
    assert [d.reason for d in decisions.rows.report.overridden] == ["enough on site"]
    window.use_language("zh_CN")
    world.wait_for(lambda: "物资" in decisions.known.toPlainText())
