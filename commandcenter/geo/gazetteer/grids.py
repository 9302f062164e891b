"""UTM and MGRS: metres on a grid of zones, as maps and radios use them."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from mgrs import MGRS
from mgrs.core import MGRSError
from pyproj import Transformer

from commandcenter.model.words import LonLat

BANDS = "CDEFGHJKLMNPQRSTUVWX"
SOUTH_LIMIT, NORTH_LIMIT = -80.0, 84.0
"""UTM ends here, degrees of latitude; MGRS goes on to the poles with UPS."""

EQUATOR = 1e-7
"""Degrees, a centimetre: from so near south of the equator the library counts up to it, and gives a reference that means nothing."""

_mgrs = MGRS()
_mgrs_lock = Lock()
"""The C library behind it keeps state between calls."""


class Utm(NamedTuple):
    """A UTM position."""

    zone: int
    north: bool
    """Hemisphere."""
    easting_m: float
    northing_m: float


def zone_of(at: LonLat) -> int:
    """Return the UTM zone, with the exceptions for Norway and Svalbard (NGA.STND.0037)."""
    if 56 <= at.lat < 64 and 3 <= at.lon < 12:
        return 32
    if 72 <= at.lat <= 84 and 0 <= at.lon < 42:
        return 31 if at.lon < 9 else 33 if at.lon < 21 else 35 if at.lon < 33 else 37
    return int((at.lon + 180) // 6) % 60 + 1


def band_of(lat: float) -> str:
    """Return the letter of the latitude band within the UTM limits."""
    return BANDS[min(int((lat - SOUTH_LIMIT) // 8), 9 if lat < 0 else 19)]


def to_utm(at: LonLat) -> Utm | None:
    """Return the UTM position, `None` near the poles."""
    if not SOUTH_LIMIT <= at.lat <= NORTH_LIMIT:
        return None
    zone, north = zone_of(at), at.lat >= 0
    easting_m, northing_m = _transformer(zone, north).transform(at.lon, at.lat)
    return Utm(zone, north, easting_m, northing_m)


def to_utm_zone(at: LonLat, zone: int, *, north: bool) -> tuple[float, float]:
    """Return easting and northing in a zone's own grid, also for a place somewhat beside the zone."""
    easting_m, northing_m = _transformer(zone, north).transform(at.lon, at.lat)
    return float(easting_m), float(northing_m)


def from_utm(utm: Utm) -> LonLat:
    """Return the WGS-84 position."""
    lon, lat = _transformer(utm.zone, utm.north).transform(utm.easting_m, utm.northing_m, direction="INVERSE")
    return LonLat(lon, lat)


@lru_cache(maxsize=120)
def _transformer(zone: int, north: bool) -> Transformer:
    return Transformer.from_crs(4326, (32600 if north else 32700) + zone, always_xy=True)


def to_mgrs(at: LonLat, digits: int = 5) -> str:
    """Return the MGRS reference, e.g. `32UMV7756872822`: the square of 1 m (5 digits) that holds the position."""
    lat = -EQUATOR if -EQUATOR < at.lat < 0 else at.lat
    with _mgrs_lock:
        return str(_mgrs.toMGRS(lat, at.lon, MGRSPrecision=digits)).removeprefix("0")


def from_mgrs(reference: str) -> LonLat | None:
    """Return the south-west corner of a reference's square (the standard's reading), `None` where there is none such.

    Near the poles (UPS) it is the square's middle.
    """
    digits = len(reference) - len(reference.rstrip("0123456789"))
    half_m = 10 ** (5 - digits // 2) / 2
    with _mgrs_lock:
        try:
            if reference[0] in "ABYZ":
                lat, lon = _mgrs.toLatLon(reference)
                return LonLat(lon, lat)
            zone, hemisphere, easting_m, northing_m = _mgrs.MGRSToUTM(reference)
        except MGRSError:
            return None
    return from_utm(Utm(zone, hemisphere == "N", easting_m - half_m, northing_m - half_m))
