"""Calls of an exercise ring at the desk: F2 answers, what the caller tells stands on the form, and the log has when it rang."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.exercise.ringing import RingingCall
from commandcenter.ui.exercise.callers import Callers
from commandcenter.ui.main_window import MainWindow

from .exercise_run import Run
from .world import World


@pytest.fixture
def window(busy: World, run: Run) -> Iterator[MainWindow]:
    assert busy.window is not None
    callers = Callers(busy.window.seat, run, busy.window.incident.report)
    yield busy.window
    callers.deleteLater()


def let_ring(world: World, run: Run, *numbers: str) -> None:
    run.rings = [RingingCall(number, world.clock.wall_ms() + int(number), "0555 0101" if number == "1" else "") for number in numbers]
    assert world.window is not None
    world.window.seat.ticked.emit(world.clock.wall_ms())


def test_f2_answers_a_call_and_what_the_caller_tells_is_written_down(busy: World, run: Run, window: MainWindow) -> None:
    form, before = window.incident.report, len(busy.desk.picture.incidents())
    let_ring(busy, run, "1")
    rang_ms = run.rings[0].rang_ms
    assert window.rings.isVisible() and [one.phone for one in form.ringing.waiting] == ["0555 0101"]
    busy.clock.advance(7)
    QTest.keyClick(window, Qt.Key.Key_F2)
    busy.wait_for(lambda: form.text.text() == "My mother has fallen")
    assert run.answered == ["1"]
    assert (form.caller.text(), form.phone.text(), form.type.value, form.place.value.name) == (
        "Ada Brook",
        "0555 0101",
        "medical.fall",
        "Market Square",
    )
    assert not window.rings.isVisible()
    busy.clock.advance(20)
    form.submit()
    busy.wait_for(lambda: len(busy.desk.picture.incidents()) == before + 1)
    call = busy.desk.picture.calls()[-1]
    assert (call.rang_ms, call.caller_phone) == (rang_ms, "0555 0101")
    assert call.rang_s == pytest.approx(7, abs=0.01)


def test_several_ring_and_the_one_that_rings_longest_is_answered_first(busy: World, run: Run, window: MainWindow) -> None:
    let_ring(busy, run, "2", "3")
    assert len(window.incident.report.ringing.waiting) == 2
    window.seat.ticked.emit(busy.clock.wall_ms())
    assert len(window.incident.report.ringing.waiting) == 2
    QTest.keyClick(window, Qt.Key.Key_F2)
    busy.wait_for(lambda: run.answered == ["2"])
    assert len(window.incident.report.ringing.waiting) == 1


def test_a_call_that_somebody_else_has_taken_rings_no_more(busy: World, run: Run, window: MainWindow) -> None:
    let_ring(busy, run, "1", "2")
    let_ring(busy, run)
    assert window.incident.report.ringing.waiting == ()
    let_ring(busy, run, "2")
    run.rings = []
    QTest.keyClick(window, Qt.Key.Key_F2)
    busy.wait_for(lambda: "does not ring any more" in window.strip.text.text())


def test_a_call_that_rings_by_hand_is_none_of_the_exercise(busy: World, run: Run, window: MainWindow) -> None:
    window.incident.report.ringing.ring("0151 1")
    window.seat.ticked.emit(busy.clock.wall_ms())
    QTest.keyClick(window, Qt.Key.Key_F2)
    busy.wait_for(lambda: window.incident.report.phone.text() == "0151 1")
    assert run.answered == []
