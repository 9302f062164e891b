"""A probability map by distance from where the person was last seen: weights of sectors from distances that statistics give.

Statistics of lost persons (e.g. ISRID: Koester, Lost Person Behavior, 2008) say within which distance 25, 50, 75 and 95 % of people of a
kind were found. Between two of these circles the probability is spread evenly over the ground.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shapely.geometry import Point

from commandcenter.dispatch.search.rings import flat
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat

SHARES = (0.25, 0.5, 0.75, 0.95)
_CORNERS = 64
"""Of a quarter of a circle: area exact to 0.01 %."""


def weights_by_distance(rings: Mapping[Id, Sequence[LonLat]], last_seen: LonLat, distances_m: Sequence[float]) -> tuple[dict[Id, float], float]:
    """Return (weight by sector, weight outside), adding up to 1; `distances_m` belong to `SHARES` and must rise. Raises `Refused`."""
    if len(distances_m) != len(SHARES) or any(near >= far for near, far in zip((0.0, *distances_m), distances_m, strict=False)):
        raise Refused("Four distances are needed, each farther than the one before: for 25, 50, 75 and 95 %.")
    shapes = {sector: flat(ring, last_seen) for sector, ring in rings.items()}
    weights = dict.fromkeys(rings, 0.0)
    inner = Point(0, 0).buffer(0)
    before = 0.0
    for share, distance_m in zip(SHARES, distances_m, strict=True):
        circle = Point(0, 0).buffer(distance_m, quad_segs=_CORNERS)
        band = circle.difference(inner)
        for sector, shape in shapes.items():
            weights[sector] += (share - before) * band.intersection(shape).area / band.area
        inner, before = circle, share
    return weights, max(0.0, 1.0 - sum(weights.values()))
