"""A town for comparing policies: places on real roads with all driving times between them, and calls that are the same for each policy."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from commandcenter.exercise.streams import Streams
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.model.ports import Arrival, Shape
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import Catalogue, default_catalogue
from commandcenter.resources.plan_rules import PlanRules
from commandcenter.resources.plans import AlarmLevel, Need, ResponsePlan

PLACES = 120
PROFILE = "ambulance"
TYPE = "medical.sick"
CAPABILITY = "als"
PRIORITIES = ((1, 0.25), (2, 0.35), (3, 0.40))
"""Shares of the calls; about those of the calls in the San Francisco Fire log by its triage codes."""
HOUR_S = 3600.0
CARE_MEDIAN_S, CARE_SIGMA = 2400.0, 0.5
"""From arrival until free again: care, transport, hand-over."""


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody needs one unit."""

    number: int
    at: LonLat
    reported_s: float
    priority: int
    care_s: float


@dataclass(frozen=True)
class TableRoads:
    """Implements what the engine asks of `ports.Roads`, from a table of times between places. One thread.

    A unit between two places can go on or turn back: `moving` says how far it is from either.
    """

    spots: tuple[LonLat, ...]
    times_s: NDArray[np.float64]
    """From × to."""
    moving: dict[LonLat, tuple[int, float, int, float]] = field(default_factory=dict)
    """Where it is → (place behind, seconds back, place ahead, seconds on)."""

    @property
    def profiles(self) -> Mapping[str, object]:
        return {PROFILE: None}

    def with_closures(self, shapes: Sequence[Shape]) -> TableRoads:
        return self

    def index(self, at: LonLat) -> int:
        return self._numbers()[at]

    def _numbers(self) -> dict[LonLat, int]:
        known: dict[LonLat, int] = self.__dict__.setdefault("_known", {at: n for n, at in enumerate(self.spots)})
        return known

    def times_from(self, origin: LonLat) -> NDArray[np.float64]:
        """Return the driving times from a place, or from between two, to all places."""
        if origin in self.moving:
            behind, back_s, ahead, on_s = self.moving[origin]
            turned: NDArray[np.float64] = np.minimum(back_s + self.times_s[behind], on_s + self.times_s[ahead])
            return turned
        return np.asarray(self.times_s[self.index(origin)])

    def time_s(self, origin: LonLat, target: LonLat) -> float:
        """Return the driving time from a place, or from between two, to a place."""
        return float(self.times_from(origin)[self.index(target)])

    def muster(self, origins: Sequence[LonLat], profile: str, delays_s: Sequence[float], after: object = None) -> TableMuster:
        return TableMuster(self, tuple(origins), tuple(delays_s))

    def places(self, count: int) -> list[LonLat]:
        return [self.spots[n] for n in np.unique(np.linspace(0, len(self.spots) - 1, count).round().astype(int))]

    def why_unreachable(self, origin: LonLat, target: LonLat, profile: str) -> Sentence:
        return say("No road leads there for the vehicle profile {profile}.", profile=profile)


@dataclass(frozen=True)
class TableMuster:
    """Units in the town."""

    roads: TableRoads
    origins: tuple[LonLat, ...]
    delays_s: tuple[float, ...]

    def first(self, target: LonLat, members: tuple[int, ...], k: int, latest_s: float = math.inf) -> list[Arrival]:
        times = self._to(self.roads.index(target))
        ranked = sorted([(times[n] + self.delays_s[n], n) for n in members])
        last_s = min(latest_s, ranked[min(k, len(ranked)) - 1][0]) if ranked else 0.0
        return [Arrival(n, times[n], times[n] * 10, 0.0) for rank_s, n in ranked if rank_s <= last_s]

    def _to(self, place: int) -> list[float]:
        """Return each unit's driving time to a place."""
        table: list[list[float]] | None = self.__dict__.get("_table")
        if table is None:
            table = self.__dict__["_table"] = np.stack([self.roads.times_from(at) for at in self.origins], axis=1).tolist()
        return table[place]


@dataclass(frozen=True)
class Town:
    """Where things are."""

    roads: TableRoads
    stations: tuple[LonLat, ...]
    spots: tuple[LonLat, ...]
    """Where calls come from."""


def town(roads: RoadNetwork, stations: int, within_s: float) -> Town:
    """Return places spread over a road network, stations where they shorten the ways most (greedy), and the spots that one of them reaches in time.

    What no station can reach in time would be late under any policy and would say nothing about them.
    """
    places = tuple(roads.places(PLACES))
    table = roads.matrix(places, places, PROFILE)
    times = np.array([[math.inf if a is None else a.eta_s for a in row] for row in table]).T
    whole = np.isfinite(times).all(axis=0) & np.isfinite(times).all(axis=1)
    times, kept = times[np.ix_(whole, whole)], tuple(at for at, ok in zip(places, whole, strict=True) if ok)
    chosen: list[int] = []
    nearest = np.full(len(kept), np.inf)
    for _ in range(stations):
        best = int(np.argmin(np.minimum(times, nearest).sum(axis=1)))
        chosen.append(best)
        nearest = np.minimum(nearest, times[best])
    near = tuple(at for at, time_s in zip(kept, nearest.tolist(), strict=True) if time_s <= within_s)
    return Town(TableRoads(kept, times), tuple(kept[n] for n in chosen), near)


def calls(streams: Streams, places: Sequence[LonLat], hours: float, per_hour: float) -> list[Call]:
    """Return the calls of a run: the same for one seed whatever the policy."""
    found: list[Call] = []
    at_s = 0.0
    while (at_s := at_s + streams.exponential("gap", HOUR_S / per_hour)) < hours * HOUR_S:
        where = places[int(streams.share("place") ** 1.5 * len(places))]  # some quarters call more often
        pick, priority = streams.share("priority"), PRIORITIES[-1][0]
        for level, share in PRIORITIES:
            if pick < share:
                priority = level
                break
            pick -= share
        found.append(Call(len(found), where, at_s, priority, streams.lognormal("care", CARE_MEDIAN_S, CARE_SIGMA)))
    return found


def one_unit_catalogue() -> Catalogue:
    """Return the shipped catalogue with one plan that asks for one unit: what is compared is who goes, not how many."""
    known = default_catalogue()
    plan = ResponsePlan("one", "One unit", "一个单元", (AlarmLevel((Need(CAPABILITY, 1, 1),), {}, {}),))
    types = {code: replace(kind, plan=plan.id) for code, kind in known.types.items()}
    return replace(known, types=types, plans={plan.id: plan}, plan_rules=PlanRules({}, (), None))
