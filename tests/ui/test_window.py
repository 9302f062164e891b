"""The window's parts: rows that change one by one, layout memory, themes, empty states, the first start."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.model.commands import ChangeIncident, CloseRoad, SetUnitStatus
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.ui.board.model import BY_STATUS, GROUP_ROLE
from commandcenter.ui.first_run import Choice, FirstRun, Source
from commandcenter.ui.frame.layout_memory import reachable
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.import_progress import SignalProgress
from commandcenter.ui.rows import Key, SortedRows
from commandcenter.ui.theme.look import Look
from commandcenter.ui.theme.tokens import THEMES

from .world import HOME, PlainMap, World, street_at


class Numbers(SortedRows[int]):
    """Numbers by size."""

    def key(self, item: int) -> Key:
        return (item,)

    def text(self, item: int) -> str:
        return str(item)


def test_sorted_rows_move_one_row_and_never_reset(qapp: QApplication) -> None:
    rows = Numbers()
    rows.fill((Id(f"{n:04}"), 10 * n) for n in range(3000))
    told: list[str] = []
    rows.modelReset.connect(lambda: told.append("reset"))
    rows.rowsMoved.connect(lambda *_: told.append("moved"))
    rows.rowsInserted.connect(lambda *_: told.append("inserted"))
    rows.rowsRemoved.connect(lambda *_: told.append("removed"))
    rows.dataChanged.connect(lambda first, last, *_: told.append(f"changed {last.row() - first.row() + 1}"))
    rows.put(Id("0000"), 15005)
    rows.put(Id("2999"), 29990)
    rows.put(Id("new"), -1)
    rows.drop(Id("1000"))
    rows.drop(Id("nobody"))
    assert told == ["moved", "changed 1", "changed 1", "inserted", "removed"]
    values = [rows.item(row) for row in range(rows.rowCount())]
    assert values == sorted(values)
    assert [rows.row_of(rows.id_at(row)) for row in (0, 1500, 2999)] == [0, 1500, 2999]


def test_a_change_touches_only_its_own_row(busy: World) -> None:
    window = busy.window
    assert window is not None
    resets: list[str] = []
    window.queue.rows.modelReset.connect(lambda: resets.append("queue"))
    window.board.rows.modelReset.connect(lambda: resets.append("board"))
    window.log.rows.modelReset.connect(lambda: resets.append("log"))
    incident = next(i for i in busy.desk.picture.incidents() if i.open)
    unit = next(u for u in busy.desk.picture.units() if u.status == UnitStatus.AVAILABLE)
    lines = window.log.rows.rowCount()
    busy.run(busy.desk.submit(ChangeIncident(incident.id, {"priority": 5 if incident.priority != 5 else 4})))
    busy.run(busy.desk.submit(SetUnitStatus(unit.id, UnitStatus.OUT_OF_SERVICE)))
    assert resets == []
    assert window.queue.rows.item(window.queue.rows.row_of(incident.id)).priority in (4, 5)
    assert window.log.rows.rowCount() == lines + 2


def test_the_board_groups_by_status_and_keeps_every_unit(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.board.group_by(BY_STATUS)
    rows = window.board.rows
    groups = [str(rows.index(row, 0).data(GROUP_ROLE)) for row in range(rows.rowCount())]
    assert rows.rowCount() == len(busy.desk.picture.units())
    assert len(list(dict.fromkeys(groups))) == len(set(groups)) > 2
    board = window.board.board
    board.doItemsLayout()
    seen = {board.indexAt(board.visualRect(rows.index(row, 0)).center()).row() for row in range(10)}
    assert seen == set(range(10))


def test_the_log_filters_as_one_types(busy: World) -> None:
    window = busy.window
    assert window is not None
    whole = window.log.rows.rowCount()
    window.log.filter.setText("station added")
    assert 0 < window.log.rows.rowCount() < whole
    window.log.filter.setText("no such words anywhere")
    assert window.log.rows.rowCount() == 0
    window.log.filter.clear()
    assert window.log.rows.rowCount() == whole


def test_a_closure_drawn_on_the_map_changes_the_recommendation_and_says_so(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.seat.choose_incident(next(i.id for i in busy.desk.picture.incidents() if i.open and not i.units))
    rows = window.incident.recommend.rows
    busy.wait_for(lambda: rows.recommendation is not None)
    window.draw_closure("point", "burst main")
    window.map_view.drawn.emit("point", (LonLat(*street_at(0, 10)),))
    busy.wait_for(lambda: window.closures.rows.rowCount() == 1)
    assert len(window.map_view.shown["closures"]) == 1  # type: ignore[attr-defined] # the plain map keeps it
    busy.settle(0.6)
    window.closures.reopen(window.closures.rows.item(0))
    busy.wait_for(lambda: window.closures.rows.rowCount() == 0)


def test_a_click_on_the_map_fills_the_address(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.new_incident()
    window.map_view.map_clicked.emit(HOME.lon, HOME.lat)
    busy.wait_for(lambda: window.incident.report.place.value is not None)
    assert window.incident.report.place.line.text() == "River Walk 7"
    window.incident.report.left.emit()
    assert not window.incident.reporting


def test_hovering_a_unit_shows_its_way(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.seat.choose_incident(next(i.id for i in busy.desk.picture.incidents() if i.open and not i.units))
    rows = window.incident.recommend.rows
    busy.wait_for(lambda: rows.recommendation is not None and bool(rows.recommendation.units))
    busy.wait_for(lambda: any(route.style == "preview" for route in window.map_view.shown["routes"]))  # type: ignore[attr-defined]


def test_an_empty_desk_says_what_to_do(world: World) -> None:
    window = world.open_window()
    assert window.queue.rows.rowCount() == 0
    assert window.board.rows.rowCount() == 0
    assert not window.grab().isNull()
    assert window.incident.new_button.isVisible()


@pytest.mark.parametrize("theme", THEMES)
def test_themes_switch_while_running_and_are_remembered(busy: World, theme: str) -> None:
    window = busy.window
    assert window is not None
    window.use_theme(theme)
    assert busy.settings.get("theme") == theme
    assert window.map_view.shown.get("theme") == theme  # type: ignore[attr-defined]
    ground = window.grab().toImage().pixelColor(3, window.height() - 3).name()
    assert ground in set(window.look.tokens.ui.values())


def test_the_layout_is_remembered_for_these_monitors(world: World) -> None:
    window = world.open_window()
    window.docks["depots"].hide()
    window.memory.save()
    window.docks["depots"].show()
    assert window.memory.restore()
    assert window.docks["depots"].isHidden()
    window.reset_layout()
    assert not window.docks["depots"].isHidden()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # drawing in memory stacks no windows
def test_a_window_on_a_screen_that_is_gone_comes_back(world: World) -> None:
    window = world.open_window()
    dock = window.docks["log"]
    dock.setFloating(True)
    dock.move(9000, 9000)
    world.settle()
    window.memory.rescue()
    screens = [screen.availableGeometry() for screen in QApplication.screens()]
    assert reachable(dock.frameGeometry(), screens)
    assert not reachable(QRect(9000, 9000, 400, 300), screens)
    assert not reachable(QRect(100, -500, 400, 300), screens)


def test_everything_that_takes_the_keyboard_has_a_name(busy: World) -> None:
    window = busy.window
    assert window is not None
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
        and widget.objectName() not in ("qt_scrollarea_viewport", "qt_spinbox_lineedit", "overlay")
        and type(widget).__name__ not in ("QTabBar", "PlainMap", "QScrollArea", "MainWindow")
    ]
    assert nameless == []


def test_the_alarm_pill_counts_what_the_list_holds(busy: World) -> None:
    window = busy.window
    assert window is not None
    waiting = sum(i.open and not i.units for i in busy.desk.picture.incidents())
    assert 0 < waiting <= len(window.watch.alarms)
    assert window.header.alarms.text().startswith(str(len(window.watch.alarms)))
    window.panels.alarms.wanted.emit(next(alarm for alarm in window.watch.alarms if alarm.incident))
    assert busy.desk.picture.incident(window.seat.incident).open  # type: ignore[union-attr, arg-type]


def test_the_first_start_asks_for_region_name_and_role_only(qapp: QApplication) -> None:
    look = Look()
    look.apply()
    first = FirstRun(look, Language())
    chosen: list[Choice] = []
    first.chosen.connect(chosen.append)
    first.show()
    assert not first.start.isEnabled()
    first.name.setText("Anna Berg")
    first.start.click()
    assert chosen == [Choice(Source.TRAINING, None, "Anna Berg", "Dispatcher")]
    first.stopped()
    first.cards[Source.IMPORT].radio.click()
    assert not first.start.isEnabled()
    first.choose_path(Path("city.osm.pbf"))
    first.start.click()
    assert chosen[-1].path == Path("city.osm.pbf")
    first.finished()


def test_long_work_stops_at_the_next_report_after_cancel(qapp: QApplication) -> None:
    progress = SignalProgress()
    seen: list[tuple[str, float]] = []
    progress.reported.connect(lambda stage, share, _s: seen.append((stage, share)))
    progress.report("roads", 1, 4)
    progress.report("roads", 4, 4)
    assert seen == [("roads", 0.25), ("roads", 1.0)]
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.report("roads", 4, 4)


def test_a_closure_by_another_desk_shows_in_list_and_map(busy: World) -> None:
    window = busy.window
    assert window is not None
    busy.run(busy.desk.submit(CloseRoad((HOME,), name="Old bridge", reason="flood")))
    assert window.closures.rows.text(window.closures.rows.item(0)) == "Old bridge, flood"
    assert [c.title for c in window.map_view.shown["closures"]] == ["Old bridge"]  # type: ignore[attr-defined]


def test_every_page_of_an_incident_stands_in_sight_on_the_smallest_screen(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.resize(1280, 720)
    window.reset_layout()
    for code in ("en", "zh_CN"):
        window.use_language(code)
        busy.settle(0.1)
        bar = window.incident.tabs.tabBar()
        ends = [bar.tabRect(place).right() for place in range(bar.count())]
        assert max(ends) < window.incident.tabs.width() and bar.tabRect(0).left() >= 0, code


def test_a_desk_that_was_left_hears_of_no_theme(world: World) -> None:
    window = world.open_window()
    shown = cast(PlainMap, window.map_view).shown
    window.use_theme("light")
    assert shown["theme"] == "light"
    window.close()
    window.look.apply("dark")
    assert shown["theme"] == "light"
