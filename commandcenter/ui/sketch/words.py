"""What sketches, hazards and tactical symbols are called."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.geo.gazetteer.coordinates import format_lat_lon
from commandcenter.model.drawings import Hazard, SketchKind, Tactical
from commandcenter.model.entries import Value
from commandcenter.picture.fields import as_places, as_text
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr

KINDS: Mapping[str, str] = {
    SketchKind.LINE: mark("Line"),
    SketchKind.AREA: mark("Zone"),
    SketchKind.SYMBOL: mark("Symbol"),
    SketchKind.NOTE: mark("Note"),
    SketchKind.HAZARD: mark("Hazard"),
}
HAZARDS: Mapping[str, str] = {
    Hazard.GAS: mark("Gas"),
    Hazard.CHEMICAL: mark("Chemicals"),
    Hazard.EXPLOSIVE: mark("Explosives"),
    Hazard.RADIATION: mark("Radiation"),
    Hazard.BIOLOGICAL: mark("Infectious matter"),
    Hazard.FIRE: mark("Fire front"),
    Hazard.FLOOD: mark("Flood"),
    Hazard.COLLAPSE: mark("Danger of collapse"),
    Hazard.LANDSLIDE: mark("Landslide"),
    Hazard.POWER_LINE: mark("Power line down"),
    Hazard.ICE: mark("Thin ice"),
    Hazard.VIOLENCE: mark("Violence"),
    Hazard.OTHER: mark("Other danger"),
}
TACTICAL: Mapping[str, str] = {
    Tactical.COMMAND_POST: mark("Command post"),
    Tactical.STAGING: mark("Staging area"),
    Tactical.ASSEMBLY: mark("Assembly point"),
    Tactical.CASUALTY_POINT: mark("Casualty collection"),
    Tactical.AMBULANCE_POINT: mark("Ambulance loading"),
    Tactical.LANDING: mark("Landing zone"),
    Tactical.WATER_POINT: mark("Water point"),
    Tactical.SUPPLY_POINT: mark("Supply point"),
    Tactical.DECONTAMINATION: mark("Decontamination"),
    Tactical.REST: mark("Rest area"),
    Tactical.ENTRY: mark("Way in"),
    Tactical.CHECKPOINT: mark("Checkpoint"),
    Tactical.LOOKOUT: mark("Lookout"),
    Tactical.RELAY: mark("Radio relay"),
    Tactical.SEARCHED: mark("Searched"),
    Tactical.FOUND: mark("Person found"),
    Tactical.TRAPPED: mark("Person trapped"),
    Tactical.GAS_SHUTOFF: mark("Gas shut-off"),
    Tactical.POWER_SHUTOFF: mark("Power shut-off"),
    Tactical.ANCHOR: mark("Anchor point"),
}


def symbol_word(kind: str, symbol: str) -> str:
    """Return the name of a symbol or hazard; one of a newer program by its own name."""
    words = (HAZARDS if kind == SketchKind.HAZARD else TACTICAL).get(symbol)
    return tr(words) if words is not None else symbol


def drawing_words(kind: str, symbol: str, text: str) -> str:
    """Return what a sketch is in one line, e.g. `Hazard, Gas: smells of rotten eggs`."""
    kind_word = tr(KINDS[kind]) if kind in KINDS else kind
    named = {SketchKind.HAZARD: f"{kind_word}, {symbol_word(kind, symbol)}", SketchKind.SYMBOL: symbol_word(kind, symbol)}
    head = named.get(SketchKind(kind), kind_word) if kind in KINDS else kind_word
    return f"{head}: {text}" if text else head


def sketch_words(kind: str, symbol: str, text: str, *, disputed: bool) -> str:
    """Return what a sketch is in one line of a list; one about which desks disagree is marked."""
    words = drawing_words(kind, symbol, text)
    return f"⚠ {words} – {tr('two desks disagree')}" if disputed else words


def sketch_value_words(value: Value) -> str:
    """Return what one desk says of a sketch: what it is, where, how far and how long; or that it is gone."""
    if not isinstance(value, Mapping):
        return tr("removed from the map")
    places, until_ms = as_places(value.get("shape")), value.get("until_ms")
    parts = [drawing_words(as_text(value.get("sketch")), as_text(value.get("symbol")), as_text(value.get("text")))]
    if places:
        parts.append(format_lat_lon(places[0]) + (tr(" and {n} points more", n=len(places) - 1) if len(places) > 1 else ""))
    if isinstance(value.get("radius_m"), int | float):
        parts.append(tr("{n} m around", n=formats.number(float(str(value["radius_m"])))))
    if isinstance(until_ms, int):
        parts.append(tr("until {time}", time=formats.moment(until_ms)))
    return " · ".join(parts)
