"""What every program with windows stands on: the application, one event loop, garbage collected in the windows' thread alone."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import qasync
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from commandcenter.app.graphics import GraphicsMark
from commandcenter.app.heap import settle_heap
from commandcenter.model.collecting import ByHand
from commandcenter.ui.map.engine import prepare_webengine, settle_renderer

COLLECT_EVERY_MS = 1_000
"""So often, in the windows' thread, garbage is looked for if there is enough."""
TURN_S = 0.0005
"""So long may a worker keep the interpreter while the windows' thread waits for it.

With Python's own 5 ms every call of Qt takes as long beside a worker that plans: a window of a thousand parts opened in 13 s instead of 2.7 s.
"""


def settle_process() -> None:
    """Set what a process with windows needs of its memory and of the interpreter. Call before threads are begun; harmless when called again."""
    settle_heap()
    sys.setswitchinterval(TURN_S)


@contextmanager
def windows_loop(mark: GraphicsMark | None = None, graphics: str = "") -> Iterator[qasync.QEventLoop]:
    """Make the application and yield its loop; `mark` knows whether the graphics card is trusted, `graphics` what the person wants."""
    settle_process()
    prepare_webengine(software=mark is not None and mark.software(graphics))
    app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
    app.setApplicationName("commandcenter")
    app.setQuitOnLastWindowClosed(False)
    if not settle_renderer() and mark is not None:
        mark.doubt()
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    garbage, pulse = ByHand(), QTimer(app)
    pulse.timeout.connect(garbage.collect_due)
    pulse.start(COLLECT_EVERY_MS)
    with loop:
        yield loop
