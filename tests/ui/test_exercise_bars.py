"""The bars above everything else: the guide, and a live alarm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow

from commandcenter.app.live_alarms import AlarmListener, AlarmTeller
from commandcenter.exercise.guide import HELP_AFTER_MS, Hint
from commandcenter.exercise.scenario import Text
from commandcenter.ui.exercise.guide import GuideBar
from commandcenter.ui.exercise.live_bar import LiveAlarmBar
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr

from .exercise_run import Run
from .world import World


def test_the_guide_says_one_step_at_a_time(busy: World, run: Run) -> None:
    window = busy.window
    assert window is not None
    guide = GuideBar(window.seat, run, window)
    assert "Send the right unit" in guide.said.text()
    run.step = None
    window.seat.ticked.emit(window.seat.now_ms())
    assert "whole job" in guide.said.text()


def test_the_guide_says_more_to_who_is_stuck_until_the_step_is_done(busy: World, run: Run) -> None:
    window = busy.window
    assert window is not None
    step = Hint(Text({"en": "Send the right unit"}), Text({"en": "Press F3, then Enter twice"}), busy.clock.wall_ms())
    run.step = step
    guide = GuideBar(window.seat, run, window)
    assert guide.said.text() == "➤  Send the right unit"
    busy.clock.advance(HELP_AFTER_MS / 1000)
    window.seat.ticked.emit(window.seat.now_ms())
    assert guide.said.text() == "➤  Send the right unit\n?  Press F3, then Enter twice"
    run.step = replace(step, text=Text({"en": "Close it"}))
    window.seat.ticked.emit(window.seat.now_ms())
    assert guide.said.text() == "➤  Close it"


def test_a_bar_is_as_high_as_its_words_need_in_its_width(busy: World, run: Run) -> None:
    window = busy.window
    assert window is not None
    guide = GuideBar(window.seat, run, window)
    window.addToolBar(guide)
    line = guide.said.fontMetrics().lineSpacing()
    busy.wait_for(lambda: guide.isVisible() and guide.said.height() < 2 * line)
    guide.say("Send the right unit, and then the next. " * 12)
    busy.wait_for(lambda: guide.said.height() >= 2 * line)
    guide.say("Send it")
    busy.wait_for(lambda: guide.said.height() < 2 * line)


LIVE_MS = 1_790_000_000_000
MINUTE_MS = 60_000


def wall() -> int:
    return LIVE_MS


def going(run: Run) -> bool:
    return run.pace.running


def test_a_live_alarm_interrupts_an_exercise_on_the_same_computer(busy: World, run: Run, tmp_path: Path) -> None:
    live = busy.window
    assert live is not None
    assert any(alarm.sounding for alarm in live.watch.alarms)
    exercise = QMainWindow()
    bar = LiveAlarmBar(run, exercise, wall)
    exercise.addToolBar(bar)
    bar.hide()
    exercise.show()
    run.pace.run()
    listener = AlarmListener(tmp_path, exercise)
    listener.heard.connect(bar.hear)
    listener.lost.connect(bar.lose)
    teller = AlarmTeller(tmp_path, live.watch, live)
    try:
        busy.wait_for(bar.isVisible, 10)
        assert not going(run)
        assert "LIVE ALARM" in bar.said.text()
        bar.go_on.click()
        assert going(run)
        assert not bar.isVisible()
        bar.hear([*bar.sounding])
        assert going(run)
        bar.hear([*bar.sounding, "Mayday from E1"])
        assert bar.isVisible() and not going(run)
        teller.close()
        busy.wait_for(lambda: "is not known here: Mayday from E1" in bar.said.text(), 10)
        assert bar.isVisible() and not going(run)
        bar.go_on.click()
        assert not bar.isVisible() and going(run)
    finally:
        listener.close()
        exercise.close()
        exercise.deleteLater()
        busy.settle()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_bar_says_when_an_alarm_came_and_when_it_was_over(busy: World, run: Run, language: str) -> None:
    assert busy.window is not None
    busy.window.use_language(language)
    now = [LIVE_MS]
    bar = LiveAlarmBar(run, busy.window, lambda: now[0])
    busy.window.addToolBar(bar)
    run.pace.run()
    bar.hear(["Mayday from E1", "Gas"])
    came = formats.clock(LIVE_MS)
    assert came in bar.said.text() and "Mayday from E1 (+1)" in bar.said.text()
    now[0] += MINUTE_MS
    bar.hear(["Gas"])
    over = bar.said.text()
    assert "Gas" in over and "Mayday from E1" in over and formats.clock(now[0]) in over
    now[0] += MINUTE_MS
    bar.hear([])
    first, second, stands = bar.said.text().splitlines()
    assert all(part in first for part in ("Mayday from E1", came, formats.clock(LIVE_MS + MINUTE_MS)))
    assert all(part in second for part in ("Gas", came, formats.clock(LIVE_MS + 2 * MINUTE_MS)))
    assert stands == tr("Exercise time stands until you go on.")
    assert bar.isVisible() and not going(run)
    assert bar.said.property("role") == "warn"
    bar.go_on.click()
    assert going(run) and not bar.isVisible()
    bar.deleteLater()


def test_an_alarm_that_ends_after_somebody_went_on_is_said_and_time_goes_on(busy: World, run: Run) -> None:
    assert busy.window is not None
    bar = LiveAlarmBar(run, busy.window, wall)
    busy.window.addToolBar(bar)
    run.pace.run()
    bar.hear(["Mayday from E1"])
    bar.go_on.click()
    bar.hear([])
    assert bar.isVisible() and going(run)
    assert "Mayday from E1" in bar.said.text() and "stands" not in bar.said.text()
    bar.hear([])
    bar.go_on.click()
    assert going(run) and not bar.isVisible()
    bar.deleteLater()


def test_a_guest_is_not_told_that_exercise_time_stands(busy: World) -> None:
    bar = LiveAlarmBar(None, busy.window, wall)  # type: ignore[arg-type] # there is a window
    bar.hear(["Mayday from E1"])
    assert "Mayday" in bar.said.text() and "goes on without you" in bar.said.text() and "stands" not in bar.said.text()
    bar.go_on.click()
    assert not bar.isVisible()


def test_time_that_stood_before_the_alarm_stands_after_it(busy: World, run: Run) -> None:
    assert busy.window is not None
    bar = LiveAlarmBar(run, busy.window, wall)
    bar.hear(["Mayday from E1"])
    bar.go_on.click()
    assert not going(run)
    run.pace.run()
    bar.hear(["Mayday from E2"])
    bar.hear(["Mayday from E2", "Mayday from E3"])
    assert not going(run)
    bar.go_on.click()
    assert going(run)
    bar.deleteLater()
