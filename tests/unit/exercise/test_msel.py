"""The MSEL in and out: times, columns, unreadable rows, hostile workbooks."""

from __future__ import annotations

import csv
import datetime
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from commandcenter.exercise import sheet as sheet_module
from commandcenter.exercise.folder import list_scenarios, read_scenario, shipped
from commandcenter.exercise.moments import offset_ms, relative_ms, written
from commandcenter.exercise.msel import read_msel, summary, write_msel
from commandcenter.exercise.rules import parse_rules
from commandcenter.exercise.scenario import InjectKind, Role, When
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.marks import MARK
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.csv_tables import Report

START_MS = round(datetime.datetime(2026, 5, 12, 7, 0, tzinfo=datetime.UTC).timestamp() * 1000)
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("J+1 H+2 M-5", DAY + 2 * HOUR - 5 * MINUTE),
        ("M+3", 3 * MINUTE),
        ("h+1m+30", 90 * MINUTE),
        ("D+2", 2 * DAY),
        ("S+30", 30_000),
        ("M-5", -5 * MINUTE),
        ("2026-05-12 07:10", 10 * MINUTE),
        ("2026-05-12T07:10:30Z", 10 * MINUTE + 30_000),
        ("2026/05/13 07:00", DAY),
        ("07:10", 10 * MINUTE),
        ("06:59", -MINUTE),
    ],
)
def test_scenario_times(text: str, expected: int) -> None:
    assert offset_ms(text, START_MS) == expected


@pytest.mark.parametrize("text", ["", "soon", "M+", "M+3 M+4", "M+3 later", "25:00", "2026-02-30 07:00", "J+999999"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(Refused):
        offset_ms(text, START_MS)


@given(st.integers(-10 * DAY // 1000, 10 * DAY // 1000))
def test_a_written_time_reads_back(seconds: int) -> None:
    assert relative_ms(written(seconds * 1000)) == seconds * 1000


HEADER = [
    "Inject Number",
    "Scenario Time",
    "Synopsis",
    "Message",
    "Intended Player",
    "Expected Action",
    "Match",
    "Deadline",
    "Trigger",
    "Incident Type",
    "Location",
]


def write_csv(path: Path, *rows: list[str], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as out:
        csv.writer(out).writerows([HEADER, *rows])
    return path


GOOD = ["1", "M+5", "Fall", "My mother fell", "dispatcher", "send", "dispatched count=1", "M+2", "", "medical.fall", "Market Square"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_sheet_of_somebody_else(tmp_path: Path, encoding: str) -> None:
    row = [*GOOD]
    row[3] = "我母亲摔倒了"
    report = Report("x.csv")
    (found,) = read_msel(write_csv(tmp_path / "x.csv", row, encoding=encoding), START_MS, report)
    assert report.issues == []
    assert (found.number, found.kind, found.offset_ms, found.deadline_ms) == ("1", InjectKind.CALL, 5 * MINUTE, 2 * MINUTE)
    assert found.inject.get("en") == "我母亲摔倒了"
    assert found.role is Role.CONTEXTUAL


def test_a_bad_row_is_named_and_the_rest_loads(tmp_path: Path) -> None:
    rows = [
        GOOD,
        ["2", "whenever", *GOOD[2:]],
        ["3", *GOOD[1:6], "dispatchd", *GOOD[7:]],
        ["4", *GOOD[1:8], "perhaps 1", *GOOD[9:]],
        ["", *GOOD[1:]],
        ["1", *GOOD[1:]],
        ["7", *GOOD[1:7], "yesterday", *GOOD[8:]],
        ["8", *GOOD[1:6], "dispatched count=many", *GOOD[7:]],
        ["9", *GOOD[1:]],
    ]
    report = Report("x.csv")
    found = read_msel(write_csv(tmp_path / "x.csv", *rows), START_MS, report)
    assert [inject.number for inject in found] == ["1", "9"]
    assert [(i.row, i.column) for i in report.issues] == [
        (3, "time"), (4, "match"), (5, "trigger"), (6, "number"), (7, "number"), (8, "deadline"), (9, "match"),
    ]  # fmt: skip
    assert summary(report.issues)[0].startswith("x.csv, row 3, column scenario time: “whenever” is no time")


def test_a_sheet_without_its_columns_says_which(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Synopsis,Message,Location\na,b,c\n", encoding="utf-8")
    report = Report("x.csv")
    assert read_msel(path, START_MS, report) == ()
    assert [issue.column for issue in report.issues] == ["number", "time"]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("folder", list_scenarios(Path("nowhere")), ids=lambda folder: folder.name)
def test_every_shipped_scenario_goes_out_and_comes_back(tmp_path: Path, folder: Path, ending: str) -> None:
    scenario = read_scenario(folder, default_catalogue())
    path = tmp_path / f"msel{ending}"
    write_msel(path, scenario.injects)
    report = Report(path.name)
    assert read_msel(path, scenario.start_ms, report) == scenario.injects
    assert report.issues == []


def test_four_scenarios_are_shipped_in_both_languages() -> None:
    found = [read_scenario(folder, default_catalogue()) for folder in list_scenarios(Path("nowhere"))]
    assert {scenario.id for scenario in found} >= {"quiet-shift", "storm-flood", "chemical-fire", "bus-collision"}
    for scenario in found:
        assert scenario.issues == ()
        texts = [scenario.name, scenario.summary, *(t for i in scenario.injects for t in (i.synopsis, i.inject)), *(s.text for s in scenario.guide)]
        texts += [inject.expected for inject in scenario.injects if inject.scored]
        assert all(text.by_language.get("en") and text.by_language.get("zh") for text in texts)
    assert shipped().is_dir()


def test_cells_that_a_spreadsheet_would_run_are_written_harmless(tmp_path: Path) -> None:
    row = [*GOOD]
    row[2] = "=HYPERLINK(1)"
    first = read_msel(write_csv(tmp_path / "in.csv", row), START_MS, Report("in.csv"))
    write_msel(tmp_path / "out.csv", first)
    assert "'=HYPERLINK(1)" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    write_msel(tmp_path / "out.xlsx", first)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
        said = "".join(ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml")).itertext())
    assert MARK in said
    for name in ("out.csv", "out.xlsx"):
        report = Report(name)
        assert read_msel(tmp_path / name, START_MS, report)[0].synopsis.get("en") == "=HYPERLINK(1)"
        assert report.issues == []


def workbook(path: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in (HEADER, *rows):
        book.active.append(row)
    book.save(path)
    return path


def test_a_workbook_with_dates_numbers_and_a_formula(tmp_path: Path) -> None:
    when = datetime.datetime(2026, 5, 12, 8, 30)
    path = workbook(tmp_path / "x.xlsx", [1, when, *GOOD[2:]], [2.0, datetime.time(9, 0), *GOOD[2:]], [3, "M+1", "=1+1", *GOOD[3:]])
    report = Report("x.xlsx")
    found = read_msel(path, START_MS, report)
    assert [(i.number, i.offset_ms) for i in found] == [("1", 90 * MINUTE), ("2", 120 * MINUTE), ("3", MINUTE)]
    assert [(i.row, i.column, i.value) for i in report.issues] == [(4, "C", "=1+1")]
    assert not found[2].synopsis


def repack(path: Path, changed: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, data in {**content, **changed}.items():
            parts.writestr(name, data)
    return path


def test_a_zip_bomb_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_module, "MOST_UNPACKED", 10_000_000)
    path = repack(workbook(tmp_path / "x.xlsx", [*GOOD]), {"xl/worksheets/sheet1.xml": bytes(sheet_module.MOST_UNPACKED + 1)})
    assert path.stat().st_size < 100_000
    with pytest.raises(KnownError, match="unpack"):
        read_msel(path, START_MS, Report("x.xlsx"))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_entities_are_not_expanded(tmp_path: Path, part: str) -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(KnownError, match="entities"):
        read_msel(repack(workbook(tmp_path / "x.xlsx", [*GOOD]), {part: evil}), START_MS, Report("x.xlsx"))


def test_links_and_macros_are_left_out_and_named(tmp_path: Path) -> None:
    path = repack(workbook(tmp_path / "x.xlsx", [*GOOD]), {"xl/externalLinks/externalLink1.xml": b"<x/>", "xl/vbaProject.bin": b"macro"})
    report = Report("x.xlsx")
    assert len(read_msel(path, START_MS, report)) == 1
    assert [str(i.sentence) for i in report.issues] == ["Links to other files were left out.", "Macros were left out."]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"\x00\x01\x02" * 50])
@pytest.mark.parametrize("name", ["x.xlsx", "x.csv"])
def test_what_is_no_sheet(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    report = Report(name)
    try:
        found = read_msel(path, START_MS, report)
    except KnownError as error:
        assert name in str(error)
    else:
        assert found == ()
        assert report.issues


def test_a_truncated_workbook_is_damaged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", [*GOOD])
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(KnownError, match="damaged"):
        read_msel(path, START_MS, Report("x.xlsx"))


def test_ten_thousand_rows_load(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "x.csv", *([str(n), f"S+{n}", *GOOD[2:]] for n in range(10_000)))
    assert len(read_msel(path, START_MS, Report("x.csv"))) == 10_000


@pytest.mark.parametrize("text", ["dance", "dispatched capability", "dispatched colour=red", 'message contains="open', "alarm level=two"])
def test_rules_that_are_none(text: str) -> None:
    with pytest.raises(Refused):
        parse_rules(text)


def test_rules_with_spaces_read_back() -> None:
    rules = parse_rules("message contains='all clear|解除'; dispatched count=2")
    assert parse_rules("; ".join(str(rule) for rule in rules)) == rules
    assert rules[0].params["contains"] == "all clear|解除"
    assert When("after") is When.AFTER
