"""What falls short of its minimum level, what expires soon, and where replenishment can come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.supply_flow import SupplyPlan, plan_flow
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.words import Priority
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


def replenishment(depots: Sequence[DepotView], roads: Roads, today: str) -> SupplyPlan:
    """Return the transfers that fill up what is short at least quantity × driving time; no giver falls below its own minimum.

    `roads` has the closures in force. Safe in any thread.
    """
    needed: dict[Id, dict[str, int]] = {}
    for shortage in shortages(depots, today):
        needed.setdefault(shortage.depot, {})[shortage.item] = shortage.missing
    sites = [Site(depot.id, depot.at, Priority.SERIOUS, needed[depot.id]) for depot in depots if depot.id in needed]
    givers = [replace(depot, reserved=_with_minimums(depot)) for depot in depots]
    return plan_flow(sites, givers, roads, keep_share=0.0, today=today)


def _with_minimums(depot: DepotView) -> dict[str, int]:
    items = {*depot.reserved, *depot.minimums}
    return {item: depot.reserved.get(item, 0) + depot.minimums.get(item, 0) for item in items}
