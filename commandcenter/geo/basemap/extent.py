"""Where a map extract has substance: far ends of long routes and ferries must not stretch it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.basemap.mercator import Box

_TAIL = 0.01
_SPARSE = 0.04
_BINS = 1 << 16


class Extent:
    """Watches all points; gives the full frame and the frame without sparse tails."""

    def __init__(self) -> None:
        """Start empty."""
        self._low = np.full(2, np.iinfo(np.int64).max)
        self._high = np.full(2, -1)
        self._counts = np.zeros((2, _BINS), np.int64)

    def add(self, points: NDArray[np.int32]) -> None:
        """Take points (n×2, units)."""
        if not len(points):
            return
        self._low = np.minimum(self._low, points.min(axis=0))
        self._high = np.maximum(self._high, points.max(axis=0))
        for axis in (0, 1):
            self._counts[axis] += np.bincount(points[:, axis] >> 15, minlength=_BINS)

    def frame(self) -> Box:
        """Return the box of all points; the whole world when there are none."""
        if self._high[0] < 0:
            return 0, 0, (1 << 31) - 1, (1 << 31) - 1
        return int(self._low[0]), int(self._low[1]), int(self._high[0]), int(self._high[1])

    def core(self) -> Box:
        """Return the frame, but a side whose last 1 % of points fill over 4 % of the length is cut to where they begin."""
        left, top, right, bottom = self.frame()
        if self._high[0] < 0:
            return left, top, right, bottom
        (left, right), (top, bottom) = (self._trim(axis, low, high) for axis, low, high in ((0, left, right), (1, top, bottom)))
        return left, top, right, bottom

    def _trim(self, axis: int, low: int, high: int) -> tuple[int, int]:
        share = np.cumsum(self._counts[axis]) / self._counts[axis].sum()
        first = int(np.searchsorted(share, _TAIL)) << 15
        last = (int(np.searchsorted(share, 1.0 - _TAIL)) + 1) << 15
        sparse = _SPARSE * (high - low)
        return (first if first - low > sparse else low), (last if high - last > sparse else high)
