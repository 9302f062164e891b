"""Simulated driving keeps to the route and its times."""

from __future__ import annotations

import pytest

from commandcenter.exercise.driving import Drive, heading_deg
from commandcenter.model.ids import Id
from commandcenter.model.ports import Route
from commandcenter.model.words import LonLat, PositionSource

A, B, C = LonLat(8.0, 49.0), LonLat(8.0, 49.01), LonLat(8.02, 49.01)
ROUTE = Route((A, B, C), (0.0, 60.0, 180.0), 2570.0, 180.0, 0.0, ())
DRIVE = Drive(Id("0" * 32), C, ROUTE, start_ms=1_000_000)


@pytest.mark.parametrize(("after_s", "place"), [(-5, A), (0, A), (30, LonLat(8.0, 49.005)), (60, B), (120, LonLat(8.01, 49.01)), (180, C), (999, C)])
def test_a_unit_is_where_the_route_says(after_s: float, place: LonLat) -> None:
    position = DRIVE.position(1_000_000 + round(after_s * 1000))
    assert position.at == pytest.approx(place)
    assert position.source is PositionSource.SIMULATED


def test_it_arrives_when_the_route_says() -> None:
    assert not DRIVE.arrived(1_000_000 + 179_999)
    assert DRIVE.arrived(1_000_000 + 180_000)
    assert DRIVE.position(1_000_000 + 180_000).speed_kph == 0


def test_headings() -> None:
    assert heading_deg(A, B) == pytest.approx(0)
    assert heading_deg(B, C) == pytest.approx(90)
    assert heading_deg(C, B) == pytest.approx(270)
    assert heading_deg(A, A) is None


def test_a_route_of_one_point_is_at_once_there() -> None:
    here = Drive(Id("0" * 32), A, Route((A,), (0.0,), 0.0, 0.0, 0.0, ()), start_ms=0)
    assert here.arrived(0)
    assert here.position(0).at == A
