"""Stories drive the real window: real map file, real log on disk, real map page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from commandcenter.ui.map.engine import prepare_webengine, settle_renderer

T = TypeVar("T")
Play = Callable[[Awaitable[T]], T]

prepare_webengine()


@pytest.fixture
def play(qapp: QApplication) -> Iterator[Play[None]]:
    """Run a story on the desk's own event loop."""
    settle_renderer()
    qapp.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(qapp, already_running=False)
    asyncio.set_event_loop(loop)
    yield loop.run_until_complete
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    asyncio.set_event_loop(None)
    loop.close()
