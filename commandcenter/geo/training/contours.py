"""Level lines of a height field by marching squares.

Source of the method: Maple, "Geometric design and space planning using the marching squares and
marching cube algorithms", GMAG 2003. Ambiguous saddles are split by the mean of the cell.
"""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.curves import merged

Grid = NDArray[np.float64]

# Sides of a cell: 0 bottom, 1 right, 2 top, 3 left. Corners by bit: 1 lower left, 2 lower right, 4 upper right, 8 upper left.
_SEGMENTS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 6: ((0, 2),), 7: ((3, 2),), 8: ((2, 3),),
    9: ((2, 0),), 11: ((2, 1),), 12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip
_SADDLES = {5: (((3, 2), (1, 0)), ((3, 0), (1, 2))), 10: (((0, 3), (2, 1)), ((0, 1), (2, 3)))}


def level_lines(xs: NDArray[np.float64], ys: NDArray[np.float64], heights: Grid, level: float) -> list[LineString]:
    """Return the merged lines where `heights[row of y, column of x]` passes `level`."""
    above = heights > level
    code = above[:-1, :-1] * 1 + above[:-1, 1:] * 2 + above[1:, 1:] * 4 + above[1:, :-1] * 8
    segments = []
    for value in range(1, 15):
        rows, columns = np.nonzero(code == value)
        if value not in _SADDLES:
            segments.append(_cut(xs, ys, heights, level, rows, columns, _SEGMENTS[value]))
            continue
        middle = (heights[rows, columns] + heights[rows, columns + 1] + heights[rows + 1, columns] + heights[rows + 1, columns + 1]) / 4 > level
        for choice, mask in enumerate((middle, ~middle)):
            segments.append(_cut(xs, ys, heights, level, rows[mask], columns[mask], _SADDLES[value][choice]))
    pieces = np.concatenate(segments)
    if not len(pieces):
        return []
    return merged(np.round(pieces, 2))


def areas_above(xs: NDArray[np.float64], ys: NDArray[np.float64], field: Grid, level: float) -> list[Polygon]:
    """Return the polygons (with holes) where the field is above `level`; the field must be low along its edge."""
    rings = [Polygon(line.coords) for line in level_lines(xs, ys, field, level) if line.is_closed and len(line.coords) > 3]
    whole: BaseGeometry = rings[0] if rings else Polygon()
    for ring in rings[1:]:
        whole = shapely.symmetric_difference(whole, ring)
    return [part for part in shapely.get_parts(whole) if isinstance(part, Polygon)]


def _cut(
    xs: NDArray[np.float64], ys: NDArray[np.float64], heights: Grid, level: float, rows: NDArray[np.int64], columns: NDArray[np.int64],
    sides: tuple[tuple[int, int], ...],
) -> NDArray[np.float64]:  # fmt: skip
    """Return segments (n×2×2) across the cells, between the given sides."""
    ends = [np.stack([_on_side(xs, ys, heights, level, rows, columns, side) for side in pair], axis=1) for pair in sides]
    return np.concatenate(ends) if ends else np.empty((0, 2, 2))


def _on_side(
    xs: NDArray[np.float64], ys: NDArray[np.float64], heights: Grid, level: float, rows: NDArray[np.int64], columns: NDArray[np.int64], side: int
) -> NDArray[np.float64]:
    """Return where the level crosses one side of each cell."""
    (r0, c0), (r1, c1) = (((0, 0), (0, 1)), ((0, 1), (1, 1)), ((1, 0), (1, 1)), ((0, 0), (1, 0)))[side]
    low, high = heights[rows + r0, columns + c0], heights[rows + r1, columns + c1]
    part = (level - low) / np.where(high == low, 1.0, high - low)
    x0, x1, y0, y1 = xs[columns + c0], xs[columns + c1], ys[rows + r0], ys[rows + r1]
    return np.column_stack([x0 + part * (x1 - x0), y0 + part * (y1 - y0)])
