"""A desk with its window, for every test of the user interface outside the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from commandcenter.exercise.draft import Draft, write_draft
from commandcenter.exercise.msel import row_of
from commandcenter.ui.exercise.control import ControlWindow
from commandcenter.ui.exercise.editor.window import EditorWindow
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.ports import Services

from .exercise_run import Run
from .scenario_shelf import Shelf, whole
from .world import World, make_world, populate


@pytest.fixture
def world(qapp: QApplication) -> Iterator[World]:
    """An empty operation."""
    with make_world(qapp) as made:
        yield made


@pytest.fixture
def busy(world: World) -> World:
    """An operation with stations, 40 units and 12 incidents, and its window."""
    world.run(populate(world.desk, world.clock, units=40, incidents=12))
    world.open_window()
    return world


@pytest.fixture
def run() -> Run:
    """An exercise that does what it is told."""
    return Run()


@pytest.fixture
def control(busy: World, run: Run) -> ControlWindow:
    """Its controller's window."""
    assert busy.window is not None
    made = ControlWindow(busy.window.context, run)
    made.setParent(busy.window, made.windowFlags())
    return made


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A scenario of one's own and a shipped one."""
    for name in ("mine", "shipped"):
        one = whole(name)
        write_draft(tmp_path / name, Draft(replace(one, injects=()), tuple(map(row_of, one.injects))))
    return Shelf(tmp_path)


@pytest.fixture
def editor(busy: World, shelf: Shelf) -> EditorWindow:
    """The scenario editor over them."""
    assert busy.window is not None
    busy.window.close()
    busy.window.deleteLater()
    busy.settle()
    window = busy.open_window(services=Services(scenario_editor=shelf, scenarios=shelf))
    made = window.beside.open(next(kind for kind in WINDOWS if kind.name == "scenario_editor"))
    assert isinstance(made, EditorWindow)
    busy.wait_for(lambda: made.checked)
    return made
