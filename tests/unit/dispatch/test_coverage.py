"""Coverage and moves in the grid town: a unit reaches what lies within the minutes, 60 s a block."""

from __future__ import annotations

import dataclasses
import itertools
from typing import Any

import numpy as np
import pytest

from commandcenter.dispatch.cover_fall import CoverFall, cover_falls, left_ms
from commandcenter.dispatch.coverage import Cover, MoveUp, cover, expected, move_ups
from commandcenter.dispatch.eligibility import field_of
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.recommendation import Binding
from commandcenter.dispatch.situation import situation_of
from commandcenter.model import commands as c
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.monitor.alarms import Alarm, AlarmList
from commandcenter.monitor.since import Moment
from commandcenter.resources.policy import Coverage
from commandcenter.resources.watch import AlarmKind

POLICY = Coverage(within_min=4, busy_share=0.3, least_gain=0.01, most_moves=3, places=96, near_s=20, protect_places=40)


def field(stage: Any, grid: Any) -> Field:
    return field_of(situation_of(stage.picture, {}, stage.clock.wall_ms()), stage.catalogue, grid, 5)


def station(stage: Any, name: str, x: int, y: int) -> Id:
    made: Id = stage.do(c.AddStation(name, "ambulance_station", LonLat(x * 0.01, y * 0.01)))[0].writes[0].key.entity
    return made


def test_a_unit_covers_what_it_reaches_in_time_with_its_turnout(stage: Any, grid: Any) -> None:
    stage.unit("M1", "als", 2, 1, station=station(stage, "West", 2, 1))
    stage.unit("E1", "engine", 9, 1)
    found = cover(field(stage, grid), "als", grid.places(96), 4)
    reached = {grid.places(96)[n] for n in np.flatnonzero(found.within[0]).tolist()}
    assert reached == {LonLat(x * 0.01, y * 0.01) for x in range(12) for y in range(4) if abs(x - 2) + abs(y - 1) <= 3}
    assert found.share == len(reached) / 96
    assert found.lost_without() == {found.units[0].unit.id: found.share}


def test_two_units_on_one_spot_lose_nothing_when_one_goes(stage: Any, grid: Any) -> None:
    for n in range(2):
        stage.unit(f"M{n}", "als", 2, 1)
    assert set(cover(field(stage, grid), "als", grid.places(96), 4).lost_without().values()) == {0.0}
    busy = next(u.id for u in stage.picture.units() if u.callsign == "M0")
    stage.do(c.AssignUnit(stage.incident(), busy))
    assert cover(field(stage, grid), "als", grid.places(96), 4).lost_without().keys() == {u.id for u in stage.picture.units() if u.callsign == "M1"}


def test_nothing_to_cover_and_nobody_to_do_it(stage: Any, grid: Any) -> None:
    empty = cover(field(stage, grid), "als", grid.places(10), 4)
    assert (empty.share, empty.lost_without()) == (0.0, {})
    assert Cover((), (), np.zeros((0, 0), bool)).share == 0.0
    assert move_ups(empty, [], grid, POLICY) == ()
    with pytest.raises(Cancelled):
        cover(field(stage, grid), "als", grid.places(10), 4, stopped=lambda: True)


def moves(stage: Any, grid: Any, policy: Coverage = POLICY) -> tuple[MoveUp, ...]:
    now = cover(field(stage, grid), "als", grid.places(96), policy.within_min)
    return move_ups(now, stage.picture.stations(), grid, policy)


def test_one_of_two_crowded_units_moves_to_the_empty_bank(stage: Any, grid: Any) -> None:
    west = station(stage, "West", 2, 1)
    far = station(stage, "Far", 6, 6)
    for n in range(2):
        stage.unit(f"M{n}", "als", 2, 1, station=west)
    (move,) = moves(stage, grid)
    assert (move.callsign, move.station_id, move.eta_s) == ("M0", far, 900.0)
    assert str(move.reason).startswith("M0 to Far, 15:00: ")
    assert moves(stage, grid, dataclasses.replace(POLICY, least_gain=0.9)) == ()


def test_each_move_is_the_best_single_one(stage: Any, grid: Any) -> None:
    spots = [(2, 1), (6, 6), (10, 2), (1, 6)]
    bases = [station(stage, str(n), *spot) for n, spot in enumerate(spots)]
    for n in range(3):
        stage.unit(f"M{n}", "als", 2, 1, station=bases[0])
    now = cover(field(stage, grid), "als", grid.places(96), 4)

    def value(at: tuple[int, ...]) -> float:
        counts = sum(_reach(grid, spots[base]) for base in at)
        return expected(np.asarray(counts), POLICY.busy_share)

    chosen = [bases.index(m.station_id) for m in moves(stage, grid)]
    at = [0, 0, 0]
    for n, base in enumerate(chosen):
        best = max(value((*at[:n], other, *at[n + 1 :])) for other in range(4))
        at[n] = base
        assert value(tuple(at)) == pytest.approx(best)
    assert len(chosen) == 2 and value(tuple(at)) <= max(value(way) for way in itertools.product(range(4), repeat=3)) + 1e-9
    assert now.share > 0


def _reach(grid: Any, spot: tuple[int, int]) -> np.ndarray[Any, np.dtype[np.int64]]:
    row = grid.matrix(grid.places(96), [LonLat(spot[0] * 0.01, spot[1] * 0.01)], "ambulance")
    return np.array([int(a[0] is not None and a[0].eta_s + 60 <= 240) for a in row])


def watching(stage: Any, below: float = 0.75) -> None:
    coverage = dataclasses.replace(POLICY, alarm_below=below, alarm_for=("als",))
    stage.catalogue = dataclasses.replace(stage.catalogue, policy=dataclasses.replace(stage.catalogue.policy, coverage=coverage))


def falls(stage: Any, grid: Any, positions: Any = None) -> tuple[CoverFall, ...]:
    situation = situation_of(stage.picture, positions or {}, stage.clock.wall_ms())
    return cover_falls(situation, left_ms(stage.picture), stage.catalogue, grid)


def send(stage: Any, callsign: str) -> int:
    """Send a unit; return when it left."""
    unit = next(u.id for u in stage.picture.units() if u.callsign == callsign)
    stage.do(c.AssignUnit(stage.incident(x=11, y=7), unit))
    left: int = stage.picture.unit(unit).status_ms
    return left


def spread(stage: Any) -> None:
    """Four units that cover about as much each, and one beside the first."""
    for n, spot in enumerate([(2, 1), (9, 1), (2, 6), (9, 6), (2, 1)]):
        stage.unit(f"M{n}", "als", *spot, station=station(stage, f"S{n}", *spot))


def test_coverage_falls_by_the_unit_with_whose_leaving_it_passed_the_threshold(stage: Any, grid: Any) -> None:
    watching(stage)
    spread(stage)
    assert falls(stage, grid) == ()
    send(stage, "M0")  # M4 stands beside it
    assert falls(stage, grid) == ()
    send(stage, "M1")
    crossing = send(stage, "M2")
    (fall,) = falls(stage, grid)
    assert [unit.callsign for unit in fall.left] == ["M2"] and fall.since_ms == crossing
    last = send(stage, "M3")
    (later,) = falls(stage, grid)
    assert (later.cause, later.since_ms, later.before) == (fall.cause, fall.since_ms, fall.before)
    assert [unit.callsign for unit in later.left] == ["M2", "M3"] and later.now < fall.now < fall.before
    assert last > crossing


def test_the_shares_are_those_that_the_moves_window_shows(stage: Any, grid: Any) -> None:
    watching(stage, below=1.0)
    spread(stage)
    before = cover(field(stage, grid), "als", grid.places(96), 4).share
    send(stage, "M3")
    (fall,) = falls(stage, grid)
    assert (fall.before, fall.now) == (before, cover(field(stage, grid), "als", grid.places(96), 4).share)


def test_who_is_away_counts_at_home_wherever_it_drives_now(stage: Any, grid: Any) -> None:
    watching(stage, below=1.0)
    spread(stage)
    send(stage, "M3")
    gone = next(u.id for u in stage.picture.units() if u.callsign == "M3")
    far = {gone: Position(LonLat(0.0, 0.0), PositionSource.GPS, stage.clock.wall_ms())}
    assert falls(stage, grid, far)[0].before == falls(stage, grid)[0].before


def test_no_threshold_nobody_away_or_nobody_who_matters_is_no_fall(stage: Any, grid: Any) -> None:
    spread(stage)
    stage.unit("E1", "engine", 6, 1)
    watching(stage, below=1.0)
    send(stage, "E1")
    assert falls(stage, grid) == ()
    send(stage, "M3")
    assert falls(stage, grid)
    watching(stage, below=0.0)
    assert falls(stage, grid) == ()


def test_a_unit_that_comes_back_takes_the_fall_away(stage: Any, grid: Any) -> None:
    watching(stage, below=1.0)
    spread(stage)
    send(stage, "M3")
    unit = next(u.id for u in stage.picture.units() if u.callsign == "M3")
    stage.do(c.ReleaseUnit(unit))
    assert falls(stage, grid) == ()


def test_a_fall_is_one_alarm_that_lasts_while_more_units_leave(stage: Any, grid: Any) -> None:
    watching(stage)
    spread(stage)
    for callsign in ("M0", "M1", "M2"):
        send(stage, callsign)
    watch = AlarmList()

    def look(after_s: int) -> list[Alarm]:
        stage.clock.advance(after_s)
        now = Moment(stage.clock.wall_ms(), stage.clock.monotonic_s())
        return [a for a in watch.look(stage.picture, stage.catalogue, now, falls(stage, grid)) if a.kind is AlarmKind.COVER_FALLEN]

    assert look(10) == []
    (alarm,) = look(60)
    assert str(alarm.text).startswith("advanced life support: coverage fell from ") and str(alarm.text).endswith(" % because M2 left")
    assert not alarm.sounding
    stage.do(c.AnswerAlarm(alarm.id, "M4 moves up"))
    send(stage, "M3")
    (same,) = look(1)
    assert same.id == alarm.id and same.answer is not None and str(same.text).endswith("because M2, M3 left")


def test_a_move_knows_who_would_be_next_and_why_the_others_stay(stage: Any, grid: Any) -> None:
    west = station(stage, "West", 2, 1)
    station(stage, "Far", 6, 6)
    for n in range(3):
        stage.unit(f"M{n}", "als", 2 + n, 1, station=west)
    (move, *_others) = moves(stage, grid)
    assert (move.binding, len(move.rejected)) == (Binding.ADDS_MOST, 2)
    assert move.runner_up.endswith(" → Far") and move.margin is not None and move.margin >= 0
    assert {r.callsign for r in move.rejected} == {f"M{n}" for n in range(3)} - {move.callsign}
    assert all(str(r.reason).startswith(("Its best move, to ", "It is worth most")) for r in move.rejected)
    assert 0 < move.covered < 1


def test_what_is_reached_is_worth_those_who_live_there(stage: Any, grid: Any) -> None:
    stage.unit("M0", "als", 2, 1)
    stage.unit("M1", "als", 9, 1)
    found = cover(field(stage, grid), "als", grid.places(96), 4)
    people = np.array([10.0 if place.lon < 0.055 else 1.0 for place in found.places])
    west, east = found.units[0].unit.id, found.units[1].unit.id
    lost = found.only_by(people)
    assert lost[west] > 5 * lost[east] > 0
    both = int((found.within[0] & found.within[1]).sum())
    assert both == 0 and found.reached(people) == lost[west] + lost[east]
