"""Counts of a log, for `log stats`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from commandcenter.log.rows import Row
from commandcenter.log.signed import read_entry
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class LogStats:
    """How much of what is in a log."""

    entries: int
    by_type: dict[str, int]
    by_device: dict[Id, int]
    first_ms: int | None
    """Earliest and latest wall time, ms since the epoch."""
    last_ms: int | None
    withheld: int
    """Sections that this copy does not have."""
    payload_bytes: int
    """Headers, signatures and sections, without the store's own needs."""


def stats(rows: Iterable[Row]) -> LogStats:
    """Read a log through once and count."""
    types: Counter[str] = Counter()
    devices: Counter[Id] = Counter()
    first_ms: int | None = None
    last_ms: int | None = None
    withheld = payload_bytes = 0
    for row in rows:
        entry = read_entry(row.signed)
        types[entry.type] += 1
        devices[entry.device] += 1
        first_ms = entry.wall_ms if first_ms is None else min(first_ms, entry.wall_ms)
        last_ms = entry.wall_ms if last_ms is None else max(last_ms, entry.wall_ms)
        withheld += len(entry.withheld)
        payload_bytes += len(row.signed.header) + len(row.signed.signature)
        payload_bytes += sum(len(sealed.salt) + len(sealed.body) for sealed in row.signed.sections.values())
    return LogStats(types.total(), dict(types.most_common()), dict(devices.most_common()), first_ms, last_ms, withheld, payload_bytes)
