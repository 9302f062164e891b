"""What the desk can be asked, from end to end, without blocking and without end."""

from __future__ import annotations

import asyncio
import dataclasses
import gc
import weakref
from typing import Any

import pytest

from commandcenter.dispatch.desk import Desk
from commandcenter.dispatch.fragility import MOST_PLACES, fragility
from commandcenter.dispatch.remembered import Remembered
from commandcenter.dispatch.situation import request_of
from commandcenter.geo.pack import RegionPack
from commandcenter.model import commands as c
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.ports import Shape
from commandcenter.model.words import LonLat

from .test_desk import CATALOGUE, HERE, engine, run


async def report(desk: Desk, kind: str = "fire.rubbish", at: LonLat = HERE, text: str = "") -> Id:
    return (await desk.submit(c.ReportIncident(kind, at, "Grid Street", text=text))).created[0]


def test_many_answers_at_once_are_those_one_by_one(grid: Any) -> None:
    async def work(desk: Desk) -> None:
        for n in range(6):
            await desk.submit(engine(f"E{n}", n * 0.01))
        incidents = [await report(desk, at=LonLat(n * 0.01, 0.02)) for n in range(5)]
        together = await desk.advice.recommend_each(incidents)
        alone = [await desk.recommend(incident) for incident in incidents]
        assert [dataclasses.replace(r, took_ms=0) for r in together] == [dataclasses.replace(r, took_ms=0) for r in alone]
        with pytest.raises(Refused):
            await desk.advice.recommend_each([derived_id("none")])

    run(grid, work)


def test_an_answer_kept_for_comparison_keeps_no_reasons_alive(grid: Any) -> None:
    """Reasons that nobody has looked at hold the situation and the ways of all units: hundreds of them would be the memory of a desk."""

    async def work(desk: Desk) -> None:
        for n in range(3):
            await desk.submit(engine(f"E{n}", n * 0.01))
        incident = desk.picture.incident(await report(desk))
        assert incident is not None
        kept = Remembered()
        answer = kept.recommend(request_of(desk.picture, incident), desk.advice._engine())
        reasons = weakref.ref(answer.rejected)
        assert reasons() is not None
        del answer
        gc.collect()
        assert reasons() is None

    run(grid, work)


def test_moves_coverage_supplies_duplicates_and_what_waits(grid: Any) -> None:
    async def work(desk: Desk) -> None:
        kind = CATALOGUE.kinds["als"]
        west = (await desk.submit(c.AddStation("West", "ambulance_station", LonLat(0.02, 0.01)))).created[0]
        await desk.submit(c.AddStation("North", "ambulance_station", LonLat(0.06, 0.06)))
        for n in range(2):
            await desk.submit(c.AddUnit(f"M{n}", "als", kind.capabilities, 2, west, LonLat(0.02, 0.01), kind.profile))
        assert 0 < (await desk.advice.coverage("als")).share < 1
        assert [m.callsign for m in await desk.move_ups("als")] == ["M0"]
        depot = (await desk.submit(c.AddDepot("Store", LonLat(0.03, 0.02)))).created[0]
        await desk.submit(c.MoveStock(depot, "stretcher", 500))
        first = await report(desk, "medical.mass_casualty", text="bus has turned over")
        await report(desk, "medical.mass_casualty", text="bus turned over, many hurt")
        plan = await desk.advice.plan_supplies()
        wanted = CATALOGUE.plan_of("medical.mass_casualty").level(1).supplies
        assert plan.proven and {d.quantity for d in plan.deliveries if d.item == "stretcher"} == {wanted["stretcher"]}
        assert {u.item for u in plan.unmet} == set(wanted) - {"stretcher"}
        (pair,) = await desk.advice.duplicates()
        assert pair.older.id == first
        assert [i.number for i in desk.advice.waiting().order] == ["1", "2"]

    run(grid, work)


def test_who_stops_waiting_stops_the_search(grid: Any) -> None:
    asked: list[bool] = []

    async def work(desk: Desk) -> None:
        def endless(stopped: Any) -> None:
            while not stopped():
                pass
            asked.append(True)

        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(desk.advice._stoppable(endless), 0.05)

    run(grid, work)
    assert asked == [True]


def test_the_worst_single_closure_is_found(heidelberg_pack: RegionPack) -> None:
    roads = heidelberg_pack.roads()
    south, north = LonLat(8.6910, 49.4085), LonLat(8.6925, 49.4165)
    found = fragility(roads, (), south, north, "ambulance")
    assert found is not None and 0 < found.tried <= MOST_PLACES
    closed = roads.with_closures([Shape((found.at,))])
    (arrival,) = closed.nearest(north, [south], "ambulance", 1)
    assert found.worst_s == pytest.approx(arrival.eta_s, abs=0.01) and arrival.eta_s > found.eta_s
    assert "would take" in str(found.sentence) and (not found.street or found.street in str(found.sentence))
    assert fragility(roads, (), south, north, "ambulance", stopped=lambda: True) is None
    assert fragility(roads, (), LonLat(0.0, 0.0), north, "ambulance") is None


def test_the_only_bridge_cannot_be_spared(grid: Any) -> None:
    async def work(desk: Desk) -> None:
        await desk.submit(engine("E1", 0.09, 0.02))
        incident = await report(desk, at=LonLat(0.09, 0.05))
        unit = desk.picture.units()[0].id
        found = await desk.advice.fragility(incident, unit)
        assert found is not None and found.worst_s is None
        assert str(found.sentence) == "If one place on the way were closed, no road would be left."
        with pytest.raises(Refused):
            await desk.advice.fragility(incident, derived_id("none"))

    run(grid, work)
