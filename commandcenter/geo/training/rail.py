"""Railways and the tram: over city streets on low bridges, over country roads on the level."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

import numpy as np
import shapely
import shapely.ops
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.curves import beside, lines_of, part_of, smooth
from commandcenter.geo.training.network import Network, Street
from commandcenter.geo.training.plan import Line, Name, Plan, metres, name_of
from commandcenter.geo.training.sheet import Sheet
from commandcenter.geo.training.skeleton import cut_at

CLEARANCES_M = ("3.5", "3.2", "3.8", "4.2", "3.4", "3.6", "4.0")
TRACK_TAGS = {"railway": "rail", "usage": "main", "gauge": "1435", "electrified": "contact_line"}


@dataclass(frozen=True, slots=True)
class Rail:
    """One railway line with its stations."""

    name: Name
    line: LineString
    stations: tuple[tuple[Name, Point], ...]


def make_rails(plan: Plan) -> list[Rail]:
    """Lay the lines of the plan."""
    rails = []
    for table in plan.table["railways"]:
        line = LineString(smooth(metres(table["points"]), step_m=50))
        stations = tuple((name_of(stop), line.interpolate(line.project(Point(metres([stop["at"]])[0])))) for stop in table["stations"])
        rails.append(Rail(name_of(table["name"]), line, stations))
    return rails


def under_rails(roads: list[Street], rails: list[Rail]) -> list[Street]:
    """Give roads that pass under a railway bridge their height limit."""
    tracks = shapely.union_all([rail.line for rail in rails])
    cut: list[Street] = []
    count = 0
    for road in roads:
        meeting = road.line.intersection(tracks)
        if meeting.is_empty or "bridge" in road.tags or road.highway.startswith("motorway"):
            cut.append(road)
            continue
        rest = road
        for point in sorted(shapely.get_parts(meeting), key=road.line.project):
            *before, rest = cut_at(rest, point.buffer(16), {"maxheight": CLEARANCES_M[count % len(CLEARANCES_M)]})
            cut.extend(before)
            count += 1
        cut.append(rest)
    return [piece for piece in cut if piece.line.length > 0.5]


def draw_rails(sheet: Sheet, rails: list[Rail], network: Network, wet: BaseGeometry) -> None:
    """Draw the tracks (on bridges over streets and water), the stations and the yard."""
    low = [LineString(edge.coords).buffer(12, cap_style="flat") for edge in network.edges if "maxheight" in edge.tags and "tunnel" not in edge.tags]
    below = shapely.union_all(low).union(wet.buffer(10))
    for rail in rails:
        whole = Street(rail.line, "rail", rail.name)
        for piece in cut_at(whole, below, {"bridge": "yes", "layer": "1"}):
            sheet.line(piece.line, {**TRACK_TAGS, **rail.name.tags(), **piece.tags})
        for name, at in rail.stations:
            sheet.node(at.x, at.y, {"railway": "station", "public_transport": "station", **name.tags()})
            along = rail.line.project(at)
            for side in (-1, 1):
                platform = beside(part_of(rail.line, along - 75, along + 75), side * 6).buffer(2, cap_style="flat")
                sheet.area(platform, {"railway": "platform", "public_transport": "platform", "area": "yes"})
    yard = rails[0].line
    for offset in (-30, -22, -14, 14, 22, 30, 38):
        siding = beside(part_of(yard, 120, 950), offset)
        sheet.line(siding, {"railway": "rail", "service": "yard", "gauge": "1435"})


def draw_tram(sheet: Sheet, plan: Plan, roads: list[Street]) -> None:
    """Draw the tram along its streets, with stops."""
    table = plan.table["tram"]
    names = name_of(table["name"])
    reach = Point(metres([plan.table["place"]["centre"]])[0]).buffer(table["reach"] * 1000)
    for wanted in table["roads"]:
        for road in roads:
            if road.name is None or road.name.en != wanted:
                continue
            for line in lines_of(road.line.intersection(reach), 5):
                sheet.line(line, {"railway": "tram", **names.tags(), **{key: road.tags[key] for key in ("bridge", "layer") if key in road.tags}})
                for at in np.arange(180, line.length - 60, 420):
                    stop = line.interpolate(at)
                    sheet.node(stop.x, stop.y, {"railway": "tram_stop", "public_transport": "stop_position", "tram": "yes"})


def level_crossings(sheet: Sheet, network: Network, rails: list[Rail]) -> list[Rail]:
    """Join roads and rails where they cross without a bridge; returns the rails with those points in them."""
    lines = np.array([shapely.linestrings(edge.coords) for edge in network.edges], dtype=object)
    tree = shapely.STRtree(lines)
    crossed = []
    for rail in rails:
        course = rail.line
        for number in sorted(tree.query(course, predicate="intersects").tolist()):
            edge = network.edges[number]
            if {"maxheight", "bridge", "tunnel"} & edge.tags.keys() or edge.tags["highway"].startswith("motorway"):
                continue
            for point in shapely.get_parts(LineString(edge.coords).intersection(rail.line)):
                at = np.round(np.asarray(point.coords[0]), 2)
                edge.coords = _with_point(edge.coords, at)
                course = LineString(_with_point(np.asarray(course.coords), at))
                sheet.fix(float(at[0]), float(at[1]), {"railway": "level_crossing"})
        crossed.append(replace(rail, line=course))
    return crossed


def _with_point(coords: Line, at: Line) -> Line:
    """Put a point that lies on a line into it."""
    steps = [LineString(pair).distance(Point(at)) for pair in itertools.pairwise(coords)]
    return np.insert(coords, int(np.argmin(steps)) + 1, at, axis=0)
