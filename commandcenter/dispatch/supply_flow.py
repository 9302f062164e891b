"""Goods for several sites from several depots at once: a minimum-cost flow, proven optimal, with split deliveries.

Per item and in this order, each without giving up what was reached before: least unmet demand, site priority after
site priority; least use of what depots keep; least quantity × driving time. Constraints form a
transport network, so the optimum is in whole numbers by itself (Hoffman & Kruskal 1956).

A depot keeps a share for its own district and its minimum level, whichever is more: only life at risk (priority 1) gets of that.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array

from commandcenter.dispatch.fefo import usable
from commandcenter.dispatch.sites import Site
from commandcenter.dispatch.solve import Programme, minimise
from commandcenter.dispatch.supplies import SUPPLY_PROFILE
from commandcenter.model.ids import Id
from commandcenter.model.ports import Arrival, Roads
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import Priority
from commandcenter.picture.views import DepotView

GOODS = say("Which depot gives what").template
"""Stage of the work."""
LIMIT_S = 20.0
"""For all goods together. What is not proven by then stays as good as it is."""
_NO_DEPOT = say("No depot has any left.")
_NO_ROAD = say("No road leads here from a depot that has any.")
_KEPT = say("What is left is kept for the depots' own districts, or is their minimum level.")
_TOO_LITTLE = say("All depots together have too little.")


@dataclass(frozen=True, slots=True)
class Delivery:
    """So much of an item from a depot to a site."""

    depot: Id
    site: Id
    item: str
    quantity: int
    eta_s: float
    distance_m: float
    batches: tuple[tuple[str, int], ...]
    """(batch, quantity), what expires first taken first."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """What a site does not get, and why."""

    site: Id
    item: str
    missing: int
    reason: Sentence


@dataclass(frozen=True, slots=True)
class SupplyPlan:
    """All deliveries; `proven` when no plan is better, else the time ran out and `gap` says how far off it may be, in proportion."""

    deliveries: tuple[Delivery, ...]
    unmet: tuple[Unmet, ...]
    proven: bool
    gap: float = 0.0


def plan_flow(
    sites: Sequence[Site], depots: Sequence[DepotView], roads: Roads, *, keep_share: float, today: str, progress: Progress | None = None
) -> SupplyPlan:
    """Return the best plan. `keep_share` of a depot's stock and its minimum go to priority 1 only; what expired before `today` (ISO) to nobody.

    A depot that is also a site gives nothing to itself. `roads` has the closures in force. Safe in any thread. `progress` is told before each of
    the goods; what it raises ends the work. After `LIMIT_S` the plan is as good as it is by then.
    """
    ways = roads.matrix([s.at for s in sites], [d.at for d in depots], SUPPLY_PROFILE) if SUPPLY_PROFILE in roads.profiles else []
    deliveries: list[Delivery] = []
    unmet: list[Unmet] = []
    gap, proven, ends_s = 0.0, True, time.monotonic() + LIMIT_S
    watch, items = progress or NoProgress(), sorted({item for site in sites for item in site.wanted}) if ways else []
    for done, item in enumerate(items):
        watch.report(GOODS, done, len(items))
        flow = _Item(item, sites, depots, ways, keep_share, today, ends_s)
        deliveries += flow.deliveries()
        unmet += flow.unmet()
        gap, proven = max(gap, flow.gap), proven and flow.proven
    if not ways:
        unmet = [Unmet(s.id, item, quantity, _NO_ROAD) for s in sites for item, quantity in sorted(s.wanted.items()) if quantity > 0]
    return SupplyPlan(tuple(deliveries), tuple(unmet), proven, gap)


class _Item:
    """The flow of one item: variables are (depot, site) from common stock, then (depot, site) from kept stock."""

    def __init__(
        self,
        item: str,
        sites: Sequence[Site],
        depots: Sequence[DepotView],
        ways: Sequence[Sequence[Arrival | None]],
        keep_share: float,
        today: str,
        ends_s: float,
    ) -> None:
        self._item, self._sites, self._depots, self._ways, self._today = item, sites, depots, ways, today
        self._wanted = np.array([max(0, s.wanted.get(item, 0)) for s in sites])
        whole = np.array([max(0, d.free(item, today)) for d in depots])
        levels = np.array([d.minimums.get(item, 0) for d in depots])
        kept = np.minimum(whole, np.maximum(np.ceil(whole * keep_share).astype(np.int64), levels))
        self._stock = np.stack([whole - kept, kept])
        self._arcs = [
            (kind, d, s)
            for kind in (0, 1)
            for d in np.flatnonzero(self._stock[kind]).tolist()
            for s in np.flatnonzero(self._wanted).tolist()
            if ways[s][d] is not None and sites[s].id != depots[d].id and (kind == 0 or sites[s].priority <= Priority.LIFE)
        ]
        self.proven, self.gap = True, 0.0
        self._amounts = self._solve(ends_s) if self._arcs else []
        self._got: Counter[int] = Counter()
        for (_, _, s), amount in zip(self._arcs, self._amounts, strict=True):
            self._got[s] += amount

    def _solve(self, ends_s: float) -> list[int]:
        kind, depot, site = (np.array(column) for column in zip(*self._arcs, strict=True))
        count = len(self._arcs)
        source = kind * len(self._depots) + depot
        rows = np.concatenate([source, 2 * len(self._depots) + site])
        shape = (2 * len(self._depots) + len(self._sites), count)
        network = csr_array(coo_array((np.ones(2 * count), (rows, np.tile(np.arange(count), 2))), shape=shape))
        most = np.concatenate([self._stock.ravel(), self._wanted]).astype(np.float64)
        upper = np.minimum(self._stock.ravel()[source], self._wanted[site]).astype(np.float64)
        priority = np.array([s.priority for s in self._sites])[site]
        objectives = [-(priority == p).astype(np.float64) for p in sorted(set(priority.tolist()))]
        etas = np.array([self._way(d, s).eta_s for _, d, s in self._arcs])
        objectives += [(kind == 1).astype(np.float64), etas]
        left_s = max(0.0, ends_s - time.monotonic()) / len(objectives)
        programme = Programme(network, np.zeros(len(most)), most, upper, whole=False)
        solved = minimise(programme, objectives, limit_s=left_s, start=np.zeros(count))
        self.proven, self.gap = solved.proven, solved.gap
        return [round(float(x)) for x in solved.x]

    def _way(self, depot: int, site: int) -> Arrival:
        way = self._ways[site][depot]
        assert way is not None  # noqa: S101 - arcs exist only where a road does
        return way

    def deliveries(self) -> list[Delivery]:
        """Return the plan's deliveries; the sooner one at a depot gets what expires first."""
        totals: Counter[tuple[int, int]] = Counter()
        for (_, d, s), amount in zip(self._arcs, self._amounts, strict=True):
            if amount:
                totals[d, s] += amount
        left: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for d in {d for d, _ in totals}:
            for stock in usable(self._depots[d], self._item, self._today):
                left[d][stock.batch] += stock.quantity
        planned = []
        for (d, s), amount in sorted(totals.items(), key=lambda one: (self._sites[one[0][1]].priority, self._way(*one[0]).eta_s, one[0])):
            way = self._way(d, s)
            batches = tuple(_take(left[d], amount))
            planned.append(Delivery(self._depots[d].id, self._sites[s].id, self._item, amount, way.eta_s, way.distance_m, batches))
        return planned

    def unmet(self) -> list[Unmet]:
        """Return what is missing, by site."""
        short = [(s, int(self._wanted[s]) - self._got[s]) for s in range(len(self._sites))]
        return [Unmet(self._sites[s].id, self._item, missing, self._why(s)) for s, missing in short if missing > 0]

    def _why(self, site: int) -> Sentence:
        holding = np.flatnonzero(self._stock.sum(axis=0))
        if not len(holding):
            return _NO_DEPOT
        if all(self._ways[site][d] is None for d in holding.tolist()):
            return _NO_ROAD
        used = Counter[tuple[int, int]]()
        for (kind, d, _), amount in zip(self._arcs, self._amounts, strict=True):
            used[kind, d] += amount
        left_in_keeping = any(self._stock[1, d] > used[1, d] and self._ways[site][d] is not None for d in holding.tolist())
        return _KEPT if left_in_keeping and self._sites[site].priority > Priority.LIFE else _TOO_LITTLE


def _take(left: Counter[str], amount: int) -> list[tuple[str, int]]:
    """Take from batches in their order, and note what is left of each."""
    taken = []
    for batch in left:
        part = min(amount, left[batch])
        if part:
            taken.append((batch, part))
            left[batch] -= part
            amount -= part
    return taken
