"""Every window that opens beside the desk, in one table: listed in the menu, bound to its key and shown by F1 from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from commandcenter.ui.frame.context import DeskContext


@dataclass(frozen=True, slots=True)
class WindowKind:
    """One kind of window."""

    name: str
    """What its place on the screen is remembered by."""
    words: str
    """Its name, marked for translation."""
    keys: tuple[str, ...]
    make: Callable[[DeskContext], QWidget]
    """Builds it; imports its module only then, so that the desk starts quickly."""


WINDOWS: tuple[WindowKind, ...] = ()
