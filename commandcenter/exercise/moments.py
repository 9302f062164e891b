"""Scenario times: `2026-05-12 07:10`, `07:10` on the first day (both UTC unless an offset is written), or relative like `J+1 H+2 M-5`, `M+3 S+30`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from commandcenter.model.errors import Refused

_PART = re.compile(r"([JDHMS])\s*([+-])\s*(\d{1,5})", re.IGNORECASE)
_UNIT_MS = {"J": 86_400_000, "D": 86_400_000, "H": 3_600_000, "M": 60_000, "S": 1_000}
"""J is the day (the military's J-day), D is read as the same."""
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")


def relative_ms(text: str) -> int | None:
    """Return the milliseconds of a relative time; `None` when the text is not one."""
    total, names, rest = 0, set(), 0
    for part in _PART.finditer(text):
        name = part[1].upper().replace("D", "J")
        if name in names or text[rest : part.start()].strip(" ,"):
            return None
        names.add(name)
        total += int(part[2] + part[3]) * _UNIT_MS[name]
        rest = part.end()
    return total if names and not text[rest:].strip(" ,") else None


def offset_ms(text: str, start_ms: int) -> int:
    """Return when something happens, in ms after the start (negative: before). Raises `Refused` for a time that cannot be read."""
    text = text.strip()
    relative = relative_ms(text)
    if relative is not None:
        return relative
    start = datetime.fromtimestamp(start_ms / 1000, UTC)
    clock = _CLOCK.fullmatch(text)
    try:
        if clock:
            day = datetime.combine(start.date(), time(int(clock[1]), int(clock[2]), int(clock[3] or 0)), UTC)
        else:
            day = datetime.fromisoformat(text.replace("/", "-"))
            day = day if day.tzinfo else day.replace(tzinfo=UTC)
        return round((day - start) / timedelta(milliseconds=1))
    except (ValueError, OverflowError):
        raise Refused("“{text}” is no time: write J+1 H+2 M-5, or in UTC 07:10 or 2026-05-12 07:10.", text=text) from None


def written(offset: int) -> str:
    """Return an offset as a relative time, e.g. `H+1 M+30`."""
    sign, left = ("-", -offset) if offset < 0 else ("+", offset)
    parts = []
    for name in "JHMS":
        count, left = divmod(left, _UNIT_MS[name])
        if count:
            parts.append(f"{name}{sign}{count}")
    return " ".join(parts) or "M+0"
