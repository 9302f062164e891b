"""Each row of the queue says what runs at its incident: the worst of what is overdue, else the next timer, else its age."""

from __future__ import annotations

from PySide6.QtCore import Qt

from commandcenter.model.commands import AnswerAlarm, AnswerOrder, AssignUnit, DeclareMayday, ReportIncident, SendOrder, SetTimer
from commandcenter.model.ids import Id
from commandcenter.model.words import OrderState, UnitStatus
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.i18n import formats
from commandcenter.ui.queue.delegate import IncidentDelegate

from .world import HOME, World


def under_way(world: World) -> tuple[Id, Id]:
    """Return an incident to which a unit was sent, and that unit."""
    incident = world.run(world.desk.submit(ReportIncident("fire.vehicle", HOME, "Mill Lane 1"))).created[-1]
    unit = next(one.id for one in world.desk.picture.units() if one.status == UnitStatus.AVAILABLE)
    world.run(world.desk.submit(AssignUnit(incident, unit)))
    return incident, unit


def state(world: World, incident: Id) -> str:
    """Return what the row says at its right end."""
    assert world.window is not None
    world.window.watch.look()
    view = world.desk.picture.incident(incident)
    assert view is not None
    delegate = world.window.queue.list.itemDelegate()
    assert isinstance(delegate, IncidentDelegate)
    return delegate.call_clock(view)[0]


def row(world: World, incident: Id, role: Qt.ItemDataRole) -> str:
    assert world.window is not None
    rows = world.window.queue.rows
    return str(rows.index(rows.row_of(incident)).data(role))


def test_an_order_without_an_answer_marks_the_row_of_its_incident(busy: World) -> None:
    incident, unit = under_way(busy)
    assert "order" not in state(busy, incident)
    order = busy.run(busy.desk.submit(SendOrder("hold the bridge", (unit,), incident, urgent=True))).created[0]
    assert "order" not in state(busy, incident)
    busy.clock.advance(200)
    allowed_s = busy.desk.catalogue.watch[AlarmKind.ORDER_UNANSWERED].after_ms(1) // 1000
    assert state(busy, incident) == f"order unanswered {formats.eta(200 - allowed_s)} !", "so long it is overdue"
    assert "order unanswered" in row(busy, incident, Qt.ItemDataRole.AccessibleTextRole)
    assert "hold the bridge" in row(busy, incident, Qt.ItemDataRole.ToolTipRole)
    busy.run(busy.desk.submit(AnswerOrder(order, unit, OrderState.ACCEPTED)))
    assert "order" not in state(busy, incident)


def test_the_worst_of_several_is_said_and_one_in_hand_is_calm(busy: World) -> None:
    incident, unit = under_way(busy)
    busy.run(busy.desk.submit(SendOrder("hold the bridge", (unit,), incident, urgent=True)))
    busy.clock.advance(200)
    busy.run(busy.desk.submit(DeclareMayday(unit, "floor collapsed")))
    assert state(busy, incident).startswith("MAYDAY") and state(busy, incident).endswith("!")
    window = busy.window
    assert window is not None
    for alarm in [one for one in window.watch.alarms if one.incident == incident]:
        busy.run(busy.desk.submit(AnswerAlarm(alarm.id)))
    assert state(busy, incident).startswith("MAYDAY") and not state(busy, incident).endswith("!")


def test_silence_beyond_the_contact_interval_marks_the_row(busy: World) -> None:
    incident, _unit = under_way(busy)
    assert busy.window is not None
    busy.window.watch.look()
    busy.clock.advance(4 * 3600)
    busy.window.watch.look()
    kinds = {alarm.kind for alarm in busy.window.watch.alarms if alarm.incident == incident}
    assert kinds & {AlarmKind.CONTACT_LATE, AlarmKind.TURNOUT_LATE}
    assert state(busy, incident).startswith(("no contact 3 h", "turnout late 3 h"))


def test_the_next_timer_of_an_incident_is_counted_down(busy: World) -> None:
    incident, _unit = under_way(busy)
    now_ms = busy.clock.wall_ms()
    for minutes in (5, 2):
        busy.run(busy.desk.submit(SetTimer(f"look after {minutes}", now_ms + 60_000 * minutes, incident)))
    assert state(busy, incident) == "timer in 2:00"
    assert "look after 2" in row(busy, incident, Qt.ItemDataRole.ToolTipRole)
    busy.clock.advance(125)
    assert state(busy, incident).startswith("timer due")
