"""What expires first goes first; what has expired goes to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from commandcenter.picture.views import DepotView, StockView

NEVER = "9999-12-31"


def usable(depot: DepotView, item: str, today: str) -> list[StockView]:
    """Return a depot's unexpired batches of an item, what expires first in front, what never expires at the end."""
    batches = [s for s in depot.stock if s.item == item and s.quantity > 0 and not (s.expires and s.expires < today)]
    return sorted(batches, key=lambda s: (s.expires or NEVER, s.batch, s.unit))


def fresh(depot: DepotView, today: str) -> DepotView:
    """Return a depot without what has expired before a day (ISO date)."""
    kept = tuple(s for s in depot.stock if not (s.expires and s.expires < today))
    return depot if len(kept) == len(depot.stock) else replace(depot, stock=kept)


def take(batches: Sequence[StockView], quantity: int) -> list[StockView]:
    """Take from batches in their order; fewer where they are used up."""
    taken = []
    for batch in batches:
        part = min(quantity, batch.quantity)
        if part > 0:
            taken.append(replace(batch, quantity=part))
            quantity -= part
    return taken
