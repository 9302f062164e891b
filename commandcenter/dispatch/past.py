"""What the log knows of an entry and of the values before it. Runs in the writer thread."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from commandcenter.dispatch.now import History
from commandcenter.model.entries import Entry, EntryId, Key, Value
from commandcenter.model.ports import CommandLog

_FIRST_LOOK = 256
"""Entries read from the end at first; twice as many each time, until all that is wanted is found."""
_CLOSE = 50
"""Positions that lie no farther apart are read together."""
_SHORT = 16
"""A basis names an entry by this many bytes of its id."""


def entries_at(log: CommandLog, positions: Sequence[int]) -> dict[int, Entry]:
    """Return the entries at these positions; rows that stand close together are read at one go."""
    found: dict[int, Entry] = {}
    wanted = set(positions)
    runs: list[list[int]] = []
    for position in sorted(wanted):
        if runs and position - runs[-1][1] <= _CLOSE:
            runs[-1][1] = position
        else:
            runs.append([position, position])
    for first, last in runs:
        found.update(row for row in islice(log.entries(first - 1), last - first + 1) if row[0] in wanted)
    return found


def history_of(log: CommandLog, entry_id: EntryId) -> History | None:
    """Return an entry with the values its registers had before it; `None` when it is not in the log."""
    entry = log.get(entry_id)
    if entry is None:
        return None
    wanted = {short for basis in entry.bases.values() for short in basis}
    found = _find(log, wanted)
    before: dict[Key, Value] = {}
    for write in entry.writes:
        for short in entry.bases.get(write.key.opaque(), ()):
            older = found.get(short)
            values = [w.value for w in older.writes if w.key == write.key] if older is not None else []
            if values:
                before[write.key] = values[-1]
    return History(entry, before)


def _find(log: CommandLog, wanted: set[bytes]) -> dict[bytes, Entry]:
    found: dict[bytes, Entry] = {}
    count = log.count()
    look = _FIRST_LOOK
    while wanted - found.keys():
        for _, entry in log.entries(max(0, count - look)):
            if entry.id[:_SHORT] in wanted:
                found[entry.id[:_SHORT]] = entry
        if look >= count:
            break
        look *= 2
    return found
