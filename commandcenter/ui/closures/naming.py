"""Names a closure by the street it lies on. No Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from commandcenter.model.ports import Gazetteer
from commandcenter.model.words import LonLat

_HOUSE = re.compile(r" [^ ]*$|\d[^ ]*号$")
"""The number after a street: “Mill Lane 7b”, “磨坊巷7号”."""


def middle_of(shape: Sequence[LonLat]) -> LonLat:
    """Return the middle of a point, line or ring: the mean of its corners, a ring's last point not counted twice."""
    corners = shape[:-1] if len(shape) > 1 and shape[0] == shape[-1] else shape
    return LonLat(sum(p.lon for p in corners) / len(corners), sum(p.lat for p in corners) / len(corners))


def street_at(gazetteer: Gazetteer, shape: Sequence[LonLat], language: str) -> str:
    """Return the name of the street nearest to a shape's middle, without house number; empty where there is none near.

    In a language (`en`, `zh`) where the map knows it, else as it is written there.
    """
    found = gazetteer.reverse(middle_of(shape))
    if found is None:
        return ""
    name = found.called(language)
    return _HOUSE.sub("", name) or name if found.kind == "address" else name
