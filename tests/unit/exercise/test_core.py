"""The event heap, the streams of chance and the clock."""

from __future__ import annotations

from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.clock import ExerciseClock, Pace
from commandcenter.exercise.streams import Streams
from commandcenter.model.errors import BugError, Refused


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_events_come_in_order_of_time_then_of_planning(times: list[int]) -> None:
    agenda = Agenda()
    for n, due in enumerate(times):
        agenda.plan(due, "a", "x", str(n))
    seen = []
    while (event := agenda.take(2000)) is not None:
        seen.append((event.due_ms, int(event.about)))
    assert seen == sorted((due, n) for n, due in enumerate(times))
    assert len(agenda) == 0
    assert agenda.happened == len(times)


def test_nothing_happens_before_it_is_due_and_nothing_in_the_past() -> None:
    agenda = Agenda()
    agenda.plan(100, "a", "late")
    assert agenda.take(99) is None
    assert agenda.take(100) is not None
    agenda.plan(5, "a", "should have been")
    event = agenda.take(100)
    assert event is not None
    assert event.due_ms == 100


def test_a_snapshot_of_the_agenda_is_a_copy() -> None:
    agenda = Agenda()
    for due in (30, 10, 20):
        agenda.plan(due, "a", str(due))
    kept = agenda.state()
    first = [agenda.take(100), agenda.take(100), agenda.take(100)]
    agenda.restore(kept, 0)
    assert [agenda.take(100), agenda.take(100), agenda.take(100)] == first


def test_one_entity_s_chance_never_shifts_another_s() -> None:
    alone, together = Streams(7), Streams(7)
    expected = [alone.share("E1") for _ in range(5)]
    found = []
    for _ in range(5):
        found.append(together.share("E1"))
        together.share("E2")
    assert found == expected
    assert Streams(8).share("E1") != expected[0]


def test_streams_go_back_to_a_snapshot() -> None:
    streams = Streams(1)
    streams.share("x")
    kept = streams.state()
    after = [streams.share("x"), streams.share("y")]
    streams.restore(kept)
    assert [streams.share("x"), streams.share("y")] == after


def test_the_distributions_are_what_they_say() -> None:
    streams = Streams(3)
    assert mean(streams.share("u") for _ in range(20_000)) == pytest.approx(0.5, abs=0.01)
    assert mean(streams.exponential("e", 60) for _ in range(20_000)) == pytest.approx(60, rel=0.03)
    assert median(streams.lognormal("l", 80, 0.5) for _ in range(20_000)) == pytest.approx(80, rel=0.03)
    assert mean(streams.chance("c", 0.7) for _ in range(20_000)) == pytest.approx(0.7, abs=0.015)


def test_splitmix64_gives_the_published_numbers() -> None:
    """Reference output of SplitMix64 for state 0 (Vigna's `splitmix64.c`): the first is 0xe220a8397b1dcdaf."""
    streams = Streams(0)
    streams.restore({"x": 0})
    assert streams.share("x") == ((0xE220A8397B1DCDAF >> 11) + 0.5) / 2**53
    assert streams.share("x") == ((0x6E789E6AA1B965F4 >> 11) + 0.5) / 2**53


def test_exercise_time_never_runs_back() -> None:
    clock = ExerciseClock(1000)
    clock.set(2500)
    assert (clock.wall_ms(), clock.monotonic_s()) == (2500, 1.5)
    with pytest.raises(BugError):
        clock.set(2499)


def test_the_pace_runs_pauses_and_jumps() -> None:
    pace = Pace()
    assert pace.next_moment(1000, 5.0) == 1000
    pace.run()
    pace.set_speed(60)
    assert pace.next_moment(1000, 0.1) == 7000
    pace.jump(500_000, 7000)
    assert pace.next_moment(7000, 0.1) == 500_000
    assert pace.next_moment(500_000, 0.1) == 506_000
    pace.pause()
    assert pace.next_moment(506_000, 9.0) == 506_000


def test_a_slow_pace_loses_no_time() -> None:
    pace = Pace()
    pace.run()
    now = 0
    for _ in range(1000):
        now = pace.next_moment(now, 0.0163)
    assert now == pytest.approx(16_300, abs=1)


@pytest.mark.parametrize("speed", [0, 0.5, 61, -1])
def test_only_one_to_sixty_times(speed: float) -> None:
    with pytest.raises(Refused):
        Pace().set_speed(speed)


def test_a_jump_only_goes_ahead() -> None:
    with pytest.raises(Refused):
        Pace().jump(10, 11)
