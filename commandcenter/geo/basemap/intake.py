"""Features in degrees on their way to the spill: projected, wound and labelled some thousands at a time, since one by one is ten times slower."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.geo.basemap.batch import HEAD, Batch, starts_of
from commandcenter.geo.basemap.extent import Extent
from commandcenter.geo.basemap.kinds import Kind
from commandcenter.geo.basemap.mercator import WORLD, to_units
from commandcenter.geo.basemap.spill import Spill
from commandcenter.geo.importing.objects import Rings, points_in

_HELD_POINTS = 60_000


@dataclass(frozen=True, slots=True)
class Label:
    """A label that waits for its place inside an area."""

    kind: Kind
    name: int
    rank: int | None
    """`None`: the side of the area in units."""


class Intake:
    """Takes features and passes them on. Not thread-safe."""

    def __init__(self, spill: Spill, extent: Extent) -> None:
        """Pass features on to `spill`; tell `extent` of those that count."""
        self._spill = spill
        self._extent = extent
        self._heads: list[tuple[int, int, int, int, int, int, int]] = []
        self._counts: list[bool] = []
        self._rings: list[NDArray[np.float64]] = []
        self._labels: list[tuple[Rings, Sequence[Label]]] = []
        self._points = 0

    def add(
        self, kind: Kind, rings: Sequence[NDArray[np.float64]], *, layer: int = 0, flags: int = 0, name: int = 0, rank: int = 0, counts: bool = False
    ) -> None:
        """Take a feature; `rings` are n×2 lon/lat, holes after the outer ring. `counts`: the map has substance here."""
        points = sum(map(len, rings))
        self._heads.append((kind, layer, flags, name, rank, len(rings), points))
        self._counts.append(counts)
        self._rings.extend(rings)
        self._hold(points)

    def label(self, area: Rings, labels: Sequence[Label]) -> None:
        """Take labels that shall stand inside an area."""
        self._labels.append((area, labels))
        self._hold(sum(len(outer) for outer, _ in area))

    def _hold(self, points: int) -> None:
        self._points += points
        if self._points > _HELD_POINTS:
            self.flush()

    def flush(self) -> None:
        """Pass on all that waits."""
        self._place_labels()
        self._points = 0
        if not self._heads:
            return
        heads = np.array(self._heads, HEAD)
        sizes = np.array([len(ring) for ring in self._rings], np.uint32)
        flat = np.concatenate(self._rings)
        points = to_units(flat[:, 0], flat[:, 1])
        self._extent.add(points[np.repeat(self._counts, heads["points"])])
        self._spill.extend(Batch(heads, sizes, points[_wound(points, sizes, heads)]))
        self._heads, self._counts, self._rings = [], [], []

    def _place_labels(self) -> None:
        waiting, self._labels = self._labels, []
        for (area, labels), at in zip(waiting, points_in([area for area, _ in waiting]), strict=True):
            for label in labels:
                rank = _side(area, float(at[1])) if label.rank is None else label.rank
                self._heads.append((label.kind, 0, 0, label.name, rank, 1, 1))
                self._counts.append(False)
                self._rings.append(at[None])


def _side(area: Rings, lat: float) -> int:
    """Return the side in units of a square as large as the largest outer ring."""
    degrees2 = max(float(shapely.area(shapely.Polygon(outer))) for outer, _ in area)
    return int(min((degrees2 / np.cos(np.radians(lat))) ** 0.5 * WORLD / 360.0, 2**32 - 1))


def _wound(points: NDArray[np.int32], sizes: NDArray[np.uint32], heads: NDArray[np.void]) -> NDArray[np.int64]:
    """Return the points' new order: holes of areas turned against their outer ring, so that non-zero winding leaves them open."""
    starts = starts_of(sizes)
    ring_of = np.repeat(np.arange(len(sizes)), sizes)
    away = points - points[starts[:-1]][ring_of].astype(np.float64)
    after = np.minimum(np.arange(len(points)) + 1, starts[1:][ring_of] - 1)
    turns = np.add.reduceat(away[:, 0] * away[after, 1] - away[after, 0] * away[:, 1], starts[:-1])
    first_ring = np.zeros(len(sizes), np.bool_)
    first_ring[starts_of(heads["rings"])[:-1]] = True
    is_area = np.repeat(heads["kind"] < Kind.CONTOUR, heads["rings"])
    back = (is_area & ((turns > 0) != first_ring))[ring_of]
    order = np.arange(len(points), dtype=np.int64)
    return np.where(back, (starts[:-1] + starts[1:] - 1)[ring_of] - order, order)
