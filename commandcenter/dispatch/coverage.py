"""Which share of the region somebody free can reach in time, what is lost when a unit goes, and which moves make it good.

Expected coverage: a place within reach of k free units, each busy with probability q, is covered with 1 − q^k (MEXCLP,
Daskin, "A maximum expected covering location model", Transportation Science 1983). Moves are chosen one by one by what
they add to it, as in DMEXCLP (Jagtenberg, Bhulai & van der Mei, "An efficient heuristic for real-time ambulance
redeployment", Operations Research for Health Care 2015; "Dynamic ambulance dispatching", Health Care Management
Science 2017).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from commandcenter.dispatch.candidate import Candidate
from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.phrases import clock
from commandcenter.dispatch.recommendation import Binding, Rejection
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
    as_of_ms: int = 0
    """The moment whose picture was looked at,"""
    closures: int = 0
    """and how many closures were in force then."""

    @property
    def share(self) -> float:
        """Return the share of the places that at least one unit reaches in time."""
        return float(self.within.any(axis=0).mean()) if self.within.size else 0.0

    def lost_without(self) -> dict[Id, float]:
        """Return by unit the share of the places that only it reaches in time."""
        return {unit: share / len(self.places) for unit, share in self.only_by(np.ones(len(self.places))).items()} if self.places else {}

    def reached(self, worth: NDArray[np.float64]) -> float:
        """Return what the places that at least one unit reaches in time are worth together, e.g. the people who live around each."""
        return float(worth[self.within.any(axis=0)].sum()) if self.within.size else 0.0

    def only_by(self, worth: NDArray[np.float64]) -> dict[Id, float]:
        """Return by unit what the places are worth that only it reaches in time."""
        alone = self.within & (self.within.sum(axis=0) == 1)
        return {unit.unit.id: float(worth[mine].sum()) for unit, mine in zip(self.units, alone, strict=True)}


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
    binding: Binding
    runner_up: str
    """Whose move would add most of all others', `Callsign → Station`; empty: there is no other unit,"""
    margin: float | None
    """and how much less."""
    rejected: tuple[Rejection, ...]
    """Every other free unit, with what its best move would add."""
    covered: float
    """The expected coverage before the move."""
    as_of_ms: int
    """The moment whose picture was looked at,"""
    closures: int
    """how many closures were in force then,"""
    position_age_s: float | None
    """and how old the unit's position was; `None`: at its station."""


@dataclass(frozen=True, slots=True)
class _Option:
    """The best that one unit can do."""

    gain: float
    unit: int
    station: int


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


def move_ups(
    now: Cover, stations: Sequence[StationView], roads: Roads, policy: Coverage, ordered: Mapping[Id, Id] = MappingProxyType({})
) -> tuple[MoveUp, ...]:
    """Return the moves to stations that raise the expected coverage most, one after the other. `roads` has the closures in force.

    `ordered`: units that are ordered to a station already; they count there, and are not moved again.
    """
    if not now.places or not now.units or not stations:
        return ()
    from_stations = _From(stations, now.places, roads, policy.within_min * 60)
    within = now.within.copy()
    moves: list[MoveUp] = []
    moved: set[int] = set()
    number = {station.id: n for n, station in enumerate(stations)}
    for n, unit in enumerate(now.units):
        if ordered.get(unit.unit.id) in number:
            within[n] = from_stations.of(unit)[number[ordered[unit.unit.id]]]
            moved.add(n)
    while len(moves) < policy.most_moves:
        options = _options(now.units, within, from_stations, moved, policy.busy_share)
        if not options or options[0].gain < policy.least_gain:
            break
        best = options[0]
        move = _move(now, options, stations, roads, expected(within.sum(axis=0), policy.busy_share))
        moved.add(best.unit)
        if move is not None:
            within[best.unit] = from_stations.of(now.units[best.unit])[best.station]
            moves.append(move)
    return tuple(moves)


def expected(counts: NDArray[np.int64], busy_share: float) -> float:
    """Return the expected share covered when each place is within reach of so many free units."""
    return float(np.mean(1 - busy_share**counts)) if counts.size else 0.0


def _options(units: Sequence[Candidate], within: Mask, from_stations: _From, moved: set[int], busy_share: float) -> list[_Option]:
    """Return the best move of each unit that was not moved yet, the one that adds most first; of equal ones the shortest."""
    counts = within.sum(axis=0)
    before = expected(counts, busy_share)
    ranked: list[tuple[float, float, int, int]] = []
    for n, unit in enumerate(units):
        if n in moved:
            continue
        others = counts - within[n]
        after = (1 - busy_share ** (others + from_stations.of(unit))).mean(axis=1)
        best = np.flatnonzero(after >= after.max() - 1e-12).tolist()
        ranked.append(max((float(after[at]) - before, -air_m(unit.at, from_stations.stations[at].at), -n, -at) for at in best))
    return [_Option(gain, -unit, -station) for gain, _, unit, station in sorted(ranked, reverse=True)]


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


def _move(now: Cover, options: Sequence[_Option], stations: Sequence[StationView], roads: Roads, covered: float) -> MoveUp | None:
    """Return the first option with all that speaks for it; `None` where no road leads there."""
    best, others = options[0], options[1:]
    unit, station = now.units[best.unit], stations[best.station]
    found = roads.muster([unit.at], unit.unit.profile, [0.0]).first(station.at, (0,), 1)
    if not found:
        return None
    reason = say(
        "{callsign} to {station}, {eta}: {percent} % more of the region is expected to be covered.",
        callsign=unit.unit.callsign,
        station=station.name,
        eta=clock(found[0].eta_s),
        percent=_percent(best.gain),
    )
    return MoveUp(
        unit_id=unit.unit.id,
        callsign=unit.unit.callsign,
        station_id=station.id,
        station=station.name,
        eta_s=found[0].eta_s,
        gain=best.gain,
        reason=reason,
        binding=Binding.ADDS_MOST if others else Binding.ONLY,
        runner_up=f"{now.units[others[0].unit].unit.callsign} → {stations[others[0].station].name}" if others else "",
        margin=best.gain - others[0].gain if others else None,
        rejected=tuple(_rejection(now.units[other.unit], stations[other.station].name, other.gain) for other in others),
        covered=covered,
        as_of_ms=now.as_of_ms,
        closures=now.closures,
        position_age_s=unit.position_age_s,
    )


def _rejection(unit: Candidate, station: str, gain: float) -> Rejection:
    better = say("Its best move, to {station}, would add {percent} %.", station=station, percent=_percent(gain))
    return Rejection(unit.unit.id, unit.unit.callsign, better if gain > 0 else say("It is worth most where it stands."))


def _percent(share: float) -> float:
    return round(share * 100, 1)
