"""Positions as people write them: decimal degrees, degrees-minutes-seconds, UTM, MGRS, Open Location Code."""

from __future__ import annotations

import re

from commandcenter.geo.gazetteer import grids, open_location_code
from commandcenter.model.words import LonLat

_ZH = str.maketrans(
    {"，": ",", "；": ";", "度": "°", "分": "'", "秒": '"', "′": "'", "’": "'", "″": '"', "”": '"', "“": '"', "º": "°", "−": "-", "：": ":"}
)
_ZH_SIDES = (("北纬", "N "), ("南纬", "S "), ("东经", "E "), ("西经", "W "), ("北緯", "N "), ("南緯", "S "), ("東經", "E "), ("西經", "W "))

_DECIMAL = re.compile(r"(?:geo:)?\s*([+-]?\d{1,3}\.\d+)°?(?:\s*[,;]\s*|\s+)([+-]?\d{1,3}\.\d+)°?")
_DECIMAL_COMMA = re.compile(r"([+-]?\d{1,3},\d+)°?(?:\s*;\s*|\s+)([+-]?\d{1,3},\d+)°?")
_WHOLE = re.compile(r"geo:([+-]?\d{1,3}),([+-]?\d{1,3})")
_ANGLE = r"""(?P<before{n}>[NSEW])?\s*(?P<deg{n}>\d{{1,3}}(?:\.\d+)?)\s*°?\s*(?:(?P<min{n}>\d{{1,2}}(?:\.\d+)?)\s*'\s*)?
(?:(?P<sec{n}>\d{{1,2}}(?:\.\d+)?)\s*(?:"|''))?\s*(?(before{n})|(?P<after{n}>[NSEW]))"""
_SIDED = re.compile(rf"{_ANGLE.format(n=1)}[\s,;]*{_ANGLE.format(n=2)}", re.VERBOSE)
_UTM = re.compile(r"(?:UTM\s*)?(\d{1,2})(\s?)([C-HJ-NP-X])[\s,]+(\d{6}(?:\.\d+)?)\s*M?E?[\s,]+(\d{1,8}(?:\.\d+)?)\s*M?N?")
_MGRS = re.compile(r"(?:MGRS)?(\d{1,2}[C-HJ-NP-X]|[ABYZ])[A-HJ-NP-Z]{2}((?:\d\d){0,5})")

_NORTHING_SPAN_M = (3_500_000, 4_450_000)
"""Northings of band S (32° … 40° N): tells the band from the hemisphere in "17S"."""


def parse(text: str, *, near: LonLat | None = None) -> LonLat | None:
    """Return the position that a text writes, `None` where it is not one.

    Latitude comes first where nothing else is said. `near` completes a short Open Location Code; an MGRS square
    stands for its south-west corner, an Open Location Code for its middle.
    """
    plain = text.strip().translate(_ZH)
    for word, side in _ZH_SIDES:
        plain = plain.replace(word, side)
    plain = plain.upper().strip()
    for reader in (_decimal, _sided, _utm, _mgrs):
        at = reader(plain)
        if at is not None:
            return at
    return _open_location_code(plain, near)


def is_short_code(text: str) -> bool:
    """Return whether a text is an Open Location Code that needs a place near which it is meant."""
    return open_location_code.is_short(text.strip())


def format_all(at: LonLat) -> dict[str, str]:
    """Return the position in all notations: `lat_lon`, `dms`, `utm`, `mgrs`, `olc`; about 30 µs."""
    at = LonLat((at.lon + 180) % 360 - 180, min(max(at.lat, -90.0), 90.0))
    return {
        "lat_lon": format_lat_lon(at),
        "dms": format_dms(at),
        "utm": format_utm(at),
        "mgrs": format_mgrs(at),
        "olc": open_location_code.encode(at),
    }


def format_lat_lon(at: LonLat) -> str:
    """Return e.g. `49.40768, 8.69079`: latitude first, about 1 m."""
    return f"{at.lat:.5f}, {at.lon:.5f}"


def format_dms(at: LonLat) -> str:
    """Return e.g. `49°24'27.6"N 8°41'26.8"E`."""
    return f"{_dms(at.lat, 'NS')} {_dms(at.lon, 'EW')}"


def format_utm(at: LonLat) -> str:
    """Return e.g. `32U 477571 5472751`, an empty string near the poles."""
    utm = grids.to_utm(at)
    return f"{utm.zone}{grids.band_of(at.lat)} {utm.easting_m:.0f} {utm.northing_m:.0f}" if utm else ""


def format_mgrs(at: LonLat) -> str:
    """Return e.g. `32U MV 77571 72751`."""
    text = grids.to_mgrs(at)
    head, digits = text[:-10], text[-10:]
    return " ".join(filter(None, (head[:-2], head[-2:], digits[:5], digits[5:])))


def _dms(degrees: float, sides: str) -> str:
    tenths = round(abs(degrees) * 36_000)
    minutes, seconds = divmod(tenths, 600)
    return f"{minutes // 60}°{minutes % 60:02d}'{seconds / 10:04.1f}\"{sides[degrees < 0]}"


def _position(lat: float, lon: float) -> LonLat | None:
    return LonLat(lon, lat) if -90 <= lat <= 90 and -180 <= lon <= 180 else None


def _decimal(text: str) -> LonLat | None:
    match = _DECIMAL.fullmatch(text) or _DECIMAL_COMMA.fullmatch(text) or _WHOLE.fullmatch(text.lower())
    if not match:
        match = _DECIMAL.fullmatch(text.lower().partition(";")[0]) if text.startswith("GEO:") else None
    if not match:
        return None
    first, second = (float(part.replace(",", ".")) for part in match.groups())
    return _position(second, first) if abs(first) > 90 else _position(first, second)


def _sided(text: str) -> LonLat | None:
    """Degrees, minutes, seconds, or decimals with N/S/E/W before or behind."""
    match = _SIDED.fullmatch(text)
    if not match:
        return None
    found: dict[str, float] = {}
    for n in "12":
        side = match[f"before{n}"] or match[f"after{n}"]
        minutes, seconds = float(match[f"min{n}"] or 0), float(match[f"sec{n}"] or 0)
        if minutes >= 60 or seconds >= 60:
            return None
        value = float(match[f"deg{n}"]) + minutes / 60 + seconds / 3600
        found["lat" if side in "NS" else "lon"] = -value if side in "SW" else value
    return _position(found["lat"], found["lon"]) if len(found) == 2 else None


def _utm(text: str) -> LonLat | None:
    """A letter set apart is the hemisphere where it is N or S; one joined to the zone is the latitude band."""
    match = _UTM.fullmatch(text)
    if not match or not 1 <= int(match[1]) <= 60:
        return None
    letter, easting_m, northing_m = match[3], float(match[4]), float(match[5])
    in_band_s = letter == "S" and not match[2] and _NORTHING_SPAN_M[0] <= northing_m <= _NORTHING_SPAN_M[1]
    north = in_band_s or (letter >= "N" and letter != "S")
    at = grids.from_utm(grids.Utm(int(match[1]), north, easting_m, northing_m))
    return _position(at.lat, at.lon)


def _mgrs(text: str) -> LonLat | None:
    match = _MGRS.fullmatch("".join(text.split()))
    return grids.from_mgrs(match[0].removeprefix("MGRS")) if match and match[2] else None


def _open_location_code(text: str, near: LonLat | None) -> LonLat | None:
    if open_location_code.is_short(text):
        if near is None:
            return None
        text = open_location_code.recover(text, near)
    return open_location_code.decode(text).centre if open_location_code.is_full(text) else None
