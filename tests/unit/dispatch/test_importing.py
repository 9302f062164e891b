"""Files brought into an operation that has something already."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commandcenter.dispatch.importing import bring_in, known_of, only_new
from commandcenter.model.commands import AddFacility, AddUnit, Command
from commandcenter.model.errors import Refused
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.csv_import import Imported, import_folder

CATALOGUE = default_catalogue()


@dataclass
class StageDoor:
    """Submits on a test stage."""

    stage: Any

    async def submit_all(self, commands: Sequence[Command]) -> Sequence[object]:
        outcomes: list[object] = []
        for command in commands:
            try:
                outcomes.append(self.stage.do(command))
            except Refused as refused:
                outcomes.append(refused)
        return outcomes


def read(stage: Any, roads: Any, folder: Path, **files: str) -> Imported:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return only_new(stage.picture, import_folder(folder, CATALOGUE, known_of(stage.picture, roads)))


FILES = {
    "units": "callsign,kind,lat,lon,shared_crew\nE1,engine,0.01,0.01,East\nL1,ladder,0.01,0.01,East\n",
    "partners": "name,kind\nBuild Ltd,company\n",
    "depots": "name,lat,lon,partner\nYard,0.01,0.02,Build Ltd\nStore,0.02,0.02,\n",
    "stock": "depot,item,quantity\nStore,cot,40\n",
    "minimums": "depot,item,minimum\nStore,cot,50\n",
    "facilities": "name,kind,lat,lon,services\nSt. Mary,hospital,0.02,0.01,trauma\n",
    "capacities": "facility,care,total,taken\nSt. Mary,icu,10,4\nOld Clinic,icu,8,1\n",
    "offers": "partner,item,quantity,callsign,kind,crew,lat,lon\nBuild Ltd,generator,2,,,,0.01,0.02\nBuild Ltd,,,B1,truck,2,0.01,0.02\n",
}


def test_a_whole_agency_comes_in_once(stage: Any, grid: Any, tmp_path: Path) -> None:
    stage.do(AddFacility("Old Clinic", "hospital", LonLat(0.03, 0.03), names={"zh": "老诊所"}))
    found = read(stage, grid, tmp_path, **FILES)
    done = asyncio.run(bring_in(StageDoor(stage), found))
    assert (found.issues, done.refused, done.taken) == ((), (), len(found.rows))
    picture = stage.picture
    assert {u.callsign: u.shared_crew for u in picture.units()} == {"E1": "East", "L1": "East"}
    store = next(d for d in picture.depots() if d.name == "Store")
    yard = next(d for d in picture.depots() if d.name == "Yard")
    partner = next(iter(picture.supplies.partners()))
    assert (store.minimums, store.partner, yard.partner) == ({"cot": 50}, None, partner.id)
    assert {f.name: (f.services, f.places["icu"].total) for f in picture.facilities()} == {"St. Mary": (("trauma",), 10), "Old Clinic": ((), 8)}
    assert {(o.partner, o.item, o.callsign, o.state) for o in picture.supplies.offers()} == {
        (partner.id, "generator", "", "open"), (partner.id, "", "B1", "open"),
    }  # fmt: skip
    again = read(stage, grid, tmp_path, **FILES | {"capacities": "facility,care,total,taken\nSt. Mary,icu,10,5\n老诊所,icu,8,1\n"})
    assert [(row.file, row.row) for row in again.rows] == [("capacities.csv", 2)] and again.issues == ()


def test_what_the_desk_refuses_is_named_by_file_and_row(stage: Any, grid: Any, tmp_path: Path) -> None:
    found = read(stage, grid, tmp_path, units="callsign,kind,lat,lon\nE1,engine,0.01,0.01\nE2,engine,0.01,0.01\n")
    stage.do(AddUnit("E2", "engine", {"pump": 1}, 4, None, LonLat(0.01, 0.01)))
    done = asyncio.run(bring_in(StageDoor(stage), found))
    assert done.taken == 1 and [(r.file, r.row, str(r.sentence)) for r in done.refused] == [("units.csv", 3, "There is another unit E2.")]


def test_a_place_without_roads_is_doubted(stage: Any, grid: Any, tmp_path: Path) -> None:
    class Sea:
        profiles = grid.profiles

        def nearest(self, target: LonLat, origins: Sequence[LonLat], profile: str, k: int) -> list[object]:
            return [] if target.lat > 1 else [object()]

    found = read(stage, Sea(), tmp_path, units="callsign,kind,lat,lon\nE1,engine,0.01,0.01\nE2,engine,30,0.01\n")
    assert [(i.row, i.taken) for i in found.issues] == [(3, True)] and len(found.rows) == 2
