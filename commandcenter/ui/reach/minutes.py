"""Reads a list of minutes as people type it."""

from __future__ import annotations

import math
import re


def minutes_of(text: str, *, most: int, below: float) -> tuple[float, ...]:
    """Return the times in ascending order, `()` where the text is not one to `most` numbers above 0 and up to `below`."""
    words = [word for word in re.split(r"[\s,;/、，；]+", text.strip()) if word]
    try:
        found = sorted({float(word) for word in words})
    except ValueError:
        return ()
    if not 1 <= len(found) <= most or not all(math.isfinite(m) and 0 < m <= below for m in found):
        return ()
    return tuple(found)
