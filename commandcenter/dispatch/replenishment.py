"""Where what is short of its minimum level can come from: the same flow that supplies incidents, between depots."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.dispatch.levels import shortages
from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.supply_flow import SupplyPlan, plan_flow
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.progress import Progress
from commandcenter.model.words import Priority
from commandcenter.picture.views import DepotView


def replenishment(depots: Sequence[DepotView], roads: Roads, today: str, progress: Progress | None = None) -> SupplyPlan:
    """Return the transfers that fill up what is short at least quantity × driving time; no giver falls below its own minimum.

    `roads` has the closures in force. Safe in any thread. What `progress` raises ends the work.
    """
    needed: dict[Id, dict[str, int]] = {}
    for shortage in shortages(depots, today):
        needed.setdefault(shortage.depot, {})[shortage.item] = shortage.missing
    sites = [Site(depot.id, depot.at, Priority.SERIOUS, needed[depot.id]) for depot in depots if depot.id in needed]
    return plan_flow(sites, depots, roads, keep_share=0.0, today=today, progress=progress)
