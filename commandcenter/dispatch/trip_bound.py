"""How little driving any rounds for some loads can do with: a bound, without a search for the rounds.

Rounds join all loads to each other and to the places where loading, beginning and end happen, taken together as one root. With n loads in
m rounds that is n + m legs; two of them meet at each load. The cheapest tree over all, with the m cheapest other legs, is never
more; prices at the loads raise it as far as they can until two legs meet at each (Held and Karp, Operations Research 18, 1970; for vehicle
routing Fisher, Operations Research 42, 1994). Each price gives a bound, also while they are being sought.

Each round also drives at least to each of its loads and back, of which each load answers for its share of a full vehicle (Haimovich and
Rinnooy Kan, Mathematics of Operations Research 10, 1985). The greater of both counts. Whole numbers throughout.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from commandcenter.dispatch.trip_anneal import FAR_MS
from commandcenter.dispatch.trip_driving import Hauler
from commandcenter.dispatch.trip_search import TRIPS, Bundle, Times
from commandcenter.model.progress import NoProgress, Progress

Legs = NDArray[np.int64]
PRICES, WORK = 400, 60_000
"""How often prices are changed: as often as the work allows, which grows with the number of loads, and no more than the first."""
PATIENCE = 10
"""After so many prices without a better bound the steps are halved."""


def least_driving_ms(
    bundles: Sequence[Bundle], haulers: Sequence[Hauler], tables: Sequence[Times], known_ms: int, progress: Progress | None = None
) -> int:
    """Return milliseconds that no plan is below which brings all these loads; `known_ms` is what one plan takes.

    What `progress` raises ends the work.
    """
    if not bundles:
        return 0
    times = np.min(np.stack([tables[n] for n in sorted({h.table for h in haulers})]), axis=0)
    site, depot = np.array([b.site for b in bundles]), np.array([b.depot for b in bundles])
    ends = sorted({*depot.tolist(), *(h.home for h in haulers)})
    to_depot_ms = min(int(times[h.place, d]) for h in haulers for d in set(depot.tolist()))
    between = np.minimum(times[np.ix_(site, site)], times[np.ix_(site, site)].T)
    legs = np.where(depot[:, None] == depot[None], between, FAR_MS)
    out, back = times[depot, site], times[np.ix_(site, ends)].min(axis=1)
    shares = [(b.weight_g, b.volume_ml) for b in bundles]
    most = max(h.load_g for h in haulers), max(h.load_ml for h in haulers)
    full = [sum(int(way) * share[k] for way, share in zip(out + back, shares, strict=True)) // most[k] for k in range(2) if most[k]]
    rounds = sum(_rounds([share for share, from_ in zip(shares, depot, strict=True) if from_ == d], most) for d in set(depot.tolist()))
    known_ms -= to_depot_ms
    tree = _priced(legs, np.minimum(out, back), np.maximum(out, back), rounds, known_ms, progress or NoProgress())
    return min(known_ms, max(tree, *full)) + to_depot_ms


def _rounds(shares: Sequence[tuple[int, int]], most: tuple[int, int]) -> int:
    """Return how many rounds the loads of one depot need at least."""
    return max(1, *(-(-sum(share[k] for share in shares) // most[k]) for k in range(2) if most[k]))


def _priced(legs: Legs, near_root: Legs, far_root: Legs, rounds: int, known: int, watch: Progress) -> int:
    """Return the best bound that prices at the loads give."""
    price = np.zeros(len(legs), np.int64)
    best, halvings, waited = 0, 0, 0
    turns = max(1, min(PRICES, WORK // len(legs)))
    for turn in range(turns):
        watch.report(TRIPS, turn, turns)
        value, degree = _tree(legs + price[:, None] + price[None], near_root + price, far_root + price, rounds)
        value -= 2 * int(price.sum())
        waited = 0 if value > best else waited + 1
        best = max(best, value)
        if waited == PATIENCE:
            halvings, waited = halvings + 1, 0
        off = degree - 2
        if not off.any() or best >= known:
            break
        step = (max(0, known - value) * 2 >> halvings) // int((off * off).sum())
        if step == 0:
            break
        price += step * off
    return best


def _tree(legs: Legs, near_root: Legs, far_root: Legs, rounds: int) -> tuple[int, Legs]:
    """Return what the cheapest tree costs with the cheapest other legs, and how many legs meet at each load."""
    count = len(legs)
    degree, joined = np.zeros(count, np.int64), np.zeros(count, np.bool_)
    reach, source = near_root.copy(), np.full(count, -1)
    spare = np.triu(np.ones((count, count), np.bool_), 1)
    spare_root = np.ones(count, np.bool_)
    total = 0
    for _ in range(count):
        n = int(np.argmin(np.where(joined, 2 * FAR_MS, reach)))
        total += int(reach[n])
        joined[n] = True
        degree[n] += 1
        other = int(source[n])
        if other >= 0:
            degree[other] += 1
            spare[min(n, other), max(n, other)] = False
        else:
            spare_root[n] = False
        better = legs[n] < reach
        reach, source = np.where(better, legs[n], reach), np.where(better, n, source)
    rows, columns = np.nonzero(spare)
    rest = np.concatenate([legs[rows, columns], near_root[spare_root], far_root])
    one = np.concatenate([rows, np.flatnonzero(spare_root), np.arange(count)])
    two = np.concatenate([columns, np.full(len(rest) - len(rows), -1)])
    many = max(rounds, int((rest < 0).sum()))
    chosen = np.argsort(rest, kind="stable")[:many]
    np.add.at(degree, one[chosen], 1)
    np.add.at(degree, two[chosen][two[chosen] >= 0], 1)
    return total + int(rest[chosen].sum()), degree
