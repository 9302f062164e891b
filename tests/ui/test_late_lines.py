"""What is entered late stands where it happened: in the timeline of its incident and on the incident report; the log keeps its own order."""

from __future__ import annotations

from commandcenter.model.commands import AddNote, EnterLate
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.log.model import MOMENT_ROLE
from commandcenter.ui.log.words import line_words
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.rows import ITEM_ROLE

from .world import World


def test_a_late_note_stands_where_it_happened_and_is_marked(busy: World) -> None:
    window, desk = busy.window, busy.desk
    assert window is not None
    incident = desk.picture.incidents()[0]
    window.seat.choose_incident(incident.id)
    busy.clock.advance(7_200_000)
    busy.run(desk.submit(AddNote("first", incident.id)))
    between = desk.clock.wall_ms() + 60_000
    busy.clock.advance(600_000)
    busy.run(desk.submit(AddNote("last", incident.id)))
    window.incident.show_tab(4)
    busy.run(desk.submit(EnterLate(AddNote("between", incident.id), between)))
    rows = window.incident.timeline.rows
    busy.wait_for(lambda: [rows.index(n).data(ITEM_ROLE).summary.get("text") for n in range(3)] == ["last", "between", "first"])
    assert rows.index(1).data(MOMENT_ROLE) == between
    assert "entered late" in line_words(rows.index(1).data(ITEM_ROLE), desk.catalogue)
    assert [line.summary.get("text") for line in desk.picture.lines(2)] == ["between", "last"]
    standing: Standing = window.header.standing
    paper = Paper(desk, "", "", standing.operator, standing.role, True, desk.clock.wall_ms())
    assert [line.summary["text"] for line in paper.lines(incident.id, ["NoteAdded"])] == ["first", "between", "last"]
