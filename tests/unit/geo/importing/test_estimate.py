"""Time left, with a clock that only moves when told to."""

from __future__ import annotations

import pytest

from commandcenter.geo.importing.estimate import STAGE_SHARE, TimeLeft
from commandcenter.model.clock import FakeClock


def test_shares_make_a_whole() -> None:
    assert sum(STAGE_SHARE.values()) == pytest.approx(1)


def test_steady_work_is_foretold() -> None:
    clock = FakeClock()
    left = TimeLeft(clock)
    clock.advance(17)
    share = STAGE_SHARE["check"] + STAGE_SHARE["areas"] + STAGE_SHARE["read"] / 2
    outlook = left.update("read", 5, 10)
    assert outlook.fraction == pytest.approx(share)
    assert outlook.left_s == pytest.approx(17 * (1 - share) / share)


def test_too_early_to_say() -> None:
    clock = FakeClock()
    left = TimeLeft(clock)
    assert left.update("check", 0, 10).left_s is None
    clock.advance(0.1)
    assert left.update("read", 1, 10).left_s is None


def test_it_ends_at_nothing_left() -> None:
    clock = FakeClock()
    left = TimeLeft(clock)
    clock.advance(10)
    outlook = left.update("save", 1, 1)
    assert outlook.fraction == pytest.approx(1)
    assert outlook.left_s == pytest.approx(0)


def test_it_never_runs_backwards() -> None:
    left = TimeLeft(FakeClock())
    fractions = [left.update(*report).fraction for report in (("read", 9, 10), ("read", 3, 10), ("check", 1, 1), ("unknown", 1, 1), ("roads", 0, 0))]
    assert fractions == sorted(fractions)
    assert fractions[0] == pytest.approx(fractions[3])
