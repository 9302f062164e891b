"""Scenario times: `2026-05-12 07:10`, `07:10` on the first day, in the scenario's zone or with an offset; or relative: `J+1 H+2 M-5`, `M+3 S+30`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

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


def zone_of(name: str) -> tzinfo:
    """Return a time zone by its name in the IANA data base, as Europe/Berlin. Raises `Refused`."""
    if name == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused("There is no time zone “{name}”; write UTC, Europe/Berlin or Asia/Shanghai.", name=name) from error


def offset_ms(text: str, start_ms: int, zone: tzinfo = UTC) -> int:
    """Return when something happens, in ms after the start (negative: before); times without an offset are of `zone`.

    Raises `Refused` for a time that cannot be read, and where clocks are turned for one that is not there or is there twice.
    """
    text = text.strip()
    relative = relative_ms(text)
    if relative is not None:
        return relative
    start = datetime.fromtimestamp(start_ms / 1000, zone)
    clock = _CLOCK.fullmatch(text)
    try:
        if clock:
            day = datetime.combine(start.date(), time(int(clock[1]), int(clock[2]), int(clock[3] or 0)))
        else:
            day = datetime.fromisoformat(text.replace("/", "-"))
        return round((_placed(day, zone, text) - start.astimezone(UTC)) / timedelta(milliseconds=1))
    except (ValueError, OverflowError):
        raise Refused("“{text}” is no time: write J+1 H+2 M-5, 07:10 or 2026-05-12 07:10.", text=text) from None


def _placed(day: datetime, zone: tzinfo, text: str) -> datetime:
    """Return a moment in UTC. Raises `Refused` for a local time that is not there, or twice."""
    if day.tzinfo is not None:
        return day.astimezone(UTC)
    first, second = (day.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first.astimezone(zone).replace(tzinfo=None) != day:
        raise Refused("“{text}” is not there in {zone}: clocks are turned forward then.", text=text, zone=str(zone))
    if first != second:
        raise Refused(
            "“{text}” is there twice in {zone}, as clocks are turned back: write its offset, as 2026-10-25 02:30+01:00.", text=text, zone=str(zone)
        )
    return first


def written(offset: int) -> str:
    """Return an offset as a relative time, e.g. `H+1 M+30`."""
    sign, left = ("-", -offset) if offset < 0 else ("+", offset)
    parts = []
    for name in "JHMS":
        count, left = divmod(left, _UNIT_MS[name])
        if count:
            parts.append(f"{name}{sign}{count}")
    return " ".join(parts) or "M+0"
