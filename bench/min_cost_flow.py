"""Minimum-cost flow in the DIMACS format, as a linear programme: `n` what a node gives (or takes, below zero), `a` from, to, least, most, cost."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from commandcenter.dispatch.solve import Programme

FLOWS = {"netgen-2.dimacs": 6_749_969_302}
"""A NETGEN network (Klingman, Napier & Stutz 1974), and its optimum."""


def flow_problem(path: Path) -> tuple[Programme, NDArray[np.float64]]:
    """Return the flow on each arc, and what a unit of it costs. The optimum is whole by itself."""
    lines = [line.split() for line in path.read_text("ascii").splitlines()]
    nodes = next(int(words[2]) for words in lines if words[:1] == ["p"])
    supply = np.zeros(nodes)
    for words in (words for words in lines if words[:1] == ["n"]):
        supply[int(words[1]) - 1] = int(words[2])
    arcs = np.array([[int(word) for word in words[1:6]] for words in lines if words[:1] == ["a"]])
    start, end, least, most, cost = arcs.T
    if least.any():
        raise ValueError(f"{path.name}: arcs with a least flow are not read")
    count = len(arcs)
    ends = np.concatenate([start - 1, end - 1])
    network = csr_array(coo_array((np.repeat([1.0, -1.0], count), (ends, np.tile(np.arange(count), 2))), shape=(nodes, count)))
    return Programme(network, supply, supply, most.astype(np.float64), whole=False), cost.astype(np.float64)
