"""The web view with its locked profile, page and channel: made in order, restarted after a crash, taken down in order."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineUrlSchemeHandler
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.ui.map.bridge import Bridge
from commandcenter.ui.map.engine import settle_renderer
from commandcenter.ui.map.keyboard import KeyboardGuard
from commandcenter.ui.map.lockdown import LockedPage, locked_profile
from commandcenter.ui.map.scheme import INDEX, SCHEME

_log = logging.getLogger(__name__)
_Terminated = QWebEnginePage.RenderProcessTerminationStatus
RESTART_MS = 250
MAX_CRASHES_IN_A_ROW = 3


class Browser(QWidget):
    """Shows `cc://app/index.html`. Qt main thread only.

    Signals: `crashed(will_restart)`: the renderer ended by itself.
    """

    crashed = Signal(bool)

    def __init__(self, handler: QWebEngineUrlSchemeHandler, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build profile, page, channel and view; nothing is loaded before `load`."""
        super().__init__(parent)
        settle_renderer()
        self._crashes = 0
        self._view = QWebEngineView(self)  # before the profile: children are deleted in this order, and a profile must outlive its page
        self._profile = locked_profile(self)
        self._profile.installUrlSchemeHandler(SCHEME, handler)
        self._page = LockedPage(self._profile, self._view)
        self._bridge = bridge
        self._channel = QWebChannel(self._page)
        self._channel.registerObject("desk", bridge)
        self._page.setWebChannel(self._channel)
        self._page.renderProcessTerminated.connect(self._terminated)
        self._view.setPage(self._page)
        self._restart = QTimer(self, singleShot=True, interval=RESTART_MS)
        self._restart.timeout.connect(self.load)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        self._guard = KeyboardGuard(self)
        self._open = True

    @property
    def page(self) -> LockedPage:
        """Return the page, for tests and for reading its process id."""
        return self._page

    @property
    def view(self) -> QWebEngineView:
        """Return the web view."""
        return self._view

    def load(self) -> None:
        """Load the page from the start; whoever types goes on typing."""
        if self._open:
            self._guard.start()
            self._page.load(QUrl(INDEX))

    def settled(self) -> None:
        """The page works: crashes counted so far no longer matter."""
        self._guard.stop()
        QTimer.singleShot(30_000, self, self._forgive)

    def set_ground(self, colour: str) -> None:
        """Set the colour that is seen before the page has painted."""
        if self._open:
            self._page.setBackgroundColor(QColor(colour))

    def shut_down(self) -> None:
        """Delete channel and page, then view, then profile; WebEngine wants this order. Harmless when called again."""
        if not self._open:
            return
        self._open = False
        self._restart.stop()
        self._guard.stop()
        self._page.renderProcessTerminated.disconnect(self._terminated)
        self._channel.deregisterObject(self._bridge)
        for item in (self._page, self._view, self._profile):
            item.deleteLater()
            QCoreApplication.sendPostedEvents(item, QEvent.Type.DeferredDelete)

    def _forgive(self) -> None:
        self._crashes = 0

    def _terminated(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        if status == _Terminated.NormalTerminationStatus:
            return
        self._crashes += 1
        again = self._crashes <= MAX_CRASHES_IN_A_ROW
        _log.error("the map's renderer ended (%s, exit code %s); %s", status.name, code, "restarting it" if again else "giving up")
        self.crashed.emit(again)
        if again:
            self._restart.start()
