"""A log of thousands of rows: what fits is found however old it is, and the window lives meanwhile."""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.commands import AddNote
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Write
from commandcenter.model.ids import derived_id
from commandcenter.picture.lines import LineBook
from commandcenter.ui.incident.panel import MESSAGES, TIMELINE
from commandcenter.ui.log.far import HELD, PAGE
from commandcenter.ui.log.model import LogRows
from commandcenter.ui.log.panel import LogList
from commandcenter.ui.prints.papers import Printer
from commandcenter.ui.rows import ITEM_ROLE

from .world import ACTOR, World

ROWS = 6_000


def quiet_hours(world: World, rows: int = ROWS) -> None:
    """Let so many notes about nothing be written."""
    drafts = [
        Draft(EntryType.NOTE_ADDED, (Write(Key(Kind.NOTE, derived_id(f"note {n}"), "body"), {"text": f"all quiet at post {n}"}),))
        for n in range(rows)
    ]
    first = world.log.count() + 1
    for position, entry in enumerate(world.log.append(drafts, actor=ACTOR, heads=world.desk.picture.heads), first):
        world.desk.picture.apply(entry, position)


def test_the_oldest_row_is_found_among_thousands(busy: World) -> None:
    window = busy.window
    assert window is not None
    busy.run(busy.desk.submit(AddNote("a heron on the weir")))
    quiet_hours(busy)
    rows, said = window.log.rows, window.log.count_label
    window.log.filter.setText("heron weir")
    assert rows.searching
    assert "searching" in said.text()
    busy.wait_for(lambda: not rows.searching)
    assert rows.rowCount() == 1
    assert said.text() == f"1 of {busy.desk.picture.count()}"
    window.log.filter.setText("a stork on the weir")
    busy.wait_for(lambda: not rows.searching)
    assert rows.rowCount() == 0


def forget_old(world: World, kept: int = 400) -> None:
    """Hold so many rows from now on, as at a desk with a hundred thousand of them."""
    world.desk.picture._lines._kept = kept


@pytest.fixture
def deep(busy: World) -> World:
    """A log of which few rows are held, in front of somebody."""
    assert busy.window is not None
    forget_old(busy)
    quiet_hours(busy)
    busy.window.log.rows.reload()
    busy.window.focus_panel("log")
    busy.window.log.list.setFocus()
    return busy


def to_the_end(world: World) -> tuple[LogList, LogRows]:
    """Go to the first entry of all, and wait until it is read."""
    assert world.window is not None
    view, rows = world.window.log.list, world.window.log.rows
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == rows.rowCount() - 1 == world.desk.picture.count() - 1
    world.wait_for(lambda: view.currentIndex().data(ITEM_ROLE) is not None)
    return view, rows


def to_the_top(world: World) -> None:
    """Go to the newest row, and wait until the far ones are let go."""
    assert world.window is not None
    log = world.window.log
    QTest.keyClick(log.list, Qt.Key.Key_Home)
    world.wait_for(lambda: log.rows.rowCount() == PAGE)


def test_the_first_entry_is_reached_though_few_rows_are_held(deep: World) -> None:
    picture = deep.desk.picture
    assert picture._lines.kept < 500 and picture.count() == picture.lines_total() > ROWS
    assert deep.window is not None and deep.window.log.rows.rowCount() == PAGE, "a view lays out every row it has"
    view, rows = to_the_end(deep)
    assert view.currentIndex().data(ITEM_ROLE).type == EntryType.OPERATION_OPENED
    assert picture.first_line_ms() == view.currentIndex().data(ITEM_ROLE).stamp.ms
    for row in range(390, rows.rowCount(), 390):
        view.scrollTo(rows.index(row))
        deep.wait_for(lambda row=row: rows.index(row).data(ITEM_ROLE) is not None)
    assert len(rows._far._lines) <= HELD < rows.rowCount()


def test_what_is_new_moves_nobody_who_reads_far_down(deep: World) -> None:
    picture = deep.desk.picture
    view, rows = to_the_end(deep)
    read = view.currentIndex().data(ITEM_ROLE).entry
    for bird in ("swan", "coot"):
        deep.run(deep.desk.submit(AddNote(f"a {bird} on the weir")))
    assert rows.rowCount() == picture.count() - 2, "nobody looks at what is new"
    deep.wait_for(lambda: view.currentIndex().data(ITEM_ROLE) is not None)
    assert view.currentIndex().row() == rows.rowCount() - 1 and view.currentIndex().data(ITEM_ROLE).entry == read
    to_the_top(deep)
    assert ["coot" in rows.index(0).data(), "swan" in rows.index(1).data()] == [True, True]
    assert [rows.index(row).data(ITEM_ROLE).entry for row in range(9)] == [line.entry for line in picture.lines(9)]
    deep.run(deep.desk.submit(AddNote("a tern on the weir")))
    assert "tern" in rows.index(0).data() and rows.rowCount() == PAGE + 1


def test_back_at_the_top_nothing_leads_down_again_and_few_rows_are_laid_out(deep: World) -> None:
    view, rows = to_the_end(deep)
    deep.wait_for(lambda: view.verticalScrollBar().value() > 0)
    view.verticalScrollBar().setValue(0)
    deep.wait_for(lambda: rows.rowCount() == PAGE)
    deep.settle()
    assert view.verticalScrollBar().value() == 0, "the row that was chosen far down leads nobody down again"
    assert not view.selectedIndexes()
    to_the_end(deep)
    to_the_top(deep)
    for duck in range(PAGE + 3):
        deep.run(deep.desk.submit(AddNote(f"duck {duck}")))
        assert rows.index(0).data(ITEM_ROLE).entry == deep.desk.picture.lines(1)[0].entry
    assert rows.rowCount() < 2 * PAGE, "of those that push others down, too, only some have a row"
    view.scrollToBottom()
    deep.wait_for(lambda: rows.rowCount() > PAGE)


def test_what_is_no_longer_held_is_found_and_belongs_to_its_incident_still(busy: World) -> None:
    window, picture = busy.window, busy.desk.picture
    assert window is not None
    incident = next(one for one in picture.incidents() if one.units)
    busy.run(busy.desk.submit(AddNote("a heron on the weir", incident.id)))
    before = [line.entry for line in picture.lines(10**6, incident=incident.id)]
    forget_old(busy)
    quiet_hours(busy)
    window.log.filter.setText("heron weir")
    busy.wait_for(lambda: not window.log.rows.searching)
    assert window.log.rows.rowCount() == 1
    window.log.filter.clear()
    assert picture.lines(10**6, incident=incident.id) == ()
    window.choose(incident.id)
    window.show_tab(TIMELINE)
    rows = window.incident.timeline.rows
    busy.wait_for(lambda: not rows.searching)
    assert [rows.index(row).data(ITEM_ROLE).entry for row in range(rows.rowCount())] == before


def test_what_the_filter_leaves_is_written_into_a_table_down_to_the_first_entry(busy: World, tmp_path: Path) -> None:
    window, picture = busy.window, busy.desk.picture
    assert window is not None
    window.printer = Printer(window.seat, lambda: window.header.standing, tmp_path)
    busy.run(busy.desk.submit(AddNote("a heron on the weir")))
    forget_old(busy)
    quiet_hours(busy, 1_500)

    def written() -> list[list[str]]:
        for file in tmp_path.iterdir():
            file.unlink()
        busy.wait_for(window.log.export().done)
        busy.wait_for(lambda: list(tmp_path.glob("*.csv")))
        (file,) = tmp_path.glob("*.csv")
        with file.open(encoding="utf-8-sig", newline="") as text:
            rows = list(csv.reader(text))
        return rows[next(place for place, row in enumerate(rows) if row[0] == "Time") + 1 :]

    assert len(written()) == picture.count()
    window.log.filter.setText("heron weir")
    assert [row[3] for row in written()] == ["Note: a heron on the weir"]


def test_places_of_forgotten_rows_stay_in_display_order(busy: World) -> None:
    picture = busy.desk.picture
    book = LineBook(picture._state, picture.rights, kept=20)
    entries = [(row.position, picture.entry(row.entry)) for row in reversed(picture.lines(10**6))]
    Random(7).shuffle(entries)
    for position, entry in entries[:20] + sorted(entries[20:]):
        assert entry is not None
        book.add(entry, position)
    assert book.kept < 30 < book.total == len(entries)
    past = book.positions(0, book.total - book.kept)
    assert [*picture.line_positions(0, picture.lines_total())] == sorted(position for position, _ in entries)
    assert len({*past}) == book.total - book.kept
    stamps = {position: entry.hlc for position, entry in entries if entry is not None}
    assert [stamps[position] for position in past] == sorted(stamps[position] for position in past)


def test_an_old_incident_keeps_its_timeline_and_messages(busy: World) -> None:
    window, picture = busy.window, busy.desk.picture
    assert window is not None
    incident = next(one for one in picture.incidents() if one.units)
    busy.run(busy.desk.submit(AddNote("gas is off", incident.id)))
    before = {line.entry for line in picture.lines(10**6) if line.incident == incident.id}
    quiet_hours(busy)
    window.choose(incident.id)
    window.show_tab(TIMELINE)
    assert window.incident.timeline.rows.rowCount() == len(before) > 2
    window.show_tab(MESSAGES)
    assert "gas is off" in str(window.incident.messages.rows.index(0).data())


def test_the_rows_of_an_incident_are_those_that_tell_of_it(busy: World) -> None:
    picture = busy.desk.picture
    for incident in picture.incidents():
        everything = [line for line in picture.lines(10**6) if line.incident == incident.id]
        assert list(picture.lines(10**6, incident=incident.id)) == everything
        assert list(picture.lines(2, everything[0].position, incident.id)) == everything[1:3]


def test_rows_that_are_forgotten_are_forgotten_of_incidents_too(busy: World) -> None:
    picture = busy.desk.picture
    book = LineBook(picture._state, picture.rights, kept=50)
    entries = [(row.position, row.entry) for row in reversed(picture.lines(10**6))]
    for position, ident in entries:
        entry = picture.entry(ident)
        assert entry is not None
        book.add(entry, position)
    assert book.kept < 53 < len(entries)
    for incident in picture.incidents():
        assert list(book.newest(99, incident=incident.id)) == [line for line in book.newest(99) if line.incident == incident.id]
