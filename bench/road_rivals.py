"""The same question put to others on the same arrays: plain C++, SciPy, networkx. Each returns milliseconds per query."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from commandcenter.geo.roads.layout import COST, E_LEFT, E_ORIGIN, E_STATE, TAIL, Ints
from commandcenter.geo.roads.search import Pinned
from commandcenter.geo.roads.travel import Travel

SOURCE = Path(__file__).with_name("nearest.cpp")
FIRST_RADIUS_MS = 30_000.0


@dataclass(frozen=True)
class Question:
    """Nearest k free units to each of some junctions, turns free."""

    travel: Travel
    pinned: Pinned
    free: Ints
    targets: NDArray[np.int64]
    k: int


def plain_cpp(question: Question) -> tuple[NDArray[np.float64], NDArray[np.int32]] | None:
    """Return times per query and the arrivals found; `None` without a compiler."""
    compiler = shutil.which("c++") or shutil.which("g++") or shutil.which("clang++")
    if compiler is None:
        return None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        library = Path(folder) / "nearest.so"
        subprocess.run([compiler, "-O3", "-march=native", "-std=c++17", "-shared", "-fPIC", "-o", str(library), str(SOURCE)], check=True)
        code = ctypes.CDLL(str(library))
    view, crowd = question.travel.view, question.pinned.crowd
    kept = [np.ascontiguousarray(a, np.int32) for a in (view.in_ptr, view.rows, crowd.first, crowd.entries, question.free, question.targets)]
    in_ptr, rows, first, entries, free, targets = (ctypes.c_void_p(a.ctypes.data) for a in kept)
    found = np.full((len(question.targets), question.k), -1, np.int32)
    took_ns = np.zeros(len(question.targets), np.int64)
    for _ in range(2):
        code.nearest(
            len(view.in_ptr) - 1, len(view.rows), in_ptr, rows, first, len(crowd.entries), entries, free, question.pinned.count,
            len(kept[5]), targets, question.k, ctypes.c_void_p(found.ctypes.data), ctypes.c_void_p(took_ns.ctypes.data),
        )  # fmt: skip
    return took_ns / 1e6, found


def _first_arcs(question: Question) -> list[tuple[int, int, int]]:
    """Return (unit, time to the arc's head, that junction) of the free units, both directions."""
    entries, heads = question.pinned.crowd.entries, question.travel.view.heads
    return [(int(e[E_ORIGIN]), int(e[E_LEFT]), int(heads[e[E_STATE]])) for e in entries if question.free[e[E_ORIGIN]]]


def scipy_doubling(question: Question) -> NDArray[np.float64]:
    """SciPy's Dijkstra within a radius that doubles until k units are inside."""
    view = question.travel.view
    count = len(view.in_ptr) - 1
    against = csr_matrix((view.rows[:, COST].astype(float), (view.heads, view.rows[:, TAIL])), shape=(count, count))
    starts = _first_arcs(question)
    unit, left, head = (np.array(column) for column in zip(*starts, strict=True))
    took = []
    for target in question.targets:
        begin = time.perf_counter()
        radius = FIRST_RADIUS_MS
        while True:
            times = dijkstra(against, indices=np.array(target), limit=radius)[head] + left
            if len(np.unique(unit[times <= radius])) >= question.k or radius > 2**31:
                break
            radius *= 2
        took.append((time.perf_counter() - begin) * 1000)
    return np.array(took)


def networkx_until_k(question: Question) -> NDArray[np.float64]:
    """networkx's Dijkstra over the whole graph, then the k smallest (it has no early stop by count)."""
    view = question.travel.view
    against: nx.DiGraph[int] = nx.DiGraph()
    for head, row in zip(view.heads.tolist(), view.rows.tolist(), strict=True):
        old = against.get_edge_data(head, row[TAIL])
        against.add_edge(head, row[TAIL], weight=min(row[COST], old["weight"]) if old else row[COST])
    starts = _first_arcs(question)
    took = []
    for target in question.targets.tolist():
        begin = time.perf_counter()
        times = nx.single_source_dijkstra_path_length(against, target)
        sorted((times[head] + left, unit) for unit, left, head in starts if head in times)
        took.append((time.perf_counter() - begin) * 1000)
    return np.array(took)
