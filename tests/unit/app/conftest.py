"""Home folders with a region in them, and a loop in which a desk is open."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from commandcenter.app.home import Home
from commandcenter.geo.pack import RegionPack

REPORT = b"Situation at 14:00\nall quiet\n" * 400
"""What stands in `report`."""


@pytest.fixture
def home(tmp_path: Path, heidelberg_pack: RegionPack) -> Home:
    """A fresh home folder whose only region is Heidelberg."""
    found = Home.open(tmp_path / "home")
    shutil.copytree(heidelberg_pack.path, found.regions / "heidelberg")
    return found


@pytest.fixture
def homes(tmp_path: Path, training_pack: RegionPack, lan_on_loopback: None) -> Callable[[str], Home]:
    """Fresh home folders by name, with the training region; their desks may be neighbours."""

    def make(name: str) -> Home:
        made = Home.open(tmp_path / name)
        (made.regions / "training").symlink_to(training_pack.path, target_is_directory=True)
        return made

    return make


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A small file to attach."""
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT)
    return path


class DeskLoop:
    """The loop of an open desk; it goes on whenever Qt handles events."""

    def __init__(self, loop: qasync.QEventLoop) -> None:
        self._loop = loop
        self.owner = QObject()

    def do(self, work: Coroutine[Any, Any, None]) -> None:
        """Do work to its end."""
        task = self._loop.create_task(work)
        while not task.done():
            QTest.qWait(2)
        task.result()


@pytest.fixture
def desk_loop(qapp: QApplication) -> Iterator[DeskLoop]:
    """A running loop on Qt's."""
    loop = qasync.QEventLoop(qapp, already_running=True)
    asyncio.set_event_loop(loop)
    made = DeskLoop(loop)
    yield made
    made.owner.deleteLater()
    asyncio.events._set_running_loop(None)
    asyncio.set_event_loop(None)
    loop.stop()
    loop.close()
