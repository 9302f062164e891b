"""Airport, port, ferries, breakwaters, the market square and the town wall."""

from __future__ import annotations

import numpy as np
import shapely
import shapely.ops
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.curves import beside, part_of, smooth
from commandcenter.geo.training.network import Network, Street
from commandcenter.geo.training.plan import Line, Name, Plan, metres, name_of
from commandcenter.geo.training.sheet import Sheet
from commandcenter.geo.training.water import Water

SQUARE = Name("Market Square", "集市广场")
WALKING_TAGS = {"motor_vehicle": "destination", "emergency": "yes", "surface": "sett"}


def airport_ground(plan: Plan) -> Polygon:
    """Return the airport's outline."""
    return Polygon(metres(plan.table["airport"]["outline"]))


def airport_road(roads: list[Street]) -> Street:
    """Return the road from the nearest big road to the terminal."""
    course = metres([[-7.2, -0.55], [-7.35, -0.8], [-7.7, -0.94], [-8.15, -1.03]])
    start = shapely.ops.nearest_points(shapely.union_all([road.line for road in roads if road.style == "arterial"]), Point(course[0]))[0]
    toward = (np.array(start.coords[0]) - course[0]) / start.distance(Point(course[0]))
    line = LineString(smooth(np.vstack([np.array(start.coords[0]) + toward * 6, course])))
    return Street(
        line, "secondary", Name("Terminal Road", "航站楼路"), {"maxspeed": "50", "lanes": "2", "surface": "asphalt"}, kept=True, style="airport"
    )


def draw_airport(sheet: Sheet, plan: Plan) -> BaseGeometry:
    """Draw runway, taxiway, apron, terminal and helipad; returns the buildings' ground."""
    table = plan.table["airport"]
    runway = LineString(metres(table["runway"]))
    sheet.area(airport_ground(plan), {"aeroway": "aerodrome", "iata": "MRW", **name_of(table["name"]).tags()})
    sheet.line(runway, {"aeroway": "runway", "ref": "07/25", "surface": "asphalt", "width": "45"})
    taxi = beside(runway, 170)
    sheet.line(taxi, {"aeroway": "taxiway"})
    for part in (0.02, 0.35, 0.7, 0.98):
        sheet.line(LineString([runway.interpolate(part, normalized=True), taxi.interpolate(part, normalized=True)]), {"aeroway": "taxiway"})
    side = part_of(taxi, taxi.length * 0.62, taxi.length * 0.92)
    apron = Polygon([*side.coords, *beside(side, 110).coords[::-1]])
    sheet.area(apron, {"aeroway": "apron"})
    front = beside(part_of(side, 120, 330), 116)
    terminal = Polygon([*front.coords, *beside(front, 38).coords[::-1]])
    sheet.area(terminal, {"aeroway": "terminal", "building": "transportation", "name": "Terminal", "name:en": "Terminal", "name:zh": "航站楼"})
    pad = taxi.interpolate(0.3, normalized=True)
    sheet.node(pad.x, pad.y + 60, {"aeroway": "helipad", "name": "Airport Helipad", "name:en": "Airport Helipad", "name:zh": "机场直升机坪"})
    return terminal


def draw_port(sheet: Sheet, plan: Plan, water: Water) -> list[Polygon]:
    """Draw quays, cranes, container stacks, the marina and breakwaters; returns the stacks' ground."""
    harbour = plan.table["harbour"]
    for line in water.breakwaters:
        sheet.area(line.buffer(9), {"man_made": "breakwater"})
    sheet.area(
        Polygon(metres(harbour["marina"])).buffer(-6),
        {"leisure": "marina", "name": "Seaview Marina", "name:en": "Seaview Marina", "name:zh": "望海游艇码头"},
    )
    for y in (-2.95, -2.85):
        sheet.line(metres([[-0.71, y], [-0.42, y + 0.02]]), {"man_made": "pier"})
    names = [Name("Old Quay", "老码头"), Name("Timber Quay", "木材码头"), Name("Container Terminal", "集装箱码头")]
    for points, name in zip(harbour["piers"], names, strict=True):
        middle = Polygon(metres(points)).centroid
        sheet.node(middle.x, middle.y, {"man_made": "quay", **name.tags()})
    stacks = []
    for x in range(3360, 4000, 130):
        for y in range(-2880, -2250, 62):
            stack = shapely.box(x, y, x + 95, y + 30)
            stacks.append(stack)
            sheet.area(stack, {"building": "storage_tank" if y > -2330 and x > 3700 else "container"})
    for x in range(3420, 4050, 150):
        sheet.node(x, -2935, {"man_made": "crane", "crane:type": "portal_crane"})
    return stacks


def port_ground(sheet: Sheet, water: Water, built: BaseGeometry) -> BaseGeometry:
    """Draw the port's land between the city and the quays, and return it."""
    ground = water.land.intersection(shapely.box(1250, -3400, 4420, -1800)).difference(built)
    sheet.area(ground, {"landuse": "industrial", "industrial": "port"})
    return ground


def port_roads() -> list[Street]:
    """Return the roads on the piers."""
    tags = {"access": "private", "maxspeed": "30", "surface": "concrete"}
    lines = [
        [[3.29, -1.55], [3.3, -2.0], [3.3, -2.9]], [[3.3, -2.2], [4.06, -2.2]], [[4.06, -2.2], [4.06, -2.9], [3.3, -2.9]],
        [[1.94, -1.76], [1.94, -2.25], [1.95, -2.66]], [[2.62, -1.66], [2.62, -2.1], [2.63, -2.6]],
    ]  # fmt: skip
    return [Street(LineString(metres(line)), "service", None, tags, kept=True, style="quay") for line in lines]


def draw_ferries(sheet: Sheet, network: Network, ids: np.ndarray) -> None:
    """Draw the car ferry over the river mouth and the passenger ferry to the islet's coast."""
    ends = [_nearest(network, np.array(at) * 1000.0) for at in ((1.3, -1.95), (0.3, -2.2))]
    name = Name("Harbour Ferry", "港湾渡轮")
    middle = sheet.node(780, -2080)
    sheet.way(
        [int(ids[ends[0]]), middle, int(ids[ends[1]])],
        {"route": "ferry", "motor_vehicle": "yes", "duration": "00:09", "maxspeed": "8", **name.tags()},
    )


def _nearest(network: Network, at: Line) -> int:
    return int(np.argmin(np.hypot(*(network.nodes - at).T)))


def square_shape(plan: Plan) -> Polygon:
    """Return the market square."""
    x, y = np.array(plan.table["place"]["centre"]) * 1000
    return Polygon([(x - 48, y - 30), (x + 44, y - 38), (x + 52, y + 30), (x - 38, y + 36)])


def square_street(plan: Plan) -> Street:
    """Return the walking street around the market square."""
    return Street(
        LineString(square_shape(plan).buffer(4, join_style="mitre").exterior.coords), "pedestrian", SQUARE, dict(WALKING_TAGS), style="square"
    )


def draw_wall(sheet: Sheet, roads: list[Street], plan: Plan) -> None:
    """Draw what is left of the town wall, inside the wall ring, and the square."""
    ring = Polygon(next(road.line for road in roads if road.name and road.name.en == "Wall Ring").coords)
    gaps = shapely.union_all([road.line.buffer(60) for road in roads if road.name and road.name.en != "Wall Ring"])
    for number, part in enumerate(shapely.get_parts(ring.buffer(-17).exterior.difference(gaps))):
        if part.length > 90 and number % 3:
            sheet.line(part, {"historic": "citywalls", "barrier": "city_wall"})
    sheet.area(square_shape(plan), {"highway": "pedestrian", "area": "yes", "place": "square", "surface": "sett", **SQUARE.tags()})
