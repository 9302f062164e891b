"""Coverage and moves in the grid town: a unit reaches what lies within the minutes, 60 s a block."""

from __future__ import annotations

import dataclasses
import itertools
from typing import Any

import numpy as np
import pytest

from commandcenter.dispatch.coverage import Cover, MoveUp, cover, expected, move_ups
from commandcenter.dispatch.eligibility import field_of
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.situation import situation_of
from commandcenter.model import commands as c
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.resources.policy import Coverage

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
