"""The window of fault reports: what it says without any, and how one is read, copied and thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from commandcenter.app.crash import CrashReports
from commandcenter.ui.faults.window import FaultsWindow
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.ports import Services

from .world import World


@pytest.fixture
def reports(tmp_path: Path) -> Iterator[CrashReports]:
    """A folder of reports that is still empty."""
    made = CrashReports(tmp_path)
    yield made
    made.close()


def opened(world: World, reports: CrashReports) -> FaultsWindow:
    window = world.open_window(services=Services(faults=reports))
    made = window.beside.open(next(kind for kind in WINDOWS if kind.name == "faults"))
    assert isinstance(made, FaultsWindow)
    return made


def test_without_a_fault_one_sentence_stands_in_place_of_empty_boxes(world: World, reports: CrashReports) -> None:
    window = opened(world, reports)
    assert window.nothing.isVisible()
    assert "no fault of its own" in window.nothing.text()
    for part in (window.about, window.boxes, window.copy_button, window.remove_button):
        assert not part.isVisible()
    assert world.window is not None
    world.window.use_language("zh_CN")
    world.wait_for(lambda: "no fault" not in window.nothing.text())


def test_a_report_is_read_copied_and_thrown_away(world: World, reports: CrashReports) -> None:
    kept = [reports.keep(ValueError("first")), reports.keep(KeyError("second"))]
    assert all(path is not None and path.exists() for path in kept)
    window = opened(world, reports)
    assert not window.nothing.isVisible()
    assert (window.list.count(), window.boxes.isVisible()) == (2, True)
    assert str(reports.folder) in window.about.text()
    assert "KeyError" in window.text.toPlainText()
    QTest.mouseClick(window.copy_button, Qt.MouseButton.LeftButton)
    assert "KeyError" in QGuiApplication.clipboard().text()
    for left in (1, 0):
        QTest.mouseClick(window.remove_button, Qt.MouseButton.LeftButton)
        assert len(reports.reports()) == window.list.count() == left
    assert window.nothing.isVisible()
    assert not window.boxes.isVisible()
