"""Simulated driving: dispatched units turn out, drive their road route, arrive, and return.

Every position made here has the source `SIMULATED`, which the map marks.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import atan2, cos, degrees, radians

from commandcenter.model.ids import Id
from commandcenter.model.ports import Route
from commandcenter.model.words import LonLat, Position, PositionSource


@dataclass(frozen=True, slots=True)
class Drive:
    """One unit on one route from a moment on."""

    unit: Id
    target: LonLat
    route: Route
    start_ms: int

    def arrived(self, now_ms: int) -> bool:
        """Return whether the unit is there."""
        return now_ms >= self.start_ms + self.route.eta_s * 1000

    def position(self, now_ms: int) -> Position:
        """Return where the unit is: on the route, by the route's own times."""
        points, times_s = self.route.points, self.route.times_s
        elapsed_s = max(0.0, (now_ms - self.start_ms) / 1000)
        at = min(bisect_right(times_s, elapsed_s), len(points) - 1)
        before = max(0, at - 1)
        span_s = times_s[at] - times_s[before]
        share = min(1.0, (elapsed_s - times_s[before]) / span_s) if span_s > 0 else 1.0
        a, b = points[before], points[at]
        place = LonLat(a.lon + (b.lon - a.lon) * share, a.lat + (b.lat - a.lat) * share)
        speed_kph = 0.0 if self.arrived(now_ms) else self.route.distance_m / max(self.route.eta_s, 1.0) * 3.6
        return Position(place, PositionSource.SIMULATED, now_ms, heading_deg(a, b), speed_kph)


@dataclass(frozen=True, slots=True)
class Unseen:
    """A time in which a unit's positions do not arrive; a later one of the same unit stands over it."""

    unit: Id
    from_ms: int
    until_ms: int


def heading_deg(a: LonLat, b: LonLat) -> float | None:
    """Return the direction from a to b, clockwise from north; `None` for one point (flat earth: street lengths)."""
    east = (b.lon - a.lon) * cos(radians(a.lat))
    north = b.lat - a.lat
    return degrees(atan2(east, north)) % 360 if east or north else None
