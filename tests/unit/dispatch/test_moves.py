"""Moves for coverage are decisions like any other: kept whole, compared with what was suggested, taken back by withdrawing the order."""

from __future__ import annotations

from typing import Any

import pytest

from commandcenter.dispatch.coverage import MoveUp, cover, move_ups
from commandcenter.dispatch.differences import differences, report_json
from commandcenter.dispatch.eligibility import field_of
from commandcenter.dispatch.jsonform import move_json
from commandcenter.dispatch.kept_rejections import rejections_of
from commandcenter.dispatch.situation import situation_of
from commandcenter.model import commands as c
from commandcenter.model.entries import EntryType
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, OrderState
from commandcenter.picture.decisions import MOVE
from commandcenter.ui.compensation import compensation


def station(stage: Any, name: str, x: int, y: int) -> Id:
    made: Id = stage.do(c.AddStation(name, "ambulance_station", LonLat(x * 0.01, y * 0.01)))[0].writes[0].key.entity
    return made


def crowded(stage: Any) -> dict[str, Id]:
    """Three units at one station, and an empty station far off."""
    west = station(stage, "West", 2, 1)
    found = {"West": west, "Far": station(stage, "Far", 6, 6)}
    return found | {f"M{n}": stage.unit(f"M{n}", "als", 2, 1, station=west) for n in range(3)}


def suggested(stage: Any, grid: Any, ordered: dict[Id, Id] | None = None) -> tuple[MoveUp, ...]:
    field = field_of(situation_of(stage.picture, {}, stage.clock.wall_ms()), stage.catalogue, grid, 5)
    policy = stage.catalogue.policy.coverage
    return move_ups(cover(field, "als", grid.places(96), policy.within_min), stage.picture.stations(), grid, policy, ordered or {})


def order(stage: Any, move: MoveUp, **other: Any) -> Any:
    told = {"unit_id": move.unit_id, "station_id": move.station_id, "text": "Move up", "shown": move_json(move, "als"), **other}
    return stage.do(c.OrderMove(**told))


def test_a_followed_suggestion_is_kept_with_its_order(stage: Any, grid: Any) -> None:
    town = crowded(stage)
    move = suggested(stage, grid)[0]
    (entry,) = order(stage, move)
    (view,), (decision,) = stage.picture.duty.orders(), stage.picture.decisions()
    assert (entry.type, view.decision, decision.order) == (EntryType.MOVE_ORDERED, decision.id, view.id)
    assert (view.text, tuple(view.answers), view.incident) == ("Move up", (move.unit_id,), None)
    assert decision.move and decision.incident is None and (decision.units, decision.station) == (((move.unit_id, ""),), town["Far"])
    assert decision.catalogue == stage.catalogue.version and decision.shown["as_of_ms"] == move.as_of_ms
    assert [r.callsign for r in rejections_of(decision.shown)] == ["M1", "M2"]
    (one,) = differences(stage.picture).decisions
    assert not one.differs and (one.type, one.advised, one.sent) == (MOVE, ("M0 → Far",), ("M0 → Far",))


def test_another_unit_needs_a_reason_that_the_report_tells(stage: Any, grid: Any) -> None:
    town = crowded(stage)
    move = suggested(stage, grid)[0]
    with pytest.raises(Refused, match="Say why the choice differs"):
        order(stage, move, unit_id=town["M2"])
    with pytest.raises(Refused, match="Say why the choice differs"):
        order(stage, move, station_id=town["West"], reason="  ")
    order(stage, move, unit_id=town["M2"], reason="M0 has no fuel")
    report = differences(stage.picture)
    (one,) = report.overridden
    assert (one.left_out, one.added, one.reason, one.bindings) == (("M0 → Far",), ("M2 → Far",), "M0 has no fuel", ("adds_most",))
    assert report_json(report)["by_reason"] == {"m0 has no fuel": 1}
    assert (report.followed, report.by_hand) == (0, ())


def test_a_suggestion_that_is_declined_is_kept_with_the_reason(stage: Any, grid: Any) -> None:
    crowded(stage)
    move = suggested(stage, grid)[0]
    with pytest.raises(Refused, match="The reason is empty"):
        stage.do(c.DeclineMove(move_json(move, "als"), " "))
    with pytest.raises(Refused, match="Nothing was suggested"):
        stage.do(c.DeclineMove({}, "no"))
    (entry,) = stage.do(c.DeclineMove(move_json(move, "als"), "Shift ends"))
    assert (entry.type, entry.about["advised"]) == (EntryType.MOVE_DECLINED, "M0 → Far")
    assert stage.picture.duty.orders() == ()
    (one,) = differences(stage.picture).overridden
    assert (one.left_out, one.sent, one.reason) == (("M0 → Far",), (), "Shift ends")
    assert compensation(entry, stage.picture, "Withdrawn: {text}") is None


def test_without_a_suggestion_a_move_is_an_order_by_hand(stage: Any, grid: Any) -> None:
    town = crowded(stage)
    stage.do(c.OrderMove(town["M1"], town["Far"], "Go to Far"))
    (one,) = differences(stage.picture).decisions
    assert not one.differs and (one.advised, one.sent) == ((), ("M1 → Far",))


def test_only_a_free_unit_and_a_known_station(stage: Any, grid: Any) -> None:
    town = crowded(stage)
    with pytest.raises(Refused, match="station is not known"):
        stage.do(c.OrderMove(town["M1"], town["M1"], "Go"))
    stage.do(c.AssignUnit(stage.incident(), town["M1"]))
    with pytest.raises(Refused, match="M1 is not free"):
        stage.do(c.OrderMove(town["M1"], town["Far"], "Go"))
    with pytest.raises(Refused, match="The order is empty"):
        stage.do(c.OrderMove(town["M2"], town["Far"], " "))


def test_a_move_is_taken_back_by_withdrawing_its_order_and_the_decision_stays(stage: Any, grid: Any) -> None:
    crowded(stage)
    move = suggested(stage, grid)[0]
    (entry,) = order(stage, move)
    with pytest.raises(Refused, match="Withdraw the order"):
        stage.do(c.Undo(entry.id))
    step = compensation(entry, stage.picture, "Withdrawn: {text}")
    assert step is not None
    stage.do(step)
    (view,) = stage.picture.duty.orders()
    assert view.withdrawn == "Withdrawn: Move up" and stage.entries[-1].about["undoes"] == entry.id
    assert len(stage.picture.decisions()) == 1


def test_who_is_ordered_already_is_not_moved_again(stage: Any, grid: Any) -> None:
    town = crowded(stage)
    move = suggested(stage, grid)[0]
    later = suggested(stage, grid, {move.unit_id: town["Far"]})
    assert move.unit_id not in {other.unit_id for other in later} and all(other.gain < move.gain for other in later)
    (entry,) = order(stage, move)
    stage.do(c.AnswerOrder(entry.writes[0].key.entity, move.unit_id, OrderState.DONE))
    assert not stage.picture.duty.orders()[0].open
