"""The controller's window: time, injects, ratings, timelines, other computers, the review."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from commandcenter.exercise.acts import ToMoment
from commandcenter.model.progress import Progress
from commandcenter.ui.exercise.control import ControlWindow
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.prints.paper_file import Size
from tests.unit.exercise.town import MINUTE

from .exercise_run import Run
from .world import World


def cell(control: ControlWindow, row: int, column: int) -> str:
    return str(control.injects.rows.index(row, column).data())


def test_expected_and_actual_stand_side_by_side(control: ControlWindow) -> None:
    assert control.score.text() == "1/2 fulfilled"
    assert "Fulfilled" in cell(control, 1, 4)
    assert cell(control, 1, 5) == "1:00"


def test_time_runs_and_stands(busy: World, control: ControlWindow, run: Run) -> None:
    seen = []
    for running in (True, False):
        control.run.click()
        busy.wait_for(lambda running=running: run.pace.running is running and control.run.text() == ("Pause" if running else "Let time run"))
        seen.append((run.pace.running, control.run.text()))
    assert seen == [(True, "Pause"), (False, "Let time run")]
    control.speed.setCurrentIndex(3)
    control.speed.activated.emit(3)
    busy.wait_for(lambda: run.pace.speed == 10)


def test_an_inject_is_fired_and_left_out_and_a_refusal_is_said(busy: World, control: ControlWindow, run: Run) -> None:
    control.injects.table.selectRow(0)
    control.injects.fire.click()
    busy.wait_for(lambda: "Waiting" in cell(control, 0, 4))
    control.injects.fire.click()
    window = busy.window
    assert window is not None
    busy.wait_for(lambda: "already" in window.strip.text.text())
    control.injects.skip.click()
    busy.wait_for(lambda: "Skipped" in cell(control, 0, 4))
    control.next.click()
    busy.wait_for(lambda: "No inject is planned" in window.strip.text.text())


def test_time_goes_on_to_a_moment_that_is_typed(busy: World, control: ControlWindow, run: Run) -> None:
    window = busy.window
    assert window is not None
    control.moment.setText("soon")
    control.moment.returnPressed.emit()
    busy.wait_for(lambda: "is no time" in window.strip.text.text())
    now_ms = window.context.seat.now_ms()
    later = f"{formats.local_time(now_ms + 90 * MINUTE):%H:%M}"
    control.moment.setText(later)
    control.moment.returnPressed.emit()
    busy.wait_for(lambda: bool(run.acts))
    (deed,) = run.acts
    assert isinstance(deed.act, ToMoment)
    assert f"{formats.local_time(deed.act.at_ms):%H:%M:%S}" == f"{later}:00"
    assert 0 < deed.act.at_ms - now_ms < 2 * 60 * MINUTE
    assert control.moment.text() == ""


def test_ratings_and_notes_are_kept_for_the_report(busy: World, control: ControlWindow, run: Run) -> None:
    grade, note = control.evaluation.grades["O1"]
    note.setText("slow at first")
    grade.setCurrentIndex(grade.findData("S"))
    grade.activated.emit(grade.currentIndex())
    note.setText("slow at first, then good")
    note.editingFinished.emit()
    assert [(r.objective, r.grade, r.note) for r in run.notebook.ratings] == [("O1", "S", "slow at first, then good")]
    control.notes.bookmark.setText("first unit sent")
    control.notes.add_bookmark()
    control.notes.hot_wash.setText("well done")
    control.notes.add_hot_wash()
    control.notes.action.setText("train merging")
    control.notes.owner.setText("Ada")
    control.notes.due.setText("tomorrow")
    control.notes.add_action()
    assert busy.window is not None and "no day" in busy.window.strip.text.text()
    control.notes.due.setText("2026-12-01")
    control.notes.capability.setText("Operational Communications")
    control.notes.add_action()
    assert (run.notebook.actions[0].owner, run.notebook.actions[0].due) == ("Ada", "2026-12-01")
    assert len(run.said) == 5
    assert [a.text for a in run.notebook.actions] == ["train merging"]
    lines = [control.notes.written.item(n).text() for n in range(control.notes.written.count())]
    assert "first unit sent" in lines[0] and "Ada" in lines[2]
    busy.settings.put("paper", Size.LETTER)
    control.report.click()
    busy.wait_for(lambda: [(path.suffix, size) for path, size in run.written] == [(".docx", Size.LETTER), (".pdf", Size.LETTER)])


def test_going_back_keeps_both_timelines_and_one_goes_on_with_the_other(busy: World, control: ControlWindow, run: Run) -> None:
    page = control.timelines
    page.moment.setText("noon")
    page.go_back()
    assert busy.window is not None and "no time" in busy.window.strip.text.text()
    now = formats.local_time(busy.window.seat.now_ms())
    page.moment.setText(f"{now.hour}:{now.minute:02}:{now.second:02}")
    page.go_back()
    busy.wait_for(lambda: run.went_back == [busy.window.seat.now_ms() // 1000 * 1000])
    control.refresh()
    assert [page.table.rows.texts()[n][0] for n in (1, 2)] == ["First run", "▶ Branch 1"]
    page.table.selectRow(0)
    page.switch.click()
    busy.wait_for(lambda: run.switched == [0])


def test_other_computers_come_in_by_codes(busy: World, control: ControlWindow, run: Run) -> None:
    page = control.sharing
    assert "Only this computer" in page.state.text()
    page.hub.setText("https://hub.example:8440")
    page.share.click()
    busy.wait_for(lambda: page.player_code.text() == "CCEXPLAYER" and page.guests.count() == 1)
    assert page.staff_code.text() == "CCEXSTAFF"
    assert "hub.example" in page.state.text()
    assert not page.share.isEnabled()


def test_the_review_is_read_in_the_window_and_is_as_new_as_the_last_look(busy: World, control: ControlWindow, run: Run) -> None:
    control.injects.table.selectRow(0)
    control.injects.skip.click()
    busy.wait_for(lambda: bool(run.acts))
    page = control.review
    assert run.reviews == 0
    control.tabs.setCurrentWidget(page)
    busy.wait_for(lambda: "Player and engine" in page.text.toPlainText())
    said = page.text.toPlainText()
    assert "1/1" in said and "Correctness" in said and "left inject 1 out" in said
    page.again.click()
    busy.wait_for(lambda: run.reviews == 2)


@pytest.mark.parametrize("begin", ["review", "report"])
def test_a_long_review_shows_how_far_it_is_and_can_be_stopped(busy: World, control: ControlWindow, run: Run, begin: str) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress.report("reading the command log", 1, 4)
            time.sleep(0.01)

    run.hold = work
    assert not control.work.isVisibleTo(control)
    (control.review.look if begin == "review" else control.write_report)()
    busy.wait_for(lambda: control.work.stage.text() == "Reading the command log" and control.work.bar.value() == 250)
    assert control.work.isVisibleTo(control)
    assert busy.window is not None
    said = busy.window.strip.text
    control.write_report()
    busy.wait_for(lambda: "wait for it" in said.text())
    control.work.cancel_button.click()
    busy.wait_for(lambda: "stopped" in said.text() and not control.work.isVisibleTo(control))
    assert run.written == [] and control.review.text.toPlainText() == ""
    run.hold = lambda _progress: None
    control.write_report()
    busy.wait_for(lambda: len(run.written) == 2)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_the_tables_of_a_review_fit_their_page(busy: World, control: ControlWindow, code: str) -> None:
    page, language = control.review, Language()
    language.use(code)
    try:
        control.show()
        control.tabs.setCurrentWidget(page)
        busy.wait_for(lambda: page._review is not None)
        assert page._review is not None
        others = [replace(one, number=f"20260923-00{n}", sent=("E1", "E2", "E3"), advised=()) for n, one in enumerate(page._review.decisions * 3)]
        page._review = replace(page._review, decisions=tuple(others))
        page._show()
        bar, wide = page.text.horizontalScrollBar(), []
        for width in (1120, 1000, 900, 899, 860, 850):
            control.resize(width, 660)
            busy.wait_for(lambda width=width: control.width() == width)
            busy.settle(0.01)
            wide.append(bar.maximum())
        assert wide == [0] * len(wide)
    finally:
        language.use("en")


def test_a_review_ends_with_its_window(busy: World, control: ControlWindow, run: Run) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.report("reading the command log", 1, 4)
                begun.set()
                time.sleep(0.01)
        finally:
            ended.set()

    run.hold = work
    control.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    control.review.look()
    busy.wait_for(begun.is_set)
    control.close()
    busy.wait_for(lambda: ended.is_set() and not isValid(control))
    busy.settle()
    assert busy.window is not None and "stopped" not in busy.window.strip.text.text()


def test_an_evaluator_looks_and_rates_and_runs_nothing(busy: World, run: Run) -> None:
    assert busy.window is not None
    run.controls = run.leads = False
    made = ControlWindow(busy.window.context, run)
    made.setParent(busy.window, made.windowFlags())
    assert [made.tabs.tabText(n) for n in range(made.tabs.count())] == ["Injects", "Evaluation", "Notes", "Controllers"]
    hidden = (made.run, made.speed, made.next, made.report, made.injects.fire, made.injects.change, made.injects.new, made.injects.back)
    assert not any(part.isVisibleTo(made) for part in hidden)


def test_who_did_what_stands_on_a_page_of_its_own(busy: World, control: ControlWindow, run: Run) -> None:
    control.injects.table.selectRow(0)
    control.injects.fire.click()
    busy.wait_for(lambda: bool(run.acts))
    control.injects.back.click()
    busy.wait_for(lambda: control.deeds.table.rows.rowCount() == 2)
    rows = [[str(control.deeds.table.rows.index(row, column).data()) for column in range(1, 4)] for row in range(2)]
    assert rows == [["Ada", "let inject 1 happen", "Done"], ["Ada", "took the last change back", "Done"]]


def test_a_controller_sees_only_the_injects_that_are_his_and_who_each_is_for(control: ControlWindow, run: Run) -> None:
    page = control.injects
    page.refresh()
    assert not page.whose.isVisibleTo(page)
    run.sheet["1"] = replace(run.sheet["1"], controller="Ada", player="Dispatcher 2", sender="Met service", to="Desk", note="Did they warn crews?")
    run.sheet["2"] = replace(run.sheet["2"], controller="Bo")
    page.refresh()
    assert [page.whose.itemText(place) for place in range(page.whose.count())] == ["Injects of all controllers", "Injects of Ada", "Injects of Bo"]
    assert page.rows.rowCount() == 2
    page.whose.setCurrentIndex(2)
    page.whose.activated.emit(2)
    assert [cell(control, row, 0) for row in range(page.rows.rowCount())] == ["2"]
    page.refresh()
    assert page.rows.rowCount() == 1
    page.whose.setCurrentIndex(0)
    page.whose.activated.emit(0)
    page.table.selectRow(0)
    assert page.about.text().splitlines() == [
        "Met service → Desk · Responsible: Ada · For: Dispatcher 2",
        "inject 1",
        "Evaluators look at: Did they warn crews?",
    ]


def test_an_evaluator_reads_at_each_objective_what_to_look_at(control: ControlWindow, run: Run) -> None:
    control.tabs.setCurrentWidget(control.evaluation)
    control.evaluation.refresh()
    said = control.evaluation._notes["O1"]
    assert not said.isVisibleTo(control.evaluation)
    run.sheet["1"] = replace(run.sheet["1"], objective="O1", note="Was the address read back?")
    run.sheet["2"] = replace(run.sheet["2"], objective="O2", note="Not here")
    control.evaluation.refresh()
    assert (said.text(), said.isVisibleTo(control.evaluation)) == ("Inject 1: Was the address read back?", True)


def test_a_note_is_corrected_and_taken_out_and_what_stood_before_is_kept(busy: World, control: ControlWindow, run: Run) -> None:
    page, book = control.notes, run.notebook
    control.tabs.setCurrentWidget(page)
    page.correct()
    assert busy.window is not None and "Choose a note" in busy.window.strip.text.text()
    for field, text in ((page.bookmark, "first unit sent"), (page.hot_wash, "radio to slow")):
        field.setText(text)
        field.returnPressed.emit()
    for field, text in ((page.action, "Train"), (page.owner, "Bo"), (page.due, "2026-12-01")):
        field.setText(text)
    page.due.returnPressed.emit()
    marked_ms = book.bookmarks[0].at_ms
    busy.clock.advance(60)
    page.written.setCurrentRow(1)
    page.correct()
    assert page.hot_wash.text() == "radio to slow"
    page.hot_wash.setText("radio too slow")
    page.hot_wash.returnPressed.emit()
    page.written.setCurrentRow(0)
    page.correct()
    page.bookmark.setText("second unit sent")
    page.bookmark.returnPressed.emit()
    page.written.setCurrentRow(2)
    page.withdraw()
    assert (book.hot_wash, [(b.text, b.at_ms) for b in book.bookmarks], book.actions) == (["radio too slow"], [("second unit sent", marked_ms)], [])
    assert [(c.was, c.now) for c in book.corrections] == [
        ("radio to slow", "radio too slow"),
        ("first unit sent", "second unit sent"),
        ("Train (Bo, 2026-12-01)", ""),
    ]
    assert "radio to slow" in page.before.text()
    assert [type(said).__name__ for said in run.said[-3:]] == ["Corrected"] * 3


def test_a_note_that_is_left_as_it_was_is_no_correction(control: ControlWindow, run: Run) -> None:
    page = control.notes
    page.hot_wash.setText("well done")
    page.hot_wash.returnPressed.emit()
    page.written.setCurrentRow(0)
    page.correct()
    page.leave()
    assert page.hot_wash.text() == ""
    page.correct()
    page.hot_wash.returnPressed.emit()
    assert (run.notebook.hot_wash, run.notebook.corrections) == (["well done"], [])
