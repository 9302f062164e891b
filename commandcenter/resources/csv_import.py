"""An agency's stations, units, depots, stock and facilities from CSV files; what cannot be read is reported, the rest loads.

Files of a folder, all optional: `stations.csv` (name, lat, lon, kind), `units.csv` (callsign, kind, station or lat and
lon, crew, capabilities, profile), `depots.csv` (name, lat, lon), `stock.csv` (depot, item, quantity, unit, batch,
expires), `facilities.csv` (name, kind, lat, lon). Names in English and Chinese in `name_en`, `name_zh`. Other names of
columns: `csv_tables.ALIASES`. Ids come from names, so a second import of the same files changes nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from commandcenter.model.commands import AddDepot, AddFacility, AddStation, AddUnit, Command, MoveStock
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.sentences import say
from commandcenter.model.words import FacilityKind, LonLat
from commandcenter.resources.catalogue import Catalogue, SupplyItem, UnitKind
from commandcenter.resources.csv_tables import ImportIssue, Line, Report, read_lines

MOST_CREW = 100
MOST_STOCK = 10_000_000

_PLACE_KINDS: Mapping[FacilityKind, Sequence[str]] = {
    FacilityKind.FIRE_STATION: ("fire", "feuerwache", "消防站", "消防救援站"),
    FacilityKind.POLICE_STATION: ("police", "polizei", "派出所", "公安"),
    FacilityKind.AMBULANCE_STATION: ("ambulance", "ems", "rettungswache", "急救站"),
    FacilityKind.HOSPITAL: ("clinic", "krankenhaus", "医院"),
    FacilityKind.SHELTER: ("refuge", "避难所", "应急避难场所"),
    FacilityKind.HELIPAD: ("helicopter", "heliport", "停机坪"),
    FacilityKind.DEPOT: ("store", "warehouse", "仓库"),
}
_UNIT_KINDS: Mapping[str, Sequence[str]] = {
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


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import found."""

    commands: tuple[Command, ...]
    issues: tuple[ImportIssue, ...]
    loaded: Mapping[str, int]
    """File → rows that were understood."""


def import_folder(folder: Path, catalogue: Catalogue) -> Imported:
    """Read all known files of a folder; `KnownError` when there is none or it is no folder."""
    reading = _Reading(catalogue)
    readers: Mapping[str, Callable[[Path, Report], Iterable[Command]]] = {
        "stations.csv": reading.stations,
        "units.csv": reading.units,
        "depots.csv": reading.depots,
        "stock.csv": reading.stock,
        "facilities.csv": reading.facilities,
    }
    if not any((folder / name).is_file() for name in readers):
        raise KnownError("The folder {folder} has none of the files {files}.", folder=folder.name, files=", ".join(readers))
    commands: list[Command] = []
    issues: list[ImportIssue] = []
    loaded: dict[str, int] = {}
    for name, read in readers.items():
        if (folder / name).is_file():
            report = Report(name)
            found = _read(folder / name, read, report)
            commands += found
            issues += report.issues
            loaded[name] = len(found)
    return Imported(tuple(commands), tuple(issues), loaded)


def _read(path: Path, read: Callable[[Path, Report], Iterable[Command]], report: Report) -> list[Command]:
    try:
        return list(read(path, report))
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error


@dataclass(slots=True)
class _Reading:
    """What the files say of each other: units name stations, stock names depots."""

    catalogue: Catalogue
    bases: dict[str, tuple[Id, LonLat]] = field(default_factory=dict)
    stores: dict[str, Id] = field(default_factory=dict)

    def stations(self, path: Path, report: Report) -> Iterable[Command]:
        for line in read_lines(path, ("name", "lat", "lon"), ("name", "name_en", "name_zh", "kind", "lat", "lon"), report):
            name, at = line.required("name"), line.place()
            kind = _place_kind(line) if line.get("kind") else FacilityKind.FIRE_STATION
            if name is None or at is None or kind is None or _twice(line, "name", self.bases):
                continue
            station_id = derived_id("station", kind.value, name.casefold())
            self.bases[name.casefold()] = station_id, at
            yield AddStation(name, kind.value, at, station_id, line.names())

    def units(self, path: Path, report: Report) -> Iterable[Command]:
        seen: dict[str, object] = {}
        columns = ("callsign", "kind", "station", "crew", "capabilities", "profile", "lat", "lon")
        for line in read_lines(path, ("callsign", "kind"), columns, report):
            callsign, kind = line.required("callsign"), self._unit_kind(line)
            base = self._base(line)
            capabilities = self._capabilities(line, kind)
            crew = line.whole_in("crew", 0, MOST_CREW) if line.get("crew") else (kind.crew if kind else None)
            if callsign is None or kind is None or base is None or capabilities is None or crew is None or _twice(line, "callsign", seen):
                continue
            seen[callsign.casefold()] = line
            station_id, at = base
            unit_id = derived_id("unit", callsign.casefold())
            yield AddUnit(callsign, kind.code, capabilities, crew, station_id, at, line.get("profile") or kind.profile, unit_id)

    def depots(self, path: Path, report: Report) -> Iterable[Command]:
        for line in read_lines(path, ("name", "lat", "lon"), ("name", "name_en", "name_zh", "lat", "lon"), report):
            name, at = line.required("name"), line.place()
            if name is None or at is None or _twice(line, "name", self.stores):
                continue
            self.stores[name.casefold()] = depot_id = derived_id("depot", name.casefold())
            yield AddDepot(name, at, depot_id, line.names())

    def stock(self, path: Path, report: Report) -> Iterable[Command]:
        for line in read_lines(path, ("depot", "item", "quantity"), ("depot", "item", "quantity", "unit", "batch", "expires"), report):
            depot_id = self.stores.get(line.get("depot").casefold())
            if depot_id is None:
                line.issue("depot", say("There is no such depot in depots.csv."))
            code, quantity, expires = line.required("item"), line.whole_in("quantity", 1, MOST_STOCK), _date(line)
            if depot_id is None or code is None or quantity is None or expires is None:
                continue
            item = self._item(code)
            unit = line.get("unit") or (item.unit if item else "pcs")
            move_id = derived_id("stock", depot_id, code.casefold(), line.get("batch"), expires, str(line.number), str(quantity))
            yield MoveStock(depot_id, item.code if item else code, quantity, unit, line.get("batch"), expires, "import", move_id)

    def facilities(self, path: Path, report: Report) -> Iterable[Command]:
        seen: dict[str, object] = {}
        for line in read_lines(path, ("name", "kind", "lat", "lon"), ("name", "name_en", "name_zh", "kind", "lat", "lon"), report):
            name, at, kind = line.required("name"), line.place(), _place_kind(line)
            if name is None or at is None or kind is None or _twice(line, "name", seen):
                continue
            seen[name.casefold()] = line
            yield AddFacility(name, kind.value, at, derived_id("facility", kind.value, name.casefold()), line.names())

    def _base(self, line: Line) -> tuple[Id | None, LonLat] | None:
        name = line.get("station")
        if name and name.casefold() not in self.bases:
            line.issue("station", say("There is no such station in stations.csv."))
            return None
        if name:
            return self.bases[name.casefold()]
        if not line.get("lat") and not line.get("lon"):
            line.issue("station", say("A unit needs a station, or latitude and longitude."))
            return None
        at = line.place()
        return None if at is None else (None, at)

    def _unit_kind(self, line: Line) -> UnitKind | None:
        text = _word(line.get("kind"))
        for kind in self.catalogue.kinds.values():
            if text in (kind.code, _word(kind.en), kind.zh, *_UNIT_KINDS.get(kind.code, ())):
                return kind
        line.issue("kind", say("There is no such kind of unit."))
        return None

    def _capabilities(self, line: Line, kind: UnitKind | None) -> Mapping[str, int] | None:
        """Read `pump:1 ladder` or `pump, ladder`; where the cell is empty, those of the kind."""
        found: dict[str, int] = {}
        for part in line.get("capabilities").replace(",", " ").replace(";", " ").replace("、", " ").split():
            name, _, quantity = part.partition(":")
            if name not in self.catalogue.capabilities or not (quantity or "1").isdecimal() or int(quantity or "1") < 1:
                line.issue("capabilities", say("“{part}” is not a capability.", part=part))
                return None
            found[name] = int(quantity or "1")
        return found or (kind.capabilities if kind else None)

    def _item(self, text: str) -> SupplyItem | None:
        word = _word(text)
        return next((i for i in self.catalogue.items.values() if word in (i.code, _word(i.en), i.zh)), None)


def _place_kind(line: Line) -> FacilityKind | None:
    text = _word(line.get("kind"))
    for kind, words in _PLACE_KINDS.items():
        if text == kind.value or text in words:
            return kind
    line.issue("kind", say("There is no such kind of place."))
    return None


def _twice(line: Line, column: str, seen: Mapping[str, object]) -> bool:
    if line.get(column).casefold() not in seen:
        return False
    line.issue(column, say("This stands twice; the first one counts."))
    return True


def _date(line: Line) -> str | None:
    text = line.get("expires").replace("/", "-").replace(".", "-")
    if text:
        try:
            return datetime.date.fromisoformat(text).isoformat()
        except ValueError:
            line.issue("expires", say("This is not a date like 2027-03-31."))
            return None
    return ""


def _word(text: str) -> str:
    return "_".join(text.casefold().replace("-", " ").split())
