"""Where two named streets meet: at the nodes they share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.gazetteer.store import STREET_NODE
from commandcenter.model.words import LonLat

SAME_CROSSING_DEG = 0.0008
"""Shared nodes nearer than this (about 80 m) are one crossing: dual carriageways."""


def crossings(nodes: Path, street_of_way: NDArray[np.int32]) -> Iterator[tuple[int, int, LonLat]]:
    """Yield (lower street id, higher street id, position) of each crossing."""
    if nodes.stat().st_size == 0:
        return
    rows = np.memmap(nodes, STREET_NODE, "r")
    order = np.argsort(rows["node"], kind="stable")
    ids = rows["node"][order]
    starts = np.flatnonzero(np.concatenate(([True], ids[1:] != ids[:-1])))
    ends = np.append(starts[1:], len(ids))
    met: dict[tuple[int, int], list[LonLat]] = {}
    for start, end in zip(starts[ends - starts > 1].tolist(), ends[ends - starts > 1].tolist(), strict=True):
        here = rows[order[start:end]]
        streets = sorted({int(street) for street in street_of_way[here["way"]]})
        for pair in combinations(streets, 2):
            met.setdefault(pair, []).append(LonLat(float(here["lon"][0]), float(here["lat"][0])))
    for (a, b), places in met.items():
        for at in _merged(places):
            yield a, b, at


def _merged(places: list[LonLat]) -> Iterator[LonLat]:
    """Yield the middle of each group of near places."""
    groups: list[list[LonLat]] = []
    for at in places:
        for group in groups:
            if abs(group[0].lon - at.lon) < SAME_CROSSING_DEG and abs(group[0].lat - at.lat) < SAME_CROSSING_DEG:
                group.append(at)
                break
        else:
            groups.append([at])
    for group in groups:
        yield LonLat(sum(p.lon for p in group) / len(group), sum(p.lat for p in group) / len(group))
