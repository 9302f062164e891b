"""Where units were, read from the side store in the one thread that owns it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor

from commandcenter.log.tracks import SqliteTracks
from commandcenter.model.ids import Id
from commandcenter.model.words import Position


class Trails:
    """Implements `ui.ports.TrailSource`."""

    def __init__(self, tracks: SqliteTracks, writer: Executor) -> None:
        """Read this store in its thread."""
        self._tracks, self._writer = tracks, writer

    async def trails(self, units: Sequence[Id], since_ms: int) -> Mapping[Id, Sequence[Position]]:
        """Return the positions of each of these units since a moment, oldest first."""

        def read() -> dict[Id, Sequence[Position]]:
            return {unit: self._tracks.history(unit, since_ms) for unit in units}

        return await asyncio.get_running_loop().run_in_executor(self._writer, read)

    async def positions_at(self, moment_ms: int) -> Mapping[Id, Position]:
        """Return where each unit was last seen at a moment."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._tracks.at, moment_ms)
