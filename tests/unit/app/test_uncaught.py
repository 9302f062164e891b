"""Exceptions that nobody caught are heard while a window is there, and its listener is let go with it."""

from __future__ import annotations

import _thread
import asyncio
import gc
import threading
import weakref

import pytest

from commandcenter.app.uncaught import uncaught_heard


class Listener:
    """Keeps what it heard."""

    def __init__(self) -> None:
        self.heard: list[BaseException] = []

    def hear(self, error: BaseException) -> None:
        self.heard.append(error)


async def listened(fault: Exception) -> weakref.ref[Listener]:
    """Listen while a thread fails, and while one that Python did not start is first seen; return who listened."""
    listener, seen = Listener(), threading.Event()

    def fail() -> None:
        raise fault

    def foreign() -> None:
        threading.current_thread()
        seen.set()

    with uncaught_heard(listener.hear):
        failing = threading.Thread(target=fail)
        failing.start()
        failing.join()
        _thread.start_new_thread(foreign, ())
        assert seen.wait(30)
    assert listener.heard == [fault]
    return weakref.ref(listener)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_the_listener_goes_though_foreign_threads_keep_the_hook() -> None:
    listener = asyncio.run(listened(ValueError("planted")))
    gc.collect()
    assert listener() is None
