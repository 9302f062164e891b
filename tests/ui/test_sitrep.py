"""The situation report says what the log knows, and what a person wrote stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument

from commandcenter.model.commands import CloseRoad, ReserveStock
from commandcenter.model.words import UnitStatus
from commandcenter.monitor.statistics import whole_period
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.prints.papers import Printer
from commandcenter.ui.sitrep.draft import draft
from commandcenter.ui.sitrep.window import SitrepWindow

from .world import HOME, World


def opened(world: World) -> SitrepWindow:
    assert world.window is not None
    made = world.window.beside.open(next(kind for kind in WINDOWS if kind.name == "sitrep"))
    assert isinstance(made, SitrepWindow)
    return made


def parts_of(world: World) -> dict[str, str]:
    return {part.title[:1]: part.text for part in draft(world.desk, whole_period(world.desk.picture, world.clock.wall_ms()))}


def test_it_counts_as_the_picture_does(busy: World) -> None:
    picture, parts = busy.desk.picture, parts_of(busy)
    incidents = picture.incidents()
    assert f"{len(incidents)} incidents were reported" in parts["1"]
    assert f"{sum(i.open for i in incidents)} are open now" in parts["1"]
    free = sum(unit.status == UnitStatus.AVAILABLE for unit in picture.units())
    assert f"{len(picture.units())} units: {free} available" in parts["3"]
    urgent = [i for i in incidents if i.priority == 1 and i.open]
    assert all(f"{i.number} " in parts["2"] and i.address in parts["2"] for i in urgent)
    assert parts["7"] == ""


def test_roads_and_supplies_are_told(busy: World) -> None:
    assert "No road is closed" in parts_of(busy)["4"]
    busy.run(busy.desk.submit(CloseRoad((HOME,), name="Mill Lane", reason="burst main")))
    assert "Mill Lane: burst main" in parts_of(busy)["4"]
    depot = next(iter(busy.desk.picture.depots()), None)
    if depot is not None and depot.stock:
        incident = next(i for i in busy.desk.picture.incidents() if i.open)
        busy.run(busy.desk.submit(ReserveStock(depot.id, depot.stock[0].item, 1, incident.id)))
        assert "promised" in parts_of(busy)["5"]


def test_what_was_written_stays_until_a_new_draft_is_asked_for(busy: World) -> None:
    window = opened(busy)
    title, outlook = window.parts[-1]
    outlook.setPlainText("Rain until midnight; second shift from 18:00.")
    assert busy.window is not None
    busy.window.use_language("zh_CN")
    busy.settle()
    assert "Rain until midnight" in window.text()
    assert window.text().count(title) == 1
    window.again.click()
    assert "Rain until midnight" not in window.text()
    assert window.parts[0][0] != "1. Situation"


def test_it_is_copied_and_printed(busy: World, tmp_path: Path) -> None:
    window = opened(busy)
    window.copy.click()
    assert QGuiApplication.clipboard().text() == window.text()
    main = busy.window
    assert main is not None
    main.printer = Printer(main.seat, lambda: main.header.standing, tmp_path)
    window.print.click()
    busy.wait_for(lambda: list(tmp_path.glob("*.pdf")))


def test_what_was_written_is_printed_though_the_window_is_closed_at_once(busy: World, tmp_path: Path) -> None:
    window, main = opened(busy), busy.window
    assert main is not None
    main.printer = Printer(main.seat, lambda: main.header.standing, tmp_path)
    window.parts[-1][1].setPlainText("Pumps go on over night")
    window.print.click()
    window.close()
    busy.wait_for(lambda: list(tmp_path.glob("*.pdf")))
    document = QPdfDocument()
    assert document.load(str(next(tmp_path.glob("*.pdf")))) == QPdfDocument.Error.None_
    assert "Pumps go on over night" in "".join(document.getAllText(n).text() for n in range(document.pageCount()))
    document.close()


@pytest.mark.parametrize("hours", [0, 2])
def test_every_period_gives_a_draft(busy: World, hours: int) -> None:
    window = opened(busy)
    window.period.setCurrentIndex(hours)
    window.again.click()
    assert window.parts[0][1].toPlainText()
