"""Rows of `units.csv`, and the kinds of units that other files name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from commandcenter.model.commands import AddUnit
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.sentences import say
from commandcenter.resources.catalogue import UnitKind
from commandcenter.resources.csv_reading import Reading, Rows, Thing, word
from commandcenter.resources.csv_tables import Line, Report, read_lines

MOST_CREW = 100
_OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "engine": ("pump", "pumper", "pump_ladder", "fire_engine", "lf", "hlf"),
    "ladder": ("aerial", "turntable_ladder", "truck_company", "aerial_ladder_platform", "drehleiter", "dlk"),
    "rescue": ("fire_rescue_unit", "heavy_rescue", "rw"),
    "command": ("command_unit", "elw"),
    "foam": ("bulk_foam_unit",),
    "ambulance": ("bls", "rtw"),
    "als": ("medic", "paramedic"),
    "hazmat": ("hazmat_unit", "gw_g"),
    "tanker": ("water_tender", "tender", "tlf"),
    "police": ("patrol", "patrol_car"),
}


def units(reading: Reading, path: Path, report: Report) -> Rows:
    """Yield the units; those with the same `shared_crew` have one crew between them."""
    columns = ("callsign", "kind", "station", "crew", "capabilities", "profile", "lat", "lon", "shared_crew")
    for line in read_lines(path, ("callsign", "kind"), columns, report):
        callsign, kind = line.required("callsign"), unit_kind(reading, line)
        base = _base(reading, line)
        capabilities = _capabilities(reading, line, kind)
        crew = line.whole_in("crew", 0, MOST_CREW) if line.get("crew") else (kind.crew if kind else None)
        if callsign is None or kind is None or base is None or capabilities is None or crew is None:
            continue
        if base.at is None or reading.units.named_twice(line, "callsign"):
            continue
        unit_id = derived_id("unit", callsign.casefold())
        profile, station = line.get("profile") or kind.profile, base.id or None
        if reading.fresh(reading.units, callsign, Thing(unit_id, base.at)):
            yield line.number, AddUnit(callsign, kind.code, capabilities, crew, station, base.at, profile, unit_id, line.get("shared_crew"))


def unit_kind(reading: Reading, line: Line) -> UnitKind | None:
    """Return the kind that a row means, or note that there is none."""
    text = word(line.get("kind"))
    for kind in reading.catalogue.kinds.values():
        if text in (kind.code, word(kind.en), kind.zh, *_OTHER_WORDS.get(kind.code, ())):
            return kind
    line.issue("kind", say("There is no such kind of unit."))
    return None


def _base(reading: Reading, line: Line) -> Thing | None:
    """Return the station of a row, or its own position as a place without an id."""
    name = line.get("station")
    if name:
        station = reading.stations.find(name)
        if station is None:
            line.issue("station", say("There is no such station in stations.csv or in the operation."))
        return station
    if not line.get("lat") and not line.get("lon"):
        line.issue("station", say("A unit needs a station, or latitude and longitude."))
        return None
    at = reading.place(line)
    return None if at is None else Thing(Id(""), at)


def _capabilities(reading: Reading, line: Line, kind: UnitKind | None) -> Mapping[str, int] | None:
    """Read `pump:1 ladder` or `pump, ladder`; where the cell is empty, those of the kind."""
    found: dict[str, int] = {}
    for part in line.parts("capabilities"):
        name, _, quantity = part.partition(":")
        if name not in reading.catalogue.capabilities or not (quantity or "1").isdecimal() or int(quantity or "1") < 1:
            line.issue("capabilities", say("“{part}” is not a capability.", part=part))
            return None
        found[name] = int(quantity or "1")
    return found or (kind.capabilities if kind else None)
