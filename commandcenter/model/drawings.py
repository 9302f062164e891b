"""What can be drawn on the map: the kinds of sketches, the dangers an area can hold, and our set of tactical symbols.

The codes are written into the log; a code of a newer program is kept and shown by its own name.
"""

from __future__ import annotations

from enum import StrEnum


class SketchKind(StrEnum):
    """What kind of sketch it is; it never changes."""

    LINE = "line"
    AREA = "area"
    SYMBOL = "symbol"
    NOTE = "note"
    HAZARD = "hazard"


class Hazard(StrEnum):
    """What is dangerous there."""

    GAS = "gas"
    CHEMICAL = "chemical"
    EXPLOSIVE = "explosive"
    RADIATION = "radiation"
    BIOLOGICAL = "biological"
    FIRE = "fire"
    FLOOD = "flood"
    COLLAPSE = "collapse"
    LANDSLIDE = "landslide"
    POWER_LINE = "power_line"
    ICE = "ice"
    VIOLENCE = "violence"
    OTHER = "other"


class Tactical(StrEnum):
    """What a command post puts on its map. Our own set, after what incident command systems have in common."""

    COMMAND_POST = "command_post"
    STAGING = "staging"
    ASSEMBLY = "assembly"
    CASUALTY_POINT = "casualty_point"
    AMBULANCE_POINT = "ambulance_point"
    LANDING = "landing"
    WATER_POINT = "water_point"
    SUPPLY_POINT = "supply_point"
    DECONTAMINATION = "decontamination"
    REST = "rest"
    ENTRY = "entry"
    CHECKPOINT = "checkpoint"
    LOOKOUT = "lookout"
    RELAY = "relay"
    SEARCHED = "searched"
    FOUND = "found"
    TRAPPED = "trapped"
    GAS_SHUTOFF = "gas_shutoff"
    POWER_SHUTOFF = "power_shutoff"
    ANCHOR = "anchor"
