"""What stands in an area, counted from the region's map: buildings, house numbers, and places where many people are.

The map knows buildings, not people. Whoever wants people multiplies the addresses by the people of a household; where the map has no
house numbers, or buildings with many flats, the true number is another. So the counts are given beside the estimate, always.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.basemap.batch import Batch
from commandcenter.geo.basemap.features import FeatureIndex
from commandcenter.geo.basemap.kinds import Kind
from commandcenter.geo.basemap.mercator import box_of, to_units
from commandcenter.model.words import LonLat

HOUSEHOLD = 2.62
"""People of a household: China's seventh national census (2020). An agency types its own."""
FULL_DETAIL = 19
STRIPS = 16
"""A whole region is counted strip by strip, so that only a part of its map is in memory."""
MANY_PEOPLE = {"hospital": Kind.POI_HOSPITAL, "school": Kind.POI_SCHOOL}


@dataclass(frozen=True, slots=True)
class Census:
    """What was counted."""

    buildings: int
    """Whose middle lies in the area."""
    addresses: int
    """House numbers in it."""
    hospitals: int
    schools: int

    def people(self, household: float = HOUSEHOLD) -> int:
        """Return an estimate: every address one household."""
        return round(self.addresses * household)


class Living(NamedTuple):
    """About how many people live somewhere."""

    everybody: float
    """In the whole region,"""
    within: tuple[float, ...]
    """and in each area that was asked about."""

    def share(self, area: int) -> float | None:
        """Return which share of the people live in an area, 0 … 1; `None` where the map has no house numbers."""
        return self.within[area] / self.everybody if self.everybody else None


class AreaCensus:
    """Counts over one region. Safe in any thread."""

    def __init__(self, features: FeatureIndex) -> None:
        """Count in this map."""
        self._features = features

    def count(self, rings: Sequence[Sequence[LonLat]]) -> Census:
        """Return what stands within the rings (even-odd). About 20 ms for a square kilometre of a city."""
        area = _area(rings)
        if area.is_empty:
            return Census(0, 0, 0, 0)
        left, top, right, bottom = (int(edge) for edge in area.bounds)
        wanted = np.zeros(256, bool)
        wanted[[Kind.BUILDING, Kind.HOUSE_NUMBER, *MANY_PEOPLE.values()]] = True
        found = self._features.query((left, top, right, bottom), FULL_DETAIL, wanted)
        middles = _middles(found)
        inside = shapely.contains_xy(area, middles[:, 0], middles[:, 1]) if len(found) else np.empty(0, bool)
        kinds = found.heads["kind"][inside]

        def of(kind: Kind) -> int:
            return int(np.count_nonzero(kinds == kind))

        return Census(of(Kind.BUILDING), of(Kind.HOUSE_NUMBER), of(MANY_PEOPLE["hospital"]), of(MANY_PEOPLE["school"]))

    def around(self, places: Sequence[LonLat], household: float = HOUSEHOLD) -> NDArray[np.float64]:
        """Return for each place about how many people live nearer to it than to the others: every house number of the region one household.

        About a second for a large city.
        """
        from scipy.spatial import KDTree  # a third of a second that the start of the desk does not need

        people = np.zeros(len(places))
        if not places:
            return people
        tree = KDTree(to_units(np.array([p.lon for p in places]), np.array([p.lat for p in places])))
        for mine in self._addresses():
            people += np.bincount(tree.query(mine)[1], minlength=len(places)) * household
        return people

    def living(self, areas: Sequence[Sequence[Sequence[LonLat]]], household: float = HOUSEHOLD) -> Living:
        """Return about how many people live in the region, and in each of these areas (rings, even-odd): every house number one household.

        About a second for a large city.
        """
        shapes = [_filled(rings) for rings in areas]
        everybody, within = 0.0, [0.0] * len(shapes)
        for mine in self._addresses():
            everybody += len(mine) * household
            for n, shape in enumerate(shapes):
                within[n] += float(np.count_nonzero(shapely.contains_xy(shape, mine[:, 0], mine[:, 1]))) * household
        return Living(everybody, tuple(within))

    def _addresses(self) -> Iterator[NDArray[np.float64]]:
        """Yield where the house numbers of the region stand, in the map's units, strip by strip."""
        wanted = np.zeros(256, bool)
        wanted[Kind.HOUSE_NUMBER] = True
        left, top, right, bottom = box_of(self._features.bbox)
        edges = np.linspace(top, bottom, STRIPS + 1).round().astype(np.int64).tolist()
        for upper, lower in pairwise(edges):
            middles = _middles(self._features.query((left, upper, right, lower), FULL_DETAIL, wanted))
            mine = middles[(middles[:, 1] >= upper) & (middles[:, 1] < lower)]
            if len(mine):
                yield mine


def _filled(rings: Sequence[Sequence[LonLat]]) -> BaseGeometry:
    """Return rings that do not cross each other as an area in the map's units, ready for many questions."""
    lines = [shapely.LineString(to_units(np.array([p.lon for p in ring]), np.array([p.lat for p in ring]))) for ring in rings]
    area: BaseGeometry = shapely.build_area(shapely.GeometryCollection(lines))
    shapely.prepare(area)
    return area


def _area(rings: Sequence[Sequence[LonLat]]) -> BaseGeometry:
    """Return the rings as an area in the map's units."""
    area: BaseGeometry = shapely.Polygon()
    for ring in rings:
        lons, lats = np.array([p.lon for p in ring]), np.array([p.lat for p in ring])
        area = shapely.symmetric_difference(area, shapely.make_valid(shapely.Polygon(to_units(lons, lats))))
    return area


def _middles(found: Batch) -> NDArray[np.float64]:
    """Return the middle of each feature's points."""
    counts = np.maximum(found.heads["points"].astype(np.int64), 1)
    starts = found.point_starts[:-1]
    if not len(starts):
        return np.empty((0, 2))
    return np.asarray(np.add.reduceat(found.points.astype(np.float64), starts, axis=0) / counts[:, None])
