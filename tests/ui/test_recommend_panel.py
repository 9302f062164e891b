"""The recommendation at the real window: a unit taken off a lesser need, crews that are shared, what was known then, units told to move up."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from commandcenter.model.commands import AddStation, AddUnit, AssignUnit, ChangeUnit, CloseRoad, ReportIncident, SetUnitStatus
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Position, PositionSource, UnitStatus
from commandcenter.picture.views import UnitView
from commandcenter.resources.changed import build
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.recommend.decisions import DecisionsWindow
from commandcenter.ui.recommend.moves import MovesWindow
from commandcenter.ui.recommend.panel import RecommendPanel

from .world import HOME, World, street_at

THIN, FIXED = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
NEAR, FAR = street_at(3, 10), LonLat(HOME.lon + 0.12, HOME.lat)


def ambulance(world: World, callsign: str, at: LonLat, station: Id | None = None) -> Id:
    kind = world.desk.catalogue.kinds["als"]
    return world.run(world.desk.submit(AddUnit(callsign, kind.code, kind.capabilities, kind.crew, station, at, kind.profile))).created[0]


def stroke(world: World, at: LonLat, priority: int = 1) -> Id:
    return world.run(world.desk.submit(ReportIncident("medical.stroke", at, "Mill Lane 3", priority))).created[0]


def unit(world: World, ident: Id) -> UnitView:
    found = world.desk.picture.unit(ident)
    assert found is not None
    return found


def advised(world: World, incident: Id) -> RecommendPanel:
    """Choose an incident, wait for the answer and for what the worst closure would do to each way."""
    assert world.window is not None
    world.window.seat.choose_incident(incident)
    panel = world.window.incident.recommend
    world.wait_for(lambda: panel.rows.recommendation is not None and panel.rows.recommendation.incident_id == incident and not panel.looking)
    return panel


def lines(panel: RecommendPanel) -> list[str]:
    return [str(panel.rows.index(n).data()) for n in range(panel.rows.rowCount())]


def opened(world: World, name: str) -> object:
    assert world.window is not None
    return world.window.beside.open(next(kind for kind in WINDOWS if kind.name == name))


def test_a_diversion_shows_both_sides_and_enter_takes_it(world: World) -> None:
    near, _far = ambulance(world, "M1", NEAR), ambulance(world, "M2", FAR)
    minor = stroke(world, street_at(3, 20), priority=3)
    world.run(world.desk.submit(AssignUnit(minor, near)))
    world.run(world.desk.submit(SetUnitStatus(near, UnitStatus.ENROUTE)))
    world.desk.tracks.put({near: Position(NEAR, PositionSource.GPS, world.clock.wall_ms())})
    urgent = stroke(world, street_at(3, 11))
    window = world.open_window()
    panel = advised(world, urgent)
    (row,) = [line for line in lines(panel) if line.startswith("M1:")]
    number = world.desk.picture.incident(minor).number  # type: ignore[union-attr] # it is there
    assert f"Taken off incident {number}: P1 −" in row and ", P3 +" in row
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    world.wait_for(lambda: unit(world, near).incident == urgent)
    left = world.desk.picture.incident(minor)
    assert left is not None and left.units == () and left.open
    assert window.queue.rows.row_of(minor) >= 0
    decisions = cast(DecisionsWindow, opened(world, "decisions"))
    assert f"Taken off incident {number}: P1 −" in decisions.known.toPlainText()


RULES = f"""
[[area]]
id = "moor"
en = "Dry moor"
zh = "干燥荒原"
risk = 2
circles = [[{HOME.lon}, {HOME.lat}, 5000]]
[[rule]]
id = "moor"
en = "Moor: second alarm at once"
zh = "荒原:直接二级出动"
types = ["fire.wildland"]
areas = ["moor"]
risk_least = 2
raise_to = 2
"""


def test_the_rule_for_the_place_and_each_share_of_an_amount_are_said_and_kept(world: World) -> None:
    world.desk.catalogue = build({"plan_rules.toml": RULES})
    for n, code in enumerate(("tanker", "tanker", "engine", "command")):
        kind = world.desk.catalogue.kinds[code]
        world.run(world.desk.submit(AddUnit(f"X{n}", code, kind.capabilities, kind.crew, None, street_at(3, 10 + n), kind.profile)))
    incident = world.run(world.desk.submit(ReportIncident("fire.wildland", NEAR, "Mill Lane 3", 2))).created[0]
    window = world.open_window()
    panel = advised(world, incident)
    assert "level 2 · by the rule “Moor: second alarm at once” in Dry moor" in panel.plan.text()
    brings = f"Brings 7{THIN}500 of 15{THIN}000{FIXED}l: water tank."
    assert sum(brings in line for line in lines(panel)) == 2
    heard = [str(panel.rows.index(n).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(panel.rows.rowCount())]
    assert "Not filled: bottled water 1.5 l, 96 missing: There is no depot." in heard
    assert sum(brings in said and "pump · " in said and said.endswith("Available · at its station") for said in heard) == 2, "\n".join(heard)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    world.wait_for(lambda: bool(world.desk.picture.decisions()))
    decisions = cast(DecisionsWindow, opened(world, "decisions"))
    kept = decisions.known.toPlainText()  # Qt gives fixed spaces back as plain ones
    assert "level 2" in kept and "by the rule “Moor: second alarm at once” in Dry moor" in kept
    assert kept.count(brings.replace(FIXED, " ")) == 2
    assert "!  Not filled: bottled water 1.5 l · 96 missing\n     There is no depot." in kept
    window.use_language("zh_CN")
    world.wait_for(lambda: "荒原:直接二级出动" in panel.plan.text() and "荒原:直接二级出动" in decisions.known.toPlainText())
    assert decisions.known.toPlainText().count(f"带来载水 7{THIN}500（共需 15{THIN}000 升）") == 2


def test_who_shares_a_crew_goes_out_of_offer_with_it(world: World) -> None:
    one, other = ambulance(world, "M1", NEAR), ambulance(world, "M2", NEAR)
    for ident in (one, other):
        world.run(world.desk.submit(ChangeUnit(ident, {"shared_crew": "west"})))
    ambulance(world, "M3", FAR)
    first, second = stroke(world, street_at(3, 11)), stroke(world, street_at(3, 12))
    world.open_window()
    panel = advised(world, first)
    assert panel.rows.recommendation is not None and [u.callsign for u in panel.rows.recommendation.units] == ["M1"]
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    world.wait_for(lambda: unit(world, one).incident == first)
    assert world.window is not None
    tabs = world.window.incident.tabs
    world.wait_for(lambda: (at := QApplication.focusWidget()) is not None and tabs.isAncestorOf(at) and not panel.isVisible())
    assert world.window.seat.unit is None, "nobody chose a unit"
    panel = advised(world, second)
    assert [u.callsign for u in panel.rows.recommendation.units] == ["M3"]  # type: ignore[union-attr] # it was waited for
    panel.rows.fold(True)
    assert "M2: Its crew is out with M1." in lines(panel)


def test_the_worst_closure_and_the_age_of_the_picture_are_read_back(world: World) -> None:
    sent = ambulance(world, "M1", NEAR)
    world.desk.tracks.put({sent: Position(street_at(3, 30), PositionSource.GPS, world.clock.wall_ms())})
    world.clock.advance(90)
    world.run(world.desk.submit(CloseRoad((FAR,), reason="burst main")))
    incident = stroke(world, street_at(5, 60))
    window = world.open_window()
    panel = advised(world, incident)
    world.wait_for(lambda: bool(panel.rows.shown()()["fragility"]))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    world.wait_for(lambda: unit(world, sent).incident == incident)
    decisions = cast(DecisionsWindow, opened(world, "decisions"))
    known = decisions.known.toPlainText()
    assert "oldest position: 1 min · 1 closure" in known
    assert "were closed, the drive would take" in known
    window.use_language("zh_CN")
    world.wait_for(lambda: "封闭" in decisions.known.toPlainText())
    assert "were closed" not in decisions.known.toPlainText()


def test_a_unit_is_told_to_move_up(world: World) -> None:
    world.run(world.desk.submit(AddStation("Centre", "ambulance_station", street_at(3, 40))))
    away = world.run(world.desk.submit(AddStation("Edge", "ambulance_station", FAR))).created[0]
    mover = ambulance(world, "M1", FAR, away)
    main = world.open_window()
    window = cast(MovesWindow, opened(world, "moves"))
    world.wait_for(lambda: not window.looking and window.list.count() == 1)
    assert "M1" in window.list.item(0).text() and "Centre" in window.list.item(0).text()
    window.list.setFocus()
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    world.wait_for(lambda: "M1 was told to move up to Centre" in main.strip.text.text())
    (order,), (decision,) = world.desk.picture.duty.orders(), world.desk.picture.decisions()
    assert (tuple(order.answers), order.text, order.decision) == ((mover,), "Move up to Centre", decision.id)


def test_every_one_of_hundreds_of_rejections_is_read_back_in_either_language(world: World) -> None:
    kind = world.desk.catalogue.kinds["als"]
    places = [street_at(n % 8, 1 + 2 * (n % 60)) for n in range(400)]
    adds = [AddUnit(f"M{n}", kind.code, kind.capabilities, kind.crew, None, at, kind.profile) for n, at in enumerate(places, start=1)]
    world.run(world.desk.submit_all(adds))
    incident = stroke(world, NEAR)
    window = world.open_window()
    panel = advised(world, incident)
    count = len(panel.rows.recommendation.rejected)  # type: ignore[union-attr] # it was waited for
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    world.wait_for(lambda: bool(world.desk.picture.decisions()))
    decisions = cast(DecisionsWindow, opened(world, "decisions"))
    lines = [line for line in decisions.known.toPlainText().splitlines() if line.startswith("–  M")]
    assert len(lines) == len({line.partition(":")[0] for line in lines}) == count > 390
    assert all(line.endswith(".") for line in lines)
    window.use_language("zh_CN")
    world.wait_for(lambda: "。" in decisions.known.toPlainText())
    assert sum(line.startswith("–  M") for line in decisions.known.toPlainText().splitlines()) == count


def test_who_has_become_free_takes_over_and_the_other_is_free_again(world: World) -> None:
    late = ambulance(world, "M1", FAR)
    incident = stroke(world, NEAR, priority=2)
    world.run(world.desk.submit(AssignUnit(incident, late, "als-1")))
    world.run(world.desk.submit(SetUnitStatus(late, UnitStatus.ENROUTE)))
    near = ambulance(world, "M2", street_at(3, 12))
    main = world.open_window()
    window = cast(MovesWindow, opened(world, "moves"))
    world.wait_for(lambda: not window.looking and window.list.count() == 1)
    assert window.list.item(0).text().startswith("Incident 1: M2 would be there in ")
    assert window.tell.text() == "Let it take over"
    main.use_language("zh_CN")
    world.wait_for(lambda: window.tell.text() == "由其接手" and "正在途中的 M1" in window.list.item(0).text())
    main.use_language("en")
    window.list.setFocus()
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    world.wait_for(lambda: "M2 takes over incident 1 from M1" in main.strip.text.text())
    taken, left = unit(world, near), unit(world, late)
    assert (taken.incident, taken.slot, left.incident, left.status) == (incident, "als-1", None, UnitStatus.AVAILABLE)
    world.wait_for(lambda: not window.looking and not window.list.count())
    assert window.tell.text() == "Tell the unit to move up" and not window.tell.isEnabled()
