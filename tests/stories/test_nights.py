"""A supervisor's night with two conflicts, and a surge, in the desk's real window over a picture in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.world import World, make_world, populate

from .album import Album
from .supervisors_night import supervisors_night
from .surge_evening import surge_evening


@pytest.fixture
def busy(qapp: QApplication) -> Iterator[World]:
    with make_world(qapp) as world:
        world.run(populate(world.desk, world.clock, units=40, incidents=12))
        world.open_window()
        yield world


def test_a_supervisors_night_with_two_conflicts(busy: World) -> None:
    supervisors_night(busy, Album())


def test_a_surge(busy: World) -> None:
    surge_evening(busy, Album())
