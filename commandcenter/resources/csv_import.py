"""An agency's resources from CSV files; what cannot be read is reported by file, row and column, the rest loads.

Files of a folder, all optional, read in the order of `FILES`:

- `stations.csv`: name, lat, lon, kind
- `units.csv`: callsign, kind, station or lat and lon, crew, capabilities, profile, shared_crew
- `partners.csv`: name, kind (company, volunteers, agency, charity), contact
- `depots.csv`: name, lat, lon, partner, carried_by
- `stock.csv`: depot, item, quantity, unit, batch, expires
- `minimums.csv`: depot, item, minimum
- `facilities.csv`: name, kind, lat, lon, services
- `capacities.csv`: facility, care, total, taken
- `offers.csv`: partner, lat, lon, and item, quantity, expires or callsign, kind, crew; note

Names in English and Chinese in `name_en`, `name_zh`. Other names of columns: `csv_tables.ALIASES`. Ids come from names, so a
second import of the same files adds nothing. Examples of all files: `assets/samples`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from commandcenter.model.assets import assets_dir
from commandcenter.model.commands import Command
from commandcenter.model.errors import KnownError
from commandcenter.resources import csv_goods, csv_partners, csv_places, csv_units
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.csv_reading import Known, Reading, Row, Rows
from commandcenter.resources.csv_tables import ImportIssue, Report

FILES: Mapping[str, Callable[[Reading, Path, Report], Rows]] = {
    "stations.csv": csv_places.stations,
    "units.csv": csv_units.units,
    "partners.csv": csv_partners.partners,
    "depots.csv": csv_goods.depots,
    "stock.csv": csv_goods.stock,
    "minimums.csv": csv_goods.minimums,
    "facilities.csv": csv_places.facilities,
    "capacities.csv": csv_places.capacities,
    "offers.csv": csv_partners.offers,
}


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """What one row asks for."""

    file: str
    row: int
    """As a spreadsheet counts: the header is row 1."""
    command: Command


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import found."""

    rows: tuple[ImportedRow, ...]
    issues: tuple[ImportIssue, ...]
    loaded: Mapping[str, int]
    """File → rows that were understood and ask for something new."""
    there_already: int = 0
    """Rows that ask for what the operation has."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """Return what all rows ask for, in order."""
        return tuple(row.command for row in self.rows)


def samples() -> Path:
    """Return the folder with an example of every file, made for the training region."""
    return assets_dir() / "samples"


def write_samples(folder: Path) -> dict[str, bool]:
    """Copy the examples into a folder; return each file with whether it was written: one that is there is left alone. Raises `KnownError`."""
    written = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source in sorted(samples().glob("*.csv")):
            target = folder / source.name
            written[source.name] = not target.exists()
            if written[source.name]:
                shutil.copyfile(source, target)
    except OSError as error:
        raise KnownError("The examples cannot be written: {why}.", why=error.strerror or str(error)) from error
    return written


def files_of(folder: Path) -> list[str]:
    """Return the known files of a folder in the order in which they are read; `KnownError` where there is none."""
    here = [name for name in FILES if (folder / name).is_file()]
    if not here:
        raise KnownError("The folder {folder} has none of the files {files}.", folder=folder.name, files=", ".join(FILES))
    return here


def import_folder(folder: Path, catalogue: Catalogue, known: Known | None = None) -> Imported:
    """Read all known files of a folder; `KnownError` when there is none or it is no folder. Safe in any thread.

    `known`: what the operation has already, which rows may name and need not add.
    """
    here = files_of(folder)
    reading = Reading(catalogue, known or Known())
    rows: list[ImportedRow] = []
    issues: list[ImportIssue] = []
    loaded: dict[str, int] = {}
    for name in here:
        report = Report(name)
        found = _read(reading, folder / name, FILES[name], report)
        rows += [ImportedRow(name, number, command) for number, command in found]
        issues += report.issues
        loaded[name] = len({number for number, _ in found})
    return Imported(tuple(rows), tuple(issues), loaded, reading.there_already)


def _read(reading: Reading, path: Path, read: Callable[[Reading, Path, Report], Rows], report: Report) -> list[Row]:
    try:
        return list(read(reading, path, report))
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
