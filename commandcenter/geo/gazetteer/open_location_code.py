"""Open Location Code ("plus codes"): encode, decode, shorten, recover.

Written from the specification, https://github.com/google/open-location-code (Apache-2.0): whole numbers throughout, so that
codes are exact. Units: 1/25,000,000 degree of latitude, 1/8,192,000 degree of longitude.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from commandcenter.model.words import LonLat

ALPHABET = "23456789CFGHJMPQRVWX"
SEPARATOR = "+"
SEPARATOR_AT = 8
PADDING = "0"
PAIR_DIGITS = 10
MAX_DIGITS = 15
ROWS, COLUMNS = 5, 4
"""Each digit after the tenth divides the cell into 5 × 4."""

LAT_UNITS = 25_000_000
LON_UNITS = 8_192_000

MIN_TRIMMABLE_DIGITS = 6
SAFETY = 0.3
"""A code may be cut when the reference is within this share of the cell that is cut away (0.5 would be the edge)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a code stands for; degrees."""

    west: float
    south: float
    east: float
    north: float
    digits: int

    @property
    def centre(self) -> LonLat:
        """Return its middle."""
        return LonLat(min((self.west + self.east) / 2, 180.0), min((self.south + self.north) / 2, 90.0))


def encode(at: LonLat, digits: int = PAIR_DIGITS) -> str:
    """Return the code of a position; 10 digits are about 14 m, 11 about 3 m. `ValueError` for an impossible length."""
    return encode_units(_units(at.lat, LAT_UNITS) + 90 * LAT_UNITS, _units(at.lon, LON_UNITS) + 180 * LON_UNITS, digits)


def _units(degrees: float, units: int) -> int:
    """Round down, but let a decimal like 129.7, which no float holds exactly, stay in the cell it begins."""
    return math.floor(round(degrees * units, 4))


def encode_units(lat: int, lon: int, digits: int = PAIR_DIGITS) -> str:
    """Return the code of a position in whole units north of the south pole and east of 180° W."""
    if digits < 2 or (digits < PAIR_DIGITS and digits % 2):
        raise ValueError(f"no code has {digits} digits")
    digits = min(digits, MAX_DIGITS)
    lat = min(max(lat, 0), 180 * LAT_UNITS - 1)
    lon %= 360 * LON_UNITS
    code = ""
    for _ in range(MAX_DIGITS - PAIR_DIGITS):
        lat, row = divmod(lat, ROWS)
        lon, column = divmod(lon, COLUMNS)
        code = ALPHABET[row * COLUMNS + column] + code
    for _ in range(PAIR_DIGITS // 2):
        lat, north = divmod(lat, 20)
        lon, east = divmod(lon, 20)
        code = ALPHABET[north] + ALPHABET[east] + code
    code = code[:digits].ljust(SEPARATOR_AT, PADDING)
    return code[:SEPARATOR_AT] + SEPARATOR + code[SEPARATOR_AT:]


def is_valid(code: str) -> bool:
    """Return whether a text is a code, full or short."""
    code = code.upper()
    at = code.find(SEPARATOR)
    if code.count(SEPARATOR) != 1 or len(code) == 1 or at > SEPARATOR_AT or at % 2:
        return False
    head, tail = code[:at], code[at + 1 :]
    if PADDING in head:
        plain = head.rstrip(PADDING)
        if at < SEPARATOR_AT or tail or not plain or len(plain) % 2:
            return False
        head = plain
    return len(tail) != 1 and all(char in ALPHABET for char in head + tail)


def is_short(code: str) -> bool:
    """Return whether a text is a code that needs a place near which it is meant."""
    return is_valid(code) and code.index(SEPARATOR) < SEPARATOR_AT


def is_full(code: str) -> bool:
    """Return whether a text is a code that stands for itself: also within the Earth's range."""
    if not is_valid(code) or is_short(code):
        return False
    code = code.upper()
    return ALPHABET.index(code[0]) * 20 < 180 and (code[1] == SEPARATOR or ALPHABET.index(code[1]) * 20 < 360)


def decode(code: str) -> Cell:
    """Return the cell of a full code; `ValueError` for anything else."""
    if not is_full(code):
        raise ValueError(f"not a full code: {code!r}")
    digits = code.upper().replace(SEPARATOR, "").rstrip(PADDING)[:MAX_DIGITS]
    lat = lon = 0
    tall, wide = 20 * 20 * LAT_UNITS, 20 * 20 * LON_UNITS
    for at in range(0, min(len(digits), PAIR_DIGITS), 2):
        tall, wide = tall // 20, wide // 20
        lat += ALPHABET.index(digits[at]) * tall
        lon += ALPHABET.index(digits[at + 1]) * wide
    for char in digits[PAIR_DIGITS:]:
        tall, wide = tall // ROWS, wide // COLUMNS
        row, column = divmod(ALPHABET.index(char), COLUMNS)
        lat += row * tall
        lon += column * wide
    return Cell(
        lon / LON_UNITS - 180,
        lat / LAT_UNITS - 90,
        (lon + wide) / LON_UNITS - 180,
        (lat + tall) / LAT_UNITS - 90,
        len(digits),
    )


def shorten(code: str, reference: LonLat) -> str:
    """Return the shortest code that means the same near `reference`; `ValueError` where it is not a full, unpadded code."""
    if not is_full(code) or PADDING in code:
        raise ValueError(f"cannot be shortened: {code!r}")
    centre = decode(code).centre
    away = max(abs(centre.lat - reference.lat), abs(centre.lon - reference.lon))
    for cut in (8, 6, 4):
        if away < _cell_degrees(cut) * SAFETY:
            return code.upper()[cut:]
    return code.upper()


def recover(code: str, reference: LonLat) -> str:
    """Return the full code that a short one means near `reference`; a full one as it is. `ValueError` for no code."""
    if is_full(code):
        return code.upper()
    if not is_short(code):
        raise ValueError(f"not a code: {code!r}")
    lat, lon = min(max(reference.lat, -90.0), 90.0), (reference.lon + 180) % 360 - 180
    missing = SEPARATOR_AT - code.index(SEPARATOR)
    size = _cell_degrees(missing)
    full = encode(LonLat(lon, lat))[:missing] + code.upper()
    cell = decode(full)
    centre = cell.centre
    north = _step(centre.lat, lat, size)
    if not -90 <= centre.lat + north <= 90:
        north = 0.0
    return encode(LonLat(centre.lon + _step(centre.lon, lon, size), centre.lat + north), cell.digits)


def _step(found: float, wanted: float, size: float) -> float:
    """Return by how much to move to the neighbouring cell where that one is nearer."""
    if found - wanted > size / 2:
        return -size
    return size if wanted - found > size / 2 else 0.0


def _cell_degrees(digits: int) -> float:
    """Return the size of the cell that the first `digits` digits name."""
    return float(20 ** (2 - digits // 2))
