"""Field mode: one unit's work with big targets, and the receiver that says where it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

from commandcenter.geo.exchange.gpx import read_gpx
from commandcenter.geo.positioning.fix import Fix
from commandcenter.model.commands import (
    AddFacility,
    AssignUnit,
    CloseHazard,
    DeclareMayday,
    DrawSketch,
    GiveTask,
    GrantRole,
    NewFile,
    ReportIncident,
    SendOrder,
)
from commandcenter.model.drawings import SketchKind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.rights import Role
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat, OrderState, Position, PositionSource, UnitStatus
from commandcenter.ui.connection.port import SyncPort
from commandcenter.ui.field.parts import TARGET_PX
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.files.port import FilesPort
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.ports import Power, Services
from commandcenter.ui.theme.look import Look

from .world import ACTOR, ELSEWHERE, HOME, PlainMap, World, populate


@pytest.fixture
def field(world: World) -> Iterator[FieldWindow]:
    """The field window over an operation with 12 units and 3 incidents; the first free unit is ours."""
    world.run(populate(world.desk, world.clock, units=12, incidents=3))
    look, language = Look(), Language()
    look.apply()
    language.use("en")
    standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher", exercise=True)
    window = FieldWindow(world.desk, PlainMap(), world.settings, look=look, standing=standing, actor=ACTOR)
    window.open()
    free = next(unit for unit in world.desk.picture.units() if unit.status == UnitStatus.AVAILABLE)
    window.unit.setCurrentIndex(window.unit.findData(free.id))
    window.unit.activated.emit(window.unit.currentIndex())
    yield window
    language.use("en")
    window.close()
    window.deleteLater()
    world.settle()


def mine(window: FieldWindow) -> Id:
    unit = window.my_unit()
    assert unit is not None
    return unit.id


def sent_to(world: World, window: FieldWindow) -> Id:
    incident = world.run(world.desk.submit(ReportIncident("fire.structure", LonLat(8.69, 49.41), "Castle Hill 3", 1, "smoke"))).created[-1]
    world.run(world.desk.submit(AssignUnit(incident, mine(window))))
    return incident


def test_the_unit_is_remembered_on_this_computer(world: World, field: FieldWindow) -> None:
    assert world.settings.get("field_unit") == mine(field)


def test_every_target_is_big_enough_for_gloves(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    buttons = [made for made in field.findChildren(QAbstractButton) if made.isVisible() and made.objectName() != "qt_spinbox"]
    assert len(buttons) > 8
    assert [made.text() for made in buttons if made.height() < TARGET_PX - 4 and made.text()] == []


def test_my_incident_and_my_next_statuses_are_shown(world: World, field: FieldWindow) -> None:
    assert "No incident" in field.incident.head.text()
    assert not field.status.buttons[UnitStatus.ON_SCENE].isVisible()
    sent_to(world, field)
    world.wait_for(lambda: "Castle Hill 3" in field.incident.place.text())
    field.status.buttons[UnitStatus.ENROUTE].click()
    world.wait_for(lambda: field.my_unit().status == UnitStatus.ENROUTE)  # type: ignore[union-attr]
    assert not field.status.buttons[UnitStatus.ENROUTE].isVisible()
    assert field.status.buttons[UnitStatus.ON_SCENE].isVisible()


def test_the_way_leads_there_and_says_what_comes_next(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    world.wait_for(lambda: field.guide.route is not None)
    world.wait_for(lambda: bool(field.incident.way.text()))
    assert "my_way" in field.map_view.overlays  # type: ignore[attr-defined] # the plain map keeps them


def test_the_way_avoids_what_is_closed_and_a_hazard_that_closes_roads(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    world.wait_for(lambda: field.guide.route is not None)
    before = field.guide.route
    unit = field.my_unit()
    assert unit is not None and before is not None
    world.run(world.desk.submit(DrawSketch(SketchKind.HAZARD, (unit.at,), "", "gas", 50.0)))
    assert field.guide.route is before
    world.run(world.desk.submit(CloseHazard(world.desk.picture.sketches()[0].id)))
    world.wait_for(lambda: field.guide.route is not None and field.guide.route.eta_s > before.eta_s + 500)


def test_orders_are_read_by_being_shown_and_answered_with_one_tap(world: World, field: FieldWindow) -> None:
    field.activateWindow()
    world.wait_for(field.isActiveWindow)
    world.run(world.desk.submit(SendOrder("open the roof", (mine(field),))))
    world.wait_for(lambda: world.desk.picture.duty.orders()[0].answers[mine(field)].state == OrderState.READ)
    order = world.desk.picture.duty.orders()[0]
    field.orders.buttons[order.id, OrderState.ACCEPTED].click()
    world.wait_for(lambda: world.desk.picture.duty.orders()[0].answers[mine(field)].state == OrderState.ACCEPTED)
    field.orders.buttons[order.id, OrderState.REFUSED].click()
    assert "Write why" in field.strip.text()
    field.words.line.setText("no ladder")
    field.orders.buttons[order.id, OrderState.REFUSED].click()
    world.wait_for(lambda: world.desk.picture.duty.orders()[0].answers[mine(field)].state == OrderState.REFUSED)
    world.wait_for(lambda: not field.orders.buttons)


def test_one_tap_tells_the_desk(world: World, field: FieldWindow) -> None:
    incident = sent_to(world, field)
    field.words.quick[2].click()
    world.wait_for(lambda: world.desk.picture.lines(1)[0].type == "MessageSent")
    line = world.desk.picture.lines(1)[0]
    assert "We need more units" in str(line.summary["text"])
    assert line.incident == incident


def test_a_mayday_takes_holding(world: World, field: FieldWindow) -> None:
    field.mayday.click()
    assert field.my_unit().mayday_ms is None  # type: ignore[union-attr]
    QTest.mousePress(field.mayday, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    world.wait_for(lambda: field.my_unit().mayday_ms is not None, 15)  # type: ignore[union-attr]
    QTest.mouseRelease(field.mayday, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert not field.mayday.isEnabled()


def test_the_receiver_and_the_hand_place_the_unit(world: World, field: FieldWindow) -> None:
    put: list[object] = []
    world.desk.tracks.put = put.append  # type: ignore[method-assign, assignment]
    field.take_fix(Fix(LonLat(8.7, 49.4), 90.0, 40.0))
    field.map_view.drawn.emit("point", (LonLat(8.0, 49.0),))
    field.here.click()
    field.map_view.drawn.emit("point", (LonLat(8.71, 49.42),))
    (by_gps,), (by_hand,) = ([*positions.values()] for positions in put)  # type: ignore[attr-defined]
    assert (by_gps.source, by_gps.at, by_gps.heading_deg) == (PositionSource.GPS, LonLat(8.7, 49.4), 90.0)
    assert (by_hand.source, by_hand.at) == (PositionSource.MANUAL, LonLat(8.71, 49.42))


def test_the_nearest_hospital_is_shown_or_said_to_be_missing(world: World, field: FieldWindow) -> None:
    if not any(place.kind == "hospital" for place in world.desk.picture.facilities()):
        field.hospital.click()
        assert "No hospital" in field.strip.text()
        world.run(world.desk.submit(AddFacility("St Anne", "hospital", HOME)))
    field.hospital.click()
    world.wait_for(lambda: "hospital" in field.map_view.overlays)  # type: ignore[attr-defined]


def test_the_nearest_depot_is_shown_by_road(world: World, field: FieldWindow) -> None:
    field.depot.click()
    world.wait_for(lambda: "depot" in overlays(field))
    assert overlays(field)["depot"][0].label == "Central depot"


def overlays(window: FieldWindow) -> dict[str, list[Any]]:
    return cast(PlainMap, window.map_view).overlays


def test_the_turns_of_the_way_are_listed(world: World, field: FieldWindow) -> None:
    assert not field.turns.isVisible()
    sent_to(world, field)
    world.wait_for(field.turns.isVisible)
    words = [one.text() for one in field.turns.findChildren(QLabel)]
    assert any("Castle Hill" in text for text in words)


def test_the_team_has_names_and_tasks_that_are_given_and_done(world: World, field: FieldWindow) -> None:
    QTest.keyClick(field, Qt.Key.Key_F4)
    world.wait_for(field.team.isVisible)
    for name in ("Kim", "Li Wei"):
        field.team.name.setText(name)
        field.team.add.click()
        world.wait_for(lambda name=name: field.team.member.findData(name) > 0)
    field.team.member.setCurrentIndex(field.team.member.findData("Li Wei"))
    field.team.task.setText("search the cellar")
    field.team.give.click()
    world.wait_for(lambda: len(field.team.done_buttons) == 1)
    (task,) = world.desk.picture.teams.tasks(mine(field))
    assert (task.member, task.text, task.open) == ("Li Wei", "search the cellar", True)
    field.team.done_buttons[task.id].click()
    world.wait_for(lambda: not field.team.done_buttons)
    assert world.desk.picture.teams.tasks(mine(field))[0].state == "done"
    field.team.drop.click()
    world.wait_for(lambda: world.desk.picture.teams.members(mine(field)) == ("Kim",))


def test_a_quick_report_takes_few_taps_and_is_read_before_it_is_sent(world: World, field: FieldWindow) -> None:
    incident = sent_to(world, field)
    assert not field.situation.send.isEnabled()
    field.situation.trends["worse"].click()
    field.situation.more["injured"].click()
    field.situation.more["injured"].click()
    field.situation.less["missing"].click()
    field.situation.needs["ladder"].click()
    field.situation.words.setText("wind from the west")
    assert field.situation.reads.text() == "Getting worse; Injured: 2; needed: Ladder; wind from the west"
    field.situation.send.click()
    world.wait_for(lambda: world.desk.picture.lines(1)[0].type == "SituationReported")
    line = world.desk.picture.lines(1)[0]
    assert line.incident == incident and "Injured: 2" in str(line.summary["text"])
    world.wait_for(lambda: not field.situation.trend)
    assert field.situation.counts["injured"] == 0


def test_a_hazard_is_drawn_where_i_am_moved_and_removed(world: World, field: FieldWindow) -> None:
    field.take_fix(Fix(LonLat(8.7, 49.4)))
    field.sketch.symbol.setCurrentIndex(field.sketch.symbol.findData("gas"))
    field.sketch.text.setText("smells")
    field.sketch.here_button.click()
    world.wait_for(lambda: "hazards" in overlays(field) and bool(overlays(field)["hazards"]))
    (hazard,) = world.desk.picture.sketches()
    assert (hazard.shape, hazard.symbol, hazard.radius_m) == ((LonLat(8.7, 49.4),), "gas", 200.0)
    world.wait_for(lambda: field.sketch.chosen.count() == 1)
    field.sketch.move_button.click()
    field.map_view.drawn.emit("point", (LonLat(8.71, 49.41),))
    world.wait_for(lambda: world.desk.picture.sketches()[0].shape[0].lon > 8.705)
    wait_for_words(world, field, "Moved")
    field.sketch.remove_button.click()
    world.wait_for(lambda: not world.desk.picture.sketches())
    wait_for_words(world, field, "Removed")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    world.wait_for(lambda: len(world.desk.picture.sketches()) == 1)


def wait_for_words(world: World, window: FieldWindow, words: str) -> None:
    world.wait_for(lambda: words in window.strip.text())


def test_a_line_drawn_with_gloves_is_everybodys(world: World, field: FieldWindow) -> None:
    field.sketch.kinds[SketchKind.LINE].click()
    field.sketch.draw_button.click()
    assert cast(PlainMap, field.map_view).shown["drawing"] == "line"
    field.map_view.drawn.emit("line", (HOME, LonLat(8.7, 49.4)))
    world.wait_for(lambda: bool(overlays(field)["sketch"]))


def test_the_battery_is_spared_when_it_is_low_or_the_person_says_so(world: World, field: FieldWindow) -> None:
    shown = cast(PlainMap, field.map_view).shown
    said = [(shown["saving"], field.side.battery.text())]
    field.saver.power = Power(on_battery=True, percent=40)
    field.saver.changed.emit()
    said.append((shown["saving"], field.side.battery.text()))
    for _ in range(2):
        field.side.saving.click()
    said.append((shown["saving"], field.side.battery.text()))
    assert said == [(False, "Battery: unknown"), (True, "Battery 40 % · saving"), (False, "Battery 40 % · never saving")]
    assert world.settings.get("field_saving") == "never"


def test_the_battery_is_read_beside_the_window(world: World) -> None:
    look = Look()
    look.apply()
    window = FieldWindow(
        world.desk,
        PlainMap(),
        world.settings,
        look=look,
        standing=Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher", exercise=True),
        actor=ACTOR,
        services=Services(power=lambda: Power(on_battery=True, percent=12)),
    )
    window.open()
    window.seat.ticked.emit(world.clock.wall_ms())
    world.wait_for(lambda: "12" in window.side.battery.text())
    assert window.saver.saves and window.side.battery.property("pill") == "danger"
    window.close()
    window.deleteLater()
    world.settle()


def test_an_alarm_is_seen_and_taken_in_hand(world: World, field: FieldWindow) -> None:
    unit = next(one for one in world.desk.picture.units() if one.id != mine(field))
    world.run(world.desk.submit(DeclareMayday(unit.id, "roof down")))
    world.wait_for(lambda: unit.callsign in field.side.alarm.words.text())
    alarm = field.side.alarm.alarm
    assert alarm is not None and field.side.alarm.isVisible()
    field.side.alarm.hand.click()
    world.wait_for(lambda: world.desk.picture.duty.alarm_answer(alarm.id) is not None)


def test_night_turns_on_and_off_and_is_remembered(world: World, field: FieldWindow) -> None:
    themes = []
    for _ in range(2):
        field.side.night.click()
        themes.append((field.seat.look.tokens.name, world.settings.get("theme")))
    assert themes == [("night", "night"), ("light", "light")]


def test_every_page_has_large_targets_at_the_smallest_size_and_nothing_is_wider_than_its_column(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    field.resize(1280, 720)
    for place in range(len(field.pages.tabs)):
        field.pages.tabs[place].click()
        world.wait_for(lambda place=place: field.pages.stack.currentIndex() == place)
        area = cast(QScrollArea, field.pages.stack.currentWidget())
        world.wait_for(lambda area=area: too_small(area) == [])
        assert cast(QWidget, area.widget()).minimumSizeHint().width() <= area.viewport().width(), place


def too_small(area: QScrollArea) -> list[str]:
    """Return what a gloved finger would miss; names and heights."""
    inner = cast(QWidget, area.widget())
    fields = [one for kind in (QAbstractButton, QComboBox, QLineEdit) for one in inner.findChildren(kind)]
    return [f"{one.accessibleName()} {one.height()}" for one in fields if one.isVisible() and one.height() < 48]


class Trail:
    """Where units were."""

    async def trails(self, units: Sequence[Id], since_ms: int) -> Mapping[Id, Sequence[Position]]:
        return {unit: [Position(LonLat(8.69 + n / 1000, 49.41), PositionSource.GPS, since_ms + n) for n in range(3)] for unit in units[:1]}


def test_my_track_is_written_as_gpx_or_said_to_be_missing(world: World, field: FieldWindow, tmp_path: Path) -> None:
    field.acts.write_track(tmp_path / "none.gpx")
    wait_for_words(world, field, "No unit has moved")
    field.acts.services = Services(trails=Trail())
    field.acts.write_track(tmp_path / "track.gpx")
    wait_for_words(world, field, "track.gpx")
    (track,) = read_gpx((tmp_path / "track.gpx").read_text(encoding="utf-8"))
    unit = field.my_unit()
    assert unit is not None and (track.properties["name"], len(track.times_ms)) == (unit.callsign, 3)


class Album:
    """Keeps what was taken; a `FilesPort` as far as a laptop in the field needs one."""

    async def take(self, path: Path, *, personal: bool) -> NewFile:
        if path.suffix != ".jpg":
            raise Refused("This is no photo.")
        return NewFile(bytes(31) + b"1", 5, bytes(32), path.name, "image/jpeg", section="pii" if personal else "op")


def test_a_photo_goes_with_the_next_words(world: World, field: FieldWindow) -> None:
    incident = sent_to(world, field)
    field.acts.take_photo(Path("valve.jpg"))
    wait_for_words(world, field, "keeps no attachments")
    field.acts.services = Services(files=cast(FilesPort, Album()))
    field.acts.take_photo(Path("valve.exe"))
    wait_for_words(world, field, "no photo")
    field.acts.take_photo(Path("valve.jpg"))
    world.wait_for(lambda: "valve.jpg" in field.words.attached.text())
    field.words.send.click()
    world.wait_for(lambda: len(world.desk.picture.words.messages()) == 1)
    (message,) = world.desk.picture.words.messages()
    (photo,) = world.desk.picture.words.files_of(message.id)
    assert (photo.name, message.incident, message.text) == ("valve.jpg", incident, "See the attachment")
    assert field.words.attached.isHidden()


def test_layers_are_switched_with_gloves_and_remembered(world: World, field: FieldWindow) -> None:
    shown = cast(PlainMap, field.map_view).shown
    assert shown["places"] and "overlay:hazards" not in shown["hidden"]
    field.layers.buttons["hazards"].click()
    world.wait_for(lambda: "overlay:hazards" in shown["hidden"])
    assert not field.layers.buttons["hazards"].text().startswith("✓")
    field.layers.buttons["stations"].click()
    world.wait_for(lambda: not [place for place in shown["places"] if place.kind in ("fire", "police", "ambulance")])
    assert set(world.settings.get("map_layers").split()) == {"hazards", "stations"}
    field.layers.buttons["hazards"].click()
    world.wait_for(lambda: "overlay:hazards" not in shown["hidden"])
    assert field.layers.buttons["hazards"].text().startswith("✓")


def test_corners_of_a_zone_are_moved_one_by_one(world: World, field: FieldWindow) -> None:
    zone = (HOME, LonLat(8.7, 49.4), LonLat(8.71, 49.41), HOME)
    world.run(world.desk.submit(DrawSketch(SketchKind.AREA, zone, "Sector A")))
    world.wait_for(lambda: field.sketch.chosen.count() == 1)
    field.sketch.corners_button.click()
    shown = cast(PlainMap, field.map_view).shown
    assert (shown["drawing"], shown["corners"]) == ("polygon", zone)
    bent = (HOME, LonLat(8.7, 49.4), LonLat(8.72, 49.42), HOME)
    field.map_view.drawn.emit("polygon", bent)
    world.wait_for(lambda: world.desk.picture.sketches()[0].shape == bent)


def test_what_the_person_has_no_right_to_is_grey_and_says_why(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    world.run(world.desk.submit(SendOrder("open the roof", (mine(field),))))
    world.run(world.desk.submit(GiveTask(mine(field), "search the cellar", "")))
    world.wait_for(lambda: bool(field.orders.buttons) and bool(field.team.done_buttons))
    acts = {
        "status": field.status.buttons[UnitStatus.ENROUTE],
        "words": field.words.send,
        "order": next(iter(field.orders.buttons.values())),
        "task": next(iter(field.team.done_buttons.values())),
        "sketch": field.sketch.draw_button,
        "mayday": field.mayday,
    }
    assert all(made.isEnabled() for made in acts.values())
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Watcher", Role.OBSERVER)))
    world.desk.actor = ELSEWHERE
    field.seat.take_over(ELSEWHERE)
    for name, made in acts.items():
        assert not made.isEnabled() and "has no right to" in made.toolTip(), name
    world.desk.actor = ACTOR
    field.seat.take_over(ACTOR)
    assert all(made.isEnabled() for made in acts.values())


class Stick:
    """Notes what a stick is asked to do; a `SyncPort` as far as a laptop in the field needs one."""

    def __init__(self) -> None:
        self.done: list[tuple[str, Path]] = []

    async def write_bundle(self, path: Path, summary: Path | None, progress: object, *, files: bool = False) -> int:
        self.done.append(("written with files" if files else "written", path))
        return 12

    async def read_bundle(self, path: Path, progress: object) -> Sentence:
        self.done.append(("read", path))
        return say("Entries in {file}: {count}.", count="3", file=path.name)


def test_a_stick_is_given_and_taken_in_the_field(world: World, tmp_path: Path) -> None:
    look, stick = Look(), Stick()
    look.apply()
    standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Field commander", exercise=True)
    services = Services(sync=cast(SyncPort, stick))
    window = FieldWindow(world.desk, PlainMap(), world.settings, look=look, standing=standing, actor=ACTOR, services=services)
    window.open()
    window.resize(1280, 720)
    window.pages.tabs[4].click()
    page = window.stick.page
    assert page is not None
    world.wait_for(page.write_all.isVisible)
    area = cast(QScrollArea, window.pages.stack.currentWidget())
    world.wait_for(lambda: too_small(area) == [])
    assert cast(QWidget, area.widget()).minimumSizeHint().width() <= area.viewport().width()
    page.ask_save = lambda _title, name: tmp_path / name
    page.ask_open = lambda _title, _pattern: tmp_path / "theirs.bundle"
    page.files.click()
    page.write_all.click()
    wait_for_words(world, window, "stick.bundle: 12")
    page.read.click()
    wait_for_words(world, window, "theirs.bundle: 3")
    assert [what for what, _path in stick.done] == ["written with files", "read"]
    window.close()
    window.deleteLater()
    world.settle()


def test_without_other_desks_there_is_no_stick(field: FieldWindow) -> None:
    assert field.stick.isHidden()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_the_names_of_the_pages_are_never_cut(world: World, field: FieldWindow, code: str) -> None:
    Language().use(code)
    field.resize(1280, 720)
    for made in field.pages.tabs:
        made.click()
        world.settle(0.02)
        assert made.fontMetrics().horizontalAdvance(made.text()) + 8 <= made.width(), made.text()
    assert field.pages.tabs[-1].geometry().right() <= field.pages.width()
