"""A supervisor's night: another desk was cut off; two things were decided twice; both are found in the list, and settled by a person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from commandcenter.model.commands import AssignUnit, ChangeIncident
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Write
from commandcenter.model.words import UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.resources.watch import AlarmKind
from tests.ui.world import ELSEWHERE, World

from .album import Album


def supervisors_night(world: World, album: Album) -> None:
    """Work through both disagreements, worst first, by keyboard."""
    window = world.window
    assert window is not None
    waiting = [i for i in world.desk.picture.incidents() if i.open and not i.units]
    unit = next(u for u in world.desk.picture.units() if u.status == UnitStatus.AVAILABLE)
    _sent_twice(world, unit, waiting[0], waiting[1])
    _graded_twice(world, waiting[2])
    world.wait_for(lambda: {AlarmKind.DOUBLE_BOOKED, AlarmKind.DISAGREEMENT} <= {alarm.kind for alarm in window.watch.alarms})
    kinds = [alarm.kind for alarm in window.watch.alarms]
    assert kinds.index(AlarmKind.DOUBLE_BOOKED) < kinds.index(AlarmKind.DISAGREEMENT)
    QTest.keyClick(window, Qt.Key.Key_F10)
    world.wait_for(lambda: isinstance(QApplication.focusWidget(), QAbstractButton))
    album.add(window, "two-conflicts")
    _keep(world, f"to {waiting[1].number} ")
    world.wait_for(lambda: len(world.desk.picture.conflicts()) == 1)
    _keep(world, "4  ")
    world.wait_for(lambda: not world.desk.picture.conflicts())
    world.wait_for(lambda: not {AlarmKind.DOUBLE_BOOKED, AlarmKind.DISAGREEMENT} & {alarm.kind for alarm in window.watch.alarms})
    album.add(window, "settled")
    settled, graded = world.desk.picture.unit(unit.id), world.desk.picture.incident(waiting[2].id)
    assert settled is not None and settled.incident == waiting[1].id
    assert graded is not None and graded.priority == 4


def _sent_twice(world: World, unit: UnitView, here: IncidentView, there: IncidentView) -> None:
    def theirs(_picture: Picture) -> Draft:
        sign = Write(Key(Kind.OPERATOR, ELSEWHERE, "name"), "Ben Stone")
        sent = Write(Key(Kind.UNIT, unit.id, "assignment"), {"id": "c" * 32, "incident": there.id, "slot": ""})
        return Draft(EntryType.UNIT_ASSIGNED, (sent, sign))

    world.meanwhile(theirs, world.desk.submit(AssignUnit(here.id, unit.id)))


def _graded_twice(world: World, incident: IncidentView) -> None:
    def theirs(_picture: Picture) -> Draft:
        return Draft(EntryType.INCIDENT_CHANGED, (Write(Key(Kind.INCIDENT, incident.id, "priority"), 4),))

    world.meanwhile(theirs, world.desk.submit(ChangeIncident(incident.id, {"priority": 1 if incident.priority != 1 else 2})))


def _keep(world: World, words: str) -> None:
    """Go with Tab to the button that keeps the value with these words, and press it with Space."""
    window = world.window
    assert window is not None
    window.focus_panel("conflicts")
    seen = []
    for _ in range(60):
        button = QApplication.focusWidget()
        seen.append(name := button.accessibleName() if button is not None else "")
        if isinstance(button, QAbstractButton) and name.startswith("Keep this") and words in name:
            QTest.keyClick(button, Qt.Key.Key_Space)
            return
        QTest.keyClick(button or window, Qt.Key.Key_Tab)
    raise AssertionError(f"the keyboard reaches no button that keeps {words!r}: {set(seen)}")
