"""Stations, hospitals, shelters, shops: takes suitable buildings for them; hydrants along the streets."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.geo.training.buildings import Building, outlines
from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.grounds import Ground
from commandcenter.geo.training.names import Namer
from commandcenter.geo.training.network import DRIVABLE, Network
from commandcenter.geo.training.plan import Line, load_table, name_of
from commandcenter.geo.training.sheet import Sheet

HYDRANT_EVERY_M = 420.0


@dataclass(frozen=True, slots=True)
class Use:
    """What a building is used for, as tags that go on the building."""

    building: int
    tags: dict[str, str]


def main_places(buildings: list[Building]) -> tuple[list[Building], list[Use]]:
    """Choose a building for each authored place: the largest with an address near its position; it may grow no further."""
    table = load_table("places.toml")
    shapes = outlines([building.outline for building in buildings])
    centres = shapely.get_coordinates(shapely.centroid(shapes))
    unfit = np.where([bool(building.number) for building in buildings], 0.0, np.inf) - np.sqrt(shapely.area(shapes)) * 7
    uses: list[Use] = []
    for group in table["places"]:
        tags = table["kinds"][group["kind"]]
        for entry in group["names"]:
            away = np.hypot(*(centres - np.array(entry["at"]) * 1000).T)
            best = int(np.argmin(away + unfit))
            unfit[best] = np.inf
            extra = {"capacity": str(80 + 20 * (len(uses) % 9))} if group["kind"] == "shelter" else {}
            uses.append(Use(best, {**tags, **name_of(entry).tags(), **extra}))
            buildings[best] = replace(buildings[best], kind=tags.get("building", "yes"))
    return buildings, uses


def everyday_places(buildings: list[Building], used: set[int], dice: Dice, namer: Namer) -> list[Use]:
    """Spread shops, pubs, doctors … over the quarters that suit them."""
    table = load_table("places.toml")
    by_style: dict[str, list[int]] = defaultdict(list)
    for number, building in enumerate(buildings):
        if building.number and number not in used:
            by_style[building.style].append(number)
    uses = []
    for group in table["everyday"]:
        rng = dice.stream(f"everyday {group['tags']}")
        pool = [number for style in group["styles"] for number in by_style[style] if number not in used]
        for number in rng.choice(pool, size=group["count"], replace=False).tolist():
            used.add(number)
            uses.append(Use(number, {**group["tags"], **namer.made_of(group["endings"], rng).tags()}))
    return uses


def draw_hospitals(sheet: Sheet, grounds: list[Ground]) -> list[shapely.Polygon]:
    """Draw the hospitals' wings and helipads; returns the wings."""
    wings: list[shapely.Polygon] = []
    for ground in grounds:
        if ground.kind != "hospital":
            continue
        middle, size = ground.shape.representative_point(), np.sqrt(ground.shape.area)
        for dx, dy, width, depth in ((-0.2, 0.12, 0.5, 0.12), (-0.2, -0.14, 0.5, 0.12), (0.0, 0.0, 0.12, 0.4)):
            wing = shapely.box(
                *(
                    np.array(
                        [middle.x + (dx - 0.02) * size, middle.y + dy * size, middle.x + (dx - 0.02 + width) * size, middle.y + (dy + depth) * size]
                    )
                )
            )
            if ground.shape.buffer(-4).contains(wing) and not any(wing.intersects(other) for other in wings):
                wings.append(wing)
                sheet.area(wing, {"building": "hospital"})
        x, y = middle.x + 0.34 * size, middle.y - 0.3 * size
        if ground.shape.contains(shapely.Point(x, y)) and ground.beds > 100:
            sheet.node(
                x,
                y,
                {
                    "aeroway": "helipad",
                    "name": f"{ground.name.en} Helipad",
                    "name:en": f"{ground.name.en} Helipad",
                    "name:zh": f"{ground.name.zh}停机坪",
                },
            )
    return wings


def hydrants(network: Network, dice: Dice) -> Line:
    """Return hydrant positions: beside the carriageway, every few hundred metres of built-up street."""
    rng = dice.stream("hydrants")
    spots: list[NDArray[np.float64]] = []
    waiting = HYDRANT_EVERY_M
    for edge in network.edges:
        built = network.streets[edge.street].style in ("old", "grid", "inner", "suburb", "industry", "village", "collector", "arterial", "campus")
        if edge.tags["highway"] not in DRIVABLE or not built or {"bridge", "tunnel"} & edge.tags.keys():
            continue
        waiting -= edge.length_m * rng.uniform(0.7, 1.3)
        if waiting > 0:
            continue
        waiting += HYDRANT_EVERY_M
        middle = len(edge.coords) // 2
        a, b = edge.coords[middle - 1], edge.coords[middle]
        step = (b - a) / max(np.hypot(*(b - a)), 1e-9)
        spots.append((a + b) / 2 + np.array([-step[1], step[0]]) * (5.2 if network.streets[edge.street].style != "old" else 3.2))
    return np.array(spots)
