"""What each arc costs a vehicle: milliseconds, or never."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.profiles import Profile
from commandcenter.geo.roads.words import Access, Flag, Mode, RoadClass

CLOSED = -1
"""The cost of an arc that the vehicle may not or cannot use."""

_MS_PER_H_OVER_M_PER_KM = 3600.0


def arc_costs_ms(graph: RoadGraph, profile: Profile) -> NDArray[np.int32]:
    """Return the time for each arc in milliseconds, at least 1, or `CLOSED`; length 2 × edges."""
    edges = graph.edges
    fits = _fits(edges, profile)
    against, refused = _directions(edges, profile)
    costs = np.full((len(edges), 2), CLOSED, np.int32)
    observed = _lookup(edges, dict(profile.time_factors), 1.0)
    for direction in (0, 1):
        speed = _speed_kph(edges, profile, direction)
        speed = np.where(against[:, direction], min(profile.contraflow_kph or profile.top_kph, profile.top_kph), speed)
        usable = fits & (speed > 0) & _allowed(edges, profile, direction) & ~refused[:, direction]
        time = edges["length_m"][usable] / speed[usable] * _MS_PER_H_OVER_M_PER_KM * observed[usable]
        costs[usable, direction] = np.maximum(1, np.round(time))
    return costs.ravel()


def _lookup(edges: NDArray[np.void], values: dict[RoadClass, float], missing: float) -> NDArray[np.float64]:
    table = np.full(len(RoadClass), missing)
    for road_class, value in values.items():
        table[road_class] = value
    found: NDArray[np.float64] = table[edges["road_class"]]
    return found


def _speed_kph(edges: NDArray[np.void], profile: Profile, direction: int) -> NDArray[np.float64]:
    usual = _lookup(edges, dict(profile.speeds_kph), 0.0)
    signed = edges["speed_kph"][:, direction].astype(np.float64) * profile.limit_share
    speed = np.where((signed > 0) & (usual > 0) & (profile.mode != Mode.FOOT), signed, usual)
    speed = np.minimum(speed * _lookup(edges, dict(profile.factors), 1.0), profile.top_kph)
    rough = edges["flags"] & int(Flag.ROUGH) != 0
    return np.where(rough, np.minimum(speed, profile.rough_kph), speed)


def _fits(edges: NDArray[np.void], profile: Profile) -> NDArray[np.bool_]:
    fits = np.ones(len(edges), bool)
    for column, scale, own in (("height_cm", 100, profile.height_m), ("width_cm", 100, profile.width_m), ("weight_10kg", 100, profile.weight_t)):
        limit = edges[column]
        fits &= (limit == 0) | (limit >= round(own * scale))
    if not profile.fords:
        fits &= edges["flags"] & int(Flag.FORD) == 0
    if not profile.ferries:
        fits &= edges["road_class"] != RoadClass.FERRY
    return fits


def _allowed(edges: NDArray[np.void], profile: Profile, direction: int) -> NDArray[np.bool_]:
    least = Access.PRIVATE if profile.private else Access.DESTINATION
    words = edges["access"][:, direction]

    def open_to(mode: Mode) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = (words >> (2 * mode)) & 3 >= least
        return found

    if not profile.bus_lanes:
        return open_to(profile.mode)
    return open_to(profile.mode) | (open_to(Mode.PSV) & ~open_to(Mode.MOTOR))  # a road open to all but us stays shut


def _directions(edges: NDArray[np.void], profile: Profile) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return per edge and direction: goes against the one-way (slowly), and is refused for that."""
    flags = edges["flags"]
    wrong = np.stack([edges["oneway"] < 0, edges["oneway"] > 0], axis=1)
    wrong |= (flags & int(Flag.REVERSIBLE) != 0)[:, None]
    if profile.mode == Mode.FOOT:
        wrong &= (flags & int(Flag.FOOT_ONEWAY) != 0)[:, None]
        return np.zeros_like(wrong), wrong
    if profile.bus_lanes:
        wrong &= (flags & int(Flag.PSV_AGAINST) == 0)[:, None]
    if profile.contraflow_kph <= 0:
        return np.zeros_like(wrong), wrong
    refused = wrong & (flags & int(Flag.PHYSICAL) != 0)[:, None]
    return wrong & ~refused, refused
