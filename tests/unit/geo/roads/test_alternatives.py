"""Other ways: true times, closures kept, little shared, never the fastest again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from commandcenter.geo.roads.alternatives import LEAST_DETOUR_MS, MOST_DETOUR
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.geo.roads.snapping import METRES_PER_DEGREE
from commandcenter.model.ports import Route, Shape
from commandcenter.model.words import LonLat

from .sources import built, feed_file
from .test_reach import HOME, STEP_DEG, town

AWAY = LonLat(HOME.lon + 5.3 * STEP_DEG, HOME.lat + 4.6 * STEP_DEG)


def cells(route: Route) -> set[tuple[int, int]]:
    """The ground a way covers, in squares of some 55 m."""
    lon, lat = np.array(route.points).T
    steps = np.linspace(0, len(lon) - 1, 4000)
    at = np.arange(len(lon))
    return set(
        zip(
            (np.interp(steps, at, lon) / 0.00075).round().astype(int).tolist(),
            (np.interp(steps, at, lat) / 0.0005).round().astype(int).tolist(),
            strict=True,
        )
    )


@pytest.mark.data
def test_other_ways_take_the_time_they_say(data_dir: Path, tmp_path: Path) -> None:
    source = data_dir / "osm" / "heidelberg.osm.pbf"
    if not source.is_file():
        pytest.skip("heidelberg.osm.pbf is not here")
    roads = RoadNetwork(built(lambda sink: feed_file(source, sink), tmp_path))
    rng = np.random.default_rng(4)
    places = roads.places(400)
    several = 0
    for _ in range(12):
        origin, target = (places[int(n)] for n in rng.choice(len(places), 2, replace=False))
        found = roads.routes(origin, target, "engine", 3)
        assert found[0] == roads.route(origin, target, "engine")
        several += len(found) > 1
        for other in found[1:]:
            assert found[0].eta_s <= other.eta_s <= max(found[0].eta_s * MOST_DETOUR, found[0].eta_s + LEAST_DETOUR_MS / 1000) + 1e-6
            assert list(other.times_s) == sorted(other.times_s)
            lon, lat = np.radians(np.array(other.points)).T
            driven = float(np.hypot(np.diff(lon) * np.cos(lat[:-1]), np.diff(lat)).sum()) * 180 / np.pi * METRES_PER_DEGREE
            assert other.distance_m == pytest.approx(driven, rel=0.01)
            assert sum(leg.eta_s for leg in other.legs) == pytest.approx(other.eta_s, abs=15)  # but for getting to the road and from it
            assert len(cells(other) & cells(found[0])) < 0.9 * len(cells(other))
    assert several >= 9


def test_other_ways_keep_to_the_closures() -> None:
    roads = RoadNetwork(town())
    shut = LonLat(HOME.lon + 2.5 * STEP_DEG, HOME.lat)
    found = roads.with_closures([Shape((shut,))]).routes(HOME, AWAY, "engine", 3)
    assert len(found) == 3
    for route in found:
        assert all(abs(at.lon - shut.lon) > 1e-4 or abs(at.lat - shut.lat) > 1e-4 for at in route.points)


def test_no_way_has_no_others() -> None:
    roads = RoadNetwork(town())
    assert roads.routes(HOME, LonLat(0.0, 0.0), "engine", 3) == []
    assert len(roads.routes(HOME, AWAY, "engine", 1)) == 1
