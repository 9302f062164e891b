"""Hybrid time only grows, stays near the wall, and does not follow a clock that is far ahead."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from commandcenter.log.hlc import MAX_AHEAD_MS, HybridClock
from commandcenter.model.clock import FakeClock


@given(st.lists(st.integers(-(6 * 3_600_000), 6 * 3_600_000), max_size=30))
def test_it_grows_whatever_the_wall_clock_does(jumps_ms: list[int]) -> None:
    clock = FakeClock()
    hybrid = HybridClock(clock)
    times = [hybrid.tick()]
    for jump_ms in jumps_ms:
        clock.now_ms += jump_ms
        times.append(hybrid.tick())
    assert times == sorted(set(times))


def test_it_follows_the_wall_clock() -> None:
    clock = FakeClock()
    hybrid = HybridClock(clock)
    hybrid.tick()
    clock.advance(5)
    assert hybrid.tick() >> 16 == clock.wall_ms()


def test_it_follows_others_up_to_a_minute_ahead() -> None:
    clock = FakeClock()
    hybrid = HybridClock(clock)
    near, far = (clock.wall_ms() + MAX_AHEAD_MS) << 16, (clock.wall_ms() + MAX_AHEAD_MS + 1) << 16
    assert hybrid.observe(near)
    assert hybrid.tick() == near + 1
    assert not hybrid.observe(far)
    assert hybrid.tick() == near + 2


def test_its_own_past_always_counts() -> None:
    clock = FakeClock()
    hybrid = HybridClock(clock)
    hybrid.resume((clock.wall_ms() + 10 * MAX_AHEAD_MS) << 16)
    assert hybrid.tick() >> 16 == clock.wall_ms() + 10 * MAX_AHEAD_MS
