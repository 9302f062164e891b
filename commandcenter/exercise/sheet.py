"""MSEL sheets as tables of text: CSV and XLSX, from strangers too. Formulas, links and macros are never followed."""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from commandcenter.exercise.moments import written
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.csv_tables import DELIMITERS, ENCODINGS, Report

MOST_BYTES = 20_000_000
MOST_UNPACKED = 80_000_000
"""Of all parts of a workbook together: ten times what the fullest sheet that is read needs."""
MOST_PARTS = 2_000
TITLE = "MSEL"
"""Of the sheet that is written; of several, the one called so is read, else the first."""
MOST_ROWS = 20_000
MOST_COLUMNS = 80
MOST_CHARACTERS = 32_767
"""Of one cell: what a spreadsheet allows."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet might run."""
_LINE_END = re.compile("\r\n?")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot say, and so no workbook."""

Cells = tuple[int, list[str]]
"""Row as a spreadsheet counts, and its cells."""


def read_sheet(path: Path, report: Report) -> list[Cells]:
    """Return all rows that are not empty; what cannot be read goes to the report. Raises `KnownError` for a file that is dangerous or no sheet."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KnownError("The file {file} is larger than {most} MB.", file=path.name, most=MOST_BYTES // 1_000_000)
        rows = _read_xlsx(path, report) if path.suffix.casefold() in (".xlsx", ".xlsm") else _read_csv(path, report)
        kept: list[Cells] = []
        for number, cells in rows:
            if number > MOST_ROWS:
                report.add(number, "", "", say("Only the first {most} rows were read.", most=MOST_ROWS))
                break
            if any(cells):
                kept.append((number, cells))
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
    return kept


def _read_csv(path: Path, report: Report) -> Iterator[Cells]:
    raw = path.read_bytes()
    text = next((decoded for encoding in ENCODINGS if (decoded := _decoded(raw, encoding)) is not None), None)
    if text is None or "\0" in text:
        raise KnownError("The file {file} is neither UTF-8 nor GB18030 text.", file=path.name)
    first = text.lstrip("\r\n").partition("\n")[0]
    rows, number = csv.reader(io.StringIO(text), delimiter=max(DELIMITERS, key=first.count)), 0
    try:
        for number, cells in enumerate(rows, start=1):  # not lines: a cell may have several, and a spreadsheet counts rows
            yield number, _all_of(number, [_text(cell, number, n, report) for n, cell in enumerate(cells[: MOST_COLUMNS + 1], start=1)], report)
    except csv.Error as error:
        report.add(number + 1, "", "", say("The file cannot be read on from here: {why}.", why=str(error)))


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _read_xlsx(path: Path, report: Report) -> Iterator[Cells]:
    from openpyxl import load_workbook  # loaded where it is needed: a desk without exercises has no use for its memory
    from openpyxl.utils.exceptions import InvalidFileException

    _check_workbook(path, report)
    try:
        book = load_workbook(path, read_only=True, data_only=False, keep_links=False, keep_vba=False)
        try:
            sheet = _chosen(book.worksheets, report)
            sheet.reset_dimensions()  # what a workbook says of its size need not be so: rows would be lost
            for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), start=1):
                yield number, _all_of(number, [_cell(cell, number, n, report) for n, cell in enumerate(row, start=1)], report)
        finally:
            book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, SyntaxError) as error:
        # whatever a damaged workbook makes its reader stumble over; an XML error is a SyntaxError
        raise KnownError("The workbook {file} cannot be read: it is damaged ({why}).", file=path.name, why=type(error).__name__) from error


def _chosen(sheets: Sequence[Any], report: Report) -> Any:  # noqa: ANN401 - of openpyxl, loaded where it is needed
    """Return the sheet with the list; say which others are left out."""
    chosen = next((sheet for sheet in sheets if TITLE.casefold() in sheet.title.casefold()), sheets[0])
    others = ", ".join(sheet.title for sheet in sheets if sheet is not chosen)
    if others:
        report.add(0, "", "", say("Only the sheet {name} was read, not {others}.", name=chosen.title, others=others))
    return chosen


def _check_workbook(path: Path, report: Report) -> None:
    """Refuse bombs and trick documents before anything is unpacked; say what is left alone."""
    try:
        with zipfile.ZipFile(path) as parts:
            infos = parts.infolist()
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
                raise KnownError("The workbook {file} would unpack to far more than a sheet needs; it was not opened.", file=path.name)
            for info in infos:
                _check_part(parts, info, path)
            names = [info.filename for info in infos]
    except (zipfile.BadZipFile, EOFError, RuntimeError) as error:  # RuntimeError: encrypted
        raise KnownError("The workbook {file} cannot be read: it is damaged ({why}).", file=path.name, why=type(error).__name__) from error
    if any(name.startswith("xl/externalLinks/") for name in names):
        report.add(0, "", "", say("Links to other files were left out."))
    if any(name.endswith("vbaProject.bin") for name in names):
        report.add(0, "", "", say("Macros were left out."))


def _check_part(parts: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> None:
    """Read one part to its end: a part that is larger than it says, or declares entities, is an attack."""
    if not info.filename.endswith((".xml", ".rels")):
        return
    with parts.open(info) as part:
        head = part.read(4096)
        size = len(head)
        while chunk := part.read(1 << 20):
            size += len(chunk)
            if size > info.file_size or size > MOST_UNPACKED:
                raise KnownError("The workbook {file} would unpack to far more than a sheet needs; it was not opened.", file=path.name)
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise KnownError("The workbook {file} declares entities, which no spreadsheet does; it was not opened.", file=path.name)


def _all_of(row: int, cells: list[str], report: Report) -> list[str]:
    """Return the cells of a row that are read; say where there are more."""
    if any(cells[MOST_COLUMNS:]):
        report.add(row, column_name(MOST_COLUMNS + 1), "", say("Only the first {most} columns were read.", most=MOST_COLUMNS))
    return cells[:MOST_COLUMNS]


def column_name(number: int) -> str:
    """Return what a spreadsheet calls a column: 1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


_NO_VALUES: Mapping[str, Sentence] = {
    "f": say("This is a formula, which is not run; put its value here."),
    "e": say("The spreadsheet has an error here, no value."),
}
"""By what a workbook calls the sort of a cell."""


def _cell(cell: object, row: int, column: int, report: Report) -> str:
    value, kind = getattr(cell, "value", None), getattr(cell, "data_type", "")
    if value is None:
        return ""
    if kind in _NO_VALUES:
        report.add(row, column_name(column), str(value), _NO_VALUES[kind])
        return ""
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, datetime.time):
        return value.isoformat("seconds")
    if isinstance(value, datetime.timedelta):
        return written(round(value / datetime.timedelta(milliseconds=1)))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _text(str(value), row, column, report)


def _text(text: str, row: int, column: int, report: Report) -> str:
    """Return a cell without control characters and without the apostrophe that kept it from being a formula."""
    if len(text) > MOST_CHARACTERS:
        report.add(row, column_name(column), text[:40], say("Only the first {most} characters of this were read.", most=MOST_CHARACTERS))
    text = _writable(text[:MOST_CHARACTERS]).strip()
    return text[1:] if text.startswith("'") and _runs(text) else text


def _runs(text: str) -> bool:
    """Return whether a spreadsheet might run a cell, were it not for the apostrophes that it begins with."""
    return text.lstrip("'").startswith(_FORMULA)


def _writable(text: str) -> str:
    """Return a text with one sort of line end, and without what no file could hold."""
    return _UNWRITABLE.sub("", _LINE_END.sub("\n", text))


def _harmless(text: str) -> str:
    """Return a cell that no spreadsheet will run, and every program can read."""
    text = _writable(text)
    return "'" + text if _runs(text) else text


def write_sheet(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], *, mark: str) -> None:
    """Write a table as CSV or XLSX, by the file's ending; a `mark` is its first row, and stands on each page. Raises `KnownError`."""
    try:
        if path.suffix.casefold() == ".xlsx":
            _write_xlsx(path, header, rows, mark)
            return
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
            if mark:
                writer.writerow([mark])
            writer.writerow(header)
            writer.writerows([_harmless(cell) for cell in row] for row in rows)
    except OSError as error:
        raise KnownError("The file {file} cannot be written: {why}.", file=path.name, why=error.strerror or str(error)) from error


def _write_xlsx(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], mark: str) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    sheet = book.active
    if sheet is None:
        sheet = book.create_sheet()
    sheet.title = TITLE
    for margin in (sheet.oddHeader, sheet.oddFooter):
        if margin is not None:
            margin.center.text = mark
    if mark:
        sheet.append([mark])
    sheet.append(list(header))
    head = sheet.max_row
    for row in rows:
        sheet.append([_harmless(cell) for cell in row])
    for cell in sheet[head]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="D9E2EC")
    for column, name in zip(sheet.columns, header, strict=False):
        sheet.column_dimensions[column[0].column_letter].width = 40 if len(name) > 12 else 16
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s" if cell.value is not None else cell.data_type
    sheet.freeze_panes = f"B{head + 1}"
    book.save(path)
