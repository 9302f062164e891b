"""What was known then can be read back, and where people chose otherwise is counted with their reasons."""

from __future__ import annotations

import json
from typing import Any

import pytest

from commandcenter.dispatch.differences import differences, report_json
from commandcenter.dispatch.fragility import Fragility
from commandcenter.dispatch.jsonform import fragility_json, to_json
from commandcenter.model import commands as c
from commandcenter.model.entries import Value
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat

from .test_recommend import ask


def test_a_decision_keeps_all_that_was_known(stage: Any, grid: Any) -> None:
    stage.unit("E1", x=4, y=2), stage.unit("E2", x=0, y=0), stage.unit("E3", x=9, y=2)
    stage.do(c.CloseRoad((LonLat(0.09, 0.04),), "bridge"))
    incident = stage.incident("fire.rubbish")
    answer = ask(stage, grid, incident)
    fragile = {
        answer.units[0].unit_id: Fragility(60.0, None, LonLat(0.04, 0.02), "Mill Lane", 3, say("If Mill Lane were closed, no road would be left."))
    }
    stage.do(c.AcceptRecommendation(incident, ((answer.units[0].unit_id, "pump-1"),), shown=to_json(answer, fragile)))
    (decision,) = stage.picture.decisions()
    shown = json.loads(json.dumps(decision.shown))
    (row,) = shown["units"]
    assert (row["callsign"], row["runner_up"], row["margin_s"], row["binding"]) == ("E1", "E3", 180.0, "first")
    assert {r["callsign"]: bool(r["reason"]) for r in shown["rejected"]} == {"E2": True, "E3": True}
    assert (shown["closures"], shown["as_of_ms"], shown["oldest_position_s"]) == (1, answer.as_of_ms, None)
    assert shown["fragility"][row["unit_id"]] == {
        "worst_s": None,
        "street": "Mill Lane",
        "sentence": "If Mill Lane were closed, no road would be left.",
        "sentence_no": shown["fragility"][row["unit_id"]]["sentence_no"],
    }
    assert decision.by == stage.actor and decision.wall_ms == stage.clock.wall_ms() and decision.catalogue == stage.catalogue.version


def test_other_choices_need_a_reason_and_are_counted(stage: Any, grid: Any) -> None:
    near, far = stage.unit("E1", x=4, y=2), stage.unit("E2", x=0, y=0)
    first, second = stage.incident("fire.rubbish"), stage.incident("fire.rubbish")
    answer = ask(stage, grid, first)
    with pytest.raises(Refused, match="Say why"):
        stage.do(c.AcceptRecommendation(first, ((far, "pump-1"),), shown=to_json(answer)))
    stage.do(c.AcceptRecommendation(first, ((far, "pump-1"),), shown=to_json(answer), reason="Crew knows the site"))
    stage.do(c.AcceptRecommendation(second, ((near, "pump-1"),), shown=to_json(ask(stage, grid, second))))
    stage.unit("E3", x=1, y=1)
    stage.do(c.AssignUnit(first, stage.picture.units()[2].id, reason="asked for by radio"))
    report = differences(stage.picture)
    assert (report.followed, len(report.overridden), len(report.by_hand)) == (1, 1, 1)
    (changed,) = report.overridden
    assert (changed.left_out, changed.added, changed.later_s, changed.bindings) == (("E1",), ("E2",), 360.0, ("first",))
    assert report.by_reason() == {"crew knows the site": 1} and report.by_type() == {"fire.rubbish": 1}
    known = json.loads(json.dumps(report_json(report)))
    assert [row["reason"] for row in known["rows"]] == ["Crew knows the site", "asked for by radio"]


def test_an_old_or_broken_decision_is_shown_as_far_as_it_goes(stage: Any) -> None:
    unit, incident = stage.unit("E1"), stage.incident("fire.rubbish")
    stage.do(c.AcceptRecommendation(incident, ((unit, "pump-1"),), shown={"units": "none", "type": 7}, reason="x"))
    (only,) = differences(stage.picture).decisions
    assert only.sent == ("E1",) and not only.differs and only.later_s is None


@pytest.mark.parametrize("back_before", [False, True])
def test_units_of_a_merged_duplicate_were_not_sent_by_hand(stage: Any, grid: Any, back_before: bool) -> None:
    unit = stage.unit("E1", x=4, y=2)
    first, second = stage.incident("fire.rubbish"), stage.incident("fire.rubbish")
    answer = ask(stage, grid, second)
    stage.do(c.AcceptRecommendation(second, ((answer.units[0].unit_id, "pump-1"),), shown=to_json(answer)))
    if back_before:
        stage.do(c.ReleaseUnit(unit))
    stage.do(c.MergeIncident(second, first))
    report = differences(stage.picture)
    assert (report.followed, len(report.overridden), len(report.by_hand)) == (1, 0, 0)


def test_a_unit_that_is_sent_again_by_hand_counts_once_as_advised_and_once_by_hand(stage: Any, grid: Any) -> None:
    unit, incident = stage.unit("E1", x=4, y=2), stage.incident("fire.rubbish")
    stage.do(c.AcceptRecommendation(incident, ((unit, "pump-1"),), shown=to_json(ask(stage, grid, incident))))
    stage.do(c.ReleaseUnit(unit))
    stage.clock.advance(60)
    stage.do(c.AssignUnit(incident, unit, reason="asked for again"))
    report = differences(stage.picture)
    assert report.followed == 1 and [d.reason for d in report.by_hand] == ["asked for again"]


def test_other_goods_than_advised_need_a_reason_and_are_reported(stage: Any) -> None:
    incident, depot = stage.incident("fire.rubbish"), stage.depot("North", 1, 1, foam=9)
    shown: dict[str, Value] = {"units": [], "supplies": [{"depot_id": depot, "depot": "North", "item": "foam", "quantity": 5}]}
    with pytest.raises(Refused, match="Say why"):
        stage.do(c.AcceptRecommendation(incident, (), ((depot, "foam", 3),), shown=shown))
    stage.do(c.AcceptRecommendation(incident, (), ((depot, "foam", 5),), shown=shown))
    stage.do(c.AcceptRecommendation(incident, (), ((depot, "foam", 3),), shown=shown, reason="two are there"))
    report = differences(stage.picture)
    (changed,) = report.overridden
    assert report.followed == 1 and changed.reason == "two are there"
    (row,) = json.loads(json.dumps(report_json(report)))["rows"]
    assert row["supplies_left_out"] == [{"depot_id": depot, "depot": "North", "item": "foam", "quantity": 2}] and row["supplies_added"] == []


def test_what_closures_would_do_is_added_to_the_decision_once(stage: Any, grid: Any) -> None:
    unit, incident = stage.unit("E1", x=4, y=2), stage.incident("fire.rubbish")
    first = stage.do(c.AcceptRecommendation(incident, ((unit, "pump-1"),), shown=to_json(ask(stage, grid, incident))))[0]
    decision = first.writes[0].key.entity
    found = {unit: Fragility(60.0, 90.0, LonLat(0.04, 0.02), "Mill Lane", 3, say("If Mill Lane were closed, it would take longer."))}
    with pytest.raises(Refused, match="not known"):
        stage.do(c.WeighDecision(incident, fragility_json(found)))
    stage.do(c.WeighDecision(decision, fragility_json(found)))
    (kept,) = stage.picture.decisions()
    assert kept.id == decision and kept.weighed["fragility"][unit]["worst_s"] == 90.0
    with pytest.raises(Refused, match="already"):
        stage.do(c.WeighDecision(decision, fragility_json({})))
