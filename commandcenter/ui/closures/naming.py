"""Names a closure by the street it lies on. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.model.ports import Gazetteer
from commandcenter.model.words import LonLat


def middle_of(shape: Sequence[LonLat]) -> LonLat:
    """Return the middle of a point, line or ring: the mean of its corners, a ring's last point not counted twice."""
    corners = shape[:-1] if len(shape) > 1 and shape[0] == shape[-1] else shape
    return LonLat(sum(p.lon for p in corners) / len(corners), sum(p.lat for p in corners) / len(corners))


def street_at(gazetteer: Gazetteer, shape: Sequence[LonLat]) -> str:
    """Return the name of the street nearest to a shape's middle, without house number; empty where there is none near."""
    found = gazetteer.reverse(middle_of(shape))
    if found is None:
        return ""
    return found.name.rpartition(" ")[0] or found.name if found.kind == "address" else found.name
