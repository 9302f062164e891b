"""Which symbol stands for which unit, incident and place; the number a unit's symbol travels by. See `docs/symbols.md`."""

from __future__ import annotations

from commandcenter.model.words import UnitStatus
from commandcenter.ui.map.glyphs import symbol_table

STATUSES: tuple[UnitStatus, ...] = tuple(UnitStatus)

_KIND_BITS = 8
_STATUS_BITS = 4
SIMULATED = 1 << (_KIND_BITS + _STATUS_BITS)
"""The position is simulated: dashed frame and an S."""
STALE = SIMULATED << 1
"""The position is old: faded."""
ALERT = SIMULATED << 2
"""Somebody must look: double-booked, overdue, conflict."""

_UNIT_WORDS = {
    "engine": "engine pumper lf hlf",
    "ladder": "ladder aerial platform dlk turntable",
    "rescue": "rescue rw vehicle_rescue extrication",
    "tanker": "tanker tender water_tender",
    "hazmat": "hazmat cbrn decon",
    "command": "command chief battalion elw leader officer",
    "ambulance": "ambulance als bls rtw ktw medic",
    "doctor": "doctor nef physician",
    "mass_casualty": "mass_casualty bus",
    "police": "police patrol",
    "boat": "boat ship vessel tug fireboat",
    "water_rescue": "water_rescue swift_water lifeboat",
    "diver": "diver dive",
    "helicopter": "helicopter air heli",
    "drone": "drone uav usv",
    "dog": "dog k9 canine",
    "search": "search",
    "team": "team crew squad hand_crew volunteer",
    "logistics": "logistics supply truck support carrier",
    "crane": "crane",
    "pump": "pump dewatering",
    "utility": "utility power generator",
    "communications": "communications radio comms",
    "usar": "usar heavy dozer bulldozer",
    "wildfire": "wildfire brush wildland",
}
_INCIDENT_WORDS = {
    "wildfire": "wildfire brush wildland forest vegetation",
    "alarm": "alarm smoke detector",
    "fire": "fire burning",
    "cardiac": "cardiac heart arrest stroke breathing unconscious",
    "mass_casualty": "mass_casualty mci",
    "disease": "disease epidemic outbreak public_health poisoning",
    "medical": "medical ems sick injury trauma fall birth",
    "traffic": "traffic crash collision vehicle road rta",
    "rail": "rail train tram metro",
    "aviation": "aviation aircraft plane",
    "flood": "flood flooding inundation",
    "water": "water drowning vessel ship boat marine",
    "storm": "storm typhoon hurricane wind weather tornado",
    "landslide": "landslide mudslide slope",
    "earthquake": "earthquake quake collapse building",
    "gas": "gas",
    "hazmat": "hazmat chemical spill leak radiation",
    "explosion": "explosion bomb blast",
    "power": "power outage electricity utility",
    "police": "police crime assault shooting security",
    "crowd": "crowd riot disorder demonstration",
    "search": "search missing",
    "rescue": "rescue trapped lift entrapment",
}


def _lookup(words: dict[str, str]) -> dict[str, str]:
    return {word: key for key, line in words.items() for word in (key, *line.split())}


_UNIT_BY_WORD = _lookup(_UNIT_WORDS)
_INCIDENT_BY_WORD = _lookup(_INCIDENT_WORDS)


def _find(name: str, by_word: dict[str, str], default: str) -> str:
    """Return the key for a name like `fire.structure` or `water_rescue-2`: the whole name first, then its words in order."""
    plain = name.lower()
    if plain in by_word:
        return by_word[plain]
    for cut in ("./", "_- "):
        plain = plain.translate(dict.fromkeys(map(ord, cut), " "))
        for word in plain.split():
            if word in by_word:
                return by_word[word]
    return default


def unit_glyph(kind: str) -> str:
    """Return the glyph of a unit's kind; `generic` where none fits."""
    return _find(kind, _UNIT_BY_WORD, "generic")


def incident_glyph(type_: str) -> str:
    """Return the glyph of an incident's type; `other` where none fits."""
    return _find(type_, _INCIDENT_BY_WORD, "other")


def place_glyph(kind: str) -> str:
    """Return the glyph of a place's kind; `station` where none fits."""
    return kind if kind in symbol_table()["place"] else "station"


def unit_symbol(kind: str, status: UnitStatus, *, simulated: bool = False, stale: bool = False, alert: bool = False) -> int:
    """Return the number a unit's symbol travels by: kind in bits 0–7, status in 8–11, then the flags."""
    glyph = tuple(symbol_table()["unit"]).index(unit_glyph(kind))
    code = glyph | STATUSES.index(status) << _KIND_BITS
    return code | SIMULATED * simulated | STALE * stale | ALERT * alert
