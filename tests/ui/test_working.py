"""Printing a long log shows how far it is, and can be stopped by button and key; then there is no file."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.picture.views import LogLine
from commandcenter.ui.frame.keys import bound_keys
from commandcenter.ui.import_progress import STEPS
from commandcenter.ui.log.words import line_words
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.papers import LOG, Printer

from .world import World


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The words of the log's second half are said only when this is set."""
    opened, said = threading.Event(), [0]

    def words(paper: Paper, line: LogLine) -> str:
        said[0] += 1
        if said[0] > paper.desk.picture.count() // 2:
            assert opened.wait(60)
        return line_words(line, paper.desk.catalogue)

    monkeypatch.setattr(Paper, "words", words)
    monkeypatch.setattr("commandcenter.ui.import_progress.REPORT_EVERY_S", 0.0)
    yield opened
    opened.set()


@pytest.fixture
def window(busy: World, tmp_path: Path) -> MainWindow:
    made = busy.window
    assert made is not None
    made.printer = Printer(made.seat, lambda: made.header.standing, tmp_path)
    return made


def test_a_long_paper_shows_how_far_it_is(busy: World, window: MainWindow, gate: threading.Event, tmp_path: Path) -> None:
    shown = window.strip.working
    assert not shown.isVisible()
    task = window.print_paper(LOG)
    busy.wait_for(shown.isVisible)
    busy.wait_for(lambda: "Writing the rows" in shown.words.text() and 0.4 * STEPS < shown.bar.value() < 0.6 * STEPS)
    assert not window.strip.text.isVisible() or window.strip.notice is not None
    window.use_language("zh_CN")
    busy.wait_for(lambda: "Writing" not in shown.words.text())
    gate.set()
    busy.wait_for(task.done)
    assert not shown.isVisible()
    assert len(list(tmp_path.glob("*.pdf"))) == 1


@pytest.mark.parametrize("by_key", [True, False])
def test_it_is_stopped_and_leaves_no_file(busy: World, window: MainWindow, gate: threading.Event, tmp_path: Path, by_key: bool) -> None:
    shown = window.strip.working
    task = window.print_paper(LOG)
    busy.wait_for(shown.isVisible)
    if by_key:
        window.activateWindow()
        QTest.keySequence(window, bound_keys()["stop_work"].keys[0])
    else:
        QTest.mouseClick(shown.stop_button, Qt.MouseButton.LeftButton)
    busy.wait_for(lambda: not shown.stop_button.isEnabled())
    gate.set()
    busy.wait_for(task.done)
    assert "stopped" in window.strip.text.text()
    assert not shown.isVisible()
    assert list(tmp_path.iterdir()) == []
    busy.wait_for(window.print_paper(LOG).done)
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_short_work_is_never_shown(busy: World, window: MainWindow) -> None:
    seen: list[bool] = []
    shown = window.strip.working
    shown._soon.setInterval(60_000)
    shown.shown.connect(seen.append)
    busy.wait_for(window.print_paper(LOG).done)
    assert True not in seen


def test_a_printing_that_fails_leaves_the_strip_at_rest(busy: World, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file, no folder")
    window.printer = Printer(window.seat, lambda: window.header.standing, tmp_path / "in the way")
    window.strip.working._soon.setInterval(0)
    busy.wait_for(window.print_paper(LOG).done)
    assert "cannot be written" in window.strip.text.text()
    assert not window.strip.working.isVisible()
