"""What cannot be is said in the windows in words of either language, on real roads; nothing is raised and nothing goes on for ever."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import AddDepot, AddUnit, CloseRoad, MoveStock, ReportIncident
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.ui.recommend.panel import RecommendPanel
from commandcenter.ui.supplies.window import SuppliesWindow

from .test_catalogue import opened as opened_catalogue
from .test_catalogue import write
from .world import World, street_at

TOWN, SOUTH, NORTH = LonLat(8.690, 49.407), LonLat(8.694, 49.408), LonLat(8.692, 49.418)
MEADOW = LonLat(8.68422, 49.38910)
SEA, NOWHERE = LonLat(-30.0, 30.0), LonLat(0.0, 0.0)
NECKAR = tuple(LonLat(*p) for p in ((8.55, 49.4115), (8.85, 49.4115), (8.85, 49.4135), (8.55, 49.4135), (8.55, 49.4115)))
"""Across the whole of Heidelberg, along the river."""


@pytest.fixture
def town(world: World, heidelberg_pack: RegionPack) -> World:
    """A desk on the roads of Heidelberg, with nobody yet."""
    world.desk.roads = heidelberg_pack.roads()
    world.desk.gazetteer = heidelberg_pack.gazetteer()
    return world


def engine(world: World, *places: LonLat, first: int = 1) -> list[Id]:
    """Add engines, numbered from `first`; return all units, oldest first."""
    kind = world.desk.catalogue.kinds["engine"]
    adds = [AddUnit(f"E{n}", kind.code, kind.capabilities, kind.crew, None, at, kind.profile) for n, at in enumerate(places, start=first)]
    world.run(world.desk.submit_all(adds))
    return [unit.id for unit in world.desk.picture.units()]


def asked(world: World, at: LonLat, type_: str = "fire.rubbish") -> RecommendPanel:
    """Report an incident, choose it, unfold who was not chosen."""
    incident = world.run(world.desk.submit(ReportIncident(type_, at, "Test", 1))).created[0]
    window = world.open_window() if world.window is None else world.window
    window.seat.choose_incident(incident)
    panel = window.incident.recommend
    world.wait_for(lambda: panel.rows.recommendation is not None and panel.rows.recommendation.incident_id == incident and not panel.looking, 60)
    panel.rows.fold(True)
    return panel


def said(panel: RecommendPanel) -> list[str]:
    return [str(panel.rows.index(n).data()) for n in range(panel.rows.rowCount())]


def says_in_both(world: World, panel: RecommendPanel, english: str, chinese: str) -> None:
    """The panel says it, and in Chinese once that is spoken; no place of a sentence stays open."""
    assert world.window is not None
    assert any(english in line for line in said(panel)), said(panel)
    world.window.use_language("zh_CN")
    world.wait_for(lambda: any(chinese in line for line in said(panel)))
    assert not any("{" in line for line in said(panel))
    world.window.use_language("en")
    world.wait_for(lambda: any(english in line for line in said(panel)))


def test_nobody_there_nobody_able_no_road(town: World) -> None:
    says_in_both(town, asked(town, TOWN), "No unit has pump", "没有单元具备")
    engine(town, NOWHERE, SEA)
    police = town.desk.catalogue.kinds["police"]
    town.run(town.desk.submit(AddUnit("P1", police.code, police.capabilities, police.crew, None, TOWN, police.profile)))
    panel = asked(town, TOWN)
    says_in_both(town, panel, "There is no road for this vehicle near the origin.", "起点附近没有此车辆可行驶的道路")
    says_in_both(town, panel, "P1: Has nothing that is still needed: pump.", "P1: 不具备仍需的能力")
    engine(town, TOWN, first=10)
    says_in_both(town, asked(town, SEA), "There is no road for this vehicle near the target.", "目标附近没有此车辆可行驶的道路")


def test_an_incident_off_the_road_says_how_far_one_walks(town: World) -> None:
    engine(town, SOUTH)
    panel = asked(town, MEADOW)
    assert "the last 240 m are on foot" in panel.changed_text.text() and panel.changed_card.isVisible()
    assert town.window is not None
    town.window.use_language("zh_CN")
    town.wait_for(lambda: "最后 240 米须步行" in panel.changed_text.text())


def test_a_closure_that_cuts_the_city_in_two(town: World) -> None:
    engine(town, NORTH)
    town.run(town.desk.submit(CloseRoad(NECKAR, "Neckar", "flood")))
    says_in_both(town, asked(town, TOWN), "has a road to this place", "均没有道路可达此处")
    south = engine(town, SOUTH, first=10)[-1]
    panel = asked(town, TOWN)
    assert panel.rows.recommendation is not None and [u.unit_id for u in panel.rows.recommendation.units] == [south]
    says_in_both(town, panel, "Closures cut off every way.", "封闭切断了所有路线")


@pytest.mark.soak
def test_ten_thousand_units_at_one_point(town: World) -> None:
    engine(town, *[TOWN] * 10_000)
    panel = asked(town, NORTH, "fire.structure")
    assert len(said(panel)) >= 10_000
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    town.wait_for(lambda: bool(town.desk.picture.decisions()), 60)


CYCLE = '[[plan]]\nid = "a"\nen = "A"\nzh = "甲"\nlike = "b"\n[[plan]]\nid = "b"\nen = "B"\nzh = "乙"\nlike = "a"\n'
EMPTY = '[[plan]]\nid = "a"\nen = "A"\nzh = "甲"\n'
LEVEL = "[[plan.level]]\n"


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [(CYCLE, "in a circle: a → b → a", "a → b → a"), (EMPTY, "there is no [[plan.level]]", "[[plan.level]]"), (EMPTY + LEVEL, "", "")],
)
def test_a_cyclic_plan_and_an_empty_one_are_refused_at_their_line(world: World, tmp_path: Path, text: str, english: str, chinese: str) -> None:
    window = opened_catalogue(world, tmp_path)
    window.choose("plans.toml")
    write(world, window, text)
    assert english in window.state.text() and "plans.toml, line" in window.state.text(), window.state.text()
    assert not window.adopt.isEnabled()
    assert world.window is not None
    world.window.use_language("zh_CN")
    world.wait_for(lambda: "行" in window.state.text() and chinese in window.state.text())


RULE = '[[rule]]\nid = "{id}"\nen = "{id}"\nzh = "{id}"\ntypes = ["fire.rubbish"]\nraise_to = {level}\n'


def test_policies_that_contradict_each_other_are_refused_at_their_line(world: World, tmp_path: Path) -> None:
    window = opened_catalogue(world, tmp_path)
    window.choose("plan_rules.toml")
    write(world, window, RULE.format(id="calm", level=2) + RULE.format(id="storm", level=3))
    assert "“calm”" in window.state.text() and "plan_rules.toml, line 8" in window.state.text(), window.state.text()
    assert not window.adopt.isEnabled()
    assert world.window is not None
    world.window.use_language("zh_CN")
    world.wait_for(lambda: "calm" in window.state.text() and "行" in window.state.text() and "line" not in window.state.text())


def test_stock_never_falls_below_nothing(busy: World) -> None:
    depot = busy.run(busy.desk.submit(AddDepot("North depot", street_at(6, 20)))).created[0]
    busy.run(busy.desk.submit(MoveStock(depot, "blanket", 10, "pcs")))
    main = busy.window
    assert main is not None
    main.seat.window_wanted.emit("supplies")
    window = main.beside.open_windows["supplies"]
    assert isinstance(window, SuppliesWindow)
    page = window.stock
    page.depot.setCurrentIndex(page.depot.findData(depot))
    for quantity, english, chinese in (("-5", "a whole number from 1", "的整数"), ("11", "North depot has only 10", "North depot 可用的")):
        page.item.setText("blanket")
        page.quantity.setText(quantity)
        page.issue.click()
        busy.wait_for(lambda english=english: english in window.notice.text())
        main.use_language("zh_CN")
        busy.wait_for(lambda chinese=chinese: chinese in window.notice.text())
        main.use_language("en")
    stock = busy.desk.picture.depot(depot)
    assert stock is not None and stock.free("blanket") == 10
