"""Where units were, kept in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from commandcenter.log.tracks import MemoryTracks
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Position, PositionSource


class KeptTrails:
    """Implements `TrailSource` over a track store."""

    def __init__(self, tracks: MemoryTracks) -> None:
        self.tracks = tracks

    async def trails(self, units: Sequence[Id], since_ms: int) -> Mapping[Id, Sequence[Position]]:
        return {unit: self.tracks.history(unit, since_ms) for unit in units}

    async def positions_at(self, moment_ms: int) -> Mapping[Id, Position]:
        return self.tracks.at(moment_ms)


def driven(unit: Id, *places: LonLat, begin_ms: int, every_ms: int = 60_000) -> KeptTrails:
    """Return the trail of a unit that was at these places, one after the other."""
    tracks = MemoryTracks()
    for n, at in enumerate(places):
        tracks.put({unit: Position(at, PositionSource.GPS, begin_ms + n * every_ms)})
    return KeptTrails(tracks)
