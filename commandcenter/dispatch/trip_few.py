"""Rounds with the least driving for few loads, exactly."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.dispatch.rounds import MOST_DROPS, Driver, Drop, Fleet, Time, best_rounds
from commandcenter.dispatch.trip_anneal import FAR_MS
from commandcenter.dispatch.trip_day import day_of
from commandcenter.dispatch.trip_driving import Hauler
from commandcenter.dispatch.trip_search import Bundle, Run, Times

MOST_FLEETS = 12
"""Sorts of vehicles, counted apart where they end at different places; each takes a quarter of a second."""


def exact_driving(bundles: Sequence[Bundle], haulers: Sequence[Hauler], tables: Sequence[Times], pause_ms: int) -> list[list[Run]] | None:
    """Return the runs of each vehicle with the least driving, as `least_driving` does, proven.

    `None` where that is not to be had: there are more than `MOST_DROPS` loads or `MOST_FLEETS` sorts of vehicles, or the rounds with the
    least driving, did time not matter, take longer than a vehicle may be busy.
    """
    sorts = sorted({(h.table, h.home, h.load_g, h.load_ml) for h in haulers})
    if len(bundles) > MOST_DROPS or len(sorts) > MOST_FLEETS:
        return None
    depots, sites = sorted({b.depot for b in bundles}), [b.site for b in bundles]

    def ways(table: int, origins: Sequence[int], targets: Sequence[int]) -> list[list[Time]]:
        found = tables[table]
        return [[int(found[a, b]) if found[a, b] < FAR_MS else None for b in targets] for a in origins]

    fleets = [
        Fleet(g, ml, ways(t, depots, sites), ways(t, sites, sites), ways(t, sites, depots), [row[0] for row in ways(t, sites, [home])])
        for t, home, g, ml in sorts
    ]
    drivers = [
        Driver(
            sorts.index((h.table, h.home, h.load_g, h.load_ml)), 0, ways(h.table, [h.place], depots)[0], ways(h.table, [h.place], [h.home])[0][0] or 0
        )
        for h in haulers
    ]
    drops = [Drop(depots.index(b.depot), b.tier, b.weight_g, b.volume_ml) for b in bundles]
    days: list[list[Run]] = [[] for _ in haulers]
    for made in best_rounds(drops, fleets, drivers, 0, driving=True):
        days[made.driver].append(Run(depots[made.depot], list(made.drops)))
    tiers = max((b.tier for b in bundles), default=0) + 1
    busy = [day_of(bundles, h, tables[h.table], pause_ms, runs, tiers).busy_ms for h, runs in zip(haulers, days, strict=True)]
    return days if all(not runs or ms <= h.most_ms for h, runs, ms in zip(haulers, days, busy, strict=True)) else None
