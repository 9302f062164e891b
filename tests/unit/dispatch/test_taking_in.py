"""A desk folds what other desks have written, between its own commands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

from commandcenter.dispatch.desk import FOLDED_AT_ONCE, Desk
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.log.tracks import MemoryTracks
from commandcenter.model import commands as c
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Changes, Entry, Kind
from commandcenter.model.ids import counting_ids, derived_id
from commandcenter.model.words import LonLat
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue

from .test_desk import Nowhere

HERE = LonLat(0.05, 0.02)


@asynccontextmanager
async def desk_of(number: int, grid: Any) -> AsyncIterator[tuple[Desk, MemoryLog]]:
    log = MemoryLog(derived_id("operation"), DeviceKey(bytes([number]) * 32), FakeClock())
    with ThreadPoolExecutor(1) as writer:
        desk = Desk(
            log,
            Picture(log.operation),
            clock=FakeClock(),
            new_id=counting_ids(number),
            actor=derived_id("operator", str(number)),
            catalogue=default_catalogue(),
            roads=grid,
            gazetteer=Nowhere(),
            tracks=MemoryTracks(10),
            writer=writer,
        )
        yield desk, log
        await desk.close()


def bring(source: MemoryLog, target: MemoryLog) -> list[tuple[int, Entry]]:
    return target.ingest([row.signed for row in source.signed()], sender="there").entries


def test_entries_of_others_are_folded_once_and_told(grid: Any) -> None:
    async def shift() -> None:
        async with desk_of(1, grid) as (ann, ann_log), desk_of(2, grid) as (ben, ben_log):
            told: list[Changes] = []
            ben.subscribe(told.append)
            incident = (await ann.submit(c.ReportIncident("fire.structure", HERE, "Mill Lane"))).created[0]
            came = bring(ann_log, ben_log)
            await ben.take_in(came)
            await ben.take_in(came)
            assert len(told) == 1
            assert incident in told[0].of(Kind.INCIDENT)
            assert ben.picture.digest() == ann.picture.digest()
            await ben.submit(c.ChangeIncident(incident, {"priority": 4}))
            await ann.take_in(bring(ben_log, ann_log))
            assert ann.picture.conflicts() == ()
            assert ann.picture.incident(incident).priority == 4  # type: ignore[union-attr] # it is there

    asyncio.run(shift())


def test_others_entries_and_own_commands_at_once_lose_nothing(grid: Any) -> None:
    async def shift() -> None:
        async with desk_of(1, grid) as (ann, ann_log), desk_of(2, grid) as (ben, ben_log):
            for number in range(40):
                await ann.submit(c.AddNote(f"from ann {number}"))
            came = bring(ann_log, ben_log)
            own = (ben.submit(c.AddNote(f"from ben {number}")) for number in range(40))
            taken = (ben.take_in(came[start : start + 4]) for start in range(0, len(came), 4))
            await asyncio.gather(*own, *taken)
            assert ben.picture.count() == ben_log.count() == 80
            await ann.take_in(bring(ben_log, ann_log))
            assert ann.picture.digest() == ben.picture.digest()

    asyncio.run(shift())


def test_a_long_catch_up_lets_commands_go_in_between(grid: Any) -> None:
    async def shift() -> None:
        async with desk_of(1, grid) as (ann, ann_log), desk_of(2, grid) as (ben, ben_log):
            await ann.submit_all([c.AddNote(str(number)) for number in range(2 * FOLDED_AT_ONCE + 1)])
            folded: list[int] = []
            ben.subscribe(lambda changes: folded.append(len(changes.entries)))
            taking = asyncio.ensure_future(ben.take_in(bring(ann_log, ben_log)))
            await asyncio.sleep(0)
            await ben.submit(c.AddNote("meanwhile"))
            await taking
            assert max(folded) == FOLDED_AT_ONCE
            assert folded.index(1) < len(folded) - 1
            assert ben.picture.count() == ben_log.count()

    asyncio.run(shift())
