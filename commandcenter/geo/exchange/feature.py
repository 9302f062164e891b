"""One thing in such a file."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.model.errors import KnownError
from commandcenter.model.words import LonLat

MOST_FEATURES = 2_000
MOST_POINTS = 20_000
LARGEST_FILE = 20 << 20
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A shape with what is said of it."""

    shape: tuple[LonLat, ...]
    """1 point; ≥ 2 a line; first = last and ≥ 4 an area."""
    properties: Mapping[str, str | float] = field(default_factory=dict)
    times_ms: tuple[int | None, ...] = ()
    """Of a track: when each point was passed; as long as `shape`, or empty."""

    @property
    def is_area(self) -> bool:
        """Return whether it is a closed ring."""
        return len(self.shape) > 3 and self.shape[0] == self.shape[-1]


def place_of(lon: object, lat: object) -> LonLat:
    """Return a position of a foreign file. Raises `KnownError`."""
    if not all(isinstance(v, int | float) and not isinstance(v, bool) and math.isfinite(v) for v in (lon, lat)):
        raise KnownError("The file holds a position that is none.")
    found = LonLat(float(lon), float(lat))  # type: ignore[arg-type] # just looked at
    if not (-180 <= found.lon <= 180 and -90 <= found.lat <= 90):
        raise KnownError("The file holds a position that is not on the Earth: {lon}, {lat}. Is it in another coordinate system?", lon=lon, lat=lat)
    return found


def checked(features: list[Feature]) -> list[Feature]:
    """Return features that are few enough. Raises `KnownError`."""
    if not features:
        raise KnownError("There is no point, line or area in this file.")
    if len(features) > MOST_FEATURES or max(len(one.shape) for one in features) > MOST_POINTS:
        raise KnownError("The file holds too much: at most {most} things of {points} points each.", most=MOST_FEATURES, points=MOST_POINTS)
    return features
