"""The names of windows: whatever window of an exercise is open says so. No window names itself otherwise."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from commandcenter.model.ids import Id
from commandcenter.model.marks import mark_of

PROGRAM = "commandcenter"


def name_window(window: QWidget, words: str, operation: Id | None, *more: str) -> None:
    """Give a window its name, for the screen and for screen readers; `None`: it belongs to no operation, as before one is opened."""
    mark = mark_of(operation) if operation is not None else ""
    window.setWindowTitle(" · ".join(part for part in (words, *more, mark) if part))
    window.setAccessibleName(words)
