"""The search window: a grid is drawn, planners weigh, a team searches, success grows, the map shows it, paper and file are written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.dispatch.search.probability import state_of
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.commands import EndSweep, ReportIncident
from commandcenter.model.words import LonLat
from commandcenter.picture.picture import Picture
from commandcenter.ui.prints.papers import Printer
from commandcenter.ui.search.window import SearchWindow

from .world import World, street_at

CENTRE = street_at(3, 30)
AREA = tuple(LonLat(CENTRE.lon + x, CENTRE.lat + y) for x, y in ((-0.006, -0.004), (0.006, -0.004), (0.006, 0.004), (-0.006, 0.004)))


def begun(world: World) -> SearchWindow:
    main = world.window
    assert main is not None
    incident = world.run(world.desk.submit(ReportIncident("search.missing", CENTRE, "Castle Hill 30", 2))).created[0]
    main.seat.choose_incident(incident)
    main.seat.window_wanted.emit("search")
    window = main.beside.open_windows["search"]
    assert isinstance(window, SearchWindow)
    window.begin.click()
    world.wait_for(lambda: window.search() is not None and window.draw_area.isEnabled())
    return window


def lay_grid(world: World, window: SearchWindow, cell_m: str = "300") -> None:
    main = world.window
    assert main is not None
    window.cell_m.setText(cell_m)
    window.draw_area.click()
    world.wait_for(lambda: main.map_view.shown.get("drawing") == "polygon")  # type: ignore[attr-defined] # the plain map keeps it
    main.map_view.drawn.emit("polygon", (*AREA, AREA[0]))


def sweep_shortly(world: World, window: SearchWindow, row: int) -> float:
    """Send the team into a sector for three minutes; return the sector's probability of detection after it."""
    before = window.sectors.rows.rows[row]
    window.sectors.setCurrentIndex(window.sectors.rows.index(row, 0))
    window.task.send.click()
    world.wait_for(lambda: any(sweep.running for sweep in window.sweeps.rows.rows))
    running = next(n for n, sweep in enumerate(window.sweeps.rows.rows) if sweep.running)
    window.sweeps.setCurrentIndex(window.sweeps.rows.index(running, 0))
    window.hours.setText("0,05")
    QTest.keyClick(window.hours, Qt.Key.Key_Return)
    world.wait_for(lambda: window.sectors.rows.rows[row].pod > before.pod)
    return window.sectors.rows.rows[row].pod


def test_a_search_from_the_grid_to_the_found_person(busy: World, tmp_path: Path) -> None:
    window, main = begun(busy), busy.window
    assert main is not None
    lay_grid(busy, window)
    busy.wait_for(lambda: window.sectors.rows.rowCount() == 9)
    assert len(main.map_view.overlays["sectors"]) == 9  # type: ignore[attr-defined]
    rate(busy, window)
    send_as_advised(busy, window)
    sweep_the_first(busy, window)
    said = window.figure.text()
    once, twice = sweep_shortly(busy, window, 1), sweep_shortly(busy, window, 1)
    assert 0 < once < twice < 1 and twice == pytest.approx(1 - (1 - once) ** 2)
    assert window.sectors.rows.rows[1].pos == pytest.approx(3 / 16 * twice) and window.figure.text() != said
    on_paper(busy, window, tmp_path)
    window.end.click()
    busy.wait_for(lambda: window.search() is not None and window.search().state == "found")  # type: ignore[union-attr]
    window.close()
    assert "search" not in main.map_view.overlays  # type: ignore[attr-defined]


def rate(world: World, window: SearchWindow) -> None:
    """A planner weighs sector by sector."""
    window.sectors.setCurrentIndex(window.sectors.rows.index(0, 0))
    for weight in "531111111":
        window.rating.weight.setText(weight)
        QTest.keyClick(window.rating.weight, Qt.Key.Key_Return)
    window.rating.planner.setText("Kim")
    window.rating.keep.click()
    world.wait_for(lambda: "Kim" in window.rating.said.text())
    assert window.sectors.rows.rows[0].prior == 5 / 16


def send_as_advised(world: World, window: SearchWindow) -> None:
    """Enter on the best advice chooses its sector; a team goes there once."""
    window.task.advise.click()
    world.wait_for(lambda: window.advice.rows.rowCount() == 9)
    best = window.advice.rows.rows[0]
    window.advice.setCurrentIndex(window.advice.rows.index(0, 0))
    QTest.keyClick(window.advice, Qt.Key.Key_Return)
    chosen = window.sectors.current()
    assert chosen is not None and chosen.sector.id == best.sector
    window.task.send.click()
    world.wait_for(lambda: window.sweeps.rows.rowCount() == 1)
    team = world.desk.picture.unit(window.sweeps.rows.rows[0].unit)
    assert world.window is not None and team is not None
    assert team.incident == world.window.seat.incident, "who searches is no longer offered to others"
    window.task.send.click()
    world.wait_for(lambda: "already" in window.notice.text())


def sweep_the_first(world: World, window: SearchWindow) -> None:
    """The team has searched for so long."""
    window.sweeps.setCurrentIndex(window.sweeps.rows.index(0, 0))
    window.hours.setText("2,5")
    QTest.keyClick(window.hours, Qt.Key.Key_Return)
    world.wait_for(lambda: not window.sweeps.rows.rows[0].running)
    assert window.sectors.rows.rows[0].pod > 0
    assert "Probability of success so far" in window.figure.text()


def on_paper(world: World, window: SearchWindow, folder: Path) -> None:
    """Sectors and sweeps are printed, and written as a table."""
    main = world.window
    assert main is not None
    main.printer = Printer(main.seat, lambda: main.header.standing, folder)
    window.paper.click()
    world.wait_for(lambda: list(folder.glob("*.pdf")))
    window.csv.click()
    world.wait_for(lambda: list(folder.glob("*.csv")))
    rows = next(folder.glob("*.csv")).read_text("utf-8-sig").splitlines()
    assert len(rows) == 10 and rows[0].startswith("Sector,")


def test_what_others_searched_counts_here_and_there_and_the_sources_are_named(busy: World) -> None:
    """Success adds up over the sweeps of all desks; who only reads the log comes to the same figures."""
    window = begun(busy)
    assert "Mattson" in window.method.text() and "Koopman" in window.method.text() and "Bayes" in window.method.text()
    lay_grid(busy, window)
    busy.wait_for(lambda: window.sectors.rows.rowCount() == 9)
    ours = sweep_shortly(busy, window, 1)
    row = window.sectors.rows.rows[1]
    (sweep,) = row.sector.sweeps
    again = replace(window.task.command(row.sector.id, busy.desk.picture), unit_id=sweep.unit)
    busy.run(busy.desk.submit(again))  # not through this window
    busy.wait_for(lambda: any(sweep.running for sweep in window.sweeps.rows.rows))
    running = next(sweep for sweep in window.sweeps.rows.rows if sweep.running)
    busy.run(busy.desk.submit(EndSweep(running.id, 0.05)))
    busy.wait_for(lambda: window.sectors.rows.rows[1].pod > ours)
    copy, there = MemoryLog(busy.log.operation, DeviceKey(bytes([9]) * 32), busy.clock), Picture(busy.log.operation)
    for position, entry in copy.ingest([row.signed for row in busy.log.signed()], sender="here").entries:
        there.apply(entry, position)
    search = window.search()
    assert search is not None
    read = there.searches.search(search.id)
    assert read is not None and state_of(read) == state_of(search) and state_of(read).pos > 0


def test_what_cannot_be_searched_is_said(busy: World) -> None:
    window = begun(busy)
    lay_grid(busy, window, "3")
    busy.wait_for(lambda: "at least" in window.notice.text())
    window.rating.keep.click()
    busy.wait_for(lambda: "planner's name" in window.notice.text())
    window.task.send.click()
    busy.wait_for(lambda: "No sector is chosen" in window.notice.text())
    window.task.range_m.setText("far")
    window.task.advise.click()
    busy.wait_for(lambda: "not a number" in window.notice.text())
