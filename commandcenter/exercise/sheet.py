"""MSEL sheets as tables of text: CSV and XLSX, from strangers too. Formulas, links and macros are never followed."""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import say
from commandcenter.resources.csv_tables import DELIMITERS, ENCODINGS, Report

MOST_BYTES = 20_000_000
MOST_UNPACKED = 200_000_000
"""Of all parts of a workbook together."""
MOST_PARTS = 2_000
MOST_ROWS = 20_000
MOST_COLUMNS = 80
MOST_CHARACTERS = 32_767
"""Of one cell: what a spreadsheet allows."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet might run."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")

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
            if any(cells):
                kept.append((number, cells))
            if len(kept) > MOST_ROWS:
                report.add(number, "", "", say("Only the first {most} rows were read.", most=MOST_ROWS))
                break
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
    return kept


def _read_csv(path: Path, report: Report) -> Iterator[Cells]:
    raw = path.read_bytes()
    text = next((decoded for encoding in ENCODINGS if (decoded := _decoded(raw, encoding)) is not None), None)
    if text is None or "\0" in text:
        raise KnownError("The file {file} is neither UTF-8 nor GB18030 text.", file=path.name)
    first = text.lstrip("\r\n").partition("\n")[0]
    rows = csv.reader(io.StringIO(text), delimiter=max(DELIMITERS, key=first.count))
    try:
        for cells in rows:
            yield rows.line_num, [_plain(cell) for cell in cells[:MOST_COLUMNS]]
    except csv.Error as error:
        report.add(rows.line_num, "", "", say("The file cannot be read on from here: {why}.", why=str(error)))


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
            for number, row in enumerate(book.worksheets[0].iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS + 2), start=1):
                yield number, [_cell(cell, number, n, report) for n, cell in enumerate(row, start=1)]
        finally:
            book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, SyntaxError) as error:
        # whatever a damaged workbook makes its reader stumble over; an XML error is a SyntaxError
        raise KnownError("The workbook {file} cannot be read: it is damaged ({why}).", file=path.name, why=type(error).__name__) from error


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


def _cell(cell: object, row: int, column: int, report: Report) -> str:
    value, kind = getattr(cell, "value", None), getattr(cell, "data_type", "")
    if value is None:
        return ""
    if kind == "f":
        report.add(row, str(column), str(value), say("This is a formula, which is not run; put its value here."))
        return ""
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, datetime.time):
        return value.isoformat("seconds")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _plain(str(value))


def _plain(text: str) -> str:
    """Return a cell without control characters and without the apostrophe that kept it from being a formula."""
    text = _CONTROL.sub("", text[:MOST_CHARACTERS]).strip()
    return text[1:] if text[:1] == "'" and text[1:2] in _FORMULA else text


def _harmless(text: str) -> str:
    """Return a cell that no spreadsheet will run."""
    return "'" + text if text.startswith(_FORMULA) else text


def write_sheet(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], *, mark: str) -> None:
    """Write a table as CSV or XLSX, by the file's ending; `mark` (EXERCISE …) stands on the sheet. Raises `KnownError`."""
    try:
        if path.suffix.casefold() == ".xlsx":
            _write_xlsx(path, header, rows, mark)
            return
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
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
    sheet.title = "MSEL"
    for margin in (sheet.oddHeader, sheet.oddFooter):
        if margin is not None:
            margin.center.text = mark
    sheet.append(list(header))
    for row in rows:
        sheet.append([_harmless(cell) for cell in row])
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="D9E2EC")
    for column, name in zip(sheet.columns, header, strict=False):
        sheet.column_dimensions[column[0].column_letter].width = 40 if len(name) > 12 else 16
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s" if cell.value is not None else cell.data_type
    sheet.freeze_panes = "B2"
    book.save(path)
