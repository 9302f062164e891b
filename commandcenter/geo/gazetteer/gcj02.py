"""The shifted Chinese map datum GCJ-02 ("Mars coordinates"), to and from WGS-84.

The official transform is not published. These are the formulas in general use since 2013; they meet the real maps to
about 1 … 2 m. The way back is iterated to 1e-10 degrees: it is the inverse of *these formulas* to well below a
millimetre, which must not be read as the accuracy of the datum. Outside mainland China nothing is shifted.
"""

from __future__ import annotations

from math import cos, pi, radians, sin, sqrt

from commandcenter.model.words import LonLat

SEMI_MAJOR_M = 6_378_245.0
ECCENTRICITY_2 = 0.00669342162296594323
"""Krasovsky 1940 ellipsoid."""

WEST, EAST, SOUTH, NORTH = 72.004, 137.8347, 0.8293, 55.8271
"""The box that is shifted."""

ITERATIONS_MAX = 20
EXACT_DEG = 1e-10


def from_wgs84(at: LonLat) -> LonLat:
    """Return the GCJ-02 position of a WGS-84 one."""
    if not (WEST <= at.lon <= EAST and SOUTH <= at.lat <= NORTH):
        return at
    north_m, east_m = _shift_m(at.lon - 105.0, at.lat - 35.0)
    phi = radians(at.lat)
    curve = 1 - ECCENTRICITY_2 * sin(phi) ** 2
    lat = north_m * 180 / (SEMI_MAJOR_M * (1 - ECCENTRICITY_2) / (curve * sqrt(curve)) * pi)
    lon = east_m * 180 / (SEMI_MAJOR_M / sqrt(curve) * cos(phi) * pi)
    return LonLat(at.lon + lon, at.lat + lat)


def to_wgs84(at: LonLat) -> LonLat:
    """Return the WGS-84 position of a GCJ-02 one."""
    guess = at
    for _ in range(ITERATIONS_MAX):
        there = from_wgs84(guess)
        east, north = at.lon - there.lon, at.lat - there.lat
        guess = LonLat(guess.lon + east, guess.lat + north)
        if abs(east) < EXACT_DEG and abs(north) < EXACT_DEG:
            break
    return guess


def _shift_m(x: float, y: float) -> tuple[float, float]:
    """Return the shift (north, east) in metres at x° east of 105° E and y° north of 35° N."""
    waves = 20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    north += (waves + 20 * sin(y * pi) + 40 * sin(y / 3 * pi) + 160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    east += (waves + 20 * sin(x * pi) + 40 * sin(x / 3 * pi) + 150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    return north, east
