"""The window about data: erasing, sharing, looks, shares of stock, checkpoints and the audit."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.app.integrity import Integrity
from commandcenter.log.checkpoint import load
from commandcenter.log.signing import DeviceKey
from commandcenter.model.commands import AddPartner, ChangeCatalogue, GrantRole, ReportIncident, ShareStock
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Section, Value, Write
from commandcenter.model.ids import Id
from commandcenter.model.rights import Role
from commandcenter.resources.changed import shipped_texts
from commandcenter.resources.data_classes import DATA_CLASSES_FILE, DAY_MS
from commandcenter.ui.conflicts.words import subject_words, value_words
from commandcenter.ui.data.access import AccessNotes
from commandcenter.ui.data.window import DataWindow
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.incident.panel import DETAIL
from commandcenter.ui.ports import Services
from commandcenter.ui.tables.view import WIDE_LEAST_PX

from .world import ACTOR, ELSEWHERE, HOME, World

KEY = DeviceKey(b"k" * 32)


def opened(world: World, folder: Path | None = None) -> DataWindow:
    services = Services(integrity=Integrity(world.desk, world.log, world.writer, KEY, folder)) if folder is not None else None
    window = world.open_window(services=services)
    made = window.beside.open(next(kind for kind in WINDOWS if kind.name == "data"))
    assert isinstance(made, DataWindow)
    return made


def report(world: World, name: str = "Eve Adams") -> Id:
    return world.run(world.desk.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1", caller_name=name, caller_phone="555 1234"))).created[0]


def click(world: World, button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_the_catalogue_counts_what_is_held_and_erases_what_is_asked_for(world: World) -> None:
    report(world)
    page = opened(world).classes
    assert {line.data.code: line.held for line in page.lines()}["caller"] == 1
    assert not page.erase_due.isEnabled()
    page.who.setText("nobody")
    assert not page.erase.isEnabled()
    page.who.setText("eve ad")
    assert page.erase.isEnabled()
    assert "held of this: 1" in page.hint.text()
    click(world, page.erase)
    world.wait_for(lambda: world.window is not None and "reason" in world.window.strip.text.text().lower())
    page.reason.setText("asked by letter")
    click(world, page.erase)
    world.wait_for(lambda: world.desk.picture.calls()[0].caller_name is None)
    world.wait_for(lambda: page.lines()[0].held == 0)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_word_of_the_catalogue_of_data_can_be_read(world: World, language: str) -> None:
    window = opened(world)
    table = window.classes.table
    assert world.window is not None
    world.window.use_language(language)
    for width in (1180, 900):
        window.resize(width, 600)
        world.settle()
        for row in range(table.rows.rowCount()):
            assert table.sizeHintForRow(row) <= table.rowHeight(row), (width, table.rows.texts()[row + 1])


def test_in_a_narrow_window_words_keep_their_room_and_the_table_scrolls(world: World) -> None:
    window = opened(world)
    table = window.classes.table
    wide = [n for n, column in enumerate(table.rows.columns) if column.wide]
    for width, narrow in ((640, True), (1180, False), (640, True)):
        window.resize(width, 400)
        table.resize(width - 40, 200)
        world.settle()
        assert all(table.columnWidth(n) >= WIDE_LEAST_PX for n in wide), width
        assert (table.horizontalScrollBar().maximum() > 0) == narrow


def test_what_is_kept_long_enough_is_due_and_goes_with_one_click(world: World) -> None:
    report(world)
    page = opened(world).classes
    world.clock.advance(181 * DAY_MS / 1000)
    page.reload()
    assert page.erase_due.isEnabled()
    click(world, page.erase_due)
    world.wait_for(lambda: world.desk.picture.calls()[0].caller_name is None)
    world.wait_for(lambda: not page.erase_due.isEnabled())
    assert world.desk.picture.privacy.erasures()[0].ground == "retention"


def test_sharing_is_shown_and_changed(world: World) -> None:
    partner = world.run(world.desk.submit(AddPartner("Red Cross", "charity"))).entries[0].writes[0].key.entity
    page = opened(world).sharing
    page.table.choose(partner)
    assert [name for name, box in page.boxes.items() if box.isChecked()] == ["op"]
    medical = page.boxes[Section.MED]
    QTest.keyClick(medical, Qt.Key.Key_Space)
    assert medical.isChecked()
    click(world, page.set)
    world.wait_for(lambda: world.desk.picture.privacy.sharing().sections(partner) == {"op", "med"})
    world.wait_for(medical.isChecked)
    laptop = Id("c" * 32)
    page.device.addItem("their laptop", laptop)
    page.device.setCurrentIndex(page.device.findData(laptop))
    click(world, page.add)
    world.wait_for(lambda: world.desk.picture.privacy.sharing().devices == {laptop: partner})
    world.wait_for(lambda: page.table.rows.rows[0].devices == (laptop,))
    page.device.addItem("their laptop", laptop)
    page.device.setCurrentIndex(page.device.findData(laptop))
    click(world, page.remove)
    world.wait_for(lambda: world.desk.picture.privacy.sharing().devices == {})


def test_looks_are_noted_once_a_minute_and_written_together(world: World) -> None:
    incident = report(world)
    page = opened(world).looks
    window = world.window
    assert window is not None
    notes: AccessNotes = window.access
    window.seat.choose_incident(incident)
    window.focus_panel("incident")
    window.incident.show_tab(DETAIL)
    (call,) = world.desk.picture.calls()
    window.seat.looked.emit(str(Kind.CALL), call.id)
    world.clock.advance(120)
    window.seat.looked.emit(str(Kind.CALL), call.id)
    notes.write()
    world.wait_for(lambda: bool(world.desk.picture.privacy.accesses()))
    (view,) = world.desk.picture.privacy.accesses()
    assert (view.entity, view.times) == (call.id, 2)
    world.wait_for(lambda: len(page.table.rows.rows) == 1)
    assert "Mill Lane" in page.table.rows.rows[0].what
    notes.write()
    world.settle()
    assert len(world.desk.picture.privacy.accesses()) == 1


def test_callers_are_shown_only_to_roles_that_the_catalogue_names(world: World) -> None:
    incident = report(world)
    window = world.open_window()
    window.seat.choose_incident(incident)
    window.incident.show_tab(DETAIL)
    shown = window.incident.detail.calls
    world.wait_for(lambda: "Eve Adams" in shown.text())
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Watcher", Role.OBSERVER)))
    window.seat.actor = ELSEWHERE
    window.incident.detail.show_incident(world.desk.picture.incidents()[0])
    assert "Eve Adams" not in shown.text()
    window.seat.actor = ACTOR
    window.incident.detail.show_incident(world.desk.picture.incidents()[0])
    assert "Eve Adams" in shown.text()


def test_an_agency_s_own_data_catalogue_counts_at_once(world: World) -> None:
    """Another version of the file in force: the window counts by it, and who sees callers follows it."""
    incident = report(world)
    page = opened(world).classes
    window = world.window
    assert window is not None
    window.seat.choose_incident(incident)
    window.incident.show_tab(DETAIL)
    world.wait_for(lambda: "Eve Adams" in window.incident.detail.calls.text())
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Night desk", Role.DISPATCHER)))
    window.seat.actor = ELSEWHERE
    text = shipped_texts()[DATA_CLASSES_FILE].replace("supervisor dispatcher field_commander trainer,180", "supervisor,7")
    world.run(world.desk.submit(ChangeCatalogue({DATA_CLASSES_FILE: text}, None)))
    world.wait_for(lambda: page.lines()[0].data.keep_days == 7 and page.table.rows.rows[0].data.keep_days == 7)
    world.wait_for(lambda: "Eve Adams" not in window.incident.detail.calls.text())
    world.clock.advance(8 * DAY_MS / 1000)
    page.reload()
    assert page.erase_due.isEnabled()


def test_what_was_looked_at_is_written_down_when_the_window_closes(world: World) -> None:
    report(world)
    opened(world)
    assert world.window is not None
    (call,) = world.desk.picture.calls()
    world.window.seat.looked.emit(str(Kind.CALL), call.id)
    world.window.close()
    world.run(asyncio.sleep(0))
    world.run(world.desk.close())
    assert [view.entity for view in world.desk.picture.privacy.accesses()] == [call.id]


def test_desks_that_divided_at_once_are_told_in_words(busy: World) -> None:
    depot = busy.desk.picture.depots()[0]
    item = depot.stock[0].item
    key = Key(Kind.DEPOT, depot.id, f"share:{item}")

    def divided(shares: dict[str, Value]) -> Draft:
        return Draft(EntryType.STOCK_SHARED, (Write(key, {"shares": shares, "taken": {}}),))

    busy.meanwhile(lambda _: divided({"c" * 32: 5}), busy.desk.submit(ShareStock(depot.id, item)))
    (conflict,) = busy.desk.picture.conflicts()
    assert "the shares, blanket" in subject_words(busy.desk, conflict.key)
    said = {value_words(busy.desk, conflict.key, value) for *_, value in conflict.values}
    assert said == {"cccccccc: 5", f"{busy.log.device[:8]}: {depot.free(item)}"}


def test_stock_is_divided_among_the_desks(busy: World) -> None:
    assert busy.window is not None
    made = busy.window.beside.open(next(kind for kind in WINDOWS if kind.name == "data"))
    assert isinstance(made, DataWindow)
    page = made.shares
    stock = page.table.rows.rows[0]
    page.table.choose((stock.depot.id, stock.item))
    click(busy, page.divide)
    busy.wait_for(lambda: bool(busy.desk.picture.shares(stock.depot.id, stock.item)))
    busy.wait_for(lambda: bool(page.table.rows.rows[0].left))
    assert page.table.rows.rows[0].left[0][1] == stock.depot.free(stock.item)


def test_checkpoints_are_signed_cosigned_and_the_log_checked(world: World, tmp_path: Path) -> None:
    report(world)
    made = opened(world, tmp_path / "checkpoints")
    page = made.checkpoints
    assert page is not None
    made.tabs.setCurrentWidget(page)
    click(world, page.sign)
    world.wait_for(lambda: page.table.rows.rowCount() == 1)
    given = tmp_path / "given.checkpoint"
    page.table.choose((page.table.rows.rows[0].wall_ms, page.table.rows.rows[0].root))
    world.run(page._give(given))
    other = load(given).signed_by(DeviceKey(b"o" * 32))
    given.write_bytes(other.encoded())
    world.run(page._take_in(given))
    world.wait_for(lambda: len(page.table.rows.rows[0].signers) == 2)
    click(world, page.verify)
    world.wait_for(lambda: not page.auditing and "as they were signed" in made.notice.text())


def test_a_removed_tail_is_said_in_one_sentence(world: World, tmp_path: Path) -> None:
    report(world)
    made = opened(world, tmp_path / "checkpoints")
    page = made.checkpoints
    assert page is not None
    click(world, page.sign)
    world.wait_for(lambda: page.table.rows.rowCount() == 1)
    del world.log._rows._rows[-1]  # type: ignore[attr-defined] # as a thief with the key would
    click(world, page.verify)
    world.wait_for(lambda: not page.auditing and "is gone" in made.notice.text())
