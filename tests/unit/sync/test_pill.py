"""What the header's pill says of a moment that is not today."""

from __future__ import annotations

import time

import pytest

from commandcenter.sync.status import State, Status, clock

DAY_MS = 86_400_000
NOON_MS = round(time.mktime((2026, 9, 21, 12, 0, 0, 0, 0, -1)) * 1_000)


@pytest.mark.parametrize(
    ("since_ms", "said"),
    [(NOON_MS - 3_600_000, "11:00"), (NOON_MS - DAY_MS, "2026-09-20 12:00"), (NOON_MS - 366 * DAY_MS, "2025-09-20 12:00")],
)
def test_another_day_is_named(since_ms: int, said: str) -> None:
    assert clock(since_ms, NOON_MS) == said
    assert str(Status(State.OFFLINE, since_ms, 37).sentence(NOON_MS)) == f"Offline since {said}, 37 unsent"


def test_without_a_now_only_the_time_is_said() -> None:
    assert clock(NOON_MS - 2 * DAY_MS) == "12:00"


def test_catching_up_says_how_long_it_still_takes_once_that_is_known() -> None:
    def said(done: int, after_s: int) -> str:
        return str(Status(State.CATCHING_UP, NOON_MS, 0, done, 10_000).sentence(NOON_MS + after_s * 1_000))

    assert said(4_000, 4) == "Catching up 4,000 of 10,000"
    assert said(100, 60) == "Catching up 100 of 10,000"
    assert said(2_500, 60) == "Catching up 2,500 of 10,000, about 3 min left"
    assert said(9_999, 60) == "Catching up 9,999 of 10,000, about 1 min left"
    assert str(Status(State.CATCHING_UP, NOON_MS, 0, 2_500, 10_000).sentence()) == "Catching up 2,500 of 10,000"
