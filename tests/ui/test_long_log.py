"""A log of 20,000 rows: what fits is found however old it is, and the window lives meanwhile."""

from __future__ import annotations

from commandcenter.model.commands import AddNote
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Write
from commandcenter.model.ids import derived_id
from commandcenter.picture.lines import LineBook
from commandcenter.ui.incident.panel import MESSAGES, TIMELINE

from .world import ACTOR, World

ROWS = 20_000


def quiet_hours(world: World, rows: int = ROWS) -> None:
    """Let so many notes about nothing be written."""
    drafts = [
        Draft(EntryType.NOTE_ADDED, (Write(Key(Kind.NOTE, derived_id(f"note {n}"), "body"), {"text": f"all quiet at post {n}"}),))
        for n in range(rows)
    ]
    first = world.log.count() + 1
    for position, entry in enumerate(world.log.append(drafts, actor=ACTOR, heads=world.desk.picture.heads), first):
        world.desk.picture.apply(entry, position)


def test_the_oldest_row_is_found_among_twenty_thousand(busy: World) -> None:
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
