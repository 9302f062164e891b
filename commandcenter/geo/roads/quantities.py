"""Speeds and sizes as mappers write them. Grammar: OSM wiki, "Key:maxspeed", "Map features/Units", "Key:maxheight"."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"^(\d+(?:[.,]\d+)?)\s*([a-z/]*)$")
_FEET = re.compile(r"^(\d+(?:\.\d+)?)\s*(?:'|ft|feet)\s*(?:(\d+(?:\.\d+)?)\s*(?:\"|in|''))?$")
_SPEED_UNITS = {"": 1.0, "km/h": 1.0, "kmh": 1.0, "kph": 1.0, "mph": 1.609344, "knots": 1.852, "kn": 1.852}
_METRE_UNITS = {"": 1.0, "m": 1.0, "metre": 1.0, "metres": 1.0, "cm": 0.01, "km": 1000.0}
_TONNE_UNITS = {"": 1.0, "t": 1.0, "tonnes": 1.0, "kg": 0.001, "st": 0.90718474, "lt": 1.0160469, "lbs": 0.00045359237, "lb": 0.00045359237}

WALK_KPH = 7.0
"""Walking pace on wheels: our choice, at the upper end of the usual 4 to 7 km/h."""
NO_LIMIT_KPH = 130.0
""""none" on motorways: the German advisory speed (Autobahn-Richtgeschwindigkeits-Verordnung)."""

_ZONES = {
    "walk": WALK_KPH,
    "living_street": 15.0,
    "urban": 50.0,
    "rural": 90.0,
    "trunk": 110.0,
    "motorway": 120.0,
    "school": 30.0,
    "bicycle_road": 30.0,
    "none": NO_LIMIT_KPH,
}
"""Limits by zone where the country is not in the next table. Urban, rural and trunk are the defaults of OSRM's car profile (table
`maxspeed_table_default`); the others are our choice."""
_COUNTRIES = """
    AT rural=100 trunk=100 motorway=130
    CH rural=80 trunk=100 motorway=120
    CN urban=50 rural=70 motorway=120
    DE rural=100 motorway=130 living_street=7
    FI rural=80 motorway=120
    FR rural=80 motorway=130
    GB urban=48.28 nsl_single=96.56 nsl_dual=112.65 motorway=112.65
    LI urban=50 rural=80
    RU urban=60 rural=90 motorway=110
    UK urban=48.28 nsl_single=96.56 nsl_dual=112.65 motorway=112.65
    US urban=40.23 rural=88.51
"""
"""Limits of ordinary cars in km/h that differ from those defaults; see the OSM wiki, "Default speed limits", which changes with the law."""
_COUNTRY_ZONES = {
    f"{country}:{zone}": float(kph)
    for country, *limits in map(str.split, _COUNTRIES.strip().splitlines())
    for zone, kph in (limit.split("=") for limit in limits)
}


def speed_kph(text: str | None) -> float:
    """Return a signed limit in km/h; 0.0 where none is given or it cannot be read. Of several, the lowest."""
    if not text:
        return 0.0
    found = [value for value in map(_one_speed, re.split(r"[;|]", text)) if value > 0]
    return min(found, default=0.0)


def _one_speed(text: str) -> float:
    text = text.strip()
    if text in _COUNTRY_ZONES:
        return _COUNTRY_ZONES[text]
    zone = text.rpartition(":")[2]
    if zone in _ZONES:
        return _ZONES[zone]
    if zone.startswith("zone") and zone[4:].isdigit():
        return float(zone[4:])
    match = _NUMBER.match((zone if zone.isdigit() else text).lower())
    if match is None or match[2] not in _SPEED_UNITS:
        return 0.0
    value = float(match[1].replace(",", ".")) * _SPEED_UNITS[match[2]]
    return value if 1 <= value <= 200 else 0.0


def metres(text: str | None) -> float:
    """Return a height or width limit in metres; 0.0 where there is none."""
    if not text:
        return 0.0
    text = text.strip().lower()
    feet = _FEET.match(text)
    if feet:
        return float(feet[1]) * 0.3048 + float(feet[2] or 0) * 0.0254
    return _scaled(text, _METRE_UNITS)


def tonnes(text: str | None) -> float:
    """Return a weight limit in tonnes; 0.0 where there is none."""
    return _scaled(text.strip().lower(), _TONNE_UNITS) if text else 0.0


def _scaled(text: str, units: dict[str, float]) -> float:
    match = _NUMBER.match(text)
    if match is None or match[2] not in units:
        return 0.0
    return float(match[1].replace(",", ".")) * units[match[2]]
