"""The figures as tables: what the window shows below each chart, and what CSV and XLSX carry. No Qt widgets."""

from __future__ import annotations

import csv
import math
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from commandcenter.model.errors import KnownError
from commandcenter.model.fresh import fresh_file, fresh_folder, part_of
from commandcenter.model.progress import NO_PROGRESS, Progress
from commandcenter.model.sentences import say
from commandcenter.monitor import statistics as figures
from commandcenter.monitor.statistics import Period, Spread
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.type_names import item_name, local_name, type_name, unit_kind_name
from commandcenter.ui.words import priority_word

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WORKING_OUT = say("Working out the figures").template
WRITING = say("Writing the figures").template
Cell = str | int | float | None


class Share(float):
    """A part of a whole, from 0 to 1: kept as a number, shown as per cent."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: a name, the heads of its columns, and rows of plain values (seconds, shares, numbers, texts)."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def makers_of(picture: Picture, catalogue: Catalogue, period: Period) -> tuple[Callable[[], Table], ...]:
    """Return what makes each table of a period: with a long log each takes a moment. In the thread of the picture."""
    return (
        lambda: calls_table(picture, period),
        lambda: types_table(picture, catalogue, period),
        lambda: answering_table(picture, period),
        lambda: processing_table(picture, period),
        lambda: stations_table(picture, period),
        lambda: responses_by_type_table(picture, catalogue, period),
        lambda: spread_table(tr("Turnout by station"), tr("Station"), local_spreads(picture, figures.turnouts_by_station(picture, period))),
        lambda: units_table(picture, catalogue, period),
        lambda: stock_table(picture, catalogue, period),
    )


def calls_table(picture: Picture, period: Period) -> Table:
    """Return incidents by hour of the day."""
    counts = figures.calls_by_hour(picture, period)
    return Table(tr("Calls by hour"), (tr("Hour"), tr("Incidents")), tuple((f"{hour:02d}:00", count) for hour, count in enumerate(counts)))


def types_table(picture: Picture, catalogue: Catalogue, period: Period) -> Table:
    """Return incidents by type."""
    rows = tuple((type_name(catalogue, code), count) for code, count in figures.calls_by_type(picture, period))
    return Table(tr("Calls by type"), (tr("Type"), tr("Incidents")), rows)


def answering_table(picture: Picture, period: Period) -> Table:
    """Return how many calls were answered within each limit, and the calls of which nobody knows when they rang."""
    found = figures.answering(picture, period)
    heads = (tr("Limit, s"), tr("Source"), tr("Calls"), tr("Answered within it"), tr("Share"), tr("Goal"), tr("Median, s"), tr("90 %, s"))
    spread = (_number(found.median_s), _number(found.p90_s))
    rows: list[tuple[Cell, ...]] = [
        (limit.limit_s, limit.source, found.count, limit.within, Share(round(limit.share, 3)), Share(limit.goal), *spread) for limit in found.limits
    ]
    if found.unknown:
        rows.append((None, tr("Ring time not recorded"), found.unknown, None, None, None, None, None))
    return Table(tr("From ring to answer"), heads, tuple(rows))


def processing_table(picture: Picture, period: Period) -> Table:
    """Return how quickly calls were dispatched, by priority."""
    heads = (tr("Priority"), tr("Incidents"), tr("Dispatched"), tr("Within 60 s"), tr("Share"), tr("Median, s"), tr("90 %, s"))
    rows = tuple(
        (
            f"{p.priority} {priority_word(p.priority)}",
            p.count,
            p.dispatched,
            p.within_limit,
            Share(round(p.share, 3)),
            _number(p.median_s),
            _number(p.p90_s),
        )
        for p in figures.processing(picture, period)
    )
    return Table(tr("From call to dispatch"), heads, rows)


def stations_table(picture: Picture, period: Period) -> Table:
    """Return the times from dispatch to arrival by station."""
    return spread_table(tr("Response by station"), tr("Station"), local_spreads(picture, figures.responses_by_station(picture, period)))


def local_spreads(picture: Picture, spreads: Sequence[Spread]) -> list[Spread]:
    """Return spreads by station with the stations' names in the language in force."""
    names = {station.name: local_name(station.name, station.names) for station in picture.stations()}
    return [replace(one, name=names.get(one.name, one.name)) for one in spreads]


def depot_names(picture: Picture) -> Mapping[str, str]:
    """Return the names of depots in the language in force, by their own."""
    return {depot.name: local_name(depot.name, depot.names) for depot in picture.depots()}


def responses_by_type_table(picture: Picture, catalogue: Catalogue, period: Period) -> Table:
    """Return the times from dispatch to arrival by type."""
    spreads = [Spread(type_name(catalogue, one.name), one.count, one.median_s, one.p90_s) for one in figures.responses_by_type(picture, period)]
    return spread_table(tr("Response by type"), tr("Type"), spreads)


def units_table(picture: Picture, catalogue: Catalogue, period: Period) -> Table:
    """Return how busy each unit was."""
    rows = tuple(
        (u.callsign, unit_kind_name(catalogue, u.kind), u.calls, round(u.busy_s / 60, 1), Share(round(u.share, 4)))
        for u in figures.utilisation(picture, period)
    )
    return Table(tr("Units"), (tr("Unit"), tr("Kind"), tr("Missions"), tr("Busy, min"), tr("Share of the period")), rows)


def stock_table(picture: Picture, catalogue: Catalogue, period: Period) -> Table:
    """Return what each depot had at the beginning and at the end, and the least in between."""
    names = depot_names(picture)
    rows = tuple(
        (names[curve.depot], item_name(catalogue, curve.item), curve.quantities[0], min(curve.quantities), curve.quantities[-1])
        for curve in figures.stock_curves(picture, period)
    )
    return Table(tr("Stock"), (tr("Depot"), tr("Goods"), tr("At the beginning"), tr("Least"), tr("At the end")), rows)


def write_csv(tables: Sequence[Table], wanted: Path, mark: str, progress: Progress = NO_PROGRESS) -> Path:
    """Write one CSV file a table (UTF-8 with a byte order mark, for spreadsheets) into a folder of its own; return that.

    What is there is never written over. Raises `KnownError` and `Cancelled`; then there is no folder.
    """
    with _writing(wanted):
        folder = fresh_folder(wanted)
        done = False
        try:
            for number, table in enumerate(tables, start=1):
                progress.report(WRITING, number - 1, len(tables))
                _write_one(table, folder / f"{number:02d} {table.name}.csv", mark)
            done = True
        finally:
            if not done:
                shutil.rmtree(folder, ignore_errors=True)
    return folder


def write_xlsx(tables: Sequence[Table], wanted: Path, mark: str, progress: Progress = NO_PROGRESS) -> Path:
    """Write one workbook with one sheet a table; return it. What is there is never written over. Raises `KnownError` and `Cancelled`."""
    from openpyxl import Workbook  # loaded where it is needed: a desk that exports nothing has no use for its memory

    book = Workbook()
    book.remove(book.worksheets[0])
    for number, table in enumerate(tables):
        progress.report(WRITING, number, len(tables))
        _fill_sheet(book.create_sheet(table.name[:31]), table, mark)
    with _writing(wanted), fresh_file(wanted) as path:
        book.save(part_of(path))
        part_of(path).replace(path)
    return path


def _fill_sheet(sheet: Worksheet, table: Table, mark: str) -> None:
    from openpyxl.styles import Font

    if mark:
        sheet.append([mark])
    sheet.append(list(table.heads))
    for place in range(1, len(table.heads) + 1):
        sheet.cell(sheet.max_row, place).font = Font(bold=True)
    for row in table.rows:
        sheet.append(list(row))
        for column, value in enumerate(row, start=1):
            if isinstance(value, Share):
                sheet.cell(sheet.max_row, column).number_format = "0.0%"
    sheet.freeze_panes = "A3" if mark else "A2"


@contextmanager
def _writing(wanted: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise KnownError("The figures cannot be written to {file}: {why}.", file=str(wanted), why=error.strerror or str(error)) from error


def _write_one(table: Table, path: Path, mark: str) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        if mark:
            writer.writerow([mark])
        writer.writerow(table.heads)
        writer.writerows(table.rows)


def spread_table(name: str, head: str, spreads: Sequence[Spread]) -> Table:
    """Return medians and 90th percentiles by name."""
    rows = tuple((one.name or "–", one.count, _number(one.median_s), _number(one.p90_s)) for one in spreads)
    return Table(name, (head, tr("Times measured"), tr("Median, s"), tr("90 %, s")), rows)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 1)


def said(cell: Cell) -> str:
    """Return a cell as the window shows it."""
    if cell is None:
        return "–"
    if isinstance(cell, Share):
        return tr("{n} %", n=formats.number(100 * cell, 1))
    return cell if isinstance(cell, str) else formats.number(cell, 0 if isinstance(cell, int) else 1 if cell > 1 else 2)
