"""Sounds the worst alarm again and again until somebody has it in hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.ports import SoundPort

EVERY_MS = {"mayday": 4_000, "urgent": 10_000}
OTHERS_EVERY_MS = 30_000
CALLED = "notice"
"""What calls a person to an alarm that has no sound of its own."""
NO_SOUND = say("This computer plays no sound; alarms are only shown.")


class Sounder(QObject):
    """Plays through a port; without one it is silent and says so. Qt thread."""

    def __init__(self, watch: AlarmWatch, port: SoundPort | None) -> None:
        """Follow the alarms."""
        super().__init__(watch)
        self._watch, self._port = watch, port
        self._playing = ""
        self._again = QTimer(self)
        self._again.timeout.connect(self._play)
        watch.changed.connect(self._follow)
        self._follow()

    @property
    def fault(self) -> Sentence | None:
        """Return why nothing can be heard; `None` when it can."""
        return NO_SOUND if self._port is None else self._port.fault()

    def _follow(self) -> None:
        worst = self._watch.worst_sounding
        sound = (worst.sound or CALLED) if worst is not None else ""
        if sound != self._playing:
            self._playing = sound
            self._again.stop()
            if sound:
                self._play()
                self._again.start(EVERY_MS.get(sound, OTHERS_EVERY_MS))

    def _play(self) -> None:
        if self._port is not None and self._playing:
            self._port.play(self._playing)
