"""What is asked for is part of the plan, after every incident, and is answered when the plan is accepted; kits are what is in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commandcenter.dispatch import logistics
from commandcenter.dispatch.sites import DEPOT_PRIORITY
from commandcenter.dispatch.supply_promises import promises
from commandcenter.model import commands as c
from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import Refused
from commandcenter.model.words import Priority
from commandcenter.resources.catalogue import load_catalogue

from .conftest import GridRoads

KIT = {"generator": 1, "light_tower": 2, "fuel_diesel": 6}


def asked(stage: Any, grid: GridRoads) -> logistics.Question:
    return logistics.question(stage.picture, {}, grid, stage.catalogue, stage.clock.wall_ms())


def accept(stage: Any, grid: GridRoads) -> logistics.Answer:
    answer = logistics.deliver(asked(stage, grid))
    for command in promises(answer, stage.picture, "in the plan"):
        stage.do(command)
    return answer


def shown(stage: Any) -> list[tuple[str, Any, dict[str, int], str]]:
    """Return transfers that are not over: state, source, goods, goal."""
    found = [t for t in stage.picture.supplies.transfers() if t.state != "declined"]
    return sorted(((t.state, t.source, dict(t.goods), t.goal) for t in found), key=str)


def test_what_a_depot_asks_for_comes_from_whoever_is_nearest_and_is_asked_for_once(stage: Any, grid: GridRoads) -> None:
    asking, near, far = stage.depot("Asking", 2, 1), stage.depot("Near", 3, 1, blanket=50), stage.depot("Far", 9, 1, blanket=50)
    stage.do(c.AskTransfer(far, {"blanket": 30}, asking))
    answer = accept(stage, grid)
    assert [(d.depot, d.site, d.quantity) for d in answer.flow.deliveries] == [(near, asking, 30)]
    assert shown(stage) == [("accepted", near, {"blanket": 30}, "soonest")]
    (declined,) = (t for t in stage.picture.supplies.transfers() if t.state == "declined")
    assert (declined.source, declined.reason) == (far, "in the plan")


def test_a_request_for_just_what_its_depot_gives_is_agreed_to(stage: Any, grid: GridRoads) -> None:
    asking, near = stage.depot("Asking", 2, 1), stage.depot("Near", 3, 1, blanket=50)
    stage.do(c.AskTransfer(near, {"blanket": 30}, asking, note="by noon"))
    accept(stage, grid)
    (transfer,) = stage.picture.supplies.transfers()
    assert (transfer.state, transfer.note) == ("accepted", "by noon")


def test_what_the_plan_lacks_of_a_request_is_asked_for_anew_and_what_it_lacks_wholly_stays(stage: Any, grid: GridRoads) -> None:
    asking, near = stage.depot("Asking", 2, 1), stage.depot("Near", 3, 1, blanket=50)
    stage.do(c.SetMinimum(near, "blanket", 40))
    stage.do(c.AskTransfer(near, {"blanket": 30, "cot": 5}, asking, note="by noon"))
    stage.do(c.AskTransfer(near, {"stretcher": 2}, asking))
    accept(stage, grid)
    assert shown(stage) == [
        ("accepted", near, {"blanket": 10}, "soonest"),
        ("asked", near, {"blanket": 20, "cot": 5}, ""),
        ("asked", near, {"stretcher": 2}, ""),
    ]


def test_a_kit_that_is_asked_for_is_what_is_in_it_and_incidents_come_first(stage: Any, grid: GridRoads) -> None:
    incident = stage.incident("natural.flood", 6, 2)
    item, wanted = next(iter(asked(stage, grid).sites[0].wanted.items()))
    asking, near = (
        stage.depot("Asking", 2, 1),
        stage.depot("Near", 3, 1, **{item: wanted + 3}, **{part: 2 * n for part, n in KIT.items() if part != item}),
    )
    stage.do(c.AskTransfer(near, {"kit_light": 1, item: 10}, asking))
    question = asked(stage, grid)
    by_id = {site.id: site for site in question.sites}
    assert by_id[asking].priority == DEPOT_PRIORITY > Priority.ROUTINE
    assert all(by_id[asking].wanted[part] >= count for part, count in KIT.items())
    found = {(d.site, d.item): d.quantity for d in logistics.deliver(question).flow.deliveries}
    assert found[incident, item] >= wanted * 9 // 10 - 1  # but what the depot keeps for its own district
    assert found.get((asking, item), 0) <= 3
    assert all(found[asking, part] == count for part, count in KIT.items() if part != item)


def test_what_is_asked_for_an_incident_beyond_its_plan_is_needed_too(stage: Any, grid: GridRoads) -> None:
    incident, depot = stage.incident("natural.flood", 6, 2), stage.depot("D", 3, 1)
    before = dict(asked(stage, grid).sites[0].wanted)
    item, more = next(iter(before)), next(name for name in stage.catalogue.items if name not in before)
    stage.do(c.AskTransfer(depot, {item: before[item] + 7, more: 4}, None, incident))
    assert asked(stage, grid).sites[0].wanted == before | {item: before[item] + 7, more: 4}


def test_trips_have_no_goal_that_nobody_knows(stage: Any) -> None:
    one, other = stage.depot("One", 2, 1), stage.depot("Other", 3, 1)
    with pytest.raises(Refused, match="goal"):
        stage.do(c.AskTransfer(one, {"blanket": 1}, other, goal="cheapest"))


def test_a_response_plan_may_ask_for_a_kit(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    folder.mkdir()
    for file in (assets_dir() / "catalogue").iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    plans = folder / "plans.toml"
    first = 'id = "with_kit"\nen = "with a kit"\nzh = "含套装"\n[[plan.level]]\ntier1 = { pump = 1 }\nsupplies = { kit_light = 2, generator = 1 }\n'
    plans.write_text(plans.read_text("utf-8") + "\n[[plan]]\n" + first, "utf-8")
    assert load_catalogue(folder).plans["with_kit"].levels[0].supplies == {"generator": 3, "light_tower": 4, "fuel_diesel": 12}
