"""Times as people type them into a closure: `14:30`, `+2 h`, `90 min`, `2026-11-23 08:00`. No Qt."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

from commandcenter.ui.i18n.formats import local_time

_CLOCK = re.compile(r"(\d{1,2})[:：.](\d{2})")
_SPAN = re.compile(r"\+?\s*(\d{1,3})\s*(m|min|分|分钟|h|小时|d|天)", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2})[:：](\d{2})")
_MINUTES = {"m": 1, "min": 1, "分": 1, "分钟": 1, "h": 60, "小时": 60, "d": 1440, "天": 1440}


def read_moment(text: str, now_ms: int, zone: tzinfo | None = None) -> int | None:
    """Return the moment (ms since the epoch) that a text means, `None` where it means none; a time of day is the next one."""
    plain = text.strip()
    span = _SPAN.fullmatch(plain)
    if span:
        return now_ms + int(span[1]) * _MINUTES[span[2].lower()] * 60_000
    now = local_time(now_ms, zone)
    try:
        found = _dated(plain, now) or _next_clock(plain, now)
    except ValueError:  # the 31st of February, 25 o'clock
        return None
    return None if found is None else round(found.timestamp() * 1000)


def _dated(text: str, now: datetime) -> datetime | None:
    match = _DATE.fullmatch(text)
    return datetime(*(int(part) for part in match.groups()), tzinfo=now.tzinfo) if match else None  # type: ignore[arg-type,misc] # five numbers


def _next_clock(text: str, now: datetime) -> datetime | None:
    match = _CLOCK.fullmatch(text)
    if not match:
        return None
    found = now.replace(hour=int(match[1]), minute=int(match[2]), second=0, microsecond=0)
    return found if found > now else found + timedelta(days=1)
