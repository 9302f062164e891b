"""The roads that shape the city: radials, rings, embankments, the motorway with its exits."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

import numpy as np
import shapely
import shapely.ops
from shapely.geometry import LineString, MultiLineString, Point
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.curves import beside, lines_of, part_of, smooth
from commandcenter.geo.training.network import Street
from commandcenter.geo.training.plan import Name, Plan, Table, metres, name_of
from commandcenter.geo.training.water import Water

ARTERIAL_TAGS = {
    "primary": {"maxspeed": "50", "lanes": "4", "surface": "asphalt", "lit": "yes", "sidewalk": "both"},
    "secondary": {"maxspeed": "50", "lanes": "2", "surface": "asphalt", "lit": "yes", "sidewalk": "both"},
    "tertiary": {"maxspeed": "50", "lanes": "2", "surface": "asphalt"},
}
CARRIAGEWAY_OFFSET_M = 11.0
RAMP_M = 330.0
TUNNEL_AT = (3500.0, 3750.0)
TUNNEL_REACH_M = 330.0


@dataclass(frozen=True, slots=True)
class Skeleton:
    """`ground` joins at level; `raised` (motorway) passes over or under and joins by its links only."""

    ground: list[Street]
    raised: list[Street]
    motorway: LineString


def make_skeleton(plan: Plan, water: Water) -> Skeleton:
    """Draw all authored roads, with bridges where they cross water."""
    roads = {table["name"]["en"]: _road(table) for table in plan.table["roads"]}
    over = {table["name"]["en"]: [name_of(name) for name in table.get("over", [])] for table in plan.table["roads"]}
    ground = [piece for key, road in roads.items() for piece in with_bridges(road, water.wet, over[key])]
    centre = LineString(smooth(metres(plan.table["motorway"]["points"]), step_m=45))
    raised, links = _motorway(plan, centre, roads, water)
    ground.extend(links)
    ground.extend(_embankments(water, centre))
    ground.extend(_ends(raised, plan, [road for road in ground if road.style == "arterial"]))
    return Skeleton(ground, raised, centre)


def _road(table: Table) -> Street:
    curve = smooth(metres(table["points"]), closed=bool(table.get("closed", False)))
    highway = str(table["class"])
    return Street(LineString(curve), highway, name_of(table["name"]), dict(ARTERIAL_TAGS[highway]), style="arterial")


def with_bridges(road: Street, wet: BaseGeometry, names: list[Name]) -> list[Street]:
    """Split a road at water; the parts over it become bridges, wide ones get the given names in order."""
    crossing = road.line.intersection(wet.buffer(7.0))
    spans = [line for line in lines_of(shapely.line_merge(crossing) if crossing.geom_type == "MultiLineString" else crossing) if line.length > 1]
    if not spans:
        return [road]
    cuts = sorted((road.line.project(Point(span.coords[0])), road.line.project(Point(span.coords[-1]))) for span in spans)
    pieces, at, waiting = [], 0.0, list(names)
    for low, high in (sorted(cut) for cut in cuts):
        pieces.append(replace(road, line=part_of(road.line, at, low)))
        tags = {**road.tags, "bridge": "yes", "layer": "1"}
        if high - low > 40 and waiting:
            bridge = waiting.pop(0)
            tags |= {"bridge:name": bridge.en, "bridge:name:zh": bridge.zh}
            if bridge.en == "Old Bridge":
                tags |= {"maxweight": "7.5", "historic": "bridge", "maxspeed": "30"}
        pieces.append(replace(road, line=part_of(road.line, low, high), tags=tags))
        at = high
    pieces.append(replace(road, line=part_of(road.line, at, road.line.length)))
    return [piece for piece in pieces if piece.line.length > 0.5]


def _motorway(plan: Plan, centre: LineString, roads: dict[str, Street], water: Water) -> tuple[list[Street], list[Street]]:
    """Return both carriageways cut at their ramps, and the ramps."""
    table = plan.table["motorway"]
    name = name_of(table["name"])
    crossings = [(centre.intersection(roads[exit_].line), roads[exit_].line) for exit_ in table["exits"]]
    raised, links = [], []
    for side in (1, -1):
        lane = beside(centre, side * CARRIAGEWAY_OFFSET_M)
        lane = lane if side == -1 else LineString(lane.coords[::-1])  # right-hand traffic: each carriageway runs on the right
        stops = {0.0, lane.length}
        for meeting, road in crossings:
            ramps, at = _ramps(lane, meeting.representative_point(), road)
            links.extend(ramps)
            stops |= at
        raised.extend(_carriageway(lane, sorted(stops), name, table["ref"], water, list(roads.values())))
    return raised, links


def _ramps(lane: LineString, crossing: Point, road: LineString) -> tuple[list[Street], set[float]]:
    """Return the way off before a crossing and the way on after it, and where they touch the carriageway."""
    middle = lane.project(crossing)
    links, stops = [], set()
    for sign in (-1, 1):
        at = float(np.clip(middle + sign * RAMP_M, 60.0, lane.length - 60.0))
        touch = lane.interpolate(at)
        ahead = np.asarray(lane.interpolate(at + 1).coords[0]) - np.asarray(touch.coords[0])
        right = np.array([ahead[1], -ahead[0]])
        here = road.project(lane.interpolate(middle))
        candidates = [np.asarray(road.interpolate(here + step).coords[0]) for step in (-75.0, 75.0)]
        end = max(candidates, key=lambda point: float((point - np.asarray(crossing.coords[0])) @ right))
        start = np.round(np.asarray(touch.coords[0]), 2)
        leave = start + ahead * sign * -1 * 110 + right * 24
        curve = smooth(np.vstack([start, leave, end]), step_m=25)
        curve[0] = start
        line = LineString(curve if sign == -1 else curve[::-1])
        links.append(Street(line, "motorway_link", None, {"oneway": "yes", "maxspeed": "60", "lanes": "1", "surface": "asphalt"}, kept=True))
        stops.add(at)
    return links, stops


def _carriageway(lane: LineString, stops: list[float], name: Name, ref: str, water: Water, roads: list[Street]) -> list[Street]:
    tags = {"oneway": "yes", "maxspeed": "100", "lanes": "2", "ref": ref, "surface": "asphalt", "lit": "yes"}
    below = shapely.union_all([road.line.buffer(22) for road in roads]).union(water.wet.buffer(12))
    tunnel = Point(TUNNEL_AT).buffer(TUNNEL_REACH_M)
    streets = []
    for low, high in itertools.pairwise(stops):
        piece = Street(part_of(lane, low, high), "motorway", name, tags)
        for part in cut_at(piece, tunnel, {"tunnel": "yes", "layer": "-1", "maxheight": "4.5"}):
            streets.extend([part] if "tunnel" in part.tags else cut_at(part, below, {"bridge": "yes", "layer": "1"}))
    return streets


def cut_at(street: Street, zone: BaseGeometry, extra: dict[str, str]) -> list[Street]:
    """Cut a street at a zone's edge and give what lies inside the `extra` tags."""
    spans = lines_of(shapely.line_merge(MultiLineString(lines_of(street.line.intersection(zone)))), 8.0)
    cuts = sorted({0.0, street.line.length, *(street.line.project(Point(end)) for span in spans for end in (span.coords[0], span.coords[-1]))})
    cuts = [cut for cut, after in zip(cuts, [*cuts[1:], np.inf], strict=True) if after - cut > 4.0 or after == np.inf]
    cuts[0] = 0.0
    parts = []
    for low, high in itertools.pairwise(cuts):
        inside = zone.contains(street.line.interpolate((low + high) / 2))
        parts.append(replace(street, line=part_of(street.line, low, high), tags={**street.tags, **extra} if inside else street.tags))
    return parts


def _ends(raised: list[Street], plan: Plan, roads: list[Street]) -> list[Street]:
    """Return the trunk roads that both carriageways run out into, down to the nearest city street."""
    name = name_of(plan.table["motorway"]["name"])
    tags = {"maxspeed": "60", "lanes": "2", "surface": "asphalt"}
    starts, stops = _loose_tips(raised)
    found = []
    city = shapely.union_all([road.line for road in roads])
    for stop in stops:
        start = min(starts, key=lambda tip: float(np.hypot(*(np.array(tip.coords[0]) - stop.coords[-1]))))
        out = np.array(stop.coords[-1]) - stop.coords[-2]
        fork = (np.array(stop.coords[-1]) + start.coords[0]) / 2 + out / np.hypot(*out) * 45
        found.append(Street(LineString([stop.coords[-1], fork]), "trunk", name, {**tags, "oneway": "yes"}, kept=True))
        found.append(Street(LineString([fork, start.coords[0]]), "trunk", name, {**tags, "oneway": "yes"}, kept=True))
        target = np.array(shapely.ops.nearest_points(city, Point(fork))[0].coords[0])
        beyond = target + (target - fork) / max(np.hypot(*(target - fork)), 1e-9) * 6
        found.append(Street(LineString([fork, beyond]), "trunk", name, tags, kept=True))
    return found


def _loose_tips(raised: list[Street]) -> tuple[list[LineString], list[LineString]]:
    """Return the pieces that begin, and those that end, where no other piece does."""
    begins = {piece.line.coords[0] for piece in raised}
    ends = {piece.line.coords[-1] for piece in raised}
    return [p.line for p in raised if p.line.coords[0] not in ends], [p.line for p in raised if p.line.coords[-1] not in begins]


def _embankments(water: Water, motorway: LineString) -> list[Street]:
    """Return the riverside roads on both banks of the big river in the city."""
    river = next(river for river in water.rivers if river.wide)
    inner = Point(100.0, 500.0).buffer(2650.0)
    banks = river.surface.buffer(24).boundary.intersection(inner).difference(motorway.buffer(120))
    other = shapely.union_all([stream.surface.buffer(20) for stream in water.rivers if not stream.wide])
    lines = [line.simplify(2.0) for line in lines_of(shapely.line_merge(banks.difference(other)), 300)]
    dry = water.land.buffer(-60)
    names = [
        Name("Maren Embankment", "马伦河堤路"), Name("Fishermen's Quay", "渔人堤岸"), Name("Willow Embankment", "柳堤"),
        Name("Customs Quay", "海关堤岸"), Name("Ferry Embankment", "渡口堤路"), Name("Weir Embankment", "水坝堤路"),
    ]  # fmt: skip
    pieces = [piece for line in lines for piece in lines_of(line.intersection(dry), 250)]
    pieces.sort(key=lambda line: -line.length)
    tags = {"maxspeed": "50", "surface": "asphalt", "lit": "yes"}
    return [Street(line, "tertiary", name, tags, style="embankment") for line, name in zip(pieces, names, strict=False)]
