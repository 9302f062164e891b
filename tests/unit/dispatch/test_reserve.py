"""Overloaded: the last units stay free for life at risk, and it is said; otherwise nobody is kept from anything."""

from __future__ import annotations

from typing import Any

import pytest

from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.situation import request_of, situation_of
from commandcenter.model import commands as c
from commandcenter.model.ids import Id

KEPT = 2
"""A fifth of ten units, and what six or seven reports in an hour bring in `reserve_min`."""


def engine(stage: Any, grid: Any) -> Engine:
    return Engine(situation_of(stage.picture, {}, stage.clock.wall_ms()), stage.catalogue, grid)


def plan(stage: Any, grid: Any, incidents: list[Id]) -> list[Recommendation]:
    return engine(stage, grid).recommend_together([request_of(stage.picture, stage.picture.incident(i)) for i in incidents])


@pytest.fixture
def fleet(stage: Any) -> list[Id]:
    return [stage.unit(f"E{n}", x=n, y=0) for n in range(10)]


def test_those_stay_who_stand_where_life_was_at_risk(stage: Any, grid: Any, fleet: list[Id]) -> None:
    life = [stage.incident("fire.rubbish", n, 1, priority=1) for n in range(6)]
    calm = [stage.incident("fire.rubbish", x, 2, priority=4) for x in (11, 6, 11, 7, 11, 11, 11, 11)]
    answers = plan(stage, grid, [*calm, *life])
    assert [[u.callsign for u in a.units] for a in answers[8:]] == [[f"E{n}"] for n in range(6)]
    assert [[u.callsign for u in a.units] for a in answers[:8]].count([]) == 6
    assert sorted(u.callsign for a in answers[:8] for u in a.units) == ["E8", "E9"]
    left = next(a for a in answers if not a.units)
    assert [str(u.reason) for u in left.unfilled] == ["What is still free with pump, 2 in all, is kept for priority 1 while 14 incidents wait."]
    assert [r.callsign for r in left.rejected if str(r.reason) == "Kept free for priority 1 while 14 incidents wait."] == ["E6", "E7"]


def test_one_that_asks_alone_leaves_them_too_but_life_at_risk_takes_the_very_last(stage: Any, grid: Any, fleet: list[Id]) -> None:
    life = [stage.incident("fire.rubbish", n, 1, priority=1) for n in range(6)]
    calm = [stage.incident("fire.rubbish", 9, 2, priority=4) for _ in range(8)]
    elsewhere = stage.incident("fire.rubbish", 0, 3, priority=1)
    for unit in fleet[: 10 - KEPT]:
        stage.do(c.AssignUnit(elsewhere, unit, ""))
    asked = engine(stage, grid)
    assert asked.recommend(request_of(stage.picture, stage.picture.incident(calm[0]))).units == ()
    assert [u.callsign for u in asked.recommend(request_of(stage.picture, stage.picture.incident(life[0]))).units] == ["E8"]


def test_nobody_is_kept_without_overload_nor_without_reports_of_life_at_risk(stage: Any, grid: Any, fleet: list[Id]) -> None:
    elsewhere = stage.incident("fire.rubbish", 0, 3, priority=1)
    for unit in fleet[KEPT:]:
        stage.do(c.AssignUnit(elsewhere, unit, ""))
    for n in range(5):
        stage.incident("fire.rubbish", n, 1, priority=1)
    calm = [stage.incident("fire.rubbish", n, 2, priority=4) for n in range(7)]

    def served() -> int:
        return sum(len(answer.units) for answer in plan(stage, grid, calm))

    assert served() == KEPT  # thirteen reports in an hour, ten units
    calm.append(stage.incident("fire.rubbish", 8, 2, priority=4))
    assert served() == 0
    stage.clock.advance(3600)
    assert served() == KEPT
    calm += [stage.incident("fire.rubbish", n % 10, 3, priority=4) for n in range(14)]
    assert served() == KEPT  # overloaded, and no life at risk
