"""Draws the training region from a seed and writes it as OSM data."""

from __future__ import annotations

from pathlib import Path

import shapely

from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.names import Namer
from commandcenter.geo.training.network import build_network
from commandcenter.geo.training.plan import Name, Plan, load_plan, name_of
from commandcenter.geo.training.quarters import make_fabric
from commandcenter.geo.training.sheet import Sheet
from commandcenter.geo.training.skeleton import make_skeleton
from commandcenter.geo.training.terrain import make_terrain
from commandcenter.geo.training.water import make_water
from commandcenter.model.progress import NoProgress, Progress

STAGES = 8


def write_training_region(target: Path, *, seed: int = 1, progress: Progress | None = None) -> None:
    """Write the invented city as `.osm.pbf` (or any format that the file's ending names).

    Equal seeds give equal files. Raises `Cancelled` when the person has cancelled. Takes seconds; safe in any thread.
    """
    progress = progress or NoProgress()
    plan, dice = load_plan(), Dice(seed)
    progress.report("land", 0, STAGES)
    water = make_water(plan, dice)
    make_terrain(plan, water, dice)
    progress.report("roads", 1, STAGES)
    skeleton = make_skeleton(plan, water)
    sea = shapely.box(-20000, -20000, 20000, 20000).difference(water.land.buffer(-30))
    barriers = shapely.union_all([water.wet.buffer(20), skeleton.motorway.buffer(45), sea])
    fabric = make_fabric(plan, skeleton.ground, barriers, dice, Namer(dice, _taken(plan)))
    network = build_network([*skeleton.ground, *fabric.streets], skeleton.raised)
    progress.report("writing", 7, STAGES)
    sheet = Sheet(plan.origin)
    for island in water.islands:
        sheet.ring(island.exterior.coords, {"natural": "coastline"})
    for river in water.rivers:
        sheet.area(river.surface, {"natural": "water", "water": "river", **river.name.tags()})
        sheet.line(river.line, {"waterway": "river" if river.wide else "stream", **river.name.tags()})
    for lake in water.lakes:
        sheet.area(lake.surface, {"natural": "water", "water": lake.kind, **lake.name.tags()})
    sheet.roads(network)
    for quarter in (*plan.quarters, *plan.villages):
        sheet.node(*quarter.at, {"place": quarter.place, "population": str(quarter.population), **quarter.name.tags()})
    sheet.write(target)


def _taken(plan: Plan) -> list[Name]:
    return [name_of(table["name"]) for key in ("roads", "railways", "grounds") for table in plan.table[key]]
