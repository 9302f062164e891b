"""The table of conflicts: when heads disagree, what is shown meanwhile, and that only a person's entry ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Key, Kind, Value
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import ConflictView

if TYPE_CHECKING:
    from tests.unit.picture.conftest import Desk

FIRE, FLOOD, E1 = derived_id("fire"), derived_id("flood"), derived_id("E1")
ASSIGNMENT, STATUS = Key(Kind.UNIT, E1, "assignment"), Key(Kind.UNIT, E1, "status")
Apart = Callable[..., "tuple[Desk, Desk]"]


@pytest.fixture
def apart(new_desk: Callable[..., Desk], clock: FakeClock) -> Apart:
    """Two desks that knew the same, then wrote (left, later right) while apart, then met again."""

    def meet(kind: str, entity: Id, before: dict[str, Value], left: dict[str, Value], right: dict[str, Value]) -> tuple[Desk, Desk]:
        one, two = new_desk(1), new_desk(2)
        one.write(kind, entity, before)
        two.pull(one)
        one.write(kind, entity, left)
        clock.advance(1)
        two.write(kind, entity, right)
        one.pull(two)
        two.pull(one)
        assert one.picture.digest() == two.picture.digest()
        assert one.picture.conflicts() == two.picture.conflicts()
        return one, two

    return meet


def to(incident: Id, assignment: str = "a") -> Value:
    return {"id": derived_id(assignment), "incident": incident, "slot": "pump"}


def the_unit(picture: Picture) -> UnitStatus:
    unit = picture.unit(E1)
    assert unit is not None
    return unit.status


def the_conflict(picture: Picture) -> ConflictView:
    (conflict,) = picture.conflicts()
    return conflict


UNIT: dict[str, Value] = {"callsign": "E1", "status": {"s": "available", "ms": 1}, "assignment": None}
INCIDENT: dict[str, Value] = {"number": 1, "type": "fire", "priority": 3}


def test_a_unit_sent_to_two_places_is_double_booked_and_stands_with_both(apart: Apart) -> None:
    one, two = apart(Kind.UNIT, E1, UNIT, {"assignment": to(FIRE)}, {"assignment": to(FLOOD, "b")})
    for name, incident in (("fire", FIRE), ("flood", FLOOD)):
        one.write(Kind.INCIDENT, incident, {"type": name})
    unit = one.picture.unit(E1)
    assert unit is not None
    assert (unit.conflicts, unit.incident) == (("assignment",), FLOOD)
    for incident in (FIRE, FLOOD):
        view = one.picture.incident(incident)
        assert view is not None
        assert view.units == (E1,)
    conflict = the_conflict(one.picture)
    assert (conflict.key, [value for *_, value in conflict.values]) == (ASSIGNMENT, [to(FLOOD, "b"), to(FIRE)])
    assert [author for _, author, _, _ in conflict.values] == [two.actor, one.actor]


def test_two_desks_that_send_a_unit_to_the_same_place_agree(apart: Apart) -> None:
    one, _ = apart(Kind.UNIT, E1, UNIT, {"assignment": to(FIRE)}, {"assignment": to(FIRE, "b")})
    assert one.picture.conflicts() == ()


def test_released_here_and_sent_there_counts_as_sent_until_settled(apart: Apart) -> None:
    one, _ = apart(Kind.UNIT, E1, UNIT, {"assignment": to(FIRE)}, {"assignment": None})
    unit = one.picture.unit(E1)
    assert unit is not None
    assert (unit.incident, unit.conflicts) == (FIRE, ("assignment",))


def test_a_field_shows_the_later_value_as_provisional(apart: Apart) -> None:
    one, _ = apart(Kind.INCIDENT, FIRE, INCIDENT, {"priority": 1}, {"priority": 4})
    view = one.picture.incident(FIRE)
    assert view is not None
    assert (view.priority, view.conflicts) == (4, ("priority",))


def test_the_same_value_twice_is_no_conflict(apart: Apart) -> None:
    one, _ = apart(Kind.INCIDENT, FIRE, INCIDENT, {"priority": 1}, {"priority": 1})
    view = one.picture.incident(FIRE)
    assert view is not None
    assert (view.priority, view.conflicts, one.picture.conflicts()) == (1, (), ())


def test_when_something_first_happened_is_the_earlier_time(apart: Apart) -> None:
    one, _ = apart(Kind.INCIDENT, FIRE, INCIDENT, {"state_ms:closed": 500}, {"state_ms:closed": 900})
    view = one.picture.incident(FIRE)
    assert view is not None
    assert (view.state_ms, view.conflicts) == ({"closed": 500}, ())


@pytest.mark.parametrize(
    ("left", "right", "shown", "disputed"),
    [
        ("dispatched", "enroute", UnitStatus.ENROUTE, False),
        ("enroute", "dispatched", UnitStatus.ENROUTE, False),
        ("transporting", "enroute", UnitStatus.TRANSPORTING, True),
        ("enroute", "transporting", UnitStatus.TRANSPORTING, True),
        ("on_scene", "on_scene", UnitStatus.ON_SCENE, False),
        ("available", "out_of_service", UnitStatus.OUT_OF_SERVICE, False),
    ],
)
def test_a_status_that_may_follow_the_other_is_the_next_else_the_graver_is_shown(
    apart: Apart, left: str, right: str, shown: UnitStatus, disputed: bool
) -> None:
    one, _ = apart(Kind.UNIT, E1, UNIT, {"status": {"s": left, "ms": 5}}, {"status": {"s": right, "ms": 6}})
    assert the_unit(one.picture) == shown
    assert [conflict.key for conflict in one.picture.conflicts()] == [STATUS] * disputed


@pytest.mark.parametrize(("kind", "name"), [(Kind.MESSAGE, "body"), (Kind.NOTE, "body"), (Kind.STOCK_MOVE, "move")])
def test_records_that_are_only_written_never_disagree(apart: Apart, kind: str, name: str) -> None:
    one, _ = apart(kind, FIRE, {}, {name: {"text": "a"}}, {name: {"text": "b"}})
    assert one.picture.conflicts() == ()


def test_only_an_entry_on_all_heads_ends_a_conflict(apart: Apart, clock: FakeClock) -> None:
    one, two = apart(Kind.UNIT, E1, UNIT, {"assignment": to(FIRE)}, {"assignment": to(FLOOD, "b")})
    clock.advance(86_400)
    assert the_conflict(one.picture).key == ASSIGNMENT
    heads = tuple(entry for entry, *_ in the_conflict(one.picture).values)
    half = one.resolve(ASSIGNMENT, to(FIRE), heads[:1])
    assert one.picture.conflicts() == ()  # both heads now say the same place
    assert len(one.picture.heads(ASSIGNMENT)) == 2
    one.resolve(ASSIGNMENT, to(FLOOD), (half.id,))
    assert the_conflict(one.picture).key == ASSIGNMENT
    one.resolve(ASSIGNMENT, to(FIRE), one.picture.heads(ASSIGNMENT))
    two.pull(one)
    assert two.picture.conflicts() == ()
    assert len(two.picture.heads(ASSIGNMENT)) == 1


def test_stock_promised_twice_is_listed_until_there_is_enough(new_desk: Callable[..., Desk]) -> None:
    one, two = new_desk(1), new_desk(2)
    depot = derived_id("depot")
    one.write(Kind.DEPOT, depot, {"name": "North", "at": [8.5, 49.5]})
    one.write(Kind.STOCK_MOVE, derived_id("in"), {"move": {"depot": depot, "item": "water", "unit": "l", "batch": "", "expires": "", "delta": 100}})
    two.pull(one)
    promise: dict[str, Value] = {"depot": depot, "item": "water", "quantity": 60, "incident": FIRE}
    one.write(Kind.RESERVATION, derived_id("r1"), {"what": promise, "state": "open"})
    assert one.picture.conflicts() == ()
    two.write(Kind.RESERVATION, derived_id("r2"), {"what": {**promise, "incident": FLOOD}, "state": "open"})
    one.pull(two)
    assert depot in one.last.of(Kind.DEPOT)
    conflict = the_conflict(one.picture)
    assert (conflict.key, len(conflict.values)) == (Key(Kind.DEPOT, depot, "stock:water"), 2)
    (view,) = one.picture.depots()
    assert (view.free("water"), view.reserved) == (-20, {"water": 120})
    one.write(Kind.RESERVATION, derived_id("r2"), {"state": "returned"})
    assert one.picture.conflicts() == ()
