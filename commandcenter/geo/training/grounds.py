"""Open ground inside the city: parks, cemeteries, pitches, hospital grounds. Streets go around it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
import shapely.ops
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.curves import blob, bow, lines_of, polygons_of, simpler, smooth
from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.names import Namer
from commandcenter.geo.training.network import Street
from commandcenter.geo.training.plan import Name, Plan, name_of

GROUND_TAGS = {
    "park": {"leisure": "park"},
    "cemetery": {"landuse": "cemetery"},
    "stadium": {"leisure": "sports_centre", "sport": "soccer"},
    "pitch": {"leisure": "recreation_ground", "landuse": "recreation_ground"},
    "golf": {"leisure": "golf_course"},
    "hospital": {"amenity": "hospital", "emergency": "yes", "healthcare": "hospital"},
    "chemical": {"landuse": "industrial", "industrial": "chemical", "man_made": "works", "product": "chemicals"},
    "railyard": {"landuse": "railway"},
}
FIELDS = {"stadium": [(-50, -32)], "pitch": [(-160, -32), (-50, -32), (60, -32), (-110, 38), (0, 38), (-110, -102), (0, -102)]}
RINGED = ("park", "cemetery", "hospital", "stadium", "pitch", "chemical")


@dataclass(frozen=True, slots=True)
class Ground:
    """One piece of open ground."""

    name: Name
    kind: str
    shape: Polygon
    beds: int

    def tags(self) -> dict[str, str]:
        """Return the OSM tags of its area."""
        return {**GROUND_TAGS[self.kind], **self.name.tags(), **({"beds": str(self.beds), "capacity:beds": str(self.beds)} if self.beds else {})}


def make_grounds(plan: Plan, roads: list[Street], blocked: BaseGeometry, dice: Dice) -> list[Ground]:
    """Shape each ground of the plan so that it keeps clear of the big roads, rails and water."""
    clear = shapely.union_all([road.line.buffer(20) for road in roads]).union(blocked)
    grounds = []
    for table in plan.table["grounds"]:
        name = name_of(table["name"])
        (x, y), (a, b) = table["at"], table["radii"]
        rng = dice.stream(f"ground {name.en}")
        shape = blob((x * 1000, y * 1000), (a * 1000, b * 1000), float(rng.uniform(0, 180)), rng, wobble=0.22)
        rounded = Polygon(smooth(np.asarray(shape.exterior.coords)[:-1], step_m=20, closed=True)).difference(clear)
        grounds.append(Ground(name, table["kind"], polygons_of(rounded)[0].buffer(-4).buffer(4), int(table.get("beds", 0))))
    return grounds


def ring_roads(grounds: list[Ground], roads: list[Street], namer: Namer) -> list[Street]:
    """Return the streets around the grounds; where a big road runs along, that one serves."""
    near = shapely.union_all([road.line for road in roads])
    zone = near.buffer(42)
    streets = []
    for ground in grounds:
        if ground.kind not in RINGED:
            continue
        ring = LineString(ground.shape.buffer(8).exterior.coords)
        name = namer.name("collector")
        pieces = lines_of(shapely.line_merge(ring.difference(zone)) if ring.intersects(zone) else ring, 60)
        for piece in pieces:
            line = piece if piece.is_closed else LineString([_reach(piece.coords[0], near), *piece.coords, _reach(piece.coords[-1], near)])
            streets.append(Street(simpler(line, 1.0), "residential", name, {"maxspeed": "30", "surface": "asphalt"}, style="park"))
    return streets


def _reach(end: tuple[float, ...], near: BaseGeometry) -> tuple[float, float]:
    """Return a point just beyond the nearest big road."""
    target = near.interpolate(near.project(Point(end))) if near.geom_type == "LineString" else shapely.ops.nearest_points(near, Point(end))[0]
    dx, dy = target.x - end[0], target.y - end[1]
    far = max(np.hypot(dx, dy), 1e-9)
    return target.x + dx / far * 6, target.y + dy / far * 6


def fittings(ground: Ground) -> list[tuple[Polygon, dict[str, str]]]:
    """Return what stands on a ground: playing fields with their lines, stands, tanks and halls, with tags."""
    x, y = ground.shape.representative_point().coords[0]
    if ground.kind == "chemical":
        tank, hall = {"building": "storage_tank", "man_made": "storage_tank", "content": "solvent"}, {"building": "industrial"}
        wanted = [(Point(x + dx, y + dy).buffer(11, quad_segs=4), tank) for dx in (-90, -60, -30) for dy in (-45, -15, 15, 45)]
        wanted.extend((shapely.box(x + 5, y + dy, x + 95, y + dy + 32), hall) for dy in (-60, -16, 28))
    elif ground.kind in ("pitch", "stadium"):
        wanted = [(shapely.box(x + dx, y + dy, x + dx + 100, y + dy + 64), {"leisure": "pitch", "sport": "soccer"}) for dx, dy in FIELDS[ground.kind]]
        if ground.kind == "stadium":
            wanted.extend((shapely.box(x - 55, y + dy, x + 55, y + dy + 18), {"building": "grandstand"}) for dy in (-60, 42))
    else:
        wanted = []
    return [(shape, tags) for shape, tags in wanted if ground.shape.contains(shape)]


def paths(grounds: list[Ground], dice: Dice) -> list[LineString]:
    """Return winding footpaths through parks and cemeteries."""
    rng = dice.stream("paths")
    found = []
    for ground in grounds:
        if ground.kind not in ("park", "cemetery", "golf"):
            continue
        ring = ground.shape.exterior
        for number in range(5 if ground.kind == "park" else 2):
            start = float(rng.uniform(0, ring.length))
            ends = [np.asarray(ring.interpolate(at % ring.length).coords[0]) for at in (start, start + ring.length * float(rng.uniform(0.35, 0.6)))]
            found.extend(
                lines_of(LineString(bow(ends[0], ends[1], (-1) ** number * float(rng.uniform(0.05, 0.3)), 14)).intersection(ground.shape), 60)
            )
        found.append(
            LineString(
                ground.shape.buffer(-35).exterior.coords
                if not ground.shape.buffer(-35).is_empty and ground.shape.buffer(-35).geom_type == "Polygon"
                else ring.coords
            )
        )
    return found
