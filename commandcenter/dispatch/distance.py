"""Distance through the air: only to say what is nearer by air, never to choose by it."""

from __future__ import annotations

import math

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


def air_from(a: LonLat, places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the same distance from one place to many, rows of `places` being longitude and latitude."""
    lon, lat = np.radians(places[:, 0]), np.radians(places[:, 1])
    phi = math.radians(a[1])
    half = np.sin((lat - phi) / 2) ** 2 + math.cos(phi) * np.cos(lat) * np.sin((lon - math.radians(a[0])) / 2) ** 2
    distances: NDArray[np.float64] = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    return distances
