"""What the picture shows of each thing, in plain situations and in odd ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import IncidentState, LonLat, UnitStatus
from commandcenter.picture.history import picture_at, picture_of

if TYPE_CHECKING:
    from tests.unit.picture.conftest import Desk

FIRE, FLOOD, CALL, E1 = (derived_id(word) for word in ("fire", "flood", "call", "E1"))
NewDesk = Callable[..., "Desk"]


def incident(number: int, **more: Value) -> dict[str, Value]:
    return {"number": number, "type": "fire.structure", "state": "reported", "priority": 2, "at": [8.5, 49.25], "address": "Mill Lane 12", **more}


def test_an_incident_with_its_calls_units_and_times(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.write(Kind.INCIDENT, FIRE, {**incident(7), "state_ms:reported": 10, "reported_ms": 10, "grade": 3, "alarm_level": 2, "text": "smoke"})
    desk.write(Kind.CALL, CALL, {"type": "fire", "taken_ms": 9, "address": "Mill Lane", "incident": FIRE})
    assert FIRE in desk.last.of(Kind.INCIDENT)
    desk.write(Kind.UNIT, E1, {"callsign": "E1", "assignment": {"id": derived_id("a"), "incident": FIRE, "slot": "pump"}})
    desk.write(
        Kind.ASSIGNMENT, derived_id("a"), {"unit": E1, "incident": FIRE, "slot": "pump", "by": desk.actor, "t:dispatched": 11, "t:enroute": 12}
    )
    desk.write(Kind.INCIDENT, FIRE, {"state": "dispatched", "state_ms:dispatched": 11})
    (view,) = desk.picture.incidents()
    assert (view.number, view.state, view.at, view.grade, view.alarm_level) == ("7", IncidentState.DISPATCHED, LonLat(8.5, 49.25), 3, 2)
    assert (view.state_ms, view.units, view.calls, view.open) == ({"reported": 10, "dispatched": 11}, (E1,), (CALL,), True)
    (assignment,) = desk.picture.assignments(incident=FIRE)
    assert desk.picture.assignments(unit=E1) == desk.picture.assignments(incident=FIRE, unit=E1) == desk.picture.assignments() == (assignment,)
    assert (assignment.times_ms, assignment.ended_ms, assignment.by) == ({"dispatched": 11, "enroute": 12}, None, desk.actor)
    assert desk.picture.assignments(incident=FLOOD) == desk.picture.assignments(incident=FIRE, unit=FLOOD) == ()
    unit = desk.picture.unit(E1)
    assert unit is not None
    assert (unit.incident, unit.slot, unit.status) == (FIRE, "pump", UnitStatus.OUT_OF_SERVICE)


def test_a_released_unit_leaves_its_incident_and_both_are_repainted(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.write(Kind.INCIDENT, FIRE, incident(1))
    desk.write(Kind.UNIT, E1, {"callsign": "E1", "assignment": {"id": derived_id("a"), "incident": FIRE, "slot": ""}})
    desk.write(Kind.UNIT, E1, {"assignment": None})
    assert (desk.last.of(Kind.INCIDENT), desk.last.of(Kind.UNIT)) == (frozenset({FIRE}), frozenset({E1}))
    view = desk.picture.incident(FIRE)
    assert view is not None
    assert view.units == ()


def test_the_same_number_taken_apart_is_told_apart(new_desk: NewDesk, clock: FakeClock) -> None:
    one, two = new_desk(1), new_desk(2)
    two.write(Kind.INCIDENT, FLOOD, incident(42))
    clock.advance(1)
    one.write(Kind.INCIDENT, FIRE, incident(42))
    assert one.picture.next_number() == 43
    one.pull(two)
    assert one.last.of(Kind.INCIDENT) == {FIRE, FLOOD}
    two.pull(one)
    for desk in (one, two):
        assert {view.id: view.number for view in desk.picture.incidents()} == {FLOOD: "42", FIRE: "42-b"}
        found = desk.picture.incident_by_number("42-b")
        assert found is not None
        assert found.id == FIRE
    assert one.picture.incident_by_number("43") is one.picture.incident_by_number("x") is None


def test_a_number_that_is_given_up_renames_those_that_shared_it(new_desk: NewDesk, clock: FakeClock) -> None:
    desk = new_desk()
    for thing in (FIRE, FLOOD):
        desk.write(Kind.INCIDENT, thing, incident(42))
        clock.advance(1)
    assert {view.id: view.number for view in desk.picture.incidents()} == {FIRE: "42", FLOOD: "42-b"}
    desk.write(Kind.INCIDENT, FIRE, {"number": 50})
    assert desk.last.of(Kind.INCIDENT) == {FIRE, FLOOD}
    assert {view.id: view.number for view in desk.picture.incidents()} == {FIRE: "50", FLOOD: "42"}


def test_a_hidden_section_hides_its_values_and_nothing_else(new_desk: NewDesk) -> None:
    one, partner = new_desk(1), new_desk(2)
    one.write(Kind.CALL, CALL, {"type": "fire", "taken_ms": 5})
    one.write(Kind.CALL, CALL, {"caller_name": "Eve"}, section="pii")
    one.write(Kind.CALL, CALL, {"caller_name": "Eva"}, section="pii")
    partner.pull(one, "pii")
    assert partner.picture.digest() == one.picture.digest()
    (known,), (hidden,) = one.picture.calls(), partner.picture.calls()
    assert (known.caller_name, hidden.caller_name, hidden.type) == ("Eva", None, "fire")
    partner.write(Kind.CALL, CALL, {"caller_name": "Ewa"}, section="pii")
    one.pull(partner)
    assert one.picture.conflicts() == ()
    assert one.picture.calls()[0].caller_name == "Ewa"


def test_what_a_newer_program_wrote_is_kept_and_shown(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.write("balloon", derived_id("balloon"), {"colour": "red"}, type_="BalloonRaised", about={"height_m": 30})
    desk.write(Kind.UNIT, E1, {"callsign": "E1", "status": {"s": "hovering"}, "capabilities": [1], "crew": "many", "at": [1]})
    lines = desk.picture.lines(10)
    assert [line.type for line in lines] == ["Changed", "BalloonRaised"]
    assert lines[1].summary == {"height_m": 30, "colour": "red"}
    assert desk.last.of(Kind.UNIT) == {E1}
    (unit,) = desk.picture.units()
    assert (unit.status, unit.capabilities, unit.crew, unit.at) == (UnitStatus.OUT_OF_SERVICE, {}, 0, LonLat(0, 0))


def test_places_closures_and_stock(new_desk: NewDesk) -> None:
    desk = new_desk()
    for kind in (Kind.STATION, Kind.FACILITY):
        desk.write(kind, derived_id(kind), {"name": "North", "names": {"zh": "北"}, "kind": "hospital", "at": [8, 49.5]})
    (station,), (facility,) = desk.picture.stations(), desk.picture.facilities()
    assert (station.name, station.names, station.at, facility.kind) == ("North", {"zh": "北"}, LonLat(8, 49.5), "hospital")
    what: dict[str, Value] = {"shape": [[8, 49], [8.5, 49]], "name": "bridge", "reason": "flood", "from_ms": 100, "until_ms": 200, "exempt": ["boat"]}
    desk.write(Kind.CLOSURE, derived_id("closure"), {"what": what})
    (closure,) = desk.picture.closures()
    assert (closure.shape, closure.exempt_profiles) == ((LonLat(8, 49), LonLat(8.5, 49)), ("boat",))
    assert [closure.in_force(ms) for ms in (99, 100, 199, 200)] == [False, True, True, False]
    desk.write(Kind.CLOSURE, derived_id("closure"), {"reopened": True})
    assert not desk.picture.closures()[0].in_force(150)
    depot = derived_id("depot")
    desk.write(Kind.DEPOT, depot, {"name": "South", "at": [8, 49]})
    for number, (batch, delta) in enumerate([("a", 5), ("b", 7), ("a", -5), ("b", 1)]):
        move: dict[str, Value] = {"depot": depot, "item": "water", "unit": "l", "batch": batch, "expires": "2027-01-01", "delta": delta}
        desk.write(Kind.STOCK_MOVE, derived_id("move", str(number)), {"move": move})
        assert desk.last.of(Kind.DEPOT) == {depot}
    (view,) = desk.picture.depots()
    assert [(stock.batch, stock.quantity) for stock in view.stock] == [("b", 8)]


def test_what_is_not_known_is_none(new_desk: NewDesk) -> None:
    picture = new_desk().picture
    nobody = Id("f" * 32)
    getters = (
        picture.incident,
        picture.call,
        picture.unit,
        picture.assignment,
        picture.station,
        picture.facility,
        picture.depot,
        picture.reservation,
        picture.closure,
    )
    assert [get(nobody) for get in getters] == [None] * len(getters)
    assert (picture.operator_name(nobody), picture.next_number()) == ("", 1)


def test_lines_tell_facts_newest_first_and_page(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.write(Kind.OPERATOR, desk.actor, {"name": "Ann", "role": "dispatcher"}, type_="OperatorSignedIn")
    desk.write(Kind.INCIDENT, FIRE, incident(42), type_="IncidentReported")
    desk.write(Kind.UNIT, E1, {"callsign": "Engine 1", "status": {"s": "enroute", "ms": 4}}, type_="UnitStatusChanged")
    desk.write(Kind.CALL, CALL, {"caller_name": "Eve", "incident": FIRE}, section="pii", type_="CallTaken")
    desk.write(Kind.NOTE, derived_id("note"), {"body": {"text": "bridge holds", "incident": FIRE, "unit": None}}, type_="NoteAdded")
    depot = derived_id("depot")
    desk.write(Kind.DEPOT, depot, {"name": "South"})
    desk.write(Kind.RESERVATION, derived_id("r"), {"what": {"depot": depot, "item": "water", "quantity": 5, "incident": FIRE}}, type_="StockReserved")
    lines = desk.picture.lines(100)
    assert [line.position for line in lines] == [7, 6, 5, 4, 3, 2, 1]
    reserved, _, note, call, status, reported, _ = lines
    assert {line.actor_name for line in lines} == {"Ann"}
    assert (reserved.incident, reserved.summary["depot"], reserved.summary["item"], reserved.summary["quantity"]) == (FIRE, "South", "water", 5)
    assert (note.incident, note.unit, note.summary["text"], note.summary["number"]) == (FIRE, None, "bridge holds", "42")
    assert (status.unit, status.summary) == (E1, {"callsign": "Engine 1", "status": "enroute"})
    assert (reported.summary["number"], reported.summary["address"], reported.summary["type"]) == ("42", "Mill Lane 12", "fire.structure")
    assert (call.incident, "Eve" in str(call.summary)) == (FIRE, False)
    assert [line.position for line in desk.picture.lines(2)] == [7, 6]
    assert [line.position for line in desk.picture.lines(3, before=6)] == [5, 4, 3]
    assert desk.picture.lines(3, before=99) == ()


def test_a_line_that_comes_late_stands_where_it_belongs(new_desk: NewDesk) -> None:
    early, late = new_desk(1, FakeClock()), new_desk(2, FakeClock(FakeClock().wall_ms() + 30_000))
    late.write(Kind.NOTE, derived_id("n1"), {"body": {"text": "second"}})
    early.write(Kind.NOTE, derived_id("n2"), {"body": {"text": "first"}})
    late.pull(early)
    assert [line.summary["text"] for line in late.picture.lines(5)] == ["second", "first"]


def test_the_picture_of_a_moment(new_desk: NewDesk, clock: FakeClock) -> None:
    desk = new_desk()
    digests = {}
    for priority in (1, 2, 3):
        desk.write(Kind.INCIDENT, FIRE, incident(1, priority=priority))
        digests[clock.wall_ms()] = desk.picture.digest()
        clock.advance(60)
    for moment_ms, digest in digests.items():
        assert picture_at(desk.log.operation, desk.log.entries(), moment_ms).digest() == digest
    assert picture_at(desk.log.operation, desk.log.entries(), 0).incidents() == ()
    assert picture_of(desk.log.operation, desk.log.entries()).incidents() == desk.picture.incidents()
