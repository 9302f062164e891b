"""Sheets that lie, are broken or far too large: each is read as far as it can be, and every loss is named by its row."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from commandcenter.exercise.msel import FIELDS, read_msel, write_rows
from commandcenter.exercise.sheet import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, column_name, read_sheet
from commandcenter.resources.csv_tables import Report
from tests.unit.exercise.test_msel import GOOD, HEADER, MINUTE, START_MS, repack, workbook, write_csv


def told(report: Report) -> list[tuple[int, str, str]]:
    return [(issue.row, issue.column, str(issue.sentence)) for issue in report.issues]


def sheet_of(book: Workbook) -> Worksheet:
    assert isinstance(book.active, Worksheet)
    return book.active


def test_rows_are_counted_as_a_spreadsheet_does_though_cells_have_several_lines(tmp_path: Path) -> None:
    first, bad = [*GOOD], ["2", "whenever", *GOOD[2:]]
    first[3] = "one line\nanother\r\nand a third"
    report = Report("x.csv")
    (found,) = read_msel(write_csv(tmp_path / "x.csv", first, bad), START_MS, report)
    assert found.inject.get("en") == "one line\nanother\nand a third"
    assert [(row, column) for row, column, _ in told(report)] == [(3, "time")]


@pytest.mark.parametrize("ref", ["A1:XFD1048576", "A1", "A1:B1", "ZZZ9:A1"])
def test_what_a_workbook_says_of_its_size_is_not_believed(tmp_path: Path, ref: str) -> None:
    path = workbook(tmp_path / "x.xlsx", [*GOOD])
    raw = sheet_xml(path)
    start = raw.index(b"<dimension")
    end = raw.index(b"/>", start)
    report = Report("x.xlsx")
    changed = raw[:start] + f'<dimension ref="{ref}"'.encode() + raw[end:]
    assert len(read_msel(repack(path, {"xl/worksheets/sheet1.xml": changed}), START_MS, report)) == 1
    assert report.issues == []


def sheet_xml(path: Path) -> bytes:
    with zipfile.ZipFile(path) as parts:
        return parts.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("row", [MOST_ROWS + 1, 1_048_576])
def test_a_row_far_below_is_not_dropped_in_silence(tmp_path: Path, row: int) -> None:
    book = Workbook()
    sheet = sheet_of(book)
    for n, cells in ((1, HEADER), (2, GOOD), (row, GOOD)):
        for column, text in enumerate(cells, start=1):
            sheet.cell(n, column, text)
    book.save(tmp_path / "x.xlsx")
    report = Report("x.xlsx")
    assert len(read_msel(tmp_path / "x.xlsx", START_MS, report)) == 1
    assert told(report) == [(MOST_ROWS + 1, "", "Only the first 20000 rows were read.")]


@pytest.mark.parametrize("name", ["x.csv", "x.xlsx"])
def test_a_column_far_to_the_right_is_not_dropped_in_silence(tmp_path: Path, name: str) -> None:
    row = [*GOOD, *[""] * (MOST_COLUMNS - len(GOOD)), "secret", "more"]
    path = workbook(tmp_path / name, row) if name.endswith("xlsx") else write_csv(tmp_path / name, row)
    report = Report(name)
    assert len(read_msel(path, START_MS, report)) == 1
    assert told(report) == [(2, "CC", "Only the first 80 columns were read.")]


@pytest.mark.parametrize(("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (81, "CC"), (16_384, "XFD")])
def test_columns_are_called_as_a_spreadsheet_calls_them(number: int, name: str) -> None:
    assert column_name(number) == name


@pytest.mark.parametrize("value", [True, 12.5, "M+", 1e300, -3])
def test_a_number_or_a_truth_where_a_time_should_be_is_named(tmp_path: Path, value: Any) -> None:
    report = Report("x.xlsx")
    (found,) = read_msel(workbook(tmp_path / "x.xlsx", ["1", value, *GOOD[2:]], ["2", *GOOD[1:]]), START_MS, report)
    assert found.number == "2"
    assert [(row, column) for row, column, _ in told(report)] == [(2, "time")]


def test_a_day_without_a_time_is_its_midnight(tmp_path: Path) -> None:
    (found,) = read_msel(workbook(tmp_path / "x.xlsx", ["1", datetime.date(2026, 5, 12), *GOOD[2:]]), START_MS, Report("x.xlsx"))
    assert found.offset_ms == -7 * 60 * MINUTE


def test_a_length_of_time_is_one_after_the_start(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", ["1", datetime.timedelta(hours=1, minutes=30), *GOOD[2:]])
    (found,) = read_msel(path, START_MS, Report("x.xlsx"))
    assert (found.time, found.offset_ms) == ("H+1 M+30", 90 * MINUTE)


def test_a_cell_with_a_spreadsheet_s_error_is_named(tmp_path: Path) -> None:
    report = Report("x.xlsx")
    (found,) = read_msel(workbook(tmp_path / "x.xlsx", ["1", "M+1", "#REF!", *GOOD[3:]]), START_MS, report)
    assert not found.synopsis
    assert told(report) == [(2, "C", "The spreadsheet has an error here, no value.")]


def test_merged_cells_have_one_value_and_the_others_are_named(tmp_path: Path) -> None:
    book = Workbook()
    sheet = sheet_of(book)
    for cells in (HEADER, GOOD, ["2", *GOOD[1:]]):
        sheet.append(cells)
    sheet.merge_cells("B2:B3")
    book.save(tmp_path / "x.xlsx")
    report = Report("x.xlsx")
    assert [inject.number for inject in read_msel(tmp_path / "x.xlsx", START_MS, report)] == ["1"]
    assert told(report) == [(3, "time", "This is empty.")]


def test_a_formula_that_reaches_into_another_workbook_is_not_followed(tmp_path: Path) -> None:
    report = Report("x.xlsx")
    formula = "='[1]Secrets'!A1"
    (found,) = read_msel(workbook(tmp_path / "x.xlsx", ["1", "M+1", formula, *GOOD[3:]]), START_MS, report)
    assert not found.synopsis
    assert [(issue.row, issue.column, issue.value) for issue in report.issues] == [(2, "C", formula)]


def test_of_several_sheets_the_list_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    book = Workbook()
    sheet_of(book).title = "Read me"
    sheet = book.create_sheet("Exercise msel")
    for cells in (HEADER, GOOD):
        sheet.append(cells)
    book.save(tmp_path / "x.xlsx")
    report = Report("x.xlsx")
    assert len(read_msel(tmp_path / "x.xlsx", START_MS, report)) == 1
    assert told(report) == [(0, "", "Only the sheet Exercise msel was read, not Read me.")]


def test_a_cell_that_is_too_long_is_cut_and_named(tmp_path: Path) -> None:
    row = [*GOOD]
    row[3] = "a" * (MOST_CHARACTERS + 1)
    report = Report("x.csv")
    (found,) = read_msel(write_csv(tmp_path / "x.csv", row), START_MS, report)
    assert len(found.inject.get("en")) == MOST_CHARACTERS
    assert told(report) == [(2, "D", "Only the first 32767 characters of this were read.")]


def test_a_quotation_mark_that_is_never_closed_swallows_no_row_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    rows = [",".join(GOOD).replace("Fall", '"Fall', 1), *(",".join([str(n), *GOOD[1:]]) for n in range(2, 3000))]
    path.write_text("\n".join([",".join(HEADER), *rows]), encoding="utf-8")
    report = Report("x.csv")
    assert read_sheet(path, report)
    assert [row for row, _, _ in told(report)] == [2]


@pytest.mark.parametrize("name", ["x.csv", "x.xlsx"])
@pytest.mark.parametrize("text", ["a\0b", "a\x07b", "a\ud800b", "a\uffffb"])
def test_what_no_file_can_hold_does_not_spoil_a_sheet_that_is_written(tmp_path: Path, name: str, text: str) -> None:
    row = dict.fromkeys(FIELDS, "") | {"number": "1", "time": "M+1", "synopsis_en": text}
    write_rows(tmp_path / name, [row])
    (found,) = read_msel(tmp_path / name, START_MS, Report(name))
    assert found.synopsis.get("en") == "ab"
