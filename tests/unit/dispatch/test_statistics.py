"""Figures of a period, checked by hand-made shifts."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

import pytest

from commandcenter.model import commands as c
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.monitor import statistics as figures
from commandcenter.monitor.statistics import Period


def whole(stage: Any) -> Period:
    return figures.whole_period(stage.picture, stage.clock.wall_ms())


def respond(stage: Any, unit: Any, *, wait_s: float, drive_s: float, work_s: float = 600, priority: int = 1) -> Any:
    """One call from answer to the unit's return; the commands themselves take a second each."""
    incident = stage.incident(priority=priority)
    stage.clock.advance(wait_s - 1)
    stage.do(c.AssignUnit(incident, unit))
    stage.do(c.SetUnitStatus(unit, UnitStatus.ENROUTE))
    stage.clock.advance(drive_s - 2)
    stage.do(c.SetUnitStatus(unit, UnitStatus.ON_SCENE))
    stage.clock.advance(work_s - 1)
    stage.do(c.SetUnitStatus(unit, UnitStatus.AVAILABLE))
    return incident


def test_nothing_happened(stage: Any) -> None:
    stage.unit("E1")
    period = whole(stage)
    assert figures.calls_by_hour(stage.picture, period) == [0] * 24
    assert figures.calls_over_time(stage.picture, period) == []
    assert figures.processing(stage.picture, period) == []
    assert figures.responses_by_station(stage.picture, period) == []
    assert [u.share for u in figures.utilisation(stage.picture, period)] == [0.0]


def test_processing_counts_what_was_never_dispatched_against_the_share(stage: Any) -> None:
    unit = stage.unit("E1")
    for wait_s in (30, 50, 70):
        respond(stage, unit, wait_s=wait_s, drive_s=300)
    stage.incident(priority=1)
    (found,) = figures.processing(stage.picture, whole(stage))
    assert (found.priority, found.count, found.dispatched, found.within_limit) == (1, 4, 3, 2)
    assert found.share == 0.5
    assert found.median_s == 50


def test_a_call_counts_from_when_it_was_answered(stage: Any) -> None:
    unit = stage.unit("E1")
    at = stage.picture.unit(unit).at
    stage.clock.advance(1)
    answered_ms = stage.clock.wall_ms()
    stage.clock.advance(39)
    incident = stage.do(c.ReportIncident("fire.structure", at, "1 Grid Street", 1, answered_ms=answered_ms))[0].writes[0].key.entity
    stage.do(c.AssignUnit(incident, unit))
    (found,) = figures.processing(stage.picture, whole(stage))
    assert found.median_s == 41


def test_an_answer_of_tomorrow_is_now(stage: Any) -> None:
    incident = stage.do(c.ReportIncident("fire.structure", LonLat(0.0, 0.0), "x", answered_ms=stage.clock.wall_ms() + 10**9))[0].writes[0].key.entity
    view = stage.picture.incident(incident)
    assert view.answered_ms == view.reported_ms


def called(stage: Any, *, rang_s: float | None) -> None:
    """A call that rang so long before it was answered; `None`: nobody knows."""
    rang_ms = stage.clock.wall_ms()
    stage.clock.advance(rang_s or 0)
    rang = None if rang_s is None else rang_ms
    stage.do(c.TakeCall("fire.structure", LonLat(0.0, 0.0), "x", rang_ms=rang, answered_ms=stage.clock.wall_ms()))


def test_answering_counts_only_calls_whose_ring_is_known(stage: Any) -> None:
    stage.clock.advance(1)
    begun = stage.clock.wall_ms()
    for rang_s in (4, 10, 11, 20, 21, None, None):
        called(stage, rang_s=rang_s)
    found = figures.answering(stage.picture, Period(begun, stage.clock.wall_ms() + 1))
    assert (found.count, found.unknown, found.median_s) == (5, 2, 11)
    assert [(limit.limit_s, limit.goal, limit.within, limit.share) for limit in found.limits] == [
        (10, 0.9, 2, 0.4),
        (15, 0.9, 3, 0.6),
        (20, 0.95, 4, 0.8),
    ]
    nothing = figures.answering(stage.picture, Period(0, begun))
    assert (nothing.count, nothing.unknown, nothing.limits) == (0, 0, ())
    assert math.isnan(nothing.median_s)


def test_a_clock_that_jumped_makes_no_negative_ring(stage: Any) -> None:
    now = stage.clock.wall_ms()
    stage.do(c.TakeCall("fire.structure", LonLat(0.0, 0.0), "x", rang_ms=now + 60_000, answered_ms=now - 5_000))
    stage.do(c.ReportIncident("fire.structure", LonLat(0.0, 0.0), "x", answered_ms=now + 10**9, rang_ms=now + 2 * 10**9))
    assert [call.rang_s for call in stage.picture.calls()] == [0.0, 0.0]


def test_response_times_by_station_and_type(stage: Any) -> None:
    station = stage.do(c.AddStation("North", "fire_station", LonLat(0.0, 0.0)))[0].writes[0].key.entity
    unit = stage.unit("E1", station=station)
    for drive_s in (100, 200, 300, 400):
        respond(stage, unit, wait_s=10, drive_s=drive_s)
    (by_station,) = figures.responses_by_station(stage.picture, whole(stage))
    assert (by_station.name, by_station.count, by_station.median_s) == ("North", 4, 250)
    assert by_station.p90_s == pytest.approx(370)
    (by_type,) = figures.responses_by_type(stage.picture, whole(stage))
    assert (by_type.name, by_type.median_s) == ("fire.structure", by_station.median_s)
    (turnout,) = figures.turnouts_by_station(stage.picture, whole(stage))
    assert turnout.median_s == 1


def test_only_the_period_counts(stage: Any) -> None:
    unit = stage.unit("E1")
    respond(stage, unit, wait_s=10, drive_s=100)
    cut = stage.clock.wall_ms()
    stage.clock.advance(10)
    respond(stage, unit, wait_s=10, drive_s=200)
    late = Period(cut + 1, stage.clock.wall_ms() + 1)
    assert sum(figures.calls_by_hour(stage.picture, late)) == 1
    assert [s.count for s in figures.responses_by_type(stage.picture, late)] == [1]
    assert sum(figures.calls_by_hour(stage.picture, whole(stage))) == 2


def test_calls_by_hour_are_in_the_zone(stage: Any) -> None:
    incident = stage.incident()
    hour = datetime.fromtimestamp(stage.picture.incident(incident).reported_ms / 1000, tz=UTC).hour
    counts = figures.calls_by_hour(stage.picture, whole(stage), UTC)
    assert counts[hour] == 1 and sum(counts) == 1


def test_utilisation_counts_time_once_and_only_within_the_period(stage: Any) -> None:
    busy, idle = stage.unit("E1"), stage.unit("E2")
    respond(stage, busy, wait_s=10, drive_s=100, work_s=500)
    end = stage.clock.wall_ms()
    period = Period(end - 1_000_000, end)
    found = {u.callsign: u for u in figures.utilisation(stage.picture, period)}
    assert found["E1"].calls == 1
    assert found["E1"].busy_s == pytest.approx(600, abs=2)
    assert found["E1"].share == pytest.approx(0.6, abs=0.002)
    assert found["E2"].share == 0
    half = Period(end - 300_000, end)
    assert {u.callsign: u.share for u in figures.utilisation(stage.picture, half)}["E1"] == pytest.approx(1.0)
    assert idle


def test_stock_curves_are_steps(stage: Any) -> None:
    depot = stage.depot("Main", 1, 1, water_bottled=100)
    from_ms = stage.clock.wall_ms() + 1
    stage.do(c.MoveStock(depot, "water_bottled", -30))
    stage.do(c.MoveStock(depot, "water_bottled", -20))
    (curve,) = figures.stock_curves(stage.picture, Period(from_ms, stage.clock.wall_ms() + 1))
    assert curve.quantities == (100, 70, 50, 50)
    assert list(curve.moments_ms) == sorted(curve.moments_ms)


def test_no_value_is_no_number(stage: Any) -> None:
    stage.incident(priority=2)
    (found,) = figures.processing(stage.picture, whole(stage))
    assert math.isnan(found.median_s) and found.share == 0
