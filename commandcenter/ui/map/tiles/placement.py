"""Room for labels: who comes first takes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QPainterPath

_CELL_PX = 2.0

LabelBox = tuple[float, float, float, float]


@dataclass(frozen=True)
class Placed:
    """A label that has its place: outlines and boxes in pixels from the world's corner at its zoom."""

    outline: QPainterPath
    origin: tuple[float, float]
    """Where the outline's origin lies."""
    reach: LabelBox
    """All it covers, halo included, from the world's corner."""
    colour: str
    halo: str
    dot: tuple[float, float, float, str] | None = None
    """x, y (from the origin), radius, colour."""
    shield: LabelBox | None = None
    """A plate behind the text, from the origin."""


class Room:
    """A square field of which labels take parts. Positions are pixels from its corner."""

    def __init__(self, side_px: float, margin_px: float) -> None:
        """Make an empty field with a margin around that can be taken but not placed in."""
        self._margin = margin_px
        self._side = side_px
        cells = int((side_px + 2 * margin_px) / _CELL_PX) + 1
        self._taken = np.zeros((cells, cells), np.bool_)

    def _cells(self, box: LabelBox, pad: float) -> tuple[slice, slice]:
        left, top, right, bottom = ((value + self._margin) / _CELL_PX for value in box)
        pad /= _CELL_PX
        limit = len(self._taken)
        return (
            slice(max(0, int(top - pad)), min(limit, max(0, int(bottom + pad) + 1))),
            slice(max(0, int(left - pad)), min(limit, max(0, int(right + pad) + 1))),
        )

    def holds(self, boxes: Sequence[LabelBox], edge_px: float) -> bool:
        """Return whether all boxes lie inside the field, this far from its edge."""
        high = self._side - edge_px
        return all(left >= edge_px and top >= edge_px and right <= high and bottom <= high for left, top, right, bottom in boxes)

    def free(self, boxes: Sequence[LabelBox], pad_px: float) -> bool:
        """Return whether nothing lies under the boxes and this far around them."""
        return not any(self._taken[self._cells(box, pad_px)].any() for box in boxes)

    def take(self, boxes: Sequence[LabelBox]) -> None:
        """Take the room of the boxes."""
        for box in boxes:
            self._taken[self._cells(box, 0.0)] = True
