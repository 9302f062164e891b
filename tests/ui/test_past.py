"""Looking back: map, queue, board and log show the moment of the slider, a banner says so, and nothing can be changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.dispatch.situation import untouched
from commandcenter.log.tracks import MemoryTracks
from commandcenter.model.commands import ReportIncident, SetUnitStatus
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.history import picture_at
from commandcenter.picture.picture import Picture
from commandcenter.ui.frame.dock import HEAD_PX, PanelHead
from commandcenter.ui.i18n import formats
from commandcenter.ui.past.window import PastWindow

from .trails import KeptTrails, driven
from .world import ACTOR, HOME, PlainMap, World


@pytest.fixture
def past(busy: World) -> Iterator[PastWindow]:
    async def at(moment_ms: int) -> Picture:
        return picture_at(busy.log.operation, busy.log.entries(), moment_ms)

    assert busy.window is not None
    busy.clock.advance(600)
    busy.run(busy.desk.submit(ReportIncident("fire.structure", HOME, "Late Lane 1")))
    unit = next(u for u in busy.desk.picture.units() if u.status == UnitStatus.AVAILABLE)
    busy.run(busy.desk.submit(SetUnitStatus(unit.id, UnitStatus.OUT_OF_SERVICE)))
    window = PastWindow(busy.desk, PlainMap(), at, look=busy.window.look, actor=ACTOR, trails=KeptTrails(MemoryTracks()))
    window.show()
    yield window
    window.close()
    window.deleteLater()
    busy.settle()


def go(world: World, window: PastWindow, moment_ms: int) -> None:
    shown: list[object] = []
    window.moved.connect(shown.append)
    window.go_to(moment_ms)
    world.wait_for(lambda: shown)


def test_everything_shows_the_moment_of_the_slider(busy: World, past: PastWindow) -> None:
    now = busy.desk.picture
    moment_ms = now.incidents()[5].reported_ms + 1000
    go(busy, past, moment_ms)
    then = picture_at(busy.log.operation, busy.log.entries(), past.moment_ms())
    assert past.desk.picture.digest() == then.digest() != now.digest()
    assert past.queue.rows.rowCount() == sum(i.open for i in then.incidents()) < sum(i.open for i in now.incidents())
    assert len(past.map_view.shown["incidents"]) == past.queue.rows.rowCount()  # type: ignore[attr-defined] # the plain map keeps it
    assert past.log.rows.rowCount() == min(then.count(), 400)
    statuses = {past.board.rows.id_at(n): past.board.rows.item(n).status for n in range(past.board.rows.rowCount())}
    assert statuses == {u.id: u.status for u in then.units()}
    assert "THE PAST" in past.moment.text()


def test_ages_are_those_of_the_moment(busy: World, past: PastWindow) -> None:
    moment_ms = busy.desk.picture.incidents()[5].reported_ms + 61_000
    go(busy, past, moment_ms)
    waiting = [i.reported_ms for i in past.desk.picture.incidents() if untouched(i)]
    assert waiting
    assert past.queue.untouched.text().endswith(formats.age((past.moment_ms() - min(waiting)) / 1000))
    assert formats.zone(moment_ms) in past.moment.text()


def test_units_stand_where_they_were_and_their_trails_end_there(busy: World, past: PastWindow) -> None:
    unit = busy.desk.picture.units()[0]
    moment_ms = busy.desk.picture.incidents()[5].reported_ms + 1000
    places = (HOME, LonLat(HOME.lon + 0.01, HOME.lat), LonLat(HOME.lon + 0.02, HOME.lat))
    source, view = driven(unit.id, *places, begin_ms=moment_ms - 90_000), cast(PlainMap, past.map_view)
    assert past._trails is not None
    past._trails._source = source
    go(busy, past, moment_ms)  # 30 s after the second place, 30 s before the third
    assert view.shown["units"][unit.callsign] == pytest.approx(places[1])
    busy.wait_for(lambda: [shape.parts for shape in view.overlays.get("tracks", ())] == [(places[:2],)])
    go(busy, past, moment_ms - 60_000)
    assert view.shown["units"][unit.callsign] == pytest.approx(places[0])
    busy.wait_for(lambda: "tracks" not in view.overlays)
    go(busy, past, moment_ms - 120_000)
    assert view.shown["units"][unit.callsign] == pytest.approx(past.desk.picture.units()[0].at)


def test_the_end_of_the_slider_is_the_present(busy: World, past: PastWindow) -> None:
    go(busy, past, past.first_ms)
    assert past.queue.rows.rowCount() == 0
    go(busy, past, past.last_ms + 5000)
    assert past.desk.picture.digest() == busy.desk.picture.digest()


def test_nothing_can_be_changed(busy: World, past: PastWindow) -> None:
    count = busy.desk.picture.count()
    past.board.board.setCurrentIndex(past.board.rows.index(0))
    QTest.keyClick(past.board.board, Qt.Key.Key_O)
    busy.wait_for(lambda: "This is the past" in past.said.text())
    assert busy.desk.picture.count() == count


def test_keys_step_a_minute(busy: World, past: PastWindow) -> None:
    before = past.slider.value()
    QTest.keyClick(past.slider, Qt.Key.Key_Left)
    assert past.slider.value() == before - 60
    past.forth.click()
    assert past.slider.value() == before
    QTest.keyClick(past.slider, Qt.Key.Key_Home)
    assert past.moment_ms() == past.first_ms


def test_its_panels_have_their_names_counts_and_tools(busy: World, past: PastWindow, tmp_path: Path) -> None:
    for moment_ms in (past.first_ms, past.last_ms):
        go(busy, past, moment_ms)
    heads = past.findChildren(PanelHead)
    assert {head.name.text() for head in heads} == {"Incident queue", "Unit board", "Command log"}
    assert all(head.isVisible() and head.height() == HEAD_PX for head in heads)
    assert past.queue.count_label.text() == str(past.queue.rows.rowCount())
    open_ones = past.queue.rows.rowCount()
    past.queue.all_button.click()
    busy.wait_for(lambda: past.queue.rows.rowCount() == len(past.desk.picture.incidents()) >= open_ones)
    past.board.by_status.click()
    assert past.board.by_status.isChecked()
    QTest.keyClicks(past.log.filter, "Late Lane")
    busy.wait_for(lambda: past.log.count_label.text().startswith("1 of "))
    past.ask_where = lambda name: tmp_path / name
    past.log.save.click()
    busy.wait_for(lambda: "Command log.csv" in past.said.text())
    written = (tmp_path / "Command log.csv").read_text(encoding="utf-8-sig")
    assert "Late Lane 1" in written and written.count("\n") <= 3


def test_it_speaks_chinese(busy: World, past: PastWindow) -> None:
    assert busy.window is not None
    busy.window.use_language("zh_CN")
    busy.settle(0.1)
    assert "过去" in past.moment.text()
    assert past.windowTitle() == "回看"
