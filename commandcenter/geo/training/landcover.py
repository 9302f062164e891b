"""What covers the ground: residential and industrial land, woods, fields, beaches, contour lines, peaks."""

from __future__ import annotations

import numpy as np
import shapely
import shapely.ops
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.contours import areas_above, level_lines
from commandcenter.geo.training.curves import part_of, polygons_of, simpler
from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.plan import Plan, name_of
from commandcenter.geo.training.quarters import Fabric
from commandcenter.geo.training.sheet import Sheet
from commandcenter.geo.training.terrain import Terrain
from commandcenter.geo.training.water import Water

CONTOUR_STEP_M = 20
FIELD_M = 390.0
COMMONS_M = 260.0
"""Open ground in gaps narrower than twice this, or enclosed by the town, is the town's, not a farmer's."""
LANDUSE = {
    "old": "residential",
    "grid": "residential",
    "inner": "residential",
    "suburb": "residential",
    "village": "residential",
    "campus": "education",
    "industry": "industrial",
}
CROPS = ("farmland", "farmland", "farmland", "farmland", "farmland", "meadow", "meadow", "grass", "orchard")


def draw_landcover(sheet: Sheet, plan: Plan, terrain: Terrain, water: Water, fabric: Fabric, taken: BaseGeometry, dice: Dice) -> None:
    """Draw all land cover; `taken` (parks, airport …) has its own."""
    for use in sorted(set(LANDUSE.values())):
        blocks = [block.shape for block in fabric.blocks if LANDUSE[block.style] == use]
        area = shapely.union_all(shapely.buffer(blocks, 13, cap_style="square", join_style="mitre")).intersection(fabric.built).difference(taken)
        sheet.area(area.buffer(-3).buffer(3).simplify(2.0), {"landuse": use})
    open_land = water.land.buffer(-30).difference(shapely.union_all([fabric.built.buffer(25), water.wet.buffer(12), taken]))
    woods = shapely.union_all(areas_above(terrain.xs, terrain.ys, terrain.woods, 0.0)).buffer(30).buffer(-30).intersection(open_land)
    for wood in polygons_of(woods, 9000):
        sheet.area(wood.simplify(5.0), {"landuse": "forest"} if wood.area > 250_000 else {"natural": "wood"})
    closed = fabric.built.buffer(COMMONS_M, quad_segs=2).buffer(-COMMONS_M, quad_segs=2)
    commons = shapely.union_all([Polygon(part.exterior) for part in polygons_of(closed)])
    meadows = open_land.difference(woods.buffer(14))
    sheet.area(meadows.intersection(commons).buffer(-4).buffer(4).simplify(2.0), {"landuse": "grass"})
    _fields(sheet, terrain, meadows.difference(commons), dice)
    _shore(sheet, water, shapely.union(fabric.built, taken), dice)
    _relief(sheet, plan, terrain)


def _fields(sheet: Sheet, terrain: Terrain, ground: BaseGeometry, dice: Dice) -> None:
    """Divide open ground into fields; high ground is heath."""
    rng = dice.stream("fields")
    fields = shapely.buffer(_strips(ground.bounds, rng), -3, join_style="mitre")
    crops = rng.integers(len(CROPS), size=len(fields))
    shapely.prepare(ground)
    whole, touched = shapely.contains(ground, fields), shapely.intersects(ground, fields)
    cut = np.flatnonzero(touched & ~whole)
    fields[cut] = shapely.simplify(shapely.intersection(fields[cut], ground), 2.0)
    for number in np.flatnonzero(touched).tolist():
        for part in polygons_of(fields[number], 6000):
            height = float(terrain.height(np.array([part.representative_point().coords[0]]))[0])
            sheet.area(part, {"natural": "heath"} if height > 170 else {"landuse": CROPS[crops[number]]})


def _strips(bounds: tuple[float, ...], rng: np.random.Generator) -> NDArray[np.object_]:
    """Return fields: a bent grid of quadrilaterals, each cut into one to four strips along one of its sides, as inheritance leaves them."""
    west, south, east, north = bounds
    x, y = np.meshgrid(np.arange(west - 900, east + 900, FIELD_M), np.arange(south - 900, north + 900, FIELD_M))
    bend_x, bend_y = (260 * np.sin((y + 0.6 * x) / 1900 + phase) + 190 * np.sin((x - 0.8 * y) / 1300 + 2 * phase) for phase in (0.4, 2.3))
    x, y = x + bend_x, y + bend_y
    x, y = (axis + rng.uniform(-0.16, 0.16, axis.shape) * FIELD_M for axis in (x, y))
    corner = np.stack([x, y], axis=-1)
    quads = np.stack([corner[:-1, :-1], corner[:-1, 1:], corner[1:, 1:], corner[1:, :-1]], axis=2).reshape(-1, 4, 2)
    turned = rng.random(len(quads)) < 0.5
    quads[turned] = np.roll(quads[turned], 1, axis=1)
    count = rng.choice([1, 2, 2, 3, 4], size=len(quads))
    owner = np.repeat(np.arange(len(quads)), count)
    step = (np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count))[:, None]
    a, b, c, d = (quads[owner, number] for number in range(4))
    low, high = step / count[owner, None], (step + 1) / count[owner, None]
    return np.asarray(shapely.polygons(np.stack([a + (b - a) * low, a + (b - a) * high, d + (c - d) * high, d + (c - d) * low], axis=1)))


def _shore(sheet: Sheet, water: Water, taken: BaseGeometry, dice: Dice) -> None:
    """Draw beaches along parts of the open coast, away from what is `taken`."""
    rng = dice.stream("shore")
    strip = water.land.difference(water.land.buffer(-26)).difference(taken.buffer(30)).difference(water.wet.buffer(30))
    shore = LineString(water.islands[0].exterior.coords)
    for at in np.arange(0, shore.length, 1500):
        if rng.random() < 0.45:
            zone = part_of(shore, at, min(at + float(rng.uniform(500, 1600)), shore.length)).buffer(45, cap_style="flat")
            sheet.area(zone.intersection(strip).buffer(-3).buffer(3).simplify(1.5), {"natural": "beach", "surface": "sand"})


def _relief(sheet: Sheet, plan: Plan, terrain: Terrain) -> None:
    for level in range(CONTOUR_STEP_M, int(terrain.heights.max()) + 1, CONTOUR_STEP_M):
        for line in level_lines(terrain.xs, terrain.ys, terrain.heights, float(level)):
            if line.length > 350:
                sheet.line(simpler(line, 6.0), {"contour": "elevation", "ele": str(level)})
    for hill in plan.table["hills"]:
        near = np.hypot(*np.meshgrid(terrain.xs - hill["at"][0] * 1000, terrain.ys - hill["at"][1] * 1000)) < 700
        row, column = np.unravel_index(np.argmax(np.where(near, terrain.heights, -1)), near.shape)
        sheet.node(
            terrain.xs[column],
            terrain.ys[row],
            {"natural": "peak", "ele": str(round(float(terrain.heights[row, column]))), **name_of(hill["name"]).tags()},
        )
