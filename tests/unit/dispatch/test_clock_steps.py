"""A clock that is set while the program runs is told in one sentence."""

from __future__ import annotations

from commandcenter.model.clock import Clock, FakeClock, SystemClock
from commandcenter.monitor.clock_steps import ClockSteps
from commandcenter.monitor.since import Moment


def moment(clock: Clock) -> Moment:
    return Moment(clock.wall_ms(), clock.monotonic_s())


def test_time_that_goes_by_is_no_step_however_long_nobody_looked() -> None:
    clock, steps = FakeClock(), ClockSteps()
    for seconds in (0.0, 1.0, 86_400.0):
        clock.advance(seconds)
        assert steps.look(moment(clock)) is None


def test_a_step_is_told_once_with_its_direction() -> None:
    clock, steps = FakeClock(), ClockSteps()
    steps.look(moment(clock))
    clock.advance(1)
    clock.now_ms -= 2 * 3_600_000
    said = steps.look(moment(clock))
    assert said is not None
    assert ("set back" in said.template, said.params["n"]) == (True, 120)
    clock.advance(1)
    assert steps.look(moment(clock)) is None
    clock.now_ms += 6 * 3_600_000
    said = steps.look(moment(clock))
    assert said is not None
    assert ("forward" in said.template, said.params["n"]) == (True, 360)


def test_a_clock_that_is_put_right_by_a_few_seconds_is_not_spoken_of() -> None:
    clock, steps = FakeClock(), ClockSteps()
    steps.look(moment(clock))
    clock.now_ms += 59_000
    assert steps.look(moment(clock)) is None


def test_the_computers_own_seconds_never_run_backwards() -> None:
    clock = SystemClock()
    first = clock.monotonic_s()
    assert clock.monotonic_s() >= first
