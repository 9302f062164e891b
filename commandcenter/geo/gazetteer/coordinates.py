"""Positions as people write them."""

from __future__ import annotations

import re

from commandcenter.model.words import LonLat

_DECIMAL = re.compile(r"\s*(-?\d{1,3}\.\d+)[\s,;]+(-?\d{1,3}\.\d+)\s*")


def parse(text: str, *, near: LonLat | None = None) -> LonLat | None:
    """Return the position."""
    match = _DECIMAL.fullmatch(text)
    return LonLat(float(match[2]), float(match[1])) if match else None


def is_short_code(text: str) -> bool:
    return False


def format_lat_lon(at: LonLat) -> str:
    """Return e.g. `49.40768, 8.69079`."""
    return f"{at.lat:.5f}, {at.lon:.5f}"
