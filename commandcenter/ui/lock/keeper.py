"""Locks the screen, by key or after minutes without a hand, and gives it back to somebody with a PIN and rights."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.identity.port import IdentityPort
from commandcenter.ui.lock.choice import minutes_of
from commandcenter.ui.lock.window import LockWindow
from commandcenter.ui.notice import Level
from commandcenter.ui.ports import Settings
from commandcenter.ui.seat import Seat

_HANDS = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
)
NO_PIN = say("Without a PIN nobody could unlock the screen again: set one with Ctrl+Shift+O first.")


class ScreenLock(QObject):
    """The lock of one window and all that stands beside it. Qt thread.

    While it is locked every other window of the program is hidden, so nothing can be read and no key does anything; alarms go on
    sounding, for what sounds them does not depend on windows. What was shown before is shown again afterwards.

    Signals:
        changed(bool): the screen is locked now, or no more.
    """

    changed = Signal(bool)

    def __init__(self, window: QWidget, seat: Seat, watch: AlarmWatch, identity: IdentityPort | None, settings: Settings, *, usual_min: int) -> None:
        """Watch over a window; `usual_min` minutes until it locks by itself where nobody has chosen others."""
        super().__init__(window)
        self._window, self._seat, self._watch, self._identity, self._settings = window, seat, watch, identity, settings
        self._usual_min = usual_min
        self._hidden: list[QWidget] = []
        self._seen: QWindow | None = None
        self._pointer = QCursor.pos()
        self._touched_ms = seat.now_ms()
        self.screen: LockWindow | None = None
        seat.ticked.connect(self._tick)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._focus_moved)

    @property
    def locked(self) -> bool:
        """Return whether the screen is locked."""
        return self.screen is not None

    def lock(self) -> None:
        """Lock now; said where nobody could unlock it again."""
        identity = self._identity
        if self.locked or identity is None or not identity.person.has_pin:
            if not self.locked:
                self._seat.notice(Level.REFUSED, NO_PIN)
            return
        self.screen = LockWindow(self._seat, self._watch, identity.people, self._unlock)
        self.screen.opened.connect(self._opened)
        self._window.destroyed.connect(self.screen.deleteLater)
        self.screen.setGeometry(self._window.geometry())
        self.screen.setWindowState(self._window.windowState())
        self.screen.ask(identity.person.name)
        self.screen.show()
        self._hide_others()
        self.screen.activateWindow()
        self.changed.emit(True)

    async def _unlock(self, name: str, pin: str) -> None:
        """Let somebody back who has a PIN here and, where rights hold, a role. Raises `Refused` or `KnownError`."""
        identity = self._identity
        person = next((one for one in identity.people() if one.name == name and one.has_pin), None) if identity is not None else None
        if identity is None or person is None:
            raise Refused("{name} has no PIN on this computer.", name=name)
        if self._seat.desk.picture.rights.begun and not person.roles:
            raise Refused("{name} has been granted no role in this operation.", name=name)
        if person.id == identity.person.id:
            await identity.check_pin(pin)
        else:
            await identity.sign_in(name, pin)

    def _opened(self) -> None:
        screen, self.screen = self.screen, None
        hidden, self._hidden = self._hidden, []
        for window in hidden:
            if isValid(window):
                window.show()
        if screen is not None:
            screen.close()
            screen.deleteLater()
        self._touched_ms = self._seat.now_ms()
        self._window.activateWindow()
        self.changed.emit(False)

    def _hide_others(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window is self.screen or not window.isVisible():
                continue
            if isinstance(window, QMenu):
                window.close()
            else:
                self._hidden.append(window)
                window.hide()

    def _tick(self, now_ms: int) -> None:
        if self.locked:
            self._hide_others()
            return
        pointer = QCursor.pos()
        if pointer != self._pointer or now_ms < self._touched_ms:
            self._pointer, self._touched_ms = pointer, now_ms
        identity, minutes = self._identity, minutes_of(self._settings, self._usual_min)
        if minutes and now_ms - self._touched_ms >= 60_000 * minutes and identity is not None and identity.person.has_pin:
            self.lock()

    def _focus_moved(self, window: QWindow | None) -> None:
        """Look at the keys and clicks of the window that has them now; what comes to the front of a locked screen goes."""
        if self._seen is not None and isValid(self._seen):
            self._seen.removeEventFilter(self)
        self._seen = window
        if window is not None:
            window.installEventFilter(self)
            self._touched_ms = self._seat.now_ms()
        if self.locked:
            self._hide_others()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that there is a hand; let everything happen."""
        if event.type() in _HANDS:
            self._touched_ms = self._seat.now_ms()
        return False
