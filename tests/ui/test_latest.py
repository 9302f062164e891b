"""Work beside a window, of which only the newest counts: it never calls into a window that is gone."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from commandcenter.ui.latest import Latest

from .world import World


def test_the_newest_wins(busy: World) -> None:
    assert busy.window is not None
    owner, found, go = QWidget(), list[int](), threading.Event()
    latest = Latest(busy.window.seat, owner)
    latest.run(lambda _stopped: go.wait() and 1, found.append)
    latest.run(lambda _stopped: 2, found.append)
    go.set()
    busy.wait_for(lambda: found and not latest.busy)
    assert found == [2]
    delete(owner)


def test_a_window_that_is_gone_is_not_called(busy: World) -> None:
    assert busy.window is not None
    failed: list[object] = []
    busy.window.seat.failed.connect(failed.append)
    owner, found, go, ended = QWidget(), list[str](), threading.Event(), list[bool]()
    latest = Latest(busy.window.seat, owner)

    def work(stopped: object) -> str:
        go.wait()
        return "found"

    latest.run(work, lambda words: found.append(words + owner.windowTitle()))
    task = latest._task
    assert task is not None
    task.add_done_callback(lambda _task: ended.append(True))
    delete(owner)
    go.set()
    busy.wait_for(lambda: bool(ended))
    assert (found, failed) == ([], [])
