"""Two desks were apart and disagree: both values are shown with author and time, and a person settles it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from commandcenter.model.commands import AssignUnit, ChangeIncident, ReserveStock
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Value, Write
from commandcenter.model.words import UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.ui.conflicts.panel import ConflictsPanel
from commandcenter.ui.frame.parts import EmptyNote

from .world import ELSEWHERE, World


def says(panel: ConflictsPanel) -> str:
    notes = [made.accessibleName() for made in panel.findChildren(EmptyNote) if not made.isHidden()]
    return "\n".join([*(made.text() for made in panel.findChildren(QLabel) if not made.isHidden()), *notes])


def buttons(panel: ConflictsPanel, text: str) -> list[QAbstractButton]:
    return [made for made in panel.findChildren(QAbstractButton) if made.text() == text and not made.isHidden()]


def priority_conflict(world: World) -> None:
    incident = next(i for i in world.desk.picture.incidents() if i.open)

    def theirs(_picture: Picture) -> Draft:
        sign = Write(Key(Kind.OPERATOR, ELSEWHERE, "name"), "Ben Stone")
        return Draft(EntryType.INCIDENT_CHANGED, (Write(Key(Kind.INCIDENT, incident.id, "priority"), 4), sign))

    world.meanwhile(theirs, world.desk.submit(ChangeIncident(incident.id, {"priority": 1 if incident.priority != 1 else 2})))


def test_both_values_authors_and_times_are_there_and_one_is_picked(busy: World) -> None:
    window = busy.window
    assert window is not None
    assert "No desk disagrees" in says(window.conflicts)
    priority_conflict(busy)
    (conflict,) = busy.desk.picture.conflicts()
    busy.wait_for(lambda: "the priority" in says(window.conflicts))
    said = says(window.conflicts)
    assert "4  Minor" in said
    assert "Ben Stone" in said
    assert "Anna Berg" in said
    assert "shown now" in said
    rows = window.panels.alarms.rows
    busy.wait_for(lambda: any("disagree about the priority" in rows.text(rows.item(n)) for n in range(rows.rowCount())))
    incident = conflict.key.entity
    queue = window.queue.rows
    busy.wait_for(lambda: queue.item(queue.row_of(incident)).conflicts == ("priority",))
    window.focus_panel("conflicts")
    keep = next(made for made in buttons(window.conflicts, "Keep this") if "4  Minor" in made.accessibleName())
    keep.click()
    busy.wait_for(lambda: not busy.desk.picture.conflicts())
    assert busy.desk.picture.incident(incident).priority == 4  # type: ignore[union-attr] # it is there
    busy.wait_for(lambda: "No desk disagrees" in says(window.conflicts))


def test_a_unit_that_two_desks_sent_is_shown_with_both_targets(busy: World) -> None:
    window, picture = busy.window, busy.desk.picture
    assert window is not None
    one, other = [i for i in picture.incidents() if i.open and not i.units][:2]
    unit = next(u for u in picture.units() if u.status == UnitStatus.AVAILABLE)

    def theirs(_picture: Picture) -> Draft:
        return Draft(EntryType.UNIT_ASSIGNED, (Write(Key(Kind.UNIT, unit.id, "assignment"), {"id": "c" * 32, "incident": other.id, "slot": ""}),))

    busy.meanwhile(theirs, busy.desk.submit(AssignUnit(one.id, unit.id)))
    said = says(window.conflicts)
    assert f"{unit.callsign}: where it goes" in said
    assert f"to {one.number} {one.address}" in said
    assert f"to {other.number} {other.address}" in said
    assert "an unknown operator" in said
    assert picture.unit(unit.id).conflicts == ("assignment",)  # type: ignore[union-attr] # it is there
    buttons(window.conflicts, "Ask the others")[0].click()
    busy.wait_for(lambda: picture.lines(1)[0].type == EntryType.MESSAGE_SENT)
    assert picture.lines(1)[0].unit == unit.id


def test_stock_promised_twice_can_be_given_back(busy: World) -> None:
    window, picture = busy.window, busy.desk.picture
    assert window is not None
    depot, incident = picture.depots()[0], next(i for i in picture.incidents() if i.open)
    item = depot.stock[0].item
    all_of_it = depot.free(item)
    what: dict[str, Value] = {"depot": depot.id, "item": item, "quantity": all_of_it, "incident": incident.id}

    def theirs(_picture: Picture) -> Draft:
        key = Key(Kind.RESERVATION, depot.id, "what")
        return Draft(EntryType.STOCK_RESERVED, (Write(key, what), Write(Key(Kind.RESERVATION, depot.id, "state"), "open")))

    busy.meanwhile(theirs, busy.desk.submit(ReserveStock(depot.id, item, all_of_it, incident.id)))
    assert len(buttons(window.conflicts, "Give back")) == 2
    buttons(window.conflicts, "Give back")[0].click()
    busy.wait_for(lambda: not picture.conflicts())
    assert picture.depot(depot.id).free(item) == 0  # type: ignore[union-attr] # it is there


def test_the_panel_speaks_chinese(busy: World) -> None:
    window = busy.window
    assert window is not None
    priority_conflict(busy)
    window.use_language("zh_CN")
    busy.settle(0.1)
    assert "优先级" in says(window.conflicts)
    assert len(buttons(window.conflicts, "保留此值")) == 2


def test_the_keyboard_stays_in_the_list_when_the_last_one_is_settled(busy: World) -> None:
    window = busy.window
    assert window is not None
    priority_conflict(busy)
    busy.wait_for(lambda: bool(window.conflicts.choices))
    window.focus_panel("conflicts")
    QTest.keyClick(window.conflicts.choices[0], Qt.Key.Key_Space)
    busy.wait_for(lambda: not busy.desk.picture.conflicts())
    busy.wait_for(lambda: not window.conflicts.choices)
    assert window.conflicts.isAncestorOf(QApplication.focusWidget() or window)
    assert not window.command_bar.popup.isVisible()
