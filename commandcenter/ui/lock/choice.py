"""After how many minutes without a hand the screen locks by itself; remembered on this computer."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from commandcenter.ui.frame.parts import Translated, column
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.ports import Settings
from commandcenter.ui.tables.page import Field

KEY = "lock_minutes"
CHOICES_MIN = (0, 5, 10, 15, 30, 60)
"""0: never by itself."""
DESK_MIN, FIELD_MIN = 0, 15
"""Where nobody has chosen: a desk is watched, a laptop in the field is left lying about."""


def minutes_of(settings: Settings, usual_min: int) -> int:
    """Return what was chosen, else the usual."""
    kept = settings.get(KEY)
    return int(kept) if kept.isdigit() and int(kept) in CHOICES_MIN else usual_min


class LockChoice(Translated):
    """One field. Qt thread."""

    def __init__(self, settings: Settings, usual_min: int) -> None:
        """Show and change what is remembered."""
        super().__init__()
        self._settings, self._usual_min, self.choice = settings, usual_min, QComboBox()
        self._field = Field(self.choice)
        column(self).addWidget(self._field)
        self.choice.activated.connect(self._chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self._field.say(tr("Lock the screen by itself (a PIN opens it; alarms go on)"))
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for minutes in CHOICES_MIN:
                self.choice.addItem(tr("after {n} min without a hand", n=minutes) if minutes else tr("never"), minutes)
            self.choice.setCurrentIndex(max(0, self.choice.findData(minutes_of(self._settings, self._usual_min))))

    def _chosen(self, _index: int) -> None:
        self._settings.put(KEY, str(self.choice.currentData()))
