"""Where the roads of a region lie: all of them, and where they lie densest."""

from __future__ import annotations

from collections import Counter
from itertools import product

import numpy as np
from numpy.typing import NDArray

CELL_DEG = 0.005
WINDOW = 2
"""A cell is as dense as the cells up to so many rows and columns away hold roads together: a quarter of a town, not a lone junction."""
DENSE = 0.5
"""A cell belongs to the town that is at least so dense, as a share of the densest."""
ROW = 1 << 17
"""Columns of the grid, more than go around the earth: a cell's key is `row * ROW + column`."""

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


class Extent:
    """Collects the middles and ends of roads in coarse cells, so that memory does not grow with the file."""

    def __init__(self) -> None:
        self.roads = 0
        self.bounds: Box = (180.0, 90.0, -180.0, -90.0)
        self._cells: Counter[int] = Counter()

    def add(self, lons: NDArray[np.float64], lats: NDArray[np.float64]) -> None:
        """Take one road."""
        west, south, east, north = self.bounds
        self.bounds = (min(west, float(lons.min())), min(south, float(lats.min())), max(east, float(lons.max())), max(north, float(lats.max())))
        self.roads += 1
        middle = len(lons) // 2
        self._cells[int((lats[middle] + 90) // CELL_DEG) * ROW + int((lons[middle] + 180) // CELL_DEG)] += 1

    @property
    def focus(self) -> Box:
        """Return the box around the densest cell and all dense ones that hang together with it: what a map should show first.

        A town has more roads to the square kilometre than anything around it, so the far ends of long routes and empty land stay out.
        Of cells that are equally dense the most southern counts, then the most western. `bounds` where there is no road.
        """
        if not self._cells:
            return self.bounds
        town = np.array(sorted(self._town()))
        rows, columns = town // ROW, town % ROW
        west, south, east, north = self.bounds
        return (
            max(west, float(columns.min() * CELL_DEG - 180)),
            max(south, float(rows.min() * CELL_DEG - 90)),
            min(east, float((columns.max() + 1) * CELL_DEG - 180)),
            min(north, float((rows.max() + 1) * CELL_DEG - 90)),
        )

    def _town(self) -> set[int]:
        """Return the keys of the densest cell and of the dense ones that are linked to it."""
        cells = np.array(sorted(self._cells))
        density = _density(cells, np.array([self._cells[int(cell)] for cell in cells]))
        dense = set(cells[density >= DENSE * density.max()].tolist())
        found = [int(cells[int(density.argmax())])]
        town = set(found)
        while found:
            here = found.pop()
            fresh = {here + step for step in _STEPS} & dense - town
            town |= fresh
            found += fresh
        return town


_STEPS = [row * ROW + column for row, column in product(range(-WINDOW, WINDOW + 1), repeat=2)]


def _density(cells: NDArray[np.int64], roads: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how many roads lie within the window of each cell; `cells` ascend."""
    density = np.zeros_like(roads)
    for step in _STEPS:
        place = np.searchsorted(cells, cells + step).clip(max=len(cells) - 1)
        density += np.where(cells[place] == cells + step, roads[place], 0)
    return density
