"""A position as a receiver gives it."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.words import LonLat


@dataclass(frozen=True, slots=True)
class Fix:
    """One position. Course is degrees from true north, speed in km/h; `None` where the receiver does not say."""

    at: LonLat
    course_deg: float | None = None
    speed_kph: float | None = None
    error_m: float | None = None
    """Estimated horizontal error."""
