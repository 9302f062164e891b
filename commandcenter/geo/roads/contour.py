"""Outlines of where the values on a grid are at most a level: marching squares (Lorensen & Cline's method in the plane)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# The corners of a cell count 1 (upper left), 2 (upper right), 4 (lower right), 8 (lower left); its sides are numbered
# 0 (upper), 1 (right), 2 (lower), 3 (left). By the corners inside: the ways through the cell, inside on the right hand.
_UP, _RIGHT, _DOWN, _LEFT = range(4)
_WAYS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((_LEFT, _UP),),
    2: ((_UP, _RIGHT),),
    3: ((_LEFT, _RIGHT),),
    4: ((_RIGHT, _DOWN),),
    5: ((_LEFT, _UP), (_RIGHT, _DOWN)),
    6: ((_UP, _DOWN),),
    7: ((_LEFT, _DOWN),),
    8: ((_DOWN, _LEFT),),
    9: ((_DOWN, _UP),),
    10: ((_UP, _RIGHT), (_DOWN, _LEFT)),
    11: ((_DOWN, _RIGHT),),
    12: ((_RIGHT, _LEFT),),
    13: ((_RIGHT, _UP),),
    14: ((_UP, _LEFT),),
}


def outlines(values: NDArray[np.float64], level: float) -> list[NDArray[np.float64]]:
    """Return closed rings, n × 2 (column, row) in the grid's units, first = last; filled even-odd they are where values ≤ level.

    Between two grid points the line is put where the value passes the level linearly; half-way where one is infinite.
    """
    padded = np.pad(values, 1, constant_values=np.inf)
    inside = padded <= level
    width = padded.shape[1]
    corners = inside[:-1, :-1] + 2 * inside[:-1, 1:] + 4 * inside[1:, 1:] + 8 * inside[1:, :-1]
    follows: dict[int, int] = {}
    for case, ways in _WAYS.items():
        row, column = np.nonzero(corners == case)
        for begin, end in ways:
            follows.update(zip(_sides(row, column, begin, width).tolist(), _sides(row, column, end, width).tolist(), strict=True))
    rings = []
    while follows:
        start, at = follows.popitem()
        ring = [start]
        while at != start:
            ring.append(at)
            at = follows.pop(at)
        ring.append(start)
        rings.append(_crossings(padded, np.array(ring), level) - 1)
    return rings


def _sides(row: NDArray[np.int64], column: NDArray[np.int64], side: int, width: int) -> NDArray[np.int64]:
    """Return the numbers of a side of these cells: twice the number of its first grid point, + 1 if it goes down."""
    row, column = row + (side == _DOWN), column + (side == _RIGHT)
    return 2 * (row * width + column) + (side in (_RIGHT, _LEFT))


def _crossings(values: NDArray[np.float64], sides: NDArray[np.int64], level: float) -> NDArray[np.float64]:
    """Return where the level is passed on each side, as (column, row)."""
    row, column = np.divmod(sides >> 1, values.shape[1])
    down = sides & 1
    here, there = values[row, column], values[row + down, column + 1 - down]
    near, far = np.minimum(here, there), np.maximum(here, there)
    share = np.full(len(sides), 0.5)
    known = np.isfinite(far) & (far > near)
    share[known] = (level - near[known]) / (far[known] - near[known])
    share = np.where(here <= there, share, 1 - share)
    return np.stack([column + np.where(down == 1, 0.0, share), row + np.where(down == 1, share, 0.0)], axis=1)
