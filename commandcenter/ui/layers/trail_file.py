"""Where units were, as a GPX file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from commandcenter.geo.exchange.feature import Feature
from commandcenter.geo.exchange.gpx import write_gpx
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.marks import mark_of
from commandcenter.ui.leaving import write_text
from commandcenter.ui.ports import TrailSource

KEPT_MS = 24 * 3_600_000
"""How far back the side store goes."""


async def write_trails(source: TrailSource | None, units: Mapping[Id, str], now_ms: int, path: Path, operation: Id) -> int:
    """Write the tracks of an operation's units (id → callsign) into a file; return how many moved. Raises `Refused` where none did, `KnownError`."""
    kept = await source.trails(tuple(units), now_ms - KEPT_MS) if source is not None else {}
    tracks = [
        Feature(tuple(one.at for one in track), {"name": units[unit], "description": track[-1].source.value}, tuple(one.wall_ms for one in track))
        for unit, track in kept.items()
        if len(track) > 1
    ]
    if not tracks:
        raise Refused("No unit has moved in the last day, as far as this computer knows.")
    write_text(path, write_gpx(tracks, mark_of(operation)))
    return len(tracks)
