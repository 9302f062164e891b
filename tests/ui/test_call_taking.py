"""A call is half taken: it can be parked, taken up, survives a crash; a call about a known incident is added to it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from commandcenter.app.drafts import SealedDrafts
from commandcenter.model.commands import Command
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ports import Place
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.ports import Done, MemoryDrafts
from commandcenter.ui.report.drafts import MOST, Draft, Drafts
from commandcenter.ui.report.form import ReportForm

from .world import World, street_at


def form_of(world: World) -> tuple[MainWindow, ReportForm]:
    window = world.window
    assert window is not None
    window.new_incident()
    return window, window.incident.report


def fill(form: ReportForm, type_: str, street: str, at: tuple[int, int]) -> None:
    form.type.set("Structure fire", type_)
    form.place.set(street, Place(street, "address", street_at(*at)))
    form.text.setText("smoke in the stairs")
    form.caller.setText("Kim Lee")


def test_a_parked_call_comes_back_whole(busy: World) -> None:
    window, form = form_of(busy)
    fill(form, "fire.structure", "Bridge Street 80", (7, 80))
    form.priority.setCurrentIndex(2)
    before = form.draft()
    QTest.keyClick(form.text, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not window.incident.reporting
    window.new_incident()
    assert form.draft().empty
    (parked,) = form.parked.buttons
    assert isinstance(parked, QAbstractButton)
    assert "Bridge Street 80" in parked.text()
    parked.click()
    assert form.draft() == before
    assert not form.parked.isVisible()


def test_what_is_on_the_form_survives_a_crash(busy: World) -> None:
    _, form = form_of(busy)
    store = MemoryDrafts()
    form.drafts._store = store
    fill(form, "fire.structure", "Bridge Street 80", (7, 80))
    again = Drafts(MemoryDrafts(store.text))
    assert [(d.type, d.place_text, d.text, d.caller) for d in again.parked] == [
        ("fire.structure", "Bridge Street 80", "smoke in the stairs", "Kim Lee")
    ]


def test_giving_up_and_opening_leave_no_draft(busy: World) -> None:
    window, form = form_of(busy)
    fill(form, "fire.structure", "Bridge Street 80", (7, 80))
    QTest.keyClick(form.text, Qt.Key.Key_Escape)
    assert (form.drafts.present, form.drafts.parked) == (None, [])
    window.new_incident()
    fill(form, "fire.structure", "Bridge Street 80", (7, 80))
    count = len(busy.desk.picture.incidents())
    form.submit()
    busy.wait_for(lambda: len(busy.desk.picture.incidents()) == count + 1)
    busy.wait_for(lambda: form.drafts.present is None)
    assert form.drafts.parked == []


class SlowLog:
    """Stands before the desk's log: nothing is written until it may, or it refuses."""

    def __init__(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may, self.refuses, self.asked = asyncio.Event(), False, 0
        submit = world.desk.submit

        async def slowly(command: Command) -> Done:
            self.asked += 1
            await self.may.wait()
            if self.refuses:
                raise KnownError("The disk is full")
            return await submit(command)

        monkeypatch.setattr(world.desk, "submit", slowly)


def test_the_form_is_free_while_a_call_is_written(busy: World, monkeypatch: pytest.MonkeyPatch) -> None:
    window, form = form_of(busy)
    log, count = SlowLog(busy, monkeypatch), len(busy.desk.picture.incidents())
    fill(form, "fire.structure", "Bridge Street 80", (7, 80))
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    busy.wait_for(lambda: log.asked == 1)
    form = form_of(busy)[1]
    fill(form, "fire.structure", "Far Street 2", (90, 1))
    after_a_crash = Drafts(MemoryDrafts(form.drafts._store.read()))
    assert [draft.place_text for draft in after_a_crash.parked] == ["Bridge Street 80", "Far Street 2"]
    log.may.set()
    busy.wait_for(lambda: not form.drafts.sent)
    busy.settle()
    assert (log.asked, len(busy.desk.picture.incidents())) == (1, count + 1)
    assert window.incident.reporting
    assert form.draft().place_text == "Far Street 2"
    assert form.drafts.parked == []


def test_a_call_that_cannot_be_written_comes_back(busy: World, monkeypatch: pytest.MonkeyPatch) -> None:
    _, form = form_of(busy)
    log = SlowLog(busy, monkeypatch)
    log.refuses = True
    fill(form, "fire.structure", "Bridge Street 80", (7, 80))
    before = form.draft()
    form.submit()
    assert form.draft().empty
    log.may.set()
    busy.wait_for(lambda: form.draft() == before)
    log.may.clear()
    form.submit()
    fill(form, "fire.structure", "Far Street 2", (90, 1))
    log.may.set()
    busy.wait_for(lambda: form.drafts.parked == [before])
    assert form.draft().place_text == "Far Street 2"
    assert len(form.parked.buttons) == 1
    assert form.drafts.sent == []


def test_a_second_call_about_a_fire_is_added_to_it(busy: World) -> None:
    _, form = form_of(busy)
    fill(form, "fire.structure", "Bridge Street 80", (7, 80))
    form.submit()
    count = len(busy.desk.picture.incidents())
    busy.wait_for(lambda: len(busy.desk.picture.incidents()) == count + 1)
    first = max(busy.desk.picture.incidents(), key=lambda i: i.reported_ms)
    busy.clock.advance(90)
    window, form = form_of(busy)
    assert not form.duplicate.isVisible()
    fill(form, "fire.structure", "Bridge Street 82", (7, 82))
    busy.settle()
    assert form.duplicate.isVisible()
    assert first.number in form.duplicate.head.text()
    form.duplicate.same_button.click()
    busy.wait_for(lambda: len(busy.desk.picture.incident(first.id).calls) == 2)  # type: ignore[union-attr] # it is there
    assert len(busy.desk.picture.incidents()) == count + 1
    busy.wait_for(lambda: window.seat.incident == first.id)
    call = busy.desk.picture.call(busy.desk.picture.incident(first.id).calls[-1])  # type: ignore[union-attr]
    assert call is not None
    assert (call.caller_name, call.address) == ("Kim Lee", "Bridge Street 82")


def test_far_away_or_another_kind_is_no_duplicate(busy: World) -> None:
    _, form = form_of(busy)
    fill(form, "fire.structure", "Nowhere 1", (0, 1))
    form.place.set("Far", Place("Far", "address", street_at(90, 1)))
    form.text.setText("smoke")
    assert not form.duplicate.isVisible()


def test_a_tenth_parked_call_is_refused_and_none_is_lost() -> None:
    store = MemoryDrafts("[1, 2")
    drafts = Drafts(store)
    for n in range(MOST):
        drafts.park(Draft(n, text=f"call {n}"))
    drafts.keep(Draft(99, text="call on the form"))
    with pytest.raises(Refused, match="9 calls are parked already"):
        drafts.park(Draft(99, text="call on the form"))
    drafts.park(Draft(100))
    assert [draft.began_ms for draft in drafts.parked] == list(range(MOST))
    drafts.keep(Draft(99, text="call on the form"))
    assert drafts.swap(0, Draft(99, text="call on the form")).began_ms == 0
    assert [draft.began_ms for draft in drafts.parked] == [*range(1, MOST), 99]
    assert [draft.began_ms for draft in Drafts(MemoryDrafts(store.text)).parked] == [*range(1, MOST), 99, 0]


def test_the_tenth_call_stays_on_the_form_and_says_why(busy: World) -> None:
    window, form = form_of(busy)
    for n in range(MOST):
        fill(form, "fire.structure", f"Bridge Street {2 * n}", (7, 2 * n))
        window.park()
        assert not window.incident.reporting
        window.new_incident()
    fill(form, "fire.structure", "Bridge Street 80", (7, 80))
    before = form.draft()
    QTest.keyClick(form.text, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    busy.wait_for(lambda: "calls are parked already" in window.strip.text.text())
    window._report_at(street_at(0, 3))
    busy.settle()
    assert window.incident.reporting
    assert form.draft() == before
    assert len(form.drafts.parked) == MOST


def test_parked_calls_are_seen_in_the_header_and_opened_from_there(busy: World) -> None:
    window, form = form_of(busy)
    pill = window.incident.parked
    assert not pill.isVisible()
    fill(form, "fire.structure", "Bridge Street 80", (7, 80))
    window.park()
    assert pill.isVisible()
    busy.clock.advance(150)
    window.seat.ticked.emit(busy.clock.wall_ms())
    assert pill.pill.text() == "⏸ 1 parked, 2 min"
    assert pill.pill.property("pill") == "danger"
    pill.pill.click()
    assert window.incident.reporting
    (parked,) = form.parked.buttons
    busy.wait_for(parked.hasFocus)
    QTest.keyClick(parked, Qt.Key.Key_Space)
    assert form.text.text() == "smoke in the stairs"
    assert not pill.isVisible()


def test_drafts_on_disk_are_sealed(tmp_path: Path) -> None:
    path = tmp_path / "drafts.sealed"
    SealedDrafts(path, b"k" * 32).write("Kim Lee 0151 555")
    assert b"Kim" not in path.read_bytes()
    assert SealedDrafts(path, b"k" * 32).read() == "Kim Lee 0151 555"
    assert SealedDrafts(path, b"x" * 32).read() == ""
    path.write_bytes(path.read_bytes()[:-3])
    assert SealedDrafts(path, b"k" * 32).read() == ""
    assert SealedDrafts(tmp_path / "missing", b"k" * 32).read() == ""
    SealedDrafts(tmp_path / "no" / "folder", b"k" * 32).write("nothing breaks")


def test_answers_suggest_a_priority_and_go_with_the_incident(busy: World) -> None:
    _, form = form_of(busy)
    fill(form, "fire.vehicle", "Bridge Street 80", (7, 80))
    assert {code for code, _ in form.questions.buttons} == {"people_inside", "flames"}
    busy.clock.advance(20)
    form.questions.buttons["people_inside", "yes"].click()
    assert "people in danger" in form.questions.advice.text()
    assert form.drafts.present is not None and form.drafts.present.answers == {"people_inside": "yes"}
    form.submit()
    busy.wait_for(lambda: busy.desk.picture.incidents()[-1].address == "Bridge Street 80")
    incident = busy.desk.picture.incidents()[-1]
    assert (incident.priority, incident.answers) == (1, {"people_inside": "yes"})
    assert incident.reported_ms - incident.answered_ms == 20_000
    assert not form.questions.answers


def test_the_person_decides_the_priority(busy: World) -> None:
    _, form = form_of(busy)
    fill(form, "fire.vehicle", "Bridge Street 80", (7, 80))
    form.questions.buttons["people_inside", "yes"].click()
    form.priority.setCurrentIndex(3)
    form.submit()
    busy.wait_for(lambda: busy.desk.picture.incidents()[-1].address == "Bridge Street 80")
    assert busy.desk.picture.incidents()[-1].priority == 3


def test_the_call_clock_runs_from_the_answered_call(busy: World) -> None:
    window, form = form_of(busy)
    busy.clock.advance(61)
    window.seat.ticked.emit(window.seat.now_ms())
    assert form.call_clock.text() == "1:01"
    assert form.call_clock.property("role") == "danger"


def test_the_place_that_is_looked_up_is_marked_on_the_map_until_the_form_goes(busy: World) -> None:
    window, form = form_of(busy)
    overlays = window.map_view.overlays  # type: ignore[attr-defined] # the plain map of these tests
    place = Place("Bridge Street 80", "address", street_at(7, 80))
    form.place.previewed.emit(place)
    (mark,) = overlays["call_place"]
    assert (mark.label, mark.parts) == ("Bridge Street 80", ((place.at,),))
    form.leave_button.click()
    busy.wait_for(lambda: not window.incident.reporting)
    assert not overlays.get("call_place")


def test_a_chinese_desk_takes_addresses_down_in_chinese(busy: World) -> None:
    window, form = form_of(busy)
    window.use_language("zh_CN")
    form.type.set("建筑火灾", "fire.structure")
    form.place.line.setText("Castle Hill 12")
    form.place.line.textEdited.emit("Castle Hill 12")
    busy.wait_for(form.place.list.isVisible)
    assert form.place.list.item(0).text().startswith("城堡山12号")
    QTest.keyClick(form.place.line, Qt.Key.Key_Return)
    form.submit()
    busy.wait_for(lambda: any(i.address == "城堡山12号" for i in busy.desk.picture.incidents()))
    assert "城堡山12号" in window.strip.text.text()
    QTest.keyClick(window.queue.list, Qt.Key.Key_Slash)
    window.command_bar.insert("新建 建筑火灾 桥街 7")
    busy.wait_for(lambda: bool(window.command_bar.reading().commands))
    QTest.keyClick(window.command_bar, Qt.Key.Key_Return)
    busy.wait_for(lambda: any(i.address == "桥街7号" for i in busy.desk.picture.incidents()))
