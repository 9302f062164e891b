"""Which share of the region somebody free can reach in time, what is lost when a unit goes, and which moves make it good.

Expected coverage: a place within reach of k free units, each busy with probability q, is covered with 1 − q^k (MEXCLP,
Daskin, "A maximum expected covering location model", Transportation Science 1983). Moves are chosen one by one by what
they add to it, as in DMEXCLP (Jagtenberg, Bhulai & van der Mei, "An efficient heuristic for real-time ambulance
redeployment", Operations Research for Health Care 2015; "Dynamic ambulance dispatching", Health Care Management
Science 2017).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commandcenter.dispatch.candidate import Candidate
from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.phrases import clock
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.picture.views import StationView
from commandcenter.resources.policy import Coverage

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Cover:
    """Who reaches what in time."""

    units: tuple[Candidate, ...]
    places: tuple[LonLat, ...]
    within: Mask
    """Units × places."""

    @property
    def share(self) -> float:
        """Return the share of the places that at least one unit reaches in time."""
        return float(self.within.any(axis=0).mean()) if self.within.size else 0.0

    def lost_without(self) -> dict[Id, float]:
        """Return by unit the share of the places that only it reaches in time."""
        alone = self.within & (self.within.sum(axis=0) == 1)
        return {unit.unit.id: float(mine.mean()) for unit, mine in zip(self.units, alone, strict=True)} if self.places else {}


@dataclass(frozen=True, slots=True)
class MoveUp:
    """A free unit that would serve better elsewhere."""

    unit_id: Id
    callsign: str
    station_id: Id
    station: str
    eta_s: float
    gain: float
    """In expected coverage, 0 … 1, after the moves before it."""
    reason: Sentence


def cover(field: Field, capability: str, places: Sequence[LonLat], within_min: float, *, stopped: Callable[[], bool] = lambda: False) -> Cover:
    """Return who of the free units with a capability reaches which place in time, turnout included.

    One bounded search per place and vehicle profile. Raises `Cancelled` when `stopped`.
    """
    pool = field.free(capability, ())
    row = {index: n for n, index in enumerate(pool)}
    within = np.zeros((len(pool), len(places)), bool)
    for column, place in enumerate(places):
        if stopped():
            raise Cancelled
        for profile, mine, members in field.groups(pool):
            if profile in field.roads.profiles:
                found = field.first(profile, mine, members, place, len(mine), within_min * 60)
                within[[row[index] for index, _ in found], column] = True
    return Cover(tuple(field.candidates[i] for i in pool), tuple(places), within)


def move_ups(now: Cover, stations: Sequence[StationView], roads: Roads, policy: Coverage) -> tuple[MoveUp, ...]:
    """Return the moves to stations that raise the expected coverage most, one after the other. `roads` has the closures in force."""
    if not now.places or not now.units or not stations:
        return ()
    from_stations = _From(stations, now.places, roads, policy.within_min * 60)
    within = now.within.copy()
    moves: list[MoveUp] = []
    moved: set[int] = set()
    while len(moves) < policy.most_moves:
        best = _best_move(now.units, within, from_stations, moved, policy.busy_share)
        if best is None or best[0] < policy.least_gain:
            break
        gain, unit, station = best
        move = _move(now.units[unit], stations[station], roads, gain)
        moved.add(unit)
        if move is not None:
            within[unit] = from_stations.of(now.units[unit])[station]
            moves.append(move)
    return tuple(moves)


def expected(counts: NDArray[np.int64], busy_share: float) -> float:
    """Return the expected share covered when each place is within reach of so many free units."""
    return float(np.mean(1 - busy_share**counts)) if counts.size else 0.0


def _best_move(units: Sequence[Candidate], within: Mask, from_stations: _From, moved: set[int], busy_share: float) -> tuple[float, int, int] | None:
    counts = within.sum(axis=0)
    before = expected(counts, busy_share)
    best: tuple[float, float, int, int] | None = None
    for n, unit in enumerate(units):
        if n in moved:
            continue
        others = counts - within[n]
        after = (1 - busy_share ** (others + from_stations.of(unit))).mean(axis=1)
        for station in np.flatnonzero(after >= after.max() - 1e-12).tolist():
            rank = (float(after[station]) - before, -air_m(unit.at, from_stations.stations[station].at), -n, -station)
            if best is None or rank > best:
                best = rank
    return None if best is None else (best[0], -best[2], -best[3])


class _From:
    """Which places are in time from each station, by vehicle profile and turnout."""

    def __init__(self, stations: Sequence[StationView], places: Sequence[LonLat], roads: Roads, within_s: float) -> None:
        self.stations = stations
        self._places, self._roads, self._within_s = places, roads, within_s
        self._times: dict[str, NDArray[np.float64]] = {}

    def of(self, unit: Candidate) -> Mask:
        """Return stations × places for a unit that would stand there."""
        profile = unit.unit.profile
        if profile not in self._times:
            times = np.full((len(self.stations), len(self._places)), np.inf)
            if profile in self._roads.profiles:
                muster = self._roads.muster([s.at for s in self.stations], profile, [0.0] * len(self.stations))
                everyone = tuple(range(len(self.stations)))
                for column, place in enumerate(self._places):
                    for arrival in muster.first(place, everyone, len(everyone), self._within_s):
                        times[arrival.origin, column] = arrival.eta_s
            self._times[profile] = times
        return np.asarray(self._times[profile] + unit.turnout_at_home_s <= self._within_s)


def _move(unit: Candidate, station: StationView, roads: Roads, gain: float) -> MoveUp | None:
    found = roads.muster([unit.at], unit.unit.profile, [0.0]).first(station.at, (0,), 1)
    if not found:
        return None
    reason = say(
        "{callsign} to {station}, {eta}: {percent} % more of the region is expected to be covered.",
        callsign=unit.unit.callsign,
        station=station.name,
        eta=clock(found[0].eta_s),
        percent=round(gain * 100, 1),
    )
    return MoveUp(unit.unit.id, unit.unit.callsign, station.id, station.name, found[0].eta_s, gain, reason)
