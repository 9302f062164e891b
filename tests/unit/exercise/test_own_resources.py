"""A scenario's own units, stations and depots: kept as they were typed, read, and joined with what the region has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from commandcenter.exercise.draft import new_draft, read_draft, write_draft
from commandcenter.exercise.folder import read_scenario
from commandcenter.exercise.own_resources import COLUMNS, DEPOTS, STATIONS, UNITS, Cells, commands_of, read_tables, region_tables, with_region
from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import AddDepot, AddFacility, AddStation, AddUnit, MoveStock
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.fleet import default_fleet
from tests.unit.exercise.town import START_MS, TOWN, fleet

CATALOGUE = default_catalogue()
HERE = LonLat(8.5, 49.25)


def row(file: str, **cells: str) -> Cells:
    return {column: cells.get(column, "") for column in COLUMNS[file]}


STATION = row(STATIONS, name="North", name_zh="北站", kind="fire", lat="49.5", lon="8.5")
UNIT = row(UNITS, callsign="E1", kind="engine", station="North", crew="4")


def test_what_was_typed_is_written_read_again_and_played(tmp_path: Path) -> None:
    tables = {STATIONS: (STATION,), UNITS: (UNIT, row(UNITS, callsign="A1", kind="ambulance", lat="49.4", lon="8.4"))}
    draft = replace(new_draft("mine", "grid", START_MS).add(-1, kind="information", time="M+1"), tables=tables)
    write_draft(tmp_path / "mine", draft)
    assert read_draft(tmp_path / "mine").tables == tables
    played = read_scenario(tmp_path / "mine", CATALOGUE)
    assert played.resources == draft.whole(CATALOGUE).resources
    assert [one.callsign for one in played.resources if isinstance(one, AddUnit)] == ["E1", "A1"]
    assert [one.names for one in played.resources if isinstance(one, AddStation)] == [{"zh": "北站"}]


def test_what_cannot_be_read_is_kept_and_named_by_file_row_and_column() -> None:
    wrong = row(UNITS, callsign="E2", kind="dragon", station="South", crew="many")
    draft = replace(new_draft("mine", "grid", START_MS), tables={STATIONS: (STATION,), UNITS: (UNIT, wrong, UNIT)})
    found = draft.whole(CATALOGUE)
    assert {(issue.file, issue.row, issue.column) for issue in found.issues} == {
        *((UNITS, 3, column) for column in ("kind", "station", "crew")),
        (UNITS, 4, "callsign"),
    }
    assert draft.tables[UNITS][1] == wrong


def test_a_table_that_is_emptied_is_no_file_any_more_and_other_files_go_along(tmp_path: Path) -> None:
    draft = replace(new_draft("mine", "grid", START_MS), tables={STATIONS: (STATION,), UNITS: (UNIT,)})
    write_draft(tmp_path / "mine", draft)
    (tmp_path / "mine" / "facilities.csv").write_text("name,kind,lat,lon\nClinic,hospital,49.5,8.5\n", encoding="utf-8")
    again = read_draft(tmp_path / "mine")
    write_draft(tmp_path / "copy", replace(again, tables={**again.tables, UNITS: ()}))
    assert not (tmp_path / "copy" / UNITS).exists()
    assert (tmp_path / "mine" / UNITS).exists()
    assert [type(one) for one in read_draft(tmp_path / "copy").whole(CATALOGUE).resources] == [AddStation, AddFacility]


def test_a_file_that_cannot_be_read_whole_is_left_as_it_is(tmp_path: Path) -> None:
    write_draft(tmp_path / "mine", new_draft("mine", "grid", START_MS))
    (tmp_path / "mine" / UNITS).write_text("who,what\nE1,engine\n", encoding="utf-8")
    draft = read_draft(tmp_path / "mine")
    assert draft.tables == {}
    assert {issue.file for issue in draft.whole(CATALOGUE).issues} == {UNITS}
    write_draft(tmp_path / "copy", draft)
    assert (tmp_path / "copy" / UNITS).read_text(encoding="utf-8") == "who,what\nE1,engine\n"


def test_a_region_s_own_come_out_as_they_go_in_and_equal_names_are_told_apart() -> None:
    names = {"en": "Fire station", "zh": "消防站"}
    twins = [AddStation("Fire station", "fire_station", HERE, Id(f"{n:032x}"), names) for n in (1, 2)]
    units = [AddUnit(f"E{n}", "engine", {"pump": 1}, 4, Id(f"{n:032x}"), HERE, "engine") for n in (1, 2)]
    depots = [AddDepot("Depot", HERE, derived_id("depot", str(n))) for n in (1, 2)]
    blankets = MoveStock(derived_id("depot", "2"), "blanket", 60, "pcs", move_id=Id("e" * 32))
    tables = region_tables([*twins, *units, *depots, blankets])
    assert [cells["name"] for cells in tables[STATIONS]] == ["Fire station", "Fire station (2)"]
    assert [cells["station"] for cells in tables[UNITS]] == ["Fire station", "Fire station (2)"]
    assert [cells["name"] for cells in tables[DEPOTS]] == ["Depot", "Depot (2)"]
    commands, issues = commands_of(tables, None, CATALOGUE)
    assert issues == ()
    assert [(one.callsign, one.capabilities, one.crew, one.at) for one in commands if isinstance(one, AddUnit)] == [
        ("E1", {"pump": 1}, 4, HERE),
        ("E2", {"pump": 1}, 4, HERE),
    ]
    assert [one.names for one in commands if isinstance(one, AddStation)] == [names, names]
    assert [(one.depot_id, one.quantity) for one in commands if isinstance(one, MoveStock)] == [(derived_id("depot", "depot (2)"), 60)]


def test_own_crews_take_the_place_of_the_region_s_and_what_is_not_listed_stays() -> None:
    region = [*fleet(*TOWN), AddFacility("Clinic", "hospital", HERE), AddDepot("Depot", HERE), MoveStock(Id("d" * 32), "blanket", 5)]
    own, issues = commands_of({UNITS: (row(UNITS, callsign="X1", kind="engine", lat="49.4", lon="8.4"),)}, None, CATALOGUE)
    assert issues == ()
    together = with_region(own, region)
    assert [one.callsign for one in together if isinstance(one, AddUnit)] == ["X1"]
    assert [one for one in together if isinstance(one, AddStation)] == []
    assert [type(one) for one in together if not isinstance(one, AddUnit)].count(AddFacility) == sum(isinstance(one, AddFacility) for one in region)
    assert any(isinstance(one, MoveStock) for one in together)
    assert with_region((), region) == region


def test_nothing_written_is_nothing(tmp_path: Path) -> None:
    assert commands_of({}, None, CATALOGUE) == ((), ())
    assert read_tables(tmp_path) == {}


def test_the_training_region_s_own_can_be_written_and_read_without_a_fault(training_pack: RegionPack) -> None:
    region = default_fleet(training_pack.facilities(), CATALOGUE).commands
    commands, issues = commands_of(region_tables(region), None, CATALOGUE)
    assert issues == ()
    for sort in (AddStation, AddUnit, AddDepot, MoveStock):
        assert sum(isinstance(one, sort) for one in commands) == sum(isinstance(one, sort) for one in region) > 0
