"""Where the roads of a region lie: all of them, and nearly all of them."""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

CELL_DEG = 0.005
LEFT_OUT = 0.01
"""Share of roads on each of the four sides that the focus may leave out: extracts drag in far ends of long routes."""

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


class Extent:
    """Collects the middles and ends of roads in coarse cells, so that memory does not grow with the file."""

    def __init__(self) -> None:
        self.roads = 0
        self.bounds: Box = (180.0, 90.0, -180.0, -90.0)
        self._columns: Counter[int] = Counter()
        self._rows: Counter[int] = Counter()

    def add(self, lons: NDArray[np.float64], lats: NDArray[np.float64]) -> None:
        """Take one road."""
        west, south, east, north = self.bounds
        self.bounds = (min(west, float(lons.min())), min(south, float(lats.min())), max(east, float(lons.max())), max(north, float(lats.max())))
        self.roads += 1
        middle = len(lons) // 2
        self._columns[int(lons[middle] // CELL_DEG)] += 1
        self._rows[int(lats[middle] // CELL_DEG)] += 1

    @property
    def focus(self) -> Box:
        """Return the box that holds nearly all roads: what a map should show first."""
        west, east = _inner(self._columns)
        south, north = _inner(self._rows)
        return max(west, self.bounds[0]), max(south, self.bounds[1]), min(east, self.bounds[2]), min(north, self.bounds[3])


def _inner(cells: Counter[int]) -> tuple[float, float]:
    """Return the edges in degrees between which all but the outermost few lie."""
    order = sorted(cells)
    shares = np.cumsum([cells[cell] for cell in order]) / cells.total()
    first = int(np.searchsorted(shares, LEFT_OUT))
    last = int(np.searchsorted(shares, 1 - LEFT_OUT))
    return order[first] * CELL_DEG, (order[min(last, len(order) - 1)] + 1) * CELL_DEG
