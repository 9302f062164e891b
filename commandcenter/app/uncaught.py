"""Hears of exceptions that nobody caught: in Qt's slots, in threads, in callbacks of the event loop."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any


@contextmanager
def uncaught_heard(told: Callable[[BaseException], None]) -> Iterator[None]:
    """Call `told` in the thread where it happened; who listened before hears it too. Needs the running loop.

    At the end `told` is let go: a thread that was first seen meanwhile keeps the hook for as long as the process lives.
    """
    listening = [told]
    loop, before, before_thread = asyncio.get_running_loop(), sys.excepthook, threading.excepthook
    before_loop = loop.get_exception_handler()

    def tell(error: BaseException | None) -> None:
        if isinstance(error, Exception):
            for listener in listening:
                listener(error)

    def hear(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        tell(error)
        before(kind, error, trace)

    def hear_thread(args: threading.ExceptHookArgs) -> None:
        tell(args.exc_value)
        before_thread(args)

    def hear_loop(of: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        tell(context.get("exception"))
        if before_loop is not None:
            before_loop(of, context)
        else:
            of.default_exception_handler(context)

    sys.excepthook, threading.excepthook = hear, hear_thread
    loop.set_exception_handler(hear_loop)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before, before_thread
        loop.set_exception_handler(before_loop)
        listening.clear()
