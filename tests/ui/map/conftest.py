"""A map on plain tiles. WebEngine's scheme must be known before the first application object: importing it is enough."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from commandcenter.ui.map.engine import prepare_webengine

from .driver import Driver

prepare_webengine()


@pytest.fixture(scope="module")
def driver(qapp: QApplication) -> Iterator[Driver]:
    """One shown and loaded map for all tests of a module."""
    driver = Driver()
    driver.wait_ready()
    yield driver
    driver.view.shut_down()
    driver.view.deleteLater()
