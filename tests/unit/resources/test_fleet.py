from __future__ import annotations

from commandcenter.geo.facilities import Facility
from commandcenter.model.commands import AddDepot, AddFacility, AddStation, AddUnit, MoveStock
from commandcenter.model.ids import derived_id
from commandcenter.model.words import FacilityKind, LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.fleet import default_fleet

CATALOGUE = default_catalogue()
K = FacilityKind


def place(kind: FacilityKind, name: str, lon: float = 8.0) -> Facility:
    return Facility(derived_id(kind, name), kind, name, {"zh": "站"} if name == "Hauptwache" else {}, LonLat(lon, 49.0), {})


TOWN = [
    place(K.FIRE_STATION, "Altstadt"),
    place(K.FIRE_STATION, "Hauptwache"),
    place(K.FIRE_STATION, "Freiwillige Feuerwehr Berg"),
    place(K.FIRE_STATION, "Harbour"),
    place(K.AMBULANCE_STATION, "Rettung"),
    place(K.POLICE_STATION, "Polizei"),
    place(K.HOSPITAL, "Klinik"),
    place(K.HYDRANT, ""),
]


def units_at(name: str, seeded: tuple[object, ...]) -> list[str]:
    station = next(c.station_id for c in seeded if isinstance(c, AddStation) and c.name == name)
    return [c.kind for c in seeded if isinstance(c, AddUnit) and c.station_id == station]


def test_each_station_gets_what_fits_it() -> None:
    commands = default_fleet(TOWN, CATALOGUE).commands
    assert len(units_at("Hauptwache", commands)) > 10
    assert units_at("Freiwillige Feuerwehr Berg", commands) == ["engine"]
    assert units_at("Altstadt", commands) == ["engine", "ambulance", "ladder"]
    assert units_at("Harbour", commands) == ["engine", "ambulance", "rescue", "boat"]
    assert units_at("Rettung", commands) == ["ambulance", "als", "doctor"]
    assert "police" in units_at("Polizei", commands)
    assert [c.name for c in commands if isinstance(c, AddFacility)] == ["Klinik"]


def test_callsigns_and_ids_are_unique_and_repeatable() -> None:
    one, two = default_fleet(TOWN, CATALOGUE), default_fleet(TOWN[::-1], CATALOGUE)
    assert one == two
    units = [c for c in one.commands if isinstance(c, AddUnit)]
    assert len({u.callsign for u in units}) == len({u.unit_id for u in units}) == len(units)
    assert {"E1", "L1", "R1", "M1", "P1", "B1"} <= {u.callsign for u in units}


def test_a_depot_is_made_where_there_is_none_and_that_is_said() -> None:
    seeded = default_fleet(TOWN, CATALOGUE)
    (depot,) = (c for c in seeded.commands if isinstance(c, AddDepot))
    assert depot.name == "Depot Hauptwache" and depot.names["zh"] == "站物资库"
    assert "one was set up at Hauptwache" in str(seeded.notes[0])
    moves = [c for c in seeded.commands if isinstance(c, MoveStock)]
    assert {m.item for m in moves} == set(CATALOGUE.items) and len({m.move_id for m in moves}) == len(moves)
    with_depot = default_fleet([*TOWN, place(K.DEPOT, "Store")], CATALOGUE)
    assert [c.name for c in with_depot.commands if isinstance(c, AddDepot)] == ["Store"] and with_depot.notes == ()


def test_hospitals_keep_ambulances_where_no_station_does() -> None:
    town = [f for f in TOWN if f.kind != K.AMBULANCE_STATION] + [place(K.HOSPITAL, f"Klinik {n:02}") for n in range(12)]
    commands = default_fleet(town, CATALOGUE).commands
    bases = [c.name for c in commands if isinstance(c, AddStation) and c.kind == K.AMBULANCE_STATION]
    assert len(bases) == 9 and "als" in units_at("Klinik 03", commands)


def test_an_empty_region_says_what_is_missing() -> None:
    seeded = default_fleet([], CATALOGUE)
    assert seeded.commands == () and len(seeded.notes) == 2


def test_the_main_station_lets_every_plan_start() -> None:
    commands = default_fleet(TOWN, CATALOGUE).commands
    had = {name for c in commands if isinstance(c, AddUnit) for name in c.capabilities}
    life_critical = {n.capability for p in CATALOGUE.plans.values() for n in p.level(1).needs if n.tier == 1}
    assert life_critical <= had
