"""The best rounds of a few vehicles over a few drops, exactly: who loads what at which depot and visits which places in which order.

Each tier of urgency has its drops there as early as can be, all together (least sum of arrivals), the next tier given that; then
the vehicles are busy for the least time. Sums of arrivals are what relief is judged by (Campbell, Vandenbussche and Hermann,
Transportation Science 42, 2008; Ngueveu, Prins and Wolfler Calvo, Computers & Operations Research 37, 2010). A drop goes whole.
Where nothing is urgent the goal can be the least driving instead, there and back: then a leg costs what it takes, whoever waits.

Dynamic programming over sets of drops: a leg of t ms with the drops R still waiting costs t for each of them, so no clock is
needed. Tiers are digits of one whole number, far enough apart that none runs into the next: sums of numbers are sums by tier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

MOST_DROPS = 8
"""Sets of more drops take too long: each one more takes three times as long."""
_DIGIT = 1 << 56
"""More than any sum of times in ms."""

Time = int | None
"""Milliseconds; `None`: no way."""


@dataclass(frozen=True, slots=True)
class Drop:
    """What must go from one depot to one place. Tiers count from 0, the most urgent."""

    depot: int
    tier: int
    weight_g: int
    volume_ml: int


@dataclass(frozen=True, slots=True)
class Fleet:
    """Vehicles of one sort: what they can carry, and how long they drive."""

    load_g: int
    load_ml: int
    out_ms: Sequence[Sequence[Time]]
    """Depot → drop."""
    hop_ms: Sequence[Sequence[Time]]
    """Drop → drop. Between drops at one place: minus the pause, so that it is unloaded once."""
    back_ms: Sequence[Sequence[Time]]
    """Drop → depot."""
    home_ms: Sequence[Time] | None = None
    """Drop → where the vehicles end; `None`: they end at their last drop."""


@dataclass(frozen=True, slots=True)
class Driver:
    """One vehicle: of which fleet, when it is free, and how far it is from each depot."""

    fleet: int
    ready_ms: int
    to_depot_ms: Sequence[Time]
    idle_ms: int = 0
    """Its way home if it has nothing to do."""


@dataclass(frozen=True, slots=True)
class Round:
    """One load of one vehicle, drop after drop."""

    driver: int
    depot: int
    drops: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Best:
    cost: int
    depot: int


class _Plans:
    """For each set of drops, what one vehicle of a fleet can do at best."""

    def __init__(self, fleet: Fleet, drops: Sequence[Drop], pause_ms: int, worth: Sequence[int]) -> None:
        self._fleet, self._drops, self._pause, self._worth = fleet, drops, pause_ms, worth
        sets = 1 << len(drops)
        self._fits = [self._can_carry(chosen) for chosen in range(sets)]
        self.loaded: list[dict[int, tuple[int, tuple[int, ...]]]] = [{}]
        """Set → depot → (cost from being loaded there until all is done, the first round)."""
        homes = [0] * len(drops) if fleet.home_ms is None else fleet.home_ms
        self._rest: list[list[_Best | None]] = [[None if home_ms is None else _Best(home_ms, -1) for home_ms in homes]]
        for waiting in range(1, sets):
            depots = {drop.depot for n, drop in enumerate(drops) if waiting >> n & 1}
            found = {depot: self._round(waiting, depot) for depot in sorted(depots)}
            self.loaded.append({depot: best for depot, best in found.items() if best is not None})
            self._rest.append([self.start(waiting, fleet.back_ms[n]) for n in range(len(drops))])

    def start(self, waiting: int, to_depot_ms: Sequence[Time]) -> _Best | None:
        """Return the best cost of serving a set, from a place so far from each depot."""
        options = [
            _Best((to_ms + self._pause) * self._worth[waiting] + cost, depot)
            for depot, (cost, _) in self.loaded[waiting].items()
            if (to_ms := to_depot_ms[depot]) is not None
        ]
        return min(options, key=lambda best: best.cost, default=None)

    def rounds(self, waiting: int, first_depot: int) -> list[tuple[int, tuple[int, ...]]]:
        """Return the rounds (depot, drops) that serve a set, beginning at a depot."""
        made = []
        depot = first_depot
        while waiting:
            _, order = self.loaded[waiting][depot]
            made.append((depot, order))
            waiting &= ~reduce(lambda chosen, n: chosen | 1 << n, order, 0)
            after = self._rest[waiting][order[-1]]
            depot = after.depot if after is not None else -1
        return made

    def _can_carry(self, chosen: int) -> bool:
        loads = [(drop.weight_g, drop.volume_ml) for n, drop in enumerate(self._drops) if chosen >> n & 1]
        return sum(g for g, _ in loads) <= self._fleet.load_g and sum(ml for _, ml in loads) <= self._fleet.load_ml

    def _round(self, waiting: int, depot: int) -> tuple[int, tuple[int, ...]] | None:
        """Return the best round from a depot with what follows it: (cost, order). Paths grow by one drop at a time."""
        mine = [n for n in range(len(self._drops)) if waiting >> n & 1 and self._drops[n].depot == depot]
        paths: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {}
        for n in mine:
            out_ms = self._fleet.out_ms[depot][n]
            if out_ms is not None and self._fits[1 << n]:
                paths[1 << n, n] = out_ms * self._worth[waiting] + self._pause * self._worth[waiting & ~(1 << n)], (n,)
        best: tuple[int, tuple[int, ...]] | None = None
        while paths:
            longer: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {}
            for (done, last), (cost, order) in paths.items():
                after = self._rest[waiting & ~done][last]
                if after is not None and (best is None or cost + after.cost < best[0]):
                    best = cost + after.cost, order
                for n in mine:
                    hop_ms = self._fleet.hop_ms[last][n]
                    if done >> n & 1 or hop_ms is None or not self._fits[done | 1 << n]:
                        continue
                    left = waiting & ~done
                    grown = cost + hop_ms * self._worth[left] + self._pause * self._worth[left & ~(1 << n)]
                    key = done | 1 << n, n
                    if key not in longer or grown < longer[key][0]:
                        longer[key] = grown, (*order, n)
            paths = longer
        return best


def best_rounds(drops: Sequence[Drop], fleets: Sequence[Fleet], drivers: Sequence[Driver], pause_ms: int, *, driving: bool = False) -> list[Round]:
    """Return the best rounds; drops that are in none cannot be brought. `pause_ms` is spent at each loading and at each drop.

    At most `MOST_DROPS` drops. As many of the most urgent as can be are brought. With `driving` they are brought with the least driving,
    homeward too; a pause is no driving then, so that it must be 0.
    """
    top = max((drop.tier for drop in drops), default=0)
    digits = [_DIGIT ** (top - tier + 1) for tier in range(top + 1)]
    worth = [sum(digits[d.tier] for n, d in enumerate(drops) if chosen >> n & 1) + 1 for chosen in range(1 << len(drops))]
    plans = [_Plans(fleet, drops, pause_ms, [1] * len(worth) if driving else worth) for fleet in fleets]
    costs: list[int | None] = [0] + [None] * ((1 << len(drops)) - 1)
    taken: list[list[int]] = []
    for driver in drivers:
        own = [None if not chosen else plans[driver.fleet].start(chosen, driver.to_depot_ms) for chosen in range(len(costs))]
        waited = [0 if driving else driver.ready_ms * (sum_ - 1) for sum_ in worth]
        alone = [0] + [None if best is None else best.cost + waited[n] - driver.idle_ms for n, best in enumerate(own) if n]
        costs, part = _shared(costs, alone)
        taken.append(part)
    left = max((n for n, cost in enumerate(costs) if cost is not None), key=lambda n: (worth[n], -(costs[n] or 0)))
    made: list[Round] = []
    for n in reversed(range(len(drivers))):
        mine = taken[n][left]
        first = plans[drivers[n].fleet].start(mine, drivers[n].to_depot_ms) if mine else None
        if first is not None:
            made += [Round(n, depot, order) for depot, order in plans[drivers[n].fleet].rounds(mine, first.depot)]
        left &= ~mine
    return made


def _shared(costs: Sequence[int | None], alone: Sequence[int | None]) -> tuple[list[int | None], list[int]]:
    """Return the least cost of each set when one more vehicle takes a part of it (`alone`: what a part costs it), and that part."""
    found: list[int | None] = []
    parts: list[int] = []
    for whole in range(len(costs)):
        least, part, chosen = costs[whole], 0, whole
        while chosen:
            mine, others = alone[chosen], costs[whole & ~chosen]
            if mine is not None and others is not None and (least is None or mine + others < least):
                least, part = mine + others, chosen
            chosen = (chosen - 1) & whole
        found.append(least)
        parts.append(part)
    return found, parts
