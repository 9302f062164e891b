"""Many reports at once at the real window: order, areas, merging with one key, one plan for all; decisions and moves beside it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.commands import AcceptRecommendation, AddUnit, AssignUnit, ChangeUnit, ReportIncident
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState, LonLat, UnitStatus
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.board.tile import TileDelegate
from commandcenter.ui.frame.about_alarm import show_alarm
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.i18n.tr import spoken
from commandcenter.ui.queue.surge import SurgeWindow
from commandcenter.ui.queue.surge_rows import PROPOSED, SAME, Head, Line
from commandcenter.ui.recommend.decisions import DecisionsWindow
from commandcenter.ui.recommend.moves import MovesWindow

from .world import World, street_at

HOUR_S = 3600.0


def opened(world: World, name: str) -> object:
    assert world.window is not None
    return world.window.beside.open(next(kind for kind in WINDOWS if kind.name == name))


def report(world: World, at: LonLat, kind: str = "fire.rubbish", text: str = "", priority: int | None = None) -> Id:
    return world.run(world.desk.submit(ReportIncident(kind, at, "Mill Lane 3", priority, text))).created[0]


def surge(world: World) -> SurgeWindow:
    return cast(SurgeWindow, opened(world, "surge"))


def shown(window: SurgeWindow) -> list[Id]:
    lines = [window.rows.line(row) for row in range(window.rows.rowCount())]
    return [line.incident.id for line in lines if isinstance(line, Line)]


def choose(window: SurgeWindow, incident: Id) -> None:
    window.table.setCurrentIndex(window.rows.index(window.rows.row_of(incident), 0))


def press(window: SurgeWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.table, key, modifier)


def test_what_waits_stands_by_area_in_the_order_of_work(busy: World) -> None:
    window = surge(busy)
    assert sorted(shown(window)) == sorted(i.id for i in busy.desk.advice.waiting().order)
    assert any(isinstance(window.rows.line(row), Head) for row in range(window.rows.rowCount()))
    press(window, Qt.Key.Key_G)
    assert shown(window) == [i.id for i in busy.desk.advice.waiting().order]
    assert window.standing.text().startswith(f"{len(shown(window))} untouched")


def test_a_duplicate_is_merged_with_one_key_and_can_be_kept_apart(busy: World) -> None:
    window = surge(busy)
    first = report(busy, street_at(1, 3), text="smoke from the roof of the school")
    second = report(busy, street_at(1, 3), text="school roof is smoking")
    third = report(busy, street_at(7, 40), text="bin burns behind the theatre")
    fourth = report(busy, street_at(7, 40), text="bin on fire at the theatre")
    busy.wait_for(lambda: {second, third, fourth} <= set(shown(window)) and window.rows.pair(second) and window.rows.pair(fourth))
    choose(window, second)
    assert "%" in str(window.rows.index(window.rows.row_of(second), SAME).data())
    press(window, Qt.Key.Key_M)
    busy.wait_for(lambda: second not in shown(window))
    merged = busy.desk.picture.incident(second)
    assert merged is not None and (merged.state, merged.merged_into) == (IncidentState.MERGED, first)
    assert "merged into" in window.said.text()
    choose(window, fourth)
    press(window, Qt.Key.Key_N)
    busy.wait_for(lambda: window.rows.pair(fourth) is None)
    assert fourth in shown(window)
    assert "not the same" in window.said.text()
    another = surge(busy)
    busy.wait_for(lambda: fourth in shown(another) and another.looked)
    assert another.rows.pair(fourth) is None
    window._seat.undo()
    busy.wait_for(lambda: window.rows.pair(fourth) is not None)


def test_one_plan_for_all_and_all_of_it_with_one_key(busy: World) -> None:
    window = surge(busy)
    press(window, Qt.Key.Key_P)
    busy.wait_for(lambda: bool(window.rows.plan()), 20)
    plan = window.rows.plan()
    sent = [unit.unit_id for found in plan for unit in found.units]
    assert len(sent) == len(set(sent)) > 1
    first = plan[0]
    assert first.incident_id is not None
    choose(window, first.incident_id)
    assert first.units[0].callsign in str(window.rows.index(window.rows.row_of(first.incident_id), PROPOSED).data())
    press(window, Qt.Key.Key_S)
    busy.wait_for(lambda: first.incident_id not in shown(window))
    press(window, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    busy.wait_for(lambda: not window.rows.plan())
    for found in plan:
        assert found.incident_id is not None
        incident = busy.desk.picture.incident(found.incident_id)
        assert incident is not None and {unit.unit_id for unit in found.units} <= set(incident.units)
    busy.wait_for(lambda: any(decision.weighed for decision in busy.desk.picture.decisions()))


def test_what_is_being_sent_goes_on_when_the_window_is_closed(busy: World) -> None:
    window = surge(busy)
    press(window, Qt.Key.Key_P)
    busy.wait_for(lambda: len(window.rows.plan()) > 1, 20)
    plan = window.rows.plan()
    window.send_button.click()
    assert window.sending and window.send_button.text() == f"Stop: 0 of {len(plan)} sent …"
    window.close()

    def all_sent() -> bool:
        views = [busy.desk.picture.incident(found.incident_id) for found in plan if found.incident_id is not None]
        return all(view is not None and view.units for view in views)

    busy.wait_for(all_sent)


def test_planning_and_sending_can_be_stopped_and_the_rest_stays_proposed(busy: World) -> None:
    window = surge(busy)
    window.plan_button.click()
    assert window.planning and window.plan_button.text() == "Cancel"
    window.plan_button.click()
    busy.wait_for(lambda: window.said.text() == "The plan was given up.")
    assert not window.rows.plan() and window.plan_button.text() == "Plan together"
    window.plan_button.click()
    busy.wait_for(lambda: len(window.rows.plan()) > 1, 20)
    plan = window.rows.plan()
    window.send_button.click()
    window.send_button.click()
    busy.wait_for(lambda: not window.sending)
    assert window.said.text() == f"Stopped: sent to 1 of {len(plan)} incidents"
    busy.wait_for(lambda: len(window.rows.plan()) == len(plan) - 1)


def test_what_the_columns_cut_off_is_said_of_the_chosen_incident(busy: World) -> None:
    window = surge(busy)
    report(busy, street_at(1, 3), text="smoke from the roof of the school")
    second = report(busy, street_at(1, 3), text="school roof is smoking")
    busy.wait_for(lambda: second in shown(window) and window.rows.pair(second))
    choose(window, second)
    assert "m and" in window.about.text()
    press(window, Qt.Key.Key_P)
    busy.wait_for(lambda: window.rows.proposed(second) is not None, 20)
    found = window.rows.proposed(second)
    assert found is not None
    busy.wait_for(lambda: all(unit.callsign in window.about.text() for unit in found.units))


def test_what_waits_long_moves_up_in_the_queue_and_is_said(busy: World) -> None:
    assert busy.window is not None
    queue = busy.window.queue
    old = report(busy, street_at(2, 9), priority=4)
    busy.wait_for(lambda: queue.rows.row_of(old) >= 0)
    before = queue.rows.row_of(old)
    busy.clock.advance(3 * HOUR_S)
    fresh = [report(busy, street_at(3, n), priority=3) for n in range(3)]
    busy.wait_for(lambda: all(queue.rows.row_of(i) >= 0 for i in fresh))
    queue.rows.age()
    assert queue.rows.row_of(old) < min(queue.rows.row_of(i) for i in fresh)
    assert before >= 0 and "untouched · the oldest for" in queue.untouched.text()
    assert queue.untouched.property("role") == "warn"


def test_decisions_show_what_was_known_and_where_people_differ(busy: World) -> None:
    assert busy.window is not None
    incident = report(busy, street_at(4, 5))
    answer = busy.run(busy.desk.recommend(incident))
    from commandcenter.dispatch.jsonform import to_json

    other = next(r for r in answer.rejected if r.eta_s is not None)
    command = AcceptRecommendation(incident, ((other.unit_id, "pump-1"),), (), to_json(answer), "Crew knows the site")
    busy.run(busy.desk.submit(command))
    window = cast(DecisionsWindow, opened(busy, "decisions"))
    window.different.click()
    assert window.rows.rowCount() >= 1
    assert "Crew knows the site" in str(window.rows.index(0, 6).data())
    window.table.selectRow(0)
    known = window.known.toPlainText()
    assert answer.units[0].callsign in known and str(answer.units[0].reason) in known and "Not chosen" in known
    busy.window.use_language("zh_CN")
    busy.wait_for(lambda: "未选用" in window.known.toPlainText())
    known = window.known.toPlainText()
    assert str(answer.units[0].reason) not in known and spoken(answer.units[0].reason) in known
    busy.window.use_language("en")
    busy.wait_for(lambda: "Not chosen" in window.known.toPlainText())
    assert "1 changed" in window.summary.text()


def test_moves_say_what_is_covered_and_where_nobody_is_free_that(busy: World) -> None:
    window = cast(MovesWindow, opened(busy, "moves"))
    busy.wait_for(lambda: not window.looking, 20)
    assert window.standing.text().startswith("No unit with advanced life support is free")
    window.look_at("pump")
    busy.wait_for(lambda: not window.looking and "% of the region" in window.standing.text(), 20)
    window.close()


def moves_with_one(world: World) -> MovesWindow:
    """Open the window in a town where three ambulances stand at one station and another one is empty."""
    picture = world.desk.picture
    near, far = sorted(picture.stations(), key=lambda s: (s.at.lon, s.at.lat))[:: len(picture.stations()) - 1]
    for unit in picture.units():
        if unit.capabilities.get("als") and unit.status == UnitStatus.AVAILABLE:
            others = {name: count for name, count in unit.capabilities.items() if name != "als"}
            world.run(world.desk.submit(ChangeUnit(unit.id, {"capabilities": others})))
    kind = world.desk.catalogue.kinds["als"]
    for n in range(3):
        world.run(world.desk.submit(AddUnit(f"Z{n}", "als", kind.capabilities, kind.crew, near.id, near.at, kind.profile)))
    assert far is not near
    window = cast(MovesWindow, opened(world, "moves"))
    world.wait_for(lambda: not window.looking and window.list.count() > 0, 30)
    return window


def test_a_suggested_move_is_ordered_declined_and_told_in_the_decisions(busy: World) -> None:
    assert busy.window is not None
    window = moves_with_one(busy)
    assert window.form.chosen is not None and not window.form.differs
    callsign, station = window.form.unit.currentText(), window.form.station.currentText()
    assert "Without" in window.standing.text()
    window.tell.click()
    busy.wait_for(lambda: len(busy.desk.picture.duty.orders()) == 1)
    (order,), (decision,) = busy.desk.picture.duty.orders(), busy.desk.picture.decisions()
    assert order.text == f"Move up to {station}" and order.decision == decision.id
    decisions = cast(DecisionsWindow, opened(busy, "decisions"))
    decisions.table.selectRow(0)
    assert [decisions.rows.index(0, n).data() for n in (2, 3, 4)] == ["Move-up", f"{callsign} → {station}", f"{callsign} → {station}"]
    known = decisions.known.toPlainText()
    assert "Move for coverage" in known and "was expected to be covered; with the move" in known
    assert "adds most to the coverage" in known and "Not chosen: 2 units" in known
    busy.wait_for(lambda: not window.looking)
    window._seat.undo()
    busy.wait_for(lambda: busy.desk.picture.duty.orders()[0].withdrawn is not None)
    window.ask()
    busy.wait_for(lambda: not window.looking and window.list.count() > 0, 30)
    window.decline.click()
    strip = busy.window.strip
    busy.wait_for(lambda: "The reason is empty" in strip.text.text())
    window.form.reason.setText("shift ends")
    window.decline.click()
    busy.wait_for(lambda: len(busy.desk.picture.decisions()) == 2 and not window.looking)
    assert "shift ends" in str(decisions.rows.index(0, 6).data())
    window.close()


def test_coverage_that_fell_is_an_alarm_that_opens_the_moves(busy: World) -> None:
    assert busy.window is not None
    main, picture = busy.window, busy.desk.picture
    for unit in picture.units():
        if unit.capabilities.get("als") and unit.status == UnitStatus.AVAILABLE:
            busy.run(busy.desk.submit(AssignUnit(report(busy, street_at(3, 3)), unit.id)))
    busy.wait_for(lambda: any(fall.capability == "als" for fall in main.cover.found()), 30)
    busy.clock.advance(120)
    main.watch.look()
    alarm = next(a for a in main.watch.alarms if a.kind is AlarmKind.COVER_FALLEN and "life support" in str(a.text))
    assert "coverage fell from" in str(alarm.text) and not alarm.sounding
    show_alarm(main, alarm)
    window = cast(MovesWindow, main.beside.open_windows["moves"])
    assert window.capability.currentData() == "als"
    busy.wait_for(lambda: not window.looking, 30)
    window.close()


def test_a_search_for_moves_can_be_given_up_and_asked_anew(busy: World) -> None:
    window = cast(MovesWindow, opened(busy, "moves"))
    assert window.cancel.isEnabled()
    window.cancel.click()
    busy.wait_for(lambda: "given up" in window.standing.text())
    assert not window.cancel.isEnabled()
    window.again.click()
    busy.wait_for(lambda: not window.looking and "is free" in window.standing.text(), 20)
    assert "given up" not in window.standing.text()
    window.close()


def test_a_unit_whose_crew_is_out_says_with_whom(busy: World) -> None:
    assert busy.window is not None
    free = [u for u in busy.desk.picture.units() if u.status == "available" and u.incident is None][:2]
    for unit in free:
        busy.run(busy.desk.submit(ChangeUnit(unit.id, {"shared_crew": "west"})))
    incident = report(busy, street_at(5, 5))
    busy.run(busy.desk.submit(AcceptRecommendation(incident, ((free[0].id, ""),))))
    left = busy.desk.picture.unit(free[1].id)
    assert left is not None and left.crew_with == free[0].id
    index = next(busy.window.board.rows.index(n) for n in range(busy.window.board.rows.rowCount()) if busy.window.board.rows.id_at(n) == left.id)
    delegate = TileDelegate(busy.window.context.seat)
    assert delegate._words(index.data(int(Qt.ItemDataRole.UserRole))) == f"crew with {free[0].callsign}"
