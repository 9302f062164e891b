"""Heights: hills with valleys, flat where the city is, zero at the shore."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage

from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.plan import Line, Plan
from commandcenter.geo.training.water import Water

CELL_M = 80.0


@dataclass(frozen=True, slots=True)
class Terrain:
    """A grid of heights in metres above the sea, and of forest density (above 0 is forest)."""

    xs: NDArray[np.float64]
    ys: NDArray[np.float64]
    heights: NDArray[np.float64]
    dry: NDArray[np.bool_]
    woods: NDArray[np.float64]

    def height(self, points: Line) -> NDArray[np.float64]:
        """Return heights at n×2 points."""
        return np.asarray(ndimage.map_coordinates(self.heights, self._cells(points), order=1, mode="nearest"))

    def _cells(self, points: Line) -> NDArray[np.float64]:
        return np.stack([(points[:, 1] - self.ys[0]) / CELL_M, (points[:, 0] - self.xs[0]) / CELL_M])


def make_terrain(plan: Plan, water: Water, dice: Dice) -> Terrain:
    """Raise the hills of the plan out of the sea and let the rivers cut valleys."""
    west, south, east, north = water.land.bounds
    xs, ys = np.arange(west - 400, east + 400, CELL_M), np.arange(south - 400, north + 400, CELL_M)
    x, y = np.meshgrid(xs, ys)
    shapely.prepare(water.land)
    land = np.asarray(shapely.contains_xy(water.land, x, y), dtype=np.bool_)
    shore_m = ndimage.distance_transform_edt(land) * CELL_M
    rng = dice.stream("terrain")
    noise = fractal(x.shape, rng)
    heights = 26 + 34 * noise
    bent_x, bent_y = (axis + 620 * fractal(x.shape, rng, first=6, octaves=4) for axis in (x, y))  # ridges and coombs instead of cones
    for hill in plan.table["hills"]:
        (cx, cy), radius = hill["at"], hill["radius"] * 1000
        distance = np.hypot(bent_x - cx * 1000, bent_y - cy * 1000) / radius
        heights += hill["height"] * np.exp(-(distance**2) * 1.6) * (1 + 0.28 * noise)
    shapely.prepare(water.wet)
    wet = np.asarray(shapely.contains_xy(water.wet, x, y), dtype=np.bool_)
    valley = ndimage.distance_transform_edt(~wet) * CELL_M
    heights = heights * np.minimum(1.0, shore_m / 900) ** 0.7 * (1 - 0.75 * np.exp(-((valley / 420) ** 2)))
    heights = ndimage.gaussian_filter(np.maximum(heights, 1.0) * land, 1.0)
    woods = fractal(x.shape, dice.stream("woods"), first=10) * 0.9 + (heights - 120) / 260 - 0.32
    woods = np.where((shore_m > 250) & land, woods, -1.0)
    return Terrain(xs, ys, heights, land & ~wet, ndimage.gaussian_filter(woods, 0.8))


def fractal(shape: tuple[int, ...], rng: np.random.Generator, *, first: int = 5, octaves: int = 5) -> NDArray[np.float64]:
    """Return smooth two-dimensional noise in about −1 … 1."""
    total = np.zeros(shape)
    for octave in range(octaves):
        cells = first * 2**octave
        coarse = rng.uniform(-1, 1, (cells + 3, cells + 3))
        fine = ndimage.zoom(coarse, (shape[0] / cells, shape[1] / cells), order=3, mode="reflect", grid_mode=True)
        total += 0.55**octave * fine[: shape[0], : shape[1]]
    return total
