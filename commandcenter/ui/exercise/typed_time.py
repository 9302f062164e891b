"""A moment of an exercise as somebody types it: a time of day as the window shows times."""

from __future__ import annotations

from datetime import time

from commandcenter.model.errors import Refused
from commandcenter.ui.i18n import formats

DAY_S = 86_400


def last_at(text: str, now_ms: int) -> int:
    """Return the last moment up to now (ms since the epoch) at which the clock showed what was typed. Raises `Refused`."""
    return now_ms // 1000 * 1000 - (_shown_s(now_ms) - _typed_s(text)) % DAY_S * 1000


def next_at(text: str, now_ms: int) -> int:
    """Return the next moment from now on at which the clock will show what was typed. Raises `Refused`."""
    return now_ms // 1000 * 1000 + (_typed_s(text) - _shown_s(now_ms)) % DAY_S * 1000


def _shown_s(now_ms: int) -> int:
    now = formats.local_time(now_ms)
    return now.hour * 3600 + now.minute * 60 + now.second


def _typed_s(text: str) -> int:
    text = text.strip()
    try:
        hour, minute, *rest = (int(part) for part in text.replace("：", ":").split(":"))
        (second,) = rest or [0]
        typed = time(hour, minute, second)
    except ValueError:
        raise Refused("“{text}” is no time: write 07:05 or 07:05:30.", text=text) from None
    return typed.hour * 3600 + typed.minute * 60 + typed.second
