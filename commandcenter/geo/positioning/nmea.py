"""Reads NMEA 0183 sentences: RMC and GGA of any talker (GP, GN, GL, GB …). Pure.

Source of the fields: NMEA 0183 as described in gpsd's public "NMEA Revealed" (RMC, GGA). A sentence with a wrong checksum,
without a checksum, or that says its fix is not valid gives nothing.
"""

from __future__ import annotations

from functools import reduce

from commandcenter.geo.positioning.fix import Fix
from commandcenter.model.words import LonLat

KNOT_KPH = 1.852
HDOP_M = 5.0
"""Metres of error for a dilution of 1: a usual user range error."""
LONGEST = 120
"""Bytes of one sentence; the standard allows 82, some receivers exceed it."""


def read_sentence(line: str) -> Fix | None:
    """Return the fix that one sentence carries; `None` for any other sentence, a broken one, or one without a valid fix."""
    if not is_sentence(line):
        return None
    fields = line.strip()[1:].rpartition("*")[0].split(",")
    kind = fields[0][-3:]
    try:
        if kind == "RMC" and len(fields) >= 10 and fields[2] == "A":
            return Fix(_place(fields[3:7]), _number(fields[8]), _scaled(fields[7], KNOT_KPH))
        if kind == "GGA" and len(fields) >= 9 and fields[6] not in ("", "0"):
            return Fix(_place(fields[2:6]), error_m=_scaled(fields[8], HDOP_M))
    except ValueError:
        return None
    return None


def is_sentence(line: str) -> bool:
    """Return whether this is a whole sentence of whatever kind."""
    text = line.strip()
    return len(text) <= LONGEST and text.startswith("$") and _whole(text)


def _whole(text: str) -> bool:
    """Return whether the checksum (XOR of all between `$` and `*`) is right."""
    body, star, said = text[1:].rpartition("*")
    if not star or len(said) != 2:
        return False
    try:
        return int(said, 16) == reduce(lambda whole, char: whole ^ ord(char), body, 0)
    except ValueError:
        return False


def _place(fields: list[str]) -> LonLat:
    """Read `ddmm.mmmm,N,dddmm.mmmm,E`; `ValueError` for anything else."""
    lat, north, lon, east = fields
    if north not in ("N", "S") or east not in ("E", "W"):
        raise ValueError("no hemisphere")
    found = LonLat(_degrees(lon, 3) * (1 if east == "E" else -1), _degrees(lat, 2) * (1 if north == "N" else -1))
    if not (abs(found.lon) <= 180 and abs(found.lat) <= 90):
        raise ValueError("not on the earth")
    return found


def _degrees(text: str, digits: int) -> float:
    minutes = float(text[digits:])
    if not 0 <= minutes < 60:
        raise ValueError("not minutes")
    return int(text[:digits]) + minutes / 60


def _number(text: str) -> float | None:
    return float(text) if text else None


def _scaled(text: str, factor: float) -> float | None:
    return float(text) * factor if text else None
