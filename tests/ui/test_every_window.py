"""Every page of every window in both languages, on the smallest screen: what takes the keyboard has a name and lets go of Tab, no words
are cut, nothing scrolls sideways, each window has a title and fits the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)

from commandcenter.ui.frame.layout_memory import SMALLEST_SCREEN, fitting
from commandcenter.ui.frame.windows import WINDOWS

from .widths import sideways
from .world import World

HELPERS = ("qt_", "Scroll")
INSIDE = ("QTabBar", "PlainMap", "QScrollArea", "QSplitterHandle", "QHeaderView", "QTableCornerButton")
"""Parts of other widgets: named by them."""
LAPTOP = QSize(1280, 720)
ROOM, LEAST_ROOM = (fitting(screen, [QRect(QPoint(), screen)]) for screen in (LAPTOP, SMALLEST_SCREEN))


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


def traps(window: QWidget) -> list[str]:
    """Return what keeps the Tab key for itself, so that the keyboard cannot leave it."""
    kept = []
    for widget in shown(window):
        if isinstance(widget, QAbstractItemView):
            caught = widget.tabKeyNavigation()
        else:
            caught = isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly() and not widget.tabChangesFocus()
        if caught and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            kept.append(f"{type(widget).__name__} {widget.accessibleName()!r} keeps the keyboard")
    return kept


def too_large(window: QWidget) -> list[str]:
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    return [f"needs {least.toTuple()}"] if least.boundedTo(LEAST_ROOM) != least else []


def pages(window: QWidget) -> Iterator[str]:
    """Bring each page of a window to the front in turn."""
    tabs = next((one for one in window.findChildren(QTabWidget) if one.isVisibleTo(window)), None)
    for number in range(tabs.count()) if tabs is not None else (-1,):
        if tabs is not None:
            tabs.setCurrentIndex(number)
        yield tabs.tabText(number) if tabs is not None else ""


def faults(window: QWidget, settle: Callable[[], object]) -> list[str]:
    titled = bool(window.accessibleName()) and window.windowTitle().startswith(window.accessibleName())
    window.resize(window.size().boundedTo(ROOM))
    found = [*([] if titled else ["the window has no name"]), *too_large(window)]
    for page in pages(window):
        settle()
        found += [f"{page}: {wrong}" for wrong in (*nameless(window), *cut(window), *traps(window), *sideways(window))]
    return found


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_window_can_be_read_and_worked_by_keyboard(busy: World, language: str) -> None:
    desk = busy.window
    assert desk is not None
    desk.use_language(language)
    desk.resize(LAPTOP)
    desk.reset_layout()
    desk.seat.choose_incident(next(one.id for one in busy.desk.picture.incidents() if one.units))
    busy.settle(0.1)
    found = {"desk": [*cut(desk), *sideways(desk)]}
    for name in desk.docks:
        desk.bring_up(name)
        busy.settle(0.02)
        found[f"panel {name}"] = [*cut(desk.docks[name]), *sideways(desk.docks[name])]
    for kind in WINDOWS:
        window = desk.beside.open(kind)
        found[kind.name] = faults(window, lambda: busy.settle(0.05))
        window.close()
        busy.wait_for(lambda kind=kind: kind.name not in desk.beside.open_windows)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
