"""Remembers where panels and windows are, per set of monitors; nothing is ever stranded on a screen that is gone."""

from __future__ import annotations

import hashlib
from functools import reduce

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from commandcenter.ui.ports import Settings

VERSION = 1
_PLACED = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool)
"""Kinds of windows that people place; menus and hints go by themselves."""
GRIP_PX = 80
"""So much of a title bar must be on a screen to be caught with the mouse."""
SMALLEST_SCREEN = QSize(640, 360)
"""The smallest screen that every window is made for, in points: 1280×720 at 200 %."""
TITLE_BAR_PX = 40
"""What a title bar takes at most; known exactly only once a window is shown."""
STILL_MS = 1000
"""A layout that was left alone for so long is remembered, so that a monitor that goes or a crash takes nothing away."""
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class LayoutMemory(QObject):
    """Saves and restores one main window's layout.

    Signals:
        kept(): the layout was left alone and is remembered; whoever has other windows remembers theirs too.
        monitors_changed(): other monitors are there now, and the window is where it was with them.
    """

    kept = Signal()
    monitors_changed = Signal()

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        """Watch the screens; call `restore` once the docks are there."""
        super().__init__(window)
        self._window, self._settings = window, settings
        self._monitors = monitor_set()
        self.folded = ""
        """What is shown alone where there is little room; empty: everything has its place, and that is remembered."""
        self._opened = False
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL_MS)
        self._still.timeout.connect(self._keep)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)

    def save(self) -> None:
        """Remember the layout for the present monitors."""
        geometry = self._window.saveGeometry()
        if self.folded:
            self._settings.put(self._key("folded"), self.folded)
        else:
            state = self._window.saveState(VERSION)
            self._settings.put(self._key("state"), bytes(state.toBase64().data()).decode("ascii"))
        self._settings.put(self._key("geometry"), bytes(geometry.toBase64().data()).decode("ascii"))

    @property
    def folded_before(self) -> str:
        """Return what was shown alone when there was little room on these monitors; empty when that never was."""
        return self._settings.get(self._key("folded"))

    def put_panels(self) -> bool:
        """Put the panels where they were with these monitors; return whether that is remembered."""
        state = self._settings.get(self._key("state"))
        return bool(state) and self._window.restoreState(QByteArray.fromBase64(state.encode("ascii")), VERSION)

    def restore(self) -> bool:
        """Put everything where it was with these monitors; return whether anything was remembered."""
        geometry = self._settings.get(self._key("geometry"))
        done = self.put_panels()
        if geometry:
            self._window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))
        self.rescue()
        if not self._opened:
            self._opened = True
            for part in (self._window, *self._window.findChildren(QDockWidget)):
                part.installEventFilter(self)
        return done

    @property
    def pending(self) -> bool:
        """Return whether something was moved that is not remembered yet."""
        return self._still.isActive()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Something was moved by hand: remember it once it stays."""
        if event.type() in MOVES:
            self.note_move()
        return False

    def note_move(self) -> None:
        """Something was moved: remember where everything is once it stays."""
        self._still.start()

    def forget(self) -> None:
        """Forget the layout for the present monitors."""
        for name in ("state", "geometry", "folded"):
            self._settings.put(self._key(name), "")

    def _key(self, name: str) -> str:
        return f"layout/{self._monitors}/{name}"

    def rescue(self) -> None:
        """Bring back every window of the program that is out of reach: the desk, its floating panels, what stands beside it."""
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.windowType() in _PLACED]
        for widget in {self._window, *shown}:
            bring_back(widget)

    def _keep(self) -> None:
        """Remember the layout, but never what the system made of it while monitors come and go."""
        if self._window.isVisible() and monitor_set() == self._monitors:
            self.save()
            self.kept.emit()

    def _screens_changed(self, _screen: QScreen) -> None:
        """Put everything where it was with these monitors, or at least where it can be reached; the keyboard stays where it is."""
        typing_in = QApplication.focusWidget()
        self._still.stop()
        self._monitors = monitor_set()
        self.restore()
        self.monitors_changed.emit()
        self.rescue()
        if typing_in is not None and typing_in.isVisible():
            typing_in.setFocus()


def plugged_in() -> list[QScreen]:
    """Return the monitors that are plugged in now."""
    return QGuiApplication.screens()


def monitor_set() -> str:
    """Return a short name for the monitors that are plugged in now."""
    screens = sorted(f"{s.name()} {s.geometry().getRect()}" for s in plugged_in())
    return hashlib.sha256("\n".join(screens).encode()).hexdigest()[:12]


def reachable(frame: QRect, screens: list[QRect]) -> bool:
    """Return whether enough of a window's upper edge is on some screen."""
    grip = QRect(frame.left(), frame.top(), frame.width(), 40)
    return any(screen.intersected(grip).width() >= min(GRIP_PX, frame.width()) and screen.intersected(grip).height() >= 20 for screen in screens)


def rooms() -> list[QRect]:
    """Return what windows may take of each monitor. What Qt draws in memory without a monitor (it then has no name) may be of any size."""
    return [screen.availableGeometry() for screen in plugged_in() if screen.name()]


def fitting(wanted: QSize, screens: list[QRect]) -> QSize:
    """Return a window's first size: as wanted, yet no larger than the largest screen; as wanted where there is none."""
    if not screens:
        return wanted
    width, height = max(screen.width() for screen in screens), max(screen.height() for screen in screens)
    return wanted.boundedTo(QSize(width, height - TITLE_BAR_PX))


def too_large(frame: QSize, screens: list[QRect]) -> bool:
    """Return whether a window is larger than all screens together; over several of them it may go."""
    whole = reduce(QRect.united, screens, QRect())
    return bool(screens) and frame.boundedTo(whole.size()) != frame


def bring_back(widget: QWidget) -> None:
    """Bring a window back whose title bar is on no screen, or that is larger than the screens are."""
    everywhere, frame = [screen.availableGeometry() for screen in plugged_in()], widget.frameGeometry()
    if everywhere and (too_large(frame.size(), rooms()) or not reachable(frame, everywhere)):
        screen, edge = everywhere[0], frame.size() - widget.size()
        widget.resize(widget.size().boundedTo(screen.size() - edge))
        free = screen.size() - widget.size() - edge
        widget.move(screen.left() + max(0, free.width() // 2), screen.top() + max(0, free.height() // 2))
