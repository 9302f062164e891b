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


def point_in(rings: Rings) -> LonLat:
    """Return a point that is surely inside an area (its largest part)."""
    outer, inners = max(rings, key=lambda part: float(np.ptp(part[0][:, 0]) * np.ptp(part[0][:, 1])))
    point = shapely.Polygon(outer, inners).representative_point()
    return LonLat(float(point.x), float(point.y))
