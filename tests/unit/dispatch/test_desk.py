from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from commandcenter.dispatch.desk import Desk, Outcome
from commandcenter.dispatch.jsonform import to_json
from commandcenter.dispatch.query import recommend_at, situation_from
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.log.tracks import MemoryTracks
from commandcenter.model import commands as c
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import BugError, KnownError, Refused
from commandcenter.model.ids import counting_ids, derived_id
from commandcenter.model.words import LonLat
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue

HERE = LonLat(0.05, 0.02)
CATALOGUE = default_catalogue()


class Nowhere:
    """A gazetteer that knows nothing."""

    def search(self, text: str, *, near: LonLat | None = None, limit: int = 10) -> list[Any]:
        return []

    def reverse(self, at: LonLat) -> None:
        return None

    def street(self, name: str, at: LonLat) -> tuple[tuple[LonLat, ...], ...]:
        return ()


class FullDisk(MemoryLog):
    """A log whose disk is full."""

    def append(self, *args: Any, **kwargs: Any) -> Any:
        raise KnownError("The disk is full.")


def run(grid: Any, work: Callable[[Desk], Awaitable[None]], log_type: type[MemoryLog] = MemoryLog) -> MemoryLog:
    """Run one desk from start to end."""
    clock = FakeClock()
    log = log_type(derived_id("operation"), DeviceKey(bytes(32)), clock)

    async def shift() -> None:
        with ThreadPoolExecutor(1) as writer:
            desk = Desk(
                log,
                Picture(log.operation),
                clock=clock,
                new_id=counting_ids(),
                actor=derived_id("ann"),
                catalogue=CATALOGUE,
                roads=grid,
                gazetteer=Nowhere(),
                tracks=MemoryTracks(10),
                writer=writer,
            )
            await work(desk)
            await desk.close()

    asyncio.run(shift())
    return log


def engine(callsign: str, x: float = 0.0, y: float = 0.0) -> c.AddUnit:
    kind = CATALOGUE.kinds["engine"]
    return c.AddUnit(callsign, "engine", kind.capabilities, 4, None, LonLat(x, y))


def test_a_command_is_committed_folded_and_told(grid: Any) -> None:
    told: list[Changes] = []

    async def work(desk: Desk) -> None:
        stop = desk.subscribe(told.append)
        outcome = await desk.submit(c.ReportIncident("fire.structure", HERE, "Mill Lane", caller_name="Ann"))
        incident, call = outcome.created
        assert [i.id for i in desk.picture.incidents()] == [incident] and desk.picture.incident(incident).calls == (call,)  # type: ignore[union-attr]
        assert told == [outcome.changes] and incident in told[0].of(Kind.INCIDENT)
        stop()
        await desk.submit(c.AddNote("x", incident))
        assert len(told) == 1

    log = run(grid, work)
    assert log.count() == 3
    assert len(picture_of(log.operation, log.entries()).incidents()) == 1


def test_commands_at_once_go_one_after_the_other(grid: Any) -> None:
    async def work(desk: Desk) -> None:
        await asyncio.gather(*(desk.submit(c.ReportIncident("animal", HERE, str(n))) for n in range(20)))
        assert sorted(int(i.number) for i in desk.picture.incidents()) == list(range(1, 21))
        unit = (await desk.submit(engine("E1"))).created[0]
        both = await asyncio.gather(*(desk.submit(c.AssignUnit(i.id, unit)) for i in desk.picture.incidents()[:2]), return_exceptions=True)
        assert [type(b) for b in both] == [Outcome, Refused]

    log = run(grid, work)
    assert picture_of(log.operation, log.entries()).conflicts() == ()


def test_what_the_disk_refuses_has_not_happened(grid: Any) -> None:
    async def work(desk: Desk) -> None:
        desk.subscribe(lambda _: pytest.fail("told of something that did not happen"))
        with pytest.raises(KnownError, match="disk is full"):
            await desk.submit(c.AddNote("x"))
        assert desk.picture.count() == 0

    run(grid, work, FullDisk)


def test_a_caller_that_gives_up_does_not_tear_picture_and_log_apart(grid: Any) -> None:
    async def work(desk: Desk) -> None:
        waiting = asyncio.ensure_future(desk.submit(c.ReportIncident("animal", HERE, "")))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await desk.close()
        assert desk.picture.count() == 1

    assert run(grid, work).count() == 1


def test_a_batch_goes_on_after_a_refusal_and_an_unknown_command_is_our_fault(grid: Any) -> None:
    async def work(desk: Desk) -> None:
        outcomes = await desk.submit_all([engine("E1"), engine("E1"), engine("E2")])
        assert [type(o) for o in outcomes] == [Outcome, Refused, Outcome]
        with pytest.raises(BugError):
            await desk.submit(c.Command())

    run(grid, work)


def test_a_fleet_needs_few_commits_and_is_told_in_few_pieces(grid: Any) -> None:
    told: list[Changes] = []
    depot = c.AddDepot("D", HERE, derived_id("D"))
    stock = [c.MoveStock(derived_id("D"), "blanket", 1, move_id=derived_id("line", str(n))) for n in range(30)]
    commands = [*(engine(f"E{n}") for n in range(50)), engine("e7"), depot, depot, *stock, stock[0], c.MoveStock(derived_id("D"), "blanket", -31)]

    async def work(desk: Desk) -> None:
        desk.subscribe(told.append)
        outcomes = await desk.submit_all(commands)
        assert [n for n, o in enumerate(outcomes) if isinstance(o, Refused)] == [50, 52, 83, 84]
        assert len(desk.picture.units()) == 50 and desk.picture.depots()[0].free("blanket") == 30
        assert outcomes[0].created == (desk.picture.units()[0].id,)  # type: ignore[union-attr]

    log = run(grid, work)
    assert len(told) == 3 and log.count() == 81
    assert picture_of(log.operation, log.entries()).conflicts() == ()


def test_undo_goes_through_the_desk(grid: Any) -> None:
    async def work(desk: Desk) -> None:
        incident = (await desk.submit(c.ReportIncident("animal", HERE, ""))).created[0]
        change = await desk.submit(c.ChangeIncident(incident, {"grade": 1}))
        await desk.submit(c.Undo(change.entries[0].id))
        assert desk.picture.incident(incident).grade == 4  # type: ignore[union-attr]

    run(grid, work)


def test_a_recommendation_says_what_a_new_closure_changed(grid: Any) -> None:
    async def work(desk: Desk) -> None:
        await desk.submit_all([engine("E1", 0.09, 0.04), engine("E2", 0.03, 0.03)])
        incident = (await desk.submit(c.ReportIncident("fire.rubbish", LonLat(0.09, 0.03), ""))).created[0]
        first = await desk.recommend(incident)
        closure = (await desk.submit(c.CloseRoad((LonLat(0.09, 0.04),)))).created[0]
        second, third = await desk.recommend(incident), await desk.recommend(incident)
        assert [r.units[0].callsign for r in (first, second, third)] == ["E1", "E2", "E2"]
        assert first.notes == () and third.notes == () and "instead of E1" in str(second.notes[0])
        await desk.submit(c.ReopenRoad(closure))
        assert "instead of E2" in str((await desk.recommend(incident)).notes[0])
        with pytest.raises(Refused):
            await desk.recommend(derived_id("nothing"))

    run(grid, work)


def test_what_is_shown_can_be_kept_with_the_decision_and_read_by_a_program(grid: Any) -> None:
    async def work(desk: Desk) -> None:
        await desk.submit(engine("E1"))
        incident = (await desk.submit(c.ReportIncident("fire.rubbish", HERE, ""))).created[0]
        answer = await desk.recommend(incident)
        form = to_json(answer)
        assert json.loads(json.dumps(form)) == form
        outcome = await desk.submit(c.AcceptRecommendation(incident, tuple((u.unit_id, u.slot) for u in answer.units), (), form))
        assert len(outcome.created) == 2 and desk.picture.units()[0].incident == incident

    run(grid, work)


def test_a_query_without_an_operation_ranks_by_arrival(grid: Any) -> None:
    commands = [engine("E1", 0.0, 0.0), engine("E2", 0.04, 0.02), engine("E3", 0.05, 0.04), engine("E4", 0.06, 0.02)]
    situation = situation_from(commands)
    answer = recommend_at(situation, CATALOGUE, grid, HERE, "FSTRU", 3)
    assert [(u.rank, u.callsign, u.eta_s) for u in answer.units] == [(1, "E2", 140.0), (2, "E4", 140.0), (3, "E1", 500.0)]
    assert [r.callsign for r in answer.rejected] == ["E3"]
    plan = recommend_at(situation, CATALOGUE, grid, HERE, "fire.structure")
    assert [u.slot for u in plan.units] == ["pump-1", "pump-2", "pump-3", "crew-firefighting-1"]
    assert set(to_json(plan)) >= {"units", "rejected", "supplies", "unfilled"}
    for kind, k in (("fire", 0), ("dragon", 1)):
        with pytest.raises(Refused):
            recommend_at(situation, CATALOGUE, grid, HERE, kind, k)
