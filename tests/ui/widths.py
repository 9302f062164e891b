"""What scrolls sideways in a window: nobody should have to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QWidget

LETTER_PX = 10


def sideways(window: QWidget) -> list[str]:
    """Return what scrolls sideways by a letter or more; a text whose lines must not be broken may."""
    return [
        f"{type(area).__name__} {area.accessibleName()!r} scrolls sideways by {area.horizontalScrollBar().maximum()} px"
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisibleTo(window)
        and area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and area.horizontalScrollBar().maximum() >= LETTER_PX
        and not (isinstance(area, QPlainTextEdit) and area.lineWrapMode() == QPlainTextEdit.LineWrapMode.NoWrap)
    ]
