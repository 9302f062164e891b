"""What several sinks ask of a map object."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.geo.importing.sinks import Tags
from commandcenter.model.words import LonLat

Rings = Sequence[tuple[NDArray[np.float64], Sequence[NDArray[np.float64]]]]

_ZH_VARIANTS = ("zh-Hans", "zh-CN", "zh-Hant", "zh-TW")


def names_by_language(tags: Tags) -> dict[str, str]:
    """Return the `name:xx` tags by language code; a Chinese script variant stands in for plain `zh`."""
    names = {key[5:]: value for key, value in tags.items() if key.startswith("name:") and key[5:].replace("-", "").isalpha()}
    for variant in _ZH_VARIANTS:
        if "zh" not in names and variant in names:
            names["zh"] = names[variant]
    return names


def points_in(areas: Sequence[Rings]) -> NDArray[np.float64]:
    """Return points (n×2 lon/lat) that are surely inside each area (its largest part)."""
    parts = [rings[0] if len(rings) == 1 else max(rings, key=lambda part: _box_area(part[0])) for rings in areas]
    if not parts:
        return np.empty((0, 2))
    rings = [ring for outer, inners in parts for ring in (outer, *inners)]
    owner = np.repeat(np.arange(len(parts)), [1 + len(inners) for _, inners in parts])
    closed = shapely.linearrings(np.concatenate(rings), indices=np.repeat(np.arange(len(rings)), [len(ring) for ring in rings]))
    points = shapely.point_on_surface(np.asarray(shapely.polygons(np.asarray(closed), indices=owner)))
    found = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    for lost in np.flatnonzero(np.isnan(found[:, 0])).tolist():  # an area without extent
        found[lost] = parts[lost][0][0]
    return found


def point_in(rings: Rings) -> LonLat:
    """Return a point that is surely inside an area (its largest part)."""
    lon, lat = points_in([rings])[0]
    return LonLat(float(lon), float(lat))


def _box_area(ring: NDArray[np.float64]) -> float:
    return float(np.ptp(ring[:, 0]) * np.ptp(ring[:, 1]))
