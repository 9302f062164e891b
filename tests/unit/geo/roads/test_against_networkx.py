"""Every answer equals networkx's on the same graph: one-ways, turn rules, closures, profiles, mid-edge places."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from commandcenter.geo.roads.closures import Closed, closed_for, seeds_of
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.profiles import Profile, default_profiles
from commandcenter.geo.roads.search import Foothold, hits, pin
from commandcenter.geo.roads.travel import compile_travel

from .oracle import Oracle
from .sources import built, feed_file

TARGETS, ORIGINS = 10, 100


def compare(
    graph: RoadGraph, profile: Profile, shut: dict[int, tuple[float, float]], seed: int, targets: int = TARGETS, origins: int = ORIGINS
) -> int:
    """Ask both for all pairs; returns how many were reachable."""
    rng = np.random.default_rng(seed)
    travel = compile_travel(graph, profile)
    usable = np.unique(np.flatnonzero(travel.cost_ms >= 0) >> 1)
    edges = rng.choice(usable, origins + targets)
    edges[origins : origins + targets // 4] = edges[: targets // 4]  # some share the origin's edge
    shares = np.round(rng.random(len(edges)), 3)
    shares[::4] = np.round(shares[::4])  # some stand on a junction
    closed: Closed = closed_for(travel, [shut])
    pinned = pin(travel, edges[:origins], shares[:origins], np.zeros(origins, np.int64))
    oracle = Oracle(graph, profile, travel.cost_ms.tolist(), shut)
    reachable = 0
    for edge, share in zip(edges[origins:].tolist(), shares[origins:].tolist(), strict=True):
        times = oracle.times_to(edge, share)
        expected = {}
        for origin in range(origins):
            eta = oracle.eta_ms(times, (int(edges[origin]), float(shares[origin])), (edge, share))
            if eta is not None:
                expected[origin] = eta
        seeds = seeds_of(travel, closed, Foothold(edge, share))
        found = hits(travel, seeds, pinned, origins, closed=closed.states, with_arcs=True)
        assert {hit.origin: hit.time_ms for hit in found} == expected
        ranked = sorted(expected.items(), key=lambda item: (item[1], item[0]))
        assert [(hit.origin, hit.time_ms) for hit in found] == ranked
        assert [hit.origin for hit in hits(travel, seeds, pinned, 5, closed=closed.states)] == [origin for origin, _ in ranked[:5]]
        for hit in found:
            check_path(oracle, hit.arcs)
        reachable += len(expected)
    return reachable


def check_path(oracle: Oracle, arcs: tuple[int, ...]) -> None:
    """The way given is one that the rules allow."""
    state = oracle.begin(arcs[0])
    for arc in arcs[1:]:
        after = oracle.turn(state, arc)
        assert after is not None
        state = after


def some_closures(graph: RoadGraph, seed: int, share: float = 0.01) -> dict[int, tuple[float, float]]:
    rng = np.random.default_rng(seed)
    chosen = rng.choice(len(graph.edges), max(1, int(len(graph.edges) * share)), replace=False)
    bounds = np.round(np.sort(rng.random((len(chosen), 2)), axis=1), 2)
    return {int(edge): (float(low), float(high)) for edge, (low, high) in zip(chosen, bounds, strict=True)}


@pytest.fixture(scope="module", params=["heidelberg", "helsinki", "baltimore"])
def region(request: pytest.FixtureRequest, data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> RoadGraph:
    source = data_dir / "osm" / f"{request.param}.osm.pbf"
    if not source.is_file():
        pytest.skip(f"{source.name} is not here")
    return built(partial(feed_file, source), tmp_path_factory.mktemp("roads"))


@pytest.mark.data
@pytest.mark.xdist_group("roads")
def test_1000_queries_per_region_equal_networkx(region: RoadGraph) -> None:
    assert compare(region, default_profiles()["ambulance"], {}, seed=1) > 500


@pytest.mark.soak
@pytest.mark.data
@pytest.mark.parametrize("seed", range(100, 120))
def test_many_more_queries_equal_networkx(region: RoadGraph, seed: int) -> None:
    assert compare(region, default_profiles()["ambulance"], some_closures(region, seed), seed=seed) > 500


@pytest.mark.data
@pytest.mark.xdist_group("roads")
@pytest.mark.parametrize("profile", ["heavy_truck", "foot"])
def test_closures_and_other_profiles_equal_networkx(region: RoadGraph, profile: str) -> None:
    assert compare(region, default_profiles()[profile], some_closures(region, 2), seed=2, targets=4) > 80
