"""The same seed and the same commands give the same log in another process, whatever its hashes of texts are."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from commandcenter.exercise.course import Course
from commandcenter.model.commands import SendMessage
from tests.unit.exercise.town import MINUTE, START_MS, inject, play, scenario

TYPES = ("medical.chest_pain", "medical.fall", "fire.alarm", "traffic.collision")
SHEET = scenario(
    *(inject(str(n), 3 * n, type_=TYPES[n % len(TYPES)], x=n % 12, y=n % 7) for n in range(1, 11)),
    inject("11", 6, "closure", "", x=4, details={"minutes": "30"}),
    inject("12", 8, "breakdown", "", place="", unit="A2", details={"minutes": "10"}),
    inject("13", 9, "network_loss", "", place="", unit="E1", details={"minutes": "5"}),
    minutes=60,
)
ROOT = Path(__file__).resolve().parents[3]


async def shift(course: Course, words: str = "all units: use channel 2") -> str:
    """Play with the virtual player, and speak up once; return the log's digest."""
    await course.advance_to(START_MS + 10 * MINUTE)
    await course.desk.submit(SendMessage(words))
    await course.advance_to(course.scenario.end_ms)
    return course.digest()


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_another_process_with_other_hashes_has_the_same_log(hash_seed: str) -> None:
    code = "from tests.unit.exercise.test_determinism import *; print(play(shift, SHEET, player=True))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    mine = play(shift, SHEET, player=True)
    assert done.stdout.split() == [mine]
    assert play(partial(shift, words="stand by"), SHEET, player=True) != mine
