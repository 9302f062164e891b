"""Sorts names the way people count. No Qt."""

from __future__ import annotations

import re

_PARTS = re.compile(r"(\d+)")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key: `E2` before `E10`, letters without case."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part.casefold()) for part in _PARTS.split(text) if part)
