"""Rows of the log wherever they are: in the picture, or in the log itself."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.picture.views import LogLine
from commandcenter.ui.ports import DeskPort


async def lines_at(desk: DeskPort, positions: Sequence[int]) -> list[LogLine]:
    """Return the rows at positions of the log, in their order. Qt thread. Raises `KnownError`."""
    missing = [position for position in positions if desk.picture.line_at(position) is None]
    entries = await desk.entries_at(missing) if missing else {}
    found = []
    for position in positions:
        entry = entries.get(position)
        line = desk.picture.line_at(position) if entry is None else desk.picture.line_of(entry, position)
        if line is not None:
            found.append(line)
    return found
