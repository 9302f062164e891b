"""Keeps a page that loads from taking the keyboard: WebEngine gives it to every new page process."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


class KeyboardGuard(QObject):
    """While it stands, the keyboard goes back at once from a widget's inside to whoever had it. Qt main thread."""

    def __init__(self, guarded: QWidget) -> None:
        """Guard nothing before `start`."""
        super().__init__(guarded)
        self._guarded = guarded
        self._stands = False

    def start(self) -> None:
        """Stand; harmless when called again."""
        app = QApplication.instance()
        if not self._stands and isinstance(app, QApplication):
            self._stands = True
            app.focusChanged.connect(self._moved)

    def stop(self) -> None:
        """Let the keyboard go where it is sent."""
        app = QApplication.instance()
        if self._stands and isinstance(app, QApplication):
            self._stands = False
            app.focusChanged.disconnect(self._moved)

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and now is not None and self._inside(now) and not self._inside(before):
            before.setFocus()

    def _inside(self, widget: QWidget) -> bool:
        return widget is self._guarded or self._guarded.isAncestorOf(widget)
