"""A hand-drawn map: the plane is a square of a hundred by a hundred, (0, 0) in the south-west, near 20° E 10° N."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.basemap.batch import Batch
from commandcenter.geo.basemap.features import FeatureIndex
from commandcenter.geo.basemap.kinds import Kind
from commandcenter.geo.basemap.mercator import box_of, to_units
from commandcenter.geo.basemap.sink import GeometrySink
from commandcenter.model.progress import NoProgress

WEST, SOUTH, STEP = 20.0, 10.0, 0.001
Points = Sequence[tuple[float, float]]


class Sheet:
    """Draws onto a sink in plane coordinates."""

    def __init__(self, scratch: Path) -> None:
        self.sink = GeometrySink()
        scratch.mkdir()
        self.sink.begin(scratch)
        self._id = 0

    def node(self, x: float, y: float, **tags: str) -> None:
        self._id += 1
        self.sink.node(self._id, _colons(tags), WEST + x * STEP, SOUTH + y * STEP)

    def way(self, points: Points, **tags: str) -> None:
        self._id += 1
        places = degrees(points)
        self.sink.way(self._id, _colons(tags), np.arange(len(points)), places[:, 0].copy(), places[:, 1].copy())

    def area(self, outer: Points, *holes: Points, **tags: str) -> None:
        self._id += 1
        self.sink.area(self._id, _colons(tags), [(degrees(outer), [degrees(hole) for hole in holes])])

    def frame(self) -> None:
        """Draw a street along the edge, so that the sheet's extent is known."""
        self.way(square(0, 0, 100, 100), highway="residential")


def drawn(folder: Path, draw: Callable[[Sheet], None]) -> FeatureIndex:
    sheet = Sheet(folder / "scratch")
    draw(sheet)
    sheet.sink.finish(folder / "pack", NoProgress())
    return FeatureIndex.open(folder / "pack" / "basemap")


def square(left: float, bottom: float, right: float, top: float) -> list[tuple[float, float]]:
    return [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]


def degrees(points: Points) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([(WEST + x * STEP, SOUTH + y * STEP) for x, y in points])


def at(x: float, y: float) -> shapely.Point:
    """Return a place of the plane in units."""
    (place,) = to_units(np.array([WEST + x * STEP]), np.array([SOUTH + y * STEP]))
    return shapely.Point(place.astype(float))


def whole(index: FeatureIndex, zoom: int = 17) -> Batch:
    return index.query(box_of((WEST - 1, SOUTH - 1, WEST + 1, SOUTH + 1)), zoom)


def shape_of(batch: Batch, *kinds: Kind) -> BaseGeometry:
    """Return the union of all areas of some kinds, holes cut out."""
    areas = []
    for index in np.flatnonzero(np.isin(batch.heads["kind"], kinds)).tolist():
        sizes = batch.rings[batch.ring_starts[index] : batch.ring_starts[index + 1]]
        rings = np.split(batch.line(index), np.cumsum(sizes)[:-1])
        areas.append(shapely.Polygon(rings[0], rings[1:]))
    return shapely.union_all(areas)


def _colons(tags: dict[str, str]) -> dict[str, str]:
    return {key.replace("__", ":"): value for key, value in tags.items()}
