"""Where the desk had last seen everybody at any moment of a run: not where they were, where their positions did not arrive."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace

from commandcenter.exercise.driving import Drive, Unseen
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Position


class Sightings:
    """Of the drives of a run, in the order in which they began, and of its losses of positions.

    Who is under way or away from home is seen all the time (ten times a second of the wall), unless positions are lost; who has
    come home tells its place once. So what is known of a unit grows old while it stands at home or cannot be seen.
    """

    def __init__(self, drives: Iterable[Drive], unseen: Iterable[Unseen], homes: Mapping[Id, LonLat]) -> None:
        """Sort them by unit; `homes` are the places of their stations."""
        self._homes = homes
        self._drives: dict[Id, list[Drive]] = {}
        for drive in drives:
            self._drives.setdefault(drive.unit, []).append(drive)
        self._unseen: dict[Id, list[Unseen]] = {}
        for loss in unseen:
            mine = self._unseen.setdefault(loss.unit, [])
            if mine:
                mine[-1] = replace(mine[-1], until_ms=min(mine[-1].until_ms, loss.from_ms))
            mine.append(loss)

    def positions_at(self, at_ms: int) -> Mapping[Id, Position]:
        """Return what the desk knew of everybody who had been seen away from home, with when it saw it (ms since the epoch)."""
        seen = {unit: self._seen(unit, at_ms) for unit in self._drives}
        return {unit: position for unit, position in seen.items() if position is not None}

    def _seen(self, unit: Id, at_ms: int) -> Position | None:
        """Return a unit's last position that arrived."""
        drives = self._drives[unit]
        while True:
            begun = bisect_right(drives, at_ms, key=lambda drive: drive.start_ms)
            if not begun:
                return None
            drive = drives[begun - 1]
            home_ms = drive.start_ms + round(drive.route.eta_s * 1000)
            moment_ms = min(at_ms, home_ms) if drive.target == self._homes.get(unit) else at_ms
            loss = self._loss(unit, moment_ms)
            if loss is None:
                return drive.position(moment_ms)
            at_ms = loss.from_ms - 1

    def _loss(self, unit: Id, at_ms: int) -> Unseen | None:
        """Return the loss that a moment lies in."""
        losses = self._unseen.get(unit, [])
        begun = bisect_right(losses, at_ms, key=lambda loss: loss.from_ms)
        return losses[begun - 1] if begun and at_ms < losses[begun - 1].until_ms else None
