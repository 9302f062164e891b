"""The event heap, the streams of chance and the clock."""

from __future__ import annotations

import asyncio
from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.clock import ExerciseClock, Pace
from commandcenter.exercise.engine import Engine
from commandcenter.exercise.streams import Streams
from commandcenter.model.errors import BugError, Refused


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_events_come_in_order_of_time_then_of_planning(times: list[int]) -> None:
    agenda = Agenda()
    for n, due in enumerate(times):
        agenda.plan(due, "a", "x", str(n))
    seen = [(due_ms, int(about)) for due_ms, _, _, _, about, _ in agenda.due(2000)]
    assert seen == sorted((due, n) for n, due in enumerate(times))
    assert len(agenda) == 0
    assert agenda.happened == len(times)


def test_nothing_happens_before_it_is_due_and_nothing_in_the_past() -> None:
    agenda = Agenda()
    agenda.plan(100, "a", "late")
    assert list(agenda.due(99)) == []
    assert [what for _, _, _, what, _, _ in agenda.due(100)] == ["late"]
    agenda.plan(5, "a", "should have been")
    assert [(due_ms, what) for due_ms, _, _, what, _, _ in agenda.due(100)] == [(100, "should have been")]


def test_what_is_planned_meanwhile_comes_in_its_place() -> None:
    agenda = Agenda()
    agenda.plan(10, "a", "first")
    agenda.plan(30, "a", "last")
    seen = []
    for due_ms, _, _, what, _, _ in agenda.due(30):
        seen.append(what)
        if what == "first":
            agenda.plan(due_ms + 5, "a", "between")
    assert seen == ["first", "between", "last"]


def test_a_snapshot_of_the_agenda_is_a_copy() -> None:
    agenda = Agenda()
    for due in (30, 10, 20):
        agenda.plan(due, "a", str(due))
    kept = agenda.state()
    first = list(agenda.due(100))
    agenda.restore(kept, 0)
    assert list(agenda.due(100)) == first
    assert [what for _, _, _, what, _, _ in first] == ["10", "20", "30"]


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


class Counting:
    """An actor that stirs the agenda at `loud` events, and counts how often it is asked to answer."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.seen: list[str] = []

    async def act(self, what: str, about: str, step: int) -> None:
        self.seen.append(what)
        self.agenda.stirred = what == "loud"

    async def settle(self) -> None:
        self.seen.append("answered")

    def state(self) -> None:
        return

    def restore(self, state: None) -> None:
        return


def test_changes_are_answered_before_the_next_event_and_only_changes() -> None:
    agenda = Agenda()
    counting = Counting(agenda)
    engine = Engine(agenda, Streams(1), lambda _ms: None)
    engine.add("a", counting)
    for due_ms, what in ((10, "quiet"), (20, "loud"), (30, "quiet"), (90, "loud")):
        agenda.plan(due_ms, "a", what)
    asyncio.run(engine.run_until(50))
    assert counting.seen == ["answered", "quiet", "loud", "answered", "quiet"]
    assert engine.now_ms == 50
    asyncio.run(engine.run_until(100, lambda: counting.seen[-1] == "answered"))
    assert counting.seen[5:] == ["loud", "answered"]
    assert engine.now_ms == 90
