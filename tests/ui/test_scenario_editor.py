"""The scenario editor at a real desk window: rows, timeline, places on the map, faults, undo, test-run, save, sheets."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from commandcenter.exercise.folder import read_scenario
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.exercise.editor.preview import OVERLAY
from commandcenter.ui.exercise.editor.window import EditorWindow
from tests.unit.exercise.test_msel import repack

from .scenario_shelf import Shelf, fault_lines, fill, rows, said, write
from .world import PlainMap, World


def test_sheet_timeline_and_form_show_the_same_scenario(editor: EditorWindow) -> None:
    assert editor.name.text() == "mine"
    assert [editor.sheet.table.rows.texts()[n][1] for n in (1, 2, 3)] == ["0:01:00", "0:05:00", "0:03:00"]
    assert "Nothing is wrong" in editor.sheet.state.text()
    editor.sheet.choose(1)
    assert editor.sheet.form.text("unit") == "E1"
    assert editor.sheet.form.text("kind") == "breakdown"
    assert "inject 2" in editor.sheet.form.preview.text()


def test_every_column_can_be_edited(busy: World, editor: EditorWindow) -> None:
    values = {
        "number": "9", "time": "M+4", "method": "phone", "from": "Ada", "to": "desk", "controller": "Bo", "player": "Cy",
        "synopsis_en": "Fall", "synopsis_zh": "跌倒", "objective": "O1", "deadline": "M+3", "match": "dispatched; on_scene", "weight": "2",
        "type": "medical.sick", "place": "3 Grid Street 2", "details": "phone=1",
    }  # fmt: skip
    editor.sheet.choose(0)
    for name, text in values.items():
        fill(busy, editor, name, text)
    for name in ("inject_en", "inject_zh", "expected_en", "expected_zh", "note"):
        editor.sheet.form.fields[name].setPlainText(f"text of {name}")  # type: ignore[union-attr]
    editor.save()
    saved = read_scenario(editor._port.root / "mine", default_catalogue())  # type: ignore[attr-defined]
    one = saved.injects[0]
    assert (one.number, one.sender, one.to, one.controller, one.player, one.weight) == ("9", "Ada", "desk", "Bo", "Cy", 2.0)
    assert (one.synopsis.get("zh"), one.inject.get("en"), one.expected.get("zh"), one.note) == (
        "跌倒",
        "text of inject_en",
        "text of expected_zh",
        "text of note",
    )
    assert [rule.name for rule in one.match] == ["dispatched", "on_scene"]
    assert one.details == {"phone": "1"}


def test_a_fault_is_named_by_row_and_column_and_f8_goes_there(busy: World, editor: EditorWindow) -> None:
    editor.sheet.choose(1)
    fill(busy, editor, "unit", "E77")
    assert "1 things" in editor.sheet.state.text()
    assert "Row 3" in editor.sheet.faults.item(0).text() and "E77" in editor.sheet.faults.item(0).text()
    editor.sheet.choose(0)
    editor.sheet.next_fault()
    assert editor.sheet.place == 1
    assert editor.sheet.form.faults["unit"].isVisibleTo(editor)
    editor.undo()
    busy.wait_for(lambda: editor.checked)
    assert editor.sheet.issues == ()


def test_an_inject_before_its_unit_exists_is_found(busy: World, editor: EditorWindow) -> None:
    editor.sheet.choose(2)
    editor.sheet.add_inject()
    busy.wait_for(lambda: editor.checked)
    assert rows(editor) == ["1", "2", "3", "4"]
    for name, text in (("kind", "reinforcement"), ("time", "M+30"), ("unit", "R1"), ("place", "1 Grid Street 1"), ("details", "kind=engine")):
        fill(busy, editor, name, text)
    assert editor.sheet.issues == ()
    editor.sheet.choose(1)
    fill(busy, editor, "unit", "R1")
    assert "fires before its unit exists" in editor.sheet.faults.item(0).text()


def test_the_timeline_chooses_drags_and_moves(busy: World, editor: EditorWindow) -> None:
    line = editor.sheet.timeline
    at = line.mark_at(1).toPoint()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=at)
    busy.wait_for(lambda: editor.sheet.place == 1)
    QTest.keyClick(line, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    busy.wait_for(lambda: editor.sheet.form.text("time") == "M+6")
    at = line.mark_at(1).toPoint()
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(line, at + QPoint(150, 0))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=at + QPoint(150, 0))
    busy.wait_for(lambda: editor.sheet.form.text("time") != "M+6")
    assert editor.history is not None
    assert editor.history.present.scenario().injects[1].offset_ms > 10 * 60_000
    QTest.keyClick(line, Qt.Key.Key_Left)
    busy.wait_for(lambda: editor.sheet.place == 2)


def test_a_place_is_pointed_at_on_the_map_and_shown_there(busy: World, editor: EditorWindow) -> None:
    view = editor._context.map
    assert isinstance(view, PlainMap)
    editor.sheet.choose(0)
    editor.point()
    assert view.shown["drawing"] == "point"
    view.drawn.emit("point", (LonLat(8.123456, 49.5),))
    busy.wait_for(lambda: editor.sheet.form.text("place") == "8.123456,49.500000")
    busy.wait_for(lambda: any(shape.label.endswith(" 1") for shape in view.overlays.get(OVERLAY, [])))
    assert all("EXERCISE" in shape.label for shape in view.overlays[OVERLAY])
    editor.head.region.setEditText("elsewhere")
    line = editor.head.region.lineEdit()
    assert line is not None
    line.editingFinished.emit()
    assert OVERLAY not in view.overlays
    editor.point()
    assert "elsewhere" in said(busy)


def test_the_test_run_says_whether_it_can_be_survived_and_can_be_stopped(busy: World, editor: EditorWindow, shelf: Shelf) -> None:
    editor.try_out()
    busy.wait_for(lambda: editor.trial.trial is not None, 30)
    assert "can be survived" in editor.trial.verdict.text()
    editor.sheet.choose(0)
    fill(busy, editor, "match", "dispatched capability=boat")
    assert editor.trial.trial is None
    editor.try_out()
    busy.wait_for(lambda: editor.trial.trial is not None, 30)
    assert "cannot be survived" in editor.trial.verdict.text()
    assert "injects 1" in editor.trial.details.toPlainText()
    shelf.hold = editor.trial.progress.cancelled.emit
    editor.trial.begin()
    busy.wait_for(lambda: "stopped" in said(busy), 30)
    assert not editor.trial.busy and editor.trial.trial is None


def test_a_test_run_ends_with_its_window(busy: World, editor: EditorWindow, shelf: Shelf) -> None:
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        go_on.wait(60)
        ended.set()

    shelf.hold = hold
    editor.try_out()
    busy.wait_for(begun.is_set)
    assert editor.close()
    go_on.set()
    busy.wait_for(ended.is_set)
    busy.wait_for(lambda: not isValid(editor))
    busy.settle()
    assert "stopped" not in said(busy)


def test_a_shipped_scenario_is_duplicated_not_overwritten(busy: World, editor: EditorWindow, shelf: Shelf) -> None:
    editor.open("shipped")
    busy.wait_for(lambda: editor.checked)
    editor.sheet.choose(0)
    fill(busy, editor, "synopsis_en", "Changed")
    editor.save()
    assert "already" in said(busy)
    editor._leaving = True
    editor.duplicate()
    assert editor.name.text() == "shipped-2"
    editor.save()
    assert read_scenario(shelf.root / "shipped-2", default_catalogue()).injects[0].synopsis.get("en") == "Changed"
    assert read_scenario(shelf.root / "shipped", default_catalogue()).injects[0].synopsis.get("en") == ""
    editor.play()
    assert shelf.started == ["shipped-2"]


def test_nothing_is_lost_without_being_said(busy: World, editor: EditorWindow) -> None:
    editor.sheet.choose(0)
    fill(busy, editor, "synopsis_en", "Typed")
    assert not editor.close()
    assert "not saved" in said(busy)
    assert editor.close()


def test_what_was_not_saved_outlives_a_crash_and_what_was_given_up_does_not(busy: World, editor: EditorWindow, shelf: Shelf) -> None:
    editor.open("shipped")
    editor.sheet.choose(0)
    fill(busy, editor, "synopsis_zh", "暴雨")
    fill(busy, editor, "time", "soon")
    assert busy.window is not None
    after = EditorWindow(busy.window.context, shelf)  # the first one never heard of its end
    assert "not saved when the program ended" in said(busy)
    assert after.history is not None and after.history.changed
    row = after.history.present.rows[0]
    assert (after.name.text(), row["synopsis_zh"], row["time"]) == ("shipped", "暴雨", "soon")
    after.name.setText("storm-2")
    after.save()
    assert shelf.kept() is None and "storm-2" in {one.name for one in shelf.scenarios()}
    fill(busy, editor, "synopsis_zh", "台风")
    assert shelf.kept() is not None
    assert not editor.close() and editor.close()
    assert shelf.kept() is None
    after.close()
    after.deleteLater()


def test_a_new_scenario_is_written_from_nothing(busy: World, editor: EditorWindow, shelf: Shelf) -> None:
    editor.new()
    busy.wait_for(lambda: editor.checked)
    editor.name.setText("my-drill")
    editor.head.names["zh"].setText("我的演练")
    editor.head.names["zh"].editingFinished.emit()
    editor.head.add.click()
    editor.head.minutes.setText("no")
    editor.head.minutes.editingFinished.emit()
    assert "not a number" in said(busy)
    editor.head.minutes.setText("90")
    editor.head.minutes.editingFinished.emit()
    editor.sheet.add_inject()
    fill(busy, editor, "type", "medical.fall")
    fill(busy, editor, "place", "1 Grid Street 1")
    editor.save()
    saved = read_scenario(shelf.root / "my-drill", default_catalogue())
    assert (saved.name.get("zh"), saved.minutes, [o.code for o in saved.objectives], len(saved.injects)) == ("我的演练", 90.0, ["O1"], 1)
    editor.name.setText("../evil")
    editor.save()
    assert "short name" in said(busy)


def test_sheets_go_out_and_in_and_the_import_can_be_taken_back(busy: World, editor: EditorWindow, tmp_path: Path) -> None:
    path = tmp_path.parent / "out.xlsx"
    editor.export_sheet(path)
    foreign = tmp_path.parent / "foreign.csv"
    foreign.write_text("编号,场景时间,种类,地点,事件类型\n1,M+1,call,1 Grid Street 1,medical.fall\n2,later,call,,x\n", encoding="utf-8")
    editor.import_sheet(foreign)
    busy.wait_for(lambda: editor.checked)
    assert rows(editor) == ["1", "2"]
    assert any(issue.row == 3 and issue.column == "time" for issue in editor.sheet.issues)
    editor.undo()
    busy.wait_for(lambda: editor.checked)
    assert rows(editor) == ["1", "2", "3"]
    editor.import_sheet(path)
    assert rows(editor) == ["1", "2", "3"]
    (tmp_path.parent / "broken.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    editor.import_sheet(tmp_path.parent / "broken.xlsx")
    assert "damaged" in said(busy)


def test_a_hostile_workbook_is_read_without_its_links_and_macros_and_the_list_says_so(busy: World, editor: EditorWindow, tmp_path: Path) -> None:
    path = tmp_path.parent / "hostile.xlsx"
    editor.export_sheet(path)
    hostile = repack(path, {"xl/externalLinks/externalLink1.xml": b"<x/>", "xl/vbaProject.bin": b"macro"}).rename(path.with_suffix(".xlsm"))
    editor.import_sheet(hostile)
    busy.wait_for(lambda: editor.checked)
    assert rows(editor) == ["1", "2", "3"]
    told = {str(issue.sentence) for issue in editor.sheet.issues}
    assert {"Links to other files were left out.", "Macros were left out."} <= told
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    editor.import_sheet(repack(hostile, {"xl/workbook.xml": evil}))
    assert "entities" in said(busy)
    assert rows(editor) == ["1", "2", "3"]


def test_the_guide_is_written_step_by_step_and_each_step_is_undone(busy: World, editor: EditorWindow, shelf: Shelf) -> None:
    page = editor.head.guide
    editor.tabs.setCurrentWidget(page)
    page.add.click()
    page.add.click()
    for row, texts in enumerate((("Click it", "点击", "1", "dispatched", "On the left", "在左侧"), ("Close it", "结束", "1", "closed"))):
        for column, text in enumerate(texts):
            write(page.steps, row, column, text)
    page.guided.click()
    assert editor.history is not None
    head = editor.history.present.head
    assert [(step.text.get("zh"), step.about, str(step.until[0])) for step in head.guide] == [("点击", "1", "dispatched"), ("结束", "1", "closed")]
    assert [dict(step.help.by_language) for step in head.guide] == [{"en": "On the left", "zh": "在左侧"}, {}]
    assert head.guided
    page.steps.selectRow(1)
    page.up.click()
    assert [step.text.get("en") for step in editor.history.present.head.guide] == ["Close it", "Click it"]
    assert page.steps.currentRow() == 0
    editor.undo()
    assert [step.text.get("en") for step in editor.history.present.head.guide] == ["Click it", "Close it"]
    first = page.steps.item(0, 0)
    assert first is not None and first.text() == "Click it"
    page.steps.selectRow(1)
    page.remove.click()
    assert len(editor.history.present.head.guide) == 1
    write(page.steps, 0, 3, "flies")
    assert "no match rule" in said(busy)
    assert str(editor.history.present.head.guide[0].until[0]) == "dispatched"
    write(page.steps, 0, 3, "on_scene")
    write(page.steps, 0, 2, "77")
    busy.wait_for(lambda: editor.checked)
    busy.wait_for(lambda: any("77" in fault for fault in fault_lines(editor)))
    write(page.steps, 0, 2, "1")
    editor.save()
    saved = read_scenario(shelf.root / "mine", default_catalogue())
    assert (saved.guided, [(step.about, str(step.until[0])) for step in saved.guide]) == (True, [("1", "on_scene")])


def test_how_long_the_virtual_player_lets_a_call_ring_is_part_of_a_scenario(busy: World, editor: EditorWindow, shelf: Shelf) -> None:
    head = editor.head
    editor.tabs.setCurrentWidget(head)
    assert head.answers.text() == "5"
    head.answers.setText("-3")
    head.answers.editingFinished.emit()
    busy.wait_for(lambda: "not between" in said(busy))
    head.answers.setText("7.5")
    head.answers.editingFinished.emit()
    editor.save()
    assert read_scenario(shelf.root / "mine", default_catalogue()).answer_after_s == 7.5


def test_the_zone_and_whether_calls_ring_are_part_of_a_scenario(busy: World, editor: EditorWindow) -> None:
    head = editor.head
    editor.tabs.setCurrentWidget(head)
    head.zone.setText("Mars/Olympus")
    head.zone.editingFinished.emit()
    assert "no time zone" in said(busy)
    head.zone.setText("Asia/Shanghai")
    head.zone.editingFinished.emit()
    assert editor.history is not None
    rings = editor.history.present.head.rings
    head.rings.click()
    assert (editor.history.present.head.zone, editor.history.present.head.rings) == ("Asia/Shanghai", not rings)
    editor.undo()
    assert head.rings.isChecked() is rings
