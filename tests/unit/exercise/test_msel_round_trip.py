"""Whatever of a sheet could be read goes out and comes back the same, as CSV and as XLSX, whoever wrote it and however."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.exercise.moments import written
from commandcenter.exercise.msel import FIELDS, Row, read_injects, read_msel, write_msel, write_rows
from commandcenter.exercise.scenario import InjectKind
from commandcenter.resources.csv_tables import Report
from tests.unit.exercise.test_msel import START_MS

ANY = st.text(st.characters(codec="utf-8"), max_size=30)
FORMULAS = ("=1+1", "'=1+1", "+1 555", "-", "@x", "''", '"', ",;\t")
NASTY = st.sampled_from(
    (*FORMULAS, "a\r\nb\rc\nd", "_x000D_", "_x0041_", "演练 🚒", "  x  ", "\x07bell", "\0", "\ufffe", "#REF!", "TRUE", "1e5", "007")
)
TEXT = ANY | NASTY
SECONDS = st.integers(-10 * 86_400, 10 * 86_400)
RELATIVE = SECONDS.map(lambda s: written(s * 1000))
ABSOLUTE = SECONDS.map(lambda s: datetime.fromtimestamp(START_MS / 1000, UTC) + timedelta(seconds=s))
TIME = RELATIVE | ABSOLUTE.map(lambda t: f"{t:%Y-%m-%d %H:%M:%S}") | ABSOLUTE.map(lambda t: f"{t:%H:%M}") | ABSOLUTE.map(datetime.isoformat) | TEXT
CHOSEN = {
    "number": st.integers(1, 6).map(str) | TEXT,
    "time": TIME,
    "kind": st.sampled_from(["", *InjectKind]) | TEXT,
    "trigger": st.sampled_from(["", "", "fired 1", "after 2", "MISSING 3"]) | TEXT,
    "deadline": st.sampled_from(["", "M+2", "H+1 S+1", "M-1"]) | TEXT,
    "match": st.sampled_from(["", "dispatched count=2; on_scene", "message contains='all clear|解除'", "dispatched unit='=E 1'"]) | TEXT,
    "weight": st.sampled_from(["", "1", "2.5", "0,5", "1000", "1e3", "-1"]) | TEXT,
    "details": st.sampled_from(["", "phone=0555 0101; priority=1", "a==b; c='"]) | TEXT,
}
ROW = st.fixed_dictionaries({field: CHOSEN.get(field, TEXT) for field in FIELDS})


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@settings(max_examples=25, deadline=None)
@given(rows=st.lists(ROW, min_size=1, max_size=4))
def test_what_could_be_read_goes_out_and_comes_back(ending: str, rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second, third = (Path(folder) / f"{name}{ending}" for name in ("first", "second", "third"))
        write_rows(first, rows)
        injects = read_msel(first, START_MS, Report(first.name))
        write_msel(second, injects)
        report = Report(second.name)
        again = read_msel(second, START_MS, report)
        assert report.issues == []
        assert again == tuple(replace(one, row=n) for n, one in enumerate(injects, start=2))
        write_msel(third, again)
        assert second.suffix == ".xlsx" or third.read_bytes() == second.read_bytes()


@settings(max_examples=80, deadline=None)
@given(rows=st.lists(ROW, max_size=6))
def test_no_row_is_dropped_in_silence(rows: list[Row]) -> None:
    report = Report("x.csv")
    injects = read_injects(enumerate(rows, start=2), START_MS, report)
    assert {inject.row for inject in injects} | {issue.row for issue in report.issues} == set(range(2, len(rows) + 2))
    assert not {inject.row for inject in injects} & {issue.row for issue in report.issues}
    assert all(issue.column in {field.removesuffix("_en").removesuffix("_zh") for field in FIELDS} for issue in report.issues)
