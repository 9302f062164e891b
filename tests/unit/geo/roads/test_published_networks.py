"""Networks made by others: JEMSS's tiny ones against networkx, New York (DIMACS) against SciPy."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from commandcenter.geo.roads.closures import closed_for, seeds_of
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.search import Foothold, hits, pin
from commandcenter.geo.roads.travel import compile_travel

from .test_random_graphs import PLAIN

pytestmark = pytest.mark.data


def ask(graph: RoadGraph, target: int, origins: np.ndarray[tuple[int], np.dtype[np.int64]]) -> dict[int, int]:
    """Time from the tail of each of these edges to the head of the target edge."""
    travel = compile_travel(graph, PLAIN)
    seeds = seeds_of(travel, closed_for(travel, []), Foothold(target, 1.0))
    pinned = pin(travel, origins, np.zeros(len(origins)), np.zeros(len(origins), np.int64))
    return {hit.origin: hit.time_ms for hit in hits(travel, seeds, pinned, len(origins))}


def read_jemss(folder: Path) -> tuple[RoadGraph, nx.DiGraph[int]]:
    """Times are read as metres at 10 m/s, so one hour unit is 0.1 s here and there."""
    rows = list(csv.reader((folder / "arcs.csv").read_text("utf-8").splitlines()))
    form = rows[2][0]
    arcs = [(int(row[1]) - 1, int(row[2]) - 1, float(row[3])) for row in rows[6:] if row and row[0]]
    places = [
        (float(row[1]), float(row[2])) for row in csv.reader((folder / "nodes.csv").read_text("utf-8").splitlines()) if row and row[0].isdigit()
    ]
    lon, lat = np.array(places).T * 0.001
    tail, head, length = (np.array(column) for column in zip(*arcs, strict=True))
    plain: nx.DiGraph[int] = nx.DiGraph()
    for a, b, metres in arcs:
        for start, end in [(a, b)] + ([(b, a)] if form == "undirected" else []):
            cost = round(metres * 100)
            plain.add_edge(start, end, weight=min(cost, plain.get_edge_data(start, end, {"weight": cost})["weight"]))
    return RoadGraph.from_arrays(lon, lat, tail, head, length, oneway=1 if form == "directed" else 0), plain


def test_jemss_networks(data_dir: Path) -> None:
    folders = sorted((data_dir / "roads/jemss/tests/test/data/network/small").glob("*"))
    if not folders:
        pytest.skip("the JEMSS networks are not here")
    for folder in folders:
        graph, plain = read_jemss(folder)
        times = dict(nx.all_pairs_dijkstra_path_length(plain))
        ways = [(int(edge["tail"]), int(edge["head"]), round(edge["length_m"] * 100), bool(edge["oneway"])) for edge in graph.edges]
        for target, (tail, head, cost, oneway) in enumerate(ways):
            expected = {}
            for origin, (begin, end, first, _) in enumerate(ways):
                starts = [(first, end)] if oneway else [(first, end), (0, begin)]
                finishes = [(tail, cost)] if oneway else [(tail, cost), (head, 0)]
                found = [a + times[u][v] + b for a, u in starts for v, b in finishes if v in times[u]]
                found += [cost] if origin == target else []
                if found:
                    expected[origin] = int(min(found))
            assert ask(graph, target, np.arange(len(ways))) == expected, folder.name


def test_new_york_equals_scipy(data_dir: Path) -> None:
    source = data_dir / "roads/USA-road-d.NY.gr.gz"
    if not source.is_file():
        pytest.skip("USA-road-d.NY.gr.gz is not here")
    with gzip.open(source, "rt", encoding="ascii") as lines:
        arcs = np.array([line.split()[1:] for line in lines if line.startswith("a ")], np.int64)
    tail, head, length = arcs[:, 0] - 1, arcs[:, 1] - 1, arcs[:, 2]
    count = int(arcs[:, :2].max())
    graph = RoadGraph.from_arrays(np.zeros(count), np.zeros(count), tail, head, length / 100)
    order = np.lexsort((length, head, tail))
    keep = order[np.concatenate([[True], (np.diff(tail[order]) != 0) | (np.diff(head[order]) != 0)])]
    matrix = csr_matrix((length[keep], (tail[keep], head[keep])), shape=(count, count))
    against = csr_matrix(matrix.T)
    rng = np.random.default_rng(3)
    origins = rng.integers(0, len(arcs), 300)
    for target in rng.integers(0, len(arcs), 3).tolist():
        from_all = dijkstra(against, indices=np.array(tail[target]))
        expected = {i: int(length[edge] + from_all[head[edge]] + length[target]) for i, edge in enumerate(origins.tolist()) if edge != target}
        assert ask(graph, target, origins) == expected
