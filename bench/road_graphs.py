"""The road graphs of the benchmarks: Heidelberg from OSM and New York from the DIMACS challenge."""

from __future__ import annotations

import gzip
import os
import tempfile
from pathlib import Path

import numpy as np

from commandcenter.geo.importing.region import import_region
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.geo.roads.profiles import Profile
from commandcenter.geo.roads.words import Mode, RoadClass, RuleKind
from commandcenter.model.progress import NoProgress

DATA = Path(os.environ.get("COMMANDCENTER_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
PLAIN = Profile("plain", Mode.MOTOR, {RoadClass.RESIDENTIAL: 36.0})
"""36 km/h: ten metres a second, so that a DIMACS time in tenths of a millisecond needs no rounding."""
ALL_MODES = 0b111111


def heidelberg() -> RoadNetwork | None:
    """Return Heidelberg freshly imported, or `None` without the data."""
    source = DATA / "osm" / "heidelberg.osm.pbf"
    if not source.is_file():
        return None
    with tempfile.TemporaryDirectory() as folder:
        roads = import_region(source, "bench", Path(folder), progress=NoProgress()).path / "roads"
        graph = RoadGraph.open(roads)
        arrays = {name: np.array(getattr(graph, name)) for name in ("nodes", "edges", "shape_ptr", "shape_lon", "shape_lat", "rules", "rule_arcs")}
    return RoadNetwork(RoadGraph(**arrays, names=graph.names))


def new_york(ban_share: float = 0.0) -> RoadNetwork | None:
    """Return New York by travel time, two-way streets as one edge, or `None` without the data.

    `ban_share`: so many of all turns are forbidden at random (seeded), to measure what bans cost on a large graph.
    """
    source = DATA / "roads" / "USA-road-t.NY.gr.gz"
    places = DATA / "roads" / "USA-road-d.NY.co.gz"
    if not source.is_file():
        return None
    arcs = _numbers(source, "a")
    tail, head, time = arcs[:, 0] - 1, arcs[:, 1] - 1, arcs[:, 2]
    low, high = np.minimum(tail, head), np.maximum(tail, head)
    streets, which, count = np.unique(np.stack([low, high, time], axis=1), axis=0, return_inverse=True, return_counts=True)
    first = np.full(len(streets), -1)
    first[which.ravel()[::-1]] = np.arange(len(arcs))[::-1]
    oneway = (count == 1).astype(np.int8)
    nodes = int(arcs[:, :2].max())
    at = _numbers(places, "v")[:, 1:] / 1e6 if places.is_file() else np.zeros((nodes, 2))
    rules = _bans(tail[first], head[first], round(ban_share * len(arcs) * 2))
    graph = RoadGraph.from_arrays(at[:, 0], at[:, 1], tail[first], head[first], time[first] / 100, oneway=oneway, rules=rules)
    return RoadNetwork(graph, {"plain": PLAIN})


def _numbers(path: Path, letter: str) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Return the numbers of all lines that begin with a letter."""
    with gzip.open(path, "rt", encoding="ascii") as lines:
        rows = [line.split()[1:] for line in lines if line.startswith(letter + " ")]
    return np.array(rows, np.int64)


def _bans(
    tail: np.ndarray[tuple[int], np.dtype[np.int64]], head: np.ndarray[tuple[int], np.dtype[np.int64]], count: int
) -> list[tuple[int, int, list[int]]]:
    rng = np.random.default_rng(7)
    ends = np.stack([tail, head], axis=1).ravel()  # begin of each arc
    order = np.argsort(ends, kind="stable")
    starts = np.searchsorted(ends[order], np.arange(ends.max() + 2))
    bans = []
    for arc in rng.integers(0, len(ends), count).tolist():
        end = ends[arc ^ 1]
        onward = order[starts[end] : starts[end + 1]]
        bans.append((int(RuleKind.NO), ALL_MODES, [arc, int(rng.choice(onward))]))
    return bans
