"""Alarms with clocks that stand wrong: the author's, or this computer's own. None is ever kept back by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from commandcenter.model import commands as c
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Write
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import UnitStatus
from commandcenter.monitor.alarms import Alarm, AlarmList
from commandcenter.monitor.since import Moment
from commandcenter.resources.watch import AlarmKind as K

HOUR_MS = 3_600_000


class Here:
    """A desk with its own clock, which reads what the stage's author wrote."""

    def __init__(self, stage: Any, *, author_ahead_ms: int = 0) -> None:
        self.stage = stage
        self.clock = FakeClock(stage.clock.wall_ms() - author_ahead_ms)
        self.list = AlarmList()

    def look(self) -> list[Alarm]:
        return self.list.look(self.stage.picture, self.stage.catalogue, Moment(self.clock.wall_ms(), self.clock.monotonic_s()))

    def kinds(self) -> list[K]:
        return [alarm.kind for alarm in self.look()]

    def go_on(self, seconds: float) -> None:
        """Let time go by for both."""
        self.clock.advance(seconds)
        self.stage.clock.advance(seconds)

    def set_clock(self, by_ms: int) -> None:
        """Set this computer's wall clock."""
        self.clock.now_ms += by_ms


def sent(stage: Any, status: UnitStatus | None = None) -> tuple[Id, Id]:
    unit, incident = stage.unit("E1"), stage.incident(priority=1)
    stage.do(c.AssignUnit(incident, unit))
    if status is not None:
        stage.do(c.SetUnitStatus(unit, status))
    return unit, incident


def wait_for_somebody(stage: Any) -> None:
    stage.incident(priority=1)


def turn_out(stage: Any) -> None:
    sent(stage)


def be_on_scene(stage: Any) -> None:
    sent(stage, UnitStatus.ON_SCENE)


def be_ordered(stage: Any) -> None:
    unit, incident = sent(stage, UnitStatus.ENROUTE)
    stage.do(c.SendOrder("Open the roof", (unit,), incident, urgent=True))


def be_counted(stage: Any) -> None:
    _, incident = sent(stage, UnitStatus.ON_SCENE)
    stage.do(c.StartRollCall(incident))


def be_reminded(stage: Any) -> None:
    stage.do(c.SetTimer("Check the wind", stage.clock.wall_ms() + 121_000))


LASTING = [
    (wait_for_somebody, K.CALL_WAITING, 60),
    (turn_out, K.TURNOUT_LATE, 150),
    (be_on_scene, K.CONTACT_LATE, 900),
    (be_ordered, K.ORDER_UNANSWERED, 120),
    (be_counted, K.ROLL_CALL_SILENT, 120),
    (be_reminded, K.TIMER_DUE, 120),
]


@pytest.mark.parametrize("ahead_ms", [120_000, 6 * HOUR_MS])
def test_a_mayday_of_a_sender_whose_clock_is_ahead_is_seen_at_once_and_goes_to_the_supervisor_in_time(stage: Any, ahead_ms: int) -> None:
    unit, _ = sent(stage, UnitStatus.ON_SCENE)
    stage.do(c.DeclareMayday(unit, "floor collapsed"))
    here = Here(stage, author_ahead_ms=ahead_ms)
    (alarm,) = here.look()
    assert (alarm.kind, alarm.sounding, alarm.since_ms) == (K.MAYDAY, True, here.clock.wall_ms())
    here.go_on(30)
    assert here.look()[0].escalated_to == "supervisor"


def test_one_that_somebody_ahead_has_in_hand_sounds_again_in_time(stage: Any) -> None:
    unit, _ = sent(stage, UnitStatus.ON_SCENE)
    stage.do(c.DeclareMayday(unit, "floor collapsed"))
    here = Here(stage, author_ahead_ms=6 * HOUR_MS)
    stage.do(c.AnswerAlarm(here.look()[0].id, "M3 goes in"))
    assert not here.look()[0].sounding
    here.go_on(121)
    assert here.look()[0].sounding


@pytest.mark.parametrize(("begin", "kind", "after_s"), LASTING)
@pytest.mark.parametrize("ahead_ms", [120_000, 6 * HOUR_MS])
def test_what_lasts_is_late_in_time_though_its_author_is_ahead(
    stage: Any, begin: Callable[[Any], None], kind: K, after_s: int, ahead_ms: int
) -> None:
    begin(stage)
    here = Here(stage, author_ahead_ms=ahead_ms)
    assert kind not in here.kinds()
    here.go_on(after_s - 1)
    assert kind not in here.kinds()
    here.go_on(2)
    assert kind in here.kinds()


@pytest.mark.parametrize(("begin", "kind", "after_s"), LASTING)
def test_a_clock_that_is_set_back_takes_no_alarm_away_and_keeps_none_back(stage: Any, begin: Callable[[Any], None], kind: K, after_s: int) -> None:
    begin(stage)
    here = Here(stage)
    here.look()
    here.go_on(after_s - 10)
    here.set_clock(-2 * HOUR_MS)
    assert kind not in here.kinds()
    here.go_on(11)
    assert kind in here.kinds()
    here.set_clock(-2 * HOUR_MS)
    assert kind in here.kinds()


def test_what_is_shown_stands_still_while_the_clock_is_wrong(stage: Any) -> None:
    wait_for_somebody(stage)
    here = Here(stage)
    here.look()
    here.set_clock(-2 * HOUR_MS)
    here.go_on(90)
    shown = here.look()
    assert 0 <= here.clock.wall_ms() - shown[0].since_ms <= 40_000
    here.clock.now_s += 0.004  # the two clocks are never read at the same moment
    here.go_on(1)
    assert here.look() == shown


@pytest.mark.parametrize(("begin", "kind", "after_s"), LASTING)
def test_a_clock_that_is_set_forward_makes_an_alarm_early_never_late(stage: Any, begin: Callable[[Any], None], kind: K, after_s: int) -> None:
    begin(stage)
    here = Here(stage)
    here.look()
    here.set_clock(6 * HOUR_MS)
    assert kind in here.kinds()
    here.set_clock(-6 * HOUR_MS)  # that was a mistake
    assert kind not in here.kinds()
    here.go_on(after_s + 1)
    assert kind in here.kinds()


def test_a_contact_counts_also_after_one_status_of_the_future(stage: Any) -> None:
    unit, _ = sent(stage, UnitStatus.ON_SCENE)
    here = Here(stage, author_ahead_ms=6 * HOUR_MS)
    stage.clock.now_ms -= 6 * HOUR_MS  # from now on the author's clock is right
    here.look()
    here.go_on(800)
    stage.do(c.ReportContact(unit, "all well"))
    here.look()
    here.go_on(800)
    assert K.CONTACT_LATE not in here.kinds()
    here.go_on(101)
    assert K.CONTACT_LATE in here.kinds()


def test_a_program_that_begins_anew_takes_the_future_for_now(stage: Any) -> None:
    wait_for_somebody(stage)
    here = Here(stage, author_ahead_ms=6 * HOUR_MS)
    here.look()
    here.go_on(61)
    here.list = AlarmList()
    assert here.kinds() == []
    here.go_on(61)
    assert here.kinds() == [K.CALL_WAITING]


def test_a_timer_from_before_its_setting_was_kept_rings_by_the_wall(stage: Any) -> None:
    here, timer = Here(stage), derived_id("timer", "old")
    what = {"text": "Check the wind", "due": stage.clock.wall_ms() + 60_000, "incident": None, "by": stage.actor}
    (entry,) = stage.log.append(
        [Draft(EntryType.TIMER_SET, (Write(Key(Kind.TIMER, timer, "what"), what),))], actor=stage.actor, heads=stage.picture.heads
    )
    stage.picture.apply(entry, stage.log.count())
    assert here.kinds() == []
    here.go_on(59)
    assert here.kinds() == []
    here.go_on(1)
    assert here.kinds() == [K.TIMER_DUE]


def test_running_timers_are_told_the_next_first_until_they_ring(stage: Any) -> None:
    here = Here(stage)
    stage.do(c.SetTimer("Relieve the crew", stage.clock.wall_ms() + 601_000))
    stage.do(c.SetTimer("Check the wind", stage.clock.wall_ms() + 61_000))
    here.clock.now_ms = stage.clock.now_ms
    here.look()
    assert [timer.text for timer in here.list.timers] == ["Check the wind", "Relieve the crew"]
    here.go_on(61)
    assert here.kinds() == [K.TIMER_DUE]
    assert [timer.text for timer in here.list.timers] == ["Relieve the crew"]
