"""The statistics window shows the operation's figures and saves them."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QStandardPaths

from commandcenter.model.errors import Cancelled
from commandcenter.model.progress import CancelAfter, Progress
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.statistics.tables import Table, makers_of, said, write_csv, write_xlsx
from commandcenter.ui.statistics.window import StatisticsWindow

from .world import World


def opened(world: World) -> StatisticsWindow:
    assert world.window is not None
    made = world.window.beside.open(next(kind for kind in WINDOWS if kind.name == "statistics"))
    assert isinstance(made, StatisticsWindow)
    return made


def test_every_page_has_a_table_and_a_chart_or_why_there_is_none(busy: World) -> None:
    window = opened(busy)
    for place, page in enumerate(window.pages):
        window.tabs.setCurrentIndex(place)
        assert page.table.columnCount() >= 2
        assert bool(page.chart.getPlotItem().items) != page.chart.nothing.isVisibleTo(page.chart)
    calls = window.pages[0].table
    counts = [calls.item(row, 1).text() for row in range(24)]  # type: ignore[union-attr]
    assert sum(int(text) for text in counts) == len(busy.desk.picture.incidents())


def test_it_follows_language_and_theme(busy: World) -> None:
    window = opened(busy)
    english = window.tabs.tabText(0)
    assert busy.window is not None
    busy.window.use_theme("light")
    busy.window.use_language("zh_CN")
    busy.wait_for(lambda: window.tabs.tabText(0) != english)


def test_a_shorter_period_holds_less(busy: World) -> None:
    window = opened(busy)
    busy.clock.advance(2 * 86_400)
    window.period.setCurrentIndex(1)
    window.refresh()
    counts = [window.pages[0].table.item(row, 1).text() for row in range(24)]  # type: ignore[union-attr]
    assert set(counts) == {"0"}


def test_csv_and_xlsx_carry_every_table_and_the_mark(busy: World, tmp_path: Path) -> None:
    found = [make() for make in makers_of(busy.desk.picture, busy.desk.catalogue, opened(busy).span())]
    files = sorted(write_csv(found, tmp_path / "figures", "EXERCISE").iterdir())
    assert len(files) == len(found)
    with files[0].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["EXERCISE"]
    assert rows[1] == list(found[0].heads)
    assert len(rows) == 26
    book = load_workbook(write_xlsx(found, tmp_path / "figures.xlsx", ""))
    assert book.sheetnames == [table.name[:31] for table in found]
    assert book.worksheets[0].max_row == 25


def test_saving_says_where(busy: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    window = opened(busy)
    window.xlsx.click()
    assert busy.window is not None
    strip = busy.window.strip.text
    busy.wait_for(lambda: ".xlsx" in strip.text())
    (first,) = tmp_path.rglob("*.xlsx")
    assert re.search(r" \d\d\.\d\d\.xlsx$", first.name), "a minute is no ending"
    before = first.read_bytes()
    window.xlsx.click()
    busy.wait_for(lambda: "-2.xlsx" in strip.text())
    assert first.read_bytes() == before and len(list(tmp_path.rglob("*"))) == 3


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_saving_that_is_stopped_leaves_nothing(write: Callable[[list[Table], Path, str, Progress], Path], tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write([Table("Calls", ("Hour",), ((1,),))] * 3, tmp_path / "figures", "", CancelAfter(2))
    assert list(tmp_path.iterdir()) == []


def test_saving_shows_how_far_it_is_and_can_be_stopped(busy: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    window = opened(busy)
    shown: list[str] = []

    def stop_once(*seen: object) -> None:
        shown.append(window.work.stage.text())
        window.work.cancel_button.click()

    monkeypatch.setattr(window.work, "show_report", stop_once)
    window.csv.click()
    assert busy.window is not None
    strip = busy.window.strip.text
    busy.wait_for(lambda: "stopped" in strip.text())
    assert list(tmp_path.iterdir()) == [] and not window.work.busy and window.work.isHidden()
    assert shown


def test_a_folder_that_cannot_be_written_is_said(busy: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "commandcenter").write_text("a file is in the way")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    window = opened(busy)
    window.csv.click()
    assert busy.window is not None
    strip = busy.window.strip.text
    busy.wait_for(lambda: "cannot be written" in strip.text())


@pytest.mark.parametrize(("cell", "words"), [(None, "–"), ("x", "x"), (1234, "1,234"), (12.34, "12.3"), (0.256, "0.26")])
def test_cells_are_said(cell: str | float | None, words: str) -> None:
    assert said(cell) == words
