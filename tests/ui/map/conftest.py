"""A map on plain tiles. WebEngine's scheme must be known before the first application object: importing it is enough.

The browser's processes belong to the system: on an overloaded machine one may answer later than any limit. Only that is tried again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from commandcenter.model.words import LonLat
from commandcenter.ui.map.engine import prepare_webengine

from .driver import LATE, Drawn, Driver

prepare_webengine()

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give tests that drive a real page two more tries when something did not happen in time, and for nothing else."""
    for item in items:
        if HERE in item.path.parents and {"driver", "own"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.flaky(reruns=2, only_rerun=[LATE]))


@pytest.fixture(scope="module")
def driver(qapp: QApplication) -> Iterator[Driver]:
    """One shown and loaded map for all tests of a module."""
    driver = Driver()
    driver.wait_ready()
    yield driver
    driver.view.shut_down()
    driver.view.deleteLater()


@pytest.fixture
def drawn(driver: Driver) -> Iterator[Drawn]:
    """What is drawn on the map, kind and corners, from now until the end of the test."""
    shapes: Drawn = []

    def keep(kind: str, points: tuple[LonLat, ...]) -> None:
        shapes.append((kind, points))

    driver.view.drawn.connect(keep)
    driver.look_home()
    yield shapes
    driver.view.drawn.disconnect(keep)
    driver.view.stop_drawing()
    driver.wait(lambda: driver.run("document.querySelectorAll('.drawing, .handle.corner').length") == 0)
