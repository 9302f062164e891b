"""A found way as data to show and to drive: points with times, street by street instructions, warnings."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.profiles import WALKING_KPH, Profile
from commandcenter.geo.roads.search import Foothold, Hit
from commandcenter.geo.roads.snapping import METRES_PER_DEGREE, Snap
from commandcenter.geo.roads.travel import Travel
from commandcenter.geo.roads.words import Flag, RoadClass
from commandcenter.model.ports import Arrival, Leg, Route
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat

_TIGHT_M = 0.6
"""Warn of a bridge or a gap that leaves less than this; drivers slow down and look."""
_BEND_M = 15.0
"""The bearing into and out of a junction is taken over this length, so that a kinked corner is not two turns."""
_TURNS = ((20, "continue"), (60, "slight_"), (120, ""), (165, "sharp_"))
"""Upper bound of the bend in degrees, and its word."""
_STAYS = ("continue", "slight_left", "slight_right")
"""No instruction while the street keeps its name."""


@dataclass(frozen=True)
class _Part:
    """A driven piece of an edge."""

    arc: int
    points: NDArray[np.float64]
    length_m: float
    time_s: float


def _by_class(graph: RoadGraph, parts: list[_Part]) -> dict[str, float]:
    """Return the driving time on each class of road."""
    found: dict[str, float] = {}
    for part in parts:
        name = RoadClass(int(graph.edges["road_class"][part.arc >> 1])).name.lower()
        found[name] = found.get(name, 0.0) + part.time_s
    return found


def _left(arc: int, share: float) -> float:
    """Return the share of an arc still ahead of a place given along its edge."""
    return share if arc & 1 else 1 - share


def describe(
    graph: RoadGraph, travel: Travel, profile: Profile, hit: Hit, arrival: Arrival, start: tuple[LonLat, Snap], end: tuple[LonLat, Snap]
) -> Route:
    """Return the route of a hit that was searched with its path."""
    parts = list(_parts(graph, travel, hit, start[1].foothold, end[1].foothold))
    points, times = [start[0]], [0.0]
    walk_s = end[1].distance_m / (WALKING_KPH / 3.6)
    stop_s = arrival.eta_s - walk_s
    clock = stop_s - sum(part.time_s for part in parts)
    for i, part in enumerate(parts):
        seen = 0 if i == 0 else 1  # a part begins where the one before it ended
        for at, time in zip(part.points[seen:], clock + _spread(part)[seen:], strict=True):
            points.append(LonLat(float(at[0]), float(at[1])))
            times.append(min(max(0.0, float(time)), stop_s))  # the search rounds parts of arcs to milliseconds
        clock += part.time_s
    points.append(end[0])
    times.append(arrival.eta_s)
    legs = tuple(_legs(graph, travel, parts, start[0], end[0]))
    warnings = tuple(_warnings(graph, profile, parts))
    return Route(tuple(points), tuple(times), arrival.distance_m, arrival.eta_s, arrival.off_road_m, legs, warnings, _by_class(graph, parts))


def _parts(graph: RoadGraph, travel: Travel, hit: Hit, start: Foothold, end: Foothold) -> Iterator[_Part]:
    for i, arc in enumerate(hit.arcs):
        begin = 1 - _left(arc, start.share) if i == 0 else 0.0
        finish = 1 - _left(arc, end.share) if i == len(hit.arcs) - 1 else 1.0
        cost_s = float(travel.cost_ms[arc]) / 1000
        length = float(graph.edges["length_m"][arc >> 1])
        yield _Part(arc, _cut(graph.shape(arc >> 1), arc, begin, finish), length * (finish - begin), cost_s * (finish - begin))


def _along(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return metres from the first point to each point, on a local plane."""
    steps = np.diff(points, axis=0) * METRES_PER_DEGREE
    steps[:, 0] *= math.cos(math.radians(float(points[0, 1])))
    return np.concatenate([[0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))])


def _cut(points: NDArray[np.float64], arc: int, begin: float, finish: float) -> NDArray[np.float64]:
    """Return the points of an arc between two shares of its length."""
    if arc & 1:
        points = points[::-1]
    if (begin, finish) == (0.0, 1.0):
        return points
    along = _along(points)
    ends = np.array([begin, finish]) * along[-1]
    kept = points[(along > ends[0]) & (along < ends[1])]
    cut = np.stack([np.interp(ends, along, points[:, 0]), np.interp(ends, along, points[:, 1])], axis=1)
    return np.concatenate([cut[:1], kept, cut[1:]])


def _spread(part: _Part) -> NDArray[np.float64]:
    """Return seconds from the part's begin to each of its points."""
    along = _along(part.points)
    return along * (part.time_s / along[-1]) if along[-1] > 0 else np.linspace(0.0, part.time_s, len(along))


def _bearing(points: NDArray[np.float64]) -> float:
    """Return the compass direction from the first point to that `_BEND_M` on, degrees."""
    along = _along(points)
    reach = min(_BEND_M, float(along[-1]))
    lon, lat = np.interp(reach, along, points[:, 0]), np.interp(reach, along, points[:, 1])
    east = (lon - points[0, 0]) * math.cos(math.radians(float(points[0, 1])))
    return math.degrees(math.atan2(east, lat - points[0, 1]))


def manoeuvre(bend_deg: float) -> str:
    """Return the word for a change of direction in degrees, right positive."""
    bend = (bend_deg + 180) % 360 - 180
    side = "right" if bend > 0 else "left"
    for bound, word in _TURNS:
        if abs(bend) < bound:
            return word if word == "continue" else word + side
    return "u_turn"


def _legs(graph: RoadGraph, travel: Travel, parts: list[_Part], start: LonLat, end: LonLat) -> Iterator[Leg]:
    groups: list[tuple[str, list[_Part]]] = []
    for part in parts:
        if groups:
            before = groups[-1][1][-1]
            word = _word(graph, before, part)
            if word in _STAYS and graph.name(before.arc >> 1) == graph.name(part.arc >> 1):
                groups[-1][1].append(part)
                continue
            groups.append((word, [part]))
        else:
            groups.append(("depart", [part]))
    for i, (word, group) in enumerate(groups):
        at = start if i == 0 else LonLat(float(group[0].points[0, 0]), float(group[0].points[0, 1]))
        way_out = _exit(graph, travel, group) if word == "roundabout" and i + 1 < len(groups) else 0
        along_m, along_s = sum(part.length_m for part in group), sum(part.time_s for part in group)
        yield Leg(word, graph.name(group[0].arc >> 1), along_m, along_s, at, way_out, graph.translated(group[0].arc >> 1))
    yield Leg("arrive", graph.name(parts[-1].arc >> 1), 0.0, 0.0, end, names=graph.translated(parts[-1].arc >> 1))


def _exit(graph: RoadGraph, travel: Travel, group: list[_Part]) -> int:
    """Return how many ways out of a roundabout the vehicle could have taken, the one it takes included."""
    edges = graph.edges
    found = 0
    for part in group:
        head = int(edges["tail" if part.arc & 1 else "head"][part.arc >> 1])
        out = np.concatenate([2 * np.flatnonzero(edges["tail"] == head), 2 * np.flatnonzero(edges["head"] == head) + 1])
        off = edges["flags"][out >> 1] & int(Flag.ROUNDABOUT) == 0
        found += bool(np.any(off & (travel.cost_ms[out] >= 0)))
    return found


def _word(graph: RoadGraph, before: _Part, after: _Part) -> str:
    """Return the manoeuvre between two parts."""
    was, now = (bool(graph.edges["flags"][part.arc >> 1] & int(Flag.ROUNDABOUT)) for part in (before, after))
    if now:
        return "continue" if was else "roundabout"
    if before.arc == after.arc ^ 1:
        return "u_turn"
    return manoeuvre(_bearing(after.points) - _bearing(before.points[::-1]) - 180)


def _warnings(graph: RoadGraph, profile: Profile, parts: list[_Part]) -> Iterator[Sentence]:
    """Yield each thing a driver must know before setting out, once."""
    edges = graph.edges[[part.arc >> 1 for part in parts]]
    heights = edges["height_cm"][(edges["height_cm"] > 0) & (profile.height_m > 0)] / 100
    if len(heights) and heights.min() < profile.height_m + _TIGHT_M:
        yield say("Passes under a {height_m} m limit; the vehicle is {own_m} m high.", height_m=float(heights.min()), own_m=profile.height_m)
    widths = edges["width_cm"][(edges["width_cm"] > 0) & (profile.width_m > 0)] / 100
    if len(widths) and widths.min() < profile.width_m + _TIGHT_M:
        yield say("Passes a gap of {width_m} m; the vehicle is {own_m} m wide.", width_m=float(widths.min()), own_m=profile.width_m)
    if np.any(edges["flags"] & int(Flag.FORD)):
        yield say("Crosses a ford.")
    if np.any(edges["road_class"] == RoadClass.FERRY):
        yield say("Uses a ferry.")
    if any(_against(edge["oneway"], part.arc) for edge, part in zip(edges, parts, strict=True)) and profile.contraflow_kph > 0:
        yield say("Drives against a one-way street at {speed_kph} km/h.", speed_kph=profile.contraflow_kph)


def _against(oneway: int, arc: int) -> bool:
    return oneway == (1 if arc & 1 else -1)
