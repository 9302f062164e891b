"""A batch of map features in flat arrays: what the import spills, simplifies and sorts, and what a query answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

HEAD = np.dtype(
    [("kind", "u1"), ("layer", "i1"), ("flags", "<u2"), ("name", "<u4"), ("rank", "<u4"), ("rings", "<u4"), ("points", "<u4")],
)
"""One feature: `rings` and `points` count its parts; `name` is a row of the name table (0: none)."""


def starts_of(counts: NDArray[Any]) -> NDArray[np.int64]:
    """Return where each run starts, plus the end: one longer than `counts`."""
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def ranges(first: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return all indices of the runs `first[i] … first[i] + counts[i]`, one after the other."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total, dtype=np.int64) + np.repeat(first - ends + counts, counts)


@dataclass(frozen=True)
class Batch:
    """Features in flat arrays. Immutable; safe in any thread."""

    heads: NDArray[np.void]
    rings: NDArray[np.uint32]
    """Points in each ring."""
    points: NDArray[np.int32]
    """n×2, units."""

    def __len__(self) -> int:
        """Return the number of features."""
        return len(self.heads)

    @cached_property
    def ring_starts(self) -> NDArray[np.int64]:
        """First ring of each feature, and the end."""
        return starts_of(self.heads["rings"])

    @cached_property
    def point_starts(self) -> NDArray[np.int64]:
        """First point of each feature, and the end."""
        return starts_of(self.heads["points"])

    def take(self, which: NDArray[Any]) -> Batch:
        """Return the features of a mask or of indices, in that order."""
        chosen = np.flatnonzero(which) if which.dtype == np.bool_ else which
        return gather(self.heads, self.ring_starts, self.point_starts, self.rings, self.points, chosen)

    def boxes(self) -> NDArray[np.int32]:
        """Return left, top, right, bottom of each feature (n×4, units)."""
        if not len(self):
            return np.empty((0, 4), np.int32)
        first = self.point_starts[:-1]
        low = np.minimum.reduceat(self.points, first, axis=0)
        return np.hstack([low, np.maximum.reduceat(self.points, first, axis=0)])

    def line(self, index: int) -> NDArray[np.int32]:
        """Return all points of one feature."""
        return self.points[self.point_starts[index] : self.point_starts[index + 1]]


def gather(
    heads: NDArray[np.void],
    ring_starts: NDArray[np.int64],
    point_starts: NDArray[np.int64],
    rings: NDArray[np.uint32],
    points: NDArray[np.int32],
    chosen: NDArray[np.int64],
) -> Batch:
    """Return the chosen features out of (possibly memory-mapped) arrays."""
    picked = np.asarray(heads[chosen])
    of_rings = ranges(ring_starts[chosen], picked["rings"].astype(np.int64))
    of_points = ranges(point_starts[chosen], picked["points"].astype(np.int64))
    return Batch(picked, np.asarray(rings[of_rings]), np.asarray(points[of_points]))


def join(batches: Sequence[Batch]) -> Batch:
    """Return one batch of all features in order."""
    if not batches:
        return Batch(np.empty(0, HEAD), np.empty(0, np.uint32), np.empty((0, 2), np.int32))
    return Batch(
        np.concatenate([b.heads for b in batches]),
        np.concatenate([b.rings for b in batches]),
        np.concatenate([b.points for b in batches]),
    )
