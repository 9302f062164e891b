"""An order of places in which neighbours mostly stand near each other, so that a search reads memory it has just read.

Hilbert, "Über die stetige Abbildung einer Linie auf ein Flächenstück", Mathematische Annalen 38, 1891.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

_BITS = 16


def along_curve(lon: ArrayLike, lat: ArrayLike) -> NDArray[np.int64]:
    """Return each place's rank along a Hilbert curve over all of them; equal places keep their order."""
    x, y = _scaled(lon), _scaled(lat)
    distance = np.zeros(len(x), np.int64)
    for bit in range(_BITS - 1, -1, -1):
        right, upper = (x >> bit) & 1, (y >> bit) & 1
        distance |= ((3 * right) ^ upper) << (2 * bit)
        flip = (upper == 0) & (right == 1)
        x, y = np.where(flip, ~x, x), np.where(flip, ~y, y)
        x, y = np.where(upper == 0, y, x), np.where(upper == 0, x, y)
    rank = np.empty(len(distance), np.int64)
    rank[np.argsort(distance, kind="stable")] = np.arange(len(distance))
    return rank


def _scaled(values: ArrayLike) -> NDArray[np.int64]:
    """Return values spread over `_BITS` bits."""
    given = np.asarray(values, np.float64)
    if not len(given):
        return np.empty(0, np.int64)
    span = max(float(np.ptp(given)), 1e-9)
    spread: NDArray[np.int64] = np.minimum((given - given.min()) / span * (1 << _BITS), (1 << _BITS) - 1).astype(np.int64)
    return spread
