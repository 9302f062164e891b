"""What falls short of its minimum level, and what expires soon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from commandcenter.model.ids import Id
from commandcenter.picture.supplies import MoveView
from commandcenter.picture.views import DepotView, StockView

EXPIRES_WITHIN_DAYS = 30


@dataclass(frozen=True, slots=True)
class Shortage:
    """An item of which a depot has less free than it should."""

    depot: Id
    item: str
    level: int
    free: int

    @property
    def missing(self) -> int:
        """Return how much is missing to the level."""
        return self.level - self.free


@dataclass(frozen=True, slots=True)
class Expiring:
    """A batch that expires soon or has expired."""

    depot: Id
    batch: StockView
    days_left: int
    """Negative: so many days ago."""


def shortages(depots: Iterable[DepotView], today: str) -> list[Shortage]:
    """Return what is below its minimum, the emptiest first; what has expired before `today` (ISO date) does not count."""
    found = [
        Shortage(depot.id, item, level, max(0, depot.free(item, today)))
        for depot in depots
        for item, level in depot.minimums.items()
        if depot.free(item, today) < level
    ]
    return sorted(found, key=lambda s: (s.free / s.level, s.item, s.depot))


def expiring(depots: Iterable[DepotView], today: str, within_days: int = EXPIRES_WITHIN_DAYS) -> list[Expiring]:
    """Return batches that expire within so many days or have expired, the oldest first."""
    now = date.fromisoformat(today)
    last = (now + timedelta(days=within_days)).isoformat()
    found = [
        Expiring(depot.id, batch, (date.fromisoformat(batch.expires) - now).days)
        for depot in depots
        for batch in depot.stock
        if batch.quantity > 0 and batch.expires and batch.expires <= last
    ]
    return sorted(found, key=lambda e: (e.batch.expires, e.batch.item, e.depot))


def short_since_ms(moves: Sequence[MoveView], item: str, level: int) -> int:
    """Return when an item last fell below a level by its movements, oldest first; 0 where they never reached it."""
    held = since_ms = 0
    for move in moves:
        if move.item == item:
            before, held = held, held + move.delta
            if before >= level > held:
                since_ms = move.wall_ms
    return since_ms
