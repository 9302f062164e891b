"""Two vehicles, one crew: only one of them can be out."""

from __future__ import annotations

from typing import Any

import pytest

from commandcenter.model import commands as c
from commandcenter.model.entries import Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus

from .test_recommend import ask, reasons


def pair(stage: Any) -> tuple[Id, Id]:
    engine, boat = stage.unit("E1", x=4, y=2), stage.unit("L1", "ladder", x=4, y=2)
    for unit in (engine, boat):
        stage.do(c.ChangeUnit(unit, {"shared_crew": "west"}))
    return engine, boat


def test_who_is_assigned_has_the_crew_until_it_is_back(stage: Any) -> None:
    engine, ladder = pair(stage)
    incident = stage.incident("fire.rubbish")
    before = len(stage.entries)
    stage.do(c.AssignUnit(incident, engine))
    assert stage.picture.unit(ladder).crew_with == engine and stage.picture.unit(engine).crew_with is None
    assert len(stage.entries) == before + 1
    with pytest.raises(Refused, match="L1 has no crew: it is out with E1"):
        stage.do(c.AssignUnit(incident, ladder))
    stage.do(c.SetUnitStatus(engine, UnitStatus.ENROUTE))
    stage.do(c.SetUnitStatus(engine, UnitStatus.RETURNING))
    assert stage.picture.unit(ladder).crew_with == engine
    stage.do(c.SetUnitStatus(engine, UnitStatus.AVAILABLE))
    assert stage.picture.unit(ladder).crew_with is None
    stage.do(c.AssignUnit(stage.incident("fire.rubbish"), ladder))
    assert stage.picture.unit(engine).crew_with == ladder


def test_a_broken_vehicle_does_not_keep_the_crew(stage: Any) -> None:
    engine, ladder = pair(stage)
    stage.do(c.SetUnitStatus(engine, UnitStatus.OUT_OF_SERVICE))
    assert stage.picture.unit(ladder).crew_with is None


def test_what_shares_the_crew_is_shown_anew_and_words_can_be_taken_back(stage: Any) -> None:
    engine, ladder = pair(stage)
    incident = stage.incident("fire.rubbish")
    entry = stage.do(c.AssignUnit(incident, engine))[0]
    other = stage.picture.__class__(stage.log.operation)
    changes = [other.apply(e, n) for n, e in enumerate(stage.entries, start=1)]
    assert changes[-1].entries == (entry.id,) and changes[-1].of(Kind.UNIT) == {engine, ladder}
    assert set(changes[-1].by_kind) <= set(Kind)
    stage.do(c.ChangeUnit(ladder, {"shared_crew": ""}))
    assert stage.picture.unit(ladder).crew_with is None


def test_the_engine_sends_one_of_the_two_and_says_why_not_the_other(stage: Any, grid: Any) -> None:
    pair(stage)
    stage.unit("L2", "ladder", x=0, y=0), stage.unit("C1", "command", x=3), stage.unit("M1", "als", x=3)
    answer = ask(stage, grid, stage.incident())
    sent = {u.callsign for u in answer.units}
    assert {"E1", "L2"} <= sent and "L1" not in sent
    assert reasons(answer)["L1"] == "Has one crew with E1, which is sent."
    stage.do(c.AcceptRecommendation(stage.incident(), tuple((u.unit_id, u.slot) for u in answer.units)))
    assert reasons(ask(stage, grid, stage.incident("fire.rubbish")))["L1"] == "Its crew is out with E1."


def test_both_cannot_be_accepted_at_once(stage: Any) -> None:
    engine, ladder = pair(stage)
    with pytest.raises(Refused, match="E1 and L1 have one crew between them"):
        stage.do(c.AcceptRecommendation(stage.incident(), ((engine, "pump-1"), (ladder, "ladder-1"))))
