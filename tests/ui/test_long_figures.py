"""The figures and the situation report of a long shift, against what the rows of the log come to when they are counted one by one."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication

from commandcenter.model.entries import EntryType
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus
from commandcenter.monitor import statistics as figures
from commandcenter.monitor.statistics import Period
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import LogLine
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.sitrep.draft import MOST_LINES, draft
from commandcenter.ui.statistics import tables
from commandcenter.ui.statistics.tables import Share, makers_of, said, write_csv, write_xlsx
from commandcenter.ui.statistics.window import StatisticsWindow

from .long_shift import Shift, long_shift
from .world import World, make_world

ENDING = (UnitStatus.RETURNING, UnitStatus.AVAILABLE)


@pytest.fixture(scope="module")
def shift(qapp: QApplication) -> Iterator[tuple[World, Shift]]:
    with make_world(qapp) as world:
        made = world.run(long_shift(world.desk, world.clock, incidents=14, orders=30, notes=10))
        world.open_window()
        yield world, made


@pytest.fixture
def rows(shift: tuple[World, Shift]) -> list[LogLine]:
    return sorted(shift[0].desk.picture.lines(10**6), key=lambda line: (line.happened_ms, line.position))


@pytest.fixture
def picture(shift: tuple[World, Shift]) -> Picture:
    return shift[0].desk.picture


@pytest.fixture
def period(shift: tuple[World, Shift]) -> Period:
    return figures.whole_period(shift[0].desk.picture, shift[0].clock.wall_ms())


def sent(rows: list[LogLine]) -> list[tuple[Id, Id, int, int | None, int | None]]:
    """Return (unit, incident, sent, arrived, ended) of each mission, read from the rows."""
    open_: dict[Id, list[int | None]] = {}
    whose: dict[Id, Id] = {}
    found = []
    for line in rows:
        if line.unit is None:
            continue
        if line.type == EntryType.UNIT_ASSIGNED and line.incident is not None:
            open_[line.unit], whose[line.unit] = [line.happened_ms, None], line.incident
        status = line.summary.get("status")
        if line.unit in open_ and status == UnitStatus.ON_SCENE:
            open_[line.unit][1] = line.happened_ms
        if line.unit in open_ and (line.type == EntryType.UNIT_RELEASED or status in ENDING):
            begun, arrived = open_.pop(line.unit)
            found.append((line.unit, whose[line.unit], begun or 0, arrived, line.happened_ms))
    return found + [(unit, whose[unit], begun or 0, arrived, None) for unit, (begun, arrived) in open_.items()]


def test_calls_are_counted_by_the_hour_of_this_computer(picture: Picture, rows: list[LogLine], period: Period) -> None:
    hours = Counter(datetime.fromtimestamp(line.happened_ms / 1000).hour for line in rows if line.type == EntryType.INCIDENT_REPORTED)
    assert figures.calls_by_hour(picture, period) == [hours[hour] for hour in range(24)]
    assert sum(hours.values()) == 14


def test_response_times_are_those_of_the_rows(picture: Picture, rows: list[LogLine], period: Period) -> None:
    times: dict[str, list[float]] = defaultdict(list)
    for unit, _incident, begun, arrived, _ended in sent(rows):
        if arrived is not None:
            station = picture.station(picture.unit(unit).station)  # type: ignore[union-attr, arg-type] # each has one
            times[station.name].append((arrived - begun) / 1000)  # type: ignore[union-attr]
    found = {one.name: one for one in figures.responses_by_station(picture, period)}
    assert set(found) == set(times) and len(found) == 3
    for name, values in times.items():
        assert found[name].count == len(values) > 1
        assert found[name].median_s == pytest.approx(median(values))
        assert found[name].p90_s == pytest.approx(quantiles(values, n=10, method="inclusive")[8])


def test_shares_within_the_limit_are_those_of_the_rows(picture: Picture, rows: list[LogLine], period: Period) -> None:
    first: dict[Id, int] = {}
    for _unit, incident, begun, _arrived, _ended in sent(rows):
        first[incident] = min(begun, first.get(incident, begun))
    for one in figures.processing(picture, period):
        incidents = [incident for incident in picture.incidents() if incident.priority == one.priority]
        quick = sum(incident.id in first and first[incident.id] - incident.answered_ms <= 60_000 for incident in incidents)
        assert (one.count, one.within_limit) == (len(incidents), quick)
        assert one.share == pytest.approx(quick / len(incidents))


def test_units_are_busy_as_long_as_the_seconds_say(picture: Picture, rows: list[LogLine], period: Period) -> None:
    busy: dict[Id, set[int]] = defaultdict(set)
    for unit, _incident, begun, _arrived, ended in sent(rows):
        busy[unit] |= set(range(begun // 1000, (period.until_ms if ended is None else ended) // 1000))
    callsigns = {unit.callsign: unit.id for unit in picture.units()}
    for one in figures.utilisation(picture, period):
        seconds = len(busy[callsigns[one.callsign]])
        assert one.busy_s == pytest.approx(seconds, abs=2)
        assert one.share == pytest.approx(seconds / period.seconds, abs=1e-3)


def test_stock_at_the_end_is_what_the_depot_holds(picture: Picture, period: Period) -> None:
    (depot,) = picture.depots()
    for curve in figures.stock_curves(picture, period):
        assert curve.quantities[-1] == depot.held(curve.item)
        assert all(a <= b for a, b in pairwise(curve.moments_ms))
    ends = {curve.item: curve.quantities[-1] - max(curve.quantities) for curve in figures.stock_curves(picture, period)}
    assert (ends["blanket"], ends["ration"], ends["water_bottled"], ends["sandbag"]) == (-40, -120, -200, 0)


def test_files_carry_numbers_and_the_window_words(shift: tuple[World, Shift], period: Period, tmp_path: Path) -> None:
    desk = shift[0].desk
    found = [make() for make in makers_of(desk.picture, desk.catalogue, period)]
    book = load_workbook(write_xlsx(found, tmp_path / "figures.xlsx", "EXERCISE"))
    for table, sheet in zip(found, book.worksheets, strict=True):
        read = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=3)]
        assert read == [tuple(row) for row in table.rows]
    for table, file in zip(found, sorted(write_csv(found, tmp_path / "csv", "EXERCISE").iterdir()), strict=True):
        with file.open(encoding="utf-8-sig", newline="") as opened:
            assert [tuple(row) for row in list(csv.reader(opened))[2:]] == [tuple("" if c is None else str(c) for c in row) for row in table.rows]
    assert said(Share(0.7612)) == "76.1 %"


def test_no_two_curves_look_alike_and_the_legend_follows_the_theme(shift: tuple[World, Shift]) -> None:
    world, _ = shift
    assert world.window is not None
    window = world.window.beside.open(next(kind for kind in WINDOWS if kind.name == "statistics"))
    assert isinstance(window, StatisticsWindow)
    window.tabs.setCurrentIndex(len(window.pages) - 1)
    chart = window.pages[-1].chart
    for theme in ("light", "dark"):
        world.window.use_theme(theme)
        window.refresh()
        pens = [(curve.opts["pen"].color().name(), curve.opts["pen"].style()) for curve in chart.getPlotItem().listDataItems()]
        assert len(set(pens)) == len(pens) == 8
        legend = chart.getPlotItem().legend
        assert legend.labelTextColor() == world.window.look.colour("text") and len(legend.items) == 8


def test_names_are_in_the_language_in_force(shift: tuple[World, Shift], period: Period) -> None:
    world, _ = shift
    assert world.window is not None
    picture, catalogue = world.desk.picture, world.desk.catalogue
    world.window.use_language("zh_CN")
    try:
        assert {row[0] for row in tables.stations_table(picture, period).rows} == {"北站", "港口站", "老城与城堡山志愿站"}
        assert {row[0] for row in tables.stock_table(picture, catalogue, period).rows} == {"中心仓库"}
    finally:
        world.window.use_language("en")


def test_the_draft_tells_reports_of_crews_and_says_what_it_leaves_out(shift: tuple[World, Shift], period: Period) -> None:
    world, made = shift
    parts = {part.title[:1]: part.text for part in draft(world.desk, period)}
    tenement = world.desk.picture.incident(made.tenement)
    assert tenement is not None
    (told,) = [line for line in parts["2"].splitlines() if line.startswith(f"{tenement.number} ")]
    assert "A1-3 at " in told and "火势控制在三层" in told
    unsettled = parts["6"].splitlines()
    assert len(unsettled) == MOST_LINES + 1
    assert unsettled[-1].startswith("… and ") and unsettled[-1].endswith(" more")
    assert "UTC" in parts["1"]
