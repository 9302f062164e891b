"""Places by name: a scenario names what the region's own search finds, so that it survives a new map of the region."""

from __future__ import annotations

from commandcenter.model.errors import Refused
from commandcenter.model.ports import Gazetteer, Place
from commandcenter.model.words import LonLat

LEAST_SCORE = 0.9
"""Below this the search only guesses."""


def find_place(text: str, gazetteer: Gazetteer) -> Place:
    """Return the place a scenario means: `lon,lat` in degrees, or a name. Raises `Refused` where the region has none."""
    at = _coordinates(text)
    if at is not None:
        found = gazetteer.reverse(at)
        return Place(found.name if found else text, "coordinates", at, found.detail if found else "", found.names if found else None, 1.0)
    best = next(iter(gazetteer.search(text, limit=1)), None)
    if best is None or best.score < LEAST_SCORE:
        raise Refused("The region has no place “{place}”.", place=text)
    return best


def _coordinates(text: str) -> LonLat | None:
    try:
        lon, lat = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return LonLat(lon, lat) if -180 <= lon <= 180 and -90 <= lat <= 90 else None
