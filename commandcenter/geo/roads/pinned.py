"""Origins put on the roads, with how far from them they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads.search import Foothold, Pinned
from commandcenter.geo.roads.snapping import Snap


@dataclass(frozen=True)
class PinnedOrigins:
    """Origins put on the roads for one vehicle, for many searches. Immutable."""

    edges: NDArray[np.int64]
    """By origin; -1: no road near."""
    shares: NDArray[np.float64]
    off_road_m: NDArray[np.float64]
    pinned: Pinned

    def snap(self, origin: int) -> Snap:
        """Return where an origin that has a road stands."""
        return Snap(Foothold(int(self.edges[origin]), float(self.shares[origin])), float(self.off_road_m[origin]))

    def moved_from(self, other: PinnedOrigins) -> frozenset[int]:
        """Return the origins that stand elsewhere than in `other`, which has as many."""
        if other is self:
            return frozenset()
        differs = (self.edges != other.edges) | (self.shares != other.shares) | (self.off_road_m != other.off_road_m)
        return frozenset(np.flatnonzero(differs).tolist())
