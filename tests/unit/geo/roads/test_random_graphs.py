"""Small random graphs, thick with rules and closures: the search equals the second opinion on every pair."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.profiles import Profile
from commandcenter.geo.roads.words import Mode, RoadClass, RuleKind

from .test_against_networkx import compare

BLOCKS_M = st.sampled_from([10.0, 0.03])
"""Roads of seconds, and roads of a few milliseconds: there several places and the ends of closures share one."""

PLAIN = Profile("plain", Mode.MOTOR, {RoadClass.RESIDENTIAL: 36.0})


def random_graph(seed: int, junctions: int, edges: int, rules: int, block_m: float = 10.0) -> RoadGraph:
    """Junctions joined at random (loops and parallels too), with rules along random walks of two to five arcs."""
    rng = np.random.default_rng(seed)
    tail, head = rng.integers(0, junctions, (2, edges))
    oneway = rng.choice([0, 0, 0, 1, -1], edges)
    ends = np.stack([tail, head], axis=1).ravel()
    found = []
    for _ in range(rules):
        walk = [int(rng.integers(0, 2 * edges))]
        for _ in range(int(rng.integers(1, 5))):
            onward = np.flatnonzero(ends == ends[walk[-1] ^ 1])
            walk.append(int(rng.choice(onward)))
        found.append((int(rng.choice([RuleKind.NO, RuleKind.NO, RuleKind.ONLY])), 0b111111, walk))
    lengths = rng.integers(1, 6, edges) * block_m  # many equal times
    return RoadGraph.from_arrays(rng.random(junctions), rng.random(junctions), tail, head, lengths, oneway=oneway, rules=found)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 2**32 - 1),
    junctions=st.integers(1, 14),
    density=st.floats(0.5, 2.5),
    rules=st.integers(0, 25),
    closed=st.booleans(),
    block_m=BLOCKS_M,
)
@example(seed=1, junctions=3, density=1.5, rules=1, closed=True, block_m=0.03)
@example(seed=6, junctions=8, density=1.5, rules=6, closed=False, block_m=0.03)
def test_any_graph_equals_networkx(seed: int, junctions: int, density: float, rules: int, closed: bool, block_m: float) -> None:
    edges = max(1, round(junctions * density))
    graph = random_graph(seed, junctions, edges, rules, block_m)
    rng = np.random.default_rng(seed)
    bounds = np.sort(rng.random((edges // 3, 2)).round(2), axis=1).tolist() if closed else []
    shut = {int(edge): (low, high) for edge, (low, high) in zip(rng.choice(edges, len(bounds), replace=False), bounds, strict=True)}
    compare(graph, PLAIN, shut, seed, targets=4, origins=9)


_CHECK = """
from tests.unit.geo.roads.test_random_graphs import PLAIN, compare, random_graph
from numba import config
assert config.DISABLE_JIT
for seed in range(4):
    print(compare(random_graph(seed, 12, 24, 10), PLAIN, {1: (0.2, 0.6)}, seed, targets=4, origins=9))
"""


def test_interpreted_code_gives_the_same_answers(pytestconfig: pytest.Config) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CHECK],
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    compiled = [compare(random_graph(seed, 12, 24, 10), PLAIN, {1: (0.2, 0.6)}, seed, targets=4, origins=9) for seed in range(4)]
    assert [int(line) for line in done.stdout.split()] == compiled
