from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.dispatch.handlers.partners import PARTNER_KINDS
from commandcenter.model.commands import (
    AddDepot,
    AddFacility,
    AddPartner,
    AddStation,
    AddUnit,
    ChangeFacility,
    MoveStock,
    OfferStock,
    OfferTeam,
    ReportCapacity,
    SetMinimum,
)
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.csv_import import FILES, Imported, import_folder, samples, write_samples
from commandcenter.resources.csv_partners import PARTNER_WORDS
from commandcenter.resources.csv_reading import Known, Thing

CATALOGUE = default_catalogue()


def load(folder: Path, encoding: str = "utf-8", **files: str) -> Imported:
    for name, text in files.items():
        (folder / f"{name}.csv").write_bytes(text.encode(encoding))
    return import_folder(folder, CATALOGUE)


def issues(imported: Imported) -> list[tuple[str, int, str, str]]:
    return [(i.file, i.row, i.column, str(i.sentence)) for i in imported.issues]


def test_a_whole_agency(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        stations="name,name_zh,kind,lat,lon\nWest,西站,fire,49.4,8.6\nWache,,Rettungswache,49.41,8.61\n",
        units="callsign,kind,station,crew,capabilities\nE1,Engine,West,5,\nM1,als,wache,,als:1 bls\n\n",
        depots="name,lat,lon\nDepot,49.4,8.6\n",
        stock="depot,item,quantity,batch,expires\nDepot,Blanket,40,a,2027/03/31\nDepot,Pickaxe,3,,\n",
        facilities="name,kind,lat,lon\nSpital,hospital,49.42,8.62\n",
    )
    assert found.issues == () and found.loaded == {"stations.csv": 2, "units.csv": 2, "depots.csv": 1, "stock.csv": 2, "facilities.csv": 1}
    west, wache, e1, m1, depot, blanket, pickaxe, spital = found.commands
    assert isinstance(west, AddStation) and (west.kind, west.at, west.names) == ("fire_station", LonLat(8.6, 49.4), {"zh": "西站"})
    assert isinstance(wache, AddStation) and wache.kind == "ambulance_station"
    assert isinstance(e1, AddUnit) and (e1.crew, e1.station_id, e1.at, e1.capabilities) == (
        5,
        west.station_id,
        west.at,
        CATALOGUE.kinds["engine"].capabilities,
    )
    assert isinstance(m1, AddUnit) and (m1.crew, m1.capabilities, m1.profile) == (2, {"als": 1, "bls": 1}, "ambulance")
    assert isinstance(depot, AddDepot) and isinstance(spital, AddFacility)
    assert isinstance(blanket, MoveStock) and (blanket.item, blanket.depot_id, blanket.expires) == ("blanket", depot.depot_id, "2027-03-31")
    assert isinstance(pickaxe, MoveStock) and (pickaxe.item, pickaxe.unit) == ("Pickaxe", "pcs")


def test_a_second_import_gives_the_same_ids(tmp_path: Path) -> None:
    files = {"depots": "name,lat,lon\nD,1,2\n", "stock": "depot,item,quantity\nD,blanket,4\nD,blanket,4\n", "stations": "name,lat,lon\nA,1,2\n"}
    first, second = load(tmp_path, **files), load(tmp_path, **files)
    assert first == second
    moves = [c.move_id for c in first.commands if isinstance(c, MoveStock)]
    assert len(set(moves)) == 2


def test_dirty_rows_are_named_and_the_rest_loads(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        stations="name,kind,lat,lon\nA,fire,91,8\n,fire,49,8\nB,castle,49,8\nC,fire,north,8\nD,fire,49,8\nd,fire,49,8\nE,fire,0,0\nF,fire,49\n",
        units="callsign,kind,station,crew,capabilities,lat,lon\n"
        "E1,engine,D,,,,\nE1,engine,D,,,,\nE2,dragon,D,,,,\nE3,engine,X,,,,\nE4,engine,,,,,\nE5,engine,D,many,,,\nE6,engine,D,,fly:1,,\nE7,engine,,4,,49,8\n",
        stock="depot,item,quantity,expires\nNowhere,blanket,1,\n",
    )
    assert [c.name for c in found.commands if isinstance(c, AddStation)] == ["D"]
    assert [c.callsign for c in found.commands if isinstance(c, AddUnit)] == ["E1", "E7"]
    assert issues(found) == [
        ("stations.csv", 2, "lat", "This is not between -90 and 90."),
        ("stations.csv", 3, "name", "This is empty."),
        ("stations.csv", 4, "kind", "There is no such kind of place."),
        ("stations.csv", 5, "lat", "This is not a number."),
        ("stations.csv", 7, "name", "This stands twice; the first one counts."),
        ("stations.csv", 8, "lat", "Latitude 0, longitude 0 is in the sea: the position is missing."),
        ("stations.csv", 9, "lon", "This is empty."),
        ("units.csv", 3, "callsign", "This stands twice; the first one counts."),
        ("units.csv", 4, "kind", "There is no such kind of unit."),
        ("units.csv", 5, "station", "There is no such station in stations.csv or in the operation."),
        ("units.csv", 6, "station", "A unit needs a station, or latitude and longitude."),
        ("units.csv", 7, "crew", "This is not a number."),
        ("units.csv", 8, "capabilities", "“fly:1” is not a capability."),
        ("stock.csv", 2, "depot", "There is no such depot in depots.csv or in the operation."),
    ]
    assert found.issues[0].value == "91"


def test_stock_needs_whole_amounts_and_real_dates(tmp_path: Path) -> None:
    rows = "depot,item,quantity,expires\nD,blanket,0,\nD,blanket,1.5,\nD,,1,\nD,blanket,1,31.12.2027\nD,blanket,-4,\n"
    found = load(tmp_path, depots="name,lat,lon\nD,1,2\n", stock=rows)
    assert [(i.row, i.column) for i in found.issues] == [(2, "quantity"), (3, "quantity"), (4, "item"), (5, "expires"), (6, "quantity")]
    assert found.loaded["stock.csv"] == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_are_recognised(tmp_path: Path, encoding: str, delimiter: str) -> None:
    found = load(tmp_path, encoding, stations="站名,纬度,经度\n东湖消防站,30.5,114.3\n".replace(",", delimiter))
    (station,) = found.commands
    assert isinstance(station, AddStation) and (station.name, station.at) == ("东湖消防站", LonLat(114.3, 30.5))


def test_a_decimal_comma_is_read(tmp_path: Path) -> None:
    (station,) = load(tmp_path, stations="Name;Breite;Länge\nWest;49,41;8,69\n").commands
    assert isinstance(station, AddStation) and station.at == LonLat(8.69, 49.41)


def test_files_that_are_no_tables_are_said(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_bytes(b"\xff\xff\xff\x00")
    found = load(tmp_path, stations="foo,bar\n1,2\n", depots="", facilities='name,kind,lat,lon\n"open,hospital,1,2\n')
    said = issues(found)
    assert ("units.csv", 0, "", "The file is neither UTF-8 nor GB18030 text.") in said
    assert [s[2] for s in said if s[0] == "stations.csv"] == ["name", "lat", "lon"]
    assert [s[2] for s in said if s[0] == "depots.csv"] == ["name"]
    assert any(s[0] == "facilities.csv" for s in said) and found.commands == ()


def test_a_folder_without_any_of_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"stations\.csv"):
        import_folder(tmp_path, CATALOGUE)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.text(max_size=200))
def test_whatever_the_file_holds_it_is_read_or_reported(tmp_path: Path, raw: bytes, text: str) -> None:
    (tmp_path / "stations.csv").write_bytes(raw)
    (tmp_path / "units.csv").write_bytes(b"callsign,kind,station,lat,lon\n" + text.encode("utf-8", "surrogatepass"))
    found = import_folder(tmp_path, CATALOGUE)
    assert set(found.loaded) == {"stations.csv", "units.csv"}


def test_londons_fire_stations(data_dir: Path, tmp_path: Path) -> None:
    source = data_dir / "calls/lfb/lfb-stations-jun2021.csv"
    if not source.is_file():
        pytest.skip("the London station file is not here")
    shutil.copy(source, tmp_path / "stations.csv")
    found = import_folder(tmp_path, CATALOGUE)
    with source.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    by_name = {s.name: s.at for s in found.commands if isinstance(s, AddStation)}
    assert found.issues == () and len(by_name) == len(rows) > 90
    for row in rows:
        assert by_name[row["Station_Name"].strip()] == LonLat(float(row["Station_Longitude"]), float(row["Station_Latitude"]))


def test_londons_fleet_list_lacks_stations_and_says_so(data_dir: Path, tmp_path: Path) -> None:
    source = data_dir / "calls/lfb/lfb-fleet-jan2022.csv"
    if not source.is_file():
        pytest.skip("the London fleet file is not here")
    shutil.copy(source, tmp_path / "units.csv")
    found = import_folder(tmp_path, CATALOGUE)
    assert found.commands == ()
    assert {i.column for i in found.issues} <= {"station", "kind", "callsign"} and len(found.issues) > 100


PLACES = "name,lat,lon\nD,1,2\n"


def test_cross_staffed_units_share_a_crew_by_name(tmp_path: Path) -> None:
    found = load(tmp_path, units="callsign,kind,lat,lon,共用车组\nE1,engine,1,2,East\nL1,ladder,1,2,East\nE2,engine,1,2,\n")
    assert [(c.callsign, c.shared_crew) for c in found.commands if isinstance(c, AddUnit)] == [("E1", "East"), ("L1", "East"), ("E2", "")]


def test_minimum_levels_and_what_is_wrong_with_them(tmp_path: Path) -> None:
    rows = "depot,item,minimum\nD,Blanket,40\nd,blanket,50\nD,unicorn,1\nX,cot,1\nD,cot,-1\nD,ration,0\n"
    found = load(tmp_path, depots=PLACES, minimums=rows)
    assert [(c.item, c.quantity) for c in found.commands if isinstance(c, SetMinimum)] == [("blanket", 40), ("ration", 0)]
    assert [(row.row, type(row.command)) for row in found.rows] == [(2, AddDepot), (2, SetMinimum), (7, SetMinimum)]
    assert [(row, column) for _, row, column, _ in issues(found)] == [(3, "item"), (4, "item"), (5, "depot"), (6, "minimum")]


def test_facilities_with_services_and_their_capacity(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        facilities="name,kind,lat,lon,services\nClinic,hospital,1,2,trauma;Burns centre\nHall,shelter,1,2,trauma\nBarn,shelter,1,2,\n",
        capacities="facility,care,total,taken\nclinic,icu,10,4\nClinic,ICU,9,9\nBarn,shelter_place,5,6\nBarn,icu,5,1\nBarn,bunk,5,1\nNowhere,icu,1,1\n",
    )
    clinic, services, barn, report = found.commands
    assert isinstance(clinic, AddFacility) and isinstance(services, ChangeFacility) and isinstance(barn, AddFacility)
    assert (services.facility_id, services.services) == (clinic.facility_id, ("trauma", "burns"))
    assert isinstance(report, ReportCapacity) and (report.facility_id, report.care, report.total, report.taken) == (clinic.facility_id, "icu", 10, 4)
    assert found.loaded["facilities.csv"] == 2
    assert issues(found) == [
        ("facilities.csv", 3, "services", "This kind of place has none: “trauma”."),
        ("capacities.csv", 3, "care", "This stands twice; the first one counts."),
        ("capacities.csv", 4, "taken", "6 places cannot be taken of 5."),
        ("capacities.csv", 5, "care", "This kind of place has none: “icu”."),
        ("capacities.csv", 6, "care", "There is no such kind of places or service: “bunk”."),
        ("capacities.csv", 7, "facility", "There is no such place in facilities.csv or in the operation."),
    ]


def test_partners_their_depots_and_what_they_offer(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        partners="name,kind,contact\nBuild Ltd,企业,Ms Hill\nNeighbours,volunteers,\nNobody,gods,\n",
        depots="name,lat,lon,partner\nYard,1,2,build ltd\nShed,1,2,Strangers\n",
        offers="partner,item,quantity,callsign,kind,crew,lat,lon\nBuild Ltd,generator,2,,,,1,2\nNeighbours,,,N1,search,8,1,2\n"
        "Neighbours,cot,1,N2,search,8,1,2\nNeighbours,,,,,,1,2\nStrangers,cot,1,,,,1,2\nBuild Ltd,unicorn,1,,,,1,2\nNeighbours,,,N3,dragon,8,1,2\n",
    )
    build, neighbours, yard, goods, team = found.commands
    assert isinstance(build, AddPartner) and (build.kind, build.contact) == ("company", "Ms Hill")
    assert isinstance(neighbours, AddPartner) and neighbours.kind == "volunteers"
    assert isinstance(yard, AddDepot) and yard.partner_id == build.partner_id
    assert isinstance(goods, OfferStock) and (goods.partner_id, goods.item, goods.quantity) == (build.partner_id, "generator", 2)
    assert isinstance(team, OfferTeam) and (team.partner_id, team.callsign, team.kind, team.crew) == (neighbours.partner_id, "N1", "search", 8)
    assert [(file, row, column) for file, row, column, _ in issues(found)] == [
        ("partners.csv", 4, "kind"),
        ("depots.csv", 3, "partner"),
        ("offers.csv", 4, "item"),
        ("offers.csv", 5, "item"),
        ("offers.csv", 6, "partner"),
        ("offers.csv", 7, "item"),
        ("offers.csv", 8, "kind"),
    ]


def test_the_words_for_partners_are_those_of_the_desk() -> None:
    assert set(PARTNER_WORDS) == set(PARTNER_KINDS)


def test_a_depot_on_a_unit_is_where_the_unit_is(tmp_path: Path) -> None:
    found = load(tmp_path, units="callsign,kind,lat,lon\nT1,truck,3,4\n", depots="name,carried_by\nOn T1,t1\nOn T2,T2\n")
    truck, depot = found.commands
    assert isinstance(truck, AddUnit) and isinstance(depot, AddDepot) and (depot.unit_id, depot.at) == (truck.unit_id, LonLat(4, 3))
    assert ("depots.csv", 3, "carried_by", "This name is neither in the files nor in the operation.") in issues(found)


def test_rows_may_name_what_the_operation_has_and_need_not_add_it(tmp_path: Path) -> None:
    depot, ward = derived_id("old depot"), derived_id("old hospital")
    known = Known(depots={"d": Thing(depot)}, facilities={"st. mary": Thing(ward, kind="hospital")}, units={"e1": Thing(derived_id("e1"))})
    (tmp_path / "depots.csv").write_text(PLACES)
    (tmp_path / "units.csv").write_text("callsign,kind,lat,lon\nE1,engine,1,2\n")
    (tmp_path / "minimums.csv").write_text("depot,item,minimum\nD,cot,3\n")
    (tmp_path / "capacities.csv").write_text("facility,care,total,taken\nSt.  Mary,icu,3,1\n")
    found = import_folder(tmp_path, CATALOGUE, known)
    level, report = found.commands
    assert isinstance(level, SetMinimum) and level.depot_id == depot
    assert isinstance(report, ReportCapacity) and report.facility_id == ward
    assert (found.there_already, found.issues) == (2, ())


def test_a_position_that_no_road_leads_to_is_doubted_and_taken(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("callsign,kind,lat,lon\nE1,engine,1,2\nE2,engine,-40,-140\n")
    found = import_folder(tmp_path, CATALOGUE, Known(by_road=lambda at: at.lat > 0))
    assert len(found.commands) == 2
    assert [(i.row, i.column, i.taken, "in the sea" in str(i.sentence)) for i in found.issues] == [(3, "lat", True, True)]


def test_examples_of_all_files_are_written_and_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("mine\n")
    written = write_samples(tmp_path)
    assert set(written) == set(FILES) and [name for name, fresh in written.items() if not fresh] == ["units.csv"]
    assert (tmp_path / "units.csv").read_text() == "mine\n"
    found = import_folder(samples(), CATALOGUE, Known(depots={"central relief depot": Thing(derived_id("d"))}))
    assert all(found.loaded.values()) and {(i.file, i.column) for i in found.issues} == {("capacities.csv", "facility")}
