"""Buttons and entries of menus that are grey, and say why, while who sits here has no right to what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from commandcenter.model.commands import Command
from commandcenter.model.sentences import Sentence
from commandcenter.ui.i18n.tr import spoken

if TYPE_CHECKING:
    from commandcenter.ui.seat import Seat


class ActButton(QPushButton):
    """What its owner sets (enabled, tooltip) comes back as soon as the right is there."""

    def __init__(self) -> None:
        """Start allowed."""
        super().__init__()
        self._seat: Seat | None = None
        self._commands: tuple[type[Command], ...] = ()
        self._lacking: Sentence | None = None
        self._wanted, self._tip = True, ""

    def needs(self, seat: Seat, *commands: type[Command]) -> None:
        """Say by which commands it acts: it follows the rights of who sits here to all of them, at each sign-in and each grant."""
        self._seat, self._commands = seat, commands
        seat.rights_changed.connect(self._look)
        self._look()

    @property
    def lacking(self) -> Sentence | None:
        """Why it cannot be used by who sits here; `None` when it can."""
        return self._lacking

    def setEnabled(self, wanted: bool) -> None:
        """Enable or disable it, as far as the right goes."""
        self._wanted = wanted
        super().setEnabled(wanted and self._lacking is None)

    def setDisabled(self, unwanted: bool) -> None:
        """Do the opposite."""
        self.setEnabled(not unwanted)

    def setToolTip(self, text: str) -> None:
        """Say what it does; a lacking right is said in its place."""
        self._tip = text
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say the reason in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _look(self) -> None:
        seat = self._seat
        if seat is not None:
            self._lacking = next((why for command in self._commands if (why := seat.lacks(command)) is not None), None)
            super().setEnabled(self._wanted and self._lacking is None)
            self._say()

    def _say(self) -> None:
        why = "" if self._lacking is None else spoken(self._lacking)
        super().setToolTip(why or self._tip)
        self.setAccessibleDescription(why)


def entry_needs(menu: QMenu, entry: QAction, seat: Seat, *commands: type[Command]) -> None:
    """Say by which commands an entry of a menu acts that is made each time it is shown."""
    why = next((why for command in commands if (why := seat.lacks(command)) is not None), None)
    if why is not None:
        entry.setEnabled(False)
        entry.setToolTip(spoken(why))
        menu.setToolTipsVisible(True)
