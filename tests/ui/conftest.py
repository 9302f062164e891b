"""A desk with its window, for every test of the user interface outside the map."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from commandcenter.ui.exercise.control import ControlWindow

from .exercise_run import Run
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
