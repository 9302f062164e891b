"""Many incidents at once: one plan, exactly the best one, and nothing undone without being seen."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest

from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.recommendation import Binding, Recommendation, RecommendedUnit
from commandcenter.dispatch.situation import request_of, situation_of
from commandcenter.model import commands as c
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus


def plan(stage: Any, grid: Any, incidents: list[Id], stopped: Any = lambda: False) -> list[Recommendation]:
    situation = situation_of(stage.picture, {}, stage.clock.wall_ms())
    requests = [request_of(stage.picture, stage.picture.incident(incident)) for incident in incidents]
    return Engine(situation, stage.catalogue, grid).recommend_together(requests, stopped)


def sent(answers: list[Recommendation]) -> list[list[str]]:
    return [sorted(u.callsign for u in answer.units) for answer in answers]


def test_no_unit_is_proposed_twice_and_the_urgent_one_is_served_first(stage: Any, grid: Any) -> None:
    stage.unit("E1", x=5, y=2), stage.unit("E2", x=0, y=0)
    calm, urgent = stage.incident("fire.rubbish", 5, 2, priority=4), stage.incident("fire.rubbish", 5, 3, priority=1)
    answers = plan(stage, grid, [calm, urgent])
    assert sent(answers) == [["E2"], ["E1"]]
    assert "E1 is quicker and goes to incident 2" in str(answers[0].units[0].reason)
    assert answers[0].units[0].binding is Binding.WHOLE
    assert [str(r.reason) for r in answers[0].rejected] == ["Proposed for incident 2, priority 1."]
    assert [answer.incident_id for answer in answers] == [calm, urgent]


def test_waiting_makes_urgent_but_never_more_than_life_at_risk(stage: Any, grid: Any) -> None:
    stage.unit("E1", x=5, y=2)
    old = stage.incident("fire.rubbish", 5, 2, priority=4)
    stage.clock.advance(3 * 3600)
    fresh = stage.incident("fire.rubbish", 5, 3, priority=3)
    assert sent(plan(stage, grid, [old, fresh])) == [["E1"], []]
    life = stage.incident("fire.rubbish", 5, 3, priority=1)
    assert sent(plan(stage, grid, [old, fresh, life])) == [[], [], ["E1"]]


@pytest.mark.parametrize("seed", range(120))
def test_the_plan_is_the_best_of_all(stage: Any, grid: Any, seed: int) -> None:
    """Against brute force over all ways: unfilled, then arrivals, urgency by urgency."""
    chance = random.Random(seed)
    units = [stage.unit(f"E{n}", x=chance.randrange(12), y=chance.randrange(4)) for n in range(4)]
    incidents = [stage.incident("fire.rubbish", chance.randrange(12), chance.randrange(4), priority=chance.randint(1, 3)) for _ in range(4)]
    if seed % 3 == 0:
        for unit in units[:2]:
            stage.do(c.ChangeUnit(unit, {"shared_crew": "west"}))
    answers = plan(stage, grid, incidents)
    views = [stage.picture.incident(i) for i in incidents]
    matrix = grid.matrix([v.at for v in views], [stage.picture.unit(u).at for u in units], "engine")
    turnout = stage.catalogue.kinds["engine"].turnout_s

    def score(way: tuple[int | None, ...]) -> list[float]:
        parts: list[float] = []
        for priority in (1, 2, 3):
            rows = [n for n, v in enumerate(views) if v.priority == priority]
            parts.append(sum(way[n] is None for n in rows))
            parts.append(sum(matrix[n][way[n]].eta_s + turnout for n in rows if way[n] is not None))
        return parts

    def possible(way: tuple[int | None, ...]) -> bool:
        crews = [0 if seed % 3 == 0 and u == 1 else u for u in way if u is not None]
        return len(crews) == len(set(crews))

    mine = tuple(next((units.index(u.unit_id) for u in answer.units), None) for answer in answers)
    assert possible(mine)
    assert score(mine) == min(score(way) for way in itertools.product([None, *range(4)], repeat=4) if possible(way))


def test_a_diversion_shows_both_sides_and_the_gap_is_filled(stage: Any, grid: Any) -> None:
    near, far = stage.unit("E1", x=5, y=2), stage.unit("E2", x=0, y=2)
    calm = stage.incident("fire.rubbish", 8, 2, priority=4)
    stage.do(c.AssignUnit(calm, near, "pump-1"))
    stage.do(c.SetUnitStatus(near, UnitStatus.ENROUTE))
    urgent = stage.incident("fire.rubbish", 5, 3, priority=1)
    answers = plan(stage, grid, [urgent])
    assert [answer.incident_id for answer in answers] == [urgent, calm]
    assert sent(answers) == [["E1"], ["E2"]]
    row = answers[0].units[0]
    assert row.binding is Binding.DIVERTED and row.divert_from == calm and "Taken off incident 1: P1 −" in str(row.diversion)
    assert answers[1].units[0].unit_id == far


def test_who_is_under_way_stays_where_nobody_more_urgent_needs_it(stage: Any, grid: Any) -> None:
    near = stage.unit("E1", x=0, y=0)
    calm = stage.incident("fire.rubbish", 8, 2, priority=4)
    stage.do(c.AssignUnit(calm, near, "pump-1"))
    stage.do(c.SetUnitStatus(near, UnitStatus.ENROUTE))
    stage.unit("E2", x=8, y=2), stage.unit("E3", x=8, y=3)
    urgent = stage.incident("fire.rubbish", 8, 3, priority=1)
    answers = plan(stage, grid, [urgent, calm])
    assert [answer.incident_id for answer in answers] == [urgent, calm]
    assert sent(answers) == [["E3"], []]
    assert str(next(r.reason for r in answers[1].rejected if r.callsign == "E1")) == "Already sent to this incident."


def test_goods_are_promised_once(stage: Any, grid: Any) -> None:
    stage.depot("Near", 4, 2, stretcher=12)
    stage.depot("Far", 0, 0, stretcher=100)
    both = [stage.incident("medical.mass_casualty", 5, 2), stage.incident("medical.mass_casualty", 5, 3)]
    taken: dict[str, int] = {}
    for answer in plan(stage, grid, both):
        for source in answer.supplies:
            if source.item == "stretcher":
                taken[source.depot] = taken.get(source.depot, 0) + source.quantity
    wanted = stage.catalogue.plan_of("medical.mass_casualty").level(1).supplies["stretcher"]
    assert sum(taken.values()) == 2 * wanted and taken.get("Near", 0) <= 12


def test_missing_people_of_the_urgent_come_before_the_others(stage: Any, grid: Any) -> None:
    for n in range(5):
        stage.unit(f"E{n}", x=n)
    stage.unit("L1", "ladder", 3), stage.unit("C1", "command", 3), stage.unit("M1", "als", 3)
    fire, calm = stage.incident("fire.structure", 5, 2, priority=1), stage.incident("fire.rubbish", 0, 0, priority=5)
    answers = plan(stage, grid, [calm, fire])
    assert sum(u.slot.startswith("crew-") for u in answers[1].units) == 1
    assert len(set(sent(answers)[0]) | set(sent(answers)[1])) == len(sent(answers)[0]) + len(sent(answers)[1])


def test_among_near_equals_the_one_goes_that_is_missed_least(stage: Any, grid: Any) -> None:
    """E1 alone holds the west; E2 stands in the east with three others, and is there at the same time."""
    stage.unit("E1", x=1, y=2)
    for n in range(2, 6):
        stage.unit(f"E{n}", x=9, y=2)

    def who(priority: int) -> RecommendedUnit:
        incident = stage.incident("fire.rubbish", 5, 2, priority)
        situation = situation_of(stage.picture, {}, stage.clock.wall_ms())
        return Engine(situation, stage.catalogue, grid).recommend(request_of(stage.picture, stage.picture.incident(incident))).units[0]

    urgent, calm = who(1), who(3)
    assert (urgent.callsign, urgent.binding) == ("E1", Binding.FIRST)
    assert (calm.callsign, calm.binding) == ("E2", Binding.COVER)
    assert "without E1" in str(calm.reason) and calm.runner_up == "E1"


def test_a_plan_can_be_stopped(stage: Any, grid: Any) -> None:
    stage.unit("E1")
    with pytest.raises(Cancelled):
        plan(stage, grid, [stage.incident("fire.rubbish")], lambda: True)


def test_nothing_asked_is_nothing_planned(stage: Any, grid: Any) -> None:
    assert plan(stage, grid, []) == []
