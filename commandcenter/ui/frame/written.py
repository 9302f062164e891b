"""Lines whose words go into a command: what was typed stays until it is committed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from commandcenter.model.commands import Command
from commandcenter.model.sentences import Sentence
from commandcenter.ui.seat import Seat


def commit(seat: Seat, line: QLineEdit, command: Command, said: Sentence) -> None:
    """Submit what was made of a line's words; they stay there until it is committed. Qt thread."""
    send(seat, line, lambda: seat.submit(command, said=said))


def send(seat: Seat, line: QLineEdit, begin: Callable[[], Coroutine[Any, Any, Any]]) -> None:
    """Begin work with a line's words and empty the line once it is done; where it fails, they stay. Qt thread.

    Meanwhile the line takes no other words, and these are not sent twice.
    """
    if not line.text():
        seat.run(begin())
    elif not line.isReadOnly():
        line.setReadOnly(True)
        seat.run(_sent(line, begin()))


async def _sent(line: QLineEdit, work: Coroutine[Any, Any, Any]) -> None:
    done = False
    try:
        await work
        done = True
    finally:
        if isValid(line):  # else its window is gone
            line.setReadOnly(False)
            if done:
                line.clear()
