"""Sea, coast, harbour, rivers and lakes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from commandcenter.geo.training.curves import blob, normals, polygons_of, resample, rough, smooth
from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.plan import Line, Name, Plan, Table, metres, name_of


@dataclass(frozen=True, slots=True)
class River:
    """A river or brook: centre line from source to mouth, and its surface on land."""

    name: Name
    line: LineString
    surface: BaseGeometry
    wide: bool


@dataclass(frozen=True, slots=True)
class Lake:
    """Still water."""

    name: Name
    surface: Polygon
    kind: str


@dataclass(frozen=True, slots=True)
class Water:
    """All water. `land` is everything inside the coastlines, the main island first."""

    land: BaseGeometry
    islands: tuple[Polygon, ...]
    rivers: tuple[River, ...]
    lakes: tuple[Lake, ...]
    breakwaters: tuple[LineString, ...]
    wet: BaseGeometry
    """Rivers and lakes together."""


def make_water(plan: Plan, dice: Dice) -> Water:
    """Draw the coast, cut the harbour, lay the rivers."""
    islands = _islands(plan, dice)
    land = shapely.union_all(islands)
    rivers = tuple(_river(table, land, dice) for table in plan.table["rivers"])
    lakes = tuple(_lake(table, dice) for table in plan.table["lakes"])
    breakwaters = tuple(LineString(smooth(metres(points))) for points in plan.table["harbour"]["breakwaters"])
    wet = shapely.union_all([*(river.surface for river in rivers), *(lake.surface for lake in lakes)])
    return Water(land, islands, rivers, lakes, breakwaters, wet)


def _islands(plan: Plan, dice: Dice) -> tuple[Polygon, ...]:
    """Return the islands' outlines, counter-clockwise."""
    rng = dice.stream("coast")
    coast, harbour = plan.table["coast"], plan.table["harbour"]
    outline = resample(smooth(metres(coast["points"]), closed=True), 35.0)[:-1]
    calm = np.hypot(*(outline - metres([coast["calm_centre"]])).T) / (coast["calm_radius"] * 1000.0)
    swing = np.clip((calm - 0.75) * 2.0, 0.0, 1.0)
    bays = 620 * rough(len(outline), rng, octaves=6, start=34) * (0.3 + np.abs(rough(len(outline), rng, octaves=2, start=9)))
    coves = 95 * rough(len(outline), rng, octaves=3, start=150) * np.clip(rough(len(outline), rng, octaves=2, start=17) + 0.3, 0.0, 1.0)
    main: BaseGeometry = Polygon(outline + normals(outline) * ((bays + coves) * swing)[:, None]).buffer(12).buffer(-24).buffer(12)
    main = shapely.union_all([main, *(Polygon(metres(pier)) for pier in harbour["piers"])])
    main = main.difference(shapely.union_all([*(Polygon(metres(basin)) for basin in harbour["basins"]), Polygon(metres(harbour["marina"]))]))
    islets = [blob((x * 1000, y * 1000), (r * 1000, r * 640), 40 * x, rng, wobble=0.5) for x, y, r in coast["islets"]]
    whole = shapely.union_all([polygons_of(main)[0], *islets])
    return tuple(orient(Polygon(np.asarray(part.exterior.simplify(1.5).coords))) for part in polygons_of(whole))


def _river(table: Table, land: BaseGeometry, dice: Dice) -> River:
    name = name_of(table["name"])
    rng = dice.stream(f"river {name.en}")
    line = resample(smooth(metres(table["points"])), 30.0)
    narrow, broad = (float(width) for width in table["widths"])
    part = np.linspace(0, 1, len(line))
    meander = rough(len(line), rng, octaves=3, start=max(4, len(line) // 14)) * np.minimum(1.0, 6 * np.minimum(part, 1 - part))
    line = line + normals(line) * (meander * (34 if broad > 50 else 26))[:, None]
    width = narrow + (broad - narrow) * np.minimum(1.0, part * 1.35) ** 1.1
    mouth = float(table.get("mouth_width", broad))
    width = width + (mouth - broad) * np.clip((part - 0.88) / 0.12, 0, 1) ** 2
    width = width * (1 + 0.1 * rough(len(line), rng, octaves=2, start=30))
    return River(name, LineString(line), _ribbon(line, width).intersection(land), broad > 50)


def _ribbon(line: Line, width: Line) -> BaseGeometry:
    """Return the surface of a stream with changing width."""
    joints = shapely.buffer(shapely.points(line), width / 2, quad_segs=3)
    spans = [shapely.convex_hull(shapely.union(a, b)) for a, b in itertools.pairwise(joints)]
    return shapely.union_all(spans).simplify(1.0)


def _lake(table: Table, dice: Dice) -> Lake:
    name = name_of(table["name"])
    (x, y), (a, b) = table["centre"], table["radii"]
    shape = blob((x * 1000, y * 1000), (a * 1000, b * 1000), table["turn"], dice.stream(f"lake {name.en}"), wobble=0.3)
    return Lake(name, Polygon(smooth(np.asarray(shape.exterior.coords)[:-1], step_m=25, closed=True)), str(table.get("water", "lake")))
