"""Where a region's map opens: on its town, whatever lies around it."""

from __future__ import annotations

import numpy as np
import pytest

from commandcenter.geo.importing.extent import CELL_DEG, Extent
from commandcenter.geo.pack import RegionPack

TOWN = 8.68, 49.41
STEP = 0.001


def road(extent: Extent, lon: float, lat: float, length: float = STEP) -> None:
    """Add a road that goes from a place to the east."""
    extent.add(np.linspace(lon, lon + length, 3), np.full(3, lat))


def town(extent: Extent, lon: float, lat: float, side: int) -> None:
    """Add `side` rows of as many roads around a place."""
    for x in range(side):
        for y in range(side):
            road(extent, lon + (x - side / 2) * STEP, lat + (y - side / 2) * STEP)


def test_far_ends_of_long_routes_do_not_draw_the_focus_into_empty_land() -> None:
    extent = Extent()
    town(extent, *TOWN, 20)
    for n in range(120):
        road(extent, TOWN[0] - 0.9 + n * 0.005, 49.42, 0.005)
    west, south, east, north = extent.focus
    assert extent.bounds[0] == pytest.approx(TOWN[0] - 0.9)
    assert TOWN[0] - 0.03 < west < TOWN[0] < east < TOWN[0] + 0.03
    assert TOWN[1] - 0.03 < south < TOWN[1] < north < TOWN[1] + 0.03


def test_of_two_towns_the_denser_is_shown_not_the_land_between_them() -> None:
    extent = Extent()
    town(extent, 8.0, 49.0, 12)
    town(extent, 8.6, 49.6, 18)
    west, south, east, north = extent.focus
    assert 8.55 < west < 8.6 < east < 8.65
    assert 49.55 < south < 49.6 < north < 49.65


def test_the_order_of_the_roads_changes_nothing() -> None:
    places = [(TOWN[0] + 0.003 * (n % 17), TOWN[1] + 0.002 * (n % 13)) for n in range(200)]
    there, back = Extent(), Extent()
    for place in places:
        road(there, *place)
    for place in reversed(places):
        road(back, *place)
    assert there.focus == back.focus


@pytest.mark.parametrize("lon", [-179.9995, 0.0, 179.998])
def test_a_single_road_is_its_own_focus(lon: float) -> None:
    extent = Extent()
    road(extent, lon, -89.9)
    west, south, east, north = extent.focus
    assert extent.bounds[0] <= west <= lon + STEP / 2 <= east <= extent.bounds[2] and east - west <= CELL_DEG
    assert south == north == -89.9


def test_the_map_of_heidelberg_opens_on_its_town(heidelberg_pack: RegionPack) -> None:
    west, south, east, north = heidelberg_pack.info.focus
    bismarckplatz = 8.6937, 49.4094
    assert west < bismarckplatz[0] < east and south < bismarckplatz[1] < north
    assert abs((west + east) / 2 - bismarckplatz[0]) < 0.02 and abs((south + north) / 2 - bismarckplatz[1]) < 0.02
    assert 0.02 < east - west < 0.2 and 0.02 < north - south < 0.2
