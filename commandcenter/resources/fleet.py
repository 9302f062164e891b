"""A sensible first fleet for a region, from the stations its map knows, so that a newcomer can dispatch at once.

Everything is derived from the map object's identity and its place in the list: seeding twice gives the same commands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from commandcenter.geo.facilities import Facility
from commandcenter.model.commands import AddDepot, AddFacility, AddStation, AddUnit, Command, MoveStock
from commandcenter.model.ids import derived_id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import FacilityKind
from commandcenter.resources.catalogue import Catalogue

STATION_KINDS = (FacilityKind.FIRE_STATION, FacilityKind.AMBULANCE_STATION, FacilityKind.POLICE_STATION)
PLACE_KINDS = (FacilityKind.HOSPITAL, FacilityKind.SHELTER, FacilityKind.HELIPAD)

_FIRE_FIRST = (
    *("engine", "engine", "ladder", "rescue", "command", "ambulance", "tanker"),
    *("truck", "hazmat", "foam", "pump_unit", "search", "drone", "power_truck"),
)
"""What the main fire station has."""
_FIRE_EVERY = ("engine", "ambulance")
_FIRE_IN_TURN = ("ladder", "rescue", "als", "tanker", "hazmat", "foam", "command", "search", "pump_unit", "wildland")
"""The third vehicle of each further station, in turn."""
_VOLUNTEER = ("engine",)
_AMBULANCE = ("ambulance", "als", "doctor")
_POLICE_FIRST = ("police", "police", "crowd", "k9", "eod")
_POLICE = ("police", "police")
_HOSPITAL_FIRST = ("doctor", "als", "mci")
_HOSPITAL = ("als", "ambulance")
_HOSPITAL_SHARE = 3
_HOSPITALS_ALL = 6
"""Where the map knows no ambulance station, these many hospitals and every third of the rest keep ambulances."""
_UTILITY = ("utility", "animal", "shelter")
"""At the main fire station, so that every response plan has somebody."""

_VOLUNTEER_WORDS = ("volunteer", "freiwillig", "志愿", "pompiers volontaires", "vapaaehto")
_MAIN_WORDS = ("headquarters", "main station", "central", "berufsfeuerwehr", "hauptwache", "消防总站", "特勤", "支队", "keskuspelastusasema")
_WATER_WORDS = (
    "harbour",
    "harbor",
    "hafen",
    "river",
    "marine",
    "water",
    "boat",
    "wasser",
    "port ",
    "quay",
    "dock",
    "港",
    "江",
    "河",
    "水上",
    "satama",
)


@dataclass(frozen=True, slots=True)
class Seeded:
    """The commands that bring a fleet into an operation, and what should be said of it."""

    commands: tuple[Command, ...]
    notes: tuple[Sentence, ...]


def default_fleet(facilities: Sequence[Facility], catalogue: Catalogue) -> Seeded:
    """Return stations, units, facilities and depots with stock for a region's facilities."""
    ordered = sorted(facilities, key=lambda f: (f.name or "~", f.id))
    stations = [f for f in ordered if f.kind in STATION_KINDS]
    notes: list[Sentence] = []
    commands: list[Command] = [AddStation(_name(f), f.kind.value, f.at, f.id, f.names) for f in stations]
    seeding = _Seeding(catalogue, Counter())
    for base, kinds in _vehicles(ordered):
        if base.kind == FacilityKind.HOSPITAL:
            commands.append(AddStation(_name(base), FacilityKind.AMBULANCE_STATION.value, base.at, derived_id(base.id, "ambulance base"), base.names))
        commands += seeding.units(base, kinds)
    commands += [AddFacility(_name(f), f.kind.value, f.at, f.id, f.names) for f in ordered if f.kind in PLACE_KINDS]
    if not any(isinstance(c, AddUnit) for c in commands):
        notes.append(say("The map of this region has no fire, ambulance or police station; add units by hand or import them."))
    depots, note = _depots(ordered, catalogue)
    return Seeded((*commands, *depots), (*notes, *note))


@dataclass(frozen=True, slots=True)
class _Seeding:
    catalogue: Catalogue
    numbers: Counter[str]

    def units(self, base: Facility, kinds: Sequence[str]) -> Iterator[AddUnit]:
        """Yield a station's units with the next callsigns of their kinds."""
        station_id = derived_id(base.id, "ambulance base") if base.kind == FacilityKind.HOSPITAL else base.id
        for place, code in enumerate(kinds):
            kind = self.catalogue.kinds[code]
            self.numbers[kind.prefix] += 1
            yield AddUnit(
                callsign=f"{kind.prefix}{self.numbers[kind.prefix]}",
                kind=code,
                capabilities=kind.capabilities,
                crew=kind.crew,
                station_id=station_id,
                at=base.at,
                profile=kind.profile,
                unit_id=derived_id(base.id, "unit", str(place), code),
            )


def _vehicles(ordered: Sequence[Facility]) -> Iterator[tuple[Facility, Sequence[str]]]:
    fire = [f for f in ordered if f.kind == FacilityKind.FIRE_STATION]
    main = main_fire_station(fire)
    turn = 0
    for base in fire:
        boat = ("boat",) if base is main or _says(base, _WATER_WORDS) else ()
        if base is main:
            yield base, (*_FIRE_FIRST, *boat, "dive", *_UTILITY)
        elif _says(base, _VOLUNTEER_WORDS):
            yield base, (*_VOLUNTEER, *boat)
        else:
            yield base, (*_FIRE_EVERY, _FIRE_IN_TURN[turn % len(_FIRE_IN_TURN)], *boat)
            turn += 1
    ambulance = [f for f in ordered if f.kind == FacilityKind.AMBULANCE_STATION]
    yield from ((base, _AMBULANCE) for base in ambulance)
    hospitals = [f for f in ordered if f.kind == FacilityKind.HOSPITAL]
    bases = hospitals[:_HOSPITALS_ALL] + hospitals[_HOSPITALS_ALL::_HOSPITAL_SHARE] if not ambulance else []
    for n, base in enumerate(bases):
        yield base, _HOSPITAL_FIRST if n == 0 else _HOSPITAL
    for n, base in enumerate(f for f in ordered if f.kind == FacilityKind.POLICE_STATION):
        yield base, _POLICE_FIRST if n == 0 else _POLICE


def main_fire_station(fire: Sequence[Facility]) -> Facility | None:
    """Return the station that looks like the headquarters: by its name, else the first that is not a volunteer one."""
    named = [f for f in fire if _says(f, _MAIN_WORDS)]
    professional = [f for f in fire if not _says(f, _VOLUNTEER_WORDS)]
    return next(iter([*named, *professional, *fire]), None)


def _depots(ordered: Sequence[Facility], catalogue: Catalogue) -> tuple[list[Command], tuple[Sentence, ...]]:
    given = [f for f in ordered if f.kind == FacilityKind.DEPOT]
    if given:
        return [c for depot in given for c in _depot(depot, _name(depot), depot.names, catalogue)], ()
    main = main_fire_station([f for f in ordered if f.kind == FacilityKind.FIRE_STATION])
    if main is None:
        return [], (say("The map of this region has no depot; there are no supplies."),)
    names = {"en": f"Depot {_name(main)}", "zh": f"{main.names.get('zh', _name(main))}物资库"}
    note = say("The map of this region has no depot; one was set up at {station}.", station=_name(main))
    return _depot(main, names["en"], names, catalogue), (note,)


def _depot(place: Facility, name: str, names: Mapping[str, str], catalogue: Catalogue) -> list[Command]:
    depot_id = derived_id(place.id, "depot")
    moves = [
        MoveStock(depot_id, i.code, i.depot_stock, i.unit, reason="first stock", move_id=derived_id(depot_id, "first stock", i.code))
        for i in catalogue.items.values()
        if i.depot_stock
    ]
    return [AddDepot(name, place.at, depot_id, names), *moves]


_KIND_NAMES = {
    FacilityKind.FIRE_STATION: "Fire station",
    FacilityKind.POLICE_STATION: "Police station",
    FacilityKind.AMBULANCE_STATION: "Ambulance station",
    FacilityKind.HOSPITAL: "Hospital",
    FacilityKind.SHELTER: "Shelter",
    FacilityKind.HELIPAD: "Helipad",
    FacilityKind.DEPOT: "Depot",
}


def _name(place: Facility) -> str:
    return place.name or _KIND_NAMES[place.kind]


def _says(place: Facility, words: Sequence[str]) -> bool:
    text = " ".join((place.name, *place.names.values())).casefold() + " "
    return any(word in text for word in words)
