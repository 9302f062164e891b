"""Measures on the ellipsoid, against figures that anybody can look up; and what is counted in an area."""

from __future__ import annotations

import math

import pytest

from commandcenter.geo.census import AreaCensus, Census, Living
from commandcenter.geo.measures import area_m2, around, circle, downwind, legs, plume
from commandcenter.geo.pack import RegionPack
from commandcenter.model.words import LonLat

AT = LonLat(8.69, 49.41)


def test_a_degree_of_the_equator_and_of_a_meridian() -> None:
    east, north = legs([LonLat(0, 0), LonLat(1, 0), LonLat(1, 1)])
    assert [east.metres, north.metres] == pytest.approx([111_319.491, 110_574.389], abs=0.01)  # WGS-84: a·π/180; meridian
    assert [east.bearing_deg, north.bearing_deg] == pytest.approx([90.0, 0.0])


def test_bearings_go_round_the_compass() -> None:
    assert [round(leg.bearing_deg) for leg in legs([AT, LonLat(AT.lon - 1, AT.lat), LonLat(AT.lon - 1, AT.lat - 1)])] == [270, 180]


def test_the_area_of_a_circle() -> None:
    ring = circle(AT, 1000)
    area, length = area_m2(ring)
    assert area == pytest.approx(math.pi * 1e6, rel=2e-3)
    assert length == pytest.approx(2 * math.pi * 1000, rel=1e-3)
    assert all(leg.metres == pytest.approx(1000, abs=0.01) for at in ring for leg in legs([AT, at]))


def test_downwind_lies_where_the_wind_goes() -> None:
    ring = downwind(AT, 500, 270, 30)  # a west wind blows to the east
    assert ring[0] == ring[-1] == AT
    assert all(60 <= leg.bearing_deg <= 120.001 for at in ring[1:-1] for leg in legs([AT, at]))
    assert area_m2(ring)[0] == pytest.approx(math.pi * 500**2 / 6, rel=0.01)


def test_around_a_line_and_an_area() -> None:
    end = LonLat(AT.lon, AT.lat + 0.01)
    (ring,) = around([AT, end], 100)
    length = legs([AT, end])[0].metres
    assert area_m2(ring)[0] == pytest.approx(200 * length + math.pi * 1e4, rel=3e-3)
    square = (AT, LonLat(AT.lon + 0.01, AT.lat), LonLat(AT.lon + 0.01, AT.lat + 0.01), LonLat(AT.lon, AT.lat + 0.01), AT)
    (grown,) = around(square, 50)
    inner, edge = area_m2(square)
    assert area_m2(grown)[0] == pytest.approx(inner + 50 * edge + math.pi * 2500, rel=1e-3)


def test_downwind_of_a_line_and_of_an_area_lies_where_the_wind_goes() -> None:
    end, sector = LonLat(AT.lon, AT.lat + 0.01), math.pi * 500**2 / 6
    (ring,) = plume([AT, end], 500, 270, 30)  # a west wind across a line that runs north: a sector of 500 by 500 m swept along it
    assert min(at.lon for at in ring) == pytest.approx(AT.lon, abs=1e-5)
    assert area_m2(ring)[0] == pytest.approx(500 * legs([AT, end])[0].metres + sector, rel=5e-3)
    square = (AT, LonLat(AT.lon + 0.01, AT.lat), LonLat(AT.lon + 0.01, AT.lat + 0.01), LonLat(AT.lon, AT.lat + 0.01), AT)
    (grown,) = plume(square, 500, 270, 30)
    inner, edge = area_m2(square)
    assert min(at.lon for at in grown) == pytest.approx(AT.lon, abs=1e-5)
    assert area_m2(grown)[0] == pytest.approx(inner + 500 * edge / 2 + sector, rel=5e-3)


def test_what_stands_in_an_area_is_counted(training_pack: RegionPack) -> None:
    census = AreaCensus(training_pack.features())
    west, south, east, north = training_pack.info.focus
    middle = LonLat((west + east) / 2, (south + north) / 2)
    small, large = census.count([circle(middle, 300)]), census.count([circle(middle, 900)])
    assert 0 < small.buildings < large.buildings and 0 < small.addresses < large.addresses
    ringed = census.count([circle(middle, 900), circle(middle, 300)])
    assert ringed == Census(*(a - b for a, b in zip(_numbers(large), _numbers(small), strict=True)))
    assert census.count([circle(LonLat(0.0, 0.0), 500)]) == Census(0, 0, 0, 0) == census.count([])
    assert large.people(2.0) == 2 * large.addresses


def _numbers(found: Census) -> tuple[int, int, int, int]:
    return found.buildings, found.addresses, found.hospitals, found.schools


def test_everybody_is_counted_around_one_place(training_pack: RegionPack) -> None:
    census = AreaCensus(training_pack.features())
    west, south, east, north = training_pack.features().bbox
    middle = LonLat((west + east) / 2, (south + north) / 2)
    (everybody,) = census.around([middle], household=1.0)
    whole = census.count([[LonLat(west, south), LonLat(east, south), LonLat(east, north), LonLat(west, north)]])
    assert everybody == pytest.approx(whole.addresses, rel=1e-3) and whole.addresses > 100
    left, right = census.around([LonLat(west, middle.lat), LonLat(east, middle.lat)], household=1.0)
    half = census.count([[LonLat(west, south), LonLat(middle.lon, south), LonLat(middle.lon, north), LonLat(west, north)]])
    assert left == pytest.approx(half.addresses, rel=1e-2) and left + right == everybody
    assert list(census.around([middle], household=2.0)) == [2 * everybody] and len(census.around([])) == 0


def test_people_in_an_area_and_in_the_whole_region(training_pack: RegionPack) -> None:
    census = AreaCensus(training_pack.features())
    west, south, east, north = training_pack.info.focus
    middle = LonLat((west + east) / 2, (south + north) / 2)
    small, large = circle(middle, 300), circle(middle, 900)
    living = census.living([[small], [large], [large, small], []], household=1.0)
    (everybody,) = census.around([middle], household=1.0)
    assert living.everybody == everybody
    assert living.within[:2] == tuple(census.count([ring]).addresses for ring in (small, large))
    assert living.within[2:] == (living.within[1] - living.within[0], 0.0), "a hole is not lived in"
    assert living.share(1) == living.within[1] / everybody and Living(0.0, (0.0,)).share(0) is None
