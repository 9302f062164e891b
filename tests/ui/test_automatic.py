"""What the policy sends by itself at the real window: a countdown in sight, one key that stops it, and an alarm where it could not be."""

from __future__ import annotations

import dataclasses

import pytest

from commandcenter.dispatch.automatic import WhyNot
from commandcenter.model.commands import AssignUnit, ChangeIncident, ReportIncident, SetUnitStatus
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.resources.policy import Automatic
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.main_window import MainWindow

from .world import World, street_at

KIND = "fire.rubbish"
AFTER_S = 20


@pytest.fixture
def town(busy: World) -> World:
    """A town in whose policy one type is sent by itself; the clock of its window is ours alone."""
    desk = busy.desk
    desk.catalogue = dataclasses.replace(
        desk.catalogue, policy=dataclasses.replace(desk.catalogue.policy, automatic=Automatic({KIND: AFTER_S}, True))
    )
    window_of(busy).seat._timer.stop()
    return busy


def window_of(world: World) -> MainWindow:
    assert world.window is not None
    return world.window


def report(world: World, at: LonLat | None = None) -> Id:
    return world.run(world.desk.submit(ReportIncident(KIND, at or street_at(4, 5), "Mill Lane 3"))).created[0]


def seconds(world: World, count: int) -> None:
    """Let seconds go by as the window's timer would tell them."""
    for _ in range(count):
        world.clock.advance(1)
        window_of(world).automatic.look()


def count_down(world: World, incident: Id) -> None:
    """Let the countdown run out."""
    window_of(world).automatic.look()
    seconds(world, AFTER_S)


def came_of(world: World, incident: Id) -> tuple[str, str] | None:
    view = world.desk.picture.incident(incident)
    assert view is not None
    return None if view.automatic is None else (view.automatic.state, view.automatic.why)


def test_the_recommendation_is_sent_when_nobody_stops_it_with_one_key(town: World) -> None:
    incident = report(town)
    window = window_of(town)
    answer = town.run(town.desk.recommend(incident))
    window.automatic.look()
    assert window.countdown.isVisible() and "by itself in 0:20" in window.countdown.said.text()
    assert "Ctrl+. stops" in window.strip.text.text()
    seconds(town, AFTER_S - 1)
    assert "by itself in 0:01" in window.countdown.said.text() and came_of(town, incident) is None
    seconds(town, 1)
    town.wait_for(lambda: came_of(town, incident) == ("sent", ""))
    view = town.desk.picture.incident(incident)
    assert view is not None and set(view.units) == {unit.unit_id for unit in answer.units}
    (decision,) = [one for one in town.desk.picture.decisions() if one.incident == incident]
    assert decision.policy == town.desk.catalogue.version
    window.automatic.look()
    assert not window.countdown.isVisible()
    town.wait_for(lambda: "by policy" in window.strip.text.text())
    window.seat.undo()
    town.wait_for(lambda: not (one := town.desk.picture.incident(incident)) or not one.units)
    seconds(town, 2 * AFTER_S)
    assert window.automatic.counting == ()
    incident = report(town, street_at(9, 30))
    window.automatic.look()
    window.acts["stop_sending"]()
    town.wait_for(lambda: came_of(town, incident) == ("stopped", ""))
    seconds(town, 2 * AFTER_S)
    assert window.automatic.counting == () and not window.countdown.isVisible()
    view = town.desk.picture.incident(incident)
    assert view is not None and view.units == ()
    window.acts["stop_sending"]()
    assert "Nothing is about to be sent" in window.strip.text.text()


def test_what_a_person_has_to_look_at_is_not_sent_and_alarms(town: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = report(town), report(town)
    count_down(town, first)
    town.wait_for(lambda: came_of(town, first) == ("failed", WhyNot.DUPLICATE) and came_of(town, second) == ("failed", WhyNot.DUPLICATE))
    watch = window_of(town).watch
    watch.look()
    assert {alarm.incident for alarm in watch.alarms if alarm.kind is AlarmKind.NOT_SENT} == {first, second}
    incident = report(town, street_at(9, 40))
    monkeypatch.setattr(window_of(town).automatic, "_attended", lambda: False)
    count_down(town, incident)
    town.wait_for(lambda: came_of(town, incident) == ("failed", WhyNot.UNATTENDED))
    monkeypatch.undo()
    for unit in town.desk.picture.units():
        if unit.status is UnitStatus.AVAILABLE:
            town.run(town.desk.submit(SetUnitStatus(unit.id, UnitStatus.OUT_OF_SERVICE)))
    other = report(town, street_at(9, 30))
    count_down(town, other)
    town.wait_for(lambda: came_of(town, other) in {("failed", WhyNot.NOBODY), ("failed", WhyNot.UNFILLED)})
    late = report(town, street_at(2, 20))
    town.clock.advance(600)
    window_of(town).automatic.look()
    town.wait_for(lambda: came_of(town, late) == ("failed", WhyNot.LATE))


def test_a_change_or_a_pause_begins_it_anew_a_person_ends_it_and_another_desk_never_sends(town: World, monkeypatch: pytest.MonkeyPatch) -> None:
    incident = report(town)
    window = window_of(town)
    window.automatic.look()
    seconds(town, 15)
    town.run(town.desk.submit(ChangeIncident(incident, {"priority": 2})))
    seconds(town, 6)
    assert window.automatic.counting[0].left_s == AFTER_S - 5
    town.clock.advance(30)  # asleep
    window.automatic.look()
    assert window.automatic.counting[0].left_s == AFTER_S
    free = next(unit.id for unit in town.desk.picture.units() if unit.status is UnitStatus.AVAILABLE)
    town.run(town.desk.submit(AssignUnit(incident, free)))
    window.automatic.look()
    assert window.automatic.shown is None and came_of(town, incident) is None
    incident = report(town, street_at(9, 30))
    monkeypatch.setattr("commandcenter.ui.automatic.sender.reported_by", lambda _picture, _incident: Id("another"))
    count_down(town, incident)
    assert [one.mine for one in window.automatic.counting] == [False]
    assert "by the desk that took it" in window.countdown.said.text()
    seconds(town, AFTER_S)
    town.settle()
    assert came_of(town, incident) is None
    window.countdown.stop.click()
    town.wait_for(lambda: came_of(town, incident) == ("stopped", ""))
