"""Reads `late 14:05 E1 os`: what happened earlier and is only written down now. Pure; no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from commandcenter.model.commands import LATE_COMMANDS, EnterLate
from commandcenter.model.sentences import say
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.reading import Reading, hint, wrong

_TIME = re.compile(r"^(?:(\d{4})-(\d{1,2})-(\d{1,2})T)?([01]?\d|2[0-3]):?([0-5]\d)$", re.IGNORECASE)


def moment_of(text: str, now_ms: int) -> int | None:
    """Return a time of this computer as ms since the epoch: `14:05` is the last 14:05 that was; `2026-05-01T14:05` names the day too."""
    found = _TIME.match(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute = found.groups()
    now = datetime.fromtimestamp(now_ms / 1000).astimezone()
    try:
        at = now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
        if year is not None:
            at = at.replace(year=int(year), month=int(month), day=int(day))
        elif at > now:
            at -= timedelta(days=1)
    except ValueError:
        return None
    return round(1000 * at.timestamp())


def read_late(words: Sequence[str], known: Known, read: Callable[[str, Known], Reading]) -> Reading:
    """Read a time, then any line about what happened; `read` understands that line."""
    if not words:
        return hint(say("When did it happen, and what? e.g. late 14:05 E1 os"))
    moment = moment_of(words[0], known.now_ms)
    if moment is None:
        return wrong(say("{text} is no time. Write 14:05, or with the day 2026-05-01T14:05", text=words[0]))
    if len(words) == 1:
        return hint(say("What happened at {time}? Any command: E1 os, d 42 E1, note …", time=words[0]))
    inner = read(" ".join(words[1:]), known)
    if not inner.commands:
        return inner if inner.asks or not inner.ready else wrong(say("This cannot be entered late; write a note."))
    if not all(isinstance(command, LATE_COMMANDS) for command in inner.commands):
        return wrong(say("This cannot be entered late; write a note."))
    commands = tuple(EnterLate(command, moment) for command in inner.commands)
    return Reading(
        say("Entered late, happened at {time}: {what}", time=words[0], what=inner.says), commands, subject=inner.subject, place=inner.place
    )
