"""The scenario editor's page of units, stations, depots and stock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem

from commandcenter.exercise.folder import read_scenario
from commandcenter.exercise.own_resources import COLUMNS, DEPOTS, UNITS
from commandcenter.model.commands import AddDepot, AddUnit
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.exercise.editor.preview import OVERLAY
from commandcenter.ui.exercise.editor.resources_page import ResourcesPage
from commandcenter.ui.exercise.editor.window import EditorWindow
from tests.unit.exercise.town import TOWN

from .scenario_shelf import Shelf, write
from .world import PlainMap, World


def typed(page: ResourcesPage, row: int, column: str, text: str) -> None:
    """Type into a cell of the table that is shown."""
    write(page.table, row, COLUMNS[page.file].index(column), text)


def test_units_stations_and_depots_are_written_undone_checked_and_saved(busy: World, editor: EditorWindow, shelf: Shelf) -> None:
    page = editor.resources
    editor.tabs.setCurrentWidget(page)
    assert editor.history is not None and page.rows() == ()
    page.begin.click()
    busy.wait_for(lambda: len(page.rows()) == len(TOWN))
    assert not page.begin.isEnabled()
    page.table.setCurrentCell(0, 0)
    page.add.click()
    for column, text in (("callsign", "X9"), ("kind", "dragon"), ("lat", "49.5"), ("lon", "8.123456")):
        typed(page, 1, column, text)
    busy.wait_for(lambda: editor.checked and page.faults.count() == 1)
    assert "row 3" in page.faults.item(0).text() and "no such kind" in page.faults.item(0).text()
    editor.tabs.setCurrentWidget(editor.sheet)
    editor.sheet.next_fault()
    assert (editor.tabs.currentWidget(), page.row, page.table.currentColumn()) == (page, 1, COLUMNS[UNITS].index("kind"))
    typed(page, 1, "kind", "engine")
    busy.wait_for(lambda: editor.checked and page.faults.count() == 0)
    page.table.setCurrentCell(2, 0)
    gone = page.rows()[2]["callsign"]
    page.remove.click()
    assert gone not in [cells["callsign"] for cells in page.rows()]
    editor.undo()
    assert page.rows()[2]["callsign"] == gone
    editor.redo()
    page.choice.setCurrentIndex(page.choice.findData(DEPOTS))
    page.add.click()
    for column, text in (("name", "Barn"), ("lat", "49.4"), ("lon", "8.4")):
        typed(page, page.row, column, text)
    busy.wait_for(lambda: editor.checked and page.faults.count() == 0)
    editor.save()
    saved = read_scenario(shelf.root / "mine", default_catalogue())
    crews = [one.callsign for one in saved.resources if isinstance(one, AddUnit)]
    assert "X9" in crews and gone not in crews and len(crews) == len(TOWN)
    assert [one.name for one in saved.resources if isinstance(one, AddDepot)] == ["Depot", "Barn"]


def test_a_unit_is_placed_on_the_map_and_seen_there(busy: World, editor: EditorWindow) -> None:
    view = editor._context.map
    assert isinstance(view, PlainMap)
    page = editor.resources
    editor.tabs.setCurrentWidget(page)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Insert)
    busy.wait_for(lambda: len(page.rows()) == 1)
    typed(page, 0, "callsign", "X9")
    typed(page, 0, "kind", "engine")
    page.point.click()
    view.drawn.emit("point", (LonLat(8.123456, 49.5),))
    assert (page.rows()[0]["lat"], page.rows()[0]["lon"]) == ("49.500000", "8.123456")
    busy.wait_for(lambda: [shape.label for shape in view.overlays.get(OVERLAY, [])] == ["EXERCISE X9"])
    editor.undo()
    assert page.rows()[0]["lat"] == ""
    editor.tabs.setCurrentWidget(editor.sheet)
    assert all("X9" not in shape.label for shape in view.overlays[OVERLAY])


def test_a_unit_s_kind_and_station_are_on_offer_and_others_can_be_typed(busy: World, editor: EditorWindow) -> None:
    page = editor.resources
    editor.tabs.setCurrentWidget(page)
    page.add.click()
    for column, known in (("kind", "engine"), ("station", "")):
        cell = page.table.model().index(0, COLUMNS[UNITS].index(column))
        field = page.table.itemDelegate().createEditor(page.table, QStyleOptionViewItem(), cell)
        assert isinstance(field, QComboBox) and field.findText(known) >= 0
        field.setEditText("else")
        page.table.itemDelegate().setModelData(field, page.table.model(), cell)
        field.deleteLater()
        assert page.rows()[0][column] == "else"
