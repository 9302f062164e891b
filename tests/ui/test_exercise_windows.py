"""The windows of an exercise: control and evaluation of a run, the guide, the choice of a scenario."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMainWindow, QPlainTextEdit

from commandcenter.app.live_alarms import AlarmListener, AlarmTeller
from commandcenter.exercise.acts import Act, Edit, Fire, LetTimeRun, SetSpeed, Skip, StopTime, ToNextInject
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.controls import Deed
from commandcenter.exercise.injects import Play, Standing
from commandcenter.exercise.invitation import Invitation, read_invitation, write_invitation
from commandcenter.exercise.review import Notebook, Review, review
from commandcenter.exercise.scenario import Inject, Objective, Text
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import exercise_id
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.choice import ScenariosWindow
from commandcenter.ui.exercise.control import ControlWindow
from commandcenter.ui.exercise.guide import GuideBar
from commandcenter.ui.exercise.live_bar import LiveAlarmBar
from commandcenter.ui.exercise.port import RunRow, ScenarioRow, Shared, TimelineRow
from commandcenter.ui.i18n import formats
from commandcenter.ui.prints.paper_file import Size
from tests.unit.exercise.town import MINUTE, START_MS, inject, make_course, scenario

from .world import World


class Run:
    """A run by hand."""

    def __init__(self) -> None:
        self.pace, self.notebook = Pace(), Notebook()
        self.start_ms, self.end_ms = START_MS, START_MS + 10**12
        self.objectives: Sequence[Objective] = (Objective("O1", "Operational Communications", Text({"en": "Send in time", "zh": "及时派出"})),)
        self.plays: dict[str, Play] = {"1": Play(), "2": Play(Standing.FULFILLED, START_MS, START_MS + MINUTE)}
        self.sheet: dict[str, Inject] = {n: inject(n, int(n)) for n in self.plays}
        self.step: Text | None = Text({"en": "Send the right unit", "zh": "派出合适的力量"})
        self.written: list[tuple[Path, Size]] = []
        self.said: list[object] = []
        self.went_back: list[int] = []
        self.switched: list[int] = []
        self.shared: Shared | None = None
        self.acts: list[Deed] = []
        self.reviews = 0

    def injects(self) -> list[tuple[Inject, Play]]:
        return [(self.sheet[number], play) for number, play in self.plays.items()]

    def fulfilment(self) -> tuple[int, int]:
        return sum(p.standing is Standing.FULFILLED for p in self.plays.values()), len(self.plays)

    def hint(self) -> Text | None:
        return self.step

    controls = leads = True

    async def control(self, act: Act) -> None:
        match act:
            case Fire(number):
                if self.plays[number].standing is not Standing.PLANNED:
                    raise Refused("Inject {number} is {standing} already.", number=number, standing=self.plays[number].standing.value)
                self.plays[number] = Play(Standing.WAITING, START_MS)
            case Skip(number):
                self.plays[number] = Play(Standing.SKIPPED)
            case Edit(changed):
                self.sheet[changed.number] = changed
                self.plays.setdefault(changed.number, Play())
            case LetTimeRun():
                self.pace.run()
            case StopTime():
                self.pace.pause()
            case SetSpeed(times):
                self.pace.set_speed(times)
            case ToNextInject():
                raise Refused("No inject is planned any more.")
        self.acts.append(Deed(START_MS, "Ada", act))

    def deeds(self) -> Sequence[Deed]:
        return tuple(self.acts)

    def noted(self, what: object) -> None:
        self.said.append(what)

    def timelines(self) -> list[TimelineRow]:
        rows = [TimelineRow(0, None, None, START_MS + MINUTE, 1, 2, 10, not self.went_back)]
        return rows + [TimelineRow(1, 0, at_ms, at_ms, 0, 0, 5, True) for at_ms in self.went_back[:1]]

    async def go_back(self, moment_ms: int) -> None:
        self.went_back.append(moment_ms)

    async def switch(self, number: int) -> None:
        self.switched.append(number)

    def sharing(self) -> Shared | None:
        return self.shared

    async def share(self, hub: str) -> None:
        self.shared = Shared("CCEXPLAYER", "CCEXSTAFF", (("Pat", "dispatcher"),), say("Joined with {hub}", hub=hub))

    async def review(self) -> Review:
        self.reviews += 1
        course = make_course(scenario(inject("1", 1, match="dispatched", deadline=5)), player=True)
        await course.begin()
        await course.advance_to(START_MS + 9 * MINUTE)
        found = review(course, None, tuple(self.acts))
        await course.close()
        return found

    async def write_report(self, path: Path, size: Size) -> None:
        self.written.append((path, size))


@pytest.fixture
def run() -> Run:
    return Run()


@pytest.fixture
def control(busy: World, run: Run) -> ControlWindow:
    assert busy.window is not None
    made = ControlWindow(busy.window.context, run)
    made.setParent(busy.window, made.windowFlags())
    return made


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
    assert "first unit sent" in control.notes.written.text() and "Ada" in control.notes.written.text()
    busy.settings.put("paper", Size.LETTER)
    control.report.click()
    busy.wait_for(lambda: [(path.suffix, size) for path, size in run.written] == [(".docx", Size.LETTER), (".pdf", Size.LETTER)])


def test_the_guide_says_one_step_at_a_time(busy: World, run: Run) -> None:
    window = busy.window
    assert window is not None
    guide = GuideBar(window.seat, run, window)
    assert "Send the right unit" in guide.said.text()
    run.step = None
    window.seat.ticked.emit(window.seat.now_ms())
    assert "whole job" in guide.said.text()


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


def test_an_evaluator_looks_and_rates_and_runs_nothing(busy: World, run: Run) -> None:
    assert busy.window is not None
    run.controls = run.leads = False
    made = ControlWindow(busy.window.context, run)
    made.setParent(busy.window, made.windowFlags())
    assert [made.tabs.tabText(n) for n in range(made.tabs.count())] == ["Injects", "Evaluation", "Notes", "Controllers"]
    hidden = (made.run, made.speed, made.next, made.report, made.injects.fire, made.injects.change, made.injects.new, made.injects.back)
    assert not any(part.isVisibleTo(made) for part in hidden)


def test_a_planned_inject_is_changed_in_a_form_that_says_what_is_wrong(busy: World, control: ControlWindow, run: Run) -> None:
    page, sheet = control.injects, control.injects.sheet
    page.table.selectRow(1)
    page.change.click()
    assert not sheet.isVisibleTo(control) and busy.window is not None and "only what is planned" in busy.window.strip.text.text()
    page.table.selectRow(0)
    page.change.click()
    assert sheet.isVisibleTo(control) and sheet.title.text() == "Change inject 1"
    assert not sheet.form.fields["number"].isEnabled()
    time, said, place = (sheet.form.fields[name] for name in ("time", "inject_en", "place"))
    assert isinstance(time, QLineEdit) and isinstance(said, QPlainTextEdit) and isinstance(place, QLineEdit)
    time.setText("soon")
    place.setText("Atlantis")
    sheet.keep_button.click()
    assert "soon" in sheet.form.faults["time"].text()
    assert not [deed for deed in run.acts if isinstance(deed.act, Edit)]
    time.setText("M+7")
    sheet.keep_button.click()
    assert sheet.form.faults["place"].text() and not sheet.form.faults["time"].text()
    place.setText("100.0,0.5")
    said.setPlainText("Somebody fell, quickly")
    sheet.keep_button.click()
    busy.wait_for(lambda: not sheet.isVisibleTo(control))
    assert run.sheet["1"].inject.get("en") == "Somebody fell, quickly"
    assert run.sheet["1"].offset_ms == 7 * MINUTE


def test_a_new_inject_gets_a_free_number_and_a_moment_to_come(busy: World, control: ControlWindow, run: Run) -> None:
    page, sheet = control.injects, control.injects.sheet
    page.new.click()
    number, kind, place = (sheet.form.fields[name] for name in ("number", "type", "place"))
    assert isinstance(number, QLineEdit) and isinstance(kind, QComboBox) and isinstance(place, QLineEdit)
    assert number.text() == "3"
    kind.setEditText("medical.fall")
    place.setText("100.0,0.5")
    number.setText("1")
    sheet.keep_button.click()
    assert "taken" in sheet.form.faults["number"].text()
    number.setText("3")
    sheet.keep_button.click()
    busy.wait_for(lambda: "3" in run.sheet and page.rows.rowCount() == 3)
    assert run.sheet["3"].offset_ms + START_MS > busy.clock.wall_ms()


def test_a_form_is_shut_when_its_inject_happens(busy: World, control: ControlWindow, run: Run) -> None:
    control.injects.table.selectRow(0)
    control.injects.change.click()
    sheet = control.injects.sheet
    assert sheet.isVisibleTo(control)
    control.show()
    run.plays["1"] = Play(Standing.WAITING, START_MS)
    control.refresh()
    assert not sheet.isVisible()
    control.close()


def test_who_did_what_stands_on_a_page_of_its_own(busy: World, control: ControlWindow, run: Run) -> None:
    control.injects.table.selectRow(0)
    control.injects.fire.click()
    busy.wait_for(lambda: bool(run.acts))
    control.injects.back.click()
    busy.wait_for(lambda: control.deeds.table.rows.rowCount() == 2)
    rows = [[str(control.deeds.table.rows.index(row, column).data()) for column in range(1, 4)] for row in range(2)]
    assert rows == [["Ada", "let inject 1 happen", "Done"], ["Ada", "took the last change back", "Done"]]


class Shelf:
    """Two scenarios."""

    def __init__(self) -> None:
        self.started: list[str] = []
        self.broken = False

    def scenarios(self) -> list[ScenarioRow]:
        rows = [("quiet", "A quiet shift", True), ("storm", "Storm", False)]
        return [ScenarioRow(name, Text({"en": title}), Text({"en": f"About {title}"}), "training", 12, guided) for name, title, guided in rows]

    def unfinished(self) -> list[RunRow]:
        return [RunRow("e" * 32, Text({"en": "Storm"}), START_MS, 1)]

    def resume(self, operation: str) -> None:
        self.started.append(operation)

    def join(self, code: str, name: str, role: str) -> None:
        read_invitation(code)
        self.started.append(f"{name} {role}")

    def replay(self, path: Path, days: float | None) -> None:
        self.started.append(f"{path.name} {days}")

    def start(self, name: str) -> None:
        if self.broken:
            raise KnownError("The exercise could not be started; try `commandcenter exercise open {name}` in a terminal.", name=name)
        self.started.append(name)


def test_a_scenario_is_chosen_and_opens_elsewhere(busy: World) -> None:
    window, shelf = busy.window, Shelf()
    assert window is not None
    choice = ScenariosWindow(window.context, shelf)
    assert "About A quiet shift" in choice.summary.text()
    choice.list.setCurrentRow(1)
    choice.start.click()
    assert shelf.started == ["storm"]
    shelf.broken = True
    choice.start.click()
    assert "could not be started" in window.strip.text.text()
    choice.deleteLater()


def test_other_ways_into_an_exercise(busy: World, tmp_path: Path) -> None:
    window, shelf = busy.window, Shelf()
    assert window is not None
    choice = ScenariosWindow(window.context, shelf)
    assert "Branch 1" in choice.runs.list.item(0).text()
    choice.runs.go_on.click()
    choice.join.join.click()
    assert "name is empty" in window.strip.text.text()
    choice.join.name.setText("Pat")
    choice.join.code.setText("no code")
    choice.join.join.click()
    assert "no code of an exercise" in window.strip.text.text()
    choice.join.code.setText(write_invitation(Invitation(exercise_id(), bytes(32), "training")))
    choice.join.join.click()
    choice.replay.start.click()
    assert "no file" in window.strip.text.text()
    (tmp_path / "calls.csv").touch()
    choice.replay.path.setText(str(tmp_path / "calls.csv"))
    choice.replay.start.click()
    assert shelf.started == ["e" * 32, "Pat player", "calls.csv 1.0"]
    choice.deleteLater()


def test_without_scenarios_nothing_can_be_started(busy: World) -> None:
    assert busy.window is not None
    choice = ScenariosWindow(busy.window.context, None)
    assert not choice.start.isEnabled()
    choice.deleteLater()


def going(run: Run) -> bool:
    return run.pace.running


def test_a_live_alarm_interrupts_an_exercise_on_the_same_computer(busy: World, run: Run, tmp_path: Path) -> None:
    live = busy.window
    assert live is not None
    assert any(alarm.sounding for alarm in live.watch.alarms)
    exercise = QMainWindow()
    bar = LiveAlarmBar(run, exercise)
    exercise.addToolBar(bar)
    bar.hide()
    exercise.show()
    run.pace.run()
    listener = AlarmListener(tmp_path, exercise)
    listener.heard.connect(bar.hear)
    teller = AlarmTeller(tmp_path, live.watch, live)
    try:
        busy.wait_for(bar.isVisible, 10)
        assert not going(run)
        assert "LIVE ALARM" in bar.said.text()
        bar.go_on.click()
        assert going(run)
        assert not bar.isVisible()
        bar.hear([*bar._heard])
        assert going(run)
        bar.hear([*bar._heard, "Mayday from E1"])
        assert bar.isVisible() and not going(run)
        teller.close()
        busy.wait_for(lambda: not bar.isVisible(), 10)
    finally:
        listener.close()
        exercise.close()
        exercise.deleteLater()
        busy.settle()
