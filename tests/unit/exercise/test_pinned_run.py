"""Chance and the simulator are the same to the bit on every computer and every Python: what one run came to is written down here.

Neither log, catalogue nor roads take part, so that only another simulator changes these figures: then on purpose.
"""

from __future__ import annotations

import asyncio
import hashlib

from commandcenter.exercise.streams import Streams
from commandcenter.model.words import UnitStatus
from commandcenter.picture.views import UnitView
from tests.unit.exercise.table_stage import TableStage
from tests.unit.exercise.test_hypercube import TWO, Calls, ExponentialWork

CALLS = 400


def test_chance_is_the_same_everywhere() -> None:
    streams, whole = Streams(7), hashlib.sha256()
    for _ in range(1000):
        for name in ("E1", "A2", "call 3", "消防1"):
            whole.update(streams.share(name).hex().encode())
    assert whole.hexdigest()[:32] == "5ee2ebc72deb19e809dfb6ddd54cc152"
    again = Streams(7)
    assert [round(again.lognormal("E1", 80_000, 0.5)) for _ in range(5)] == [139_986, 74_462, 91_104, 82_301, 37_497]
    assert [round(again.exponential("A2", 600_000)) for _ in range(5)] == [61_750, 461_474, 127_135, 71_621, 465_064]


def test_a_run_of_the_simulator_is_the_same_everywhere() -> None:
    stage, whole = TableStage([None] * TWO.units, lambda _a, _b: 90.0), hashlib.sha256()
    source = Calls(TWO, stage, CALLS)

    def seen(unit: UnitView, status: UnitStatus, now_ms: int) -> None:
        source.seen(unit, status, now_ms)
        whole.update(f"{unit.id} {status.value} {now_ms}\n".encode())

    stage.seen = seen
    stage.play(ExponentialWork(stage.streams, 1200.0), source)
    source.plan()
    asyncio.run(stage.engine.run_until(10**15, lambda: source.count >= CALLS))
    assert (source.lost, stage.now_ms(), whole.hexdigest()[:32]) == (145, 283_299_954, "f35be7c66a885f93f389786a79c85acf")
