"""Every window in both languages: what takes the keyboard has a name, no words are cut, each window has a title."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QRadioButton, QToolButton, QWidget

from commandcenter.ui.frame.windows import WINDOWS

from .world import World

HELPERS = ("qt_", "Scroll")
INSIDE = ("QTabBar", "PlainMap", "QScrollArea", "QSplitterHandle", "QHeaderView", "QTableCornerButton")
"""Parts of other widgets: named by them."""


def shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not widget.objectName().startswith(HELPERS):
            yield widget


def nameless(window: QWidget) -> list[str]:
    """Return what can have the keyboard and says nothing to a screen reader."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in shown(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not widget.accessibleName()
        and not (widget.text() if isinstance(widget, QAbstractButton) else "")
        and type(widget).__name__ not in INSIDE
    ]


def cut(window: QWidget) -> list[str]:
    """Return the words that have less room than they need."""
    found = []
    for widget in shown(window):
        words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        if words and not wraps and widget.width() + 1 < needed(widget, words):
            found.append(f"{words!r}: {widget.width()} of {needed(widget, words)} px")
    return found


def needed(widget: QWidget, words: str) -> int:
    """Return the width of the longest line in points; marks and frames come on top."""
    text = max(widget.fontMetrics().horizontalAdvance(line.replace("&", "")) for line in words.splitlines() or [""])
    return text + (18 if isinstance(widget, QCheckBox | QRadioButton) else 0 if isinstance(widget, QLabel | QToolButton) else 6)


def faults(window: QWidget) -> list[str]:
    titled = bool(window.accessibleName()) and window.windowTitle().startswith(window.accessibleName())
    return [*([] if titled else ["the window has no name"]), *nameless(window), *cut(window)]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_window_can_be_read_and_worked_by_keyboard(busy: World, language: str) -> None:
    desk = busy.window
    assert desk is not None
    desk.use_language(language)
    desk.seat.choose_incident(next(one.id for one in busy.desk.picture.incidents() if one.units))
    busy.settle(0.1)
    found = {"desk": cut(desk)}
    for kind in WINDOWS:
        window = desk.beside.open(kind)
        busy.settle(0.05)
        found[kind.name] = faults(window)
        window.close()
        busy.wait_for(lambda kind=kind: kind.name not in desk.beside.open_windows)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
