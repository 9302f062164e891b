"""What an answer stands on that changes without an entry: where the units are, and closures that begin and end by their times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.model.ids import Id
from commandcenter.model.words import Position
from commandcenter.ui.map_link import in_force
from commandcenter.ui.seat import Seat

MOVED_M = 250.0
"""Whoever moved less would hardly be there sooner or later: 15 s at 60 km/h."""
NEXT = 5
"""Of those not chosen, so many are followed: one of them may come nearer."""


@dataclass(frozen=True, slots=True)
class Ground:
    """As it was when the question was asked. Qt thread."""

    closures: frozenset[Id]
    positions: Mapping[Id, Position]

    def begun_or_ended(self, seat: Seat) -> bool:
        """Return whether other closures are in force now."""
        return self.closures != in_force(seat.desk.picture, seat.now_ms())

    def moved(self, seat: Seat, found: Recommendation) -> bool:
        """Return whether one of those shown is noticeably elsewhere now."""
        now = seat.desk.tracks.latest()
        return any(self._moved(unit, now) for unit in _shown(found))

    def _moved(self, unit: Id, now: Mapping[Id, Position]) -> bool:
        before, after = self.positions.get(unit), now.get(unit)
        return after is not None and (before is None or air_m(before.at, after.at) >= MOVED_M)


def ground_now(seat: Seat) -> Ground:
    """Return what a question that is asked now stands on."""
    return Ground(in_force(seat.desk.picture, seat.now_ms()), dict(seat.desk.tracks.latest()))


def _shown(found: Recommendation) -> Iterable[Id]:
    yield from (unit.unit_id for unit in found.units)
    yield from (unit.unit_id for unit in found.rejected[:NEXT])
