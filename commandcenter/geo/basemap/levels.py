"""Levels of detail: each zoom band keeps only the features and the points that its tiles can show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.geo.basemap.batch import HEAD, Batch, join
from commandcenter.geo.basemap.kinds import FIRST_ZOOM, Flag, Kind
from commandcenter.geo.basemap.mercator import units_per_px

Geometries = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Band:
    """A run of zooms that share one simplified copy of the map."""

    top_zoom: int
    """The closest zoom of the band; tolerances are fractions of its pixels."""
    tolerance_px: float
    least_px: float
    """Areas smaller than a square of this side are left out."""
    least_building_px: float = 0.5

    @property
    def tolerance(self) -> float:
        """Greatest deviation from the true line, in units."""
        return self.tolerance_px * units_per_px(self.top_zoom)


BANDS = (
    Band(8, 0.5, 2.0), Band(10, 0.5, 2.0), Band(12, 0.4, 1.5), Band(13, 0.4, 1.5), Band(14, 0.35, 1.2, 4.5), Band(15, 0.3, 1.0, 1.8),
    Band(19, 0.5, 0.5),
)  # fmt: skip
_MAX_AREA_POINTS = 300
_OVERLAP_PX = 0.6
_WHOLE = (Kind.BUILDING,)


def band_of(zoom: int) -> int:
    """Return which band serves a zoom."""
    return next((number for number, band in enumerate(BANDS) if zoom <= band.top_zoom), len(BANDS) - 1)


def simplified(batch: Batch, band: Band) -> Batch:
    """Return what a band shows of a batch: Douglas-Peucker lines, areas without what is too small, large areas split."""
    seen = FIRST_ZOOM[batch.heads["kind"]] <= band.top_zoom
    batch = batch.take(seen)
    kinds = batch.heads["kind"]
    is_line = (kinds >= Kind.CONTOUR) & (kinds < Kind.CITY)
    is_area = kinds < Kind.CONTOUR
    return join([_lines(batch.take(is_line), band), _areas(batch.take(is_area), band), batch.take(~is_line & ~is_area)])


def _lines(batch: Batch, band: Band) -> Batch:
    if not len(batch):
        return batch
    owner = np.repeat(np.arange(len(batch)), batch.heads["points"])
    lines = np.asarray(shapely.linestrings(batch.points.astype(np.float64), indices=owner))
    thin: Geometries = shapely.simplify(lines, band.tolerance, preserve_topology=False)
    boxes = shapely.bounds(thin)
    # Short pieces of road stay: they close gaps between longer ones. Loose short lines can go.
    long = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]) >= band.tolerance
    kept = np.flatnonzero(long | (batch.heads["flags"] & int(Flag.BRIDGE) > 0))
    thin = thin[kept]
    counts = shapely.get_num_coordinates(thin).astype(np.uint32)
    heads = batch.heads[kept].copy()
    heads["points"] = counts
    heads["rings"] = 1
    return Batch(heads, counts, np.rint(shapely.get_coordinates(thin)).astype(np.int32))


def _areas(batch: Batch, band: Band) -> Batch:
    if not len(batch):
        return batch
    ring_of_point = np.repeat(np.arange(len(batch.rings)), batch.rings)
    rings = np.asarray(shapely.linearrings(batch.points.astype(np.float64), indices=ring_of_point))
    owner = np.repeat(np.arange(len(batch)), batch.heads["rings"])
    areas = np.asarray(shapely.polygons(rings, indices=owner))
    least_px = np.where(batch.heads["kind"] == Kind.BUILDING, max(band.least_px, band.least_building_px), band.least_px)
    large = shapely.area(areas) >= (least_px * units_per_px(band.top_zoom)) ** 2
    kept = np.flatnonzero(large)
    thin = shapely.simplify(areas[kept], band.tolerance, preserve_topology=True)
    simple = (shapely.get_num_coordinates(thin) <= _MAX_AREA_POINTS) | np.isin(batch.heads["kind"][kept], _WHOLE)
    pieces: list[shapely.Geometry] = thin[simple].tolist()
    origin = kept[simple].tolist()
    overlap = _OVERLAP_PX * units_per_px(band.top_zoom)
    for area, index in zip(thin[~simple], kept[~simple].tolist(), strict=True):
        parts = list(_split(shapely.make_valid(area), overlap))
        pieces.extend(parts)
        origin.extend([index] * len(parts))
    return of_polygons(np.array(pieces, object), batch.heads[np.array(origin, np.int64)])


def _split(area: shapely.Geometry, overlap: float) -> Iterator[shapely.Polygon]:
    """Yield pieces of few points; they overlap a little so that no seam shows between them."""
    for part in shapely.get_parts(area):
        if not isinstance(part, shapely.Polygon) or part.is_empty:
            continue
        left, top, right, bottom = part.bounds
        width, height = right - left, bottom - top
        if shapely.get_num_coordinates(part) <= _MAX_AREA_POINTS or max(width, height) <= 8 * overlap:
            yield part
            continue
        if width >= height:
            middle = (left + right) / 2
            halves = (shapely.box(left, top, middle + overlap, bottom), shapely.box(middle - overlap, top, right, bottom))
        else:
            middle = (top + bottom) / 2
            halves = (shapely.box(left, top, right, middle + overlap), shapely.box(left, middle - overlap, right, bottom))
        for half in halves:
            yield from _split(shapely.make_valid(shapely.intersection(part, half)), overlap)


def of_polygons(areas: NDArray[np.object_], heads: NDArray[np.void]) -> Batch:
    """Return polygons as a batch: outer rings run one way and holes the other, so that non-zero winding fills them."""
    if not len(areas):
        return join([])
    turned = shapely.orient_polygons(areas)
    rings, owner = shapely.get_rings(turned, return_index=True)
    sizes = shapely.get_num_coordinates(rings).astype(np.uint32)
    new = np.array(heads, HEAD)
    new["rings"] = np.bincount(owner, minlength=len(areas))
    new["points"] = np.bincount(owner, weights=sizes, minlength=len(areas))
    filled = new["points"] > 0
    return Batch(new[filled], sizes, np.rint(shapely.get_coordinates(rings)).astype(np.int32))
