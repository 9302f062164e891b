"""Keeps the wall view on the large screen: it leaves when that is unplugged, so that it never covers the desk, and goes back when it returns."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.ui.frame.layout_memory import plugged_in


class LargeScreen(QObject):
    """The last of several monitors, for one window. Qt thread."""

    def __init__(self, window: QWidget) -> None:
        """Watch the monitors for as long as the window lives."""
        super().__init__(window)
        self._window = window
        self._driven_out = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.screenAdded.connect(self._monitors_changed)
            app.screenRemoved.connect(self._monitors_changed)

    def fill(self) -> None:
        """Fill the last monitor where there are several; else leave the window as it is."""
        screens = plugged_in()
        if len(screens) > 1:
            self._driven_out = False
            self._window.setGeometry(screens[-1].geometry())
            self._window.showFullScreen()

    def _monitors_changed(self, _screen: QScreen) -> None:
        alone = len(plugged_in()) == 1
        if alone and self._window.isVisible() and self._window.isFullScreen():
            self._driven_out = True
            self._window.showNormal()
        elif self._driven_out and not alone:
            self.fill()
