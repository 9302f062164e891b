"""Draws the training region from a seed and writes it as OSM data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training import infrastructure, traffic
from commandcenter.geo.training.buildings import Building, make_buildings
from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.grounds import Ground, fittings, make_grounds, paths, ring_roads
from commandcenter.geo.training.landcover import draw_landcover
from commandcenter.geo.training.names import Namer
from commandcenter.geo.training.network import Network, build_network
from commandcenter.geo.training.places import draw_hospitals, everyday_places, hydrants, main_places
from commandcenter.geo.training.plan import Name, Plan, load_plan, name_of
from commandcenter.geo.training.quarters import Fabric, make_fabric
from commandcenter.geo.training.rail import Rail, draw_rails, draw_tram, level_crossings, make_rails, under_rails
from commandcenter.geo.training.roundabouts import make_roundabouts
from commandcenter.geo.training.rural import make_rural
from commandcenter.geo.training.sheet import Sheet
from commandcenter.geo.training.skeleton import Skeleton, make_skeleton, with_bridges
from commandcenter.geo.training.terrain import Terrain, make_terrain
from commandcenter.geo.training.water import Water, make_water
from commandcenter.model.progress import NoProgress, Progress

STAGES = 8


@dataclass(frozen=True, slots=True)
class City:
    """Everything that was laid out, before it is drawn."""

    plan: Plan
    water: Water
    terrain: Terrain
    rails: list[Rail]
    skeleton: Skeleton
    grounds: list[Ground]
    fabric: Fabric
    network: Network


def write_training_region(target: Path, *, seed: int = 1, progress: Progress | None = None) -> None:
    """Write the invented city as `.osm.pbf` (or any format that the file's ending names).

    Equal seeds give equal files. Raises `Cancelled` when the person has cancelled. Takes seconds; safe in any thread.
    """
    progress = progress or NoProgress()
    dice = Dice(seed)
    plan = load_plan()
    namer = Namer(dice, _taken(plan))
    city = lay_out(plan, dice, namer, progress)
    sheet = draw(city, dice, namer, progress)
    progress.report("writing", 7, STAGES)
    sheet.write(target, plan.table["place"]["drawn"])
    progress.report("writing", STAGES, STAGES)


def lay_out(plan: Plan, dice: Dice, namer: Namer, progress: Progress) -> City:
    """Decide where land, water, roads and quarters are."""
    progress.report("land", 0, STAGES)
    water = make_water(plan, dice)
    terrain = make_terrain(plan, water, dice)
    rails = make_rails(plan)
    skeleton = make_skeleton(plan, water)
    tracks = shapely.union_all([rail.line for rail in rails])
    grounds = make_grounds(plan, skeleton.ground, shapely.union_all([water.wet.buffer(18), tracks.buffer(16), skeleton.motorway.buffer(45)]), dice)
    progress.report("streets", 1, STAGES)
    big = [
        *under_rails([*skeleton.ground, infrastructure.airport_road(skeleton.ground)], rails),
        *ring_roads(grounds, skeleton.ground, namer),
        *infrastructure.port_roads(),
        infrastructure.square_street(plan),
    ]
    barriers = _barriers(plan, water, skeleton, tracks, grounds)
    town = shapely.union_all([shapely.Point(quarter.at).buffer(quarter.reach_m * 0.9) for quarter in plan.quarters])
    country = make_rural(plan, terrain, big, shapely.union_all([barriers, town]), dice, namer)
    rural = [piece for road in country for piece in with_bridges(road, water.wet, [])]
    progress.report("quarters", 2, STAGES)
    fabric = make_fabric(plan, [*big, *rural], barriers, dice, namer)
    progress.report("junctions", 3, STAGES)
    network = build_network([*big, *rural, *fabric.streets], skeleton.raised)
    traffic.trim_fringe(network, fabric.built, dice)
    centre = np.array(plan.table["place"]["centre"]) * 1000
    traffic.furnish(network, dice, centre)
    make_roundabouts(network)
    traffic.mend_one_ways(network)
    return City(plan, water, terrain, rails, skeleton, grounds, fabric, network)


def _barriers(plan: Plan, water: Water, skeleton: Skeleton, tracks: BaseGeometry, grounds: list[Ground]) -> BaseGeometry:
    """Return where no local street may run."""
    west, south, east, north = water.land.bounds
    sea = shapely.box(west - 5000, south - 5000, east + 5000, north + 5000).difference(water.land.buffer(-32))
    harbour = shapely.box(1400, -3500, 4400, -1990)
    airport = infrastructure.airport_ground(plan).union(infrastructure.square_shape(plan))
    ways = [skeleton.motorway.buffer(48), *(street.line.buffer(20) for street in skeleton.ground if street.highway == "motorway_link")]
    return shapely.union_all([water.wet.buffer(17), tracks.buffer(18), sea, harbour, airport, *ways, *(ground.shape for ground in grounds)])


def draw(city: City, dice: Dice, namer: Namer, progress: Progress) -> Sheet:
    """Draw the city as OSM objects."""
    plan, network = city.plan, city.network
    sheet = Sheet(plan.origin)
    progress.report("buildings", 4, STAGES)
    _draw_water(sheet, city.water)
    rails = level_crossings(sheet, network, city.rails)
    for (x, y), tags in network.vertex_tags.items():
        sheet.fix(x, y, tags)
    restrictions = traffic.turn_restrictions(network, dice)
    way_of, ids = sheet.roads(network, frozenset(node for rule in restrictions for node in traffic.ends_at(network, rule)))
    for rule in restrictions:
        traffic.draw_restriction(sheet, rule, way_of, ids)
    draw_rails(sheet, rails, network, city.water.wet)
    draw_tram(sheet, plan, city.skeleton.ground)
    infrastructure.draw_ferries(sheet, network, ids)
    infrastructure.draw_wall(sheet, city.skeleton.ground, plan)
    own = [infrastructure.draw_airport(sheet, plan), *infrastructure.draw_port(sheet, plan, city.water), *draw_hospitals(sheet, city.grounds)]
    _draw_buildings(sheet, city, dice, namer, own)
    progress.report("land cover", 6, STAGES)
    for ground in city.grounds:
        sheet.area(ground.shape, ground.tags())
        for shape, tags in fittings(ground):
            sheet.area(shape, tags)
    for path in paths(city.grounds, dice):
        sheet.line(path, {"highway": "footway", "surface": "gravel"})
    roads = [road.line.buffer(8) for road in city.skeleton.ground if "bridge" not in road.tags]
    own_ground = [
        infrastructure.airport_ground(plan),
        infrastructure.port_ground(sheet, city.water, city.fabric.built),
        *(ground.shape for ground in city.grounds),
    ]
    tracks = shapely.union_all([rail.line for rail in city.rails]).buffer(11)
    taken = shapely.union_all([*own_ground, *roads, tracks, city.skeleton.motorway.buffer(26)])
    _draw_verges(sheet, city, shapely.union_all(own_ground))
    draw_landcover(sheet, plan, city.terrain, city.water, city.fabric, taken, dice)
    _draw_names(sheet, plan)
    return sheet


def _draw_water(sheet: Sheet, water: Water) -> None:
    for island in water.islands:
        sheet.ring(island.exterior.coords, {"natural": "coastline"})
    for river in water.rivers:
        sheet.area(river.surface, {"natural": "water", "water": "river"})
        sheet.line(river.line, {"waterway": "river" if river.wide else "stream", **river.name.tags()})
    for lake in water.lakes:
        sheet.area(lake.surface, {"natural": "water", "water": lake.kind, **lake.name.tags()})


def _draw_buildings(sheet: Sheet, city: City, dice: Dice, namer: Namer, own: list[BaseGeometry]) -> None:
    """Draw houses with their addresses and uses, and the hydrants."""
    tracks = shapely.union_all([rail.line for rail in city.rails])
    shore = shapely.box(*city.water.land.buffer(3000).bounds).difference(city.water.land.buffer(-9))
    kept_free = [ground.shape for ground in city.grounds]
    blocked = shapely.union_all(
        [
            city.water.wet.buffer(7),
            tracks.buffer(13),
            shore,
            *kept_free,
            *own,
            city.skeleton.motorway.buffer(30),
            infrastructure.square_shape(city.plan),
            infrastructure.airport_ground(city.plan),
        ]
    )
    buildings, uses = main_places(make_buildings(city.plan, city.network, city.fabric.built.buffer(14), blocked, dice))
    uses = [*uses, *everyday_places(buildings, {use.building for use in uses}, dice, namer)]
    use_of = {use.building: use.tags for use in uses}
    for number, building in enumerate(buildings):
        sheet.ring(
            [*building.outline.tolist(), building.outline[0].tolist()], {"building": building.kind, **_address(building), **use_of.get(number, {})}
        )
    for x, y in hydrants(city.network, dice):
        sheet.node(x, y, {"emergency": "fire_hydrant", "fire_hydrant:type": "pillar"})


def _address(building: Building) -> dict[str, str]:
    if not building.number or building.street is None:
        return {}
    return {"addr:housenumber": building.number, "addr:street": building.street.en}


def _draw_verges(sheet: Sheet, city: City, taken: BaseGeometry) -> None:
    """Draw the grass along the motorway and the banks of the streams in town."""
    streams = shapely.union_all([river.surface for river in city.water.rivers if not river.wide])
    near_town = city.fabric.built.buffer(40)
    banks = streams.buffer(17).intersection(near_town).difference(city.water.wet)
    verge = city.skeleton.motorway.buffer(46).difference(city.water.wet.buffer(4))
    sheet.area(shapely.union(banks, verge).difference(shapely.union(taken, city.fabric.built)).simplify(1.0), {"landuse": "grass"})


def _draw_names(sheet: Sheet, plan: Plan) -> None:
    """Name the island, the city, its quarters and the villages."""
    place = plan.table["place"]
    x, y = place["centre"]
    sheet.node(x * 1000, y * 1000, {"place": "city", "population": str(place["population"]), "capital": "4", **name_of(place["name"]).tags()})
    sheet.node(-2600, 7200, {"place": "island", **name_of(place["island"]).tags()})
    for quarter in (*plan.quarters, *plan.villages):
        sheet.node(*quarter.at, {"place": quarter.place, "population": str(quarter.population), **quarter.name.tags()})


def _taken(plan: Plan) -> list[Name]:
    return [name_of(table["name"]) for key in ("roads", "railways", "grounds") for table in plan.table[key]]
