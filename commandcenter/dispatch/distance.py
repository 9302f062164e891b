"""Distance through the air: only to say what is nearer by air, never to choose by it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from commandcenter.model.words import LonLat

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the Earth (IUGG)."""


def air_m(a: LonLat, b: LonLat) -> float:
    """Return the great-circle distance in metres (haversine; within 0.6 % of the ellipsoid)."""
    phi_a, phi_b = math.radians(a[1]), math.radians(b[1])
    half = math.sin((phi_b - phi_a) / 2) ** 2 + math.cos(phi_a) * math.cos(phi_b) * math.sin(math.radians(b[0] - a[0]) / 2) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(half)))


class Places:
    """Many places, to ask how far each is from one through the air. Immutable, safe in any thread."""

    def __init__(self, places: Sequence[LonLat]) -> None:
        """Take them in their order."""
        radians = np.radians(np.array(places, np.float64).reshape(-1, 2))
        self._lon, self._lat = np.ascontiguousarray(radians[:, 0]), np.ascontiguousarray(radians[:, 1])
        self._cos_lat = np.cos(self._lat)

    def air_m(self, a: LonLat) -> NDArray[np.float64]:
        """Return the distance of each, as `air_m` does."""
        phi = math.radians(a[1])
        half = np.sin((self._lat - phi) / 2) ** 2 + math.cos(phi) * self._cos_lat * np.sin((self._lon - math.radians(a[0])) / 2) ** 2
        distances: NDArray[np.float64] = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.minimum(1.0, half)))
        return distances
