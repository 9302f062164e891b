"""Who stays free for life at risk while there is more to do than the fleet can: a cutoff for everything less urgent.

After Schaack & Larson, "An N-server cutoff priority queue", Operations Research 34 (1986). How many: as many as such reports come
in `Surge.reserve_min` minutes at the rate of the last hour. Which: those who, together, would have been soonest at these reports
(greedy p-median), so that the reserve stands where it is needed and not where nobody else calls.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from commandcenter.dispatch.field import Field
from commandcenter.dispatch.reach import Reach
from commandcenter.dispatch.situation import Situation
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.resources.policy import Surge

MOST_PLACES = 60
"""Reports that are looked at, the latest."""
_HOUR_MIN = 60
_FAR_MS = 3_600_000.0
"""Who is not among the first at a place counts as an hour away."""


def reserve_size(situation: Situation, surge: Surge) -> dict[str, int]:
    """Return how many units of each kind should stay free; nothing as long as there is no overload."""
    if not situation.waiting or not situation.life_lately:
        return {}
    serving = Counter(unit.kind for unit in situation.units if unit.status is not UnitStatus.OUT_OF_SERVICE)
    units = serving.total()
    if situation.reports_last_hour < surge.overload_reports * units or situation.waiting < surge.overload_share * units:
        return {}
    expected = round(len(situation.life_lately) * surge.reserve_min / _HOUR_MIN)
    counts = {kind: min(expected, int(surge.reserve_share * count)) for kind, count in sorted(serving.items())}
    return {kind: count for kind, count in counts.items() if count > 0}


def reserve(situation: Situation, wanted: Mapping[str, int], field: Field, free: Collection[int]) -> frozenset[int]:
    """Return the crews, of those that are free, that stay for life at risk: so many of each kind as are wanted, or all there are."""
    held: set[int] = set()
    for kind, count in wanted.items():
        mine = [n for n, c in enumerate(field.candidates) if c.unit.kind == kind and c.leaves is None and field.crew[n] in free]
        held.update(field.crew[n] for n in best_placed(field, mine, situation.life_lately[-MOST_PLACES:], count))
    return frozenset(held)


def best_placed(field: Field, candidates: Sequence[int], places: Sequence[LonLat], count: int) -> list[int]:
    """Return so many candidates, picked one by one, that shorten the way from the nearest of them to all places most."""
    if count >= len(candidates):
        return list(candidates)
    column = {index: n for n, index in enumerate(candidates)}
    times = np.full((len(places), len(candidates)), _FAR_MS)
    for row, place in enumerate(places):
        for reached in Reach(field, place).first(tuple(candidates), count + 1):
            times[row, column[reached.index]] = min(_FAR_MS, reached.rank_ms)
    nearest = np.full((len(places), 1), _FAR_MS)
    picked: list[int] = []
    for _ in range(count):
        sums = np.minimum(nearest, times).sum(axis=0)
        sums[picked] = np.inf
        picked.append(int(np.argmin(sums)))
        nearest = np.minimum(nearest, times[:, picked[-1:]])
    return [candidates[n] for n in picked]
