from __future__ import annotations

from typing import Any

import pytest

from commandcenter.dispatch.handlers import HANDLERS
from commandcenter.model import commands as c
from commandcenter.model.entries import EntryType
from commandcenter.model.errors import Refused
from commandcenter.model.ids import derived_id
from commandcenter.model.words import IncidentState, LonLat

A, B, C_, D = LonLat(0, 0), LonLat(0.01, 0), LonLat(0.01, 0.01), LonLat(0, 0.01)


def test_every_command_has_a_handler() -> None:
    commands = {v for v in vars(c).values() if isinstance(v, type) and issubclass(v, c.Command) and v is not c.Command}
    assert set(HANDLERS) == commands


def test_stock_never_falls_below_zero_nor_below_what_is_promised(stage: Any) -> None:
    incident, depot = stage.incident(), stage.depot("D", 1, 1, blanket=10)
    stage.do(c.MoveStock(depot, "blanket", -3))
    stage.do(c.ReserveStock(depot, "blanket", 5, incident))
    for command in (
        c.MoveStock(depot, "blanket", -3),
        c.MoveStock(depot, "tent_family", -1),
        c.MoveStock(depot, "blanket", -1, batch="other"),
        c.MoveStock(depot, "blanket", 0),
        c.MoveStock(depot, "blanket", 1, expires="soon"),
        c.MoveStock(incident, "blanket", 1),
        c.ReserveStock(depot, "blanket", 3, incident),
        c.ReserveStock(depot, "blanket", 0, incident),
        c.ReserveStock(depot, "blanket", -2, incident),
    ):
        with pytest.raises(Refused):
            stage.do(command)
    stage.do(c.MoveStock(depot, "blanket", -2))
    assert stage.picture.depot(depot).free("blanket") == 0


def test_a_delivery_takes_first_what_expires_first(stage: Any) -> None:
    incident, depot = stage.incident(), stage.depot("D", 1, 1)
    for batch, expires, quantity in (("b", "2028-01-01", 5), ("a", "2027-01-01", 3), ("c", "", 9)):
        stage.do(c.MoveStock(depot, "ration", quantity, "pcs", batch, expires))
    promise = stage.do(c.ReserveStock(depot, "ration", 6, incident))[0].writes[0].key.entity
    stage.do(c.EndReservation(promise, delivered=True))
    assert {s.batch: s.quantity for s in stage.picture.depot(depot).stock} == {"b": 2, "c": 9}
    assert stage.picture.depot(depot).reserved == {}
    with pytest.raises(Refused, match="already"):
        stage.do(c.EndReservation(promise, delivered=False))


def test_an_imported_line_of_stock_is_booked_once(stage: Any) -> None:
    depot, move = stage.depot("D", 1, 1), derived_id("a line")
    stage.do(c.MoveStock(depot, "ration", 5, move_id=move))
    with pytest.raises(Refused, match="already"):
        stage.do(c.MoveStock(depot, "ration", 5, move_id=move))
    assert stage.picture.depot(depot).free("ration") == 5


@pytest.mark.parametrize("shape", [(A,), (A, B), (A, B, C_, A)])
def test_roads_close_and_open(stage: Any, shape: tuple[LonLat, ...]) -> None:
    closure = stage.do(c.CloseRoad(shape, "Mill Lane", "tree", exempt_profiles=("foot",)))[0].writes[0].key.entity
    view = stage.picture.closure(closure)
    assert view.in_force(stage.clock.wall_ms()) and view.shape == shape and view.exempt_profiles == ("foot",)
    stage.do(c.ReopenRoad(closure))
    assert not stage.picture.closure(closure).in_force(stage.clock.wall_ms())
    with pytest.raises(Refused, match="already"):
        stage.do(c.ReopenRoad(closure))


@pytest.mark.parametrize(
    "command",
    [
        c.CloseRoad(()),
        c.CloseRoad((A, B, A)),
        c.CloseRoad((LonLat(0, 91),)),
        c.CloseRoad((A,), until_ms=5),
        c.CloseRoad((A,), from_ms=9**15, until_ms=9**14),
    ],
)
def test_a_closure_that_makes_no_sense_is_refused(stage: Any, command: c.CloseRoad) -> None:
    with pytest.raises(Refused):
        stage.do(command)


def test_messages_and_notes_need_words_and_something_that_exists(stage: Any) -> None:
    incident, unit = stage.incident(), stage.unit("E1")
    stage.do(c.SendMessage("On your way?", incident, unit))
    stage.do(c.AddNote("Wind turns", incident))
    for command in (c.SendMessage(" "), c.AddNote(""), c.SendMessage("x", unit), c.SendMessage("x", None, incident), c.AddNote("x", unit)):
        with pytest.raises(Refused):
            stage.do(command)


def test_an_operation_opens_once_and_operators_have_names(stage: Any) -> None:
    stage.do(c.OpenOperation("Flood", "heidelberg", exercise=True))
    with pytest.raises(Refused, match="already"):
        stage.do(c.OpenOperation("Again", "heidelberg"))
    stage.do(c.SignIn(stage.actor, "Ann", "dispatcher"))
    assert stage.picture.operator_name(stage.actor) == "Ann"
    with pytest.raises(Refused):
        stage.do(c.SignIn(stage.actor, "", "dispatcher"))


def test_accepting_sends_units_reserves_goods_and_keeps_the_decision(stage: Any) -> None:
    incident, depot = stage.incident(), stage.depot("D", 1, 1, blanket=10)
    e1, e2 = stage.unit("E1"), stage.unit("E2")
    shown = {"units": [{"unit_id": e1}, {"unit_id": e2}]}
    done = stage.do(c.AcceptRecommendation(incident, ((e1, "pump-1"), (e2, "pump-2")), ((depot, "blanket", 4),), shown))
    assert [e.type for e in done] == [EntryType.RECOMMENDATION_ACCEPTED, EntryType.UNIT_ASSIGNED, EntryType.UNIT_ASSIGNED, EntryType.STOCK_RESERVED]
    decision = done[0].writes[0].value
    assert decision["shown"] == shown and decision["catalogue"] == stage.catalogue.version
    assert set(stage.picture.incident(incident).units) == {e1, e2}
    assert stage.picture.incident(incident).state == IncidentState.DISPATCHED
    assert stage.picture.depot(depot).free("blanket") == 6


def test_accepting_is_all_or_nothing(stage: Any) -> None:
    incident, depot = stage.incident(), stage.depot("D", 1, 1, blanket=10)
    e1, e2 = stage.unit("E1"), stage.unit("E2")
    shown = {"units": [{"unit_id": e1}]}
    count = stage.log.count()
    for command in (
        c.AcceptRecommendation(incident, ()),
        c.AcceptRecommendation(incident, ((e1, ""), (e1, ""))),
        c.AcceptRecommendation(incident, ((e1, ""), (incident, ""))),
        c.AcceptRecommendation(incident, ((e2, ""),), (), shown),
        c.AcceptRecommendation(incident, ((e1, ""),), ((depot, "blanket", 6), (depot, "blanket", 6))),
        c.AcceptRecommendation(incident, ((e1, ""),), ((depot, "blanket", -6),)),
    ):
        with pytest.raises(Refused):
            stage.do(command)
    assert stage.log.count() == count
    stage.do(c.AcceptRecommendation(incident, ((e2, ""),), (), shown, reason="E1 has no water"))
    assert stage.picture.assignments(incident=incident)[0].reason == "E1 has no water"
