"""Fills the ground between the big roads with streets: collectors first, then blocks in the manner of each quarter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.curves import blob, bow, corners_of, lines_of, polygons_of, stretch_ends
from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.names import Namer
from commandcenter.geo.training.network import Street
from commandcenter.geo.training.plan import Line, Plan, Quarter
from commandcenter.geo.training.suburbs import inner_roads

OVERSHOOT_M = 7.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How a quarter is laid out."""

    block_m2: float
    sag: float
    """How much its streets bend (share of their length)."""
    skew_deg: float
    """How far off a right angle its crossings are."""
    highway: str
    maxspeed: str
    one_way: float
    """Share of one-way streets."""
    inner: float
    """Share of blocks with a cul-de-sac or crescent inside."""


MANNERS = {
    "old": Manner(3900, 0.06, 9, "living_street", "20", 0.25, 0.0),
    "grid": Manner(9500, 0.008, 2, "residential", "30", 0.45, 0.0),
    "inner": Manner(10500, 0.03, 7, "residential", "30", 0.3, 0.12),
    "suburb": Manner(21000, 0.085, 9, "residential", "30", 0.0, 0.9),
    "campus": Manner(19000, 0.04, 8, "service", "20", 0.0, 0.3),
    "industry": Manner(42000, 0.01, 4, "unclassified", "50", 0.0, 0.2),
    "village": Manner(14500, 0.1, 12, "residential", "30", 0.0, 0.35),
}


@dataclass(frozen=True, slots=True)
class Block:
    """Ground enclosed by streets, with its quarter."""

    shape: Polygon
    style: str
    quarter: Quarter


@dataclass(slots=True)
class Fabric:
    """Streets and blocks of all quarters; `built` is the ground they cover."""

    streets: list[Street]
    blocks: list[Block]
    built: BaseGeometry


def make_fabric(plan: Plan, roads: list[Street], barriers: BaseGeometry, dice: Dice, namer: Namer) -> Fabric:
    """Lay out every quarter and village inside the faces that the big roads leave; nothing on `barriers`."""
    rng = dice.stream("quarters")
    settlements = [*plan.quarters, *plan.villages]
    lines = shapely.union_all([road.line for road in roads])
    town = shapely.union_all([_disc(place, 1.16, rng) for place in plan.quarters]).buffer(330).buffer(-330)
    ribbon = lines.buffer(130, quad_segs=2)
    ribbons = [
        _disc(place, 0.85 if place.place == "town" else 0.72, rng).union(_disc(place, 1.15, rng).intersection(ribbon)) for place in plan.villages
    ]
    built = shapely.union_all([town, *ribbons]).buffer(40).buffer(-40).difference(barriers)
    cuts = shapely.union_all([road.line for road in roads]).buffer(0.6, cap_style="flat")
    fabric = Fabric([], [], built)
    for face in polygons_of(built.difference(cuts), 2500):
        _fill(face, settlements, fabric, rng, namer)
    return fabric


def _disc(place: Quarter, size: float, rng: np.random.Generator) -> Polygon:
    """Return the irregular patch of ground around a quarter's centre."""
    return blob(place.at, (place.reach_m * size * 1.04, place.reach_m * size * 0.92), float(rng.uniform(0, 180)), rng, wobble=0.3)


def _nearest(shape: Polygon, settlements: list[Quarter]) -> Quarter:
    at = shape.representative_point()
    return min(settlements, key=lambda place: np.hypot(at.x - place.at[0], at.y - place.at[1]) / place.reach_m)


def _fill(face: Polygon, settlements: list[Quarter], fabric: Fabric, rng: np.random.Generator, namer: Namer) -> None:
    """Collectors split a large face; each part is then filled by the manner of its quarter."""
    collectors, parts = split(face, 230_000, 0.06, 8, rng)
    for line in collectors:
        fabric.streets.append(
            Street(
                line,
                "tertiary" if line.length > 700 else "unclassified",
                namer.name("collector"),
                {"maxspeed": "50", "surface": "asphalt"},
                style="collector",
            )
        )
    for part in parts:
        quarter = _nearest(part, settlements)
        manner = MANNERS[quarter.style]
        lines, blocks = grid(part, manner, rng) if quarter.style == "grid" else split(part, manner.block_m2, manner.sag, manner.skew_deg, rng)
        for line in lines:
            fabric.streets.append(_street(line, quarter.style, manner, rng, namer))
        for block in blocks:
            fabric.blocks.append(Block(block, quarter.style, quarter))
            if rng.random() < manner.inner and block.area > 6000:
                for inner, kind in inner_roads(block, rng):
                    name = namer.name(kind if quarter.style in ("suburb", "inner") else quarter.style)
                    fabric.streets.append(
                        Street(inner, manner.highway, name, {"maxspeed": manner.maxspeed, "surface": "asphalt"}, kept=True, style=quarter.style)
                    )


def _street(line: LineString, style: str, manner: Manner, rng: np.random.Generator, namer: Namer) -> Street:
    tags = {"maxspeed": manner.maxspeed, "surface": "sett" if style == "old" and rng.random() < 0.7 else "asphalt"}
    if rng.random() < manner.one_way and line.length > 90:
        tags["oneway"] = "yes"
        line = shapely.reverse(line) if rng.random() < 0.5 else line
    highway = "unclassified" if style in ("suburb", "inner") and line.length > 520 else manner.highway
    return Street(line, highway, namer.name(style), tags, style=style)


def split(face: Polygon, target_m2: float, sag: float, skew_deg: float, rng: np.random.Generator) -> tuple[list[LineString], list[Polygon]]:
    """Halve a face across its longer side again and again until its parts are about `target_m2`.

    Source of the idea: Vanegas et al., "Procedural generation of parcels in urban modeling", CGF 2012.
    """
    lines: list[LineString] = []
    done: list[Polygon] = []
    waiting = [face]
    while waiting:
        part = waiting.pop()
        if part.area < target_m2 * rng.uniform(0.9, 1.75):
            done.append(part)
            continue
        cut = _across(part, sag, skew_deg, rng)
        pieces = polygons_of(part.difference(cut.buffer(0.3, cap_style="flat", join_style="bevel")), 400)
        if len(pieces) < 2:
            done.append(part)
            continue
        inside = [line for line in lines_of(cut.intersection(part)) if line.length > 25]
        lines.extend(LineString(stretch_ends(np.asarray(line.coords), OVERSHOOT_M)) for line in inside)
        waiting.extend(pieces)
    return lines, done


def _across(part: Polygon, sag: float, skew_deg: float, rng: np.random.Generator) -> LineString:
    """Return a slightly bent line across the middle of the longer side."""
    centre, along, across, long_m, wide_m = _box(part)
    turn = np.radians(rng.normal(0, skew_deg))
    cos, sin = np.cos(turn), np.sin(turn)
    direction = np.array([across[0] * cos - across[1] * sin, across[0] * sin + across[1] * cos])
    middle = centre + along * long_m * rng.uniform(-0.14, 0.14)
    reach = wide_m * 0.75 + 60
    return LineString(bow(middle - direction * reach, middle + direction * reach, float(rng.normal(0, sag))))


def _box(part: Polygon) -> tuple[Line, Line, Line, float, float]:
    """Return centre, unit long side, unit short side and both lengths of the smallest rectangle around a shape."""
    corners = corners_of(part)
    one, two = corners[1] - corners[0], corners[2] - corners[1]
    long, short = (one, two) if np.hypot(*one) >= np.hypot(*two) else (two, one)
    long_m, short_m = float(np.hypot(*long)), float(np.hypot(*short))
    middle = np.asarray(part.centroid.coords[0])
    return middle, long / long_m, short / max(short_m, 1e-9), long_m, short_m


def grid(face: Polygon, manner: Manner, rng: np.random.Generator) -> tuple[list[LineString], list[Polygon]]:
    """Fill a face with a 19th-century grid: streets across the whole face, block lengths that vary, some gaps."""
    centre, along, across, long_m, wide_m = _box(face)
    centre = corners_of(face)[:4].mean(axis=0)
    depth = np.sqrt(manner.block_m2 / 1.5)
    rows, columns = max(1, round(wide_m / depth)), max(1, round(long_m / (depth * 1.5)))
    lines: list[LineString] = []
    for axis, other, count, span, reach in ((along, across, rows, wide_m, long_m), (across, along, columns, long_m, wide_m)):
        for number in range(1, count):
            at = centre + other * (number / count - 0.5 + rng.normal(0, 0.1 / count)) * span
            drawn = LineString(bow(at - axis * (reach / 2 + 80), at + axis * (reach / 2 + 80), float(rng.normal(0, manner.sag))))
            lines.extend(line for line in lines_of(drawn.intersection(face)) if line.length > 45)
    blocks = polygons_of(face.difference(shapely.union_all([line.buffer(0.4, quad_segs=1) for line in lines])), 400) if lines else [face]
    return [LineString(stretch_ends(np.asarray(line.coords), OVERSHOOT_M)) for line in lines], blocks
