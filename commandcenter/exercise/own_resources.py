"""The resources that a trainer writes for a scenario: units, stations, depots and stock as tables of what was typed, and what they come to."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from commandcenter.model.commands import AddDepot, AddFacility, AddStation, AddUnit, ChangeFacility, Command, MoveStock, ReportCapacity
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.csv_import import FILES, import_folder
from commandcenter.resources.csv_reading import folded
from commandcenter.resources.csv_tables import ImportIssue, Report, read_lines

Cells = Mapping[str, str]
Tables = Mapping[str, tuple[Cells, ...]]
"""By file the rows as their author left them, unreadable ones too. A file that is not among them is left as it is."""

UNITS, STATIONS, DEPOTS, STOCK = "units.csv", "stations.csv", "depots.csv", "stock.csv"
COLUMNS: Mapping[str, Sequence[str]] = {
    UNITS: ("callsign", "kind", "station", "lat", "lon", "crew", "capabilities", "profile", "shared_crew"),
    STATIONS: ("name", "name_en", "name_zh", "kind", "lat", "lon"),
    DEPOTS: ("name", "name_en", "name_zh", "lat", "lon", "partner", "carried_by"),
    STOCK: ("depot", "item", "quantity", "unit", "batch", "expires"),
}
"""What can be written in the program, and its columns; the first one is the name."""
FIRST_ROW = 2
"""Of a file: row 1 names the columns."""


def with_region(own: Sequence[Command], region: Sequence[Command]) -> list[Command]:
    """Return what a scenario stands on: its own resources, and the region's of the sorts that it has none of (crews, places for people, goods)."""
    sorts = {_sort(command) for command in own}
    return [*(command for command in region if _sort(command) not in sorts), *own]


def _sort(command: Command) -> str:
    match command:
        case AddUnit() | AddStation():
            return "crews"
        case AddFacility() | ChangeFacility() | ReportCapacity():
            return "places"
    return "goods"


def read_tables(folder: Path) -> Tables:
    """Return what can be written of a scenario's folder; a file that cannot be read whole is not among it. Raises `KnownError`."""
    found: dict[str, tuple[Cells, ...]] = {}
    for name, columns in COLUMNS.items():
        if (folder / name).is_file():
            report = Report(name)
            try:
                rows = tuple(line.cells for line in read_lines(folder / name, columns[:1], columns, report))
            except OSError as error:
                raise KnownError("The file {file} cannot be read: {why}.", file=name, why=error.strerror or str(error)) from error
            if not report.issues:
                found[name] = tuple({column: cells.get(column, "") for column in columns} for cells in rows)
    return found


def write_tables(folder: Path, tables: Tables, source: Path | None) -> None:
    """Write them into a folder, and beside them the other resource files of `source`; an empty table is no file. Raises `OSError`."""
    for name in FILES:
        if name in tables:
            _write(folder / name, COLUMNS[name], tables[name])
        elif source is not None and source != folder and (source / name).is_file():
            shutil.copyfile(source / name, folder / name)


def _write(path: Path, columns: Sequence[str], rows: Sequence[Cells]) -> None:
    if not rows:
        path.unlink(missing_ok=True)
        return
    new = path.with_name(f"new-{path.name}")
    with new.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    new.replace(path)


def commands_of(tables: Tables, source: Path | None, catalogue: Catalogue) -> tuple[tuple[Command, ...], tuple[ImportIssue, ...]]:
    """Return what the tables, with the other files of `source`, come to, and what cannot be read by file, row and column.

    Writes files: for any thread but the window's. Raises `KnownError`.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            write_tables(folder, tables, source)
        except OSError as error:
            raise KnownError("The resources cannot be looked through: {why}.", why=error.strerror or str(error)) from error
        if not any(folder.iterdir()):
            return (), ()
        imported = import_folder(folder, catalogue)
    return imported.commands, imported.issues


def region_tables(fleet: Sequence[Command]) -> Tables:
    """Return a region's own units, stations, depots and stock as they would be written; of equal names each has a number."""
    stations = _named([(one.station_id, one.name) for one in fleet if isinstance(one, AddStation)])
    depots = _named([(one.depot_id, one.name) for one in fleet if isinstance(one, AddDepot)])
    rows: dict[str, list[Cells]] = {name: [] for name in COLUMNS}
    for command in fleet:
        match command:
            case AddStation():
                rows[STATIONS].append({"name": stations[command.station_id], "kind": command.kind, **_by_language(command.names), **_place(command)})
            case AddUnit():
                rows[UNITS].append(_unit(command, stations))
            case AddDepot():
                rows[DEPOTS].append({"name": depots[command.depot_id], **_by_language(command.names), **_place(command)})
            case MoveStock() if command.depot_id in depots:
                amount = {"quantity": str(command.quantity), "unit": command.unit, "batch": command.batch, "expires": command.expires}
                rows[STOCK].append({"depot": depots[command.depot_id], "item": command.item, **amount})
    return {name: tuple({column: cells.get(column, "") for column in COLUMNS[name]} for cells in these) for name, these in rows.items()}


def _named(things: Iterable[tuple[Id | None, str]]) -> Mapping[Id | None, str]:
    """Return a name of its own for each thing."""
    names: dict[Id | None, str] = {}
    for thing, name in things:
        taken = {folded(one) for one in names.values()}
        names[thing] = next(one for one in (name, *(f"{name} ({n})" for n in range(2, len(taken) + 3))) if folded(one) not in taken)
    return names


def _unit(command: AddUnit, stations: Mapping[Id | None, str]) -> Cells:
    station = stations.get(command.station_id, "")
    base = {"station": station} if station else _place(command)
    capabilities = " ".join(f"{name}:{count}" for name, count in command.capabilities.items())
    own = {"crew": str(command.crew), "capabilities": capabilities, "profile": command.profile, "shared_crew": command.shared_crew}
    return {"callsign": command.callsign, "kind": command.kind, **base, **own}


def _by_language(names: Mapping[str, str]) -> Cells:
    return {f"name_{language}": names.get(language, "") for language in ("en", "zh")}


def _place(command: AddUnit | AddStation | AddDepot) -> Cells:
    return {"lat": f"{command.at.lat:.6f}", "lon": f"{command.at.lon:.6f}"}
