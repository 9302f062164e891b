"""Durations and distances as they stand in sentences."""

from __future__ import annotations


def clock(seconds: float) -> str:
    """Return a duration as minutes:seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def km(metres: float) -> float:
    """Return kilometres, to a hundred metres."""
    return round(metres / 1000, 1)
