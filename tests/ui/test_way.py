"""The way tab: ways on the map, turns in words, in both languages, copied and printed."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QGuiApplication

from commandcenter.model.commands import CloseRoad
from commandcenter.ui.incident.panel import WAY
from commandcenter.ui.incident.route import RouteTab

from .world import PlainMap, World


@pytest.fixture
def way(busy: World) -> RouteTab:
    """The tab, shown, with its answer."""
    assert busy.window is not None
    busy.window.show_tab(WAY)
    found = busy.window.incident.way
    busy.wait_for(lambda: len(found.ways) == 2)
    return found


def overlays(world: World) -> dict[str, list[object]]:
    assert world.window is not None
    return cast(PlainMap, world.window.map_view).overlays


def words(way: RouteTab) -> list[str]:
    rows = [way.rows.topLevelItem(n) for n in range(way.rows.topLevelItemCount())]
    return [row.text(0) for row in rows if row is not None]


def test_every_turn_is_said_and_every_way_shown(busy: World, way: RouteTab) -> None:
    assert [text.split(" along ")[-1] for text in words(way)] == ["River Walk", "Turn right into Castle Hill", "Arrive in Castle Hill"]
    assert [choice.isVisible() for choice in way.choices] == [True, True, False]
    assert "via Old Market" in way.choices[1].text()
    assert [shape.id for shape in overlays(busy)["ways"]] == ["way1", "way0"]  # type: ignore[attr-defined]


def test_another_way_can_be_chosen_on_the_map(busy: World, way: RouteTab) -> None:
    assert busy.window is not None
    busy.window.map_view.clicked.emit("overlay:ways", "way1")
    assert way.chosen == 1
    assert words(way)[0].endswith("Old Market")
    assert [shape.id for shape in overlays(busy)["ways"]] == ["way0", "way1"]  # type: ignore[attr-defined]


def test_a_closure_finds_other_ways_and_leaving_the_tab_takes_them_off(busy: World, way: RouteTab) -> None:
    assert busy.window is not None
    before = way.ways
    busy.run(busy.desk.submit(CloseRoad((before[0].points[0],), "River Walk", "flood")))
    busy.wait_for(lambda: way.ways is not before and way.ways[0].eta_s > before[0].eta_s)
    busy.window.show_tab(0)
    assert "ways" not in overlays(busy)


def test_another_unit_has_other_ways(busy: World, way: RouteTab) -> None:
    before, first = way.ways, way.unit.currentText()
    other = next(u for u in busy.desk.picture.units() if u.callsign != first and u.at != before[0].points[0])
    way.show_unit(other.id)
    busy.wait_for(lambda: way.ways is not before and bool(way.ways))
    assert way.heading().startswith(f"{other.callsign} to ")


def test_the_turns_are_copied_in_the_language_in_force(busy: World, way: RouteTab) -> None:
    assert busy.window is not None
    way.copy_button.click()
    assert "2. Turn right into Castle Hill" in QGuiApplication.clipboard().text()
    busy.window.use_language("zh")
    busy.wait_for(lambda: words(way)[1] == "右转进入Castle Hill")
    way.copy_button.click()
    assert "2. 右转进入Castle Hill" in QGuiApplication.clipboard().text()


def test_the_turns_are_printed(busy: World, way: RouteTab, tmp_path: Path) -> None:
    assert busy.window is not None
    busy.window.printer._folder = tmp_path
    way.print_button.click()
    busy.wait_for(lambda: len(list(tmp_path.glob("Way-*.pdf"))) == 1)
    busy.wait_for(lambda: "Printed 1 pages" in busy.window.strip.text.text())
