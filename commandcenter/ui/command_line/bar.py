"""The command line's field: says what Enter will do, completes, remembers. Keeps the keyboard while one types."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from commandcenter.model.entries import Changes
from commandcenter.ui.command_line.completion import complete
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.command_line.history import History
from commandcenter.ui.command_line.known import Known, WindowWords
from commandcenter.ui.command_line.lines import known_of
from commandcenter.ui.command_line.offers import Completion
from commandcenter.ui.command_line.places import PlaceFinder
from commandcenter.ui.command_line.popup import CommandPopup
from commandcenter.ui.command_line.reading import Act, Reading
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import language


class CommandBar(QLineEdit):
    """One line for everything.

    Signals:
        entered(Reading): Enter was pressed on a line that means something.
        left(): Escape was pressed on an empty line.
    """

    entered = Signal(object)
    left = Signal()

    def __init__(self, seat: Seat, finder: PlaceFinder, history: History, window: Callable[[], WindowWords] = WindowWords) -> None:
        """Read lines against a seat's picture; `window` tells what they may name of the window."""
        super().__init__()
        self._seat, self._finder, self.history = seat, finder, history
        self._known: Known | None = None
        self._window = window
        self._search: asyncio.Task[object] | None = None
        self.setObjectName("commandLine")
        self.popup = CommandPopup(seat.look)
        self.popup.chosen.connect(self._take)
        self.textChanged.connect(self.refresh)
        seat.changed.connect(self._forget)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.setPlaceholderText(tr("Command or search: Ctrl+K or /"))
        self.setAccessibleName(tr("Command line"))
        self._known = None
        self.popup.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def reading(self) -> Reading:
        """Return what the present line means."""
        return read(self.text(), self.known())

    def known(self) -> Known:
        """Return what may be named now; made anew after a change. Times are reckoned from this moment."""
        if self._known is None:
            self._known = known_of(self._seat.desk, self._finder.answers, language())
        return replace(self._known, now_ms=self._seat.now_ms(), window=self._window())

    def refresh(self) -> None:
        """Show what the line means and what could come next."""
        if not self.hasFocus():
            self.popup.hide()
            return
        reading = self.reading()
        self.popup.show_reading(reading, complete(self.text(), self.known()), self)
        if reading.asks:
            self._look_up(reading.asks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does, Alt+Enter does what stands as the other way, Tab completes, arrows walk offers or history, Escape leaves."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(instead=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_Down and self.popup.step(1):
            pass
        elif key == Qt.Key.Key_Up and self.popup.current() is not None:
            self.popup.step(-1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.setText(self.history.older(self.text()) if key == Qt.Key.Key_Up else self.history.newer(self.text()))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Catch Tab before Qt moves the focus with it; leave Ctrl+Z to the desk while there is no typing to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.text() and cast(QKeyEvent, event).matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab and self.text():
            offer = self.popup.current() or self.popup.first()
            if offer is not None:
                self._take(offer)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what can be typed, unless the keyboard only came along: by Tab, or as what had it is gone."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the popup."""
        super().focusOutEvent(event)
        self.popup.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the popup as wide as the field."""
        super().resizeEvent(event)
        self.popup.place_under(self)

    def _take(self, offer: Completion) -> None:
        self.setFocus()
        self.setText(offer.line)
        self.setCursorPosition(len(offer.line))

    def _escape(self) -> None:
        if self.text():
            self.clear()
            return
        self.popup.hide()
        self.left.emit()

    def _enter(self, *, instead: bool) -> None:
        offer, reading = self.popup.current(), self.reading()
        if offer is not None:
            self._take(offer)
        elif instead and reading.instead is not None:
            self._done(reading.instead)
        elif reading.asks:
            self._seat.run(self._enter_when_found(self.text(), reading.asks))
        elif reading.ready:
            self._done(reading)
        elif reading.wrong:
            self._seat.notice(Level.REFUSED, reading.says)

    async def _enter_when_found(self, line: str, asks: str) -> None:
        """Wait for the gazetteer, then do what the line means; the person may have typed on meanwhile."""
        await self._finder.find(asks)
        reading = read(line, self.known())
        if reading.ready:
            self._done(reading, line)
        else:
            self._seat.notice(Level.REFUSED, reading.says)

    def _done(self, reading: Reading, line: str | None = None) -> None:
        if reading.act is not Act.RING and not reading.private:  # a caller's number is personal, and the history is kept
            self.history.add((line or self.text()).strip())
        if line is None or line == self.text():
            self.clear()
            self.popup.hide()  # what was said comes into sight; the next letter brings it back
        self.entered.emit(reading)

    def _look_up(self, text: str) -> None:
        if self._search is not None:
            self._search.cancel()
        self._search = self._seat.run(self._found(text))

    async def _found(self, text: str) -> None:
        await self._finder.find(text)
        self.refresh()

    def _forget(self, _changes: Changes) -> None:
        self._known = None
